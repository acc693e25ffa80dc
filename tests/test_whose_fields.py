"""Whose period, outcome, place and subject: a figure takes its own words' and not those of the figure or the clause beside it."""

from __future__ import annotations

from datetime import date

import pytest

from extracting import extractor
from ledger.model import Claim, Document, Section

PUBLISHED = date(2013, 2, 10)


def claims_in(text: str) -> list[Claim]:
    """The claims of a text of one section that was published on a day."""
    document = Document("line.txt", text, published=PUBLISHED, sections=(Section("body", 0, len(text)),))
    return list(extractor().extract(document, fingerprint=False).claims)


def figure(text: str, surface: str) -> Claim:
    """The one claim of a text with a surface."""
    (claim,) = [claim for claim in claims_in(text) if claim.surface == surface]
    return claim


PERIODS = [
    ("In April last year the mill shed 40 weavers.", "2012-04"),
    ("The mill shed 40 weavers in January of last year.", "2012-01"),
    ("Last year, in January, the mill shed 40 weavers.", "2012-01"),
    ("The mill shed 40 weavers on 5 January last year.", "2012-01-05"),
    ("The mill will hire 40 weavers in April next year.", "2014-04"),
    ("In late December this year the mill will hire 40 weavers.", "2013-12"),
    ("The mill shed 40 weavers between March and May last year.", "2012-03/2012-05"),
    ("Output was 40 tonnes in the third quarter of last year.", "2012-07/2012-09"),
    ("The mill shed 40 weavers in April a year ago.", "2012-04"),
    ("The mill shed 40 weavers on Monday last week.", "2013-01-28"),
    ("In 2009 the pit shut. In April the year before it had shed 40 weavers.", "2008-04"),
    ("The mill shed 40 weavers in January the previous year.", ""),
    ("The fair sold 40 tonnes in April, last year's best month.", "2012-04"),
    ("The mill shed 40 weavers last April.", "2012-04"),
]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_a_month_or_day_takes_the_year_told_beside_it(text: str, period: str) -> None:
    (claim,) = claims_in(text)
    assert claim.period == period


OUTCOMES = [
    ("The blast killed nine sailors, leaving two others missing.", "two", "missing"),
    ("The storm struck Orr island, home to 120,000 people, and the port.", "120,000", ""),
    ("Rebels hit a town of 9,000 inhabitants, killing 20.", "9,000", ""),
    ("Rebels hit a town of 9,000 inhabitants, killing 20.", "20", "killed"),
    ("A quake hit the coast, injuring dozens more and damaging several villages.", "dozens", "injured"),
    ("The envoys held 75 visits, in the course of which the island upgraded ties with 17 states.", "75", ""),
    ("The envoys held 75 visits, in the course of which the island upgraded ties with 17 states.", "17", "upgraded"),
    ("The ferry carried 120 people, of whom 40 died.", "40", "killed"),
    ("Six more bodies recovered in the valley.", "Six", "killed"),
    ("The ambush killed five soldiers, two drivers and three civilians.", "three", "killed"),
]


@pytest.mark.parametrize(("text", "surface", "outcome"), OUTCOMES)
def test_an_outcome_is_that_of_the_verb_that_rules_the_figure(text: str, surface: str, outcome: str) -> None:
    assert figure(text, surface).outcome == outcome


def test_more_of_those_counted_are_no_noun_with_the_next_verb() -> None:
    claim = figure("A quake hit the coast, killing 12 people, injuring dozens more and damaging several villages.", "dozens")
    assert claim.entity == "people"


PLACES = [
    ("The flood displaced 170,000 people in the province and tens of thousands more across Asia.", "170,000", "province"),
    ("The flood displaced 170,000 people in the province and tens of thousands more across Asia.", "tens of thousands", "Asia"),
    ("The flood killed 40 people in Ulm and 12 in Bonn.", "40", "Ulm"),
    ("The flood killed 40 people and hurt 12 in Bonn.", "40", "Bonn"),
]


