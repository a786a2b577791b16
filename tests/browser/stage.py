"""The data that screens need, beyond the demonstration district."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from plumb.demo.assessments import PARTS_OF_A_WHOLE
from plumb.tour.give import WHOLE_DISTRICT, watch
from plumb.tour.load import contents
from plumb.tour.results import enter
from tests.browser.setup_stage import SetupStage, set_setup_stage
from tests.browser.team_stage import TeamStage, set_team_stage
from tests.support.questions import a_choice, a_package, an_item

if TYPE_CHECKING:
    from plumb.client import Client
    from tests.e2e.conftest import LoadedStack

STANDARD = PARTS_OF_A_WHOLE.standards[0]


@dataclass(frozen=True)
class BrowserStage:
    """The ids of what stands on a screen; a path names them in braces."""

    given: str
    """An assessment with results."""
    written: str
    """One that nobody was given."""
    draft: str
    delivered: str
    planned: str
    recalled: str
    read_import: str
    refused_import: str
    waiting_import: str
    school: str
    class_: str
    teacher: str
    teams: TeamStage
    setup: SetupStage


def set_stage(deployed: LoadedStack) -> BrowserStage:
    """Make it through the API."""
    admin, ledger = deployed.admin, deployed.loader.ledger
    given = ledger["assessment-0"]
    watch(admin, deployed.now, lambda _: None)
    enter_results(deployed)
    written = write_assessment(deployed, "Grade 3 Mathematics: Winter Check")
    school, class_, teacher = find_class(admin)
    coming = write_assessment(deployed, "Grade 3 Mathematics: Spring Check")
    attach(admin, written, "Winter check.pdf", b"%PDF-1.7\nfour rows of beans\n%%EOF\n")
    attach(admin, written, "Broken.pdf", b"no page of a PDF\n")
    draft = {"title": "Grade 3 Mathematics: Spring Draft", "visibility": "district"}
    return BrowserStage(
        given=given,
        written=written,
        draft=str(admin.post("/v1/assessments", draft).body["id"]),
        delivered=deployed.now,
        planned=distribute(admin, coming, start=in_days(5)),
        recalled=recall(admin, written),
        read_import=bring_items(deployed, a_package(a_choice(), an_item("<p>Hm.</p>", name="Q2"))),
        refused_import=bring_items(deployed, b"no package"),
        waiting_import=announce_items(deployed, 10)["id"],
        school=school,
        class_=class_,
        teacher=teacher,
        teams=set_team_stage(deployed),
        setup=set_setup_stage(deployed),
    )


def enter_results(deployed: LoadedStack) -> None:
    """Have two teachers enter what their classes answered."""
    loader = deployed.loader
    enter([loader.client(each.username) for each in loader.cast.teachers], loader.ledger)


def write_assessment(deployed: LoadedStack, title: str) -> str:
    """Write an assessment that can be distributed."""
    admin = deployed.admin
    begun = {
        "title": title,
        "standards_set_id": deployed.loader.ledger["sets"]["Mathematics 3"],
        "visibility": "district",
    }
    made = str(admin.post("/v1/assessments", begun).body["id"])
    admin.change("PUT", f"/v1/assessments/{made}/items", contents(PARTS_OF_A_WHOLE))
    return made


def distribute(admin: Client, assessment: str, **changes: Any) -> str:
    """Distribute an assessment; by default to the whole district."""
    body = {"assessment_id": assessment, "selection": WHOLE_DISTRICT, "notify": True, **changes}
    return str(admin.post("/v1/distributions", body).body["id"])


def in_days(days: int, time: str = "08:00") -> dict[str, str]:
    """Return a start in so many days."""
    day = date.today() + timedelta(days=days)  # noqa: DTZ011 - any day to come
    return {"option": "schedule", "start_date": day.isoformat(), "start_time": time}


def find_tracker(admin: Client, assessment: str) -> str:
    """Find a tracker that matches and does not have it yet."""
    path = f"/v1/assessments/{assessment}/matches"
    schools = admin.items(path, matching="true")
    school = next(each for each in schools if each["matching_count"])
    rows = admin.items(f"{path}/{school['school_id']}")
    return next(str(each["tracker_id"]) for each in rows if each["matches"])


def find_class(admin: Client) -> tuple[str, str, str]:
    """Find a class that somebody teaches: its school, itself, its teacher."""
    for school in admin.items("/v1/schools"):
        for each in admin.items("/v1/classes", school_id=school["id"]):
            if each["teachers"]:
                return str(school["id"]), str(each["id"]), str(each["teachers"][0]["id"])
    raise LookupError


def recall(admin: Client, assessment: str) -> str:
    """Distribute an assessment to one tracker, and recall it."""
    tracker = find_tracker(admin, assessment)
    made = distribute(admin, assessment, selection={"tracker_ids": [tracker]}, notify=False)
    watch(admin, made, lambda _: None)
    path = f"/v1/distributions/{made}"
    admin.act(f"{path}/recall", path, {"comment": "The wrong edition."})
    return made


def attach(admin: Client, assessment: str, name: str, content: bytes) -> None:
    """Attach a file, and wait until it was looked at."""
    path = f"/v1/assessments/{assessment}/attachments"
    said = {"name": name, "type": "application/pdf", "size": len(content)}
    made = admin.post(path, said).body
    admin.upload(made["upload"], content, name)
    for _ in range(60):
        if admin.get(f"{path}/{made['id']}")["state"] != "awaiting_upload":
            return
        admin.pause(0.5)
    raise TimeoutError(name)


def announce_items(deployed: LoadedStack, size: int) -> dict[str, Any]:
    """Announce a package of items."""
    said = {
        "title": "From the publisher",
        "standards_set_id": deployed.loader.ledger["sets"]["Mathematics 3"],
        "standards": [STANDARD],
        "file_name": "unit-4.zip",
        "size": size,
    }
    made: dict[str, Any] = deployed.admin.post("/v1/item-imports", said).body
    return made


def bring_items(deployed: LoadedStack, package: bytes) -> str:
    """Upload a package of items, and wait until it was read or refused."""
    made = announce_items(deployed, len(package))
    deployed.admin.upload(made["upload"], package, "unit-4.zip")
    for _ in range(60):
        if deployed.admin.get(f"/v1/item-imports/{made['id']}")["state"] != "awaiting_upload":
            return str(made["id"])
        deployed.admin.pause(0.5)
    raise TimeoutError("the package")
