"""Reports: 20 teachers with 30 students each, a hundred times in one worker.

Beside each run, Typst alone gets the same data, already escaped, and frees nothing. The ratio is
the cost of our own code. The difference in memory is what freeing saves. Seconds are of CPU, over
all threads: the longest that a report takes when nobody else computes.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from chalicelib.processes.reporting.papers import to_print
from chalicelib.reports import typesetting
from tests.support import report_papers as papers

ROOT = Path(__file__).resolve().parents[1]
TEACHERS, STUDENTS = 20, 30
REPORTS = 100
EARLY = 10
"""Reports after which a worker is warm and its memory is looked at first."""
WAYS = ("ours", "bare")


def measure(reports: int = REPORTS) -> dict[str, Any]:
    """Return seconds and megabytes of both ways, each in a fresh process."""
    ours, bare = (_worker(way, reports) for way in WAYS)
    return {
        "reports": reports,
        "ours": ours,
        "bare": bare,
        "ratio": ours["seconds"] / bare["seconds"],
        "growth_mb": ours["mb_late"] - ours["mb_early"],
    }


def _worker(way: str, reports: int) -> Any:
    words = [sys.executable, "-m", "bench.reports", way, str(reports)]
    output = subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603 - our own worker
    return json.loads(output)


def run(way: str, reports: int) -> dict[str, Any]:
    made = _ours if way == "ours" else _bare
    seconds, early, size = [], 0.0, 0
    for number in range(reports):
        size, took = _time_typesetting(made, _build_report(number))
        seconds.append(took)
        early = _megabytes() if number + 1 == EARLY else early
    return {
        "first": seconds[0],
        "seconds": median(seconds[1:]),
        "mb_early": early,
        "mb_late": _megabytes(),
        "bytes": size,
    }


def _time_typesetting(made: Callable[[Any], bytes], answer: Any) -> tuple[int, float]:
    start = time.process_time()
    return len(made(answer)), time.process_time() - start


def _build_report(number: int) -> Any:
    """No two reports are alike, as in life: what Typst remembers of one helps no other."""
    return to_print(
        papers.a_finished_report(
            TEACHERS, 1, STUDENTS + number % 3, identity=papers.identity(title=f"Unit {number}")
        )
    ).data


def _ours(answer: Any) -> bytes:
    return typesetting.pdf("finished", answer, at=papers.LOCKED)


def _bare(answer: Any) -> bytes:
    made = typesetting._compiler().compile(  # noqa: SLF001 - the same fonts and folder, without the door
        str(typesetting.REPORTS / "finished.typ"),
        sys_inputs={"data": json.dumps(answer)},
        format="pdf",
        pdf_standards=[typesetting.PDF_STANDARD],
        timestamp=papers.LOCKED,
    )
    assert isinstance(made, bytes)
    return made


def _megabytes() -> float:
    """Resident now; 0 where there is no /proc."""
    statm = Path("/proc/self/statm")
    return int(statm.read_text().split()[1]) * 4096 / 1e6 if statm.exists() else 0.0


if __name__ == "__main__":
    print(json.dumps(run(sys.argv[1], int(sys.argv[2]))))
