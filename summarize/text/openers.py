"""Openers: openings of a sentence that lean on one before it: "He", "But", "Two days later".

Those of other languages than English are words that `tongues.openers` knows.
"""

from __future__ import annotations

import re

from summarize.text.complete import started
from summarize.text.patterns import pattern
from summarize.text.predicates import is_past
from summarize.text.tongues.force import in_force
from summarize.text.tongues.openers import leaning

_PRONOUNS = """he she they it her him them his hers their theirs its himself herself themselves
    itself this that these those both neither such"""
_CONNECTIVES = """but and or nor yet so however moreover furthermore additionally besides instead
    still nevertheless nonetheless thus therefore hence otherwise similarly likewise then also
    consequently accordingly conversely indeed anyway afterwards afterward plus too regardless"""
# "In response to the letter", "as a result of the strike": what these lean on, they bring along.
_ITS_OWN = r"(?! (?:to|of|with|for) (?!(?:it|him|her|his|its|them|their|this|that|these|those)\b))"
# "Those who died", "those hurt in the crash": told with what they are.
_WHO = (
    r"(?:who|in|with|under|over|aged|without|responsible|living|[a-z]+ing to|(?:[a-z]+ed|[a-z]+ing"
    r"|hurt|shot) (?:in|by|at|on|from|for|with|within|near|during|since|include|included|are|were"
    r"|have|had|will|would|may|can|could|must|face|faced|said|say))\b"
)
_PHRASES = (
    rf"(?:in (?:addition|contrast|response|re?turn)|by contrast|as a result){_ITS_OWN}|for example|"
    "for instance|on the (?:contrary|other hand)|at the same time|(?:after|before) that|"
    "in (?:that|this) case|in (?:fact|other words|so doing|the process|this|that|these|those)|"
    "to that end|even so|that said|"
    "(?:because of|despite|under) (?:this|that|these|those)|not only that|what['’]s more|as such|"
    rf"(?:[a-z]+ )?of those(?! {_WHO})|"
    "(?:[a-z]+ ){,4}of (?:these|them)|(?:[a-z]+ ){1,3}of (?:(?-i:it)|"
    "th(?:is|at)(?= (?:is|was|has|will)\\b))|"
    "not only (?:is|was|has|had|did|does|do|are|were) (?:he|she|they|it)|"
    "according to (?:him|her|them|it)|if so|others?|another|"
    "(?:the|that) same (?:day|night|month|year|week)|the (?:next|following|previous) (?:day|night|"
    "morning|month|year|week)|(?:a|the) (?:day|week|month|year) (?:later|earlier|after|before),|"
    "earlier,|on the one hand|at the time,|"
    "in another (?:\\w+ )?(?:first|move|sign|blow|twist|case|development|incident|message|post|"
    "tweet)|at a later (?:point|stage)|what(?:['’]s| is) (?:new|more|different|worse|notable)|"
    "(?:two|three|four|five|six|several) (?:things|reasons|questions|lessons|points) (?:are|were|"
    "stood|stand|became)|(?:since|until|by) then|(?:at|by|until) that (?:time|point|stage)|"
    "for th(?:at|is),|(?:back|down|out|over|up) (?:here|there)\\b|(?:[a-z]+ )?th(?:at|is) same|"
    "(?:about|around|at|during|in) the same(?! \\w+ (?:as|that|when|where)\\b)|"
    "(?:amid|around|during|following|from|on|through|with) th(?:at|is|ese|ose) "
    "(?!week|year|month)[a-z]+|"
    r"(?:(?:about|just|only|some) )?(?:(?:a few|an?|many|one|several|two|three|four|five|six|seven"
    r"|eight|nine|ten|\d+) )?(?:moment|minute|hour|day|week|month|year|decade)s? "
    "(?:later|earlier(?! than))|one (?:also|can|could|even|is|says|might|would)|"
    "(?:again|finally|first(?:ly)?|if not|in (?:essence|particular)|lastly|next|rather|right away|"
    "second(?:ly)?|specifically|straight away|third(?:ly)?|within (?:[a-z]+ )?(?:day|hour|minute|"
    "second)s?|[a-z]+ing (?:it|that|them|these|this|those)),|(?:now|today), (?:another|both|other|"
    "such|th(?:at|is|ese|ose))|(?:as with|like|unlike) those before|"
    "(?:all|each) (?:are|had|has|have|is|was|were)|"
    "by comparison|chief among (?:them|these|those)|either way|here(?:['’]s| are| goes| is)|to wit|"
    "(?:now|soon|today|later|here|there|sometimes|often|maybe|perhaps|first|eventually|"
    "finally|recently|apparently|reportedly) (?:he|she|they|"
    "it(?! (?:is|was|seems|appears|takes|took|may|will|has|would)\\b))"
)
_OPENER = pattern(
    rf"(?:{'|'.join((_PRONOUNS + ' ' + _CONNECTIVES).split())}|{_PHRASES})(?![\w-])", re.IGNORECASE
)
_CONTRACTED = pattern(r"(?:he|she|it|they|this|that)['’](?:s|re|ll|d|ve)\b", re.IGNORECASE)
# A short opening with no name but a day's, then a pronoun for the subject: "In a statement, he
# said", "On Monday, it rose".
DAY = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wed|Thurs|Fri|Satur|Sun)[a-z]*"
_LATE = pattern(
    rf"[^,A-Z]\w*(?: (?:{DAY}|[^\s,A-Z]+)){{0,7}}, "
    r"(?:he|she|they|it(?! (?:was|is) \w+(?:,| that\b)))(?=\W|$)"
)
# Or no comma, where it tells no more than when: "Last week it rose", "On Monday her family".
_WHEN = pattern(
    r"(?:at|before|by|during|earlier|in|last|later|next|on|since|this|until)"
    rf"(?: (?:{DAY}|\d[\dth,.:–-]*|[ap]\.?m\.?|about|accounts|afternoon|around|early|estimates"
    r"|evening|fiscal|last|late|local|many|moment|month|morning|most|night|point|same|some|spring"
    r"|summer|autumn|fall|winter|that|the|this|time|today|week|weekend|year)){1,4}"
    r",? (?:he|her|his|its|she|their|they|it(?! (?:was|is) \w+(?:,| by\b| that\b)))(?=\W|$)"
)
_PERIODS = "morning|afternoon|evening|week|month|year|summer|spring|autumn|fall|winter"
# Or any phrase, and for the subject what was pointed at: "In the north, this day is a holiday",
# "Generally, that is", "Right now, both men".
_LATE_POINTING = pattern(
    r"(?:(?:according to|as of|at|by|even with(?:out)?|for|from|in|on|right|since|so|under)"
    r" [^,“\"]{2,40}|[a-z]+ly), "
    r"(?:both (?:wo)?men\b|(?:this|that)(?:['’]s| (?:has|is|means|was|will|would))\b"
    rf"|(?:these|those) (?:are|were)\b|(?:this|these|those) (?!{_PERIODS})[a-z]+ "
    r"(?:\w+ )?(?:is|are|was|were|has|have|had|will|would|can|could|may|might|did|does|should|must|"
    r"\w+ed)\b)"
)
# A connective set off early: "State media, however, had not". "Meanwhile" only joins.
_SET_OFF = pattern(
    r"[^,“\"]{1,50}, (?:however|though|therefore|instead|moreover|nevertheless|too),"
)
# Or behind all else: "The rule may be reversed, however", "Sollen was one of them".
_TRAILING = pattern(
    r"(?:,? (?:however|though)|, either|\b(?:are|is|was|were) (?:among|all|both|many|most|none|one"
    r"|part|some)(?: of)? (?:them|these|those))\.$"
)
# A reason without that of which it is one, "Because it snowed.", and "Police found him".
_BECAUSE = pattern(r"(?:well, )?because (?!of\b)[^,]*[.!]$", re.IGNORECASE)
_DONE_TO = pattern(
    r"(?!(?:After|As|Before|If|Once|Since|Until|When|While)\b)"
    r"(?:The |Some |Several )?(?:[\w-]+ )?[\w-]+ (?P<deed>[a-z]+)"
    r" (?:him|them|her(?= (?:and|as|at|away|by|for|from|in|into|off|on|out|over|to|up|with)\b|\.))"
    r"(?![\w-])"
)
# What looks like a reference and is none: "It is unclear whether", "This week", "Those who". But
# "It is unclear when they" tells of nobody.
_UNTOLD = r"(?! (?:[a-z]+ )?(?:he|her|his|she|their|they)\b)"
_FREE = pattern(
    r"(?:it (?:is|was|remains|remained|seems|appears|has been)(?: \w+){0,3}? "
    rf"(?:that|whether|if|how|why|when|what|who|to)\b{_UNTOLD}|it took\b|so far\b|instead of\b|"
    rf"it['’]s(?: \w+){{0,3}}? (?:that|whether|if|how|why|when|what|who)\b{_UNTOLD}|besides (?!,)|"
    r"(?:both|neither) (?:\w+ ){1,4}(?:and|nor)\b|"
    r"(?:his|her|their) (?:majest|royal|highness|holiness|excellenc)|"
    rf"this (?:{_PERIODS}|weekend)|"
    r"(?:those|both) (?:who|in|with|of|the|sides|countries|parties|houses|chambers)\b|"
    rf"those (?:wo)?men\b|those {_WHO}|these days\b(?! of)|"
    r"it(?:['’]s| is| was| will be| would be) (?:only |just )?the (?:first|second|third|last|only"
    r"|[a-z]+th) time (?:(?:in|since|this|for) [^,.]{3,25}? )?(?:that|an?|any|the|(?-i:[A-Z]))\b|"
    r"it (?:has |had )?(?:emerged|turned out|transpired)(?: (?:on|in|late|last|this) \w+)? that\b|"
    r"it (?:is|was|has been)(?: [a-z]+){,2} \w+ (?:years|months|weeks|days) since\b|"
    r"it (?:takes|costs?) (?!place|part|off|on|its|up|over)[^,.]{1,40}? to\b|"
    r"in th(?:at|is) (?!same |(?:announcement|case|context|game|instance|interview|letter|meeting|"
    r"message|post|regard|report|respect|role|scenario|sense|situation|speech|statement|study|tape|"
    r"video|way)\b)\w+)",
    re.IGNORECASE,
)
# "It is ready to sail" is of a thing, "It is hard to sail" of none; who speaks may mean either.
_WHAT_FOR = """awkward bad best better cheaper common crime crucial dangerous difficult early
    easier easy enough essential fair felony good great hard harder how if illegal important
    impossible late legal likely mistake necessary nice normal offence offense possible rare
    reasonable right risky safe soon that time unlawful unusual unwise up useful violation vital
    what when whether who why wise wrong"""
