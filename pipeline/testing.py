"""For tests, ours and other people's: a whole small project that needs no voice and no network.

Its voice is the `tone` engine, so a bulletin is made in milliseconds and is the same everywhere.
"""

import hashlib
import math
from datetime import datetime, time
from pathlib import Path

import numpy as np

from .api import Folder, load
from .api.approving import Word, approve, standings
from .audio.pcm import Pcm
from .model import (
    AirWindow,
    Approval,
    Campaign,
    Directive,
    DirectiveTask,
    Jingle,
    JingleKind,
    Message,
    Paragraph,
    Place,
    Project,
    Rundown,
    Season,
    Station,
    Unit,
    Voice,
    VoiceChoice,
)
from .plan import Renditions
from .plan.printed import printed
from .zone import VIETNAM

NOW = datetime(2026, 11, 25, 8, 0, tzinfo=VIETNAM)
TONE = VoiceChoice(engine="tone", syllables_per_second=4.0)
RATE = 44_100


def small_project(
    folder: Path,
    *,
    stations: int = 2,
    messages: int = 6,
    season: Season | None = None,
    choices: tuple[VoiceChoice, ...] = (TONE,),
) -> Project:
    """A project in `folder`, where its three jingles are written; everything else is in memory.

    With `season`, a second campaign with one message speaks in that window, and leads.
    """
    jingles = (
        _jingle(folder, "signature", 660.0, 2.0),
        _jingle(folder, "sting", 880.0, 0.8),
        _jingle(folder, "bed", 220.0, 8.0),
    )
    campaigns = [_campaign("quanh-nam", messages, None)]
    if season is not None:
        campaigns.append(_campaign("theo-mua", 1, season))
    project = Project(
        title="Dự án thử",
        rundown=Rundown(
            opening=_text("Đây là Đài truyền thanh {station}. Kính chào bà con."),
            closing=_text("Bản tin của Đài truyền thanh {station} đến đây là hết."),
            signature="signature",
            sting="sting",
            bed="bed",
            least=20,
            most=40,
        ),
        voices={"thu": Voice(id="thu", name="Giọng thử", choices=choices)},
        roles={"A": "thu", "B": "thu"},
        jingles={jingle.id: jingle for jingle in jingles},
        campaigns=tuple(campaigns),
        stations=tuple(_station(number) for number in range(stations)),
    )
    return approved(project)


def approve_all(folder: Path) -> None:
    """Approve everything in a project folder as it now is."""
    shown = {each.subject: each.shown for each in standings(load(folder))}
    approve(Folder(folder), shown, Word(by="Người Thử", role="kiểm thử", at=NOW))


def approved(project: Project) -> Project:
    """The project with everything in it approved as it now is."""
    renditions, prints = Renditions.of(project), printed(project)
    return project.but(
        approvals=tuple(
            Approval(
                subject=subject,
                by="Người Thử",
                role="kiểm thử",
                at=NOW,
                heard=renditions.all(subject),
                printed=prints[subject],
            )
            for subject in renditions.subjects()
        )
    )


def sources(project: Project, folder: Path) -> dict[str, Path]:
    """Where the project's sound files lie, by content."""
    return {jingle.sha256: folder / jingle.file for jingle in project.jingles.values()}


def pip(hertz: float, seconds: float, level: float = -20.0, rate: int = RATE) -> Pcm:
    """A sine at `level` dBFS RMS, faded at both ends."""
    at = np.arange(round(seconds * rate)) / rate
    edge = np.clip(np.minimum(at, seconds - at) / 0.01, 0, 1)
    peak = math.sqrt(2) * 10 ** (level / 20)
    return Pcm((peak * edge * np.sin(2 * math.pi * hertz * at)).astype(np.float32), rate)


def _jingle(folder: Path, kind: JingleKind, hertz: float, seconds: float) -> Jingle:
    content = pip(hertz, seconds).to_wav()
    (folder / f"{kind}.wav").write_bytes(content)
    return Jingle(
        id=kind,
        kind=kind,
        file=f"{kind}.wav",
        sha256=hashlib.sha256(content).hexdigest(),
        licence="CC0-1.0",
        seconds=seconds,
    )


def _campaign(name: str, messages: int, season: Season | None) -> Campaign:
    task = DirectiveTask(id="canh-giac", text="Nâng cao cảnh giác.")
    return Campaign(
        id=name,
        title=f"Chiến dịch {name}",
        directive=Directive(symbol="STTTT", issuer="Sở thử", subject="Thử", tasks=(task,)),
        messages=tuple(_message(name, number) for number in range(messages)),
        call_to_action=_text("Hãy gọi số 111. Xin nhắc lại, hãy gọi số 111."),
        season=season,
        priority=1 if season else 0,
    )


def _message(campaign: str, number: int) -> Message:
    word = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")[number % 9]
    text = f"Đây là tin thứ {word} của chiến dịch. Bà con hãy lắng nghe và nhắc nhau cùng nhớ."
    return Message(
        id=f"tin-{number}",
        campaign=campaign,
        title=f"Tin {word}",
        topic="canh-giac",
        place=Place(file=f"campaigns/{campaign}/tin-{number}.md"),
        paragraphs=(_text(text), _text("Bà con nhớ kỹ điều này.")),
    )


def _station(number: int) -> Station:
    name = f"xã Thử {('Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu', 'Bảy', 'Tám', 'Chín')[number % 9]}"
    return Station(
        code=f"{number + 1:05d}",
        name=name,
        unit=Unit(code=f"{number + 1:05d}", name=name, kind="xã", province="Tỉnh Thử"),
        windows=(
            AirWindow(opens=time(5, 30), closes=time(7, 0), limit=60, source="thử"),
            AirWindow(opens=time(17, 0), closes=time(18, 30), limit=60, source="thử"),
        ),
        times=(time(5, 45), time(17, 15)),
        days=(1, 2, 3, 4, 5, 6, 7),
        place=Place(file=f"stations/{number + 1:05d}.yaml"),
        sample=True,
    )


def _text(text: str) -> Paragraph:
    return Paragraph(text=text, place=Place(file="project.yaml"))
