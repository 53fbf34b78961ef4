"""The printed papers, read back by another library: every word, on A4, with its typeface."""

import re
from datetime import time
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from pipeline.errors import PublishError
from pipeline.model import Segment
from pipeline.plan import Plan
from pipeline.publish import publish
from pipeline.publish.papers import Typesetter
from pipeline.store import MemoryStore
from tests.unit.publish import kit

HOSTILE = '#panic("x") $ ] } *đậm* _ ` @ <a> \\ "/* // = #read("/etc/passwd")'


class Pdf:
    def __init__(self, content: bytes) -> None:
        self.content = content
        self.reader = PdfReader(BytesIO(content))

    @property
    def text(self) -> str:
        pages = " ".join(page.extract_text() for page in self.reader.pages)
        return re.sub(r"\s+", " ", pages)


def printed(folder: Path, plan: Plan, **given: object) -> dict[str, Pdf]:
    store = MemoryStore()
    kit.stock(plan, store)
    made = publish(plan, store, folder, **given).bundles[0].folder
    return {path.name: Pdf(path.read_bytes()) for path in sorted(made.glob("*.PDF"))}


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pdf]:
    return printed(tmp_path_factory.mktemp("giấy"), kit.make_plan(kit.station(), days=7))


def test_sheet_and_log_are_one_page_for_the_wall(papers: dict[str, Pdf]) -> None:
    assert sorted(papers) == ["KICH-BAN.PDF", "LICH-PHAT.PDF", "NHAT-KY.PDF"]
    assert [len(papers[name].reader.pages) for name in ("LICH-PHAT.PDF", "NHAT-KY.PDF")] == [1, 1]


@pytest.mark.parametrize("name", ["KICH-BAN.PDF", "LICH-PHAT.PDF", "NHAT-KY.PDF"])
def test_every_page_is_a4_and_says_whose_it_is(papers: dict[str, Pdf], name: str) -> None:
    pages = papers[name].reader.pages
    for number, page in enumerate(pages, start=1):
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
        text = page.extract_text()
        assert "Đài truyền thanh xã Yên Thế" in text
        assert "mã 07288 · tuần 49/2026" in text
        assert f"Trang {number} / {len(pages)}" in text


@pytest.mark.parametrize("name", ["KICH-BAN.PDF", "LICH-PHAT.PDF", "NHAT-KY.PDF"])
def test_every_typeface_is_inside(papers: dict[str, Pdf], name: str) -> None:
    found = set()
    for page in papers[name].reader.pages:
        for font in page["/Resources"]["/Font"].values():
            (inner,) = font.get_object()["/DescendantFonts"]
            described = inner.get_object()["/FontDescriptor"].get_object()
            assert any(key in described for key in ("/FontFile2", "/FontFile3"))
            found.add(described["/FontName"].partition("+")[2].partition("-")[0])
    ours = {"BeVietnamPro", "Literata"} if name == "KICH-BAN.PDF" else {"BeVietnamPro"}
    assert found == ours


def test_nothing_tells_when_a_paper_was_made(papers: dict[str, Pdf]) -> None:
    for paper in papers.values():
        assert "/CreationDate" not in paper.reader.metadata
        assert paper.reader.metadata.title.endswith("tuần 49/2026, Đài truyền thanh xã Yên Thế")


def test_the_sheet_tells_days_in_their_order(papers: dict[str, Pdf]) -> None:
    text = papers["LICH-PHAT.PDF"].text
    wanted = (
        "Lịch phát tuần 49",
        "Từ thứ hai 30/11 đến chủ nhật 06/12/2026",
        *("Thứ hai 30/11", "05:45 17:15", "Việc nhẹ, lương cao", "01_T2SC_VIEC-NHE-LUONG.MP3"),
        *("6 giây", "Thứ ba", "Người lạ hứa hẹn", "Chủ nhật 06/12", "Hãy gọi số 111."),
        "05:30–06:30 và 17:00–18:00, mỗi buổi tối đa 60 phút, theo NĐ 49/2024",
        "Công văn số ……/STTTT-TTBCXB ngày …… tháng 7 năm 2023",
    )
    places = [text.index(each) for each in wanted]
    assert places == sorted(places)
    assert "Dữ liệu mẫu" in text


def test_the_log_has_a_code_for_every_broadcast_and_says_how_to_answer(
    papers: dict[str, Pdf],
) -> None:
    text = papers["NHAT-KY.PDF"].text
    for day in ("T2", "T3", "T4", "T5", "T6", "T7", "CN"):
        assert f"05:45 {day}S" in text
        assert f"17:15 {day}C" in text
    assert "07288 W49 du" in text


