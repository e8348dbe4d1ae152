"""The words page furniture is made of: whole lines of news pages that are never the article.

A compact vocabulary for English news sites in general. Lines that no full stop ends are furniture
by their shape alone (see `prose`), so for them the words only give the reason. Whole sentences
must say something that only a page says about itself.
"""

from __future__ import annotations

from summarize.text.alternatives import rows

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_TIME = (
    r"(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|\d{4}\s?(?:hrs|h))"
)
_ZONE = r"\(?(?:[a-z]{1,2}[sd]?t|gmt|utc|ces?t|aes?t)\)?(?:\s*[+-]\d{1,2}:?\d*)?"
_AGO = r"(?:just now|(?:an?|\d+)\s?(?:s|m|h|d|sec|min|hour|hr|day|week|month|year)\w*\s+ago)"
_DATE = (
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?[\s-]+{_MONTH}"
    r"|\d{4}-\d\d?-\d\d?(?:t[\d:.+z-]*)?|\d\d?[/.-]\d\d?[/.-](?:19|20)?\d\d|(?:19|20)\d\d"
    rf"|{_WEEKDAY}|{_AGO})"
)
_WHEN = rf"(?:(?:{_DATE}|{_TIME}|{_ZONE}|at|on|\||,|[-–—·•/])\s*)"
_AGENCY = (
    r"(?:ap|(?:the )?associated press|reuters|afp|agence france[- ]presse|upi|pti|ani|ians|xinhua"
    r"|kcna|yonhap|tass|interfax|dpa|efe|ansa|kyodo|bloomberg|cnn|bbc(?: news)?|npr|epa|getty"
    r"(?: images)?(?:/\w+)?|ap photo|aap|pa(?: wire)?|press association|(?:the )?canadian press"
    r"|anadolu(?: agency)?|handout|file(?: photo)?|i?stock(?:photo)?|shutterstock|alamy|wireimage)"
)
_NETWORK = (
    r"(?:facebook|twitter|x|instagram|linkedin|whats ?app|telegram|youtube|pinterest|reddit|tumblr"
    r"|google\+?|flipboard|messenger|tiktok|threads|e-?mail|print|rss|quora|bluesky|mastodon|link)"
)
_CREDIT = (
    r"(?:(?:image|photo|picture|video|pic|file|photograph|screen ?(?:grab|shot))s?\s)?"
    r"(?:source|credits?|courtesy|copyright|photo|image|picture|provided|photograph(?:ed)?|via)s?"
)

# What lines without a full stop are. All patterns match the whole line, in any case.
_LINES = (
    ("clock time", rf"{_TIME}\s*(?:{_ZONE})?"),
    ("date line", rf"(?:date:?\s+)?{_WHEN}{{1,9}}"),
    ("page number", r"\W*\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?\W*"),
    (
        "updated line",
        r".{0,80}\b(?:updated|created|published|posted|modified|issued|filed|live)\b"
        rf"[\s:|,–—-]*(?:(?:on|at|by)[\s:]+)?(?:{_DATE}|{_TIME}).{{0,90}}",
    ),
    ("reading time", r"\d+[- ]min(?:ute)?s?(?: read)?|.{0,20}\bread(?:ing)? time\b.{0,20}"),
    ("byline", rf"(?:(?:written|reported|posted|story|report) )?by:? (?:{_AGENCY}|\D{{3,120}})"),
    ("byline", rf"(?-i:(?:[A-Z][\w.’'-]+ ){{1,3}})?(?:[,|/-]|in|for)*\s?{_AGENCY}"),
    ("byline", r".{3,60}\b(?:correspondent|staff writer|staff reporter|columnist|contributor)s?"),
    ("photo credit", rf".{{0,300}}[(\[]?\b{_CREDIT}\s?(?::|by|from|©)\s?.{{2,80}}"),
    ("photo credit", rf".{{0,300}}[(\[]?\b(?:\w+/)?{_AGENCY}(?:\s?[/|,]\s?[\w. ]{{2,40}})*[)\]]?"),
    ("caption", r".{0,300}\b(?:(?:toggle|hide|show|image|media|photo) caption|enlarge)\b.{0,300}"),
    ("caption", r"\W*(?:photos?|pictures?|images?|video|watch|gallery|in pictures)\s?[:|].{1,300}"),
    (
        "related list",
        r"\W*(?:(?:read|see|also|more|related|watch|next|previous|recommended|analysis|opinion)\b"
        r"[\w ]{0,30}\s?[:|»>→–—].{0,300}|(?:read|see|watch|view|show|load) (?:more|also|all|next)"
        r".{0,200}|click (?:here|on|to).{0,200}|(?:continue|keep) reading.{0,80}|learn "
        r"more.{0,80})",
    ),
    (
        "menu",
        r"(?:skip|jump|back|return|go) to .{1,40}|(?:left |main |toggle )?(?:menu|navigation)",
    ),
    (
        "share line",
        r"(?:(?:share|tweet|like|follow|pin|connect|find|join|add|save|print|e-?mail|copy|reprints"
        rf"|on|via|this|article|story|us|with|in|to|a|friend|\d+|{_NETWORK})\W+){{0,12}}"
        rf"(?:share|tweet|save|follow|like|pin|(?:connect|follow) us|us on|article|story|{_NETWORK}"
        rf"|\d)",
    ),
    (
        "newsletter",
        r".{0,80}\b(?:newsletters?|subscri(?:be|ption)|sign (?:up|in)|log ?in)\b.{0,200}",
    ),
    (
        "footer",
        r".{0,100}(?:©|copyright|all rights reserved|privacy|terms (?:of|and|&)|cookies?\b|contact "
        r"us|about us|advertise|disclaimer|site ?map|feedback|\w@\w|\+\d|(?:phone|tel"
        r"|fax):).{0,400}",
    ),
    (
        "comment box",
        r"(?:.{0,30}\b)?(?:comments?|repl(?:y|ies)|conversation|discussion)(?: ?\(\d+\))?",
    ),
    (
        "advertisement",
        r"\W*(?:advert(?:isement|ising)?|ads?|sponsored|promoted|paid (?:content|post))\b.{0,80}"
        r"|.{0,20}\b(?:continues?|reading) (?:below|after)\b.{0,60}|scroll (?:down )?(?:to"
        r"|for).{0,60}",
    ),
    (
        "syndication notice",
        r"_{2,}|(?:information from|source|via|reporting by|editing by)\b.{1,200}",
    ),
    ("list item", r"[•·▪●◦*►▶‣»–—-]\s*\S.{0,300}"),
)

