"""The author's own voice: sentences in which whoever wrote them speaks of himself or to the reader.

Or gives his own view of the news: "Luckily, ", "It is no secret that", "Make no mistake". The same
words from somebody who is named as saying them are news. English only.
"""

from __future__ import annotations

import re

from summarize.text.page.telling import SPOKEN, telling
from summarize.text.patterns import pattern
from summarize.text.quoting import unquoted
from summarize.text.tongues.force import in_force

_FIRST_PERSON = pattern(
    r"(?<!\.)(?<!\w-)(?<!/)\b(?=[ILMOUWYlmouwy])(?:I|I['’](?:m|ve|d|ll)|[Ww]e|[Mm]y|[Oo]ur|[Uu]s"
    r"|[Yy]ou|[Yy]our|[Ll]et['’]s)\b(?! Weekly|-\w|/\w)"  # and not "pay-as-you-go", "I/O"
)
# Small letters alone, and no words in ''typed marks'', which may be somebody's: "he told me".
_ME = pattern(r"(?<![\w’'-])(?:me|myself|yourself|yourselves)(?![\w’'-])")
_TYPED = "''"
# A letter of initials, "the F.B.I. director", or a numeral behind a name: "World War I".
_INITIAL = pattern(r"\.[A-Z]")
_NAMED = pattern(r"[A-Z]\.$|[^.!?…:;“”\"] [A-Z][a-z]+ $")
_RUNNING = pattern(r"[a-z,] $")  # amid a sentence: "in My Lai", but not "Sign up You will …"
_NAMES = frozenset(("My", "Our", "Us"))
_NEAR = 30  # characters; more than the longest name has
_TO_A_SCREEN = pattern(r"(?:click|tap) (?:here|on|the|this|below|above)\b", re.IGNORECASE)
# What he thinks of what he tells; "Notably, " and "Reportedly, " do not say.
_COMMENT = pattern(
    r"(?:(?:Admittedly|Alas|Amazingly|Arguably|As (?:always|ever|usual)|Best of all|Better yet"
    r"|Clearly|Curiously|Even (?:better|worse)|Fortunately|Frankly|Granted|Hopefully|In (?:short"
    r"|truth)|Incredibly|Inevitably|Interestingly|Ironically|Luckily|Mercifully|Miraculously"
    r"|Naturally|Needless to say|No|Not surprisingly|Obviously|Oddly|Of course|OK|Okay|Predictably"
    r"|Put simply|Regrettably|Remarkably|Sadly|Simply put|Strangely|Sure|Sure enough|Surprisingly"
    r"|Tellingly|Thankfully|To be (?:blunt|clear|fair|honest|sure)|Tragically|Undoubtedly"
    r"|Unfortunately|Unsurprisingly|Well|Worse(?: still| yet)?|Worst of all|Yes)(?: enough)?"
    r"(?: for [^,]{1,40})?,|(?:Ah|Good luck|Hey|Little wonder|Make no mistake|Maybe|Never mind"
    r"|No (?:doubt|wonder)|Oh|Perhaps(?! because)|So much for|Thank (?:God|goodness)|Wow|Yeah)\b)"
)
_BY = r"(?: (?:also|already|hardly|now|of course|perhaps|really|simply|still))?"
_VIEW = pattern(
    rf"(?:It(?:['’]s| is| was){_BY} (?:(?:no|little|small) (?:accident|coincidence|secret|surprise"
    r"|wonder)\b|not surprising\b|(?:high )?time (?:for|to)\b|(?:absurd|clear|evident|fitting"
    r"|funny|interesting|ironic|obvious|odd|plain|remarkable|sad|strange|striking|telling|true)"
    r" (?:how|that)\b|(?:difficult|easy|fair|hard|impossible|possible|reasonable|safe|tempting)"
    r" (?:not )?to (?:argue|assume|believe|blame|conclude|deny|dismiss|forget|ignore|imagine"
    r"|overstate|see|speculate|suggest|think|understand)\b|worth (?:considering|mentioning|noting"
    rf"|recalling|remembering|repeating)\b)|There(?:['’]s| is| was| can be){_BY} no (?:denying"
    r"|doubt|escaping|excuse|mistaking|place for|question|reason to|rest|shortage|wonder)\b"
    r"|The (?:[a-z]+ )?(?:catch|fact|irony|lesson|part|point|problem|question|reality|trouble"
    r"|truth|upshot)(?: for [^,]{1,30}| here| now| of all| of the matter)? is,? (?:how|that|what"
    r"|when|whether|who|why)\b)"
)
# What he asks the reader to do.
_ADVICE = pattern(
    r"(?:Ask any|Assume(?:,| that)|Bear in mind|Beware|Check (?:back|out)|Consider(?=[:,]| (?:how"
    r"|that|the|this|what)\b)|Do (?:a search|not)|Don['’]t|Expect|Forget|Get ready|Go (?:figure"
    r"|forth)|Imagine|Just (?:ask|consider|imagine|look at|remember|think)|Keep (?:an eye|in mind)"
    r"|Look (?:at|no further)|Note(?: also)? (?:how|that)|Read (?:about|more|the)|Remember"
    r"|Stay tuned|Suppose|Take (?:heart|note|the case of)|Think (?:about|again|of))(?!\w)"
    r"|(?:Recall|Watch) (?:[A-Z]|the )"
)
_AMID = pattern(
    r"[,—–(-] ?of course\b|\band of course\b|, of course\b|\b(?:are|is|that|will|would) no doubt "
    r"(?!about\b|as to\b|that\b)|\bby any (?:definition|measure|standard|stretch)\b"
)
_AMID_MARKS = ("of course", "no doubt", "by any ")
_EXCLAIMED = pattern(r"(?:^|\s)[^A-Z\s]\S*!$")  # and not "… for Yahoo!"


def comments(text: str) -> bool:
    """Return whether the author comments on the news, exclaims or advises the reader.

    Outside quotations, and where nobody is told to have said so.
    """
    if in_force():
        return False
    own = unquoted(text)
    amid = any(mark in own for mark in _AMID_MARKS) and _AMID.search(own)
    found = _COMMENT.match(own) or _VIEW.match(own) or _ADVICE.match(own)
    exclaimed = own.endswith("!") and _EXCLAIMED.search(own)
    return bool(found or amid or exclaimed) and telling(own) != SPOKEN


def speaks_for_itself(text: str) -> bool:
    """Return whether the author speaks as I or we, or to the reader, outside quotations."""
    if in_force():
        return False
    own = unquoted(text)
    spoken = any(not _is_letter(own, found) for found in _FIRST_PERSON.finditer(own))
    told = _ME.search(own) is not None and _TYPED not in own
    return spoken or told or bool(_TO_A_SCREEN.match(own.lstrip()))


def _is_letter(text: str, found: re.Match[str]) -> bool:
    """Tell whether an "I" is no pronoun but a letter of initials or a numeral, or "My" a name."""
    if found.group() != "I":
        return found.group() in _NAMES and bool(_RUNNING.search(text[: found.start()]))
    before = text[max(0, found.start() - _NEAR) : found.start()]
    return bool(_INITIAL.match(text, found.end()) or _NAMED.search(before))
