"""Pages that stand before an article are refused; reports of such things are articles."""

from __future__ import annotations

import pytest

from transforms.articles import Document, read_document

SITE = "Norfield Courier"
AROUND = '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><main>%s</main><footer><p>Copyright 2023. Privacy policy.</p></footer>'

LOGIN = (
    "Please sign in with your email address and password to read on. If you do not have an account yet, you can register for free and read five articles a month.",
    "Forgot your password? We will send you a link to reset it. By signing in you agree to our terms of service.",
)
CONSENT = (
    "We and our 842 partners store and access information on your device, such as cookies, to show you personalised advertising and to learn about our audience.",
    "With your permission we may use precise geolocation data. You may click to consent to our and our partners' processing as described above.",
)
CONSENT_DE = (
    "Besuchen Sie unsere Seite wie gewohnt mit Werbung und Tracking. Ihre Zustimmung ist jederzeit über den Link am Ende jeder Seite widerrufbar.",
    "Wir und unsere Partner verarbeiten personenbezogene Daten und speichern Cookies auf Ihrem Gerät, um Anzeigen zu personalisieren.",
)
PAYWALL = (
    "You have reached your limit of free articles this month. To continue reading, please subscribe or log in if you are already a subscriber.",
    "Digital subscription: one pound a month for the first six months. Cancel at any time.",
)
NOT_FOUND = (
    "Sorry, the page you were looking for cannot be found. It may have been moved or deleted.",
    "Please check the address and try again, or read the stories of the day:",
    "Fishermen of Kestrel Bay block the harbour for a third day over quotas that the ministry announced in January.",
    "The mayor of Ambry opens a bridge that was to be finished four years ago, and apologises to the people of the valley.",
)
ROBOT = (
    "Verifying you are human. This may take a few seconds.",
    "The site needs to review the security of your connection before proceeding. Enable JavaScript and cookies to continue.",
)


def page(title: str, paragraphs: tuple[str, ...]) -> bytes:
    body = f"<h1>{title}</h1>" + "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html><head><title>{title} - {SITE}</title></head><body>{AROUND % body}</body></html>".encode()
    )


@pytest.mark.parametrize(
    ("title", "paragraphs", "told"),
    [
        ("Sign in", LOGIN, "asks to sign in"),
        ("Minister Borg resigns over harbour contract", LOGIN, "asks to sign in"),
        ("We value your privacy", CONSENT, "asks for consent to cookies"),
        (SITE, CONSENT, "asks for consent to cookies"),
        ("Zustimmung", CONSENT_DE, "asks for consent to cookies"),
        ("Minister Borg resigns over harbour contract", PAYWALL, "asks to subscribe"),
        ("Page not found", NOT_FOUND, "says that there is no such page"),
        ("Just a moment...", ROBOT, "is shown to programs that are not let in"),
    ],
)
def test_a_page_that_only_stands_before_an_article_is_refused_and_says_so(
    title: str, paragraphs: tuple[str, ...], told: str
) -> None:
    result = read_document(Document("page.html", page(title, paragraphs)))
    assert result.articles.is_empty()
    assert result.rejected.select("reason", "detail").rows() == [("no_article", f"no article: a page that {told}")]


@pytest.mark.parametrize(
    ("title", "paragraphs"),
    [
        (
            "Regulator fines Kestrel over cookie banners",
            (
                "The data protection authority of Norfield fined the search firm Kestrel on Tuesday because its banner made it harder to reject all cookies than to accept all.",
                'The firm said that it would appeal. "You cannot ask for your consent in this way," said Anna Vella of the group Own Data, which had filed the complaint.',
            ),
        ),
        (
            "Page not found: how the ministry lost its archive",
            (
                "Thousands of documents disappeared from the website of the ministry on Monday, and visitors saw the words page not found.",
                "Minister Borg said that the archive would be restored by Friday. Historians had warned in February that the move put it at risk.",
            ),
        ),
        (
            "Minister Borg resigns over harbour contract",
            (
                "Transport minister Elena Borg resigned on Tuesday after the auditor found that a contract for the harbour had been awarded without a tender.",
                "Borg told parliament that she had made no mistake but wanted to spare the government.",
                "This article is for subscribers only. Subscribe now to continue reading.",
                "Already a subscriber? Log in here.",
            ),
        ),
        (
            "Sign in",
            (
                "The two towns of the valley put up a sign in their old language on Monday, forty years after it was taken down.",
                "Mayor Vella and two hundred people watched as the sign was raised beside the road to Norfield.",
            ),
        ),
    ],
)
def test_reports_of_such_things_and_articles_with_such_words_below_are_read(
    title: str, paragraphs: tuple[str, ...]
) -> None:
    result = read_document(Document("page.html", page(title, paragraphs)))
    assert result.rejected.is_empty()
    assert result.articles["text"][0].startswith(paragraphs[0][:40])
