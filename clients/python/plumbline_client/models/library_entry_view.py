from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.library_averages_view import LibraryAveragesView
    from ..models.library_entry_view_links import LibraryEntryViewLinks
    from ..models.library_entry_view_pages import LibraryEntryViewPages
    from ..models.process_level_view import ProcessLevelView
    from ..models.process_test_view import ProcessTestView


T = TypeVar("T", bound="LibraryEntryView")


@_attrs_define
class LibraryEntryView:
    """A finished Mastery Process: what the team learned. No student, teacher or class is in it.

    Attributes:
        id (str): The Mastery Process's id.
        name (str): The process's name.
        team_id (str): The data team's id.
        team_name (str): The data team's name.
        school_id (None | str): The team's school; null for a team of the whole district.
        year (str): The school year in which it began.
        locked_at (datetime.datetime): When it was finished.
        growth_message (str): Its outcome, in words.
        links (LibraryEntryViewLinks): Where to go on.
        started_from_id (None | str): The finished process whose texts it began with; null when there was none.
        levels (list[ProcessLevelView]): The team's levels, the lowest first.
        pre_test (None | ProcessTestView): The pre-test; null when there was none.
        post_test (None | ProcessTestView): The post-test; null when there was none.
        averages (LibraryAveragesView | None): The team before and after; null below five students with both tests.
        notes (list[str]): Further notes, in sentences.
        pages (LibraryEntryViewPages): The team's texts, by page.
        school_name (None | str | Unset): The school's name; null without a school.
    """

    id: str
    name: str
    team_id: str
    team_name: str
    school_id: None | str
    year: str
    locked_at: datetime.datetime
    growth_message: str
    links: LibraryEntryViewLinks
    started_from_id: None | str
    levels: list[ProcessLevelView]
    pre_test: None | ProcessTestView
    post_test: None | ProcessTestView
    averages: LibraryAveragesView | None
    notes: list[str]
    pages: LibraryEntryViewPages
    school_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.library_averages_view import LibraryAveragesView  # noqa: PLC0415
        from ..models.process_test_view import ProcessTestView  # noqa: PLC0415

        id = self.id

        name = self.name

        team_id = self.team_id

        team_name = self.team_name

        school_id: None | str
        school_id = self.school_id

        year = self.year

        locked_at = self.locked_at.isoformat()

        growth_message = self.growth_message

        links = self.links.to_dict()

        started_from_id: None | str
        started_from_id = self.started_from_id

        levels = []
        for levels_item_data in self.levels:
            levels_item = levels_item_data.to_dict()
            levels.append(levels_item)

        pre_test: dict[str, Any] | None
        if isinstance(self.pre_test, ProcessTestView):
            pre_test = self.pre_test.to_dict()
        else:
            pre_test = self.pre_test

        post_test: dict[str, Any] | None
        if isinstance(self.post_test, ProcessTestView):
            post_test = self.post_test.to_dict()
        else:
            post_test = self.post_test

        averages: dict[str, Any] | None
        if isinstance(self.averages, LibraryAveragesView):
            averages = self.averages.to_dict()
        else:
            averages = self.averages

        notes = self.notes

        pages = self.pages.to_dict()

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "team_id": team_id,
                "team_name": team_name,
                "school_id": school_id,
                "year": year,
                "locked_at": locked_at,
                "growth_message": growth_message,
                "links": links,
                "started_from_id": started_from_id,
                "levels": levels,
                "pre_test": pre_test,
                "post_test": post_test,
                "averages": averages,
                "notes": notes,
                "pages": pages,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.library_averages_view import LibraryAveragesView  # noqa: PLC0415
        from ..models.library_entry_view_links import LibraryEntryViewLinks  # noqa: PLC0415
        from ..models.library_entry_view_pages import LibraryEntryViewPages  # noqa: PLC0415
        from ..models.process_level_view import ProcessLevelView  # noqa: PLC0415
        from ..models.process_test_view import ProcessTestView  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        team_id = d.pop("team_id")

        team_name = d.pop("team_name")

        def _parse_school_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        school_id = _parse_school_id(d.pop("school_id"))

        year = d.pop("year")

        locked_at = datetime.datetime.fromisoformat(d.pop("locked_at"))

        growth_message = d.pop("growth_message")

        links = LibraryEntryViewLinks.from_dict(d.pop("links"))

        def _parse_started_from_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        started_from_id = _parse_started_from_id(d.pop("started_from_id"))

        levels = []
        _levels = d.pop("levels")
        for levels_item_data in _levels:
            levels_item = ProcessLevelView.from_dict(levels_item_data)

            levels.append(levels_item)

        def _parse_pre_test(data: object) -> None | ProcessTestView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                pre_test_type_0 = ProcessTestView.from_dict(data)

                return pre_test_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ProcessTestView, data)

        pre_test = _parse_pre_test(d.pop("pre_test"))

        def _parse_post_test(data: object) -> None | ProcessTestView:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                post_test_type_0 = ProcessTestView.from_dict(data)

                return post_test_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ProcessTestView, data)

        post_test = _parse_post_test(d.pop("post_test"))

        def _parse_averages(data: object) -> LibraryAveragesView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                averages_type_0 = LibraryAveragesView.from_dict(data)

                return averages_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(LibraryAveragesView | None, data)

        averages = _parse_averages(d.pop("averages"))

        notes = cast(list[str], d.pop("notes"))

        pages = LibraryEntryViewPages.from_dict(d.pop("pages"))

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        library_entry_view = cls(
            id=id,
            name=name,
            team_id=team_id,
            team_name=team_name,
            school_id=school_id,
            year=year,
            locked_at=locked_at,
            growth_message=growth_message,
            links=links,
            started_from_id=started_from_id,
            levels=levels,
            pre_test=pre_test,
            post_test=post_test,
            averages=averages,
            notes=notes,
            pages=pages,
            school_name=school_name,
        )

        library_entry_view.additional_properties = d
        return library_entry_view

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
