"""Draft titles: what a task is about, ended where a phrase ends."""

import re
from pathlib import Path

import pytest

from pipeline.letter import read_letter
from pipeline.letter.naming import STRETCHED, title

from .seeds import CAMPAIGNS, letter

LETTERS = sorted((Path(__file__).parent / "letters").iterdir()) + [
    letter(each) for each in CAMPAIGNS
]
DANGLING = re.compile(
    r"(?:các|những|một|và|của|về|cho|với|trên|trong|tại|từ|đến|để|do|theo|khi|là|có|được|phòng|mua|thủ|bảo"
    r"|dân tộc thiểu|truyền|công|nhằm|số|ngày|tháng|vào),?$"
)
TITLES = {
    "Tăng cường tuyên truyền công tác phòng, chống mua bán người và hỗ trợ nạn nhân bị mua bán trở "
    "về địa phương": "Phòng, chống mua bán người",
    "Thông tin, tuyên truyền về các hình thức, thủ đoạn mới và mục đích của tội phạm mua bán "
    "người": "Các hình thức, thủ đoạn mới",
    "Tuyên truyền hưởng ứng “Ngày thế giới phòng, chống mua bán người” và “Ngày toàn dân”": (
        "Ngày thế giới phòng, chống mua bán người"
    ),
    "Phổ biến các quy định của pháp luật về phòng cháy, chữa cháy và cứu nạn, cứu hộ; kỹ năng": (
        "Phòng cháy, chữa cháy và cứu nạn, cứu hộ"
    ),
    "Hướng dẫn người dân cài đặt và sử dụng ứng dụng VNeID để thực hiện dịch vụ công": (
        "Hướng dẫn người dân cài đặt và sử dụng ứng dụng VNeID"
    ),
    "Tuyên truyền cho nhân dân về chính sách hỗ trợ nhà ở cho hộ nghèo, hộ cận nghèo": (
        "Chính sách hỗ trợ nhà ở"
    ),
    "Tuyên truyền Luật Bảo hiểm y tế sửa đổi, bổ sung năm 2024, quyền lợi của người tham gia": (
        "Luật Bảo hiểm y tế sửa đổi, bổ sung năm 2024"
    ),
    "Tuyên truyền về Ngày Thương binh - Liệt sĩ": "Ngày Thương binh - Liệt sĩ",
    "Đài Truyền thanh xã: xây dựng chuyên mục hỏi đáp pháp luật, phát ít nhất 01 lần/tuần": (
        "Xây dựng chuyên mục hỏi đáp pháp luật"
    ),
    "Khi phát hiện, gọi ngay số trực ban hoặc báo công an xã gần nhất": "Gọi ngay số trực ban",
    "Khuyến cáo nhân dân không bấm vào đường liên kết lạ, không cung cấp mã OTP": (
        "Khuyến cáo nhân dân không bấm vào đường liên kết lạ"
    ),
    'Giới thiệu mô hình "Tiếng loa an ninh" tại các thôn, tổ dân phố': (
        'Mô hình "Tiếng loa an ninh"'
    ),
    "Tuyên truyền để nhân dân biết, chủ động phòng tránh rét đậm, rét hại cho cây trồng": (
        "Chủ động phòng tránh rét đậm, rét hại"
    ),
    "Ủy ban nhân dân xã chỉ đạo Đài Truyền thanh xã mở chuyên mục về thủ đoạn mua bán người": (
        "Thủ đoạn mua bán người"
    ),
    "Tuyên truyền nhiệm vụ chuyển đổi số": "Nhiệm vụ chuyển đổi số",
    "Thực hiện tuyên truyền trên hệ thống loa truyền thanh xã từ ngày 01/10": (
        "Thực hiện tuyên truyền"
    ),
}


@pytest.mark.parametrize(("task", "expected"), TITLES.items())
def test_a_title_is_what_the_task_is_about(task: str, expected: str) -> None:
    assert title(task) == expected


def test_a_message_without_a_heading_is_called_by_its_first_words() -> None:
    words = "Tuyên truyền viên đã đến thôn ta, mang theo tờ rơi về phòng, chống bệnh dại cho bà con"
    assert title(words, order=False) == "Tuyên truyền viên đã đến thôn ta"


@pytest.mark.parametrize("path", LETTERS, ids=lambda path: path.parent.name + "/" + path.stem)
def test_titles_of_real_and_made_letters_end_with_a_phrase(path: Path) -> None:
    tasks = read_letter(path).directive.tasks
    for task in tasks:
        named = title(task.text)
        assert named.lower() in task.text.lower()
        assert 2 <= len(named.split()) <= STRETCHED
        assert not DANGLING.search(named), named
        assert named.count("“") == named.count("”")
