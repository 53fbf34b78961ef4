"""The parts of a letter to one record, with what a person should look at."""

from collections.abc import Iterator
from pathlib import Path

from ..model import Directive, Letter, PartialDate, Problem
from .issuer import issuer
from .opening import open_letter
from .parts import Parts, take_apart
from .references import references
from .sheet import Sheet, remark
from .slips import slips
from .tasks import Orders, addressed, numbered, orders
from .whereabouts import line_of


def read_letter(path: Path, models: Path | None = None) -> Letter:
    """What a letter says. Raises LetterError when the file cannot be opened."""
    return record(open_letter(path, models))


def record(sheet: Sheet) -> Letter:
    """What an opened letter says."""
    parts = take_apart(sheet)
    ordered = orders(parts.body)
    named, guessed = issuer(parts.head, parts.body)
    leaned = references(parts.body)
    subject = parts.head.subject
    tasks = [_order(subject), *ordered.tasks] if subject else ordered.tasks
    directive = Directive(
        symbol=parts.head.symbol,
        issuer=named,
        subject=subject,
        number=parts.head.number,
        date=parts.head.date or PartialDate(),
        signer=parts.foot.signer,
        signer_title=" ".join(parts.foot.titles) or None,
        addressees=parts.addressees,
        bases=tuple(each.text for each in leaned),
        tasks=numbered(tasks),
        channels=tuple(ordered.channels),
        others=tuple(ordered.others),
    )
    notes = _remarks(sheet, parts, ordered, directive, guessed)
    return Letter(
        kind=parts.head.kind,
        directive=directive,
        references=leaned,
        remarks=(*sheet.remarks, *notes),
    )


def _order(subject: str) -> str:
    """The subject as a task: what the letter as a whole is for."""
    return subject[:1].upper() + subject[1:]


def _remarks(
    sheet: Sheet, parts: Parts, ordered: Orders, directive: Directive, guessed: bool
) -> Iterator[Problem]:
    name = sheet.name
    yield from (remark(name, *each) for each in _blanks(directive))
    if guessed:
        what = f"công văn không có tên cơ quan ở đầu; theo lời văn là “{directive.issuer}”"
        yield remark(name, "issuer-guessed", what, "xem lại tên cơ quan ban hành (issuer)")
    if not ordered.tasks:
        what = "không thấy việc nào giao cho đài truyền thanh"
        yield remark(name, "no-task", what, "đọc lại công văn, tự thêm vào các việc (tasks) nếu có")
    elif parts.addressees and not addressed(parts.addressees) and not ordered.others:
        what = "nơi nhận không có đài truyền thanh hay đơn vị quản lý đài"
        yield remark(name, "not-addressed", what, "xem lại các việc có đúng là của đài không")
    for time in ordered.times:
        what, fix = f"công văn nêu: {time}", "đặt mùa phát (season) cho khớp"
        yield remark(name, "time", what, fix, line_of(sheet, time))
    if parts.head.shouted:
        what = "trích yếu viết toàn chữ hoa, đã chuyển thành chữ thường"
        fix = "viết hoa lại tên riêng ở trích yếu (subject)"
        yield remark(name, "subject-capitals", what, fix, line_of(sheet, directive.subject))
    if parts.foot.together:
        what = f"công văn do nhiều người cùng ký: {directive.signer}"
        yield remark(
            name, "signers", what, "xem lại tên và chức vụ người ký (signer, signer_title)"
        )
    if parts.foot.appendix:
        what = "sau chữ ký có phụ lục; phụ lục không được lấy vào bản nháp"
        yield remark(name, "appendix", what, "xem phụ lục trong bản gốc")
    for slip in slips("\n".join((directive.subject, *parts.body))):
        what = f"công văn viết “{slip}”, có lẽ gõ thừa"
        fix = "giữ nguyên trong hồ sơ; khi viết tin bài thì đừng chép theo"
        yield remark(name, "slip", what, fix, line_of(sheet, slip))


def _blanks(directive: Directive) -> Iterator[tuple[str, str, str]]:
    """What the letter leaves blank."""
    lacking = (
        ("number", directive.number, "số công văn"),
        ("symbol", directive.symbol, "ký hiệu công văn"),
        ("day", directive.date.day, "ngày ký"),
        ("month", directive.date.month, "tháng ký"),
        ("year", directive.date.year, "năm ký"),
        ("issuer", directive.issuer, "cơ quan ban hành"),
        ("subject", directive.subject, "trích yếu (V/v)"),
        ("signer", directive.signer, "tên người ký"),
        ("addressees", directive.addressees, "nơi gửi đến (Kính gửi)"),
    )
    for field, value, called in lacking:
        if not value:
            what = f"công văn để trống hoặc không có {called}"
            yield f"blank-{field}", what, "cứ để trống; chỉ điền khi có bản chính thức"
