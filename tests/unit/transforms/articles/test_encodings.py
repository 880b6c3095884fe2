"""Texts that say nothing of their encoding: Windows-1252 wherever it makes words, else what statistics and older machines suggest."""

from __future__ import annotations

import pytest

from transforms.articles import Document, read_document
from transforms.articles.encoding import decode

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


def test_the_first_character_that_is_not_ascii_may_stand_far_below():
    text = "The minister met the council on Monday.\n" * 5_000 + "Später tagte in Köln der Ausschuss für Größeres."
    result = read_document(Document("a.txt", text.encode("cp1252")))
    assert result.articles["text"].to_list() == [text]
