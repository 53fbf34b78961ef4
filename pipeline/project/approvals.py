"""duyet.yaml: who approved what, and when. One beside project.yaml, one in each campaign.

Entries are only ever added at the end, so the history is kept; the last word on a thing counts.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import yaml

from ..model import Approval, Subject, Verdict
from .fields import Fields
from .files import Shelf
from .nodes import Node, compose
from .report import Report

NAME = "duyet.yaml"
LARGEST = 20_000_000  # bytes: years of approvals
FRAME, CALL = "frame", "call_to_action"  # of `part`; a message has its own field
HEAD = """\
# SỔ DUYỆT. Lệnh “truyenthanh approve” ghi thêm vào cuối tệp này; xin đừng sửa tay.
# Dòng “heard” là dấu vân tay (SHA-256) của đúng những gì sẽ nghe thấy: lời, cách đọc, giọng, nhạc.
# Dòng “printed” là của đúng những chữ sẽ in: tên tin, lời viết, đường dây nóng, số công văn.
# Đổi một chữ là lần duyệt cũ hết hiệu lực. Mỗi mục tính theo lần ghi sau cùng.
"""
_DIGEST = re.compile("[0-9a-f]{64}")
_AGAIN = "xóa mục này rồi duyệt lại bằng: truyenthanh approve"
_VERDICTS: dict[str, Verdict] = {"approved": "approved", "withdrawn": "withdrawn"}


def read_approvals(shelf: Shelf, report: Report) -> tuple[Approval, ...]:
    """Every approval and withdrawal, those of one file in the order in which they were given."""
    frame = [shelf.path(NAME)] if shelf.has(NAME) else []
    return tuple(
        approval
        for path in (*frame, *shelf.find(f"campaigns/*/{NAME}"))
        for approval in _file(shelf, path, report)
    )


def where(subject: Subject) -> Path:
    """The file, relative to the project folder, in which a subject's approvals stand."""
    return Path("campaigns", subject.campaign, NAME) if subject.campaign else Path(NAME)


def written(before: str, approvals: Iterable[Approval]) -> str:
    """The content of a file to which approvals are added."""
    text = before or HEAD
    if not text.endswith("\n"):
        text += "\n"
    for approval in approvals:
        entry = yaml.safe_dump([_row(approval)], allow_unicode=True, width=1000, sort_keys=False)
        text += f"\n{entry}"
    return text


def _row(approval: Approval) -> dict[str, object]:
    """The entry as a person would write it."""
    subject = approval.subject
    what = {"message": subject.message} if subject.message else {"part": _part(subject)}
    row: dict[str, object] = {
        **what,
        "verdict": approval.verdict,
        "by": approval.by,
        "role": approval.role,
        "at": approval.at.isoformat(timespec="seconds"),
    }
    row |= {"despite": approval.despite} if approval.despite else {}
    row |= {"note": approval.note} if approval.note else {}
    row |= {"sample": True} if approval.sample else {}
    row |= {"printed": approval.printed} if approval.printed else {}
    row |= {"heard": list(approval.heard)} if approval.heard else {}
    return row


def _part(subject: Subject) -> str:
    return CALL if subject.campaign else FRAME


def _file(shelf: Shelf, path: Path, report: Report) -> Iterator[Approval]:
    start, text = shelf.start(path), shelf.text(path, LARGEST)
    if text is None or not re.search(r"^[ \t]*[^\s#]", text, re.MULTILINE):
        return
    node = compose(text, start, report)
    if node is None:
        return
    if not isinstance(node.value, list):
        fix = "xóa chỗ sửa tay, hoặc lấy lại bản cũ của tệp này"
        report.lose(node.place, "approval.list", "sổ duyệt phải là danh sách các lần duyệt", fix)
        return
    campaign = path.parent.name if path != shelf.path(NAME) else ""
    for each in node.value:
        yield _entry(each, campaign, report)


def _entry(node: Node, campaign: str, report: Report) -> Approval:
    fields = Fields(node, report, node.place)
    message = fields.text("message", "")
    if not message:
        only = CALL if campaign else FRAME
        fields.choice("part", {only: only})
    elif not campaign:
        fields.refuse("message", "sổ duyệt khung chung không ghi tin bài", f"ghi “part: {FRAME}”")
    approval = Approval(
        subject=Subject(campaign=campaign, message=message),
        verdict=fields.choice("verdict", _VERDICTS),
        by=fields.text("by"),
        role=fields.text("role"),
        at=_moment(fields),
        despite=fields.text("despite", ""),
        note=fields.text("note", ""),
        sample=fields.choice("sample", {"false": False, "true": True}, "false"),
        printed=_digest(fields, "printed", fields.text("printed")) if fields.has("printed") else "",
        heard=tuple(_digest(fields, "heard", each) for each in fields.texts("heard")),
    )
    if approval.verdict == "approved" and not approval.heard:
        fields.refuse("heard", "lần duyệt này không ghi đã duyệt nội dung nào", _AGAIN)
    fields.close()
    return approval


def _moment(fields: Fields) -> datetime:
    text = fields.text("at")
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        at = datetime(1, 1, 1)
    if at.tzinfo is None and text:
        fields.refuse("at", f"“{text}” không phải thời điểm kèm múi giờ", _AGAIN)
    return at


def _digest(fields: Fields, name: str, text: str) -> str:
    if not _DIGEST.fullmatch(text):
        fields.refuse(name, f"“{text}” không phải dấu vân tay SHA-256", _AGAIN)
    return text
