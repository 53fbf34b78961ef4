"""The foot of a letter: who gets copies, who signed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..reading.syllable import is_syllable
from .lines import pieces, tidy
from .sheet import Line

_COPIES = re.compile(r"Nơ{1,2}i nhận\s*:?", re.IGNORECASE)
_OFFICE = (
    r"(?:T/?M|TL|TUQ|Q)\s?\.|[TK]/?[MTL]\.?\s|(?:PHÓ )?(?:TỔNG )?GIÁM ĐỐC|(?:PHÓ )?CHỦ TỊCH|(?:PHÓ )?CHÁNH VĂN PHÒNG"
    r"|(?:PHÓ )?TRƯỞNG|(?:PHÓ )?BÍ THƯ|BAN THƯỜNG TRỰC|(?:PHÓ )?CỤC TRƯỞNG|(?:PHÓ )?CHỈ HUY|(?:THỨ|BỘ) TRƯỞNG"
    r"|(?:PHÓ )?HIỆU TRƯỞNG|ĐẠI DIỆN|THƯỜNG TRỰC|(?:HẠT|TRẠM|ĐỘI|VIỆN) TRƯỞNG|CHÁNH ÁN|ỦY VIÊN|BAN THƯỜNG VỤ|THỦ TRƯỞNG|(?:PHÓ )?CHÍNH ỦY|TỔNG BIÊN TẬP"
)
_TITLE = re.compile(rf"(?:{_OFFICE}).*")
_RANK = re.compile(
    r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)|Th\.?S\.?|TS\.?|BS\.?\s?(?:CKI{1,2})?|PGS\.?)\s+"
)
_SIGNED = re.compile(r"\(?\s*(?:đã ký|ký tên|ký, đóng dấu).*", re.IGNORECASE)
_APPENDIX = re.compile(r"PHỤ LỤC\b|Phụ lục(?: \d+| [IVX]+)?\s*[:.]?$|DANH SÁCH\b|BIỂU MẪU\b")
HIGHEST = 14  # lines a signature may stand above "Nơi nhận"
LAST = 0.4  # of a letter: no signature stands before that


@dataclass
class Foot:
    """Who signed, and what follows the signature."""

    titles: list[str] = field(default_factory=list)
    signer: str | None = None
    appendix: bool = False
    together: bool = False  # two or more signed side by side


def read_foot(lines: Sequence[Line], begin: int) -> tuple[Foot, int]:
    """The foot of the letter whose body begins at `begin`, and the index of its first line."""
    start = _start(lines, begin)
    foot = Foot()
    for line in lines[start:]:
        if _APPENDIX.match(tidy(line.text)) and (foot.titles or foot.signer):
            foot.appendix = True
            break
        names = [piece for piece in pieces(line.text) if _named(piece)]
        if len(names) > 1:
            foot.signer, foot.together = "; ".join(names), True
            continue
        for piece in pieces(line.text):
            _take(foot, piece)
    return foot, start


def _start(lines: Sequence[Line], begin: int) -> int:
    """Where the body ends."""
    for at in range(begin, len(lines)):
        if _COPIES.match(tidy(lines[at].text)):
            back = at
            while back > max(begin, at - HIGHEST) and _signing(lines[back - 1].text):
                back -= 1
            signed = any(_shouted_title(line.text) for line in lines[back:at])
            return back if signed else at
    earliest = begin + int((len(lines) - begin) * LAST)
    for at in range(earliest, len(lines)):
        text = tidy(lines[at].text)
        if text and text.isupper() and _TITLE.match(text):
            return at
    last = max((at for at in range(begin, len(lines)) if tidy(lines[at].text)), default=begin)
    if last > begin and _named(tidy(lines[last].text)):
        return last
    return len(lines)


def _signing(text: str) -> bool:
    """Whether a line holds nothing but titles, signatures and names."""
    return all(
        _SIGNED.fullmatch(piece) or _named(piece) or _shouted_title(piece) for piece in pieces(text)
    )


def _shouted_title(text: str) -> bool:
    text = tidy(text)
    return text.isupper() and bool(_TITLE.match(text))


def _take(foot: Foot, piece: str) -> None:
    piece = _COPIES.sub("", piece, count=1).strip()
    listed = piece.startswith(("-", "–", "+"))
    title = _title(piece)
    if title:
        foot.titles.append(title)
        return
    if _SIGNED.fullmatch(piece) or not piece:
        return
    for candidate in (piece, re.split(r"[.;]\s+", piece)[-1]) if listed else (piece,):
        if _named(candidate) and not candidate.startswith(("-", "–", "+")):
            foot.signer = candidate
            return


def _title(piece: str) -> str:
    """The title at the end of a piece, in capitals; empty when there is none."""
    words = piece.split(" ")
    while words and not (words[0].isupper() and words[0] not in "-–+"):
        words.pop(0)
    if not all(word.isupper() for word in words):
        return ""
    found = _TITLE.search(" ".join(words))
    return found[0] if found else ""


def _named(text: str) -> bool:
    """Whether this is a person's name."""
    words = _RANK.sub("", text).split(" ")
    called = all(word[:1].isupper() and (len(word) == 1 or not word.isupper()) for word in words)
    ranked = _RANK.match(text) is not None  # then the name may be of any people: Rơ Mah Tuân
    return 2 <= len(words) <= 6 and called and (ranked or all(map(is_syllable, words)))
