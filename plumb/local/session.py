"""A running local cloud with its outbox, for as long as one stays inside."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from plumb.local.cloud import LocalCloud
from plumb.local.outbox import Catcher, LocalOutbox
from plumb.local.places import LocalPlaces
from plumb.local.stack import StackAccess, deploy_project


@dataclass(frozen=True)
class LocalSession:
    """The cloud, the stack and the outbox that are up."""

    cloud: LocalCloud
    stack: StackAccess
    outbox: LocalOutbox


@contextmanager
def session(places: LocalPlaces, tell: Callable[[str], None]) -> Iterator[LocalSession]:
    """Start cloud and outbox, deploy; on the way out, however one leaves, save and stop.

    The SDK of this process speaks to the local cloud from here on.
    """
    cloud = LocalCloud(places)
    with _end_on_signals():
        try:
            tell("Starting the local cloud ...")
            cloud.start()
            _use(cloud.sdk_environment())
            outbox = LocalOutbox(places.outbox)
            catcher = Catcher(outbox, cloud.ports.smtp, cloud.ports.outbox)
            catcher.start()
            try:
                yield LocalSession(cloud, deploy_project(cloud, tell), outbox)
            finally:
                catcher.stop()
        finally:
            with _ignore_interrupts():
                cloud.stop()


def _use(environment: dict[str, str]) -> None:
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        del os.environ[name]
    os.environ.update(environment)


@contextmanager
def _end_on_signals() -> Iterator[None]:
    """Let TERM and HUP leave as Ctrl-C does, and Ctrl-C even where a shell had it ignored."""
    kinds = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [signal.signal(kind, _leave) for kind in kinds]
    try:
        yield
    finally:
        for kind, handler in zip(kinds, before, strict=True):
            signal.signal(kind, handler)


def _leave(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@contextmanager
def _ignore_interrupts() -> Iterator[None]:
    """Let an impatient second Ctrl-C not interrupt the saving."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
