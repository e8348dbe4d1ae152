"""Words that announce whose words these are: verbs of saying and thinking, and their kin.

General knowledge of English, by what the word does: to say, to think, to want, to judge, to show;
the nouns for what is said, for those who say it and for what it is written in. A word is looked up
by its stem, so "criticised", "criticize" and "criticizing" are one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from summarize.text.terms import english_stem as stem

if TYPE_CHECKING:
    from collections.abc import Mapping

_SAY = """
    say tell state add announce declare report claim assert argue insist maintain contend allege
    explain note observe remark mention comment point stress emphasize underline underscore repeat
    reiterate confirm affirm acknowledge admit concede confess agree deny reply respond answer
    retort counter ask question inquire wonder warn caution advise urge recommend suggest propose
    demand request plead appeal promise pledge vow swear threaten predict forecast foresee
    anticipate estimate write tweet post retweet publish quote cite recall remember recount relate
    describe portray depict characterize call dub label term brand refer allude hint imply intimate
    boast brag joke quip complain lament grumble moan shout scream yell cry exclaim whisper mutter
    murmur utter speak talk discuss debate testify attest tout recite read sing conclude summarize
    summarise proclaim profess pronounce posit postulate opine speculate divulge disclose leak
    brief inform notify assure reassure remind teach lecture preach thank apologize apologise
    interject interrupt chime continue elaborate specify clarify detail outline list rule order
    instruct direct command authorize invite greet address chant tease rant rail vent decry muse
    ponder reflect telegraph cable email text phone relay convey communicate advocate espouse deem
"""
_THINK = """
    think believe know feel consider suppose assume presume guess suspect doubt expect imagine
    understand realize recognize learn hear see view regard perceive sense judge reckon figure find
    determine decide conclude discover notice remember forget dream worry fear dread regret mind
    care trust convince persuade conceive contemplate envision envisage interpret misunderstand
    appreciate accept concern confident aware certain sure unsure skeptical sceptical optimistic
    pessimistic hopeful afraid worried surprised convinced frustrated angry upset happy proud glad
    disappointed eager reluctant willing unwilling
"""
_WANT = """
    want hope wish desire plan intend aim seek prefer like love hate need try vow aspire long yearn
    crave lobby campaign push press commit agree refuse decline offer choose opt threaten mull
    weigh eye
"""
_JUDGE = """
    praise laud applaud commend hail welcome celebrate endorse support back favor embrace defend
    criticize criticise condemn denounce decry deplore blast slam bash rip knock attack assail
    lambast lambaste castigate chide scold rebuke rebut refute reject dismiss dispute contest
    challenge oppose object protest resist blame accuse fault charge indict mock ridicule deride
    taunt insult disparage belittle compliment congratulate credit admire respect disagree approve
    disapprove disavow renounce repudiate distance question liken compare equate exaggerate
    downplay minimize highlight signal cast paint frame pan trash hammer lash scoff bemoan tout
"""
_SHOW = """
    show indicate reveal suggest find demonstrate prove illustrate document imply signal conclude
    contain state read list detail expose chronicle
"""
_SAYING = """
    statement report claim comment remark word speech testimony announcement assertion allegation
    accusation argument suggestion proposal promise pledge vow threat warning prediction forecast
    estimate question answer reply response denial criticism praise complaint call demand request
    appeal plea order decision ruling belief view opinion idea thought feeling sense fear worry
    concern hope wish desire plan intention expectation doubt suspicion conclusion finding claim
    explanation description characterization acknowledgment admission apology confession message
    tweet post letter email interview conference briefing account version theory notion advice
    recommendation agreement support opposition endorsement insistence vow refusal condemnation
    defense attack rebuke objection reaction
"""
_PEOPLE = """
    official spokesman spokeswoman spokesperson spokespeople aide adviser advisor expert analyst
    observer source critic supporter opponent witness resident neighbor professor researcher
    scientist author economist historian pollster strategist consultant lawyer attorney prosecutor
    judge justice police officer detective sheriff chief president minister premier chancellor king
    queen prince secretary senator congressman congresswoman representative governor mayor lawmaker
    legislator politician candidate nominee leader chairman chairwoman chair director executive ceo
    founder manager coach player captain general colonel commander soldier veteran ambassador
    diplomat envoy commissioner delegate voter activist advocate organizer protester student
    teacher doctor physician nurse patient mother father parent son daughter wife husband brother
    sister family friend colleague people man woman child democrat republican conservative liberal
    journalist reporter correspondent columnist editor commentator host anchor writer blogger user
    owner worker employee employer investigator inspector agent member insider person someone
    somebody anyone everyone nobody many some others majority
"""
_BODIES = """
    administration government ministry department agency bureau office court committee commission
    council parliament congress senate house cabinet campaign party union group organization
    company firm corporation bank institute institution university foundation association coalition
    team board network newspaper paper magazine outlet media press news channel website site
    service times post journal tribune herald guardian embassy military army navy force
"""
_PAPERS = """
    report study survey poll document memo letter email statement article story column editorial
    book transcript record filing lawsuit complaint indictment affidavit review analysis
    investigation research data figures statistics evidence video footage photo map chart list
    release bill law constitution rule tweet message text ad headline intelligence census index
"""
_IRREGULAR = """
    said say, told tell, wrote write, written write, spoke speak, spoken speak, thought think, knew
    know, known know, felt feel, found find, saw see, seen see, heard hear, understood understand,
    swore swear, sworn swear, sang sing, forgot forget, foresaw foresee, forecast forecast, sought
    seek, meant mean, shown show, taught teach, bade bid, held hold, led lead, made make, gave
    give, given give, took take, taken take, went go, gone go, put put, laid lay, drew draw, kept
    keep, chose choose, chosen choose, dealt deal, told tell
"""
# Forms of verbs that set off whose words stand beside: ", he added." They are no nouns.
TAGS = "said says added adds explained noted wrote".split()
KINDS = {
    "say": _SAY,
    "think": _THINK,
    "want": _WANT,
    "judge": _JUDGE,
    "show": _SHOW,
    "saying": _SAYING,
    "person": _PEOPLE,
    "body": _BODIES,
    "paper": _PAPERS,
}


@lru_cache(maxsize=1)
def irregular() -> Mapping[str, str]:
    """Return the irregular pasts of these verbs, with the stems of their presents."""
    pairs = (pair.split() for pair in _IRREGULAR.split(","))
    return {past: stem(base) for past, base in pairs}


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for kind, words in KINDS.items():
        for word in words.split():
            known = found.get(stem(word), "")
            if kind not in known.split("+"):
                found[stem(word)] = f"{known}+{kind}" if known else kind
    return found


def root(word: str) -> str:
    """Return the stem of a lower-case word, that of the present for an irregular past."""
    return irregular().get(word) or stem(word)


@lru_cache(maxsize=1 << 14)  # the words of a story come again and again
def kind(word: str) -> str:
    """Return what a lower-case word announces ("say", "say+saying", "person"), else ""."""
    return _kinds().get(root(word), "")


def is_verb(word: str) -> bool:
    """Return whether a word, as it is written, is a verb that announces and is never a noun."""
    known = kind(word).split("+") if word.islower() else []
    return bool(known) and {"say", "think", "want", "judge", "show"}.issuperset(known)
