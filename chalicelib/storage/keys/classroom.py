"""Assessments, trackers, result sheets, and the effects of corrections of the key on them."""

from __future__ import annotations

from .shape import Key, join


def assessment_header(district: str, assessment: str) -> Key:
    """Return an assessment without its items; all of a district lie together, for the list.

    >>> assessment_header("gb", "01J")
    Key(pk='gb#ASSESSMENTS', sk='01J')
    """
    return Key(join(district, "ASSESSMENTS"), join(assessment))


def sittings(district: str, assessment: str) -> str:
    """Return the partition of the index `lists` with the second sittings of an assessment.

    >>> sittings("gb", "01J")
    'gb#SITTINGS#01J'
    """
    return join(district, "SITTINGS", assessment)


def assessment_content(district: str, assessment: str) -> Key:
    """Return an assessment's items.

    >>> assessment_content("gb", "01J")
    Key(pk='gb#ASSESSMENT#01J', sk='CONTENT')
    """
    return Key(join(district, "ASSESSMENT", assessment), "CONTENT")


def attachment(district: str, assessment: str, attachment: str) -> Key:
    """Return an attachment of an assessment.

    >>> attachment("gb", "01J", "01K")
    Key(pk='gb#ASSESSMENT#01J', sk='ATTACHMENT#01K')
    """
    return Key(join(district, "ASSESSMENT", assessment), join("ATTACHMENT", attachment))


def attachment_file(district: str, file: str) -> Key:
    """Return the count of references to an attached file.

    >>> attachment_file("gb", "01K")
    Key(pk='gb#ATTACHMENTFILE#01K', sk='FILE')
    """
    return Key(join(district, "ATTACHMENTFILE", file), "FILE")


def item_import(district: str, item_import: str) -> Key:
    """Return an import of items from a package.

    >>> item_import("gb", "01J")
    Key(pk='gb#ITEMIMPORT#01J', sk='IMPORT')
    """
    return Key(join(district, "ITEMIMPORT", item_import), "IMPORT")


def tracker(district: str, tracker: str) -> Key:
    """Return a tracker, with the assessments it holds.

    >>> tracker("gb", "01J")
    Key(pk='gb#TRACKER#01J', sk='TRACKER')
    """
    return Key(join(district, "TRACKER", tracker), "TRACKER")


def tracker_row(district: str, school: str, set_id: str, tracker: str) -> Key:
    """Return a tracker's compact row; all of a district lie together, by school, then set.

    >>> tracker_row("gb", "north", "jf.math.3", "01J")
    Key(pk='gb#TRACKERS', sk='north#jf.math.3#01J')
    """
    return Key(join(district, "TRACKERS"), join(school, set_id, tracker))


def person_tracker(district: str, person: str, tracker: str) -> Key:
    """Return a tracker's row in the list of its owner, or of a collaborator.

    >>> person_tracker("gb", "usr-1", "01J")
    Key(pk='gb#PERSON#usr-1#TRACKERS', sk='01J')
    """
    return Key(join(district, "PERSON", person, "TRACKERS"), join(tracker))


def tracker_batch(district: str, batch: str) -> Key:
    """Return a batch of trackers: which courses, which standards, how far.

    >>> tracker_batch("gb", "01J")
    Key(pk='gb#TRACKERBATCH#01J', sk='BATCH')
    """
    return Key(join(district, "TRACKERBATCH", batch), "BATCH")


def tracker_batch_class(district: str, batch: str, class_id: str) -> Key:
    """Return a batch's result for one class.

    >>> tracker_batch_class("gb", "01J", "cls-1")
    Key(pk='gb#TRACKERBATCH#01J', sk='CLASS#cls-1')
    """
    return Key(join(district, "TRACKERBATCH", batch), join("CLASS", class_id))


def sheet(district: str, school_class: str, assessment: str) -> Key:
    """Return a class's results on one assessment; one query brings the class with all its sheets.

    >>> sheet("gb", "cls-1", "01J")
    Key(pk='gb#CLASS#cls-1', sk='SHEET#01J')
    """
    return Key(join(district, "CLASS", school_class), join("SHEET", assessment))


def sheets(district: str, assessment: str) -> str:
    """Return the partition of the index `summaries` with all sheets of an assessment, by school.

    >>> sheets("gb", "01J")
    'gb#SHEETS#01J'
    """
    return join(district, "SHEETS", assessment)


def correction(district: str, correction: str) -> Key:
    """Return a correction; its effects on each sheet are beside it.

    >>> correction("gb", "01J")
    Key(pk='gb#CORRECTION#01J', sk='CORRECTION')
    """
    return Key(join(district, "CORRECTION", correction), "CORRECTION")


def correction_sheet(district: str, correction: str, school_class: str) -> Key:
    """Return the marker that a class's sheet is scored again, and how many students that moved.

    >>> correction_sheet("gb", "01J", "cls-1")
    Key(pk='gb#CORRECTION#01J', sk='SHEET#cls-1')
    """
    return Key(join(district, "CORRECTION", correction), join("SHEET", school_class))


def corrections(district: str, assessment: str) -> str:
    """Return the partition of the index `lists` with the corrections of an assessment.

    >>> corrections("gb", "01J")
    'gb#CORRECTIONS#01J'
    """
    return join(district, "CORRECTIONS", assessment)


def renewal(district: str) -> Key:
    """Return how far the sheets are that nobody saves and that are brought up to date.

    >>> renewal("gb")
    Key(pk='gb#RENEWAL', sk='SHEETS')
    """
    return Key(join(district, "RENEWAL"), "SHEETS")


def renewal_classes(district: str) -> Key:
    """Return the classes whose sheets that is about, where it is not about all.

    >>> renewal_classes("gb")
    Key(pk='gb#RENEWAL', sk='CLASSES')
    """
    return Key(join(district, "RENEWAL"), "CLASSES")
