"""Who gets notice of a delivery, and how many notices go into one transaction?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from chalicelib.distribution.delivery_email import TrackerLine
from chalicelib.distribution.notices import LINES, NOTICES, Recipient, recipients, together
from chalicelib.distribution.plan import Target
from chalicelib.mail.payload import LISTED
from chalicelib.rosters.model import Teacher


def people(many: int, trackers: int) -> list[Recipient]:
    line = TrackerLine(school="North Elementary", name="Math 3", role="owner")
    return [Recipient(f"p{n}", (line,) * trackers) for n in range(many)]


@pytest.mark.parametrize("trackers", [1, 3, 40, 199, 200, 5000])
def test_no_transaction_holds_more_than_it_can(trackers: int) -> None:
    """Coaches work on hundreds of trackers each, and a mail names up to two hundred."""
    everybody = people(200, trackers)
    cut = list(together(everybody))
    assert [each for some in cut for each in some] == everybody
    assert max(map(len, cut)) <= NOTICES
    assert max(sum(min(len(p.trackers), LISTED) for p in some) for some in cut) <= LINES


def test_ordinary_notices_fill_their_transactions() -> None:
    assert [len(some) for some in together(people(200, 5))] == [90, 90, 20]
    assert list(together([])) == []


def a_target(
    owner: str, *collaborators: str, teachers: tuple[Teacher, ...] | None = None
) -> Target:
    return Target("T1", "north", "fit", owner, collaborators, "Period 1", teachers=teachers)


def list_recipients(*targets: Target, day: str = "2026-09-14") -> dict[str, list[tuple[str, str]]]:
    """Return who gets notice of which trackers, and as what."""
    found = recipients(targets, {"north": "North Elementary"}, day, day)
    return {each.person: [(line.name, line.role) for line in each.trackers] for each in found}


def test_owner_and_collaborators_of_a_tracker_get_one_notice_each() -> None:
    assert list_recipients(a_target("tess", "cole", "olga")) == {
        "cole": [("Period 1", "collaborator")],
        "olga": [("Period 1", "collaborator")],
        "tess": [("Period 1", "owner")],
    }


def test_an_owner_who_is_a_collaborator_too_gets_one_notice_as_the_owner() -> None:
    assert list_recipients(a_target("tess", "tess", "cole"))["tess"] == [("Period 1", "owner")]
    by_roster = (Teacher(id="tess", name="Tess"), Teacher(id="cole", name="Cole"))
    both = list_recipients(a_target("tess", "tess", "cole", teachers=by_roster))
    assert both == {"cole": [("Period 1", "owner")], "tess": [("Period 1", "owner")]}


def test_one_mail_names_all_trackers_of_a_person() -> None:
    both = list_recipients(
        a_target("tess"), replace(a_target("olga", "tess"), id="T2", title="Period 2")
    )
    assert both["tess"] == [("Period 1", "owner"), ("Period 2", "collaborator")]


def test_a_school_without_a_name_has_its_id() -> None:
    (tess,) = recipients([a_target("tess")], {}, "2026-09-14", "2026-09-14")
    assert tess.trackers[0].school == "north"


def test_people_who_do_not_teach_the_class_on_the_day_get_no_notice() -> None:
    left = Teacher(id="tess", name="Tess", spans=(("", "2026-09-14"),))
    staff = (left, Teacher(id="olga", name="Olga"))
    target = a_target("tess", teachers=staff)
    assert set(list_recipients(target, day="2026-09-13")) == {"tess", "olga"}
    assert set(list_recipients(target, day="2026-09-14")) == {"olga"}