def test_the_script_has_the_words_who_says_them_and_where_to_breathe(tmp_path: Path) -> None:
    plan = kit.make_plan(kit.station(), days=1)
    bundle, bulletin = plan.bundles[0], plan.bundles[0].bulletins[0]
    lines = (
        Segment(written="một", spoken="một", pause=300, syllables=1, role="A"),
        Segment(written="2", spoken="hai", pause=1000, syllables=1, role="A"),
        Segment(written="ba", spoken="ba", pause=700, syllables=1, role="B"),
    )
    rundown = tuple(each.but(script=lines) for each in bulletin.rundown)
    plan = plan.but(bundles=(bundle.but(bulletins=(bulletin.but(rundown=rundown),)),))
    text = printed(tmp_path, plan)["KICH-BAN.PDF"].text
    assert "A một / hai // 2 B ba //" in text
    assert "Không dùng gtts: mất mạng" in text


def test_hostile_names_are_only_ever_text(tmp_path: Path) -> None:
    plan = kit.make_plan(kit.station(name=HOSTILE), days=2)
    bundle = plan.bundles[0]
    first = bundle.bulletins[0]
    words = Segment(written=HOSTILE, spoken=HOSTILE.lower(), pause=1, syllables=1)
    rundown = tuple(each.but(title=HOSTILE, script=(words,)) for each in first.rundown)
    evil = first.but(title=HOSTILE, rundown=rundown, moved={HOSTILE: HOSTILE})
    plan = plan.but(
        bundles=(bundle.but(bulletins=(evil, *bundle.bulletins[1:])),),
        campaigns=dict.fromkeys(plan.campaigns, HOSTILE),
    )
    why = {bundle.bulletins[1].id: HOSTILE}
    squeezed = re.sub(r"\s", "", HOSTILE)
    for name, paper in printed(tmp_path, plan, failed=why, note={"": HOSTILE}).items():
        assert squeezed in re.sub(r"\s", "", paper.text), name


def test_what_failed_is_said_on_its_day_and_has_nothing_to_tick(tmp_path: Path) -> None:
    why = {"07288/2026-12-01": "máy đọc hỏng"}
    papers = printed(tmp_path, kit.make_plan(kit.station()), failed=why)
    assert "Thứ ba 01/12 05:45 17:15 KHÔNG CÓ BẢN TIN máy đọc hỏng" in papers["LICH-PHAT.PDF"].text
    assert "T3S không có bản tin" in papers["NHAT-KY.PDF"].text


def test_many_broadcasts_go_on_to_a_second_page_under_the_same_head(tmp_path: Path) -> None:
    times = tuple(time(17, minute) for minute in range(0, 50, 10))
    papers = printed(tmp_path, kit.make_plan(kit.station(times=times), days=7))
    pages = papers["NHAT-KY.PDF"].reader.pages
    assert len(pages) == 2
    assert all("Đã phát" in page.extract_text() for page in pages)
    assert "T2C1" in pages[0].extract_text()
    for page in pages:  # a day is never cut in two
        text = page.extract_text().partition("Báo về")[0]
        for day, code in (("Thứ hai", "T2C"), ("Thứ bảy", "T7C"), ("Chủ nhật", "CNC")):
            assert text.count(code) in (0, 5)
            assert (day in text) is (code in text)


def test_an_office_may_have_its_own_design(tmp_path: Path) -> None:
    own = tmp_path / "papers"
    own.mkdir()
    (own / "lich-phat.typ").write_text("#masthead[Lịch của xã]\n#told.span", encoding="utf-8")
    papers = printed(tmp_path / "output", kit.make_plan(kit.station(), days=1), templates=own)
    assert "Lịch của xã" in papers["LICH-PHAT.PDF"].text
    assert "Nhật ký phát tuần 49" in papers["NHAT-KY.PDF"].text


def test_a_mistake_in_a_design_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "lich-phat.typ").write_text("#told.span\n\n#told.khong-co\n", encoding="utf-8")
    told = {"title": "", "whose": "", "running": "", "span": "tuần"}
    with pytest.raises(PublishError, match=r"lich-phat\.typ:3: mẫu trang in có chỗ sai"):
        Typesetter(tmp_path).pdf("lich-phat.typ", told)


def test_the_same_words_give_the_same_bytes_in_any_thread_and_order() -> None:
    told = {
        "title": "a",
        "whose": "b",
        "running": "c",
        "span": "d",
        "week": "1",
        "sample": False,
        "bulletins": [],
    }
    first = Typesetter().pdf("kich-ban.typ", told)
    other = Typesetter()
    other.pdf("kich-ban.typ", told | {"whose": "khác"})
    assert other.pdf("kich-ban.typ", told) == first


def test_the_guide_is_one_page_with_six_steps_for_all_stations(tmp_path: Path) -> None:
    plan, store = kit.make_plan(title="Truyền thanh tỉnh"), MemoryStore()
    kit.stock(plan, store)
    release = publish(plan, store, tmp_path)
    guide = Pdf((release.folder / "HUONG-DAN.PDF").read_bytes())
    assert len(guide.reader.pages) == 1
    for words in ("Phát bản tin trong sáu bước", "Cắm thẻ USB", "6 07288 W49 du", "Cần hỏi, gọi:"):
        assert words in guide.text
    assert "Truyền thanh tỉnh · hướng dẫn" in guide.text
