"""stations/*.yaml: where a station is, when it may speak, how it sounds."""

from datetime import time
from itertools import pairwise

from ..model import PROFILES, AirWindow, Station, Unit
from . import units
from .fields import Fields, clock
from .files import Shelf
from .nodes import Node, Report, compose

DAYS = {"T2": 1, "T3": 2, "T4": 3, "T5": 4, "T6": 5, "T7": 6, "CN": 7}
DAILY = "hằng ngày"
BOOLEANS = {"true": True, "false": False, "có": True, "không": False}
# Nghị định 49/2024/NĐ-CP: two sessions a day of at most 60 minutes, from 5:30 and from 17:00
EARLIEST, NOON, AFTERNOON, LONGEST = time(5, 30), time(12, 0), time(17, 0), 60
DECREE = "Nghị định 49/2024/NĐ-CP"


def read_stations(shelf: Shelf, report: Report) -> tuple[Station, ...]:
    """All stations, in the order of their files' names."""
    stations: dict[str, Station] = {}
    for path in shelf.find("stations/*.yaml"):
        start, text = shelf.start(path), shelf.text(path)
        if text is None:
            continue
        fields = Fields(compose(text, start, report), report, start)
        station = _station(fields, report)
        fields.close()
        if station.code and station.code in stations:
            other = stations[station.code].place.file
            fields.refuse("code", f"mã {station.code} đã dùng ở {other}", "mỗi đài một mã")
        stations[station.code or path.name] = station
    return tuple(stations.values())


def _station(fields: Fields, report: Report) -> Station:
    code, name = fields.text("code"), fields.text("name")
    windows = fields.list_of("windows", lambda node: _window(node, report), 1)
    station = Station(
        code=code,
        name=name,
        unit=_unit(fields, code, name),
        windows=windows,
        times=fields.list_of("times", lambda node: _time(node, windows, report), 1),
        days=_days(fields, report),
        place=fields.place,
        voices=fields.pairs("voices"),
        profile=fields.text("profile", "usb"),
        sample=fields.choice("sample", BOOLEANS, "false"),
        external_ids=fields.pairs("external_ids"),
    )
    if station.profile not in PROFILES:
        known = ", ".join(PROFILES)
        fields.refuse("profile", f"không có cấu hình “{station.profile}”", f"dùng: {known}")
    if len(set(station.times)) < len(station.times):
        fields.refuse("times", "có giờ phát viết hai lần", "bỏ bớt một")
    _check_order(fields, windows)
    return station


def _unit(fields: Fields, code: str, name: str) -> Unit:
    unit = units.unit(code)
    if unit is None:
        if fields.has("code"):
            fields.refuse("code", *_no_such(code), "station.code")
        return Unit(code=code, name=name, kind="", province="")
    if name and not units.same_name(unit.name, name):
        fields.refuse("name", *_other_name(unit, name), "station.name")
    return unit


def _no_such(code: str) -> tuple[str, str]:
    """What is wrong with a code, and what to use instead."""
    for former in units.formers(code=code):
        return (
            f"mã {code} là {former.name} ({former.district}) trước 1/7/2025, nay không còn",
            f"dùng mã của đơn vị mới: {_successors(former)}",
        )
    return f"không có đơn vị hành chính mã “{code}”", "dùng mã năm chữ số của xã, phường hiện nay"


def _other_name(unit: Unit, name: str) -> tuple[str, str]:
    """What is wrong with a name that is not the unit's."""
    gone = [each for each in units.formers(name=name) if unit.code in each.successors]
    if gone:
        return (
            f"“{name}” là tên trước 1/7/2025, nay thuộc {unit.name}",
            f"viết name: {_spoken(unit.name)}",
        )
    return (
        f"mã {unit.code} là {unit.name}, không phải “{name}”",
        f"viết name: {_spoken(unit.name)}, hoặc sửa mã",
    )


def _successors(former: units.Former) -> str:
    found = filter(None, map(units.unit, former.successors))
    return ", ".join(f"{each.code} {each.name}" for each in found)


def _spoken(name: str) -> str:
    """As it stands inside a sentence: "Xã Yên Thế" becomes "xã Yên Thế"."""
    return name[:1].lower() + name[1:]


def _window(node: Node, report: Report) -> AirWindow:
    fields = Fields(node, report, node.place)
    window = AirWindow(
        opens=fields.clock("opens"),
        closes=fields.clock("closes"),
        limit=fields.whole("limit", LONGEST),
        source=fields.text("source"),
    )
    fields.close()
    early = window.opens < EARLIEST or NOON <= window.opens < AFTERNOON
    if fields.has("opens") and early:
        fields.refuse(
            "opens",
            f"khung giờ mở lúc {window.opens:%H:%M}, trái {DECREE} (sáng từ 5:30, chiều từ 17:00)",
            "cho khung giờ mở muộn hơn",
            "station.window-too-early",
        )
    if fields.has("closes") and window.closes <= window.opens:
        fields.refuse("closes", "khung giờ đóng trước khi mở", "sửa opens hoặc closes")
    if not 0 < window.limit <= LONGEST:
        fields.refuse("limit", f"mỗi buổi tối đa {LONGEST} phút ({DECREE})", "viết số từ 1 đến 60")
    return window


def _time(node: Node, windows: tuple[AirWindow, ...], report: Report) -> time | None:
    text = node.value if isinstance(node.value, str) else ""
    try:
        at = clock(text)
    except ValueError:
        report.add(node.place, "field.wrong", f"“{text}” không phải giờ phát", "viết như 05:45")
        return None
    if not any(window.opens <= at < window.closes for window in windows):
        spans = ", ".join(f"{each.opens:%H:%M}–{each.closes:%H:%M}" for each in windows)
        report.add(
            node.place,
            "station.time-outside-window",
            f"giờ phát {at:%H:%M} nằm ngoài các khung giờ được phép ({spans})",
            "đổi giờ phát, hoặc sửa khung giờ theo văn bản cho phép",
        )
        return None
    return at


def _days(fields: Fields, report: Report) -> tuple[int, ...]:
    def read(node: Node) -> int | None:
        text = node.value if isinstance(node.value, str) else ""
        if text in DAYS or text == DAILY:
            return DAYS.get(text, 0)
        words = ", ".join(DAYS)
        report.add(
            node.place, "field.wrong", f"“{text}” không phải ngày", f"dùng: {words}, {DAILY}"
        )
        return None

    days = fields.list_of("days", read, 1)
    return tuple(range(1, 8)) if 0 in days else tuple(sorted(set(days)))


def _check_order(fields: Fields, windows: tuple[AirWindow, ...]) -> None:
    ordered = sorted(windows, key=lambda window: window.opens)
    for one, other in pairwise(ordered):
        if other.opens < one.closes:
            fields.refuse("windows", "hai khung giờ chồng lên nhau", "sửa cho tách rời nhau")
    if len(windows) > 2:
        fields.refuse("windows", f"mỗi ngày hai buổi ({DECREE})", "giữ lại hai khung giờ")
