"""The student in a cell of a file: by identifier, sign-in name, or name. Never a guess."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from chalicelib.errors import FileFinding

from . import response_problems
from .model import StudentIdentifier

_LONGEST = 255
"""Characters of an identifier in OneRoster."""
_LETTER = re.compile(r"[^\W\d]")
_ROUNDED = re.compile(r"\d(\.\d+)?E\+\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class KnownStudent:
    """A student of the sheet: of the class, or with results on it."""

    id: str
    given: str
    family: str
    legal_given: str = ""
    legal_family: str = ""

    @property
    def names(self) -> set[tuple[str, str]]:
        """Return family and given name in every way that a file may have them: shown and legal."""
        families, givens = {self.family, self.legal_family}, {self.given, self.legal_given}
        return {(f, g) for f in families - {""} or {""} for g in givens - {""} or {""}}


class Students:
    """The students of a sheet, looked up as files write them."""

    def __init__(
        self, students: Iterable[KnownStudent], usernames: Callable[[], Mapping[str, str]]
    ) -> None:
        """Look these up; `usernames` gives sign-in names by id, and is asked only if need be."""
        self._students = list(students)
        self._usernames = usernames

    def find(self, by: StudentIdentifier, text: str) -> str | FileFinding:
        """Return the id of the student that a cell means, or the reason why there is none."""
        if not text:
            return response_problems.STUDENT_MISSING()
        found = self.matches(by, text)
        if len(found) == 1:
            return next(iter(found))
        return _nobody(by, text) if not found else _several(text, len(found))

    def find_by_name(self, family: str, given: str) -> str | FileFinding:
        """Return the id of the student with this family and given name, or why there is none."""
        return self.find(StudentIdentifier.NAME, f"{family}, {given}" if family and given else "")

    def matches(self, by: StudentIdentifier, text: str) -> frozenset[str]:
        """Return the students that a cell could mean."""
        if by == StudentIdentifier.NAME:
            return self._find_by_name(text) or self._loosely(_name(text))
        known = self._by_id if by == StudentIdentifier.ID else self._by_username
        exact = known.get(text) or known.get(text.casefold())
        return exact or known.get(_number(text), frozenset())

    def is_somebody(self, text: str) -> bool:
        """Return whether a text is an identifier or a name in the class, as the roster has it."""
        return bool(self.matches(StudentIdentifier.ID, text) or self._find_by_name(text))

    def is_named(self, student: str, cells: Sequence[str]) -> bool:
        """Return whether cells have a student's name exactly as the roster has it."""
        known = self._known[student]
        pairs = ((known.family, known.given), (known.legal_family, known.legal_given))
        if len(cells) > 1:
            return tuple(cells) in pairs
        return any(cells[0] in (f"{f}, {g}", f"{g} {f}") for f, g in pairs)

    def _find_by_name(self, text: str) -> frozenset[str]:
        return self._by_name.get(_name(text), frozenset())

    def resembles(self, student: str, text: str) -> bool:
        """Return whether a name in a file has a word in common with one that the student has."""
        words = set(re.split(r"[ ,]", _name(text)))
        own = self._words.get(student, frozenset())
        return any(word in own for word in words)

    def _loosely(self, written: str) -> frozenset[str]:
        """Find a name that begins with the family's, or has an initial or a suffix of its own."""
        if not _LETTER.search(written):
            return frozenset()
        turned = self._by_name.get(written.replace(" ", ",", 1))
        if turned and "," not in written:
            return turned
        short = Shortened.of(written)
        found = self._by_short.get(short.name, ()) if short.name else ()
        return frozenset(student for student, own in found if short.fits(own))

    # -- tables -----------------------------------------------------------------------------------

    @cached_property
    def _known(self) -> Mapping[str, KnownStudent]:
        return {each.id: each for each in self._students}

    @cached_property
    def _by_id(self) -> Mapping[str, frozenset[str]]:
        return _table(
            (spelled, each.id) for each in self._students for spelled in _list_spellings(each.id)
        )

    @cached_property
    def _by_username(self) -> Mapping[str, frozenset[str]]:
        """Sign-in names, whole and up to the `@`."""
        known = self._usernames()
        return _table(
            (spelled, student)
            for student, username in known.items()
            for name in (username, username.partition("@")[0])
            for spelled in _list_spellings(name)
        )

    @cached_property
    def _by_name(self) -> Mapping[str, frozenset[str]]:
        return _table(
            (_name(written), each.id)
            for each in self._students
            for family, given in each.names
            for written in _list_name_spellings(family, given)
        )

    @cached_property
    def _by_short(self) -> Mapping[str, frozenset[tuple[str, Shortened]]]:
        """Names without initials and suffixes, each with what was left out of it."""
        found: dict[str, set[tuple[str, Shortened]]] = {}
        for each in self._students:
            for family, given in each.names:
                middle = " ".join(_name(given).split()[1:])
                for written in _list_name_spellings(family, given):
                    short = Shortened.of(_name(written))
                    own = replace(short, initials=short.initials or tuple(middle.split()))
                    found.setdefault(short.name, set()).add((each.id, own))
        return {name: frozenset(students) for name, students in found.items()}

    @cached_property
    def _words(self) -> Mapping[str, frozenset[str]]:
        return {
            each.id: frozenset(
                word for pair in each.names for part in pair for word in _name(part).split()
            )
            for each in self._students
        }


