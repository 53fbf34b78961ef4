"""Which messages are spoken on which day: the same answer for every station and every run.

The rotation depends on the date alone, so stations that speak on the same day share their items.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import zip_longest
from math import gcd

from ..model import Campaign, Message


def programme(
    campaigns: Sequence[Campaign], day: date, budget: float, seconds: Callable[[Message], float]
) -> tuple[Message, ...]:
    """Messages for `day`, the leading campaign first, until `budget` seconds are filled.

    `seconds` estimates a message's duration. At least one message is taken if any campaign speaks
    that day; none is taken twice.
    """
    open_today = [campaign for campaign in campaigns if campaign.speaks_on(day)]
    open_today.sort(key=lambda campaign: (-campaign.priority, campaign.id))
    lengths = [seconds(message) for campaign in open_today for message in campaign.messages]
    taken = budget * len(lengths) / max(sum(lengths), 1.0)  # messages a day has room for
    stride = max(1, round(taken / max(len(open_today), 1)))
    queues = [_rotation(campaign, day, stride) for campaign in open_today]
    chosen: list[Message] = []
    spent = 0.0
    for message in _alternate(queues):
        length = seconds(message)
        if chosen and spent + length > budget:
            break
        chosen.append(message)
        spent += length
    return tuple(chosen)


def _rotation(campaign: Campaign, day: date, stride: int) -> list[Message]:
    """The campaign's messages, topics mixed, beginning where this day's turn is.

    `stride` is how many of them a day takes, so that one day goes on where the last one ended.
    """
    messages = _mixed(campaign)
    if not messages:
        return []
    turn = day.toordinal() * stride
    if gcd(stride, len(messages)) > 1:  # the same groups would come back for ever: shift each round
        turn += turn // len(messages)
    start = turn % len(messages)
    return messages[start:] + messages[:start]


def _mixed(campaign: Campaign) -> list[Message]:
    """Messages in file order, one topic after the other, so that a day is not all one topic."""
    topics: dict[str, list[Message]] = {}
    for message in campaign.messages:
        topics.setdefault(message.topic, []).append(message)
    rows = zip_longest(*topics.values())
    return [message for row in rows for message in row if message is not None]


def _alternate(queues: list[list[Message]]) -> Iterator[Message]:
    """One from each queue in turn, until all are empty."""
    for row in zip_longest(*queues):
        yield from (message for message in row if message is not None)