@pytest.mark.parametrize(("text", "surface", "place"), PLACES)
def test_a_figure_with_a_place_of_its_own_leaves_the_next_ones(text: str, surface: str, place: str) -> None:
    assert figure(text, surface).place == place


def test_a_framework_is_the_subject_of_nothing() -> None:
    text = "Last year, within the framework of 75 visits by its leaders, the island upgraded relations with 17 states."
    claim = figure(text, "75")
    assert (claim.subject, claim.outcome) == ("", "")
    assert (figure(text, "17").subject, figure(text, "17").outcome) == ("island", "upgraded")


SUBJECTS = [
    ("The takeover would turn Rolfe & Son into one of the world's largest makers of lamps.", "one", "Rolfe & Son"),
    ("The win made Ines Rolfe the third woman to hold the title.", "third", "Ines Rolfe"),
    ("The win made 14 guests cheer.", "14", "win"),
    ("The court ordered the firm to pay 3 million euros.", "3 million euros", "firm"),
    ("The judge told the jury to sentence one of Lorn's oldest thieves to death.", "one", "jury"),
    ("The firm hopes to pay 3 million euros.", "3 million euros", "firm"),
    ("The verdict ends more than three years of wrangling over the mill.", "three years", ""),
    ("The verdict ended 14 disputes over the mill.", "14", "verdict"),
    ("The film recalls the return of Ines Rolfe 85 years ago.", "85 years", ""),
    ("The sailors on board the tug seized 14 rifles.", "14", "sailors"),
    ("A cable was damaged in Lorn's second largest town.", "second", ""),
    ("Ulm is Peru's second largest city.", "second", "Ulm"),
    ("The survey joined both into a 181-km (110 mile) long fault.", "181-km", "fault"),
    ("The mayor said a rival bid is likely but the two old yards, Rolfe and Holt, face closure.", "two", ""),
]


@pytest.mark.parametrize(("text", "surface", "subject"), SUBJECTS)
def test_a_subject_is_the_one_to_whom_the_verb_hands_the_figure(text: str, surface: str, subject: str) -> None:
    assert figure(text, surface).subject == subject


def test_one_sentenced_to_death_is_not_dead() -> None:
    assert figure("The jury sentenced one of Lorn's oldest thieves to death.", "one").outcome != "killed"
    assert figure("The mob beat two thieves to death.", "two").outcome == "killed"


def test_those_aimed_at_are_not_fired() -> None:
    assert figure("Police fired teargas at 900 marchers.", "900").outcome == ""
    assert figure("Police fired 900 rounds at the marchers.", "900").outcome == "fired"


def test_signs_are_not_signed() -> None:
    assert figure("Divers found signs of 14 leaks.", "14").outcome == ""
    assert figure("The signing of 14 treaties ended the visit.", "14").outcome == "signed"


def test_a_clause_on_the_speaker_is_the_writers_own() -> None:
    assert figure('"It was loud," said Ines Rolfe at the inn, where three mugs fell off a shelf.', "three").speaker == ""
    assert figure('"It was loud," said Ines Rolfe at the inn, adding that three mugs fell.', "three").speaker == "Ines Rolfe"
    assert figure("Three mugs fell, said Ines Rolfe, who owns the inn.", "Three").speaker == "Ines Rolfe"


def test_an_idle_count_of_states_is_nowhere_and_no_part() -> None:
    claim = figure("She praised what the two countries have done in trade, in schools and in the search for lost ships.", "two")
    assert (claim.weight, claim.place, claim.scope) == ("minor", "", "")


def test_who_signs_is_not_where_the_treaties_are() -> None:
    assert figure("Peru upgraded ties with 17 states.", "17").place == ""
    assert figure("Envoys held 75 talks, in the course of which Peru gained 17 friends.", "75").place == ""
    assert figure("Peru has a fleet of 17 tugs.", "17").place == "Peru"
    assert figure("He was charged with 14 thefts after a chase that led to a Lorn suburb.", "14").place == ""


def test_a_verb_that_has_an_object_is_no_scope() -> None:
    assert figure("The reform combined the offices of 14 towns.", "14").scope == ""
    assert figure("The towns combined have 14 offices.", "14").scope == "combined"


