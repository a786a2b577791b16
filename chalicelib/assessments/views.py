"""What the list of assessments can be filtered by, as clients see it."""

from __future__ import annotations

from pydantic import Field

from chalicelib.web.representation import Representation

from .filter_choices import Choices


class FilterValueView(Representation):
    """A value that a filter takes, what people call it, how many assessments have it."""

    value: str
    """What the filter takes. Example: `03`"""
    name: str
    """What people call it. Example: `Grade 3`"""
    assessments: int = Field(serialization_alias="assessment_count")
    """How many assessments have it. Example: `12`"""


class AssessmentFiltersView(Representation):
    """What the list can be filtered by: the values that occur in what you may see."""

    subjects: list[FilterValueView]
    """Values for `subject`."""
    grades: list[FilterValueView]
    """Values for `grade`."""
    creators: list[FilterValueView]
    """Values for `created_by_id`."""
    sets: list[FilterValueView] = Field(serialization_alias="standards_sets")
    """Values for `standards_set_id`."""
    standards: list[FilterValueView]
    """Values for `standard`."""

    @classmethod
    def of(cls, subject: Choices) -> AssessmentFiltersView:
        """Render every filter's values."""
        fields = {name: getattr(subject, name) for name in cls.model_fields}
        return cls.model_validate(
            {name: list(map(FilterValueView.of, values)) for name, values in fields.items()}
        )
