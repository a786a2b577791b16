"""The API's names of fields, which clients write in place of the domain's names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo


def names_of(model: type[BaseModel]) -> list[str]:
    """Return the names of a model's fields as clients send them."""
    return [_name(own, field) for own, field in model.model_fields.items()]


def point_at(pointer: str, body: type[BaseModel] | None) -> str:
    """Write a pointer into a body in the API's names, whichever words the domain has for them.

    >>> from pydantic import Field
    >>> class Level(BaseModel):
    ...     shade: str = Field(validation_alias="color")
    >>> point_at("/shade", Level), point_at("query:text", Level)
    ('/color', 'query:text')
    """
    if body is None or not pointer.startswith("/"):
        return pointer
    models: list[type[BaseModel]] = [body]
    steps: list[str] = []
    for step in pointer[1:].split("/"):
        field = next((m.model_fields[step] for m in models if step in m.model_fields), None)
        steps.append(_name(step, field) if field else step)
        if field is not None:
            models = list(models_in(field.annotation))
    return "/" + "/".join(steps)


def _name(own: str, field: FieldInfo) -> str:
    alias = field.validation_alias
    return alias if isinstance(alias, str) else own


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every model that an annotation holds, however deep."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for each in get_args(annotation):
        yield from models_in(each)
