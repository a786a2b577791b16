"""Typed texts, made fit to be drawn (X6): a paper must never fail on a name.

Under PDF/UA a character that no font has is an error. Here a visible sign for a missing character
replaces it. Characters that only steer the text around them, or that nobody can see, are left out.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from .fonts import fonts

MISSING = "\N{REPLACEMENT CHARACTER}"

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_PLAIN = re.compile(r"[ -~\n\xa1-\xac\xae-\u02af]*")
"""The characters that need no check: most texts consist of them."""
_JOINERS = "\u200c\u200d"
"""They shape Persian, the scripts of India, and families of emoji."""
_UNSEEN = ("Cc", "Cf")
_NEEDLESS = re.compile(
    "[\ufe00-\ufe0f\U000e0100-\U000e01ef\U000e0000-\U000e007f\u034f\u115f\u1160\u3164\uffa0]"
)
"""Selectors of variants that our fonts do not have, tags, and fillers without ink."""


def drawable(text: str) -> str:
    r"""Return the text as it can be drawn, lines kept.

    >>> drawable("Ana\u202e Ng\x07\r\nⅣ \ue000")
    'Ana Ng\nIV �'
    """
    if _PLAIN.fullmatch(text):
        return text
    composed = unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text).replace("\t", " "))
    return _marks_on_their_letters("".join(map(_replace_undrawable, _NEEDLESS.sub("", composed))))


def all_drawable(answer: Any) -> Any:
    """Do the same to every text in plain data; keys and numbers stay."""
    if isinstance(answer, str):
        return drawable(answer)
    if isinstance(answer, Mapping):
        return {key: all_drawable(value) for key, value in answer.items()}
    if isinstance(answer, Sequence):
        return [all_drawable(each) for each in answer]
    return answer


@lru_cache(4096)
def _replace_undrawable(character: str) -> str:
    if character == "\n" or character in _JOINERS:
        return character
    if unicodedata.category(character) in _UNSEEN:
        return ""
    if fonts_of(character):
        return character
    plainer = unicodedata.normalize("NFKC", character)
    return plainer if plainer and all(map(fonts_of, plainer)) else MISSING


def _marks_on_their_letters(text: str) -> str:
    """Replace marks that no font draws together with their letters: an Arabic vowel on 漢."""
    drawn: list[str] = []
    together = 0
    for character in text:
        is_mark = unicodedata.category(character)[0] == "M"
        able = fonts_of(character) & together if is_mark and drawn else fonts_of(character)
        drawn.append(character if able or not is_mark else MISSING)
        together = able or fonts_of(MISSING)
    return "".join(drawn)


@lru_cache(4096)
def fonts_of(character: str) -> int:
    """Return which fonts draw a character: one bit for each, 0 for none."""
    code = ord(character)
    return sum(1 << n for n, runs in enumerate(_fonts()) if bisect_right(runs, code) % 2)


@cache
def _fonts() -> tuple[tuple[int, ...], ...]:
    """For each font where runs of its code points begin and, alternating, have ended."""
    lines = (fonts() / "coverage.txt").read_text("ascii").splitlines()
    return tuple(tuple(_bounds(line.split()[1:])) for line in lines)


def _bounds(runs: Iterable[str]) -> Iterator[int]:
    for run in runs:
        first, _, last = run.partition("-")
        yield from (int(first, 16), int(last or first, 16) + 1)
