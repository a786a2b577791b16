from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.page_field_view import PageFieldView


T = TypeVar("T", bound="PageViewFields")


@_attrs_define
class PageViewFields:
    """The page's fields. Which keys there are depends on the page.

    Attributes:
        strengths (PageFieldView | Unset): The text of a field, its last author, and the page's version then; 0 for
            nobody.
        obstacles (PageFieldView | Unset): The text of a field, its last author, and the page's version then; 0 for
            nobody.
        needs (PageFieldView | Unset): The text of a field, its last author, and the page's version then; 0 for nobody.
        team_goal (PageFieldView | Unset): The text of a field, its last author, and the page's version then; 0 for
            nobody.
        notes (PageFieldView | Unset): The text of a field, its last author, and the page's version then; 0 for nobody.
        what_worked (PageFieldView | Unset): The text of a field, its last author, and the page's version then; 0 for
            nobody.
        what_did_not_work (PageFieldView | Unset): The text of a field, its last author, and the page's version then; 0
            for nobody.
        next_time (PageFieldView | Unset): The text of a field, its last author, and the page's version then; 0 for
            nobody.
    """

    strengths: PageFieldView | Unset = UNSET
    obstacles: PageFieldView | Unset = UNSET
    needs: PageFieldView | Unset = UNSET
    team_goal: PageFieldView | Unset = UNSET
    notes: PageFieldView | Unset = UNSET
    what_worked: PageFieldView | Unset = UNSET
    what_did_not_work: PageFieldView | Unset = UNSET
    next_time: PageFieldView | Unset = UNSET
    additional_properties: dict[str, PageFieldView] = _attrs_field(
        init=False, factory=dict
    )

    def to_dict(self) -> dict[str, Any]:
        strengths: dict[str, Any] | Unset = UNSET
        if not isinstance(self.strengths, Unset):
            strengths = self.strengths.to_dict()

        obstacles: dict[str, Any] | Unset = UNSET
        if not isinstance(self.obstacles, Unset):
            obstacles = self.obstacles.to_dict()

        needs: dict[str, Any] | Unset = UNSET
        if not isinstance(self.needs, Unset):
            needs = self.needs.to_dict()

        team_goal: dict[str, Any] | Unset = UNSET
        if not isinstance(self.team_goal, Unset):
            team_goal = self.team_goal.to_dict()

        notes: dict[str, Any] | Unset = UNSET
        if not isinstance(self.notes, Unset):
            notes = self.notes.to_dict()

        what_worked: dict[str, Any] | Unset = UNSET
        if not isinstance(self.what_worked, Unset):
            what_worked = self.what_worked.to_dict()

        what_did_not_work: dict[str, Any] | Unset = UNSET
        if not isinstance(self.what_did_not_work, Unset):
            what_did_not_work = self.what_did_not_work.to_dict()

        next_time: dict[str, Any] | Unset = UNSET
        if not isinstance(self.next_time, Unset):
            next_time = self.next_time.to_dict()

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            field_dict[prop_name] = prop.to_dict()

        field_dict.update({})
        if strengths is not UNSET:
            field_dict["strengths"] = strengths
        if obstacles is not UNSET:
            field_dict["obstacles"] = obstacles
        if needs is not UNSET:
            field_dict["needs"] = needs
        if team_goal is not UNSET:
            field_dict["team_goal"] = team_goal
        if notes is not UNSET:
            field_dict["notes"] = notes
        if what_worked is not UNSET:
            field_dict["what_worked"] = what_worked
        if what_did_not_work is not UNSET:
            field_dict["what_did_not_work"] = what_did_not_work
        if next_time is not UNSET:
            field_dict["next_time"] = next_time

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.page_field_view import PageFieldView  # noqa: PLC0415

        d = dict(src_dict)
        _strengths = d.pop("strengths", UNSET)
        strengths: PageFieldView | Unset
        if isinstance(_strengths, Unset):
            strengths = UNSET
        else:
            strengths = PageFieldView.from_dict(_strengths)

        _obstacles = d.pop("obstacles", UNSET)
        obstacles: PageFieldView | Unset
        if isinstance(_obstacles, Unset):
            obstacles = UNSET
        else:
            obstacles = PageFieldView.from_dict(_obstacles)

        _needs = d.pop("needs", UNSET)
        needs: PageFieldView | Unset
        if isinstance(_needs, Unset):
            needs = UNSET
        else:
            needs = PageFieldView.from_dict(_needs)

        _team_goal = d.pop("team_goal", UNSET)
        team_goal: PageFieldView | Unset
        if isinstance(_team_goal, Unset):
            team_goal = UNSET
        else:
            team_goal = PageFieldView.from_dict(_team_goal)

        _notes = d.pop("notes", UNSET)
        notes: PageFieldView | Unset
        if isinstance(_notes, Unset):
            notes = UNSET
        else:
            notes = PageFieldView.from_dict(_notes)

        _what_worked = d.pop("what_worked", UNSET)
        what_worked: PageFieldView | Unset
        if isinstance(_what_worked, Unset):
            what_worked = UNSET
        else:
            what_worked = PageFieldView.from_dict(_what_worked)

        _what_did_not_work = d.pop("what_did_not_work", UNSET)
        what_did_not_work: PageFieldView | Unset
        if isinstance(_what_did_not_work, Unset):
            what_did_not_work = UNSET
        else:
            what_did_not_work = PageFieldView.from_dict(_what_did_not_work)

        _next_time = d.pop("next_time", UNSET)
        next_time: PageFieldView | Unset
        if isinstance(_next_time, Unset):
            next_time = UNSET
        else:
            next_time = PageFieldView.from_dict(_next_time)

        page_view_fields = cls(
            strengths=strengths,
            obstacles=obstacles,
            needs=needs,
            team_goal=team_goal,
            notes=notes,
            what_worked=what_worked,
            what_did_not_work=what_did_not_work,
            next_time=next_time,
        )

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = PageFieldView.from_dict(prop_dict)

            additional_properties[prop_name] = additional_property

        page_view_fields.additional_properties = additional_properties
        return page_view_fields

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> PageFieldView:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: PageFieldView) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
