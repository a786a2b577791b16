"""A small district with everything in it that a route can be about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from chalicelib.acts import Role
from chalicelib.distribution.delivery_email import AssessmentDelivered, TrackerLine
from chalicelib.districts.service import FIRST_ADMIN
from chalicelib.mail.model import Event, Mail
from chalicelib.processes.model import Ended
from chalicelib.processes.moves import ProcessState
from chalicelib.processes.repository import head_put
from chalicelib.rosters.document_changes import DocumentChange, DocumentEntry
from chalicelib.rosters.model import Course, RosterDocumentKind, SchoolClass, Student, Teacher, Term
from chalicelib.rosters.repository import write_of
from chalicelib.standards.records import FrameworkRecord
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put, Update
from chalicelib.teams.model import Team
from chalicelib.trackers.model import AssessmentSource, TrackerEntry
from chalicelib.wiring import Services, use
from tests.api.team_scene import a_team
from tests.support import builders
from tests.support.process_rows import a_class as a_class_of
from tests.support.process_rows import a_row
from tests.support.world import DISTRICT, Reply, World, WorldPerson, give_account, sub_of, token


class Neighbor(WorldPerson):
    """The admin of another district, whose stack shares everything it possibly could."""

    def __init__(self, world: World) -> None:
        super().__init__(f"Bearer {token('nell@example.net')}")
        self._world = world
        name = "nell@example.net"
        self._home.districts.appoint_first_admin(name, ("Nell", "Elsewhere"), "", sub_of(name))
        give_account(self._home, name, FIRST_ADMIN)

    @cached_property
    def _home(self) -> Services:
        home = Services(_elsewhere(self._world), self._world.clients, self._world.clock)
        home.tokens = self._world.services.tokens
        return home

    def __getstate__(self) -> dict[str, Any]:
        """Leave the services out: they are made again, for the world that is put back."""
        return {name: value for name, value in self.__dict__.items() if name != "_home"}

    def send(self, *request: Any, **options: Any) -> Reply:
        use(self._home)
        try:
            return super().send(*request, **options)
        finally:
            use(self._world.services)


def _elsewhere(world: World) -> Any:
    return replace(world.settings, district="zz", district_name="Elsewhere USD")


class Scene:
    """Everything in the district, by the names that paths use."""

    def __init__(self, world: World) -> None:
        self.world = world
        builders.a_set(world)
        for school in ("north", "south"):
            builders.a_school(world, school)
        for person, school in (("tess", "north"), ("cole", "north"), ("olga", "south")):
            builders.a_person(world, person, school)
        self._framework()
        self._class()
        self.people = self._people()
        self.tracker = builders.a_tracker(world, "tess", collaborators=("cole",))
        self.assessment = builders.an_assessment(world)
        self.draft = builders.an_assessment(world, "tess", visibility="private")
        admin = self.people["district admin"]
        self.distribution = admin.post("/v1/distributions", self.handing_out()).body["id"]
        self.roster_import = admin.post("/v1/roster-imports", {}).body["id"]
        self.attachment = builders.an_attachment(world, self.assessment.id).id
        self.item_import = admin.post(
            "/v1/item-imports",
            {"title": "New", "standards_set_id": builders.SET, "file_name": "new.zip", "size": 9},
        ).body["id"]
        self.standards_import = admin.post("/v1/standards-imports", {}).body["id"]
        batch = {"course_ids": ["k1"], "standards_set_id": builders.SET}
        self.batch = admin.post("/v1/tracker-batches", batch).body["id"]

    @cached_property
    def given(self) -> str:
        """An assessment that the teacher put into the tracker, once somebody asks for it."""
        made = builders.an_assessment(self.world)
        held = f"/v1/trackers/{self.tracker.id}/assessments"
        added = self.people["owning teacher"].post(held, {"assessment_id": made.id})
        assert added.status < 300, added.body
        return made.id

    @cached_property
    def taken_out(self) -> str:
        """An assessment that the teacher took out of the tracker, where its results are kept."""
        made = builders.an_assessment(self.world)
        entry = TrackerEntry(
            made.id, "2026-09-01T15:00:00Z", AssessmentSource.TEACHER, "tess", made.title
        )
        kept = entry.take_out("2026-09-02T15:00:00Z", "tess").serialize()
        update = Update(keys.tracker(DISTRICT, self.tracker.id), {f"assessments.{made.id}": kept})
        self.world.services.table.commit([update])
        return made.id

    @cached_property
    def correction(self) -> str:
        """A correction of another assessment, once somebody asks for it."""
        made = builders.an_assessment(self.world, cuts=("50", "80"))
        header = keys.assessment_header(DISTRICT, made.id)
        self.world.services.table.commit([Update(header, {"scored": True})])
        path, body = f"/v1/assessments/{made.id}/corrections", {"cuts": ["60", "90"]}
        begun = self.people["district admin"].post(path, body, etag='"1"')
        assert begun.status == 202, begun.body
        return str(begun.body["id"])

    @cached_property
    def undelivered(self) -> Mail:
        """A notice of the distribution to the teacher, which the mail service refused."""
        world = self.world
        said = AssessmentDelivered(
            assessment="Fractions",
            distributed_by="Dana",
            delivered_at="today",
            trackers=(TrackerLine(school="North Elementary", name="Math 3, period 1"),),
        )
        (put,) = world.services.mails.prepare(self.distribution, [("tess", said)])
        world.services.table.commit([put])
        outbox, now = world.services.outbox, world.clock.now()
        mail = outbox.read(put.key.sk.removeprefix("MAIL#"))
        refused = mail and mail.apply_event(Event.REFUSE, reason="rejected")
        assert mail is not None
        assert refused is not None
        assert outbox.move(mail, refused, now)
        return refused

    @cached_property
    def team(self) -> Team:
        """A team of the school that the teacher leads and the collaborator belongs to."""
        return a_team(self.world, ("tess",), ("cole",))

    @cached_property
    def process(self) -> str:
        """A process of the team with a pre-test, the teacher's private one."""
        body = {"name": "Unit 4", "pre_test": {"assessment_id": self.draft.id}}
        begun = self.people["owning teacher"].post(f"/v1/teams/{self.team.id}/processes", body)
        assert begun.status == 201, begun.body
        return str(begun.body["id"])

    @cached_property
    def tested_process(self) -> str:
        """The process, once the teacher's class has sat its pre-test."""
        scores = a_class_of("c1", "tess", {"stu1": 13}, {"stu1": 15})
        self.world.services.table.commit([a_row(DISTRICT, self.process, scores)])
        return self.process

    @cached_property
    def locked_process(self) -> str:
        """The process, finished: it is in the library."""
        services = self.world.services
        opened = services.process_items.open(DISTRICT, self.tested_process)
        assert opened is not None
        ended = Ended(by="tess", by_name="Tess", at="2027-05-20T15:00:00.000Z")
        before = opened.process
        changes = {"state": ProcessState.LOCKED, "ended": ended, "version": before.version + 1}
        locked = replace(opened, process=before.model_copy(update=changes))
        shelved = services.process_library.build_entry_writes(DISTRICT, locked)
        services.table.commit([head_put(DISTRICT, locked.process), *shelved])
        return self.process

    @cached_property
    def aside(self) -> str:
        """The collaborator's text that met the teacher's on a page, which is at version 1."""
        path = f"/v1/processes/{self.process}/pages/analyze"
        self.people["owning teacher"].patch(path, {"strengths": "Number lines"}, etag='"0"')
        late = self.people["collaborator"].patch(path, {"strengths": "Drawing"}, etag='"0"')
        assert late.status == 409, late.body
        return str(late.body["kept_conflict"]["id"])

    @cached_property
    def printout(self) -> str:
        """The process's template, printed for the teacher."""
        path = f"/v1/processes/{self.process}/printouts"
        return str(self.people["owning teacher"].post(path).body["id"])

    def handing_out(self) -> dict[str, Any]:
        start = {"option": "schedule", "start_date": "2026-12-01", "start_time": "08:00"}
        return {
            "assessment_id": self.assessment.id,
            "selection": {"whole_district": True},
            "start": start,
        }

    def _people(self) -> dict[str, WorldPerson]:
        world = self.world
        return {
            "district admin": world.admin("dana"),
            "school admin": world.person("sam", Role.SCHOOL_ADMIN, schools=("north",)),
            "owning teacher": world.teacher("tess", "north"),
            "collaborator": world.teacher("cole", "north"),
            "other teacher": world.teacher("olga", "south"),
            "other district": Neighbor(world),
            "unknown person": WorldPerson(f"Bearer {token('stranger@example.org')}"),
            "no token": WorldPerson(None),
        }

    def _framework(self) -> None:
        record = FrameworkRecord(
            id="jf",
            identifier="jf",
            title="Juniper Flats",
            imported="2026-09-14T17:00:00Z",
            imported_by="import",
        )
        item = {"version": 1, "doc": record.model_dump_json()}
        self.world.services.table.commit([Put(keys.framework(DISTRICT, "jf"), item)])

    def _class(self) -> None:
        course = Course(id="k1", title="Math 3", school="north")
        made = SchoolClass(
            id="c1",
            title="Math 3",
            school="north",
            course="k1",
            terms=(Term(id="t", title="Fall", starts=date(2026, 8, 1), ends=date(2026, 12, 20)),),
            teachers=(Teacher(id="tess", name="Tess Example"),),
            students=(Student(id="stu1", given="Ada", family="Zimmer", grade="03"),),
        )
        self.taught_class = made
        changes = [
            _change(RosterDocumentKind.COURSE, "k1", "", course),
            _change(RosterDocumentKind.CLASS, "c1", "", made),
            _change(RosterDocumentKind.OFFERED, "c1", "k1", made.row()),
            _change(RosterDocumentKind.TAUGHT, "c1", "tess", made.row()),
        ]
        self.world.services.table.commit([write_of(DISTRICT, change) for change in changes])


def _change(kind: RosterDocumentKind, name: str, owner: str, model: BaseModel) -> DocumentChange:
    return DocumentChange(kind, name, owner, DocumentEntry(kind, name, model, owner))
