"""Runs in a fresh process against the cloud of another: does something to a Mastery Process.

python -m bench.processes_worker open|...|lock|seal|report DESCRIPTOR TIMES

Each step runs once on the process WARM first, so that everything is loaded.
"""

from __future__ import annotations

import gc
import gzip
import json
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

from bench.deliver_worker import peak
from bench.environment import set_environment
from bench.requests import DISTRICT, Context, event
from bench.wire_line import RESET, WireLine

MAIN, WARM, ROOM = "PROCESS-MAIN", "PROCESS-WARM", "PROCESS-ROOM"
LEADER = "teacher-000"
PRE = "ASSESSMENT-PRE"
PATH = "/v1/processes/{process_id}"
SHEET = "/v1/trackers/{tracker_id}/sheets/{assessment_id}"
VIEWS = {
    "open": ("", {}),
    "collection": ("/collection", {"test": "post"}),
    "comparison": ("/comparison", {}),
    "students": ("/comparison/students", {"sort": "change", "limit": "100"}),
    "growth": ("/growth", {}),
    "goals": ("/goals", {}),
}
"""Where each is, and how it is asked for."""

Work = Callable[[str, int], Any]
"""Does it once to a process, for the n-th time; n is -1 the first time, to warm up.

Gives the bytes made, or what was answered.
"""


def main(what: str, descriptor: int, times: int) -> None:
    set_environment()
    line = WireLine(descriptor)
    work = floor(line) if what == "floor" else _ours(line, what)
    work(WARM, -1)
    gc.collect()
    line.ask(RESET)
    before = peak()
    made, seconds = zip(*(_time_work(work, n) for n in range(times)), strict=True)
    known = {"ms": median(seconds) * 1000, **_sizes(made[-1])}
    print(json.dumps(known | {"peak_mb": peak(), "before_mb": before}))


def _sizes(made: Any) -> dict[str, int]:
    if isinstance(made, int):
        return {"bytes": made}
    body = made.encode()
    return {"bytes": len(body), "gzipped": len(gzip.compress(body))}


def _time_work(work: Work, n: int) -> tuple[Any, float]:
    began = time.process_time()
    return work(MAIN, n), time.process_time() - began


# -- straight through the SDK ----------------------------------------------------------------------


def floor(line: WireLine) -> Work:
    """Query a whole process, and inflate what is compressed in it."""
    import boto3
    from botocore.config import Config

    client: Any = boto3.client("dynamodb", config=Config(parameter_validation=False))
    line.attach(client, "dynamodb")

    def work(process: str, _: int) -> int:
        items = [item for page in _pages(client, process) for item in page]
        return len(items) + len([*map(_decompress, items)])

    return work


def _pages(client: Any, process: str) -> Iterator[list[dict[str, Any]]]:
    asked = {
        "TableName": "plumbline",
        "KeyConditionExpression": "pk = :pk",
        "ExpressionAttributeValues": {":pk": {"S": f"{DISTRICT}#PROCESS#{process}"}},
        "ConsistentRead": True,
    }
    while True:
        answer = client.query(**asked)
        yield answer["Items"]
        if "LastEvaluatedKey" not in answer:
            return
        asked["ExclusiveStartKey"] = answer["LastEvaluatedKey"]


def _decompress(item: dict[str, Any]) -> list[Any]:
    packed = [each["B"] for each in item.values() if "B" in each]
    docs = [each["S"] for name, each in item.items() if name == "doc"]
    return [*(json.loads(zlib.decompress(each, -15)) for each in packed), *map(json.loads, docs)]


# -- through the product ---------------------------------------------------------------------------


