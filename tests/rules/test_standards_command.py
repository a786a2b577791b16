"""`plumb standards check`: what it prints, and with what it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from plumb.standards import app
from tests.support.frameworks import a_package, an_item, with_items

BAD = with_items(an_item("one"))


def run(folder: Path, package: Any, *options: str, earlier: Any = None) -> Result:
    file = folder / "package.json"
    file.write_text(package if isinstance(package, str) else json.dumps(package))
    if earlier is not None:
        (folder / "earlier.json").write_text(json.dumps(earlier))
        options = ("--against", str(folder / "earlier.json"), *options)
    return CliRunner().invoke(app, ["check", str(file), *options], env={"COLUMNS": "80"})


@pytest.mark.parametrize(
    ("package", "verdict", "code"),
    [
        (a_package(), "accept", 0),
        (with_items(an_item("lost")), "warn", 0),
        (BAD, "row-errors", 1),
        ("{", "reject", 1),
    ],
)
def test_it_says_the_verdict_and_ends_with_it(
    tmp_path: Path, package: Any, verdict: str, code: int
) -> None:
    told = run(tmp_path, package)
    assert (told.exit_code, verdict in told.stdout.splitlines()[-1]) == (code, True)


def test_as_json_it_gives_the_whole_report(tmp_path: Path) -> None:
    told = run(tmp_path, BAD, "--json")
    report = json.loads(told.stdout)
    assert (told.exit_code, report["verdict"], report["counts"]["statements"]) == (
        1, "row-errors", 6,
    )  # fmt: skip
    assert set(report["problems"][0]) == {
        "severity", "code", "file", "row", "column", "where", "identifier", "value", "reason",
        "fix", "count", "rows", "examples",
    }  # fmt: skip


def test_nothing_of_a_problem_is_cut_off_on_a_narrow_screen(tmp_path: Path) -> None:
    name = "0b5b1c1e-7a53-4c15-9d0e-" + "0123456789" * 5
    told = run(tmp_path, with_items(an_item(name), an_item(name)))
    assert "Problems: 2" in told.stdout
    assert "…" not in told.stdout


def test_texts_of_the_file_are_never_markup(tmp_path: Path) -> None:
    package = with_items(an_item("[red]x", humanCodingScheme="[bold]"))
    assert "[red]x" in run(tmp_path, package).stdout


def test_against_an_earlier_package_it_holds_what_drops_too_much(tmp_path: Path) -> None:
    small = a_package()
    small["CFItems"], small["CFAssociations"] = small["CFItems"][:3], small["CFAssociations"][:3]
    told = run(tmp_path, small, earlier=a_package())
    assert (told.exit_code, "hold" in told.stdout.splitlines()[-1]) == (1, True)
    assert "2 dropped" in " ".join(told.stdout.split())
    assert run(tmp_path, small, "--drop-limit", "50", earlier=a_package()).exit_code == 0


def test_an_earlier_package_that_could_not_be_imported_is_no_measure(tmp_path: Path) -> None:
    assert run(tmp_path, a_package(), earlier=BAD).exit_code == 2
