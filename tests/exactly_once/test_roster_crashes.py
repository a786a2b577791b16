"""Does the roster come into force whole, when anything fails at any call to AWS?"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from functools import cache, cached_property
from typing import Any

import pytest

import app
from chalicelib import wiring
from chalicelib.acts import Act, Caller
from chalicelib.clock import from_instant
from chalicelib.processes.scores import ResultStatus
from chalicelib.results.model import Scored, Sheet, StudentResults
from chalicelib.results.repository import sheet_put
from chalicelib.rosters.imports.model import COMPARING, LEASE
from chalicelib.rosters.imports.repository import ImportFenced, RosterImportRepository
from chalicelib.rosters.imports.worker import RosterWorker
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put, Update, Write
from chalicelib.storage.table import ConditionFailed
from chalicelib.teams.model import Colleague, Team
from chalicelib.trackers.model import Tracker
from chalicelib.trackers.repository import TrackerRepository, creation
from chalicelib.wiring import Services
from simulator.faults import Crash, Fault, Sending
from tests.api.team_scene import a_process_of
from tests.exactly_once.district import our_table
from tests.exactly_once.driver import Workload, survives
from tests.exactly_once.stack import DISTRICT, Cloud, Reply, Stack
from tests.support import sheets
from tests.support.packages import Pack, a_district, a_user, enroll
from tests.support.process_rows import a_class, a_row
from tests.support.stored_sheets import summaries

BUCKET = "files"
PROCESS = "P-Unit 4"
AT_ONCE = 12
"""Changes a transaction here, so that a small district takes several."""
PATIENCE = 3600.0


class RosterStack(Stack):
    """A stack whose importer works in small steps."""

    changes_at_once = AT_ONCE

    def services(self) -> Services:
        made = super().services()
        made.roster_worker = RosterWorker(
            made.roster_import_items,
            made.roster_imports,
            made.files,
            made.districts,
            made.accounts,
            lambda: made.jobs,
            made.clock,
            DISTRICT,
            lambda: (made.tracker_following, made.row_following),
            lambda: made.renewal_work,
            lambda: made.sheets,
            self.changes_at_once,
            self._monotonic,
        )
        return made

    def _monotonic(self) -> float:
        """Nothing takes long."""
        return 0.0

    def import_roster(self, pack: Pack, name: str, *, told: bool = True) -> Reply:
        """Upload, wait for the check, apply, wait until all is quiet. `told`: S3's event comes."""
        path = self.begin_applying(pack, name, told=told)
        self.settle()
        return self.ask("GET", path)

    def begin(self, name: str) -> Reply:
        """Begin an import, or read again how it began."""
        return self.ask("POST", "/v1/roster-imports", {}, key=f"{name}-begin")

    def begin_applying(self, pack: Pack, name: str, *, told: bool = True) -> str:
        """Upload, wait for the check, and ask to apply it; return where the import is."""
        begun = self.begin(name)
        path = f"/v1/roster-imports/{begun.body['id']}"
        self._upload(begun.body["upload"]["fields"]["key"], pack, told=told)
        self.settle()
        found = self.ask("GET", path)
        assert found.body["state"] in ("ready", "held"), found.body
        waiting = [each["person_id"] for each in found.body["unconfirmed_admins"]]
        self.ask(
            "POST", f"{path}/application",
            {"confirm_drops": True, "granted_person_ids": waiting},
            key=f"{name}-apply", version=found.body["version"],
        )  # fmt: skip
        return str(path)

    def _upload(self, key: str, pack: Pack, *, told: bool) -> None:
        self.cloud.files.put_object(Bucket=BUCKET, Key=key, Body=pack.write_zip())
        event: dict[str, Any] = {
            "version": "0",
            "account": "0",
            "region": "us-east-1",
            "time": "",
            "id": "s3",
        }
        event |= {"source": "aws.s3", "detail-type": "Object Created", "resources": []}
        for _ in range(3 if told else 0):
            try:
                self.invoke(app.file_uploaded, {**event, "detail": {"object": {"key": key}}})
            except (Exception, Crash):  # noqa: BLE001, S112 - EventBridge does not ask what it was
                continue
            return

    @property
    def documents(self) -> dict[str, Any]:
        """Everything of the roster that is in the table, by key."""
        kinds = ("SCHOOLS", "COURSE", "PERSON", "CLASS", "SIGNIN")
        found = {}
        for item in self.cloud.table.items():
            is_sheet = item["sk"]["S"].startswith("SHEET#")
            if (
                item["pk"]["S"].split("#")[1] in kinds
                and not is_sheet
                and not item["pk"]["S"].endswith("#TRACKERS")
            ):
                found[item["pk"]["S"] + " " + item["sk"]["S"]] = item["doc"]["S"]
        return found

    @property
    def trackers(self) -> set[tuple[str, str]]:
        """The trackers as they are, and every row that says the same."""
        found = set()
        for item in self.cloud.table.items():
            of, at = item["pk"]["S"], item["sk"]["S"]
            if "TRACKER" in of:
                text = item["doc"]["S"] + item["fit"]["S"] if "doc" in item else item["r"]["S"]
                found.add((f"{of} {at}", text))
        return found

    @property
    def awaited(self) -> dict[str, list[str]]:
        """Return the awaited students in each class of the process."""
        opened = wiring.services().process_items.open(DISTRICT, PROCESS)
        assert opened is not None
        return {
            each.school_class: sorted(
                score.student
                for score in each.pre or ()
                if score.standing == ResultStatus.NOT_ENTERED
            )
            for each in opened.scores
        }

    @property
    def kept(self) -> set[str]:
        """The imports of which files are kept, and what was uploaded and is still there."""
        files = [key for _, key in self.cloud.files.objects]
        kept = {key.split("/")[1] for key in files if key.startswith("rosters/")}
        return kept | {key for key in files if key.startswith("uploads/")}

    @property
    def dead(self) -> int:
        return len(self.cloud.queues.dead("jobs"))


