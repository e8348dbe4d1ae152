"""Notices: what whole sentences are that a page says about itself, and never about the news.

A sentence must say something that only a page says: asking its reader for something, or telling
what its pictures show, who sends it and how it was kept. Each row stands for itself, and
`tests/cases/notices.toml` has of each what it is for and what it is not for.
"""

from __future__ import annotations

from summarize.text.page import fineprint, house, offers, standing
from summarize.text.page.asking import ASKS, PICTURE
from summarize.text.page.timestamps import TIME, WHEN, ZONE

_NAMED = r"(?:(?:file|corrects [\w ]{2,30}|adds [\w ]{2,30}|undated)\s?[-–—:]+\s?)?"
_STORY = r"(?:story|article|report|piece|post|content|copy|material|version)"

# Rows of a reason and a pattern. What these are not even news can be.
_SURE = (
    (
        "updated line",
        rf"\W{{0,2}}(?:(?:last |first )?(?:updated|published|posted|created)\b[\s:]*){WHEN}{{1,9}}"
        r"\W*",
    ),
    ("updated line", rf".{{0,60}}\b(?:updated|published|posted|created)\s*:\s*{WHEN}{{1,9}}\W*"),
    ("clock time", rf"{TIME}\s*(?:{ZONE})?\W*"),  # "p.m." looks like a sentence's end
    ("date line", rf"{WHEN}{{2,9}}"),
    (
        "syndication notice",
        rf"\W{{0,3}}(?:this|the above) {_STORY} (?:has|have) (?:not )?been (?:edited|updated"
        r"|corrected|amended|changed|reviewed|auto-?generated|syndicated)\b.{0,400}",
    ),
    (
        "syndication notice",
        r".{0,200}\bcontributed (?:to (?:this|the) (?:report|story|article|piece)(?![’']s| (?:of|on"
        r"|that|which|about)\b)|reporting)\b.{0,120}",
    ),
    ("syndication notice", r"this version (?:corrects|adds|updates|removes|restores)\b.{0,300}"),
    ("syndication notice", r"information from: (?-i:[A-Z]|https?:|www).{1,200}"),
    (
        "footer",
        r"\W{0,3}(?:©|\(c\) |copyright (?:©|\(c\)|\d{4}(?: (?-i:[A-Z])|\W{0,3}$|[,–-])"
        r"|by (?:the )?(?-i:[A-Z]))).{0,400}",
    ),
    ("footer", r".{0,100}\b(?:enable|turn on|requires?) javascript\b.{0,120}"),
    ("footer", r"our standards: (?-i:[A-Z]).{0,120}"),
    (
        "related list",
        r"\W*(?:read(?: (?:more|also|next|this))?|also (?:read|see|watch)|see also|more(?: (?:on"
        r"|from) [^:.]{2,40})?|related(?: \w+){0,2}|watch|listen|recommended|don[’']t miss"
        r"|must[- ]read|in case you missed it|up next|analysis|opinion|explainer|podcast|quiz"
        r"|full coverage|live(?: updates)?|top stories|trending(?: now)?|you may also "
        r"like)\s?[:»>→](?-i:[^a-z]{1,3}[^a-z\s]|\W*$).{0,300}",
    ),
    ("related list", r"read or share this.{0,150}"),
    ("related list", r".{0,650}(?:\.\.\.|…)\W{0,3}(?:read|see|view) more\W*"),
    ("caption", rf"{_NAMED}in (?:this|an?|the) .{{0,60}}\bfile {PICTURE}\b.{{1,600}}"),
    ("caption", rf".{{0,300}}\(file {PICTURE}\b.{{0,300}}"),
    (
        "caption",
        r"(?:image|media|video)\s+(?:copyright|caption|credit|source)(?:\s?[:,|]|\s+(?-i:[A-Z\d“"
        r"\"‘'©])).{1,400}",
    ),
    (
        "caption",
        r"(?:photos?|images?|pictures?|video|gallery|pictured|slideshow|file photo)\s?:.{1,300}",
    ),
    (
        "caption",
        r".{0,300}\b(?:(?:toggle|hide|show) caption|enlarge this image)\b.{0,300}",
    ),
    (
        "caption",
        rf"{_NAMED}in this (?:{WHEN}{{1,6}}(?:file )?{PICTURE}|[^.]{{0,60}}?{PICTURE}"
        rf",? (?:\w+ ){{0,2}}(?:taken|released|provided|made|posted|distributed|supplied|obtained"
        rf"|shot|dated|shown))\b.{{1,600}}",
    ),
    (
        "caption",
        rf"this (?:(?:{WHEN}){{1,4}}|[a-z]+ ){{0,3}}{PICTURE}(?: of [^.]{{1,60}}?)?,? (?:provided"
        r"|released|taken|made|supplied|distributed|obtained|grabbed)\b[^.]{1,200}?\bshows\b"
        r"(?! that| how| why).{1,500}",
    ),
    (
        "caption",
        rf"an? (?:\w+ )?{PICTURE} (?:taken|grabbed|captured) from .{{0,80}}?\b(?:video|footage|tv"
        r"|broadcast|television)\b.{0,60}?\bshows?\b(?! that| how| why).{1,400}",
    ),
    ("caption", r"this (?:combination|combo) of (?:\w+ ){0,2}(?:photo|image|picture)s?\b.{1,500}"),
    (
        "caption",
        rf"{_NAMED}in this (?:courtroom sketch|(?:video |frame |screen ?)grab"
        r"|(?:image|still|frame) (?:made |taken )?from)\b.{1,500}",
    ),
    ("caption", r"\d{1,2} of \d{1,3}\. .{20,650}"),
    ("caption", r"(?-i:CLOSE [A-Z][a-z]).{10,650}"),
    ("web archive", r"the seed for (?:this|these) crawls? (?:was|were) (?:a |the )?list\b.{0,650}"),
    (
        "web archive",
        r"this (?:[\"“]?\w+[\"”]? )?crawl (?:was (?:run|started|done|seeded|made|part)|is"
        r"|ran)\b.{0,650}",
    ),
    ("web archive", r"(?:these crawls are|crawls of supported) .{0,650}"),
    ("web archive", r"survey \d+ is based on a seed\b.{0,650}"),
    ("web archive", r"the warc files associated\b.{0,650}"),
    (
        "web archive",
        r"(?:starting in \d{4}, )?alexa internet has been donating their crawl\b.{0,650}",
    ),
    ("web archive", r"flowing in every day, these data\b.{0,650}"),
    ("web archive", r"then the internet archive hopes\b.{0,300}"),
    ("web archive", r"the goal is to fix all broken links\b.{0,100}"),
    (
        "share line",
        r".{0,60}\b(?:add your thoughts about any tweet|when you see a tweet you love|someone else"
        r"[’']s tweet|what people are talking about now|best stories happening as they unfold"
        r"|latest conversations about any topic|more accounts to get instant updates|twitter "
        r"content in your website|add this (?:tweet|video) to your website)\b.{0,250}",
    ),
    (
        "video player",
        r".{0,60}\b(?:media|video) (?:playback|player)\b.{0,40}\b(?:support|load|unavail)\w*(?: "
        r"(?:on|in|by) (?:your|this) .{0,60})?\W*",
    ),
    ("byline", r"by (?:the )?associated press\.?"),
    ("weather", r".{0,400}\bwinds [nsew]{1,3} at \d+ to \d+ mph(?:\W*$|[.,;].{0,300})"),
    (
        "syndication notice",
        rf"an? (?:earlier |previous |different |shorter |longer )?version of this {_STORY} "
        r"(?:appears|appeared|ran|misstated|misspelled|misidentified|incorrectly|included|omitted"
        r"|was (?:first |originally )?published)\b.{0,400}",
    ),
    ("syndication notice", r"a correction was made on \w+ \d.{0,400}"),
    (
        "footer",
        r"(?:all )?(?:product )?(?:prices|odds) (?:were |are )?correct at (?:the )?time of "
        r"(?:publication|publishing|writing|going to press)\b.{0,200}",
    ),
    (
        "caption",
        r".{0,500}\bthis (?:image|picture|photo|video|handout)s? (?:has been|was|is being) "
        r"(?:supplied|provided|taken|processed|released|obtained|distributed) (?:by|from) "
        r"(?:a |the )?third party\b.{0,150}",
    ),
    (
        "error message",
        r"(?:php )?(?:notice|warning|fatal error|deprecated|parse error|strict standards)\s?:"
        r".{0,600}?\b(?:on line \d+|was called incorrectly|failed to open stream"
        r"|failed opening|undefined (?:variable|index|offset|array key)).{0,500}",
    ),
    ("menu", r"(?-i:(?:[A-Z][\w’'-]* ){1,5}An icon (?:of|representing|that)) .{1,150}"),
    (
        "embedded post",
        r".{0,600}[—–-]\s?[^—–]{2,60} \(@\w{1,20}\)(?:\s[a-z]{3,9}\.? \d\d?, \d{4})?",
    ),
    ("pointer", r".{0,1}[^“\"]{5,150}[:–—-] here\W*"),
    ("section heading", r".{0,1}[^.!?]{3,100} \(\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?\)"),
    (
        "content warning",
        r"(?:(?:trigger|content|editor[’']s) )?(?:warning|note|caution)\s?[:–—-] (?:the following"
        r"|this (?:article|story|post|content|report|piece)|some readers) .{0,80}\b(?:contains?"
        r"|includes?|discuss\w*|distressing|disturbing|upsetting|graphic)\b.{0,200}",
    ),
    (
        "video player",
        r"(?:oops\W+|sorry\W+)?(?:something went wrong\W*)?(?:please )?(?:something went wrong"
        r"|try again later)\W*",
    ),
)

