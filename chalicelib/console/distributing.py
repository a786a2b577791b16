"""*Settings* > Distribute: select trackers, choose delivery options, look at what it would do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote

from chalicelib.days import write_out
from chalicelib.web.addresses import write_segment
from chalicelib.web.inner import Refused

from .delivery import FIELDS, QUARTERS, SCHEDULE, DeliveryOptions, write_wall_time
from .forms import KEY, Errors
from .screens import DISTRICT_ADMINS, Lead, Page, Screens
from .selections import SELECTION, TickedTrackers, write_trackers

if TYPE_CHECKING:
    from .screens import Shown, Visit

screens = Screens()

ADDRESS = "/console/assessments/{assessment_id}/distribute"
SCHOOLS = "50"
"""On a page: it stays below 200 KB also with 5,000 single trackers ticked."""
TRACKERS = "200"
"""Of a school on a page; the API gives no more at once."""
PRESSED = ("do", "open", KEY)
"""Fields that are of one button, and not kept."""
MOST_TYPED = 255
"""Of a search."""
NOT_OPEN = ("not_your_assessment", "not_private_to_district", "assessment_not_ready")
"""Why an assessment cannot be distributed at all, which is no fault of the form."""


@dataclass(frozen=True, slots=True)
class SchoolList:
    """Which schools a page lists, and whose trackers it shows."""

    find: str = ""
    matching: bool = False
    at: tuple[str, ...] = ()
    """The cursors of the pages up to this one."""
    school: str = ""
    """The school whose trackers are shown."""
    after: str = ""
    """Where the page of its trackers begins."""

    @classmethod
    def read(cls, visit: Visit) -> SchoolList:
        """Read what a page asks for: with another search the list begins again."""
        form, query = visit.form, visit.query
        if not form.fields:
            return cls(query.get("find", "")[:MOST_TYPED], school=query.get("school", ""))
        find, matching = form.one("find").strip()[:MOST_TYPED], form.has("matching")
        same = form.one("found") == _found(find, matching=matching)
        at = tuple(form.one("at").split()) if same else ()
        school, _, after = (query.get("open") or form.one("open")).partition(" ")
        return cls(find, matching, at, unquote(school), after)

    @property
    def query(self) -> dict[str, str]:
        """What the API is asked."""
        said = {"text": self.find, "matching": "true" if self.matching else ""}
        said["cursor"] = self.at[-1] if self.at else ""
        return {"limit": SCHOOLS, **{name: text for name, text in said.items() if text}}

    @property
    def found(self) -> str:
        """Which search the cursors are of."""
        return _found(self.find, matching=self.matching)


def _found(find: str, *, matching: bool) -> str:
    return f"{int(matching)}{find}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a page knows of a distribution that is not made yet."""

    visit: Visit
    assessment_id: str
    listed: SchoolList
    ticked: TickedTrackers
    options: DeliveryOptions
    act: str = ""
    """The button's word."""

    @classmethod
    def read(cls, visit: Visit, assessment_id: str) -> Plan:
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
        """What the API is to make."""
        selection = {"selection": self.ticked.body()}
        return {"assessment_id": self.assessment_id, **selection, **self.options.body()}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page; `keeps` are the fields that it would take along where it is refused."""

    template: str
    read: Callable[[Plan], dict[str, Any]]
    place: str = ""
    keeps: tuple[str, ...] = ()
    again: tuple[str, str] = ("do", "find")


@screens.show(ADDRESS, roles=DISTRICT_ADMINS)
def show_distribute(visit: Visit, assessment_id: str) -> Shown:
    """Show the form, as the district's settings suggest it."""
    plan = Plan.read(visit, assessment_id)
    suggested = visit.api.read("/v1/district")["notify_teachers"]
    return _show_form(replace(plan, options=replace(plan.options, notify=suggested)))


