"""The district as a OneRoster package: 1.2 (or 1.1) CSV files in a zip, bulk.

Bulk rows leave `status` and `dateLastModified` blank, as the specification wants. The zip is the
same bytes for the same district: members in order, one fixed time.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from plumb.demo.district import DemoClass, DemoDistrict, DemoPerson

Version = Literal["1.1", "1.2"]
Row = tuple[str, ...]
Files = dict[str, list[Row]]
"""File name -> rows, the first of which is the header."""

_HEADERS = {
    "academicSessions.csv": "sourcedId,status,dateLastModified,title,type,startDate,endDate,"
    "parentSourcedId,schoolYear",
    "classes.csv": "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,"
    "classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
    "courses.csv": "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,"
    "orgSourcedId,subjects,subjectCodes",
    "enrollments.csv": "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,"
    "userSourcedId,role,primary,beginDate,endDate",
    "orgs.csv": "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
    "roles.csv": "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,"
    "orgSourcedId,userProfileSourcedId",
    "users.csv": "sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,"
    "familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,"
    "userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,"
    "primaryOrgSourcedId,pronouns",
}
_USERS_1_1 = (
    "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,"
    "familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password"
)
_FILES = {
    "1.1": "academicSessions categories classes classResources courses courseResources "
    "demographics enrollments lineItems orgs resources results users",
    "1.2": "academicSessions categories classes classResources courses courseResources "
    "demographics enrollments lineItemLearningObjectiveIds lineItems lineItemScoreScales orgs "
    "resources resultLearningObjectiveIds results resultScoreScales roles scoreScales "
    "userProfiles userResources users",
}
_ROLES_1_1 = {"districtAdministrator": "administrator", "principal": "administrator"}
_MIDSUMMER = (2026, 8, 1, 0, 0, 0)


def package(district: DemoDistrict, version: Version = "1.2") -> bytes:
    """Return the district's bulk package as a zip."""
    return zip_tables(files(district, version))


def files(district: DemoDistrict, version: Version = "1.2") -> Files:
    """Return every file's rows; tests break them on purpose and zip them with `zip_tables`."""
    rows = {
        "orgs.csv": _orgs(district),
        "academicSessions.csv": _sessions(district),
        "courses.csv": _courses(district),
        "classes.csv": _classes(district),
        "users.csv": _users(district, version),
        "enrollments.csv": _enrollments(district),
    }
    if version == "1.2":
        rows["roles.csv"] = _roles(district)
    tables = {name: [_header(name, version), *rows[name]] for name in sorted(rows)}
    return {"manifest.csv": _manifest(district, version, tables), **tables}


def zip_tables(tables: Mapping[str, Iterable[Row]]) -> bytes:
    """Write the files as CSV into one zip."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for name, rows in tables.items():
            member = zipfile.ZipInfo(name, _MIDSUMMER)
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, _csv(rows))
    return archive.getvalue()


def _csv(rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode()


def _header(name: str, version: Version) -> Row:
    if name == "users.csv" and version == "1.1":
        return tuple(_USERS_1_1.split(","))
    return tuple(_HEADERS[name].split(","))


def _manifest(district: DemoDistrict, version: Version, tables: Files) -> list[Row]:
    present = [
        (f"file.{name}", "bulk" if f"{name}.csv" in tables else "absent")
        for name in _FILES[version].split()
    ]
    return [
        ("propertyName", "value"),
        ("manifest.version", "1.0"),
        ("oneroster.version", version),
        *present,
        ("source.systemName", "Plumbline demonstration district"),
        ("source.systemCode", district.id),
    ]


def _orgs(district: DemoDistrict) -> list[Row]:
    schools = [
        (one.id, "", "", one.name, "school", one.id.upper(), district.id)
        for one in district.schools
    ]
    return [(district.id, "", "", district.name, "district", district.id.upper(), ""), *schools]


def _sessions(district: DemoDistrict) -> list[Row]:
    start = district.school_year
    end = str(start + 1)
    return [
        (
            f"jf-y{end}",
            "",
            "",
            f"{start}-{end}",
            "schoolYear",
            f"{start}-08-17",
            f"{end}-06-04",
            "",
            end,
        ),
        _semester("fall", "Fall", f"{start}-08-17", f"{start}-12-18", end),
        _semester("spring", "Spring", f"{end}-01-04", f"{end}-06-04", end),
    ]


def _semester(code: str, title: str, first: str, last: str, year: str) -> Row:
    return (
        f"jf-y{year}-{code}",
        "",
        "",
        f"{title} Semester",
        "semester",
        first,
        last,
        f"jf-y{year}",
        year,
    )


def _year_id(district: DemoDistrict) -> str:
    return f"jf-y{district.school_year + 1}"


def _courses(district: DemoDistrict) -> list[Row]:
    year = _year_id(district)
    return [
        (one.id, "", "", year, one.title, one.code, one.grade, district.id, one.subject, one.code)
        for one in district.courses
    ]


def _classes(district: DemoDistrict) -> list[Row]:
    return [_class(one, _year_id(district)) for one in district.classes]


def _class(one: DemoClass, year: str) -> Row:
    course = one.course
    return (
        one.id,
        "",
        "",
        one.title,
        course.grade,
        course.id,
        one.code,
        "scheduled",
        "",
        one.school,
        year,
        course.subject,
        course.code,
        one.period,
    )


def _users(district: DemoDistrict, version: Version) -> list[Row]:
    write = _user_1_1 if version == "1.1" else _user_1_2
    return [write(person, person.school or district.id) for person in district.people]


def _user_1_2(person: DemoPerson, org: str) -> Row:
    return (
        person.id,
        "",
        "",
        "true",
        person.username,
        "",
        person.name.given,
        person.name.family,
        "",
        person.id,
        person.email,
        *[""] * 3,
        person.grade,
        *[""] * 5,
        org,
        "",
    )


def _user_1_1(person: DemoPerson, org: str) -> Row:
    return (
        person.id,
        "",
        "",
        "true",
        org,
        _ROLES_1_1.get(person.role, person.role),
        person.username,
        "",
        person.name.given,
        person.name.family,
        "",
        person.id,
        person.email,
        *[""] * 3,
        person.grade,
        "",
    )


def _roles(district: DemoDistrict) -> list[Row]:
    return [
        (
            f"{person.id}-r",
            "",
            "",
            person.id,
            "primary",
            person.role,
            "",
            "",
            person.school or district.id,
            "",
        )
        for person in district.people
    ]


def _enrollments(district: DemoDistrict) -> list[Row]:
    return [row for one in district.classes for row in _of_class(one)]


def _of_class(one: DemoClass) -> Iterator[Row]:
    for position, teacher in enumerate(one.teachers):
        yield _enrollment(one, teacher, "teacher", "false" if position else "true")
    for student in one.students:
        yield _enrollment(one, student, "student", "")


def _enrollment(one: DemoClass, person: str, role: str, primary: str) -> Row:
    return (f"{one.id}-{person}", "", "", one.id, one.school, person, role, primary, "", "")
