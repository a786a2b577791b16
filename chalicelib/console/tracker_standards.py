"""The standards that a tracker tracks: in words, and to choose from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from chalicelib.web.addresses import write_segment
from chalicelib.web.inner_api import ApiRefused

if TYPE_CHECKING:
    from .screens import Visit

Line = Mapping[str, Any]


def read_set(visit: Visit, set_id: str) -> Any:
    """Read a standards set; one without lines where its framework was removed."""
    try:
        return visit.api.read(f"/v1/standards-sets/{write_segment(set_id)}")
    except ApiRefused as refused:
        if refused.status != 404:  # noqa: PLR2004 - a status
            raise
    return {"subject": "", "grades": "", "framework_title": "", "tree": [], "retired": []}


def read_standards(
    visit: Visit, tracker: Mapping[str, Any], chosen: Collection[str] | None
) -> dict[str, Any]:
    """Return the standards of a tracker with the headings above them, or all of its set.

    `chosen` are those that the person ticked; the tracker's own if it is None.
    """
    known = read_set(visit, tracker["standards_set_id"])
    ticked = frozenset(tracker["standards"] if chosen is None else chosen)
    changes = chosen is not None or visit.query.get("change") == "yes"
    own = frozenset(tracker["standards"])
    tree = known["tree"]
    names = {name_line(each) for each in tree if each["selectable"]}
    return {
        "set": known,
        "changes": changes and "edit" in tracker["allowed"],
        "ticked": ticked,
        "tree": [(each, name_line(each)) for each in tree],
        "lines": list(keep_lines(tree, own)),
        "kept": [each for each in tracker["described_standards"] if each["code"] not in names],
    }


def name_line(line: Line) -> str:
    """Return a standard's name in requests: its code, or its identifier if it has none."""
    return str(line["code"] or line["identifier"])


def keep_lines(tree: Iterable[Line], wanted: Collection[str]) -> Iterator[Line]:
    """Yield the standards that are wanted, each below the headings that lead to it.

    >>> heading = {"selectable": False, "code": "A", "identifier": "1", "level": 0}
    >>> other = {"selectable": False, "code": "B", "identifier": "2", "level": 0}
    >>> line = {"selectable": True, "code": "B.1", "identifier": "3", "level": 1}
    >>> [each["code"] for each in keep_lines([heading, other, line], {"B.1"})]
    ['B', 'B.1']
    """
    above: list[Line] = []
    for line in tree:
        above = [each for each in above if each["level"] < line["level"]]
        if line["selectable"] and name_line(line) in wanted:
            yield from above
            above = []
            yield line
        elif not line["selectable"]:
            above.append(line)
