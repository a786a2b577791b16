"""A workbook cell's value as text: the text that a person sees there, without rounding."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PART = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|.', re.DOTALL)
_ESCAPED = re.compile("_x(00[01][0-9A-Fa-f])_")
"""A sign that XML does not have; openpyxl leaves it so. Any other `_x0041_` was typed."""
_DIGITS = 15
"""That a spreadsheet keeps of a number."""

Value = str | bool | int | float | date | time | timedelta | None


def show_value(value: Value, form: str) -> str:
    """Return a value as text; `form` is the number format of its cell.

    >>> show_value(True, "General"), show_value(85.0, "0.00"), show_value(0.855, "0%")
    ('TRUE', '85', '85.5%')
    >>> show_value(750, "00000"), show_value(123456789, "000-00-0000"), show_value(0.5, "# ?/?")
    ('00750', '123-45-6789', '0.5')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _show_number(value, form.partition(";")[0])
    if isinstance(value, str):
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
    return _show_moment(value, form)


def _show_number(value: float, form: str) -> str:
    if form == "General" and isinstance(value, int):
        return str(value)
    parts = _PART.findall(form)
    plain = "".join(each for each in parts if len(each) == 1)
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{_DIGITS}g}")
    if "%" in plain:
        return f"{_plain(exact * 100)}%"
    if value >= 0 and exact == int(exact) and (filled := _fill(int(exact), parts)):
        return filled
    if "?/" in plain or "/?" in plain or "#/" in plain:
        return _show_fraction(exact)
    return _plain(exact)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _fill(number: int, parts: list[str]) -> str:
    """Fill a format of zeros and dashes, such as 00000, from its end; blank for any other."""
    shown = [each.strip('"').lstrip("\\") if len(each) > 1 else each for each in parts]
    zeros = shown.count("0")
    if zeros < 2 or any(each != "0" and set(each) - set("- ") for each in shown):  # noqa: PLR2004 - 0 is any number
        return ""
    digits = [*str(number).zfill(zeros)]
    above, digits = digits[: len(digits) - zeros], digits[len(digits) - zeros :]
    return "".join(above) + "".join(digits.pop(0) if each == "0" else each for each in shown)


def _show_fraction(exact: Decimal) -> str:
    """Return a number that is shown as a fraction: as a decimal where one tells it exactly."""
    near = Fraction(exact).limit_denominator(999)
    whole = Fraction(exact) == near or abs(near - Fraction(exact)) > Fraction(1, 10**12)
    return _plain(exact) if whole else f"{near.numerator}/{near.denominator}"


def _show_moment(value: date | time | timedelta, form: str) -> str:
    """Return a date as it is usually shown: a day without its year where the format has none."""
    if not isinstance(value, date):
        return str(value)
    plain = "".join(each for each in _PART.findall(form) if len(each) == 1).lower()
    if "y" not in plain and "d" in plain:
        return f"{value.day}-{MONTHS[value.month - 1]}"
    day = f"{value.month}/{value.day}/{value.year}"
    at = value.time() if isinstance(value, datetime) else time()
    return f"{day} {at:%H:%M}" if at != time() else day