class Api:
    """The API's function, and what the other functions are made of."""

    def __init__(self, line: WireLine) -> None:
        import app
        from chalicelib.wiring import services

        self._app = app.app
        self.services = services()
        line.attach(self.services.clients.dynamodb, "dynamodb")
        line.attach(self.services.clients.sqs, "sqs")
        self.services.files = Shelf()  # type: ignore[assignment]

    def ask(
        self, method: str, resource: str, places: dict[str, str], body: Any = None, *,
        etag: str = "", query: dict[str, str] | None = None,
    ) -> Any:  # fmt: skip
        """Ask as the leader. Raises `AssertionError` when that is refused."""
        asked = event(method, resource.format(**places), body, resource=resource)
        asked["pathParameters"] = places
        asked["multiValueQueryStringParameters"] = {n: [v] for n, v in (query or {}).items()}
        asked["requestContext"]["authorizer"] |= {"person": LEADER, "roles": "teacher"}
        if etag:
            asked["headers"]["if-match"] = etag
            asked["multiValueHeaders"]["if-match"] = [etag]
        answer = self._app(asked, Context())
        if answer["statusCode"] >= 300:
            raise AssertionError(answer)
        return answer


class Shelf:
    """Files that are kept nowhere: what S3 costs is not ours."""

    def __init__(self) -> None:
        self.sizes: dict[str, int] = {}

    def keep(self, place: str, content: bytes, _: str) -> None:
        self.sizes[place] = len(content)


def _ours(line: WireLine, what: str) -> Work:
    api = Api(line)
    if what in VIEWS:
        return _reading(api, what)
    return {
        "activate": activating,
        "save": lambda api: saving(api, fed=False),
        "save fed": lambda api: saving(api, fed=True),
        "lock": locking,
        "seal": sealing,
        "report": reporting,
    }[what](api)


def _reading(api: Api, what: str) -> Work:
    place, query = VIEWS[what]

    def work(process: str, _: int) -> str:
        answer = api.ask("GET", PATH + place, {"process_id": process}, query=query)
        return str(answer["body"])

    return work


def activating(api: Api) -> Work:
    """Activate the pre-test for a class of the leader's that is in no process yet."""

    def work(_: str, n: int) -> int:
        process = WARM if n < 0 else ROOM
        body = {"test": "pre", "class_id": f"spare-{2 * (n + 1)}"}
        answer = api.ask("POST", f"{PATH}/activations", {"process_id": process}, body)
        return len(answer["body"])

    return work


def saving(api: Api, *, fed: bool) -> Work:
    """Enter a class's answers, each time other ones; the class is in a process, or in none."""
    classes = ("warm-0", "cls-00000") if fed else ("spare-1", "spare-3")
    at = [{"tracker_id": f"TRACKER-{each}", "assessment_id": PRE} for each in classes]
    seen = [api.ask("GET", SHEET, each) for each in at]
    shown, etags = [json.loads(each["body"]) for each in seen], [_etag(each) for each in seen]

    def work(process: str, n: int) -> int:
        which = int(process == MAIN)
        answer = api.ask("PATCH", SHEET, at[which], _answers(shown[which], n), etag=etags[which])
        etags[which] = _etag(answer)
        return len(answer["body"])

    return work


def _etag(answer: Any) -> str:
    return str(answer["headers"]["ETag"])


def _answers(shown: Any, n: int) -> dict[str, Any]:
    items = [each["id"] for each in shown["items"]]
    students = [each["student_id"] for each in shown["students"]]
    return {
        "students": [
            {
                "student_id": student,
                "scores": [
                    {"item_id": item, "response": "ABCD"[(s * 3 + m + n) % 4]}
                    for m, item in enumerate(items)
                ],
            }
            for s, student in enumerate(students)
        ]
    }


def locking(api: Api) -> Work:
    """Return a leader's request to lock a process."""

    def work(process: str, _: int) -> int:
        places = {"process_id": process}
        answer = api.ask("POST", f"{PATH}/lock", places, {}, etag='"1"')
        return len(answer["body"])

    return work


def sealing(api: Api) -> Work:
    """Return the job that closes all classes and locks the process for good."""

    def work(process: str, _: int) -> int:
        api.services.lock_work.run({"id": process})
        return 0

    return work


def reporting(api: Api) -> Work:
    """Return the report function: PDF, charts, one email."""
    files: Any = api.services.files

    def work(process: str, _: int) -> int:
        api.services.process_reports.build(process)
        return int(files.sizes[f"reports/{process}/report.pdf"])

    return work


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
