"""Every key of the table, and nowhere else.

Each function gives the key of one kind of item and shows one rendered in its docstring. Every
partition key begins with the district. Parts that come from outside (OneRoster and CASE
identifiers) are escaped, so that none can forge a separator.
"""

from __future__ import annotations

from .acts import audit, done, due, due_until
from .distributions import (
    automatic,
    distribution,
    distribution_done,
    distribution_page,
    distributions,
    recall,
)
from .learning import (
    assessment_content,
    assessment_header,
    attachment,
    attachment_file,
    item_import,
    person_tracker,
    tracker,
    tracker_batch,
    tracker_batch_class,
    tracker_row,
)
from .mail import blocked_address, mail, mail_choice, outbox
from .people import (
    class_of_course,
    class_of_teacher,
    classes_of_school,
    course,
    courses,
    district,
    operator,
    person,
    roster,
    roster_import,
    school,
    school_class,
    sign_in,
    staff,
)
from .results import correction, correction_sheet, corrections, sheet, sheets
from .shape import Key, join, part, parts
from .standards import (
    framework,
    standards_import,
    standards_imports,
    standards_lock,
    standards_rows,
    standards_set,
    standards_summary,
)

__all__ = [
    "Key",
    "assessment_content",
    "assessment_header",
    "attachment",
    "attachment_file",
    "audit",
    "automatic",
    "blocked_address",
    "class_of_course",
    "class_of_teacher",
    "classes_of_school",
    "correction",
    "correction_sheet",
    "corrections",
    "course",
    "courses",
    "distribution",
    "distribution_done",
    "distribution_page",
    "distributions",
    "district",
    "done",
    "due",
    "due_until",
    "framework",
    "item_import",
    "join",
    "mail",
    "mail_choice",
    "operator",
    "outbox",
    "part",
    "parts",
    "person",
    "person_tracker",
    "recall",
    "roster",
    "roster_import",
    "school",
    "school_class",
    "sheet",
    "sheets",
    "sign_in",
    "staff",
    "standards_import",
    "standards_imports",
    "standards_lock",
    "standards_rows",
    "standards_set",
    "standards_summary",
    "tracker",
    "tracker_batch",
    "tracker_batch_class",
    "tracker_row",
]
