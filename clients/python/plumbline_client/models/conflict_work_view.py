from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.page_name import PageName

if TYPE_CHECKING:
    from ..models.conflict_work_view_links import ConflictWorkViewLinks


T = TypeVar("T", bound="ConflictWorkView")


@_attrs_define
class ConflictWorkView:
    """A page of a data team with texts that are set aside after a conflict.

    Attributes:
        process_id (str): The Mastery Process.
        process_name (str): The name of the process.
        page (PageName): The pages that a team writes together.

            - `analyze`: The team's analysis of the pre-test.
            - `goals`: Its aim.
            - `strategies`: Its activity, its students, its frequency and its duration.
            - `reflect`: Successes, failures, and plans for next time.
        conflict_count (int): The number of texts that are set aside on it.
        links (ConflictWorkViewLinks): Where to go on: `process`, and `page` to look at the texts.
    """

    process_id: str
    process_name: str
    page: PageName
    conflict_count: int
    links: ConflictWorkViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        process_id = self.process_id

        process_name = self.process_name

        page = self.page.value

        conflict_count = self.conflict_count

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "process_id": process_id,
                "process_name": process_name,
                "page": page,
                "conflict_count": conflict_count,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.conflict_work_view_links import ConflictWorkViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        process_id = d.pop("process_id")

        process_name = d.pop("process_name")

        page = PageName(d.pop("page"))

        conflict_count = d.pop("conflict_count")

        links = ConflictWorkViewLinks.from_dict(d.pop("links"))

        conflict_work_view = cls(
            process_id=process_id,
            process_name=process_name,
            page=page,
            conflict_count=conflict_count,
            links=links,
        )

        conflict_work_view.additional_properties = d
        return conflict_work_view

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
