"""District > Courses: trackers for all classes of courses, and what became of each class."""

from __future__ import annotations

import gzip

import pytest

from tests.api.test_tracker_batches import prepare_dana
from tests.support import builders, classrooms
from tests.support.browser import Browser, ShownPage
from tests.support.machinery import Machinery
from tests.support.world import World

HOSTILE = "<script>alert(1)</script>\"'><b>مرحبا"


@pytest.fixture
def dana(world: World) -> Browser:
    prepare_dana(world)
    builders.list_set(world)
    for school in ("north", "south"):
        builders.a_school(world, school, school.title())
    return Browser().sign_in_as("dana")


def join_rows(shown: ShownPage) -> list[str]:
    return [" | ".join(row) for row in shown.rows()]


def make(dana: Browser, **fill: object) -> ShownPage:
    filled = {"course": ["math-3"], "standards_set_id": builders.SET, **fill}
    return dana.press(dana.open("/console/courses"), "Make trackers", fill=filled)


def test_trackers_for_all_classes_are_made_and_each_class_says_what_became_of_it(
    world: World, dana: Browser
) -> None:
    begun = make(dana, level_count="3")
    assert begun.heading == "Trackers for all classes"
    assert "Making trackers" in begun.words("#batch")
    assert begun.one("#batch")["hx-trigger"] == "every 2s"
    Machinery(world).run()
    done = dana.open(begun.address)
    assert "Done 2 trackers made, 1 class left out." in done.words("#batch")
    assert not done.page.select("#batch[hx-get]")
    left_out = "This class has no teacher yet. Add one to the roster, and make another batch."
    assert sorted(row.split(" | ", 1)[1] for row in join_rows(done)) == [
        "North | Made: open it : Math 3 (c1)",
        f"North | {left_out}",
        "South | Made: open it : Math 3 (c2)",
    ]
    again = make(dana)
    Machinery(world).run()
    assert "0 trackers made, 3 classes left out." in dana.open(again.address).words("#batch")


def test_a_form_sent_twice_makes_one_batch(world: World, dana: Browser) -> None:
    shown = dana.open("/console/courses")
    fill = {"course": ["math-3"], "standards_set_id": builders.SET}
    first, second = (dana.press(shown, "Make trackers", fill=fill) for _ in range(2))
    assert first.address == second.address


def test_a_missing_value_is_named_and_the_choices_stay(dana: Browser) -> None:
    shown = make(dana, standards_set_id="")
    assert shown.status == 422
    assert shown.one("#errors a")["href"] == "#standards_set_id"
    assert shown.page.select("input[name=course][checked]")
    none = make(dana, course=[])
    assert none.status == 422
    assert none.one("#errors a")["href"] == "#course"
    chosen = none.one("#standards_set_id option[selected]")
    assert chosen["value"] == builders.SET


def test_courses_are_searched_and_hostile_titles_are_text(world: World, dana: Browser) -> None:
    classrooms.a_course(world, "odd", title=HOSTILE)
    shown = dana.open("/console/courses")
    assert HOSTILE in shown.words("main table")
    assert not shown.page.select("main table b, main script")
    found = dana.open("/console/courses?text=math")
    assert [row[0] for row in found.rows()] == ["Mathematics 3"]
    assert "No course matches." in dana.open("/console/courses?text=nothing").words()


def test_a_course_that_is_gone_is_refused(dana: Browser) -> None:
    body = f"course=gone&standards_set_id={builders.SET}".encode()
    shown = dana.send("POST", "/console/courses", body)
    assert shown.status in (404, 422)
    assert shown.page.select("#errors")


def test_a_missing_batch_has_a_page_that_says_so(dana: Browser) -> None:
    assert dana.open("/console/tracker-batches/nothing").status == 404


def test_the_pages_are_for_district_administrators(world: World, dana: Browser) -> None:
    world.teacher("tess")
    tess = Browser().sign_in_as("tess")
    assert tess.open("/console/courses").status == 403
    assert tess.open("/console/tracker-batches/x").status == 403


def test_a_hundred_courses_stay_within_the_budget(world: World, dana: Browser) -> None:
    for n in range(110):
        classrooms.a_course(world, f"course-{n:03}", title=f"Course number {n:03} of many")
    shown = dana.open("/console/courses")
    assert len(shown.rows()) == 100
    assert len(gzip.compress(shown.text.encode())) < 15_000
    last = dana.open(shown.link("Next page"))
    assert len(last.rows()) == 11
    for page in (shown, last):
        assert "Only what you ticked on this page counts" in page.words()
    assert "on this page counts" not in dana.open("/console/courses?text=nothing-is-so").words()
