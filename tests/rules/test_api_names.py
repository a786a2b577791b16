"""The API's words where the domain has others: names, pointers, values."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, Field, TypeAdapter

from chalicelib.web.names import names_of, point_at
from chalicelib.web.representation import Representation, show_as


class NamedQuestion(BaseModel):
    item: str = Field(validation_alias="item_id")


class NamedPart(BaseModel):
    students: tuple[str, ...] = Field(default=(), validation_alias="student_ids")


class SentBody(BaseModel):
    color: str = Field(default="", validation_alias="color")
    versions: dict[str, tuple[NamedQuestion, ...]] | None = None
    left_out: NamedPart = NamedPart()


@pytest.mark.parametrize(
    ("pointer", "shown"),
    [
        ("/color", "/color"),
        ("/versions/B/0/item", "/versions/B/0/item_id"),
        ("/left_out/students/3", "/left_out/student_ids/3"),
        ("/versions/C", "/versions/C"),
        ("/nowhere/item", "/nowhere/item"),
        ("query:color", "query:color"),
        ("header:If-Match", "header:If-Match"),
        ("", ""),
    ],
)
def test_a_pointer_is_in_the_names_of_the_request(pointer: str, shown: str) -> None:
    assert point_at(pointer, SentBody) == shown
    assert point_at(pointer, None) == pointer


def test_parameters_are_named_as_clients_send_them() -> None:
    assert names_of(SentBody) == ["color", "versions", "left_out"]


def test_a_field_and_a_stored_value_are_shown_in_the_words_of_the_api() -> None:
    class Shown(Representation):
        by: str = Field(serialization_alias="created_by_id")
        state: Annotated[str, show_as({"cancelled": "canceled"}, Literal["canceled", "done"])]

    assert Shown(by="dana", state="cancelled").to_json() == {
        "created_by_id": "dana",
        "state": "canceled",
    }
    assert Shown(by="dana", state="done").to_json()["state"] == "done"
    word = Annotated[str, show_as({"row-errors": "row_errors"}, str)]
    assert TypeAdapter(word).dump_python("row-errors") == "row_errors"
