"""S3 and SQS do not always answer: then the same request may be sent again."""

from __future__ import annotations

from typing import Any

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError

from chalicelib.errors import Unavailable
from chalicelib.jobs.queue import Queue
from chalicelib.storage.files import Files


class Failing:
    """A client whose every call ends so."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def __getattr__(self, name: str) -> Any:
        def call(**_: Any) -> Any:
            raise self._error

        return call


def a_client_error(code: str) -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": code}}, "GetObject")


ENDS = {
    "slow down": a_client_error("SlowDown"),
    "unavailable": a_client_error("ServiceUnavailable"),
    "internal error": a_client_error("InternalError"),
    "no connection": EndpointConnectionError(endpoint_url="https://s3.example.org"),
}


@pytest.mark.parametrize("error", ENDS.values(), ids=ENDS)
def test_a_file_that_cannot_be_reached_is_refused_as_such(error: Exception) -> None:
    files = Files(lambda: Failing(error), "files")
    for attempt in (
        lambda: files.read("a"),
        lambda: files.size("a"),
        lambda: files.keep("a", b"x", "text/csv"),
        lambda: files.remove("a"),
    ):
        with pytest.raises(Unavailable, match=r"files_unavailable: .*Nothing was lost"):
            attempt()


def test_a_file_that_is_not_there_is_no_failure() -> None:
    files = Files(lambda: Failing(a_client_error("NoSuchKey")), "files")
    assert (files.read("a"), files.size("a")) == (None, None)


class Full:
    """A queue that takes the first message of each call, and turns the others away."""

    def __init__(self) -> None:
        self.taken: list[str] = []

    def send_message_batch(self, **request: Any) -> dict[str, Any]:
        first, *others = request["Entries"]
        self.taken.append(first["MessageBody"])
        return {"Failed": [{"Id": each["Id"]} for each in others]}


def test_work_that_a_queue_turns_away_is_refused_as_delayed() -> None:
    queue = Full()
    sender = Queue(lambda: queue, "url")
    sender.send_all([{"n": 1}])
    with pytest.raises(Unavailable, match="queue_busy"):
        sender.send_all([{"n": 2}, {"n": 3}])
    assert len(queue.taken) == 2
