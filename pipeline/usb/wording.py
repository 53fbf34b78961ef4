"""The one sentence a copy ends with."""

import sys

from .copying import Copied


def farewell(copied: Copied) -> str:
    """What lies on the stick, and that it may be taken."""
    year, number = copied.week.split("-W")
    done = "Đã chép" if copied.changed else "Thẻ đã có sẵn"
    take = "hãy bấm Đẩy (Eject) rồi rút thẻ" if sys.platform == "darwin" else "có thể rút thẻ ra"
    return (
        f"✓ {done} {copied.bulletins} bản tin tuần {int(number)}/{year} của đài {copied.code} "
        f"({copied.name}) và đọc lại đúng cả; {take}."
    )


def company(copied: Copied) -> str:
    """What else a player would find on the stick; "": nothing."""
    if not copied.others:
        return ""
    return f"Lưu ý: thẻ còn gói của đài {', '.join(copied.others)}; máy có thể phát cả gói đó."
