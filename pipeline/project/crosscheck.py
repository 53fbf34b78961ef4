"""What no file can tell alone: whether the parts of a project fit, and whether all can be read."""

import unicodedata
from collections.abc import Iterator

from ..model import Campaign, Message, Paragraph, Place, Project, Station
from ..reading import Lexicon, read, segments
from .nodes import Report

VIETNAMESE_ONLY = set("ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ")
ENOUGH = 12  # words from which the share of marked ones tells the language
LEAST = 0.15  # share of words with a Vietnamese mark; ordinary Vietnamese has over a half


def crosscheck(project: Project, report: Report) -> None:
    """Note everything that does not fit."""
    _check_frame(project, report)
    for station in project.stations:
        _check_voices(station, project, report)
    lexicon = Lexicon().over(project.lexicon)
    for campaign in project.campaigns:
        _check_tasks(campaign, report)
        for message in campaign.messages:
            _check_message(message, campaign, project, report, lexicon)
        _check_text(campaign.call_to_action, lexicon, report)
        _check_hotline(campaign, lexicon, report)
    for paragraph in (project.rundown.opening, project.rundown.closing):
        _check_text(paragraph.but(text=paragraph.text.replace("{station}", "xã")), lexicon, report)


def _check_frame(project: Project, report: Report) -> None:
    rundown = project.rundown
    for kind, name in (
        ("signature", rundown.signature),
        ("sting", rundown.sting),
        ("bed", rundown.bed),
    ):
        if name and name not in project.jingles:
            known = ", ".join(project.jingles) or "chưa có đoạn nào"
            what = f"không có đoạn nhạc “{name}” (mục {kind})"
            report.add(project.place, "project.jingle", what, f"dùng một mã trong jingles: {known}")
    for role, voice in project.roles.items():
        if voice not in project.voices:
            _no_voice(project.place, role, voice, project, report)
    for what, found in (
        ("đài nào trong thư mục stations", project.stations),
        ("chiến dịch nào trong thư mục campaigns", project.campaigns),
    ):
        if not found:
            report.add(project.place, "project.empty", f"chưa có {what}", "thêm theo tệp mẫu")


def _check_voices(station: Station, project: Project, report: Report) -> None:
    for role, voice in station.voices.items():
        if voice not in project.voices:
            _no_voice(station.place, role, voice, project, report)


def _no_voice(place: Place, role: str, voice: str, project: Project, report: Report) -> None:
    known = ", ".join(project.voices)
    what = f"không có giọng “{voice}” (vai {role})"
    report.add(place, "project.voice", what, f"dùng một mã trong voices: {known}")


def _check_tasks(campaign: Campaign, report: Report) -> None:
    place = Place(file=f"campaigns/{campaign.id}/campaign.yaml")
    topics = {message.topic for message in campaign.messages}
    for task in campaign.directive.tasks:
        if task.id not in topics:
            what = f"nhiệm vụ “{task.id}” của công văn chưa có tin bài nào"
            report.add(place, "campaign.task", what, f"viết một tin bài có dòng “topic: {task.id}”")


def _check_message(
    message: Message, campaign: Campaign, project: Project, report: Report, lexicon: Lexicon
) -> None:
    tasks = [task.id for task in campaign.directive.tasks]
    if message.topic and message.topic not in tasks:
        what = f"công văn không có nhiệm vụ “{message.topic}”"
        report.add(message.place, "message.topic", what, f"topic phải là: {', '.join(tasks)}")
    for paragraph in message.paragraphs:
        if paragraph.role not in project.roles:
            what = f"không có vai “{paragraph.role}”"
            report.add(
                paragraph.place, "message.role", what, "thêm vai này vào roles ở project.yaml"
            )
    if message.recording:
        return
    if message.language != "vi":
        report.add(
            message.place,
            "message.language",
            f"máy không đọc được tiếng “{message.language}”",
            "ghi âm người đọc rồi thêm dòng “recording: tên-tệp”",
        )
    elif not _vietnamese(message):
        report.add(
            message.paragraphs[0].place,
            "message.not-vietnamese",
            "lời có vẻ không phải tiếng Việt, hoặc tiếng Việt không dấu",
            "viết tiếng Việt có dấu; tiếng khác thì ghi âm và thêm dòng “recording: tên-tệp”",
        )
    else:
        for paragraph in message.paragraphs:
            _check_text(paragraph, lexicon, report)


def _vietnamese(message: Message) -> bool:
    text = " ".join(paragraph.text for paragraph in message.paragraphs)
    words = unicodedata.normalize("NFC", text).lower().split()
    marked = sum(not VIETNAMESE_ONLY.isdisjoint(word) for word in words)
    return len(words) < ENOUGH or marked / len(words) >= LEAST


def _check_text(paragraph: Paragraph, lexicon: Lexicon, report: Report) -> None:
    for span in read(paragraph.text, lexicon).unread:
        report.add(
            paragraph.place.after(paragraph.text, span.start),
            "reading.unread",
            f"không biết đọc “{span.written}”",
            "viết ra chữ như khi nói, hoặc thêm vào voices/lexicon một mục: "
            f"- {{written: “{span.written}”, spoken: “…”}}".replace("“", '"').replace("”", '"'),
        )


def _check_hotline(campaign: Campaign, lexicon: Lexicon, report: Report) -> None:
    paragraph = campaign.call_to_action
    said = " ".join(each.spoken for each in segments(paragraph.text, lexicon))
    digits = " ".join(_digits(campaign.hotline))
    if paragraph.text and f" {said} ".count(f" {digits}") < 2:
        report.add(
            paragraph.place,
            "campaign.hotline",
            f"lời kêu gọi phải đọc số {campaign.hotline} đủ hai lần, từng chữ số",
            f"viết “gọi số {campaign.hotline}” ở hai câu",
        )


def _digits(number: str) -> Iterator[str]:
    words = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
    return (words[int(digit)] for digit in number if digit.isdigit())
