"""A district in which every screen of the console has something to show, named by hostile people.

The console's own table of screens decides which ones are opened. A new screen, parameter or tab is
opened too, or the tests say that something is missing here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from chalicelib.acts import Role
from chalicelib.console import (
    assessment_page,
    distribution_acts,
    distribution_page,
    mastery_grid,
    process_acts,
    process_tabs,
    process_texts,
    roster_import,
    standards_imports,
    team_page,
    tracker_page,
)
from chalicelib.console.assets import asset_address
from chalicelib.console.distribution_results import LISTS
from chalicelib.console.item_kinds import KINDS
from chalicelib.console.request_pipeline import every_screen
from chalicelib.console.screens import Screen
from chalicelib.distribution.delivery_email import AssessmentDelivered, TrackerLine
from chalicelib.districts.sign_in_entry import SignIn
from chalicelib.districts.sign_in_items import roster_sign_in
from chalicelib.mail.model import Event
from chalicelib.standards import documents
from chalicelib.standards.model import TreeRow
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from tests.api.finishing import BEFORE, FinishedTeam
from tests.api.process_scene import ITEMS, expect_ok
from tests.support import builders, classrooms
from tests.support.browser import Browser, ShownPage
from tests.support.frameworks import a_package, an_item
from tests.support.packages import a_district, a_user
from tests.support.world import DISTRICT, World

HOSTILE = "<script>alert('x')</script>\"'><b id=top>{{7*7}} مرحبا"
SCREENS = every_screen()
REST = "/console/{proxy+}"
"""The screen for all addresses without one of their own."""
NO_PAGES = ("/console/static/{name}", "/console/sign-in", "/console/signed-in")
LATER = {"option": "schedule", "start_date": "2026-10-21", "start_time": "08:00"}
PEOPLE = {
    "dana": "district admin who made everything",
    "dora": "another district admin",
    "sam": "school admin with classes in it",
    "saul": "school admin without",
    "lena": "teacher and team leader",
    "olga": "teacher of another school",
    "stranger": "signed in, not on the roster",
    "": "nobody",
}


class EveryScreen(FinishedTeam):
    """A finished process, assessments of both kinds, and distributions wherever they can stand."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        _name_hostilely(world)
        world.admin("dora")
        self._rename()
        self.lock_and_settle()
        self.assessment, self.draft, self.document = (
            self._assessment(),
            self._assessment(),
            self._assessment(kind="document"),
        )
        self.attachment = builders.an_attachment(world, self.draft, name=f"{HOSTILE}.pdf").id
        self.unready = builders.an_attachment(world, self.assessment, name=f"{HOSTILE}.pdf").id
        self.distribution = self.distribute(self.assessment, notify=True)
        self._enter()
        self.scheduled = self.distribute(self._assessment(), start=LATER, notify=True)
        self.recalled, self.canceled = (
            self.distribute(self._assessment()),
            self.distribute(self._assessment(), start=LATER),
        )
        self._act(self.recalled, "recall", {"comment": HOSTILE})
        self._act(self.canceled, "cancellation")
        expect_ok(self.dana.post(f"/v1/distributions/{self.distribution}/reminders"))
        self.machinery.work()
        self.open_process = self.begin(HOSTILE)
        self._write()
        begun = {"test": "pre", "class_id": "c1"}
        expect_ok(self.lena.post(f"/v1/processes/{self.open_process}/activations", begun))
        printed = self.dana.post(f"/v1/processes/{self.open_process}/printouts")
        self.printout = str(expect_ok(printed).body["id"])
        self.own = self._add_own()
        self.correction = self._correct()
        self.item_import = self._import()
        self.roster_import = self._check_roster()
        self.refused_roster = self._check_roster(givenName="")
        self.batch = self._make_trackers()
        self.standards_import = self._check_standards()
        self._lose_mail()

    # -- making it ----------------------------------------------------------------------------

    def _rename(self) -> None:
        process = self.lena.get(self.path)
        expect_ok(self.lena.patch(self.path, {"name": HOSTILE}, etag=process.etag))
        team = self.dana.get(f"/v1/teams/{self.team}")
        expect_ok(self.dana.patch(f"/v1/teams/{self.team}", {"name": HOSTILE}, etag=team.etag))
        district = self.dana.get("/v1/district")
        expect_ok(self.dana.patch("/v1/district", {"name": HOSTILE}, etag=district.etag))

    def _write(self) -> None:
        for page, name in (
            ("analyze", "strengths"),
            ("goals", "team_goal"),
            ("reflect", "next_time"),
        ):
            path = f"/v1/processes/{self.open_process}/pages/{page}"
            expect_ok(self.lena.patch(path, {name: HOSTILE}, etag=self.lena.get(path).etag))

    def _assessment(self, kind: str = "item") -> str:
        begun = {
            "title": HOSTILE,
            "subject": HOSTILE,
            "standards_set_id": builders.SET,
            "level_count": 3,
            "visibility": "district",
            "kind": kind,
        }
        draft = expect_ok(self.dana.post("/v1/assessments", begun))
        items = [{**each, "prompt": HOSTILE} for each in ITEMS]
        items[0]["choices"] = [f"{HOSTILE}{number}" for number in range(3)]
        document = {"document": {"name": HOSTILE, "description": HOSTILE}}
        body = {"items": items, **(document if kind == "document" else {})}
        expect_ok(self.dana.put(f"/v1/assessments/{draft.body['id']}/items", body, etag=draft.etag))
        return str(draft.body["id"])

    def distribute(self, assessment: str, **changes: Any) -> str:
        """Distribute an assessment to the whole district."""
        body = {"assessment_id": assessment, "selection": {"whole_district": True}, **changes}
        made = expect_ok(self.dana.post("/v1/distributions", body)).body["id"]
        if "start" not in changes:
            self.machinery.run()
        return str(made)

    def _enter(self) -> None:
        for name, given in BEFORE.items():
            sheet = f"/v1/trackers/{self.trackers[name]}/sheets/{self.assessment}"
            answers = dict(zip(self.students[name], given, strict=True))
            self.enter(self.teacher_of(name), sheet, answers)

    def _add_own(self) -> str:
        """Have the leader's first tracker hold two of their own; the first is taken out again."""
        builders.list_set(self.world)
        classes = keys.class_of_teacher(DISTRICT, "lena", "c1")
        taught = self.world.services.table.get(keys.class_of_course(DISTRICT, "math-3", "c1"))
        assert taught
        self.world.services.table.commit([Put(classes, {"doc": taught["doc"]})])
        tracker = f"/v1/trackers/{self.trackers['c1']}"
        gone, kept, _ = (self.a_test(title) for title in (HOSTILE, "Kept", "Another"))
        for each in (gone, kept):
            expect_ok(self.lena.post(f"{tracker}/assessments", {"assessment_id": each}))
        answers = {self.students["c1"][0]: BEFORE["c1"][0]}
        self.enter(self.lena, f"{tracker}/sheets/{gone}", answers)
        etag = self.lena.get(tracker).etag
        expect_ok(self.lena.delete(f"{tracker}/assessments/{gone}", etag=etag))
        return kept

    def _lose_mail(self) -> None:
        """Have a mail refused, one that waits, and a message that failed too often."""
        world = self.world
        said = AssessmentDelivered(
            assessment=HOSTILE,
            distributed_by=HOSTILE,
            delivered_at="today",
            trackers=(TrackerLine(school=HOSTILE, name=HOSTILE),),
        )
        to = [("lena", said), ("mia", said)]
        lost, waiting = world.services.mails.prepare(self.scheduled, to)
        world.services.table.commit([lost, waiting])
        outbox = world.services.outbox
        mail = outbox.read(lost.key.sk.removeprefix("MAIL#"))
        refused = mail and mail.apply_event(Event.REFUSE, reason="rejected")
        assert mail is not None
        assert refused is not None
        assert outbox.move(mail, refused, world.clock.now())
        url = world.settings.jobs_dead_letters
        failed = json.dumps({"kind": "roster-import", "id": self.roster_import})
        for body in (failed, HOSTILE):
            world.clients.sqs.send_message(QueueUrl=url, MessageBody=body)

    def _act(self, distribution: str, below: str, body: Any = None) -> None:
        path = f"/v1/distributions/{distribution}"
        etag = self.dana.get(path).etag
        expect_ok(self.dana.post(f"{path}/{below}", body, etag=etag))
        self.machinery.run()

    def _correct(self) -> str:
        path = f"/v1/assessments/{self.assessment}"
        first = self.dana.get(f"{path}/items").body["items"][0]
        body = {"items": [{"id": first["id"], "key": ["A"]}], "comment": HOSTILE}
        made = expect_ok(self.dana.post(f"{path}/corrections", body, etag=self.dana.get(path).etag))
        self.world.clock.forward(seconds=3600)
        self.machinery.run()
        return str(made.body["id"])

    def _import(self) -> str:
        body = {
            "title": HOSTILE,
            "standards_set_id": builders.SET,
            "file_name": "new.zip",
            "size": 9,
        }
        return str(expect_ok(self.dana.post("/v1/item-imports", body)).body["id"])

    def _check_roster(self, **teacher: str) -> str:
        """Have a roster of hostile names checked, with somebody whose authority is doubtful."""
        pack = a_district().add("orgs", "d2", name=HOSTILE, type="district")
        pack.add("orgs", "west", name=HOSTILE, type="school", parentSourcedId="d2")
        a_user(pack, "ola", "districtAdministrator", "d2")
        pack.change("users", "ola", familyName=HOSTILE)
        for name in ("tess", "theo"):
            pack.change("users", name, familyName=HOSTILE, **teacher)
        return self._upload("/v1/roster-imports", {}, pack.write_zip())

    def _check_standards(self) -> str:
        """Have a framework of hostile names checked."""
        package = a_package(title=HOSTILE)
        package["CFItems"][0]["fullStatement"] = HOSTILE
        package["CFItems"] += [an_item(name, fullStatement=HOSTILE) for name in ("lost", "alone")]
        said = {"file_name": HOSTILE}
        return self._upload("/v1/standards-imports", said, json.dumps(package).encode())

    def _upload(self, path: str, said: dict[str, str], content: bytes) -> str:
        begun = expect_ok(self.dana.post(path, said)).body
        key = begun["upload"]["fields"]["key"]
        files = self.world.settings.files_bucket
        self.world.clients.s3.put_object(Bucket=files, Key=key, Body=content)
        self.world.services.uploads.handle_event({"detail": {"object": {"key": key}}})
        self.machinery.work()
        return str(begun["id"])

    def _make_trackers(self) -> str:
        """Have trackers made for classes that have one already."""
        classrooms.a_course(self.world, title=HOSTILE)
        body = {"course_ids": ["math-3"], "standards_set_id": builders.SET}
        made = str(expect_ok(self.dana.post("/v1/tracker-batches", body)).body["id"])
        self.machinery.run()
        return made

    # -- opening it ---------------------------------------------------------------------------

    def fill(self, screen: Screen, **other: str) -> str:
        """Return a screen's address, about what there is, or with `other` names in it."""
        path = screen.path
        known = {
            "assessment_id": self.draft,
            "attachment_id": self.attachment,
            "distribution_id": self.distribution,
            "act": "remind" if "/processes/" in path else "recall",
            "printout_id": self.printout,
            "tracker_id": self.trackers["c1"],
            "given_id": self.assessment,
            "import_id": self._import_at(path),
            "set_id": builders.SET,
            "correction_id": self.correction,
            "process_id": self.open_process if "/processes/" in path else self.process,
            "team_id": self.team,
            "page": "analyze",
            "class_id": "c1",
            "student_id": self.students["c1"][0],
            "school_id": "north",
            "person_id": "lena",
            "batch_id": self.batch,
            "name": self._file_at(path),
        }
        about = f"?team={self.team}" if path == "/console/new-process" else ""
        return path.replace("{proxy+}", "no-such-screen").format(**known | other) + about

    def _import_at(self, path: str) -> str:
        if "/roster/" in path:
            return self.roster_import
        return self.standards_import if "/standards-imports/" in path else self.item_import

    def _file_at(self, path: str) -> str:
        if "/files/" not in path:
            return asset_address("console.css").split("/")[-1]
        rooms = {
            "/roster/": "problems",
            "/standards-imports/": "problems",
            "/processes/": "students",
            "/mastery/": "mastery",
            "/sheets/": "analysis",
        }
        return next((name for room, name in rooms.items() if room in path), "schools")

    def addresses(self) -> Iterator[str]:
        """Return the addresses of all pages: of each screen, and whatever else they show."""
        for screen in SCREENS:
            if screen.method == "GET" and screen.path not in NO_PAGES:
                yield self.fill(screen)
        for assessment in (self.assessment, self.draft, self.document):
            at = f"/console/assessments/{assessment}"
            yield from (f"{at}?tab={tab}" for tab in assessment_page.TABS)
            yield from (f"{at}/{form}" for form in ("bank", "key-file", "attachments", "item"))
        items = self.dana.get(f"/v1/assessments/{self.assessment}/items").body["items"]
        for each in items:
            yield f"/console/assessments/{self.assessment}/item?item={each['id']}"
            yield f"/console/assessments/{self.assessment}/correction?item={each['id']}"
        yield f"/console/assessments/{self.assessment}/correction"
        yield from (f"/console/assessments/{self.draft}/item?kind={kind}" for kind in KINDS)
        yield from self._distribution_addresses()
        yield from self._tracker_addresses()
        yield "/console/schools/north?tab=past"
        yield "/console/history?from_date=2026-09-01&to_date=2026-09-30"
        yield f"/console/people/{quote(self.students['c1'][0])}"
        yield from self._roster_addresses()
        yield from (f"/console/teams/{self.team}?tab={tab}" for tab in team_page.TABS)
        yield f"/console/teams/{self.team}?tab=info&find=olga"
        yield f"/console/new-process?team={self.team}&from={self.process}"
        for process in (self.process, self.open_process):
            at = f"/console/processes/{process}"
            yield from (f"{at}?tab={tab}" for tab in process_tabs.TABS)
            yield from (f"{at}/pages/{page}" for page in process_texts.TEXTS)
            yield from (f"{at}/acts/{act}" for act in process_acts.ACTS)
        yield f"/console/processes/{self.open_process}/acts/activate?test=pre&class_id=c1"
        yield f"/console/processes/{self.open_process}/acts/undo-activate?test=pre&class_id=c1"
        said = quote(HOSTILE)
        lists = ("assessments", "distributions", "teams", "library", "schools", "people", "courses")
        yield from (f"/console/{name}?text={said}" for name in lists)
        yield f"/console/assessments/{self.draft}/bank?text={said}"
        yield f"/console/assessments/{self.draft}/distribute?school=north"
        yield f"/console/home?done={said}"
        tracker = self.trackers["c1"]
        yield from (f"/console/mastery/{tracker}?tab={tab}" for tab in mastery_grid.TABS)
        yield f"/console/mastery/{tracker}?tab=standards&by=meeting"
        yield f"/console/mastery/{tracker}?sort={builders.CODES[0]}&order=desc"

    def _roster_addresses(self) -> Iterator[str]:
        for name in (self.roster_import, self.refused_roster):
            yield from (f"/console/roster/{name}?tab={tab}" for tab in roster_import.TABS)
        problems = f"/console/roster/{self.refused_roster}?tab=problems"
        yield f"{problems}&code=blank&file=users.csv&column=givenName"
        yield f"{problems}&severity=warning"
        standards = f"/console/standards-imports/{self.standards_import}"
        yield from (f"{standards}?tab={tab}" for tab in standards_imports.TABS)
        yield f"{standards}?tab=problems&code=parent_missing&file=CFItems"
        yield f"{standards}?tab=problems&severity=error"
        yield f"/console/standards/{builders.SET}?text=a"

    def _tracker_addresses(self) -> Iterator[str]:
        at = f"/console/trackers/{self.trackers['c1']}"
        yield from (f"{at}?tab={tab}" for tab in tracker_page.TABS)
        yield f"{at}?tab=standards&change=yes"
        yield f"{at}?tab=collaborators&find=olga"
        yield f"{at}/add-assessment?whose=all"
        yield "/console/trackers?school_id=north"
        yield from (f"/console/trackers?show={which}" for which in ("past", "archived"))

    def _distribution_addresses(self) -> Iterator[str]:
        for distribution in (self.distribution, self.scheduled, self.recalled, self.canceled):
            at = f"/console/distributions/{distribution}"
            yield from (f"{at}?tab={tab}" for tab in distribution_page.TABS)
            yield from (f"{at}/acts/{act}" for act in distribution_acts.ACTS)
        at = f"/console/distributions/{self.distribution}?tab=results"
        yield from (f"{at}&by={by}" for by in LISTS)
        yield f"{at}&school_id=north"

    def pages(self, person: str = "dana") -> dict[str, ShownPage]:
        """Open everything as somebody: pages only, not files."""
        if person not in _PAGES:
            browser = Browser().sign_in_as(person) if person else Browser()
            found = {each: browser.open(each) for each in dict.fromkeys(self.addresses())}
            _PAGES[person] = {
                address: shown
                for address, shown in found.items()
                if "text/html" in str(shown.headers.get("Content-Type"))
                and "amazon" not in shown.address
            }
        return _PAGES[person]