def test_first_before_a_past_tense_is_no_rank() -> None:
    assert claims_in("Divers first saw the leak at sea.") == []
    assert claims_in("The leak was first reported by divers.") == []
    assert [claim.kind for claim in claims_in("It was the first reported leak.")] == ["rank"]


def test_a_firm_that_gives_is_not_what_is_given() -> None:
    claim = figure("The lottery firm will give 2 million euros so that the hamlet gets a road.", "2 million euros")
    assert (claim.entity, claim.subject) == ("gift", "lottery firm")


def test_what_is_likely_says_nothing_of_the_next_clause() -> None:
    assert figure("A rival bid is likely but the yard hired 20 men.", "20").role == "actual"
    assert figure("The yard is likely to hire 20 men.", "20").role == "forecast"


def test_a_plus_quake_is_a_magnitude_of_the_quake() -> None:
    claim = figure("A 4-plus quake shook Lorn.", "4")
    assert (claim.kind, claim.entity, claim.subject, claim.qualifier) == ("physical", "magnitude", "quake", "more_than")
    assert figure("4 quakes shook Lorn.", "4").kind == "count"


FREQUENCIES = [
    ("The notice was updated five times, adding new steps.", "five times", "actual", ""),
    ("She has won the cup five times in ten years.", "five times", "actual", ""),
    ("The boat is five times faster than the tug.", "five times", "comparison", "boat"),
    ("Sales rose five times.", "five times", "comparison", None),
    ("Shares trade at five times earnings.", "five times", "comparison", "share"),
]


@pytest.mark.parametrize(("text", "surface", "role", "entity"), FREQUENCIES)
def test_how_often_is_no_comparison(text: str, surface: str, role: str, entity: str | None) -> None:
    claim = figure(text, surface)
    assert claim.role == role
    assert entity is None or claim.entity == entity


def test_a_share_that_answers_measures_no_noun_of_the_question() -> None:
    assert figure("Asked whether the marches were a rising, 60 percent responded yes.", "60 percent").entity == ""
    assert figure("In the survey of bakers, 60 percent of rolls were stale.", "60 percent").entity == "roll"
    assert figure("The mayor won, backed by half of those who had voted in Lorn.", "half").entity == "people"


def test_a_size_told_by_a_survey_is_not_where_the_survey_sits() -> None:
    text = "Lorn's quake centre put the magnitude at 5.9, but the Ulm Survey in Bonn, Germany, said it was 6.1."
    claim = figure(text, "6.1")
    assert (claim.subject, claim.place, claim.speaker) == ("", "", "Ulm Survey")
    assert figure("Police in Bonn said 14 people died.", "14").place == "Bonn"


def test_what_is_included_is_told_of_its_own_noun() -> None:
    text = "A poll found that 68 percent of islanders think the council failed, including nearly half of its voters."
    assert figure(text, "half").subject == ""


def test_what_a_deal_makes_a_firm_worth_is_the_firms() -> None:
    assert figure("The deal would make the merged firm of Holt worth about 22 million euros.", "22 million euros").subject != "deal"


MORE_SUBJECTS = [
    ("We shared it with our partners, allowing coatings to be made for over 24 firms.", "24", "coatings"),
    ("A census of the bay indicated 20 smaller shoals followed.", "20", ""),
    ("In 2007 the gang hit an inn, and in less than an hour had fled with 11 million euros.", "11 million euros", "gang"),
    ("They bought capacity for the cable over the next two days.", "two days", ""),
    ("The capacity for the cable is two litres.", "two litres", "cable"),
]


@pytest.mark.parametrize(("text", "surface", "subject"), MORE_SUBJECTS)
def test_a_subject_is_no_stretch_of_time_and_no_participle(text: str, surface: str, subject: str) -> None:
    assert figure(text, surface).subject == subject


