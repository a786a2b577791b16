from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ProblemPlace")


@_attrs_define
class ProblemPlace:
    """One wrong place in a request.

    Attributes:
        pointer (str): Where: a JSON pointer (RFC 6901) into the body, `query:` and a parameter, or `header:` and a
            header. Blank for the request as a whole.
        code (str): The code for the place, for programs: the problem's own code, or a closer one. `docs/errors.md`
            lists them.
        message (str): The problem at this place, in a sentence. Show it beside the field.
    """

    pointer: str
    code: str
    message: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        pointer = self.pointer

        code = self.code

        message = self.message

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "pointer": pointer,
                "code": code,
                "message": message,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        pointer = d.pop("pointer")

        code = d.pop("code")

        message = d.pop("message")

        problem_place = cls(
            pointer=pointer,
            code=code,
            message=message,
        )

        problem_place.additional_properties = d
        return problem_place

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
