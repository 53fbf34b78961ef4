"""Writes docs/reference/quy-tac-doc.md from the rules themselves, so that it cannot drift.

python scripts/rules_reference.py
"""

from collections.abc import Iterator
from pathlib import Path

from pipeline.reading.contexts import rows as senses
from pipeline.reading.order import RULES
from pipeline.reading.rule import Rule
from pipeline.reading.table import table

TARGET = Path(__file__).parents[1] / "docs" / "reference" / "quy-tac-doc.md"
CLASSES = {
    "amount": "Số lượng, tiền, tỷ lệ, đơn vị đo",
    "clock": "Giờ phút",
    "code": "Mã gồm chữ và số",
    "date": "Ngày, tháng, năm",
    "document": "Số, ký hiệu văn bản",
    "list": "Dấu đầu dòng",
    "name": "Tên riêng",
    "phone": "Số điện thoại, số tài khoản",
    "road": "Tên đường",
    "roman": "Số La Mã",
    "until": "Từ … đến …",
    "title": "Chức danh, địa danh viết tắt",
    "web": "Địa chỉ mạng",
}
TABLES = {
    "abbreviations": "chữ viết tắt",
    "bodies": "cơ quan, bộ phận trong số, ký hiệu văn bản",
    "documents": "loại văn bản đứng đầu ký hiệu",
    "foreign": "từ nước ngoài",
    "places": "tên gọi vùng cao",
    "sectors": "ngành, để ghép tên cơ quan",
    "units": "đơn vị đo",
    "web": "từ trong địa chỉ mạng",
    "web_places": "địa danh trong địa chỉ mạng",
}
HEAD = """# Quy tắc đọc

Tệp này do `scripts/rules_reference.py` viết ra từ các quy tắc trong `pipeline/reading`.
Đừng sửa tay.
Muốn biết một câu được đọc theo quy tắc nào: `truyenthanh say --explain "…"`.
Cột “Chắc” ghi *không* là chỗ cán bộ nên xem lại.
"""


def reference() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_sections(), *_tables(), *_senses()])


def _sections() -> Iterator[str]:
    for kind, title in CLASSES.items():
        rules = [rule for rule in RULES if rule.kind == kind]
        yield f"## {title}\n"
        yield "| Quy tắc | Viết | Đọc | Theo | Chắc |"
        yield "|---|---|---|---|---|"
        for rule in sorted(rules, key=lambda rule: rule.id):
            yield from _rows(rule)
        yield ""


def _rows(rule: Rule) -> Iterator[str]:
    sure = "có" if rule.sure else "*không*"
    for written, spoken in rule.examples.items():
        yield f"| `{rule.id}` | {written.strip()} | {spoken} | {rule.source} | {sure} |"


def _tables() -> Iterator[str]:
    yield "## Các bảng\n"
    yield "Mỗi bảng là một tệp trong `pipeline/reading/tables`;"
    yield "tìm một chữ: `truyenthanh lexicon list CHỮ`.\n"
    yield "| Bảng | Gồm | Số mục |"
    yield "|---|---|---|"
    for name, holds in TABLES.items():
        yield f"| `{name}.tsv` | {holds} | {len(table(name))} |"
    meanings = sum(map(len, senses().values()))
    yield f"| `contexts.tsv` | chữ viết tắt nhiều nghĩa | {len(senses())} chữ, {meanings} nghĩa |"
    yield ""


def _senses() -> Iterator[str]:
    yield "## Chữ viết tắt nhiều nghĩa\n"
    yield "Chữ đứng trước, đứng sau quyết định; không có dòng nào hợp thì đọc nghĩa thường gặp nhất"
    yield "và ghi *nên xem lại*.\n"
    yield "| Viết | Các nghĩa |"
    yield "|---|---|"
    for form, meanings in sorted(senses().items()):
        yield f"| {form} | {', '.join(dict.fromkeys(said for _, _, said in meanings))} |"
    yield ""


if __name__ == "__main__":
    TARGET.write_text(reference(), encoding="utf-8")
    print(TARGET)
