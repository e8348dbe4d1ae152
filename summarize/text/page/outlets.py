"""Outlets: how a text or an address tells which publication it stood in."""

from __future__ import annotations

import re

from summarize.text.agencies import agency
from summarize.text.patterns import pattern

# Sites whose name is not their address, as they write it themselves.
_TABLE = """
abc.net.au: ABC News Australia; ABC (Australia)
abcnews.go.com: ABC News
afr.com: Australian Financial Review; The Australian Financial Review
aljazeera.com: Al Jazeera; Al Jazeera English
axios.com: Axios
bbc.co.uk bbc.com: BBC News; BBC
bloomberg.com: Bloomberg
breitbart.com: Breitbart; Breitbart News
businessinsider.com: Business Insider
buzzfeednews.com: BuzzFeed News
cbc.ca: CBC News; CBC
cbsnews.com: CBS News
channelnewsasia.com: CNA; Channel NewsAsia
cnbc.com: CNBC
cnn.com edition.cnn.com: CNN; CNN.com; CNN International
csmonitor.com: The Christian Science Monitor
dailymail.co.uk: Daily Mail; Mail Online; MailOnline; Daily Mail Online
dw.com: Deutsche Welle; DW; DW News
economist.com: The Economist
euronews.com: Euronews
foxnews.com: Fox News
france24.com: France 24
ft.com: Financial Times
haaretz.com: Haaretz
hindustantimes.com: Hindustan Times
huffpost.com huffingtonpost.com: HuffPost; The Huffington Post; HuffPost UK
independent.co.uk: The Independent
indiatimes.com timesofindia.indiatimes.com: The Times of India; Times of India
japantimes.co.jp: The Japan Times
latimes.com: Los Angeles Times; LA Times
lemonde.fr: Le Monde
nbcnews.com: NBC News
ndtv.com: NDTV
news.com.au: News.com.au
news.sky.com: Sky News
newsweek.com: Newsweek
npr.org: NPR
nypost.com: New York Post; The New York Post
nytimes.com: The New York Times; New York Times; The New York Times Company
nzherald.co.nz: The New Zealand Herald; New Zealand Herald; NZ Herald
pbs.org: PBS NewsHour; PBS
politico.com: Politico; POLITICO
reuters.com: Reuters
rfi.fr: RFI
rt.com: RT
scmp.com: South China Morning Post
slate.com: Slate
smh.com.au: The Sydney Morning Herald
spiegel.de: Der Spiegel; DER SPIEGEL
standard.co.uk: Evening Standard; London Evening Standard; The Evening Standard
straitstimes.com: The Straits Times
telegraph.co.uk: The Telegraph; The Daily Telegraph
theatlantic.com: The Atlantic
theguardian.com guardian.co.uk: The Guardian; Guardian; the Guardian
thehill.com: The Hill; TheHill
thehindu.com: The Hindu
thestar.com: Toronto Star; The Toronto Star
thetimes.co.uk thetimes.com: The Times
time.com: Time; TIME
usatoday.com: USA Today; USA TODAY
usnews.com: U.S. News & World Report
voanews.com: Voice of America; VOA; VOA News
vox.com: Vox
washingtonpost.com: The Washington Post; Washington Post
wsj.com: The Wall Street Journal; Wall Street Journal; WSJ
yahoo.com news.yahoo.com: Yahoo News; Yahoo! News
"""


def _read_table() -> tuple[dict[str, str], dict[str, str]]:
    hosts, names = {}, {}
    for row in _TABLE.strip().splitlines():
        addresses, spellings = row.split(": ", 1)
        known = spellings.split("; ")
        hosts.update(dict.fromkeys(addresses.split(), known[0]))
        names.update(dict.fromkeys(known, known[0]))
    return hosts, names | {"BBC Sport": "BBC Sport"}  # has no host of its own


