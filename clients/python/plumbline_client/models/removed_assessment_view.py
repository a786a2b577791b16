from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.assessment_source import AssessmentSource
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.removed_assessment_view_links import RemovedAssessmentViewLinks


T = TypeVar("T", bound="RemovedAssessmentView")


@_attrs_define
class RemovedAssessmentView:
    """An assessment that was taken out of a tracker; its results are kept and can come back.

    Attributes:
        assessment_id (str): The assessment's id.
        title (str): The assessment's title.
        source (AssessmentSource): How an assessment came into a tracker.

            - `district`: A distribution brought it.
            - `teacher`: A teacher added it.
            - `team`: A data team's Mastery Process brought it, by its activation.
        added_at (datetime.datetime): When it came into the tracker.
        added_by_id (str): The id of the person who brought it.
        distribution_id (None | str): The distribution that brought it; null when none did.
        give_until_date (datetime.date | None): The last day for the class to get it; null when nobody named one.
        taken_out_at (datetime.datetime): When it was taken out.
        taken_out_by_id (str): The id of the person who took it out.
        added_by_name (None | str | Unset): The name of the person who added it; null if it is not known.
        links (RemovedAssessmentViewLinks | Unset): Where to go on: the class's result `sheet`.
        taken_out_by_name (None | str | Unset): The name of the person who removed it; null if it is not known.
    """

    assessment_id: str
    title: str
    source: AssessmentSource
    added_at: datetime.datetime
    added_by_id: str
    distribution_id: None | str
    give_until_date: datetime.date | None
    taken_out_at: datetime.datetime
    taken_out_by_id: str
    added_by_name: None | str | Unset = UNSET
    links: RemovedAssessmentViewLinks | Unset = UNSET
    taken_out_by_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assessment_id = self.assessment_id

        title = self.title

        source = self.source.value

        added_at = self.added_at.isoformat()

        added_by_id = self.added_by_id

        distribution_id: None | str
        distribution_id = self.distribution_id

        give_until_date: None | str
        if isinstance(self.give_until_date, datetime.date):
            give_until_date = self.give_until_date.isoformat()
        else:
            give_until_date = self.give_until_date

        taken_out_at = self.taken_out_at.isoformat()

        taken_out_by_id = self.taken_out_by_id

        added_by_name: None | str | Unset
        if isinstance(self.added_by_name, Unset):
            added_by_name = UNSET
        else:
            added_by_name = self.added_by_name

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        taken_out_by_name: None | str | Unset
        if isinstance(self.taken_out_by_name, Unset):
            taken_out_by_name = UNSET
        else:
            taken_out_by_name = self.taken_out_by_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assessment_id": assessment_id,
                "title": title,
                "source": source,
                "added_at": added_at,
                "added_by_id": added_by_id,
                "distribution_id": distribution_id,
                "give_until_date": give_until_date,
                "taken_out_at": taken_out_at,
                "taken_out_by_id": taken_out_by_id,
            }
        )
        if added_by_name is not UNSET:
            field_dict["added_by_name"] = added_by_name
        if links is not UNSET:
            field_dict["links"] = links
        if taken_out_by_name is not UNSET:
            field_dict["taken_out_by_name"] = taken_out_by_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.removed_assessment_view_links import RemovedAssessmentViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        assessment_id = d.pop("assessment_id")

        title = d.pop("title")

        source = AssessmentSource(d.pop("source"))

        added_at = datetime.datetime.fromisoformat(d.pop("added_at"))

        added_by_id = d.pop("added_by_id")

        def _parse_distribution_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        distribution_id = _parse_distribution_id(d.pop("distribution_id"))

        def _parse_give_until_date(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                give_until_date_type_0 = datetime.date.fromisoformat(data)

                return give_until_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        give_until_date = _parse_give_until_date(d.pop("give_until_date"))

        taken_out_at = datetime.datetime.fromisoformat(d.pop("taken_out_at"))

        taken_out_by_id = d.pop("taken_out_by_id")

        def _parse_added_by_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        added_by_name = _parse_added_by_name(d.pop("added_by_name", UNSET))

        _links = d.pop("links", UNSET)
        links: RemovedAssessmentViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = RemovedAssessmentViewLinks.from_dict(_links)

        def _parse_taken_out_by_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        taken_out_by_name = _parse_taken_out_by_name(d.pop("taken_out_by_name", UNSET))

        removed_assessment_view = cls(
            assessment_id=assessment_id,
            title=title,
            source=source,
            added_at=added_at,
            added_by_id=added_by_id,
            distribution_id=distribution_id,
            give_until_date=give_until_date,
            taken_out_at=taken_out_at,
            taken_out_by_id=taken_out_by_id,
            added_by_name=added_by_name,
            links=links,
            taken_out_by_name=taken_out_by_name,
        )

        removed_assessment_view.additional_properties = d
        return removed_assessment_view

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
