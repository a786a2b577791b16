"""Logs and metrics. No line ever holds a name, an address or a score: identifiers only.

Powertools is loaded when there is something to log, not on the way to a first answer.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from aws_lambda_powertools import Logger

    from chalicelib.acts import Caller


@cache
def log() -> Logger:
    """Return the logger: JSON lines, level and service from the environment."""
    from aws_lambda_powertools import Logger

    return Logger(service="plumbline")


def complain(where: str, request_id: str) -> None:
    """Log the exception being handled: a fault of ours.

    The log has its kind and its origin, never its message: that may quote something a person sent.
    """
    import sys
    import traceback

    kind, _, trace = sys.exc_info()
    passed = ((frame.f_code, line) for frame, line in traceback.walk_tb(trace))
    steps = [f"{code.co_filename}:{line} {code.co_name}" for code, line in passed]
    error = kind.__name__ if kind else ""
    log().error("unforeseen", where=where, request_id=request_id, error=error, steps=steps)


def read_of_students(caller: Caller, what: str, subject: str) -> None:
    """Leave the audit line of a read of student data: who read what, no names (X4)."""
    log().info("read_of_students", audit=True, person=caller.person, what=what, subject=subject)


def count(**metrics: int) -> None:
    """Publish counts as one embedded-metrics line, in the stack's own namespace."""
    from aws_lambda_powertools.metrics import MetricUnit
    from aws_lambda_powertools.metrics.provider.cloudwatch_emf.cloudwatch import (
        AmazonCloudWatchEMFProvider,
    )

    sink = AmazonCloudWatchEMFProvider(service="plumbline")
    for name, value in metrics.items():
        sink.add_metric(name=name, unit=MetricUnit.Count, value=value)
    sink.flush_metrics()


def facts(**known: Any) -> None:
    """Log what happened, as facts with identifiers."""
    log().info(known.pop("what", "fact"), **known)