class HastyStack(RosterStack):
    """A worker does one step, and is out of time."""

    _seconds = 0.0

    def _monotonic(self) -> float:
        self._seconds += PATIENCE
        return self._seconds


def before() -> Pack:
    return a_district()


def after() -> Pack:
    """Somebody comes, somebody goes, somebody changes a name, a class and a school change.

    The roster disables Theo: his sign-in goes, and his account is disabled. Ola, who administers
    another district's office, becomes a district administrator by name.
    """
    pack = a_district().remove("users", "dee").remove("roles", "r-dee")
    pack.remove("enrollments", "dee-k2").change("users", "ada", familyName="Lovelace")
    pack.change("orgs", "north", name="Northern School").change("classes", "k2", title="New k2")
    pack.change("users", "theo", enabledUser="false")
    pack.add("orgs", "d2", name="Other District", type="district")
    a_user(pack, "ola", "districtAdministrator", "d2")
    for name in ("eve", "fay", "gus", "hal", "ida", "joe", "kim", "lou"):
        a_user(pack, name, "teacher" if name > "h" else "student")
        enroll(pack, name, "k1", "teacher" if name > "h" else "student")
    return pack


@cache
def a_loaded_cloud() -> Cloud:
    """A cloud with the district as it was before, loaded twice: the third import ends the first."""
    stack = RosterStack(Cloud())
    stack.import_roster(before().change("users", "ada", familyName="Byron"), "zeroth")
    assert stack.import_roster(before(), "first").body["state"] == "applied"
    for name in ("tess", "theo"):
        invited = stack.ask("POST", f"/v1/people/{name}/invitation", key=f"invite-{name}")
        assert invited.status == 200
    _make_trackers()
    _begin_process()
    _enter_results()
    return stack.cloud


def _make_trackers() -> None:
    """Make some as release 0.3.0 did, which knew nothing of the end of a class."""
    for number in range(5):
        made = Tracker(
            id=f"01T{number}", title="M", school="north", class_id="k1" if number else "k2",
            class_title="M", set_id="jf.math.3", mask=1, levels=3,
            owner="tess" if number else "theo", owner_name="Tess Example", created="2026",
        )  # fmt: skip
        wiring.services().table.commit(creation(DISTRICT, made))


def _begin_process() -> None:
    """Begin one with both classes, as release 0.3.0 did: nobody in them has dates."""
    tess = Colleague(id="tess", name="Tess Example")
    team = Team(id="01TEAM", name="Grade 3", leaders=(tess,), created="2026-09-01T12:00:00.000Z")
    classes = (
        a_class("k1", "tess", {"ada": 13, "ben": 11}),
        a_class("k2", "theo", {"cai": 9, "dee": "not_entered"}),
    )
    rows = [a_row(DISTRICT, PROCESS, each) for each in classes]
    head = a_process_of(team, district=DISTRICT)[:2]
    wiring.services().table.commit([*head, *rows])


