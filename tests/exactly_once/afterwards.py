"""The actions on a delivered distribution, and how they must end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chalicelib.rosters.model import Course, SchoolClass, Teacher
from chalicelib.standards import documents
from chalicelib.standards.grades import Band
from chalicelib.standards.model import StandardPlace, StandardsSet
from chalicelib.storage import keys
from chalicelib.storage.conditions import Put
from chalicelib.trackers.model import Tracker
from chalicelib.trackers.repository import creation
from tests.exactly_once import invariants
from tests.exactly_once.district import (
    ASSESSMENT,
    SCHOOLS,
    SET,
    WorkloadDistrict,
    a_district,
    fill,
    our_table,
)
from tests.exactly_once.driver import Workload
from tests.exactly_once.stack import DISTRICT, Cloud, Reply, Stack

LAST_DAY = "2026-12-18"
CLASSES = 26
"""More than one transaction's worth."""
COURSES = ("math", "more")
NEW_TEACHERS = 2


# what people do


def hand_out(stack: Stack, *, notify: bool = True, **changes: Any) -> Reply:
    body = {"assessment_id": ASSESSMENT, "selection": {"whole_district": True}, "notify": notify}
    return stack.ask("POST", "/v1/distributions", body | changes, key="k1")


def do(stack: Stack, what: str, body: Any = None, *, key: str = "") -> Reply:
    """Do something with the only distribution there is, as one who has just looked at it."""
    made = invariants.the_distribution(stack)
    path = f"/v1/distributions/{made['id']}/{what}"
    return stack.ask("POST", path, body, key=key or f"key-{what}", version=made["version"])


def carry_out(stack: Stack, what: str, body: Any = None) -> None:
    reply = do(stack, what, body)
    assert reply.status in (200, 202), reply


def make_trackers(stack: Stack, *courses: str) -> None:
    """Have trackers made for the classes of these courses, or of all."""
    named = list(courses or COURSES)
    body = {"course_ids": named, "standards_set_id": SET, "standards": ["B", "C"], "level_count": 3}
    reply = stack.ask("POST", "/v1/tracker-batches", body, key=f"batch-{'-'.join(named)}")
    assert reply.status == 202, reply


# what there is


def a_cloud(district: WorkloadDistrict, *, courses: bool = False) -> Cloud:
    """Return a district without distributions yet; `courses` has classes without trackers."""
    district.people |= {f"new{number}" for number in range(NEW_TEACHERS)}
    cloud = district.in_a_cloud()
    if courses:
        our_table(cloud).put_all(_courses())
    return cloud


def _courses() -> list[Put]:
    places = tuple(StandardPlace(f"id-{code}", code) for code in "ABCD")
    chosen = StandardsSet(SET, "jf", "Juniper Flats", "Mathematics", Band(("03",)), places)
    index = {"version": 1, "doc": documents.index(chosen, 0)}
    puts = [Put(keys.standards_set(DISTRICT, SET), index)]
    for name in COURSES:
        course = Course(id=name, title=name.title(), school="office")
        puts.append(Put(keys.course(DISTRICT, name), {"doc": course.model_dump_json()}))
    for number in range(CLASSES):
        teacher = Teacher(id=f"new{number % NEW_TEACHERS}", name="New")
        taught = SchoolClass(
            id=f"c{number:02}",
            title=f"Math {number}",
            school=SCHOOLS[number % 2],
            course=COURSES[number % len(COURSES)],
            teachers=(teacher,),
        )
        place = keys.class_of_course(DISTRICT, taught.course, taught.id)
        puts.append(Put(place, {"doc": taught.row().model_dump_json()}))
    return puts


def deliver(cloud: Cloud, **changes: Any) -> Cloud:
    """Distribute it, send the notices, and wait until all is quiet."""
    stack = Stack(cloud)
    assert hand_out(stack, **changes).status == 202
    stack.settle()
    return stack.cloud


def finish_delivery(cloud: Cloud) -> Cloud:
    """Delivered; the word to tell people waits in the queue."""
    stack = Stack(cloud)
    assert hand_out(stack).status == 202
    assert stack.receive("deliveries")
    return stack.cloud


def with_mails_waiting(cloud: Cloud) -> Cloud:
    """Delivered, the notices written; none of them is sent."""
    stack = Stack(finish_delivery(cloud))
    assert stack.receive("deliveries")
    assert stack.cloud.queues.waiting("mail")
    return stack.cloud


def later(cloud: Cloud, district: WorkloadDistrict, many: int = 3) -> Cloud:
    """Trackers that were made after delivery; one of them has a colleague with a notice already."""
    for number in range(many):
        owner = "teacher0" if number == 0 else f"new{number % NEW_TEACHERS}"
        our_table(cloud).commit(creation(DISTRICT, district.tracker(owner)))
    return cloud


