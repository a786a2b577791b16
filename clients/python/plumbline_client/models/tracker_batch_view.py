from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.named_view import NamedView
    from ..models.tracker_batch_view_links import TrackerBatchViewLinks


T = TypeVar("T", bound="TrackerBatchView")


@_attrs_define
class TrackerBatchView:
    """A batch of trackers, and how far it is.

    Attributes:
        id (str): The batch's id.
        course_ids (list[str]): The courses whose classes get a tracker.
        standards_set_id (str): The standards set of the trackers.
        level_count (int): How many mastery levels they have.
        created_at (datetime.datetime): When it was made.
        created_by_id (str): The id of the person who began it.
        done (bool): Whether every class was looked at.
        finished_at (datetime.datetime | None): When every class was looked at; null before that.
        class_count (int | None): How many classes there are; null until they were counted.
        created_count (int): How many trackers were made.
        skipped_count (int): How many classes were left out.
        courses (list[NamedView] | Unset): The same courses with their titles.
        standards_set_name (None | str | Unset): The name of the standards set; null without one.
        links (TrackerBatchViewLinks | Unset): Where to go on: the batch, its classes, and how far it is.
        created_by_name (None | str | Unset): The name of the person who began it; null if it is not known.
    """

    id: str
    course_ids: list[str]
    standards_set_id: str
    level_count: int
    created_at: datetime.datetime
    created_by_id: str
    done: bool
    finished_at: datetime.datetime | None
    class_count: int | None
    created_count: int
    skipped_count: int
    courses: list[NamedView] | Unset = UNSET
    standards_set_name: None | str | Unset = UNSET
    links: TrackerBatchViewLinks | Unset = UNSET
    created_by_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        course_ids = self.course_ids

        standards_set_id = self.standards_set_id

        level_count = self.level_count

        created_at = self.created_at.isoformat()

        created_by_id = self.created_by_id

        done = self.done

        finished_at: None | str
        if isinstance(self.finished_at, datetime.datetime):
            finished_at = self.finished_at.isoformat()
        else:
            finished_at = self.finished_at

        class_count: int | None
        class_count = self.class_count

        created_count = self.created_count

        skipped_count = self.skipped_count

        courses: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.courses, Unset):
            courses = []
            for courses_item_data in self.courses:
                courses_item = courses_item_data.to_dict()
                courses.append(courses_item)

        standards_set_name: None | str | Unset
        if isinstance(self.standards_set_name, Unset):
            standards_set_name = UNSET
        else:
            standards_set_name = self.standards_set_name

        links: dict[str, Any] | Unset = UNSET
        if not isinstance(self.links, Unset):
            links = self.links.to_dict()

        created_by_name: None | str | Unset
        if isinstance(self.created_by_name, Unset):
            created_by_name = UNSET
        else:
            created_by_name = self.created_by_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "course_ids": course_ids,
                "standards_set_id": standards_set_id,
                "level_count": level_count,
                "created_at": created_at,
                "created_by_id": created_by_id,
                "done": done,
                "finished_at": finished_at,
                "class_count": class_count,
                "created_count": created_count,
                "skipped_count": skipped_count,
            }
        )
        if courses is not UNSET:
            field_dict["courses"] = courses
        if standards_set_name is not UNSET:
            field_dict["standards_set_name"] = standards_set_name
        if links is not UNSET:
            field_dict["links"] = links
        if created_by_name is not UNSET:
            field_dict["created_by_name"] = created_by_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.named_view import NamedView  # noqa: PLC0415
        from ..models.tracker_batch_view_links import TrackerBatchViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        course_ids = cast(list[str], d.pop("course_ids"))

        standards_set_id = d.pop("standards_set_id")

        level_count = d.pop("level_count")

        created_at = datetime.datetime.fromisoformat(d.pop("created_at"))

        created_by_id = d.pop("created_by_id")

        done = d.pop("done")

        def _parse_finished_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                finished_at_type_0 = datetime.datetime.fromisoformat(data)

                return finished_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        finished_at = _parse_finished_at(d.pop("finished_at"))

        def _parse_class_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        class_count = _parse_class_count(d.pop("class_count"))

        created_count = d.pop("created_count")

        skipped_count = d.pop("skipped_count")

        _courses = d.pop("courses", UNSET)
        courses: list[NamedView] | Unset = UNSET
        if _courses is not UNSET:
            courses = []
            for courses_item_data in _courses:
                courses_item = NamedView.from_dict(courses_item_data)

                courses.append(courses_item)

        def _parse_standards_set_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        standards_set_name = _parse_standards_set_name(
            d.pop("standards_set_name", UNSET)
        )

        _links = d.pop("links", UNSET)
        links: TrackerBatchViewLinks | Unset
        if isinstance(_links, Unset):
            links = UNSET
        else:
            links = TrackerBatchViewLinks.from_dict(_links)

        def _parse_created_by_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        created_by_name = _parse_created_by_name(d.pop("created_by_name", UNSET))

        tracker_batch_view = cls(
            id=id,
            course_ids=course_ids,
            standards_set_id=standards_set_id,
            level_count=level_count,
            created_at=created_at,
            created_by_id=created_by_id,
            done=done,
            finished_at=finished_at,
            class_count=class_count,
            created_count=created_count,
            skipped_count=skipped_count,
            courses=courses,
            standards_set_name=standards_set_name,
            links=links,
            created_by_name=created_by_name,
        )

        tracker_batch_view.additional_properties = d
        return tracker_batch_view

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