def _enter_results() -> None:
    """Both students of k1 are complete on a test."""
    scored = Scored(("1",), (1,), ("50", "80"))
    rows = tuple(
        StudentResults(name, changed=1, cells=("=1",), earned=("1",)) for name in ("ada", "ben")
    )
    made = Sheet(
        "k1", "TEST", "north", "tess", "01T1", "", "2026-09-14", 2, scored, rows, version=1
    )
    table = wiring.services().table
    item = sheets.ITEMS[3].model_copy(update={"points": "1"})
    table.commit(sheets.a_test(DISTRICT, sheets.a_header(items=(item,)), (item,)))
    table.commit([Update(keys.assessment_header(DISTRICT, "TEST"), {"scored": True})])
    table.commit([sheet_put(DISTRICT, made)])


@cache
def load_wanted() -> dict[str, Any]:
    """Load the documents of the future district into an empty cloud."""
    stack = RosterStack(Cloud())
    stack.import_roster(after(), "only")
    return stack.documents


@cache
def calm_run() -> tuple[Sending, ...]:
    stack = RosterStack(a_loaded_cloud().copy())
    stack.import_roster(after(), "second")
    assert stack.documents == load_wanted()
    assert stack.trackers == trackers_wanted()
    return tuple(stack.line.sendings)


@cache
def trackers_wanted() -> set[tuple[str, str]]:
    """The trackers in step with their classes, each with a row for everyone who teaches its class.

    There are the trackers, their rows, and those of six teachers of k1 and of the one of k2.
    """
    stack = RosterStack(a_loaded_cloud().copy())
    stack.import_roster(after(), "second")
    found = stack.trackers
    assert len(found) == 5 + 5 + 4 * 6 + 1
    whole = [text for key, text in found if key.endswith(" TRACKER")]
    assert all('"ends":"2026-12-19"' in text for text in whole)
    return found


def check_whole(stack: RosterStack, done: Reply) -> None:
    assert done.body["state"] == "applied"
    assert done.body["done"] == done.body["total"]
    assert stack.documents == load_wanted()
    assert stack.trackers == trackers_wanted()
    assert stack.awaited == {"k1": ["eve", "fay", "gus"], "k2": []}
    (summary,) = summaries(our_table(stack.cloud), DISTRICT, "TEST").values()
    assert (summary.complete, summary.enrolled) == (2, 5), "with those who came"
    roster = stack.ask("GET", "/v1/roster").body
    assert roster["current_import_id"] == done.body["id"]
    assert stack.kept == {roster["current_import_id"], roster["previous_import_id"]}
    assert stack.dead == 0
    assert stack.quiet
    known = stack.cloud.pool.accounts.known
    assert '"district_admin"' in stack.documents[f"{DISTRICT}#PERSON#ola PERSON"]
    enabled = {name: known[f"{name}@example.org"].enabled for name in ("tess", "theo")}
    assert enabled == {"tess": True, "theo": False}


def test_the_calm_run_takes_several_transactions() -> None:
    transactions = [c for c in calm_run() if str(c) == "dynamodb.transact_write_items"]
    assert len([c for c in transactions if len(c.params["TransactItems"]) == AT_ONCE + 1]) >= 2


def apply_the_second(stack: RosterStack) -> None:
    stack.begin_applying(after(), "second")


def it_is_in_force(stack: RosterStack) -> None:
    begun = stack.begin("second").body["id"]
    check_whole(stack, stack.ask("GET", f"/v1/roster-imports/{begun}"))


SECOND = Workload(
    "a second roster",
    a_loaded_cloud,
    apply_the_second,
    it_is_in_force,
    RosterStack,
    brought_back=False,
)


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_whatever_fails_the_roster_comes_into_force_whole(fault: Fault) -> None:
    assert survives(SECOND, fault) > 0


def slightly_after() -> Pack:
    """Return the district as it was, but for one name: what that changes is known by the check."""
    return before().change("users", "pria", familyName="Other").change("orgs", "north", name="N")


@cache
def load_slightly_wanted() -> dict[str, Any]:
    stack = RosterStack(Cloud())
    stack.import_roster(slightly_after(), "only")
    return stack.documents


def apply_a_slight_one(stack: RosterStack) -> None:
    path = stack.begin_applying(slightly_after(), "slight")
    names = [key for _, key in stack.cloud.files.objects if key.startswith("rosters/")]
    assert path
    assert [name for name in names if name.endswith("-changes.jsonl.gz")]


