"""The plain text of a question: the import reports each loss, and refuses one that matters."""

from __future__ import annotations

import pytest

from chalicelib.item_imports.model import QuestionLine
from chalicelib.item_imports.reading import read
from tests.support.questions import a_choice, an_item, answer, as_qti3, choices


def read_line(prompt: str, version: str = "2") -> QuestionLine:
    item = an_item(choices("one", "two", prompt=prompt), answer("A"))
    (line,) = read((as_qti3(item) if version == "3" else item).encode()).lines
    return line


def text_of(prompt: str, version: str = "2") -> str:
    item = an_item(choices("one", "two", prompt=prompt), answer("A"))
    report = read((as_qti3(item) if version == "3" else item).encode())
    assert report.items, report.lines[0].reason
    return report.items[0].prompt


STACK = '<mfrac linethickness="{}"><mn>5</mn><mn>2</mn></mfrac>'
MATH = '<math xmlns="http://www.w3.org/1998/Math/MathML">{}</math>'


@pytest.mark.parametrize("version", ["2", "3"])
@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Which   <b>part</b>\n is <i>longest</i>?", "Which part is longest?"),
        ("<p>One.</p><p>Two.</p>", "One.\nTwo."),
        ("One.<br/>Two.", "One.\nTwo."),
        ("<ul><li>a</li><li><p>b</p></li></ul>", "- a\n- b"),
        ("<ol><li>a</li><li><p>b</p></li></ol>", "1. a\n2. b"),
        ("<ol start='3' type='a'><li>a</li><li value='28'>b</li></ol>", "c. a\nab. b"),
        ("<ol reversed='reversed'><li>a</li><li>b</li></ol>", "2. a\n1. b"),
        ("<ol style='list-style-type: upper-roman' start='4'><li>a</li></ol>", "IV. a"),
        ("<ol><li>a<ol type='A'><li>x</li><li>y</li></ol></li><li>b</li></ol>",
         "1. a\nA. x\nB. y\n2. b"),
        ("<ul style='list-style: none'><li>a</li><li>b</li></ul>", "a\nb"),
        ("She said <q>no</q>.", "She said \u201cno\u201d."),
        ("5<span style='vertical-align: super'>2</span>", "5^2"),
        ("<table><tr><td>x</td><td><p>|y|</p></td></tr><tr><td>1</td><td>2</td></tr></table>",
         "x | |y|\n1 | 2"),
        ("<table><tr><td>1</td><td/><td>4</td></tr><tr><td/><td/><td/></tr></table>", "1 | | 4"),
        ("<table><tr><th colspan='2'>n</th><th>m</th></tr></table>", "n | | m"),
        ("Run: <pre>for n in few:\n    if n:\n        print(n)</pre>",
         "Run:\nfor n in few:\n\u00a0\u00a0\u00a0\u00a0if n:\n" + "\u00a0" * 8 + "print(n)"),
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
        (MATH.format(f"<mo>(</mo>{STACK.format('0')}<mo>)</mo><mo>=</mo><mn>10</mn>"),
         "(5 choose 2) = 10"),
        (MATH.format(f"<mo>(</mo><mrow>{STACK.format('0.0em')}</mrow><mo>)</mo>"), "(5 choose 2)"),
        (MATH.format(f"<mfenced>{STACK.format('0pt')}</mfenced>"), "(5 choose 2)"),
        (MATH.format(f"<mo>(</mo>{STACK.format('1px')}<mo>)</mo>"), "(5/2)"),
        (MATH.format("<mn>3</mn><mphantom><mn>7</mn></mphantom>"), "3"),
    ],
)  # fmt: skip
def test_markup_becomes_text(version: str, markup: str, text: str) -> None:
    assert text_of(markup, version) == text


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<img src='a.png' alt='beans'/> How many?", "a.png"),
        ("<img src='line.png' alt=''/><img src='b.png' alt='six beans'/> How many?", "decoration"),
        ("<table><tr><td>How many?</td></tr></table>", "table"),
        (MATH.format("<mfrac><mn>2</mn><mn>4</mn></mfrac>"), "2/4"),
        ("x<sup>2</sup>?", "superscripts"),
        ("Which is <u>not</u> <b>red</b>?", "not (underlined), red (bold)"),
        ("See <a href='https://example.org/x'>here</a>.", "https://example.org/x"),
        (r"Is \(\frac{1}{2}\) more?", r"\(\frac{1}{2}\)"),
        ("<style>p { color: red }</style>How many?", "style sheet"),
        ("<span style='color: #c00'>Note.</span> How many?", "Colors"),
    ],
)
def test_parts_that_text_cannot_hold_are_noted(markup: str, said: str) -> None:
    assert said in " ".join(read_line(markup).notes)


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        ("How many? <img src='a.png'/>", "picture"),
        ("How many? <object type='image/png' data='a.png'/>", "picture"),
        ("How many? <svg/>", "picture"),
        ("Listen. <audio src='a.mp3'/>", "media"),
        ("Watch. <object type='video/mp4' data='a.mp4'/>", "media"),
        (f"Add. {MATH.format('<mtable><mtr><mtd><mn>1</mn></mtd></mtr></mtable>')}", "formula"),
        (MATH.format(STACK.format("0")), "formula"),
        (MATH.format(f"<mo>{{</mo>{STACK.format('0')}<mo>}}</mo>"), "formula"),
        ("<img src='a.png' alt=''/> How many?", "picture"),
        ("<img src='a.png' alt=''/><img src='b.png' alt=''/> How many?", "picture"),
        ("<img src='a.png' alt='' role='presentation'/> How many?", "picture"),
        ("<img src='a.png' alt='image'/> How many?", "picture"),
        ("<img src='a.png' alt='Figure 3.'/> How many?", "picture"),
        ("<img src='x/a.png' alt='a.png'/> How many?", "picture"),
        ("Which <span style='color:red'>word</span> is printed in red?", "colors"),
        ("What does the <font color='#0000ff'>blue</font> word mean? The blue word.", "colors"),
        ("<table><tr><td rowspan='2'>a</td></tr><tr><td>b</td></tr></table>", "table"),
        ("<div style='background-image: url(a.png)'/> What is it?", "picture"),
        ("You have <printedVariable identifier='N'/> beans.", "templates"),
        ("Read <include href='story.xml'/>.", "shared_stimulus"),
    ],
)
def test_questions_that_need_more_than_text_are_not_imported(markup: str, code: str) -> None:
    line = read_line(markup)
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
    assert any("not marked for students" in note for note in report.lines[0].notes)


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
    assert read(item.encode()).lines[0].code == "picture"


