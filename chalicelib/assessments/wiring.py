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
    @cached_property
    def assessment_items(self) -> AssessmentRepository:
        from .repository import AssessmentRepository

        return AssessmentRepository(self.services.table)

    @cached_property
    def assessments(self) -> Assessments:
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

    @cached_property
    def assessment_search(self) -> AssessmentSearch:
        from .assessment_search import AssessmentSearch

        kept = self.services.assessment_items
        return AssessmentSearch(
            kept,
            self.services.assessments,
            lambda: self.services.standards,
            lambda: self.services.item_figures,
            lambda: self.services.teams,
        )

    @cached_property
    def answer_keys(self) -> AnswerKeys:
        from .answer_keys.service import AnswerKeys

        return AnswerKeys(self.services.assessments, lambda: self.services.standards)

    @cached_property
    def building(self) -> Building:
        from .authoring.service import Building

        return Building(
            self.services.assessment_items,
            self.services.assessments,
            self.services.districts,
            lambda: self.services.standards,
        )
