from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.mean_view import MeanView


T = TypeVar("T", bound="LibraryAveragesView")


@_attrs_define
class LibraryAveragesView:
    """The team before and after: all tested, and those with both tests.

    Attributes:
        pre (MeanView | None): The pre-test's average over all tested; null where it would reveal results of the few who
            took one test alone.
        post (MeanView | None): The post-test's average over all tested; null where it would reveal results of the few
            who took one test alone.
        matched_pre (MeanView): The mean of students' shares of the points, in percent.
        matched_post (MeanView): The mean of students' shares of the points, in percent.
        change_text (str): The change of students with both tests, in words.
        relative_text (str): The same, relative to the pre-test, in words.
    """

    pre: MeanView | None
    post: MeanView | None
    matched_pre: MeanView
    matched_post: MeanView
    change_text: str
    relative_text: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
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

        matched_pre = self.matched_pre.to_dict()

        matched_post = self.matched_post.to_dict()

        change_text = self.change_text

        relative_text = self.relative_text

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "pre": pre,
                "post": post,
                "matched_pre": matched_pre,
                "matched_post": matched_post,
                "change_text": change_text,
                "relative_text": relative_text,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
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

        matched_pre = MeanView.from_dict(d.pop("matched_pre"))

        matched_post = MeanView.from_dict(d.pop("matched_post"))

        change_text = d.pop("change_text")

        relative_text = d.pop("relative_text")

        library_averages_view = cls(
            pre=pre,
            post=post,
            matched_pre=matched_pre,
            matched_post=matched_post,
            change_text=change_text,
            relative_text=relative_text,
        )

        library_averages_view.additional_properties = d
        return library_averages_view

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
