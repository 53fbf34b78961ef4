"""How words being written will be said, as the page shows it: sentences, spans, doubts."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from ..lint import Finding, glance
from ..model import Campaign, Paragraph, Place, Project, VoiceChoice
from ..plan.scripts import speech_seconds
from ..project import paragraphs
from ..project.crosscheck import NO_DATE, SPELLED
from ..reading import Lexicon, Span, phrases

HERE = Place(file="")
_SPACES, _BEFORE_MARK = re.compile(r"\s+"), re.compile(r"\s(?=[.,;:?!])")
KINDS = {  # what a rule has read, for people
    "amount": "số lượng",
    "clock": "giờ giấc",
    "code": "mã, ký hiệu",
    "date": "ngày tháng",
    "document": "số văn bản",
    "lexicon": "từ điển của cơ quan",
    "list": "liệt kê",
    "name": "tên riêng",
    "phone": "số điện thoại",
    "road": "đường, quốc lộ",
    "roman": "số La Mã",
    "title": "chức danh, nơi chốn",
    "until": "khoảng từ … đến …",
    "web": "địa chỉ mạng",
    "abbreviation": "chữ viết tắt",
    "form": "chữ viết tắt",
    "foreign": "từ mượn",
    "word": "từ ngữ",
}
FALLBACK = VoiceChoice(engine="espeak")
Json = dict[str, Any]


def told(text: str, project: Project, campaign: Campaign, today: date) -> Json:
    """A message's words: its paragraphs with what will be said, how long it takes, what lint says.

    `today`: what is over by then.
    """
    written = list(paragraphs(text, 0, HERE))
    lexicon = Lexicon().over(project.lexicon).over(campaign.lexicon)
    shown = [_paragraph(each, text, project, lexicon) for each in written]
    review = glance(project, campaign, written, today)
    sentences = [each for paragraph in shown for each in paragraph["sentences"]]
    spans = [span for each in sentences for span in each["spans"]]
    return {
        "paragraphs": shown,
        "seconds": round(sum(each["seconds"] for each in sentences), 1),
        "syllables": sum(each["syllables"] for each in sentences),
        "unread": sum(span["state"] == "unread" for span in spans),
        "unsure": sum(span["state"] == "unsure" for span in spans),
        "level": review.listening.level if written else "",
        "findings": [_finding(each, text) for each in review.findings],
    }


def _finding(finding: Finding, text: str) -> Json:
    start = _offset(text, finding.place)
    return {
        "severity": finding.severity,
        "what": finding.what,
        "why": finding.why,
        "quote": finding.quote,
        "suggestion": finding.suggestion,
        "at": start,
        "end": start + len(finding.quote),
    }


def _paragraph(paragraph: Paragraph, text: str, project: Project, lexicon: Lexicon) -> Json:
    start = _offset(text, paragraph.place)
    choice = _choice(project, paragraph.role)
    return {
        "role": paragraph.role,
        "voice": _voice_name(project, paragraph.role),
        "sentences": [
            {
                "words": segment.spoken,
                "syllables": segment.syllables,
                "seconds": round(speech_seconds(segment, choice) + segment.pause / 1000, 2),
                "at": start + spans[0].start,
                "end": start + spans[-1].end,
                "spans": list(_runs(spans, start)),
            }
            for segment, spans in phrases(paragraph.text, lexicon, paragraph.role)
        ],
    }


def _runs(spans: Iterable[Span], start: int) -> Iterator[Json]:
    """Spans for the eye: what no rule touched runs together."""
    run: Json | None = None
    for span in spans:
        state = _state(span)
        said = span.written if state == "unread" else span.spoken
        if state == "plain" and run is not None:
            run["said"] += said
            continue
        if run is not None:
            yield _tight(run)
            run = None
        if state == "plain":
            run = {"state": state, "said": said}
        else:
            yield {
                "state": state,
                "said": said.strip(),
                "written": span.written.strip(),
                "kind": KINDS.get(span.rule.partition(".")[0], KINDS["word"]),
                "rule": span.rule,
                "at": start + span.start,
                "end": start + span.end,
            }
    if run is not None:
        yield _tight(run)


def _tight(run: Json) -> Json:
    """No space before a mark, and one between words."""
    return run | {"said": _BEFORE_MARK.sub("", _SPACES.sub(" ", run["said"]))}


def _state(span: Span) -> str:
    if span.kind == "unread" or span.rule in (SPELLED, NO_DATE):  # neither may be broadcast
        return "unread"
    if not span.sure:
        return "unsure"
    return "read" if span.rule and span.rule != "mark" else "plain"


def _offset(text: str, place: Place) -> int:
    """Characters before a place of a text that begins at line 1, column 1."""
    lines = text.split("\n")
    return sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1


def _choice(project: Project, role: str) -> VoiceChoice:
    voice = project.voices.get(project.roles.get(role, ""))
    return voice.choices[0] if voice and voice.choices else FALLBACK


def _voice_name(project: Project, role: str) -> str:
    voice = project.voices.get(project.roles.get(role, ""))
    return voice.name if voice else ""
