"""Documents: front matter, title, publication date, publisher and language of a text, which itself is never altered."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.sources import make_document
from ledger.sources.frontmatter import find_front_matter
from ledger.sources.languages import find_language, is_foreign

BODY = "The council of Harwick voted on Monday to rebuild the sea wall.\nWork begins in spring and lasts until the autumn.\n"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("February 14, 2026 | 07:00", date(2026, 2, 14)),
        ("14:43 | 28/01/2026", date(2026, 1, 28)),
        ("19:05 | 23/03/2025 14:43 | 28/01/2026Trade", date(2026, 1, 28)),
        ("Tuesday, July 2nd, 2013", date(2013, 7, 2)),
        ("Published: 2026-02-14", date(2026, 2, 14)),
        ("2013-07-02", date(2013, 7, 2)),
        ("2013-07-02T08:15:00Z", date(2013, 7, 2)),
        ("July 2, 2013 5:12 p.m.", date(2013, 7, 2)),
        ("WEDNESDAY 03 JULY 2013", date(2013, 7, 3)),
        ("26 September 2013, 10:00 (GMT+05:00)", date(2013, 9, 26)),
        ("POSTED: 1052 GMT (1852 HKT), April 10, 2007", date(2007, 4, 10)),
        ("April 10, 2007-7:07AM", date(2007, 4, 10)),
        ("3 July 2013 Last updated at 13:38 GMT", date(2013, 7, 3)),
        ("Posted: 03/14/2013 06:37:46 AM PDT", date(2013, 3, 14)),
        ("12:48PM BST 09 Sep 2013", date(2013, 9, 9)),
        ("28.11.2005", date(2005, 11, 28)),
        ("11/28/05", date(2005, 11, 28)),
        ("By Mai Huong | Sept. 3, 2021", date(2021, 9, 3)),
        ("Published 12 May 2011, updated 14 May 2011", date(2011, 5, 12)),
        ("Updated 4/9/2007 6:04 PM", None),
        ("31 February 2026", None),
    ],
)
def test_date_lines(line: str, day: date | None) -> None:
    assert make_document(f"Sea wall to be rebuilt\n{line}\n{BODY}", "page.txt").published == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("HANOI, Feb. 14, 2026 (CNA) - The council voted on Monday.\nIt was late.\n", date(2026, 2, 14)),
        ("March 14, 2013-UNITED STATES -\nThe ground shook at dawn.\nNobody was hurt.\n", date(2013, 3, 14)),
        ("27/09/2013-Harwick to rebuild its wall\nThe council voted.\nIt was late.\n", date(2013, 9, 27)),
        (f"Sea wall to be rebuilt\n{BODY}Published: 2026-02-14\n", date(2026, 2, 14)),
        ("HANOI, Feb. 14 (CNA) - The council voted on Monday.\nIt was late.\n", None),
        ("The council voted on March 3, 2026, and rested.\nIt was late.\n", None),
        ("Sea wall to be rebuilt by March 3, 2026\nThe council voted.\nIt was late.\n", None),
        (f"Sea wall to be rebuilt\n{BODY}On March 3, 2026 the wall fell.\n", None),
        (f"Sea wall to be rebuilt\n{BODY}It fell on March 3, 2026\n", None),
    ],
)
def test_dates_elsewhere(text: str, day: date | None) -> None:
    assert make_document(text, "page.txt").published == day


def test_published_wins_over_updated() -> None:
    text = f"Sea wall to be rebuilt\nUpdated: March 5, 2026\nPublished: March 3, 2026\n{BODY}"
    assert make_document(text, "page.txt").published == date(2026, 3, 3)


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Hanoi (CNA) – The council voted.\nIt was late.\n", "CNA"),
        ("HANOI, Feb. 14 (Coast News) -- The council voted.\nIt was late.\n", "Coast News"),
        ("(Reuters) - The council voted.\nIt was late.\n", "Reuters"),
        (f"Sea wall to be rebuilt\n{BODY}It was late.-CNA\n", "CNA"),
        (f"Sea wall to be rebuilt\n{BODY}It was late./VNA\n", "VNA"),
        (f"Sea wall to be rebuilt\n{BODY}\nAFP\n", "AFP"),
        (f"Sea wall to be rebuilt\nThe wall. (Photo: AP)\n{BODY}", ""),
        (f"Sea wall to be rebuilt\n{BODY}The harbour board (HHB) pays.\n", ""),
    ],
)
def test_publishers(text: str, publisher: str) -> None:
    assert make_document(text, "page.txt").publisher == publisher


@pytest.mark.parametrize(
    "block",
    [
        "---\ntitle: Wall: a vote\npublished: 2026-02-14\npublisher: Coast News\n---\n",
        '---\r\ntitle: "Wall: a vote"\r\ndate: 2026-02-14T07:00:00+07:00\r\nsource: Coast News\r\n---\r\n',
        '---\ntitle = "Wall: a vote"\npublished = 2026-02-14\npublisher = "Coast News"\n---\n',
        '+++\ntitle = "Wall: a vote"\ndate = 2026-02-14T07:00:00Z\npublisher = "Coast News"\n+++\n',
        "---\n# from the desk\ntitle: Wall: a vote\nDate: February 14, 2026\ntags:\n  - wall\n- sea\npublisher: 'Coast News'\n---\n",
    ],
)
def test_front_matter_gives_title_date_and_publisher_and_is_no_section(block: str) -> None:
    text = block + "Sea wall to be rebuilt\n" + BODY
    document = make_document(text, "page.md")
    assert (document.title, document.published, document.publisher) == ("Wall: a vote", date(2026, 2, 14), "Coast News")
    assert document.text == text
    assert text[document.sections[0].start : document.sections[0].end] == "Sea wall to be rebuilt"


@pytest.mark.parametrize("text", ["---\nIt rained all day\n---\nMore.", "--- title: x", "---\ntitle: never closed\n", "title: x\n---\n"])
def test_a_rule_is_no_front_matter(text: str) -> None:
    assert find_front_matter(text).end == 0


def test_what_the_caller_says_wins_over_front_matter_and_that_over_the_page() -> None:
    text = f"---\ntitle: Front\npublished: 2026-02-14\n---\nSea wall to be rebuilt\nMarch 3, 2026\nHarwick (CNA) – It rained.\n{BODY}"
    document = make_document(text, "page.txt", title="Given", publisher="Coast News")
    assert (document.title, document.published, document.publisher) == ("Given", date(2026, 2, 14), "Coast News")


def test_the_digest_is_of_the_text_where_no_other_is_given() -> None:
    assert make_document("Đà Nẵng", "a.txt").sha256 == sha256("Đà Nẵng".encode()).hexdigest()
    assert make_document("Đà Nẵng", "a.txt", sha="f00").sha256 == "f00"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The council of Harwick voted on Monday to rebuild the sea wall, and work begins in spring.", "en"),
        ("Hội đồng thành phố đã họp và quyết định xây lại con đê trong năm nay cho người dân của các làng.", "vi"),
        ("El consejo de la ciudad votó el lunes para reconstruir el muro y las obras empiezan en la primavera.", "es"),
        ("Le conseil de la ville a voté lundi et les travaux sur le mur commencent dans une semaine pour tous.", "fr"),
        ("Der Rat der Stadt hat am Montag über die Mauer abgestimmt und die Arbeit beginnt mit dem Frühling.", "de"),
        ("O conselho da cidade votou na segunda para o muro e as obras não começam em uma semana do mês.", "pt"),
        ("Il consiglio della città ha votato per il muro e i lavori sono nella prima settimana del mese di maggio.", "it"),
        ("Harwick 4 Dalen 2 Norwold 3 Aldmouth 1 Fenwick 0 Tarnby 5 Selby 2", ""),
        ("The wall", ""),
    ],
)
def test_languages(text: str, code: str) -> None:
    assert find_language(text) == code


def test_a_quotation_of_two_words_is_not_foreign() -> None:
    assert not is_foreign("Vox populi", "en")
    assert not is_foreign("The wall stands on the old foundation and people in the town of Harwick know it.", "en")


@given(st.text(), st.booleans())
def test_no_text_is_altered_and_none_is_too_odd(text: str, fronted: bool) -> None:
    text = f"---\ntitle: x\n---\n{text}" if fronted else text
    document = make_document(text, "page.txt")
    assert document.text == text
    assert all(text[section.start : section.end].strip() == text[section.start : section.end] != "" for section in document.sections)
