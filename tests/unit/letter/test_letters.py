"""Letters of other offices: communes, the Party, the Front, the police; plans; no form at all."""

from pathlib import Path

import pytest

from pipeline.letter import read_letter
from pipeline.letter.fonts import converted
from pipeline.model import Directive, Letter

LETTERS = Path(__file__).parent / "letters"


def read(name: str) -> Letter:
    return read_letter(LETTERS / f"{name}.txt")


def codes(letter: Letter) -> set[str]:
    return {each.code.removeprefix("letter.") for each in letter.remarks}


def face(directive: Directive) -> tuple[str | None, str, str, tuple[int | None, ...], str | None]:
    day = directive.date
    when = (day.day, day.month, day.year)
    return directive.number, directive.symbol, directive.issuer, when, directive.signer


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "xa-sau-sap-nhap",
            ("215", "UBND-VHXH", "Ủy ban nhân dân xã Yên Thế", (12, 3, 2026), "Nguyễn Văn Bình"),
        ),
        (
            "ban-tuyen-giao",
            (
                *("12", "CV/BTGDVTU", "Ban Tuyên giáo và Dân vận Tỉnh ủy Nghệ An"),
                *((5, 1, 2026), "Trần Thị Hồng Minh"),
            ),
        ),
        (
            "mat-tran",
            (
                *("301", "MTTQ-BTT", "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh Đắk Lắk"),
                *((None, 10, 2025), "Y Moan"),
            ),
        ),
        (
            "cong-an",
            (
                *(None, "CSHS-Đ2", "Phòng Cảnh sát hình sự Công an tỉnh Lâm Đồng"),
                *((18, 11, 2025), "Thượng tá Lê Quang Huy"),
            ),
        ),
        (
            "ke-hoach",
            ("88", "KH-UBND", "Ủy ban nhân dân phường Từ Sơn", (2, 6, 2026), "Đỗ Thị Thanh Hà"),
        ),
        ("nhieu-nhom", ("1520", "SYT-NVY", "Sở Y tế tỉnh An Giang", (7, 8, 2025), "Phạm Minh Đức")),
        (
            "truoc-2025-huyen",
            (
                *(None, "VHTT", "Phòng Văn hóa và Thông tin huyện Tân Yên"),
                *((None, 9, 2024), "Hoàng Văn Nam"),
            ),
        ),
        ("khong-dau-muc", (None, "", "", (None, None, None), "Nguyễn Thị Lan")),
        (
            "cong-dien",
            ("21", "CĐ-UBND", "Ủy ban nhân dân tỉnh Nghệ An", (19, 9, 2026), "Trần Văn Minh"),
        ),
        (
            "huong-dan-cua-dang",
            (
                *("87", "HD/BTGDVTU", "Ban Tuyên giáo và Dân vận Tỉnh ủy Thanh Hóa"),
                *((3, 8, 2026), "Lê Thị Hạnh"),
            ),
        ),
        (
            "hai-ben-cung-ky",
            (
                *("09", "KH-BCĐ", "Ủy ban nhân dân xã Tây Yên Tử - Ban Chỉ đạo 35"),
                *((7, 4, 2026), "Lê Minh Tú; Nguyễn Hữu Phương"),
            ),
        ),
        (
            "chi-thi-du-thao",
            (None, "CT-UBND", "Ủy ban nhân dân tỉnh Đồng Tháp", (None, None, 2026), None),
        ),
        (
            "hoi-phu-nu",
            (
                *("231", "HD-BTV", "Ban Chấp hành Hội LHPN Việt Nam tỉnh Quảng Trị"),
                *((3, 3, 2026), "Trần Thị Mai"),
            ),
        ),
        (
            "cong-dien-khan",
            ("03", "CĐ-BCHPTDS", "Ban Chỉ huy PTDS xã Tuấn Đạo", (7, 9, 2026), "Nông Văn Thế"),
        ),
        (
            "chi-thi-cua-dang",
            ("15", "CT/ĐU", "Đảng ủy xã Hữu Lũng", (10, 5, 2026), "Nguyễn Thành Long"),
        ),
        (
            "qua-nhieu-cap",
            (
                *("905", "TTCS&TTĐN-TTCS"),
                "Cục Thông tin cơ sở và Thông tin đối ngoại Bộ Văn hóa, Thể thao và Du lịch",
                *((1, 6, 2026), "Phạm Anh Thư"),
            ),
        ),
        (
            "thong-bao-xa",
            (
                *("34", "TB-TTPVHCC", "Trung tâm Phục vụ hành chính công xã Lục Ngạn"),
                *((15, 1, 2026), "Hoàng Văn Thắng"),
            ),
        ),
    ],
)
def test_the_face_of_a_letter(name: str, expected: tuple[object, ...]) -> None:
    assert face(read(name).directive) == expected


