"""Each number of a process is one number, wherever somebody reads it: compared output by output."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chalicelib.mail.messages import Origin
from chalicelib.mail.model import Contact
from chalicelib.processes.goals.model import KeptGoal
from chalicelib.processes.model import ProcessSnapshot
from chalicelib.processes.reporting.email_summary import build_email_summary
from chalicelib.processes.reporting.finished_report import build_finished_report
from chalicelib.processes.reporting.measurements import measure_process
from chalicelib.processes.reporting.model import ReportContext
from chalicelib.processes.reporting.papers import to_print
from chalicelib.processes.reporting.printed_template import template
from chalicelib.processes.reporting.redaction import redact
from chalicelib.storage import keys
from chalicelib.storage.conditions import Delete, Put
from tests.api.process_scene import CLASSES, TeamAtWork, expect_ok
from tests.support.mails import render, store
from tests.support.process_rows import a_class, a_row
from tests.support.world import DISTRICT

FRAME = ReportContext(district="Green Bluff ISD")
TEAM = "Whole team"
Told = Iterator[tuple[tuple[str, str], str]]
"""Whose number it is and what it is called, with the number as it is written."""

# -- random processes ------------------------------------------------------------------------------

_RESULT = st.one_of(
    st.integers(0, 20), st.integers(11, 16), st.sampled_from(["absent", "exempt", "not_entered"])
)
_CLASS = st.fixed_dictionaries(
    {
        "both": st.lists(st.tuples(_RESULT, _RESULT), min_size=4, max_size=9),
        "post": st.sampled_from([True, True, True, False]),
        "goal": st.sampled_from([None, "set", "added"]),
    }
)
_PROCESS = st.fixed_dictionaries(
    {"classes": st.lists(_CLASS, min_size=4, max_size=4), "movers": st.integers(0, 6)}
)


def fill(team: TeamAtWork, spec: Mapping[str, Any]) -> ProcessSnapshot:
    """Write a process's classes and goals; some students change from the first class to others."""
    writes: list[Put | Delete] = []
    tests = [_tests(f"c{n}", each) for n, each in enumerate(spec["classes"], 1)]
    _move(tests, spec["movers"])
    for (name, teacher), each, (pre, post) in zip(
        CLASSES.items(), spec["classes"], tests, strict=True
    ):
        made = a_class(name, teacher, pre, post if each["post"] else None)
        writes.append(a_row(DISTRICT, team.process, made))
        key = keys.process_goal(DISTRICT, team.process, name)
        if each["goal"]:
            low = [who for who, got in pre.items() if isinstance(got, int) and got < 13]
            goal = KeptGoal(added=tuple(low[:1] if each["goal"] == "added" else ()), set_by="lena")
            writes.append(Put(key, {"version": 1, "doc": goal.model_dump_json()}))
        else:
            writes.append(Delete(key))
    team.world.services.table.commit(writes)
    opened = team.world.services.process_items.open(DISTRICT, team.process)
    assert opened is not None
    return opened


