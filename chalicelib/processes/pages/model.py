"""A shared page (P7): its fields, each with who wrote it last at which version of the page.

A page is plain texts. `PLAIN` names its fields; *strategies* also has rows. Nothing is a field
until somebody writes it: an empty text and a missing one are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, Field

from chalicelib.acts import Act
from chalicelib.clock import instant
from chalicelib.frozen_models import FrozenModel
from chalicelib.processes.model import PageName

LONGEST_TEXT = 10_000
"""Characters of one text."""
LARGEST_PAGE = 200_000
"""Bytes of a page, as it is kept."""
MOST_NEEDS = 30
MOST_ROWS = 30
MOST_GONE = 100
"""Removed rows whose authors a page remembers."""
MOST_ASIDES = 20
"""Texts that are kept beside one page."""

Value: TypeAlias = str | tuple[str, ...]
"""A text, or several in an order that matters."""

PLAIN: Mapping[PageName, Mapping[str, Value]] = MappingProxyType(
    {
        PageName.ANALYZE: {"strengths": "", "obstacles": "", "needs": ()},
        PageName.GOALS: {"team_goal": "", "notes": ""},
        PageName.STRATEGIES: {},
        PageName.REFLECT: {"worked": "", "did_not_work": "", "next_time": ""},
    }
)
"""The fields of each page, with their values until somebody writes them."""

ROW: Mapping[str, Value] = MappingProxyType(
    {
        "strategy": "",
        "levels": (),
        "who": "",
        "how_often": "",
        "how_long": "",
        "evidence": "",
    }
)
"""The fields of a strategy; `levels` are numbers of the team's levels, none for all students."""

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters, apart from tab and line break; halves of characters."""


def plain(given: str) -> str:
    r"""Return a text as it is kept: any script, line breaks as \n, nothing that cannot be seen.

    >>> plain("One\r\nTwo\x00 \n")
    'One\nTwo'
    """
    return _UNSEEN.sub("", given.replace("\r\n", "\n").replace("\r", "\n")).strip()


Text = Annotated[str, Field(max_length=LONGEST_TEXT), AfterValidator(plain)]


class Stamp(FrozenModel):
    """The author of a change to a page, its instant (RFC 3339 UTC), and the version it made."""

    version: int
    by: str
    by_name: str = ""
    at: str

    @classmethod
    def of(cls, act: Act, version: int) -> Stamp:
        """Return the stamp of an act that makes this version."""
        caller = act.caller
        return cls(version=version, by=caller.person, by_name=caller.name, at=instant(act.at))


class Written(FrozenModel):
    """A field as somebody wrote it."""

    value: Value
    stamp: Stamp


class StrategyRow(FrozenModel):
    """A strategy. `placed`: who put it in its place."""

    id: str
    placed: Stamp
    fields: Mapping[str, Written] = {}

    def value(self, field: str) -> Value:
        written = self.fields.get(field)
        return written.value if written else ROW[field]


class ProcessPage(FrozenModel):
    """A page. At version 0 nobody has written on it. `gone`: who took rows out, by their id."""

    name: PageName
    version: int = Field(default=0, exclude=True)
    fields: Mapping[str, Written] = {}
    rows: tuple[StrategyRow, ...] = ()
    gone: Mapping[str, Stamp] = {}

    def value(self, field: str) -> Value:
        written = self.fields.get(field)
        return written.value if written else PLAIN[self.name][field]

    def text(self, field: str) -> str:
        """Return a text of the page; a list of texts as lines."""
        value = self.value(field)
        return value if isinstance(value, str) else "\n".join(value)

    def row(self, row: str) -> StrategyRow | None:
        """Return a strategy by its id."""
        return next((each for each in self.rows if each.id == row), None)

    def texts(self) -> Iterator[str]:
        """Yield every text that is on the page, in its order."""
        for field in PLAIN[self.name]:
            if self.value(field):
                yield self.text(field)
        for row in self.rows:
            yield from (
                str(row.value(field)) for field in ROW if field != "levels" and row.value(field)
            )

    def copy_texts(self, stamp: Stamp) -> ProcessPage:
        """Return the page as another process begins with it: the same texts, newly written."""

        def anew(fields: Mapping[str, Written]) -> dict[str, Written]:
            return {name: Written(value=each.value, stamp=stamp) for name, each in fields.items()}

        rows = (StrategyRow(id=row.id, placed=stamp, fields=anew(row.fields)) for row in self.rows)
        return ProcessPage(
            name=self.name, version=stamp.version, fields=anew(self.fields), rows=tuple(rows)
        )


def read_page(name: str, kept: Mapping[str, tuple[str, int]]) -> ProcessPage:
    """Read a page of an opened process; an empty one if nobody wrote on it."""
    if name not in kept:
        return ProcessPage(name=PageName(name))
    doc, version = kept[name]
    return ProcessPage.model_validate_json(doc).model_copy(update={"version": version})


class RefusedText(FrozenModel):
    """A text that was not saved: of a field, of a strategy's field, or of a strategy as a whole.

    `field` is `order` for a strategy's place (from 1) and `remove` where it was removed.
    """

    field: str
    row: str = ""
    value: Value


class Aside(FrozenModel):
    """Texts that met a colleague's and are kept beside the page; they never change."""

    id: str
    by: str
    by_name: str = ""
    at: str
    seen: int
    """The version of the page that their author had seen."""
    texts: tuple[RefusedText, ...]

    @property
    def version(self) -> int:
        """The only one there is."""
        return 1


def read_asides(name: str, kept: Mapping[tuple[str, str], str]) -> list[Aside]:
    """Read the asides of a page, the oldest first."""
    found = [Aside.model_validate_json(doc) for (page, _), doc in kept.items() if page == name]
    return sorted(found, key=lambda aside: (aside.at, aside.id))


def aside_of(act: Act, page: PageName, seen: int, texts: Sequence[RefusedText]) -> Aside:
    """Make an aside; the same texts of the same person have the same id, so a repeat adds none."""
    import hashlib
    import json

    entries: list[Any] = [act.caller.person, page, seen, *(each.model_dump() for each in texts)]
    digest = hashlib.sha256(json.dumps(entries).encode()).hexdigest()
    return Aside(
        id=digest[:26],
        by=act.caller.person,
        by_name=act.caller.name,
        at=instant(act.at),
        seen=seen,
        texts=tuple(texts),
    )
