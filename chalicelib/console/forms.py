"""Forms: a browser's input, read safely, and the API's errors in it, by field."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl

MOST_BYTES = 1_000_000
"""Of a form; files go to the bucket."""
MOST_FIELDS = 20_000
"""A district's selection of 10,000 trackers, each with a name of its own, and room."""
KEY = "_key"
"""The hidden field that makes a form act once, however often it is sent."""


MACHINE_MADE = frozenset(
    {"kept", "shown", "at", "open", "pick", "do", "act", "aside", "clear", "move", "seen", "was"}
)
"""Fields whose several words no person wrote."""


class NotAForm(Exception):
    """The body that arrived is no form that we can read."""


class NoSuchAct(Exception):
    """A form names no act, or one that this page does not have."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form's values, by the names of its fields."""

    fields: Mapping[str, list[str]] = field(default_factory=dict)

    @classmethod
    def read(cls, raw: bytes, content_type: str) -> Form:
        """Read a form as a browser sends it. Raises `NotAForm`."""
        if not raw:
            return cls()
        kind = content_type.split(";", maxsplit=1)[0].strip().casefold()
        if len(raw) > MOST_BYTES or kind != "application/x-www-form-urlencoded":
            raise NotAForm
        try:
            pairs = parse_qsl(
                raw.decode(), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS
            )
        except ValueError as error:
            raise NotAForm from error
        fields: dict[str, list[str]] = {}
        for name, text in pairs:
            fields.setdefault(name, []).append(text.replace("\r\n", "\n"))
        return cls(fields)

    def one(self, name: str, default: str = "") -> str:
        """Return the last value of a field."""
        return self.fields.get(name, [default])[-1]

    def all(self, name: str) -> list[str]:
        """Return every value of a field."""
        return self.fields.get(name, [])

    def has(self, name: str) -> bool:
        """Return whether a box was ticked or a button of this name pressed."""
        return name in self.fields

    def everything(self) -> list[tuple[str, str, bool]]:
        """Return each field and value, and whether a person wrote it, as far as one can see."""
        return [
            (name, text, " " in text.strip() and name not in MACHINE_MADE)
            for name, texts in self.fields.items()
            for text in texts
        ]

    def read_seen(self) -> Mapping[str, Any]:
        """Get what the form was shown with, as far as it says so: what else it says was typed."""
        try:
            seen = json.loads(self.one("seen"))
        except (ValueError, RecursionError):
            return {}
        return seen if isinstance(seen, dict) else {}

    @property
    def key(self) -> str:
        """The form's own idempotency key."""
        return next((self.one(name) for name in self.fields if is_key(name)), "")

    def was_shown_to(self, person: str) -> bool:
        """Get whether the page with this form was shown to this person, as far as its key says."""
        return {name for name in self.fields if is_key(name)} <= {KEY, name_key(person)}


MOST_DIGITS = 15
"""Of a number that somebody may mean."""


def read_number(text: str) -> int | None:
    """Read a whole number; return nothing for another text, or a far too large number.

    >>> read_number("12"), read_number("-1"), read_number("9" * 5000)
    (12, None, None)
    """
    plain = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) if plain else None


def new_key() -> str:
    """Make a key for a form that is about to be shown."""
    return secrets.token_urlsafe(24)


def name_key(person: str) -> str:
    """Name the field of the key in a form that is shown to somebody.

    Browsers write what was typed into the same form again when somebody goes Back. By this name,
    another person's form is not the same: on a shared computer, they do not see what was typed.
    """
    return f"{KEY}.{sha256(person.encode()).hexdigest()[:8]}" if person else KEY


def is_key(name: str) -> bool:
    """Return whether a field is the one of the key.

    >>> is_key("_key"), is_key(name_key("mia")), is_key("_key_file")
    (True, True, False)
    """
    return name.partition(".")[0] == KEY


SENTENCES: Mapping[str, str] = MappingProxyType(
    {
        "changed_meanwhile": "This was changed after you opened it, by a colleague or by you in "
        "another window. Your change was not saved. This page keeps what you typed. Check it, then "
        "try again.",
        "cursor_unknown": "This page of the list is no longer available. Start the list over.",
        "idempotency_key_reused": "You sent this page before, with other entries. "
        "Nothing was saved now. Check what is saved, then try again.",
    }
)
"""Instead of the API's, whose way out is one for a program, or would lose what was typed."""


@dataclass(frozen=True, slots=True)
class Errors:
    """The errors of a form: a sentence for the summary, and one for each field."""

    summary: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    status: int = 422
    """The status of the page that shows them."""

    @classmethod
    def of(cls, problem: Mapping[str, Any], names: Mapping[str, str] | None = None) -> Errors:
        """Read a problem of the API; `names` maps pointers to a form's fields where they differ.

        A pointer into a list or an object is that of the longest one that is known.
        """
        if problem["code"] in SENTENCES:
            return cls(SENTENCES[problem["code"]], status=problem.get("status", 422))
        named = names or {}
        fields: dict[str, str] = {}
        for each in problem.get("errors", ()):
            fields.setdefault(_field_of(each["pointer"], named), each["message"])
        return cls(problem["detail"], fields, problem.get("status", 422))

    @classmethod
    def of_button(cls, problem: Mapping[str, Any]) -> Errors:
        """Read a problem of a button: its page has nothing typed that could be kept or lost."""
        if problem["code"] == "changed_meanwhile":
            said = "This changed after you opened the page. Below it is shown as it is now."
            return cls(said, status=problem.get("status", 422))
        return cls.of(problem)

    def __bool__(self) -> bool:
        """Return whether anything is wrong."""
        return bool(self.summary)


NO_ERRORS = Errors(status=200)
"""Of a form in which nothing is wrong."""


def _field_of(pointer: str, named: Mapping[str, str]) -> str:
    at = pointer
    while at and at not in named:
        at = at.rpartition("/")[0]
    if at:
        return named[at]
    return pointer.lstrip("/").partition("/")[0].removeprefix("query:")
