"""`python -m bench`: what Plumbline costs, against its bars."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

from bench import cold, report, warm

PARTS = (
    "warm",
    "cold",
    "first",
    "deliver",
    "classes",
    "instructions",
    "results",
    "processes",
    "reports",
    "console",
    "roster",
    "throttled",
)


def main() -> None:
    asked = _arguments()
    parts: dict[str, Callable[[], Any]] = {
        "warm": warm.measure,
        "cold": lambda: cold.measure(instructions=not asked.quick),
        "first": lambda: _first(instructions=not asked.quick),
        "deliver": lambda: _deliver(quick=asked.quick),
        "classes": _classes,
        "instructions": lambda: {} if asked.quick else _instructions(),
        "results": lambda: _results(quick=asked.quick),
        "processes": lambda: _processes(quick=asked.quick),
        "reports": lambda: _reports(quick=asked.quick),
        "console": lambda: _console(asked.before, instructions=not asked.quick),
        "roster": lambda: _roster(asked.before, quick=asked.quick),
        "throttled": lambda: _measure_throttled(asked.before, quick=asked.quick),
    }
    found = {name: parts[name]() for name in PARTS if name in asked.only.split(",")}
    verdicts = report.verdicts(found)
    if asked.json:
        print(json.dumps({**found, "bars": [v.as_json() for v in verdicts]}, indent=1))
    else:
        report.show(found, verdicts)
    sys.exit(0 if all(verdict.kept for verdict in verdicts) else 1)


def _first(*, instructions: bool) -> Any:
    from bench import first

    return first.measure(instructions=instructions)


def _deliver(*, quick: bool) -> Any:
    from bench import deliver

    return deliver.measure((10, 1_000, 10_000) if quick else (10, 1_000, 10_000, 100_000))


def _classes() -> Any:
    from bench import classes

    return classes.measure()


def _instructions() -> Any:
    from bench import instructions

    return instructions.measure()


def _results(*, quick: bool) -> Any:
    from bench import results

    return results.measure((1_000, 10_000) if quick else (1_000, 10_000, 100_000))


def _processes(*, quick: bool) -> Any:
    from bench import processes

    return processes.measure((10, 100) if quick else (10, 100, 500))


def _console(before: str, *, instructions: bool) -> Any:
    from bench import console

    return console.measure(before or console.BEFORE, instructions=instructions)


def _roster(before: str, *, quick: bool) -> Any:
    from bench import rosters

    return rosters.measure(
        (3_500, 35_000) if quick else (35_000, 352_000), before or rosters.BEFORE
    )


def _measure_throttled(before: str, *, quick: bool) -> Any:
    from bench import throttled

    return throttled.measure((10_000,) if quick else (10_000, 30_000, 100_000), before)


def _reports(*, quick: bool) -> Any:
    from bench import reports

    return reports.measure(30 if quick else 100)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="figures for machines")
    parser.add_argument("--only", default=",".join(PARTS), help=f"some of {', '.join(PARTS)}")
    parser.add_argument("--before", default="", help="the build that ours is held against")
    parser.add_argument("--quick", action="store_true", help="no valgrind, no 100,000 of anything")
    return parser.parse_args()


if __name__ == "__main__":
    main()
