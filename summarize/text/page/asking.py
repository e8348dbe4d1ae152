"""Asking: what a page asks of its reader, or tells of itself today: the second half of `NOTICES`.

Such a sentence tells nothing that has happened, so news that begins like one is told apart by that
(see `telling`).
"""

from __future__ import annotations

PICTURE = (
    r"(?:photo(?:graph)?|image|picture|(?:video |frame )?grab|video (?:frame|still)|still|sketch"
    r"|screen ?(?:grab|shot))"
)
_LOG = r"(?:log ?in|logged in|sign in|signed in)"
_ASK = r"(?:sign up|subscribe|register|sign in|log ?in|download|install)"
_GETS = (
    r"(?:newsletter|e-?mails?|inbox|alerts?|digest|briefing|account|channel|podcast|apps?|here"
    r"|notifications|to (?:our|read|get|receive|continue|comment|post)|free)"
)
_DO = (
    r"(?:go to|visit|see|follow|contact|call|click|check|read|e-?mail|head|log on|subscribe"
    r"|sign up|sign in|log ?in|register|enter|tune|watch|listen|view|download|install|tap|use)"
)

# What these are if nothing is told that has happened.
ASKS = (
    (
        "syndication notice",
        r"\W{0,3}with (?:additional )?(?:inputs?|reporting|files|agency|wires?) (?:(?:from|by) "
        r"(?:(?:the )?(?-i:[A-Z])|agenc|wire|staff|correspondent).{0,400}|inputs?\W*)",
    ),
    (
        "syndication notice",
        r"\W{0,3}(?:additional |further |with )?reporting by (?:(?-i:[A-Z])"
        r"|agenc|staff).{0,400}",
    ),
    (
        "syndication notice",
        r"\W{0,3}(?:additional |further |with )?reporting from (?-i:[A-Z]).{0,400}",
    ),
    (
        "syndication notice",
        r"\W{0,3}(?:compiled|edited|editing|writing|written|translated) by (?-i:[A-Z])"
        r"(?!.*, (?:the|an?|its|his|her|it|he|she)\b).{0,400}",
    ),
    ("newsletter", rf"(?:please )?{_ASK}\b.{{0,120}}?\b{_GETS}\b.{{0,250}}"),
    (
        "newsletter",
        rf"to (?:{_ASK}|read|receive|continue)\b[^,.]{{0,120}}, (?:please |just |simply |you "
        rf"(?:can|must|need to) )?{_DO}\b.{{0,250}}",
    ),
    (
        "newsletter",
        r".{0,140}\b(?:delivered|sent|straight|direct|directly) (?:straight )?(?:to|in|through) "
        r"your (?:inbox|e-?mail|phone|letterbox)\b.{0,450}",
    ),
    ("newsletter", r"(?:please )?(?:enter|provide|check) (?:a valid |your )e-?mail\b.{0,150}"),
    (
        "newsletter",
        r"(?:track|catch|get|read|follow) (?:all )?(?:the )?(?:latest|breaking) .{0,40}\bnews\b"
        r".{0,200}",
    ),
    (
        "newsletter",
        r".{0,150}\byou (?:can|may) unsubscribe(?:\W*$| (?:at|any|by|whenever|here"
        r"|from (?:this|these|our|all)|via|using|with|through)\b).{0,150}",
    ),
    (
        "newsletter",
        r"(?:thanks|thank you) for (?:signing up|subscribing|registering|visiting)\b.{0,250}",
    ),
    ("newsletter", r"(?:view|see|browse) all (?:of )?(?:our |the )?.{0,40}\bnewsletters\W*"),
    (
        "newsletter",
        r"(?-i:(?:[A-Z][\w’']+ ){0,4}Get )(?:the )?(?:breaking|latest|top|daily|more) (?:news"
        r"|alerts|stories|headlines|updates)\b.{0,150}",
    ),
    (
        "newsletter",
        r".{0,80}\b(?:news|stories|headlines|journalism|updates)\b.{0,60}\bdelivered (?:(?:every"
        r"|each|on|straight|right|free|to|weekday|weekend) ){0,3}(?:weekdays?|weekends?|mornings?"
        r"|evenings?|day|daily|weekly|you)\W*",
    ),
    (
        "newsletter",
        r"already (?:a |have an? )?(?:subscriber|member|account)\b(?:[^,.]{0,40}\?.{0,80}"
        r"|.{0,40}\b(?:log|sign) ?in\b.{0,60}|\W*)",
    ),
    ("newsletter", r"support our .{0,200}"),
    ("newsletter", r"become a (?:member|subscriber|supporter)\b.{0,200}"),
    ("newsletter", r"start your (?:free )?trial.{0,200}"),
    ("footer", r".{0,250}\ball rights reserved\b(?! (?:to|for|by)\b).{0,300}"),
    ("footer", r"(?:we|(?:this|our) (?:web)?site|our partners) uses? cookies.{0,500}"),
    (
        "footer",
        r"by (?:using|continuing|clicking|signing|subscribing|registering|submitting|browsing"
        r"|joining|entering|providing)\b.{0,120}\byou(?:[’']re| are)? "
        r"(?:agree|accept|consent|acknowledg)\w*\b.{0,400}",
    ),
    (
        "footer",
        r".{0,100}\bjavascript\b.{0,60}\b(?:enable|disabled|required|turned|browser)\w*\b.{0,120}",
    ),
    ("footer", r"(?:read|see|view) our (?:privacy|terms|cookie).{0,200}"),
    (
        "footer",
        r"(?:all )?quotes (?:displayed|delayed) (?:in real|(?:by )?(?:at least|up to|a minimum"
        r"|\d)).{0,500}",
    ),
    (
        "footer",
        r"(?:(?:real-time|market|stock|weather|delayed|quotes|and) ){0,5}data provided by "
        r"(?-i:[A-Z][\w.&’'-]*(?:,? (?:[A-Z][\w.&’'-]*|and|of|by|&))*)"
        r"(?:,? (?:and |is |are )?delayed\b.{0,80})?\W*",
    ),
    (
        "footer",
        r".{0,40}\bthe (?:views|opinions)(?: and (?:opinions|views))? expressed\b.{0,120}"
        r"\b(?:(?:do|does) not|don[’']t|(?:are|is) (?:\w+ ){0,2}(?:those|his|her|their"
        r"|theirs|the author|not|personal))\b.{0,200}",
    ),
    ("footer", r"(?:please|by) [^“\"]{0,200}\bour (?:privacy|cookie) policy\b.{0,300}"),
    ("footer", r".{0,200}\bprocessing of my personal data\b.{0,300}"),
    (
        "contact line",
        r"(?:you can )?(?:e-?mail|contact|call|reach|write to|follow|message|tweet)\b(?!-)"
        r"[^.!?]{0,80}?(?:\bat\b|\bon\b|:|@)[^!?]{0,60}?(?:\S@\S|@\w|\d{3}[\s).-]{1,2}\d{3,4}|twitter|facebook"
        r"|instagram).{0,120}",
    ),
    (
        "contact line",
        r"(?!anyone).{0,200}\b(?:contact(?:ed)?|let us know|questions|requests)\b.{0,120}\S@\S+"
        r"\.\w.{0,100}",
    ),
    ("contact line", r"(?:follow|like|find|join) (?:us|me)\b.{0,100}"),
    ("contact line", r"(?:follow|find|join) (?:him|her|them)(?: (?:on|at)\b|:| @|\W*$).{0,100}"),
    (
        "contact line",
        r"(?:do you )?(?:got|have|know) (?:an?|any|more) (?:news )?(?:tips?|story|questions?"
        r"|comments?|information (?:about|on) this)\b.{0,200}",
    ),
    (
        "contact line",
        r"(?:please )?(?:share your \b.{2,40} with (?:us|our editors?)\b|reach us\b).{0,200}",
    ),
    (
        "pointer",
        r"for (?:details|more (?:information|details|on|about|from|news|stories|coverage|updates)"
        r"|(?:further|additional) (?:information|details|reading)|the latest (?:news|updates"
        r"|information|on|from)|a (?:full |complete )?list|(?:twitter|facebook|instagram) updates)"
        rf"\b[^.!?“\"]{{0,100}}, (?:please )?{_DO}\b.{{0,250}}",
    ),
    (
        "pointer",
        r"(?:watch|see|check out|look at|read|view|listen to)\b[^“\"]{0,150}\b(?:below|above"
        r"|in the (?:video|gallery|clip))\W*",
    ),
    (
        "pointer",
        r"(?:read|see|find|view) (?:more|all) (?:of|from|by|about|on) .{0,80}\b(?:at|here|on):? "
        r"(?:https?:|www\.|[\w-]+\.(?:com|org|net)).{0,150}",
    ),
    ("comment box", r"your e-?mail address will not be.{0,200}"),
    ("comment box", r"required fields are marked.{0,40}"),
    (
        "comment box",
        rf"(?:please |you must be )?{_LOG}\b.{{0,40}}\b(?:comment|post|reply|vote)\b.{{0,80}}",
    ),
    ("comment box", r"comments (?:are|have been) (?:closed|moderated|disabled|turned).{0,120}"),
    ("comment box", r"(?:tell|let) us (?:know |what you think )?in the comments?\b.{0,80}"),
    ("comment box", r"be the first to comment.{0,60}"),
    ("related list", r"(?:click|tap) (?:here|on the|the link)\b.{0,250}"),
    (
        "related list",
        r"(?:read|see|watch|view) (?:more|the full story|the full article)\b (?:at|on|in|here"
        r"|about|from).{0,150}",
    ),
    ("caption", rf".{{0,300}}\bin (?:this|an?|the) .{{0,60}}\bfile {PICTURE}\b.{{0,120}}"),
    ("caption", rf"an? (?:undated )?file {PICTURE} (?:of|from|shows|taken|dated)\b.{{1,400}}"),
    ("caption", r"(?:file )?photos? by (?-i:[A-Z@]).{1,80}"),
    ("weather", r".{0,400}\bchance of (?:rain|snow|precipitation|showers) \d+ ?%.{0,300}"),
    ("weather", r"snow accumulating \d .{0,60}"),
    (
        "advertisement",
        r"(?:story|article) continues (?:below|after (?:the |this )?(?:ad\w*|videos?|gallery|photo"
        r"|map|chart|tweet|post|image|graphic|break|promo))\b.{0,80}",
    ),
    (
        "advertisement",
        r"advertisement(?:\W*$|\s?[-–—:|.·•]| (?:continue|story|scroll|skip)).{0,80}",
    ),
    (
        "newsletter",
        r"get (?:unlimited|full|instant|exclusive|premium|complete) (?:\w+ ){0,2}access\b"
        r"(?! to (?:the )?(?-i:[A-Z]|records|information|court)).{0,200}",
    ),
    ("contact line", r"(?:please |do )?get in touch (?:with (?:us|me|the)|by|at|via|on) .{0,200}"),
    (
        "newsletter",
        r"(?:stay up to date|get|receive|turn on|allow|enable|we(?:[’']d| would) like to send "
        r"you)\b.{0,40}\bnotifications\b.{0,100}",
    ),
    (
        "newsletter",
        r"notifications can be (?:managed|turned off|changed|disabled|switched off)\b.{0,80}",
    ),
    (
        "newsletter",
        r"your (?:support|donation|contribution|subscription|gift) (?:makes|helps|allows|enables"
        r"|lets|keeps|funds|powers|means)\b.{0,200}",
    ),
    (
        "newsletter",
        r".{0,250}\b(?:our|quality) (?:reporting|journalism|reporters|journalists)\b.{0,150}\b"
        r"(?:paywalls?|readers like you|afford it|donat\w+|support us|contribution).{0,100}",
    ),
    (
        "video player",
        r"(?:loading audio|article will play after|listen to this article|play(?:ing)? in :"
        r"|sorry, your browser)\b.{0,80}",
    ),
    (
        "pointer",
        r"for (?:the )?(?:full )?context, (?:please |always )?refer to the full (?:article|story"
        r"|report|text).{0,40}",
    ),
)
