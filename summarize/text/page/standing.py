"""Standing: what pages print alike under any story: that it goes on, that its links are paid for.

Rows of a reason and a pattern, as those of `NOTICES`, of which they are a part.
"""

from __future__ import annotations

_TEXT = r"(?:article|story|post|piece|page|report)"
_MEDIA = r"(?:video|audio|clip|media|content|programme|episode)"

# What these are not even news can be.
SURE = (
    (
        "syndication notice",
        r"\W{0,3}(?:editor[’']?s?|publisher)[’']?s? note\s?[:–—-]\s?(?:an? (?:earlier|previous"
        rf"|original) version of )?(?:this|the above) {_TEXT}\b.{{0,400}}",
    ),
)

# What these are if nobody is told to have said it.
UNSPOKEN = (
    (
        "contact line",
        r"(?:have|has|are|were|did|do|is|was) (?:you|your)\b[^?.!]{5,160}\? (?:please |if so,? "
        r"|you can )?(?:e-?mail|get in touch|contact us|tell us|let us know|share your|send us"
        r"|send your|write to|call us|message us|we(?:[’']d| would| want))\b.{0,300}",
    ),
    (
        "footer",
        r".{0,250}\bwe (?:(?:may|might|can|could|will|sometimes|also|often) ){0,2}(?:earn|receive"
        r"|get|make|collect) (?:an? |some )?(?:\w+ ){0,2}(?:commissions?|share of (?:the )?(?:sales"
        r"|revenue))\b.{0,300}",
    ),
    (
        "footer",
        rf"this {_TEXT} (?:may )?(?:contains?|includes?) (?:affiliate|sponsored|paid)\b.{{0,250}}",
    ),
    (
        "newsletter",
        r".{2,80} is an? (?:reader|listener|member)-(?:supported|funded) (?:publication|newsletter"
        r"|outlet|site|podcast)\b.{0,250}",
    ),
    ("newsletter", r"privacy notice\s?[:–—-]\s?newsletters\b.{0,400}"),
)

# What these are if nothing is told that has happened.
ASKS = (
    (
        "updated line",
        r"\W{0,3}(?:breaking(?: news)?: )?(?:(?:(?:this|it) is an? )?(?:breaking|developing)"
        r"(?: news)? (?:story|update|event)\b\W*(?:(?:and|it|this|we|more|please|check|refresh|stay"
        r"|come|follow|for|details|updates?|our)\b.{0,250})?"
        rf"|this {_TEXT} (?:is (?:still )?(?:developing|breaking|being updated|unfolding)"
        r"(?=\W*$|[.,;:!)–—]|\s[–—-]| (?:and|with|as|story|news)\b)"
        r"|will be updated)\b.{0,250})",
    ),
    (
        "updated line",
        r"(?:please )?(?:check back|refresh (?:this|the) page|stay (?:with us|tuned))\b[^.!?]{0,60}"
        r"\b(?:updates?|details|information|more|latest|soon|later|often|regularly|developments)\b"
        r"[^.!?]{0,80}\W*",
    ),
    (
        "updated line",
        r"(?:more|further) (?:(?:details|information|updates?|news) )?(?:to (?:come|follow)"
        r"|follows?|soon)\W*",
    ),
    (
        "contact line",
        r"like (?:the )?(?-i:[A-Z])[^.!?,]{1,40} on (?:facebook|instagram|twitter)"
        r"(?:\W*$|(?:[.!&]| and (?:follow|on|join|subscribe|twitter|instagram)\b)\s?.{0,150})",
    ),
    (
        "newsletter",
        r"(?:thanks|thank you) for (?:reading|watching|listening)(?:\W*| (?:to )?(?:(?:us|this|our"
        r"|the)\b|(?-i:[A-Z]))[^.!?,]{0,60}[.!](?: (?:please )?(?:subscribe|sign up|support|become"
        r"|share|if you)\b.{0,250})?)",
    ),
    (
        "newsletter",
        r"(?:want|looking for|like|love|need) (?:more|to (?:read|see|hear|get|stay|know|learn"
        r"|receive))\b[^?.!]{0,100}\? (?:please )?(?:subscribe|sign up|follow (?:us|our|the)"
        r"|join (?:us|our)|get (?:our|the|it|more)|click|download (?:our|the)|become|check out)\b"
        r".{0,200}",
    ),
    (
        "newsletter",
        r"(?:if you (?:value|appreciate|rely on|believe in) (?:\w+ ){1,4}?(?:journalism|reporting"
        r"|work|news|coverage|newspaper|article|story)|we (?:need|depend on|rely on) "
        r"(?:your (?:support|donations?)|readers|donations))\b.{0,300}",
    ),
    (
        "footer",
        r"(?:please )?(?:enable|turn on|accept|allow) (?:(?:your|all|third-party|browser) ){0,3}"
        r"cookies\b.{0,200}",
    ),
    (
        "video player",
        r"your browser (?:does not|doesn[’']t|is not able to|can ?not|can[’']t) (?:currently )?"
        r"(?:support|recogni[sz]e|display|play (?:this|the|html))\b.{0,150}",
    ),
    (
        "video player",
        rf"(?:sorry, )?(?:this|the) {_MEDIA} (?:(?:can ?not|can[’']t) be (?:played|loaded|shown"
        r"|displayed)|(?:is|isn[’']t) (?:not |no longer |currently ){0,2}(?:un)?available)\b"
        r".{0,100}",
    ),
    ("video player", r"this (?:audio|translation|transcript|summary) is auto-?generated\b.{0,150}"),
    (
        "video player",
        r"(?:(?:play|pause|watch) (?:video|live)|now playing|swipe or click to see more|use "
        r"[^.!?]{3,40} buttons? to navigate)\W*",
    ),
    (
        "menu",
        r"loading(?:\W*|\W+something is loading\W*)|something is loading\W*|access your favorite "
        r"topics in a personalized feed\b.{0,100}",
    ),
    ("syndication notice", r"originally published as (?-i:[A-Z“\"‘]).{2,200}"),
    (
        "comment box",
        r"(?:[^.?!]{5,120}\? )?(?:let us know|tell us|have your say|sound off|join (?:in )?the "
        r"(?:conversation|discussion|debate)|share your (?:thoughts|views?|opinions?)|leave "
        r"(?:a|your) comments?)(?:\W*| (?:below|here|in the comments?|with us|on (?:our"
        r"|facebook|twitter|x|social|this))\b.{0,150}|[.!?] .{0,150})",
    ),
    (
        "updated line",
        r"this (?:article|story) is (?:more than|over) (?:\d+|an?|one|two|three|five|ten) "
        r"(?:days?|weeks?|months?|years?) old\W*",
    ),
    ("share line", r"(?:share|gift|give|save|bookmark)(?: (?:this|the|full)){0,2} article\W*"),
    ("advertisement", r"(?:story|article) continues\W*"),
)
