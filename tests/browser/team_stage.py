"""Mastery Processes of the demonstration district: one at work, one finished, one just begun."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from plumb.client import JobFailed
from plumb.local.stack import create_accounts
from plumb.tour.cycle import Cycle
from plumb.tour.finish import FINISHED
from plumb.tour.ledger import TourLedger
from tests.browser.together import bring_together

if TYPE_CHECKING:
    from plumb.client import Client
    from plumb.tour.team import Member
    from tests.e2e.conftest import LoadedStack

TEAM, NAME = "Grade 3 Mathematics, two schools", "Unit 5 Mastery Process"
"""Of the one at work."""
FEW = 4
"""Its teachers: enough that each text of the demonstration has somebody who writes it."""


class BesideLedger(TourLedger):
    """The steps of another process, in the same ledger."""

    def __init__(self, ledger: TourLedger) -> None:
        self._whole = ledger

    def once(self, step: str, do: Callable[[str], Any]) -> Any:
        return self._whole.once(f"another-{step}", do)

    def __getitem__(self, step: str) -> Any:
        return self._whole[f"another-{step}"]


@dataclass(frozen=True)
class TeamStage:
    """The values that the screens of data teams show; a path names each in braces."""

    finished: str
    work: str
    """A process with both tests, texts and goals, not locked."""
    begun: str
    """One whose Pre-Test nobody has activated."""
    bare: str
    """One without tests."""
    team: str
    own_class: str
    """The leader's."""
    sheet: str
    """The leader's, as its address has it."""
    tracker: str
    """The tracker of that sheet."""
    printout: str


def set_team_stage(deployed: LoadedStack) -> TeamStage:
    """Make it through the API."""
    leader = deployed.loader.team()[0]
    work, finished = work_on_process(deployed), finish_process(deployed)
    pair = bring_together(deployed, "Grade 3 Mathematics, next unit", 2)
    path = f"/v1/teams/{pair.team}/processes"
    bare = leader.client.post(path, {"name": "Unit 6 Mastery Process"}).body["id"]
    process = leader.client.get(f"/v1/processes/{work}")
    own = next(each for each in process["classes"] if each["class_id"] == leader.school_class.id)
    printed = leader.client.post(f"/v1/processes/{work}/printouts")
    leader.client.wait_for_job(printed.location)
    sheet = str(own["pre_test"]["sheet"]).partition("/v1/trackers/")[2].replace("/sheets", "")
    return TeamStage(
        finished=finished,
        work=work,
        begun=pair.process,
        bare=str(bare),
        team=str(process["team_id"]),
        own_class=leader.school_class.id,
        sheet=sheet,
        tracker=sheet.partition("/")[0],
        printout=str(printed.body["id"]),
    )


def work_on_process(deployed: LoadedStack) -> str:
    """Have a few teachers do everything in a Mastery Process but finish it."""
    members = deployed.loader.team()[:FEW]
    ledger = BesideLedger(deployed.loader.ledger)
    process = _work(deployed, members, ledger)
    _rename(deployed.admin, f"/v1/teams/{ledger['team']}", TEAM)
    _rename(members[0].client, f"/v1/processes/{process}", NAME)
    return process


def finish_process(deployed: LoadedStack) -> str:
    """Have the whole team finish one; its report is built in the background."""
    loader, members = deployed.loader, deployed.loader.team()
    process = _work(deployed, members, loader.ledger)
    leader, path = members[0].client, f"/v1/processes/{process}"
    if leader.get(path)["state"] not in FINISHED:
        leader.act(f"{path}/lock", path)
    try:
        leader.wait_for_job(f"/v1/jobs/process-lock.{process}")
    except JobFailed as failed:
        raise AssertionError(failed) from failed
    return process


def _work(deployed: LoadedStack, members: list[Member], ledger: TourLedger) -> str:
    set_id = deployed.loader.ledger["sets"]["Mathematics 3"]
    return Cycle(deployed.admin, members, set_id, ledger, lambda *_: None).work().process


def _rename(client: Client, path: str, name: str) -> None:
    client.change("PATCH", path, {"name": name})


def give_principal_account(deployed: LoadedStack) -> str:
    """Let the administrator of the leader's school in; return the sign-in name."""
    own = deployed.loader.team()[0].school_class
    principals = deployed.loader.district.of_role("principal")
    person = next(each for each in principals if each.school == own.school)
    create_accounts(deployed.up.stack, {person.username: person.email})
    return person.username
