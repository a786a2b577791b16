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

from plumb.local.places import ROOT, Places
from plumb.local.session import session
from tests.fuzz.people import Asker, load
from tests.fuzz.walk import Walk

FUZZER = ROOT / ".venv-fuzz" / "bin" / "schemathesis"
REPORTS = ROOT / "dist" / "fuzz"
LEAST = 10_000
"""Requests in all."""
CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
)
LEFT_OUT = ("sign_out", "sign_person_out")
"""Who uses them ends the very sign-in with which the rest is asked."""


def main() -> int:
    """Ask as everybody; give 1 when an answer was wrong or too little was asked."""
    shutil.rmtree(REPORTS, ignore_errors=True)
    with tempfile.TemporaryDirectory() as made, session(Places(Path(made)), _tell) as up:
        _tell("Loading the demonstration district ...")
        outcomes = [_ask(each, Path(made)) for each in load(up, Path(made))]
    requests = sum(count for count, _ in outcomes)
    _tell(f"{requests} requests in all; the reports are in {REPORTS}")
    if requests < LEAST:
        _tell(f"That is less than {LEAST}.")
    return int(requests < LEAST or not all(good for _, good in outcomes))


def _ask(asker: Asker, folder: Path) -> tuple[int, bool]:
    """Let one person ask; give how many requests that were, and whether every answer was right."""
    _tell(f"Asking as {asker.name} ...")
    known = folder / f"{asker.name}.json"
    known.write_text(json.dumps(_known(asker)))
    report = REPORTS / f"{asker.name}.txt"
    report.parent.mkdir(parents=True, exist_ok=True)
    with report.open("wb") as written:
        ended = subprocess.run(
            _command(asker),
            cwd=folder,
            env={
                **os.environ,
                "SCHEMATHESIS_HOOKS": str(Path(__file__).with_name("hooks.py")),
                "PLUMBLINE_FUZZ_NAMES": str(known),
            },
            stdout=written,
            stderr=subprocess.STDOUT,
            check=False,
        )
    text = report.read_text()
    counted = re.search(r"^ +(\d+) generated", text, re.MULTILINE)
    requests, good = int(counted[1]) if counted else 0, ended.returncode == 0
    _tell(f"{asker.name}: {requests} requests, {'all' if good else 'NOT all'} answered as declared")
    if not good:
        _tell(text[-20_000:])
    return requests, good


def _known(asker: Asker) -> dict[str, object]:
    walk = Walk(asker.client, asker.client.get("/v1/openapi.json"))
    walk.go()
    return {
        "addresses": walk.addresses(),
        "values": walk.values(),
        "versions": walk.versions,
    }


def _command(asker: Asker) -> list[str]:
    url, token = asker.client.url, asker.client.token
    signed_in = ["--header", f"Authorization: Bearer {token}"] if token else []
    return [
        str(FUZZER),
        "run",
        f"{url}/v1/openapi.json",
        f"--url={url}",
        *signed_in,
        f"--phases={asker.phases}",
        f"--max-examples={asker.examples}",
        f"--checks={','.join(CHECKS)}",
        *(f"--exclude-operation-id={each}" for each in LEFT_OUT),
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
