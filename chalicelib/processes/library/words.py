"""Words as they are compared in a search: in any script, without case, accents and signs.

A search finds the beginnings of words. Some scripts have no spaces between words, or put articles
and the like before them: there it finds any part of a word.
"""

from __future__ import annotations

import unicodedata

_KEPT = frozenset({7, 8, 9})
"""Combining classes of marks that make another letter: nukta, kana voicing, virama. All others,
such as accents and vowel points, are left out."""
_IN_WORDS = frozenset("LMN")
"""Letters, marks (vowel signs of Indic scripts among them), numbers."""


def fold_words(text: str) -> list[str]:
    """Return the words of a text as they are compared.

    >>> fold_words("Équivalent fractions: 3.NF.1")
    ['equivalent', 'fractions', '3', 'nf', '1']
    """
    return "".join(map(_plain, unicodedata.normalize("NFKD", text).casefold())).split()


def _plain(sign: str) -> str:
    """Return a sign as it is compared: nothing for accents and joiners, a space between words."""
    kind = unicodedata.category(sign)
    if kind == "Cf" or unicodedata.combining(sign) not in _KEPT | {0}:
        return ""
    return sign if kind[0] in _IN_WORDS else " "


def found(text: str, words: str) -> bool:
    """Return whether every word of a text is among folded words; a text without any never is.

    >>> found("frac", "unit fractions"), found("actions", "unit fractions")
    (True, False)
    >>> found("分数", "三年级分数测验")
    True
    """
    sentence = f" {words}"
    wanted = fold_words(text)
    return bool(wanted) and all(_mark_word_start(word) in sentence for word in wanted)


def _mark_word_start(word: str) -> str:
    return f" {word}" if word.isascii() else word
