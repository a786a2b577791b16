"""CASE packages, valid by default; a test bends one thing."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from chalicelib.standards import checking
from chalicelib.standards.checking import StandardsReport, Stored

Node = dict[str, Any]


def sample(name: str) -> bytes:
    """Read a real file of the shared samples, or skip where they are not at hand."""
    beside = Path(__file__).resolve().parents[3] / "shared" / "data"
    path = Path(os.environ.get("PLUMBLINE_SAMPLE_DATA", beside)) / name
    if not path.exists():
        pytest.skip(f"no sample data: {name} (set PLUMBLINE_SAMPLE_DATA)")
    return path.read_bytes()


def an_item(name: str, **fields: Any) -> Node:
    """Return a statement whose code is its name in capitals."""
    return {
        "identifier": name,
        "uri": f"https://case.example/{name}",
        "fullStatement": f"Statement {name}.",
        "humanCodingScheme": name.upper(),
        **fields,
    }


def under(child: str, parent: str, **fields: Any) -> Node:
    """Return an association that puts a child under a parent."""
    return {
        "identifier": f"{child}-{parent}",
        "associationType": "isChildOf",
        "originNodeURI": {"identifier": child, "uri": f"https://case.example/{child}"},
        "destinationNodeURI": {"identifier": parent, "uri": f"https://case.example/{parent}"},
        **fields,
    }


def a_package(*, title: str = "Little Framework", **bent: Any) -> Node:
    """Two headings: `count` with `one` and `two` in grade 3, `read` with `tale` in grade 4."""
    package: Node = {
        "CFDocument": {"identifier": "little", "title": title, "creator": "Nobody"},
        "CFItems": [
            an_item("count", CFItemType="Cluster", subject=["Math"], educationLevel=["03"]),
            an_item("one", CFItemType="Standard"),
            an_item("two", CFItemType="Standard"),
            an_item("read", CFItemType="Cluster", subject=["Reading"], educationLevel=["04"]),
            an_item("tale", CFItemType="Standard"),
        ],
        "CFAssociations": [
            under("count", "little", sequenceNumber=1),
            under("one", "count", sequenceNumber=1),
            under("two", "count", sequenceNumber=2),
            under("read", "little", sequenceNumber=2),
            under("tale", "read", sequenceNumber=1),
        ],
    }
    return {**package, **bent}


def with_items(*more: Node, links: tuple[Node, ...] = ()) -> Node:
    """Return the package with further items and associations."""
    package = a_package()
    package["CFItems"] = [*package["CFItems"], *more]
    package["CFAssociations"] = [*package["CFAssociations"], *links]
    return package


TODAY = date(2026, 10, 1)


def check(content: bytes, stored: Stored | None = None, **options: Any) -> StandardsReport:
    """Check a file on `TODAY`, or on the day that is given."""
    return checking.check(content, stored, **{"today": TODAY, **options})


def judge(package: Any, **options: Any) -> StandardsReport:
    """Check a package given as JSON values."""
    return check(json.dumps(package).encode(), **options)


def codes(report: StandardsReport) -> set[str]:
    """Return the codes of everything that was found."""
    return {problem.code for problem in report.problems}
