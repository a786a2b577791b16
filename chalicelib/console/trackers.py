"""*My Trackers*, one tracker with its tabs, and the acts of its buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .forms import NoSuchAct
from .own_schools import read_schools
from .screens import EVERYBODY, TEACHERS, Lead, ScreenPage, Screens, Shown, Visit
from .tracker_page import address_of, open_tracker, path_of, show_tracker_tab
from .tracker_settings import TypedSettings

screens = Screens()

SHOWN = ("", "past", "archived")
"""The trackers that are listed: those in use, those of classes that are over, those put away."""
LISTED = "100"
BOTH, OVER = ("archived", "past"), "over"
"""Archived trackers of classes that are over come after all others; `over`: the list is there."""


# -- the list -------------------------------------------------------------------------------------


@screens.show("/console/trackers", roles=EVERYBODY)
def list_trackers(visit: Visit) -> ScreenPage:
    """List one's own trackers and those shared with one; for administrators, a school's."""
    schools = read_schools(visit) if visit.person.is_admin else []
    which = visit.query.get("show", "")
    asked = {
        "show": which if which in SHOWN else SHOWN[0],
        "school_id": _choose_school(visit, schools),
    }
    facts = {
        "asked": {name: text for name, text in asked.items() if text},
        "show": asked["show"],
        "school_id": asked["school_id"],
        "schools": schools,
        "page": _read_list(visit, **asked),
    }
    return ScreenPage("trackers/list.html", facts)


def _choose_school(visit: Visit, schools: list[tuple[str, str]]) -> str:
    """Return the school that is asked for; the only one where there is one, and no own trackers."""
    asked = visit.query.get("school_id", "")
    if asked or visit.person.is_teacher or len(schools) != 1:
        return asked
    return schools[0][0]


def _read_list(visit: Visit, show: str, school_id: str) -> Any:
    """Read a page of a list; nothing for people who must choose a school first."""
    if not school_id and not visit.person.is_teacher:
        return {"items": [], "next": None}
    of_school = {"school_id": school_id} if school_id else {}
    cursor = visit.read_query("cursor")

    def read(names: Iterable[str], at: Mapping[str, str]) -> Any:
        flags = dict.fromkeys(names, "true")
        return visit.api.read("/v1/trackers", {"limit": LISTED, **of_school, **flags, **at})

    if show != "archived":
        return read([show] if show else [], cursor)
    if visit.query.get(OVER):
        return {**read(BOTH, cursor), OVER: "yes"}
    page = read(BOTH[:1], cursor)
    if page["next"]:
        return page
    over = read(BOTH, {})
    return {"items": [*page["items"], *over["items"]], "next": over["next"], OVER: "yes"}


# -- a tracker ------------------------------------------------------------------------------------


@screens.show("/console/trackers/{tracker_id}", roles=EVERYBODY)
def show_tracker(visit: Visit, tracker_id: str) -> ScreenPage:
    """Show one tracker, with the tab that the address names."""
    return show_tracker_tab(open_tracker(visit, tracker_id), visit.query.get("tab", ""))


@screens.act("/console/trackers/{tracker_id}", roles=TEACHERS)
def act_on_tracker(visit: Visit, tracker_id: str) -> Shown:
    """Do the act of the button that was pressed; a refusal goes back into its form."""
    act, _, about = visit.form.one("act").partition(" ")
    if act not in ACTS:
        raise NoSuchAct
    try:
        return ACTS[act](visit, tracker_id, about)
    except ApiRefused as refused:
        typed = TYPED[act](visit) if act in TYPED else {}
        opened = replace(open_tracker(visit, tracker_id), typed=typed, problem=refused.problem)
        tab = TABS_OF.get(act, visit.query.get("tab", ""))
        return show_tracker_tab(opened, tab, status=refused.status)


def _remove(visit: Visit, tracker_id: str, assessment: str) -> Lead:
    kept = visit.send("DELETE", _write_assessment_path(tracker_id, assessment))["taken_out"]
    is_kept = assessment in {each["assessment_id"] for each in kept}
    return _back(tracker_id, "", "tracker_taken_out" if is_kept else "tracker_removed")


def _restore(visit: Visit, tracker_id: str, assessment: str) -> Lead:
    visit.send("POST", f"{_write_assessment_path(tracker_id, assessment)}/restoration")
    return _back(tracker_id, "", "tracker_brought_back")


def _share(visit: Visit, tracker_id: str, person: str) -> Lead:
    visit.send("PUT", _collaborator(tracker_id, person))
    return _back(tracker_id, "collaborators", "tracker_shared")


def _unshare(visit: Visit, tracker_id: str, person: str) -> Lead:
    visit.send("DELETE", _collaborator(tracker_id, person))
    return _back(tracker_id, "collaborators", "tracker_unshared")


def _leave(visit: Visit, tracker_id: str, _: str) -> Lead:
    visit.send("DELETE", _collaborator(tracker_id, visit.person.caller.person))
    return Lead("/console/trackers", done="tracker_left")


def _set_standards(visit: Visit, tracker_id: str, _: str) -> Lead:
    _change(visit, tracker_id, {"standards": visit.form.all("standards")})
    return _back(tracker_id, "standards", "tracker_standards")


def _save(visit: Visit, tracker_id: str, _: str) -> Lead:
    _change(visit, tracker_id, TypedSettings.read(visit.form).write_body())
    return _back(tracker_id, "settings", "tracker_saved")


def _preview(visit: Visit, tracker_id: str, _: str) -> ScreenPage:
    """Show the effects of levels and calculation; write nothing."""
    settings = TypedSettings.read(visit.form)
    path = f"{path_of(tracker_id)}/preview"
    preview = visit.api.ask("POST", path, settings.write_rules()).body
    typed = {"settings": settings, "preview": preview}
    return show_tracker_tab(replace(open_tracker(visit, tracker_id), typed=typed), "settings")


def _archive(visit: Visit, tracker_id: str, _: str) -> Lead:
    _change(visit, tracker_id, {"archived": True})
    return _back(tracker_id, "settings", "tracker_archived")


def _unarchive(visit: Visit, tracker_id: str, _: str) -> Lead:
    _change(visit, tracker_id, {"archived": False})
    return _back(tracker_id, "settings", "tracker_unarchived")


ACTS: Mapping[str, Callable[[Visit, str, str], Shown]] = {
    "remove": _remove,
    "restore": _restore,
    "share": _share,
    "unshare": _unshare,
    "leave": _leave,
    "standards": _set_standards,
    "save": _save,
    "preview": _preview,
    "archive": _archive,
    "unarchive": _unarchive,
}
"""The acts of the buttons, by their first word; an id may follow it."""
TABS_OF: Mapping[str, str] = {
    "share": "collaborators",
    "unshare": "collaborators",
    "leave": "collaborators",
    "standards": "standards",
    "save": "settings",
    "preview": "settings",
    "archive": "settings",
    "unarchive": "settings",
}
"""The tab of each button; all other buttons are with the assessments."""


def _keep_settings(visit: Visit) -> dict[str, Any]:
    return {"settings": TypedSettings.read(visit.form)}


TYPED: Mapping[str, Callable[[Visit], dict[str, Any]]] = {
    "standards": lambda visit: {"standards": visit.form.all("standards")},
    "save": _keep_settings,
    "preview": _keep_settings,
}
"""The reader of the typed values that a refused form keeps."""


def _write_assessment_path(tracker_id: str, assessment: str) -> str:
    return f"{path_of(tracker_id)}/assessments/{write_segment(assessment)}"


def _collaborator(tracker_id: str, person: str) -> str:
    return f"{path_of(tracker_id)}/collaborators/{write_segment(person)}"


def _change(visit: Visit, tracker_id: str, body: Mapping[str, Any]) -> None:
    visit.send("PATCH", path_of(tracker_id), body)


def _back(tracker_id: str, tab: str, done: str) -> Lead:
    return Lead(address_of(tracker_id, tab), done=done)
