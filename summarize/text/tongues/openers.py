"""Openers of languages besides English: words with which a sentence leans on one before it.

Pronouns and what points ("Il", "Diese", "उन्होंने"), connectives ("Cependant", "但是"), and verbs of
saying that have nobody for a subject ("Dijo que", "وأضاف أن"). A blank within one is written "_".
Of a language that has no row nothing is said.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEANING = """
ar: هو هي هم هما هذا هذه هذان هؤلاء ذلك تلك أولئك لكن لكنه لكنها لكنهم غير_أن غير_أنه إلا_أن
    إلا_أنه بيد_أن مع_ذلك رغم_ذلك لذلك لذا بالتالي كما كذلك أيضا ثم بعد_ذلك قبل_ذلك حينها عندها
    عندئذ في_المقابل من_جهة_أخرى من_ناحية_أخرى علاوة_على_ذلك بالإضافة_إلى_ذلك فضلا_عن_ذلك مما حيث
    على_سبيل_المثال في_الوقت_نفسه في_الوقت_ذاته نتيجة_لذلك بسبب_ذلك قال_أن قال_إن قال_إنه قال_أنه
    قالت_أن قالت_إن قالت_إنها قالت_أنها قالوا_إن قالوا_إنهم أضاف_أن أضاف_أنه أضاف_إن أضافت_أن
    أضافت_أنها أكد_أن أكد_أنه أكدت_أن أوضح_أن أوضح_أنه أوضحت_أن ذكر_أن ذكر_أنه ذكرت_أن صرح_أن
    صرح_بأن أشار_إلى_أن أشارت_إلى_أن تابع_أن اعتبر_أن اعتبرت_أن
bg: той тя то те неговият неговата този тази това тези но а и или обаче затова после след_това
    също освен_това въпреки_това например други друг друга по_думите_му по_думите_й
cs: on ona ono oni jeho její jejich ten ta to ti ty tento tato toto tito tyto této tohoto těchto
    tomu ale avšak však nicméně a nebo proto tedy tudíž potom poté pak dále navíc také rovněž
    přesto zároveň kromě_toho mimo_to naopak na_druhou_stranu z_tohoto_důvodu v_tomto_případě
    například oba obě jiní podle_něj podle_ní podle_nich uvedl,_že uvedla,_že řekl,_že řekla,_že
    dodal,_že dodala,_že prohlásil,_že tvrdí,_že
da: han hun hans hendes deres dette denne disse men og eller dog imidlertid derfor dermed
    derefter desuden også samtidig for_eksempel begge ifølge_ham ifølge_hende
de: er sie ihm ihn ihr ihre ihrer ihren ihrem sein seine seiner seinen seinem dies diese dieser
    dieses diesen diesem jener jene deren dessen derselbe dieselbe beide die_beiden aber doch
    jedoch und oder sondern denn dann danach daraufhin daher deshalb darum deswegen somit
    außerdem zudem ferner überdies dennoch trotzdem allerdings hingegen dagegen vielmehr ebenso
    ebenfalls auch damit dabei dafür davon daran darauf dazu darüber dadurch darin dort hierzu
    hierbei hiermit hierfür so sonst andererseits im_gegenteil im_gegensatz_dazu zum_beispiel
    aus_diesem_grund kurz_darauf wenig_später tags_darauf das_ist das_war das_sei das_sind
    das_bedeutet das_heißt das_wäre das_hat
