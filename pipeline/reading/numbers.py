"""Numbers in words, as a Northern announcer says them."""

import re

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ("", "nghìn", "triệu")


def digits(text: str) -> str:
    """Digit by digit: "111" -> "một một một"."""
    return " ".join(DIGITS[int(digit)] for digit in text if digit.isdigit())


def cardinal(number: int) -> str:
    """A whole number from 0 on: 1015 -> "một nghìn không trăm mười lăm"."""
    if number < 10:
        return DIGITS[number]
    groups: list[str] = []
    billions, rest = divmod(number, 10**9)
    if billions:
        groups.append(f"{cardinal(billions)} tỷ")
    for power in (2, 1, 0):
        group = rest // 1000**power % 1000
        if group:
            words = _group(group, full=bool(groups))
            groups.append(f"{words} {_SCALES[power]}".rstrip())
    return " ".join(groups)


def hours(number: int) -> str:
    """Hours: of 24 people say "hai mươi bốn"."""
    return "hai mươi bốn" if number == 24 else cardinal(number)


def ordinal(number: int) -> str:
    """After "thứ": 1 -> "nhất", 4 -> "tư"; others as cardinals."""
    return {1: "nhất", 4: "tư"}.get(number) or cardinal(number)


def decimal(whole: str, fraction: str) -> str:
    """Written digits on both sides of the decimal mark: "7", "25" -> "bảy phẩy hai mươi lăm"."""
    return f"{cardinal(int(whole))} phẩy {fractional(fraction)}"


def fractional(fraction: str) -> str:
    """Digits after the decimal mark: one by one if they begin with 0 or are more than two."""
    if fraction.startswith("0") or len(fraction) > 2:
        return digits(fraction)
    return cardinal(int(fraction))


def figures(text: str, dot: str = "chấm") -> str:
    """A number as written in Vietnam: dots between thousands, a comma before decimals.

    A dot before one or two digits can only be a decimal mark and is said as `dot`; two commas, or
    commas and then a dot, can only stand between thousands.
    """
    dotted = re.fullmatch(r"(\d+)\.(\d{1,2})", text)
    if dotted:
        return f"{cardinal(int(dotted[1]))} {dot} {fractional(dotted[2])}"
    if text.count(",") > 1:
        text = text.replace(",", "")
    whole, _, fraction = re.sub(r"[. \u00a0]", "", text).partition(",")
    return decimal(whole, fraction) if fraction else cardinal(int(whole))


def _group(number: int, full: bool) -> str:
    """1 … 999; `full` says the hundreds even when there are none."""
    hundreds, rest = divmod(number, 100)
    words = [f"{DIGITS[hundreds]} trăm"] if hundreds or full else []
    tens, units = divmod(rest, 10)
    if tens == 0:
        if units:
            words.append(f"linh {DIGITS[units]}" if words else DIGITS[units])
    elif tens == 1:
        words.append(f"mười {_after_ten(units)}".rstrip())
    else:
        words.append(f"{DIGITS[tens]} mươi {_after_tens(units)}".rstrip())
    return " ".join(words)


def _after_ten(units: int) -> str:
    return "lăm" if units == 5 else DIGITS[units] if units else ""


def _after_tens(units: int) -> str:
    return {0: "", 1: "mốt", 4: "tư", 5: "lăm"}.get(units, DIGITS[units])
