"""How lists are searched by text: every word must be there, whatever its case and its accents."""

from __future__ import annotations

import re
import unicodedata

from pydantic import ConfigDict

from chalicelib.frozen_models import TrimmedModel


class ListFilter(TrimmedModel):
    """How a list is narrowed: in the API's words or in ours."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)


def fold(text: str) -> str:
    """Return a text without case and accents.

    >>> fold("Muñoz"), fold("ÉCOLE")
    ('munoz', 'ecole')
    """
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def order_name(name: str) -> str:
    """Return what puts a name where people look for it: whatever its case and accents, 2 before 10.

    >>> sorted(["P.S. 10", "p.s. 2", "École 1"], key=order_name)
    ['École 1', 'p.s. 2', 'P.S. 10']
    """
    return re.sub(r"\d+", lambda found: found.group().zfill(_DIGITS), fold(name))


_DIGITS = 9
"""Of a number in a name; longer ones are sorted as text."""


def has_words(text: str, wanted: str) -> bool:
    """Return whether a text has every word that is looked for, or a part of one.

    Nothing looked for is everywhere; accents without a letter are nowhere.

    >>> has_words("José Muñoz-García", "garcia jose"), has_words("Ann", "")
    (True, True)
    """
    folded, words = fold(text), fold(wanted).split()
    return bool(words or not wanted.strip()) and all(word in folded for word in words)