el: αυτός αυτή αυτό αυτοί αυτές αυτά εκείνος εκείνη εκείνο εκείνοι ο_ίδιος η_ίδια οι_ίδιοι ωστόσο
    όμως αλλά και ή επίσης επιπλέον ακόμη ακόμα παρ'_όλα_αυτά παρόλα_αυτά παρά_ταύτα έτσι λοιπόν
    άρα επομένως συνεπώς ως_εκ_τούτου γι'_αυτό για_αυτό έπειτα ύστερα τότε εντούτοις αντίθετα
    αντιθέτως για_παράδειγμα από_την_άλλη άλλοι άλλες άλλα ένας_άλλος μια_άλλη μία_άλλη ένα_άλλο
    σύμφωνα_με_αυτόν σύμφωνα_με_τον_ίδιο σύμφωνα_με_την_ίδια είπε_ότι είπε_πως δήλωσε_ότι
    δήλωσε_πως πρόσθεσε_ότι πρόσθεσε_πως προσέθεσε_ότι ανέφερε_ότι ανέφερε_πως τόνισε_ότι
    υποστήριξε_ότι
es: él ella ellos ellas su sus este esta estos estas ese esa esos esas aquel aquella
    aquellos aquellas esto eso aquello pero sino y e o pues entonces luego además también
    asimismo sin_embargo no_obstante por_tanto por_lo_tanto por_eso por_ello por_consiguiente
    en_consecuencia en_cambio por_otra_parte por_otro_lado de_hecho es_decir así ambos ambas otro
    otra otros otras al_contrario por_el_contrario en_ese_caso en_este_caso al_mismo_tiempo
    por_ejemplo con_ello de_este_modo de_esta_manera de_esta_forma aun_así según_él según_ella
    dijo_que añadió_que agregó_que afirmó_que señaló_que explicó_que aseguró_que
fa: او آنها آنان وی این آن اما ولی و یا همچنین سپس بنابراین با_این_حال در_نتیجه به_همین_دلیل
    علاوه_بر_این از_سوی_دیگر برای_مثال هر_دو
fi: hän he hänen heidän se ne sen niiden tämä nämä tämän näiden nuo mutta ja tai kuitenkin siksi
    sitten lisäksi myös toisaalta esimerkiksi molemmat muut
fr: il elle ils elles lui leur leurs son sa ses eux celui-ci celle-ci ceux-ci celles-ci celui-là
    ce cet cette ces cela ceci ça c'est c'était mais et ou or donc car puis ensuite ainsi aussi
    cependant toutefois néanmoins pourtant en_outre de_plus par_ailleurs en_revanche
    par_conséquent en_conséquence au_contraire en_effet d'ailleurs de_même à_l'inverse
    en_même_temps dans_ce_cas dans_le_même_temps pour_autant malgré_cela malgré_tout
    autrement_dit par_exemple d'autre_part d'un_autre_côté selon_lui selon_elle selon_eux
    l'un_d'eux tous_deux toutes_deux d'autres un_autre une_autre le_lendemain la_veille
    le_même_jour
he: הוא היא הם הן זה זו זאת זהו זוהי אלה אלו אך אבל אולם עם_זאת יחד_עם_זאת לכן לפיכך כך בנוסף
    נוסף_על_כך מלבד_זאת כמו_כן גם אחר_כך לאחר_מכן מנגד מצד_שני לעומת_זאת למרות_זאת אף_על_פי_כן
    בכל_זאת לדוגמה למשל שניהם שתיהן לדבריו לדבריה לדבריהם לטענתו לטענתה בכך משום_כך בשל_כך עקב_כך
    בעקבות_זאת באותו_יום אחרים אחרות
hi: वह वे वो यह ये उसने उन्होंने इसने इन्होंने उसका उसकी उसके उनका उनकी उनके इसका इसकी इसके इनका इनकी इनके उस
    उन इस इन उसे उन्हें इसे इन्हें इसमें उसमें इससे उससे इनमें उनमें इसी उसी लेकिन किन्तु किंतु परन्तु परंतु मगर पर और तथा
    एवं या फिर इसलिए इसलिये अतः हालाँकि हालांकि तब ऐसे ऐसा ऐसी दूसरी_ओर दोनों अन्य उदाहरण_के_लिए साथ_ही
    वहीं जबकि के का की को में से ने तक
