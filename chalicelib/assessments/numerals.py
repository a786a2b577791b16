"""Numbers and signs as people write them, read exactly."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

_ALIKE = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "⁄": "/"}  # noqa: RUF001 - as phones write
    | dict.fromkeys("‐‑‒–—−", "-")  # noqa: RUF001 - as phones and word processors write
)


def plain_signs(text: str) -> str:
    """Return a text in Unicode's compatibility form, with plain quotes, dashes and fractions.

    >>> plain_signs("２½ — 3²")
    '2 1/2 - 32'
    """
    if text.isascii():  # nothing in it has another form
        return text
    apart = "".join(f" {each}" if _is_fraction(each) else each for each in text)
    return unicodedata.normalize("NFKC", apart).translate(_ALIKE)


def plain_number(text: str) -> str:
    """Return the plain signs of what may be a number; nothing where digits are raised or lowered.

    >>> plain_number(" ２½ "), plain_number("2²")
    ('2 1/2', '')
    """
    raised = not text.isascii() and any(map(_is_raised, text))
    return "" if raised else plain_signs(text).strip()


def _is_raised(character: str) -> bool:
    return unicodedata.decomposition(character).startswith(("<super>", "<sub>"))


def _is_fraction(character: str) -> bool:
    return unicodedata.decomposition(character).startswith("<fraction>")


_BLANKS = re.compile(r"(?<=\d) (?=\d{3}(\D|$))")
"""Between groups of three digits only: "1 1/2" is no eleven halves."""
_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,2})?", re.ASCII)
_THOUSANDS = re.compile(r"([+-]?[1-9]\d{0,2})((?:,\d{3})+)(\.\d+)?", re.ASCII)
_THOUSANDS_BY_POINTS = re.compile(r"([+-]?[1-9]\d{0,2})((?:\.\d{3})+),(\d+)", re.ASCII)
_DECIMAL_COMMA = re.compile(r"[+-]?\d*,\d+", re.ASCII)
_RATIO = re.compile(r"([+-]?) ?(?:(\d{1,9}) +)?(\d{1,20}) ?/ ?([1-9]\d{0,8})", re.ASCII)
_LARGEST = Fraction(10**15)


@lru_cache(maxsize=4096)
def exact_number(text: str) -> Fraction | None:
    """Read a number exactly, or say None: decimals, thousands grouped, a decimal comma, 2 1/2.

    A single comma before three digits groups thousands, as it does in the schools this is for. A
    power is no number: 2² is not read as 22.

    >>> exact_number("1,250"), exact_number("2,5"), exact_number("1 1/2"), exact_number("1.5e2")
    (Fraction(1250, 1), Fraction(5, 2), Fraction(3, 2), Fraction(150, 1))
    """
    tidy = plain_number(text)
    number = _ratio(tidy)
    if number is None:
        number = _decimal(_BLANKS.sub("", tidy))
    return number if number is not None and abs(number) < _LARGEST else None


def _ratio(text: str) -> Fraction | None:
    found = _RATIO.fullmatch(text)
    if not found:
        return None
    sign, whole, over, under = found.groups()
    number = int(whole or 0) + Fraction(int(over), int(under))
    return -number if sign == "-" else number


def _decimal(text: str) -> Fraction | None:
    if _PLAIN.fullmatch(text):
        return Fraction(text)
    if _THOUSANDS.fullmatch(text):
        return Fraction(text.replace(",", ""))
    if _THOUSANDS_BY_POINTS.fullmatch(text):
        return Fraction(text.replace(".", "").replace(",", "."))
    if _DECIMAL_COMMA.fullmatch(text):
        return Fraction(text.replace(",", "."))
    return None


def format_number(number: Fraction) -> str:
    """Write a number as a decimal where that is exact, or as a fraction."""
    shifted = number * 10 ** _places(number.denominator)
    if shifted.denominator != 1:
        return str(number)
    return f"{Decimal(shifted.numerator).scaleb(-_places(number.denominator)):f}"


def _places(denominator: int) -> int:
    """Count the decimals that a denominator of twos and fives needs."""
    twos, rest = _count(denominator, 2)
    fives, _ = _count(rest, 5)
    return max(twos, fives)


def _count(number: int, factor: int) -> tuple[int, int]:
    times = 0
    while number % factor == 0:
        number //= factor
        times += 1
    return times, number
