"""Trying again when somebody was faster."""

from __future__ import annotations

import pytest

from chalicelib.errors import Unavailable
from chalicelib.storage.optimistic import TRIES, Overtaken, retry


class Writer:
    """Is overtaken so many times, and then writes."""

    def __init__(self, times: int) -> None:
        self.times, self.tried = times, 0

    def write(self) -> str:
        self.tried += 1
        if self.tried <= self.times:
            raise Overtaken(str(self.tried))
        return f"try {self.tried}"


def busy() -> Unavailable:
    return Unavailable("busy", "Please try again.")


def test_a_writer_without_rivals_writes_once() -> None:
    writer = Writer(0)
    assert retry(writer.write, busy) == "try 1"
    assert writer.tried == 1


def test_the_last_of_twelve_who_write_at_once_gets_through() -> None:
    writer = Writer(11)
    assert retry(writer.write, busy) == "try 12"


def test_a_writer_who_always_loses_is_asked_to_try_later() -> None:
    writer = Writer(TRIES)
    with pytest.raises(Unavailable) as refused:
        retry(writer.write, busy)
    assert (refused.value.code, writer.tried) == ("busy", 12)


def test_without_a_refusal_the_last_loss_is_raised() -> None:
    with pytest.raises(Overtaken, match="12"):
        retry(Writer(100).write)


def test_other_errors_are_not_retried() -> None:
    tried = []

    def attempt() -> None:
        tried.append(1)
        raise LookupError

    with pytest.raises(LookupError):
        retry(attempt, busy)
    assert tried == [1]
