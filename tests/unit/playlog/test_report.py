"""From published bundles and returned logs to totals, on the command line."""

import csv
import io
import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from pipeline.cli.main import speak_vietnamese
from pipeline.cli.report import report
from pipeline.errors import ProjectError
from pipeline.project import create
from pipeline.publish import publish
from pipeline.store import MemoryStore
from tests.unit.publish import kit

NAME = "KET-QUA_2026-11-30_2026-12-06"
HERE = ZoneInfo("Asia/Ho_Chi_Minh")
OVER = datetime(2026, 12, 7, 8, 0, tzinfo=HERE)
Command = Callable[..., Result]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dự án")
    create(folder / "mẫu")
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    publish(plan, store, folder / "mẫu" / "output")
    return folder / "mẫu"


@pytest.fixture
def project(published: Path, tmp_path: Path) -> Path:
    shutil.copytree(published, tmp_path / "dự án")
    return tmp_path / "dự án"


@pytest.fixture
def run(project: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    speak_vietnamese()

    def command(*asked: str, at: datetime = OVER) -> Result:
        monkeypatch.setattr("pipeline.cli.report.now", lambda: at)
        given = [*asked, "-C", str(project)]
        result = CliRunner(mix_stderr=False).invoke(report, given, standalone_mode=False)
        if result.exception is not None:
            raise result.exception
        return result

    return command


def table(project: Path, name: str = NAME) -> dict[tuple[str, str], list[str]]:
    """(group, id) -> figures."""
    text = (project / "bao-cao" / f"{name}.CSV").read_text(encoding="utf-8-sig")
    _, *lines = csv.reader(io.StringIO(text))
    return {(line[0], line[1]): line[3:10] for line in lines}


def printed(project: Path) -> str:
    pages = PdfReader(project / "bao-cao" / f"{NAME}.PDF").pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def filled(project: Path, marks: dict[str, tuple[str, str, str]], **how: str) -> Path:
    """The station's own NHAT-KY.CSV with marks in it: code -> played, not played, why."""
    source = project / "output" / "2026-W49" / "07288" / "NHAT-KY.CSV"
    head, *rows = csv.reader(io.StringIO(source.read_text(encoding="utf-8-sig"), newline=""))
    for row in rows:
        row[6:9] = marks.get(row[5], ("", "", ""))
    path = project / "đã điền.csv"
    with path.open("w", encoding=how.get("encoding", "utf-8-sig"), newline="") as file:
        csv.writer(file, delimiter=how.get("delimiter", ",")).writerows([head, *rows])
    return path


def test_a_station_that_told_nothing_is_not_zero(run: Command, project: Path) -> None:
    run("import", "07288 W49 T2S ok T2C ko mất điện")
    run()
    found = table(project)
    assert found["Đài", "07288"] == ["4", "0,4", "1", "0,1", "1", "2", "0"]
    assert found["Đài", "07289"] == ["4", "0,4", *["chưa báo cáo"] * 3, "4", "0"]
    assert found["Tổng cộng", ""] == ["8", "0,8", "1", "0,1", "1", "6", "0"]
    assert found["Chiến dịch", "mua-ban-nguoi"][0] == "8"
    assert found["Ngày", "2026-12-01"] == ["4", "0,4", *["chưa báo cáo"] * 3, "4", "0"]
    page = (project / "bao-cao" / f"{NAME}.HTML").read_text(encoding="utf-8")
    assert "chưa báo cáo" in page
    assert "Phòng, chống mua bán người" in page


def test_the_printed_report_in_the_words_of_superiors(run: Command, project: Path) -> None:
    run("import", "07288 W49 T2S khong mat dien, con lai ok")
    run("--week", "2026-W49")
    text = printed(project)
    assert "Chưa đến giờ" not in text
    for words in (
        "BÁO CÁO KẾT QUẢ TUYÊN TRUYỀN",
        "Từ ngày 30/11/2026 đến ngày 06/12/2026",
        "1/2 đài đã báo cáo",
        "xã Yên Thế 4 0,4 3 0,3 1 0",
        "phường Đa Mai 4 0,4 chưa báo cáo 4",
        "xã Yên Thế, 30/11 lúc 05:45: mat dien",
    ):
        assert words in text


def test_importing_twice_counts_once(run: Command, project: Path) -> None:
    for _ in range(2):
        told = run("import", "07288 W49 du").stdout
    assert told == "= tin nhắn: đài 07288 tuần 2026-W49 đã nhập từ trước, không tính thêm\n"
    run("import", "7288 tuần 49 đủ")  # the same, typed otherwise
    assert len(list((project / "nhat-ky").rglob("*.json"))) == 1
    run()
    assert table(project)["Đài", "07288"][2] == "4"


def test_in_mid_week_what_is_to_come_is_left_open(run: Command, project: Path) -> None:
    """The week of two days, Monday and Tuesday; on Tuesday at noon."""
    noon = datetime(2026, 12, 1, 12, 0, tzinfo=HERE)
    told = run("import", "07288 W49 T2S ko mất điện, còn lại ok", at=noon)
    assert told.return_value == 1
    assert told.stdout == (
        "! tin nhắn: đài 07288 tuần 2026-W49, chưa nhận thứ ba 01/12 từ 17:15 (1 lượt), vì "
        "đến 12:00 ngày 01/12/2026 chưa đến giờ phát; phát xong đài báo lại\n"
        "✓ tin nhắn: đài 07288 tuần 2026-W49, 2 lượt đã phát, 1 lượt không phát\n"
    )
    screen = " ".join(run(at=noon).stderr.split())
    assert "chưa báo cáo 3 lượt; chưa đến giờ phát 2 lượt." in screen
    found = table(project)
    assert found["Đài", "07288"] == ["4", "0,4", "2", "0,2", "1", "0", "1"]
    assert found["Đài", "07289"] == ["4", "0,4", *["chưa báo cáo"] * 3, "3", "1"]
    assert found["Tổng cộng", ""] == ["8", "0,8", "2", "0,2", "1", "3", "2"]
    as_of = "Tính đến 12:00 ngày 01/12/2026; còn 2 lượt chưa đến giờ phát."
    text = printed(project)
    for words in (as_of, "xã Yên Thế 4 0,4 2 0,2 1 0 1", "phường Đa Mai 4 0,4 chưa báo cáo 3 1"):
        assert words in text
    page = (project / "bao-cao" / f"{NAME}.HTML").read_text(encoding="utf-8")
    assert as_of in page
    assert "Chưa đến giờ phát</th>" in page

    # the same message, sent again when all has been played, fills what was left open
    told = run("import", "07288 W49 T2S ko mất điện, còn lại ok")
    assert (told.return_value, told.stdout.count("✓")) == (0, 1)
    run()
    assert table(project)["Đài", "07288"] == ["4", "0,4", "3", "0,3", "1", "0", "0"]
    assert "Tính đến" not in printed(project)


def test_a_sheet_ticked_in_advance_counts_as_far_as_it_can_be_known(
    run: Command, project: Path
) -> None:
    marks = {"T2S": ("x", "", ""), "T2C": ("x", "", ""), "T3C": ("", "x", "cắt điện báo trước")}
    monday = datetime(2026, 11, 30, 17, 15, tzinfo=HERE)  # the second has just begun
    told = run("import", str(filled(project, marks)), at=monday).stdout
    assert "chưa nhận thứ ba 01/12 (1 lượt)" in told
    assert "2 lượt đã phát, 0 lượt không phát" in told


def test_before_the_first_broadcast_nobody_is_late(run: Command, project: Path) -> None:
    sunday = datetime(2026, 11, 29, 20, 0, tzinfo=HERE)
    told = run("import", "07288 W49 du", at=sunday).stdout
    assert (
        "chưa nhận từ thứ hai 30/11 đến thứ ba 01/12 (4 lượt), vì đến 20:00 ngày 29/11/2026" in told
    )
    assert not (project / "nhat-ky").exists()
    screen = run("--week", "2026-W49", at=sunday).stderr
    assert "Chưa báo cáo:" not in screen.partition("Theo lịch 8 lượt")[2]
    assert table(project)["Đài", "07288"] == ["4", "0,4", *["chưa đến giờ phát"] * 3, "0", "4"]
    assert "0/2 đài đã báo cáo" in printed(project)


def test_of_two_reports_the_later_holds_and_that_is_told(run: Command, project: Path) -> None:
    run("import", "07288 W49 du")
    told = run("import", "07288 W49 T3C ko hỏng loa").stdout
    assert "T3C: báo trước ghi đã phát, nay ghi không phát; lấy báo sau" in told
    run()
    assert table(project)["Đài", "07288"] == ["4", "0,4", "3", "0,3", "1", "0", "0"]


@pytest.mark.parametrize(
    "how",
    [{}, {"delimiter": ";"}, {"delimiter": "\t", "encoding": "utf-16"}, {"encoding": "utf-8"}],
)
def test_the_log_comes_back_as_a_spreadsheet_saves_it(
    run: Command, project: Path, how: dict[str, str]
) -> None:
    marks = {"T2S": ("x", "", ""), "T2C": ("", "x", "'=mất điện"), "T3S": ("X", "", "")}
    told = run("import", str(filled(project, marks, **how))).stdout
    assert told == "✓ đã điền.csv: đài 07288 tuần 2026-W49, 2 lượt đã phát, 1 lượt không phát\n"
    run()
    assert table(project)["Đài", "07288"] == ["4", "0,4", "2", "0,2", "1", "1", "0"]


def test_both_boxes_ticked_is_refused_and_the_rest_is_taken(run: Command, project: Path) -> None:
    result = run("import", str(filled(project, {"T2S": ("x", "x", ""), "T2C": ("x", "", "")})))
    assert result.return_value == 1
    assert "đã điền.csv:2: " in result.stdout
    assert "đánh dấu cả hai ô" in result.stdout
    assert "1 lượt đã phát" in result.stdout


def test_a_file_of_messages(run: Command, project: Path) -> None:
    (project / "tin.txt").write_text("07288 W49 du\n\n07289 W49 T2 ok\n", encoding="utf-8")
    run("import", str(project / "tin.txt"))
    run()
    assert table(project)["Tổng cộng", ""][2] == "6"


def test_one_campaign_counts_only_its_own_minutes(run: Command, project: Path) -> None:
    run("import", "07288 W49 du")
    run("--campaign", "mua-ban-nguoi")
    whole = table(project, f"{NAME}_mua-ban-nguoi")["Tổng cộng", ""]
    assert whole[:2] == ["8", "0,3"]


def test_from_and_to_cut_days(run: Command, project: Path) -> None:
    run("--from", "2026-12-01", "--to", "31/12/2026")
    found = table(project, "KET-QUA_2026-12-01_2026-12-31")
    assert found["Tổng cộng", ""][0] == "4"


def test_hostile_reasons_stay_text(run: Command, project: Path) -> None:
    run("import", '07288 W49 T2S ko #panic("x")<script>alert(1)</script>')
    run()
    page = (project / "bao-cao" / f"{NAME}.HTML").read_text(encoding="utf-8")
    assert "<script>" not in page
    pages = PdfReader(project / "bao-cao" / f"{NAME}.PDF").pages
    assert any("#panic" in page.extract_text() for page in pages)


def test_a_spoilt_log_is_named(run: Command, project: Path) -> None:
    run("import", "07288 W49 du")
    (kept,) = (project / "nhat-ky").rglob("*.json")
    kept.write_bytes(b"{")
    with pytest.raises(ProjectError, match=rf"nhat-ky/2026-W49/{kept.name}:1:1"):
        run()
