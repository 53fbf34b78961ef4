"""project.yaml: the title, who speaks by default, and the frame of every bulletin."""

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from ..model import PA_HORN, SOUNDS, Destination, Jingle, JingleKind, Paragraph, Rundown, Site
from .destinations import read_destinations
from .fields import Fields, read_fields
from .files import Shelf
from .report import Report
from .site import read_site

NAME = "project.yaml"
SOUND = "kiểu âm thanh"
NUMBER = re.compile(r"\(?[0-9](?:[ .()-]{0,2}[0-9]){2,14}")  # of a telephone in this country
_ROLE = re.compile("[A-Z]")
Jingles = Mapping[str, Jingle] | None  # None: some could not be read
Voices = Collection[str] | None


class Frame(NamedTuple):
    """What all bulletins share."""

    title: str
    sound: str  # for stations that name none
    roles: dict[str, str]  # role -> voice id
    rundown: Rundown
    site: Site
    destinations: tuple[Destination, ...]
    numbers: tuple[str, ...]  # local telephone numbers that may be said


def read_frame(shelf: Shelf, report: Report, voices: Voices, jingles: Jingles) -> Frame:
    """What project.yaml says."""
    path = shelf.path(NAME)
    fields = read_fields(shelf, path, report)
    title = fields.text("title")
    sound = fields.name_of("sound", SOUND, SOUNDS, PA_HORN.id)
    roles = _roles(fields.inside("roles"), voices)
    if "A" not in roles or not all(map(_ROLE.fullmatch, roles)):
        report.doubt(shelf.start(path))
    inside = fields.inside("rundown")
    rundown = Rundown(
        opening=_words(inside, "opening"),
        closing=_words(inside, "closing"),
        signature=_jingle(inside, "signature", jingles),
        sting=_jingle(inside, "sting", jingles),
        bed=_jingle(inside, "bed", jingles),
        least=inside.whole("least", range(1, 3601), 120),
        most=inside.whole("most", range(1, 3601), 300),
    )
    if inside.good("least", "most") and rundown.least > rundown.most:
        inside.refuse("least", "“least” lớn hơn “most”", "đổi hai số giây này cho nhau")
    inside.close()
    site = read_site(fields.inside("site", required=False))
    destinations = read_destinations(fields, report)
    numbers = _numbers(fields)
    fields.close()
    return Frame(title, sound, roles, rundown, site, destinations, numbers)


def read_roles(fields: Fields, voices: Voices) -> dict[str, str]:
    """Who speaks each role (role -> voice id)."""
    roles = {role: fields.name_of(role, "giọng", voices) for role in fields.names()}
    for role in roles:
        if not _ROLE.fullmatch(role):
            fields.refuse_name(
                role, f"vai “{role}” phải là một chữ cái hoa", "dùng A, B, C…", "role.name"
            )
    return roles


def _roles(fields: Fields, voices: Voices) -> dict[str, str]:
    fields.text("A")  # who speaks where no role is written
    roles = read_roles(fields, voices)
    fields.close()
    return roles


def _numbers(fields: Fields) -> tuple[str, ...]:
    """Telephone numbers, each as people write it."""
    numbers = fields.texts("numbers")
    for each in numbers:
        if not NUMBER.fullmatch(each):
            what = f"“{each}” không phải số điện thoại gọi được trong nước"
            fields.refuse("numbers", what, "viết bằng chữ số, ví dụ 0204.3881.113")
    return numbers


def _words(fields: Fields, name: str) -> Paragraph:
    text = fields.text(name)
    if text and "{station}" not in text:
        fields.refuse(
            name, f"“{name}” không xưng tên đài", "thêm {station} vào chỗ cần đọc tên đài"
        )
    return Paragraph(text=text, place=fields.at(name))


def _jingle(fields: Fields, kind: JingleKind, jingles: Jingles) -> str:
    name = fields.name_of(kind, "đoạn nhạc", jingles)
    jingle = None if jingles is None else jingles.get(name)
    if jingle is not None and jingle.kind != kind:
        fields.refuse(
            kind,
            f"đoạn nhạc “{name}” thuộc loại {jingle.kind}, không phải {kind}",
            f"dùng đoạn nhạc có dòng “kind: {kind}”",
        )
    return name
