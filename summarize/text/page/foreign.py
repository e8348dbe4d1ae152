"""Foreign: whole lines that pages in other languages than English say about themselves.

Each names itself by words that no English line begins with, or has; what could tell news in its
language, such as a verb in the third person, is left alone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from summarize.text.alternatives import rows
from summarize.text.narrow import has

if TYPE_CHECKING:
    from summarize.text.alternatives import Rows

_NETS = (
    r"(?:newsletters?|news-?letter|rundbrief|infolettre|lettre d[’']information|bolet(?:ín|ines)"
    r"|nieuwsbrief|nyhetsbrev|bülten\w*|facebook|twitter|instagram|whats ?app|telegram|push-?\w+"
    r"|notifi\w+|powiadomie\w+|e-?mails?|postfach|boîte mail|app|apps|application|kanal\w*|canal"
    r"|canale)"
)
_MONTHLY = (
    r"\d{1,2}(?:[./-]\d{1,2}[./-]\d{2,4}"
    r"|(?:er|\.|º)? (?:de |d[’'])?[^\W\d]{3,12}\.?,? (?:de )?\d{4})"
)
_DONE = (
    r"(?:publiée?|mise? à jour|modifiée?|publicado|actualizado|atualizado|pubblicato|aggiornato"
    r"|veröffentlicht|aktualisiert|stand|güncelleme|giriş|yayınlanma|gepubliceerd|bijgewerkt)"
)
_HOUR = r"(?:à|a las|alle(?: ore)?|às|om|um|saat|uhr|h|cet|cest|le|el|il|em|am|op|\d{1,2}[:.h]\d\d)"

_LINES = (
    (
        "related list",
        r"\W*(?:lesen sie (?:auch|dazu|hier|mehr(?: zum thema)?)|mehr zum thema|auch interessant"
        r"|das könnte sie (?:auch )?interessieren|(?:à )?lire (?:aussi|également|la suite)"
        r"|(?:à )?voir aussi|pour aller plus loin|sur le même (?:sujet|thème)"
        r"|leer? (?:también|más)|te puede interesar|más información|ver también"
        r"|noticias relacionadas|leggi anche|vedi anche"
        r"|potrebbe interessarti|leia (?:também|mais)|veja também|saiba mais|lees (?:ook|verder"
        r"|meer)|ilgili haber(?:ler)?|czytaj (?:także|też|również|więcej)|zobacz (?:także|też)"
        r"|čtěte (?:také|i|dále)|läs (?:också|mer|även)|les også|læs også|lue myös)"
        r"(?:\s?[:»>|→–—-].{0,300}|\W*)",
    ),
    (
        "newsletter",
        r"(?:abonnieren sie|melden sie sich|erhalten sie|verpassen sie|folgen sie|abonnez-vous"
        r"|inscrivez-vous|recevez|suivez|retrouvez|rejoignez|suscríbete|suscríbase|regístrate"
        r"|apúntate|síguenos|puedes seguir|iscriviti|seguici|assine|inscreva-se|cadastre-se"
        r"|siga-nos|schrijf je in|meld je aan|volg ons|zapisz się|prenumerera på|meld deg på)\b"
        rf".{{0,200}}?\b{_NETS}\b.{{0,250}}",
    ),
    (
        "newsletter",
        r"il vous reste \d{1,2}(?:[.,]\d{1,2})?\s?%.{0,40}\bà lire\b.{0,150}",
    ),
    (
        "newsletter",
        r"(?:(?:la suite|le reste|cet article|ce contenu) (?:de cet article )?est réservée?s? (?:à"
        r" nos|aux) abonnés|(?:este|el) (?:artículo|contenido) es (?:exclusivo|solo) para "
        r"suscriptores|dieser (?:artikel|inhalt) ist (?:nur |exklusiv )?für abonnent\w+|(?:déjà "
        r"abonnée?|bereits abonnent(?:in)?|schon abonnent(?:in)?|¿ya eres suscriptor|sei già "
        r"abbonato|já é assinante)\b)[^.“\"]{0,120}\W*",
    ),
    (
        "footer",
        r".{0,100}\b(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados"
        r"|tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden|tüm "
        r"hakları saklıdır|wszelkie prawa zastrzeżone|všechna práva vyhrazena)\b.{0,200}",
    ),
    (
        "footer",
        r".{0,100}(?:все права защищены|(?:усі|всі) права захищен[оі]|με επιφύλαξη παντός"
        r" δικαιώματος|جميع الحقوق محفوظة|כל הזכויות שמורות|सर्वाधिकार सुरक्षित|版权所有|版權所有"
        r"|(?:不得|禁止|严禁)转载|無断転載|무단 ?전재).{0,200}",
    ),
    (
        "newsletter",
        r".{0,80}(?:подписывайтесь на (?:наш|нас)|підписуйтесь на (?:наш|нас)|ακολουθήστε μας"
        r"|تابعونا على|تابعنا على|עקבו אחרינו|हमें .{2,20} पर फ़?[ौॉ]लो करें|关注我们的|關注我們的"
        r"|フォローしてください|구독하세요).{0,150}",
    ),
    (
        "syndication notice",
        r"(?:quellen?|kaynak|fuentes?|fonte|bron|źródło|zdroj|kilde|källa)\s?: [^.!?;]{2,60}",
    ),
    (
        "photo credit",
        r"(?:fotos?|bild(?:er|quelle)?|crédits? photos?|fotoğraf|zdjęcia?|immagine|imagem)\s?: "
        r"[^.!?;]{2,80}",
    ),
    (
        "reading time",
        r"(?:temps de lecture|lesezeit|lesedauer|tiempo de lectura|tempo di lettura|tempo de "
        r"leitura|leestijd|okuma süresi)\b.{0,30}",
    ),
    (
        "updated line",
        rf"{_DONE}(?: (?:le|el|il|em|am|op|a))?\s?:? {_MONTHLY}"
        rf"(?:[\s,|·•–-]{{1,3}}(?:{_HOUR}|{_DONE}\s?:?|{_MONTHLY})){{0,12}}\W*",
    ),
)
_MOST = 500  # characters
_NEED = (
    "vorbehalten,droits réservés,derechos reservados,diritti riservati,direitos reservados"
    ",voorbehouden,hakları saklıdır,prawa zastrzeżone,práva vyhrazena,права защищены"
    ",права захищен,παντός δικαιώματος,الحقوق محفوظة,הזכויות שמורות,सर्वाधिकार,版权所有,版權所有"
    ",转载,無断転載,무단,подписывайтесь,підписуйтесь,ακολουθήστε μας,تابعونا,تابعنا"
    ",עקבו אחרינו,हमें,关注我们,關注我們,フォローして,구독하세요"
).split(",")
_FIRST = re.compile(r"\W*(\w*)")
# With one of these all of them begin but those that need a word, so no other text needs the rows.
_BEGIN = frozenset(
    "lesen mehr auch das à lire voir pour sur leer lee te más ver noticias leggi vedi"
    " potrebbe leia veja saiba lees ilgili czytaj zobacz čtěte läs les læs lue abonnieren"
    " melden erhalten verpassen folgen abonnez inscrivez recevez suivez retrouvez rejoignez"
    " suscríbete suscríbase regístrate apúntate síguenos puedes iscriviti seguici assine"
    " inscreva cadastre siga schrijf meld volg zapisz prenumerera il la le cet ce este el"
    " dieser déjà bereits schon ya sei já quelle quellen kaynak fuente fuentes fonte bron"
    " źródło zdroj kilde källa foto fotos bild bilder bildquelle crédit crédits fotoğraf"
    " zdjęcie zdjęcia immagine imagem temps lesezeit lesedauer tiempo tempo leestijd okuma"
    " publié publiée mis mise modifié modifiée publicado actualizado atualizado pubblicato"
    " aggiornato veröffentlicht aktualisiert stand güncelleme giriş yayınlanma gepubliceerd"
    " bijgewerkt".split()
)


@cache
def _any_line() -> Rows:
    return rows([row for _, row in _LINES], _NEED)


def said_elsewhere(line: str) -> str | None:
    """Return why a whole line is page furniture in another language, None if it is none."""
    small = line[:_MOST].replace("İ", "i").lower()
    first = _FIRST.match(small)
    begins = first is not None and first[1] in _BEGIN
    if len(line) > _MOST or not (begins or has(small, _NEED)):
        return None
    number = _any_line().fullmatch(line)
    return None if number is None else _LINES[number][0]
