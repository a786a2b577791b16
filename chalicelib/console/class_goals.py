"""A class's Smart Goal: its students, the reasons, and the resulting figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

from .forms import NO_ERRORS, Errors
from .process_page import ADDRESS, Facts, OpenProcess, address_of, path_of
from .process_tabs import read_header
from .screens import EVERYBODY, Lead, ScreenPage, Screens, Shown, Visit
from .student_names import name_students
from .ticked_goals import TickedGoal, can_tick

screens = Screens()

CHANGED_MEANWHILE = 412
NOT_FOUND = 404
USUAL_MEASURE = "the post-test"
"""The API's measure of a goal until a post-test is attached or somebody types another."""


@screens.show(ADDRESS + "/classes/{class_id}", roles=EVERYBODY)
def show_class_goal(visit: Visit, process_id: str, class_id: str) -> ScreenPage:
    """Show a class's goal; the class's teachers can tick students."""
    seen = ClassGoalForm.read(visit, process_id, class_id)
    return seen.show(seen.goal["goal"], seen.opened.read("/goals")["team"])


@screens.act(ADDRESS + "/classes/{class_id}", roles=EVERYBODY)
def save_class_goal(visit: Visit, process_id: str, class_id: str) -> Shown:
    """Save the goal, or only show the figures that it would have."""
    ticked, path = TickedGoal(visit.form), goal_path(process_id, class_id)
    if visit.form.has("preview"):
        return _preview(visit, process_id, class_id, ticked)
    etag = f'"{ticked.version}"'
    try:
        visit.api.ask("PUT", path, ticked.body(), etag=etag, key=visit.form.key)
    except ApiRefused as refused:
        return _show_refused(visit, process_id, class_id, ticked, refused)
    return Lead(goal_address(process_id, class_id), done="goal_set")


def goal_path(process_id: str, class_id: str) -> str:
    """Return the API's path of a class's goal."""
    return f"{path_of(process_id)}/goals/{write_segment(class_id)}"


def goal_address(process_id: str, class_id: str) -> str:
    """Return the address of a class's goal."""
    return f"{address_of(process_id)}/classes/{write_segment(class_id)}"


def _preview(visit: Visit, process_id: str, class_id: str, ticked: TickedGoal) -> ScreenPage:
    """Return the figures that a goal would have: alone as one clicks, else on the whole page."""
    path = f"{goal_path(process_id, class_id)}/preview"
    try:
        seen = visit.api.ask("POST", path, ticked.body()).body
    except ApiRefused as refused:
        if visit.is_part:  # the page has the form as it is; the sentence says what is in the way
            return ScreenPage(
                "processes/goal_sum.html", {"wrong": _describe_problem(refused.problem)}
            )
        return _show_refused(visit, process_id, class_id, ticked, refused)
    if visit.is_part:
        facts = {"figures": seen["goal"], "team": seen["team"]}
        return ScreenPage("processes/goal_sum.html", {**facts, "is_preview": True, "is_part": True})
    form = ClassGoalForm.read(visit, process_id, class_id, ticked)
    return form.show(seen["goal"], seen["team"], is_preview=True)


def _describe_problem(problem: Mapping[str, Any]) -> str:
    """Describe a problem without a list beside its sentence: the first of its places."""
    places = problem.get("errors") or [{"message": problem["detail"]}]
    return str(places[0]["message"])


def _show_refused(
    visit: Visit, process_id: str, class_id: str, ticked: TickedGoal, refused: ApiRefused
) -> ScreenPage:
    """Show the form as it was sent, and the obstacle."""
    if refused.status == NOT_FOUND:
        raise refused
    form = ClassGoalForm.read(visit, process_id, class_id, ticked)
    if refused.status == CHANGED_MEANWHILE:
        return _show_changed(form, ticked)
    errors = Errors.of(refused.problem, form.fields())
    team = form.opened.read("/goals")["team"]
    return form.show(form.goal["goal"], team, status=refused.status, errors=errors)


def _show_changed(form: ClassGoalForm, ticked: TickedGoal) -> ScreenPage:
    """Show the goal that was saved meanwhile, and the figures for the form's ticks."""
    facts: Facts = {"is_changed": True, "status": CHANGED_MEANWHILE}
    path = f"{goal_path(form.goal['process_id'], form.goal['class_id'])}/preview"
    try:
        seen = form.opened.visit.api.ask("POST", path, ticked.body()).body
    except ApiRefused:  # it says why once it is saved again
        return form.show(form.goal["goal"], form.opened.read("/goals")["team"], **facts)
    return form.show(seen["goal"], seen["team"], is_preview=True, **facts)


@dataclass(frozen=True, slots=True)
class ClassGoalForm:
    """A class's saved goal, with a person's form of it."""

    opened: OpenProcess
    goal: Mapping[str, Any]
    ticked: TickedGoal | None = None

    @classmethod
    def read(
        cls, visit: Visit, process_id: str, class_id: str, ticked: TickedGoal | None = None
    ) -> ClassGoalForm:
        """Read a class's goal. Raises `ApiRefused`."""
        opened = OpenProcess.open(visit, process_id)
        return cls(opened, visit.api.read(goal_path(process_id, class_id)), ticked)

    def show(self, figures: Any, team: Any, *, status: int = 200, **facts: Any) -> ScreenPage:
        """Show it, with figures in numbers."""
        shown = {
            **read_header(self.opened),
            "tab": "smart-goals",
            "goal": self.goal,
            "rows": self.rows(),
            "can_set": "set_goal" in self.goal["allowed"],
            "typed": self.read_other_fields(**facts),
            "figures": figures,
            "team": team,
            "errors": NO_ERRORS,
            "is_changed": False,
            "is_preview": False,
            **facts,
        }
        return ScreenPage("processes/class_goal.html", shown, status)

    def rows(self) -> list[Facts]:
        """Return the students with their names and ticks."""
        names = name_students(self.goal["students"])
        return [
            {
                "student": student,
                "name": names[student["student_id"]],
                "has": self.ticked.has(student) if self.ticked else student["selected"],
                "can_tick": can_tick(student),
            }
            for student in self.goal["students"]
        ]

    def read_other_fields(self, *, is_changed: bool = False, **_: Any) -> dict[str, str]:
        """Return the other fields of the form: as they were sent, or as they are saved."""
        version = str(self.goal["version"])
        if self.ticked is None:
            day = self.goal["target_date"] or ""
            return {"version": version, "target_date": day, "measure": self._measure()}
        form = self.ticked.form
        return {
            "version": version if is_changed else self.ticked.version,
            "target_date": form.one("target_date"),
            "measure": form.one("measure"),
        }

    def fields(self) -> dict[str, str]:
        """Name the places of the API's goal as the form has them."""
        if self.ticked is None:
            return {}
        places = {
            each["student_id"]: f"student-{n}" for n, each in enumerate(self.goal["students"], 1)
        }
        body = self.ticked.body()
        return {
            f"/{name}/{n}": places.get(student, "students")
            for name in ("added_student_ids", "removed_student_ids")
            for n, student in enumerate(body[name])
        }

    def _measure(self) -> str:
        """Return the typed measure; nothing where it is the API's default."""
        post = self.opened.process["post_test"]
        usual = post["title"] if post else USUAL_MEASURE
        return "" if self.goal["measure"] == usual else str(self.goal["measure"])
