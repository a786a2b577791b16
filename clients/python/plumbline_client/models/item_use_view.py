from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ItemUseView")


@_attrs_define
class ItemUseView:
    """An assessment that asks the same question.

    Attributes:
        assessment_id (str): The assessment, by its id.
        assessment_title (str): The title of that assessment.
        item_id (str): The item's id within that assessment.
        number (int): The item's place in that assessment, from 1.
        points (str): Its points there, as a decimal.
        created_by_id (str): The id of the assessment's creator.
        created_by_name (str): The assessment's creator.
        in_use (bool): Whether that assessment was given to somebody.
        scored (bool): Whether somebody has results on it.
    """

    assessment_id: str
    assessment_title: str
    item_id: str
    number: int
    points: str
    created_by_id: str
    created_by_name: str
    in_use: bool
    scored: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        assessment_id = self.assessment_id

        assessment_title = self.assessment_title

        item_id = self.item_id

        number = self.number

        points = self.points

        created_by_id = self.created_by_id

        created_by_name = self.created_by_name

        in_use = self.in_use

        scored = self.scored

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assessment_id": assessment_id,
                "assessment_title": assessment_title,
                "item_id": item_id,
                "number": number,
                "points": points,
                "created_by_id": created_by_id,
                "created_by_name": created_by_name,
                "in_use": in_use,
                "scored": scored,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        assessment_id = d.pop("assessment_id")

        assessment_title = d.pop("assessment_title")

        item_id = d.pop("item_id")

        number = d.pop("number")

        points = d.pop("points")

        created_by_id = d.pop("created_by_id")

        created_by_name = d.pop("created_by_name")

        in_use = d.pop("in_use")

        scored = d.pop("scored")

        item_use_view = cls(
            assessment_id=assessment_id,
            assessment_title=assessment_title,
            item_id=item_id,
            number=number,
            points=points,
            created_by_id=created_by_id,
            created_by_name=created_by_name,
            in_use=in_use,
            scored=scored,
        )

        item_use_view.additional_properties = d
        return item_use_view

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
