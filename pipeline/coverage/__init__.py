"""Each directive's tasks and channels against what fulfils them, and what became of that."""

from .record import (
    CampaignLine,
    ChannelLine,
    Coverage,
    Means,
    MessageLine,
    Products,
    TaskLine,
    Verdict,
)
from .table import Known, cover

__all__ = [
    "CampaignLine",
    "ChannelLine",
    "Coverage",
    "Known",
    "Means",
    "MessageLine",
    "Products",
    "TaskLine",
    "Verdict",
    "cover",
]
