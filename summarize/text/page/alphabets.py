"""Which single-byte encoding a Latin text is in: the one in which it has its language's letters.

Statistics of signs cannot tell Windows-1252, -1254 and -1250 apart, since each makes letters of
all bytes. But "Erdoðan" and "rozpoèet" have letters that no Turkish and no Czech word has.
"""

from __future__ import annotations

from collections import Counter

from summarize.text.tongues.detect import language
from summarize.text.tongues.force import ENGLISH

_CENTRAL = {
    "cs": "áčďéěíňóřšťúůýžöü", "hr": "čćđšž", "hu": "áéíóöőúüű", "pl": "ąćęłńóśźżéö",
    "ro": "ăâîşţ", "sk": "áäčďéíĺľňóôŕšťúýžěřöü", "sl": "čšžćđ", "sq": "ëç",
}  # fmt: skip
# By encoding and language, with those of its neighbours that its papers print often.
_LETTERS = {
    "cp1252": {
        "ca": "àçèéíïòóúü", "da": "æøåéäöü", "de": "äöüßéèà", "es": "áéíñóúüçà",
        "et": "äõöüšž", "eu": "ñçü", "fi": "äöåšž", "fr": "àâæçèéêëîïôœùûüÿáíóñö",
        "id": "éè", "is": "áæðéíóöúýþ", "it": "àèéìíîòóùú", "nl": "éèëïöüáóêíçàôä",
        "no": "æøåéòóôêäöü", "pt": "áâãàçéêíóôõúüñ", "sq": "ëç", "sv": "åäöéüáà",
    },
    "cp1254": {"tr": "çğıöşüâîûİ"},
    "cp1250": _CENTRAL,
    "iso8859-2": _CENTRAL,
    "cp1257": {"lt": "ąčęėįšųūž", "lv": "āčēģīķļņšūž", "et": "äõöüšž"},
}  # fmt: skip
# What stands in texts of any language. It tells less: a "»" is a letter in other encodings.
_MARKS = frozenset("“”„‚‘’«»‹›–—…•·°§€£©®™ªº¿¡\u00a0\u00ad")
_MARK = 0.9
_LEAST = 0.8  # of all that is beyond ASCII; the rest is other people's names
_SURELY = 0.95  # without a doubt, whatever other encodings make of it


def encoding_by_letters(sample: bytes) -> str | None:
    """Return the encoding in which a text has the letters of its language, None if none is sure."""
    high = Counter(byte for byte in sample if byte >= 0x80)
    western = language(sample.decode("cp1252", "replace"))
    if western == ENGLISH or (
        western in _LETTERS["cp1252"] and _share(high, "cp1252", western) >= _SURELY
    ):
        return "cp1252"
    codes = {name: language(sample.decode(name, "replace")) for name in _LETTERS}
    if not any(codes.values()):  # too short
        shares = {name: _share(high, name, *_LETTERS[name], mark=1) for name in _LETTERS}
        return next((name for name, share in shares.items() if share >= _SURELY), None)
    shares = {
        name: _share(high, name, code) for name, code in codes.items() if code in _LETTERS[name]
    }
    # Texts in Icelandic are taken for others: a language that nobody tells.
    shares.setdefault("cp1252", _share(high, "cp1252", "is"))
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _LEAST else None


def _share(high: Counter[int], encoding: str, *codes: str, mark: float = _MARK) -> float:
    """Return how much of the bytes beyond ASCII is letters of one of some languages, or marks."""
    chars = {byte: bytes([byte]).decode(encoding, "replace") for byte in high}
    marks = sum(high[byte] for byte, char in chars.items() if char in _MARKS)
    letters = 0
    for code in codes:
        own = {*_LETTERS[encoding][code], *_LETTERS[encoding][code].upper()}
        letters = max(letters, sum(high[byte] for byte, char in chars.items() if char in own))
    return (letters + mark * marks) / max(1, high.total())
