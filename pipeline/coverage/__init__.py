"""Each directive's tasks against the messages that fulfil them, and what became of those."""

from .columns import Airings, Column, Confirmed, Planned, airings_of, broadcast_airings
from .record import CampaignLine, Coverage, MessageLine, TaskLine
from .table import cover

__all__ = [
    "Airings",
    "CampaignLine",
    "Column",
    "Confirmed",
    "Coverage",
    "MessageLine",
    "Planned",
    "TaskLine",
    "airings_of",
    "broadcast_airings",
    "cover",
]