_THING = pattern(
    rf"it (?:is|was|has been)(?: (?!(?:{'|'.join(_WHAT_FOR.split())})\b)\w+){{0,3}} to\b",
    re.IGNORECASE,
)
# "It is unclear how" tells of nothing else, but "It is how he won" of what was told.
_HOW = pattern(
    r"it(?:['’]s| is| was)(?: (?:about|also|all|always|exactly|just|kind of|not|only|partly|part of"
    r"|perhaps|precisely|probably|really|simply|sort of))* (?:how|what|when|where|who|why)\b",
    re.IGNORECASE,
)


def unresolved(text: str) -> str | None:
    """Return the opening words that lean on a sentence before, or None if there are none."""
    if language := in_force():
        return leaning(text, language)
    start = started(text)
    lowered = start[:1].lower() + start[1:]
    match = _CONTRACTED.match(start) or _OPENER.match(start) or _LATE.match(lowered)
    match = match or _WHEN.match(lowered) or _LATE_POINTING.match(lowered)
    match = match or _SET_OFF.match(start)
    match = match or _BECAUSE.match(start)
    if match is None and (done := _DONE_TO.match(start)) and is_past(done["deed"]):
        match = done
    if match is None and (trailing := _TRAILING.search(start)):
        return trailing.group().strip(" ,.")
    if match and _FREE.match(start) and not (_HOW.match(start) or _THING.match(text)):
        return None
    return start[: match.end()] if match else None
