from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.assessment_kind import AssessmentKind
from ..models.assessment_view_allowed_item import AssessmentViewAllowedItem
from ..models.assessment_view_not_ready_reasons_item import (
    AssessmentViewNotReadyReasonsItem,
)
from ..models.visibility import Visibility
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.approval_view import ApprovalView
    from ..models.assessment_view_links import AssessmentViewLinks
    from ..models.described_standard_view import DescribedStandardView


T = TypeVar("T", bound="AssessmentView")


@_attrs_define
class AssessmentView:
    """An assessment without its items.

    Attributes:
        id (str): The assessment's id.
        title (str): The assessment's title.
        kind (AssessmentKind): Made of items, or of a document with an answer key.

            - `item`: Made of items that ask something.
            - `document`: An attached document with an answer key.
        subject (str): The subject: the standards set's, unless its author chose another.
        grades (list[str]): The grades: the standards set's, unless its author chose others.
        language (str): Its language, as a BCP 47 tag; blank when unknown.
        standards_set_id (str): The standards set that it assesses; blank when none is chosen yet.
        standards (list[str]): The codes of the standards that its items assess.
        level_count (int): How many mastery levels it has.
        cuts (list[str]): The percents at which its levels begin, for all but the lowest; empty where the district's
            hold.
        visibility (Visibility): The people who can see an assessment.

            - `private`: Only its creator sees it.
            - `school`: The staff of the creator's schools and the district's administrators see it.
            - `district`: Everybody in the district sees it. Only then can it be distributed.
            - `community`: Everybody in the district sees it, and it is meant for others, too.
        approval (ApprovalView | None): The badge “District approved”; null without it.
        created_by_id (str): The id of the person who made it.
        created_by_name (str): The name of the person who made it.
        created_at (datetime.datetime): When it was made.
        changed_at (datetime.datetime): When it was changed last.
        item_count (int): How many items it has.
        points (str): The points of all items together, as a decimal.
        document_name (str): The name of what students work on; blank for an item-based one.
        copied_from_id (str): The assessment that it is a copy of; blank when it is none.
        sitting_of_id (str): The assessment that it is a second sitting of: the same test, given once more. Blank when
            it is none.
        in_use (bool): Whether it was given to somebody. Then its set, levels and standards cannot change.
        scored (bool): Whether students have results on it. Then what decides scores changes by a correction only.
        running_correction_id (str): The correction that is scoring it again at present; blank when none is.
        ready (bool): Whether it can be given to a class.
        not_ready_reasons (list[AssessmentViewNotReadyReasonsItem]): The reasons why it cannot be given to a class yet;
            empty when it is ready.
        allowed (list[AssessmentViewAllowedItem]): The actions that you can take.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
        standards_set_name (None | str | Unset): The name of the standards set; null without one.
        described_standards (list[DescribedStandardView] | Unset): The texts of `standards`, in their order; empty in
            lists.
        links (AssessmentViewLinks | Unset): Where to go on: its items, attachments and standards set.
    """

    id: str
    title: str
    kind: AssessmentKind
    subject: str
    grades: list[str]
    language: str
    standards_set_id: str
    standards: list[str]
    level_count: int
    cuts: list[str]
    visibility: Visibility
    approval: ApprovalView | None
    created_by_id: str
    created_by_name: str
    created_at: datetime.datetime
    changed_at: datetime.datetime
    item_count: int
    points: str
    document_name: str
    copied_from_id: str
    sitting_of_id: str
    in_use: bool
    scored: bool
    running_correction_id: str
    ready: bool
    not_ready_reasons: list[AssessmentViewNotReadyReasonsItem]
    allowed: list[AssessmentViewAllowedItem]
    version: int
    standards_set_name: None | str | Unset = UNSET
    described_standards: list[DescribedStandardView] | Unset = UNSET
    links: AssessmentViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.approval_view import ApprovalView  # noqa: PLC0415

        id = self.id

        title = self.title

        kind = self.kind.value

        subject = self.subject

        grades = self.grades

        language = self.language

        standards_set_id = self.standards_set_id

        standards = self.standards

        level_count = self.level_count

        cuts = self.cuts

        visibility = self.visibility.value

        approval: dict[str, Any] | None
        if isinstance(self.approval, ApprovalView):
            approval = self.approval.to_dict()
        else:
            approval = self.approval

        created_by_id = self.created_by_id

        created_by_name = self.created_by_name

        created_at = self.created_at.isoformat()

        changed_at = self.changed_at.isoformat()

        item_count = self.item_count

        points = self.points

        document_name = self.document_name

        copied_from_id = self.copied_from_id

        sitting_of_id = self.sitting_of_id

        in_use = self.in_use

        scored = self.scored

        running_correction_id = self.running_correction_id

        ready = self.ready

        not_ready_reasons = []
        for not_ready_reasons_item_data in self.not_ready_reasons:
            not_ready_reasons_item = not_ready_reasons_item_data.value
            not_ready_reasons.append(not_ready_reasons_item)

        allowed = []
        for allowed_item_data in self.allowed:
            allowed_item = allowed_item_data.value
            allowed.append(allowed_item)

        version = self.version

        standards_set_name: None | str | Unset
        if isinstance(self.standards_set_name, Unset):
            standards_set_name = UNSET
        else:
            standards_set_name = self.standards_set_name

        described_standards: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.described_standards, Unset):
            described_standards = []
            for described_standards_item_data in self.described_standards:
                described_standards_item = described_standards_item_data.to_dict()
                described_standards.append(described_standards_item)

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "title": title,
                "kind": kind,
                "subject": subject,
                "grades": grades,
                "language": language,
                "standards_set_id": standards_set_id,
                "standards": standards,
                "level_count": level_count,
                "cuts": cuts,
                "visibility": visibility,
                "approval": approval,
                "created_by_id": created_by_id,
                "created_by_name": created_by_name,
                "created_at": created_at,
                "changed_at": changed_at,
                "item_count": item_count,
                "points": points,
                "document_name": document_name,
                "copied_from_id": copied_from_id,
                "sitting_of_id": sitting_of_id,
                "in_use": in_use,
                "scored": scored,
                "running_correction_id": running_correction_id,
                "ready": ready,
                "not_ready_reasons": not_ready_reasons,
                "allowed": allowed,
                "version": version,
            }
        )
        if standards_set_name is not UNSET:
            field_dict["standards_set_name"] = standards_set_name
        if described_standards is not UNSET:
            field_dict["described_standards"] = described_standards
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.approval_view import ApprovalView  # noqa: PLC0415
        from ..models.assessment_view_links import AssessmentViewLinks  # noqa: PLC0415
        from ..models.described_standard_view import DescribedStandardView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        title = d.pop("title")

        kind = AssessmentKind(d.pop("kind"))

        subject = d.pop("subject")

        grades = cast(list[str], d.pop("grades"))

        language = d.pop("language")

        standards_set_id = d.pop("standards_set_id")

        standards = cast(list[str], d.pop("standards"))

        level_count = d.pop("level_count")

        cuts = cast(list[str], d.pop("cuts"))

        visibility = Visibility(d.pop("visibility"))

        def _parse_approval(data: object) -> ApprovalView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                approval_type_0 = ApprovalView.from_dict(data)

                return approval_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ApprovalView | None, data)

        approval = _parse_approval(d.pop("approval"))

        created_by_id = d.pop("created_by_id")

        created_by_name = d.pop("created_by_name")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        changed_at = datetime.datetime.fromisoformat(d.pop("changed_at"))

        item_count = d.pop("item_count")

        points = d.pop("points")

        document_name = d.pop("document_name")

        copied_from_id = d.pop("copied_from_id")

        sitting_of_id = d.pop("sitting_of_id")

        in_use = d.pop("in_use")

        scored = d.pop("scored")

        running_correction_id = d.pop("running_correction_id")

        ready = d.pop("ready")

        not_ready_reasons = []
        _not_ready_reasons = d.pop("not_ready_reasons")
        for not_ready_reasons_item_data in _not_ready_reasons:
            not_ready_reasons_item = AssessmentViewNotReadyReasonsItem(
                not_ready_reasons_item_data
            )

            not_ready_reasons.append(not_ready_reasons_item)

        allowed = []
        _allowed = d.pop("allowed")
        for allowed_item_data in _allowed:
            allowed_item = AssessmentViewAllowedItem(allowed_item_data)

            allowed.append(allowed_item)

        version = d.pop("version")

        def _parse_standards_set_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        standards_set_name = _parse_standards_set_name(
            d.pop("standards_set_name", UNSET)
        )

        _described_standards = d.pop("described_standards", UNSET)
        described_standards: list[DescribedStandardView] | Unset = UNSET
        if _described_standards is not UNSET:
            described_standards = []
            for described_standards_item_data in _described_standards:
                described_standards_item = DescribedStandardView.from_dict(
                    described_standards_item_data
                )

                described_standards.append(described_standards_item)

        _links = d.pop("links", UNSET)
        links: AssessmentViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = AssessmentViewLinks.from_dict(_links)

        assessment_view = cls(
            id=id,
            title=title,
            kind=kind,
            subject=subject,
            grades=grades,
            language=language,
            standards_set_id=standards_set_id,
            standards=standards,
            level_count=level_count,
            cuts=cuts,
            visibility=visibility,
            approval=approval,
            created_by_id=created_by_id,
            created_by_name=created_by_name,
            created_at=created_at,
            changed_at=changed_at,
            item_count=item_count,
            points=points,
            document_name=document_name,
            copied_from_id=copied_from_id,
            sitting_of_id=sitting_of_id,
            in_use=in_use,
            scored=scored,
            running_correction_id=running_correction_id,
            ready=ready,
            not_ready_reasons=not_ready_reasons,
            allowed=allowed,
            version=version,
            standards_set_name=standards_set_name,
            described_standards=described_standards,
            links=links,
        )

        assessment_view.additional_properties = d
        return assessment_view

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
