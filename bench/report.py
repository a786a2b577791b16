"""The figures against the bars, for people and for machines."""

from __future__ import annotations

import sys
from math import ceil
from typing import Any

from rich.console import Console
from rich.table import Table

from bench import console, first, instructions, rosters, throttled
from bench.verdict import BenchVerdict

COLD_BAR = 1.5
WARM_BAR = 1.25
TRACKER_BAR = 65.0
"""Microseconds of CPU per tracker."""
MANY = 100_000
"""Students from which on the fixed cost of a request does not show."""
LINEAR = 1.1
"""Growth exponent that still counts as linear."""


STUDENT_BAR = 2.0
"""Microseconds of CPU per student of a district's results."""
LISTS = ("totals", "schools", "teachers", "classes", "items", "standards")
"""Lists that read summaries only."""
SHEET_UNITS_BAR = 6
"""Write units of a class's scores: 30 students, 20 items, index and audit record included."""
PEER_BAR = 1.0
"""Times the CPU of the named peer's report of the same class."""


PAGE_BAR, JSON_BAR = 1.5, 1.03
"""Times the API calls that a page shows; times the cold start of the build without a console."""


REPORT_BAR = 0.5
"""Seconds of CPU in a warm worker for a report of 20 teachers with 30 students each."""
REPORT_GROWTH_BAR = 20
"""Megabytes from the 10th report to the 100th: the allocator settles by then (121 MB after 400)."""


OPEN_BAR, FIGURES_BAR = 2.5, 8.0
"""Times the CPU of the same Query read raw: a process opened; figures made of all its students."""
WHOLE = ("open", "collection", "comparison", "students", "growth", "goals")
"""Views that read a whole process."""


def calls_allowed(trackers: int) -> int:
    """AWS calls apart from mail (design, bars)."""
    return ceil(trackers / 99) + ceil(trackers / 1000) + 5


def verdicts(found: dict[str, Any]) -> list[BenchVerdict]:
    return [
        *_warm(found.get("warm", {})),
        *_cold(found.get("cold", {})),
        *first.verdicts(found.get("first", {})),
        *_deliver(found.get("deliver", {})),
        *_classes(found.get("classes", {})),
        *instructions.verdicts(found.get("instructions", {})),
        *_results(found.get("results", {})),
        *_processes(found.get("processes", {})),
        *_reports(found.get("reports", {})),
        *_console(found.get("console", {})),
        *rosters.verdicts(found.get("roster", {})),
        *throttled.judge(found.get("throttled", {})),
    ]


def _console(found: dict[str, Any]) -> list[BenchVerdict]:
    if not found:
        return []
    start = found["cold"]
    return [
        *(
            BenchVerdict(f"page: {name}", one["ratio"], PAGE_BAR, "x its API calls")
            for name, one in found["pages"].items()
        ),
        *(
            [BenchVerdict("cold start of JSON", start["ratio"], JSON_BAR, "x before")]
            if start
            else []
        ),
    ]


def _warm(found: dict[str, Any]) -> list[BenchVerdict]:
    return [
        BenchVerdict(f"warm: {name}", case["ratio"], WARM_BAR, "x bare")
        for name, case in found.items()
        if case["barred"]
    ]


def _cold(found: dict[str, Any]) -> list[BenchVerdict]:
    if not found:
        return []
    measure = "instructions" if "instructions" in found["ratio"] else "cpu"
    return [
        BenchVerdict(f"cold start ({measure})", found["ratio"][measure], COLD_BAR, "x bare"),
        BenchVerdict("kept out of `import app`", len(found["ours"]["forbidden"]), 0, "modules"),
    ]


def _deliver(found: dict[str, Any]) -> list[BenchVerdict]:
    if not found:
        return []
    runs = found["runs"]
    most = runs[-1]
    return [
        *(
            BenchVerdict(
                f"calls to deliver {run['trackers']:,}",
                run["calls"],
                calls_allowed(run["trackers"]),
            )
            for run in runs
        ),
        BenchVerdict(
            f"CPU per tracker of {most['trackers']:,}", most["us_per_tracker"], TRACKER_BAR, "us"
        ),
        BenchVerdict("growth exponent", found["growth_exponent"], LINEAR),
    ]


def _classes(found: dict[str, Any]) -> list[BenchVerdict]:
    if not found:
        return []
    units, transactions = (
        found["save"]["write_units"],
        found["save"]["calls"]["dynamodb.TransactWriteItems"],
    )
    return [
        BenchVerdict("write units of a class's scores", units, SHEET_UNITS_BAR, "units"),
        BenchVerdict("transactions of a class's scores", transactions, 1),
        *(
            BenchVerdict(
                f"grid of {grid['students']:,} learners beside Kolibri's report",
                grid["ms"] / grid["peer_ms"],
                PEER_BAR,
                "x peer",
            )
            for grid in found["grids"]
            if grid["peer_ms"]
        ),
    ]


