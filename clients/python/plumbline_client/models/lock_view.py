from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.process_state import ProcessState

if TYPE_CHECKING:
    from ..models.ended_view import EndedView
    from ..models.lock_view_links import LockViewLinks


T = TypeVar("T", bound="LockView")


@_attrs_define
class LockView:
    """A process that is finished: nothing in it can be changed any more.

    Attributes:
        id (str): The Mastery Process's id.
        state (ProcessState): Where a process stands.

            - `named`: It has a name, and no pre-test yet.
            - `pre_test`: The pre-test is attached: classes are tested, the team analyzes and sets goals.
            - `post_test`: The post-test is attached as well.
            - `locking`: Its leader finished it; its classes are being closed.
            - `locked`: It is finished. Nothing in it changes any longer.
            - `discarded`: It was begun by mistake, before any class was tested.
        ended (EndedView | None): The person who finished it, and the time.
        links (LockViewLinks): Where to go on.
        version (int): The version: it counts the changes. Send it as `If-Match`, in quotes, when you change this.
    """

    id: str
    state: ProcessState
    ended: EndedView | None
    links: LockViewLinks
    version: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.ended_view import EndedView  # noqa: PLC0415

        id = self.id

        state = self.state.value

        ended: dict[str, Any] | None
        if isinstance(self.ended, EndedView):
            ended = self.ended.to_dict()
        else:
            ended = self.ended

        links = self.links.to_dict()

        version = self.version

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "state": state,
                "ended": ended,
                "links": links,
                "version": version,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.ended_view import EndedView  # noqa: PLC0415
        from ..models.lock_view_links import LockViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        state = ProcessState(d.pop("state"))

        def _parse_ended(data: object) -> EndedView | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                ended_type_0 = EndedView.from_dict(data)

                return ended_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(EndedView | None, data)

        ended = _parse_ended(d.pop("ended"))

        links = LockViewLinks.from_dict(d.pop("links"))

        version = d.pop("version")

        lock_view = cls(
            id=id,
            state=state,
            ended=ended,
            links=links,
            version=version,
        )

        lock_view.additional_properties = d
        return lock_view

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
