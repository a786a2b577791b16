"""The state that results from bulk, delta and absent files, and the state as a package again."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from chalicelib.findings.model import Problem, Verdict
from chalicelib.rosters.check import RosterReport, check, load_earlier, load_state
from chalicelib.rosters.columns import STATE
from chalicelib.rosters.package import open_package
from chalicelib.rosters.state import is_own_state, write_package
from chalicelib.rosters.store import RosterStore, open_store
from tests.support.packages import Pack, a_district, a_user, enroll

State = dict[str, dict[str, tuple[Any, ...]]]


def state(store: RosterStore, generation: str = "new") -> State:
    return {
        file.name: {
            row[0]: row[1:-1]
            for row in store.rows(f"SELECT * FROM {generation}_{file.name}")  # noqa: S608
        }
        for file in STATE
    }


def after(pack: Pack, earlier: Pack) -> tuple[State, RosterReport, list[Problem]]:
    with open_store() as store:
        assert load_earlier(store, earlier.open()).verdict.may_be_applied
        report = check(store, pack.open(), earlier_known=True)
        return state(store), report, list(store.problems())


def a_delta(version: str = "1.2", *files: str) -> Pack:
    pack = Pack(version)
    return pack.only("delta", *files)


def leaving(file: str, sourced_id: str, version: str = "1.2") -> Pack:
    """Return a delta in which one record leaves."""
    district = a_district(version)
    row = next(row for row in district.rows[file] if row["sourcedId"] == sourced_id)
    delta = a_delta(version, file)
    delta.rows[file].append({**row, "status": "tobedeleted"})
    return delta


def test_a_bulk_file_drops_what_it_lacks() -> None:
    now, report, _ = after(a_district().remove("enrollments", "ada-k1"), a_district())
    assert "ada-k1" not in now["enrollments"]
    assert (report.changes["enrollments"].dropped, report.verdict) == (1, Verdict.HOLD)


def test_absent_files_keep_what_was() -> None:
    now, report, problems = after(a_district().only("absent"), a_district())
    assert (report.is_no_change, problems) == (True, [])
    assert len(now["users"]) == 8


def test_a_delta_adds_replaces_and_removes() -> None:
    delta = a_delta("1.2", "users", "roles")
    a_user(delta, "new")
    delta.change("users", "new", status="active").change("roles", "r-new", status="active")
    delta.add("users", "ada", status="active", enabledUser="true", username="ada",
              givenName="Ada", familyName="Lovelace")  # fmt: skip
    delta.add("users", "ben", status="tobedeleted", enabledUser="true", username="ben",
              givenName="Ben", familyName="Example")  # fmt: skip
    now, report, problems = after(delta, a_district())
    assert problems == []
    assert "Lovelace" in now["users"]["ada"]
    assert ("new" in now["users"], "ben" in now["users"]) == (True, False)
    users = report.changes["users"]
    assert (users.added, users.changed, users.dropped) == (1, 1, 1)
    assert users.examples["changed"][0]["columns"] == ["username", "familyName"]


def test_enrollments_and_roles_leave_with_the_person() -> None:
    now, _, problems = after(leaving("users", "ada"), a_district())
    assert problems == []
    assert "ada-k1" not in now["enrollments"]
    assert "r-ada" not in now["roles"]


def test_enrollments_leave_with_the_class() -> None:
    now, _, problems = after(leaving("classes", "k1"), a_district())
    assert problems == []
    assert not any(id_.endswith("-k1") for id_ in now["enrollments"])


@pytest.mark.parametrize(
    ("file", "record"), [("courses", "math3"), ("orgs", "north"), ("academicSessions", "fall")]
)
def test_a_record_with_references_cannot_leave(file: str, record: str) -> None:
    _, report, problems = after(leaving(file, record), a_district())
    assert report.verdict is Verdict.ROW_ERRORS
    blamed = problems[0]
    assert (blamed.code, blamed.file, blamed.row) == ("still_referenced", f"{file}.csv", 2)
    assert blamed.value == record


def test_an_enrollment_that_is_resent_for_somebody_who_leaves_is_an_orphan() -> None:
    delta = leaving("users", "ada")
    delta.modes["enrollments"] = "delta"
    enroll(delta, "ada", "k1")
    delta.change("enrollments", "ada-k1", status="active")
    _, report, problems = after(delta, a_district())
    assert report.verdict is Verdict.ROW_ERRORS
    assert [problem.code for problem in problems] == ["orphan"]


def test_removing_what_is_already_gone_is_no_problem() -> None:
    earlier = a_district()
    for number in range(20):
        a_user(earlier, f"s{number}")
        enroll(earlier, f"s{number}", "k1")
    gone = earlier.copy().remove("enrollments", "ada-k1").remove("roles", "r-ada")
    _, report, problems = after(leaving("users", "ada"), gone.remove("users", "ada"))
    assert (report.verdict, report.is_no_change, problems) == (Verdict.ACCEPT, True, [])


def test_the_same_delta_again_changes_nothing() -> None:
    with open_store() as store:
        load_earlier(store, a_district().open())
        check(store, leaving("users", "ada").open(), earlier_known=True)
        store.age()
        again = check(store, leaving("users", "ada").open(), earlier_known=True)
    assert again.is_no_change


def test_1_1_and_1_2_of_one_district_are_one_state() -> None:
    """Roles are named alike, whichever way they came; only the principal's title is lost in 1.1."""
    earlier = a_district("1.1")
    _, report, problems = after(a_district("1.2"), earlier)
    assert problems == []
    assert not report.changes["users"].total
    assert (report.changes["roles"].added, report.changes["roles"].dropped) == (1, 1)