hr: on ona oni one njegov njegova njen njezin njihov ovaj ova ovo ovi ove taj ta to te ali
    međutim a i ili zato stoga potom zatim također takođe osim_toga pored_toga ipak na_primjer
hu: ő ők ez ezek de és azonban viszont ezért így majd aztán azután továbbá emellett ugyanakkor
    például mindkettő ennek_ellenére
id: dia ia mereka beliau ini itu hal_ini hal_tersebut namun tetapi tapi dan atau oleh_karena_itu
    karena_itu kemudian lalu selain_itu meski_demikian meskipun_demikian sebaliknya misalnya
    keduanya
it: egli ella esso essa essi esse lui lei loro suo sua suoi sue questo questa questi queste
    quello quella quelli quelle ciò ma però e o oppure dunque quindi perciò poi inoltre anche
    tuttavia eppure infatti invece di_conseguenza al_contrario per_questo in_questo_caso
    d'altra_parte ad_esempio per_esempio entrambi entrambe altri altre un_altro un'altra così
    allo_stesso_tempo allora secondo_lui secondo_lei ha_detto_che ha_aggiunto_che
    ha_affermato_che ha_spiegato_che ha_dichiarato_che
ja: 彼は 彼が 彼の 彼ら 彼女 これ それ この その しかし だが また、 そして そこで したがって
    従って さらに なお、 一方、 ただ、 ただし つまり 例えば たとえば 同氏 同社 同庁 同省 同署
    同党 同紙 両氏 両者
ko: 그는 그가 그의 그 그녀는 그녀가 그들은 그들이 이는 이것은 이에 이를 이로써 그러나 하지만
    그런데 그리고 또 또한 그래서 따라서 그러므로 이어 반면 반면에 다만 즉 예를_들어 이_같은 이런
    이러한 그런 그러한 해당
nl: hij zij ze hem haar hun zijn deze dit die dat daarmee daarom daarna toen maar en of want
    dus echter toch ook bovendien daarnaast desondanks niettemin bijgevolg integendeel beide
    beiden andere anderen een_ander een_andere volgens_hem volgens_haar zo daar hierdoor daardoor
    in_dat_geval tegelijkertijd bijvoorbeeld
no: han hun hans hennes deres dette denne disse men og eller imidlertid derfor dermed deretter
    dessuten også samtidig for_eksempel begge ifølge_ham ifølge_henne
pl: on ona ono oni one jego jej ich ten ta to te ci tego tej tych temu ale lecz jednak jednakże a
    oraz lub więc zatem dlatego potem następnie wtedy ponadto także również też poza_tym
    oprócz_tego co_więcej z_kolei natomiast w_związku_z_tym wręcz_przeciwnie na_przykład obaj
    obie oboje inni według_niego według_niej dodał,_że dodała,_że powiedział,_że powiedziała,_że
    zaznaczył,_że
pt: ele ela eles elas seu sua seus suas este esta estes estas esse essa esses essas aquele aquela
    aqueles aquelas isto isso aquilo mas porém e ou então depois além_disso também no_entanto
    entretanto contudo todavia portanto por_isso por_conseguinte assim por_outro_lado
    pelo_contrário nesse_caso neste_caso ao_mesmo_tempo por_exemplo ambos ambas outro outra
    outros outras ou_seja segundo_ele segundo_ela disse_que afirmou_que acrescentou_que
ro: ea ei ele acesta aceasta aceștia acestea acest această aceste dar însă iar și sau deci
    astfel apoi de_asemenea în_plus totuși cu_toate_acestea prin_urmare de_aceea pe_de_altă_parte
    în_schimb de_exemplu ambii ambele alții altele
ru: он она оно они его её ее их ему ей им этот эта это эти этого этой этих тот та то те такой
    такая такое такие но а и или однако зато поэтому затем потом тогда также тоже кроме_того
    при_этом в_связи_с_этим таким_образом тем_не_менее более_того к_тому_же в_то_же_время
    с_другой_стороны наоборот напротив например оба обе другие другой другая по_его_словам
    по_её_словам по_ее_словам по_их_словам в_этом_случае после_этого до_этого из-за_этого
    несмотря_на_это впрочем следовательно итак об_этом именно_поэтому так
