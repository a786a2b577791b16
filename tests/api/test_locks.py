"""Every route, every kind of person: who gets in. A cell that is not classified fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest

import app  # noqa: F401 - its doors are what is tried
from chalicelib.web.lazy_routes import every_domain
from chalicelib.web.routes import Route
from tests.api.scene import Scene
from tests.support import builders
from tests.support.world import Reply, World

PEOPLE = (
    "district admin",
    "school admin",
    "owning teacher",
    "collaborator",
    "other teacher",
    "other district",
    "unknown person",
    "no token",
)


CELLS: dict[str, tuple[int, ...]] = {
    # district admin, school admin, owner, collaborator, other teacher, other district, no person
    "restore_team": (200, 200, 403, 403, 403, 404, 403, 401),
    "change_team": (200, 200, 200, 403, 404, 404, 403, 401),
    "create_team": (201, 201, 403, 403, 403, 422, 403, 401),
    "lock_process": (403, 403, 202, 403, 404, 404, 403, 401),
    "read_process_report": (409, 409, 409, 409, 404, 404, 403, 401),
    "read_report_page": (302, 302, 302, 302, 302, 302, 302, 302),
    "list_teams": (200, 200, 200, 200, 200, 200, 403, 401),
    "preview_team_levels": (200, 200, 200, 403, 404, 404, 403, 401),
    "preview_distribution": (200, 403, 403, 403, 403, 404, 403, 401),
    "create_distribution_repetition": (202, 403, 403, 403, 403, 404, 403, 401),
    "preview_distribution_repetition": (200, 403, 403, 403, 403, 404, 403, 401),
    "preview_distribution_change": (200, 403, 403, 403, 403, 404, 403, 401),
    "put_team_member": (200, 200, 200, 403, 404, 404, 403, 401),
    "read_team": (200, 200, 200, 200, 404, 404, 403, 401),
    "remove_team_member": (200, 200, 200, 200, 404, 404, 403, 401),
    "retire_team": (200, 200, 403, 403, 403, 404, 403, 401),
    "set_team_levels": (200, 200, 200, 403, 404, 404, 403, 401),
    "create_attachment": (201, 403, 403, 403, 403, 404, 403, 401),
    "read_distribution_analysis": (200, 200, 403, 403, 403, 404, 403, 401),
    "list_sheet_history": (200, 200, 200, 200, 404, 404, 403, 401),
    "download_sheet_students": (200, 200, 200, 200, 404, 404, 403, 401),
    "download_sheet_analysis": (200, 200, 200, 200, 404, 404, 403, 401),
    "download_student_results": (200, 200, 403, 403, 403, 404, 403, 401),
    "download_distribution_analysis": (200, 200, 403, 403, 403, 404, 403, 401),
    "read_sheet_analysis": (200, 200, 200, 200, 404, 404, 403, 401),
    "add_bank_items": (422, 403, 403, 403, 403, 404, 403, 401),
    "create_item_import": (201, 403, 201, 201, 201, 422, 403, 401),
    "download_class_results": (200, 200, 403, 403, 403, 404, 403, 401),
    "download_item_results": (200, 200, 403, 403, 403, 404, 403, 401),
    "download_school_results": (200, 200, 403, 403, 403, 404, 403, 401),
    "download_standard_results": (200, 200, 403, 403, 403, 404, 403, 401),
    "download_teacher_results": (200, 200, 403, 403, 403, 404, 403, 401),
    "list_attachments": (200, 200, 200, 200, 200, 404, 403, 401),
    "list_class_results": (200, 200, 403, 403, 403, 404, 403, 401),
    "list_item_results": (200, 200, 403, 403, 403, 404, 403, 401),
    "list_school_results": (200, 200, 403, 403, 403, 404, 403, 401),
    "list_standard_results": (200, 200, 403, 403, 403, 404, 403, 401),
    "list_teacher_results": (200, 200, 403, 403, 403, 404, 403, 401),
    "read_attachment": (200, 200, 200, 200, 200, 404, 403, 401),
    "read_distribution_results": (200, 200, 403, 403, 403, 404, 403, 401),
    "read_item_import": (200, 403, 404, 404, 404, 404, 403, 401),
    "remove_attachment": (204, 403, 403, 403, 403, 404, 403, 401),
    "add_distribution_trackers": (409, 403, 403, 403, 403, 404, 403, 401),
    "add_tracker_assessment": (403, 403, 201, 201, 404, 403, 403, 401),
    "remove_tracker_assessment": (403, 403, 200, 200, 404, 403, 403, 401),
    "restore_tracker_assessment": (403, 403, 200, 200, 404, 403, 403, 401),
    "apply_roster_import": (409, 403, 403, 403, 403, 404, 403, 401),
    "apply_standards_import": (409, 403, 403, 403, 403, 404, 403, 401),
    "set_assessment_approval": (200, 403, 403, 403, 403, 404, 403, 401),
    "create_roster_import": (201, 403, 403, 403, 403, 201, 403, 401),
    "cancel_distribution": (200, 403, 403, 403, 403, 404, 403, 401),
    "change_assessment": (200, 403, 403, 403, 403, 404, 403, 401),
    "change_distribution": (200, 403, 403, 403, 403, 404, 403, 401),
    "change_district": (200, 403, 403, 403, 403, 200, 403, 401),
    "change_tracker": (403, 403, 200, 200, 404, 403, 403, 401),
    "set_email_preference": (200, 403, 200, 403, 403, 404, 403, 401),
    "create_assessment_copy": (201, 403, 201, 201, 201, 404, 403, 401),
    "create_correction": (409, 403, 403, 403, 403, 404, 403, 401),
    "create_assessment": (201, 403, 201, 201, 201, 201, 403, 401),
    "create_standards_import": (201, 403, 403, 403, 403, 201, 403, 401),
    "create_tracker": (403, 403, 201, 422, 422, 403, 403, 401),
    "create_tracker_batch": (202, 403, 403, 403, 403, 422, 403, 401),
    "delete_assessment": (409, 403, 403, 403, 403, 404, 403, 401),
    "delete_roster_import": (200, 403, 403, 403, 403, 404, 403, 401),
    "delete_standards_import": (200, 403, 403, 403, 403, 404, 403, 401),
    "create_distribution": (202, 403, 403, 403, 403, 404, 403, 401),
    "change_sheet": (403, 403, 200, 200, 404, 403, 403, 401),
    "invite_person": (200, 403, 403, 403, 403, 404, 403, 401),
    "sign_out": (200, 200, 200, 200, 200, 200, 403, 401),
    "sign_person_out": (200, 200, 403, 403, 403, 404, 403, 401),
    "list_assessments": (200, 200, 200, 200, 200, 200, 403, 401),
    "list_item_uses": (404, 403, 404, 404, 404, 404, 403, 401),
    "list_bank_items": (200, 403, 200, 200, 200, 200, 403, 401),
    "list_classes": (200, 200, 403, 403, 403, 200, 403, 401),
    "list_corrections": (200, 403, 403, 403, 403, 404, 403, 401),
    "list_courses": (200, 200, 200, 200, 200, 200, 403, 401),
    "list_distributions": (200, 200, 403, 403, 403, 200, 403, 401),
    "list_frameworks": (200, 200, 200, 200, 200, 200, 403, 401),
    "list_matching_schools": (200, 403, 403, 403, 403, 404, 403, 401),
    "list_people": (200, 200, 200, 200, 200, 200, 403, 401),
    "list_receipts": (200, 404, 403, 403, 403, 404, 403, 401),
    "list_waiting_jobs": (200, 403, 403, 403, 403, 200, 403, 401),
    "retry_job": (202, 403, 403, 403, 403, 404, 403, 401),
    "list_dead_letters": (200, 403, 403, 403, 403, 200, 403, 401),
    "return_dead_letters": (202, 403, 403, 403, 403, 202, 403, 401),
    "read_email_state": (200, 403, 403, 403, 403, 200, 403, 401),
    "list_undelivered_emails": (200, 403, 403, 403, 403, 200, 403, 401),
    "retry_email": (202, 403, 403, 403, 403, 404, 403, 401),
    "list_history": (200, 403, 403, 403, 403, 200, 403, 401),
    "list_roster_imports": (200, 403, 403, 403, 403, 200, 403, 401),
    "list_roster_import_problems": (200, 403, 403, 403, 403, 404, 403, 401),
    "list_roster_import_schools": (200, 403, 403, 403, 403, 404, 403, 401),
    "download_roster_import_problems": (200, 403, 403, 403, 403, 404, 403, 401),
    "list_school_trackers": (200, 403, 403, 403, 403, 404, 403, 401),
    "list_schools": (200, 200, 200, 200, 200, 200, 403, 401),
    "list_sheets": (200, 200, 200, 200, 404, 404, 403, 401),
    "list_standards_import_problems": (200, 403, 403, 403, 403, 404, 403, 401),
    "download_standards_import_problems": (200, 403, 403, 403, 403, 404, 403, 401),
    "list_standards_imports": (200, 403, 403, 403, 403, 200, 403, 401),
    "list_standards_sets": (200, 200, 200, 200, 200, 200, 403, 401),
    "list_tracker_batch_classes": (200, 403, 403, 403, 403, 404, 403, 401),
    "list_tracker_students": (200, 200, 200, 200, 404, 404, 403, 401),
    "list_trackers": (200, 200, 404, 404, 404, 200, 403, 401),
    "set_post_test": (403, 403, 200, 403, 404, 404, 403, 401),
    "set_pre_test": (403, 403, 200, 403, 404, 404, 403, 401),
    "create_activation": (403, 403, 201, 422, 404, 403, 403, 401),
    "delete_activation": (403, 403, 204, 403, 404, 403, 403, 401),
    "list_activations": (200, 200, 200, 200, 404, 404, 403, 401),
    "download_compared_students": (200, 200, 200, 200, 404, 404, 403, 401),
    "list_compared_students": (200, 200, 200, 200, 404, 404, 403, 401),
    "read_collection": (200, 200, 200, 200, 404, 404, 403, 401),
    "read_comparison": (200, 200, 200, 200, 404, 404, 403, 401),
    "read_goal": (200, 200, 200, 200, 404, 404, 403, 401),
    "read_goals": (200, 200, 200, 200, 404, 404, 403, 401),
    "read_growth": (200, 200, 200, 200, 404, 404, 403, 401),
    "read_page": (200, 200, 200, 200, 404, 404, 403, 401),
    "remove_page_conflict": (403, 403, 204, 204, 404, 404, 403, 401),
    "change_page": (403, 403, 200, 200, 404, 404, 403, 401),
    "set_goal": (403, 403, 200, 403, 404, 404, 403, 401),
    "preview_goal": (403, 403, 200, 403, 404, 404, 403, 401),
    "create_process": (403, 403, 201, 403, 404, 404, 403, 401),
    "delete_process": (403, 403, 204, 403, 404, 404, 403, 401),
    "list_process_openings": (200, 403, 403, 403, 403, 404, 403, 401),
    "create_distribution_reminder": (409, 403, 403, 403, 403, 404, 403, 401),
    "list_distribution_reminders": (200, 403, 403, 403, 403, 404, 403, 401),
    "create_process_reminder": (202, 202, 202, 403, 404, 404, 403, 401),
    "list_missing_activations": (200, 200, 403, 403, 403, 200, 403, 401),
    "create_process_reminders": (202, 202, 403, 403, 403, 202, 403, 401),
    "list_process_reminders": (200, 200, 200, 403, 404, 404, 403, 401),
    "list_library_entries": (200, 200, 200, 200, 200, 200, 403, 401),
    "read_library_entry": (200, 200, 200, 200, 200, 404, 403, 401),
    "list_processes": (200, 200, 200, 200, 200, 200, 403, 401),
    "list_team_processes": (200, 200, 200, 200, 404, 404, 403, 401),
    "create_test_printout": (202, 202, 202, 202, 404, 404, 403, 401),
    "create_printout": (202, 202, 202, 202, 404, 404, 403, 401),
    "read_process": (200, 200, 200, 200, 404, 404, 403, 401),
    "change_process": (403, 403, 200, 403, 404, 404, 403, 401),
    "read_printout": (404, 404, 200, 404, 404, 404, 403, 401),
    "read_assessment_filters": (200, 200, 200, 200, 200, 200, 403, 401),
    "read_assessment": (200, 200, 200, 200, 200, 404, 403, 401),
    "read_class": (200, 200, 200, 404, 404, 404, 403, 401),
    "read_correction": (200, 403, 404, 404, 404, 404, 403, 401),
    "read_course": (200, 200, 200, 200, 200, 404, 403, 401),
    "read_distribution": (200, 404, 403, 403, 403, 404, 403, 401),
    "read_distribution_email_counts": (200, 403, 403, 403, 403, 404, 403, 401),
    "read_district": (200, 200, 200, 200, 200, 200, 403, 401),
    "lead_to_start": (302, 302, 302, 302, 302, 302, 302, 302),
    "read_docs": (200, 200, 200, 200, 200, 200, 200, 200),
    "read_sign_in": (200, 200, 200, 200, 200, 200, 200, 200),
    "read_framework": (200, 200, 200, 200, 200, 404, 403, 401),
    "read_items": (200, 200, 200, 200, 200, 404, 403, 401),
    "read_job": (200, 404, 404, 404, 404, 404, 403, 401),
    "read_mastery": (200, 200, 200, 200, 404, 404, 403, 401),
    "preview_tracker": (403, 403, 200, 200, 404, 403, 403, 401),
    "download_mastery": (200, 200, 200, 200, 404, 404, 403, 401),
    "read_student_mastery": (200, 200, 200, 200, 404, 404, 403, 401),
    "list_student_mastery": (403, 403, 200, 200, 404, 403, 403, 401),
    "import_key_file": (200, 403, 403, 403, 403, 404, 403, 401),
    "read_work": (200, 200, 200, 200, 200, 200, 403, 401),
    "read_me": (200, 200, 200, 200, 200, 200, 403, 401),
    "read_email_preference": (200, 403, 200, 403, 403, 404, 403, 401),
    "read_openapi": (200, 200, 200, 200, 200, 200, 200, 200),
    "read_person": (200, 200, 200, 200, 200, 404, 403, 401),
    "import_response_file": (403, 403, 200, 200, 404, 403, 403, 401),
    "read_roster": (200, 200, 200, 200, 200, 200, 403, 401),
    "read_roster_import": (200, 403, 403, 403, 403, 404, 403, 401),
    "read_school": (200, 200, 200, 200, 200, 404, 403, 401),
    "read_sheet": (200, 200, 200, 200, 404, 404, 403, 401),
    "read_standards_import": (200, 403, 403, 403, 403, 404, 403, 401),
    "read_standards_set": (200, 200, 200, 200, 200, 404, 403, 401),
    "read_tracker": (200, 200, 200, 200, 404, 404, 403, 401),
    "read_tracker_batch": (200, 403, 403, 403, 403, 404, 403, 401),
    "recall_distribution": (409, 403, 403, 403, 403, 404, 403, 401),
    "restore_distribution": (409, 403, 403, 403, 403, 404, 403, 401),
    "retry_distribution": (409, 403, 403, 403, 403, 404, 403, 401),
    "set_items": (409, 403, 403, 403, 403, 404, 403, 401),
    "put_tracker_collaborator": (403, 403, 200, 403, 404, 403, 403, 401),
    "remove_tracker_collaborator": (403, 403, 200, 200, 404, 403, 403, 401),
    "remove_assessment_approval": (200, 403, 403, 403, 403, 404, 403, 401),
}

SEE_STUDENTS = {
    "download_compared_students": (
        "district admin",
        "school admin",
        "owning teacher",
        "collaborator",
    ),
    "list_compared_students": ("district admin", "school admin", "owning teacher", "collaborator"),
    "read_goal": ("district admin", "school admin", "owning teacher", "collaborator"),
    "set_goal": ("owning teacher",),
    "preview_goal": ("owning teacher",),
    "read_class": ("district admin", "school admin", "owning teacher"),
    "import_response_file": ("owning teacher", "collaborator"),
    "list_tracker_students": ("district admin", "school admin", "owning teacher", "collaborator"),
    "read_sheet": ("district admin", "school admin", "owning teacher", "collaborator"),
    "download_sheet_students": (
        "district admin",
        "school admin",
        "owning teacher",
        "collaborator",
    ),
    "change_sheet": ("owning teacher", "collaborator"),
    "read_mastery": ("district admin", "school admin", "owning teacher", "collaborator"),
    "download_mastery": ("district admin", "school admin", "owning teacher", "collaborator"),
    "read_student_mastery": ("district admin", "school admin", "owning teacher", "collaborator"),
    "list_student_mastery": ("owning teacher", "collaborator"),
}
STRANGERS = ("other district", "unknown person", "no token")
OURS = ("north", "tess", "Fractions check", "Zimmer")

ITEM = {
    "kind": "true_false",
    "prompt": "A half is more than a third.",
    "key": ["true"],
    "points": "1",
    "standards": ["3.FR.1"],
}

TWO_LEVELS = {
    "levels": [{"name": "Not yet", "lower": 0}, {"name": "There", "lower": 60}],
    "meets": 2,
}

BODIES: dict[str, Callable[[Scene], Any]] = {
    "create_test_printout": lambda scene: {
        "parts": ["answer_sheets"],
        "tracker_id": scene.tracker.id,
    },
    "lock_process": lambda _: {"without_post_test": True},
    "set_post_test": lambda _: {"same": True},
    "set_pre_test": lambda scene: {"assessment_id": scene.assessment.id},
    "create_activation": lambda _: {"test": "pre", "class_id": "c1"},
    "change_page": lambda _: {"strengths": "Number lines"},
    "set_goal": lambda _: {"measure": "Unit 4 test"},
    "preview_goal": lambda _: {"measure": "Unit 4 test"},
    "create_process": lambda _: {"name": "New"},
    "create_process_reminder": lambda _: {"test": "pre"},
    "create_process_reminders": lambda s: {"tests": [{"process_id": s.process, "test": "pre"}]},
    "change_process": lambda _: {"name": "Renamed"},
    "create_team": lambda _: {"name": "New", "school_id": "north", "leader_ids": ["tess"]},
    "change_team": lambda _: {"name": "Renamed"},
    "put_team_member": lambda _: {"leader": False},
    "set_team_levels": lambda _: TWO_LEVELS,
    "preview_team_levels": lambda _: TWO_LEVELS,
    "change_district": lambda _: {"locale": "es-US"},
    "create_roster_import": lambda _: {},
    "apply_roster_import": lambda _: {},
    "create_assessment": lambda _: {"title": "New", "level_count": 3},
    "change_assessment": lambda _: {"title": "Renamed"},
    "import_key_file": lambda _: {"csv": "1,A\n"},
    "import_response_file": lambda _: {"csv": "Student ID,Status\nstu1,absent\n"},
    "set_items": lambda _: {"items": [ITEM]},
    "create_correction": lambda _: {"cuts": ["60", "90"]},
    "create_assessment_copy": lambda _: {"title": "Copy"},
    "create_tracker": lambda _: {"class_id": "c1", "standards_set_id": builders.SET},
    "change_tracker": lambda _: {"title": "Renamed"},
    "preview_tracker": lambda _: {"level_count": 4},
    "change_sheet": lambda _: {"students": [{"student_id": "stu1", "status": "absent"}]},
    "add_tracker_assessment": lambda scene: {"assessment_id": scene.assessment.id},
    "create_tracker_batch": lambda _: {"course_ids": ["k1"], "standards_set_id": builders.SET},
    "create_standards_import": lambda _: {},
    "apply_standards_import": lambda _: {},
    "create_distribution": lambda scene: scene.handing_out(),
    "change_distribution": lambda _: {"notify": True},
    "preview_distribution": lambda scene: scene.handing_out(),
    "preview_distribution_change": lambda _: {"notify": True},
    "create_distribution_repetition": lambda _: {},
    "preview_distribution_repetition": lambda _: {},
    "recall_distribution": lambda _: {"comment": "Wrong week"},
    "add_distribution_trackers": lambda _: {"selection": {"whole_district": True}},
    "set_email_preference": lambda _: {"subscribed": False},
    "create_attachment": lambda _: {"name": "t.pdf", "type": "application/pdf", "size": 9},
    "add_bank_items": lambda scene: {
        "items": [{"assessment_id": scene.assessment.id, "item_id": "none"}]
    },
    "create_item_import": lambda _: {
        "title": "New",
        "standards_set_id": builders.SET,
        "file_name": "new.zip",
        "size": 9,
    },
}

NAMES: dict[str, Callable[[Scene], str]] = {
    "item_id": lambda _: "none",
    "school_id": lambda _: "north",
    "course_id": lambda _: "k1",
    "class_id": lambda _: "c1",
    "assessment_id": lambda scene: scene.assessment.id,
    "correction_id": lambda scene: scene.correction,
    "tracker_id": lambda scene: scene.tracker.id,
    "student_id": lambda _: "stu1",
    "team_id": lambda scene: scene.team.id,
    "batch_id": lambda scene: scene.batch,
    "framework_id": lambda _: "jf",
    "standards_set_id": lambda _: builders.SET,
    "distribution_id": lambda scene: scene.distribution,
    "attachment_id": lambda scene: scene.attachment,
    "process_id": lambda scene: scene.process,
    "printout_id": lambda scene: scene.printout,
    "page": lambda _: "analyze",
    "conflict_id": lambda scene: scene.aside,
    "queue_id": lambda _: "jobs",
    "email_id": lambda scene: scene.undelivered.reference,
    "job_id": lambda scene: f"distribution.{scene.distribution}",
}
"""The value of each name in a path; `import_id` and `person_id` depend on it."""

COLLEAGUES = {
    "put_tracker_collaborator": "olga",
    "remove_tracker_collaborator": "cole",
    "put_team_member": "olga",
    "remove_team_member": "cole",
}
UNCHANGED = (
    "delete_activation",
    "import_key_file",
    "import_response_file",
    "remove_assessment_approval",
    "restore_team",
)
"""Changes that find nothing to change in the scene: `test_repeats.py` repeats them."""
QUERIES = {
    "delete_activation": "?test=pre",
    "list_classes": "?school_id=north",
    "list_trackers": "?school_id=north",
}


@cache
def every_route() -> tuple[Route, ...]:
    return tuple(route for routes in every_domain() for route in routes.routes)


def path_of(route: Route, scene: Scene) -> str:
    path = route.path
    known = dict(NAMES)
    standards = "standards" in path
    known["person_id"] = lambda _: COLLEAGUES.get(route.name, "tess")
    if "/trackers/" in path or path.endswith("/{assessment_id}/printouts"):
        known["assessment_id"] = lambda s: s.given
    if path.endswith("/restoration"):
        known["assessment_id"] = lambda s: s.taken_out
    known["import_id"] = lambda s: s.standards_import if standards else s.roster_import
    if "item-imports" in path:
        known["import_id"] = lambda s: s.item_import
    of_results = ("/goals/{class_id}", "/goals/{class_id}/preview", "/students", "/students.csv")
    if path.endswith(of_results) and "process" in path:
        known["process_id"] = lambda s: s.tested_process
    if path.startswith("/v1/library"):
        finished = scene.locked_process  # searched, too
        known["process_id"] = lambda _: finished
    if route.name == "retry_job":
        known["job_id"] = lambda s: f"tracker-batch.{s.batch}"
    for name in route.parameters:
        path = path.replace(f"{{{name}}}", known[name](scene))
    return path + QUERIES.get(route.name, "")


def version_of(route: Route, scene: Scene) -> str:
    """Bring the version that a change needs, as somebody who may read it would."""
    if not route.conditional:
        return ""
    if route.path.startswith("/v1/undelivered-emails"):
        return f'"{scene.undelivered.version}"'  # only their list shows them
    keeper = "owning teacher" if "/trackers/" in route.path else "district admin"
    thing = path_of(route, scene)
    for action in (
        "/cancellation",
        "/retry",
        "/application",
        "/approval",
        "/items",
        "/corrections",
        "/key-files",
        "/response-files",
    ):
        thing = thing.removesuffix(action)
    thing = thing.removesuffix("/bank-items")
    for action in ("/recall", "/restoration", "/additions"):
        thing = thing.removesuffix(action)
    for below in ("/activations/", "/collaborators/", "/members/", "/conflicts/"):
        thing = thing.split(below)[0]
    if "/trackers/" in thing and "/sheets/" not in thing:
        thing = thing.split("/assessments/")[0]
    thing = thing.removesuffix("/retirement").removesuffix("/levels")
    thing = thing.removesuffix("/lock").removesuffix("/pre-test").removesuffix("/post-test")
    return scene.people[keeper].get(thing).etag


def a_request(route: Route, scene: Scene) -> tuple[str, str, Any, dict[str, str]]:
    body = BODIES[route.name](scene) if route.body else None
    etag = version_of(route, scene)
    headers = {"Idempotency-Key": "once"} | ({"If-Match": etag} if etag else {})
    return route.method, path_of(route, scene), body, headers


def replies(world: World, route: Route) -> Iterator[tuple[str, Reply]]:
    """Let everybody knock, each on a district that nobody before has changed."""
    scene = world.scene(Scene)
    for name in PEOPLE[::-1]:  # those who may least come first
        request = a_request(route, scene)
        reply = scene.people[name].send(*request)
        yield name, reply
        if route.changes and reply.status < 400:
            is_repeat = scene.people[name].send(*request).headers.get("Idempotent-Replayed")
            assert is_repeat == (None if route.name in UNCHANGED else "true")
        if route.method != "GET" and reply.status < 400:
            world.reset()
            scene = world.scene(Scene)


@pytest.mark.parametrize("route", list(every_route()), ids=lambda route: route.name)
def test_each_role_gets_its_status_on_every_route(world: World, route: Route) -> None:
    expected = dict(zip(PEOPLE, CELLS[route.name], strict=True))
    answered = {}
    for name, reply in replies(world, route):
        answered[name] = reply.status
        said = str(reply.body)
        may_see_students = name in SEE_STUDENTS.get(route.name, ())
        assert ("Zimmer" in said) == may_see_students, f"{name} and the student's name"
        if name in STRANGERS:
            assert not any(each in said for each in OURS), f"{name} got something of ours"
    assert answered == expected


def test_every_route_is_classified_and_nothing_else() -> None:
    assert {route.name for route in every_route()} == set(CELLS)
