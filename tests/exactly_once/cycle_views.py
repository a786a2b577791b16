"""The API's views of a Mastery Process, beside those that the plain model expects."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from tests.exactly_once import cycle_numbers as numbers
from tests.exactly_once.cycle_district import ask
from tests.exactly_once.cycle_numbers import CycleRoom, differences
from tests.exactly_once.cycle_papers import CycleProcess, InProcess
from tests.exactly_once.cycle_rules import CycleRules
from tests.exactly_once.stack import Stack

VIEWS = ("", "/collection?test=pre", "/collection?test=post", "/comparison",
         "/comparison/students?limit=100", "/growth", "/goals")  # fmt: skip


def wrong(
    stack: Stack, rules: CycleRules, process: str, reader: str, turn: int | None
) -> list[str]:
    """Name every difference between what somebody sees and the model.

    At a turn, look at the process itself and two of its other views, which change with the turns.
    Else look at all.
    """
    its = rules.processes[process]
    seen = bool(rules.role(reader)) and its.state != "discarded"
    found = []
    for view in _at(turn):
        reply = ask(stack, reader, "GET", f"/v1/processes/{process}{view}")
        if not seen:
            found += [] if reply.status == 404 else [f"{reader} sees {view or 'it'}"]
        elif reply.status != 200:
            found.append(f"{view}: {reply.status} {reply.body}")
        else:
            told = _SAID[view](rules, its, process, reader, reply.body)
            found += [f"{view}{each}" for each in told]
    for name in its.classes if seen and turn is None else ():
        found += _goal_of_class(stack, its, process, name, reader)
    return found


def _at(turn: int | None) -> Sequence[str]:
    if turn is None:
        return VIEWS
    whole, *others = VIEWS
    return whole, others[turn % len(others)], others[(turn + 3) % len(others)]


# -- the process -----------------------------------------------------------------------------------


def _whole(
    rules: CycleRules, its: CycleProcess, process: str, reader: str, shown: dict[str, Any]
) -> Iterator[str]:
    expected = {
        "name": its.name,
        "state": its.state,
        "step": its.step,
        "version": its.version,
        "parts_in_progress": sorted(its.begun),
        "role": rules.role(reader),
        "allowed": rules.list_allowed(reader, process),
        "pre_test": _describe_attached(its, "pre", "chosen"),
        "post_test": _describe_attached(its, "post", its.how),
        "levels": [{"lower": _plain(bound), "meets": n >= its.bands.meets}
                   for n, bound in enumerate(its.bands.begin, 1)],
        "pages": {name: {"version": page.version, "conflict_count": len(page.beside),
                         "fields": {field: page.text(field) for field in page.fields}}
                  for name, page in its.pages.items()},
        "classes": {name: _class(row) for name, row in its.classes.items()},
    }  # fmt: skip
    by_class = {each["class_id"]: each for each in shown["classes"]}
    told = {**shown, "allowed": set(shown["allowed"]), "classes": by_class}
    yield from differences(expected, told)
    yield from _same_names(expected["classes"], by_class)  # type: ignore[arg-type]
    if its.state in ("named", "pre_test", "post_test"):
        for role in ("leaders", "members"):
            yield from differences(getattr(rules, role), [each["id"] for each in shown[role]], role)


def _describe_attached(its: CycleProcess, test: str, how: str) -> dict[str, Any] | None:
    if not its.test(test):
        return None
    return {"assessment_id": its.test(test), "activated": test in its.begun, "origin": how}


def _plain(bound: Any) -> str:
    return str(bound) if bound.denominator == 1 else str(float(bound))


def _class(row: InProcess) -> dict[str, Any]:
    return {
        "teacher_id": row.teacher,
        "goal_set": row.goal is not None,
        **{f"{test}_test": _count_reached(row, test) for test in ("pre", "post")},
    }


def _count_reached(row: InProcess, test: str) -> dict[str, int] | None:
    marks = row.marks(test)
    if marks is None:
        return None
    standings = [standing for standing, *_ in marks.values()]
    counted = ("tested", "absent", "exempt", "partial", "not_entered")
    return {"student_count": len(marks), **{each: standings.count(each) for each in counted}}


# -- its figures -----------------------------------------------------------------------------------


def _compare_groups(
    its: CycleProcess,
    shown: dict[str, Any],
    figure: Callable[[Sequence[CycleRoom]], dict[str, Any]],
) -> Iterator[str]:
    """Compare a figure of the team, of each teacher, of each class."""
    rooms = its.rooms()
    yield from differences(figure(rooms), shown["team"], "/team")
    for kind, name in (("teachers", "teacher_id"), ("classes", "class_id")):
        found = {each[name]: each for each in shown[kind]}
        taught: dict[str, list[CycleRoom]] = {}
        for room in rooms:
            taught.setdefault(room.teacher if kind == "teachers" else room.name, []).append(room)
        yield from _same_names(taught, found)
        for each, some in taught.items():
            yield from differences(figure(some), found.get(each, {}), f"/{kind}/{each}")


def _same_names(expected: Mapping[str, Any], shown: Mapping[str, Any]) -> Iterator[str]:
    yield from differences(sorted(expected), sorted(shown), "/names")


def _collection(test: str) -> Callable[..., Iterator[str]]:
    def compare_collection(
        _: CycleRules, its: CycleProcess, __: str, ___: str, shown: dict[str, Any]
    ) -> Iterator[str]:
        return _compare_groups(its, shown, lambda rooms: numbers.tally(rooms, test, its.bands))

    return compare_collection


def _comparison(
    _: CycleRules, its: CycleProcess, __: str, ___: str, shown: dict[str, Any]
) -> Iterator[str]:
    return _compare_groups(its, shown, lambda rooms: numbers.compare_tests(rooms, its.bands))


def _growth(
    _: CycleRules, its: CycleProcess, __: str, ___: str, shown: dict[str, Any]
) -> Iterator[str]:
    def reasons(row: dict[str, Any]) -> dict[str, Any]:
        missing = {name: each["reason"] for name, each in row["withheld_figures"].items()}
        withheld = row["withheld"] and row["withheld"]["reason"]
        return {**row, "withheld_figures": missing, "withheld": withheld}

    told = {**shown, "team": reasons(shown["team"])}
    told |= {kind: [reasons(each) for each in shown[kind]] for kind in ("teachers", "classes")}
    return _compare_groups(its, told, lambda rooms: numbers.growth(rooms, its.bands))


def _goals(
    _: CycleRules, its: CycleProcess, __: str, ___: str, shown: dict[str, Any]
) -> Iterator[str]:
    return _compare_groups(its, shown, lambda rooms: numbers.goal(rooms, its.bands))


def _students(
    _: CycleRules, its: CycleProcess, __: str, ___: str, shown: dict[str, Any]
) -> Iterator[str]:
    expected = numbers.student_rows(its.rooms(), its.bands)
    found = {(each["student_id"], each["class_id"]): each for each in shown["items"]}
    yield from differences(sorted(expected), sorted(found), "/names")
    yield from differences(expected, found)


_SAID: Mapping[str, Callable[..., Iterator[str]]] = dict(
    zip(VIEWS, (_whole, _collection("pre"), _collection("post"), _comparison, _students, _growth,
                _goals), strict=True)
)  # fmt: skip


def _goal_of_class(
    stack: Stack, its: CycleProcess, process: str, name: str, reader: str
) -> Iterator[str]:
    row = its.classes[name]
    shown = ask(stack, reader, "GET", f"/v1/processes/{process}/goals/{name}").body
    room = row.room(name)
    expected = {"version": row.goal_version, "goal": numbers.goal([room], its.bands)}
    yield from differences(expected, shown, f"/goals/{name}")
    told = {each["student_id"]: each["part"] for each in shown["students"]}
    yield from differences(numbers.parts(room, its.bands), told, f"/goals/{name}/parts")
    yield from _same_names(numbers.parts(room, its.bands), told)
