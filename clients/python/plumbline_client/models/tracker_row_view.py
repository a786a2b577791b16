from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.named_view import NamedView
    from ..models.tracker_row_view_links import TrackerRowViewLinks


T = TypeVar("T", bound="TrackerRowView")


@_attrs_define
class TrackerRowView:
    """A tracker in a list.

    Attributes:
        id (str): The tracker's id.
        title (str): The tracker's title.
        school_id (str): The school's id in the roster.
        class_id (str): The class's id in the roster.
        class_title (str): The class's title.
        standards_set_id (str): The standards set that it was made with.
        level_count (int): How many mastery levels it has.
        owner_id (str): The id of the teacher whose class it is today.
        owner_name (str): The teacher's name.
        collaborator_ids (list[str]): Colleagues who work on it, by their ids.
        archived (bool): Whether it is put away.
        class_end_date (datetime.date | None): The last day of its class; null when it is not known.
        past (bool): Whether the terms of its class are over.
        standard_count (int): How many standards it tracks.
        school_name (None | str | Unset): The school's name; null without a school.
        standards_set_name (None | str | Unset): The name of the standards set; null without one.
        collaborators (list[NamedView] | Unset): The same colleagues with their names.
        links (TrackerRowViewLinks | Unset): Where to go on: the tracker's students, sheets, mastery and standards set.
    """

    id: str
    title: str
    school_id: str
    class_id: str
    class_title: str
    standards_set_id: str
    level_count: int
    owner_id: str
    owner_name: str
    collaborator_ids: list[str]
    archived: bool
    class_end_date: datetime.date | None
    past: bool
    standard_count: int
    school_name: None | str | Unset = UNSET
    standards_set_name: None | str | Unset = UNSET
    collaborators: list[NamedView] | Unset = UNSET
    links: TrackerRowViewLinks | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        title = self.title

        school_id = self.school_id

        class_id = self.class_id

        class_title = self.class_title

        standards_set_id = self.standards_set_id

        level_count = self.level_count

        owner_id = self.owner_id

        owner_name = self.owner_name

        collaborator_ids = self.collaborator_ids

        archived = self.archived

        class_end_date: None | str
        if isinstance(self.class_end_date, datetime.date):
            class_end_date = self.class_end_date.isoformat()
        else:
            class_end_date = self.class_end_date

        past = self.past

        standard_count = self.standard_count

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        standards_set_name: None | str | Unset
        if isinstance(self.standards_set_name, Unset):
            standards_set_name = UNSET
        else:
            standards_set_name = self.standards_set_name

        collaborators: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.collaborators, Unset):
            collaborators = []
            for collaborators_item_data in self.collaborators:
                collaborators_item = collaborators_item_data.to_dict()
                collaborators.append(collaborators_item)

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "title": title,
                "school_id": school_id,
                "class_id": class_id,
                "class_title": class_title,
                "standards_set_id": standards_set_id,
                "level_count": level_count,
                "owner_id": owner_id,
                "owner_name": owner_name,
                "collaborator_ids": collaborator_ids,
                "archived": archived,
                "class_end_date": class_end_date,
                "past": past,
                "standard_count": standard_count,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name
        if standards_set_name is not UNSET:
            field_dict["standards_set_name"] = standards_set_name
        if collaborators is not UNSET:
            field_dict["collaborators"] = collaborators
        if links is not UNSET:
            field_dict["links"] = links

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_view import NamedView  # noqa: PLC0415
        from ..models.tracker_row_view_links import TrackerRowViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        title = d.pop("title")

        school_id = d.pop("school_id")

        class_id = d.pop("class_id")

        class_title = d.pop("class_title")

        standards_set_id = d.pop("standards_set_id")

        level_count = d.pop("level_count")

        owner_id = d.pop("owner_id")

        owner_name = d.pop("owner_name")

        collaborator_ids = cast(list[str], d.pop("collaborator_ids"))

        archived = d.pop("archived")

        def _parse_class_end_date(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                class_end_date_type_0 = datetime.date.fromisoformat(data)

                return class_end_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        class_end_date = _parse_class_end_date(d.pop("class_end_date"))

        past = d.pop("past")

        standard_count = d.pop("standard_count")

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        def _parse_standards_set_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        standards_set_name = _parse_standards_set_name(
            d.pop("standards_set_name", UNSET)
        )

        _collaborators = d.pop("collaborators", UNSET)
        collaborators: list[NamedView] | Unset = UNSET
        if _collaborators is not UNSET:
            collaborators = []
            for collaborators_item_data in _collaborators:
                collaborators_item = NamedView.from_dict(collaborators_item_data)

                collaborators.append(collaborators_item)

        _links = d.pop("links", UNSET)
        links: TrackerRowViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = TrackerRowViewLinks.from_dict(_links)

        tracker_row_view = cls(
            id=id,
            title=title,
            school_id=school_id,
            class_id=class_id,
            class_title=class_title,
            standards_set_id=standards_set_id,
            level_count=level_count,
            owner_id=owner_id,
            owner_name=owner_name,
            collaborator_ids=collaborator_ids,
            archived=archived,
            class_end_date=class_end_date,
            past=past,
            standard_count=standard_count,
            school_name=school_name,
            standards_set_name=standards_set_name,
            collaborators=collaborators,
            links=links,
        )

        tracker_row_view.additional_properties = d
        return tracker_row_view

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
