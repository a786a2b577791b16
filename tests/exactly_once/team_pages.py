"""A data team writes in the laboratory: who sends what, and what must be there afterwards."""

from __future__ import annotations

from typing import Any

from chalicelib.processes.goals.model import KeptGoal, read_goals
from chalicelib.processes.model import ProcessSnapshot
from chalicelib.processes.pages.model import Aside, ProcessPage, read_asides, read_page
from chalicelib.processes.repository import ProcessRepository
from tests.exactly_once.classroom import ask, ask_once
from tests.exactly_once.data_team import UNIT, a_data_team
from tests.exactly_once.district import our_table
from tests.exactly_once.stack import DISTRICT, Cloud, Reply, Stack
from tests.support.process_rows import a_class, a_row

PAGES = f"/v1/processes/{UNIT}/pages"
GOAL = f"/v1/processes/{UNIT}/goals/c1"


def a_team_with_results() -> Cloud:
    """Tess's class has been tested; nobody has written anything."""
    cloud = a_data_team()
    scores = a_class("c1", "tess", {"ada": 18, "bob": 13, "cy": 12, "dee": 4})
    our_table(cloud).commit([a_row(DISTRICT, UNIT, scores)])
    return cloud


def save(
    stack: Stack, person: str, version: int, page: str = "analyze", key: str = "", **texts: Any
) -> Reply:
    """Write on a page, as somebody with patience."""
    return ask(stack, person, "PATCH", f"{PAGES}/{page}", texts, version=version, key=key)


def save_once(stack: Stack, person: str, version: int, page: str, texts: dict[str, Any]) -> Reply:
    """Write where nothing is broken: the first answer counts."""
    reply = ask_once(stack, person, "PATCH", f"{PAGES}/{page}", texts, version=version)
    assert reply is not None
    return reply


def open_process(stack: Stack) -> ProcessSnapshot:
    """Read the whole process as it is kept."""
    found = ProcessRepository(our_table(stack.cloud)).open(DISTRICT, UNIT)
    assert found is not None
    return found


def page_of(stack: Stack, name: str = "analyze") -> ProcessPage:
    return read_page(name, open_process(stack).pages)


def asides_of(stack: Stack, name: str = "analyze") -> list[Aside]:
    return read_asides(name, open_process(stack).asides)


def goal_of(stack: Stack) -> KeptGoal:
    return read_goals(open_process(stack).goals).get("c1", KeptGoal())


def list_refused_texts(stack: Stack, name: str = "analyze") -> set[tuple[str, str, str]]:
    """Return the person, field and text of everything that lies beside a page."""
    return {
        (aside.by, text.field, str(text.value))
        for aside in asides_of(stack, name)
        for text in aside.texts
    }
