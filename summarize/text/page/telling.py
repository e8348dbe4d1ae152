"""Telling: whether a text tells what has happened, which no page says about itself.

A notice asks its reader for something, or says what the page is: "Sign up for our newsletter."
News that begins like one has a verb in the past further on: "To sign up, parents queued for hours."
English only, and by the words' forms alone; what is doubtful tells nothing.
"""

from __future__ import annotations

from summarize.text.patterns import pattern

# Who says so: "…, the regulator said."
_SPOKEN = pattern(
    r"\b(?:said|says|told|tells|ruled|warned|noted|argued|testified|alleged|prosecutors|asked by"
    r"|heard|according to (?!our|the terms))\b"
    r"|, (?:(?!please |or |and |you |we )[\w’'.-]+ ){0,6}(?:say|asks?|tell|argues?|warns?|claims?"
    r"|insists?|urges?|advises?|predicts?|complains?|finds?|notes|believes?)\b(?! us\b| your\b)"
)
# Forms that are nothing but pasts, and those of participles where no form of "be" stands before.
_PAST = pattern(
    r"(?<!there )\b(?:was|were|had|did|didn[’']t|wasn[’']t|weren[’']t)\b"
    r"|(?<!\bbe )(?<!been )(?<!\bis )(?<!\bare )(?<!have )(?<!\bhas )(?<![’']ve )\b(?:began|became"
    r"|bought|broke|brought|built|came|chose|drew|drove|fell|felt|fled|flew|fought|found|gave|grew"
    r"|held|kept|knew|led|lit|lost(?! your| pass)|met|paid|\w*wrote|ran|rose|sank|sat|saw|shook"
    r"|showed|sold|spent|spoke|spread|stole|stood|struck|swept|swore|taught|threw|thought|took|tore"
    r"|went|won|wore)\b(?![.@]\w)"
    r"|\b(?:has|have) (?!been\b)(?<!you have )(?<!we have )(?<!I have )"
    r"(?:(?:not|never|also|long|already|now) )?(?:[a-z]{2,}ed|(?:sold|made|taken|won|lost|fallen"
    r"|risen|told|seen|begun|become|shown|come|gone|held|kept|left|met|paid|put|set|cut|hit|led"
    r"|given|grown|found)\b)"
)
# A word in -ed behind a noun, "parents queued", but for those that follow nouns in notices; and
# what others than the reader will do.
_DONE = pattern(
    r"(?<=[A-Za-z\d’'] )(?<!\bbe )(?<!been )(?<!\bis )(?<!\bare )(?<!have )(?<!\bhas )(?<!being )"
    r"(?<!get )(?<!\bnot )(?<!\band )(?<!\bor )(?<![’']ve )(?<!\byour )(?<!\bour )(?<!\ba )"
    r"(?<!\ban )(?<!\bthe )(?<!\bof )(?<!\bfor )(?<!\bto )(?<!\bwhich )(?<!\bthat )(?<!\bwho )"
    r"(?!(?:need|feed|speed|seed|breed|indeed|exceed|succeed|proceed|hundred|unlimited|limited"
    r"|related|based|dated|provided|published|posted|delivered|displayed|delayed|curated|updated"
    r"|featured|sponsored|produced|edited|compiled|translated|tailored|dedicated|advertised"
    r"|interested|registered|subscribed|expressed|reserved|copyrighted|recorded|embed|red|bed|shed|sacred)\b)"
    r"[a-z]{2,}ed\b"
    r"|(?<!\bwho )(?<!\bthat )(?<!\bit )(?<!\byou )(?<!\bwe )\bwill (?!not\b|be\b)[a-z]"
)

_READER = pattern(r"\b(?:[Yy]our?|[Pp]lease)\b")

SPOKEN, PAST = 1, 2


def telling(text: str) -> int:
    """Return whether a text reports somebody's words (`SPOKEN`), or only a past (`PAST`), or 0."""
    if _SPOKEN.search(text):
        return SPOKEN
    if _PAST.search(text):
        return PAST
    # "To have your address added" is asked of the reader.
    return PAST if _DONE.search(text) and not _READER.search(text) else 0