def test_a_day_that_owns_a_noun_dates_no_other_clause() -> None:
    text = "While shakes of magnitude 2 are common, Thursday's 2:09 a.m. jolt was stronger."
    assert figure(text, "2").period == ""
    assert figure("Thursday's 6.1 quake shook Lorn.", "6.1").period == "2013-02-07"


def test_a_verb_behind_an_aside_is_no_measured_thing() -> None:
    assert figure("Rolfe shares, including warrants, rose 4 percent.", "4 percent").entity != "rose"


def test_a_price_is_paid_for_a_firm_named_with_its_town() -> None:
    assert figure("Rolfe agreed to buy Lorn, Peru-based Holt for around 5 million euros.", "5 million euros").entity == "purchase price"
    assert figure("Rolfe agreed to buy shops, and rents for 5 million euros rose.", "5 million euros").entity != "purchase price"


def test_an_article_behind_a_dateline_is_no_name() -> None:
    assert figure("Lorn: An old tug seized 14 rifles.", "14").subject == "old tug"


def test_of_tells_the_kind_of_what_the_figure_before_counts() -> None:
    assert figure("He was guilty on 23 counts of fraud and three of arson.", "three").entity == "count"
    assert figure("The tug took 23 tons of fish and three of the sailors.", "three").entity == "sailor"


def test_how_far_apart_is_a_distance_of_nothing_apart() -> None:
    claim = figure("The two quakes were some 180 km apart.", "180 km")
    assert (claim.entity, claim.subject) == ("distance", "")


def test_plain_plurals_name_no_place() -> None:
    assert figure("The quake killed four people and drove the townsfolk into the streets.", "four").place == ""
    assert figure("The quake hurt 14 people in schools across the valley.", "14").place == "valley"
    assert figure("The quake hurt 14 people in the school.", "14").place == "school"


def test_what_a_film_grossed_are_takings() -> None:
    assert figure("The film grossed 61 million euros in May.", "61 million euros").entity == "takings"


SENTENCES = [
    ("A judge sentenced the thief to life with no chance of parole, and to hundreds more years.", "hundreds more years", "sentence"),
    ("The thief was jailed for nine years.", "nine years", "sentence"),
    ("The thief was sentenced after a trial of nine years.", "nine years", "trial"),
    ("The thief waited for nine years.", "nine years", "duration"),
]


@pytest.mark.parametrize(("text", "surface", "entity"), SENTENCES)
def test_a_term_that_a_court_gives_is_a_sentence(text: str, surface: str, entity: str) -> None:
    assert figure(text, surface).entity == entity


ROLES = [
    ("Bakers closed after attacks targeting ovens in hundreds of shops.", "hundreds", "actual"),
    ("Thieves also targeted the fair, stealing 2 million euros.", "2 million euros", "actual"),
    ("The firm is targeting 40 shops by 2030.", "40", "target"),
    ("The bank targets growth of 4 percent.", "4 percent", "target"),
    ("A user could fall for the trick by opening any of 900 pages.", "900", "actual"),
    ("A user could open 900 pages.", "900", "forecast"),
]


@pytest.mark.parametrize(("text", "surface", "role"), ROLES)
def test_a_cue_of_roles_tells_of_its_own_object(text: str, surface: str, role: str) -> None:
    assert figure(text, surface).role == role


def test_what_brings_up_to_a_level_sets_no_bound() -> None:
    assert figure("New lines brought us up to 83 percent of our capacity.", "83 percent").qualifier == ""
    assert figure("New lines carry up to 83 percent of our load.", "83 percent").qualifier == "at_most"


STILL_MORE_SUBJECTS = [
    ("The main quake was followed by four shocks, with magnitudes ranging from 3.6 to 4.3.", "3.6 to 4.3", "shocks"),
    ("The man who robbed four people in a daring escape was held for 14 days.", "14 days", "man"),
    ("It is an easy trick since a user could open 900 pages.", "900", "user"),
]


@pytest.mark.parametrize(("text", "surface", "subject"), STILL_MORE_SUBJECTS)
def test_a_subject_stands_outside_the_clauses_of_others(text: str, surface: str, subject: str) -> None:
    assert figure(text, surface).subject == subject


