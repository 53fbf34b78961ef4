"""What was ordered against what is written: counts, gaps, hostile words."""

import csv
import io
from collections.abc import Collection

from pipeline.coverage import cover
from pipeline.coverage.channels import channel
from pipeline.coverage.paper import page, table, text
from pipeline.model import (
    Campaign,
    Directive,
    DirectiveTask,
    Message,
    OthersTask,
    Paragraph,
    PartialDate,
    Place,
    Subject,
)

PLACE = Place(file="campaigns/a/x.md")
HOSTILE = "=<script>alert(1)</script> & “bạn”"


class Doubled:
    """A column somebody else adds."""

    title = "Tờ rời"

    def cell(self, campaign: str, messages: Collection[str]) -> str:
        return f"{campaign}:{len(messages)}" if messages else ""


def message(name: str, topic: str, words: str = "Lời.") -> Message:
    paragraphs = (Paragraph(text=words, place=PLACE),) if words else ()
    return Message(
        id=name, campaign="a", title=HOSTILE, topic=topic, place=PLACE, paragraphs=paragraphs
    )


def campaign(*messages: Message, symbol: str = "STTTT-TTBCXB") -> Campaign:
    return Campaign(
        id="a",
        title="Chiến dịch",
        directive=Directive(
            symbol=symbol,
            issuer="Sở A",
            subject="việc",
            date=PartialDate(month=7, year=2023),
            tasks=tuple(DirectiveTask(id=each, text=f"Việc {each}") for each in ("mot", "hai")),
            channels=("Trên mạng xã hội, tin nhắn", "Bằng chim bồ câu"),
            others=(OthersTask(to="Báo", text="Đăng tin"),),
        ),
        messages=messages,
        call_to_action=Paragraph(text="Gọi 111.", place=PLACE),
    )


def test_a_task_without_words_is_uncovered() -> None:
    whole = cover("Dự án", [campaign(message("x", "mot"), message("y", "hai", words=""))])
    (line,) = whole.campaigns
    assert [each.id for each in line.tasks[0].messages] == ["x"]
    assert [each.id for each in line.uncovered] == ["hai"]
    assert "✗ 2." in text(whole)


def test_others_add_columns_and_standings() -> None:
    subject = Subject(campaign="a", message="x")
    whole = cover(
        "Dự án", [campaign(message("x", "mot"))], [Doubled()], standings={subject: "đã duyệt"}
    )
    first, second = csv.reader(io.StringIO(table(whole).decode("utf-8-sig"))), whole.campaigns[0]
    rows = list(first)
    assert rows[0][-1] == "Tờ rời"
    assert [row[-1] for row in rows[1:]] == ["a:1", ""]
    assert rows[1][5] == "đã duyệt"
    assert second.tasks[0].messages[0].standing == "đã duyệt"


def test_hostile_words_stay_words() -> None:
    whole = cover("Dự án", [campaign(message("x", "mot"))])
    assert b"<script" not in page(whole)
    cells = list(csv.reader(io.StringIO(table(whole).decode("utf-8-sig"))))[1]
    assert not any(cell.startswith("=") for cell in cells)


def test_blanks_of_a_directive_show_as_blanks() -> None:
    kinds = {
        "STTTT-TTBCXB": "Công văn số ……/STTTT-TTBCXB ngày …… tháng 7 năm 2023 của Sở A",
        "KH-UBND": "Kế hoạch số ……/KH-UBND ngày …… tháng 7 năm 2023 của Sở A",
        "CV/BTGTU": "Công văn số ……-CV/BTGTU ngày …… tháng 7 năm 2023 của Sở A",
    }
    for symbol, named in kinds.items():
        assert cover("", [campaign(symbol=symbol)]).campaigns[0].directive == named


def test_ways_a_letter_names_are_served_or_not() -> None:
    assert channel("trên các bảng tin, tờ gấp").served == ("bảng tin", "tờ rời, tờ gấp")
    assert channel("Bằng chim bồ câu").served == ()
