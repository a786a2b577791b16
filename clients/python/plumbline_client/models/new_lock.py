from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.read_pages import ReadPages


T = TypeVar("T", bound="NewLock")


@_attrs_define
class NewLock:
    """How to finish a process.

    Attributes:
        without_post_test (bool | Unset): Confirms that the process is finished without a post-test. Default: False.
        page_versions (ReadPages | Unset): The versions of the pages that a leader read before finishing.
    """

    without_post_test: bool | Unset = False
    page_versions: ReadPages | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        without_post_test = self.without_post_test

        page_versions: dict[str, Any] | Unset = UNSET
        if not isinstance(self.page_versions, Unset):
            page_versions = self.page_versions.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if without_post_test is not UNSET:
            field_dict["without_post_test"] = without_post_test
        if page_versions is not UNSET:
            field_dict["page_versions"] = page_versions

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.read_pages import ReadPages  # noqa: PLC0415

        d = dict(src_dict)
        without_post_test = d.pop("without_post_test", UNSET)

        _page_versions = d.pop("page_versions", UNSET)
        page_versions: ReadPages | Unset
        if isinstance(_page_versions, Unset):
            page_versions = UNSET
        else:
            page_versions = ReadPages.from_dict(_page_versions)

        new_lock = cls(
            without_post_test=without_post_test,
            page_versions=page_versions,
        )

        return new_lock
