"""Foreseen troubles end a command with a sentence, not with a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.text import Text


@contextmanager
def explained() -> Iterator[None]:
    """End with exit code 2 and the sentence of what went wrong; Ctrl-C ends quietly."""
    from infra.deploy import Failed, WouldLose
    from plumb.client import JobFailed, Problem, SignInRefused, Unreachable
    from plumb.connection import Unclear
    from plumb.imports import NotApplied
    from plumb.local.cloud import CannotStart

    foreseen = (
        CannotStart, Failed, JobFailed, NotApplied, Problem, SignInRefused, TimeoutError, Unclear,
        Unreachable, WouldLose,
    )  # fmt: skip
    try:
        yield
    except foreseen as trouble:
        Console(stderr=True).print(Text(str(trouble), style="red"))
        raise typer.Exit(2) from trouble
    except KeyboardInterrupt:
        raise typer.Exit(130) from None
