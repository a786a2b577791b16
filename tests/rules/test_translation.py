"""The one function that every sentence of a page goes through."""

from __future__ import annotations

from chalicelib.rendering import screen_environment


def render(template: str, **facts: object) -> str:
    return screen_environment().from_string(template).render(facts)


def test_values_in_a_sentence_are_escaped_and_the_sentence_is_not() -> None:
    assert render('{{ _("<b>%(name)s</b>", name=name) }}', name="<i>") == "<b>&lt;i&gt;</b>"


def test_a_percent_sign_is_written_twice_with_and_without_facts() -> None:
    assert render('{{ _("100%%") }}') == "100%"
    assert render('{{ _("%(part)s%%", part=5) }}') == "5%"


def test_whole_numbers_have_their_digits_grouped() -> None:
    assert render('{{ _("%(count)s of %(all)s", count=1200, all="1200") }}') == "1,200 of 1200"


def test_one_and_many_have_sentences_of_their_own() -> None:
    text = (
        '{{ ngettext("%(num)s class of %(name)s", "%(num)s classes of %(name)s", n, name="A&B") }}'
    )
    assert [render(text, n=number) for number in (1, 0, 2000)] == [
        "1 class of A&amp;B",
        "0 classes of A&amp;B",
        "2,000 classes of A&amp;B",
    ]


def test_a_sentence_without_facts_becomes_part_of_the_text_around_it() -> None:
    source = screen_environment().compile('<p>{{ _("100%%") }}</p>{{ f(_("<b>")) }}', raw=True)
    assert "<p>100%</p>" in source
    assert "'_'" not in source, "it is asked for when a page is made"


def test_a_sentence_in_an_expression_stays_what_it_was() -> None:
    text = '{{ (_("a") if yes else _("b")) ~ _("c")|upper ~ name }}'
    assert render(text, yes=False, name="<i>") == "bC&lt;i&gt;"
