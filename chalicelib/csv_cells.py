"""CSV that a spreadsheet opens without running it: every CSV answer is written here.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula (OWASP, *CSV
Injection*). An apostrophe in front therefore makes everything that people typed text for good;
numbers that we counted ourselves stay numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

Cell = str | int | Fraction | Decimal | None
"""Text is made safe; numbers stay numbers, also negative ones; None is an empty cell."""

PLACES = 6
"""Of a fraction that no decimal tells exactly; rounded half up."""

_BOM = "\ufeff"
_FORMULA = "=+\\-@\uff1d\uff0b\uff0d\uff20\u2212\ufe62\ufe63\ufe66\ufe6b"
"""The four signs, also in full and small width and as a mathematical minus."""
_SKIPPED = (
    r"\s\x00-\x1f\x7f\xad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff"
    r"\"'`\xb4\u2018-\u201f\uff07\uff02"
)
"""Characters that a reader or an import may strip first: blanks, invisible signs and quotes."""
_DANGEROUS = re.compile(rf"^(?=[\t\r\n\x00]|[{_SKIPPED}]*[\t\r\n\x00{_FORMULA}])")
_AFTER_A_CUT = re.compile(rf"([;\t\r\n])(?=[{_SKIPPED}]*[{_FORMULA}])")
"""Where `;` separates (much of Europe), our quotes in mid-line do not hold a cell together."""


def csv_text(header: Sequence[Cell], rows: Iterable[Sequence[Cell]]) -> str:
    r"""A whole CSV file: UTF-8 mark first, lines end in CRLF, cells quoted where they must be.

    >>> csv_text(["Student", "Change"], [["=HYPERLINK(1)", -3], ["Lee, Ann", Fraction(1, 2)]])
    '\ufeffStudent,Change\r\n\'=HYPERLINK(1),-3\r\n"Lee, Ann",0.5\r\n'
    """
    import csv
    import io

    written = io.StringIO(newline="")
    written.write(_BOM)
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow([cell(each) for each in header])
    lines.writerows([cell(each) for each in row] for row in rows)
    return written.getvalue()


def cell(value: Cell) -> str:
    """One cell as text, before quoting.

    >>> cell("-1"), cell(-1), cell(Fraction(1, 3)), cell(Decimal("2.50")), cell(None)
    ("'-1", '-1', '0.333333', '2.5', '')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return safe(value)
    if isinstance(value, int):
        return str(int(value))
    return round_number(Fraction(value))


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula; harmless text is unchanged.

    >>> safe("=1+1"), safe("  @SUM(A1)"), safe("x;=1"), safe("A-B"), safe("don't")
    ("'=1+1", "'  @SUM(A1)", "x;'=1", 'A-B', "don't")
    """
    inside = _AFTER_A_CUT.sub(r"\1'", text)
    return f"'{inside}" if _DANGEROUS.match(text) else inside


def round_number(number: Fraction | Decimal) -> str:
    """Write a number with at most six places, rounded half up."""
    number = Fraction(number)
    scaled = abs(number) * 10**PLACES
    whole = (scaled.numerator * 2 + scaled.denominator) // (scaled.denominator * 2)
    digits = f"{Decimal(whole).scaleb(-PLACES):f}".rstrip("0").rstrip(".") or "0"
    return f"-{digits}" if number < 0 and whole else digits