def test_a_share_of_those_polled_counts_people() -> None:
    text = "The survey put approval at 30 percent, with 60 percent of those polled saying no."
    assert figure(text, "60 percent").entity == "people"
    assert figure(text, "30 percent").entity == "approval"


def test_a_call_a_month_is_a_call() -> None:
    assert figure("They are allowed a 15-minute telephone call a month.", "15-minute").entity == "telephone call"


BYSTANDERS = [
    ("The uproar began as two guards held for theft fled the town.", "two", ""),
    ("The pupil was among a group of 30 pupils that threw stones.", "30", ""),
    ("She says the sea rose, and there have been at least four floods.", "four", ""),
    ("The largest quake ever to be felt there was 4.5.", "4.5", "largest quake"),
    ("As divers fought to reach the wreck, there were two blasts.", "two", ""),
    ("The mayor said the first truck of blankets was sent on Monday.", "first", ""),
    ("The agency and the survey said it had a magnitude of 5.9.", "5.9", ""),
    ("The firm said it had 9 shops.", "9", "firm"),
    ("Though the lamp costs more, the 13-inch has dropped 100 euros.", "100 euros", ""),
    ("A stop-and-search on the quay saw four pupils hurt.", "four", "stop-and-search"),
    ("The debts had caused its stock to drop by 30 percent in the past year.", "30 percent", ""),
    ("The mayor played down any lay-offs among the firm's more than 3,000 workers.", "3,000", "firm's"),
    ("A generation from Lorn to Ulm rose up to attack 14 mills.", "14", "generation"),
    ("The 13-inch models start at 99 euros.", "13-inch", "models"),
    ("The poll found 62 percent in favour, compared with 35 percent who thought it wrong.", "35 percent", ""),
]


@pytest.mark.parametrize(("text", "surface", "subject"), BYSTANDERS)
def test_a_bystander_is_no_subject(text: str, surface: str, subject: str) -> None:
    assert figure(text, surface).subject == subject


MEASURED = [
    ("The debts had caused its stock to drop by 30 percent in the past year.", "30 percent", "stock"),
    ("The firm began with a net worth of 38 million euros.", "38 million euros", "net worth"),
    ("Rolfe ended the year with 10 million euros in cash.", "10 million euros", "cash"),
    ("Rolfe paid 10 million euros in cash.", "10 million euros", "payment"),
    ("At 22 euros, Rolfe had 3%, while Holt had 2.3%.", "3%", ""),
    ("Overall sales of lamps currently total about 30 million euros.", "30 million euros", "overall sale"),
    ("It has a new price point that's 100 euros lower.", "100 euros", "new price point"),
]


@pytest.mark.parametrize(("text", "surface", "entity"), MEASURED)
def test_what_is_measured_is_no_verb_and_no_stretch_of_time(text: str, surface: str, entity: str) -> None:
    assert figure(text, surface).entity == entity


def test_those_who_strike_or_are_robbed_of_data_suffer_nothing() -> None:
    assert figure("The firm's 900 workers struck.", "900").outcome == ""
    assert figure("The storm struck 14 villages.", "14").outcome == "hit"
    assert figure("Thieves stole data from 900 users.", "900").outcome == ""
    assert figure("Thieves stole 900 lamps.", "900").outcome == "stolen"


def test_a_place_that_is_left_behind_is_not_where_the_figure_is() -> None:
    assert figure("Riots spread from Ulm to more than a dozen other towns.", "a dozen").place == ""
    assert figure("Peru will play a part in Rolfe's 5 million euro purchase of Holt.", "5 million euro").place == ""


def test_a_wish_ends_with_its_clause() -> None:
    assert figure("The divers tried to reach the wreck, and there were two blasts.", "two").role == "actual"


def test_a_rank_that_a_preposition_leads_suffers_nothing() -> None:
    assert figure("The navy seized rifles in the fifth raid since May.", "fifth").outcome == ""
    assert figure("The navy seized the fifth boat since May.", "fifth").outcome == "seized"


