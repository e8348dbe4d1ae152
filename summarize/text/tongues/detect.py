"""Which language a text is in: by its script, its little words, or a library.

English is told by its little words alone, in microseconds, so that it pays nothing for the others.
A script that one language has tells that language. Between languages of one script decides
py3langid, a naive Bayes classifier over byte sequences (Lui and Baldwin 2012), loaded when asked.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from summarize.text.tongues.force import ENGLISH

_LOOK = 20_000  # characters among which paragraphs are looked for
_SAMPLE = 3_000  # characters of them that are enough to know a language by
_PARAGRAPH = 60  # characters of a line that is no menu and no heading
_LEAST = 40  # letters; of fewer nothing is said
_SURE = 0.6  # of the library's probability; names in a list come to less
# Share of little words in English text: 0.22 to 0.5 in articles of Multi-News and MultiLing; in
# other languages 0.08 at most (2026-11). What lies between is left to the library.
_ENGLISH_SHARE = 0.17
# Less of them is enough in a longer text that has words which no neighbour of English has: news
# full of names has 0.166 and 0.066 (2026-11).
_ENGLISH_LESS, _PLAIN_SHARE, _LONG = 0.15, 0.05, 100
_KANA = 0.05  # of the signs of a text: Japanese has five to ten times as many, Chinese none

_LITTLE = frozenset(
    "the of and to for that with was is are be by from at as it his her they their this have has"
    " had were not but who which will would been said an on in he she after about its".split()
)
_PLAIN = frozenset("the and with from that this which their".split())

# The scripts that are told apart, and the language of those that only one of ours is written in.
_SCRIPTS = {
    "latin": (r"A-Za-z\u00c0-\u024f\u1e00-\u1eff", ""),
    "cyrillic": (r"\u0400-\u052f", ""),
    "arabic": (r"\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefe", ""),
    "devanagari": (r"\u0900-\u097f", ""),
    "greek": (r"\u0370-\u03ff\u1f00-\u1fff", "el"),
    "hebrew": (r"\u0590-\u05ff\ufb1d-\ufb4f", "he"),
    "hangul": (r"\u1100-\u11ff\u3130-\u318f\uac00-\ud7af", "ko"),
    "kana": (r"\u3041-\u30ff\uff66-\uff9f", "ja"),
    "han": (r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff", "zh"),
    "thai": (r"\u0e00-\u0e7f", "th"),
    "bengali": (r"\u0980-\u09ff", "bn"),
    "tamil": (r"\u0b80-\u0bff", "ta"),
    "armenian": (r"\u0530-\u058f", "hy"),
    "georgian": (r"\u10a0-\u10ff", "ka"),
}

# What the library chooses from: the more languages, the more it errs.
_CHOICE = (
    "en fr de es pt it nl ca ro cs sk pl hu hr sl da sv no fi et lt lv tr vi id sq eu "
    "ru uk be bg mk sr kk mn ar fa ur hi mr ne"
)

NAMES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan",
    "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "kk": "Kazakh", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian",
    "mn": "Mongolian", "mr": "Marathi", "ne": "Nepali", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak",
    "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish", "ta": "Tamil",
    "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip


def language(text: str) -> str | None:
    """Return the ISO 639-1 code of a text's language, or None where too little of it is known."""
    return _language(text[:_LOOK])


@lru_cache(maxsize=512)  # asked of each article several times; a batch has some hundred in hand
def _language(text: str) -> str | None:
    """Return the language of a text by its little words, else by its script; None if unsure."""
    if _is_english(text[:_SAMPLE]):
        return ENGLISH
    lines = [line for line in text.splitlines() if len(line) >= _PARAGRAPH]
    sample = ("\n".join(lines) or text)[:_SAMPLE]
    if _is_english(sample):
        return ENGLISH
    counts = {
        name: len(re.findall(f"[{letters}]", sample)) for name, (letters, _) in _SCRIPTS.items()
    }
    if counts["kana"] >= _KANA * (counts["kana"] + counts["han"]) > 0:
        counts["kana"] += counts["han"]
    # A sign tells as much as two or three letters.
    wide = {"kana": 3, "han": 3, "hangul": 2}
    counts = {name: count * wide.get(name, 1) for name, count in counts.items()}
    script = max(counts, key=lambda name: counts[name])
    if counts[script] < _LEAST or 2 * counts[script] < sum(counts.values()):
        return None
    return _SCRIPTS[script][1] or _chosen(sample)


def _is_english(sample: str) -> bool:
    pieces = sample.lower().split()
    little = sum(map(_LITTLE.__contains__, pieces))
    if little >= _ENGLISH_SHARE * len(pieces) > 1:
        return True
    plain = sum(map(_PLAIN.__contains__, pieces))
    less = little >= _ENGLISH_LESS * len(pieces) and plain >= _PLAIN_SHARE * len(pieces)
    return less and len(pieces) >= _LONG


def _chosen(sample: str) -> str | None:
    """Return which language the library takes a text for, if it is sure."""
    found, sure = _identifier().classify(sample)
    return str(found) if sure >= _SURE else None


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(set(_CHOICE.split()) & set(identifier.labels))
    return identifier
