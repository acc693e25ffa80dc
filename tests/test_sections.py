"""Sections: what each paragraph of a page is, and to which story it belongs."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.model import SECTION_KINDS, Document
from ledger.pack import load_pack
from ledger.sources import make_document, make_source_rules
from ledger.sources.cues import shipped_rules
from ledger.sources.paragraphs import find_paragraphs
from timing import assert_linear

SHARED = Path(__file__).parents[2] / "shared"
SEEDS = Path(__file__).parents[1] / "seeds"

BODY = (
    "The council of Harwick voted on Monday to rebuild the sea wall after the storms of the winter.\n\n"
    "Work begins in spring, said the harbour master, and will keep three firms busy until the autumn.\n\n"
)


def kinds(text: str) -> list[tuple[str, str]]:
    """(kind, text) of every section."""
    document = make_document(text, "page.txt")
    return [(section.kind, text[section.start : section.end]) for section in document.sections]


def kind_of(document: Document, piece: str) -> str:
    """The kind of the section that holds a piece of the text."""
    at = document.text.index(piece)
    return next(section.kind for section in document.sections if section.start <= at < section.end)


def story_of(document: Document, piece: str) -> int:
    at = document.text.index(piece)
    return next(section.story for section in document.sections if section.start <= at < section.end)


def test_a_single_paragraph_is_body() -> None:
    assert kinds("Harwick votes on its sea wall") == [("body", "Harwick votes on its sea wall")]


def test_a_headline_and_lines_of_text() -> None:
    text = "Harwick votes on its sea wall\nThe council met on Monday.\nIt voted nine to four.\n"
    assert [kind for kind, _ in kinds(text)] == ["headline", "body", "body"]


def test_a_text_without_a_headline_is_all_body() -> None:
    text = "The council met on Monday.\nIt voted nine to four.\nThe wall is old.\n"
    assert [kind for kind, _ in kinds(text)] == ["body", "body", "body"]


def test_what_stands_between_headline_and_date_line_is_standfirst() -> None:
    text = "Sea wall to be rebuilt\nThe vote was nine to four.\nMarch 3, 2026\nThe council met on Monday.\n"
    assert [kind for kind, _ in kinds(text)] == ["headline", "standfirst", "boilerplate", "body"]


def test_a_date_line_may_stand_above_the_headline() -> None:
    text = "Updated: 3 March 2026 19:04 GMT\nSea wall to be rebuilt\nThe council met on Monday.\n"
    assert [kind for kind, _ in kinds(text)] == ["boilerplate", "headline", "body"]


def test_a_summary_before_the_dateline_is_standfirst_also_where_the_story_repeats_it() -> None:
    lead = "Three firms will be busy until the autumn."
    text = f"Sea wall to be rebuilt\n\n{lead}\n\nHarwick (CNA) – The council met on Monday and voted.\n\n{lead}\n"
    assert [kind for kind, _ in kinds(text)] == ["headline", "standfirst", "body", "body"]


def test_a_summary_that_the_story_repeats_needs_no_dateline() -> None:
    lead = "Three firms of the county will be busy with the wall until the autumn."
    text = f"Sea wall to be rebuilt\n\n{lead}\n\nThe council met on Monday and voted.\n\n{lead}\n"
    assert [kind for kind, _ in kinds(text)] == ["headline", "standfirst", "body", "body"]


def test_the_headline_printed_twice_is_a_headline_twice() -> None:
    text = "Sea wall to be rebuilt\n\nSea wall to be rebuilt\n\n" + BODY
    assert [kind for kind, _ in kinds(text)] == ["headline", "headline", "body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Waves break over the old wall. (Photo: Coast News)",
        "Waves break over the old wall. Photo: Mai Huong",
        "Mayor Le Ha (Photo published by CNA)",
        "The wall in 2019. (Illustrative image. Source: harwick.example)",
        "Mayor Le Ha (left) shows the plan to the builders.",
        "Mayor Le Ha (second from right) at the wall",
        "Photo: Mai Huong / Coast News",
        "Waves break over the old wall. AFP PHOTO / Mai Huong",
    ],
)
def test_captions(line: str) -> None:
    assert (("caption", line)) in kinds(f"Sea wall to be rebuilt\n\n{BODY}{line}\n\nThe wall is old.\n")


@pytest.mark.parametrize(
    "line",
    [
        "Senator Mai Le (R) said that 40 families live there.",
        "Pictures, paintings and 30 statues were lost in the flood.",
        "Copyright law protects 30 of the songs.",
        "More – far more – than 300 homes were lost.",
        "Tag sales rose by 5 percent in March.",
        "Recommended: eight hours of sleep and two litres of water.",
        "Filed under seal in 2019, the 30 pages came to light on Monday.",
        "Views expressed by 40 voters differ.",
        "The mayor (left of centre in politics) said that 40 families live there.",
        "Some 30 photos: that is all that is left of the old town, and the museum shows them.",
        "The picture is mixed: 12 firms gained and nine lost.",
        "Read by 3 million, the book tells of the wall and more.",
        "By Tuesday 300 bags of sand had been filled.",
        "More than 300 bags of sand had been filled.",
        "Sign up 300 helpers: that was the order of the day.",
    ],
)
def test_lines_that_look_like_furniture_and_are_text(line: str) -> None:
    assert ("body", line) in kinds(f"Sea wall to be rebuilt\n\n{BODY}{line}\n\nThe wall is old.\n")


def test_the_line_after_an_image_file_name_is_its_caption() -> None:
    text = f"Sea wall to be rebuilt\n\n{BODY}harwick-wall-4.jpg\nThe mayor counts bags\n\nThe wall is old.\n"
    assert kinds(text)[-3:] == [("boilerplate", "harwick-wall-4.jpg"), ("caption", "The mayor counts bags"), ("body", "The wall is old.")]


@pytest.mark.parametrize(
    "line",
    [
        "Share on Facebook",
        "Subscribe to our newsletter",
        "© 2026 Coast News",
        "By Mai Huong and Le Ha, Coast News",
        "Advertisement",
        "Tiếng Việt | English | Français",
        "Copyright 2026 Coast News. All rights reserved.",
        "Home > News > Harwick",
        "14 comments",
        "* * *",
    ],
)
def test_furniture(line: str) -> None:
    assert ("boilerplate", line) in kinds(f"Sea wall to be rebuilt\n\n{BODY}{line}\n\nThe wall is old.\n")


def test_all_after_see_more_is_teaser_and_each_story_has_a_number() -> None:
    text = (
        f"Sea wall to be rebuilt\n\n{BODY}See more\n\nA net full of fish. (Photo: CNA)\n\nTrawler lands 40 tonnes\n\n"
        "The crew had been out for 12 days.\n\nSchool wins prize\n\nIts 30 pupils built kites.\n"
    )
    document = make_document(text, "page.txt")
    rest = [(section.kind, section.story) for section in document.sections[-6:]]
    assert rest == [("boilerplate", 0), ("teaser", 1), ("teaser", 1), ("teaser", 1), ("teaser", 2), ("teaser", 2)]


def test_a_story_that_goes_on_below_a_few_links_is_told_to_its_end() -> None:
    text = (
        f"Sea wall to be rebuilt\n\n{BODY}On Friday the mayor Mai Le showed the plan to Governor Binh Ho.\n\nRelated stories\n\n"
        "Trawler lands 40 tonnes\n\nSchool wins 12 prizes\n\nThe plan of the mayor Mai Le has 30 pages.\n\n"
        "It was drawn up by Governor Binh Ho in 9 weeks.\n\nNobody spoke against it.\n"
    )
    document = make_document(text, "page.txt")
    assert [kind_of(document, piece) for piece in ("40 tonnes", "12 prizes", "30 pages", "9 weeks")] == ["teaser", "teaser", "body", "body"]


def test_notes_to_editors_after_the_end_belong_to_the_release() -> None:
    text = f"FOR IMMEDIATE RELEASE\n\nSea wall to be rebuilt\n\n{BODY}ENDS\n\nNotes to editors\n\nThe fund holds 3 million dollars.\n"
    document = make_document(text, "page.txt")
    assert (document.title, kind_of(document, "3 million")) == ("Sea wall to be rebuilt", "body")


def test_the_name_of_a_department_is_not_the_headline() -> None:
    assert make_document(f"Politics\nSea wall to be rebuilt\n{BODY}", "page.txt").title == "Sea wall to be rebuilt"


@pytest.mark.parametrize(
    "title", ["The big picture: what 40 charts tell us", "In photos: 12 days of spring", "MUST SEE: Navy saves 26 sailors"]
)
def test_titles_that_look_like_furniture(title: str) -> None:
    assert make_document(f"{title}\n\n{BODY}", "page.txt").title == title


def test_see_more_before_the_story_is_told_hides_nothing() -> None:
    text = "Sea wall to be rebuilt\n\nSee more\n\n" + BODY
    assert [kind for kind, _ in kinds(text)][-2:] == ["body", "body"]


@pytest.mark.parametrize("end", ["the autumn.-CNA", "the autumn./.", "the autumn. (AFP)", "the autumn.\n\nCNA", "the autumn.\n\n###"])
def test_blurbs_after_the_end_mark_are_teasers(end: str) -> None:
    text = (
        "Harwick (CNA) – The council voted on Monday to rebuild the sea wall after the storms of the winter, which had torn holes in it.\n"
        f"Work begins in spring and keeps three firms busy until {end}\nA trawler landed 40 tonnes of fish.\nA school won 12 prizes.\n"
    )
    document = make_document(text, "page.txt")
    assert kind_of(document, "Work begins") == "body"
    assert kind_of(document, "40 tonnes") == "teaser"
    assert story_of(document, "40 tonnes") != story_of(document, "12 prizes")


def test_a_story_with_a_dateline_after_an_end_mark_is_told_and_not_teased() -> None:
    text = (
        "Harwick (CNA) – The council voted on Monday to rebuild the sea wall after the storms of winter, which had torn holes in it./.\n\n"
        "Trawler comes home\n\nDalen (CNA) – A trawler landed 40 tonnes of fish on Monday.\n"
    )
    document = make_document(text, "page.txt")
    assert (kind_of(document, "40 tonnes"), story_of(document, "40 tonnes")) == ("body", 1)
    assert (kind_of(document, "Trawler comes"), story_of(document, "Trawler comes")) == ("headline", 1)


DIGEST = """Coast Today (March 3): Sea wall to be rebuilt

