"""The words of the demonstration framework: our own, for nine grades and two subjects.

A strand has one phrase per grade, K to 8, and stems that are completed with it. A standard is one
stem of one strand in one grade: `M.3.WN.2` is the second stem of *Whole Numbers* in grade 3.
"""

from __future__ import annotations

from dataclasses import dataclass

GRADES = ("KG", "01", "02", "03", "04", "05", "06", "07", "08")


@dataclass(frozen=True, slots=True)
class Strand:
    """A strand of a subject: its code, its name, nine phrases and the stems that take them."""

    code: str
    name: str
    phrases: tuple[str, ...]
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DemoSubject:
    """A subject of the framework and its strands."""

    code: str
    name: str
    strands: tuple[Strand, ...]


def _strand(code: str, name: str, phrases: str, stems: str) -> Strand:
    return Strand(code, name, _lines(phrases), _lines(stems))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines())


MATHEMATICS = DemoSubject(
    "M",
    "Mathematics",
    (
        _strand(
            "WN",
            "Whole Numbers and Beyond",
            """numbers up to 20
            numbers up to 120
            numbers up to 1,000
            numbers up to 10,000
            numbers up to one million
            decimals down to thousandths
            positive and negative rational numbers
            rational numbers in every written form
            rational and irrational numbers""",
            """Say, read and write {} and match each way of writing to the others.
            Put {} in order and tell a partner how the larger one gives itself away.
            Take {} apart in two useful ways and put them back together.
            Place {} on a line and defend the spot that was chosen.""",
        ),
        _strand(
            "AS",
            "Putting Together and Taking Away",
            """groups of up to 10 objects
            sums and differences to 20
            sums and differences to 100
            sums and differences to 1,000
            sums and differences of many-digit numbers
            sums and differences of decimals
            sums and differences of signed numbers
            sums and differences of algebraic terms
            sums and differences in scientific notation""",
            """Find {} with a drawing, a number line and a written method.
            Write and solve a story about {} in which the unknown can be anywhere.
            Check {} by undoing the work, and correct it if it does not check.
            Choose the quickest honest way to find {} and say why it is quick.""",
        ),
        _strand(
            "GR",
            "Equal Groups",
            """pairs and fair shares
            skip counts by 2, 5 and 10
            rows and columns of up to 5
            products and quotients within 100
            products of two-digit numbers
            quotients with two-digit divisors
            ratios of two quantities
            constant rates
            lines through the origin""",
            """Show {} with counters, a sketch and a number sentence.
            Use {} to answer a question that comes from outside school.
            Explain how one fact about {} hands over a second fact for free.
            Solve a two-step problem that uses {} and estimate its answer first.""",
        ),
        _strand(
            "FR",
            "Parts of a Whole",
            """halves made by folding
            halves and quarters of shapes
            halves, thirds and quarters of a length
            unit fractions and their multiples
            fractions with unlike denominators
            fractions multiplied by fractions
            fractions divided by fractions
            percents of a quantity
            repeating decimals""",
            """Make {} and name the whole that each one belongs to.
            Tell when two amounts that come from {} are worth the same, and prove it with a picture.
            Compare {} without drawing and then check with a drawing.
            Use {} to share, scale or measure something real.""",
        ),
        _strand(
            "ME",
            "Measuring",
            """longer, heavier and fuller things
            lengths in equal steps
            lengths in centimeters and inches
            areas covered by unit squares
            angles and converted units
            volumes packed with unit cubes
            surface areas from nets
            circles and scaled drawings
            volumes of round solids""",
            """Measure {} with a fitting tool and give the unit with the number.
            Estimate {} first and keep a record of how far off the estimate was.
            Solve problems about {} in which something must be found on the way.""",
        ),
        _strand(
            "SH",
            "Shapes and Space",
            """flat and solid shapes
            corners and sides
            shapes with given faces
            four-sided shapes
            lines of symmetry
            points on a grid
            polygons on four quadrants
            triangles from given parts
            slides, flips and turns""",
            """Sort {} by what they have in common and name the rule of the sort.
            Draw or build {} from a description alone.
            Decide whether a claim about {} is always, sometimes or never true.""",
        ),
        _strand(
            "DA",
            "Data and Chance",
            """objects sorted into two piles
            tallies with three choices
            picture graphs
            scaled bar graphs
            line plots of fractions
            measurements that repeat
            spread and center of a data set
            random samples
            scatter plots""",
            """Make {} for a question that the class has asked.
            Read {} and answer how many more, how many less and how many in all.
            Say what {} cannot tell, and what should be asked next.""",
        ),
    ),
)

