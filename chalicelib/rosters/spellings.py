"""The many ways to write the same value: flags, dates, words, and words that mean nothing."""

from __future__ import annotations

import re
from datetime import date

from .columns import Content

NO_LETTERS = (Content.FLAG, Content.DATE, Content.YEAR)
"""Contents in which a hyphen or `na` can be no value."""

MONTHS = 12

_NOTHING = frozenset({
    "null", "(null)", "<null>", "[null]", "\\n", "n/a", "#n/a", "#n/a!", "none", "(none)",
    "<none>", "nil", "nan", "undefined", "#null!", "#ref!", "#value!", "#name?", "#div/0!", "#num!",
})  # fmt: skip
_NAMES_TOO = ("null", "none", "nil")
_NOTHING_LOOSE = frozenset({"na", "-", "--", "0000-00-00", "."})
_LONGEST = max(map(len, _NOTHING))
FIRST_LETTERS = frozenset("nNuU(<[\\#-.0")
"""Letters that such a word begins with."""

_FLAGS = dict.fromkeys(("true", "t", "yes", "y", "1", "1.0", "on", "enabled", "active"), "true")
_FLAGS |= dict.fromkeys(
    ("false", "f", "no", "n", "0", "0.0", "off", "disabled", "inactive"), "false"
)

_MIDNIGHT = r"(?:[T ](?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? ?[Aa][Mm]) ?(?:Z|[+-]\d\d:?\d\d)?)?"
_ISO = re.compile(rf"(\d{{4}})-(\d\d?)-(\d\d?){_MIDNIGHT}", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_SLASHED = re.compile(rf"(\d\d?)/(\d\d?)/(\d{{4}}){_MIDNIGHT}", re.ASCII)
_YEAR_FIRST = re.compile(rf"(\d{{4}})/(\d\d?)/(\d\d?){_MIDNIGHT}", re.ASCII)
_NO_WORD = re.compile(r"[\W_]+")


def stands_for_nothing(value: str, *, loose: bool = False, named: bool = False) -> bool:
    """Return whether a cell says in a word that it is empty.

    Null, None and Nil are people's names too: as a name, written like one, they stand.

    >>> stands_for_nothing("NULL"), stands_for_nothing("Null", named=True)
    (True, False)
    """
    if len(value) > _LONGEST:
        return False
    word = value.strip().casefold()
    if word in _NOTHING:
        return not (named and word in _NAMES_TOO and value.strip().istitle())
    return loose and word in _NOTHING_LOOSE


def plain_word(value: str) -> str:
    """Return a word as it is compared: small letters, no spaces, hyphens and underscores.

    >>> plain_word("Site_Administrator") == plain_word("siteAdministrator")
    True
    """
    return _NO_WORD.sub("", value).casefold()


def plain_flag(value: str) -> str:
    """Return `true`, `false`, or nothing when it is neither.

    >>> plain_flag("TRUE"), plain_flag("0"), plain_flag("inactive"), plain_flag("maybe")
    ('true', 'false', 'false', '')
    """
    return _FLAGS.get(value.casefold(), "")


def plain_date(value: str) -> tuple[str, bool]:
    """Return the day as OneRoster writes it, or nothing; and whether there is one way to read it.

    A time is midnight or no date at all. Month and day up to 12 could be meant the other way round.

    >>> plain_date("2026-08-17T00:00:00Z"), plain_date("8/17/2026"), plain_date("8/7/2026")
    (('2026-08-17', True), ('2026-08-17', True), ('2026-08-07', False))
    >>> plain_date("17/8/2026")
    ('', True)
    """
    found = _ISO.fullmatch(value) or _COMPACT.fullmatch(value) or _YEAR_FIRST.fullmatch(value)
    if found:
        return _day(found[1], found[2], found[3]), True
    slashed = _SLASHED.fullmatch(value)
    if slashed:
        day = _day(slashed[3], slashed[1], slashed[2])
        return day, not day or int(slashed[2]) > MONTHS
    return "", True


def _day(year: str, month: str, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
