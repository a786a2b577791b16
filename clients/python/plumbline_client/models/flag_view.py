from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.flag_view_code import FlagViewCode

T = TypeVar("T", bound="FlagView")


@_attrs_define
class FlagView:
    """Something to look at, in words.

    Attributes:
        code (FlagViewCode): The code of the finding, for programs.

            - `few_students`: There are few students, so that discrimination and reliability are rough.
            - `alpha_negative`: The questions go against each other more than together.
            - `all_the_same`: All students have the same points on it.
            - `check_the_key`: Stronger students got it wrong more often.
            - `tells_little`: Strong and weak students did about equally well on it.
            - `too_easy`: Almost everybody got it right.
            - `everybody_right`: Everybody got it right.
            - `too_hard`: Hardly anybody got it right.
            - `nobody_right`: Nobody got it right.
            - `often_left_out`: Many students left it out.
            - `never_chosen`: Nobody chose one of the choices.
            - `strong_students_chose_it`: A wrong answer was chosen more often by strong students.
            - `chosen_more_than_right`: More students chose a wrong answer than a right one.
        message (str): The same in a sentence.
    """

    code: FlagViewCode
    message: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        code = self.code.value

        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "code": code,
                "message": message,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = FlagViewCode(d.pop("code"))

        message = d.pop("message")

        flag_view = cls(
            code=code,
            message=message,
        )

        flag_view.additional_properties = d
        return flag_view

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
