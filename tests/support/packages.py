"""Small OneRoster packages, valid by default; a test bends one thing."""

from __future__ import annotations

import copy
import csv
import io
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from chalicelib.rosters.columns import IGNORED, READ

Row = dict[str, str]


class Pack:
    """A OneRoster package under construction: rows by file, the manifest, extra members."""

    def __init__(self, version: str = "1.2") -> None:
        self.version = version
        self.rows: dict[str, list[Row]] = {file.name: [] for file in READ[version]}
        self.headers = {file.name: list(file.header) for file in READ[version]}
        self.modes = dict.fromkeys(self.rows, "bulk")
        self.raw: dict[str, bytes] = {}
        """Members written as they are, in place of what the rows would give."""
        self.manifest: dict[str, str] = {}

    def add(self, file: str, sourced_id: str, **values: str) -> Pack:
        """Add a row; columns that are not named are blank."""
        self.rows[file].append({"sourcedId": sourced_id, **values})
        return self

    def change(self, file: str, sourced_id: str, **values: str) -> Pack:
        """Change cells of a row."""
        self._row(file, sourced_id).update(values)
        return self

    def remove(self, file: str, sourced_id: str) -> Pack:
        """Leave a row out."""
        self.rows[file].remove(self._row(file, sourced_id))
        return self

    def only(self, mode: str, *files: str) -> Pack:
        """Keep only these files, in this mode; the others are absent."""
        for file in self.modes:
            self.modes[file] = mode if file in files else "absent"
        return self

    def row_number(self, file: str, sourced_id: str) -> int:
        """Return the row number in a spreadsheet."""
        return self.rows[file].index(self._row(file, sourced_id)) + 2

    def copy(self) -> Pack:
        """Return one like it, to be bent on its own."""
        return copy.deepcopy(self)

    def write_zip(self) -> bytes:
        """Zip it."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self._members().items():
                archive.writestr(name, content)
        return packed.getvalue()

    def open(self) -> io.BytesIO:
        """Zip it, as a file to read."""
        return io.BytesIO(self.write_zip())

    def _row(self, file: str, sourced_id: str) -> Row:
        return next(row for row in self.rows[file] if row["sourcedId"] == sourced_id)

    def _members(self) -> dict[str, bytes]:
        members = {"manifest.csv": self._manifest()}
        for file, rows in self.rows.items():
            if self.modes[file] != "absent":
                members[f"{file}.csv"] = self._table(file, rows)
        return {**members, **self.raw}

    def _manifest(self) -> bytes:
        lines = {"manifest.version": "1.0", "oneroster.version": self.version}
        lines |= {f"file.{name}": mode for name, mode in self.modes.items()}
        lines |= dict.fromkeys((f"file.{name}" for name in IGNORED[self.version]), "absent")
        return _csv([["propertyName", "value"], *map(list, {**lines, **self.manifest}.items())])

    def _table(self, file: str, rows: list[Row]) -> bytes:
        header = self.headers[file]
        return _csv([header, *([row.get(name, "") for name in header] for row in rows)])


def _csv(rows: list[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


STAFF = {
    "dana": ("districtAdministrator", "administrator", "d1"),
    "pria": ("principal", "administrator", "north"),
    "tess": ("teacher", "teacher", "north"),
    "theo": ("teacher", "teacher", "south"),
}
STUDENTS = {"ada": "k1", "ben": "k1", "cai": "k2", "dee": "k2"}
CLASSES = {"k1": ("north", "tess"), "k2": ("south", "theo")}


def a_district(version: str = "1.2") -> Pack:
    """Two schools with a class each: tess teaches ada and ben in k1, theo cai and dee in k2."""
    pack = Pack(version)
    pack.add("orgs", "d1", name="Little District", type="district")
    for school in ("north", "south"):
        pack.add(
            "orgs", school, name=f"{school.title()} School", type="school", parentSourcedId="d1"
        )
    _sessions(pack)
    pack.add("courses", "math3", title="Mathematics 3", orgSourcedId="d1", subjects="Mathematics")
    for name, (role, role_1_1, org) in STAFF.items():
        _user(pack, name, role, role_1_1, org)
    for name, class_ in STUDENTS.items():
        _user(pack, name, "student", "student", CLASSES[class_][0])
        enroll(pack, name, class_)
    for class_, (school, teacher) in CLASSES.items():
        a_class(pack, class_, school)
        enroll(pack, teacher, class_, "teacher")
    return pack


def a_class(pack: Pack, class_: str, school: str) -> None:
    """Add a class of the course `math3`."""
    pack.add("classes", class_, title=f"Math {class_}", grades="03", courseSourcedId="math3",
             classType="scheduled", schoolSourcedId=school, termSourcedIds="fall")  # fmt: skip


def enroll(pack: Pack, user: str, class_: str, role: str = "student", school: str = "") -> None:
    """Put somebody into a class."""
    primary = "true" if role == "teacher" else ""
    school = school or CLASSES[class_][0]
    pack.add("enrollments", f"{user}-{class_}", classSourcedId=class_, schoolSourcedId=school,
             userSourcedId=user, role=role, primary=primary)  # fmt: skip


def a_user(pack: Pack, name: str, role: str = "student", org: str = "north") -> None:
    """Add a person with a role."""
    _user(pack, name, role, role, org)


def _user(pack: Pack, name: str, role: str, role_1_1: str, org: str) -> None:
    about: dict[str, Any] = {"enabledUser": "true", "username": f"{name}@example.org",
                             "givenName": name.title(), "familyName": "Example",
                             "email": f"{name}@example.org"}  # fmt: skip
    if pack.version == "1.1":
        about |= {"orgSourcedIds": org, "role": role_1_1}
    else:
        pack.add("roles", f"r-{name}", userSourcedId=name, roleType="primary", role=role,
                 orgSourcedId=org)  # fmt: skip
    pack.add("users", name, **about)


def _sessions(pack: Pack) -> None:
    pack.add("academicSessions", "sy27", title="2026-2027", type="schoolYear",
             startDate="2026-08-17", endDate="2027-06-05", schoolYear="2027")  # fmt: skip
    pack.add("academicSessions", "fall", title="Fall", type="semester", startDate="2026-08-17",
             endDate="2026-12-19", parentSourcedId="sy27", schoolYear="2027")  # fmt: skip


def sample_data() -> Path:
    """Find the real sample data beside the checkout, or skip."""
    beside = Path(__file__).parents[3] / "shared" / "data"
    folder = Path(os.environ.get("PLUMBLINE_SAMPLE_DATA", beside))
    if not folder.is_dir():
        pytest.skip("the sample data is not here: set PLUMBLINE_SAMPLE_DATA to its folder")
    return folder
