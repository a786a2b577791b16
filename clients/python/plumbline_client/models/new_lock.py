from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

T = TypeVar("T", bound="NewLock")


@_attrs_define
class NewLock:
    """How to finish a process.

    Attributes:
        without_post_test (bool | Unset): Confirms that the process is finished without a post-test. Default: False.
    """

    without_post_test: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        without_post_test = self.without_post_test

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if without_post_test is not UNSET:
            field_dict["without_post_test"] = without_post_test

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        without_post_test = d.pop("without_post_test", UNSET)

        new_lock = cls(
            without_post_test=without_post_test,
        )

        return new_lock
