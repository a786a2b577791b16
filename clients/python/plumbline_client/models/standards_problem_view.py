from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.standards_problem_view_severity import StandardsProblemViewSeverity

T = TypeVar("T", bound="StandardsProblemView")


@_attrs_define
class StandardsProblemView:
    """One thing wrong with the file.

    Attributes:
        severity (StandardsProblemViewSeverity): How bad it is.

            - `reject`: The file cannot be read with certainty. Nothing was read further.
            - `error`: It must be corrected.
            - `hold`: An admin must confirm it.
            - `warning`: It was understood all the same.
        code (str): What is wrong, for programs.
        location (str): The place: a JSON pointer into the file.
        identifier (str): The identifier of the entry; blank when it has none.
        value (str): What stands there.
        message (str): What is wrong, in a sentence.
        fix (str): What to do, in a sentence.
    """

    severity: StandardsProblemViewSeverity
    code: str
    location: str
    identifier: str
    value: str
    message: str
    fix: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        severity = self.severity.value

        code = self.code

        location = self.location

        identifier = self.identifier

        value = self.value

        message = self.message

        fix = self.fix

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "severity": severity,
                "code": code,
                "location": location,
                "identifier": identifier,
                "value": value,
                "message": message,
                "fix": fix,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        severity = StandardsProblemViewSeverity(d.pop("severity"))

        code = d.pop("code")

        location = d.pop("location")

        identifier = d.pop("identifier")

        value = d.pop("value")

        message = d.pop("message")

        fix = d.pop("fix")

        standards_problem_view = cls(
            severity=severity,
            code=code,
            location=location,
            identifier=identifier,
            value=value,
            message=message,
            fix=fix,
        )

        standards_problem_view.additional_properties = d
        return standards_problem_view

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
