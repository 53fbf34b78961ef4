"""Short codes typed into a message: "07288 W49 T2S ok T2C khong mat dien, con lai ok".

Station and week hold until others come, over lines too. A code is what the log shows beside each
broadcast; T2 alone is all of Monday, "con lai" (còn lại) what the message does not name, "du" (đủ)
everything. What follows a mark, up to the next code, is the reason.
"""

import re
from collections.abc import Iterator

from .entry import Entry, Refusal, Refused
from .schedule import Schedule
from .words import FILLER, bare, is_played

REST = "*"
_TOKEN = re.compile(r"[^\s,;]+")
_STATION = re.compile(r"\d{5}\Z")
_SHORT = re.compile(r"\d{4}\Z")
_WEEK = re.compile(r"(?:(20\d\d)-?)?(?:w|tuan)(\d{1,2})\Z")
_NUMBER = re.compile(r"\d{1,2}\Z")
_CODE = re.compile(r"(t[2-7]|cn)(s\d?|c\d?|sc)?\Z")
_NEARLY_CODE = re.compile(r"(t\d|cn)[a-z]{0,2}\d?\Z")


def read(text: str, source: str, schedule: Schedule) -> Iterator[Entry | Refusal]:
    """Every broadcast the text tells of, and every line that cannot be used."""
    message = _Message(schedule)
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            yield from message.line(line)
        except Refused as why:
            yield Refusal(source=source, line=number, text=line.strip(), why=str(why))


class _Message:
    """Reads line after line; remembers whose they are and what has been named."""

    def __init__(self, schedule: Schedule) -> None:
        self._schedule = schedule
        self._station = self._week = ""
        self._named: set[str] = set()
        self._ahead: tuple[str, ...] = ()  # codes this line names anywhere

    def line(self, line: str) -> list[Entry]:
        """The entries of one line: all of it or, with Refused, nothing."""
        entries: list[Entry] = []
        waiting: list[str] = []  # codes without a mark so far
        about: list[int] = []  # entries the last mark was for
        tokens = _tokens(line)
        if tokens and _SHORT.match(tokens[0][1]):  # a zero lost on the way through a spreadsheet
            tokens[0] = (tokens[0][0], tokens[0][1].zfill(5))
        self._ahead = tuple(plain.upper() for _, plain in tokens if _CODE.match(plain))
        while tokens:
            word, plain = tokens.pop(0)
            if self._heading(plain, tokens):
                about = []
                continue
            meant = self._code(plain, tokens)
            if meant:
                waiting, about = [*waiting, meant], []
            elif about:
                _annotate(entries, about, word, plain)
            else:
                about = self._marked(word, waiting or _whole(plain), entries)
                waiting = []
        if waiting:
            raise Refused(f"sau {_shown(waiting[-1])} chưa ghi ok (đã phát) hay khong (không phát)")
        return entries

    def _heading(self, plain: str, tokens: list[tuple[str, str]]) -> bool:
        """Take in a station or a week; False: it is neither."""
        if _STATION.match(plain):
            self._station = self._week = ""  # what comes after a mistaken one is nobody's
            self._station, self._named = self._schedule.station(plain), set()
            return True
        if plain == "tuan" and tokens and _NUMBER.match(tokens[0][1]):
            plain = f"w{tokens.pop(0)[1]}"
        week = _WEEK.match(plain)
        if week is None or not self._station:
            return False
        year = int(week[1]) if week[1] else None
        self._week, self._named = "", set()
        self._week = self._schedule.week(self._station, int(week[2]), year)
        return True

    def _code(self, plain: str, tokens: list[tuple[str, str]]) -> str | None:
        """The broadcasts a word names, or None."""
        if plain == "con" and tokens and tokens[0][1] == "lai":
            tokens.pop(0)
            return REST
        if _CODE.match(plain):
            return plain.upper()
        if _NEARLY_CODE.match(plain):
            raise Refused(f"không có buổi nào mang mã {plain.upper()}")
        return None

    def _marked(self, word: str, codes: list[str], entries: list[Entry]) -> list[int]:
        """Note what a mark says of the codes before it; which entries these are."""
        played = is_played(word)
        if not codes:
            if self._station:
                raise Refused(f"không hiểu chữ “{word}”; viết mã buổi như T2S rồi ok hoặc khong")
            raise Refused("thiếu mã đài (năm chữ số) ở đầu")
        if played is None:
            raise Refused(f"sau {_shown(codes[-1])} là “{word}”; ghi ok (đã phát) hoặc khong")
        before = len(entries)
        for code in codes:
            for each in self._meant(code):
                self._named.add(each)
                entries.append(
                    Entry(station=self._station, week=self._week, code=each, played=played)
                )
        return list(range(before, len(entries)))

    def _meant(self, code: str) -> list[str]:
        if not self._station:
            raise Refused("thiếu mã đài (năm chữ số) ở đầu")
        if not self._week:
            raise Refused("thiếu tuần; viết như W49 sau mã đài")
        if code == REST:
            named = self._named | {each for code in self._ahead for each in self._meant(code)}
            every = self._schedule.codes(self._station, self._week)
            return [each for each in every if each not in named]
        if code.endswith("SC"):
            return [*self._meant(code[:-1]), *self._meant(f"{code[:-2]}C")]
        return self._schedule.codes(self._station, self._week, code)


def _tokens(line: str) -> list[tuple[str, str]]:
    """Words as typed, each with its bare form."""
    found = [match[0] for match in _TOKEN.finditer(line)]
    return [(word, bare(word).strip(".:!()-–")) for word in found if bare(word).strip(".:!()-–")]


def _whole(plain: str) -> list[str]:
    """A mark that stands alone speaks of the whole week if it says "everything"."""
    return [REST] if plain in ("du", "het", "tatca") else []


def _annotate(entries: list[Entry], about: list[int], word: str, plain: str) -> None:
    for at in about:
        note = entries[at].note
        if note or plain not in FILLER:
            entries[at] = entries[at].but(note=f"{note} {word}".strip())


def _shown(code: str) -> str:
    return "“còn lại”" if code == REST else code
