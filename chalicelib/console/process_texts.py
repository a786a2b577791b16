"""The texts on Analyze, Goals, Strategies and Reflect, and a person's changes to them.

A form carries the version that the person saw, and a mark of each text's former content. It
therefore sends only the person's changes, and the changes of colleagues stay. If both wrote in one
place, the API keeps both texts, and the form shows them until the person has decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from secrets import token_hex
from types import MappingProxyType
from typing import Any

from .forms import Form, read_number

WAS = "was-"
"""Before the name of a field: the mark of what stood in it when it was read."""
TEXTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "analyze": ("strengths", "obstacles", "needs"),
        "goals": ("team_goal", "notes"),
        "strategies": (),
        "reflect": ("what_worked", "what_did_not_work", "next_time"),
    }
)
"""The fields of each page, by their names in the API."""
LISTS = frozenset({"needs"})
"""Fields with several texts: one on each line."""
ROW = ("strategy", "levels", "responsible", "frequency", "duration", "evidence")
"""The fields of a strategy."""
SINGLE_LINES = frozenset({"responsible", "frequency", "duration"})
"""Fields of a strategy that the form shows on one line; a browser drops line breaks there."""
ALL = "all"
DECISIONS = frozenset({"take", "join"})
"""Buttons beside two texts that met: the colleague's, or both."""
NOBODY: Mapping[str, Any] = MappingProxyType(
    {"value": "", "changed_by_name": None, "changed_by_id": None, "changed_at": None}
)
_ROW_ID = re.compile(r"[A-Za-z0-9_-]{1,40}")


def mark_of(text: str) -> str:
    """Return a mark that differs as soon as a text differs by more than the blanks around it."""
    return sha256(text.strip().encode()).hexdigest()[:16]


def write_value(value: str | list[Any]) -> str:
    """Write what stands in a field as the form has it: texts of a list on lines of their own."""
    if isinstance(value, str):
        return value
    return "\n".join(" ".join(str(each).split()) for each in value)


def name_in_row(name: str, row: str | None) -> str:
    """Name a field in the form; that of a strategy carries the strategy's id."""
    return f"row-{row}-{name}" if row else name