@screens.act(ADDRESS, roles=DISTRICT_ADMINS)
def distribute(visit: Visit, assessment_id: str) -> Shown:
    """Do what the button says that was pressed, or show the part of the page that is asked for."""
    try:
        plan = Plan.read(visit, assessment_id)
    except Refused as refused:
        return _show_closed(visit, assessment_id, refused)
    part = PARTS.get(visit.query.get("part", ""))
    if part:
        return _show_part(plan, part)
    try:
        return ACTS.get(plan.act, _show_form)(plan)
    except Refused as refused:
        return _show_form(plan, refused)


def _preview(plan: Plan) -> Page:
    """Say what saving would do; nothing is written."""
    preview = plan.visit.api.ask("POST", "/v1/distributions/preview", plan.body()).body
    options = replace(plan.options, option=preview["option"])
    facts = {
        **_around(plan),
        "assessment": plan.visit.api.read(plan.path),
        "preview": preview,
        "by_school": sorted(
            preview["by_school"], key=lambda each: each["school_name"] or each["school_id"]
        ),
        "options": options,
        "hidden": [*plan.ticked.everything(), *options.everything(), *_list_fields(plan.listed)],
        "scheduled": preview["option"] == SCHEDULE,
    }
    return Page("distribute/preview.html", facts)


def _make(plan: Plan) -> Lead:
    """Distribute: once, however often the form is sent."""
    made = plan.visit.api.ask("POST", "/v1/distributions", plan.body(), key=plan.visit.form.key)
    done = "scheduled" if made.body["option"] == SCHEDULE else "distributed"
    return Lead(f"/console/distributions/{write_segment(made.body['id'])}", done)


ACTS: Mapping[str, Callable[[Plan], Shown]] = {"save": _preview, "make": _make}


def _show_form(plan: Plan, refused: Refused | None = None) -> Page:
    """Show the form with all that was ticked and typed, and what is wrong with it."""
    problem = refused.problem if refused else {}
    try:
        facts = {
            "assessment": plan.visit.api.read(plan.path),
            **_around(plan),
            **_schools(plan),
            **_teams(plan),
        }
    except Refused as closed:
        return _show_closed(plan.visit, plan.assessment_id, closed)
    facts |= {
        "quarters": QUARTERS,
        "errors": Errors.of(problem, FIELDS) if problem else None,
        "problem": problem,
        "wrong": _count_wrong(plan, problem),
        "today": plan.visit.person.me["today"],
    }
    return Page("distribute/form.html", facts, refused.status if refused else 200)


def _show_closed(visit: Visit, assessment_id: str, refused: Refused) -> Page:
    """Say why it cannot be distributed now, and keep what was typed. Raises `Refused`."""
    if not visit.form.fields and refused.problem["code"] not in NOT_OPEN:
        raise refused
    typed = visit.form.fields.items()
    kept = [(name, text) for name, texts in typed for text in texts if name not in PRESSED]
    segment = write_segment(assessment_id)
    facts = {"problem": refused.problem, "hidden": kept, "to": f"/assessments/{segment}"}
    return Page("distribute/closed.html", facts, refused.status)


# -- parts of the page ----------------------------------------------------------------------------


def _show_part(plan: Plan, part: Part) -> Page:
    try:
        return Page(f"distribute/{part.template}", {**_around(plan), **part.read(plan)})
    except Refused as refused:
        form = plan.visit.form
        facts = {
            **_around(plan),
            "problem": refused.problem,
            "place": part.place,
            "hidden": [(name, text) for name in part.keeps for text in form.all(name)],
            "again": ("open", plan.visit.query.get("open")) if not part.place else part.again,
        }
        return Page("distribute/part_refused.html", facts)


def _around(plan: Plan) -> dict[str, Any]:
    return {
        "here": f"/assessments/{write_segment(plan.assessment_id)}/distribute",
        "to": f"/assessments/{write_segment(plan.assessment_id)}",
        "listed": plan.listed,
        "options": plan.options,
        "ticked": plan.ticked,
        "zone": plan.visit.person.me["district"]["time_zone"],
        "quoted": lambda school: quote(school, safe=""),
        "write_trackers": write_trackers,
        "wall": write_wall_time,
        "written_out": lambda day: write_out(date.fromisoformat(day)),
    }


