"""Which published bundle goes onto a stick."""

from pathlib import Path

from ..errors import PublishError
from ..publish import names


def bundle_of(output: Path, code: str, week: str | None = None) -> Path:
    """A station's bundle of a week, or its newest. Raises PublishError when there is none."""
    there = output.glob(f"*/{code}/{names.SUMS}") if names.is_station(code) else ()
    weeks = sorted(path.parents[1].name for path in there if names.is_week(path.parents[1].name))
    if week is not None:
        weeks = [each for each in weeks if each == week.upper()]
    if not weeks:
        when = f" tuần {week}" if week else ""
        raise PublishError(
            f"Chưa có gói{when} của đài {code} trong {output}. "
            f"Hãy làm trước: truyenthanh bulletins --station {code}"
        )
    return output / weeks[-1] / code
