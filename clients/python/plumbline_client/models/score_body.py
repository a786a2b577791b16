from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="ScoreBody")


@_attrs_define
class ScoreBody:
    """The entry for one item: one of the four.

    Attributes:
        item_id (int | str): The item's id, or its number on the sheet.
        response (bool | float | int | list[str] | None | str | Unset): The student's answer: letters, true or false, a
            number, or a text.
        points (float | int | None | str | Unset): Points given by hand, also in place of a response.
        omitted (bool | None | Unset): The student left it out, which earns nothing and counts as entered.
        clear (bool | None | Unset): Nothing is entered any longer.
    """

    item_id: int | str
    response: bool | float | int | list[str] | None | str | Unset = UNSET
    points: float | int | None | str | Unset = UNSET
    omitted: bool | None | Unset = UNSET
    clear: bool | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        item_id: int | str
        item_id = self.item_id

        response: bool | float | int | list[str] | None | str | Unset
        if isinstance(self.response, Unset):
            response = UNSET
        elif isinstance(self.response, list):
            response = self.response

        else:
            response = self.response

        points: float | int | None | str | Unset
        if isinstance(self.points, Unset):
            points = UNSET
        else:
            points = self.points

        omitted: bool | None | Unset
        if isinstance(self.omitted, Unset):
            omitted = UNSET
        else:
            omitted = self.omitted

        clear: bool | None | Unset
        if isinstance(self.clear, Unset):
            clear = UNSET
        else:
            clear = self.clear

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "item_id": item_id,
            }
        )
        if response is not UNSET:
            field_dict["response"] = response
        if points is not UNSET:
            field_dict["points"] = points
        if omitted is not UNSET:
            field_dict["omitted"] = omitted
        if clear is not UNSET:
            field_dict["clear"] = clear

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)

        def _parse_item_id(data: object) -> int | str:
            return cast(int | str, data)

        item_id = _parse_item_id(d.pop("item_id"))

        def _parse_response(
            data: object,
        ) -> bool | float | int | list[str] | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                response_type_4 = cast(list[str], data)

                return response_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(bool | float | int | list[str] | None | str | Unset, data)

        response = _parse_response(d.pop("response", UNSET))

        def _parse_points(data: object) -> float | int | None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(float | int | None | str | Unset, data)

        points = _parse_points(d.pop("points", UNSET))

        def _parse_omitted(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        omitted = _parse_omitted(d.pop("omitted", UNSET))

        def _parse_clear(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        clear = _parse_clear(d.pop("clear", UNSET))

        score_body = cls(
            item_id=item_id,
            response=response,
            points=points,
            omitted=omitted,
            clear=clear,
        )

        return score_body
