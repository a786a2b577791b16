"""`plumb items check`: what it prints, and with what it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from plumb.items import app
from tests.support.questions import a_choice, a_package, an_item

HALF = a_package(a_choice(title="[red]Good"), an_item("<p>Hm.</p>"))


def run(folder: Path, content: bytes, *options: str) -> Result:
    file = folder / "package.zip"
    file.write_bytes(content)
    return CliRunner().invoke(app, ["check", str(file), *options], env={"COLUMNS": "100"})


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (a_package(a_choice()), 0, "1 imported, 0 unsupported, 0 refused"),
        (HALF, 1, "1 imported, 1 unsupported, 0 refused"),
        (a_package(an_item("<p>Hm.</p>")), 1, "0 imported"),
        (b"no zip", 1, "neither a zip nor XML"),
    ],
)
def test_it_ends_with_the_importable_questions(
    tmp_path: Path, content: bytes, code: int, said: str
) -> None:
    told = run(tmp_path, content)
    assert told.exit_code == code
    assert said in " ".join(told.stdout.split())


def test_as_json_it_gives_every_question_with_its_item(tmp_path: Path) -> None:
    report = json.loads(run(tmp_path, HALF, "--json").stdout)
    assert report["counts"] == {"imported": 1, "unsupported": 1, "refused": 0}
    first, second = report["lines"]
    assert (first["item"]["kind"], first["item"]["key"]) == ("single_choice", ["A"])
    assert (second["item"], second["code"], bool(second["reason"])) == (None, "nothing_asked", True)


def test_texts_of_the_file_are_never_markup(tmp_path: Path) -> None:
    assert "[red]Good" in run(tmp_path, HALF).stdout
