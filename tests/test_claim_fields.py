"""Fields that stay empty, or go to the right one: words that are no outcome, no place, no speaker and no subject of a figure."""

from __future__ import annotations

from datetime import date

import pytest

from extracting import extractor
from ledger.model import Claim, Document, Section

PUBLISHED = date(2013, 2, 10)


def figure(text: str, surface: str) -> Claim:
    """The one claim of a text with a surface; the text is of one section and was published on a day."""
    document = Document("line.txt", text, published=PUBLISHED, sections=(Section("body", 0, len(text)),))
    (claim,) = [claim for claim in extractor().extract(document, fingerprint=False).claims if claim.surface == surface]
    return claim


OUTCOMES = [
    ("The grid runs on 12 coal-fired plants.", "12", ""),
    ("The town wants 400 charging stations by the lake.", "400", ""),
    ("Jurors split, with nine in favour and three against the death sentence.", "nine", ""),
    ("The shares rallied 7 percent.", "7 percent", ""),
    ("The pact will build trust between the two states.", "two", ""),
    ("Two clerks were fired, and eight others left the office.", "Two", "fired"),
    ("Two clerks were fired, and eight others left the office.", "eight", ""),
    ("Ties with 17 states grew, and 350 treaties were signed.", "17", ""),
    ("Ties with 17 states grew, and 350 treaties were signed.", "350", "signed"),
    ("Six rifles, 12 knives and 300 rounds were found and seized.", "Six", "seized"),
    ("In one incident the pupils rushed to evacuate their school.", "one", ""),
]


@pytest.mark.parametrize(("text", "surface", "outcome"), OUTCOMES)
def test_a_cue_of_another_thing_or_in_a_compound_is_no_outcome(text: str, surface: str, outcome: str) -> None:
    assert figure(text, surface).outcome == outcome


PLACES = [
    ("A closer Peru-Chile trade would help 14 firms.", "14", ""),
    ("They bought 14 shares from the insurer Hanover.", "14", ""),
    ("In Game 2 they had 14 points.", "14", ""),
    ("The firm's market value grew by 14 dollars.", "14 dollars", ""),
    ("They met in the old school with 14 guests.", "14", "old school"),
    ("The gale hit 40 villages, according to the U.S. Weather Survey.", "40", ""),
    ("The radio quoted the rescue centre in the province of Lorn as saying 10 people died.", "10", ""),
    ("A gale struck Orr island, home to 9,000 people, and the city of Lorn.", "9,000", "Orr island"),
]


@pytest.mark.parametrize(("text", "surface", "place"), PLACES)
def test_a_name_that_is_a_thing_a_pair_or_a_speaker_is_no_place(text: str, surface: str, place: str) -> None:
    assert figure(text, surface).place == place


SPEAKERS = [
    ("Lorn counts the United States among its friends, and will work for 14 firms.", "14", ""),
    ("The Association of Lorn Brewers said 14 inns had closed.", "14", "Association of Lorn Brewers"),
    ("Fourteen inns had closed, according to the Ministry of Trade.", "Fourteen", "Ministry of Trade"),
    ("The mean was 4 percent, according to the average of forecasts compiled by Rolfe Research.", "4 percent", "Rolfe Research"),
    ("The brewer gained 3 percent, adding to gains of 4 sessions.", "4", ""),
    ("She put 14 coins on the table.", "14", ""),
    ("The council put the loss at 14 boats.", "14", "council"),
    ("Profit lagged, falling short of Rolfe estimates of 14 million euros.", "14 million euros", ""),
    ("The mayor was there. The show, titled “80 Years of Light”, opened.", "80 Years", ""),
]


@pytest.mark.parametrize(("text", "surface", "speaker"), SPEAKERS)
def test_the_speaker_has_a_whole_name_and_says_the_figure(text: str, surface: str, speaker: str) -> None:
    assert figure(text, surface).speaker == speaker