# -- what was typed --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Typed:
    """The form of a page, as a person sent it."""

    form: Form
    page: str

    @property
    def version(self) -> str:
        """The version of the page that the person saw, as the API wants it back."""
        return f'"{self.form.one("version", "0")}"'

    @property
    def conflicts(self) -> frozenset[str]:
        """The fields at which a colleague's text was shown, and that are not decided."""
        return frozenset(self.form.all("conflict"))

    @property
    def is_deciding(self) -> bool:
        """Return whether the person chose one of two texts, or both."""
        return self.form.has("take") or self.form.has("join")

    def decide(self, page: Mapping[str, Any]) -> Typed:
        """Return the form as if the text that the person chose had been typed."""
        name = self.form.one("take") or self.form.one("join")
        present = find_value(page, name)
        if self.form.has("take"):
            typed = _as_sent(name, present)
        else:
            typed = [join_texts(write_value(present), self.value(name), name)]
        body = {each: texts for each, texts in self.form.fields.items() if each not in DECISIONS}
        rest = self.conflicts - {name}
        rows = self.rows
        if self.form.has("take"):
            rows = [row for row in rows if not _is_given_up(row, name, rest, page)]
        decided = {**body, name: typed, "conflict": sorted(rest), "row": rows}
        return Typed(Form(decided), self.page)

    def keep_aside(self, problem: Mapping[str, Any]) -> Typed:
        """Return the form with the id of the text that is kept beside the page."""
        aside = problem.get("kept_conflict")
        if not aside:
            return self
        kept = [f"{aside['id']} {aside['version']}"]
        return Typed(Form({**self.form.fields, "aside": kept}), self.page)

    @property
    def aside(self) -> str:
        """The id and version of the person's text that is kept beside the page, if it is."""
        return self.form.one("aside")

    @property
    def rows(self) -> list[str]:
        """The ids of the strategies in the form, in their order."""
        return [row for row in self.form.all("row") if _ROW_ID.fullmatch(row)]

    def value(self, name: str) -> str:
        """Return the entry in a field as text; for levels, those that are ticked."""
        if name.endswith("-levels"):
            return write_value(self.levels(name))
        return self.form.one(name)

    def levels(self, name: str) -> str | list[int]:
        """Return the levels that are ticked; none is for all students."""
        ticked = map(read_number, self.form.all(name))
        return [level for level in ticked if level is not None] or ALL

    def is_changed(self, name: str) -> bool:
        """Return whether a field was changed since it was read."""
        known = self.form.has(WAS + name)
        return known and mark_of(self.value(name)) != self.form.one(WAS + name)

    def changes(self) -> dict[str, Any]:
        """Return the texts that the person changed, as the API takes them."""
        changed: dict[str, Any] = {
            name: _lines(self.value(name)) if name in LISTS else self.value(name)
            for name in TEXTS[self.page]
            if self.is_changed(name)
        }
        rows = [*self._row_changes()] if self.page == "strategies" else []
        return changed | ({"rows": rows} if rows else {})

    def read_changed_row(self, row: str) -> dict[str, Any]:
        """Return the changes of a strategy."""
        named = {name: name_in_row(name, row) for name in ROW}
        return {
            name: self.levels(at) if name == "levels" else self.value(at)
            for name, at in named.items()
            if self.is_changed(at)
        }

    def _row_changes(self) -> Iterator[dict[str, Any]]:
        removed = self.form.one("remove")
        moved, _, where = self.form.one("move").partition(" ")
        place = read_number(where)
        for row in self.rows:
            changed: dict[str, Any] = (
                {"remove": True} if row == removed else self.read_changed_row(row)
            )
            if row == moved and place is not None:
                changed["order"] = place
            if changed:
                yield {"id": row, **changed}


def join_texts(theirs: str, mine: str, name: str) -> str:
    r"""Return both texts, and nothing twice: what the other has not of mine comes after it.

    >>> join_texts("Equal parts\nNumber lines", "Equal parts\nFractions above 1", "needs")
    'Equal parts\nNumber lines\nFractions above 1'
    >>> join_texts("Small groups.", "More time.", "what_worked")
    'Small groups.\n\nMore time.'
    """
    known = {line.strip() for line in theirs.splitlines()}
    new = "\n".join(line for line in mine.splitlines() if line.strip() not in known)
    between = "\n" if name in LISTS else "\n\n"
    return between.join(filter(None, (theirs.strip(), new.strip())))


def _as_sent(name: str, value: str | list[Any]) -> list[str]:
    """Return a value as a browser would send it."""
    if name.endswith("-levels"):
        return [str(level) for level in value] if isinstance(value, list) else []
    return [write_value(value)]


def _is_given_up(row: str, name: str, rest: frozenset[str], page: Mapping[str, Any]) -> bool:
    """Return whether a person agreed that a strategy is gone: nothing of it is left to decide."""
    names = {name_in_row(each, row) for each in ROW}
    return name in names and not names & rest and row not in {each["id"] for each in page["rows"]}


def find_value(page: Mapping[str, Any], name: str) -> str | list[Any]:
    """Return the content of a page's field; nothing if its strategy is gone."""
    places = {each: written["value"] for each, written in page["fields"].items()}
    for row in page["rows"]:
        places |= {name_in_row(each, row["id"]): row[each]["value"] for each in ROW}
    found: str | list[Any] = places.get(name, "")
    return found


NOTHING_TYPED = Typed(Form(), "")


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


# -- what is shown ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class WrittenText:
    """A field of the form: its text, and the person who wrote it last."""

    name: str
    key: str
    """The field's name in the API."""
    value: str
    was: str
    """The mark of the text on the page, or of the text that the person saw."""
    by: str
    at: str
    theirs: str | None = None
    """The text that a colleague wrote meanwhile, until the person has decided."""

    @property
    def levels(self) -> frozenset[str]:
        """The levels that are ticked."""
        return frozenset(self.value.split())


