"""The papers of a bundle as links: one line for each, every form of it beside it."""

from collections.abc import Iterable

from ...model import Record
from .. import names, sitemap

TITLES = {"LICH-PHAT": "Lịch phát", "KICH-BAN": "Kịch bản", "NHAT-KY": "Nhật ký phát"}
FORMS = {  # in the order in which people prefer them
    "PDF": "PDF",
    "HTML": "trang web",
    "TXT": "chữ",
    "CSV": "bảng tính",
    "ICS": "lịch điện thoại",
}
PROOFS = (names.MANIFEST, names.SUMS, names.SIGNATURE)


class Link(Record):
    """Something to open."""

    title: str
    address: str
    forms: tuple["Link", ...] = ()  # the same in other forms


def papers(code: str, week: str, files: Iterable[str]) -> tuple[Link, ...]:
    """The papers among a bundle's files."""
    there = set(files)
    found = []
    for stem, title in TITLES.items():
        forms = [
            Link(title=form, address=sitemap.bundled(code, week, f"{stem}.{kind}"))
            for kind, form in FORMS.items()
            if f"{stem}.{kind}" in there
        ]
        if forms:
            first, *others = forms
            found.append(Link(title=title, address=first.address, forms=tuple(others)))
    return tuple(found)


def proofs(code: str, week: str, files: Iterable[str]) -> tuple[Link, ...]:
    """What proves the bundle."""
    there = set(files)
    return tuple(
        Link(title=name, address=sitemap.bundled(code, week, name))
        for name in PROOFS
        if name in there
    )
