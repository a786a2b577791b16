"""`make fuzz`: a stranger's fuzzer on the deployed local stack, as everybody who could ask.

No answer may be a server error, have a status or a type that the OpenAPI document does not
declare for the operation, or differ from its schema.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from openapi.files import build_document
from plumb.local.places import ROOT, LocalPlaces
from plumb.local.session import session
from tests.fuzz.people import Asker, load
from tests.fuzz.walk import ReaderWalk

FUZZER = ROOT / ".venv-fuzz" / "bin" / "schemathesis"
REPORTS = ROOT / "dist" / "fuzz"
LEAST = 10_000
"""Requests in all."""
STUMBLE = "SystemError: AST constructor recursion depth mismatch"
"""A rare warning of CPython 3.11 when threads parse sources at once, as the fuzzer's do."""
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)
LAST = (
    "cancel_distribution",
    "change_tracker",
    "delete_assessment",
    "delete_process",
    "lock_process",
    "put_team_member",
    "recall_distribution",
    "remove_team_member",
    "remove_tracker_assessment",
    "remove_tracker_collaborator",
    "retire_team",
    "sign_out",
    "sign_person_out",
)
"""Operations that close what the others open: they are asked when all others were."""


def main() -> int:
    """Ask as everybody; return 1 when an answer was wrong or too little was asked."""
    shutil.rmtree(REPORTS, ignore_errors=True)
    with tempfile.TemporaryDirectory() as made, session(LocalPlaces(Path(made)), _tell) as up:
        _tell("Loading the demonstration district ...")
        outcomes = [_ask(each, Path(made)) for each in load(up, Path(made))]
    requests = sum(count for count, _ in outcomes)
    _tell(f"{requests} requests in all; the reports are in {REPORTS}")
    if requests < LEAST:
        _tell(f"That is less than {LEAST}.")
    return int(requests < LEAST or not all(good for _, good in outcomes))


def _ask(asker: Asker, folder: Path) -> tuple[int, bool]:
    """Let one person ask; return the number of requests, and whether every answer was right."""
    _tell(f"Asking as {asker.name} ...")
    (folder / "openapi.json").write_text(json.dumps(build_document()))
    (folder / "names.json").write_text(json.dumps(_collect_names(asker)))
    REPORTS.mkdir(parents=True, exist_ok=True)
    parts = {"": "--exclude-operation-id", " at last": "--include-operation-id"}
    outcomes = [
        _run(
            f"{asker.name}{name}", folder, [*_command(asker), *(f"{part}={each}" for each in LAST)]
        )
        for name, part in parts.items()
    ]
    return sum(count for count, _ in outcomes), all(good for _, good in outcomes)


def _run(name: str, folder: Path, command: list[str]) -> tuple[int, bool]:
    report = REPORTS / f"{name.replace(' ', '-')}.txt"
    ended = _fuzz(report, folder, command)
    if ended.returncode and STUMBLE in report.read_text():
        _tell(f"{name}: the fuzzer stumbled over Python itself; asking once more, in one thread")
        ended = _fuzz(report, folder, [*command, "--workers=1"])
    text = report.read_text()
    counted = re.search(r"^ +(\d+) generated", text, re.MULTILINE)
    requests, good = int(counted[1]) if counted else 0, ended.returncode == 0
    _tell(f"{name}: {requests} requests, {'all' if good else 'NOT all'} answered as declared")
    if not good:
        _tell(text[-20_000:])
    return requests, good


def _fuzz(report: Path, folder: Path, command: list[str]) -> subprocess.CompletedProcess[bytes]:
    with report.open("wb") as written:
        return subprocess.run(
            command,
            cwd=folder,
            env={
                **os.environ,
                "SCHEMATHESIS_HOOKS": str(Path(__file__).with_name("hooks.py")),
                "PLUMBLINE_FUZZ_NAMES": str(folder / "names.json"),
            },
            stdout=written,
            stderr=subprocess.STDOUT,
            check=False,
        )


def _collect_names(asker: Asker) -> dict[str, object]:
    walk = ReaderWalk(asker.client, build_document())
    walk.go()
    return {
        "addresses": walk.addresses(),
        "values": walk.values(),
        "versions": walk.versions,
    }


def _command(asker: Asker, *which: str) -> list[str]:
    url, token = asker.client.url, asker.client.token
    signed_in = ["--header", f"Authorization: Bearer {token}"] if token else []
    return [
        str(FUZZER),
        "run",
        "openapi.json",
        f"--url={url}",
        *signed_in,
        *which,
        f"--phases={asker.phases}",
        f"--max-examples={asker.examples}",
        f"--checks={','.join(CHECKS)}",
        "--workers=2",
        "--continue-on-failure",
        "--no-shrink",
        "--seed=1",
        "--generation-database=none",
        "--no-color",
    ]


def _tell(what: str) -> None:
    print(what, flush=True)  # noqa: T201 - the outcome of a command


if __name__ == "__main__":
    sys.exit(main())
