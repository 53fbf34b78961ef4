"""Which messages are spoken on which day: the same answer for every station and every run.

The rotation depends on the date alone, so stations that speak on the same day share their items.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import zip_longest

from ..model import Campaign, Message

STRIDE = 2  # messages of one campaign a day moves the rotation on by


def programme(
    campaigns: Sequence[Campaign], day: date, budget: float, seconds: Callable[[Message], float]
) -> tuple[Message, ...]:
    """Messages for `day`, the leading campaign first, until `budget` seconds are filled.

    `seconds` estimates a message's duration. At least one message is taken if any campaign speaks
    that day; none is taken twice.
    """
    open_today = [campaign for campaign in campaigns if campaign.speaks_on(day)]
    open_today.sort(key=lambda campaign: (-campaign.priority, campaign.id))
    queues = [_rotation(campaign, day) for campaign in open_today]
    chosen: list[Message] = []
    spent = 0.0
    for message in _alternate(queues):
        length = seconds(message)
        if chosen and spent + length > budget:
            break
        chosen.append(message)
        spent += length
    return tuple(chosen)


def _rotation(campaign: Campaign, day: date) -> list[Message]:
    """The campaign's messages, topics mixed, beginning where this day's turn is."""
    messages = _mixed(campaign)
    if not messages:
        return []
    turn = day.toordinal() * STRIDE
    start = (turn + turn // len(messages)) % len(messages)  # shifts, so that neighbours change
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