def _results(found: dict[str, Any]) -> list[BenchVerdict]:
    if not found:
        return []
    most = found["runs"][-1]
    linear = [
        BenchVerdict(f"{name}: growth", found["growth_exponents"][name], LINEAR) for name in LISTS
    ]
    times = [
        BenchVerdict(
            f"district results by {name}, CPU per student of {most['students']:,}",
            most[name]["us_per_student"],
            STUDENT_BAR,
            "us",
        )
        for name in LISTS
    ]
    return [*times, *linear] if most["students"] >= MANY else []


def _processes(found: dict[str, Any]) -> list[BenchVerdict]:
    if not found:
        return []
    most = found["runs"][-1]
    size = f"of {most['classes']} classes"
    calls = [
        BenchVerdict(f"calls to open a process of {run['classes']} classes",
                sum(run["open"]["calls"].values()), run["queries_allowed"])
        for run in found["runs"]
    ]  # fmt: skip
    ratios = [
        BenchVerdict(
            f"{name} {size}",
            most[name]["ms"] / most["floor"]["ms"],
            OPEN_BAR if name == "open" else FIGURES_BAR,
            "x raw",
        )
        for name in WHOLE
    ]
    fed = most["save fed"]["write_units"] - most["save"]["write_units"]
    return [
        *calls,
        *ratios,
        BenchVerdict("write units that a save feeds a process with", fed, 4, "units"),
        *(BenchVerdict(f"process, {name}: growth exponent", each, LINEAR)
          for name, each in found["growth_exponents"].items()),
    ]  # fmt: skip


def _reports(found: dict[str, Any]) -> list[BenchVerdict]:
    if not found:
        return []
    return [
        BenchVerdict(
            "report of 20 teachers x 30 students", found["ours"]["seconds"], REPORT_BAR, "s"
        ),
        BenchVerdict("memory from the 10th report on", found["growth_mb"], REPORT_GROWTH_BAR, "MB"),
    ]


def show(found: dict[str, Any], verdicts: list[BenchVerdict]) -> None:
    console = Console(width=None if sys.stdout.isatty() else 140)
    for name, rows in TABLES.items():
        if name in found:
            console.print(rows(found[name]))
    bars = Table("bar", "found", "allowed", "", title="Bars")
    for verdict in verdicts:
        mark = "[green]kept[/]" if verdict.kept else "[red]missed[/]"
        bars.add_row(
            verdict.name, _number(verdict.found), f"{_number(verdict.bar)} {verdict.unit}", mark
        )
    console.print(bars)


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) or value >= 1000 else f"{value:,.2f}"


def _warm_table(found: dict[str, Any]) -> Table:
    table = Table("request", "AWS calls", "bare us", "ours us", "ratio", title="Warm requests")
    for name, case in found.items():
        calls = ", ".join(f"{n} {operation}" for operation, n in case["aws_calls"].items())
        table.add_row(
            name, calls, f"{case['bare_us']:.0f}", f"{case['ours_us']:.0f}", f"{case['ratio']:.2f}"
        )
    return table


def _cold_table(found: dict[str, Any]) -> Table:
    columns = ("", "import ms", "first request ms", "modules", "instructions")
    table = Table(*columns, title="Cold start (CPU, fresh processes)")
    for who in ("bare", "ours"):
        one = found[who]
        table.add_row(
            who,
            f"{one['import_ms']:.0f}",
            f"{one['first_ms']:.0f}",
            str(one["modules"]),
            f"{one.get('instructions', 0) / 1e6:,.0f} M" if "instructions" in one else "-",
        )
    slowest = ", ".join(f"{each['package']} {each['ms']:.0f}" for each in found["slowest_imports"])
    table.caption = f"ms in `import app` by package: {slowest}"
    return table


def _deliver_table(found: dict[str, Any]) -> Table:
    columns = ("trackers", "calls", "allowed", "write units", "index units", "MB written")
    times = ("plan us", "deliver us", "raw us", "ratio", "worker MB", "planner MB")
    table = Table(*columns, *times, title="Deliver to N trackers (us of CPU per tracker)")
    for run in found["runs"]:
        table.add_row(
            f"{run['trackers']:,}",
            f"{run['calls']:,}",
            f"{calls_allowed(run['trackers']):,}",
            f"{run['write_units']:,.0f}",
            f"{run['index_write_units']:,.0f}",
            f"{run['bytes_written'] / 1e6:,.1f}",
            f"{run['plan_us_per_tracker']:.1f}",
            f"{run['deliver_us_per_tracker']:.1f}",
            f"{run['raw_us_per_tracker']:.1f}",
            f"{run['ratio']:.2f}",
            f"{run['peak_mb']:.0f}",
            f"{run['plan_peak_mb']:.0f}",
        )
    table.caption = f"growth exponent {found['growth_exponent']:.3f}"
    return table


