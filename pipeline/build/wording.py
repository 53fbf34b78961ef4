"""How far work is, in Vietnamese, for whoever shows it."""

from ..plan.jobs import Arrange, Decode, Encode, Master, Meter, Speak

KINDS: dict[type, str] = {
    Speak: "đọc",
    Decode: "mở nhạc",
    Arrange: "ghép",
    Master: "chỉnh mức",
    Encode: "nén MP3",
    Meter: "đo",
}


def remaining(seconds: float | None) -> str:
    """Time left, as exact as it can be known: "còn khoảng 3 phút".

    Empty where nobody knows, and in the last moments.
    """
    if seconds is None or seconds < 2:
        return ""
    if seconds < 50:
        return f"còn khoảng {max(10, round(seconds, -1)):.0f} giây"
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return f"còn khoảng {minutes} phút"
    return f"còn khoảng {minutes // 60} giờ {minutes % 60} phút"
