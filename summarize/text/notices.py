"""Notices: what whole sentences are that a page says about itself, and never about the news.

A sentence must say something that only a page says: asking its reader for something, or telling
what its pictures show, who sends it and how it was kept.
"""

from __future__ import annotations

from summarize.text.clocks import TIME, WHEN, ZONE

_NAMED = r"(?:(?:file|corrects [\w ]{2,30}|adds [\w ]{2,30}|undated)\s?[-–—:]+\s?)?"
_PICTURE = (
    r"(?:photo(?:graph)?|image|picture|(?:video |frame )?grab|video (?:frame|still)|still|sketch"
    r"|screen ?(?:grab|shot))"
)

# What whole sentences are that a page says about itself.
NOTICES = (
    (
        "updated line",
        rf"\W{{0,2}}(?:(?:last |first )?(?:updated|published|posted"
        rf"|created)\b[\s:]*){WHEN}{{1,9}}\W*|.{{0,60}}\b(?:updated|published|posted"
        rf"|created)\s*:\s*{WHEN}{{1,9}}\W*",
    ),
    ("clock time", rf"{TIME}\s*(?:{ZONE})?\W*"),  # "p.m." looks like a sentence's end
    ("date line", rf"{WHEN}{{2,9}}"),
    (
        "syndication notice",
        r"\W{0,3}(?:except .{0,40}, )?(?:this|the above) (?:story|article|report|piece|post|content"
        r"|copy|material|version)\b.{0,80}\b(?:(?:not )?been (?:edited|updated|corrected|amended"
        r"|published|changed|reviewed)|auto-?generated|syndicated|(?:first|originally|previously) "
        r"(?:appeared|published)|(?:appeared|published) (?:first |originally )?(?:on|in|at|by)|may "
        r"not be|republished|produced (?:by|in)|generated (?:by|from)|provided by|is part of|was "
        r"written by)\b.{0,400}|\W{0,3}(?:with (?:additional )?(?:inputs?|reporting|files|agency"
        r"|wires?) (?:from|by|inputs?)|(?:additional |further |with )?reporting (?:by|from) "
        r"(?-i:[A-Z])|(?:compiled|edited|editing|writing|translated) by (?-i:[A-Z])).{0,400}"
        r"|.{0,200}\bcontributed (?:to (?:this|the) (?:report|story|article|piece)"
        r"|reporting)\b.{0,120}|information from: .{1,200}",
    ),
    (
        "newsletter",
        r"(?:please |to )?(?:sign up|subscribe|register|sign in|log ?in|download"
        r"|install)\b.{0,120}?\b(?:newsletter|e-?mails?|inbox|alerts?|digest|briefing|account"
        r"|channel|podcast|apps?|here|notifications|to (?:our|read|get|receive|continue|comment"
        r"|post)|free)\b.{0,250}|.{0,140}\b(?:delivered|sent|straight|direct|directly) (?:straight "
        r")?(?:to|in) your (?:inbox|e-?mail|phone)\b.{0,150}|(?:enter|provide|check) (?:a valid "
        r"|your )e-?mail\b.{0,150}|(?:track|catch|get|read|follow) (?:all )?(?:the )?(?:latest"
        r"|breaking) .{0,40}\bnews\b.{0,200}|.{0,150}\byou (?:can|may) unsubscribe\b.{0,150}"
        r"|(?:thanks|thank you) for (?:signing up|subscribing|registering|visiting)\b.{0,250}"
        r"|(?:view|see|browse) all (?:of )?(?:our |the )?.{0,40}\bnewsletters\W*"
        r"|(?-i:(?:[A-Z][\w’']+ ){0,4}Get )(?:the )?(?:breaking|latest|top|daily|more) (?:news"
        r"|alerts|stories|headlines|updates)\b.{0,150}|.{0,80}\b(?:news|stories|headlines"
        r"|journalism|updates)\b.{0,60}\bdelivered (?:(?:every|each|on|straight|right|free|to"
        r"|weekday|weekend) ){0,3}(?:weekdays?|weekends?|mornings?|evenings?|day|daily|weekly"
        r"|you)\W*"
        r"|already (?:a |have a )?(?:subscriber|member|an account)\b.{0,80}|(?:support our|become "
        r"a (?:member|subscriber|supporter)\b|start your (?:free )?trial).{0,200}",
    ),
    (
        "footer",
        r"\W{0,3}(?:©|\(c\) |copyright (?:©|\(c\)|\d{4}|by )).{0,400}|.{0,250}\ball rights "
        r"reserved\b.{0,300}|our standards: .{0,120}|.{0,300}\bsolely responsible for (?:all|this"
        r"|its) content.{0,80}|(?:we|this (?:web)?site|our (?:web)?site|our partners) uses? "
        r"cookies.{0,500}|by (?:using|continuing|clicking|signing|subscribing|registering"
        r"|submitting|browsing)\b.{0,120}\byou (?:agree|accept|consent|acknowledge)\b.{0,400}"
        r"|.{0,100}\bjavascript\b.{0,60}\b(?:enable|disabled|required|turned|browser)\w*\b.{0,120}"
        r"|(?:read|see|view) our (?:privacy|terms|cookie).{0,200}|quotes (?:displayed"
        r"|delayed).{0,500}|(?:real-time |market )?data provided by.{0,120}|.{0,40}\bthe (?:views"
        r"|opinions)(?: and (?:opinions|views))? expressed (?:in|by|here).{0,300}|(?:please|by) "
        r"[^“\"]{0,200}\bour (?:privacy|cookie) policy\b.{0,300}|.{0,200}\bprocessing of my "
        r"personal data\b.{0,300}",
    ),
    (
        "contact line",
        r"(?:e-?mail|contact|call|reach|write to|follow|message|tweet)\b[^.!?]{0,80}?(?:\bat\b"
        r"|\bon\b|:|@)[^!?]{0,60}?(?:\S@\S|@\w|\d{3}[\s).-]{1,2}\d{3,4}|twitter|facebook"
        r"|instagram).{0,120}|(?!anyone).{0,200}\b(?:contact(?:ed)?|let us know|questions"
        r"|requests)\b.{0,120}\S@\S+\.\w.{0,100}|(?:follow|like|find|join) (?:us|me|him|her"
        r"|them)\b.{0,100}|(?:got|have) a (?:news )?(?:tip|story|question|comment)\b.{0,200}",
    ),
    (
        "pointer",
        r"for (?:details|more (?:information|details|on|about|from|news|stories|coverage|updates)"
        r"|(?:further|additional) (?:information|details|reading)|the latest (?:news|updates"
        r"|information|on|from)|a (?:full |complete )?list|(?:twitter|facebook|instagram) updates)"
        r"\b[^.!?“\"]{0,100}, (?:please )?(?:go to|visit|see|follow|contact|call|click|check|read"
        r"|e-?mail|head|log on|subscribe|sign up|tune|watch|listen|view|download)\b.{0,250}"
        r"|(?:watch|see|check out|look at|read|view|listen to)\b[^“\"]{0,150}\b(?:below|above"
        r"|in the (?:video|gallery|clip))\W*"
        r"|\((?:see|read|watch|view|click|listen to|photos|video)\b[^()]{3,200}\)\W*"
        r"|.{3,80}\bcan be reached (?:at|on|via|by) .{0,80}(?:https?:|@|\d{3}[-. ]\d{4}).{0,100}"
        r"|(?:read|see|find|view) (?:more|all) (?:of|from|by|about|on) .{0,80}\b(?:at|here|on):? "
        r"(?:https?:|www\.|[\w-]+\.(?:com|org|net)).{0,150}",
    ),
    (
        "comment box",
        r"your e-?mail address will not be.{0,200}|required fields are marked.{0,40}"
        r"|(?:please |you must be )?(?:log ?in|logged in|sign in|signed in)\b.{0,40}\b(?:comment"
        r"|post|reply|vote)\b.{0,80}|comments (?:are|have been) (?:closed|moderated|disabled"
        r"|turned).{0,120}|(?:tell|let) us (?:know |what you think )?in the comments?\b.{0,80}|be "
        r"the first to comment.{0,60}",
    ),
    (
        "related list",
        r"\W*(?:read(?: (?:more|also|next|this))?|also (?:read|see|watch)|see also|more(?: (?:on"
        r"|from) [^:.]{2,40})?|related(?: \w+){0,2}|watch|listen|recommended|don[’']t miss"
        r"|must[- ]read|in case you missed it|up next|analysis|opinion|explainer|podcast|quiz"
        r"|full coverage|live(?: updates)?|top stories|trending(?: now)?|you may also "
        r"like)\s?[:»>→].{1,300}|(?:click|tap) (?:here|on the|the link)\b.{0,250}|(?:read|see|watch"
        r"|view) (?:more|the full story|the full article)\b (?:at|on|in|here|about|from).{0,150}"
        r"|read or share this.{0,150}"
        r"|.{0,650}(?:\.\.\.|…)\W{0,3}(?:read|see|view) more\W*",
    ),
    (
        "caption",
        r".{0,120}\b(?:in this|this|an?|the) .{0,60}\bfile (?:photo|picture|image)\b.{0,400}"
        r"|(?:image|media|video)\s+(?:copyright|caption|credit|source)\b.{1,400}|(?:photos?"
        r"|pictures?|video|watch|gallery|pictured|slideshow|file photo)\s?:.{1,300}"
        r"|.{0,300}\b(?:(?:toggle|hide|show) caption|enlarge this image)\b.{0,300}|(?:file )?photo "
        rf"by .{{2,80}}"
        rf"|{_NAMED}in this (?:{WHEN}{{1,4}}(?:file )?{_PICTURE}|[^.]{{0,60}}?{_PICTURE}"
        rf",? (?:\w+ ){{0,2}}(?:taken|released|provided|made|posted|distributed|supplied|obtained"
        rf"|shot|dated|shown))\b.{{1,600}}"
        rf"|this (?:(?:{WHEN}){{1,4}}|[a-z]+ ){{0,3}}{_PICTURE}(?: of [^.]{{1,60}}?)?,? (?:provided"
        r"|released|taken|made|supplied|distributed|obtained|grabbed)\b[^.]{1,200}?\bshows\b.{1,500}"
        rf"|an? (?:\w+ )?{_PICTURE} (?:taken|grabbed|captured) from .{{0,80}}?\b(?:video|footage|tv"
        r"|broadcast|television)\b.{0,60}?\bshows?\b.{1,400}"
        r"|\d{1,2} of \d{1,3}\. .{20,650}"
        r"|\d{1,3}/(?:3[2-9]|[4-9]\d|1\d\d) (?-i:[‘'“\"]?[A-Z]).{10,650}"
        r"|(?-i:CLOSE [A-Z][a-z]).{10,650}",
    ),
    (
        "web archive",
        r"(?:the seed for this crawl|this (?:[\"“]?survey[\"”]? )?crawl was|these crawls are"
        r"|crawls of supported|survey \d+ is based on a seed|the warc files associated|(?:starting"
        r" in \d{4}, )?alexa internet has been donating|flowing in every day, these data)\b.{0,650}"
        r"|then the internet archive hopes\b.{0,300}|the goal is to fix all broken links\b.{0,100}",
    ),
    (
        "weather",
        r".{0,400}\bwinds [nsew]{1,3} at \d+ to \d+ mph\b.{0,300}|.{0,400}\bchance of (?:rain"
        r"|snow|precipitation|showers) \d+ ?%.{0,300}|snow accumulating \d .{0,60}",
    ),
    (
        "share line",
        r".{0,60}\b(?:add your thoughts about any tweet|when you see a tweet you love|someone else"
        r"[’']s tweet|what people are talking about now|best stories happening as they unfold"
        r"|latest conversations about any topic|more accounts to get instant updates|twitter "
        r"content in your website|add this (?:tweet|video) to your website)\b.{0,250}",
    ),
    ("advertisement", r"(?:story|article) continues (?:below|after).{0,80}|advertisement\W.{0,80}"),
    (
        "video player",
        r".{0,60}\b(?:media|video) (?:playback|player)\b.{0,40}\b(?:support|load|unavail).{0,100}",
    ),
    (
        "byline",
        r"by (?:the )?associated press\.?|.{3,60} is an? .{3,60}\b(?:reporter|writer|editor"
        r"|columnist|correspondent|journalist)\b.{0,60}\b(?:for|at|based in|with|covering)\b"
        r".{0,250}\b(?:follow|twitter|@|e-?mail|work has appeared|is the author of).{0,250}",
    ),
)


NOTICES_NEED = (
    "updated,published,posted,created,contributed,your inbox,your email,your e-mail,your phone"
    ",unsubscribe,rights reserved,responsible for,javascript,the views,the opinions,personal data,@"
    ",read more,see more,view more,file photo,file picture,file image,caption,enlarge this,playback"
    ",player,reporter,writer,editor,columnist,correspondent,journalist,delivered,winds ,chance of "
    ",tweet,talking about now,as they unfold,conversations about any topic,instant updates"
    ",twitter content,to your website,can be reached"
)