def with_one_full(district: WorkloadDistrict) -> Cloud:
    """Delivered but for one tracker that had no room and has it now; others were made since."""
    cloud = a_cloud(district)
    fill(cloud, district.matching[0], full=True)
    cloud = deliver(cloud)
    fill(cloud, district.matching[0], full=False)
    return later(cloud, district)


# how it must end


def as_it_is(cloud: Cloud) -> WorkloadDistrict:
    """Return the district as the table has it, with the trackers that were made meanwhile."""
    trackers = [
        Tracker.model_validate_json(item["doc"]["S"])
        for item in cloud.table.items()
        if item["sk"]["S"] == "TRACKER"
    ]
    return WorkloadDistrict(sorted(trackers, key=lambda each: each.id))


def everybody_has_it(stack: Stack) -> None:
    invariants.everybody_got_it_once(stack, as_it_is(stack.cloud))


def everybody_has_it_and_was_told(stack: Stack, *, at_most: int = 1) -> None:
    everybody_has_it(stack)
    people = invariants.people_of(as_it_is(stack.cloud).matching)
    invariants.everybody_was_told_once(stack, people, at_most=at_most)


def all_but_the_distribution(cloud: Cloud) -> dict[tuple[str, str], Any]:
    """Every item that recall and restore may not touch."""
    own = ("#DISTRIBUTION#", "#AUDIT#", "#DONE#", "#DUE", "#AUTOMATIC#", "#MAIL#")
    items = ((item["pk"]["S"], item["sk"]["S"], item) for item in cloud.table.items())
    return {(pk, sk): item for pk, sk, item in items if not any(part in pk for part in own)}


def marked(cloud: Cloud) -> bool:
    return any(item["sk"]["S"] == "RECALL" for item in cloud.table.items())


# workloads


def recall() -> Workload:
    cloud = deliver(a_cloud(a_district()))
    before = all_but_the_distribution(cloud)

    def check(stack: Stack) -> None:
        assert invariants.the_distribution(stack)["state"] == "recalled"
        assert marked(stack.cloud)
        assert all_but_the_distribution(stack.cloud) == before
        invariants.nothing_is_left(stack)

    why = {"comment": "Item 4"}
    return Workload("recall", lambda: cloud, lambda stack: carry_out(stack, "recall", why), check)


def restore() -> Workload:
    """Recalled, restored: everything but the distribution is as it was before, byte for byte."""
    cloud = deliver(a_cloud(a_district()), automatic_end_date=LAST_DAY)
    before = all_but_the_distribution(cloud)

    def act(stack: Stack) -> None:
        carry_out(stack, "recall")
        stack.work()
        carry_out(stack, "restoration")

    def check(stack: Stack) -> None:
        assert not marked(stack.cloud)
        assert all_but_the_distribution(stack.cloud) == before
        everybody_has_it_and_was_told(stack)

    return Workload("recall and restore", lambda: cloud, act, check)


def a_hasty_recall(prepare: Callable[[Cloud], Cloud]) -> Workload:
    """The recall comes before any notice; the notices follow the restore, and not before."""
    cloud = prepare(a_cloud(a_district()))

    def act(stack: Stack) -> None:
        carry_out(stack, "recall")
        stack.settle()
        invariants.nobody_was_told(stack)
        carry_out(stack, "restoration")

    return Workload("recall before notices", lambda: cloud, act, everybody_has_it_and_was_told)


def addition() -> Workload:
    district = a_district()
    cloud = later(deliver(a_cloud(district)), district)
    every = {"selection": {"whole_district": True}}
    return Workload(
        "an addition",
        lambda: cloud,
        lambda stack: carry_out(stack, "additions", every),
        everybody_has_it_and_was_told,
    )


def addition_and_retry() -> Workload:
    """The failures of the first round are retried after trackers were added."""
    cloud = with_one_full(a_district())

    def act(stack: Stack) -> None:
        carry_out(stack, "additions", {"selection": {"school_ids": list(SCHOOLS)}})
        stack.settle()
        carry_out(stack, "retry")

    return Workload("an addition, then a retry", lambda: cloud, act, everybody_has_it_and_was_told)


def automatic() -> Workload:
    cloud = deliver(a_cloud(a_district(), courses=True), automatic_end_date=LAST_DAY)
    return Workload(
        "automatic delivery",
        lambda: cloud,
        lambda stack: make_trackers(stack, "math"),
        everybody_has_it_and_was_told,
    )


def automatic_from_the_start() -> Workload:
    """The distribution and the new trackers come in the same minute."""
    cloud = a_cloud(a_district(), courses=True)

    def act(stack: Stack) -> None:
        make_trackers(stack, "math")
        assert hand_out(stack, automatic_end_date=LAST_DAY, notify=False).status == 202

    return Workload("automatic at once", lambda: cloud, act, everybody_has_it)
