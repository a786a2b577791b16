"""What a district learns from results: totals of distributions, and item analyses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.results.analysis.service import ItemAnalyses
    from chalicelib.results.district.service import DistrictResults
    from chalicelib.results.facilities import SheetFigures
    from chalicelib.results.history.service import SheetHistories
    from chalicelib.results.sheet_files.service import DistributionStudents

    from . import Services


def district_results(services: Services) -> DistrictResults:
    """The results of distributions."""
    from chalicelib.results.district.repository import LineRepository
    from chalicelib.results.district.service import DistrictResults

    return DistrictResults(
        LineRepository(services.table),
        services.distributions,
        services.districts,
        lambda: services.assessments,
        services.trackers,
        lambda: services.rosters,
        lambda: services.standards,
        services.clock,
    )


def item_figures(services: Services) -> SheetFigures:
    """How hard items were."""
    from chalicelib.results.district.repository import LineRepository
    from chalicelib.results.facilities import SheetFigures

    return SheetFigures(LineRepository(services.table), lambda: services.assessments)


def sheet_histories(services: Services) -> SheetHistories:
    """Who entered and changed what on sheets."""
    from chalicelib.results.history.service import SheetHistories

    return SheetHistories(
        services.table,
        services.trackers,
        lambda: services.sheets,
        lambda: services.rosters,
    )


def distribution_students(services: Services) -> DistributionStudents:
    """The students of a distribution's classes."""
    from chalicelib.results.repository import SheetRepository
    from chalicelib.results.sheet_files.service import DistributionStudents

    return DistributionStudents(
        SheetRepository(services.table),
        lambda: services.assessments,
        lambda: services.rosters,
    )


def item_analyses(services: Services) -> ItemAnalyses:
    """How tests and their items worked."""
    from chalicelib.results.analysis.repository import AnswerRepository
    from chalicelib.results.analysis.service import ItemAnalyses
    from chalicelib.results.district.repository import LineRepository

    return ItemAnalyses(
        AnswerRepository(services.table),
        LineRepository(services.table),
        services.trackers,
        lambda: services.distributions,
        lambda: services.assessments,
    )
