"""The words page furniture is made of: whole lines of news pages that are never the article.

A compact vocabulary for English news sites in general. Lines that no full stop ends are furniture
by their shape alone (see `prose`), so for them the words only give the reason. Whole sentences
must say something that only a page says about itself.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from summarize.text.alternatives import rows
from summarize.text.page.captions import is_gallery_item
from summarize.text.page.foreign import said_elsewhere
from summarize.text.page.notices import MAY_BE, NOTICES, NOTICES_NEED
from summarize.text.page.telling import telling
from summarize.text.page.timestamps import DATE, TIME, WHEN, ZONE

if TYPE_CHECKING:
    from summarize.text.alternatives import Rows

# Whom a line by itself credits: agencies, broadcasters, picture services. Of `agencies` only those
# whose short names are no words where capitals and small letters are one.
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
    ("clock time", rf"{TIME}\s*(?:{ZONE})?"),
    ("date line", rf"(?:date:?\s+)?{WHEN}{{1,9}}"),
    (
        "page number",
        r"\W*\d{1,4}(?:\s?(?:/|of)\s?\d{1,4})?\W*"
        r"|\W*(?:(?:continued|cont[’']?d|continues|turn|see)\b.{0,40}\b)?page [a-z]?\d{1,3}\W*",
    ),
    (
        "updated line",
        r".{0,80}\b(?:updated|created|published|posted|modified|issued|filed|live)\b"
        rf"[\s:|,–—-]*(?:(?:on|at|by)[\s:]+)?(?:{DATE}|{TIME}).{{0,90}}",
    ),
    ("reading time", r"\d+[- ]min(?:ute)?s?(?: read)?|.{0,20}\bread(?:ing)? time\b.{0,20}"),
    ("byline", rf"(?:(?:written|reported|posted|story|report) )?by:? (?:{_AGENCY}|\D{{3,120}})"),
    ("byline", rf"(?-i:(?:[A-Z][\w.’'-]+ ){{1,3}})?(?:[,|/-]|in|for)*\s?{_AGENCY}"),
    ("byline", r".{3,60}\b(?:correspondent|staff writer|staff reporter|columnist|contributor)s?"),
    ("photo credit", rf".{{0,300}}[(\[]?\b{_CREDIT}\s?(?::|by|from|©)\s?.{{2,80}}"),
    (  # and nobody who is asked or cited: "according to Reuters"
        "photo credit",
        r".{0,300}(?<!\bto )(?<!\btold )(?<!\btells )(?<!\bciting )[(\[]?\b(?:\w+/)?"
        rf"{_AGENCY}(?:\s?[/|,]\s?[\w. ]{{2,40}})*[)\]]?",
    ),
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
    ("link", r"\W*(?:https?://|www\.)\S+"),
    ("list item", r"[•·▪●◦*►▶‣»–—-]\s*\S.{0,300}"),
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
# What the signs of a site's bar are called where nobody sees them, one behind the other.
_ICON, _ICONS = " An icon ", 3


# Made when the first line is read: who asks a story that is remembered reads none.
@cache
def _any_line() -> Rows:
    return rows([pattern for _, pattern in _LINES], _LINES_NEED.split(","), _AGENCIES.split(","))


@cache
def _any_sentence() -> Rows:
    return rows([pattern for _, pattern in NOTICES], NOTICES_NEED.split(","))


@lru_cache(maxsize=1 << 13)  # asked of each paragraph, and of its sentences, often but one
def furniture(line: str, *, ended: bool) -> str | None:
    """Return why a whole line is page furniture, or None if its words do not tell.

    Args:
        line: A line or paragraph, trimmed.
        ended: Whether it ends like a sentence.
    """
    if is_gallery_item(line):
        return "caption"
    if line.count(_ICON) >= _ICONS:
        return "menu"
    if len(line) > 700:
        return None
    if (number := _any_sentence().fullmatch(line)) is not None and number < MAY_BE[telling(line)]:
        return NOTICES[number][0]
    if not ended and (number := _any_line().fullmatch(line)) is not None:
        reason = _LINES[number][0]
        # Who is credited stands under what the picture shows.
        return "caption" if reason == "photo credit" and line.count(" ") > 5 else reason
    return said_elsewhere(line)
