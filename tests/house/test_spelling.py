"""Words are spelled as in the United States, in names as well as in sentences.

`typos` reads every file and cuts names into words. Its list of exceptions, each with a reason,
stands in `pyproject.toml`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.house.sources import ROOT

TYPOS = Path(sys.executable).with_name("typos")


def check(folder: Path | str) -> list[str]:
    found = subprocess.run(
        [TYPOS, "--format", "brief", "--config", ROOT / "pyproject.toml", folder],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.returncode in (0, 2), found.stderr
    return found.stdout.splitlines()


def test_every_word_is_spelled_as_in_the_united_states() -> None:
    assert not check(".")


def test_a_name_in_british_spelling_is_found(tmp_path: Path) -> None:
    (tmp_path / "names.py").write_text("colour_of_class = 1  # the enrolments\n")  # typos: ignore
    assert len(check(tmp_path)) == 2
