from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.pre_test import PreTest


T = TypeVar("T", bound="NewProcess")


@_attrs_define
class NewProcess:
    """A Mastery Process to begin.

    Attributes:
        name (str): The process's name. It can be changed later.
        pre_test (None | PreTest | Unset): The pre-test, if it is chosen already.
        started_from_id (None | str | Unset): A finished process of the library. Its texts of goals and strategies are
            copied.
    """

    name: str
    pre_test: None | PreTest | Unset = UNSET
    started_from_id: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.pre_test import PreTest  # noqa: PLC0415

        name = self.name

        pre_test: dict[str, Any] | None | Unset
        if isinstance(self.pre_test, Unset):
            pre_test = UNSET
        elif isinstance(self.pre_test, PreTest):
            pre_test = self.pre_test.to_dict()
        else:
            pre_test = self.pre_test

        started_from_id: None | str | Unset
        if isinstance(self.started_from_id, Unset):
            started_from_id = UNSET
        else:
            started_from_id = self.started_from_id

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
            }
        )
        if pre_test is not UNSET:
            field_dict["pre_test"] = pre_test
        if started_from_id is not UNSET:
            field_dict["started_from_id"] = started_from_id

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.pre_test import PreTest  # noqa: PLC0415

        d = dict(src_dict)
        name = d.pop("name")

        def _parse_pre_test(data: object) -> None | PreTest | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                pre_test_type_0 = PreTest.from_dict(data)

                return pre_test_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | PreTest | Unset, data)

        pre_test = _parse_pre_test(d.pop("pre_test", UNSET))

        def _parse_started_from_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        started_from_id = _parse_started_from_id(d.pop("started_from_id", UNSET))

        new_process = cls(
            name=name,
            pre_test=pre_test,
            started_from_id=started_from_id,
        )

        return new_process
