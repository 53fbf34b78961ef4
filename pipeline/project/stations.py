"""stations/*.yaml: where a station is, when it may speak, how it sounds."""

from ..model import PROFILES, SOUNDS, Station, Unit
from . import units
from .airtime import read_days, read_times, read_windows
from .fields import Fields, read_fields
from .files import Shelf
from .frame import SOUND, Voices, read_roles
from .lexemes import read_own_lexicon
from .report import Report

BOOLEANS = {"true": True, "false": False, "có": True, "không": False}


def read_stations(
    shelf: Shelf, report: Report, voices: Voices, longest: int
) -> tuple[Station, ...]:
    """All stations, in the order of their files' names.

    `voices` None: they could not be read. `longest`: seconds a bulletin may last.
    """
    stations: dict[str, Station] = {}
    for path in shelf.find("stations/*.yaml"):
        fields = read_fields(shelf, path, report)
        station = _station(fields, report, voices, longest)
        fields.close()
        if station.code and station.code in stations:
            other = stations[station.code].place.file
            fields.refuse("code", f"mã {station.code} đã dùng ở {other}", "mỗi đài một mã")
        stations[station.code or path.name] = station
    return tuple(stations.values())


def _station(fields: Fields, report: Report, voices: Voices, longest: int) -> Station:
    code, name = fields.text("code"), fields.text("name")
    windows = read_windows(fields, report)
    return Station(
        code=code,
        name=name,
        unit=_unit(fields, code, name),
        windows=windows or (),
        times=read_times(fields, report, windows, longest),
        days=read_days(fields, report),
        place=fields.place,
        voices=read_roles(fields.inside("voices", required=False), voices),
        profile=fields.name_of("profile", "cấu hình", PROFILES, "usb"),
        sound=fields.name_of("sound", SOUND, SOUNDS, ""),
        sample=fields.choice("sample", BOOLEANS, "false"),
        lexicon=read_own_lexicon(fields, report, "station"),
        external_ids=_ids(fields.inside("external_ids", required=False)),
    )


def _ids(fields: Fields) -> dict[str, str]:
    """What other systems call this station."""
    return {system: fields.text(system) for system in fields.names()}


def _unit(fields: Fields, code: str, name: str) -> Unit:
    unit = units.unit(code)
    if unit is None:
        if fields.good("code"):
            fields.refuse("code", *_no_such(code, name), "station.code")
        return Unit(code=code, name=name, kind="", province="")
    if fields.good("name") and not units.same_name(unit.name, name):
        fields.refuse("name", *_other_name(unit, name), "station.name")
    return unit


def _no_such(code: str, name: str) -> tuple[str, str]:
    """What is wrong with a code, and what to use instead."""
    full = units.unit(code.zfill(5))
    if full is not None:
        return f"mã “{code}” thiếu số 0 ở đầu", f'viết "{full.code}" ({full.name})'
    for former in units.formers(code=code):
        return (
            f"mã {code} là {former.name} ({former.district}) trước 1/7/2025, nay không còn",
            f"dùng mã của đơn vị mới: {_listed(units.successors(former))}",
        )
    named = units.named(name)
    fix = f"dùng mã của {_listed(named)}" if named else "dùng mã năm chữ số của xã, phường hiện nay"
    return f"không có đơn vị hành chính mã “{code}”", fix


def _other_name(unit: Unit, name: str) -> tuple[str, str]:
    """What is wrong with a name that is not the unit's."""
    right = f"viết name: {_spoken(unit.name)}"
    today = [each for each in units.named(name) if each.province == unit.province]
    if today:
        return f"mã {unit.code} là {unit.name}", f"{right}, hoặc dùng mã của {_listed(today)}"
    former = units.nearest(units.formers(name=name), unit)
    if former is None:
        return f"mã {unit.code} là {unit.name}, không phải “{name}”", f"{right}, hoặc sửa mã"
    heirs = units.successors(former)
    what = f"“{name}” là tên trước 1/7/2025 ({former.district}), nay thuộc {_listed(heirs)}"
    return what, right if unit in heirs else f"{right}, hoặc dùng mã của đơn vị mới"


def _listed(found: list[Unit] | tuple[Unit, ...]) -> str:
    shown = ", ".join(f"{each.code} {each.name} ({each.province})" for each in found[:4])
    return f"{shown}…" if len(found) > 4 else shown


def _spoken(name: str) -> str:
    """As it stands inside a sentence: "Xã Yên Thế" becomes "xã Yên Thế"."""
    return name[:1].lower() + name[1:]