@dataclass(frozen=True, slots=True)
class Shortened:
    """A name without its initials and its suffix, and these."""

    name: str
    initials: tuple[str, ...] = ()
    suffix: str = ""

    @classmethod
    def of(cls, written: str) -> Shortened:
        """Take a name apart; its first given name is never an initial.

        >>> Shortened.of("lee jr,ann m")
        Shortened(name='lee,ann', initials=('m',), suffix='jr')
        """
        written = _SUFFIX_BEHIND.sub(r" \1", written)
        family, comma, given = written.partition(",")
        parts = (family, given) if comma else (given, family)
        suffixes = [word for part in parts for word in part.split()[1:] if word in _SUFFIXES]
        initials, kept = list[str](), list[str]()
        for part in parts:
            words = part.replace(",", " ").split()
            short = [w for w in words[1:] if len(w) == 1 and w not in suffixes]
            initials += short
            kept.append(" ".join(w for w in words if w not in short and w not in suffixes))
        name = ",".join(kept) if comma else kept[1]
        return cls(name, tuple(initials), "".join(suffixes[:1]))

    def fits(self, own: Shortened) -> bool:
        """Return whether this can be somebody's name: no initial and no suffix contradicts it."""
        alike = all(
            one.startswith(other) or other.startswith(one)
            for one, other in zip(self.initials, own.initials, strict=False)
        )
        return alike and (not self.suffix or not own.suffix or self.suffix == own.suffix)


_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "2nd", "3rd", "junior", "senior"})
_SUFFIX_BEHIND = re.compile(rf",({'|'.join(sorted(_SUFFIXES))})$")


def _table(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for spelled, student in pairs:
        if spelled:
            found.setdefault(spelled, set()).add(student)
    return {spelled: frozenset(students) for spelled, students in found.items()}


def _list_spellings(text: str) -> set[str]:
    """Return an identifier as it is, and as a spreadsheet makes a number of it."""
    return {text, text.casefold(), _number(text)}


def _number(text: str) -> str:
    """Return what a spreadsheet leaves of a number: no zeros in front, perhaps `.0` behind.

    >>> _number("00123"), _number("123.0"), _number("ab")
    ('=123', '=123', '')
    """
    digits = re.fullmatch(r"0*(\d+?)(?:\.0+)?", text[:_LONGEST], re.ASCII)
    return f"={digits[1]}" if digits else ""


def _list_name_spellings(family: str, given: str) -> set[str]:
    """Return the ways to write a name; a second given name may be left out."""
    first = given.split(maxsplit=1)[0] if given.strip() else ""
    return {f"{family}, {each}" for each in (given, first)} | {
        f"{each} {family}" for each in (given, first)
    }


@lru_cache(maxsize=4096)
def _name(text: str) -> str:
    """Return a name without case, accents and needless signs; the comma stays.

    >>> _name("  GARCÍA-Lopez ,  Ana ")
    'garcia lopez,ana'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    words = re.sub(r"[^\w,]+|_", " ", letters)
    return re.sub(r"\s*,\s*", ",", " ".join(words.split()))


_WHAT = {
    StudentIdentifier.ID: "identifier",
    StudentIdentifier.USERNAME: "sign-in name",
    StudentIdentifier.NAME: "name",
}


def _nobody(by: StudentIdentifier, text: str) -> FileFinding:
    if _ROUNDED.fullmatch(text):
        return response_problems.NUMBER_ROUNDED()
    return response_problems.STUDENT_UNKNOWN(what=_WHAT[by])


def _several(text: str, count: int) -> FileFinding:
    return response_problems.STUDENT_AMBIGUOUS(count=count, text=text)
