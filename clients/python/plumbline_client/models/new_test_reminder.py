from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.process_test import ProcessTest

T = TypeVar("T", bound="NewTestReminder")


@_attrs_define
class NewTestReminder:
    """Which test of the Mastery Process people are reminded of.

    Attributes:
        test (ProcessTest): Which of the two tests of a process.

            - `pre`: The pre-test.
            - `post`: The post-test.
    """

    test: ProcessTest

    def to_dict(self) -> dict[str, Any]:
        test = self.test.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "test": test,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        test = ProcessTest(d.pop("test"))

        new_test_reminder = cls(
            test=test,
        )

        return new_test_reminder
