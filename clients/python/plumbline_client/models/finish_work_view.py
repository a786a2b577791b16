from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.process_step import ProcessStep

if TYPE_CHECKING:
    from ..models.finish_work_view_links import FinishWorkViewLinks


T = TypeVar("T", bound="FinishWorkView")


@_attrs_define
class FinishWorkView:
    """A process whose post-test was given: its leader can finish and lock it.

    Attributes:
        process_id (str): The Mastery Process.
        process_name (str): The name of the process.
        team_id (str): The data team.
        team_name (str): The name of the team.
        step (ProcessStep): How far a process has come, as administrators see it.

            - `collect`: It has come to the pre-test at most.
            - `analyze`: It has come to the page *analyze*.
            - `goals`: It has come to the page *goals*.
            - `strategies`: It has come to the page *strategies*.
            - `post_test`: It has come to the post-test.
            - `reflect`: It has come to the page *reflect*.
            - `locked`: It is finished.
        links (FinishWorkViewLinks): Where to go on: `process`, and `comparison` of its tests.
    """

    process_id: str
    process_name: str
    team_id: str
    team_name: str
    step: ProcessStep
    links: FinishWorkViewLinks
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        process_id = self.process_id

        process_name = self.process_name

        team_id = self.team_id

        team_name = self.team_name

        step = self.step.value

        links = self.links.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "process_id": process_id,
                "process_name": process_name,
                "team_id": team_id,
                "team_name": team_name,
                "step": step,
                "links": links,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.finish_work_view_links import FinishWorkViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        process_id = d.pop("process_id")

        process_name = d.pop("process_name")

        team_id = d.pop("team_id")

        team_name = d.pop("team_name")

        step = ProcessStep(d.pop("step"))

        links = FinishWorkViewLinks.from_dict(d.pop("links"))

        finish_work_view = cls(
            process_id=process_id,
            process_name=process_name,
            team_id=team_id,
            team_name=team_name,
            step=step,
            links=links,
        )

        finish_work_view.additional_properties = d
        return finish_work_view

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
