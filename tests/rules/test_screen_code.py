"""Templates of the console as Python: what they write is what jinja2 writes, and always escaped."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from chalicelib.rendering import screen_environment

HOSTILE = "<script>alert('x')</script>\"&"
INERT = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&#34;&amp;"


class Titled(str):
    """A text of a kind of its own."""

    __slots__ = ()


class Thing:
    """Something that writes itself."""

    def __str__(self) -> str:
        return HOSTILE


def render(template: str, **facts: object) -> str:
    return screen_environment().from_string(template).render(facts)


@pytest.mark.parametrize("value", [HOSTILE, Titled(HOSTILE), Thing()])
@pytest.mark.parametrize(
    "template",
    [
        "{{ value }}",
        "{% macro one(text) %}{{ text }}{% endmacro %}{{ one(value) }}",
        "{% macro one(text='') %}{{ text }}{% endmacro %}{{ one(text=value) }}",
        "{% macro one() %}{{ caller() }}{% endmacro %}{% call one() %}{{ value }}{% endcall %}",
        "{% set kept %}{{ value }}{% endset %}{{ kept }}",
        "{{ held.value }}",
        "{{ _('%(text)s', text=value) }}",
        "{{ '' ~ value }}",
    ],
)
def test_a_value_is_inert_wherever_it_is_written(template: str, value: object) -> None:
    assert render(template, value=value, held={"value": value}) == INERT


def test_markup_is_written_once_and_as_it_is() -> None:
    nested = "{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}{{ b(b(value)) }}{{ bold }}"
    assert render(nested, value="&", bold=Markup("<i>")) == "<b><b>&amp;</b></b><i>"


def test_a_macro_takes_its_parameters_by_place_and_by_name() -> None:
    template = "{% macro one(a, b='B', c=none) %}{{ a }}{{ b }}{{ c }}{% endmacro %}"
    assert render(f"{template}{{{{ one(1, c=3) }}}}{{{{ one(b=2, a=1) }}}}") == "1B312None"
    for wrong in ("one(1, 2, 3, 4)", "one(1, d=4)"):
        with pytest.raises(TypeError):
            render(f"{template}{{{{ {wrong} }}}}")


def test_a_macro_may_be_called_with_a_block_or_without() -> None:
    template = (
        "{% macro one() %}[{% if caller is defined %}{{ caller() }}{% endif %}]{% endmacro %}"
        "{{ one() }}{% call one() %}in{% endcall %}"
    )
    assert render(template) == "[][in]"


def test_a_macro_that_is_made_again_does_not_change_the_first() -> None:
    template = (
        "{% macro one() %}1{% endmacro %}{% macro two() %}2{{ one() }}{% endmacro %}"
        "{{ one() }}{{ two() }}"
    )
    assert render(template) == "121"


def test_fields_of_an_answer_go_before_attributes_but_not_before_methods() -> None:
    held = {"title": "T", "items": [1]}
    template = "{{ held.title }}{{ held['items'] }}{{ held.items()|length }}{{ viewed.title }}"
    assert render(template, held=held, viewed=MappingProxyType(held)) == "T[1]2T"


@pytest.mark.parametrize("template", ["{{ nobody }}", "{{ held.nobody }}", "{{ nobody() }}"])
def test_a_missing_name_is_an_error(template: str) -> None:
    with pytest.raises(UndefinedError):
        render(template, held={})


def test_a_page_changes_nothing_that_the_next_one_knows() -> None:
    environment = screen_environment()
    environment.from_string("{% set _ = 1 %}{% set link = 2 %}{{ _ }}").render(value=1)
    known = environment.from_string("{{ _('Home') }}{{ value is defined }}").render()
    assert known == "HomeFalse"
