"""Every key of the table, and nowhere else.

Each function gives the key of one kind of item and shows one rendered in its docstring. Every
partition key begins with the district. Parts that come from outside (OneRoster and CASE
identifiers) are escaped, so that none can forge a separator.
"""

from __future__ import annotations

from typing import NamedTuple


class Key(NamedTuple):
    """Partition key and sort key of one item."""

    pk: str
    sk: str


def part(text: str) -> str:
    """Escape one part of a key.

    >>> part("sch#1 100%")
    'sch%231 100%25'
    """
    return text.replace("%", "%25").replace("#", "%23")


def join(*parts: str) -> str:
    """Escape and join parts with `#`."""
    return "#".join(part(each) for each in parts)


def parts(key: str) -> list[str]:
    """Take apart what `join` wrote.

    >>> parts("sch%231#01J")
    ['sch#1', '01J']
    """
    return [each.replace("%23", "#").replace("%25", "%") for each in key.split("#")]


# -- acts ---------------------------------------------------------------------------------------


def done(district: str, person: str, key: str) -> Key:
    """Give the record of an act done under an idempotency key.

    >>> done("gb", "usr-1", "k1")
    Key(pk='gb#DONE#usr-1', sk='KEY#k1')
    """
    return Key(join(district, "DONE", person), join("KEY", key))


def audit(district: str, day: str, at: str, entry: str) -> Key:
    """Give an audit record, by day.

    >>> audit("gb", "2026-08-17", "2026-08-17T13:05:00.000Z", "01J")
    Key(pk='gb#AUDIT#2026-08-17', sk='2026-08-17T13:05:00.000Z#01J')
    """
    return Key(join(district, "AUDIT", day), join(at, entry))


# -- what must happen at or after a time ----------------------------------------------------------


def due(district: str, at: str, kind: str, reference: str) -> Key:
    """Give a due entry; the minute tick reads the partition up to now.

    >>> due("gb", "2026-08-17T13:05:00.000Z", "distribution", "01J")
    Key(pk='gb#DUE', sk='2026-08-17T13:05:00.000Z#distribution#01J')
    """
    return Key(join(district, "DUE"), join(at, kind, reference))


def due_until(at: str) -> str:
    """Give the end of the range of sort keys that are due at this instant.

    >>> due_until("2026-08-17T13:05:00.000Z")
    '2026-08-17T13:05:00.000Z#~'
    """
    return f"{part(at)}#~"


# -- districts --------------------------------------------------------------------------------


def district(district: str) -> Key:
    """Give the district's settings.

    >>> district("gb")
    Key(pk='gb#DISTRICT', sk='DISTRICT')
    """
    return Key(join(district, "DISTRICT"), "DISTRICT")


def sign_in(district: str, username: str) -> Key:
    """Give the link from a sign-in name to a person.

    >>> sign_in("gb", "Ada@example.org")
    Key(pk='gb#SIGNIN#ada@example.org', sk='SIGNIN')
    """
    return Key(join(district, "SIGNIN", username.lower()), "SIGNIN")


def operator(district: str, username: str) -> Key:
    """Give the operators' own entry for a sign-in name.

    >>> operator("gb", "it@example.org")
    Key(pk='gb#OPERATOR#it@example.org', sk='OPERATOR')
    """
    return Key(join(district, "OPERATOR", username.lower()), "OPERATOR")


# -- mail -----------------------------------------------------------------------------------------


def mail(district: str, batch: str, number: str) -> Key:
    """Give one mail of a batch (a distribution's notices).

    >>> mail("gb", "01J", "MZXW6")
    Key(pk='gb#MAIL#01J', sk='MAIL#01J-MZXW6')
    """
    return Key(join(district, "MAIL", batch), join("MAIL", f"{batch}-{number}"))


def outbox(district: str, shard: int) -> str:
    """Give the `lists` partition of open mails, sorted by when they are to be looked at.

    >>> outbox("gb", 3)
    'gb#OUTBOX#3'
    """
    return join(district, "OUTBOX", str(shard))


def blocked_address(district: str, digest: str) -> Key:
    """Give the block of an address that bounced or complained; its digest, never the address.

    >>> blocked_address("gb", "9f86d081")
    Key(pk='gb#BLOCKED#9f86d081', sk='BLOCKED')
    """
    return Key(join(district, "BLOCKED", digest), "BLOCKED")


def mail_choice(district: str, person: str) -> Key:
    """Give a person's choice whether to get mail.

    >>> mail_choice("gb", "usr-1")
    Key(pk='gb#MAILCHOICE#usr-1', sk='MAILCHOICE')
    """
    return Key(join(district, "MAILCHOICE", person), "MAILCHOICE")


