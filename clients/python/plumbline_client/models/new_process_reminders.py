from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

if TYPE_CHECKING:
    from ..models.test_to_remind_of import TestToRemindOf


T = TypeVar("T", bound="NewProcessReminders")


@_attrs_define
class NewProcessReminders:
    """Of which tests people are reminded.

    Attributes:
        tests (list[TestToRemindOf]): The tests, up to 20.
    """

    tests: list[TestToRemindOf]

    def to_dict(self) -> dict[str, Any]:
        tests = []
        for tests_item_data in self.tests:
            tests_item = tests_item_data.to_dict()
            tests.append(tests_item)

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "tests": tests,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.test_to_remind_of import TestToRemindOf  # noqa: PLC0415

        d = dict(src_dict)
        tests = []
        _tests = d.pop("tests")
        for tests_item_data in _tests:
            tests_item = TestToRemindOf.from_dict(tests_item_data)

            tests.append(tests_item)

        new_process_reminders = cls(
            tests=tests,
        )

        return new_process_reminders
