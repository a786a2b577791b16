"""What a district learns from results: totals of distributions, and item analyses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from chalicelib.results.analysis.service import ItemAnalyses
    from chalicelib.results.district.service import DistrictResults

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