def the_slight_one_is_in_force(stack: RosterStack) -> None:
    begun = stack.begin("slight").body["id"]
    done = stack.ask("GET", f"/v1/roster-imports/{begun}").body
    assert (done["state"], done["done"], done["total"]) == ("applied", 3, 3)
    assert (stack.dead, stack.quiet) == (0, True)
    current, previous = (
        stack.ask("GET", "/v1/roster").body[f"{which}_import_id"]
        for which in ("current", "previous")
    )
    assert stack.kept == {current, previous}
    assert stack.documents == load_slightly_wanted()


class OneByOne(RosterStack):
    """A worker that makes one change a transaction, and is out of time after each."""

    changes_at_once = 1
    _seconds = 0.0

    def _monotonic(self) -> float:
        self._seconds += PATIENCE
        return self._seconds


SLIGHT = Workload(
    "a roster that changes little",
    a_loaded_cloud,
    apply_a_slight_one,
    the_slight_one_is_in_force,
    OneByOne,
    brought_back=False,
)


@pytest.mark.parametrize("fault", Fault, ids=lambda fault: fault.name.lower())
def test_whatever_fails_what_the_check_found_is_written_once(fault: Fault) -> None:
    assert survives(SLIGHT, fault) > 0


class WatchingStack(RosterStack):
    """A stack that notes how long a worker's lease is when it begins."""

    def _monotonic(self) -> float:
        for item in self.cloud.table.items():
            if "lease_until" in item:
                self.leases.add(from_instant(item["lease_until"]["S"]) - self.now)
        return 0.0

    @cached_property
    def leases(self) -> set[timedelta]:
        return set()


@pytest.mark.parametrize(("pack", "lease"), [(after, COMPARING), (slightly_after, LEASE)])
def test_a_worker_that_compares_keeps_others_off_for_longer(
    pack: Callable[[], Pack], lease: timedelta
) -> None:
    stack = WatchingStack(a_loaded_cloud().copy())
    stack.import_roster(pack(), "second")
    assert max(stack.leases) == lease


@pytest.mark.parametrize("seed", range(25))
def test_messages_doubled_and_reordered_change_nothing(seed: int) -> None:
    stack = RosterStack(a_loaded_cloud().copy(seed=seed))
    check_whole(stack, stack.import_roster(after(), "second"))


def test_a_worker_out_of_time_hands_over_to_the_next() -> None:
    stack = HastyStack(a_loaded_cloud().copy())
    check_whole(stack, stack.import_roster(after(), "second"))


def test_without_s3s_word_the_upload_is_found_all_the_same() -> None:
    stack = RosterStack(a_loaded_cloud().copy())
    check_whole(stack, stack.import_roster(after(), "second", told=False))


def test_a_late_duplicate_cannot_bring_an_earlier_roster_back() -> None:
    stack = RosterStack(a_loaded_cloud().copy())
    first = stack.import_roster(after(), "second")
    stack.import_roster(before(), "third")
    now = stack.documents
    message = {"kind": "roster-import", "id": first.body["id"]}
    stack.cloud.queues.send_message(
        QueueUrl=stack.cloud.urls["jobs"], MessageBody=json.dumps(message)
    )
    stack.settle()
    assert stack.documents == now


def test_a_worker_that_lost_its_lease_writes_nothing_more() -> None:
    """It slept through its lease while another one finished and a third import came into force."""
    stack = RosterStack(a_loaded_cloud().copy())
    first = stack.import_roster(after(), "second")
    late = [Put(keys.school(DISTRICT, "north"), {"doc": "late"})]
    with pytest.raises(ImportFenced):
        wiring.services().roster_import_items.advance(
            DISTRICT, (first.body["id"], "sleeper", stack.now.isoformat()), late, 0
        )
    assert stack.documents == load_wanted()


# -- two workers, one import -----------------------------------------------------------------------

AT = "2026-09-14T17:00:00.000Z"
UNTIL = "2026-09-14T17:06:00.000Z"
LATER = "2026-09-14T17:06:00.001Z"
"""By then the lease is over."""


def one_to_apply() -> tuple[Cloud, str]:
    """Return an idle cloud whose second roster waits to be applied; and its id."""
    stack = RosterStack(a_loaded_cloud().copy())
    path = stack.begin_applying(after(), "second")
    return stack.cloud, path.rpartition("/")[2]


def a_change(name: str, doc: str) -> list[Write]:
    return [Put(keys.school(DISTRICT, name), {"doc": doc})]


