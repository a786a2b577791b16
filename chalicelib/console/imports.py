"""An import that is checked first, then applied or discarded: the behavior that all kinds share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from chalicelib.acts import Answer
from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .forms import NO_ERRORS, Errors, Form, NoSuchAct
from .screens import Lead, ScreenPage, Shown, Visit
from .tables import save_table

FILTERS = ("severity", "file", "column", "code")
"""The filters of the list of problems, in the API's words."""
PAGE_SIZE = "50"
EXAMPLES = "50"
"""Places of a problem on its own page."""
DECIDED = frozenset({"applying", "applied", "discarded"})
"""States of an import that somebody has decided on."""
OVERTAKEN = frozenset({"changed_meanwhile", "import_not_possible_now"})
"""Codes of a decision that came too late."""
FIELDS = {"/confirm_drops": "confirm", "/grants": "grants"}

Facts = dict[str, Any]


@dataclass(frozen=True, slots=True)
class ImportKind:
    """The properties in which one kind of import differs from the others."""

    room: str
    """The folder of its templates, and the start of its confirmation codes."""
    api: str
    """The path of its imports in the API."""
    place: str
    """Their path in the console, below `/console`."""
    begin: str
    """The path of the page that begins one, below `/console`."""
    tabs: Mapping[str, Callable[[Visit, Facts], Facts]]
    """Each tab's reader of the data beyond the import, in the order of the tabs."""
    is_kept: Callable[[Facts], bool]
    """Returns whether the findings of its check can still be seen."""
    say_more: Callable[[Form], Facts] = lambda _: {}
    """Reads the other fields of an application, by the API's names."""

    def show(self, visit: Visit, import_id: str) -> ScreenPage:
        """Show an import, with the tab that the address names."""
        return self._page(visit, visit.api.read(self._path(import_id)), NO_ERRORS)

    def decide(self, visit: Visit, import_id: str) -> Shown:
        """Apply an import, or discard it."""
        form, path = visit.form, self._path(import_id)
        what = form.one("act")
        if what not in ("apply", "discard"):
            raise NoSuchAct
        here = f"/console{self.place}/{write_segment(import_id)}"
        try:
            if what == "discard":
                visit.send("DELETE", path)
                return Lead(here, done=f"{self.room}_discarded")
            body = {"confirm_drops": form.has("confirm"), **self.say_more(form)}
            visit.send("POST", f"{path}/application", body)
        except ApiRefused as refused:
            return self._say_why(visit, path, refused)
        return Lead(here, done=f"{self.room}_applying")

    def save_problems(self, visit: Visit, import_id: str, name: str) -> Answer:
        """Return the problems as a file for the package's maintainer: the API's own."""
        tables = {"problems": "/problems.csv"}
        return save_table(visit, self._path(import_id), tables, name, *FILTERS)

    def _path(self, import_id: str) -> str:
        return f"{self.api}/{write_segment(import_id)}"

    def _say_why(self, visit: Visit, path: str, refused: ApiRefused) -> ScreenPage:
        """Show the import as it is now, with an earlier decision of somebody else."""
        found = visit.api.read(path)
        if refused.problem["code"] in OVERTAKEN and found["state"] in DECIDED:
            return self._page(visit, found, Errors(status=409), overtaken=True)
        return self._page(visit, found, Errors.of(refused.problem, FIELDS))

    def _page(
        self, visit: Visit, found: Facts, errors: Errors, *, overtaken: bool = False
    ) -> ScreenPage:
        tab = visit.query.get("tab", "")
        if tab not in self.tabs or errors or overtaken:
            tab = next(iter(self.tabs))
        facts = {
            "it": found,
            "room": self.room,
            "is_kept": self.is_kept(found),
            "tab": tab,
            "tab_names": tuple(self.tabs),
            "errors": errors,
            "overtaken": overtaken,
            "act": visit.form.one("act"),
            "confirmed": visit.form.has("confirm"),
            "said": self.say_more(visit.form),
            "here": f"{self.place}/{write_segment(found['id'])}",
            "begin": self.begin,
            **self.tabs[tab](visit, found),
        }
        room = "imports" if tab == "problems" else self.room
        return ScreenPage(f"{room}/{tab}.html", facts, errors.status)


def see_problems(visit: Visit, found: Facts) -> Facts:
    """Read problems as the address narrows them; a single one has many of its places."""
    asked = visit.read_query(*FILTERS)
    query = {**asked, **visit.read_query("cursor"), "limit": PAGE_SIZE}
    if "code" in asked:
        query |= {"example_limit": EXAMPLES, "column": visit.query.get("column", "")}
    return {"page": visit.api.read(found["links"]["problems"], query), "asked": asked}