SUBJECTS = [
    ("They work for the good of the two peoples.", "two", ""),
    ("The port runs a fleet of 14 tugs.", "14", "fleet"),
    ("In 2012 the missions held 500 talks on trade, law and tourism, backed 150 firms.", "150", "missions"),
    ("The sloop stopped the boats and, in a well-practised raid, seized 14 rifles.", "14", "sloop"),
    ("The firm's revenue for the year came to 50 million euros.", "50 million euros", "firm's"),
    ("Rolfe executives say it will have a range of 400 kilometres.", "400 kilometres", ""),
    ("Rolfe said: a network of 17 shops, ties with 194 towns.", "194", ""),
    ("It recalls another 15-year-old, Ines Rolfe, who died in the streets.", "15-year-old", "Ines Rolfe"),
    ("The sentence caps three years of talks that were bogged down by complaints.", "three years", ""),
    ("Thieves robbed a man of Rolfe & Son, one of the town's oldest firms.", "one", "Rolfe & Son"),
    ("There were at least four aftershocks of around 4.0.", "4.0", "aftershocks"),
]


@pytest.mark.parametrize(("text", "surface", "subject"), SUBJECTS)
def test_the_subject_is_no_scrap_and_no_bystander(text: str, surface: str, subject: str) -> None:
    assert figure(text, surface).subject == subject


def test_the_year_of_a_thing_dates_no_other_clause() -> None:
    assert figure("The gale left 900 people homeless as it hit a coast that was ruined by the flood of 2004.", "900").period == ""


def test_a_year_in_a_name_gives_way_to_a_date() -> None:
    assert figure("The Expo 2030 team held its second meeting in Lorn on 5 January 2013.", "second").period == "2013-01-05"


def test_an_event_of_some_months_ago_is_background() -> None:
    assert figure("In August 2012 a quake killed 600 people in Lorn.", "600").background
    assert not figure("In January 2013 a quake killed 600 people in Lorn.", "600").background


def test_what_is_over_is_no_forecast() -> None:
    assert figure("It would be the largest purchase since it bought Rolfe & Son for $19 million in 2002.", "$19 million").role == "actual"


def test_a_quotation_over_lines_belongs_to_who_is_named_at_its_end_or_before_its_colon() -> None:
    lines = ['"The gale lasted 15 minutes, from Lorn to Ulm.', 'People ran out of 40 homes," agency spokesman Jens Holt said.']
    assert [claim.speaker for claim in claims_of(*lines)] == ["agency spokesman Jens Holt"] * 2
    lines = [
        "The firm has issued a statement on the cable:",
        '"Repairs will take twelve days.',
        "It is a long job.",
        "Nobody knows more.",
        "Or less.",
    ]
    assert [claim.speaker for claim in claims_of(*lines)] == ["firm"]


def claims_of(*lines: str) -> list[Claim]:
    """The claims of a text whose lines are sections."""
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    sections = tuple(Section("body", start, start + len(line)) for start, line in zip(starts, lines, strict=True))
    return list(extractor().extract(Document("lines.txt", "\n".join(lines), sections=sections), fingerprint=False).claims)


def test_the_day_of_the_event_that_did_it_is_the_figures() -> None:
    text = "At least 24 people were killed and more than 200 injured by the quake, which struck the tip of the island on Tuesday."
    assert [figure(text, surface).period for surface in ("24", "200")] == ["2013-02-05"] * 2
    assert figure(text, "200").subject == "quake"


def test_what_measures_so_much_or_did_it_is_the_subject() -> None:
    quake = figure("An earthquake measuring 4.6 rattled Kent and Sussex counties, the survey said.", "4.6")
    assert (quake.subject, quake.place) == ("earthquake", "Kent and Sussex counties")
    assert figure("INS Lorn has seized 14 rifles during the five raids it carried out there.", "five").subject == "INS Lorn"
    assert figure("The last time a Lorn jury issued a death sentence was eight years ago.", "eight years").subject == "Lorn jury"