def _schools(plan: Plan) -> dict[str, Any]:
    """The list of schools, with the trackers of the one that is open."""
    path, listed = f"{plan.path}/matches", plan.listed
    try:
        page = plan.visit.api.read(path, listed.query)
    except Refused as refused:
        if refused.problem["code"] != "cursor_unknown":
            raise
        listed = replace(listed, at=())  # a page of an earlier release: begin again
        page = plan.visit.api.read(path, listed.query)
    schools = {each["school_id"] for each in page["items"]}
    opened = _trackers(plan) if listed.school in schools else {"boxes": []}
    return {
        "page": page,
        "listed": listed,
        "hidden": plan.ticked.hidden(schools, opened["boxes"]),
        "elsewhere": plan.ticked.elsewhere(schools),
        **opened,
    }


def _trackers(plan: Plan) -> dict[str, Any]:
    """A school's trackers: with boxes those that match, the others by reason."""
    school, after = plan.listed.school, plan.listed.after
    asked = {"limit": TRACKERS, **({"cursor": after} if after else {})}
    page = plan.visit.api.read(f"{plan.path}/matches/{write_segment(school)}", asked)
    matching = [each for each in page["items"] if each["matches"]]
    left_out: dict[str, list[Any]] = defaultdict(list)
    for each in page["items"]:
        if not each["matches"] and not each["existing"]:
            left_out[each["reason"]].append(each)
    return {
        "school": school,
        "matching": matching,
        "having": [each for each in page["items"] if each["existing"]],
        "left_out": sorted(left_out.items()),
        "boxes": [each["tracker_id"] for each in matching],
        "whole": school in plan.ticked.schools,
        "single": set(plan.ticked.trackers.get(school, ())),
        "next_trackers": page["next"],
        "row": plan.visit.query.get("row", ""),
    }


def _matching(visit: Visit, assessment_id: str, school: str) -> list[str]:
    """All trackers of a school that match, page by page."""
    path = f"/v1/assessments/{write_segment(assessment_id)}/matches/{write_segment(school)}"
    found: list[str] = []
    cursor: dict[str, str] = {}
    while True:
        page = visit.api.read(path, {"limit": TRACKERS, **cursor})
        some = [each["tracker_id"] for each in page["items"] if each["matches"]]
        found += some
        if not page["next"] or len(some) < len(page["items"]):  # those that match come first
            return found
        cursor = {"cursor": page["next"]}


def _teams(plan: Plan) -> dict[str, Any]:
    """The data teams to choose from; none are read before they are asked for."""
    form, options = plan.visit.form, plan.options
    asked = plan.visit.query.get("part") == "teams" or form.has("list_teams") or options.team
    if not asked:
        return {"teams": None, "find_team": ""}
    find = form.one("find_team").strip()
    query = {"limit": "200", **({"text": find} if find else {})}
    page = plan.visit.api.read("/v1/teams", query)
    return {"teams": page, "find_team": find}


PARTS: Mapping[str, Part] = {
    "schools": Part("schools.html", _schools, "schools", SELECTION),
    "trackers": Part("trackers.html", _trackers),
    "teams": Part("teams.html", _teams, "team-list", ("team",), ("list_teams", "yes")),
}
"""Parts of the page that a script asks for alone."""


def _list_fields(listed: SchoolList) -> list[tuple[str, str]]:
    fields = [("find", listed.find), ("found", listed.found), ("at", " ".join(listed.at))]
    return fields + ([("matching", "yes")] if listed.matching else [])


def _count_wrong(plan: Plan, problem: Mapping[str, Any]) -> dict[str, Any]:
    """Of trackers that cannot take it: what is wrong with how many, and which these are."""
    single, counted = plan.ticked.single, defaultdict[str, int](int)
    trackers = []
    for each in problem.get("errors", ()):
        at = each["pointer"].removeprefix("/selection/tracker_ids/")
        if at.isdigit() and int(at) < len(single):
            counted[each["message"]] += 1
            trackers.append(single[int(at)])
    return {"by_message": dict(counted), "trackers": " ".join(trackers)}
