"""What is asked, as plain text: nothing is lost without a word, and nothing that matters at all."""

from __future__ import annotations

import pytest

from chalicelib.item_imports.model import Line
from chalicelib.item_imports.reading import read
from tests.support.questions import a_choice, an_item, answer, as_qti3, choices


def asked(prompt: str, version: str = "2") -> Line:
    item = an_item(choices("one", "two", prompt=prompt), answer("A"))
    (line,) = read((as_qti3(item) if version == "3" else item).encode()).lines
    return line


def text_of(prompt: str, version: str = "2") -> str:
    item = an_item(choices("one", "two", prompt=prompt), answer("A"))
    report = read((as_qti3(item) if version == "3" else item).encode())
    assert report.items, report.lines[0].reason
    return report.items[0].prompt


MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML">{}</math>'


@pytest.mark.parametrize("version", ["2", "3"])
@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Which   <b>part</b>\n is <i>longest</i>?", "Which part is longest?"),
        ("<p>One.</p><p>Two.</p>", "One.\nTwo."),
        ("One.<br/>Two.", "One.\nTwo."),
        ("<ul><li>a</li><li><p>b</p></li></ul>", "- a\n- b"),
        ("<table><tr><td>x</td><td><p>|y|</p></td></tr><tr><td>1</td><td>2</td></tr></table>",
         "x | |y|\n1 | 2"),
        ("10<sup>12</sup> and H<sub>2</sub>O and x<sup>n+1</sup>", "10^12 and H_2O and x^(n+1)"),
        ("the 3<sup>rd</sup> row", "the 3rd row"),
        ("<ruby>漢<rt>kan</rt></ruby>", "漢 (kan)"),
        ("&lt;b&gt; &amp; <![CDATA[<i>]]>", "<b> & <i>"),
        ("مرحبا &#x1F600;", "مرحبا 😀"),
        ("See <img src='a.png' alt='four rows of beans'/> here.", "See [four rows of beans] here."),
        (f"Is {MATH.format('<mfrac><mn>2</mn><mn>4</mn></mfrac>')} more?", "Is 2/4 more?"),
        (f"{MATH.format('<mn>1</mn><mfrac><mn>1</mn><mn>2</mn></mfrac>')} cups?", "1 1/2 cups?"),
        (MATH.format("<mfrac><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow><mn>2</mn></mfrac>"),
         "(x + 1)/2"),
        (MATH.format("<msup><mi>x</mi><mn>2</mn></msup><mo>=</mo><msqrt><mi>y</mi></msqrt>"),
         "x^2 = sqrt(y)"),
        ("<math alttext='a matrix of ones'><mtable/></math>", "a matrix of ones"),
    ],
)  # fmt: skip
def test_markup_becomes_text(version: str, markup: str, text: str) -> None:
    assert text_of(markup, version) == text


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<img src='a.png' alt='beans'/> How many?", "a.png"),
        ("<img src='line.png' alt=''/> How many?", "decoration"),
        ("<table><tr><td>How many?</td></tr></table>", "table"),
        (MATH.format("<mfrac><mn>2</mn><mn>4</mn></mfrac>"), "2/4"),
        ("x<sup>2</sup>?", "Superscripts"),
    ],
)
def test_what_text_does_not_hold_is_noted(markup: str, said: str) -> None:
    assert said in " ".join(asked(markup).notes)


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ("How many? <img src='a.png'/>", "picture"),
        ("How many? <object type='image/png' data='a.png'/>", "picture"),
        ("How many? <svg/>", "picture"),
        ("Listen. <audio src='a.mp3'/>", "media"),
        ("Watch. <object type='video/mp4' data='a.mp4'/>", "media"),
        (f"Add. {MATH.format('<mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable>')}", "formula"),
        ("You have <printedVariable identifier='N'/> beans.", "templates"),
        ("Read <include href='story.xml'/>.", "shared_stimulus"),
    ],
)
def test_what_is_not_understood_without_it_is_not_taken_over(markup: str, code: str) -> None:
    line = asked(markup)
    assert (line.code, bool(line.reason)) == (code, True)


def test_a_described_object_is_its_description() -> None:
    markup = "<object type='image/svg+xml' data='a.svg'>a clock at <b>three</b></object> What time?"
    assert text_of(markup) == "[a clock at three] What time?"


def test_instructions_for_students_stay_and_others_go() -> None:
    body = (
        "<rubricBlock view='candidate'>Read carefully.</rubricBlock>"
        "<rubricBlock view='scorer tutor'>Two points if ...</rubricBlock>"
        + choices("one", "two")
    )  # fmt: skip
    report = read(an_item(body, answer("A")).encode())
    assert report.items[0].prompt == "Read carefully.\nWhich part is the longest?"
    assert any("scorers" in note for note in report.lines[0].notes)


def test_feedback_is_no_part_of_a_question() -> None:
    item = an_item(
        "<feedbackBlock identifier='F'>Well done</feedbackBlock>"
        + choices("one<feedbackInline identifier='G'>No!</feedbackInline>", "two"),
        answer("A"),
    )
    report = read(item.encode())
    assert report.items[0].choices == ("one", "two")
    assert report.lines[0].notes == ("Its feedback is not taken over.",)


def test_a_picture_of_a_choice_needs_a_description() -> None:
    item = an_item(choices("<img src='a.png' alt='a square'/>", "a circle"), answer("A"))
    assert read(item.encode()).items[0].choices == ("[a square]", "a circle")
    item = an_item(choices("<img src='a.png' alt=''/>", "a circle"), answer("A"))
    assert read(item.encode()).lines[0].code == "choices"


def test_title_and_names_are_told_with_each_question() -> None:
    (line,) = read(a_choice(name="Q-7", title="Parts").encode()).lines
    assert (line.identifier, line.title, line.number) == ("Q-7", "Parts", 1)
