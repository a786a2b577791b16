from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.class_test_view import ClassTestView
    from ..models.process_class_view_links import ProcessClassViewLinks


T = TypeVar("T", bound="ProcessClassView")


@_attrs_define
class ProcessClassView:
    """A class in a process.

    Attributes:
        class_id (str): The class's id in the roster.
        title (str): The class's title.
        school_id (str): The school's id in the roster.
        teacher_id (str): The id of the teacher whose class it is.
        teacher_name (str): The teacher's name.
        pre_test (ClassTestView | None): How the class did on the pre-test; null until it is given it.
        post_test (ClassTestView | None): How the class did on the post-test; null until it is given it.
        goal_set (bool): Whether its teacher set its goal.
        links (ProcessClassViewLinks): Where to go on.
        school_name (None | str | Unset): The school's name; null without a school.
    """

    class_id: str
    title: str
    school_id: str
    teacher_id: str
    teacher_name: str
    pre_test: ClassTestView | None
    post_test: ClassTestView | None
    goal_set: bool
    links: ProcessClassViewLinks
    school_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.class_test_view import ClassTestView  # noqa: PLC0415

        class_id = self.class_id

        title = self.title

        school_id = self.school_id

        teacher_id = self.teacher_id

        teacher_name = self.teacher_name

        pre_test: dict[str, Any] | None
        if isinstance(self.pre_test, ClassTestView):
            pre_test = self.pre_test.to_dict()
        else:
            pre_test = self.pre_test

        post_test: dict[str, Any] | None
        if isinstance(self.post_test, ClassTestView):
            post_test = self.post_test.to_dict()
        else:
            post_test = self.post_test

        goal_set = self.goal_set

        links = self.links.to_dict()

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "class_id": class_id,
                "title": title,
                "school_id": school_id,
                "teacher_id": teacher_id,
                "teacher_name": teacher_name,
                "pre_test": pre_test,
                "post_test": post_test,
                "goal_set": goal_set,
                "links": links,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.class_test_view import ClassTestView  # noqa: PLC0415
        from ..models.process_class_view_links import ProcessClassViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        class_id = d.pop("class_id")

        title = d.pop("title")

        school_id = d.pop("school_id")

        teacher_id = d.pop("teacher_id")

        teacher_name = d.pop("teacher_name")

        def _parse_pre_test(data: object) -> ClassTestView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                pre_test_type_0 = ClassTestView.from_dict(data)

                return pre_test_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ClassTestView | None, data)

        pre_test = _parse_pre_test(d.pop("pre_test"))

        def _parse_post_test(data: object) -> ClassTestView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                post_test_type_0 = ClassTestView.from_dict(data)

                return post_test_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(ClassTestView | None, data)

        post_test = _parse_post_test(d.pop("post_test"))

        goal_set = d.pop("goal_set")

        links = ProcessClassViewLinks.from_dict(d.pop("links"))

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        process_class_view = cls(
            class_id=class_id,
            title=title,
            school_id=school_id,
            teacher_id=teacher_id,
            teacher_name=teacher_name,
            pre_test=pre_test,
            post_test=post_test,
            goal_set=goal_set,
            links=links,
            school_name=school_name,
        )

        process_class_view.additional_properties = d
        return process_class_view

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
