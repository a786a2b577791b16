from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.item_fix import ItemFix
    from ..models.new_correction_versions import NewCorrectionVersions


T = TypeVar("T", bound="NewCorrection")


@_attrs_define
class NewCorrection:
    """The new values. Leave out what stays.

    Attributes:
        items (list[ItemFix] | Unset): Items to correct. Leave out what stays.
        versions (NewCorrectionVersions | Unset): Keys of the printed forms `B` to `E` to correct, for the items whose
            key is corrected.
        cuts (list[str] | None | Unset): The percents at which the levels begin from now on, ascending, for all but the
            lowest.
        comment (str | Unset): Why it is corrected, for people who read the history. Default: ''.
    """

    items: list[ItemFix] | Unset = UNSET
    versions: NewCorrectionVersions | Unset = UNSET
    cuts: list[str] | None | Unset = UNSET
    comment: str | Unset = ""

    def to_dict(self) -> dict[str, Any]:
        items: list[dict[str, Any]] | Unset = UNSET
        if not isinstance(self.items, Unset):
            items = []
            for items_item_data in self.items:
                items_item = items_item_data.to_dict()
                items.append(items_item)

        versions: dict[str, Any] | Unset = UNSET
        if not isinstance(self.versions, Unset):
            versions = self.versions.to_dict()

        cuts: list[str] | None | Unset
        if isinstance(self.cuts, Unset):
            cuts = UNSET
        elif isinstance(self.cuts, list):
            cuts = self.cuts

        else:
            cuts = self.cuts

        comment = self.comment

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if items is not UNSET:
            field_dict["items"] = items
        if versions is not UNSET:
            field_dict["versions"] = versions
        if cuts is not UNSET:
            field_dict["cuts"] = cuts
        if comment is not UNSET:
            field_dict["comment"] = comment

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.item_fix import ItemFix  # noqa: PLC0415
        from ..models.new_correction_versions import NewCorrectionVersions  # noqa: PLC0415

        d = dict(src_dict)
        _items = d.pop("items", UNSET)
        items: list[ItemFix] | Unset = UNSET
        if _items is not UNSET:
            items = []
            for items_item_data in _items:
                items_item = ItemFix.from_dict(items_item_data)

                items.append(items_item)

        _versions = d.pop("versions", UNSET)
        versions: NewCorrectionVersions | Unset
        if isinstance(_versions, Unset):
            versions = UNSET
        else:
            versions = NewCorrectionVersions.from_dict(_versions)

        def _parse_cuts(data: object) -> list[str] | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                cuts_type_0 = cast(list[str], data)

                return cuts_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[str] | None | Unset, data)

        cuts = _parse_cuts(d.pop("cuts", UNSET))

        comment = d.pop("comment", UNSET)

        new_correction = cls(
            items=items,
            versions=versions,
            cuts=cuts,
            comment=comment,
        )

        return new_correction