_HOSTS, _NAMES = _read_table()
_MASTHEAD = re.compile(  # the last word of a name that can be no other thing's
    r"(?:News|Times|Post|Herald|Tribune|Journal|Gazette|Chronicle|Telegraph|Guardian|Observer"
    r"|Independent|Inquirer|Enquirer|Examiner|Courier|Dispatch|Sentinel|Bulletin|Advertiser|Monitor"
    r"|Weekly|Magazine|Radio|Television|Globe|Mail|Mirror|Daily|Newspaper|Gazeta|Today|Online"
    r"|\w{3,}\.(?:com|org|net|co\.uk|com\.au|co\.nz|in|ca))"
)
# The last word of a name that may be another thing's too, so only behind when a paper comes out.
OTHERS = r"(?:Star|Standard|Echo|Argus|Sun|Express|Ledger|Register)"
_EDITION = re.compile(rf"(?:Daily|Evening|Morning|Sunday) {OTHERS}")
_SECTION = pattern(
    r"^(?:the\s+)?(?:latest|breaking|top|more|related|world|national|international|local|regional"
    r"|business|sports?|politics|political|health|tech(?:nology)?|science|entertainment|video|photo"
    r"|live|good|bad|fake|all|our|your|my|other|most|popular|trending|featured|recent|today|general"
    r"|in|us|u\.s\.|uk|asian?|africa|european?|middle|this|next|previous|share|subscribe|follow"
    r"|read|watch|listen|press|crime|weather|money|market|finance|city|state|community|staff"
    r"|game|movie|music|celebrity|lifestyle|travel|education|opinion"
    r"|campus|company|industry|e-?mail|via|contact|send|cable|old|big|real)\b",
    re.IGNORECASE,
)
_WORD = r"(?:[^\W\d_a-z][\w.'’&!-]*|of|the|de|la|le|and|&|\d{1,2})"
_MOST_CHARS = 1000  # of a headline with names behind it; what is longer is none
_NAME = re.compile(rf"{_WORD}(?:\s{_WORD}){{0,5}}")
_OWNER = re.compile(
    r"(?:©|\([cC]\)|\b[Cc]opyright\b|\bCOPYRIGHT\b)[\s,©:]*(?:\([cC]\)\s*)?"
    r"(?:19|20)\d\d(?:\s?[-–,]\s?\d{2,4})*[\s,.|©-]+(?:[Bb]y\s+)?(?P<owner>[^,;|©()\n]{2,60})"
)
_MARKS = ("©", "(c)", "(C)", "opyright", "COPYRIGHT")  # each owner stands behind one of these
_TAIL = pattern(
    r"[\s,.]*\b(?:all rights.*|company|corp(?:oration)?|inc|ltd|limited|llc|llp|l\.p|plc|gmbh|co"
    r"|pvt|pty|private|digital|(?:19|20)\d\d\S*)[\s,.]*$",
    re.IGNORECASE,
)
_COMPANY = pattern(
    r"[\s,]+(?:interactive|communications|network|holdings|media|group|publish\w+|publications"
    r"|universal|printers|enterprises|partners|entertainment|newspapers|productions|technologies"
    r"|systems|solutions|services|ventures|worldwide|global|international)[.,]*$",
    re.IGNORECASE,
)
_MAIL = re.compile(r"\b[\w.+-]{1,40}@(?P<host>(?:[\w-]{1,40}\.){1,4}[a-z]{2,10})\b")
_SECOND = frozenset({"co", "com", "org", "net", "gov", "ac", "edu", "go", "ne", "or", "nic", "gob"})


# Where everybody has a host below the same domain, which names none of them.
_SHARED = frozenset(
    "wordpress.com blogspot.com substack.com medium.com tumblr.com weebly.com wixsite.com"
    " livejournal.com typepad.com ghost.io beehiiv.com squarespace.com github.io gitlab.io"
    " vercel.app netlify.app workers.dev pages.dev herokuapp.com web.app firebaseapp.com"
    " azurewebsites.net cloudfront.net over-blog.com hatenablog.com blogger.com webnode.com".split()
)


