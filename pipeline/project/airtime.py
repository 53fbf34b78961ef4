"""When a station may speak, and when it does. Nghị định 49/2024/NĐ-CP holds for every one."""

from collections.abc import Collection
from datetime import time
from itertools import pairwise

from ..model import AirWindow, Place
from .fields import Fields, clock
from .nodes import Node
from .report import Report

DAYS = {"T2": 1, "T3": 2, "T4": 3, "T5": 4, "T6": 5, "T7": 6, "CN": 7}
DAILY = "hằng ngày"
# the decree: two sessions a day of at most 60 minutes, from 5:30 and from 17:00
EARLIEST, NOON, AFTERNOON, LONGEST = time(5, 30), time(12, 0), time(17, 0), 60
DECREE = "Nghị định 49/2024/NĐ-CP"
ALLOWED = f"{DECREE}: sáng từ 5 giờ 30, chiều từ 17 giờ"


def read_windows(fields: Fields, report: Report) -> tuple[AirWindow, ...] | None:
    """The windows in which a station may speak; None when one cannot be told."""
    windows = fields.list_of("windows", lambda node: _window(node, report), 1)
    sound = tuple(window for each in windows for window in each)
    ordered = sorted(sound, key=lambda window: window.opens)
    if any(other.opens < one.closes for one, other in pairwise(ordered)):
        fields.refuse("windows", "hai khung giờ chồng lên nhau", "sửa cho tách rời nhau")
    if len(windows) > 2:
        fields.refuse("windows", f"mỗi ngày chỉ hai buổi ({DECREE})", "giữ lại hai khung giờ")
    return sound if fields.good("windows") and len(sound) == len(windows) else None


def read_times(
    fields: Fields, report: Report, windows: Collection[AirWindow] | None, longest: int
) -> tuple[time, ...]:
    """Clock times of the broadcasts, of which each may last `longest` seconds.

    `windows` None: only the decree can be held against them.
    """
    seen: dict[time, Place] = {}

    def read(node: Node) -> time | None:
        text = node.value if isinstance(node.value, str) else "…"
        try:
            at = clock(text)
        except ValueError:
            report.add(node.place, "field.wrong", f"“{text}” không phải giờ phát", "viết như 05:45")
            return None
        if at in seen:
            report.add(node.place, "station.time-twice", f"giờ {text} viết hai lần", "bỏ bớt một")
        seen.setdefault(at, node.place)
        _check_time(node, at, windows, report)
        return at

    times = fields.list_of("times", read, 1)
    for one, other in pairwise(sorted(seen)):
        if _seconds(other) - _seconds(one) < longest:
            report.add(
                seen[other],
                "station.times-too-close",
                f"{other:%H:%M} thì bản tin lúc {one:%H:%M} có thể chưa hết ({longest} giây)",
                "cho hai giờ phát cách xa nhau hơn, hoặc giảm most trong project.yaml",
            )
    return times


def read_days(fields: Fields, report: Report) -> tuple[int, ...]:
    """ISO weekdays, in order."""

    def read(node: Node) -> tuple[int, ...] | None:
        text = node.value if isinstance(node.value, str) else "…"
        if text in DAYS:
            return (DAYS[text],)
        if text == DAILY:
            return tuple(DAYS.values())
        fix = f"dùng: {', '.join(DAYS)}, hoặc {DAILY}"
        report.add(node.place, "field.wrong", f"“{text}” không phải thứ trong tuần", fix)
        return None

    return tuple(sorted({day for days in fields.list_of("days", read, 1) for day in days}))


def _window(node: Node, report: Report) -> tuple[AirWindow, ...]:
    """The window, or nothing when it cannot be told."""
    fields = Fields(node, report, node.place)
    window = AirWindow(
        opens=fields.clock("opens"),
        closes=fields.clock("closes"),
        limit=fields.whole("limit", range(1, LONGEST + 1), LONGEST),
        source=fields.text("source"),
    )
    fields.close()
    if not fields.good("opens", "closes"):
        return ()
    if _forbidden(window.opens):
        fields.refuse(
            "opens",
            f"khung giờ mở lúc {window.opens:%H:%M}, quá sớm ({ALLOWED})",
            "cho khung giờ mở muộn hơn",
            "station.window-too-early",
        )
    if window.closes <= window.opens:
        fields.refuse("closes", "khung giờ đóng trước khi mở", "sửa opens hoặc closes")
        return ()
    return (window,)


def _check_time(
    node: Node, at: time, windows: Collection[AirWindow] | None, report: Report
) -> None:
    inside = windows is None or any(window.opens <= at < window.closes for window in windows)
    if inside and not _forbidden(at):
        return
    spans = ", ".join(f"{each.opens:%H:%M}–{each.closes:%H:%M}" for each in windows or ())
    why = f"trái {ALLOWED}" if inside else f"nằm ngoài các khung giờ được phép ({spans})"
    report.add(
        node.place,
        "station.time-outside-window",
        f"giờ phát {at:%H:%M} {why}",
        "đổi giờ phát, hoặc sửa khung giờ theo văn bản cho phép",
    )


def _seconds(at: time) -> int:
    return (at.hour * 60 + at.minute) * 60


def _forbidden(at: time) -> bool:
    return at < EARLIEST or NOON <= at < AFTERNOON
