"""Spanish, German, French and the languages that only dateparser's vocabulary knows."""

from datetime import date

import pytest

from transforms.temporal import tag

PUBLISHED = date(2023, 3, 21)


@pytest.mark.parametrize(
    ("lang", "sentence", "words", "value"),
    [
        ("es", "La ministra llegó el lunes.", "el lunes", "2023-03-20"),
        ("es", "La ministra llegará el viernes.", "el viernes", "2023-03-24"),
        ("es", "Se firmó el 3 de mayo de 2001.", "el 3 de mayo de 2001", "2001-05-03"),
        ("es", "Subió el año pasado.", "el año pasado", "2022"),
        ("es", "Se fundó hace dos años.", "hace dos años", "2021"),
        ("es", "Duró los últimos tres meses.", "los últimos tres meses", "P3M"),
        ("es", "Nació a finales de septiembre de 1998.", "finales de septiembre de 1998", "1998-09"),
        ("es", "Lo anunció ayer por la tarde.", "ayer por la tarde", "2023-03-20TAF"),
        ("de", "Er kam am Montag an.", "Montag", "2023-03-20"),
        ("de", "Der Vertrag vom 3. Mai 2001 gilt.", "3. Mai 2001", "2001-05-03"),
        ("de", "Die Preise stiegen in der vergangenen Woche.", "der vergangenen Woche", "2023-W11"),
        ("de", "Das war im Herbst 2019.", "Herbst 2019", "2019-FA"),
        ("de", "So war es in den sechziger Jahren.", "den sechziger Jahren", "196"),
        ("de", "Am Donnerstagnachmittag tagte der Rat.", "Donnerstagnachmittag", "2023-03-16TAF"),
        ("de", "Am Freitagabend brannte die Scheune.", "Freitagabend", "2023-03-17TEV"),
        ("de", "Die Wache fährt nachts durch das Viertel.", "nachts", "XXXX-XX-XXTNI"),
        ("de", "Das Stück lief im Sommer des Jahres 2005.", "Sommer des Jahres 2005", "2005-SU"),
        ("de", "Die Sperre dauert ein halbes Jahr.", "ein halbes Jahr", "P0.5Y"),
        ("de", "Im laufenden Jahr wird gespart.", "laufenden Jahr", "2023"),
        ("fr", "Le pont fut rouvert le 2 mars 94.", "le 2 mars 94", "1994-03-02"),
        ("fr", "Il est arrivé lundi.", "lundi", "2023-03-20"),
        ("fr", "Le feu a pris lundi vers 21 h 45.", "vers 21 h 45", "2023-03-20T21:45"),
        ("fr", "Le moulin fut bâti vers 1850.", "vers 1850", "1850"),
        ("de", "Im März des Vorjahres war es wärmer.", "März des Vorjahres", "2022-03"),
        ("de", "Am Ende des Vorjahres war das Haus fertig.", "Ende des Vorjahres", "2022"),
        ("es", "Nevó en las primeras horas de la tarde.", "las primeras horas de la tarde", "2023-03-21TAF"),
        ("fr", "Le traité du 3 mai 2001 reste en vigueur.", "3 mai 2001", "2001-05-03"),
        ("fr", "Les prix ont monté l'année dernière.", "l'année dernière", "2022"),
        ("fr", "Il est parti hier matin.", "hier matin", "2023-03-20TMO"),
        ("fr", "La fête aura lieu chaque année.", "chaque année", "P1Y"),
        ("de", "Die Tagung dauert vom 5. bis zum 9. Juni.", "5.", "2023-06-05"),
        ("de", "Seit eineinhalb Jahren wird gebaut.", "eineinhalb Jahren", "P1.5Y"),
        ("de", "Nach 1,5 Stunden war Schluss.", "1,5 Stunden", "PT1.5H"),
        ("de", "Der 8. Mai war trocken.", "8. Mai", "2023-05-08"),
        ("de", "Im Jahr 578 starb der Abt.", "Jahr 578", "0578"),
        ("de", "Die vergangenen Jahre waren mager.", "Die vergangenen Jahre", "PXY"),
        ("de", "Gestern tagte der Rat, um neun Uhr begann er.", "neun Uhr", "2023-03-20T09:00"),
        ("de", "Am 3. Mai 2022 fiel er aus. Tags darauf fuhr er.", "Tags darauf", "2022-05-04"),
        ("de", "Die Sitzung beginnt um halb neun.", "halb neun", "2023-03-21T08:30"),
        ("de", "Gegen halb neun am Abend kam sie.", "halb neun am Abend", "2023-03-21T20:30"),
        ("de", "Um halb eins gab es Suppe.", "halb eins", "2023-03-21T12:30"),
        ("de", "Um Viertel nach acht am Montag fuhr er.", "Viertel nach acht am Montag", "2023-03-20T08:15"),
        ("de", "Um viertel vor zehn Uhr war Ruhe.", "viertel vor zehn Uhr", "2023-03-21T09:45"),
        ("de", "Der Vertrag wurde am 20.03. unterzeichnet.", "20.03.", "2023-03-20"),
        ("de", "Am 5.4. trifft sich der Rat.", "5.4.", "2023-04-05"),
        ("de", "Am Pfingstmontag ist zu.", "Pfingstmontag", "2023-05-29"),
        ("de", "Im Winter 1941/42 fror der Fluss zu.", "Winter 1941/42", "1942-WI"),
        ("fr", "Le lundi de Pentecôte est férié.", "Le lundi de Pentecôte", "2023-05-29"),
        ("fr", "Il a gagné de 30,4 secondes.", "30,4 secondes", "PT30.4S"),
        ("fr", "Le pont fut fermé le 2 mars. Le lendemain matin, il brûlait.", "Le lendemain matin", "2023-03-03TMO"),
        ("ru", "Война началась в марте 2011 года.", "марте 2011", "2011-03"),
        ("uk", "Війна почалася в березні 2011 року.", "березні 2011", "2011-03"),
        ("sr", "Дошао је у среду.", "среду", "2023-03-15"),
        ("hu", "A háború 2011. március 3-án kezdődött.", "2011. március 3", "2011-03-03"),
        ("hu", "A háború 2011 márciusában kezdődött.", "2011 márciusában", "2011-03"),
        ("hu", "Hétfőn érkezett.", "Hétfőn", "2023-03-20"),
        ("lt", "2011 m. kovo 3 d. jis atvyko.", "2011 m. kovo 3", "2011-03-03"),
        ("lv", "2011. gada 3. martā viņš ieradās.", "2011. gada 3. martā", "2011-03-03"),
        ("et", "Ta saabus esmaspäeval.", "esmaspäeval", "2023-03-20"),
        ("el", "Ο πόλεμος άρχισε τον Μάρτιο 2011.", "Μάρτιο 2011", "2011-03"),
        ("nl", "De minister kwam maandagavond aan.", "maandagavond", "2023-03-20"),
        ("nl", "Gisteravond brak brand uit.", "Gisteravond", "2023-03-20"),
        ("it", "La riunione sarà la prossima settimana.", "prossima settimana", "2023-W13"),
        ("pl", "W ubiegłym tygodniu był pożar.", "W ubiegłym tygodniu", "2023-W11"),
        ("sv", "Han kom i måndags.", "måndags", "2023-03-20"),
        ("vi", "Hiệp định được ký ngày 3 tháng 5 năm 2005.", "3 tháng 5 năm 2005", "2005-05-03"),
        ("vi", "Vào tháng 5 năm 2005, ông từ chức.", "tháng 5 năm 2005", "2005-05"),
        ("zh", "部长周一抵达北京。", "周一", "2023-03-20"),
        ("zh", "他于3月20日访问莫斯科。", "3月20日", "2023-03-20"),
        ("zh", "会议将于下周举行。", "下周", "2023-W13"),
        ("ja", "昨日火事があった。", "昨日", "2023-03-20"),
        ("ja", "大臣は金曜日に到着した。", "金曜日", "2023-03-17"),
        ("ko", "장관은 월요일에 도착했다.", "월요일", "2023-03-20"),
        ("ko", "지난해 경제가 성장했다.", "지난해", "2022"),
        ("fr", "Il a neigé en été.", "été", "2022-SU"),
        ("fr", "Le film dure deux heures et demie.", "deux heures et demie", "PT2.5H"),
        ("fr", "Trois marins ont péri ce week-end.", "ce week-end", "2023-W11-WE"),
        ("es", "La feria será del 2 al 28 de abril.", "del 2", "2023-04-02"),
        ("es", "Abren a las 06.00 hora local.", "las 06.00 hora local", "2023-03-21T06:00"),
        ("es", "Llegarán a finales de año.", "finales de año", "2023"),
        ("fr", "On y était en janvier de l'année dernière.", "janvier de l'année dernière", "2022-01"),
        ("fr", "La semaine prochaine, on vote. L'année prochaine, on part.", "L'année prochaine", "2024"),
        ("fr", "C'était au début des années 1990.", "début des années 1990", "199"),
        ("fr", "Le bureau ouvre du lundi au vendredi.", "vendredi", "2023-03-24"),
        ("de", "In der nächsten Woche wird gewählt.", "der nächsten Woche", "2023-W13"),
        ("de", "Offen von Montag bis Freitag.", "Freitag", "2023-03-24"),
        ("de", "Vorletztes Jahr war es trocken.", "Vorletztes Jahr", "2021"),
        ("es", "Subió en enero del año pasado.", "enero del año pasado", "2022-01"),
        ("es", "La música de la década de 1990 vuelve.", "la década de 1990", "199"),
        ("es", "Abre de lunes a viernes.", "viernes", "2023-03-24"),
        (
            "es",
            "El barco zarpó a las cinco de la tarde del viernes.",
            "las cinco de la tarde del viernes",
            "2023-03-17T17:00",
        ),
        ("es", "El pasado día 3 se reunieron.", "El pasado día 3", "2023-03-03"),
        ("es", "Llovió el fin de semana pasado.", "el fin de semana pasado", "2023-W11-WE"),
        ("es", "Pidió una tregua de los 100 primeros días.", "los 100 primeros días", "P100D"),
        ("de", "Um 8 Uhr am Abend des 3. Mai 2012 kam sie.", "8 Uhr am Abend des 3. Mai 2012", "2012-05-03T20:00"),
        ("de", "In der Nacht zum Sonntag brannte ein Haus.", "der Nacht zum Sonntag", "2023-03-18TNI"),
        ("de", "Das Angebot gilt bis zum 1. Oktober.", "1. Oktober", "2023-10-01"),
        ("es", "A las 14.30 aterrizó el avión.", "las 14.30", "2023-03-21T14:30"),
        ("es", "De mayo a agosto de 2015 estuvo cerrada.", "mayo", "2015-05"),
        ("es", "La noche pasada tembló la tierra.", "La noche pasada", "2023-03-20TNI"),
        ("fr", "De mai à août 2015, la piscine était fermée.", "mai", "2015-05"),
        ("fr", "La nuit dernière, la terre a tremblé.", "La nuit dernière", "2023-03-20TNI"),
        ("de", "Kurz vor Mitternacht knallte es.", "Mitternacht", "2023-03-21T24:00"),
        ("de", "Am frühen Morgen des 4. Juli brannte es.", "frühen Morgen des 4. Juli", "2022-07-04TMO"),
        ("de", "Anfang der Neunzigerjahre zog er um.", "Anfang der Neunzigerjahre", "199"),
        ("de", "In den 90er-Jahren war das anders.", "den 90er-Jahren", "199"),
        ("fr", "Le 3 mai 2012 il partit. Le lundi suivant il revint.", "Le lundi suivant", "2012-05-07"),
        ("es", "El 3 de mayo de 2012 se fue. El lunes siguiente volvió.", "El lunes siguiente", "2012-05-07"),
        ("de", "Die Reise kostet 1450 bis 1850 Mark.", "1450", None),
        ("es", "Dos días después del robo huyó.", "Dos días", "P2D"),
        ("es", "Le queda un año más de contrato.", "un año más", "P1Y"),
        ("es", "Espera hasta cuatro años.", "cuatro años", "P4Y"),
        ("es", "Vendió poco en el presente año.", "el presente año", "2023"),
        ("es", "Volverá este mismo mes.", "este mismo mes", "2023-03"),
        ("es", "Abrirá a mitad del 2024.", "mitad del 2024", "2024"),
        ("es", "Cerrará antes del fin del año.", "del fin del año", "2023"),
        ("es", "Teme los fantasmas del pasado.", "del pasado", "PAST_REF"),
        ("es", "Ganó la pasada edición.", "pasada", "PAST_REF"),
        ("es", "Lo citó a declarar para este jueves.", "este jueves", "2023-03-23"),
        ("es", "Subió respecto al mes anterior.", "al mes anterior", "2023-02"),
        ("es", "Paga 20 euros al mes.", "al mes", "P1M"),
        ("de", "Der Laden ist sonntags geschlossen.", "sonntags", "XXXX-WXX-7"),
        ("de", "Sie trainiert dreimal wöchentlich.", "dreimal wöchentlich", "P1W"),
        ("fr", "La grève doit durer 48 heures à partir de midi.", "48 heures", "PT48H"),
        ("fr", "Le juge l'a convoqué pour jeudi.", "jeudi", "2023-03-23"),
        ("fr", "Pour l'instant, rien ne bouge.", "Pour l'instant", "PRESENT_REF"),
        ("fr", "Il y vit depuis un quart de siècle.", "un quart de siècle", "P25Y"),
        ("it", "Il 1° maggio è festa.", "1° maggio", "2023-05-01"),
        ("it", "Hanno vinto 2 a 1 sabato.", "sabato", "2023-03-18"),
        ("nl", "Ze wonnen zaterdag met 2-1.", "zaterdag", "2023-03-18"),
        (
            "pt",
            "Na terça-feira passada choveu e no dia 12 de abril de 2010 nevou.",
            "12 de abril de 2010",
            "2010-04-12",
        ),
        ("it", "Il vertice è cominciato il 20 marzo 2023.", "20 marzo 2023", "2023-03-20"),
        ("it", "È partito 2 giorni fa.", "2 giorni fa", "2023-03-19"),
        ("it", "È partito due anni fa.", "due anni fa", "2021"),
        ("it", "È durato tre giorni.", "tre giorni", "P3D"),
        ("it", "La firma è del 12/03/2023.", "12/03/2023", "2023-03-12"),
        ("nl", "Hij kwam op 12-03-2023 aan.", "12-03-2023", "2023-03-12"),
        ("nl", "Twee jaar geleden stopte hij.", "Twee jaar geleden", "2021"),
        ("ru", "Он ушёл два года назад.", "два года назад", "2021"),
        ("de", "Mitte der siebziger Jahre zog er fort.", "Mitte der siebziger Jahre", "197"),
        ("de", "Das gilt seit zwei Jahrzehnten.", "zwei Jahrzehnten", "P2DE"),
        ("es", "El acto será a las 18.45 horas.", "las 18.45 horas", "2023-03-21T18:45"),
        ("ru", "Он приехал вчера.", "вчера", "2023-03-20"),
        ("pt", "Chegou em 20 de março de 2013.", "20 de março de 2013", "2013-03-20"),
        ("pl", "Przyjechał 20 marca 2023 r.", "20 marca 2023", "2023-03-20"),
        ("zh", "他于2023年3月20日抵达。", "2023年3月20日", "2023-03-20"),
        ("ja", "会談は3月21日に行われた。", "3月21日", "2023-03-21"),
        ("ar", "وصل الرئيس في 20 مارس 2023", "20 مارس 2023", "2023-03-20"),
    ],
)
def test_each_language_is_read_with_its_own_words(lang, sentence, words, value):
    found = {one.text: one.value for one in tag(sentence, PUBLISHED, lang)}
    assert found.get(words) == value, found


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("fr", "Un pêcheur de 38 ans a été secouru."),
        ("fr", "Le club des moins de 17 ans a perdu."),
        ("fr", "Une femme d'une trentaine d'années est tombée."),
        ("fr", "Les sports d'hiver attirent la foule."),
        ("fr", "La veille du scrutin est calme."),
        ("de", "Der Hund ist drei Jahre alt."),
        ("es", "Ese club fue su pasado."),
        ("es", "Aquello fue una pasada."),
    ],
)
def test_ages_and_kinds_are_no_dates(lang, sentence):
    assert tag(sentence, PUBLISHED, lang) == []


