"""Texts that say nothing of their encoding: Windows-1252 wherever it makes words, else what statistics and older machines suggest."""

from __future__ import annotations

import pytest

from transforms.articles import Document, read_document
from transforms.articles.encodings.read import decode

WESTERN = [
    "Ölpreis fällt",
    "Für Köln",
    "ÄRZTE STREIKEN IN ÖSTERREICH",
    "Die Bürger müssen über größere Wohnungen reden, sagte die Ministerin.",
    "Der Bürgermeister erklärte am Montag, die Brücke über den Fluss müsse größtenteils gesperrt werden. „Das ist schön“, sagte er – später.",
    "Élysée : « Nous avons décidé », a déclaré le Premier ministre à l’issue du Conseil ; où étaient les secours ?",
    "ÉTATS GÉNÉRAUX À ORLÉANS",
    "El niño español comió ayer en la mañana; ¿qué pasó después?",
    "Perú votó",
    "A eleição não está concluída; o ministério dirá amanhã à população.",
    "La città è più bella, perché il sindaco l'ha voluta così.",
    "Färöarna söker hjälp på lördagen i Malmö",
    "Børn må gå i skole i København; Færøerne søger hjælp.",
    "Forsætisráðherra þakkaði þjóðinni á mánudag fyrir þolinmæðina.",
    "The café owner said “it’s over” – a naïve résumé.",
    "Price rose €5",
    "Temperatures of 35° were measured; it’s hot",
]


@pytest.mark.parametrize("text", WESTERN)
def test_a_western_text_of_few_words_is_read_as_windows_1252(text: str):
    assert decode(text.encode("cp1252")) == text
    assert decode(f"Monday\n\n{text}\n".encode("cp1252")) == f"Monday\n\n{text}\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Президент встретился в понедельник с министром обороны в Москве.", "cp1251"),
        ("Президент встретился в понедельник с министром обороны в Москве.", "koi8_r"),
        ("Президент встретился в понедельник с министром обороны в Москве.", "cp866"),
        ("Prezydent Łodzi spotkał się w środę z przedstawicielami załogi; żądają wyższych płac.", "cp1250"),
        ("Ο πρωθυπουργός συναντήθηκε τη Δευτέρα με τον υπουργό Άμυνας στην Αθήνα.", "cp1253"),
        ("ראש הממשלה נפגש ביום שני עם שר הביטחון בירושלים.", "cp1255"),
        ("التقى الرئيس يوم الاثنين وزير الدفاع في العاصمة القاهرة.", "cp1256"),
        ("首相は月曜日、東京で国防大臣と会談した。", "shift_jis"),
        ("总统星期一在首都会见了国防部长，讨论了安全问题。", "gb18030"),
        ("대통령은 월요일 서울에서 국방장관을 만났다.", "euc_kr"),
        ("Die Bürger müssen über größere Wohnungen reden, sagte die Ministerin.", "cp850"),
        ("Le président a reçu hier des députés à l'Assemblée nationale.", "mac_roman"),
    ],
)
def test_a_text_that_windows_1252_makes_no_words_of_is_read_in_another_encoding(text: str, encoding: str):
    assert decode(text.encode(encoding)) == text


