"""Refusals are data: declared once, in words that a school secretary understands, and raised."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from chalicelib import errors
from chalicelib.errors import FieldProblem, FileProblem, ProblemType, names_in
from chalicelib.processes.rollout import model as opening
from chalicelib.web.problems import STATUSES
from docs import catalog
from docs.catalog import CatalogEntry
from openapi.files import build_document
from openapi.problems import CODES, UNFORESEEN
from tests.house.sources import ROOT, nodes, product, product_nodes

PROBLEMS = catalog.problems()
FIELDS = catalog.field_problems()
FILES = catalog.file_problems()
EVERY: list[CatalogEntry[Any]] = [*PROBLEMS, *FIELDS]

WORDS = 25
"""Most words of a sentence."""
FOREIGN = re.compile(
    r"\b(whom|shall|told|said|is to be|are to be|besides|by themselves|mend|mended|"
    r"any more|tells? of|speaks? of|(is|are) meant|not certain|an own|stays so)\b",
    re.IGNORECASE,
)
"""Words that no sentence of ours holds: English that was translated."""


def write_name(entry: CatalogEntry[Any]) -> str:
    return f"{entry.module.removeprefix('chalicelib.')}.{entry.name}"


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", re.sub(r"\{[^}]*\}", "it", text))


AREAS = sorted({each.module.split(".")[1] for each in FILES})
"""The readers of files: each has its own problems, as each has its own page."""


def of_area(area: str) -> list[CatalogEntry[FileProblem]]:
    return [each for each in FILES if each.module.split(".")[1] == area]


def by_code(found: list[CatalogEntry[Any]]) -> dict[str, list[CatalogEntry[Any]]]:
    codes = defaultdict(list)
    for each in found:
        codes[each.declared.code].append(each)
    return codes


def test_there_are_refusals_to_look_at() -> None:
    assert len(by_code(PROBLEMS)) > 180
    assert len(by_code(FIELDS)) > 60
    assert len(FILES) > 250
    assert {"assessments", "results", "spreadsheet_problems", "rosters", "standards"} < set(AREAS)


@pytest.mark.parametrize(
    "found",
    [PROBLEMS, FIELDS, *map(of_area, AREAS)],
    ids=["refusals", "fields", *AREAS],
)
def test_a_code_is_declared_once_and_everything_else_is_a_variant_of_it(
    found: list[CatalogEntry[Any]],
) -> None:
    twice = {
        code: [write_name(each) for each in entries]
        for code, entries in by_code(found).items()
        if sum(not each.declared.is_variant for each in entries) != 1
    }
    assert not twice


def test_a_code_means_one_status() -> None:
    split = {
        code: {each.declared.kind.__name__ for each in entries}
        for code, entries in by_code(PROBLEMS).items()
        if len({STATUSES[each.declared.kind] for each in entries}) != 1
    }
    assert not split


def test_codes_are_snake_case_and_american() -> None:
    wrong = [
        each.declared.code
        for each in [*EVERY, *FILES]
        if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", each.declared.code)
        or FOREIGN.search(each.declared.code.replace("_", " "))
    ]
    assert not wrong


def test_every_refusal_names_the_way_out() -> None:
    assert not [write_name(each) for each in PROBLEMS if not each.declared.way_out]


def faults(text: str) -> list[str]:
    """Return what is not short and plain: foreign words, no period, long sentences."""
    found = [each[0] for each in FOREIGN.finditer(text)]
    found += [] if text.endswith((".", "}")) else ["a sentence ends with a period"]
    return found + [each for each in sentences(text) if len(each.split()) > WORDS]


def test_every_sentence_is_short_and_plain() -> None:
    wrong = {write_name(each): found for each in EVERY if (found := faults(each.declared.text))}
    assert not wrong


def test_every_problem_of_a_file_is_short_and_plain() -> None:
    severities = {"reject", "error", "hold", "warning", "refused", "unsupported"}
    assert {each.declared.severity for each in FILES} <= severities
    texts = [(each, text) for each in FILES for text in (each.declared.reason, each.declared.fix)]
    assert not {write_name(each): found for each, text in texts if text and (found := faults(text))}
    assert not [write_name(each) for each, text in texts if ";" in text], "one idea a sentence"


def test_every_reason_why_no_process_opens_is_short_and_plain() -> None:
    reasons = set(opening.SENTENCES.values())
    assert not {each: found for each in reasons if (found := faults(each))}
    assert not [each for each in reasons if ";" in each or not each.endswith(".")]


# -- how they are raised --------------------------------------------------------------------------


KINDS = {kind.__name__ for kind in STATUSES}


def calls() -> Iterator[tuple[str, ast.Call]]:
    for name, node in product_nodes(ast.Call):
        yield f"chalicelib/{name}:{node.lineno}", node


def name_of(node: ast.expr) -> str:
    return getattr(node, "id", getattr(node, "attr", ""))


def test_nothing_is_refused_with_a_literal_sentence() -> None:
    literal = [
        where
        for where, call in calls()
        if not where.startswith("chalicelib/errors.py:")
        and (
            name_of(call.func) in KINDS
            or (
                name_of(call.func) == "Detail"
                and isinstance(call.args[1], ast.Constant | ast.JoinedStr)
            )
        )
    ]
    assert not literal, "declare it in the domain's refusals.py"


def test_nothing_is_wrong_with_a_file_in_literal_words() -> None:
    """Declarations stand in `..._problems.py`, and only a declaration makes a finding."""
    literal = [
        where
        for where, call in calls()
        if not where.startswith("chalicelib/errors.py:")
        and (
            name_of(call.func) == "FileFinding"
            or (name_of(call.func) == "FileProblem" and "_problems.py:" not in where)
        )
    ]
    assert not literal, "declare it in the domain's ..._problems.py"


def test_every_problem_of_keys_and_responses_names_the_way_out() -> None:
    areas = ("assessments", "results", "spreadsheet_problems")
    assert not [
        write_name(each) for area in areas for each in of_area(area) if not each.declared.fix
    ]


def group_declared() -> dict[str, list[CatalogEntry[Any]]]:
    """Declarations by the name of their constant; a table's stand under the table's."""
    names = defaultdict(list)
    for each in [*EVERY, *FILES]:
        names[each.name].append(each)
    return names


def test_every_refusal_is_raised_somewhere() -> None:
    used: dict[str, int] = defaultdict(int)
    for path in (*product(), ROOT / "infra" / "gateway.py"):
        named: list[ast.Name | ast.Attribute] = []
        named += nodes(path, ast.Name)
        named += nodes(path, ast.Attribute)
        for node in named:
            if isinstance(node.ctx, ast.Load):
                used[name_of(node)] += 1
    assert not sorted(name for name in group_declared() if not used[name])


def text_of(declared: ProblemType[Any] | FieldProblem | FileProblem) -> str:
    if isinstance(declared, FileProblem):
        return declared.reason + declared.fix
    return declared.text


REPORTS = {"report", "finding", "Refused", "Unsupported"}
"""Functions that take a problem of a file, and its facts."""


def is_of_a_file(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and name_of(node.value).endswith("_problems")


def test_every_refusal_gets_the_facts_that_its_sentence_names() -> None:
    known = group_declared()
    wrong = []
    for where, call in calls():
        given = {each.arg for each in call.keywords}
        if None in given or not isinstance(call.func, ast.Name | ast.Attribute):
            continue
        made: list[ast.expr] = [call.func]
        if name_of(call.func) in REPORTS:
            made += [node for node in call.args[:1] if is_of_a_file(node)]
        for each in map(name_of, made):
            texts = [names_in(text_of(one.declared)) for one in known.get(each, [])]
            if texts and not any(names <= given for names in texts):
                wrong.append(where)
    assert not wrong


def test_every_refusal_is_seen_in_a_test() -> None:
    texts = [
        path.read_text()
        for path in (ROOT / "tests").rglob("*.py")
        if path != Path(__file__).resolve()
    ]
    words = {word for text in texts for word in re.findall(r"[A-Za-z0-9_]+", text)}
    unseen = {
        each.declared.code
        for each in PROBLEMS
        if each.declared.code not in words and each.name not in words
    }
    assert not unseen


def test_openapi_lists_the_codes_of_each_status() -> None:
    listed = {
        (each["content"]["application/problem+json"]["example"]["status"], code)
        for each in build_document()["components"]["responses"].values()
        for code in each[CODES]
    }
    assert listed - {(500, UNFORESEEN)} == {
        (STATUSES[each.declared.kind], each.declared.code) for each in PROBLEMS
    }


# -- how they are made ----------------------------------------------------------------------------

FULL = ProblemType("team_full", errors.Conflict, "A team has at most {most} people.", "Remove one.")


def test_a_fact_that_the_sentence_names_is_written_into_it_and_every_other_is_a_member() -> None:
    made = FULL("/members", most=100, team="t1")
    assert str(made) == "team_full: A team has at most 100 people. Remove one."
    assert made.facts == {"team": "t1"}
    assert [each.pointer for each in made.details] == ["/members"]


def test_a_variant_keeps_code_and_kind() -> None:
    other = FULL.variant("The team is full.", "Choose another.")
    assert isinstance(other(), errors.Conflict)
    assert (other().code, other().message) == ("team_full", "The team is full. Choose another.")


def test_a_single_place_says_what_is_wrong_with_it() -> None:
    wrong = FieldProblem("level_unknown", "There is no level {level}.", "Choose from {all}.")
    found = wrong("/rows/0/levels", level=7, all="1 to 4")
    assert found.message == "There is no level 7. Choose from 1 to 4."
    assert (
        found.at("/levels", "Row 1:").message == "Row 1: There is no level 7. Choose from 1 to 4."
    )
