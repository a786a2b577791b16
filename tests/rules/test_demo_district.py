"""The demonstration district: real enough, the same each time, accepted by our own checks."""

from __future__ import annotations

import hashlib
import io
import json
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from chalicelib.rosters.check import check
from chalicelib.rosters.store import open_store
from plumb.demo import assessments, framework, roster
from plumb.demo.district import DemoDistrict, DemoSize, make, school_year_of
from plumb.demo.write import write


@pytest.fixture(scope="module")
def district() -> DemoDistrict:
    return make()


def test_it_has_the_size_of_a_small_district(district: DemoDistrict) -> None:
    roles = Counter(person.role for person in district.people)
    assert len(district.schools) == 8
    assert len(district.classes) == 288
    assert 115 <= roles["teacher"] <= 135
    assert 2_300 <= roles["student"] <= 2_500
    assert (roles["districtAdministrator"], roles["principal"]) == (2, 8)


def test_the_same_seed_gives_the_same_bytes(district: DemoDistrict) -> None:
    first, second = roster.package(district), roster.package(make())
    assert hashlib.sha256(first).digest() == hashlib.sha256(second).digest()


def test_another_seed_gives_other_people(district: DemoDistrict) -> None:
    assert make(seed=1).people != district.people


def test_user_names_are_unique_and_ascii(district: DemoDistrict) -> None:
    names = [person.username for person in district.people]
    assert len(set(names)) == len(names)
    assert all(name.isascii() and name for name in names)


def test_names_come_in_many_scripts(district: DemoDistrict) -> None:
    letters = {letter for person in district.people for letter in person.name.family}
    scripts = {unicodedata.name(letter, "").split()[0] for letter in letters}
    assert {"LATIN", "CJK", "ARABIC", "GURMUKHI", "CYRILLIC", "HANGUL", "DEVANAGARI"} <= scripts
    assert {"'", "\u2019", "-", " "} <= letters


def test_every_grade_and_subject_is_taught_in_every_school_that_has_it(
    district: DemoDistrict,
) -> None:
    taught = {(one.school, one.course.grade, one.course.subject) for one in district.classes}
    expected = {
        (school.id, grade, subject)
        for school in district.schools
        for grade in school.grades
        for subject in ("Mathematics", "English Language Arts")
    }
    assert taught == expected


def test_every_teacher_teaches_and_some_teach_together(district: DemoDistrict) -> None:
    teaching = {teacher for one in district.classes for teacher in one.teachers}
    assert teaching == {person.id for person in district.of_role("teacher")}
    assert any(len(one.teachers) > 1 for one in district.classes)


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_our_own_check_accepts_it(district: DemoDistrict, version: roster.Version) -> None:
    with open_store() as store:
        report = check(store, io.BytesIO(roster.package(district, version)), earlier_known=False)
        assert (report.verdict, list(store.problems())) == ("accept", [])


def test_it_can_be_made_in_other_sizes() -> None:
    small = make(
        DemoSize(elementary=1, middle=0, elementary_sections=1, students_per_section=(3, 3))
    )
    assert (len(small.schools), len(small.classes), len(small.of_role("student"))) == (1, 12, 18)


def test_every_test_is_aligned_to_standards_of_the_framework() -> None:
    known = set(framework.codes("M", "03"))
    assert {code for one in assessments.ALL for code in one.standards} <= known


def test_there_are_tests_of_items_and_of_documents() -> None:
    assert {one.kind for one in assessments.ALL} == {"items", "document"}


def test_it_can_be_written_to_a_folder(tmp_path: Path) -> None:
    written = write(tmp_path / "demo")
    assert [path.name for path in written] == ["roster.zip", "standards.json", "assessments.json"]
    assert len(json.loads(written[2].read_text())) == len(assessments.ALL)


@pytest.mark.parametrize(
    ("day", "year"),
    [(date(2026, 11, 29), 2026), (date(2027, 6, 30), 2026), (date(2027, 7, 1), 2027)],
)
def test_the_demonstration_is_of_the_school_year_of_its_day(day: date, year: int) -> None:
    """Classes of a year that is over match nothing."""
    assert school_year_of(day) == year