@pytest.mark.parametrize(
    ("name", "stations", "others"),
    [
        (
            "xa-sau-sap-nhap",
            ["Phát tin bài về diệt", "Thông báo lịch phun"],
            ["Trạm Y tế xã", "Trạm Y tế xã", "Các thôn, tổ dân phố"],
        ),
        ("ban-tuyen-giao", ["Tuyên truyền về lịch sử", "Giới thiệu những tấm gương"], []),
        ("mat-tran", ["Thông báo địa điểm"], ["Ủy ban MTTQ Việt Nam các xã, phường"]),
        ("cong-an", ["Không cung cấp mã OTP", "Cảnh giác với cuộc gọi"], ["Công an cấp xã"]),
        (
            "ke-hoach",
            ["Tuyên truyền Tổng đài", "Phổ biến kỹ năng", "Phòng Văn hóa - Xã hội"],
            ["Công an phường", *["Các trường học trên địa bàn"] * 2],
        ),
        (
            "nhieu-nhom",
            ["Chỉ đạo phát tin", "Khuyến cáo người dân"],
            [*["Trung tâm Kiểm soát bệnh tật tỉnh"] * 2, "Các bệnh viện"],
        ),
        (
            "truoc-2025-huyen",
            ["Tuyên truyền quy định", "Tuyên truyền tác hại", "Tuyên truyền tuyên truyền"],
            [],
        ),
        (
            "cong-dien",
            ["Chỉ đạo đài truyền thanh", "Tuyên truyền kỹ năng", "Thông báo số điện thoại"],
            [
                "Chủ tịch Ủy ban nhân dân các xã, phường",
                "Báo và Phát thanh, Truyền hình Nghệ An",
            ],
        ),
        (
            "huong-dan-cua-dang",
            [
                *("Giá trị lịch sử", "Thành tựu 81 năm", "Vận động nhân dân"),
                "Ban Thường vụ đảng ủy các xã, phường chỉ đạo đài",
            ],
            ["Sở Văn hóa, Thể thao và Du lịch", "Báo và Đài Phát thanh, Truyền hình Thanh Hóa"],
        ),
        (
            "hai-ben-cung-ky",
            ["Quy định về sử dụng lửa", "Mức phạt", "Số điện thoại báo cháy", "Phát thanh 3 buổi"],
            ["Tổ bảo vệ rừng"],
        ),
        (
            "chi-thi-du-thao",
            ["Rà soát, cắm biển cảnh báo", "Chỉ đạo đài truyền thanh nhắc"],
            [
                *("Sở Giáo dục và Đào tạo", "Sở Văn hóa, Thể thao và Du lịch"),
                *("Ủy ban nhân dân xã, phường",),
                "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các đoàn thể",
            ],
        ),
        (
            "chi-thi-cua-dang",
            ["Ủy ban nhân dân xã chỉ đạo Đài"],
            [
                *("Các chi bộ", "Mặt trận Tổ quốc và các đoàn thể", "Đồn Biên phòng"),
                "Văn phòng Đảng ủy",
            ],
        ),
        (
            "hoi-phu-nu",
            ["Luật Phòng", "Thủ đoạn của tội phạm", "Dấu hiệu nhận biết"],
            ["Ban Thường vụ Hội LHPN các xã, phường", "Các ban chuyên môn tỉnh Hội"],
        ),
        (
            "cong-dien-khan",
            ["Đài Truyền thanh xã thông báo"],
            ["Trưởng các thôn", "Công an xã, Ban CHQS xã"],
        ),
        ("qua-nhieu-cap", ["Ý nghĩa", "Giá trị, chuẩn mực", "Tổng đài 111"], []),
        (
            "thong-bao-xa",
            ["Từ ngày 19/01/2026", "Công dân có thể", "Đề nghị Đài Truyền thanh"],
            [],
        ),
    ],
)
def test_tasks_of_stations_and_of_others(name: str, stations: list[str], others: list[str]) -> None:
    directive = read(name).directive
    subject, *tasks = (task.text for task in directive.tasks)
    assert subject.lower() == directive.subject.lower()
    assert len(tasks) == len(stations)
    assert all(text.startswith(begin) for text, begin in zip(tasks, stations, strict=True))
    assert [each.to for each in directive.others] == others


def test_wrapped_subjects_and_addressees_in_one_line() -> None:
    directive = read("xa-sau-sap-nhap").directive
    assert directive.subject == (
        "tuyên truyền phòng, chống dịch sốt xuất huyết trên hệ thống truyền thanh xã"
    )
    assert directive.addressees == ("Các thôn, tổ dân phố", "Đài Truyền thanh xã", "Trạm Y tế xã")
    assert directive.signer_title == "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH"


