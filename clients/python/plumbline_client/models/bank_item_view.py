from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.bank_item_view_allowed_item import BankItemViewAllowedItem
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.multiple_choice_item_view import MultipleChoiceItemView
    from ..models.numeric_item_view import NumericItemView
    from ..models.points_item_view import PointsItemView
    from ..models.short_text_item_view import ShortTextItemView
    from ..models.single_choice_item_view import SingleChoiceItemView
    from ..models.true_false_item_view import TrueFalseItemView


T = TypeVar("T", bound="BankItemView")


@_attrs_define
class BankItemView:
    """An item of the bank.

    Attributes:
        assessment_id (str): The assessment that it stands in.
        assessment_title (str): The title of that assessment.
        standards_set_id (str): The standards set of that assessment.
        item (MultipleChoiceItemView | NumericItemView | PointsItemView | ShortTextItemView | SingleChoiceItemView |
            TrueFalseItemView): One item.
        facility (float | None): How easy it was for the district's students: the mean of the points earned, out of what
            it is worth; 0 is hardest, 1 easiest. Null below five students, and if it was not requested.
        facility_student_count (int | None): How many students that is of; null with it.
        allowed (list[BankItemViewAllowedItem] | Unset): The actions that you can take.
        standards_set_name (None | str | Unset): The name of the standards set; null without one.
    """

    assessment_id: str
    assessment_title: str
    standards_set_id: str
    item: (
        MultipleChoiceItemView
        | NumericItemView
        | PointsItemView
        | ShortTextItemView
        | SingleChoiceItemView
        | TrueFalseItemView
    )
    facility: float | None
    facility_student_count: int | None
    allowed: list[BankItemViewAllowedItem] | Unset = UNSET
    standards_set_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.multiple_choice_item_view import MultipleChoiceItemView  # noqa: PLC0415
        from ..models.numeric_item_view import NumericItemView  # noqa: PLC0415
        from ..models.short_text_item_view import ShortTextItemView  # noqa: PLC0415
        from ..models.single_choice_item_view import SingleChoiceItemView  # noqa: PLC0415
        from ..models.true_false_item_view import TrueFalseItemView  # noqa: PLC0415

        assessment_id = self.assessment_id

        assessment_title = self.assessment_title

        standards_set_id = self.standards_set_id

        item: dict[str, Any]
        if isinstance(self.item, SingleChoiceItemView):
            item = self.item.to_dict()
        elif isinstance(self.item, MultipleChoiceItemView):
            item = self.item.to_dict()
        elif isinstance(self.item, TrueFalseItemView):
            item = self.item.to_dict()
        elif isinstance(self.item, NumericItemView):
            item = self.item.to_dict()
        elif isinstance(self.item, ShortTextItemView):
            item = self.item.to_dict()
        else:
            item = self.item.to_dict()

        facility: float | None
        facility = self.facility

        facility_student_count: int | None
        facility_student_count = self.facility_student_count

        allowed: list[str] | Unset = UNSET
        if not isinstance(self.allowed, Unset):
            allowed = []
            for allowed_item_data in self.allowed:
                allowed_item = allowed_item_data.value
                allowed.append(allowed_item)

        standards_set_name: None | str | Unset
        if isinstance(self.standards_set_name, Unset):
            standards_set_name = UNSET
        else:
            standards_set_name = self.standards_set_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "assessment_id": assessment_id,
                "assessment_title": assessment_title,
                "standards_set_id": standards_set_id,
                "item": item,
                "facility": facility,
                "facility_student_count": facility_student_count,
            }
        )
        if allowed is not UNSET:
            field_dict["allowed"] = allowed
        if standards_set_name is not UNSET:
            field_dict["standards_set_name"] = standards_set_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.multiple_choice_item_view import MultipleChoiceItemView  # noqa: PLC0415
        from ..models.numeric_item_view import NumericItemView  # noqa: PLC0415
        from ..models.points_item_view import PointsItemView  # noqa: PLC0415
        from ..models.short_text_item_view import ShortTextItemView  # noqa: PLC0415
        from ..models.single_choice_item_view import SingleChoiceItemView  # noqa: PLC0415
        from ..models.true_false_item_view import TrueFalseItemView  # noqa: PLC0415

        d = dict(src_dict)
        assessment_id = d.pop("assessment_id")

        assessment_title = d.pop("assessment_title")

        standards_set_id = d.pop("standards_set_id")

        def _parse_item(
            data: object,
        ) -> (
            MultipleChoiceItemView
            | NumericItemView
            | PointsItemView
            | ShortTextItemView
            | SingleChoiceItemView
            | TrueFalseItemView
        ):
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_item_view_type_0 = SingleChoiceItemView.from_dict(
                    data
                )

                return componentsschemas_item_view_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_item_view_type_1 = MultipleChoiceItemView.from_dict(
                    data
                )

                return componentsschemas_item_view_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_item_view_type_2 = TrueFalseItemView.from_dict(data)

                return componentsschemas_item_view_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_item_view_type_3 = NumericItemView.from_dict(data)

                return componentsschemas_item_view_type_3
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                componentsschemas_item_view_type_4 = ShortTextItemView.from_dict(data)

                return componentsschemas_item_view_type_4
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            if not isinstance(data, dict):
                raise TypeError()
            componentsschemas_item_view_type_5 = PointsItemView.from_dict(data)

            return componentsschemas_item_view_type_5

        item = _parse_item(d.pop("item"))

        def _parse_facility(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        facility = _parse_facility(d.pop("facility"))

        def _parse_facility_student_count(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        facility_student_count = _parse_facility_student_count(
            d.pop("facility_student_count")
        )

        _allowed = d.pop("allowed", UNSET)
        allowed: list[BankItemViewAllowedItem] | Unset = UNSET
        if _allowed is not UNSET:
            allowed = []
            for allowed_item_data in _allowed:
                allowed_item = BankItemViewAllowedItem(allowed_item_data)

                allowed.append(allowed_item)

        def _parse_standards_set_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        standards_set_name = _parse_standards_set_name(
            d.pop("standards_set_name", UNSET)
        )

        bank_item_view = cls(
            assessment_id=assessment_id,
            assessment_title=assessment_title,
            standards_set_id=standards_set_id,
            item=item,
            facility=facility,
            facility_student_count=facility_student_count,
            allowed=allowed,
            standards_set_name=standards_set_name,
        )

        bank_item_view.additional_properties = d
        return bank_item_view

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
