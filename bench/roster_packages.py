"""A district's nightly export, made up: OneRoster 1.2, and the same with 1% other students.

Students have five or six classes of at most 25. A quarter of those who are others has a new name, a
quarter another class, a quarter is gone, and for each of these somebody new is there.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

OF_SCHOOL = 500
"""Students of a school."""
PERIODS, AT_ONCE = 6, 20
"""A school's classes: so many at each period."""
LOAD = 3
"""Classes of a teacher."""
QUARTERS = 400
"""One student in so many is a quarter of a percent."""
GIVEN = ("Ada", "Ben", "Cleo", "Dov", "Ena", "Finn", "Gia", "Hugo", "Isa", "Jon", "Kai", "Lin")
FAMILY = ("Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Ilex", "Juniper")

Rows = Iterator[tuple[str, ...]]


def write_roster(path: Path, users: int, *, changed: bool = False) -> None:
    """Write a package with about so many users."""
    schools = max(users * 94 // 100 // OF_SCHOOL, 1)
    files = {
        "orgs": _orgs(schools),
        "academicSessions": _sessions(),
        "courses": _courses(),
        "classes": _classes(schools),
        "users": _users(schools, changed=changed),
        "roles": _roles(schools, changed=changed),
        "enrollments": _enrollments(schools, changed=changed),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        manifest = [("propertyName", "value"), ("manifest.version", "1.0")]
        manifest += [("oneroster.version", "1.2"), *((f"file.{name}", "bulk") for name in files)]
        for name, rows in {"manifest": iter(manifest), **files}.items():
            with archive.open(f"{name}.csv", "w") as raw:
                csv.writer(
                    io.TextIOWrapper(raw, "utf-8", newline="", write_through=True)
                ).writerows(rows)


def _orgs(schools: int) -> Rows:
    yield "sourcedId", "status", "dateLastModified", "name", "type", "identifier", "parentSourcedId"
    yield "office", "", "", "The Bench District", "district", "", ""
    for number in range(schools):
        yield _school(number), "", "", f"School {number}", "school", "", "office"


def _sessions() -> Rows:
    yield ("sourcedId", "status", "dateLastModified", "title", "type", "startDate", "endDate",
           "parentSourcedId", "schoolYear")  # fmt: skip
    yield "year", "", "", "2026-27", "schoolYear", "2026-08-17", "2027-05-28", "", "2027"
    yield "fall", "", "", "Fall", "semester", "2026-08-17", "2026-12-19", "year", "2027"
    yield "spring", "", "", "Spring", "semester", "2027-01-05", "2027-05-28", "year", "2027"


def _courses() -> Rows:
    yield ("sourcedId", "status", "dateLastModified", "schoolYearSourcedId", "title", "courseCode",
           "grades", "orgSourcedId", "subjects", "subjectCodes")  # fmt: skip
    for number in range(PERIODS * AT_ONCE):
        yield (f"course-{number}", "", "", "year", f"Mathematics {number}", f"M{number:03}",
               f"{number % 8 + 1:02}", "office", "Mathematics", "")  # fmt: skip


def _classes(schools: int) -> Rows:
    yield ("sourcedId", "status", "dateLastModified", "title", "grades", "courseSourcedId",
           "classCode", "classType", "location", "schoolSourcedId", "termSourcedIds", "subjects",
           "subjectCodes", "periods")  # fmt: skip
    for school in range(schools):
        for number in range(PERIODS * AT_ONCE):
            title = f"Mathematics {number}, Period {number // AT_ONCE}"
            yield (_class(school, number), "", "", title, f"{number % 8 + 1:02}",
                   f"course-{number}", f"{number:03}", "scheduled", "",
                   _school(school), "fall,spring", "", "", "")  # fmt: skip


def _users(schools: int, *, changed: bool) -> Rows:
    yield ("sourcedId", "status", "dateLastModified", "enabledUser", "username", "userIds",
           "givenName", "familyName", "middleName", "identifier", "email", "sms", "phone",
           "agentSourcedIds", "grades", "password", "userMasterIdentifier",
           "preferredGivenName", "preferredMiddleName", "preferredFamilyName",
           "primaryOrgSourcedId", "pronouns")  # fmt: skip
    yield _user("first-admin", 0, "dana@example.org")
    for name, number in _teachers(schools):
        yield _user(name, number, f"{name}@example.org")
    for name, number in _students(schools, changed=changed):
        is_renamed = changed and _draw(number) == 0
        yield _user(
            name, number + is_renamed, f"{name}@students.example.org", f"{number % 8 + 1:02}"
        )


def _user(name: str, number: int, username: str, grade: str = "") -> tuple[str, ...]:
    given, family = GIVEN[number % len(GIVEN)], f"{FAMILY[number % 97 % 10]}{number % 1009}"
    return (name, "", "", "true", username, "", given, family, "", "", username, "", "", "", grade,
            "", "", "", "", "", "", "")  # fmt: skip


def _roles(schools: int, *, changed: bool) -> Rows:
    yield ("sourcedId", "status", "dateLastModified", "userSourcedId", "roleType", "role",
           "beginDate", "endDate", "orgSourcedId", "userProfileSourcedId")  # fmt: skip
    yield _role("first-admin", "districtAdministrator", "office")
    for name, number in _teachers(schools):
        yield _role(name, "teacher", _school(number * LOAD // (PERIODS * AT_ONCE)))
    for name, number in _students(schools, changed=changed):
        yield _role(name, "student", _school(number // OF_SCHOOL))


def _role(name: str, role: str, org: str) -> tuple[str, ...]:
    return f"role-{name}", "", "", name, "primary", role, "", "", org, ""


def _enrollments(schools: int, *, changed: bool) -> Rows:
    yield ("sourcedId", "status", "dateLastModified", "classSourcedId", "schoolSourcedId",
           "userSourcedId", "role", "primary", "beginDate", "endDate")  # fmt: skip
    for name, number in _teachers(schools):
        for each in range(number * LOAD, (number + 1) * LOAD):
            school, at = divmod(each, PERIODS * AT_ONCE)
            yield _enrollment(name, school, at, "teacher")
    for name, number in _students(schools, changed=changed):
        is_moved = changed and _draw(number) == 1
        for period in range(PERIODS - number % 2):
            at = (
                period * AT_ONCE
                + (number + number // AT_ONCE * period + (is_moved and not period)) % AT_ONCE
            )
            yield _enrollment(name, number // OF_SCHOOL, at, "student")


def _enrollment(name: str, school: int, at: int, role: str) -> tuple[str, ...]:
    primary = "true" if role == "teacher" else ""
    return (
        f"{name}-{at}",
        "",
        "",
        _class(school, at),
        _school(school),
        name,
        role,
        primary,
        "",
        "",
    )


def _teachers(schools: int) -> Iterator[tuple[str, int]]:
    for number in range(schools * PERIODS * AT_ONCE // LOAD):
        yield f"teacher-{number:06}", number


def _students(schools: int, *, changed: bool) -> Iterator[tuple[str, int]]:
    """Yield each by id and number; whoever is gone has somebody new in the place."""
    for number in range(schools * OF_SCHOOL):
        is_other = changed and _draw(number) in (2, 3)
        yield f"{'newcomer' if is_other else 'student'}-{number:07}", number


def _draw(number: int) -> int:
    """Return a number below `QUARTERS` that says what becomes of a student."""
    return number * 7919 // 13 % QUARTERS


def _school(number: int) -> str:
    return f"school-{number:04}"


def _class(school: int, number: int) -> str:
    return f"class-{school:04}-{number:03}"
