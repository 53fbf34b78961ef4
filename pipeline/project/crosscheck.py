"""What no file can tell alone: whether there is enough, and whether all can be read aloud."""

import re
import unicodedata
from collections.abc import Iterator

from ..model import Campaign, Message, Paragraph, Place, Project
from ..reading import Lexicon, Reading, read
from ..reading.legacy import legacy
from .report import Report

VIETNAMESE_ONLY = set("ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")
ENOUGH = 12  # words from which the share of marked ones tells the language
LEAST = 0.15  # share of words with a Vietnamese mark; ordinary Vietnamese has over a half

SPELLED = "abbreviation.spelled"  # a loudspeaker must not recite letters nobody decided on
NO_DATE = "date.missing"  # nor call people together on the 31st of February

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_FIGURE = re.compile("[0-9]")
_RUN = re.compile(r"\b(?:{0})(?: (?:{0}))*\b".format("|".join(DIGITS)))


def crosscheck(project: Project, report: Report) -> None:
    """Note everything that does not fit."""
    _check_empty(project, report)
    lexicon = Lexicon().over(project.lexicon)
    for campaign in project.campaigns:
        crosscheck_campaign(campaign, lexicon, report)
    for paragraph in (project.rundown.opening, project.rundown.closing):
        _check_text(paragraph, lexicon, report)


def crosscheck_campaign(campaign: Campaign, lexicon: Lexicon, report: Report) -> None:
    """Note everything in a campaign that cannot be read aloud."""
    own = lexicon.over(campaign.lexicon)
    for message in campaign.messages:
        _check_message(message, own, report)
    _check_text(campaign.call_to_action, own, report)
    _check_hotline(campaign, own, report)


def _check_empty(project: Project, report: Report) -> None:
    for folder, what, found in (
        ("stations", "đài nào", project.stations),
        ("campaigns", "chiến dịch nào", project.campaigns),
    ):
        if not found and not report.lost(f"{folder}/"):
            what = f"chưa có {what} trong thư mục {folder}"
            fix = "chép tệp mẫu từ dự án mới tạo bằng: truyenthanh init THƯ-MỤC"
            report.add(Place(file=project.place.file), "project.empty", what, fix)


def _check_message(message: Message, lexicon: Lexicon, report: Report) -> None:
    if message.recording or message.language != "vi" or not message.paragraphs:
        return
    if legacy(" ".join(paragraph.text for paragraph in message.paragraphs)):
        report.add(
            message.paragraphs[0].place,
            "message.legacy-font",
            "lời gõ bằng phông chữ cũ (TCVN3 hoặc VNI)",
            "chuyển sang bảng mã Unicode, ví dụ bằng Unikey, rồi lưu lại",
        )
        return
    if not _vietnamese(message):
        report.add(
            message.paragraphs[0].place,
            "message.not-vietnamese",
            "lời có vẻ không phải tiếng Việt, hoặc tiếng Việt không dấu",
            "viết tiếng Việt có dấu; tiếng khác thì ghi âm và thêm dòng “recording: tên-tệp”",
        )
        return
    for paragraph in message.paragraphs:
        _check_text(paragraph, lexicon, report)


def _vietnamese(message: Message) -> bool:
    text = " ".join(paragraph.text for paragraph in message.paragraphs)
    words = unicodedata.normalize("NFC", text).lower().split()
    marked = sum(not VIETNAMESE_ONLY.isdisjoint(word) for word in words)
    return len(words) < ENOUGH or marked / len(words) >= LEAST


def _check_text(paragraph: Paragraph, lexicon: Lexicon, report: Report) -> None:
    # the place of a station's name, in a word of the same length, so that columns stay
    text = paragraph.text.replace("{station}", "xã mường ")
    reading = read(text, lexicon)
    spelled = tuple(span for span in reading.unsure if span.rule == SPELLED)
    for span in reading.unsure:
        if span.rule == NO_DATE:
            report.add(
                paragraph.place.after(paragraph.text, span.start),
                "reading.no-such-date",
                f"trong lịch không có ngày {span.written}",
                "sửa lại ngày",
            )
    for span in (*reading.unread, *spelled):
        known = "không biết đọc" if span in reading.unread else "không biết chữ viết tắt"
        report.add(
            paragraph.place.after(paragraph.text, span.start),
            "reading.unread",
            f"{known} “{span.written}”",
            "viết ra chữ như khi nói, hoặc thêm vào voices/lexicon một mục: "
            f'- {{written: "{span.written}", spoken: "…"}}',
        )


def _check_hotline(campaign: Campaign, lexicon: Lexicon, report: Report) -> None:
    paragraph = campaign.call_to_action
    digits = " ".join(_digits(campaign.hotline))
    if not digits or not paragraph.text:
        return
    if _numbers(read(paragraph.text, lexicon)).count(digits) < 2:
        report.add(
            paragraph.place,
            "campaign.hotline",
            f"lời kêu gọi phải đọc số {campaign.hotline} đủ hai lần, từng chữ số",
            f"viết “gọi số {campaign.hotline}” ở hai câu",
        )


def _numbers(reading: Reading) -> list[str]:
    """Runs of digits as they are said. What is written in figures is a run of its own:
    1112 does not hold 111, and in "111 năm nay" the year is no digit.
    """
    said = "".join(
        f"|{span.spoken.replace(',', ' ')}|" if _FIGURE.search(span.written) else span.spoken
        for span in reading.spans
    )
    return _RUN.findall(" ".join(said.split()))


def _digits(number: str) -> Iterator[str]:
    return (DIGITS[int(digit)] for digit in number if digit in "0123456789")
