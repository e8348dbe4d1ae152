"""News agencies: their names, their short names and other spellings."""

from __future__ import annotations

# Name: short names first, then other spellings. A short name in capitals counts only as written.
_TABLE = """
Associated Press: AP; The Associated Press; AP News; Associated Press News
Reuters: Reuters; REUTERS; Thomson Reuters; Reuters News Agency; Thomson Reuters Foundation
Agence France-Presse: AFP; Agence France Presse
United Press International: UPI
Bloomberg: Bloomberg; Bloomberg News
Press Trust of India: PTI
Asian News International: ANI
Indo-Asian News Service: IANS
United News of India: UNI
Deutsche Presse-Agentur: dpa; DPA; Deutsche Presse Agentur; dpa International
EFE: EFE; Agencia EFE; EFE News Service
ANSA: ANSA; Agenzia Nazionale Stampa Associata
Xinhua: Xinhua; XINHUA; Xinhua News Agency
China News Service: CNS; CNS News
TASS: TASS; ITAR-TASS; Itar-Tass; Tass
RIA Novosti: RIA Novosti; RIA; RIA News
Interfax: Interfax
Interfax-Ukraine: Interfax-Ukraine
Ukrinform: Ukrinform
UNIAN: UNIAN
Sputnik: Sputnik; Sputnik News; Sputnik International; SPUTNIK
BelTA: BelTA; BELTA
Yonhap: Yonhap; YONHAP; Yonhap News Agency; Yonhap News
Korean Central News Agency: KCNA
Kyodo News: Kyodo; KYODO; Kyodo News Agency
Jiji Press: Jiji; JIJI; Jiji Press
Central News Agency: CNA
Vietnam News Agency: VNA
Bernama: Bernama; BERNAMA
Antara: Antara; ANTARA; Antara News
Philippine News Agency: PNA
Associated Press of Pakistan: APP
Bangladesh Sangbad Sangstha: BSS
United News of Bangladesh: UNB
Anadolu Agency: AA; Anadolu; Anadolu Ajansı
Demirören News Agency: DHA
Islamic Republic News Agency: IRNA
Islamic Students News Agency: ISNA; Iranian Students News Agency
Fars News Agency: FNA; Fars
Mehr News Agency: MNA; Mehr
Tasnim: Tasnim; Tasnim News Agency
Syrian Arab News Agency: SANA
WAFA: WAFA; Palestine News Agency
Middle East News Agency: MENA
Saudi Press Agency: SPA
Emirates News Agency: WAM
Qatar News Agency: QNA
Kuwait News Agency: KUNA
Petra: Petra; Jordan News Agency
News Agency of Nigeria: NAN
Ghana News Agency: GNA
Kenya News Agency: KNA
PA Media: PA; Press Association; PA News Agency; PA News; The Press Association
Australian Associated Press: AAP
The Canadian Press: CP; Canadian Press
Keystone-SDA: SDA; Keystone-ATS; ATS; Keystone-SDA-ATS
Austria Press Agency: APA; Austria Presse Agentur
Belga: Belga; BELGA; Belga News Agency
ANP: ANP; Algemeen Nederlands Persbureau
Ritzau: Ritzau; RITZAU
NTB: NTB; Norsk Telegrambyrå
TT: TT; TT News Agency; Tidningarnas Telegrambyrå
STT: STT; Suomen Tietotoimisto
Lusa: Lusa; LUSA; Lusa News Agency
Europa Press: Europa Press; EP
Polish Press Agency: PAP; Polska Agencja Prasowa
Czech News Agency: CTK; ČTK; Ceska tiskova kancelar
MTI: MTI; Hungarian News Agency
Agerpres: Agerpres; AGERPRES
BTA: BTA; Bulgarian News Agency
Tanjug: Tanjug; TANJUG
HINA: HINA; Hina
ANA-MPA: ANA-MPA; AMNA; Athens-Macedonian News Agency
Agência Brasil: Agência Brasil; Agencia Brasil; ABr
Notimex: Notimex; NOTIMEX
Prensa Latina: Prensa Latina; PL
Télam: Télam; Telam; TELAM
Inter Press Service: IPS
Tribune News Service: TNS; Tribune Content Agency; TCA
New York Times News Service: NYT News Service; New York Times Syndicate
States News Service: States News Service
City News Service: City News Service
PR Newswire: PRNewswire; PR Newswire; PRNewswire-USNewswire
Business Wire: BUSINESS WIRE; Business Wire; BusinessWire
GlobeNewswire: GLOBE NEWSWIRE; GlobeNewswire; Globe Newswire
"""


def _read_table() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    short: dict[str, str] = {}
    for row in _TABLE.strip().splitlines():
        name, spellings = row.split(": ", 1)
        known = spellings.split("; ")
        short[name] = known[0]
        for spelling in (name, *known):
            names.setdefault(spelling, name)
    return names, short


SPELLINGS, _SHORT = _read_table()  # every spelling → the agency's name
_FOLDED = {name.casefold(): canonical for name, canonical in SPELLINGS.items()}
NAMES = frozenset(_SHORT)  # every agency's name


def agency(name: str) -> str | None:
    """Return the full name of the agency that a name, long or short, stands for."""
    plain = " ".join(name.split()).strip("()[].,/ ").casefold()
    return _FOLDED.get(plain) or _FOLDED.get(plain.removeprefix("the "))


def short_name(name: str) -> str:
    """Return an agency's short name, such as AP; any other name as it is."""
    return _SHORT.get(agency(name) or "", name)
