"""Figures and states in Vietnamese, as the pages say them."""

import re
from collections.abc import Iterable
from datetime import datetime

from ..figures import clock, duration, size
from ..model import Campaign, Directive, PartialDate, Place, Problem
from ..publish.papers import wording
from ..publish.papers.wording import KINDS, weekday

_KEYS = re.compile(r" \([a-z_, ]+\)")  # of campaign.yaml, after what people call them
FIELDS = {  # of campaign.yaml, as the desk calls them
    "title": "tên chiến dịch",
    "hotline": "đường dây nóng",
    "call_to_action": "lời kêu gọi",
}


PRODUCTS = {  # of the kit, by file, as they are shown
    "bang-tin-dien-tu.txt": "Cả dòng chữ chạy và từng màn hình",
    "ban-tin.txt": "Bài cho bản tin in",
    "bai-web.html": "Trang bài viết",
    "bai-web-nhung.html": "Mã HTML, dán vào trang của cơ quan",
    "bai-web.md": "Bài viết dạng Markdown",
    "tin-nhan.csv": "Bảng cho phần mềm gửi tin",
    "facebook.txt": "Lời cho Facebook",
    "zalo.txt": "Lời cho Zalo",
    "anh-vuong.png": "Ảnh vuông",
    "anh-ngang.png": "Ảnh ngang",
    "to-roi-a5.pdf": "Tờ rời A5, in ở cơ quan",
    "to-roi-a5-nha-in.pdf": "Tờ rời A5, gửi nhà in",
    "to-gap.pdf": "Tờ gấp ba, in ở cơ quan",
    "to-gap-nha-in.pdf": "Tờ gấp ba, gửi nhà in",
    "kich-ban.pdf": "Kịch bản, để in",
    "kich-ban.txt": "Kịch bản, dạng chữ",
    "nghe.mp3": "Tin như đã phát",
    "phu-de.srt": "Phụ đề SRT",
    "phu-de.vtt": "Phụ đề VTT",
}


def product_name(file: str) -> str:
    """What people call a product of the kit."""
    return PRODUCTS.get(file, file)


def product_order(files: Iterable[str]) -> list[str]:
    """Products as people look for them; those nobody has named come last."""
    place = {file: number for number, file in enumerate(PRODUCTS)}
    return sorted(files, key=lambda each: (place.get(each, len(place)), each))


def moment(at: datetime) -> str:
    """When something was done."""
    return f"{at:%H:%M} ngày {at:%d/%m/%Y}"


def letter_name(directive: Directive) -> str:
    """A letter's number and symbol; what it leaves blank is shown blank."""
    return wording.coded(directive.number, directive.symbol)


def letter_date(day: PartialDate) -> str:
    """A letter's date; what it leaves blank is shown blank."""
    return f"ngày {day.day or '…'} tháng {day.month or '…'} năm {day.year or '…'}"


def refused(code: int | None) -> str:
    """Why a page does not come."""
    known = {
        404: "Không có trang này. Có thể tệp đã được đổi tên hoặc xóa.",
        405: "Trang này không nhận yêu cầu kiểu ấy.",
        413: "Tệp quá lớn (hơn 25 MB). Hãy bỏ bớt ảnh rồi thử lại.",
    }
    return known.get(code or 0, "Chương trình gặp lỗi ngoài dự tính. Hãy tải lại trang.")


def mended_at(place: Place) -> str:
    """The page on which what is written at a place can be changed."""
    parts = place.file.split("/")
    if len(parts) == 3 and parts[0] == "campaigns" and parts[2].endswith(".md"):
        return f"/chien-dich/{parts[1]}/{parts[2].removesuffix('.md')}"
    return f"/tep/{place.file}?dong={place.line}"


def called(place: Place, campaigns: Iterable[Campaign]) -> str:
    """What a person calls the text at a place: a message by its title, a file by its name."""
    for campaign in campaigns:
        if place.file == f"campaigns/{campaign.id}/campaign.yaml":
            return f"Phần dùng chung, dòng {place.line}"
        for message in (*campaign.messages, *campaign.unwritten):
            if place.file == message.place.file and message.title:
                return f"Tin “{message.title}”"
    return f"{place.file}, dòng {place.line}"


def plainly(problem: Problem) -> tuple[str, str]:
    """What is wrong and what to do, on the desk: there a person fills in fields, not files."""
    of_message = problem.place.file.endswith(".md")
    if problem.code == "message.empty":
        return problem.what, "viết lời"
    if problem.code == "reading.unread":
        where = "bấm vào chữ ấy ở phần Sẽ đọc thành" if of_message else "vào trang Từ điển"
        return problem.what, f"viết ra chữ như khi nói, hoặc {where} để ghi cách đọc"
    if of_message and problem.what == "thiếu mục “title”":
        return "tin chưa có tên", "đặt tên cho tin"
    if problem.code == "campaign.task":
        return (
            "còn một việc của công văn chưa có tin",
            "bấm Viết tin cho việc này ở trang chiến dịch",
        )
    for name, label in FIELDS.items():
        if problem.what == f"thiếu mục “{name}”":
            return f"chưa có {label}", "điền ở mục Dùng chung cho mọi tin"
    if problem.code.startswith("letter."):
        return problem.what, _KEYS.sub("", problem.fix)
    return problem.what, problem.fix


FOR_PAGES = {
    each.__name__: each
    for each in (
        duration,
        clock,
        weekday,
        moment,
        size,
        product_name,
        letter_name,
        letter_date,
        mended_at,
        called,
        plainly,
    )
} | {"KINDS": KINDS}