def test_a_participle_with_an_object_ends_the_phrase() -> None:
    assert figure("The crew saw the five-boat convoy approaching the port.", "five").subject == "convoy"


DISTANCES = [
    ("The quake was six miles west of Lorn and seven miles from Ulm.", "seven miles", ""),
    ("The quake was six miles west of Lorn and seven miles from Ulm.", "six miles", "Lorn"),
]


@pytest.mark.parametrize(("text", "surface", "place"), DISTANCES)
def test_a_distance_from_a_place_is_not_at_the_place_of_another(text: str, surface: str, place: str) -> None:
    assert figure(text, surface).place == place


THINGS = [
    ("The firm's estimates were that it would take 12 days to mend the cable.", "12 days", "duration"),
    ("A stay of 12 days followed.", "12 days", "stay"),
    (
        "Over a hundred billion euros of Peru's external trade passes each year through the strait.",
        "a hundred billion euros",
        "external trade",
    ),
    ("In the main square, where 10,000 gathered, a band played.", "10,000", "people"),
    ("The town is 300 kilometres to the north.", "300 kilometres", "distance"),
    ("The tug stopped the remaining three and went on.", "three", ""),
]


@pytest.mark.parametrize(("text", "surface", "entity"), THINGS)
def test_the_thing_is_what_the_figure_measures(text: str, surface: str, entity: str) -> None:
    assert figure(text, surface).entity == entity


def test_one_that_leads_its_own_verb_explains_no_noun_before() -> None:
    assert figure("Now that he is free, one of the open questions is why.", "one").subject == ""
    assert figure("They robbed the Rolfe Bank, one of the oldest firms.", "one").subject == "Rolfe Bank"


def test_what_a_whole_includes_is_not_where_it_is() -> None:
    assert figure("The law gives 125 seats in Peru, including those in Ulm city.", "125").place == "Peru"


def test_a_poll_has_not_what_it_shows() -> None:
    claim = figure("A newspaper poll showed support for the mayor at 20 percent.", "20 percent")
    assert (claim.subject, claim.speaker) == ("", "newspaper poll")


def test_a_day_or_two_is_no_size_of_a_capacity() -> None:
    assert figure("They will work on more capacity for the cable over the next day or two.", "two").subject != "cable"


def test_a_percent_share_is_a_share() -> None:
    assert figure("Rolfe has a 10 percent share of the market.", "10 percent").aspect == "share"
    assert figure("Rolfe would have 68% overall market share.", "68%").aspect == "share"
    assert figure("Rolfe has a 10 percent lead.", "10 percent").aspect == "level"


def test_one_of_many_counts_the_things() -> None:
    assert figure("The tug is just one of many old boats in the port.", "one").entity == "old boat"


def test_those_shot_down_are_no_shots() -> None:
    claim = figure("Six drones had been launched and five shot down.", "five")
    assert (claim.entity, claim.outcome) == ("drone", "shot")
    assert figure("Five shots were fired.", "Five").entity == "shot"


def test_the_town_of_so_many_is_the_one_named_before() -> None:
    text = "Two tugs took the hurt from Orr island to the port of Ulm, a city of 9,000 people."
    assert figure(text, "9,000").place == "port of Ulm"
    assert figure("A gale hit Ulm, a town of 9,000 people in Lorn province.", "9,000").place in ("Ulm", "Lorn province")


def test_a_price_is_the_things_and_not_its_owners() -> None:
    assert figure("Rolfe's new lamp line starts at 119 euros.", "119 euros").subject == "Rolfe's new lamp line"
    assert figure("Rolfe's revenue came to 119 million euros.", "119 million euros").subject == "Rolfe's"


def test_what_is_explained_behind_a_comma_suffers_nothing() -> None:
    assert figure("The purchase lets it grow in lamps and ropes, two fields where it was weak.", "two").outcome == ""


def test_a_participle_in_a_headline_is_no_noun() -> None:
    assert figure("6.1-Magnitude Quake Recorded Near Lorn", "6.1-Magnitude").subject == "Quake"
