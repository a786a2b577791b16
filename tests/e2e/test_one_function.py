"""The commands by which CONTRIBUTING.md runs one function of the stack, as they stand there."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.e2e.conftest import LoadedStack

ROOT = Path(__file__).resolve().parents[2]
PRINTED = (
    '"username": "esme.oakhurst"',
    "None",
    "{'batchItemFailures': []}",
    "Breakpoint 1 at ",
)
"""Something that each command prints, in their order."""


def read_commands() -> list[str]:
    page = (ROOT / "CONTRIBUTING.md").read_text().partition("## Debug one function")[2]
    blocks = re.findall(r"```sh\n(.*?)```", page.partition("\n## ")[0], re.DOTALL)
    return [line for block in blocks for line in block.replace("\\\n", " ").splitlines()]


@pytest.mark.parametrize("number", range(len(PRINTED)))
def test_one_function_runs_in_a_process_of_its_own(
    deployed: LoadedStack, folder: Path, number: int
) -> None:
    done = subprocess.run(
        ["/bin/bash", "-c", read_commands()[number]],
        cwd=ROOT,
        env={**os.environ, "PLUMB_FOLDER": str(folder)},
        input="quit\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert PRINTED[number] in done.stdout, done.stdout + done.stderr


def test_each_command_is_tried() -> None:
    assert len(read_commands()) == len(PRINTED)
