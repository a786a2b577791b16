"""A pytest plugin that adds up the processor's seconds by folder of tests, beside a kept baseline.

`make test` prints them; nothing fails because of them. The baseline is renewed with
`COSTS_TO=tests/costs.json make test`, on a machine with nothing else to do.
"""

from __future__ import annotations

import json
import os
import resource
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

BASELINE = Path(__file__).parents[1] / "costs.json"
COLLECTING = "collecting"
KEY = "costs"


def read_cpu_seconds() -> float:
    """Seconds that this process and its children have used."""
    usages = (
        resource.getrusage(resource.RUSAGE_SELF),
        resource.getrusage(resource.RUSAGE_CHILDREN),
    )
    return sum(each.ru_utime + each.ru_stime for each in usages)


class Costs:
    """The costs of the tests of this process, and of its workers."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    @pytest.hookimpl
    def pytest_collection_finish(self) -> None:
        self.seconds[COLLECTING] += read_cpu_seconds()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        begun = read_cpu_seconds()
        try:
            return (yield)
        finally:
            self.seconds[folder_of(item.nodeid)] += read_cpu_seconds() - begun

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        output = getattr(session.config, "workeroutput", None)
        if output is not None:
            output[KEY] = dict(self.seconds)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        for name, spent in getattr(node, "workeroutput", {}).get(KEY, {}).items():
            self.seconds[name] += spent

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        terminalreporter.section("processor's seconds by folder")
        for line in lines(self.seconds, read_baseline()):
            terminalreporter.write_line(line)
        if to := os.environ.get("COSTS_TO"):
            kept = {name: round(spent, 1) for name, spent in sorted(self.seconds.items())}
            Path(to).write_text(json.dumps(kept, indent=2) + "\n")


def folder_of(name: str) -> str:
    """`tests/api/test_x.py::test_y` is in `tests/api`."""
    return name.partition("::")[0].rpartition("/")[0]


def read_baseline() -> dict[str, float]:
    known: dict[str, float] = json.loads(BASELINE.read_text()) if BASELINE.exists() else {}
    return known


def lines(seconds: dict[str, float], baseline: dict[str, float]) -> Iterator[str]:
    """Return a table: folder, seconds now, seconds of the baseline, how many times as much."""
    yield f"{'folder':24}{'now':>9}{'baseline':>10}{'ratio':>8}"
    rows = [(name, spent, baseline.get(name, 0.0)) for name, spent in sorted(seconds.items())]
    total = ("all", sum(seconds.values()), sum(baseline.get(name, 0.0) for name in seconds))
    for name, now, before in (*rows, total):
        ratio = f"{now / before:.2f}" if before else "-"
        yield f"{name:24}{now:9.1f}{before:10.1f}{ratio:>8}"


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(Costs())
