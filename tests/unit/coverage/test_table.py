"""What was ordered against what is written: counts, gaps, hostile words."""

import csv
import io

from pipeline.coverage import CampaignLine, Coverage, Known, Products, Verdict, cover
from pipeline.coverage.channels import services
from pipeline.coverage.channels import table as channel_table
from pipeline.coverage.paper import page, text
from pipeline.coverage.sheet import table
from pipeline.coverage.told import told, verdict
from pipeline.kit import CHANNELS
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
from pipeline.playlog import Count
from pipeline.playlog.wording import COLUMNS

PLACE = Place(file="campaigns/a/x.md")
HOSTILE = "=<script>alert(1)</script> & “bạn”"


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


def whole(*lines: CampaignLine, **more: str) -> Coverage:
    return Coverage(title="Dự án", campaigns=lines, **more)


def rows(coverage: Coverage) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table(coverage).decode("utf-8-sig"))))


def known(*approved: str, **made: tuple[str, ...]) -> Known:
    """The call to action and these messages are approved; of these, products lie there."""
    subjects = [Subject(campaign="a", message=each) for each in ("", *approved)]
    verdict = Verdict(approved=True, words="đã duyệt")
    return Known(
        verdicts=dict.fromkeys(subjects, verdict),
        made={("a", message): channels for message, channels in made.items()},
    )


def test_a_task_without_words_is_uncovered() -> None:
    begun = campaign(message("x", "mot")).but(unwritten=(message("y", "hai", words=""),))
    line = cover(begun, Known())
    assert [each.id for each in line.tasks[0].messages] == ["x"]
    assert [each.id for each in line.uncovered] == ["hai"]
    assert "✗ 2." in text(whole(line))
    assert verdict(line) == "1/2 việc đã có tin bài; chưa có tin bài: việc 2."


def test_planned_and_done_stand_beside_each_task() -> None:
    count = Count(planned=4, planned_seconds=240.0, played=2, played_seconds=120.0, missed=1)
    held = Known(count={("a", "mot"): count, ("a", "hai"): Count(planned=1, planned_seconds=60.0)})
    line = cover(campaign(message("x", "mot"), message("y", "hai")), held)
    first, second, *_ = rows(whole(line, span="trong kỳ"))
    assert [first[each] for each in COLUMNS] == ["4", "4,0", "2", "2,0", "1", "1", "0"]
    assert [second[each] for each in COLUMNS[2:]] == ["chưa báo cáo"] * 3 + ["1", "0"]
    told = " ".join(text(whole(line, span="trong kỳ")).split())
    assert "Đài xác nhận đã phát: 2 lượt, 2,0 phút; Đài báo không phát: 1 lượt" in told
    assert "1/2 việc đã có đài xác nhận phát" in told


def test_what_is_still_to_come_is_told_apart_where_there_is_any() -> None:
    over, open_ = (
        Count(planned=4, planned_seconds=240.0, played=4, played_seconds=240.0),
        Count(planned=5, planned_seconds=300.0, played=1, played_seconds=60.0, missed=1, to_come=2),
    )
    ahead = Count(planned=2, planned_seconds=120.0, to_come=2)

    def shown(first: Count, second: Count, loud: Count) -> tuple[Coverage, str]:
        letter = campaign(message("x", "mot"), message("y", "hai"))
        letter = letter.but(directive=letter.directive.but(channels=("Đài truyền thanh",)))
        held = Known(count={("a", "mot"): first, ("a", "hai"): second, ("a", ""): loud})
        found = whole(cover(letter, held), span="trong kỳ")
        return found, " ".join(text(found).split())

    found, words = shown(open_, ahead, open_.joined(ahead))
    assert [row["Chưa đến giờ phát"] for row in rows(found)] == ["2", "2", "4"]
    assert [rows(found)[1][each] for each in COLUMNS[2:5]] == ["chưa đến giờ phát"] * 3
    assert "Chưa báo cáo: 1 lượt; Chưa đến giờ phát: 2 lượt" in words
    assert "Đài xác nhận đã phát: chưa đến giờ phát; Chưa báo cáo: 0 lượt" in words
    assert "không phát 1 lượt; chưa báo cáo 1 lượt; chưa đến giờ phát 4 lượt" in words
    assert "Chưa đến giờ phát</th>" in page(found).decode()
    assert "1/2 việc đã có đài xác nhận phát" in words
    _, words = shown(ahead, ahead, ahead)
    assert "xác nhận phát" not in words  # nobody could have confirmed anything
    _, words = shown(over, over, over)
    assert "hưa đến giờ" not in words


