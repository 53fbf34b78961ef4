"""Programmes that have ended and bodies that no longer exist."""

from collections.abc import Iterator, Sequence

from ..project.expired import ended
from .passage import Passage
from .rule import Around, Hit, Rule


def _expired(passages: Sequence[Passage], around: Around) -> Iterator[Hit]:
    for passage in passages:
        for match, row in ended(passage.text, around.today):
            yield Hit(passage, *match.span(), f"“{match[0]}”: {row.today} (theo {row.source})")


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
)
