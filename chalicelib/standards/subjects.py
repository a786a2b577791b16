"""Subjects as people write them: short forms and spellings of the same school subject. Pure."""

from __future__ import annotations

import re
import unicodedata

_SHORT = {
    "mathematics": ("math", "maths"),  # typos: ignore
    "english language arts": (
        "ela",
        "language arts",
        "lang arts",
        "english language arts literacy",
        "ela literacy",
    ),
    "english language development": ("eld",),
    "english as a second language": ("esl",),
    "science": ("sci", "sciences"),
    "social studies": ("soc studies", "social st", "social science", "social sciences"),
    "world languages": ("world language", "foreign language", "foreign languages"),
    "physical education": ("pe", "p e", "phys ed"),
    "computer science": ("cs", "comp sci", "computer sciences"),
    "career and technical education": ("cte", "career technical education"),
    "art": ("arts",),
}
_NAME = {short: name for name, shorts in _SHORT.items() for short in shorts}
_SIGNS = re.compile(r"[\W_]+")


def subject_name(written: str) -> str:
    """Return the one name by which a subject is compared, however it is written.

    >>> subject_name("Math"), subject_name(" MATHEMATICS "), subject_name("E.L.A.")
    ('mathematics', 'mathematics', 'english language arts')
    >>> subject_name("English/Language Arts"), subject_name("Español & Science")
    ('english language arts', 'espanol and science')
    """
    plain = _plain(written)
    return _NAME.get(plain) or _NAME.get(plain.replace(" ", "")) or plain


def _plain(written: str) -> str:
    apart = unicodedata.normalize("NFKD", written.casefold().replace("&", " and "))
    letters = "".join(sign for sign in apart if not unicodedata.combining(sign))
    return " ".join(_SIGNS.sub(" ", letters).split())
