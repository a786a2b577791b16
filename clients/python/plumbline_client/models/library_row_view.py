from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.library_row_view_links import LibraryRowViewLinks


T = TypeVar("T", bound="LibraryRowView")


@_attrs_define
class LibraryRowView:
    """A finished Mastery Process in a list.

    Attributes:
        id (str): The Mastery Process's id.
        name (str): The process's name.
        team_id (str): The data team's id.
        team_name (str): The data team's name.
        school_id (None | str): The team's school; null for a team of the whole district.
        year (str): The school year in which it began.
        locked_at (datetime.datetime): When it was finished.
        growth_message (str): Its outcome, in words.
        links (LibraryRowViewLinks): Where to go on.
        subjects (list[str]): The subjects of its tests.
        grades (list[str]): The grades of its tests.
        standards (list[str]): The codes of the standards that its tests assess.
        test_titles (list[str]): The titles of its tests.
        school_name (None | str | Unset): The school's name; null without a school.
    """

    id: str
    name: str
    team_id: str
    team_name: str
    school_id: None | str
    year: str
    locked_at: datetime.datetime
    growth_message: str
    links: LibraryRowViewLinks
    subjects: list[str]
    grades: list[str]
    standards: list[str]
    test_titles: list[str]
    school_name: None | str | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        team_id = self.team_id

        team_name = self.team_name

        school_id: None | str
        school_id = self.school_id

        year = self.year

        locked_at = self.locked_at.isoformat()

        growth_message = self.growth_message

        links = self.links.to_dict()

        subjects = self.subjects

        grades = self.grades

        standards = self.standards

        test_titles = self.test_titles

        school_name: None | str | Unset
        if isinstance(self.school_name, Unset):
            school_name = UNSET
        else:
            school_name = self.school_name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "team_id": team_id,
                "team_name": team_name,
                "school_id": school_id,
                "year": year,
                "locked_at": locked_at,
                "growth_message": growth_message,
                "links": links,
                "subjects": subjects,
                "grades": grades,
                "standards": standards,
                "test_titles": test_titles,
            }
        )
        if school_name is not UNSET:
            field_dict["school_name"] = school_name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.library_row_view_links import LibraryRowViewLinks  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        team_id = d.pop("team_id")

        team_name = d.pop("team_name")

        def _parse_school_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        school_id = _parse_school_id(d.pop("school_id"))

        year = d.pop("year")

        locked_at = datetime.datetime.fromisoformat(d.pop("locked_at"))

        growth_message = d.pop("growth_message")

        links = LibraryRowViewLinks.from_dict(d.pop("links"))

        subjects = cast(list[str], d.pop("subjects"))

        grades = cast(list[str], d.pop("grades"))

        standards = cast(list[str], d.pop("standards"))

        test_titles = cast(list[str], d.pop("test_titles"))

        def _parse_school_name(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        school_name = _parse_school_name(d.pop("school_name", UNSET))

        library_row_view = cls(
            id=id,
            name=name,
            team_id=team_id,
            team_name=team_name,
            school_id=school_id,
            year=year,
            locked_at=locked_at,
            growth_message=growth_message,
            links=links,
            subjects=subjects,
            grades=grades,
            standards=standards,
            test_titles=test_titles,
            school_name=school_name,
        )

        library_row_view.additional_properties = d
        return library_row_view

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
