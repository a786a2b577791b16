"""*Settings* > Distribute: select trackers, choose delivery options, look at the effect."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from typing import Any
from urllib.parse import quote, unquote

from chalicelib.days import write_out
from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .delivery import FIELDS, QUARTERS, SCHEDULE, DeliveryOptions, is_second, write_wall_time
from .forms import Errors, is_key, read_number
from .screens import DISTRICT_ADMINS, Lead, ScreenPage, Screens, Shown, Visit
from .selections import SELECTION, TickedTrackers, write_trackers

screens = Screens()

ADDRESS = "/console/assessments/{assessment_id}/distribute"
SCHOOLS = "50"
"""On a page: it stays below 200 KB also with 5,000 single trackers ticked."""
TRACKERS = "200"
"""Of a school on a page; the API gives no more at once."""
PRESSED = ("do", "open")
"""Fields that belong to one button and are not kept."""
MOST_TYPED = 255
"""Of a search."""
NOT_OPEN = ("not_your_assessment", "not_private_to_district", "assessment_not_ready")
"""Refusals of any distribution of the assessment, which are no fault of the form."""


@dataclass(frozen=True, slots=True)
class SchoolList:
    """The schools that a page lists, and the one whose trackers it shows."""

    find: str = ""
    matching: bool = False
    at: tuple[str, ...] = ()
    """The cursors of the pages up to this one."""
    school: str = ""
    """The school whose trackers are shown."""
    after: str = ""
    """The position at which the page of its trackers begins."""

    @classmethod
    def read(cls, visit: Visit) -> SchoolList:
        """Read a page's choices: with another search the list begins again."""
        form, query = visit.form, visit.query
        if not form.fields:
            return cls(query.get("find", "")[:MOST_TYPED], school=query.get("school", ""))
        find, matching = form.one("find").strip()[:MOST_TYPED], form.has("matching")
        same = form.one("found") == _mark_search(find, matching=matching)
        at = tuple(form.one("at").split()) if same else ()
        school, _, after = (query.get("open") or form.one("open")).partition(" ")
        return cls(find, matching, at, unquote(school), after)

    @property
    def query(self) -> dict[str, str]:
        """The query that asks the API for the schools."""
        body = {"text": self.find, "matching": "true" if self.matching else ""}
        body["cursor"] = self.at[-1] if self.at else ""
        return {"limit": SCHOOLS, **{name: text for name, text in body.items() if text}}

    @property
    def found(self) -> str:
        """The mark of the search that the cursors belong to."""
        return _mark_search(self.find, matching=self.matching)


def _mark_search(find: str, *, matching: bool) -> str:
    return f"{int(matching)}{find}"


@dataclass(frozen=True, slots=True)
class DistributeForm:
    """The form of a distribution that does not exist yet."""

    visit: Visit
    assessment_id: str
    listed: SchoolList
    ticked: TickedTrackers
    options: DeliveryOptions
    act: str = ""
    """The word of the button that was pressed."""

    @classmethod
    def read(cls, visit: Visit, assessment_id: str) -> DistributeForm:
        """Read the form that a page sent."""
        ticked = TickedTrackers.read(
            visit.form, lambda school: _matching(visit, assessment_id, school)
        )
        act, *more = visit.form.one("do", "find").split() or [""]
        options = DeliveryOptions.read(visit.form)
        if act == "drop":
            ticked = ticked.without(more)
        if act == "save" and more:
            options = options.choose(more[0])
        return cls(visit, assessment_id, SchoolList.read(visit), ticked, options, act)

    @property
    def path(self) -> str:
        """The assessment in the API."""
        return f"/v1/assessments/{write_segment(self.assessment_id)}"

    def body(self) -> dict[str, Any]:
        """Return the body that asks the API for the distribution."""
        selection = {"selection": self.ticked.body()}
        return {"assessment_id": self.assessment_id, **selection, **self.options.body()}


@dataclass(frozen=True, slots=True)
class PagePart:
    """A part of the page; `keeps` are the fields that it would take along where it is refused."""

    template: str
    read: Callable[[DistributeForm], dict[str, Any]]
    place: str = ""
    keeps: tuple[str, ...] = ()
    again: tuple[str, str] = ("do", "find")


@screens.show(ADDRESS, roles=DISTRICT_ADMINS)
def show_distribute(visit: Visit, assessment_id: str) -> Shown:
    """Show the form, as the district's settings suggest it."""
    sent = DistributeForm.read(visit, assessment_id)
    suggested = visit.api.read("/v1/district")["notify_teachers"]
    return _show_form(replace(sent, options=replace(sent.options, notify=suggested)))


