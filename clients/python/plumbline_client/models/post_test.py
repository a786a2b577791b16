from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.copy_of_pre_test import CopyOfPreTest


T = TypeVar("T", bound="PostTest")


@_attrs_define
class PostTest:
    """One of three: an assessment, the pre-test given a second time, or a copy of it to edit.

    Attributes:
        assessment_id (None | str | Unset): An assessment to give. Send one of the three.
        same (bool | None | Unset): Gives the pre-test a second time. Send one of the three.
        copy (CopyOfPreTest | None | Unset): Makes a copy of the pre-test for editing. Send one of the three.
    """

    assessment_id: None | str | Unset = UNSET
    same: bool | None | Unset = UNSET
    copy: CopyOfPreTest | None | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        from ..models.copy_of_pre_test import CopyOfPreTest  # noqa: PLC0415

        assessment_id: None | str | Unset
        if isinstance(self.assessment_id, Unset):
            assessment_id = UNSET
        else:
            assessment_id = self.assessment_id

        same: bool | None | Unset
        if isinstance(self.same, Unset):
            same = UNSET
        else:
            same = self.same

        copy: dict[str, Any] | None | Unset
        if isinstance(self.copy, Unset):
            copy = UNSET
        elif isinstance(self.copy, CopyOfPreTest):
            copy = self.copy.to_dict()
        else:
            copy = self.copy

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if assessment_id is not UNSET:
            field_dict["assessment_id"] = assessment_id
        if same is not UNSET:
            field_dict["same"] = same
        if copy is not UNSET:
            field_dict["copy"] = copy

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.copy_of_pre_test import CopyOfPreTest  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_assessment_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        assessment_id = _parse_assessment_id(d.pop("assessment_id", UNSET))

        def _parse_same(data: object) -> bool | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(bool | None | Unset, data)

        same = _parse_same(d.pop("same", UNSET))

        def _parse_copy(data: object) -> CopyOfPreTest | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                copy_type_0 = CopyOfPreTest.from_dict(data)

                return copy_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(CopyOfPreTest | None | Unset, data)

        copy = _parse_copy(d.pop("copy", UNSET))

        post_test = cls(
            assessment_id=assessment_id,
            same=same,
            copy=copy,
        )

        return post_test
