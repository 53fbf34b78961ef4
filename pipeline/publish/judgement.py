"""Whether a bulletin may be heard in public, by what it measures. Each piece is judged once."""

from collections import defaultdict
from collections.abc import Iterator

from ..audio.flaws import decibels
from ..audio.loudness import MOMENTARY
from ..audio.report import Measurement
from ..figures import number, percent
from ..model import LIMITS, PROFILES, USB, Limits, Profile
from ..plan import BulletinPlan, Element, Key
from ..stages.meter import PieceMeasure
from .levels import Levels, Meters

SILENT = "không có tiếng"
WITH_MUSIC = ("opening", "sting", "closing")
SHORT = "ngắn quá nên không đo được độ to (phải từ 0,4 giây)"


class Judge:
    """Judges the bulletins of one release."""

    def __init__(self, meters: Meters, limits: Limits = LIMITS) -> None:
        self._meters = meters
        self._limits = limits
        self._judged: dict[tuple[Key, str], tuple[str, ...]] = {}

    def faults(self, bulletin: BulletinPlan, levels: Levels, profile: str) -> list[str]:
        """What is outside its limits, in Vietnamese; nothing for a bulletin that may be heard."""
        wanted = PROFILES[profile]
        found = [*whole(levels, wanted, self._limits)]
        if levels.loudness is not None and any(_loudness(levels.loudness, wanted)):
            found[0] += f", {self._cause(bulletin, levels.loudness, wanted.loudness)}"
        for element in {each.meter: each for each in bulletin.rundown}.values():
            found += self._piece(element, profile)
        return found

    def _cause(self, bulletin: BulletinPlan, loudness: float, goal: float) -> str:
        """The part that does most to draw a bulletin away from the goal."""
        pulls: defaultdict[tuple[str, float, float], float] = defaultdict(float)
        for element in bulletin.rundown:
            measure = self._meters.piece(element.meter).measure
            if measure.loudness is not None:
                off = measure.loudness - goal
                part = (element.title, measure.seconds, off)
                pulls[part] += measure.seconds * (off if loudness > goal else -off)
        title, seconds, off = max(pulls, key=pulls.__getitem__)
        return (
            f"nhất là vì đoạn “{title}” dài {number(seconds, 0)} giây "
            f"{'to' if off > 0 else 'nhỏ'} hơn lời đọc chuẩn {number(abs(off), 1)} LU"
        )

    def _piece(self, element: Element, profile: str) -> tuple[str, ...]:
        place = (element.meter, profile)
        if place not in self._judged:
            measure = self._meters.piece(element.meter).measure
            music = element.kind in WITH_MUSIC
            faults = tuple(part(measure, music, PROFILES[profile], self._limits))
            self._judged[place] = faults
        return tuple(f"đoạn “{element.title}” {fault}" for fault in self._judged[place])


def whole(levels: Levels, profile: Profile, limits: Limits) -> Iterator[str]:
    """Faults of a bulletin as a whole."""
    if levels.loudness is None:
        yield SILENT
        return
    yield from _loudness(levels.loudness, profile)
    yield from _silences(levels.silence, levels.silent, limits)
    yield from _offset(decibels(levels.offset), limits)


def part(measure: PieceMeasure, music: bool, profile: Profile, limits: Limits) -> Iterator[str]:
    """Faults of one piece. `music`: it holds some, so may be softer than speech, never louder."""
    if measure.loudness is None:
        yield SILENT
        return
    away = measure.loudness - profile.loudness
    if measure.seconds >= limits.judged and (away if music else abs(away)) > limits.apart:
        yield f"{'to' if away > 0 else 'nhỏ'} hơn lời đọc chuẩn {number(abs(away), 1)} LU"
    yield from _tops(measure.true_peak, measure.clipped, profile, limits)


def file(figures: Measurement, profile: Profile = USB, limits: Limits = LIMITS) -> Iterator[str]:
    """What would keep any sound file, ours or not, from being a bulletin."""
    if figures.loudness is None:
        yield SHORT if figures.seconds < MOMENTARY and figures.silent < 1 else SILENT
        return
    yield from _loudness(figures.loudness, profile)
    yield from _tops(figures.true_peak, figures.clipped_run, profile, limits)
    yield from _silences(figures.inner_silence, figures.silent, limits)
    if figures.offset is not None:
        yield from _offset(figures.offset, limits)


def _loudness(loudness: float, profile: Profile) -> Iterator[str]:
    low, high = profile.loudness - profile.tolerance, profile.loudness + profile.tolerance
    if not low <= loudness <= high:
        yield (
            f"độ to {number(loudness)} LUFS, phải từ {number(low, 1)} đến {number(high, 1)} LUFS"
        )


def _tops(peak: float | None, clipped: int, profile: Profile, limits: Limits) -> Iterator[str]:
    if peak is not None and peak > profile.true_peak:
        highest = number(profile.true_peak, 1)
        yield f"có đỉnh {number(peak)} dBTP, cao nhất chỉ được {highest} dBTP"
    if clipped >= limits.clipped:
        yield f"bị xén đỉnh (vỡ tiếng), {clipped} mẫu liền nhau chạm trần"


def _silences(longest: float, silent: float, limits: Limits) -> Iterator[str]:
    if longest > limits.silence:
        most = number(limits.silence, 0)
        yield f"có khoảng lặng dài {number(longest, 1)} giây, chỉ được {most} giây"
    if 1 - silent < limits.active:
        least = percent(limits.active, 0)
        yield f"chỉ có tiếng trong {percent(1 - silent, 0)} thời gian, ít nhất phải {least}"


def _offset(decibel: float, limits: Limits) -> Iterator[str]:
    if decibel > limits.offset:
        yield f"bị lệch một chiều {number(decibel, 0)} dB (thường do thiết bị thu hỏng)"
