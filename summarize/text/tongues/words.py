"""The words of languages besides English: tokens, stems, which carry news, which say no.

What `terms` gives of English, in the form that `terms` gives it: keys to compare, never to show.
Scripts without blanks, and Korean, whose endings no stemmer here knows, become pairs of
neighbouring signs, which serve as words in searching them (Nie, Gao, Zhang and Zhou 2000).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from summarize.counted import SIGNS
from summarize.text.tongues.saying import saying
from summarize.text.tongues.spelling import plain, spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 64  # letters of a word that count, as in `terms`
_HANGUL = r"\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"
_APART = f"[{SIGNS}{_HANGUL}]"

_SNOWBALL = {
    "be": "russian", "bg": "russian", "ca": "catalan", "cs": "czech",
    "da": "danish", "de": "german", "el": "greek", "es": "spanish", "et": "estonian",
    "eu": "basque", "fa": "persian", "fi": "finnish", "fr": "french", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sk": "czech", "sr": "serbian",
    "sv": "swedish", "ta": "tamil", "tr": "turkish", "uk": "russian",
}  # fmt: skip
# The Russian stemmer knows the endings of Ukrainian once they are spelled in Russian letters.
_RUSSIAN_LETTERS = str.maketrans("іїєґў", "ииегу")
_NO_MARKS = frozenset({"ar", "he", "fa", "ur"})  # whose vowel signs few texts write
_NOT_SAID = str.maketrans("", "", "\u0640\u200c\u200d\u200e\u200f'’ʼ׳״\"")

# All letters in front that may be particles go, the root's own with them: so a word is cut alike
# with one particle, with two and with none.
_HEBREW_FRONT = re.compile("^[והבכלמש]+(?=.{3})")
_HEBREW_END = re.compile("(?<=.{3})(?:ים|ות|יים|ה|ת)$")

# Arabic by light stemming (Larkey, Ballesteros and Connell 2007), here as often as something fits,
# so that "ألمانيا" and "الألمانية" are cut alike: its articles, with "and", "in" or "to", and what
# is behind a noun or a verb for its number, its gender or whose it is.
_ARABIC_FRONT = re.compile("^(?:[وف]|[بك]?ال|لل)+(?=.{3})")
_ARABIC_END = re.compile("(?<=.{3})(?:تها|تهم|ته|ها|هم|ان|ات|ون|ين|وا|يا|ية|يه|اء|ه|ة|ي|ت|ا)$")

_NO = """
ar: لا لم لن ليس ليست ما غير دون بدون
be: не няма ніхто нічога без
bg: не няма никой нищо без
ca: no cap mai ningú res sense
cs: ne ani bez není nejsou nebyl nebyla nebylo nebyli nikdo nic nikdy žádný žádná žádné
da: ikke ingen aldrig uden
de: nicht kein keine keinen keiner keinem nie niemand ohne
el: δεν δε μην μη όχι χωρίς κανείς ποτέ τίποτα ούτε
es: no ni sin nunca nadie ninguno
fa: نه نیست بدون هیچ
fi: ei eivät älä ilman
fr: ne n pas ni sans jamais aucun aucune
he: לא אין בלי אינו אינה אינם
hi: नहीं न मत बिना ना
hr: ne nije nisu bez nitko ništa
hu: nem ne nincs sem nélkül
id: tidak bukan tanpa belum
it: non né senza mai nessuno
ja: ない なか ませ ぬ
ko: 않았 않는 않고 없다 없는 없었 아니 못했
nl: niet geen nooit niemand zonder
no: ikke ingen aldri uten
pl: nie bez nigdy nikt nic żaden
pt: não nem sem nunca ninguém nenhum nenhuma
ro: nu fără nici nimeni
ru: не нет ни без никогда никто ничего
sk: nie ani bez nikto nič nikdy
sl: ne ni niso brez nihče
sr: не није нису без ne nije
sv: inte ingen aldrig utan
tr: değil yok hiç
uk: не ні немає без ніхто нічого ніколи
ur: نہیں نہ بغیر
vi: không chưa chẳng đừng
zh: 不 没 沒 未 无 無 非 否
"""


def tokens(text: str, language: str) -> list[str]:
    """Return the words and numbers of a text in order, lower case; of runs of signs, the pairs."""
    return list(_tokens(plain(unicodedata.normalize("NFKC", text), language), language))


def units(text: str, language: str) -> list[str]:
    """Return the words of a text as its readers count them: like `tokens`, but sign by sign."""
    found: list[str] = []
    for match in _pattern().finditer(unicodedata.normalize("NFKC", text)):
        signs = match.lastgroup == "signs"
        found += list(match[0]) if signs else filter(None, [_key(match[0][:_LONGEST], language)])
    return found


def _tokens(text: str, language: str) -> Iterator[str]:
    for match in _pattern().finditer(text):
        found = match[0]
        if match.lastgroup == "signs":
            if len(found) == 1:
                yield found
            yield from (found[at : at + 2] for at in range(len(found) - 1))
        elif word := _key(found[:_LONGEST], language):
            yield word


@lru_cache(maxsize=1 << 16)
def _key(word: str, language: str) -> str:
    key = word.lower().translate(_NOT_SAID)
    if language in _NO_MARKS:
        key = "".join(char for char in key if unicodedata.category(char) != "Mn")
    return key if key[:1].isdigit() else key.replace(".", "")


@lru_cache(maxsize=1)
def _pattern() -> Any:
    """Return the pattern of a word: signs that run on, or letters with their vowel signs.

    An apostrophe parts words of the Latin script, where an article is before it, and is part of
    them in others, where it is a letter or marks a short form.
    """
    import regex

    letter = rf"[[\p{{L}}\p{{N}}]--{_APART}]"
    inner = rf"[[\p{{L}}\p{{N}}\p{{M}}\u0640\u200c\u200d]--{_APART}]"
    joint = (
        r"(?:(?<=\p{N})[.,](?=\p{N})|(?<=\p{L})\.(?=\p{Lu})|(?<!\p{Latin})['’ʼ׳]"
        r"|(?<=\p{Hebrew})[\"״](?=\p{Hebrew}(?!\p{Hebrew})))"
    )
    return regex.compile(
        rf"(?V1)(?P<signs>{_APART}+)|(?P<word>{letter}{inner}*(?:{joint}{letter}{inner}*)*)"
    )


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str) -> str:
    """Return the stem of a word by Snowball; where it has no stemmer, the word.

    Of Hebrew and Arabic, what is left without the particles in front and the endings.
    """
    word = spelled(word, language)
    if language == "he":
        return _HEBREW_END.sub("", _HEBREW_FRONT.sub("", word))
    if language == "ar":
        return _arabic(word)
    if language in ("uk", "be"):
        word = word.translate(_RUSSIAN_LETTERS)
    name = _SNOWBALL.get(language)
    return str(_stemmer(name).stemWord(word)) or word if name else word


def _arabic(word: str) -> str:
    """Return the stem of an Arabic word. Those of three letters may differ by ى and ي alone."""
    if len(word) > 3 and word[-1] == "ى":
        word = word[:-1] + "ي"
    word = _ARABIC_FRONT.sub("", word)
    while (shorter := _ARABIC_END.sub("", word)) != word:
        word = shorter
    return word


def is_content(word: str, language: str) -> bool:
    """Return whether a token carries news: no function word, and more than a letter."""
    if len(word) < 2 and not word.isdigit() and not _is_sign(word):
        return False
    stops = _stops(language)
    if _plain(word, language) in stops or _is_hiragana(word):
        return False
    return not (len(word) == 2 and _is_sign(word[0]) and word[0] in stops and word[1] in stops)


def is_content_stem(word: str, language: str) -> bool:
    """Return whether a stem is that of a content word."""
    return word not in _stop_stems(language) and is_content(word, language)


def content(text: str, language: str) -> tuple[str, ...]:
    """Return the stems of the content words of a text, in order, repeats included."""
    words = tokens(text, language)
    return tuple(stem(word, language) for word in words if _carries(word, language))


_carries = lru_cache(maxsize=1 << 16)(is_content)


def negates(text: str, language: str) -> bool:
    """Return whether a text says no to anything, as far as a word of its own says so."""
    no = _negations(language)
    if language == "zh":
        return not no.isdisjoint(text)
    return not no.isdisjoint(tokens(text, language))


@lru_cache(maxsize=1 << 6)
def _negations(language: str) -> frozenset[str]:
    rows = (row.partition(": ") for row in _NO.splitlines())
    return frozenset(word for code, _, words in rows if code == language for word in words.split())


def _is_sign(word: str) -> bool:
    return word[0] >= "\u1100" and not word[0].isdecimal()


def _is_hiragana(word: str) -> bool:
    return all("\u3041" <= char <= "\u309f" for char in word)


@lru_cache(maxsize=1 << 6)
def _stops(language: str) -> frozenset[str]:
    """Return the function words of a language: what the library lists, and what says no or who."""
    import stopwordsiso

    entries = [*_negations(language), *saying(language)]
    if stopwordsiso.has_lang(language):
        entries += stopwordsiso.stopwords(language)
    listed = (tokens(entry, language) for entry in entries)
    return frozenset(_plain(own[0], language) for own in listed if len(own) == 1)


def _plain(word: str, language: str) -> str:
    """Return a word as lists are searched: that of Greek has no accents."""
    if language != "el":
        return spelled(word, language)
    bare = unicodedata.normalize("NFD", word)
    return "".join(char for char in bare if not unicodedata.combining(char))


@lru_cache(maxsize=1 << 6)
def _stop_stems(language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in _stops(language))


@lru_cache(maxsize=1 << 5)
def _stemmer(name: str) -> Any:
    import Stemmer

    return Stemmer.Stemmer(name)
