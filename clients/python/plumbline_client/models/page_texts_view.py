from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.page_name import PageName

if TYPE_CHECKING:
    from ..models.page_texts_view_fields import PageTextsViewFields
    from ..models.page_texts_view_links import PageTextsViewLinks
    from ..models.page_texts_view_rows_item import PageTextsViewRowsItem


T = TypeVar("T", bound="PageTextsView")


@_attrs_define
class PageTextsView:
    """The texts of a shared page.

    Attributes:
        page (PageName): The pages that a team writes together.

            - `analyze`: The team's analysis of the pre-test.
            - `goals`: Its aim.
            - `strategies`: Its activity, its students, its frequency and its duration.
            - `reflect`: Successes, failures, and plans for next time.
        version (int): The version of the page; 0 while nobody has written on it.
        fields (PageTextsViewFields): The page's texts, by field. Which keys there are depends on the page.
        rows (list[PageTextsViewRowsItem]): The strategies of *strategies*, each by its fields; empty on other pages.
        conflict_count (int): The number of colleagues' texts that are set aside on it after a conflict.
        links (PageTextsViewLinks): Where to go on.
    """

    page: PageName
    version: int
    fields: PageTextsViewFields
    rows: list[PageTextsViewRowsItem]
    conflict_count: int
    links: PageTextsViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        page = self.page.value

        version = self.version

        fields = self.fields.to_dict()

        rows = []
        for rows_item_data in self.rows:
            rows_item = rows_item_data.to_dict()
            rows.append(rows_item)

        conflict_count = self.conflict_count

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "page": page,
                "version": version,
                "fields": fields,
                "rows": rows,
                "conflict_count": conflict_count,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.page_texts_view_fields import PageTextsViewFields  # noqa: PLC0415
        from ..models.page_texts_view_links import PageTextsViewLinks  # noqa: PLC0415
        from ..models.page_texts_view_rows_item import PageTextsViewRowsItem  # noqa: PLC0415

        d = dict(src_dict)
        page = PageName(d.pop("page"))

        version = d.pop("version")

        fields = PageTextsViewFields.from_dict(d.pop("fields"))

        rows = []
        _rows = d.pop("rows")
        for rows_item_data in _rows:
            rows_item = PageTextsViewRowsItem.from_dict(rows_item_data)

            rows.append(rows_item)

        conflict_count = d.pop("conflict_count")

        links = PageTextsViewLinks.from_dict(d.pop("links"))

        page_texts_view = cls(
            page=page,
            version=version,
            fields=fields,
            rows=rows,
            conflict_count=conflict_count,
            links=links,
        )

        page_texts_view.additional_properties = d
        return page_texts_view

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
