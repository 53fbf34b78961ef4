"""Whether a bulletin may be heard in public, by what it measures. Each piece is judged once."""

from collections.abc import Iterator

from ..audio.flaws import decibels
from ..model import LIMITS, PROFILES, Limits, Profile
from ..pictures.figures import number
from ..plan import BulletinPlan, Element, Key
from ..stages.meter import PieceMeasure
from .levels import Levels, Meters


class Judge:
    """Judges the bulletins of one release."""

    def __init__(self, meters: Meters, limits: Limits = LIMITS) -> None:
        self._meters = meters
        self._limits = limits
        self._judged: dict[tuple[Key, str], tuple[str, ...]] = {}

    def faults(self, bulletin: BulletinPlan, levels: Levels, profile: str) -> list[str]:
        """What is outside its limits, in Vietnamese; nothing for a bulletin that may be heard."""
        found = [*whole(levels, PROFILES[profile], self._limits)]
        for element in {each.meter: each for each in bulletin.rundown}.values():
            found += self._piece(element, profile)
        return found

    def _piece(self, element: Element, profile: str) -> tuple[str, ...]:
        place = (element.meter, profile)
        if place not in self._judged:
            measure = self._meters.piece(element.meter).measure
            faults = tuple(part(measure, element.kind == "sting", PROFILES[profile], self._limits))
            self._judged[place] = faults
        return tuple(f"đoạn “{element.title}” {fault}" for fault in self._judged[place])


def whole(levels: Levels, profile: Profile, limits: Limits) -> Iterator[str]:
    """Faults of a bulletin as a whole."""
    low, high = profile.loudness - profile.tolerance, profile.loudness + profile.tolerance
    if levels.loudness is None:
        yield "không có tiếng"
        return
    if not low <= levels.loudness <= high:
        yield (
            f"độ to {number(levels.loudness)} LUFS, "
            f"phải từ {number(low, 1)} đến {number(high, 1)} LUFS"
        )
    if levels.silence > limits.silence:
        yield (
            f"có khoảng lặng dài {number(levels.silence, 1)} giây, "
            f"chỉ được {number(limits.silence, 0)} giây"
        )
    if 1 - levels.silent < limits.active:
        yield (
            f"chỉ có tiếng trong {number((1 - levels.silent) * 100, 0)} % thời gian, "
            f"ít nhất phải {number(limits.active * 100, 0)} %"
        )
    if decibels(levels.offset) > limits.offset:
        yield f"bị lệch một chiều {number(decibels(levels.offset), 0)} dB (thiết bị thu hỏng)"


def part(measure: PieceMeasure, music: bool, profile: Profile, limits: Limits) -> Iterator[str]:
    """Faults of one piece. `music`: it may be softer than speech, never louder."""
    if measure.loudness is None:
        yield "không có tiếng"
        return
    away = measure.loudness - profile.loudness
    if measure.seconds >= limits.judged and (away if music else abs(away)) > limits.apart:
        yield f"{'to' if away > 0 else 'nhỏ'} hơn lời đọc chuẩn {number(abs(away), 1)} LU"
    if measure.true_peak is not None and measure.true_peak > profile.true_peak:
        yield (
            f"có đỉnh {number(measure.true_peak)} dBTP, "
            f"cao nhất chỉ được {number(profile.true_peak, 1)} dBTP"
        )
    if measure.clipped >= limits.clipped:
        yield f"bị xén đỉnh (vỡ tiếng), {measure.clipped} mẫu liền nhau chạm trần"