_PAGES: dict[str, dict[str, ShownPage]] = {}
"""The pages that this process has opened once; nothing of it changes the scene."""


def _name_hostilely(world: World) -> None:
    """Put markup into the names of schools, people, standards and sign-ins."""
    for school in ("north", "south"):
        builders.a_school(world, school, f"{HOSTILE} {school}")
    for name in ("lena", "mia", "noah", "olga"):
        school = "south" if name == "olga" else "north"
        made = builders.a_person(world, name, school, family=HOSTILE)
        listed = {"list_pk": keys.staff(DISTRICT), "list_sk": name}
        item = {"doc": made.model_dump_json(), **listed}
        world.services.table.commit([Put(keys.person(DISTRICT, name), item)])
    found = builders.a_set(world)
    heading = TreeRow("id-heading", "", HOSTILE, "Cluster", None, 0)
    rows = [
        TreeRow(f"id-{code}", code, HOSTILE, "Standard", "id-heading", 1, place)
        for place, code in enumerate(builders.CODES)
    ]
    whole = replace(found, framework_title=HOSTILE, subject=HOSTILE, rows=(heading, *rows))
    (piece,) = documents.parts(whole.rows)
    index = {"version": 1, "doc": documents.index(whole, 1)}
    dana = SignIn(
        username="dana@example.org",
        person="dana",
        given=HOSTILE,
        family=HOSTILE,
        email="dana@example.org",
        roles=frozenset({Role.DISTRICT_ADMIN}),
    )
    world.services.table.commit(
        [
            Put(keys.standards_set(DISTRICT, builders.SET), index),
            Put(keys.standards_rows(DISTRICT, builders.SET, 0), {"doc": piece}),
            roster_sign_in(DISTRICT, dana),
        ]
    )