Coast Today (March 3): Sea wall to be rebuilt; Trawler lands record catch; School wins prize;...
March 3, 2026 | 07:00
Coast Today (March 1): Ferry Line Adds Ten Sailings

Coast Today (March 3) notable headlines:

Sea wall to be rebuilt;

Trawler lands record catch;

Port wants 80–85% of its cranes renewed by 2030

School wins prize;...

Coast Today (March 3): Sea wall to be rebuilt
The mayor at the wall. (Photo: CNA)

Sea wall to be rebuilt

The council voted nine to four.

Coast Today (March 3): Sea wall to be rebuilt
The crew of 12 on deck. (Photo: CNA)

Trawler lands record catch

The boat brought home 40 tonnes of fish.

School wins prize

Its 30 pupils built kites.

Coast Today (March 2): Mill Reopens With 90 Workers Coast Today (March 2): Mill Reopens With 90 Workers

Huong M.
"""


def test_the_contents_of_a_digest_are_teasers_and_its_stories_are_told() -> None:
    document = make_document(DIGEST, "digest.txt")
    assert [kind_of(document, piece) for piece in ("80–85%", "Ten Sailings", "90 Workers", "Trawler lands record catch;")] == ["teaser"] * 4
    assert [kind_of(document, piece) for piece in ("nine to four", "40 tonnes", "30 pupils")] == ["body"] * 3
    assert [story_of(document, piece) for piece in ("nine to four", "crew of 12", "40 tonnes", "30 pupils")] == [0, 1, 1, 2]
    assert kind_of(document, "Huong M.") == "boilerplate"
    assert document.title == "Coast Today (March 3): Sea wall to be rebuilt"


def test_a_list_with_semicolons_inside_a_story_is_body() -> None:
    text = f"Sea wall to be rebuilt\n\n{BODY}The plan is to\n\nBuild 30 groynes;\n\nRaise the wall by 2 metres;\n\nPlant 900 trees.\n"
    document = make_document(text, "page.txt")
    assert [kind_of(document, piece) for piece in ("30 groynes", "2 metres", "900 trees")] == ["body"] * 3


def test_a_long_sentence_with_semicolons_is_no_list_of_titles() -> None:
    lead = "The council will raise the wall; it will plant 900 trees; and it will, if money allows, move 40 houses; so much is sure."
    assert kinds(f"Sea wall to be rebuilt\n\n{lead}\n\n{BODY}")[1] == ("body", lead)


def test_a_card_of_another_story_above_the_story_is_a_teaser() -> None:
    text = "Kite school wins prizes\n19:05 | 23/03/2025 14:43 | 28/01/2026Trade\nWhat the wall costs\n" + BODY.replace("\n\n", "\n")
    document = make_document(text, "page.txt")
    assert [section.kind for section in document.sections] == ["teaser", "teaser", "headline", "body", "body"]
    assert document.title == "What the wall costs"


def test_a_headline_above_a_glued_date_is_kept_where_the_story_is_about_it() -> None:
    text = "Harwick council to rebuild sea wall\n14:43 | 28/01/2026Trade\n" + BODY.replace("\n\n", "\n")
    assert kinds(text)[0][0] == "headline"


def test_cross_headings_are_headlines_of_the_same_story() -> None:
    text = f"Sea wall to be rebuilt\n\n{BODY}Money and stones\n\nThe wall costs 3 million dollars.\n"
    document = make_document(text, "page.txt")
    assert (kind_of(document, "Money and"), story_of(document, "Money and")) == ("headline", 0)


def test_a_paragraph_left_over_from_another_language_is_boilerplate() -> None:
    line = "lấy người dân và doanh nghiệp là trung tâm của công tác đối ngoại trong năm nay và những năm tới"
    assert ("boilerplate", line) in kinds(f"Sea wall to be rebuilt\n\n{BODY}{line}\n\nThe wall is old.\n")


def test_markdown_headings_lists_tables_and_pictures() -> None:
    text = (
        "# Sea wall to be rebuilt\n\nThe council voted.\n\n## What it costs\n\n- 3 million dollars in 2026\n- 900 trees\n\nThat is all.\n\n"
        "| year | boats |\n|------|-------|\n| 2025 | 12 |\n\n![The wall](wall.jpg)\n\nThe end is near.\n"
    )
    document = make_document(text, "page.md")
    assert document.title == "Sea wall to be rebuilt"
    assert kind_of(document, "What it costs") == "headline"
    assert [kind_of(document, piece) for piece in ("3 million", "900 trees", "| 2025")] == ["body"] * 3
    assert kind_of(document, "wall.jpg") == "caption"


WRAPPED = """Sea wall to be rebuilt