# What these are if nobody is told to have said it.
_UNSPOKEN = (
    (
        "syndication notice",
        rf"\W{{0,3}}(?:except .{{0,40}}, )?(?:this|the above) {_STORY}\b[^,]{{0,80}}\b(?:(?:first"
        r"|originally|previously) (?:appeared|published)|(?:appeared|(?:been|was|is) published) "
        r"(?:first |originally )?(?:on|in|at|by)|may not be (?:published|reproduced|copied|used"
        r"|broadcast|re\w+|sold|stored)|republished|produced (?:by|in)|generated (?:by|from)"
        r"|syndicated|auto-?generated|provided by|is part of|was (?:written by|edited|updated"
        r"|corrected|amended))\b.{0,400}",
    ),
    (
        "footer",
        r".{0,300}\bsolely responsible for (?:all|this|its) content.{0,80}",
    ),
    (
        "contact line",
        r".{3,80}\bcan be reached (?:at|on|via|by) .{0,80}(?:https?:|@|\d{3}[-. ]\d{4}).{0,100}",
    ),
    ("pointer", r"\((?:see|read|watch|view|click|listen to|photos|video)\b[^()]{3,200}\)\W*"),
    (
        "pointer",
        r".{0,1}[^.!?(]{0,300}\b(?:photo|image|picture|video|gallery|graphic|map|chart|clip)s? "
        r"(?:at the (?:top|bottom|end|start) of this (?:story|article|page|post|report)|above"
        r"|below)\W{0,3}",
    ),
    (
        "pointer",
        r".{0,1}[^.!?(]{0,300}\b(?:pictured|seen|shown)(?: here)? (?:above|below)\W{0,3}",
    ),
    (
        "byline",
        r".{3,60} is an? (?:.{0,60} )?(?:reporter|writer|editor|columnist|correspondent|journalist)"
        r"\b(?!.*\bwho (?:is|was|has)\b)[^,]{0,60}\b(?:for|at|based in|with|covering)\b.{0,250}\b"
        r"(?:follow (?:him|her|them)|twitter|@|e-?mail|work has appeared|is the author of).{0,250}",
    ),
    (
        "byline",
        r"(?:(?:an? )?(?:native|graduate) of|based in|born in|originally from) (?-i:[A-Z])"
        r"[^“\"]{3,160}\b(?:writes|blogs) (?:about|on|for)\b.{3,200}",
    ),
    (
        "syndication notice",
        r"(?:this|the) (?:(?:article|summary|text|content|translation|audio|voice ?over|page) )?"
        r"(?:is|was|has been) (?:an? )?(?:\w+ ){0,3}?(?:ai|a\.i\.|artificial intelligence|machine"
        r"|computer)\b[- ](?:generated|assisted|assistance|translated|created|voiced|based|"
        r"summar\w+).{0,300}",
    ),
    ("embedded post", r".{0,400}\bpic\.twitter\.com/\w+\W*"),
)

