"""Letters of other offices: communes, the Party, the Front, the police; plans; no form at all."""

from pathlib import Path

import pytest

from pipeline.letter import read_letter
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
    assert "slip" in codes(read("truoc-2025-huyen"))
    assert {"blank-number", "blank-symbol", "blank-subject"} <= codes(read("khong-dau-muc"))
    assert read("ke-hoach").kind == "kế hoạch"
