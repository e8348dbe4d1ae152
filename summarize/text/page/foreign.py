"""Foreign: whole lines that pages in other languages than English say about themselves.

Each names itself by words that no English line begins with, or has; what could tell news in its
language, such as a verb in the third person, is left alone.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from summarize.text.alternatives import rows

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
    ",voorbehouden,hakları saklıdır,prawa zastrzeżone,práva vyhrazena"
)


@cache
def _any_line() -> Rows:
    return rows([row for _, row in _LINES], _NEED.split(","))


def said_elsewhere(line: str) -> str | None:
    """Return why a whole line is page furniture in another language, None if it is none."""
    number = _any_line().fullmatch(line) if len(line) <= _MOST else None
    return None if number is None else _LINES[number][0]
