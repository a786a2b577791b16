from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

T = TypeVar("T", bound="LibraryPageViewFields")


@_attrs_define
class LibraryPageViewFields:
    """The page's texts, by field. Which keys there are depends on the page.

    Attributes:
        strengths (list[int] | list[str] | str | Unset): *analyze*: what students do well.
        obstacles (list[int] | list[str] | str | Unset): *analyze*: what holds them back.
        needs (list[int] | list[str] | str | Unset): *analyze*: what they need, the most urgent first.
        team_goal (list[int] | list[str] | str | Unset): *goals*: what the team aims at.
        notes (list[int] | list[str] | str | Unset): *goals*: what else to know.
        what_worked (list[int] | list[str] | str | Unset): *reflect*: what worked.
        what_did_not_work (list[int] | list[str] | str | Unset): *reflect*: what did not.
        next_time (list[int] | list[str] | str | Unset): *reflect*: what the team would do next time.
    """

    strengths: list[int] | list[str] | str | Unset = UNSET
    obstacles: list[int] | list[str] | str | Unset = UNSET
    needs: list[int] | list[str] | str | Unset = UNSET
    team_goal: list[int] | list[str] | str | Unset = UNSET
    notes: list[int] | list[str] | str | Unset = UNSET
    what_worked: list[int] | list[str] | str | Unset = UNSET
    what_did_not_work: list[int] | list[str] | str | Unset = UNSET
    next_time: list[int] | list[str] | str | Unset = UNSET
    additional_properties: dict[str, list[int] | list[str] | str] = _attrs_field(
        init=False, factory=dict
    )

    def to_dict(self) -> dict[str, Any]:
        strengths: list[int] | list[str] | str | Unset
        if isinstance(self.strengths, Unset):
            strengths = UNSET
        elif isinstance(self.strengths, list):
            strengths = self.strengths

        elif isinstance(self.strengths, list):
            strengths = self.strengths

        else:
            strengths = self.strengths

        obstacles: list[int] | list[str] | str | Unset
        if isinstance(self.obstacles, Unset):
            obstacles = UNSET
        elif isinstance(self.obstacles, list):
            obstacles = self.obstacles

        elif isinstance(self.obstacles, list):
            obstacles = self.obstacles

        else:
            obstacles = self.obstacles

        needs: list[int] | list[str] | str | Unset
        if isinstance(self.needs, Unset):
            needs = UNSET
        elif isinstance(self.needs, list):
            needs = self.needs

        elif isinstance(self.needs, list):
            needs = self.needs

        else:
            needs = self.needs

        team_goal: list[int] | list[str] | str | Unset
        if isinstance(self.team_goal, Unset):
            team_goal = UNSET
        elif isinstance(self.team_goal, list):
            team_goal = self.team_goal

        elif isinstance(self.team_goal, list):
            team_goal = self.team_goal

        else:
            team_goal = self.team_goal

        notes: list[int] | list[str] | str | Unset
        if isinstance(self.notes, Unset):
            notes = UNSET
        elif isinstance(self.notes, list):
            notes = self.notes

        elif isinstance(self.notes, list):
            notes = self.notes

        else:
            notes = self.notes

        what_worked: list[int] | list[str] | str | Unset
        if isinstance(self.what_worked, Unset):
            what_worked = UNSET
        elif isinstance(self.what_worked, list):
            what_worked = self.what_worked

        elif isinstance(self.what_worked, list):
            what_worked = self.what_worked

        else:
            what_worked = self.what_worked

        what_did_not_work: list[int] | list[str] | str | Unset
        if isinstance(self.what_did_not_work, Unset):
            what_did_not_work = UNSET
        elif isinstance(self.what_did_not_work, list):
            what_did_not_work = self.what_did_not_work

        elif isinstance(self.what_did_not_work, list):
            what_did_not_work = self.what_did_not_work

        else:
            what_did_not_work = self.what_did_not_work

        next_time: list[int] | list[str] | str | Unset
        if isinstance(self.next_time, Unset):
            next_time = UNSET
        elif isinstance(self.next_time, list):
            next_time = self.next_time

        elif isinstance(self.next_time, list):
            next_time = self.next_time

        else:
            next_time = self.next_time

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            if isinstance(prop, list):
                field_dict[prop_name] = prop

            elif isinstance(prop, list):
                field_dict[prop_name] = prop

            else:
                field_dict[prop_name] = prop

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
        d = dict(src_dict)

        def _parse_strengths(data: object) -> list[int] | list[str] | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                strengths_type_1 = cast(list[str], data)

                return strengths_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                strengths_type_2 = cast(list[int], data)

                return strengths_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[str] | str | Unset, data)

        strengths = _parse_strengths(d.pop("strengths", UNSET))

        def _parse_obstacles(data: object) -> list[int] | list[str] | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                obstacles_type_1 = cast(list[str], data)

                return obstacles_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                obstacles_type_2 = cast(list[int], data)

                return obstacles_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[str] | str | Unset, data)

        obstacles = _parse_obstacles(d.pop("obstacles", UNSET))

        def _parse_needs(data: object) -> list[int] | list[str] | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                needs_type_1 = cast(list[str], data)

                return needs_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                needs_type_2 = cast(list[int], data)

                return needs_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[str] | str | Unset, data)

        needs = _parse_needs(d.pop("needs", UNSET))

        def _parse_team_goal(data: object) -> list[int] | list[str] | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                team_goal_type_1 = cast(list[str], data)

                return team_goal_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                team_goal_type_2 = cast(list[int], data)

                return team_goal_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[str] | str | Unset, data)

        team_goal = _parse_team_goal(d.pop("team_goal", UNSET))

        def _parse_notes(data: object) -> list[int] | list[str] | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                notes_type_1 = cast(list[str], data)

                return notes_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                notes_type_2 = cast(list[int], data)

                return notes_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[str] | str | Unset, data)

        notes = _parse_notes(d.pop("notes", UNSET))

        def _parse_what_worked(data: object) -> list[int] | list[str] | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                what_worked_type_1 = cast(list[str], data)

                return what_worked_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                what_worked_type_2 = cast(list[int], data)

                return what_worked_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[str] | str | Unset, data)

        what_worked = _parse_what_worked(d.pop("what_worked", UNSET))

        def _parse_what_did_not_work(
            data: object,
        ) -> list[int] | list[str] | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                what_did_not_work_type_1 = cast(list[str], data)

                return what_did_not_work_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                what_did_not_work_type_2 = cast(list[int], data)

                return what_did_not_work_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[str] | str | Unset, data)

        what_did_not_work = _parse_what_did_not_work(d.pop("what_did_not_work", UNSET))

        def _parse_next_time(data: object) -> list[int] | list[str] | str | Unset:
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, list):
                    raise TypeError()
                next_time_type_1 = cast(list[str], data)

                return next_time_type_1
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            try:
                if not isinstance(data, list):
                    raise TypeError()
                next_time_type_2 = cast(list[int], data)

                return next_time_type_2
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(list[int] | list[str] | str | Unset, data)

        next_time = _parse_next_time(d.pop("next_time", UNSET))

        library_page_view_fields = cls(
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

            def _parse_additional_property(data: object) -> list[int] | list[str] | str:
                try:
                    if not isinstance(data, list):
                        raise TypeError()
                    additional_property_type_1 = cast(list[str], data)

                    return additional_property_type_1
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                try:
                    if not isinstance(data, list):
                        raise TypeError()
                    additional_property_type_2 = cast(list[int], data)

                    return additional_property_type_2
                except (TypeError, ValueError, AttributeError, KeyError):
                    pass
                return cast(list[int] | list[str] | str, data)

            additional_property = _parse_additional_property(prop_dict)

            additional_properties[prop_name] = additional_property

        library_page_view_fields.additional_properties = additional_properties
        return library_page_view_fields

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> list[int] | list[str] | str:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: list[int] | list[str] | str) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
