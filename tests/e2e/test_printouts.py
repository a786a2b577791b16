"""The template of a process, printed by the report function with its layer."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from plumb.client import ApiProblem, Client
from tests.e2e.conftest import LoadedStack
from tests.e2e.test_item_bank import wait_out


@pytest.fixture
def process(deployed: LoadedStack, admin: Client, teacher: Client) -> dict[str, Any]:
    """Start a process in a team that the first teacher leads."""
    leader = deployed.loader.cast.teachers[0]
    team = admin.post("/v1/teams", {"name": "Grade 3", "leader_ids": [leader.id]}).body
    path = f"/v1/teams/{team['id']}/processes"
    return dict(teacher.post(path, {"name": "Größen & 分数"}).body)


def test_a_printout_is_set_kept_and_fetched(process: dict[str, Any], teacher: Client) -> None:
    asked = teacher.post(f"/v1/processes/{process['id']}/printouts")
    view = wait_out(teacher, f"/v1/printouts/{asked.body['id']}", "pending")
    assert view["state"] == "ready", view
    fetched = httpx.get(view["url"])
    assert fetched.status_code == 200, fetched.text
    assert fetched.content.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in fetched.content
    assert len(fetched.content) == view["size"]
    assert "attachment" in fetched.headers["Content-Disposition"]
    job = teacher.get(f"/v1/jobs/printout.{view['id']}")
    assert (job["state"], job["percent"]) == ("done", 100)


def test_a_printout_belongs_to_the_person_who_asked(
    deployed: LoadedStack, process: dict[str, Any], teacher: Client
) -> None:
    asked = teacher.post(f"/v1/processes/{process['id']}/printouts").body
    other = deployed.loader.client(deployed.loader.cast.teachers[1].username)
    with pytest.raises(ApiProblem) as refused:
        other.get(f"/v1/printouts/{asked['id']}")
    assert refused.value.code == "printout_not_found"