@pytest.mark.parametrize(
    "sentence",
    ["Siehe Kapitel 2.1. und 3.5. der Satzung.", "Der Anteil stieg um ein Viertel.", "Halb Europa sah zu."],
)
def test_german_numbers_and_parts_are_no_dates(sentence):
    assert tag(sentence, PUBLISHED, "de") == []


def test_a_running_camera_is_no_date():
    assert tag("Er sprach vor laufenden Kameras.", PUBLISHED, "de") == []


def test_a_length_of_time_with_a_past_preposition_also_says_when():
    [expression] = tag("Er starb vor zwei Jahren.", PUBLISHED, "de")
    assert (expression.text, expression.value) == ("zwei Jahren", "P2Y")
    assert expression.interval is not None and expression.interval.edtf == "2021"


@pytest.mark.parametrize("lang", ["xx", "tlh", "../en", ""])
def test_a_language_nobody_knows_still_gets_its_written_dates(lang):
    assert [one.value for one in tag("abc 2023-03-17 def", PUBLISHED, lang)] == ["2023-03-17"]


def test_a_month_without_a_day_never_gets_one():
    [expression] = tag("Accadde nel marzo 2010.", PUBLISHED, "it")
    assert expression.interval is not None and expression.interval.edtf == "2010-03"


ESSAY = "Die Idee ist alt, und sie hat ihre Freunde behalten. " * 45


def test_today_in_a_german_essay_is_the_present_and_in_a_report_the_day():
    assert [one.value for one in tag(ESSAY + "Das sieht man heute.", PUBLISHED, "de")] == ["PRESENT_REF"]
    assert [one.value for one in tag("Der Rat tagt heute.", PUBLISHED, "de")] == ["2023-03-21"]
    report = ESSAY + "Der Rat tagt heute. Am Montag kam er, am Freitag ging er."
    assert tag(report, PUBLISHED, "de")[0].value == "2023-03-21"