# What whole sentences are that a page says about itself.
_SENTENCES = (
    (
        "updated line",
        rf"\W{{0,2}}(?:(?:last |first )?(?:updated|published|posted"
        rf"|created)\b[\s:]*){_WHEN}{{1,9}}\W*|.{{0,60}}\b(?:updated|published|posted"
        rf"|created)\s*:\s*{_WHEN}{{1,9}}\W*",
    ),
    ("clock time", rf"{_TIME}\s*(?:{_ZONE})?\W*"),  # "p.m." looks like a sentence's end
    ("date line", rf"{_WHEN}{{2,9}}"),
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
        "comment box",
        r"your e-?mail address will not be.{0,200}|required fields are marked.{0,40}"
        r"|(?:please |you must be )?(?:log ?in|logged in|sign in|signed in)\b.{0,40}\b(?:comment"
        r"|post|reply|vote)\b.{0,80}|comments (?:are|have been) (?:closed|moderated|disabled"
        r"|turned).{0,120}|(?:tell|let) us (?:know |what you think )?in the comments?\b.{0,80}|be "
        r"the first to comment.{0,60}",
    ),
    (
        "related list",
        r"\W*(?:read (?:more|also|next)|also (?:read|see|watch)|see also|more|related(?: \w+){0,2}"
        r"|watch|recommended|don[’']t miss|must[- ]read|in case you missed it|up "
        r"next)\s?[:»>→].{1,300}|(?:click|tap) (?:here|on the|the link)\b.{0,250}|(?:read|see|watch"
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
        r"by .{2,80}",
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


# Without one of these a line, or a sentence, is none of those patterns that begin with anything.
_LINES_NEED = (
    "updated,created,published,posted,modified,issued,filed,live,read time,reading time"
    ",correspondent,staff writer,staff reporter,columnist,contributor,source,credit,courtesy,photo"
    ",image,picture,provided,via,caption,enlarge,newsletter,subscri,sign up,sign in,log in,login,©"
    ",copyright,rights reserved,privacy,terms ,cookie,contact us,about us,advertise,disclaimer"
    ",sitemap,site map,feedback,@,+,phone:,tel:,fax:,continue,reading below,reading after"
)
_AGENCIES = (
    "ap,associated,reuters,afp,agence,upi,pti,ani,ians,xinhua,kcna,yonhap,tass,interfax,dpa,efe"
    ",ansa,kyodo,bloomberg,cnn,bbc,npr,epa,getty,aap,pa,press,canadian,anadolu,handout,file"
    ",stock,istock,stockphoto,istockphoto,shutterstock,alamy,wireimage"
)
_SENTENCES_NEED = (
    "updated,published,posted,created,contributed,your inbox,your email,your e-mail,your phone"
    ",unsubscribe,rights reserved,responsible for,javascript,the views,the opinions,personal data,@"
    ",read more,see more,view more,file photo,file picture,file image,caption,enlarge this,playback"
    ",player,reporter,writer,editor,columnist,correspondent,journalist"
)
_ANY_LINE = rows([pattern for _, pattern in _LINES], _LINES_NEED.split(","), _AGENCIES.split(","))
_ANY_SENTENCE = rows([pattern for _, pattern in _SENTENCES], _SENTENCES_NEED.split(","))


def furniture(line: str, *, ended: bool) -> str | None:
    """Return why a whole line is page furniture, or None if its words do not tell.

    Args:
        line: A line or paragraph, trimmed.
        ended: Whether it ends like a sentence.
    """
    if len(line) > 700:
        return None
    if (number := _ANY_SENTENCE.fullmatch(line)) is not None:
        return _SENTENCES[number][0]
    if not ended and (number := _ANY_LINE.fullmatch(line)) is not None:
        reason = _LINES[number][0]
        # Who is credited stands under what the picture shows.
        return "caption" if reason == "photo credit" and line.count(" ") > 5 else reason
    return None
