"""The first screen: what waits for a person, and in a new district what comes first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from chalicelib.web.addresses import write_segment

from .screens import EVERYBODY, Lead, Page, Screens
from .sessions import ACCESS, read_cookie

if TYPE_CHECKING:
    from .screens import Shown, Visit

screens = Screens()

Row = Mapping[str, str]


@screens.show("/console", roles=None)
def open_console(visit: Visit) -> Shown:
    """Lead to the first screen, or to signing in."""
    if read_cookie(visit.headers, ACCESS):
        return Lead("/console/home")
    return Page("welcome.html", {})


@screens.show("/console/home", roles=EVERYBODY)
def show_home(visit: Visit) -> Page:
    """Show what waits for the person."""
    work = visit.api.read("/v1/me/work")
    sections = [
        {
            "id": name,
            "title": title,
            "total": work[name]["total"],
            "exact": work[name]["total_is_exact"],
            "rows": [row(item) for item in work[name]["items"]],
        }
        for name, (title, row) in SECTIONS.items()
        if work[name]["items"]
    ]
    first = _first_steps(visit) if visit.person.is_district_admin and not sections else []
    return Page("home.html", {"sections": sections, "first": first})


def _sheet(item: Any) -> Row:
    until = item["give_until_date"]
    text = f"{item['class_title']}: {item['settled_count']} of {item['student_count']} entered"
    if item["student_count"] is None:
        text = f"{item['class_title']}: not begun"
    if until:
        text += f". Give it until {until}"
    late = {"state": "Overdue", "kind": "bad"} if item["overdue"] else {}
    return {"title": item["assessment_title"], "text": f"{text}.", **late}


def _test(item: Any) -> Row:
    text = item["message"] or f"{item['class_title']}, {item['team_name']}"
    tab = "pre-test" if item["test"] == "pre" else "post-test"
    return {
        "title": f"{item['process_name']}: {item['assessment_title']}",
        "text": text,
        "address": f"{_at_process(item)}?tab={tab}",
    }


def _conflict(item: Any) -> Row:
    many = item["conflict_count"]
    return {
        "title": item["process_name"],
        "text": "1 text to look at." if many == 1 else f"{many} texts to look at.",
        "address": f"{_at_process(item)}?tab={item['page']}",
    }


def _finish(item: Any) -> Row:
    return {
        "title": item["process_name"],
        "text": "The post-test was given.",
        "address": f"{_at_process(item)}/acts/finish",
    }


def _at_process(item: Any) -> str:
    return f"/processes/{write_segment(item['process_id'])}"


def _import(item: Any) -> Row:
    title = "Roster import" if item["kind"] == "roster_import" else "Standards import"
    if item["state"] == "held":
        return {"title": title, "state": "Held", "kind": "bad",
                "text": "It would drop much. An administrator must confirm it."}  # fmt: skip
    return {"title": title, "state": "Ready", "kind": "wait", "text": "It can be applied."}


def _distribution(item: Any) -> Row:
    failed = item["failed_count"]
    text = f"{item['start_text']}. {item['tracker_count']} trackers."
    state = (
        {"state": f"{failed} failed", "kind": "bad"}
        if failed
        else {"state": "Scheduled", "kind": "wait"}
    )
    return {
        "title": item["title"],
        "text": text,
        "address": f"/distributions/{item['id']}",
        **state,
    }


def _late(item: Any) -> Row:
    return {"title": item["title"] or item["kind"].replace("_", " ").capitalize(),
            "state": "Late", "kind": "bad",
            "text": f"It was due at {item['due_at']}. Tell your district's IT staff."}  # fmt: skip


SECTIONS: Mapping[str, tuple[str, Callable[[Any], Row]]] = {
    "failed": ("Distributions with trackers that failed", _distribution),
    "late": ("Work that is late", _late),
    "imports": ("Imports that wait for you", _import),
    "scheduled": ("Scheduled distributions", _distribution),
    "new_deliveries": ("New from the district", _sheet),
    "tests_to_activate": ("Tests to activate", _test),
    "page_conflicts": ("Pages with texts that met", _conflict),
    "processes_to_finish": ("Mastery Processes to finish", _finish),
    "sheets": ("Results to enter", _sheet),
}
"""The sections of `/v1/me/work` in the order of the screen, with their headings."""


def _first_steps(visit: Visit) -> list[dict[str, Any]]:
    """Say what a new district does first; nothing once an assessment can be distributed."""
    api = visit.api

    def some(path: str, **query: str) -> list[Any]:
        found: list[Any] = api.read(path, {"limit": "1", **query})["items"]
        return found

    if some("/v1/distributions"):
        return []
    schools = some("/v1/schools")
    has = {
        "roster": bool(schools),
        "standards": bool(some("/v1/standards-sets")),
        "trackers": bool(schools and some("/v1/trackers", school_id=schools[0]["id"])),
        "assessment": bool(some("/v1/assessments")),
    }
    return [{**step, "ready": has[str(step["id"])]} for step in STEPS]


STEPS: tuple[Mapping[str, str], ...] = (
    {
        "id": "roster",
        "name": "Roster",
        "text": "Schools, people and classes come from your student information system, as a "
        "OneRoster file. District IT imports it.",
        "command": "plumb roster import FILE",
    },
    {
        "id": "standards",
        "name": "Standards",
        "text": "Trackers and assessments are made with a standards set of your state. District IT "
        "imports it.",
        "command": "plumb standards import FILE",
    },
    {
        "id": "trackers",
        "name": "Trackers",
        "text": "A tracker follows one class on one standards set. Teachers make their own, or an "
        "administrator makes them for all classes of a course.",
    },
    {
        "id": "assessment",
        "name": "Assessment",
        "text": "Write a formative assessment, or bring one from a file.",
        "address": "/assessments",
        "action": "Go to Assessments",
    },
)
"""What a new district does, in this order."""
