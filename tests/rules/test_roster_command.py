"""`plumb roster check`: what an operator sees, and what a script can rely on."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from plumb.cli import app
from tests.support.packages import Pack, a_district, sample_data


def write_package(folder: Path, pack: Pack, name: str = "roster.zip") -> Path:
    path = folder / name
    path.write_bytes(pack.write_zip())
    return path


def run_check(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(
        app, ["roster", "check", *map(str, arguments)], env={"COLUMNS": "300"}
    )
    return result.exit_code, result.output


def test_a_good_package_ends_with_0_and_says_what_it_holds(tmp_path: Path) -> None:
    code, said = run_check(write_package(tmp_path, a_district()))
    assert code == 0
    assert "roster.zip: accept" in said
    assert "enrollments" in said


def test_a_warning_ends_with_0_too(tmp_path: Path) -> None:
    pack = a_district().change("users", "ada", status="active")
    code, said = run_check(write_package(tmp_path, pack), "--json")
    assert (code, json.loads(said)["verdict"]) == (0, "warn")


def test_errors_end_with_1_and_every_one_is_shown_with_its_place(tmp_path: Path) -> None:
    pack = a_district().change("users", "ada", familyName="")
    pack.change("enrollments", "ben-k1", userSourcedId="[bold]nobody")
    code, said = run_check(write_package(tmp_path, pack))
    assert code == 1
    assert "2 problems" in said
    assert "[bold]nobody" in said
    assert "familyName must not be blank" in said


def test_json_holds_all_problems_and_the_difference(tmp_path: Path) -> None:
    earlier = write_package(tmp_path, a_district(), "earlier.zip")
    later = write_package(tmp_path, a_district().remove("enrollments", "ada-k1"))
    code, said = run_check(later, "--against", earlier, "--json")
    found = json.loads(said)
    assert (code, found["verdict"], found["problems"]) == (1, "hold", [])
    assert found["changes"]["enrollments"]["dropped"] == 1
    assert found["holds"][0]["percent"] == 16.7


def test_the_share_that_may_leave_unasked_can_be_set(tmp_path: Path) -> None:
    earlier = write_package(tmp_path, a_district(), "earlier.zip")
    later = write_package(tmp_path, a_district().remove("enrollments", "ada-k1"))
    assert run_check(later, "--against", earlier, "--drop-limit", 50)[0] == 0


def test_an_earlier_package_that_is_no_good_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "earlier.zip"
    broken.write_bytes(b"no zip")
    assert run_check(write_package(tmp_path, a_district()), "--against", broken)[0] == 2


def test_a_file_that_is_no_zip_is_a_verdict_and_no_crash(tmp_path: Path) -> None:
    broken = tmp_path / "roster.zip"
    broken.write_bytes(b"no zip")
    code, said = run_check(broken)
    assert code == 1
    assert "reject" in said


_MEASURED = """
import resource, sys
from pathlib import Path
from chalicelib.rosters.check import check, load_earlier
from chalicelib.rosters.difference import changes
from chalicelib.rosters.store import open_store
folder = Path(sys.argv[1])
with open_store() as store:
    load_earlier(store, folder / "oneroster-1.1-bulk.zip")
    report = check(store, folder / "oneroster-1.1-delta.zip", earlier_known=True)
    written = sum(1 for _ in changes(store))
# Linux's ru_maxrss is inherited over fork and exec, here from a test process of any size
proc = Path("/proc/self/status")
if proc.exists():
    status = dict(line.split(":", 1) for line in proc.read_text().splitlines())
    peak = int(status["VmHWM"].split()[0]) // 1024
else:
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    peak = used // (1024 * 1024 if sys.platform == "darwin" else 1024)
print(report.verdict, report.counts["enrollments"], written, peak)
"""


@pytest.mark.slow
def test_a_large_district_is_checked_in_little_memory() -> None:
    """35,176 users and 192,743 enrollments, then a delta: the whole process stays under 256 MB."""
    folder = sample_data() / "district-large"
    command = [sys.executable, "-c", _MEASURED, str(folder)]
    said = subprocess.run(command, check=True, capture_output=True, text=True)
    verdict, enrollments, written, megabytes = said.stdout.split()
    assert (verdict, enrollments) == ("accept", "192443")
    assert int(written) > 0
    assert int(megabytes) < 256
