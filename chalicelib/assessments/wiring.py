"""Assessments: read, searched, built, and their keys from files."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from chalicelib.wiring.domain import DomainWiring

if TYPE_CHECKING:
    from .answer_keys.service import AnswerKeys
    from .assessment_search import AssessmentSearch
    from .authoring.service import Building
    from .repository import AssessmentRepository
    from .service import Assessments


class AssessmentsWiring(DomainWiring):
    """The services, each made at its first use."""

    def build_assessment_items(self) -> AssessmentRepository:
        """Where assessments are kept."""
        from .repository import AssessmentRepository

        return AssessmentRepository(self.services.table)

    def build_assessments(self) -> Assessments:
        """Assessments, and who may see them."""
        from .service import Assessments

        kept = self.services.assessment_items
        return Assessments(
            kept,
            self.services.districts,
            lambda: self.services.standards,
            lambda: self.services.rosters,
            lambda: self.services.attachments,
            lambda: self.services.teams,
        )

    def build_assessment_search(self) -> AssessmentSearch:
        """The search for assessments and items."""
        from .assessment_search import AssessmentSearch

        kept = self.services.assessment_items
        return AssessmentSearch(
            kept,
            self.services.assessments,
            lambda: self.services.standards,
            lambda: self.services.item_figures,
            lambda: self.services.teams,
        )

    def build_answer_keys(self) -> AnswerKeys:
        """Answer keys that come from files."""
        from .answer_keys.service import AnswerKeys

        return AnswerKeys(self.services.assessments, lambda: self.services.standards)

    def build_building(self) -> Building:
        """Assessments built from items that are there already."""
        from .authoring.service import Building

        return Building(
            self.services.assessment_items,
            self.services.assessments,
            self.services.districts,
            lambda: self.services.standards,
        )

    assessment_items = cached_property(build_assessment_items)
    assessments = cached_property(build_assessments)
    assessment_search = cached_property(build_assessment_search)
    answer_keys = cached_property(build_answer_keys)
    building = cached_property(build_building)