# -- distributions ------------------------------------------------------------------------------


def distribution(district: str, distribution: str) -> Key:
    """Give a distribution: who, what, when, and the totals.

    >>> distribution("gb", "01J")
    Key(pk='gb#DISTRIBUTION#01J', sk='DISTRIBUTION')
    """
    return Key(join(district, "DISTRIBUTION", distribution), "DISTRIBUTION")


def distribution_page(district: str, distribution: str, generation: int, page: int) -> Key:
    """Give a page of a distribution's frozen plan.

    >>> distribution_page("gb", "01J", 0, 3)
    Key(pk='gb#DISTRIBUTION#01J', sk='PLAN#0000#0003')
    """
    return Key(
        join(district, "DISTRIBUTION", distribution), join("PLAN", f"{generation:04}", f"{page:04}")
    )


def distribution_done(district: str, distribution: str, generation: int, chunk: str) -> Key:
    """Give the marker of a chunk that has been delivered; it sorts beside the distribution itself.

    >>> distribution_done("gb", "01J", 0, "0003#07")
    Key(pk='gb#DISTRIBUTION#01J', sk='DONE#0000#0003#07')
    """
    return Key(
        join(district, "DISTRIBUTION", distribution),
        join("DONE", f"{generation:04}", *chunk.split("#")),
    )


def distributions(district: str) -> str:
    """Give the index partition of all distributions, by time of making.

    >>> distributions("gb")
    'gb#DISTRIBUTIONS'
    """
    return join(district, "DISTRIBUTIONS")


# -- assessments --------------------------------------------------------------------------------


def assessment_header(district: str, assessment: str) -> Key:
    """Give an assessment without its items; all of a district lie together, for the list.

    >>> assessment_header("gb", "01J")
    Key(pk='gb#ASSESSMENTS', sk='01J')
    """
    return Key(join(district, "ASSESSMENTS"), join(assessment))


def assessment_content(district: str, assessment: str) -> Key:
    """Give an assessment's items.

    >>> assessment_content("gb", "01J")
    Key(pk='gb#ASSESSMENT#01J', sk='CONTENT')
    """
    return Key(join(district, "ASSESSMENT", assessment), "CONTENT")


# -- trackers -----------------------------------------------------------------------------------


def tracker(district: str, tracker: str) -> Key:
    """Give a tracker, with the assessments it holds.

    >>> tracker("gb", "01J")
    Key(pk='gb#TRACKER#01J', sk='TRACKER')
    """
    return Key(join(district, "TRACKER", tracker), "TRACKER")


def tracker_row(district: str, school: str, set_id: str, tracker: str) -> Key:
    """Give a tracker's compact row; all of a district lie together, by school, then set.

    >>> tracker_row("gb", "north", "jf.math.3", "01J")
    Key(pk='gb#TRACKERS', sk='north#jf.math.3#01J')
    """
    return Key(join(district, "TRACKERS"), join(school, set_id, tracker))


def person_tracker(district: str, person: str, tracker: str) -> Key:
    """Give a tracker's row in the list of its owner, or of a collaborator.

    >>> person_tracker("gb", "usr-1", "01J")
    Key(pk='gb#PERSON#usr-1#TRACKERS', sk='01J')
    """
    return Key(join(district, "PERSON", person, "TRACKERS"), join(tracker))


def tracker_batch(district: str, batch: str) -> Key:
    """Give a batch of trackers: which courses, which standards, how far.

    >>> tracker_batch("gb", "01J")
    Key(pk='gb#TRACKERBATCH#01J', sk='BATCH')
    """
    return Key(join(district, "TRACKERBATCH", batch), "BATCH")


def tracker_batch_class(district: str, batch: str, class_id: str) -> Key:
    """Give what a batch did about one class.

    >>> tracker_batch_class("gb", "01J", "cls-1")
    Key(pk='gb#TRACKERBATCH#01J', sk='CLASS#cls-1')
    """
    return Key(join(district, "TRACKERBATCH", batch), join("CLASS", class_id))


# -- rosters --------------------------------------------------------------------------------------


def roster(district: str) -> Key:
    """Give the pointer to the import whose state is in force, and to the one being applied.

    >>> roster("gb")
    Key(pk='gb#ROSTER', sk='ROSTER')
    """
    return Key(join(district, "ROSTER"), "ROSTER")


def roster_import(district: str, roster_import: str) -> Key:
    """Give a roster import; all of them sort together by time of making.

    >>> roster_import("gb", "01J")
    Key(pk='gb#IMPORTS', sk='IMPORT#01J')
    """
    return Key(join(district, "IMPORTS"), join("IMPORT", roster_import))