def test_what_is_put_at_a_sum_is_measured() -> None:
    assert figure("The bank puts the world market for tea at $748 million.", "$748 million").entity == "world market"
    assert figure("The fault creeps 7 mm/yr.", "7 mm/yr").aspect == "rate"
    assert figure("After the chase, two of them fled.", "two").entity == ""


MORE_SUBJECTS = [
    ("The site says the largest quake ever to be felt there was 4.5.", "4.5", "largest quake"),
    ("The storm caused hundreds of people to flee to 10 halls.", "10", "storm"),
    ("Pricing for business customers begins at $119.99.", "$119.99", "business customers"),
    ("The new 13-inch Rolfe Lark models are out.", "13-inch", "Rolfe Lark models"),
    ("It was the biggest purchase in its 69-year history.", "69-year", ""),
    ("The cost of the repairs they need will be 14 euros.", "14 euros", "repairs"),
]


@pytest.mark.parametrize(("text", "surface", "subject"), MORE_SUBJECTS)
def test_the_subject_is_the_one_of_the_figures_own_clause(text: str, surface: str, subject: str) -> None:
    assert figure(text, surface).subject == subject


def test_who_was_quoted_by_a_paper_speaks() -> None:
    assert figure("A quake killed 10 people, Lorn officials were quoted by Reuters as saying.", "10").speaker == "Lorn officials"
    assert figure("Rolfe shares added 26 cents to close at $24.", "26 cents").speaker == ""


def test_the_move_behind_a_price_is_of_the_price() -> None:
    text = "The brewer yesterday closed at $18, up $0.05."
    assert [figure(text, surface).entity for surface in ("$18", "$0.05")] == ["closing price", "closing price"]


def test_countries_a_flood_reached_lie_not_where_it_began() -> None:
    text = "A flood off Peru killed 900 people in 14 countries."
    assert (figure(text, "900").place, figure(text, "14").place) == ("Peru", "")


def test_things_that_were_captured_were_seized() -> None:
    assert (figure("The sloop captured three boats.", "three").outcome, figure("The sloop captured 26 men.", "26").outcome) == (
        "seized",
        "arrested",
    )


def test_a_places_neighbour_and_a_distance_are_of_another_figure() -> None:
    assert figure("The island, which has about 900 residents, is about 940 miles south of Lorn, the capital.", "900").place == ""
    text = "A flood in Peru's Lorn province killed at least five people and hurt dozens in a region devastated by a war."
    assert figure(text, "five").place == "Peru's Lorn province"


def test_damage_estimated_at_a_sum_speaks_not() -> None:
    text = "The mayor of Lorn said the gale caused damage estimated at around 54 million dollars."
    assert figure(text, "54 million dollars").speaker.startswith("mayor")


def test_what_a_man_argued_ends_with_its_clause() -> None:
    text = "Holt, who argued he was ill, spoke for the first time on Saturday."
    assert figure(text, "first").speaker == ""


def test_the_date_that_a_line_is_stamped_with_is_no_period() -> None:
    assert figure("27/09/2012-Lorn to hold a vote on a two-party basis", "two").period == ""


def test_a_conversion_in_brackets_leaves_the_noun_behind_it() -> None:
    assert figure("They came with a two-million-euro ($2.6-million) booty.", "two-million-euro").entity == "booty"