def test_an_import_is_applied_by_one_worker_at_a_time() -> None:
    cloud, name = one_to_apply()
    kept = RosterImportRepository(our_table(cloud))
    assert kept.lease(DISTRICT, name, "first", AT, UNTIL) == 0
    with pytest.raises(ImportFenced):
        kept.lease(DISTRICT, name, "second", AT, UNTIL)
    assert kept.advance(DISTRICT, (name, "first", UNTIL), a_change("a", "1"), 0) == 1
    assert kept.lease(DISTRICT, name, "second", LATER, "2026-09-14T18:00:00.000Z") == 1
    with pytest.raises(ImportFenced):
        kept.advance(DISTRICT, (name, "first", UNTIL), a_change("a", "2"), 1)


def test_nobody_applies_an_import_that_is_in_force() -> None:
    stack = RosterStack(a_loaded_cloud().copy())
    name = stack.import_roster(after(), "second").body["id"]
    with pytest.raises(ImportFenced):
        RosterImportRepository(our_table(stack.cloud)).lease(DISTRICT, name, "late", AT, UNTIL)


def test_a_step_of_an_import_that_comes_late_changes_nothing() -> None:
    """Its holder went on since: neither the roster nor the count of what is done goes back."""
    cloud, name = one_to_apply()
    kept = RosterImportRepository(our_table(cloud))
    lease = (name, "first", UNTIL)
    kept.lease(DISTRICT, name, "first", AT, UNTIL)
    assert kept.advance(DISTRICT, lease, a_change("a", "1"), 0) == 1
    assert kept.advance(DISTRICT, lease, [*a_change("a", "2"), *a_change("b", "2")], 1) == 3
    with pytest.raises(ImportFenced):
        kept.advance(DISTRICT, lease, a_change("a", "1"), 0)
    found = our_table(cloud).get(keys.school(DISTRICT, "a"))
    assert found is not None
    assert found["doc"] == "2"
    assert kept.get(DISTRICT, name).done == 3


def test_a_step_of_an_import_whose_answer_was_lost_is_done_once() -> None:
    """The same step again says how much is done, and writes nothing."""
    cloud, name = one_to_apply()
    kept = RosterImportRepository(our_table(cloud))
    lease = (name, "first", UNTIL)
    kept.lease(DISTRICT, name, "first", AT, UNTIL)
    for doc in ("1", "again"):
        assert kept.advance(DISTRICT, lease, a_change("a", doc), 0) == 1
    found = our_table(cloud).get(keys.school(DISTRICT, "a"))
    assert found is not None
    assert found["doc"] == "1"


def test_a_teacher_who_changes_a_tracker_while_an_import_does_is_not_overwritten() -> None:
    """Nothing of the importer's transaction is written then; it looks again, and both stand."""
    stack = RosterStack(a_loaded_cloud().copy())
    known = wiring.services()
    taught = {"k1": known.rosters.class_as_kept(DISTRICT, "k1").row()}
    late = known.tracker_following.writes(DISTRICT, ["01T1"], taught, 98)
    trackers = TrackerRepository(known.table)
    [stored] = trackers.several(DISTRICT, ["01T1"])
    changed = stored.model_copy(update={"title": "Ours", "version": 2})
    act = Act(Caller(DISTRICT, "tess", today="2026-09-14"), "change", stack.now)
    trackers.save(act, stored, changed, changed)
    with pytest.raises(ConditionFailed):
        known.table.commit(late)
    stack.import_roster(after(), "second")
    [found] = trackers.several(DISTRICT, ["01T1"])
    assert (found.title, found.ends) == ("Ours", "2026-12-19")


def test_a_teacher_who_saves_while_an_import_brings_the_class_along_is_not_overwritten() -> None:
    stack = RosterStack(a_loaded_cloud().copy())
    known = wiring.services()
    k1 = known.rosters.class_as_kept(DISTRICT, "k1")
    late = known.row_following.writes(DISTRICT, [f"{PROCESS}#k1"], {"k1": k1.row()}, 98)
    saved = a_row(DISTRICT, PROCESS, a_class("k1", "tess", {"ada": 13, "ben": 11, "eve": 20}))
    known.table.commit([saved])
    assert late, "names differ"
    with pytest.raises(ConditionFailed):
        known.table.commit(late)
    stack.import_roster(after(), "second")
    assert stack.awaited == {"k1": ["fay", "gus"], "k2": []}
