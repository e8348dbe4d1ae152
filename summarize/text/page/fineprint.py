"""Fine print: who else worked on a story, what a form answers, and what the law has a page say.

Rows of a reason and a pattern, as those of `NOTICES`, of which they are a part.
"""

from __future__ import annotations

_NAMES = r"(?-i:(?:[A-Z][\w.’'-]*,? |and |in |de |van |von |al-){1,12})"
_ADVICE = r"(?:investment|financial|medical|legal|tax) advice"

# What these are if nobody is told to have said it.
UNSPOKEN = (
    (
        "syndication notice",
        r"(?:(?:associated press|ap|staff) (?:\w+ )?(?:writers?|reporters?|journalists?) )?"
        rf"{_NAMES}reported from "
        r"(?-i:(?:[A-Z][\w.’'-]*+[,;]?+(?: |(?=\W*$))|(?:and|in|from|while|reported|the) )"
        r"{1,40})\W*",
    ),
    (
        "syndication notice",
        r".{0,100}\b(?:writers?|reporters?|correspondents?|researchers?) [^.“\"]{3,150} "
        r"contributed\W*",
    ),
    (
        "syndication notice",
        r"\((?:adds|updates|corrects|recasts|rewrites|repeats|refiles|clarifies|writes through)\b"
        r"(?! up\b| are\b| is\b)[^()]{3,300}\)\W*",
    ),
    (
        "syndication notice",
        r"\W{0,3}this (?:version of the [^.]{0,12}\.?[^.]{0,30}(?:story|article|report) (?:corrects"
        r"|removes|adds|updates|clarifies)|is a corrected version)\b.{0,300}",
    ),
    (
        "footer",
        r"(?:the )?(?:ap|associated press)\b.{0,80}\breceives? (?:\w+ ){0,2}(?:support|funding"
        r"|assistance)\b.{0,400}",
    ),
    ("footer", r"the motley fool (?:has (?:no|positions?|a)|owns|recommends)\b.{0,300}"),
    (
        "footer",
        r".{0,100}\b(?:independently|personally) (?:selected|chosen|reviewed|curated|picked)\b"
        r".{0,60}\b(?:editors?|team|we|you)\b.{0,200}",
    ),
    (
        "error message",
        r"there was an? (?:error|problem|issue)(?:, please| with (?:the|your) (?:subscription"
        r"|sign[- ]?up|submission|request)| (?:processing|submitting|sending|signing) you).{0,150}",
    ),
    (
        "error message",
        r"an error (?:has )?occurred\W+(?:please )?try\b.{0,80}|we encountered an (?:issue|error) "
        r"signing you up\b.{0,80}|we(?: have|[’']ve) (?:e-?mailed|sent) you\b.{0,100}",
    ),
    (
        "advertisement",
        r"this advertisement has not loaded yet\b.{0,100}",
    ),
    ("video player", r"we apologi[sz]e, but this video\b.{0,100}"),
)

# What these are if nothing is told that has happened.
ASKS = (
    (
        "syndication notice",
        r"\W{0,4}with assistance (?:from|by) (?-i:[A-Z]).{2,200}",
    ),
    (
        "related list",
        r"read the (?:original|full|whole|rest of (?:the|this)) (?:article|story|report|post|piece"
        r"|interview)\b.{0,120}",
    ),
    ("related list", r"(?:more )?ap [\w ]{2,30}: https?://\S+(?: and https?://\S+)?"),
    (
        "related list",
        r"(?:follow|read|see|get) (?:the latest|live|our)\b[^.:“\"]{2,100} here\W*",
    ),
    (
        "contact line",
        r"follow (?:all (?:of )?)?(?:the )?(?-i:[A-Z])[\w.’' -]{0,40}[’']s? (?:\w+ ){0,3}coverage\b"
        r"[^“\"]{0,150}",
    ),
    (
        "newsletter",
        r"get our (?:\w+ ){0,3}(?:newsletter|briefing|digest|app)\b.{0,150}"
        r"|(?:don[’']t|never) miss (?:an?|another) (?:story|beat|thing|update|issue|episode|post)"
        r"(?: again)?(?:\W*|[.!] .{0,150})",
    ),
    (
        "newsletter",
        r".{0,300}\bcan[’']t afford to (?:contribute|donate|give|pay)\? .{0,200}",
    ),
    (
        "menu",
        r"(?:create (?:an?|your) (?:free )?account to (?:continue|read|keep|access|comment|unlock)"
        r"|thank you for your patience while|please check your (?:inbox|junk))\b.{0,200}",
    ),
    ("newsletter", r"this is your (?:last|first|final|\w+) free (?:article|story)\b.{0,150}"),
    (
        "newsletter",
        r"you(?:[’']re| are) (?:already|now) (?:subscribed|signed up|logged in|registered)\b"
        r".{0,80}",
    ),
    (
        "footer",
        r".{2,60} is an? (?:independent,? )?non-?profit (?:newsroom|news (?:organi[sz]ation|outlet"
        r"|site|service)|media organi[sz]ation)\b.{0,300}",
    ),
    (
        "footer",
        r"(?:this|the) (?:article|content|material|information|page|site)\b.{0,100}\bfor "
        r"(?:general )?informational purposes\b.{0,300}",
    ),
    ("footer", rf"(?:this is )?not {_ADVICE}\W*|.{{2,40}} does not provide {_ADVICE}\b.{{0,200}}"),
    (
        "footer",
        r"(?:(?:if you (?:or someone you know )?(?:has|have) a )?gambling problem\W+(?:call|please"
        r"|text|and)|must be (?:18|21) )\b.{0,300}|must be (?:18|21)\+\W*"
        r"|(?:t&cs|terms(?: and conditions)?) apply(?:\W*|[.;,] .{0,300})",
    ),
    ("footer", r"prices (?:and availability )?(?:are|may be) subject to change\b.{0,100}"),
    (
        "contact line",
        r"(?:if you (?:find|see|spot|notice) an? (?:error|mistake|typo|inaccuracy)"
        r"|(?:corrections: )?did we get something wrong|spotted an? (?:error|mistake))\b.{0,200}",
    ),
    ("comment box", r".{2,40} is committed to maintaining a lively but civil forum\b.{0,400}"),
    (
        "photo credit",
        r"(?:photo|image|picture|video|illustration|graphic)s? courtesy (?:of )?(?-i:[A-Z]).{1,80}"
        r"|(?:contributed|submitted|handout|stock) (?:photo|image|picture)s?\W*",
    ),
    (
        "menu",
        r"\(?opens in (?:a )?new (?:window|tab)\)?\W*|view (?:gallery|image in full ?screen)\W*"
        r"|report an? (?:typo|error|correction)(?: or typo)?\W*|try refreshing your browser\b"
        r".{0,80}",
    ),
    ("related list", r"(?:most (?:read|popular|viewed|shared) (?:from|in|on)\b)[^.!?]{1,60}"),
    ("menu", r"(?:tags|filed under|posted in|labels)\s?: ?[^.!?]{2,200}"),
)
