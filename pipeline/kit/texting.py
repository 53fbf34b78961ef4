"""Text messages: one that says the most needful, and the whole text in several parts."""

import csv
import io
from collections.abc import Iterator

from ..model import Record
from .channel import Files
from .content import Content
from .gsm import SINGLE, Sms, alphabet, sms, units, unmarked
from .sentences import ended, sentences, shortest_call
from .workshop import Workshop

HEAD = ("bản", "bảng mã", "tin thứ", "trên", "ký tự", "nội dung")


class Version(Record):
    """A text as it may be sent."""

    id: str
    title: str  # Vietnamese
    sms: Sms


class Texting:
    """Without marks a message holds 160 letters, with marks 70: the office chooses."""

    id = "tin-nhan"
    title = "Tin nhắn SMS"

    def make(self, content: Content, workshop: Workshop) -> Files:
        """See `Channel`."""
        made = tuple(versions(content))
        return {
            "tin-nhan.txt": workshop.text("tin-nhan.txt", content, versions=made),
            "tin-nhan.csv": table(made),
        }


def versions(content: Content) -> Iterator[Version]:
    """Short and whole, without marks and with; the hotline is in each."""
    whole = f"{ended(content.title)} {content.text} {content.call}".replace("\n", " ")
    yield Version(id="ngan-khong-dau", title="Một tin, không dấu", sms=short(content, marks=False))
    yield Version(id="ngan-co-dau", title="Một tin, có dấu", sms=short(content, marks=True))
    yield Version(id="du-khong-dau", title="Đủ lời, không dấu", sms=sms(unmarked(whole)))
    yield Version(id="du-co-dau", title="Đủ lời, có dấu", sms=sms(whole))


def short(content: Content, *, marks: bool) -> Sms:
    """One single message: the title and as much of the call as there is room for.

    Only words that were approved, in whole sentences, or the clause with the hotline alone.
    """

    def shaped(text: str) -> str:
        return text if marks else unmarked(text)

    def fits(text: str) -> bool:
        coding = alphabet(text)
        return units(text, coding) <= SINGLE[coding]

    call, title = sentences(content.call), ended(content.title)
    least = shortest_call(content.call, content.hotline)
    tries = [" ".join((title, *call[:count])) for count in range(len(call), 0, -1)]
    tries = [each for each in tries if content.hotline in each]
    tries += [f"{title} {least}", least, content.hotline]
    return sms(next(filter(fits, map(shaped, tries)), shaped(content.hotline)))


def table(made: tuple[Version, ...]) -> bytes:
    """For a program that sends: one line for each part, in the order of sending."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(HEAD)
    for version in made:
        message = version.sms
        for number, part in enumerate(message.parts, start=1):
            count = units(part, message.alphabet)
            rows.writerow(
                (version.id, message.alphabet, number, len(message.parts), count, _cell(part))
            )
    return ("\ufeff" + written.getvalue()).encode("utf-8")


def _cell(text: str) -> str:
    """What a spreadsheet would run is text there too."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