_ALWAYS = (*_SURE, *house.SURE, *standing.SURE, *offers.SURE)
_TOLD_OF = (*house.UNSPOKEN, *standing.UNSPOKEN, *fineprint.UNSPOKEN, *offers.UNSPOKEN)
_UNSAID = (*_ALWAYS, *_UNSPOKEN, *_TOLD_OF)
NOTICES = (*_UNSAID, *ASKS, *house.ASKS, *standing.ASKS, *fineprint.ASKS, *offers.ASKS)
# How many of them may be so, by what `telling` says of a text.
MAY_BE = {0: len(NOTICES), 1: len(_ALWAYS), 2: len(_UNSAID)}

NOTICES_NEED = (
    "updated,published,posted,created,contributed,your inbox,your email,your e-mail,your phone"
    ",your letterbox,unsubscribe,rights reserved,responsible for,javascript"
    ",the views,the opinions,personal data,@"
    ",read more,see more,view more,file p,file i,file v,file g,file s,file f,caption"
    ",enlarge this,playback,player,reporter,writer,editor,columnist,correspondent,journalist"
    ",delivered,winds ,chance of "
    ",tweet,talking about now,as they unfold,conversations about any topic,instant updates"
    ",twitter content,to your website,can be reached,third party,pic.twitter.com,(@"
    ",: here,- here,– here,— here,m.),m)"
    ",journalism is,reporting is"
    ",our journalis,quality journalis,our report,quality report"
    ",top of this ,bottom of this ,end of this ,start of this , above, below"
    ",commission,share of ,-supported ,-funded ,independently ,personally ,nonprofit ,non-profit "
    ",does not provide ,civil forum,afford to "
)
