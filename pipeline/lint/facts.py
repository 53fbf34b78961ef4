"""Programmes that have ended and bodies and places that no longer exist."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from ..project import units
from ..project.expired import ended
from .passage import Passage
from .rule import Around, Hit, Rule

MERGED = date(2025, 7, 1)  # since then communes are those of tables/admin_units.csv
MANY = 3  # places of one name that are worth telling apart
_ASK = "nhiều nơi từng có tên ấy, hãy nói tên xã, phường hôm nay"
_UPPER = "A-ZĐÂÊÔƠƯĂÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
_UNIT = re.compile(rf"\b(xã|phường) ([{_UPPER}][^\W\d]*(?: [{_UPPER}][^\W\d]*){{0,3}})")


def _expired(passages: Sequence[Passage], around: Around) -> Iterator[Hit]:
    for passage in passages:
        for match, row in ended(passage.text, around.today):
            yield Hit(passage, *match.span(), f"“{match[0]}”: {row.today} (theo {row.source})")


def _merged(passages: Sequence[Passage], around: Around) -> Iterator[Hit]:
    for passage in passages if around.today >= MERGED else ():
        for match in _UNIT.finditer(passage.text):
            kind, words = match[1], match[2].split(" ")
            for many in range(len(words), 0, -1):
                name = " ".join((kind, *words[:many]))
                if units.named(name):
                    break
                if gone := units.formers(name=name):
                    yield Hit(passage, match.start(), match.start() + len(name), _now(name, gone))
                    break


def _now(name: str, gone: Sequence[units.Former]) -> str:
    """Where what was called so belongs today; several places may have had one name."""
    heirs = {
        f"{heir.name[:1].lower()}{heir.name[1:]} ({heir.province})"
        for former in gone
        for heir in units.successors(former)
    }
    told = f"nay thuộc {' hoặc '.join(sorted(heirs))}" if len(heirs) <= MANY else _ASK
    return f"“{name}” không còn là một {name.split(' ')[0]} từ 1/7/2025: {told}"


RULES = (
    Rule(
        "fact.expired",
        "warning",
        "bảo bà con đến một nơi không còn là làm mất lòng tin vào cái loa",
        "pipeline/project/tables/expired.tsv",
        _expired,
        (
            "Hãy báo công an huyện.",
            "Thực hiện Chương trình phòng, chống mua bán người giai đoạn 2021-2025.",
            "Hỏi Phòng Lao động - Thương binh và Xã hội huyện.",
            "Thị trấn Phồn Xương họp. Bà con ở thành phố Bắc Giang lắng nghe.",
            "Theo Luật Phòng, chống mua bán người năm 2011.",
            "Bà con đến Huyện ủy hỏi.",
        ),
        (
            "Hãy báo công an xã.",
            "Thực hiện chương trình giai đoạn 2026-2030.",
            "Bà con ở thành phố Hà Nội. Luật Phòng, chống mua bán người năm 2024.",
        ),
    ),
    Rule(
        "fact.place",
        "warning",
        "người nghe không biết đến đâu: tên trên loa phải là tên trên biển hôm nay",
        "pipeline/project/tables/admin_succession_2025.csv",
        _merged,
        ("Bà con ở xã Tân Sỏi và xã Yên Thế nghe đài.",),
        ("Bà con ở xã Yên Thế, phường Bắc Giang nghe đài.", "Ủy ban xã. Phường ta. Xã Xa Lắc."),
    ),
)
