from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="LeftOutBody")


@_attrs_define
class LeftOutBody:
    """Marks empty cells as left out in one act.

    A student's line stays if a colleague changed it meanwhile.

        Attributes:
            student_ids (list[str] | Unset): Students all of whose empty cells are marked, by their ids. It makes them
                present.
            item_ids (list[int | str] | Unset): Items whose empty cells are marked, by id or number, for every present
                student with something entered.
            all_ (bool | Unset): Marks the empty cells of the whole sheet, for every present student with something entered.
                Default: False.
    """

    student_ids: list[str] | Unset = UNSET
    item_ids: list[int | str] | Unset = UNSET
    all_: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        student_ids: list[str] | Unset = UNSET
        if not isinstance(self.student_ids, Unset):
            student_ids = self.student_ids

        item_ids: list[int | str] | Unset = UNSET
        if not isinstance(self.item_ids, Unset):
            item_ids = []
            for item_ids_item_data in self.item_ids:
                item_ids_item: int | str
                item_ids_item = item_ids_item_data
                item_ids.append(item_ids_item)

        all_ = self.all_

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if student_ids is not UNSET:
            field_dict["student_ids"] = student_ids
        if item_ids is not UNSET:
            field_dict["item_ids"] = item_ids
        if all_ is not UNSET:
            field_dict["all"] = all_

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        student_ids = cast(list[str], d.pop("student_ids", UNSET))

        _item_ids = d.pop("item_ids", UNSET)
        item_ids: list[int | str] | Unset = UNSET
        if _item_ids is not UNSET:
            item_ids = []
            for item_ids_item_data in _item_ids:

                def _parse_item_ids_item(data: object) -> int | str:
                    return cast(int | str, data)

                item_ids_item = _parse_item_ids_item(item_ids_item_data)

                item_ids.append(item_ids_item)

        all_ = d.pop("all", UNSET)

        left_out_body = cls(
            student_ids=student_ids,
            item_ids=item_ids,
            all_=all_,
        )

        return left_out_body