def school(district: str, school: str) -> Key:
    """Give a school (or the district's office); all of them lie together.

    >>> school("gb", "org-1")
    Key(pk='gb#SCHOOLS', sk='SCHOOL#org-1')
    """
    return Key(join(district, "SCHOOLS"), join("SCHOOL", school))


def course(district: str, course: str) -> Key:
    """Give a course; its classes lie behind it.

    >>> course("gb", "crs-1")
    Key(pk='gb#COURSE#crs-1', sk='COURSE')
    """
    return Key(join(district, "COURSE", course), "COURSE")


def class_of_course(district: str, course: str, school_class: str) -> Key:
    """Give a class's row in its course's list.

    >>> class_of_course("gb", "crs-1", "cls-1")
    Key(pk='gb#COURSE#crs-1', sk='ROW#cls-1')
    """
    return Key(join(district, "COURSE", course), join("ROW", school_class))


def courses(district: str) -> str:
    """Give the index partition of all courses, by school and title.

    >>> courses("gb")
    'gb#COURSES'
    """
    return join(district, "COURSES")


def person(district: str, person: str) -> Key:
    """Give a person; the classes they teach lie behind.

    >>> person("gb", "usr-1")
    Key(pk='gb#PERSON#usr-1', sk='PERSON')
    """
    return Key(join(district, "PERSON", person), "PERSON")


def class_of_teacher(district: str, person: str, school_class: str) -> Key:
    """Give a class's row in its teacher's list.

    >>> class_of_teacher("gb", "usr-1", "cls-1")
    Key(pk='gb#PERSON#usr-1', sk='ROW#cls-1')
    """
    return Key(join(district, "PERSON", person), join("ROW", school_class))


def staff(district: str) -> str:
    """Give the index partition of the district's staff, by family name.

    >>> staff("gb")
    'gb#STAFF'
    """
    return join(district, "STAFF")


def school_class(district: str, school_class: str) -> Key:
    """Give a class with its teachers and students.

    >>> school_class("gb", "cls-1")
    Key(pk='gb#CLASS#cls-1', sk='CLASS')
    """
    return Key(join(district, "CLASS", school_class), "CLASS")


def classes_of_school(district: str, school: str) -> str:
    """Give the index partition of a school's classes, by title.

    >>> classes_of_school("gb", "org-1")
    'gb#CLASSES#org-1'
    """
    return join(district, "CLASSES", school)


# -- standards ----------------------------------------------------------------------------------


def framework(district: str, framework: str) -> Key:
    """Give a framework's record, beside the list of all sets.

    >>> framework("gb", "fw-1")
    Key(pk='gb#STANDARDS', sk='FRAMEWORK#fw-1')
    """
    return Key(join(district, "STANDARDS"), join("FRAMEWORK", framework))


def standards_summary(district: str, set_id: str) -> Key:
    """Give a standards set's line in the list of all sets; its id begins with its framework's.

    >>> standards_summary("gb", "fw-1.mathematics.3")
    Key(pk='gb#STANDARDS', sk='SET#fw-1.mathematics.3')
    """
    return Key(join(district, "STANDARDS"), join("SET", set_id))


def standards_lock(district: str, framework: str) -> Key:
    """Give the lock that lets one import at a time into a framework.

    >>> standards_lock("gb", "fw-1")
    Key(pk='gb#STANDARDS', sk='LOCK#fw-1')
    """
    return Key(join(district, "STANDARDS"), join("LOCK", framework))


def standards_set(district: str, set_id: str) -> Key:
    """Give a standards set's positions and codes.

    >>> standards_set("gb", "fw-1.mathematics.3")
    Key(pk='gb#STANDARDSSET#fw-1.mathematics.3', sk='HEAD')
    """
    return Key(join(district, "STANDARDSSET", set_id), "HEAD")


def standards_rows(district: str, set_id: str, part: int) -> Key:
    """Give a part of a standards set's rows; one query brings the set with all of them.

    >>> standards_rows("gb", "fw-1.mathematics.3", 0)
    Key(pk='gb#STANDARDSSET#fw-1.mathematics.3', sk='ROWS#000')
    """
    return Key(join(district, "STANDARDSSET", set_id), join("ROWS", f"{part:03}"))


def standards_import(district: str, name: str) -> Key:
    """Give an import of standards.

    >>> standards_import("gb", "01J")
    Key(pk='gb#STANDARDSIMPORT#01J', sk='IMPORT')
    """
    return Key(join(district, "STANDARDSIMPORT", name), "IMPORT")


def standards_imports(district: str) -> str:
    """Give the index partition of all imports of standards, by time of making.

    >>> standards_imports("gb")
    'gb#STANDARDSIMPORTS'
    """
    return join(district, "STANDARDSIMPORTS")