@dataclass(frozen=True, slots=True)
class PlacedStrategy:
    """A strategy in its place."""

    id: str
    place: int
    texts: Mapping[str, WrittenText]
    is_new: bool = False
    """Whether nobody has saved it."""


@dataclass(frozen=True, slots=True)
class TextForm:
    """A page of the API with a person's entries, and the conflicts with them."""

    page: Mapping[str, Any]
    typed: Typed = NOTHING_TYPED
    conflicts: frozenset[str] = frozenset()
    """The fields in which a colleague wrote meanwhile."""
    keeps_base: bool = False
    """Whether the form stays as the person saw it: it was refused for another reason."""

    @property
    def can_write(self) -> bool:
        """Return whether the person may write on the page; a finished process has no forms."""
        return "save_page" in self.page["allowed"]

    @property
    def version(self) -> str:
        """The version of the page that the form is of."""
        return self.typed.form.one("version", "0") if self.keeps_base else str(self.page["version"])

    def texts(self) -> list[WrittenText]:
        """Return the fields of the page itself."""
        fields = self.page["fields"]
        return [self._text(name, name, fields[name]) for name in TEXTS[self.page["page"]]]

    def strategies(self) -> list[PlacedStrategy]:
        """Return the strategies, those that only the person has, and a blank one to fill in."""
        saved = {each["id"]: each for each in self.page["rows"]}
        typed = [row for row in self.typed.rows if row not in saved and self._is_worth(row)]
        blank = [] if typed else [f"r{token_hex(8)}"]
        rows = enumerate([*saved, *typed, *blank], 1)
        return [self._strategy(row, place, saved.get(row)) for place, row in rows]

    def _is_worth(self, row: str) -> bool:
        return row != self.typed.form.one("remove") and bool(self.typed.read_changed_row(row))

    def _strategy(self, row: str, place: int, saved: Mapping[str, Any] | None) -> PlacedStrategy:
        """Return a strategy; one that a colleague removed is whole, as the person has it."""
        blank = {name: {**NOBODY, "value": ALL if name == "levels" else ""} for name in ROW}
        found = saved or blank
        is_whole = saved is None and row in self.typed.rows
        texts = {
            name: self._text(name_in_row(name, row), name, found[name], is_whole=is_whole)
            for name in ROW
        }
        return PlacedStrategy(row, place, texts, is_new=saved is None)

    def _text(
        self, name: str, key: str, written: Mapping[str, Any], *, is_whole: bool = False
    ) -> WrittenText:
        present = write_value(written["value"])
        if key in SINGLE_LINES:
            present = " ".join(present.splitlines())
        changed = is_whole or self.typed.is_changed(name)
        value = self.typed.value(name) if changed else present
        base = self.typed.form.one(WAS + name) if changed and self.keeps_base else mark_of(present)
        return WrittenText(
            name,
            key,
            value,
            base,
            written["changed_by_name"] or written["changed_by_id"] or "",
            written["changed_at"] or "",
            present if name in self.conflicts else None,
        )


def read_conflicts(problem: Mapping[str, Any]) -> frozenset[str]:
    """Return the fields of a `page_changed_meanwhile`, as the form names them."""
    return frozenset(
        name_in_row(each["field"], each["row_id"]) for each in problem.get("conflicts", ())
    )


def fields_of(changes: Mapping[str, Any]) -> dict[str, str]:
    """Map the pointers into the body to the fields of the form."""
    named = {f"/{name}": name for names in TEXTS.values() for name in names}
    for n, row in enumerate(changes.get("rows", ())):
        named |= {f"/rows/{n}/{name}": name_in_row(name, row["id"]) for name in ROW}
        named[f"/rows/{n}"] = name_in_row("strategy", row["id"])
    return named
