from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.visibility import Visibility
from ..types import UNSET, Unset

T = TypeVar("T", bound="AssessmentChanges")


@_attrs_define
class AssessmentChanges:
    """Properties to change. Leave out what stays.

    Attributes:
        title (None | str | Unset): The new title.
        subject (None | str | Unset): The new subject; blank for the standards set's.
        grades (list[str] | None | Unset): The new grades; empty for the standards set's.
        language (None | str | Unset): The new language, as a BCP 47 tag.
        standards_set_id (None | str | Unset): The standards set that it assesses.
        level_count (int | None | Unset): How many mastery levels it has, 2 to 6.
        cuts (list[str] | None | Unset): The percents at which the levels begin, ascending, for all but the lowest;
            empty for the district's.
        visibility (None | Unset | Visibility): The people who can see it.
    """

    title: None | str | Unset = UNSET
    subject: None | str | Unset = UNSET
    grades: list[str] | None | Unset = UNSET
    language: None | str | Unset = UNSET
    standards_set_id: None | str | Unset = UNSET
    level_count: int | None | Unset = UNSET
    cuts: list[str] | None | Unset = UNSET
    visibility: None | Unset | Visibility = UNSET

    def to_dict(self) -> dict[str, Any]:
        title: None | str | Unset
        if isinstance(self.title, Unset):
            title = UNSET
        else:
            title = self.title

        subject: None | str | Unset
        if isinstance(self.subject, Unset):
            subject = UNSET
        else:
            subject = self.subject

        grades: list[str] | None | Unset
        if isinstance(self.grades, Unset):
            grades = UNSET
        elif isinstance(self.grades, list):
            grades = self.grades

        else:
            grades = self.grades

        language: None | str | Unset
        if isinstance(self.language, Unset):
            language = UNSET
        else:
            language = self.language

        standards_set_id: None | str | Unset
        if isinstance(self.standards_set_id, Unset):
            standards_set_id = UNSET
        else:
            standards_set_id = self.standards_set_id

        level_count: int | None | Unset
        if isinstance(self.level_count, Unset):
            level_count = UNSET
        else:
            level_count = self.level_count

        cuts: list[str] | None | Unset
        if isinstance(self.cuts, Unset):
            cuts = UNSET
        elif isinstance(self.cuts, list):
            cuts = self.cuts

        else:
            cuts = self.cuts

        visibility: None | str | Unset
        if isinstance(self.visibility, Unset):
            visibility = UNSET
        elif isinstance(self.visibility, Visibility):
            visibility = self.visibility.value
        else:
            visibility = self.visibility

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if title is not UNSET:
            field_dict["title"] = title
        if subject is not UNSET:
            field_dict["subject"] = subject
        if grades is not UNSET:
            field_dict["grades"] = grades
        if language is not UNSET:
            field_dict["language"] = language
        if standards_set_id is not UNSET:
            field_dict["standards_set_id"] = standards_set_id
        if level_count is not UNSET:
            field_dict["level_count"] = level_count
        if cuts is not UNSET:
            field_dict["cuts"] = cuts
        if visibility is not UNSET:
            field_dict["visibility"] = visibility

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_title(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        title = _parse_title(d.pop("title", UNSET))

        def _parse_subject(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        subject = _parse_subject(d.pop("subject", UNSET))

        def _parse_grades(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                grades_type_0 = cast(list[str], data)

                return grades_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        grades = _parse_grades(d.pop("grades", UNSET))

        def _parse_language(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        language = _parse_language(d.pop("language", UNSET))

        def _parse_standards_set_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        standards_set_id = _parse_standards_set_id(d.pop("standards_set_id", UNSET))

        def _parse_level_count(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        level_count = _parse_level_count(d.pop("level_count", UNSET))

        def _parse_cuts(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                cuts_type_0 = cast(list[str], data)

                return cuts_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        cuts = _parse_cuts(d.pop("cuts", UNSET))

        def _parse_visibility(data: object) -> None | Unset | Visibility:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                visibility_type_0 = Visibility(data)

                return visibility_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Unset | Visibility, data)

        visibility = _parse_visibility(d.pop("visibility", UNSET))

        assessment_changes = cls(
            title=title,
            subject=subject,
            grades=grades,
            language=language,
            standards_set_id=standards_set_id,
            level_count=level_count,
            cuts=cuts,
            visibility=visibility,
        )

        return assessment_changes
