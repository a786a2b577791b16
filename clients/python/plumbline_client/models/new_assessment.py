from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.assessment_kind import AssessmentKind
from ..models.visibility import Visibility
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewAssessment")


@_attrs_define
class NewAssessment:
    """A draft's properties.

    Attributes:
        title (str): The title, on one line.
        kind (AssessmentKind | Unset): Made of items, or of a document with an answer key.

            - `item`: Made of items that ask something.
            - `document`: An attached document with an answer key.
        subject (str | Unset): The subject; without it the standards set's. Default: ''.
        grades (list[str] | Unset): The grades; without them the standards set's.
        language (str | Unset): Its language, as a BCP 47 tag. Default: ''.
        standards_set_id (str | Unset): The standards set that it assesses. It can be chosen later. Default: ''.
        level_count (int | None | Unset): How many mastery levels it has, 2 to 6; without it as many as the district
            has.
        cuts (list[str] | Unset): The percents at which the levels begin, ascending, for all but the lowest. Without
            them the district's hold.
        visibility (Visibility | Unset): The people who can see an assessment.

            - `private`: Only its creator sees it.
            - `school`: The staff of the creator's schools and the district's administrators see it.
            - `district`: Everybody in the district sees it. Only then can it be distributed.
            - `community`: Everybody in the district sees it, and it is meant for others, too.
    """

    title: str
    kind: AssessmentKind | Unset = UNSET
    subject: str | Unset = ""
    grades: list[str] | Unset = UNSET
    language: str | Unset = ""
    standards_set_id: str | Unset = ""
    level_count: int | None | Unset = UNSET
    cuts: list[str] | Unset = UNSET
    visibility: Visibility | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        title = self.title

        kind: str | Unset = UNSET
        if not isinstance(self.kind, Unset):
            kind = self.kind.value

        subject = self.subject

        grades: list[str] | Unset = UNSET
        if not isinstance(self.grades, Unset):
            grades = self.grades

        language = self.language

        standards_set_id = self.standards_set_id

        level_count: int | None | Unset
        if isinstance(self.level_count, Unset):
            level_count = UNSET
        else:
            level_count = self.level_count

        cuts: list[str] | Unset = UNSET
        if not isinstance(self.cuts, Unset):
            cuts = self.cuts

        visibility: str | Unset = UNSET
        if not isinstance(self.visibility, Unset):
            visibility = self.visibility.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "title": title,
            }
        )
        if kind is not UNSET:
            field_dict["kind"] = kind
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
        title = d.pop("title")

        _kind = d.pop("kind", UNSET)
        kind: AssessmentKind | Unset
        if isinstance(_kind, Unset):
            kind = UNSET
        else:
            kind = AssessmentKind(_kind)

        subject = d.pop("subject", UNSET)

        grades = cast(list[str], d.pop("grades", UNSET))

        language = d.pop("language", UNSET)

        standards_set_id = d.pop("standards_set_id", UNSET)

        def _parse_level_count(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        level_count = _parse_level_count(d.pop("level_count", UNSET))

        cuts = cast(list[str], d.pop("cuts", UNSET))

        _visibility = d.pop("visibility", UNSET)
        visibility: Visibility | Unset
        if isinstance(_visibility, Unset):
            visibility = UNSET
        else:
            visibility = Visibility(_visibility)

        new_assessment = cls(
            title=title,
            kind=kind,
            subject=subject,
            grades=grades,
            language=language,
            standards_set_id=standards_set_id,
            level_count=level_count,
            cuts=cuts,
            visibility=visibility,
        )

        return new_assessment
