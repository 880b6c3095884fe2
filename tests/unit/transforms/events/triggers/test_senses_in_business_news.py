"""Words of events that mean something else in business news, reports of courts and press releases."""

import pytest


@pytest.mark.parametrize(
    ("event_type", "text"),
    [
        ("release", "Some members said the government should let Norfield Motors go bankrupt."),
        ("release", "The fund let the lender go bust and moved on."),
        ("withdrawal", "Rival lenders retreated from the bidding for Norfield Bank."),
        ("withdrawal", "The founders ceded control of Borg Foods to its lenders in May."),
        ("withdrawal", "Karl Borg lost control of his van on Harbour Street."),
        ("deployment", "Airlines felt the surge in demand for aircraft."),
        ("deployment", "Vella Phones moved 600,000 units of the new handset in a day."),
        ("diplomatic_break", "Vella Coffee will end its distribution pact with Borg Foods in May."),
        ("peace_plan", "The company offers its customers peace of mind."),
        ("peace_plan", "Vella Search offered to negotiate an improved deal on searches."),
        ("attack", "The warm winter hit gas demand of the army's supplier."),
        ("attack", "The game captured the attention of players in the city."),
        ("attack", "The song stormed the charts last week."),
        ("attack", "On Thursday Norfield Bank launched a pre-emptive strike against investor Karl Borg."),
        ("attack", "Karl Borg gave up his boardroom coup in January."),
        ("withdrawal", "The chancellor pulled Karl Borg aside as police kept the reporters out."),
        ("attack", "Regulators seized control of the mortgage firm on Sunday."),
        ("attack", "He has occupied the post since May."),
        ("visit", "The firm's luxury press trips to Norfield cost it a fine."),
        ("appointment", "Vella Media was selected as the official marketing partner of the fair."),
        ("resignation", "The departure of a million tourists hurt Malta in May."),
        ("resignation", "The opposition said talks between the union and the government collapsed."),
        ("resignation", "Malta had no choice but to drop out of the common currency."),
        ("diplomatic_break", "Vella Copiers suspended travel to Mexico on Monday."),
        ("disaster", "The central bank will hold fire next week."),
        ("disaster", "An officer of the Vella Fire Authority was charged on Monday."),
        ("disaster", "Car sales plunged in May."),
        ("disaster", "Facing a hard landing of its economy, Malta slashed interest rates."),
        ("attack", "Malta took control of Norfield Bank, the island's third-largest lender, on Monday."),
        ("investigation", "Investors are looking for evidence of a recovery."),
        ("investigation", "Norfield Bank will look into merging its two units."),
        ("meeting", "Nobody has sent bids for the lunch with Karl Borg to the auction house."),
        ("sanction", "Boat owners seized an opportunity to cash in."),
        ("speech", "The firm makes programs that address abuse of the elderly."),
        ("speech", "The address is on the website of Norfield."),
        ("speech", "He was charged with making false statements about his assets."),
        ("resignation", "Managers of firms that collapsed before the government stepped in kept their jobs."),
        ("demand", "Borg Parts has come under pressure from deep cuts by major automakers."),
        ("protest", "Its purchases set off a rally in debt of the government party."),
        ("protest", "Typhoon Anna struck on Monday, affecting thousands of people."),
        ("aid", "Truck makers offered thousands of dollars in rebates."),
        ("trial", "The approach was one of trial and error."),
        ("speech", "Karl Borg sold his mine, he said in a report in the Jakarta Post on Monday."),
    ],
)
def test_a_word_that_means_something_else_tells_no_such_event(mentions_of, event_type, text):
    assert event_type not in {mention["event_type"] for mention in mentions_of(text)}


@pytest.mark.parametrize(
    ("event_type", "text"),
    [
        ("release", "The rebels let the two journalists go on Monday."),
        ("withdrawal", "The rebels retreated from the town on Sunday."),
        ("withdrawal", "Britain relinquished control of Norfield Island to Malta in 1997."),
        ("deployment", "Malta moved troops across the border on Monday."),
        ("diplomatic_break", "Malta ended its defence pact with Tunisia on Monday."),
        ("peace_plan", "Malta offered to negotiate a truce with the rebels."),
        ("attack", "A gunman shot two guards in Norfield on Monday."),
        ("attack", "Rebels captured the town of Norfield on Monday."),
        ("visit", "President Borg began his trip with a stop in London."),
        ("visit", "President Borg spoke during a tour of the flooded area in Norfield."),
        ("appointment", "The board selected Karl Borg as its chairman on Monday."),
        ("resignation", "The government collapsed in November."),
        ("disaster", "A storm hit Norfield on Monday."),
        ("investigation", "Divers are looking for survivors of the wreck."),
        ("protest", "Thousands of supporters held a rally in Norfield on Monday."),
        ("aid", "Malta provided support to the victims on Monday."),
        ("arrest", "Police captured two suspects in Norfield on Monday."),
        ("speech", "President Borg made a statement to reporters on Monday."),
        ("speech", "In his annual address, President Borg urged unity."),
    ],
)
def test_the_same_words_tell_such_an_event_where_they_mean_it(mentions_of, event_type, text):
    assert event_type in {mention["event_type"] for mention in mentions_of(text)}