OWN_CLAUSES = [
    ("Ines Rolfe, 43, of Lorn, was charged with two counts of murder, said Lt. Dan Weir, a spokesman.", "two", "subject", "Ines Rolfe"),
    ("Ines Rolfe, 43, of Lorn, was charged with two counts of murder, said Lt. Dan Weir, a spokesman.", "two", "outcome", "charged"),
    ("Ines Rolfe, 43, of Cairo, was charged with two counts of fraud.", "two", "place", ""),
    ("He signed for 180 million euros, according to a person familiar with the talks.", "180 million euros", "speaker", "person"),
    ("They shut 32 pits, according to a report published by the labour ministry.", "32", "speaker", "labour ministry"),
    ("Holt finished with 35 home runs and 103 assists.", "103", "subject", "Holt"),
    ("Police held the suspected boss, 49, in a village near Cairo.", "49", "subject", "suspected boss"),
    ("No one was killed among the 20,000 people there.", "20,000", "outcome", ""),
    ("The plane dropped four bombs.", "four", "aspect", "level"),
    ("He was jailed for robbing two girls, aged 12 and 15, whom he knew.", "12", "subject", "girls"),
    ("The mayor plans to name Ines Rolfe, who treats 10,000 patients.", "10,000", "subject", "Ines Rolfe"),
    ("The mayor plans to name Ines Rolfe, who treats 10,000 patients.", "10,000", "role", "actual"),
    ("The party won 41 of 120 seats with 34 percent of the vote, up from 27 seats in 2009.", "120", "period", ""),
    ("It says 12 of the 31 stations would close under the plan, which is to save $9 million by 2015.", "31", "period", ""),
    ("Nobody saw the raid that lasted three minutes.", "three minutes", "entity", "raid"),
    ("The frigate, carrying 220 sailors, sank.", "220", "subject", "frigate"),
    ("She beat four rivals at the gala, watched by 36.3 million people in Peru.", "four", "place", ""),
    ("The actor, who starred in 120 shows, died at his home in Cairo.", "120", "place", ""),
    ("The flood killed 170,000 people in the province on Orr and tens of thousands more in Peru.", "170,000", "place", "province"),
]


@pytest.mark.parametrize(("text", "surface", "column", "value"), OWN_CLAUSES)
def test_each_field_comes_from_the_figures_own_clause(text: str, surface: str, column: str, value: str) -> None:
    assert getattr(figure(text, surface), column) == value


OTHER_CLAUSES = [
    ("The quake damaged 1,400 houses near Lorn and left 3,200 people without water.", "3,200", "outcome", ""),
    ("The quake damaged 1,400 houses near Lorn and left 3,200 people without water.", "3,200", "subject", "quake"),
    ("Net profit fell to 210 million francs, hit by a charge.", "210 million francs", "outcome", ""),
    ("The ferry was built for 400 passengers.", "400", "outcome", ""),
    ("The clinic treated 340 people in a week and said that nine had died.", "340", "outcome", ""),
    ("The firm would have 41,000 employees and annual revenue of $9 billion.", "$9 billion", "entity", "annual revenue"),
    ("Analysts had expected earnings of 84 cents a share.", "84 cents a share", "subject", ""),
    ("It will be sold in 12 countries, the company announced at a fair in Cairo.", "12", "place", ""),
    ("A jury of seven women and five men met for 14 hours.", "14 hours", "subject", "jury"),
    ("Rangers Without Borders said 340 deer were ill.", "340", "speaker", "Rangers Without Borders"),
    ("The mayor said schools needed repairs that would cost 85 million euros.", "85 million euros", "subject", "repairs"),
    ("The bank will buy its rival for $3.1 billion in stock.", "$3.1 billion", "entity", "purchase price"),
]


@pytest.mark.parametrize(("text", "surface", "column", "value"), OTHER_CLAUSES)
def test_another_clause_lends_no_field(text: str, surface: str, column: str, value: str) -> None:
    assert getattr(figure(text, surface), column) == value


@pytest.mark.parametrize(
    ("text", "surface", "column", "value"),
    [
        ("Hundreds of protesters set up barricades and attacked police with rocks.", "Hundreds", "outcome", ""),
        ("Thieves made off with 4 million euros in gems.", "4 million euros", "outcome", "stolen"),
        ("Rolfe & Son laid off 900 weavers.", "900", "outcome", "laid_off"),
        ("One shift of 9 men worked alone.", "9", "scope", ""),
        ("The aldermen term is five years.", "five years", "subject", ""),
        ("They run the Department of Trade and Fishing's computer network of 18,000 users.", "18,000", "subject", "computer network"),
    ],
)
def test_cues_of_two_words_and_doers(text: str, surface: str, column: str, value: str) -> None:
    assert getattr(figure(text, surface), column) == value


