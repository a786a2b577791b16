from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.average_change_view import AverageChangeView
    from ..models.student_class_view import StudentClassView
    from ..models.student_score_view import StudentScoreView


T = TypeVar("T", bound="StudentComparisonView")


@_attrs_define
class StudentComparisonView:
    """A student of the team on both tests.

    A student who changed class is listed once, with both classes.

        Attributes:
            student_id (str): The student's id in the roster.
            given_name (str): First name, as the person prefers to be called.
            family_name (str): Last name.
            class_id (str): The class of the pre-test.
            class_title (str): The class's title.
            teacher_id (str): The id of the teacher whose class it is.
            teacher_name (str): The teacher's name.
            classes (list[StudentClassView]): The classes of the student; that of the pre-test comes first.
            pre (StudentScoreView): A student on one test.
            post (StudentScoreView): A student on one test.
            change (AverageChangeView | None): The change between the tests; null unless both are complete.
    """

    student_id: str
    given_name: str
    family_name: str
    class_id: str
    class_title: str
    teacher_id: str
    teacher_name: str
    classes: list[StudentClassView]
    pre: StudentScoreView
    post: StudentScoreView
    change: AverageChangeView | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.average_change_view import AverageChangeView  # noqa: PLC0415

        student_id = self.student_id

        given_name = self.given_name

        family_name = self.family_name

        class_id = self.class_id

        class_title = self.class_title

        teacher_id = self.teacher_id

        teacher_name = self.teacher_name

        classes = []
        for classes_item_data in self.classes:
            classes_item = classes_item_data.to_dict()
            classes.append(classes_item)

        pre = self.pre.to_dict()

        post = self.post.to_dict()

        change: dict[str, Any] | None
        if isinstance(self.change, AverageChangeView):
            change = self.change.to_dict()
        else:
            change = self.change

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "student_id": student_id,
                "given_name": given_name,
                "family_name": family_name,
                "class_id": class_id,
                "class_title": class_title,
                "teacher_id": teacher_id,
                "teacher_name": teacher_name,
                "classes": classes,
                "pre": pre,
                "post": post,
                "change": change,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.average_change_view import AverageChangeView  # noqa: PLC0415
        from ..models.student_class_view import StudentClassView  # noqa: PLC0415
        from ..models.student_score_view import StudentScoreView  # noqa: PLC0415

        d = dict(src_dict)
        student_id = d.pop("student_id")

        given_name = d.pop("given_name")

        family_name = d.pop("family_name")

        class_id = d.pop("class_id")

        class_title = d.pop("class_title")

        teacher_id = d.pop("teacher_id")

        teacher_name = d.pop("teacher_name")

        classes = []
        _classes = d.pop("classes")
        for classes_item_data in _classes:
            classes_item = StudentClassView.from_dict(classes_item_data)

            classes.append(classes_item)

        pre = StudentScoreView.from_dict(d.pop("pre"))

        post = StudentScoreView.from_dict(d.pop("post"))

        def _parse_change(data: object) -> AverageChangeView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                change_type_0 = AverageChangeView.from_dict(data)

                return change_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AverageChangeView | None, data)

        change = _parse_change(d.pop("change"))

        student_comparison_view = cls(
            student_id=student_id,
            given_name=given_name,
            family_name=family_name,
            class_id=class_id,
            class_title=class_title,
            teacher_id=teacher_id,
            teacher_name=teacher_name,
            classes=classes,
            pre=pre,
            post=post,
            change=change,
        )

        student_comparison_view.additional_properties = d
        return student_comparison_view

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
