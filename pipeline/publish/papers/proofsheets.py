"""Proofs for signing: what is printed beside what is said, as one page for each message."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from ...figures import number
from ...lint import Review
from ...model import FRAME, Approval, Record, Segment
from ...plan import Proof
from ...plan.proof import Rendition
from . import wording
from .pages import render
from .told import Told
from .typesetter import Typesetter

NAMED = "Mỗi đài xưng tên của mình; ở đây in tên một đài làm ví dụ."
SHOWN = 12  # other ways of saying it that are printed; a nation's names make over a hundred
MARKS = {"error": "LỖI", "warning": "Nên sửa", "note": "Nên xem"}


class ProofSheet(Record):
    """One thing to approve, with what lint and the books say of it."""

    proof: Proof
    review: Review | None  # None: in a language lint does not know
    last: Approval | None
    why: str  # why it is not approved as it is now (Vietnamese); empty: it is


def told(title: str, stations: int, sheets: Iterable[ProofSheet]) -> Told:
    """What the templates are told. `stations`: how many the project has."""
    return {
        "title": f"Bản in thử để duyệt, {title}",
        "whose": title,
        "running": f"Bản in thử để duyệt · {title}",
        "sample": False,
        "draft": "",
        "sheets": [_sheet(each, stations) for each in sheets],
    }


def pdf(typesetter: Typesetter, told: Told) -> bytes:
    """For printing and signing."""
    return typesetter.pdf("in-thu.typ", told)


def page(told: Told) -> bytes:
    """The same for a screen."""
    return render("proof.html", told=told).encode("utf-8")


def _sheet(sheet: ProofSheet, stations: int) -> Told:
    proof, first = sheet.proof, sheet.proof.renditions[0]
    return {
        "name": proof.name,
        "title": proof.title,
        "place": proof.place.file,
        "task": proof.task,
        "seconds": wording.duration(first.seconds),
        "voices": _voices(proof, first),
        "where": _where(first, stations),
        "digest": first.digest,
        "printed": proof.printed,
        "beside": list(beside(proof)),
        "rows": list(_rows(first.script)),
        "others": [_other(each, first, proof) for each in proof.renditions[1 : 1 + SHOWN]],
        "more": max(0, len(proof.renditions) - 1 - SHOWN),
        "music": ", ".join(proof.music),
        "note": NAMED if proof.subject == FRAME else "",
        "doubts": [
            {
                "written": each.written,
                "spoken": each.spoken or "(im lặng)",
                "place": str(each.place),
            }
            for each in proof.doubts
        ],
        "findings": list(_findings(sheet.review)),
        "listening": _listening(sheet.review),
        "standing": _standing(sheet),
    }


def beside(proof: Proof) -> Iterator[str]:
    """What is printed beside a campaign's call."""
    if proof.hotline:
        yield f"Đường dây nóng: {proof.hotline}"
    if proof.order:
        yield f"Nội dung theo {wording.order(proof.order)}"


def _rows(script: tuple[Segment, ...]) -> Iterator[Told]:
    speaking = ""
    for segment in script:
        yield {
            "role": segment.role if segment.role != speaking else "",
            "written": segment.written,
            "spoken": list(_marked(segment)),
        }
        speaking = segment.role


def _marked(segment: Segment) -> Iterator[Told]:
    """The spoken words in runs: said as written, or otherwise."""
    written = [_bare(word) for word in segment.written.split()]
    spoken = segment.spoken.split()
    same = SequenceMatcher(None, written, [_bare(word) for word in spoken], autojunk=False)
    for kind, _, _, first, last in same.get_opcodes():
        if last > first:
            yield {"words": " ".join(spoken[first:last]), "differs": kind != "equal"}


def _bare(word: str) -> str:
    return word.strip('.,;:?!“”"()…').lower()


def _voices(proof: Proof, rendition: Rendition) -> str:
    if proof.recording:
        return f"ghi âm {proof.recording}"
    return ", ".join(f"{name} ({role})" for role, name in rendition.voices.items())


def _where(rendition: Rendition, stations: int) -> str:
    names = rendition.stations
    if len(names) == stations:
        return f"mọi đài ({stations})" if stations > 1 else names[0]
    more = f" và {len(names) - 4} đài khác" if len(names) > 4 else ""
    return ", ".join(names[:4]) + more


def _other(rendition: Rendition, first: Rendition, proof: Proof) -> Told:
    """Another way in which it is said: only what differs is shown."""
    usual = {(each.role, each.spoken) for each in first.script}
    return {
        "where": _where(rendition, 0),
        "voices": _voices(proof, rendition),
        "digest": rendition.digest,
        "spoken": [
            each.spoken for each in rendition.script if (each.role, each.spoken) not in usual
        ],
    }


def _findings(review: Review | None) -> Iterator[Told]:
    for each in review.findings if review else ():
        at = f"dòng {each.place.line}"
        yield {
            "mark": MARKS[each.severity],
            "what": each.what,
            "at": at,
            "instead": each.suggestion,
        }


def _listening(review: Review | None) -> str:
    if review is None:
        return ""
    return f"{review.listening.level} ({number(review.listening.figure, 1)})"


def _standing(sheet: ProofSheet) -> str:
    last = sheet.last
    if sheet.why or last is None:
        return f"Chưa được phát: {sheet.why or 'chưa ai duyệt'}"
    if last.sample:
        return "Duyệt mẫu: nội dung mẫu, chưa ai duyệt thật"
    return f"Đã duyệt: {last.by}, {last.role}, {last.at:%H:%M ngày %d/%m/%Y}"
