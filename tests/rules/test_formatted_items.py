"""Formulas, lists and emphasis of imported questions: kept beside the plain text, for paper."""

from __future__ import annotations

import io
from typing import Any

import page as validator
import pypdf
import pytest

from chalicelib.assessments.model import Contents, FormattedTexts
from chalicelib.item_imports.reading import read
from chalicelib.reports import typesetting
from chalicelib.reports.printed_test import PaperPart
from tests.support.printed_tests import a_printed_test
from tests.support.questions import an_item, answer, choices
from tests.support.report_papers import LOCKED

MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML">{}</math>'
HALF = MATH.format("<mfrac><mn>1</mn><mn>2</mn></mfrac>")
QUADRATIC = MATH.format(
    "<mi>x</mi><mo>=</mo><mfrac><mrow><mo>-</mo><mi>b</mi><mo>±</mo><msqrt><msup><mi>b</mi><mn>2</mn>"
    "</msup><mo>-</mo><mn>4</mn><mi>a</mi><mi>c</mi></msqrt></mrow><mrow><mn>2</mn><mi>a</mi></mrow>"
    "</mfrac>"
)
RICH = (
    f"<p>Which is <em>not</em> <strong>equal</strong> to {HALF}?</p>"
    "<ul><li>Look at H<sub>2</sub>O.</li><li>Then at x<sup>2</sup>.</li></ul>"
    f"<ol><li>First {QUADRATIC}</li></ol>"
    "<ol type='A' start='3'><li><s>Then</s> <u>this</u></li></ol>"
    "<table><tr><th>n</th><th>2n</th></tr><tr><td>1</td><td>2</td></tr></table>"
)


def read_formatted(prompt: str, *, first: str = "one") -> FormattedTexts | None:
    item = an_item(choices(first, "two", prompt=prompt), answer("A"))
    report = read(item.encode())
    assert report.items, report.lines[0].reason
    assert len(report.formatted) == 1
    return report.formatted[0]


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        ("Is it <b>this</b> one?", [["p", "Is it ", ["strong", "this"], " one?"]]),
        ("Is it <i>this</i>?", [["p", "Is it ", ["em", "this"], "?"]]),
        ("x<sup>2</sup>", [["p", "x", ["sup", "2"]]]),
        ("<ul><li>a</li><li>b</li></ul>", [["list", [["p", "a"]], [["p", "b"]]]]),
        ("<ol><li>a</li></ol>", [["numbers", [["p", "a"]]]]),
        ("<ol type='i' start='2'><li>a</li><li>b</li></ol>",
         [["labels", ["ii.", "iii."], [["p", "a"]], [["p", "b"]]]]),
        ("Is <u>it</u> <s>so</s>?", [["p", "Is ", ["u", "it"], " ", ["strike", "so"], "?"]]),
        ("<span style='text-decoration: underline'>a</span>", [["p", ["u", "a"]]]),
        ("<p style='font-weight: bold'>a</p>", [["p", ["strong", "a"]]]),
        ("<span class='qti-italic'>a</span>", [["p", ["em", "a"]]]),
        ("<span style='background-color: yellow'>a</span>", [["p", ["mark", "a"]]]),
        ("<b>a<span hidden=''>b</span></b>", [["p", ["strong", "a"]]]),
        ("<q>a</q> <b>b</b>", [["p", "\u201ca\u201d ", ["strong", "b"]]]),
        ("<div style='font-style: italic'><p>a</p><p>b</p></div><i>c</i>",
         [["p", "a"], ["p", "b"], ["p", ["em", "c"]]]),
        (MATH.format('<mo>(</mo><mfrac linethickness="0"><mn>5</mn><mn>2</mn></mfrac><mo>)</mo>'), [
            ["p", ["math", "(5 choose 2)", ["mrow", ["binomial", ["mn", "5"], ["mn", "2"]]]]]
        ]),
        (f"Take {HALF}.", [
            ["p", "Take ", ["math", "1/2", ["mrow", ["mfrac", ["mn", "1"], ["mn", "2"]]]], "."]
        ]),
        (
            "<table><tr><th>n</th></tr><tr><td>1</td></tr></table>",
            [["table", ["row", ["cell", True, ["p", "n"]]], ["row", ["cell", False, ["p", "1"]]]]],
        ),
        (
            "<table><tr><td colspan='2'>a</td></tr><tr><td>b</td><td>c</td></tr></table>",
            [["table", ["row", ["cell", False, ["p", "a"]], ["cell", False]],
              ["row", ["cell", False, ["p", "b"]], ["cell", False, ["p", "c"]]]]],
        ),
        ("<pre>if <b>n</b>:\n  n = 2</pre>",
         [["p", "if ", ["strong", "n"], ":"], ["p", "\u00a0\u00a0n = 2"]]),
    ],
)  # fmt: skip
def test_formatting_of_a_question_is_kept(markup: str, blocks: list[Any]) -> None:
    found = read_formatted(markup)
    assert found is not None
    assert found.prompt == blocks


@pytest.mark.parametrize("markup", ["Which one?", "<p>One.</p><p>Two.</p>", "One.<br/>Two."])
def test_a_plain_question_keeps_nothing_more(markup: str) -> None:
    assert read_formatted(markup) is None


def test_a_formula_that_is_not_set_stays_the_text_it_reads_as() -> None:
    odd = '<math xmlns="m" alttext="three dots"><mmultiscripts><mi>x</mi></mmultiscripts></math>'
    found = read_formatted(f"See <b>here</b>: {odd}.")
    assert found is not None
    assert found.prompt == [["p", "See ", ["strong", "here"], ":  three dots ."]]


def test_choices_keep_theirs() -> None:
    found = read_formatted("Which?", first=f"<p>{HALF}</p>")
    assert found is not None
    assert found.choices[0][0][1][0] == "math"
    assert found.choices[1] == [["p", "two"]]


def test_formatting_is_forgotten_as_soon_as_the_text_is_another() -> None:
    item = read(an_item(choices("one", "two", prompt=RICH), answer("A")).encode())
    named = item.items[0].model_copy(update={"id": "q1"})
    contents = Contents(items=(named,)).with_formatted(item.formatted)
    assert contents.find_formatted(named) is not None
    assert contents.find_formatted(named.model_copy(update={"prompt": "Another?"})) is None
    assert contents.find_formatted(named.model_copy(update={"choices": ("1", "2")})) is None


def test_contents_of_earlier_releases_have_none() -> None:
    assert Contents.model_validate_json('{"items": []}').formatted == {}


def test_it_is_set_on_paper_and_reads_as_it_says() -> None:
    """Italic is not underlined: a question may ask about the underlined word."""
    report = read(an_item(choices("one", f"<p>{HALF}</p>", prompt=RICH), answer("A")).encode())
    item = report.items[0].model_copy(update={"id": "q1"})
    made = a_printed_test(asked=[item], parts=(PaperPart.TEST,), formatted=report.formatted)
    file = typesetting.pdf("test", typesetting.with_codes(made), at=LOCKED)
    found = validator.validate_pdf_bytes(file, profile="ua1")
    assert [(each.rule_id, each.message) for each in found.failures] == []
    reader = pypdf.PdfReader(io.BytesIO(file))
    text = " ".join((reader.pages[0].extract_text() or "").split())
    assert "Which is not equal to" in text
    assert "Look at H" in text
    assert "C. Then this" in text
    assert "^" not in text
    assert "sqrt" not in text
