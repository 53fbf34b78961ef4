"""The table as a spreadsheet: a row for each task and for each thing that serves a channel."""

from collections.abc import Iterator, Sequence

from ..playlog.wording import COLUMNS, cells
from ..publish.papers.spreadsheet import write
from .record import CampaignLine, ChannelLine, Coverage, Means, TaskLine
from .told import NONE, UNSERVED, done, planned

TASK, CHANNEL = "Việc được giao", "Hình thức"
FIRST = ("Nhóm", "Mã", "Tên")
LAST = ("Chiến dịch", "Văn bản", "Tin bài, sản phẩm", "Duyệt, đã làm")
Row = tuple[str | int, ...]


def table(coverage: Coverage) -> bytes:
    """The file."""
    return write(head(coverage), rows(coverage))


def head(coverage: Coverage) -> Sequence[str]:
    """What stands above the columns."""
    ahead = [f"Dự kiến {coverage.ahead} ({each})" for each in ("lượt", "phút")]
    return (
        *FIRST,
        *(ahead if coverage.ahead else ()),
        *(COLUMNS if coverage.span else ()),
        *LAST,
    )


def rows(coverage: Coverage) -> Iterator[Row]:
    """Campaign by campaign, in the order of the letters."""
    for campaign in coverage.campaigns:
        for task in campaign.tasks:
            yield _task(campaign, task)
        for channel in campaign.channels:
            yield from _channel(campaign, channel, coverage)


def _task(campaign: CampaignLine, task: TaskLine) -> Row:
    standings = dict.fromkeys(each.verdict.words for each in task.messages if each.verdict.words)
    return (
        *(TASK, f"{campaign.id}/{task.id}", task.text),
        *_cells(task),
        *(campaign.title, campaign.directive),
        *("; ".join(each.title for each in task.messages) or NONE, "; ".join(standings)),
    )


def _channel(campaign: CampaignLine, channel: ChannelLine, coverage: Coverage) -> Iterator[Row]:
    first = (CHANNEL, campaign.id, channel.text)
    blank = ("",) * (len(head(coverage)) - len(FIRST) - len(LAST))
    last = (campaign.title, campaign.directive)
    for each in channel.served:
        if each.products:
            told = "; ".join(filter(None, (planned(each), done(each))))
            yield (*first, *blank, *last, each.title, told)
        else:
            yield (*first, *_cells(each), *last, each.title, "")
    if not channel.served:
        yield (*first, *blank, *last, UNSERVED, "")


def _cells(line: TaskLine | Means) -> Iterator[str | int]:
    if line.ahead is not None:
        yield from cells(line.ahead)[:2]
    if line.count is not None:
        yield from cells(line.count)
