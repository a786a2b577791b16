"""Runs in a fresh process against the table of another, with a build's own code: one import's step.

python -m bench.rosters_worker check|apply DESCRIPTOR TREE FOLDER ARGUMENT SLICE
"""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bench.deliver_worker import peak
from bench.environment import set_environment
from bench.requests import Context, event
from bench.wire_line import RESET, WireLine

PATH = "/v1/roster-imports"
PATIENCE = 1_000.0
"""More seconds than any slice has."""


class FolderBucket:
    """S3 on this machine's disk: its memory and its answers cost the worker what S3's would."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.calls = Counter[str]()

    def _path(self, key: str) -> Path:
        return self._folder / key.replace("/", "~")

    def put_object(self, *, Key: str, Body: Any, **_: Any) -> dict[str, Any]:  # noqa: N803
        self.calls["put_object"] += 1
        with self._path(Key).open("wb") as target:
            pieces = [Body] if isinstance(Body, bytes) else iter(lambda: Body.read(1 << 20), b"")
            target.writelines(pieces)
        return {}

    def get_object(self, *, Key: str, **_: Any) -> dict[str, Any]:  # noqa: N803
        self.calls["get_object"] += 1
        return {"Body": _Stream(self._open(Key, "NoSuchKey"))}

    def head_object(self, *, Key: str, **_: Any) -> dict[str, Any]:  # noqa: N803
        self.calls["head_object"] += 1
        with self._open(Key, "404") as file:
            return {"ContentLength": file.seek(0, 2)}

    def delete_object(self, *, Key: str, **_: Any) -> dict[str, Any]:  # noqa: N803
        self.calls["delete_object"] += 1
        self._path(Key).unlink(missing_ok=True)
        return {}

    def list_objects_v2(self, *, Prefix: str, **_: Any) -> dict[str, Any]:  # noqa: N803
        self.calls["list_objects_v2"] += 1
        names = (each.name.replace("~", "/") for each in self._folder.iterdir())
        return {"Contents": [{"Key": name} for name in names if name.startswith(Prefix)]}

    def generate_presigned_post(self, *, Key: str, **_: Any) -> dict[str, Any]:  # noqa: N803
        return {"url": "https://files.example", "fields": {"key": Key}}

    def _open(self, key: str, code: str) -> Any:
        from botocore.exceptions import ClientError

        try:
            return self._path(key).open("rb")
        except FileNotFoundError as error:
            raise ClientError({"Error": {"Code": code}}, "S3") from error


class _Stream:
    def __init__(self, file: Any) -> None:
        self._file = file

    def iter_chunks(self, size: int) -> Any:
        with self._file:
            yield from iter(lambda: self._file.read(size), b"")

    def read(self) -> bytes:
        with self._file:
            return bytes(self._file.read())


class BenchStack:
    """The services of a build, with its API."""

    def __init__(self, line: WireLine, folder: Path) -> None:
        import app
        from chalicelib.wiring import services

        self._app, self.services = app.app, services()
        self.bucket = FolderBucket(folder)
        clients: Any = self.services.clients
        clients.s3 = self.bucket
        line.attach(clients.dynamodb, "dynamodb")
        line.attach(clients.sqs, "sqs")

    def ask(self, method: str, path: str, body: Any = None, version: int = 0) -> dict[str, Any]:
        resource = path if path.count("/") == 2 else f"{PATH}/{{import_id}}"
        resource += "/application" if path.endswith("/application") else ""
        asked = event(method, path, body, resource=resource, key=f"{method}-{time.time_ns()}")
        if resource != path:
            asked["pathParameters"] = {"import_id": path.split("/")[3]}
        if version:
            asked["headers"]["if-match"] = f'"{version}"'
            asked["multiValueHeaders"]["if-match"] = [f'"{version}"']
        answer = self._app(asked, Context())
        assert answer["statusCode"] < 300, answer
        found: dict[str, Any] = json.loads(answer["body"])
        return found

    def run(self, import_id: str) -> None:
        self.services.roster_worker.run({"kind": "roster-import", "id": import_id})


class SlicedWork:
    """Slices of one import's application: where each begins, and its transactions."""

    def __init__(self, stack: BenchStack, size: int) -> None:
        self.transactions: list[int] = []
        self.loads: list[float] = []
        """Seconds of CPU before the first transaction of each."""
        self._began, self._size = 0.0, size
        self._late = 0.0
        repository: Any = stack.services.roster_worker._repository  # noqa: SLF001
        self._advance, repository.advance = repository.advance, self._count
        stack.services.roster_worker._monotonic = lambda: self._late  # noqa: SLF001

    def begin(self) -> None:
        self._began = time.process_time()
        self.transactions.append(0)

    def _count(self, *asked: Any) -> Any:
        if not self.transactions[-1]:
            self.loads.append(time.process_time() - self._began)
        self.transactions[-1] += 1
        if self._size and self.transactions[-1] == self._size:
            self._late += PATIENCE
        return self._advance(*asked)


def check(stack: BenchStack, package: str) -> dict[str, Any]:
    begun = stack.ask("POST", PATH, {})
    key = stack.services.roster_imports._repository.get("bench", begun["id"]).source_file  # noqa: SLF001
    shutil.copyfile(package, stack.bucket._path(key))  # noqa: SLF001
    stack.run(begun["id"])
    found = stack.ask("GET", f"{PATH}/{begun['id']}")
    assert found["state"] in ("ready", "held"), found
    return {"id": begun["id"], "total": found.get("total", 0)}


def apply(stack: BenchStack, import_id: str, size: int) -> dict[str, Any]:
    version = stack.ask("GET", f"{PATH}/{import_id}")["version"]
    stack.ask("POST", f"{PATH}/{import_id}/application", {"confirm_drops": True}, version)
    work = SlicedWork(stack, size)
    while stack.ask("GET", f"{PATH}/{import_id}")["state"] == "applying":
        work.begin()
        stack.run(import_id)
    return {"transactions": work.transactions, "loads": work.loads}


def main(what: str, descriptor: int, folder: str, asked: str, size: int) -> None:
    set_environment()
    line = WireLine(descriptor)
    stack = BenchStack(line, Path(folder))
    line.ask(RESET)
    before, began = peak(), time.process_time()
    found = check(stack, asked) if what == "check" else apply(stack, asked, size)
    spent = time.process_time() - began
    stack.services.roster_worker._monotonic = time.monotonic  # noqa: SLF001
    print(json.dumps({
        **found, "cpu": spent, "before_mb": before, "peak_mb": peak(), "files": stack.bucket.calls,
    }))  # fmt: skip


if __name__ == "__main__":
    sys.path.insert(0, sys.argv[3])
    main(sys.argv[1], int(sys.argv[2]), sys.argv[4], sys.argv[5], int(sys.argv[6]))
