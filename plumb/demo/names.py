# ruff: noqa: RUF001 - real names have curly apostrophes, odd hyphens and letters that look alike
"""Invented names, in the scripts that a real district's roster has.

Given and family names are drawn independently, so a name that is somebody's is chance. Each script
has its share; the rare ones are there because software breaks on them.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Script:
    """Names that go together, and how many people in a hundred have one of them."""

    share: int
    given: tuple[str, ...]
    family: tuple[str, ...]


def _script(share: int, given: str, family: str) -> Script:
    return Script(share, tuple(given.split()), tuple(family.replace("_", " ").split("|")))


SCRIPTS = (
    _script(
        58,
        "Ada Alder Amos Anka Basil Bellamy Bram Cass Clio Cora Dov Edda Elio Ember Esme Fenn Flora "
        "Gita Greer Hale Hollis Ines Isolde Ivo Jarek Juno Kaia Kit Lark Leif Linnea Lorne Maeve "
        "Marlo Mika Nell Noor Odell Orla Oskar Perrin Petra Quill Rafe Remy Rhoda Rowan Sage "
        "Saskia Sorrel Tamsin Teo Thea Tobin Una Vesper Wren Yara Zadie Zeno",
        "Ashgrove|Barrowclough|Birchall|Brackwater|Calloway|Cinderford|Copperwood|Dunmarrow|"
        "Eastlake|Elderfield|Fallowell|Fernhollow|Garrowby|Glasswright|Greenhalt|Hallowell|"
        "Hartwick|Hazelmere|Inglewood|Ironmonger|Kestrel|Kindlewick|Larkspur|Lindqvist|Longacre|"
        "Marlowe|Merriweather|Millstone|Northam|Oakhurst|Pemberley|Penhallow|Quarrington|"
        "Ravensworth|Rookwood|Rushbrook|Saltmarsh|Silverthorn|Stonebridge|Tanglewood|Thackeray|"
        "Thornbury|Underhill|Vandermeer|Wainwright|Westerly|Whitlock|Winterbourne|Woolcott|Yarrow",
    ),
    _script(
        16,
        "Adrián Belén Camila Dánae Emilio Fermín Graciela Íñigo Joaquín Lucía Maite Noé Óscar "
        "Pilar Renata Sofía Tomás Úrsula Ximena Zoé",
        "Álamo_Ríos|Bermúdez|Castañeda|de_la_Peña|Echeverría|Fuentes_Niño|Güemes|Ibáñez|Lucero|"
        "Montaño|Núñez|Olivares|Peñaloza|Quiñones|Rincón|Sandoval_Vega|Treviño|Ulloa|Villaseñor|"
        "Zúñiga",
    ),
    _script(
        8,
        "Aoife Caoimhe D’Arcy Eoin Ja'Niyah La'Ron Mary-Kate Niamh Anne-Sophie Jean-Luc",
        "O'Marrin|O’Dunleary|D'Ambra|M'Benga|St._Clairmont|Vale-Okafor|Fitz-Hollis|Al-Haddad|"
        "Ng'andu|Lowe-Castellano-Reyes",
    ),
    _script(4, "Thảo Quỳnh Minh-Đức Hoài Ngọc Tường", "Nguyễn|Trần_Lê|Phạm|Đặng|Huỳnh"),
    _script(3, "思远 雨桐 子墨 欣怡 浩然 語嫣", "陈|林|歐陽|趙|郭"),
    _script(3, "ليلى يوسف نور سلمى عمر هناء", "الحكيم|بن_سالم|النجار|عبد_الرحيم|الزهراء"),
    _script(2, "ਗੁਰਲੀਨ ਹਰਮਨ ਜਸਪ੍ਰੀਤ ਅਮਨਦੀਪ ਸਿਮਰਨ", "ਗਿੱਲ|ਸੰਧੂ|ਧਾਲੀਵਾਲ|ਬਰਾੜ"),
    _script(2, "Милана Богдан Злата Ярослав", "Вербицкая|Коваль|Черненко|Лозинская"),
    _script(1, "하윤 서준 지우", "김|남궁|황보"),
    _script(1, "आरव दिव्या ईशान", "जोशी|वर्मा|अय्यर"),
    _script(
        1, "Þóra Łukasz Øystein Çağla Kahiau", "Þorsteinsdóttir|Żółkiewski|Kealoha‑Nāone|Yılmaz"
    ),
    _script(1, "X Bo Maximiliana-Theodora-Ekaterina", "Li|Ó|Hohenwarter-Pappenheimer"),
)
_SHARES = [script.share for script in SCRIPTS]


@dataclass(frozen=True, slots=True)
class Name:
    """One person's name."""

    given: str
    family: str


def draw(random: Random) -> Name:
    """Draw a name; given and family name are of one script."""
    (script,) = random.choices(SCRIPTS, weights=_SHARES)
    return Name(random.choice(script.given), random.choice(script.family))


def latin_handle(name: Name) -> str:
    """Return the name in a-z and dots, or nothing when its script has no such letters.

    >>> latin_handle(Name("Sofía", "de la Peña")), latin_handle(Name("思远", "陈"))
    ('sofia.delapena', '')
    """
    parts = [_ascii(name.given), _ascii(name.family)]
    return ".".join(parts) if all(parts) else ""


def _ascii(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "".join(character for character in bare.lower() if character.isalnum())
