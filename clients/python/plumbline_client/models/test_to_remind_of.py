from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.process_test import ProcessTest

T = TypeVar("T", bound="TestToRemindOf")


@_attrs_define
class TestToRemindOf:
    """A test of a Mastery Process.

    Attributes:
        process_id (str): The process's id.
        test (ProcessTest): Which of the two tests of a process.

            - `pre`: The pre-test.
            - `post`: The post-test.
    """

    process_id: str
    test: ProcessTest

    def to_dict(self) -> dict[str, Any]:
        process_id = self.process_id

        test = self.test.value

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "process_id": process_id,
                "test": test,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        process_id = d.pop("process_id")

        test = ProcessTest(d.pop("test"))

        test_to_remind_of = cls(
            process_id=process_id,
            test=test,
        )

        return test_to_remind_of