OF_ONE_LANGUAGE = {
    "ja": (
        "与党は水曜日、ノーフィールド州の選挙で議席の過半数を獲得した。ボルグ首相は「国民の信頼に応えたい」と述べ、来週中に新しい内閣を発足させる考えを示した。一方、野党は開票に不正があったとして裁判所に訴える方針だ。",
        ("shift_jis", "euc_jp", "iso2022_jp"),
    ),
    "ko": (
        "여당은 수요일 노필드주 선거에서 과반 의석을 얻었다. 보르그 총리는 다음 주에 새 내각을 구성하겠다고 밝혔다. 야당은 개표에 부정이 있었다며 법원에 소송을 내기로 했다. IT기업 주가는 올랐다.",
        ("euc_kr",),
    ),
    "zh": (
        "执政党星期三在诺菲尔德州选举中获得过半数席位。博格总理表示，下周将组成新内阁。反对党认为计票有舞弊行为，决定向法院提起诉讼。当地居民对结果看法不一。",
        ("gb18030",),
    ),
    "zh-TW": (
        "執政黨星期三在諾菲爾德州選舉中獲得過半數席位。博格總理表示，下週將組成新內閣。反對黨認為計票有舞弊行為，決定向法院提起訴訟。當地居民對結果看法不一。",
        ("big5",),
    ),
    "ru": (
        "Правящая партия в среду получила большинство мест на выборах в Норфилде. Премьер-министр Борг заявил, что новое правительство будет создано на следующей неделе.",
        ("koi8_r", "cp1251"),
    ),
    "bg": (
        "Управляващата партия спечели в сряда мнозинство на изборите в Норфийлд. Премиерът Борг каза, че новото правителство ще бъде съставено следващата седмица.",
        ("cp1251",),
    ),
    "pl": (
        "Partia rządząca zdobyła w środę większość mandatów w wyborach w Norfield. Premier Borg zapowiedział, że nowy rząd powstanie w przyszłym tygodniu.",
        ("cp1250", "iso8859_2"),
    ),
    "cs": (
        "Vládní strana získala ve středu většinu křesel ve volbách v Norfieldu. Premiér Borg řekl, že nová vláda vznikne příští týden; opozice se obrátí na soud.",
        ("cp1250", "iso8859_2"),
    ),
    "sk": (
        "Vládna strana získala v stredu väčšinu kresiel vo voľbách v Norfielde. Premiér Borg povedal, že nová vláda vznikne budúci týždeň; opozícia sa obráti na súd.",
        ("cp1250", "iso8859_2"),
    ),
    "hu": (
        "A kormánypárt szerdán megszerezte a mandátumok többségét a norfieldi választáson. Borg miniszterelnök közölte, hogy jövő héten alakul meg az új kormány.",
        ("cp1250", "iso8859_2"),
    ),
    "ro": (
        "Partidul de guvernământ a câştigat miercuri majoritatea mandatelor la alegerile din Norfield. Premierul Borg a spus că noul guvern va fi format săptămâna viitoare.",
        ("cp1250", "iso8859_2"),
    ),
    "hr": (
        "Vladajuća stranka osvojila je u srijedu većinu zastupničkih mjesta na izborima u Norfieldu. Premijer Borg rekao je da će nova vlada biti sastavljena idući tjedan, a oporba će žalbu podnijeti sudu.",
        ("cp1250", "iso8859_2"),
    ),
    "tr": (
        "İktidar partisi çarşamba günü Norfield'daki seçimlerde sandalyelerin çoğunluğunu kazandı. Başbakan Borg, yeni hükümetin gelecek hafta kurulacağını söyledi.",
        ("cp1254",),
    ),
    "lt": (
        "Valdančioji partija trečiadienį laimėjo daugumą vietų Norfildo rinkimuose. Premjeras Borgas sakė, kad nauja vyriausybė bus sudaryta kitą savaitę; opozicija žada kreiptis į teismą.",
        ("cp1257",),
    ),
}
PAGE = '<html><head><title>News</title></head><body><div class="story"><p>{}</p></div><p>More of this on our site</p></body></html>'


@pytest.mark.parametrize(
    ("language", "encoding"),
    [(language, encoding) for language, (_, encodings) in OF_ONE_LANGUAGE.items() for encoding in encodings],
)
def test_a_short_text_is_read_in_the_encoding_that_makes_the_letters_of_one_language(language: str, encoding: str):
    text, _ = OF_ONE_LANGUAGE[language]
    assert decode(text.encode(encoding)) == text
    page = PAGE.format(text)
    assert decode(page.encode(encoding), markup=True) == page


@pytest.mark.parametrize(
    "text",
    [
        "Søren Vella met Michèle Borg, the mayor of Norfield, on Monday. They talked about roads, schools and the new bridge over the river.",
        "El presidente de Òmnium, Josep Millàs, llegó ayer a Norfield; según él, la situación no está clara y habrá más días de diálogo.",
        "Malmö og Århus mødes på søndag. Spillerne når næppe at få hvile før kampen, siger træner Borg.",
        "Il « a été décidé » d’agrandir l’hôpital où Zoë Peña était soignée, a déclaré à la presse le maire de Norfield.",
        "«Word» of the deal – «a good one» – spread through Norfield",
    ],
)
def test_names_of_other_languages_do_not_make_a_western_text_one_of_theirs(text: str):
    assert decode(text.encode("cp1252")) == text


def test_the_first_character_that_is_not_ascii_may_stand_far_below():
    text = "The minister met the council on Monday.\n" * 5_000 + "Später tagte in Köln der Ausschuss für Größeres."
    result = read_document(Document("a.txt", text.encode("cp1252")))
    assert result.articles["text"].to_list() == [text]
