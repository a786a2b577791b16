from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.library_page_view_fields import LibraryPageViewFields
    from ..models.library_page_view_rows_item import LibraryPageViewRowsItem


T = TypeVar("T", bound="LibraryPageView")


@_attrs_define
class LibraryPageView:
    """The texts of a page.

    Attributes:
        fields (LibraryPageViewFields): The page's texts, by field. Which keys there are depends on the page.
        rows (list[LibraryPageViewRowsItem]): The strategies of *strategies*, each by its fields; empty on other pages.
    """

    fields: LibraryPageViewFields
    rows: list[LibraryPageViewRowsItem]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        fields = self.fields.to_dict()

        rows = []
        for rows_item_data in self.rows:
            rows_item = rows_item_data.to_dict()
            rows.append(rows_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "fields": fields,
                "rows": rows,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.library_page_view_fields import LibraryPageViewFields  # noqa: PLC0415
        from ..models.library_page_view_rows_item import LibraryPageViewRowsItem  # noqa: PLC0415

        d = dict(src_dict)
        fields = LibraryPageViewFields.from_dict(d.pop("fields"))

        rows = []
        _rows = d.pop("rows")
        for rows_item_data in _rows:
            rows_item = LibraryPageViewRowsItem.from_dict(rows_item_data)

            rows.append(rows_item)

        library_page_view = cls(
            fields=fields,
            rows=rows,
        )

        library_page_view.additional_properties = d
        return library_page_view

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