def test_laws_and_party_papers_are_bases() -> None:
    assert [each.symbol for each in read("ke-hoach").references] == [
        "102/2016/QH13",
        "56/2017/NĐ-CP",
    ]
    (party,) = read("ban-tuyen-giao").references
    assert (party.symbol, party.issuer) == (
        "08-HD/BTGDVTW",
        "Ban Tuyên giáo và Dân vận Trung ương",
    )
    first, second = read("nhieu-nhom").directive.bases
    assert first.endswith("bệnh dại")
    assert second == "Công văn số 4500/BYT-DP ngày 01/8/2025 của Bộ Y tế"


def test_what_a_person_should_look_at_is_told() -> None:
    assert "appendix" in codes(read("ke-hoach"))
    assert "time" in codes(read("ban-tuyen-giao"))
    assert "subject-capitals" in codes(read("chi-thi-cua-dang"))
    assert "signers" in codes(read("hai-ben-cung-ky"))
    assert "slip" in codes(read("truoc-2025-huyen"))
    assert {"blank-number", "blank-symbol", "blank-subject"} <= codes(read("khong-dau-muc"))
    assert read("ke-hoach").kind == "kế hoạch"


def test_a_subject_ends_before_what_stands_beneath_it() -> None:
    subjects = {
        name: read(name).directive.subject
        for name in ("cong-dien", "chi-thi-du-thao", "thong-bao-xa")
    }
    assert subjects == {
        "cong-dien": "chủ động ứng phó với bão số 6 và mưa lũ",
        "chi-thi-du-thao": "tăng cường phòng, chống đuối nước cho trẻ em trong mùa nước nổi",
        "thong-bao-xa": "thay đổi thời gian tiếp nhận hồ sơ thủ tục hành chính",
    }


def test_an_urgent_telegram_names_its_addressees_after_its_sender() -> None:
    assert read("cong-dien-khan").directive.addressees[1] == "Đài Truyền thanh xã"
    assert read("cong-dien").directive.addressees == (
        "Giám đốc các sở, Thủ trưởng các ban, ngành cấp tỉnh",
        "Chủ tịch Ủy ban nhân dân các xã, phường",
        "Báo và Phát thanh, Truyền hình Nghệ An",
    )


def test_headings_in_an_old_font_of_capitals_are_capitals() -> None:
    letters = converted("CéNG HßA X\u00b7 HéI  - Sè: 12/KH-UBND\nLª ThÞ HuÖ", "TCVN3")
    assert converted("CéNG HßA X· HéI", "TCVN3") == "CỘNG HÒA XÃ HỘI"
    assert "Số: 12/KH-UBND" in letters
    assert "Lê Thị Huệ" in letters


@pytest.mark.parametrize(
    ("lines", "year", "subject"),
    [
        (("V/v diệt bọ gậy          Yên Thế, ngày … tháng 7 năm", "{}2023"), 2023, "diệt bọ gậy"),
        (("Yên Thế, ngày 2 tháng 7 năm", "V/v diệt bọ gậy      2023"), 2023, "diệt bọ gậy"),
        (("Yên Thế, ngày 2 tháng 7 năm", "", "2023", "V/v diệt bọ gậy"), 2023, "diệt bọ gậy"),
        (("Yên Thế, ngày 2 tháng 7 năm …", "V/v diệt bọ gậy", "2023"), None, "diệt bọ gậy 2023"),
    ],
)
def test_a_year_on_the_line_below_its_date_is_the_date_s(
    tmp_path: Path, lines: tuple[str, ...], year: int | None, subject: str
) -> None:
    head = "\n".join(("UBND XÃ YÊN THẾ", "Số: 12/UBND-VX", *lines)).replace("{}", " " * 40)
    path = tmp_path / "cong-van.txt"
    path.write_text(f"{head}\n\nKính gửi: Đài truyền thanh xã\n\nThực hiện 1. Phát tin.\n", "utf-8")
    directive = read_letter(path).directive
    assert (directive.date.year, directive.subject) == (year, subject)


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("ban-tuyen-giao", "time", "Tuyên truyền cao điểm"),
        ("chi-thi-cua-dang", "subject-capitals", "VỀ TĂNG CƯỜNG SỰ LÃNH ĐẠO"),
        ("truoc-2025-huyen", "slip", "- Tuyên truyền tuyên truyền"),
    ],
)
def test_a_remark_on_words_of_the_letter_points_to_their_line(
    name: str, code: str, words: str
) -> None:
    (line,) = {each.place.line for each in read(name).remarks if each.code == f"letter.{code}"}
    text = (LETTERS / f"{name}.txt").read_text("utf-8").split("\n")
    assert text[line - 1].startswith(words)