@screens.act(ADDRESS, roles=DISTRICT_ADMINS)
def distribute(visit: Visit, assessment_id: str) -> Shown:
    """Do the pressed button's act, or show the requested part of the page."""
    try:
        sent = DistributeForm.read(visit, assessment_id)
    except ApiRefused as refused:
        return _show_closed(visit, assessment_id, refused)
    part = PARTS.get(visit.query.get("part", ""))
    if part:
        return _show_part(sent, part)
    try:
        return ACTS.get(sent.act, _show_form)(sent)
    except ApiRefused as refused:
        return _show_form(sent, refused)


def _preview(sent: DistributeForm) -> ScreenPage:
    """Show the effect of saving; write nothing."""
    preview = sent.visit.api.ask("POST", "/v1/distributions/preview", sent.body()).body
    options = replace(sent.options, option=preview["option"])
    facts = {
        **_around(sent),
        "assessment": sent.visit.api.read(sent.path),
        "preview": preview,
        "by_school": sorted(
            preview["by_school"], key=lambda each: each["school_name"] or each["school_id"]
        ),
        "options": options,
        "hidden": [*sent.ticked.everything(), *options.everything(), *_list_fields(sent.listed)],
        "scheduled": preview["option"] == SCHEDULE,
        "second": is_second(preview["start"]),
    }
    return ScreenPage("distribute/preview.html", facts)


def _make(sent: DistributeForm) -> Lead:
    """Distribute: once, however often the form is sent."""
    made = sent.visit.api.ask("POST", "/v1/distributions", sent.body(), key=sent.visit.form.key)
    done = "scheduled" if made.body["option"] == SCHEDULE else "distributed"
    return Lead(f"/console/distributions/{write_segment(made.body['id'])}", done)


ACTS: Mapping[str, Callable[[DistributeForm], Shown]] = {"save": _preview, "make": _make}


def _show_form(sent: DistributeForm, refused: ApiRefused | None = None) -> ScreenPage:
    """Show the form with all ticks and entries, and its errors."""
    problem = refused.problem if refused else {}
    try:
        facts = {
            "assessment": sent.visit.api.read(sent.path),
            **_around(sent),
            **_schools(sent),
            **_teams(sent),
        }
    except ApiRefused as closed:
        return _show_closed(sent.visit, sent.assessment_id, closed)
    facts |= {
        "quarters": QUARTERS,
        "errors": Errors.of(problem, FIELDS) if problem else None,
        "problem": problem,
        "wrong": _count_wrong(sent, problem),
        "today": sent.visit.person.me["today"],
    }
    return ScreenPage("distribute/form.html", facts, refused.status if refused else 200)


def _show_closed(visit: Visit, assessment_id: str, refused: ApiRefused) -> ScreenPage:
    """Show why it cannot be distributed now, and keep the entries. Raises `ApiRefused`."""
    if not visit.form.fields and refused.problem["code"] not in NOT_OPEN:
        raise refused
    typed = visit.form.fields.items()
    kept = [
        (name, text)
        for name, texts in typed
        for text in texts
        if name not in PRESSED and not is_key(name)
    ]
    segment = write_segment(assessment_id)
    facts = {"problem": refused.problem, "hidden": kept, "to": f"/assessments/{segment}"}
    return ScreenPage("distribute/closed.html", facts, refused.status)


# -- parts of the page ----------------------------------------------------------------------------


def _show_part(sent: DistributeForm, part: PagePart) -> ScreenPage:
    try:
        return ScreenPage(f"distribute/{part.template}", {**_around(sent), **part.read(sent)})
    except ApiRefused as refused:
        form = sent.visit.form
        facts = {
            **_around(sent),
            "problem": refused.problem,
            "place": part.place,
            "hidden": [(name, text) for name in part.keeps for text in form.all(name)],
            "again": ("open", sent.visit.query.get("open")) if not part.place else part.again,
        }
        return ScreenPage("distribute/part_refused.html", facts)


def _around(sent: DistributeForm) -> dict[str, Any]:
    return {
        "here": f"/assessments/{write_segment(sent.assessment_id)}/distribute",
        "to": f"/assessments/{write_segment(sent.assessment_id)}",
        "listed": sent.listed,
        "options": sent.options,
        "ticked": sent.ticked,
        "zone": sent.visit.person.me["district"]["time_zone"],
        "quoted": lambda school: quote(school, safe=""),
        "write_trackers": write_trackers,
        "wall": write_wall_time,
        "written_out": lambda day: write_out(date.fromisoformat(day)),
    }