def site(url: str) -> str | None:
    """Return the outlet that an address belongs to: its name where known, else its domain."""
    host = re.match(r"\s*(?:https?://|//)?(?:[^/@\s]*@)?([^/:?#\s]+)", url, re.IGNORECASE)
    if not host or not re.fullmatch(r"[\w-]+(?:\.[\w-]+)+\.?", host[1]):
        return None
    parts = host[1].lower().strip(".").removeprefix("www.").split(".")
    if parts[-1].isdigit():  # the number of a machine names nobody
        return None
    for start in range(len(parts) - 1):
        name = _HOSTS.get(".".join(parts[start:]))
        if name:
            return name
    below = len(parts) > 2 and (parts[-2] in _SECOND or ".".join(parts[-2:]) in _SHARED)
    return ".".join(parts[-3:] if below else parts[-2:])


def named(line: str) -> str | None:
    """Return the outlet of which a line is the name, and nothing else; None for an agency's."""
    plain = line.strip(" \t\xa0.,|•·-–—()[]")
    if plain in _NAMES:
        return None if agency(plain) else _NAMES[plain]
    words = plain.split()
    if not 1 <= len(words) <= 6 or agency(plain) or not _NAME.fullmatch(plain):
        return None
    if len(words) == 1 and "." not in plain:
        return None
    sure = _MASTHEAD.fullmatch(words[-1]) or _EDITION.fullmatch(" ".join(words[-2:]))
    return plain if sure and not _SECTION.match(plain) else None


def split_title(line: str) -> tuple[str, str | None]:
    """Return a headline without the site's name behind it, and that name.

    The name may be an agency's, which the caller tells apart.
    """
    outlet = None
    while len(line) <= _MOST_CHARS:
        head, bar, tail = _rpartition(line)
        if not bar or len(head.split()) < 3:
            break
        name = named(tail) or agency(tail)
        short = len(tail.split()) <= 4 and _NAME.fullmatch(tail) is not None
        if name or ("|" in bar and short):
            outlet = outlet or name
            line = head
        else:
            break
    return line, outlet


def in_foot(lines: tuple[str, ...]) -> str | None:
    """Return the outlet that the lines after a story name: as its owner, or by its address."""
    for line in reversed(lines):
        found = _OWNER.search(line) if any(mark in line for mark in _MARKS) else None
        owner = _owner(found["owner"]) if found else None
        if owner:
            return owner
    spelled = {re.sub(r"\W", "", line).casefold(): line for line in lines if len(line) <= 40}
    for line in lines:
        for mail in _MAIL.finditer(line) if "@" in line else ():
            host = site(mail["host"])
            brand = (host or "").split(".")[0].replace("-", "")
            if brand in spelled:
                return spelled[brand]
            if host in _HOSTS.values() or (host and brand and _pressy(brand) and host not in _FREE):
                return host
    return None


_FREE = frozenset({"gmail.com", "yahoo.com", "Yahoo News", "hotmail.com", "outlook.com"})


def _pressy(brand: str) -> bool:
    """Tell whether a domain's name is a newspaper's, as `dailyherald` is."""
    return re.search(r"news|times|post$|herald|tribune|journal|gazette|daily", brand) is not None


def _owner(text: str) -> str | None:
    """Return the publication that a copyright line's owner is; a company that owns it is none."""
    plain = " ".join(text.split()).strip(" -–—.")
    company = False
    while plain not in _NAMES:
        shorter = _TAIL.sub("", plain)
        company = company or _COMPANY.search(shorter) is not None
        shorter = _COMPANY.sub("", shorter)
        if shorter == plain:
            break
        plain = shorter
    if agency(plain) or not _NAME.fullmatch(plain):
        return None
    if plain not in _NAMES and _SECTION.match(plain):
        return None
    known = named(plain)
    return known or (plain if len(plain.split()) > 1 and not company else None)


def _rpartition(line: str) -> tuple[str, str, str]:
    last = None
    for last in re.finditer(r"\s+[-–—|]\s+|\s*\|\s*", line):  # noqa: B007 - the last one is wanted
        pass
    if last is None:
        return line, "", ""
    return line[: last.start()].rstrip(), last.group(), line[last.end() :].strip()
