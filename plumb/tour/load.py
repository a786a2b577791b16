"""Loads the demonstration district, as a district's own staff would: through the public API."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from plumb.client import Client, sign_in
from plumb.demo import assessments, framework, roster
from plumb.demo.district import DemoDistrict, DemoPerson, DemoSize, make, school_year_of
from plumb.imports import ROSTER, STANDARDS, bring_in
from plumb.local.stack import ADMIN, StackAccess, create_accounts
from plumb.tour.ledger import TourLedger
from plumb.tour.team import Member, choose_team, sign_in_team

Told = Callable[[str, float, str], None]
"""Hears (step, percent, message)."""

KINDS = {"items": "item", "document": "document"}
ITEM_KINDS = {"hand_points": "points"}


@dataclass(frozen=True)
class Cast:
    """The people whose names are printed, and who act."""

    admin: DemoPerson
    principal: DemoPerson
    teachers: tuple[DemoPerson, ...]

    def list_by_role(self) -> dict[str, DemoPerson]:
        """Return the people who sign in, by role."""
        leader, member = self.teachers
        return {
            "District admin": self.admin,
            "School admin": self.principal,
            "Team leader": leader,
            "Team member": member,
        }

    def everybody(self) -> dict[str, str]:
        """Return everybody's address by sign-in name."""
        people = (self.admin, self.principal, *self.teachers)
        return {person.username: person.email for person in people}


class Loader:
    """One loading of one stack; every step is noted in the ledger."""

    def __init__(self, stack: StackAccess, ledger: TourLedger, facts: Told) -> None:
        """Nothing is called yet."""
        self._stack = stack
        self.ledger = ledger
        self._told = facts
        year = ledger.once("school-year", lambda _: school_year_of(datetime.now(UTC).date()))
        self.district = make(
            DemoSize(school_year=year)
        )  # classes of a year that is over match nothing
        self.cast = cast(self.district)

    def load(self) -> Client:
        """Load everything that is not loaded yet; return the district admin's client."""
        if not self.ledger.done("roster"):
            operator = self.client(ADMIN)
            self.ledger.once("roster", lambda _: self._roster(operator))
        self.ledger.once("people", lambda _: create_accounts(self._stack, self.cast.everybody()))
        admin = self.client(self.cast.admin.username)
        self.ledger.once("standards", lambda _: self._standards(admin))
        sets = self.ledger.once("sets", lambda _: _sets(admin))
        self._trackers(admin, sets)
        self._assessments(admin, sets)
        return admin

    def team(self) -> list[Member]:
        """Let the data team's members in; who leads comes first."""
        who = choose_team(self.district)
        names = {person.username: person.email for person, _ in who}
        self.ledger.once("team-people", lambda _: create_accounts(self._stack, names))
        return sign_in_team(who, self.client)

    def client(self, username: str) -> Client:
        """Sign somebody in."""
        token = sign_in(self._stack.client, username, self._stack.password)
        return Client(self._stack.url, token)

    def _roster(self, operator: Client) -> str:
        package = roster.package(self.district)
        answer = self._stages("Roster", {"upload": (0, 5), "check": (5, 40), "apply": (40, 100)})
        return str(bring_in(operator, ROSTER, "roster.zip", package, answer)["id"])

    def _standards(self, admin: Client) -> str:
        package = framework.package_json()
        answer = self._stages("Standards", {"upload": (0, 5), "check": (5, 40), "apply": (40, 100)})
        return str(bring_in(admin, STANDARDS, "standards.json", package, answer)["id"])

    def _trackers(self, admin: Client, sets: Mapping[str, str]) -> None:
        """One tracker for every class of every course, made course by course."""
        courses = self.district.courses
        for n, course in enumerate(courses):
            self._told("Trackers", 100 * n / len(courses), course.title)
            wanted = {
                "course_ids": [course.id],
                "standards_set_id": sets[_subject_and_grade(course)],
            }
            self.ledger.once(f"trackers-{course.id}", partial(_batch, admin, wanted))
        self._told("Trackers", 100, "")

    def _assessments(self, admin: Client, sets: Mapping[str, str]) -> None:
        for n, one in enumerate(assessments.ALL):
            self._told("Assessments", 100 * n / len(assessments.ALL), one.title)
            set_id = sets[f"{one.subject} {int(one.grade)}"]
            self.ledger.once(f"assessment-{n}", partial(_assessment, admin, one, set_id))
        self._told("Assessments", 100, "")

    def _stages(
        self, step: str, shares: Mapping[str, tuple[int, int]]
    ) -> Callable[[str, int, str], None]:
        """Turn the percent of each stage into the percent of the step."""

        def tell_stage(stage: str, percent: int, message: str) -> None:
            first, last = shares[stage]
            self._told(step, first + (last - first) * percent / 100, message or stage)

        return tell_stage


def cast(district: DemoDistrict) -> Cast:
    """Choose a district admin, a principal, and two third-grade teachers of different schools."""
    people = {person.id: person for person in district.people}
    taught = [one for one in district.classes if one.course.id == "jf-c-math-03"]
    by_school = {one.school: people[one.teachers[0]] for one in reversed(taught)}
    first, second = sorted(by_school)[:2]
    principals = [one for one in district.of_role("principal") if one.school == first]
    admin = district.of_role("districtAdministrator")[0]
    return Cast(admin, principals[0], (by_school[first], by_school[second]))


def _sets(client: Client) -> dict[str, str]:
    """Return the standards sets by subject and grade, like `Mathematics 3`."""
    return {f"{s['subject']} {s['grades']}": s["id"] for s in client.items("/v1/standards-sets")}


def _subject_and_grade(course: Any) -> str:
    return f"{course.subject} {'K' if course.grade == 'KG' else int(course.grade)}"


def _batch(client: Client, wanted: Mapping[str, Any], key: str) -> str:
    started = client.post("/v1/tracker-batches", dict(wanted), key=key)
    client.wait_for_job(started.location)
    return started.location


def _assessment(client: Client, one: assessments.DemoAssessment, set_id: str, key: str) -> str:
    draft = {
        "title": one.title,
        "kind": KINDS[one.kind],
        "subject": one.subject,
        "grades": [one.grade],
        "standards_set_id": set_id,
        "visibility": "district",
    }
    made = client.post("/v1/assessments", draft, key=key).body
    path = f"/v1/assessments/{made['id']}"
    client.change("PUT", f"{path}/items", contents(one))
    if one.approved:
        client.change("PUT", f"{path}/approval", etag=client.call("GET", path).etag)
    return str(made["id"])


def contents(one: assessments.DemoAssessment) -> dict[str, Any]:
    """Return an assessment's items as the API takes them."""
    body: dict[str, Any] = {"items": [_item(item) for item in one.items]}
    if one.document:
        body["document"] = {"name": one.title, "description": one.document}
    return body


def _item(item: assessments.DemoItem) -> dict[str, Any]:
    return {
        "kind": ITEM_KINDS.get(item.type, item.type),
        "prompt": item.stem,
        "choices": list(item.choices),
        "key": list(item.key),
        "scoring": "partial" if item.partial else "all_or_nothing",
        "tolerance": "" if item.tolerance == "0" else item.tolerance,
        "points": str(item.points),
        "standards": list(item.standards),
    }