LANGUAGE = DemoSubject(
    "L",
    "English Language Arts",
    (
        _strand(
            "SO",
            "Sounds and Spelling",
            """first sounds and rhymes
            short and long vowels
            vowel teams
            two-syllable words
            common beginnings and endings of words
            Greek and Latin word parts
            words borrowed from other languages
            words that sound alike
            technical words of a subject""",
            """Hear, say and point out {} in a spoken sentence.
            Read {} at a pace that keeps the meaning together.
            Spell {} and use a pattern to correct a slip.""",
        ),
        _strand(
            "ST",
            "Stories and Poems",
            """stories read aloud
            stories with a problem
            fables and folk tales
            chapter books
            poems and plays
            two versions of one tale
            stories with different voices
            stories set in another time
            works that borrow from older works""",
            """Retell {} in order and keep the part that everything turns on.
            Describe how somebody in {} changes, with words from the page.
            Work out what {} want the reader to take home.
            Explain how a word or a line makes {} sound the way they do.""",
        ),
        _strand(
            "IN",
            "Texts That Inform",
            """picture books about real things
            labels and captions
            how-to texts
            articles with headings
            accounts of one event
            texts with charts
            arguments with reasons
            texts that disagree
            speeches and founding documents""",
            """Find the main point of {} and two details that hold it up.
            Use the layout of {} to find a fact without reading every word.
            Link two ideas in {} by cause, by order or by contrast.
            Judge whether {} give enough reason to be believed.""",
        ),
        _strand(
            "WR",
            "Writing",
            """pictures with a sentence
            three sentences on one topic
            a beginning, a middle and an end
            paragraphs with a reason each
            several paragraphs in order
            pieces that quote a source
            claims with evidence
            claims that answer an objection
            essays from several sources""",
            """Plan {} with a reader in mind before the first line.
            Write {} that tell about something that happened.
            Write {} that explain how something works.
            Improve {} after a comment, and say what the change did.""",
        ),
        _strand(
            "GR",
            "Sentences",
            """capital letters and full stops
            nouns with matching verbs
            past, present and future
            joined sentences
            commas in a list
            sentences with a clause that leans on another
            pronouns that point clearly
            phrases put where they belong
            active and passive voice""",
            """Recognize {} in a text written for this grade.
            Use {} correctly when writing at first go.
            Repair a paragraph in which {} have gone wrong.""",
        ),
        _strand(
            "VO",
            "Words and Their Meanings",
            """words for feelings
            words that mean nearly the same
            opposites and shades
            words with several meanings
            sayings and comparisons
            words that carry an attitude
            words of one family
            figures of speech
            ironies and plays on words""",
            """Guess the meaning of {} from the lines around them.
            Sort {} by strength and explain the order.
            Use {} in talk and in writing within a week of meeting them.""",
        ),
        _strand(
            "SP",
            "Speaking and Listening",
            """one turn at a time
            questions to a partner
            news shared with the class
            a short report from notes
            a talk with one exhibit
            a summary of a talk
            a discussion with set roles
            a debate with a time limit
            a reply to a speaker's reasoning""",
            """Take part in {} and build on the last speaker's idea.
            Prepare {} and give it so that the back row can follow.
            Name what was strong in {} and one thing to try next.""",
        ),
    ),
)

SUBJECTS = (MATHEMATICS, LANGUAGE)