@pytest.mark.parametrize(
    ("text", "surface", "column", "value"),
    [
        ("Sales in Peru, which are a fifth of revenue, fell 8 percent last year.", "8 percent", "entity", "sale"),
        ("The bridge, built in 1931 for 4 million dollars, carries 90,000 cars a day.", "90,000", "period", ""),
        ("By 2020 the town wants to cut emissions by 40 percent from 1990 levels.", "40 percent", "base_period", "1990"),
        ("The storm that hit the coast last October killed 147 people.", "147", "subject", "storm"),
        ("It was the worst raid since 2002, when 202 people died in Cairo.", "202", "period", "2002"),
        ("Last week's quake destroyed 300 homes; a week earlier a landslide cut off 12 villages.", "300", "background", False),
        (
            "Rolfe sold 31 million lamps in the quarter, missing the 33 million that analysts had forecast.",
            "33 million",
            "subject",
            "Rolfe",
        ),
        ("Heavy rain on Tuesday night flooded 400 cellars.", "400", "subject", "Heavy rain"),
        ("Net income for the three months ended June 30 was $1.3 billion.", "$1.3 billion", "subject", ""),
    ],
)
def test_times_are_no_subjects_and_asides_lend_no_dates(text: str, surface: str, column: str, value: str | bool) -> None:
    assert getattr(figure(text, surface), column) == value


@pytest.mark.parametrize(
    ("text", "surface", "column", "value"),
    [
        ("The quake began two miles northeast of The Mills, four miles west of Lorn.", "four miles", "subject", ""),
        ("The quake hit 15 villages on the island and was felt across the Gulf in Oman.", "15", "place", "island"),
        ("It began one mile below ground, which is why it was felt across the region.", "one mile", "place", ""),
        ("The book, weighing in at 2.38 pounds, is heavy.", "2.38 pounds", "entity", "weight"),
        ("The Lark Q10 is sold in June for $99 down with 24 payments.", "24", "subject", "Lark Q10"),
        ("Rolfe shares dropped $2.49, more than 5 percent, to close at $46.64.", "5 percent", "aspect", "change"),
        ("The toll rose after the bodies of two more victims were found.", "two", "subject", ""),
        ("After they took gems estimated to be worth 2 million euros, they fled.", "2 million euros", "speaker", ""),
        ("The included memory allowance has doubled to 8 GB.", "8 GB", "subject", ""),
    ],
)
def test_near_words_of_another_clause_are_left(text: str, surface: str, column: str, value: str) -> None:
    assert getattr(figure(text, surface), column) == value


@pytest.mark.parametrize(
    ("text", "surface", "column", "value"),
    [
        ("Three of the seven sailors were rescued by a tug, the ministry in Cairo said.", "Three", "place", ""),
        ("Gunmen killed 22 men near Cairo, according to two police officers.", "two", "outcome", ""),
        ("A boy and two of his friends set fire to a hall, causing damage of 400,000 pounds.", "400,000 pounds", "subject", "friends"),
        ("Workers dug in a seven-storey building in Cairo.", "seven", "subject", "building"),
        ("Researchers at the University of Lorn found that 31 percent of them were ill.", "31 percent", "subject", ""),
        ("He hid 19 million euros in Swiss accounts.", "19 million euros", "place", ""),
        ("The pair, who met in 1998, have three sons.", "three", "period", ""),
        ("The painting was stolen in 1934 and has been missing for 79 years.", "79 years", "period", ""),
        ("Peru backs the US and works for the benefit of the two countries.", "two", "place", ""),
        ("Few of the dozen people interviewed in Cairo said they had work.", "dozen", "place", "Cairo"),
    ],
)
def test_who_speaks_and_where_is_not_where_it_was(text: str, surface: str, column: str, value: str) -> None:
    assert getattr(figure(text, surface), column) == value


