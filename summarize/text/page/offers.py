"""Offers: what a page sells, who wrote for it, and what its tools say of themselves.

Rows of a reason and a pattern, as those of `NOTICES`, of which they are a part.
"""

from __future__ import annotations

_STORY = r"(?:story|article|post|content|report|newsletter)"
PERSON = r"(?-i:(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+)"
_FOLLOW = r"(?:follow|reach|contact|e-?mail) (?:him|her|them)\b"

# What these are not even news can be.
SURE = (
    (
        "newsletter",
        r"you(?:[’']ve| have) (?:now )?(?:reached|used|hit|exceeded|viewed) (?:your|the|all)\b"
        r".{0,60}\bfree\b.{0,40}\b(?:articles?|stories|views?)\b.{0,100}",
    ),
    ("share line", r"you can add location information to your (?:tweets|posts)\b.{0,150}"),
    ("share line", r"hover over the profile (?:pic|photo|picture)\b.{0,100}"),
    ("syndication notice", r"for (?:immediate )?release(?: on| at)?\W*"),
    (
        "syndication notice",
        r"(?-i:SOURCE:? [A-Z])[^.!?“\"]{1,80}\b(?:inc|corp|ltd|llc|co|plc)\.\W*",
    ),
    ("syndication notice", r"disclaimer\s?[:–—-] (?:this|the above) " + _STORY + r"\b.{1,300}"),
    (
        "syndication notice",
        r"(?:originally|first) published (?:on|in|by|at) (?-i:(?:the )?[A-Z])[^.,;:“\"]{1,50}\W*",
    ),
    ("footer", r"this (?:web)?(?:site|page|form) is protected by recaptcha\b.{0,150}"),
)

# What these are if nobody is told to have said it.
UNSPOKEN = (
    (
        "newsletter",
        rf"this {_STORY} is (?:only |exclusively )?(?:for|available to|reserved for) "
        r"(?:paid|paying) (?:subscribers|members)\W*",
    ),
    (
        "byline",
        PERSON + r" is (?!an? )(?:the )?[^“\"!?]{0,70}\b(?:reporter|writer|editor|columnist"
        r"|correspondent|journalist)\b[^“\"!?]{0,250}\b" + _FOLLOW + r".{0,200}",
    ),
    (
        "byline",
        r"(?-i:(?:[A-Z][\w.’'-]+ ){1,2}[A-Z][\w.-]*[’']s) (?:\w+ ){0,2}(?:book|novel|memoir"
        r"|biography|podcast)\b.{3,300}\bfollow (?:him|her|them)(?: on|:| @).{0,200}",
    ),
    (
        "byline",
        PERSON + r" (?:covers|writes about|reports on) [^.“\"]{3,120}\. " + _FOLLOW + r".{0,150}",
    ),
    (
        "byline",
        PERSON + r" is an? [^.“\"]{3,80}\. (?:his|her|their) e-?mail (?:address )?is \S+@\S+\W*",
    ),
)

# What these are if nothing is told that has happened.
ASKS = (
    (
        "newsletter",
        r"support (?:local|independent|quality|nonprofit|community|public|investigative) "
        r"(?:\w+ ){0,2}(?:journalism|news|newsrooms?)\b.{0,200}",
    ),
    (
        "pointer",
        r"for (?:the latest|more)\b[^.!?“\"]{2,100}(?:\bclick here|, pick up (?:the|this|next) "
        r"[^.“\"]{0,40}\bissue\b.{0,80})\W*",
    ),
    (
        "newsletter",
        r"get access to [^.!?“\"]{3,150}\bfor (?:as little as|just|only) .{1,100}",
    ),
    (
        "newsletter",
        r"get the (?:day|week)[’']s (?:\w+ ){0,3}(?:news|stories|headlines|highlights)\b.{0,150}",
    ),
    (
        "newsletter",
        r"listen\b[^.!?“\"]{0,60}\b(?:apple podcasts|google podcasts|spotify|stitcher|tunein)\b"
        r".{0,150}",
    ),
    ("comment box", r"comments are welcome\b.{0,200}"),
)
