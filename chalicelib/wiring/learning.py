"""What is taught and tested: standards, assessments, trackers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.assessments.answer_keys.service import AnswerKeys
    from chalicelib.assessments.assessment_search import AssessmentSearch
    from chalicelib.assessments.service import Assessments
    from chalicelib.jobs.ports import JobKind
    from chalicelib.mastery.service import MasteryGrids
    from chalicelib.results.response_files.service import ResponseFiles
    from chalicelib.results.service import Sheets
    from chalicelib.standards.imports.service import StandardsImports
    from chalicelib.standards.service import Standards
    from chalicelib.trackers.batches.service import TrackerBatches
    from chalicelib.trackers.listing import TrackerLists
    from chalicelib.trackers.removal.service import Removals
    from chalicelib.trackers.roster_sync import Following
    from chalicelib.trackers.service import Trackers
    from chalicelib.uploads.ports import Receivers

    from . import Services


def standards(services: Services) -> Standards:
    """The district's standards, as its staff read them."""
    from chalicelib.standards.repository import StandardsRepository
    from chalicelib.standards.service import Standards

    return Standards(StandardsRepository(services.table, services.clock))


def standards_imports(services: Services) -> StandardsImports:
    """Standards on their way in."""
    from chalicelib.standards.imports.service import StandardsImports
    from chalicelib.standards.repository import StandardsImportRepository, StandardsRepository

    return StandardsImports(
        StandardsImportRepository(services.table),
        StandardsRepository(services.table, services.clock),
        services.files,
        services.findings_files,
        lambda: services.jobs,
        lambda: services.districts,
        services.clock,
        services.settings.district,
    )


def assessments(services: Services) -> Assessments:
    """What is asked, and who may see it."""
    from chalicelib.assessments.repository import AssessmentRepository
    from chalicelib.assessments.service import Assessments

    kept = AssessmentRepository(services.table)
    return Assessments(
        kept,
        services.districts,
        lambda: services.standards,
        lambda: services.rosters,
        lambda: services.attachments,
        lambda: services.teams,
    )


def assessment_search(services: Services) -> AssessmentSearch:
    """What looks for assessments and items."""
    from chalicelib.assessments.assessment_search import AssessmentSearch
    from chalicelib.assessments.repository import AssessmentRepository

    kept = AssessmentRepository(services.table)
    return AssessmentSearch(
        kept,
        services.assessments,
        lambda: services.standards,
        lambda: services.item_figures,
        lambda: services.teams,
    )


def answer_keys(services: Services) -> AnswerKeys:
    """Answer keys that come from files."""
    from chalicelib.assessments.answer_keys.service import AnswerKeys

    return AnswerKeys(services.assessments, lambda: services.standards)


def trackers(services: Services) -> Trackers:
    """The teachers' boards."""
    from chalicelib.trackers.repository import TrackerRepository
    from chalicelib.trackers.service import Trackers

    return Trackers(
        TrackerRepository(services.table),
        services.districts,
        lambda: services.rosters,
        lambda: services.standards,
        lambda: services.assessments,
        lambda: services.recall_marks,
        lambda: services.openings,
        lambda: services.sheets,
    )


def removals(services: Services) -> Removals:
    """What teachers take out of their trackers."""
    from chalicelib.trackers.removal.service import Removals
    from chalicelib.trackers.repository import TrackerRepository

    kept = TrackerRepository(services.table)
    return Removals(
        kept,
        services.trackers,
        lambda: services.sheets,
        lambda: services.recall_marks,
    )


def mastery_grids(services: Services) -> MasteryGrids:
    """What classes have learned, by student and standard."""
    from chalicelib.mastery.service import MasteryGrids
    from chalicelib.results.repository import SheetRepository

    return MasteryGrids(
        services.trackers,
        lambda: services.tracker_lists,
        lambda: services.assessments,
        lambda: services.standards,
        SheetRepository(services.table),
    )


def sheets(services: Services) -> Sheets:
    """What classes did on assessments."""
    from chalicelib.processes.class_totals import RowFeed
    from chalicelib.results.repository import SheetRepository
    from chalicelib.results.service import Sheets

    return Sheets(
        SheetRepository(services.table, RowFeed()),
        services.trackers,
        lambda: services.assessments,
        lambda: services.rosters,
        services.districts,
        lambda: services.correction_work,
    )


def response_files(services: Services) -> ResponseFiles:
    """Responses that come from files."""
    from chalicelib.results.response_files.service import ResponseFiles

    return ResponseFiles(services.sheets, lambda: services.rosters)


def tracker_lists(services: Services) -> TrackerLists:
    """Trackers in lists."""
    from chalicelib.trackers.listing import TrackerLists
    from chalicelib.trackers.repository import TrackerRepository

    return TrackerLists(TrackerRepository(services.table), lambda: services.rosters)


def tracker_following(services: Services) -> Following:
    """What brings trackers in step with their classes."""
    from chalicelib.trackers.repository import TrackerRepository
    from chalicelib.trackers.roster_sync import Following

    return Following(TrackerRepository(services.table))


def tracker_batches(services: Services) -> TrackerBatches:
    """Trackers for all classes of courses."""
    from chalicelib.trackers.batches.repository import BatchRepository
    from chalicelib.trackers.batches.service import TrackerBatches

    return TrackerBatches(
        BatchRepository(services.table),
        services.trackers,
        services.districts,
        lambda: services.rosters,
        lambda: services.standards,
        lambda: services.jobs,
        services.clock,
        services.settings.district,
        automatic=lambda: services.openings,
    )


def tracker_jobs(services: Services) -> tuple[JobKind, ...]:
    """Long work on trackers."""
    from chalicelib.jobs.ports import JobKind

    return (
        JobKind(
            "tracker-batch",
            progress=lambda: services.tracker_batches,
            run=lambda: services.tracker_batches,
            due=lambda: services.tracker_batches,
        ),
    )


def standards_jobs(services: Services) -> tuple[JobKind, ...]:
    """Long work on standards."""
    from chalicelib.jobs.ports import JobKind

    return (
        JobKind(
            "standards-import",
            progress=lambda: services.standards_imports,
            run=lambda: services.standards_imports,
            due=lambda: services.standards_imports,
        ),
    )


def standards_uploads(services: Services) -> Receivers:
    """Who looks at files with standards."""
    return {"standards-import": lambda: services.standards_imports}