def test_a_resent_1_1_user_brings_all_roles_again() -> None:
    earlier = a_district("1.1").change("users", "tess", orgSourcedIds="north,south")
    delta = a_delta("1.1", "users")
    delta.add("users", "tess", status="active", enabledUser="true", username="tess", role="teacher",
              givenName="Tess", familyName="Example", orgSourcedIds="south")  # fmt: skip
    now, _, problems = after(delta, earlier)
    assert problems == []
    assert [id_ for id_ in now["roles"] if id_.startswith("tess")] == ["tess~south"]


# -- the state as a package -----------------------------------------------------------------------


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_the_state_written_as_a_package_is_accepted_and_changes_nothing(
    version: str, tmp_path: Path
) -> None:
    with open_store() as store:
        load_earlier(store, a_district(version).open())
        write_package(store, tmp_path / "state.zip", "old")
        again = check(store, tmp_path / "state.zip", earlier_known=True)
        assert (again.verdict, again.is_no_change) == (Verdict.ACCEPT, True)
        assert state(store) == state(store, "old")


def test_the_same_state_gives_the_same_bytes_in_whatever_order_it_came(tmp_path: Path) -> None:
    turned = a_district()
    for rows in turned.rows.values():
        rows.reverse()
    written = []
    for number, pack in enumerate((a_district(), turned)):
        with open_store() as store:
            check(store, pack.open(), earlier_known=False)
            write_package(store, tmp_path / f"{number}.zip")
        written.append((tmp_path / f"{number}.zip").read_bytes())
    assert written[0] == written[1]


def test_the_written_package_holds_nothing_that_is_not_needed(tmp_path: Path) -> None:
    pack = a_district().change("users", "ada", phone="555-1234", identifier="SSN-1")
    with open_store() as store:
        check(store, pack.open(), earlier_known=False)
        write_package(store, tmp_path / "state.zip")
        fresh = check(store, io.BytesIO((tmp_path / "state.zip").read_bytes()), earlier_known=False)
    assert fresh.dropped_cells == {}


def test_a_state_of_an_earlier_release_is_judged_again_and_means_the_same(tmp_path: Path) -> None:
    """Those of 0.3 have no mark: their cells were read by other rules."""
    own, earlier = tmp_path / "own.zip", tmp_path / "earlier.zip"
    with open_store() as store:
        check(store, a_district().open(), earlier_known=True)
        write_package(store, own)
    shutil.copy(own, earlier)
    with zipfile.ZipFile(earlier, "a") as archive:
        archive.comment = b""
    found = []
    for path in (own, earlier):
        with open_store() as store, open_package(path) as package:
            assert is_own_state(package) is (path == own)
            load_state(store, path, as_earlier=True)
            found.append(state(store, "old"))
    assert found[0] == found[1]
    assert all(found[0].values())
