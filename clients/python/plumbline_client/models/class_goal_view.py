from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.share_view import ShareView


T = TypeVar("T", bound="ClassGoalView")


@_attrs_define
class ClassGoalView:
    """One class's goal.

    Attributes:
        baseline (ShareView): A count of students, in percent of all.
        target (ShareView): A count of students, in percent of all.
        tested (int): How many students have the pre-test.
        proficient_count (int): How many of them meet already.
        close_count (int): How many are preselected: no more than 5 points below.
        added_count (int): How many the teacher added.
        removed_count (int): How many preselected students the teacher left out.
        class_count (int): How many classes have the pre-test.
        decided_class_count (int): How many of these classes have a goal that their teacher set. The others count as
            preselected.
        message (str): The goal written out, to show.
        class_id (str): The class's id in the roster.
        title (str): The class's title.
        teacher_id (str): The id of the teacher whose class it is.
        teacher_name (str): The teacher's name.
        target_date (datetime.date | None): The day by which students should reach the goal; null when nobody named one.
        measure (str): The measure.
        changed_since_set_message (None | str): The goal's figures when it was set, if they differ now because results
            or the team's levels have changed. Null if they did not differ.
        version (int): The version of the class's goal; 0 while nobody has decided.
    """

    baseline: ShareView
    target: ShareView
    tested: int
    proficient_count: int
    close_count: int
    added_count: int
    removed_count: int
    class_count: int
    decided_class_count: int
    message: str
    class_id: str
    title: str
    teacher_id: str
    teacher_name: str
    target_date: datetime.date | None
    measure: str
    changed_since_set_message: None | str
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        baseline = self.baseline.to_dict()

        target = self.target.to_dict()

        tested = self.tested

        proficient_count = self.proficient_count

        close_count = self.close_count

        added_count = self.added_count

        removed_count = self.removed_count

        class_count = self.class_count

        decided_class_count = self.decided_class_count

        message = self.message

        class_id = self.class_id

        title = self.title

        teacher_id = self.teacher_id

        teacher_name = self.teacher_name

        target_date: None | str
        if isinstance(self.target_date, datetime.date):
            target_date = self.target_date.isoformat()
        else:
            target_date = self.target_date

        measure = self.measure

        changed_since_set_message: None | str
        changed_since_set_message = self.changed_since_set_message

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "baseline": baseline,
                "target": target,
                "tested": tested,
                "proficient_count": proficient_count,
                "close_count": close_count,
                "added_count": added_count,
                "removed_count": removed_count,
                "class_count": class_count,
                "decided_class_count": decided_class_count,
                "message": message,
                "class_id": class_id,
                "title": title,
                "teacher_id": teacher_id,
                "teacher_name": teacher_name,
                "target_date": target_date,
                "measure": measure,
                "changed_since_set_message": changed_since_set_message,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.share_view import ShareView  # noqa: PLC0415

        d = dict(src_dict)
        baseline = ShareView.from_dict(d.pop("baseline"))

        target = ShareView.from_dict(d.pop("target"))

        tested = d.pop("tested")

        proficient_count = d.pop("proficient_count")

        close_count = d.pop("close_count")

        added_count = d.pop("added_count")

        removed_count = d.pop("removed_count")

        class_count = d.pop("class_count")

        decided_class_count = d.pop("decided_class_count")

        message = d.pop("message")

        class_id = d.pop("class_id")

        title = d.pop("title")

        teacher_id = d.pop("teacher_id")

        teacher_name = d.pop("teacher_name")

        def _parse_target_date(data: object) -> datetime.date | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                target_date_type_0 = datetime.date.fromisoformat(data)

                return target_date_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.date | None, data)

        target_date = _parse_target_date(d.pop("target_date"))

        measure = d.pop("measure")

        def _parse_changed_since_set_message(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        changed_since_set_message = _parse_changed_since_set_message(
            d.pop("changed_since_set_message")
        )

        version = d.pop("version")

        class_goal_view = cls(
            baseline=baseline,
            target=target,
            tested=tested,
            proficient_count=proficient_count,
            close_count=close_count,
            added_count=added_count,
            removed_count=removed_count,
            class_count=class_count,
            decided_class_count=decided_class_count,
            message=message,
            class_id=class_id,
            title=title,
            teacher_id=teacher_id,
            teacher_name=teacher_name,
            target_date=target_date,
            measure=measure,
            changed_since_set_message=changed_since_set_message,
            version=version,
        )

        class_goal_view.additional_properties = d
        return class_goal_view

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
