"""Words of languages besides English that only tell that something was said, and by whom.

They are in nearly every story and tell no news of it, so they count as function words, as "said",
"added" and "according" do in English.
"""

from __future__ import annotations

from functools import lru_cache

_SAYING = """
ar: قال قالت قالوا يقول تقول قائلا قائلة أضاف أضافت
bg: каза казаха казва съобщи съобщиха добави заяви според
cs: řekl řekla řekli uvedl uvedla uvedli dodal dodala prohlásil prohlásila poznamenal podle
da: sagde siger ifølge tilføjede
de: sagte sagten sagt sagen erklärte erklärten fügte hinzu laut
el: είπε είπαν λέει λένε δήλωσε δήλωσαν ανέφερε αναφέρει πρόσθεσε προσέθεσε σύμφωνα
es: dijo dijeron dice dicen añadió agregó afirmó señaló según
fi: sanoi sanoo kertoi kertoo mukaan lisäsi
fr: dit disent déclaré déclarait indiqué ajouté disant selon
he: אמר אמרה אמרו אומר אומרת מסר מסרה מסרו הוסיף הוסיפה לדברי
hi: कहा कहते कहना बताया बताते
hr: rekao rekla rekli izjavio izjavila dodao dodala prema
hu: mondta mondták közölte szerint hozzátette
it: detto dice dicono disse aggiunto affermato dichiarato secondo
nl: zei zeiden zegt volgens aldus
no: sa sier sade ifølge
pl: powiedział powiedziała mówi dodał dodała według
pt: disse disseram diz dizem afirmou acrescentou segundo
ro: spus declarat adăugat potrivit
ru: сказал сказала сказали говорит сообщил сообщила сообщили заявил заявила заявили
    добавил добавила словам
sk: povedal povedala uviedol uviedla dodal dodala podľa
sv: sade sa säger enligt tillade
tr: dedi söyledi belirtti ekledi göre
uk: сказав сказала сказали каже повідомив повідомила повідомили заявив заявила заявили
    додав додала словами
vi: nói theo
"""


@lru_cache(maxsize=1 << 6)
def saying(language: str) -> tuple[str, ...]:
    """Return the words of a language with which it is told who said what, as far as known."""
    found, code = [], ""
    for word in _SAYING.split():
        if word.endswith(":"):
            code = word[:-1]
        elif code == language:
            found.append(word)
    return tuple(found)