def _classes_table(found: dict[str, Any]) -> Table:
    columns = ("", "AWS calls", "write units", "read units", "CPU ms", "kB gzipped", "beside")
    table = Table(*columns, title="A class: its scores saved, its grid read")
    for which, what in (("save", ""), ("save_fed", ", fed to a process")):
        save = found[which]
        table.add_row(
            f"save 30 students x 20 items{what}",
            f"{sum(save['calls'].values()):.0f}",
            f"{save['write_units']:.0f}",
            f"{save['read_units']:.0f}",
            f"{save['us'] / 1000:.1f}",
            "",
            f"a bare put of the same: {save['raw_us'] / 1000:.1f}",
        )
    for grid in found["grids"]:
        peer = grid["peer_ms"]
        table.add_row(
            f"grid of {grid['students']:,} students, {grid['assessments']} assessments",
            f"{sum(grid['calls'].values()):.0f}",
            "",
            f"{grid['read_units']:.0f}",
            f"{grid['ms']:.1f}",
            f"{grid['gzipped'] / 1000:,.1f}",
            f"Kolibri's class report: {peer:.0f}, 139 queries" if peer else "",
        )
    return table


def _results_table(found: dict[str, Any]) -> Table:
    columns = ("students", "classes", "list", "AWS calls", "read units", "us per student", "MB")
    table = Table(
        *columns, title="District results (from summaries), and item analysis (from sheets)"
    )
    for run in found["runs"]:
        for name in (*LISTS, "analysis"):
            one = run[name]
            table.add_row(
                f"{run['students']:,}",
                f"{run['class_count']:,}",
                name,
                f"{sum(one['calls'].values()):,}",
                f"{one['read_units']:,.0f}",
                f"{one['us_per_student']:.2f}",
                f"{one['peak_mb']:.0f}",
            )
    growth = ", ".join(f"{name} {each:.2f}" for name, each in found["growth_exponents"].items())
    table.caption = f"growth exponents: {growth}"
    return table


def _processes_table(found: dict[str, Any]) -> Table:
    columns = (
        "classes",
        "kB",
        "",
        "AWS calls",
        "read units",
        "write units",
        "CPU ms",
        "x raw",
        "kB made",
        "kB gzipped",
        "MB",
    )
    table = Table(*columns, title="A Mastery Process of N classes of 30 students, both tests")
    for run in found["runs"]:
        for name in ("floor", *WHOLE, "activate", "save", "save fed", "lock", "seal", "report"):
            one = run[name]
            table.add_row(
                f"{run['classes']}",
                f"{run['bytes'] / 1000:,.0f}",
                name,
                f"{sum(one['calls'].values()):,.0f}",
                f"{one['read_units']:,.0f}",
                f"{one['write_units']:,.0f}",
                f"{one['ms']:,.1f}",
                f"{one['ms'] / run['floor']['ms']:.1f}" if name in WHOLE else "",
                f"{one['bytes'] / 1000:,.0f}",
                f"{one['gzipped'] / 1000:,.1f}" if "gzipped" in one else "",
                f"{one['peak_mb']:.0f}",
            )
    growth = ", ".join(f"{name} {each:.2f}" for name, each in found["growth_exponents"].items())
    table.caption = f"growth exponents: {growth}"
    return table


def _reports_table(found: dict[str, Any]) -> Table:
    columns = ("", "first s", "warm s", "MB after 10", f"MB after {found['reports']}", "kB")
    table = Table(*columns, title="Reports of 20 teachers with 30 students each")
    for way, name in (("ours", "ours"), ("bare", "Typst alone, remembering")):
        one = found[way]
        table.add_row(
            name,
            f"{one['first']:.2f}",
            f"{one['seconds']:.2f}",
            f"{one['mb_early']:.0f}",
            f"{one['mb_late']:.0f}",
            f"{one['bytes'] / 1000:.0f}",
        )
    table.caption = f"ratio {found['ratio']:.2f}"
    return table


TABLES = {
    "warm": _warm_table,
    "cold": _cold_table,
    "first": first.draw_table,
    "deliver": _deliver_table,
    "classes": _classes_table,
    "instructions": instructions.draw_table,
    "results": _results_table,
    "processes": _processes_table,
    "reports": _reports_table,
    "console": console.draw_table,
    "roster": rosters.draw_table,
    "throttled": throttled.draw_table,
}
