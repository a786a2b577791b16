"""Every block of docs/tutorial.md, pasted into a shell on a stack that `plumb run` has brought up.

The text below a block is its output; `...` stands for anything, blanks and line ends do not count.
A refusal that the page does not show fails.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "tutorial.md"
END = "\x1e"
"""Printed after each block."""
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
REFUSED = re.compile(r'"status": ?[45]\d\d')


@dataclass(frozen=True)
class Block:
    """Commands of the page, and what they print."""

    commands: str
    printed: str

    def matches(self, output: str) -> bool:
        """Whether this is what came, but for blanks and for what the page leaves out."""
        wanted = (re.escape(_without_blanks(part)) for part in self.printed.split("..."))
        return bool(re.fullmatch(".*".join(wanted), _without_blanks(output)))


def read_blocks(page: str) -> list[Block]:
    """Return each `sh` block with the block of another kind that follows it."""
    found = BLOCK.findall(page)
    after = [*found[1:], ("", "")]
    return [
        Block(commands, printed if kind != "sh" else "")
        for (language, commands), (kind, printed) in zip(found, after, strict=True)
        if language == "sh"
    ]


def _without_blanks(text: str) -> str:
    return re.sub(r"[\s\ufeff]+", "", text)


@pytest.fixture(scope="module")
def brought_up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Let `plumb run` bring the demonstration up in a folder of its own, as `make run` does."""
    folder = tmp_path_factory.mktemp("tutorial")
    command = [sys.executable, "-m", "plumb", "run", "--json", "--folder", str(folder)]
    with (
        (folder / "shown.txt").open("w") as shown,
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=shown) as running,
    ):
        try:
            assert running.stdout is not None
            line = running.stdout.readline()
            assert line, (folder / "shown.txt").read_text()
            assert json.loads(line)["api"].endswith("/v1")
            yield folder
        finally:
            running.send_signal(signal.SIGINT)
            running.wait(timeout=120)


def run(blocks: list[Block], folder: Path) -> list[str]:
    """Run the blocks in one shell, as far as none fails; return what each printed."""
    script = "\n".join(f"{block.commands}\nprintf '{END}'" for block in blocks)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("AWS_")}
    done = subprocess.run(
        ["/bin/bash", "-c", f"set -euo pipefail\n{script}"],
        cwd=ROOT,
        env={**environment, "PLUMB_FOLDER": str(folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=900,
    )
    return done.stdout.split(END)


def test_the_tutorial_does_what_it_says(brought_up: Path) -> None:
    blocks = read_blocks(PAGE.read_text())
    assert len(blocks) > 15
    printed = run(blocks, brought_up)
    assert len(printed) == len(blocks) + 1, (
        f"this failed:\n{blocks[len(printed) - 1].commands}{printed[-1]}"
    )
    for block, output in zip(blocks, printed, strict=False):
        assert block.matches(output), (
            f"{block.commands}\nprints\n{output}\nand not\n{block.printed}"
        )
        assert block.printed or not REFUSED.search(output), output