def test_a_picture_in_feedback_says_nothing_of_the_one_that_is_asked_about() -> None:
    body = (
        "<feedbackBlock identifier='F'><img src='b.png' alt='a hen'/></feedbackBlock>"
        + choices("one", "two", prompt="<img src='a.png' alt=''/> What is it?")
    )  # fmt: skip
    assert read(an_item(body, answer("A")).encode()).lines[0].code == "picture"


# -- what nobody sees -----------------------------------------------------------------------------


@pytest.mark.parametrize("version", ["2", "3"])
@pytest.mark.parametrize(
    "hidden",
    ["hidden='hidden'", "hidden=''", "style='display:none'", "style='color:red; display: none;'",
     "style='visibility: hidden'", "style='opacity: 0'", "style='font-size: 0px'",
     "style='color: white'", "style='color:#FFF'", "style='color: rgb(255, 255, 255)'",
     "class='qti-visually-hidden'", "class='big qti-hidden'", "style='color: transparent'"],
)  # fmt: skip
def test_invisible_text_is_not_printed(version: str, hidden: str) -> None:
    markup = f"How many?<span {hidden}>It is four, <b>really</b>.</span>"
    assert text_of(markup, version) == "How many?"
    line = read_line(markup, version)
    assert line.notes == ("Text that nobody sees there is not taken over.",)
    item = an_item(choices("one", "two", prompt=f"<b>{markup}</b>"), answer("A"))
    (formatted,) = read(item.encode()).formatted
    assert "four" not in str(formatted)


@pytest.mark.parametrize(
    "seen",
    ["aria-hidden='true'", "style='color: #333'", "style='opacity: 0.5'",
     "style='font-size: 0.9em'", "style='color: white; background-color: navy'",
     "class='hiddenite'", "style='display: block'"],
)  # fmt: skip
def test_visible_parts_are_printed(seen: str) -> None:
    assert text_of(f"How many <span {seen}>beans</span>?") == "How many beans?"


def test_choices_with_other_labels_say_so() -> None:
    item = as_qti3(a_choice()).replace("max-choices", 'class="qti-labels-decimal" max-choices')
    assert any("A, B, C" in note for note in read(item.encode()).lines[0].notes)


def test_a_hidden_choice_is_not_guessed() -> None:
    item = an_item(choices("one", "two"), answer("A"))
    item = item.replace('identifier="B"', 'identifier="B" style="display:none"')
    assert read(item.encode()).lines[0].code == "choices"


# -- choices that read alike ----------------------------------------------------------------------


@pytest.mark.parametrize("version", ["2", "3"])
@pytest.mark.parametrize(
    "texts",
    [("flag", "flag", "bird"), ("a  b", "a b"), ("<b>a</b>", "a"), ("a\u200b", "a"),
     ("caf\u00e9", "cafe\u0301"), ("<u>a</u>b", "a<u>b</u>"), ("a<span hidden=''>b</span>", "a"),
     ("<img src='1.png' alt='flag'/>", "<img src='2.png' alt='flag'/>")],
)  # fmt: skip
def test_choices_that_read_alike_are_refused(version: str, texts: tuple[str, ...]) -> None:
    item = an_item(choices(*texts), answer("A"))
    (line,) = read((as_qti3(item) if version == "3" else item).encode()).lines
    assert line.code == "choices_alike"
    assert "read alike" in line.reason


@pytest.mark.parametrize("texts", [("paris", "Paris"), ("m<sup>2</sup>", "m2"), ("1/2", "1 / 2")])
def test_choices_that_differ_are_imported(texts: tuple[str, ...]) -> None:
    assert read(an_item(choices(*texts), answer("A")).encode()).items


def test_each_question_has_its_title_and_names() -> None:
    (line,) = read(a_choice(name="Q-7", title="Parts").encode()).lines
    assert (line.identifier, line.title, line.number) == ("Q-7", "Parts", 1)