@pytest.mark.parametrize(
    ("text", "surface", "column", "value"),
    [
        ("They spend 23 of every 24 hours double-locked behind a door.", "24 hours", "subject", ""),
        (
            "Attacks on the world's most popular browser were spreading with millions of users hit.",
            "millions",
            "subject",
            "Attacks",
        ),
        ("It is hard for 12 people to sit down around a table to put a man to death.", "12", "outcome", ""),
        ("One of the dead was a child, Ines Rolfe, a doctor at a clinic in Cairo, told the radio.", "One", "place", ""),
    ],
)
def test_torn_words_and_far_cues(text: str, surface: str, column: str, value: str) -> None:
    assert getattr(figure(text, surface), column) == value


@pytest.mark.parametrize(
    ("text", "surface", "column", "value"),
    [
        ("The train, which came from Cairo, went off the rails at 190 km per hour.", "190 km per hour", "place", ""),
        ("The volcano, 3,330 metres high, sent up ash.", "3,330 metres", "subject", "volcano"),
        ("Her fund runs 140 schools in nine African countries.", "140", "place", ""),
    ],
)
def test_asides_lend_no_place_and_sizes_name_their_thing(text: str, surface: str, column: str, value: str | bool) -> None:
    assert getattr(figure(text, surface), column) == value


@pytest.mark.parametrize(
    ("text", "surface", "column", "value"),
    [
        ("In Cairo about 300 people slept outdoors as the area was hit by shocks.", "300", "outcome", ""),
        ("In Cairo about 300 people slept outdoors as the area was hit by shocks.", "300", "subject", ""),
        ("The vote is on a two-party basis.", "two", "subject", ""),
        ("Output grew at an annual rate of 3 percent.", "3 percent", "aspect", "change"),
        ("Output grew at an annual rate of 3 percent.", "3 percent", "entity", "output"),
        ("Tricks have been around the Internet for 14 days.", "14 days", "place", ""),
    ],
)
def test_rates_and_passives_of_their_own(text: str, surface: str, column: str, value: str) -> None:
    assert getattr(figure(text, surface), column) == value


@pytest.mark.parametrize(
    ("text", "surface", "column", "value"),
    [
        ("Cairo Airways said it was grounding two jets.", "two", "subject", "Cairo Airways"),
        ("It has a 5.5-kWh lithium ion battery, the 6-kW maker said.", "5.5-kWh", "entity", "lithium ion battery"),
        ("The lamp is a quarter-inch thinner than the old one.", "a quarter-inch", "entity", "thickness"),
        ("With its purchase by one of those key vendors, that may change.", "one", "scope", ""),
    ],
)
def test_names_in_s_and_comparatives(text: str, surface: str, column: str, value: str) -> None:
    assert getattr(figure(text, surface), column) == value


@pytest.mark.parametrize(
    ("text", "surface", "speaker"),
    [
        ("Fourteen people died, the ministry's website showed.", "Fourteen", "ministry's website"),
        ("A spokesman for the ministry, Jens Holt, said 14 people had died.", "14", "Jens Holt"),
        ("The agency quoted a local official, Jens Holt, as saying that 14 people had died.", "14", "Jens Holt"),
        ("The company will cut 900 jobs, it said on Tuesday.", "900", "company"),
        ("Reports said 14 people died.", "14", "Reports"),
        ("Some reports put the toll at 14.", "14", "reports"),
        ("A survey by Rolfe Research found that 14 percent of bees died.", "14 percent", "Rolfe Research"),
        ("The diver found 14 coins.", "14", ""),
        ("The lamp shows 14 colours.", "14", ""),
    ],
)
def test_papers_that_show_and_bodies_that_go_on(text: str, surface: str, speaker: str) -> None:
    assert figure(text, surface).speaker == speaker