sk: on ona ono oni jeho jej ich ten tá to tí tento táto toto títo tieto ale avšak však a preto
    teda potom ďalej navyše tiež taktiež okrem_toho napriek_tomu naopak napríklad obaja obe
sv: han hon hans hennes deras dess detta denna dessa men och eller dock emellertid därför därmed
    därefter dessutom också samtidigt å_andra_sidan till_exempel båda en_annan ett_annat
    enligt_honom enligt_henne
tr: o onlar onun onların bu şu bunlar bunun bunu buna bundan bununla ancak ama fakat ve veya
    ya_da ayrıca üstelik dolayısıyla öte_yandan sonra daha_sonra ardından yine_de örneğin böylece
    diğer diğerleri
uk: він вона воно вони його її їх йому їй цей ця це ці цього цієї цих той та те ті такий така
    таке такі але а і й або однак проте зате тому потім тоді також теж крім_того при_цьому
    у_зв'язку_з_цим таким_чином тим_не_менш більше_того до_того_ж водночас з_іншого_боку навпаки
    наприклад обидва обидві інші інший інша за_його_словами за_її_словами за_їхніми_словами
    після_цього через_це попри_це незважаючи_на_це втім отже про_це так
ur: وہ یہ انہوں_نے اس ان لیکن مگر اور تاہم پھر اس_لیے دوسری_جانب
vi: tuy_nhiên nhưng và ngoài_ra do_đó vì_vậy vì_thế sau_đó bên_cạnh_đó điều_này việc_này họ nó
    anh_ấy cô_ấy ông_ấy bà_ấy ví_dụ mặt_khác hơn_nữa đồng_thời theo_đó
zh: 他 她 它 这 這 那是 那个 那些 此 该 該 其 但 但是 不过 不過 然而 而且 而他 而她 而这 而這 并且
    並且 因此 所以 于是 於是 另外 同时 同時 随后 隨後 然后 然後 之后 之後 接着 接著 例如 另一
    相反 对此 對此 为此 為此 两者
"""

# What begins like one of these and leans on nothing: "Il faut que", "Diese Woche", "هذا العام".
_FREE = """
ar: هذا_العام هذا_الأسبوع هذا_الشهر هذه_السنة هذا_الصيف هذا_الموسم كما_هو_متوقع
cs: tento_týden tento_měsíc tento_rok tento_víkend
de: diese_woche diese_nacht diese_saison dieses_jahr dieser_tage diesen_montag diesen_dienstag
    diesen_mittwoch diesen_donnerstag diesen_freitag diesen_samstag diesen_sonntag diesen_sommer
    diesen_winter diesen_herbst beide_seiten beide_länder beide_staaten beide_parteien so_viele
el: αυτή_την_εβδομάδα αυτή_τη_στιγμή αυτόν_τον_μήνα και_οι_δύο_πλευρές
es: este_lunes este_martes este_miércoles este_jueves este_viernes este_sábado este_domingo
    este_mes este_año este_verano este_invierno este_otoño esta_semana esta_mañana esta_tarde
    esta_noche esta_primavera esta_temporada este_fin_de_semana su_santidad su_majestad su_alteza
    ambas_partes ambos_países
fr: il_y_a il_y_avait il_n'y_a il_n'y_avait il_faut il_faudra il_faudrait il_fallait il_reste
    il_existe il_est_possible il_est_important il_est_difficile il_est_nécessaire ce_lundi
    ce_mardi ce_mercredi ce_jeudi ce_vendredi ce_samedi ce_dimanche ce_mois ce_matin ce_soir
    ce_week-end cet_été cet_hiver cet_automne cet_après-midi cette_semaine cette_année cette_nuit
    cette_saison ces_derniers_jours ces_dernières_semaines ces_derniers_mois ces_dernières_années
    sa_sainteté sa_majesté son_altesse son_excellence
