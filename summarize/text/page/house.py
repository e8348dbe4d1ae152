"""House: what a page tells of its own house: who works for it, pays for it, and where it erred.

Rows of a reason and a pattern, as those of `NOTICES`, of which they are a part.
"""

from __future__ import annotations

from summarize.text.page.asking import PICTURE
from summarize.text.page.offers import PERSON

_TEXT = r"(?:article|story|post|piece)"
_ROLE = r"(?:reporter|writer|editor|columnist|correspondent|journalist)"
_NUMBER = r"\+?\(?\d[\d() -]{2,16}\d"
_MARK = r" \((?:10|\d)(?:\.\d)?\)"  # what a paper gives a player for a match
_SUBS = r"[\w .’'-]{0,40}"

# What these are not even news can be.
SURE = (
    (
        "syndication notice",
        r"(?:(?:corrections?|clarifications?)(?: (?:and|&) (?:corrections|clarifications))?"
        r"(?: \([^()]{3,30}\))?\s?[:–—-]\s?)(?:.{0,80}\b(?:(?:this|our) "
        rf"(?:{_TEXT}|report|photo|graphic|podcast|video)|(?:the|this) (?:headline|caption))\b"
        rf"|an? (?:earlier|previous|original) version of (?:this|the|our) (?:{_TEXT}|report)\b)"
        r".{0,400}",
    ),
    (
        "syndication notice",
        rf"an? (?:earlier|previous) version of this {_TEXT} (?:said|stated|gave|referred|named"
        r"|described|listed|reported|wrongly|mistakenly|erroneously|failed|contained|had)\b.{0,400}",
    ),
    (
        "syndication notice",
        rf"(?:the|this) (?:headline|caption|{_TEXT}[’']s headline)(?: (?:of|on|to|in|for) this "
        rf"{_TEXT})? (?:was|has been) (?:changed|amended|updated|corrected|edited)\b.{{0,300}}",
    ),
    (
        "caption",
        rf"(?:undated )?file {PICTURE}s? (?:(?:taken|dated) [^.,]{{1,60}} )?shows? "
        r"(?!that\b|how\b|why\b).{1,500}",
    ),
)

# What these are if nobody is told to have said it.
UNSPOKEN = (
    (
        "syndication notice",
        r"(?:an? |the )?(?:ai|a\.i\.|artificial intelligence|generative ai|machine translation"
        r"|automat\w+)\b[^.]{0,60}?\b(?:was|were|is|has been) used (?:to|in|for) [^.]{0,60}?\bthis "
        rf"(?:{_TEXT}|text|page|content|translation|summary|report)\b.{{0,200}}",
    ),
    (
        "footer",
        r"(?:(?:full |author(?:[’']s)? |analyst )?disclosures?\s?[:–—-] (?:(?:the|this) )?"
        r"(?:authors?|writers?|analysts?|columnists?|editors?|i|we|article|none)\b.{0,400}"
        r"|the (?:author|writer|columnist)s? (?:of this article )?(?:holds?|owns?|has|have|does not"
        r"|do not|declares?) (?:[^.]{0,80} )?(?:positions?|stocks?|shares|interests?)\b"
        r"[^.]{0,60}\b(?:mentioned|discussed|named|described|in this article)\b.{0,150})",
    ),
    (
        "syndication notice",
        r"(?:this|our) (?:interview|conversation|transcript|q&a|discussion|exchange) (?:has been"
        r"|was) (?:lightly |slightly )?(?:edited|condensed|shortened|abridged)(?: and (?:lightly "
        r")?(?:edited|condensed|translated))?(?: for (?:length|clarity|brevity|space|style|the"
        r" sake)\b.{0,100}|\W*)",
    ),
    (
        "syndication notice",
        r"the post (?-i:[“\"‘A-Z\d]).{2,250} (?:appeared first|first appeared) (?:on|in|at) "
        r"(?-i:[A-Z]).{1,80}",
    ),
    (
        "newsletter",
        r"(?:was|has) this (?:e-?mail|newsletter|message|briefing) (?:been )?(?:forwarded|sent) to "
        r"you\b.{0,150}",
    ),
    (
        "share line",
        r"an? (?:post|photo|video|reel) (?:posted|shared) by [^“\"]{2,80}"
        r"\(@[\w.]+\)(?: on .{3,60})?\W*",
    ),
)