def _tests(name: str, spec: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    pairs = {f"{name}s{n}": both for n, both in enumerate(spec["both"])}
    return {who: pre for who, (pre, _) in pairs.items()}, {
        who: post for who, (_, post) in pairs.items()
    }


def _move(tests: list[tuple[dict[str, Any], dict[str, Any]]], many: int) -> None:
    for n, who in enumerate(list(tests[0][1])[:many]):
        to = tests[1 + n % 3]
        to[1][who] = tests[0][1].pop(who)
        to[0][who] = "not_entered"


# -- what each output says -------------------------------------------------------------------------


def percent(said: str | None) -> str:
    """Take the percent out of a text: `62.5%`; nothing where there is none."""
    found = re.search(r"\d+(\.\d+)?%", (said or "").replace("\N{NO-BREAK SPACE}", " "))
    return found[0] if found else ""


def _rows(body: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield TEAM, body["team"]
    yield from ((each["teacher_name"], each) for each in body["teachers"])


def of_collection(body: Mapping[str, Any]) -> Told:
    test = body["test"]
    for who, row in _rows(body):
        yield (who, f"{test} tested"), str(row["tested"])
        yield (who, f"{test} absent"), str(row["absent"])
        yield (who, f"{test} average"), percent(row["average"]["text"])
        yield (who, f"{test} enough"), percent(row["proficient"]["text"])
        for level in row["levels"]:
            yield (who, f"{test} at {level['name']}"), str(level["student_count"])


def of_comparison(body: Mapping[str, Any]) -> Told:
    for who, row in _rows(body):
        for test in ("pre", "post"):
            yield (who, f"{test} tested"), str(row["all_tested"][test]["student_count"])
            yield (who, f"{test} average"), percent(row["all_tested"][test]["text"])
            yield (who, f"{test} average of both"), percent(row["matched"][test]["text"])
        yield (who, "both"), str(row["matched"]["pre"]["student_count"])
        yield from _change(who, row["matched"]["change"])


def _change(who: str, change: Mapping[str, Any] | None) -> Told:
    if change:
        yield (who, "change"), change["text"].removesuffix(" percentage points")
        yield (who, "relative"), percent(change["relative_text"])


def of_growth(body: Mapping[str, Any]) -> Told:
    for who, row in _rows(body):
        yield (who, "both"), str(row["student_count"])
        if row["average"]:
            for test in ("pre", "post"):
                yield (who, f"{test} average of both"), percent(row["average"][test]["text"])
            yield from _change(who, row["average"]["change"])
        for test in ("pre", "post"):
            lacking = [e["student_count"] for e in row["left_out"] if e["test"] != test]
            yield (who, f"{test} tested"), str(row["student_count"] + sum(lacking))
        if goal := row["goal"]:
            yield (who, "target"), percent(goal["target"]["text"])
            yield (who, "reached"), percent(goal["reached"]["text"])
            yield (who, "post enough"), percent(goal["reached"]["text"])
            yield (who, "met"), "met" if goal["met"] else "not met"
            yield (who, "confirmed"), f"{goal['decided_class_count']} of {goal['class_count']}"
    yield (TEAM, "left out"), body["team"]["left_out_message"]


def of_goals(body: Mapping[str, Any]) -> Told:
    for who, row in _rows(body):
        yield (who, "pre tested"), str(row["tested"])
        yield (who, "baseline"), percent(row["baseline"]["text"])
        yield (who, "pre enough"), percent(row["baseline"]["text"])
        yield (who, "target"), percent(row["target"]["text"])
        yield (who, "confirmed"), f"{row['decided_class_count']} of {row['class_count']}"
    yield from _of_sentence(body["team"]["message"])


def _of_sentence(sentence: str) -> Told:
    """Read a goal written out, or with what came of it."""
    found = re.search(r"(?:rise from (?P<one>.*?) \(.*\) to|stay at) (?P<two>.*?) \(", sentence)
    if found:
        yield (TEAM, "target"), found["two"]
        yield (TEAM, "baseline"), found["one"] or found["two"]
    if found := re.search(
        r"(?P<met>met|not met): (?P<got>.*?) \(.*the goal was (?P<aim>.*?) \(", sentence
    ):
        yield (TEAM, "target"), found["aim"]
        yield (TEAM, "reached"), found["got"]
        yield (TEAM, "met"), found["met"]
    if found := re.search(r"Confirmed for (\d+ of \d+)", sentence):
        yield (TEAM, "confirmed"), found[1]


def of_csv(text: str) -> Told:
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
    for test, column in (("pre", "Pre-test"), ("post", "Post-test")):
        tested = {row["Student ID"] for row in rows if row[column] == "tested"}
        yield (TEAM, f"{test} tested"), str(len(tested))
    change = next(name for name in rows[0] if name.startswith("Change in percentage"))
    yield (TEAM, "both"), str(len({row["Student ID"] for row in rows if row[change]}))


def of_results(rows: list[Mapping[str, Any]]) -> Told:
    for row in rows:
        who = row["label"]
        for test in ("pre", "post"):
            yield (who, f"{test} tested"), row[f"{test}_tested"]
            yield (who, f"{test} absent"), row[f"{test}_absent"]
            yield (who, f"{test} average"), row[f"{test}_average"]
            yield (who, f"{test} enough"), row[f"{test}_meets"]
        yield (who, "both"), row["matched"]
        yield (who, "change"), row["points"]
        yield (who, "relative"), percent(row["percent"])


def of_report(told: Mapping[str, Any]) -> Told:
    yield from of_results([told["team"], *told["teachers"]])
    for group in told["chart"]["groups"]:
        for test, bar in zip(("pre", "post"), group["bars"], strict=False):
            for level, many in zip(told["chart"]["levels"], bar["counts"], strict=False):
                yield (group["label"], f"{test} at {level['name']}"), str(many)
    for goal in told["goals"]:
        if goal["under"] == "" or goal["under"].startswith("Confirmed"):
            yield (goal["label"], "baseline"), goal["baseline"]
            yield (goal["label"], "target"), goal["target"]
            yield (goal["label"], "reached"), goal["result"]
            if found := re.search(r"(\d+ of \d+) class", goal["under"]):
                yield (goal["label"], "confirmed"), found[1]
    yield from _of_sentence(told["summary"]["goal"])
    left_out = told["legend"].partition("rounded ones. ")[2]
    yield (TEAM, "left out"), left_out


def of_template(told: Mapping[str, Any]) -> Told:
    team = told["collect"][0]
    yield (TEAM, "pre tested"), team["tested"]
    yield (TEAM, "pre average"), team["average"]
    for level, many in zip(told["levels"], team["counts"], strict=False):
        yield (TEAM, f"pre at {level['name']}"), many
    yield from of_results(list(told["results"]))
    yield from _of_sentence(told["team_goal_sentence"])


def of_mail(text: str) -> Told:
    """Read the plain text of the mail."""
    summary = text.partition("SUMMARY")[2].partition("STUDENTS AT EACH LEVEL")[0]
    for block in re.split(r"\n\n", summary):
        label, *lines = block.strip().splitlines() or [""]
        name = {"Tested": "tested", "Absent": "absent", "Average of all tested": "average",
                "Meets or above": "enough"}.get(label)  # fmt: skip
        name = "average of both" if label.endswith("with both tests") else name
        for line in lines if name else ():
            test, _, value = line.strip().partition("-test: ")
            if value:
                yield (TEAM, f"{test.lower()} {name}"), value
        if name == "average of both":
            yield (TEAM, "both"), re.search(r"\d+", label)[0]  # type: ignore[index]
            found = re.search(r"Change: (\S+) percentage points", block)
            yield (TEAM, "change"), found[1] if found else ""
    levels = text.partition("STUDENTS AT EACH LEVEL")[2].partition("MOVEMENT")[0]
    for level, pre, post in re.findall(
        r"- (.+?) \(.*?\): pre-test (\d+) .*?post-test (\d+)", levels
    ):
        yield (TEAM, f"pre at {level}"), pre
        yield (TEAM, f"post at {level}"), post
    yield from _of_sentence(text.partition("SUMMARY")[0].replace("\n", " "))


def all_outputs(
    team: TeamAtWork, opened: ProcessSnapshot
) -> dict[str, list[tuple[tuple[str, str], str]]]:
    """Ask every output of a process."""

    def ask(what: str) -> Any:
        return expect_ok(team.noah.get(f"{team.path}/{what}")).body

    figures = redact(measure_process(opened))
    said = build_email_summary(opened.process, FRAME, figures, 1)
    sent = render(
        store(said, "01K"), Contact("dana@example.org", "Dana"), Origin("District", "p@example.org")
    )
    return {
        "/collection?test=pre": list(of_collection(ask("collection?test=pre"))),
        "/collection?test=post": list(of_collection(ask("collection?test=post"))),
        "/comparison": list(of_comparison(ask("comparison"))),
        "/growth": list(of_growth(ask("growth"))),
        "/goals": list(of_goals(ask("goals"))),
        "students.csv": list(of_csv(ask("comparison/students.csv"))),
        "report": list(of_report(to_print(build_finished_report(opened, FRAME, figures)).data)),
        "template": list(of_template(to_print(template(opened, FRAME, "", ())).data)),
        "mail": list(of_mail(sent.text)),
    }


def gather(
    outputs: Mapping[str, list[tuple[tuple[str, str], str]]],
) -> dict[tuple[str, str], dict[str, set[str]]]:
    """Put what all say of one number together; what is blank or hidden says nothing."""
    found: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for output, told in outputs.items():
        for name, value in told:
            if value not in ("", "not shown"):
                found[name][value].add(output)
    return found


@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(_PROCESS)
def test_all_outputs_of_a_process_say_the_same_number(
    team: TeamAtWork, spec: Mapping[str, Any]
) -> None:
    found = gather(all_outputs(team, fill(team, spec)))
    assert not {name: dict(values) for name, values in found.items() if len(values) > 1}


FULL: dict[str, Any] = {
    "classes": [
        {"both": [(10, 14), (13, 15), (14, 13), (6, 10), (16, 18), (12, 14), (11, "absent")],
         "post": True, "goal": "added"},
        {"both": [(12, 12), (13, 16), (18, 20), (4, 8), (15, 14), (9, 15)],
         "post": True, "goal": None},
        {"both": [(8, 11), (13, 14), (17, 17), (5, 13), (14, 16), ("absent", 15)],
         "post": True, "goal": "set"},
        {"both": [(7, 9), (13, 13), (19, 20), (10, 12), (14, 15), (11, 16)],
         "post": True, "goal": None},
    ],
    "movers": 2,
}  # fmt: skip


def test_the_goal_of_the_team_is_one_number_in_five_places(team: TeamAtWork) -> None:
    found = gather(all_outputs(team, fill(team, FULL)))
    five = {"/goals", "/growth", "report", "template", "mail"}
    for what in ("target", "confirmed"):
        ((_, outputs),) = found[TEAM, what].items()
        assert outputs >= five, what
    assert found[TEAM, "confirmed"].keys() == {"2 of 4"}
    ((_, outputs),) = found[TEAM, "both"].items()
    assert outputs >= {"/comparison", "/growth", "students.csv", "report", "mail"}
    for what in ("pre average", "post average", "pre tested", "post tested", "change"):
        assert len(*found[TEAM, what].values()) >= 3, what
