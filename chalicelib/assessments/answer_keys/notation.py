"""Answers as key files write them, split into the responses they accept.

`BC`, `B C`, `B&C`: both must be chosen. `D,E`, `D;E`, `D|E`, `['D', 'E']`: each of them is right.
`[['A', '1'], ['B', '2']]`: each earns its own points. `seven|7`: accepted texts.
"""

from __future__ import annotations

import re

from chalicelib.assessments import key_problems
from chalicelib.assessments.items import LETTERS
from chalicelib.assessments.key_entries import AcceptedResponse
from chalicelib.assessments.numerals import exact_number
from chalicelib.errors import FileFinding

_TOGETHER = LETTERS[:10]
"""Letters that, written together, are choices and not a word; answer sheets have at most ten."""

_TOKEN = re.compile(r"""[\[\],]|"[^"]*"|'[^']*'|[^\[\],'"\s]+""")
_AND = re.compile(r"[\s&+]+|\band\b", re.IGNORECASE)
_COMMAS = re.compile(r"\s*[,;]\s*")
_OR = re.compile(r"\s*\|\s*|\s*/\s*|\s+or\s+", re.IGNORECASE)


def read_answers(cell: str) -> tuple[tuple[AcceptedResponse, ...], bool] | FileFinding:
    """Split a cell into the responses it accepts; True when only `,` or `;` part them."""
    text = " ".join(cell.split())
    if text.startswith("["):
        return _read_list(text)
    for parted, loose in ((_OR, False), (_COMMAS, True)):
        parts = parted.split(text)
        if len(parts) > MOST_ALTERNATIVES:
            return key_problems.TOO_MANY_ALTERNATIVES(most=MOST_ALTERNATIVES)
        if len(parts) > 1 and all(letters_of(part) for part in parts):
            return tuple(AcceptedResponse(part) for part in parts), loose
    return tuple(AcceptedResponse(part.strip()) for part in text.split("|")), False


MOST_ALTERNATIVES = 100
"""Responses that are distinguished; fewer can be kept."""


def _read_list(text: str) -> tuple[tuple[AcceptedResponse, ...], bool] | FileFinding:
    """Read OMRChecker's lists: of responses, or of pairs of a response and its points."""
    entries = _entries(_TOKEN.findall(text)[1:-1]) if text.endswith("]") else []
    if entries and all(len(each) == 1 for each in entries):
        return tuple(AcceptedResponse(response) for (response,) in entries), False
    if entries and all(len(each) == 2 and _is_response(each[0]) for each in entries):  # noqa: PLR2004
        return tuple(AcceptedResponse(response, points) for response, points in entries), False
    return key_problems.LIST_UNREADABLE()


def _entries(tokens: list[str]) -> list[list[str]]:
    """Get a list's entries: a text alone, or the texts of an inner list; nothing if it is odd."""
    entries, inside = list[list[str]](), False
    shape = re.sub(r"[^\[\],]", "x", "".join(t if t in "[]," else "x" for t in tokens))
    if not re.fullmatch(r"(x|\[x(,x)*\])(,(x|\[x(,x)*\]))*", shape):
        return []
    for sign in tokens:
        if sign in "[]":
            inside = sign == "["
            entries += [[]] if inside else []
        elif sign != ",":
            text = sign.strip("\"'").strip()
            if inside:
                entries[-1].append(text)
            else:
                entries.append([text])
    return entries


def _is_response(text: str) -> bool:
    return bool(text) and exact_number(text) is None


def letters_of(text: str) -> str:
    """Return the choices in a response, in order; blank if it is none.

    One letter of any size; several only as capitals of an answer sheet, or with signs between.
    """
    if len(text) == 1 and text.upper() in LETTERS:
        return text.upper()
    parts = [part for part in _AND.split(text) if part]
    if len(parts) > 1:
        single = all(len(part) == 1 and part.upper() in LETTERS for part in parts)
        chosen = [part.upper() for part in parts] if single else []
    else:
        chosen = [letter for letter in text if letter in _TOGETHER]
        chosen = chosen if len(chosen) == len(text) else []
    return "".join(sorted(chosen)) if len(set(chosen)) == len(chosen) else ""
