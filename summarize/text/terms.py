"""Words: how a text becomes tokens, stems and content words.

Keys made here are compared, never shown, so they may be harsher than a dictionary: British and
American spellings fall together, possessives and typographic apostrophes are gone. Where another
language than English is in force, they are what `tongues.words` knows of it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from summarize.text.tongues import words as foreign
from summarize.text.tongues.force import in_force

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD = re.compile(r"[^\W_]++(?:['’.][^\W_]++)*+")
_LONGEST = 64  # letters of a word that count; what is longer is no word
_MANY = 1 << 16  # texts that are kept in mind from one story to the next
_POSSESSIVE = re.compile(r"['’]s?$")

# The closed classes of English: words that carry grammar, not news. Published lists run to 1300
# entries and take "announce", "bill" and "billion" with them, so this one is our own.
FUNCTION_WORDS = frozenset(
    """
    a an the this that these those some any no none each every either neither both all half
    such another other others same own much many more most less least few several enough i me
    my mine myself you your yours yourself yourselves he him his himself she her hers herself
    it its itself we us our ours ourselves they them their theirs themselves one ones oneself
    who whom whose which what whoever whatever whichever someone somebody something anyone
    anybody anything everyone everybody everything nobody nothing am is are was were be been
    being do does did done doing have has had having will would shall should can could may
    might must ought need dare let lets isn't aren't wasn't weren't don't doesn't didn't
    haven't hasn't hadn't won't wouldn't can't couldn't shouldn't mustn't i'm i've i'll i'd
    you're you've you'll you'd he'll he'd she'll she'd it'll we're we've we'll we'd they're
    they've they'll they'd and or but nor so yet if then else than as because since although
    though while whereas unless until till whether when where why how once of in on at by for
    with without from to into onto upon out off over under above below between among amongst
    through throughout during before after about against toward towards within across along
    around behind beyond near up down per via amid despite like unlike not never also too very
    just only even still already again ever always often sometimes here there now later soon
    ago thus hence therefore however moreover meanwhile instead rather quite almost perhaps
    maybe well back away said say says saying told tell tells according added mr mrs ms dr
    """.split()
)

NEGATIONS = frozenset("not no never none nobody nothing neither nor without cannot".split())

_COMPOUND = re.compile(r"\b\w+-[\w-]+")  # a never-seen drone, a no-fly zone
_COUNTRY = frozenset(("US", "U.S", "USA", "U.S.A"))  # not the pronoun

_SPELLING = (
    (re.compile(r"ogramme(s?)$"), r"ogram\1"),
    (re.compile(r"(?<=[^aeiou])our(?=$|s$|ed$|ing$|able$|al|hood|ite|ist)"), "or"),
    (re.compile(r"(?<=[a-z]{3})is(e[sdr]?|ing|ations?)$"), r"iz\1"),
    (re.compile(r"(?<=[a-z]{2})ys(e[sdr]?|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[a-z])ence(s?)$"), r"ense\1"),
    (re.compile(r"(?<=[a-z]{2})tre(s?)$"), r"ter\1"),
    # "travelled", "fuelled"; "killed" has a single vowel before, and its two l's everywhere.
    (re.compile(r"([aeiou][a-z]*?[aeiou])ll(ed|ing|ers?)$"), r"\1l\2"),
)
# What a word must have for any of these to fit.
_RESPELLED = re.compile(r"ogramme|our|is[aei]|ys[ei]|ence|tre|ll")


def tokens(text: str) -> list[str]:
    """Return the words and numbers of a text in order, lower case, without possessives.

    Dots and apostrophes inside a word stay out of the key: "U.S." and "US" are the same.
    """
    if language := in_force():
        return foreign.tokens(text, language)
    return list(_tokens(text))


@lru_cache(maxsize=1 << 14)  # stages ask for those of a sentence one after another, and in a batch
# of several topics in turn
def _tokens(text: str) -> tuple[str, ...]:
    found = _WORD.findall(text)
    if max(map(len, found), default=0) > _LONGEST:
        found = [match[:_LONGEST] for match in found]
    return tuple(map(_token, found))


@lru_cache(maxsize=1 << 16)
def _token(match: str) -> str:
    if match in _COUNTRY:
        return "usa"
    word = match.lower()
    word = _POSSESSIVE.sub("", word) or word
    return word.replace(".", "") if not word[0].isdigit() else word


@lru_cache(maxsize=1 << 16)
def fold(word: str) -> str:
    """Return the word with British spelling made American, roughly: "defence" as "defense"."""
    if len(word) > 4 and word.isascii() and _RESPELLED.search(word):
        for pattern, replacement in _SPELLING:
            word = pattern.sub(replacement, word)
    return word


def stem(word: str) -> str:
    """Return the stem of a lower-case word of the language in force."""
    language = in_force()
    return foreign.stem(word, language) if language else english_stem(word)


def stemming() -> Callable[[str], str]:
    """Return what `stem` is while the language in force stays, for those with many words."""
    return stem if in_force() else english_stem


@lru_cache(maxsize=1 << 16)
def english_stem(word: str) -> str:
    """Return the stem of a lower-case word: Snowball's English stemmer after `fold`.

    For what is known of English alone, whatever language is in force.
    """
    return str(_stemmer().stemWord(fold(word).replace("’", "'")))


def is_content(word: str) -> bool:
    """Return whether a token carries news: no function word, and more than a letter."""
    if language := in_force():
        return foreign.is_content(word, language)
    return _is_content(word)


def _is_content(word: str) -> bool:
    return word.replace("’", "'") not in FUNCTION_WORDS and (len(word) > 1 or word.isdigit())


def is_content_stem(word: str) -> bool:
    """Return whether a stem is that of a content word."""
    if language := in_force():
        return foreign.is_content_stem(word, language)
    return word not in _function_stems() and (len(word) > 1 or word.isdigit())


def content(text: str) -> tuple[str, ...]:
    """Return the stems of the content words of a text, in order, repeats included."""
    language = in_force()
    return _foreign_content(text, language) if language else _content(text)


@lru_cache(maxsize=1 << 16)
def _foreign_content(text: str, language: str) -> tuple[str, ...]:
    return foreign.content(text, language)


# Several stages ask for each sentence of ten thousand articles, one stage after the other: a cache
# with room for fewer would forget each before it is asked for again. 300 bytes a sentence.
@lru_cache(maxsize=1 << 19)
def _content(text: str) -> tuple[str, ...]:
    stems = [_content_stem(word) for word in _tokens(text)]
    return tuple([stem for stem in stems if stem is not None])


def forget() -> None:
    """Forget the texts of a large story, so that a process of many holds no more than one."""
    if _content.cache_info().currsize > _MANY:
        _content.cache_clear()


@lru_cache(maxsize=1 << 16)
def _content_stem(word: str) -> str | None:
    return english_stem(word) if _is_content(word) else None


def numbers(text: str) -> frozenset[str]:
    """Return the tokens of a text that start with a digit."""
    return frozenset([word for word in tokens(text) if word[0].isdigit()])


def negates(text: str) -> bool:
    """Return whether a text says no to anything."""
    if language := in_force():
        return foreign.negates(text, language)
    words = tokens(_COMPOUND.sub(" ", text) if "-" in text else text)
    if not NEGATIONS.isdisjoint(words):
        return True
    short = "'" in text or "’" in text
    return short and any(word.endswith(("n't", "n’t")) for word in words)


@lru_cache(maxsize=1)
def _function_stems() -> frozenset[str]:
    return FUNCTION_WORDS | {english_stem(word) for word in FUNCTION_WORDS}


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("english")