The council of Harwick voted on Monday to rebuild the sea wall after the
storms of the winter, which had torn three holes into it. Work begins in
spring and will keep three firms busy until the autumn, said the harbour
master.

The wall is 300 years old, and nobody remembers a winter as hard as the
last one was.
"""


def test_hard_wrapped_lines_are_one_paragraph_and_keep_their_line_ends() -> None:
    assert [kind for kind, _ in kinds(WRAPPED)] == ["headline", "body", "body"]
    assert kinds(WRAPPED)[1][1].count("\n") == 3


def test_a_single_wrapped_paragraph_among_others_is_joined() -> None:
    text = (
        "Port reports its best quarter\n\nHarwick Port took 41 million dollars in the fourth quarter of the year, which is 6.1\n"
        "million more than a year ago.\n\nMoney and cranes\n\n* 14 cranes\n* 900 people\n\nNobody complained.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["headline", "body", "headline", "body", "body", "body"]
    assert kinds(text)[1][1].endswith("6.1\nmillion more than a year ago.")


def test_lines_of_a_scraped_page_are_paragraphs_each() -> None:
    assert len(find_paragraphs("It rained.\nThe wall held, though water came over it for an hour.\nNobody slept.\nDay broke.\n")) == 4


def test_line_ends_of_every_system_part_lines() -> None:
    for end in ("\n", "\r\n", "\r"):
        text = end.join(["Sea wall to be rebuilt", "", "The council voted.", "It was late."])
        assert [text[part.start : part.end] for part in find_paragraphs(text)] == [
            "Sea wall to be rebuilt",
            "The council voted.",
            "It was late.",
        ]
        assert [part.spaced for part in find_paragraphs(text)] == [True, True, False]


LINES = st.lists(
    st.sampled_from(
        [
            "",
            "See more",
            "The council voted nine to four.",
            "Sea wall to be rebuilt",
            "Photo: CNA",
            "CNA",
            "March 3, 2026",
            "He left./.",
            "A;",
            "wall.jpg",
            "Coast Today (March 3): Wall",
            "Harwick (CNA) – It rained.",
            "notable headlines:",
            "  ",
            "- 12 boats",
            "14:43 | 28/01/2026Trade",
            "# Wall",
            "...",
        ]
    )
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_sections_cover_all_that_is_not_white_space_in_order(lines: list[str], end: str) -> None:
    text = end.join(lines)
    document = make_document(text, "page.txt")
    at = 0
    for section in document.sections:
        assert section.kind in SECTION_KINDS
        assert section.story >= 0
        assert at <= section.start < section.end <= len(text)
        assert not text[at : section.start].strip()
        at = section.end
    assert not text[at:].strip()
    assert document.text == text


@pytest.mark.parametrize(
    "piece",
    [
        "The council voted on Monday.\n",
        "Wall;\n",
        "Wall; ",
        "Coast Today (March 3): Wall\n",
        "See more\n",
        "( photo ",
        "CNA\n",
        "Wall\n\n",
        "a b.jpg ",
        "14 | ",
        "He left./.\n",
        "- ",
        "Harwick, Harwick ",
        "Photo: ",
        "by A ",
        "# ",
        ": ",
        "1.1.2025 ",
        "(R) ",
        "A-",
        "...\n",
        "Wall Wall (March ",
    ],
)
def test_time_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    assert_linear(lambda text: make_document(text, "page.txt"), piece, 2500 // len(piece))


@pytest.mark.parametrize(
    "line", ["All rights RESERVED.", "Nothing may not be published or redistributed", "Boats in the bay. Photo: Minh Chau"]
)
def test_what_a_rule_looks_for_first_hides_nothing_of_its_pattern(line: str) -> None:
    cues = [cue for cue in shipped_rules().lines if cue.holds]
    assert [bool(cue.find(line)) for cue in cues] == [bool(replace(cue, holds=()).find(line)) for cue in cues]
    assert any(cue.find(line) for cue in cues)


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="the real articles (../shared) are not here")
def test_figures_of_the_real_articles_stand_where_they_belong() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "seeds").glob("*.txt"))]
    documents = [make_document(text, f"{number}.txt") for number, text in enumerate(texts)]
    body = [
        (0, "75 foreign"),
        (0, "930 billion"),
        (0, "2,200 exhibitors"),
        (1, "75 external"),
        (2, "17 partners"),
        (2, "raising the total to 77"),
    ]
    assert [kind_of(documents[number], piece) for number, piece in body] == ["body"] * len(body)
    teaser = [
        (0, "80–85%"),
        (0, "Ranks 32nd"),
        (1, "2026–2031 term"),
        (2, "85 years"),
        (3, "28/01/2026News"),
        (4, "40% increase"),
        (4, "For 50 years"),
    ]
    assert [kind_of(documents[number], piece) for number, piece in teaser] == ["teaser"] * len(teaser)
    assert len({story_of(documents[0], piece) for piece in ("77 USD", "30 years", "930 billion", "35,000")}) == 4


def test_figures_of_the_seeds_stand_where_they_belong() -> None:
    digest = make_document((SEEDS / "daily-digest.txt").read_text(encoding="utf-8"), "daily-digest.txt")
    assert [kind_of(digest, piece) for piece in ("80–85%", "32nd Place")] == ["teaser"] * 2
    assert [kind_of(digest, piece) for piece in ("77 USD", "930 billion", "2,200", "17 free trade")] == ["body"] * 4
    assert len({story_of(digest, piece) for piece in ("77 USD", "30 years", "930 billion", "35,000")}) == 4


OVERLAY = """
[[rule]]
id = "house-credit"
gives = "caption"
where = "start"
pattern = '''Seen by (?:[a-z ]{1,40}){1,40}!'''
[[rule.example]]
text = "Ferry sinks\\n\\nSeen by our eye! {12 crates} on the beach.\\n\\nThe ferry sank."
section = "caption"
[[rule.counterexample]]
text = "The ferry lost {12 crates}."
not_section = "caption"
"""


def test_a_users_own_rule_is_asked_and_may_not_take_for_ever(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "sections.toml").write_text(OVERLAY, encoding="utf-8")
    rules = make_source_rules(load_pack([tmp_path]))
    start = time.process_time()
    text = f"Sea wall to be rebuilt\n\n{BODY}Seen by our eye! Twelve crates.\n\nSeen by {'a ' * 120}day.\n"
    document = make_document(text, "page.txt", rules=rules)
    assert kind_of(document, "Seen by our eye") == "caption"
    assert kind_of(document, "Seen by a a") == "body"
    assert time.process_time() - start < 60  # without a time limit it would run for years