def _schools(sent: DistributeForm) -> dict[str, Any]:
    """The list of schools, with the trackers of the one that is open."""
    path, listed = f"{sent.path}/matches", sent.listed
    try:
        page = sent.visit.api.read(path, listed.query)
    except ApiRefused as refused:
        if refused.problem["code"] != "cursor_unknown":
            raise
        listed = replace(listed, at=())  # a page of an earlier release: begin again
        page = sent.visit.api.read(path, listed.query)
    schools = {each["school_id"] for each in page["items"]}
    opened = _trackers(sent) if listed.school in schools else {"boxes": []}
    return {
        "page": page,
        "listed": listed,
        "hidden": sent.ticked.list_hidden_fields(schools, opened["boxes"]),
        "elsewhere": sent.ticked.elsewhere(schools),
        **opened,
    }


def _trackers(sent: DistributeForm) -> dict[str, Any]:
    """A school's trackers: with boxes those that match, the others by reason."""
    school, after = sent.listed.school, sent.listed.after
    path, asked = f"{sent.path}/matches/{write_segment(school)}", {"limit": TRACKERS}
    try:
        page = sent.visit.api.read(path, {**asked, **({"cursor": after} if after else {})})
    except ApiRefused as refused:
        if refused.problem["code"] != "cursor_unknown":
            raise
        after, page = "", sent.visit.api.read(path, asked)  # of an earlier release: begin again
    rows = sorted(page["items"], key=itemgetter("title", "class_title", "owner_name"))
    matching = [each for each in rows if each["matches"]]
    left_out: dict[str, list[Any]] = defaultdict(list)
    for each in rows:
        if not each["matches"] and not each["existing"]:
            left_out[each["reason"]].append(each)
    return {
        "school": school,
        "after": after,
        "matching": matching,
        "having": [each for each in rows if each["existing"]],
        "left_out": sorted(left_out.items()),
        "boxes": [each["tracker_id"] for each in matching],
        "whole": school in sent.ticked.schools,
        "single": set(sent.ticked.trackers.get(school, ())),
        "next_trackers": page["next"],
        "row": sent.visit.query.get("row", ""),
    }


def _matching(visit: Visit, assessment_id: str, school: str) -> list[str]:
    """All trackers of a school that match, page by page."""
    path = f"/v1/assessments/{write_segment(assessment_id)}/matches/{write_segment(school)}"
    found: list[str] = []
    for page in visit.api.read_pages(path, {"limit": TRACKERS}):
        some = [each["tracker_id"] for each in page["items"] if each["matches"]]
        found += some
        if len(some) < len(page["items"]):  # those that match come first
            break
    return found


def _teams(sent: DistributeForm) -> dict[str, Any]:
    """The data teams to choose from; none are read before they are asked for."""
    form, options = sent.visit.form, sent.options
    asked = sent.visit.query.get("part") == "teams" or form.has("list_teams") or options.team
    if not asked:
        return {"teams": None, "find_team": ""}
    find = form.one("find_team").strip()
    query = {"limit": "200", **({"text": find} if find else {})}
    page = sent.visit.api.read("/v1/teams", query)
    return {"teams": page, "find_team": find}


PARTS: Mapping[str, PagePart] = {
    "schools": PagePart("schools.html", _schools, "schools", SELECTION),
    "trackers": PagePart("trackers.html", _trackers),
    "teams": PagePart("teams.html", _teams, "team-list", ("team",), ("list_teams", "yes")),
}
"""Parts of the page that a script asks for alone."""


def _list_fields(listed: SchoolList) -> list[tuple[str, str]]:
    fields = [("find", listed.find), ("found", listed.found), ("at", " ".join(listed.at))]
    return fields + ([("matching", "yes")] if listed.matching else [])


def _count_wrong(sent: DistributeForm, problem: Mapping[str, Any]) -> dict[str, Any]:
    """Of trackers that cannot take it: what is wrong with how many, and which these are."""
    single, counted = sent.ticked.single, defaultdict[str, int](int)
    trackers = []
    for each in problem.get("errors", ()):
        at = read_number(each["pointer"].removeprefix("/selection/tracker_ids/"))
        if at is not None and at < len(single):
            counted[each["message"]] += 1
            trackers.append(single[at])
    return {"by_message": dict(counted), "trackers": " ".join(trackers)}
