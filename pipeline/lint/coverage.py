"""Tasks of the directive that no message fulfils."""

from collections.abc import Iterator

from ..model import Campaign
from .finding import Finding

RULE = "task.uncovered"


def uncovered(campaign: Campaign) -> Iterator[Finding]:
    """One finding for each task without a message."""
    topics = {message.topic for message in campaign.messages}
    for task in campaign.directive.tasks:
        if task.id not in topics:
            yield Finding(
                place=campaign.call_to_action.place.but(line=1, column=1),
                rule=RULE,
                severity="warning",
                quote=task.id,
                what=f"nhiệm vụ “{task.text}” chưa có tin bài nào",
                why="việc cấp trên giao mà đài không nói đến thì báo cáo không có gì để ghi",
            )
