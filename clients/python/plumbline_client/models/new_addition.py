from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.selection_body import SelectionBody


T = TypeVar("T", bound="NewAddition")


@_attrs_define
class NewAddition:
    """Which trackers, schools or the whole district to add; what is in it already is left out.

    Attributes:
        selection (SelectionBody): The selection: the whole district, whole schools, single trackers.
    """

    selection: SelectionBody

    def to_dict(self) -> dict[str, Any]:
        selection = self.selection.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "selection": selection,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.selection_body import SelectionBody  # noqa: PLC0415

        d = dict(src_dict)
        selection = SelectionBody.from_dict(d.pop("selection"))

        new_addition = cls(
            selection=selection,
        )

        return new_addition