# What these are if nothing is told that has happened.
ASKS = (
    (
        "byline",
        rf"{PERSON} is (?:an? |the )?(?:[^.,“\"]{{1,50}} )?{_ROLE}(?:,? who)? (?:covering|covers"
        rf"|writing about|writes about|specialising in|specializing in)\b[^“\"]{{0,120}}?\b"
        r"(?:for|at) (?:the )?(?-i:[A-Z])[^,“\"]{2,60}",
    ),
    (
        "syndication notice",
        r"(?-i:[A-Z])[^.!?|“\"]{2,70}\s\|\s(?-i:[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,3})!",
    ),
    (
        "newsletter",
        r"\d+ (?:print |digital )?(?:issues|months|weeks) (?:for|from) (?:just |only )?[£$€]\d"
        r"[\d.]*(?:\W*$|\W+(?:click|tap|subscribe|sign up|cancel|then|offer|find out|visit|save"
        r"|try|plus)\b.{0,150})",
    ),
    (
        "newsletter",
        r"(?:stay|keep) (?:up[- ]to[- ]date|informed|connected|in the know|updated|in touch)\b"
        r"[^“\"]{0,120}?\b(?:our|us|newsletters?|whatsapp|telegram|google news|push alerts)\b"
        r"[^“\"]{0,150}",
    ),
    (
        "newsletter",
        r"(?:get|hear|catch) (?:all )?(?:the |our |your )?(?:latest|headlines|top stories|best|big"
        r" stories)\b[^“\"]{0,80}\b(?:podcasts?|newsletters?|app|inbox|briefing)\b[^“\"]{0,100}",
    ),
    (
        "newsletter",
        r".{2,60}[’']s (?:\w+ ){0,2}(?:journalism|reporting) is (?:\w+ ){0,2}?(?:funded|supported"
        r"|powered|made possible|paid for)\b.{0,40}\b(?:its|our|your|like you|readers[’'])\b"
        r".{0,150}",
    ),
    (
        "contact line",
        r"for (?:all |any |other )?(?:(?:media|press|general|sales|advertising|interview|editorial"
        r"|customer) )?(?:(?:and|or|media|press) )?(?:enquiries|inquiries|queries|interview"
        r" requests|interviews|bookings)\b[^!?“\"]{0,100}?,? (?:please )?(?:contact|call|e-?mail"
        r"|phone|ring|write to|telephone|reach|visit)\b.{0,200}",
    ),
    (
        "contact line",
        r"(?:(?:help|support|advice|counselling|counseling|information|confidential|emotional|free"
        r"|and) ){1,4}(?:is|are) available [^“\"]{0,100}?\b(?:on|at|calling|texting|dialling"
        rf"|dialing|phoning|call|text) (?:freephone )?{_NUMBER}"
        r"(?:\W*$|\W+(?:or|and|24|free)\b.{0,150})",
    ),
    (
        "footer",
        r".{2,60} (?:is|are) not responsible for (?:the )?content (?:of|on) (?:any )?(?:external"
        r"|other|third[- ]party|linked)\b.{0,80}",
    ),
    (
        "footer",
        r"(?:(?:this|the) (?:[\w-]+ ){0,3}?(?:release|announcement|communication|document"
        r"|presentation|report)|(?:certain |some |the )?statements (?:in|made in|contained in) this"
        r" [^.]{0,60}?)\b[^.]{0,100}?\bforward[- ]looking (?:statements?|information)\b.{0,400}",
    ),
    (
        "list item",
        rf"(?-i:[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*){{0,3}})(?: \([\d-]+\))?: "
        rf"(?:{_SUBS}{_MARK}[,;]? ?){{4,}}{_SUBS}(?:[:;.]{_SUBS}.{{0,200}})?",
    ),
    (
        "footer",
        r"(?:we and (?:\w+ ){0,3}(?:partners|vendors)|with your (?:permission|consent|agreement),? "
        r"(?:we|our)\b)[^“\"]{0,80}\b(?:stor|us|process|access|collect|shar)(?:e|es|ing)?\b.{0,500}",
    ),
    (
        "newsletter",
        r"you(?: are|[’']re) reading (?:an? |the )?(?:free |short |abridged )?(?:preview|excerpt"
        r"|sample|version) of (?:this|our|an?)\b.{0,150}",
    ),
    (
        "newsletter",
        r"this (?:article|story|content|post|page|report) is (?:\w+ ){0,3}?(?:for|to) (?:(?:our"
        r"|paying|registered|premium|digital) )*(?:subscribers|members)\b(?! of ).{0,200}",
    ),
    (
        "newsletter",
        r"you(?: have|[’']ve(?: got)?)(?: (?:read|used|reached|viewed|hit|got))? (?:[\w’']+ ){0,5}?"
        r"free (?:articles?|stories|story|views)\b.{0,150}",
    ),
    (
        "newsletter",
        r"(?:try|enjoy|unlock|choose|start) (?:\w+ ){0,2}?(?:unlimited|premium|digital|full) "
        r"access\b(?! (?:for|to) (?!just|only|all of our|every|our|the full)).{0,300}",
    ),
    (
        "newsletter",
        r"explore (?:all )?our (?:\w+ ){0,3}(?:subscriptions?|subscription|membership) ?(?:options"
        r"|plans|offers)?\W*",
    ),
    (
        "newsletter",
        r"(?:if you|did you|do you) (?:enjoy|like|love|value)(?:d|ed)? (?:this (?:article|story"
        r"|post|piece|newsletter|episode)|what you(?:[’']re| are)? read(?:ing)?|reading this)\b"
        r".{0,400}",
    ),
    (
        "newsletter",
        r"you(?:(?: are|[’']re) receiving| received?) this (?:e-?mail|newsletter|message|alert)\b"
        r".{0,250}",
    ),
    (
        "menu",
        r"(?:view|read|open) (?:(?:this|the|it|as|a|e-?mail|message|newsletter|online|web ?page) "
        r"){0,4}(?:in|on) (?:your |a |the )?(?:web ?)?browser\b.{0,40}",
    ),
    ("menu", r"(?:show|view|hide) (?:only )?key events(?: only| \(\d+\))?\W*"),
    (
        "share line",
        r"view (?:this|more) (?:post|profile|video|tweet|thread|photo|reel)s? on (?:instagram"
        r"|facebook|x|twitter|threads|tiktok|youtube|bluesky|telegram|linkedin)\W*",
    ),
    (
        "syndication notice",
        r"this is (?:a|an) (?:rush|unedited|uncorrected|automated|rough|partial|machine)"
        r"(?:-\w+)? transcript\b.{0,250}",
    ),
    (
        "syndication notice",
        r"view (?:the )?(?:source|original) (?:version|content|release)\b.{0,250}",
    ),
)
