from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.student_presence import StudentPresence

if TYPE_CHECKING:
    from ..models.entered_cell import EnteredCell


T = TypeVar("T", bound="ResponsePreviewView")


@_attrs_define
class ResponsePreviewView:
    """The entries that were read for one student.

    Attributes:
        student_id (str): The student's id in the roster.
        given_name (str): First name, as the person prefers to be called.
        family_name (str): Last name.
        rows (list[int]): The rows of the file that are about the student.
        status (None | StudentPresence): Whether the student was present; null when the file does not say.
        version (None | str): The printed form that the student had; null when the file does not say.
        cells (list[EnteredCell | None]): The entry for each item, in their order; null where the sheet stays as it is.
    """

    student_id: str
    given_name: str
    family_name: str
    rows: list[int]
    status: None | StudentPresence
    version: None | str
    cells: list[EnteredCell | None]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.entered_cell import EnteredCell  # noqa: PLC0415

        student_id = self.student_id

        given_name = self.given_name

        family_name = self.family_name

        rows = self.rows

        status: None | str
        if isinstance(self.status, StudentPresence):
            status = self.status.value
        else:
            status = self.status

        version: None | str
        version = self.version

        cells = []
        for cells_item_data in self.cells:
            cells_item: dict[str, Any] | None
            if isinstance(cells_item_data, EnteredCell):
                cells_item = cells_item_data.to_dict()
            else:
                cells_item = cells_item_data
            cells.append(cells_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "student_id": student_id,
                "given_name": given_name,
                "family_name": family_name,
                "rows": rows,
                "status": status,
                "version": version,
                "cells": cells,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.entered_cell import EnteredCell  # noqa: PLC0415

        d = dict(src_dict)
        student_id = d.pop("student_id")

        given_name = d.pop("given_name")

        family_name = d.pop("family_name")

        rows = cast(list[int], d.pop("rows"))

        def _parse_status(data: object) -> None | StudentPresence:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                status_type_0 = StudentPresence(data)

                return status_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | StudentPresence, data)

        status = _parse_status(d.pop("status"))

        def _parse_version(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        version = _parse_version(d.pop("version"))

        cells = []
        _cells = d.pop("cells")
        for cells_item_data in _cells:

            def _parse_cells_item(data: object) -> EnteredCell | None:
                if data is None:
                    return data
                try:
                    if not isinstance(data, dict):
                        raise TypeError()
                    cells_item_type_0 = EnteredCell.from_dict(data)

                    return cells_item_type_0
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(EnteredCell | None, data)

            cells_item = _parse_cells_item(cells_item_data)

            cells.append(cells_item)

        response_preview_view = cls(
            student_id=student_id,
            given_name=given_name,
            family_name=family_name,
            rows=rows,
            status=status,
            version=version,
            cells=cells,
        )

        response_preview_view.additional_properties = d
        return response_preview_view

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