def test_what_is_approved_stands_beside_each_message() -> None:
    line = cover(campaign(message("x", "mot")), known("x"))
    assert [each["Duyệt, đã làm"] for each in rows(whole(line))][:2] == ["đã duyệt", ""]
    assert line.tasks[0].messages[0].verdict.approved


def test_products_count_once_all_their_kinds_lie_there() -> None:
    letter = campaign(message("x", "mot"), message("y", "hai"))
    letter = letter.but(directive=letter.directive.but(channels=("Tờ rời, tờ gấp",)))
    half = cover(letter, known("x", "y", x=("to-roi", "to-gap"), y=("to-roi",)))
    (means,) = half.channels[0].served
    assert means.products == Products(of=2, approved=2, made=1)
    assert "2/2 tin bài đã duyệt; đã làm cho 1/2 tin bài" in text(whole(half))
    assert "chưa làm" in text(whole(cover(letter, known("x", "y"))))


def test_products_of_what_nobody_approved_count_for_nothing() -> None:
    letter = campaign(message("x", "mot"), message("y", "hai"))
    letter = letter.but(directive=letter.directive.but(channels=("Tin nhắn",)))
    lying = known("x", x=("tin-nhan",), y=("tin-nhan",))
    (means,) = cover(letter, lying).channels[0].served
    assert means.products == Products(of=2, approved=1, made=1)
    silent = Known(verdicts={}, made=lying.made)
    (means,) = cover(letter, silent).channels[0].served
    assert means.products == Products(of=2, approved=0, made=0)


def test_a_week_that_is_only_planned_tells_of_nothing_done() -> None:
    ahead = {("a", ""): Count(planned=3, planned_seconds=90.0)}
    line = cover(campaign(message("x", "mot")), Known(ahead=ahead))
    shown = told(whole(line, ahead="tuần 49/2026"))
    assert shown["columns"] == ["Dự kiến tuần 49/2026"]
    assert (bool(shown["planned"]), bool(shown["done"])) == (True, False)


def test_hostile_words_stay_words() -> None:
    line = cover(campaign(message("x", "mot")), Known())
    assert b"<script" not in page(whole(line))
    assert not any(cell.startswith("=") for row in rows(whole(line)) for cell in row.values())


def test_blanks_of_a_directive_show_as_blanks() -> None:
    kinds = {
        "STTTT-TTBCXB": "Công văn số ……/STTTT-TTBCXB ngày …… tháng 7 năm 2023 của Sở A",
        "KH-UBND": "Kế hoạch số ……/KH-UBND ngày …… tháng 7 năm 2023 của Sở A",
        "CV/BTGTU": "Công văn số ……-CV/BTGTU ngày …… tháng 7 năm 2023 của Sở A",
    }
    for symbol, named in kinds.items():
        assert cover(campaign(symbol=symbol), Known()).directive == named


def test_ways_a_letter_names_are_served_or_not() -> None:
    found = [each.title for each in services("trên các bảng tin, tờ gấp")]
    assert found == ["nội dung bảng tin, bản tin", "tờ rời, tờ gấp"]
    assert services("Bằng chim bồ câu") == ()
    assert [each.channels for each in services("đài truyền thanh cấp xã")] == [()]


def test_what_serves_is_made_by_channels_there_are() -> None:
    there = {each.id for each in CHANNELS}
    assert {name for _, service in channel_table() for name in service.channels} <= there