he: זה_עתה בנוסף_ל גם_אם
hi: इस_वर्ष इस_साल इस_सप्ताह इस_हफ़्ते इस_हफ्ते इस_महीने इस_माह इस_बार इस_समय इस_बीच यह_स्पष्ट यह_साफ़
    यह_साफ यह_पता
it: questa_mattina questa_sera questa_notte questa_settimana questo_mese questa_estate
    questo_pomeriggio quello_che quella_di quella_del quello_del entrambe_le_parti
    entrambi_i_paesi sua_santità
ja: この夏 この冬 この春 この秋 この週末 それぞれ
nl: deze_week deze_maand deze_zomer deze_winter deze_ochtend deze_avond deze_nacht dit_jaar
    dit_weekend dit_seizoen beide_landen beide_partijen
pl: ten_tydzień ten_rok
pt: esta_segunda esta_terça esta_quarta esta_quinta esta_sexta este_sábado este_domingo este_mês
    este_ano este_verão este_inverno esta_semana esta_noite esta_manhã esta_tarde esta_madrugada
    sua_santidade ambas_as_partes
ru: то,_что те,_кто тот,_кто так_называемый так_называемая так_называемое так_называемые
tr: bu_yıl bu_ay bu_hafta bu_sabah bu_akşam bu_gece bu_sezon bu_yaz bu_kış
uk: те,_що ті,_хто той,_хто так_званий так_звана так_зване так_звані
zh: 但丁 其实 其實
"""
_MOST = 5  # words of the longest of these
_NO_BLANKS = frozenset({"ja", "zh"})
_AND = {"ar": "وف", "he": "ו"}  # written in one with the word behind it
_MARKS = " \t\n\u00a0\u202f\"'“”‘’„«»‹›「」『』()[]¿¡–—-"
_STOPS = ",.:;!?…،؛؟।、，"
_SPELLED = str.maketrans({"’": "'", "أ": "ا", "إ": "ا", "آ": "ا", "\u064b": "", "\u0640": ""})


def leaning(text: str, language: str) -> str | None:
    """Return the opening words that lean on a sentence before, or None if there are none."""
    start = text.lstrip(_MARKS)
    leaning, free = _rows(_LEANING, language), _rows(_FREE, language)
    if language in _NO_BLANKS:
        found = max((one for one in leaning if start.startswith(one)), key=len, default=None)
        return None if any(map(start.startswith, free)) else found
    words = start.split(maxsplit=_MOST)[:_MOST]
    for first in _forms(words, language):
        keys = [key.rstrip(_STOPS) for key in accumulate(first, "{} {}".format)]
        if not free.isdisjoint(keys):
            return None
        for number, key in enumerate(keys, start=1):
            if key in leaning:
                return " ".join(words[:number]).rstrip(_STOPS)
    return None


def points(word: str, language: str) -> bool:
    """Return whether a word is one that points at something, or joins, and names nobody."""
    return _plain(word) in _rows(_LEANING, language)


def _forms(words: Sequence[str], language: str) -> Iterator[list[str]]:
    """Give the words as the rows have them, and without the "and" that is part of the first."""
    plain = [_plain(word) for word in words]
    yield plain
    if plain and plain[0][:1] in _AND.get(language, ()):
        yield [plain[0][1:], *plain[1:]]


def _plain(word: str) -> str:
    return word.lower().translate(_SPELLED)


@lru_cache(maxsize=1 << 7)
def _rows(table: str, language: str) -> frozenset[str]:
    """Return what a table has of a language: words, and with blanks in place of "_"."""
    found, code = set(), ""
    for word in table.split():
        if word.endswith(":"):
            code = word[:-1]
        elif code == language:
            found.add(_plain(word.replace("_", " ")))
    return frozenset(found)
