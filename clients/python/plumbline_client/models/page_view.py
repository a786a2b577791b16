from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.page_name import PageName
from ..models.page_view_allowed_item import PageViewAllowedItem

if TYPE_CHECKING:
    from ..models.page_conflict_view import PageConflictView
    from ..models.page_view_fields import PageViewFields
    from ..models.page_view_links import PageViewLinks
    from ..models.process_level_view import ProcessLevelView
    from ..models.strategy_view import StrategyView


T = TypeVar("T", bound="PageView")


@_attrs_define
class PageView:
    """A shared page with its texts that are set aside.

    Attributes:
        process_id (str): The Mastery Process's id.
        page (PageName): The pages that a team writes together.

            - `analyze`: The team's analysis of the pre-test.
            - `goals`: Its aim.
            - `strategies`: Its activity, its students, its frequency and its duration.
            - `reflect`: Successes, failures, and plans for next time.
        version (int): The version, for `If-Match`; 0 while nobody has written on it.
        fields (PageViewFields): The page's fields. Which keys there are depends on the page.
        rows (list[StrategyView]): The strategies of *strategies*, in order; empty on other pages.
        levels (list[ProcessLevelView]): The team's levels, the lowest first.
        conflicts (list[PageConflictView]): Texts that met a colleague's. They are kept beside the page until somebody
            removes them.
        allowed (list[PageViewAllowedItem]): The actions that you can take.
        links (PageViewLinks): Where to go on.
    """

    process_id: str
    page: PageName
    version: int
    fields: PageViewFields
    rows: list[StrategyView]
    levels: list[ProcessLevelView]
    conflicts: list[PageConflictView]
    allowed: list[PageViewAllowedItem]
    links: PageViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        process_id = self.process_id

        page = self.page.value

        version = self.version

        fields = self.fields.to_dict()

        rows = []
        for rows_item_data in self.rows:
            rows_item = rows_item_data.to_dict()
            rows.append(rows_item)

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        conflicts = []
        for conflicts_item_data in self.conflicts:
            conflicts_item = conflicts_item_data.to_dict()
            conflicts.append(conflicts_item)

        allowed = []
        for allowed_item_data in self.allowed:
            allowed_item = allowed_item_data.value
            allowed.append(allowed_item)

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "process_id": process_id,
                "page": page,
                "version": version,
                "fields": fields,
                "rows": rows,
                "levels": levels,
                "conflicts": conflicts,
                "allowed": allowed,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.page_conflict_view import PageConflictView  # noqa: PLC0415
        from ..models.page_view_fields import PageViewFields  # noqa: PLC0415
        from ..models.page_view_links import PageViewLinks  # noqa: PLC0415
        from ..models.process_level_view import ProcessLevelView  # noqa: PLC0415
        from ..models.strategy_view import StrategyView  # noqa: PLC0415

        d = dict(src_dict)
        process_id = d.pop("process_id")

        page = PageName(d.pop("page"))

        version = d.pop("version")

        fields = PageViewFields.from_dict(d.pop("fields"))

        rows = []
        _rows = d.pop("rows")
        for rows_item_data in _rows:
            rows_item = StrategyView.from_dict(rows_item_data)

            rows.append(rows_item)

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = ProcessLevelView.from_dict(levels_item_data)

            levels.append(levels_item)

        conflicts = []
        _conflicts = d.pop("conflicts")
        for conflicts_item_data in _conflicts:
            conflicts_item = PageConflictView.from_dict(conflicts_item_data)

            conflicts.append(conflicts_item)

        allowed = []
        _allowed = d.pop("allowed")
        for allowed_item_data in _allowed:
            allowed_item = PageViewAllowedItem(allowed_item_data)

            allowed.append(allowed_item)

        links = PageViewLinks.from_dict(d.pop("links"))

        page_view = cls(
            process_id=process_id,
            page=page,
            version=version,
            fields=fields,
            rows=rows,
            levels=levels,
            conflicts=conflicts,
            allowed=allowed,
            links=links,
        )

        page_view.additional_properties = d
        return page_view

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
