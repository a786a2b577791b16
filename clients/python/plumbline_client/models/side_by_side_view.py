from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.average_change_view import AverageChangeView
    from ..models.mean_view import MeanView


T = TypeVar("T", bound="SideBySideView")


@_attrs_define
class SideBySideView:
    """Two averages side by side.

    Attributes:
        pre (MeanView | None): The pre-test's average; null where it is hidden from an administrator who sees a part.
        post (MeanView | None): The post-test's average; null where it is hidden from an administrator who sees a part.
        change (AverageChangeView | None): The change from one to the other; null when one of them is missing.
    """

    pre: MeanView | None
    post: MeanView | None
    change: AverageChangeView | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.average_change_view import AverageChangeView  # noqa: PLC0415
        from ..models.mean_view import MeanView  # noqa: PLC0415

        pre: dict[str, Any] | None
        if isinstance(self.pre, MeanView):
            pre = self.pre.to_dict()
        else:
            pre = self.pre

        post: dict[str, Any] | None
        if isinstance(self.post, MeanView):
            post = self.post.to_dict()
        else:
            post = self.post

        change: dict[str, Any] | None
        if isinstance(self.change, AverageChangeView):
            change = self.change.to_dict()
        else:
            change = self.change

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "pre": pre,
                "post": post,
                "change": change,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.average_change_view import AverageChangeView  # noqa: PLC0415
        from ..models.mean_view import MeanView  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_pre(data: object) -> MeanView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                pre_type_0 = MeanView.from_dict(data)

                return pre_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MeanView | None, data)

        pre = _parse_pre(d.pop("pre"))

        def _parse_post(data: object) -> MeanView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                post_type_0 = MeanView.from_dict(data)

                return post_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(MeanView | None, data)

        post = _parse_post(d.pop("post"))

        def _parse_change(data: object) -> AverageChangeView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                change_type_0 = AverageChangeView.from_dict(data)

                return change_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AverageChangeView | None, data)

        change = _parse_change(d.pop("change"))

        side_by_side_view = cls(
            pre=pre,
            post=post,
            change=change,
        )

        side_by_side_view.additional_properties = d
        return side_by_side_view

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
