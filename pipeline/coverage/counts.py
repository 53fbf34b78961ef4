"""How often each task was on air.

A broadcast counts once for a task, however many messages on it it holds, and for every task it
holds a message on; of its time only what those messages take.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from ..model import Campaign
from ..plan import BulletinPlan, BundlePlan
from ..playlog import UNTOLD, Broadcast, Count, Outcomes

WHOLE = ""  # instead of a task: the campaign in whole
Counts = Mapping[tuple[str, str], Count]  # campaign and task -> how often
Topics = Mapping[tuple[str, str], str]  # campaign and message -> task


def topics_of(campaigns: Iterable[Campaign]) -> Topics:
    """Which task each message serves."""
    return {(each.id, message.id): message.topic for each in campaigns for message in each.messages}


def of_plan(bundles: Iterable[BundlePlan], topics: Topics) -> Counts:
    """What these stations' plans hold."""
    times: dict[tuple[str, str], int] = defaultdict(int)
    seconds: dict[tuple[str, str], float] = defaultdict(float)
    for bundle in bundles:
        for bulletin in bundle.bulletins:
            turns = len(bulletin.slots)
            for key, each in _planned(bulletin, topics).items():
                times[key] += turns
                seconds[key] += turns * each
    return {key: Count(planned=times[key], planned_seconds=seconds[key]) for key in times}


def of_broadcasts(
    broadcasts: Iterable[Broadcast], topics: Topics, outcomes: Outcomes = lambda _: UNTOLD
) -> Counts:
    """What was published, and what became of it as far as that is known.

    Raises ProjectError when a kept log cannot be read.
    """
    found: dict[tuple[str, str], Count] = {}
    for each in broadcasts:
        outcome = outcomes(each)
        for key, seconds in _published(each, topics).items():
            found[key] = found.get(key, Count()).plus(seconds, outcome)
    return found


def together(one: Counts, other: Counts) -> Counts:
    """Two counts of different stations or weeks as one."""
    keys = one.keys() | other.keys()
    return {key: one.get(key, Count()).joined(other.get(key, Count())) for key in keys}


def orphans(broadcasts: Iterable[Broadcast], topics: Topics) -> Collection[tuple[str, str]]:
    """Messages (campaign, id) that were published and serve no task now."""
    return {name for each in broadcasts for name in each.messages if not topics.get(name)}


def _planned(bulletin: BulletinPlan, topics: Topics) -> dict[tuple[str, str], float]:
    found: dict[tuple[str, str], float] = defaultdict(float)
    for element in bulletin.rundown:
        if campaign := element.campaign:
            found[campaign, WHOLE] += element.seconds
            if topic := topics.get((campaign, element.message)):
                found[campaign, topic] += element.seconds
    return found


def _published(broadcast: Broadcast, topics: Topics) -> dict[tuple[str, str], float]:
    found = {(name, WHOLE): part.seconds for name, part in broadcast.campaigns.items()}
    for (campaign, message), seconds in broadcast.messages.items():
        if topic := topics.get((campaign, message)):
            found[campaign, topic] = found.get((campaign, topic), 0.0) + seconds
    return found
