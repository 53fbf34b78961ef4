"""The broadcasts a report may speak of."""

import difflib
from collections.abc import Iterable

from .entry import Refused
from .planned import Broadcast


class Schedule:
    """Codes of the published broadcasts, by station and week."""

    def __init__(self, broadcasts: Iterable[Broadcast]) -> None:
        self._codes: dict[tuple[str, str], list[str]] = {}
        self._names: dict[str, str] = {}
        for each in broadcasts:
            code = each.station.code
            self._codes.setdefault((code, str(each.week)), []).append(each.code)
            self._names[code] = each.station.name

    def station(self, written: str) -> str:
        """A station's code as written, leading zeros lost or not. Raises Refused."""
        code = written.zfill(5)
        if code not in self._names:
            near = difflib.get_close_matches(code, self._names, n=1, cutoff=0.75)
            hint = f" (có phải {near[0]} {self._names[near[0]]}?)" if near else ""
            raise Refused(f"không đài nào có mã {code} trong các tuần đã phát hành{hint}")
        return code

    def week(self, station: str, number: int, year: int | None = None) -> str:
        """The latest published week of that number. Raises Refused."""
        weeks = sorted(week for code, week in self._codes if code == station)
        wanted = f"{year or ''}-W{number:02d}"
        found = [week for week in weeks if week.endswith(wanted)]
        if not found:
            raise Refused(f"đài {station} không có gói nào của tuần {number}")
        return found[-1]

    def codes(self, station: str, week: str, beginning: str = "") -> list[str]:
        """Broadcasts whose code begins so: "T2" is all of Monday, "" the week. Raises Refused."""
        known = self._codes.get((station, week), [])
        found = [code for code in known if code == beginning]
        found = found or [code for code in known if code.startswith(beginning)]
        if not found:
            number = int(week.rpartition("W")[2])
            raise Refused(
                f"tuần {number} đài {station} không có buổi {beginning}; các buổi: "
                f"{', '.join(known)}"
            )
        return found
