"""A data team's leader at work, with the client that stands in ../python.

pip install ./clients/python
PYTHONPATH=docs/examples python clients/examples/with_python.py https://plumbline.example.org
"""

import json
import sys
from collections.abc import Iterator
from typing import TypeVar
from uuid import uuid4

from plumbline_client import AuthenticatedClient
from plumbline_client.api.assessments import change_assessment, create_assessment
from plumbline_client.api.data_teams import list_teams
from plumbline_client.api.district import read_me
from plumbline_client.api.mastery import download_mastery
from plumbline_client.api.mastery_processes import list_team_processes
from plumbline_client.api.shared_pages import change_page, read_page, remove_page_conflict
from plumbline_client.api.trackers import list_trackers
from plumbline_client.models import (
    AssessmentChanges,
    AssessmentView,
    NewAssessment,
    PageChanges,
    PageName,
    PageView,
    Problem,
    TeamRowView,
)
from plumbline_client.types import UNSET, Response, Unset
from sign_in import sign_in

T = TypeVar("T")


def expect(answer: T | Problem | None) -> T:
    """Return the answer, or print the refusal."""
    if answer is None or isinstance(answer, Problem):
        raise SystemExit(answer.detail if answer else "No answer")
    return answer


def all_teams(client: AuthenticatedClient) -> Iterator[TeamRowView]:
    """Return the leader's teams: every list comes in pages."""
    cursor: str | Unset | None = UNSET
    while cursor is not None:
        page = expect(list_teams.sync(client=client, mine=True, limit=1, cursor=cursor))
        yield from page.items
        cursor = page.next_


def main(api: str) -> None:
    """Do what a leader does, and print what came of it."""
    client = AuthenticatedClient(api, sign_in(api)["access_token"])
    me = expect(read_me.sync(client=client))
    teams = list(all_teams(client))

    # a request under a key makes one thing, however often it is sent
    key = str(uuid4())
    wanted = NewAssessment(title="Fractions check", level_count=3)
    first = create_assessment.sync_detailed(client=client, body=wanted, idempotency_key=key)
    again = create_assessment.sync_detailed(client=client, body=wanted, idempotency_key=key)
    made = expect(first.parsed)

    # a change names the version that it changes
    def rename(version: str, title: str) -> Response[AssessmentView | Problem]:
        changes = AssessmentChanges(title=title)
        return change_assessment.sync_detailed(
            made.id, client=client, body=changes, if_match=version
        )

    renamed = rename(first.headers["ETag"], "Fractions check A")
    stale = rename(first.headers["ETag"], "Fractions check B")
    settled = rename(stale.headers["ETag"], "Fractions check B")

    # a colleague wrote on the same page: both texts are there, and the leader joins them
    process = expect(list_team_processes.sync(teams[0].id, client=client)).items[0].id
    analyze = PageName.ANALYZE

    def save(version: int, strengths: str) -> Response[PageView | Problem]:
        changes = PageChanges(strengths=strengths)
        return change_page.sync_detailed(
            process, analyze, client=client, body=changes, if_match=f'"{version}"'
        )

    mine = "They explain halves and thirds."
    refused = save(0, mine)
    shown = expect(read_page.sync(process, analyze, client=client))
    theirs = strengths_of(shown)
    joined = expect(save(shown.version, f"{theirs} {mine}").parsed)
    for each in joined.conflicts:
        remove_page_conflict.sync(
            process, analyze, each.id, client=client, if_match=f'"{each.version}"'
        )

    # a class's mastery, for a spreadsheet
    tracker = expect(list_trackers.sync(client=client)).items[0].id
    table = download_mastery.sync_detailed(tracker, client=client).content.decode("utf-8-sig")

    outcome = {
        "username": me.username,
        "teams": len(teams),
        "same_assessment": expect(again.parsed).id == made.id,
        "replayed": again.headers.get("Idempotent-Replayed"),
        "renamed": expect(renamed.parsed).title,
        "stale": problem(stale),
        "settled": expect(settled.parsed).title,
        "refused": problem(refused),
        "joined": strengths_of(joined),
        "csv": table.split("\r\n")[0],
    }
    print(json.dumps(outcome))


def strengths_of(page: PageView) -> object:
    """Return what stands in a field that only the page *analyze* has."""
    field = page.fields.strengths
    return None if isinstance(field, Unset) else field.value


def problem(answer: Response[T | Problem]) -> list[int | str]:
    """Return status and code of a refusal."""
    assert isinstance(answer.parsed, Problem)
    return [answer.status_code, answer.parsed.code]


if __name__ == "__main__":
    main(sys.argv[1])
