"""The tabs Pre-Test and Post-Test: a test of a process, and how far each class is with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from .row_pages import cut_rows

if TYPE_CHECKING:
    from .process_page import Facts, OpenProcess

TABS = {"pre": "pre-test", "post": "post-test"}
"""The tab of each test."""
COUNTS = ("student_count", "tested", "absent", "exempt", "partial", "not_entered")
"""Students of a class by what there is of them."""
NO_TRACKER = "no_tracker_for_test"
"""The API's reason where no tracker of the class suits a test."""
PEOPLE_NAMED = 10
"""People who are named of those who have not begun; the others are counted."""
OWN_SHOWN = "50"
"""Own classes on one page."""
FILES_SHOWN = "100"
"""Attachments to print."""


def read_pre_test(opened: OpenProcess) -> Facts:
    """Return the data of the tab Pre-Test."""
    return read_test(opened, "pre")


def read_post_test(opened: OpenProcess) -> Facts:
    """Return the data of the tab Post-Test."""
    return read_test(opened, "post")


def read_test(opened: OpenProcess, which: str) -> Facts:
    """Return a test of the process, one's own classes, and where every class stands."""
    test = opened.process[f"{which}_test"]
    facts: Facts = {"which": which, "test": test, "suggested": find_suggested(opened, which)}
    if test is None:
        return facts
    rows = list(list_rows(opened.process, which))
    return {
        **facts,
        "files": _read_files(opened, test),
        "own": _read_own(opened, which),
        "page": cut_rows(rows, opened.visit.query),
        "total": add_up(rows, opened.process[f"{which}_test_progress"]),
        "idle": find_idle(opened.process, which),
        "several_schools": len({row["school_id"] for row in rows if row["school_id"]}) > 1,
        "sheet_at": sheet_at,
    }


def sheet_at(sheet: str) -> str:
    """Return the screen of a result sheet, from its address in the API."""
    *_, tracker, _, given = urlsplit(sheet).path.split("/")
    return f"/sheets/{tracker}/{given}"


def find_suggested(opened: OpenProcess, which: str) -> list[Any]:
    """Return the assessment of this test in the process that this one was started from."""
    return [each for each in opened.process["suggested_tests"] if each["test"] == which]


def list_rows(process: Mapping[str, Any], which: str) -> Iterator[dict[str, Any]]:
    """List the people who have no class with the test, then every class with its progress.

    A person who sees only some schools gets no such people: their class may be at another school.
    """
    classes = process["classes"]
    busy = {each["teacher_id"] for each in classes}
    sees_all = process["limited_to_school_ids"] is None
    for person in (*process["leaders"], *process["members"]) if sees_all else ():
        if person["id"] not in busy:
            yield {
                "teacher_name": person["name"],
                "title": "",
                "school_id": "",
                "school_name": "",
                "at": None,
            }
    for each in classes:
        yield {
            "teacher_name": each["teacher_name"],
            "title": each["title"],
            "school_id": each["school_id"],
            "school_name": each["school_name"],
            "at": each[f"{which}_test"],
        }


def add_up(rows: list[dict[str, Any]], progress: Mapping[str, int] | None) -> Facts:
    """Add up classes over all rows; the team's students once each, classes' of a part."""
    given = [row["at"] for row in rows if row["at"]]
    sums = progress or {name: sum(each[name] for each in given) for name in COUNTS}
    return {
        "students": sums,
        "given": len(given),
        "classes": sum(bool(row["title"]) for row in rows),
    }


def find_idle(process: Mapping[str, Any], which: str) -> Facts | None:
    """Name the team's people without an activated class for a test; None for people who see a part.

    Classes of other schools are not theirs to see, so they cannot know who has begun.
    """
    if process["limited_to_school_ids"] is not None:
        return None
    people = [*process["leaders"], *process["members"]]
    begun = {each["teacher_id"] for each in process["classes"] if each[f"{which}_test"]}
    idle = [each["name"] for each in people if each["id"] not in begun]
    return {"people": len(people), "names": idle, "named": idle[:PEOPLE_NAMED]}


def is_untouched(at: Mapping[str, Any]) -> bool:
    """Return whether nothing is entered for anybody of a class."""
    return bool(at["not_entered"] == at["student_count"])


def _read_files(opened: OpenProcess, test: Mapping[str, Any]) -> list[Any] | None:
    """Return the documents to print; None for people who cannot see them."""
    if "attachments" not in test["links"]:
        return None
    found = opened.visit.api.read(test["links"]["attachments"], {"limit": FILES_SHOWN})
    return [each for each in found["items"] if each["state"] == "ready"]


def _read_own(opened: OpenProcess, which: str) -> Facts | None:
    """Get one's own classes with the state of the test in each; None for people who teach none."""
    person = opened.visit.person
    if not person.is_teacher or "activations" not in opened.process["links"]:
        return None
    cursor = opened.visit.query.get("cursor", "")
    page = opened.read("/activations", limit=OWN_SHOWN, cursor=cursor)
    at = {each["class_id"]: each[f"{which}_test"] for each in opened.process["classes"]}
    rows = [
        {"class": each, "test": mine, "at": at.get(each["class_id"])}
        for each in page["items"]
        for mine in each["tests"]
        if mine["test"] == which
    ]
    return {"rows": order_own(rows), "next": page["next"]}


def order_own(rows: Sequence[Facts]) -> list[Facts]:
    """Return own classes: those that have the test, those that fit it, then those to ask about.

    Where no tracker suits, or the roster names another subject, it may be the wrong class, and who
    activates it is asked first. Subjects are compared only where the roster writes one of them as
    the test does.
    """
    comparable = any(row["test"]["fits_subject"] for row in rows)
    found = [{**row, "asks": asks_first(row["test"], comparable=comparable)} for row in rows]
    return sorted(found, key=_place_own)


def asks_first(test: Mapping[str, Any], *, comparable: bool = True) -> bool:
    """Return whether to ask before a class gets a test: it may be the wrong class."""
    if test["activated_at"]:
        return False
    other = comparable and test["fits_subject"] is False
    return bool(test["reason"] == NO_TRACKER or (test["can_activate"] and other))


def _place_own(row: Facts) -> int:
    test = row["test"]
    return 0 if test["activated_at"] else 1 if test["can_activate"] and not row["asks"] else 2
