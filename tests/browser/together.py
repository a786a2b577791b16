"""A data team of the demonstration district, with a process whose test is scored by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from plumb.demo.unit import UNIT
from plumb.tour.load import contents

if TYPE_CHECKING:
    from plumb.tour.team import Member
    from tests.e2e.conftest import LoadedStack


@dataclass(frozen=True)
class Together:
    """Teachers who work on one process; the first leads."""

    members: list[Member]
    team: str
    process: str

    def usernames(self) -> list[str]:
        """Return the names they sign in with."""
        return [member.person.username for member in self.members]

    @property
    def path(self) -> str:
        """Where the process is in the API."""
        return f"/v1/processes/{self.process}"


def bring_together(
    deployed: LoadedStack, name: str, people: int, *, process: bool = True
) -> Together:
    """Make a team of so many teachers, with a process whose pre-test nobody has yet."""
    members = deployed.loader.team()[:people]
    assert len(members) == people
    leader = members[0].client
    ids = [member.person.id for member in members]
    who = {"name": name, "leader_ids": ids[:1], "member_ids": ids[1:]}
    team = deployed.admin.post("/v1/teams", who)
    if not process:
        return Together(members, str(team.body["id"]), "")
    set_id = deployed.loader.ledger["sets"]["Mathematics 3"]
    standard = contents(UNIT)["items"][0]["standards"][0]
    draft = {
        "title": f"{name}: Pre-Test",
        "kind": "item",
        "standards_set_id": set_id,
        "visibility": "private",
    }
    test = str(leader.post("/v1/assessments", draft).body["id"])
    items = [
        {"kind": "points", "prompt": prompt, "standards": [standard], "points": "4"}
        for prompt in ("Name each part of a whole.", "Draw three fourths.")
    ]
    leader.change("PUT", f"/v1/assessments/{test}/items", {"items": items})
    begun = {"name": name, "pre_test": {"assessment_id": test}}
    made = leader.post(f"/v1/teams/{team.body['id']}/processes", begun)
    return Together(members, str(team.body["id"]), str(made.body["id"]))
