"""The base classes of every body and every answer at the edge.

The API's words and the domain's may differ: stored data keeps its words. Where they differ, a field
has the domain's name, and its alias is the API's name. A client sends the `validation_alias`, and
gets the `serialization_alias`. Values that are stored in other words go through `show_as`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
)

from chalicelib.frozen_models import TrimmedModel

from .addresses import write_segment


def _on_one_line(given: str) -> str:
    from chalicelib.rendering import one_line, readable

    line = one_line(given)
    if not readable(line):
        msg = "Give it a title that can be read."
        raise ValueError(msg)
    return line


Reference = Annotated[str, Field(min_length=1, max_length=255)]
"""The id of something, as clients send it."""

Title = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(_on_one_line)]
"""A title that people choose: on one line, and it turns no text around it."""

Version = Annotated[
    int,
    Field(
        description="The version: it counts the changes. "
        "Send it as `If-Match`, in quotes, when you change this.",
        examples=[3],
    ),
]
"""Which version of something a client has."""


def show_as(words: Mapping[str, str], shown: Any) -> PlainSerializer:
    """Write a stored value in the API's word; `shown` is the type that a client gets.

    >>> from pydantic import TypeAdapter
    >>> word = Annotated[str, show_as({"cancelled": "canceled"}, str)]
    >>> TypeAdapter(word).dump_python("cancelled")
    'canceled'
    """
    return PlainSerializer(lambda value: words.get(value, value), return_type=shown)


TextOrNull = Annotated[str | None, BeforeValidator(lambda text: text or None)]
"""A day or an instant that is stored blank where there is none."""


class Body(TrimmedModel):
    """The body that a client sends: unknown fields are refused, text is trimmed."""


_MISSING = object()


class Representation(BaseModel):
    """The answer that a client gets; by default the domain object's fields of the same names."""

    model_config = ConfigDict(from_attributes=True, frozen=True, defer_build=True)

    @classmethod
    def of(cls, subject: Any) -> Self:
        """Render a domain object."""
        return cls.model_validate(subject)

    @classmethod
    def take(cls, subject: Any, /, **other: Any) -> Self:
        """Render a domain object that lacks some fields, or has them in another form: `other`."""
        names = [name for name in cls.model_fields if name not in other]
        found = {name: getattr(subject, name, _MISSING) for name in names}
        return cls(**{name: it for name, it in found.items() if it is not _MISSING}, **other)

    def to_json(self) -> dict[str, Any]:
        """Return the answer that a client gets, in the API's words."""
        return self.model_dump(mode="json", by_alias=True)


class AddressedView(Representation):
    """One of a collection, with its address."""

    collection: ClassVar[str]

    id: str
    """The id in the roster. It may hold any character. Example: `S-104`"""
    links: dict[str, str] = {}
    """Where to go on.

    - `self`: The address of this. It works with every character of its id.
    """

    @classmethod
    def of(cls, subject: Any) -> Self:
        """Render a domain object, with its address."""
        made = super().of(subject)
        own = f"/v1/{cls.collection}/{write_segment(made.id)}"
        return made.model_copy(update={"links": {"self": own}})


class UploadView(Representation):
    """A form to upload a file with, once."""

    url: str
    """Where to POST the file, as `multipart/form-data`. Example: `https://files.example.org/`"""
    fields: dict[str, str]
    """The form's fields. Send each as it is, and then the file as `file`."""
    expires_in: int
    """For how many seconds the form works. Example: `3600`"""
    limit: int = Field(serialization_alias="size_limit")
    """The most bytes that the file may have. Example: `26214400`"""
