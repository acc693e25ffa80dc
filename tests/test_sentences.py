"""Sentences: where a stop ends one and where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.sources.cues import shipped_rules
from ledger.sources.sentences import SentenceWords, mark_sentences, sentence_texts
from ledger.sources.tokens import Block
from timing import assert_linear

BENCH = Path(__file__).parents[2] / "shared" / "bench" / "reconcile" / "dev"
WORDS = shipped_rules().sentences


def sentences(text: str) -> list[str]:
    block = Block(text, 0, len(text))
    mark_sentences(block, WORDS)
    return list(sentence_texts(block))


@pytest.mark.parametrize(
    "text",
    [
        "The fair opens on Feb. 14 in the old harbour.",
        "Under Resolution No. 59 two offices were merged.",
        "The U.S. Army sent 40 lorries to the valley.",
        "She works for the U.N. Security Council in Geneva.",
        "Dr. Hoa Le and Gov. Pham Ky met Lt. Gen. Bui An.",
        "The case is Hoang vs. Bright Foods over 12 crates.",
        "The novel by J. K. Marlow sold 3 million copies.",
        "A film by M. Nightingale drew 900 viewers.",
        "Prices rose by 3.5 percent to 1,204.75 dong.",
        "Well... maybe not, he thought.",
        'The clerk wrote "No. 4." on the lid.',
        '"We sold the boats." he said on the quay.',
        '"Did they sell nine boats?" Captain Ha asked.',
        "Halong Shipping Inc. said it lost two ferries.",
        "Bright Foods Corp. Chairman Vu Hai resigned.",
        "The gates open at 6 a.m. Monday and close at 9 p.m. on weekdays.",
        "See the list at www.Example.Com or at press@Ministry.Gov for names.",
        "Search company Yahoo! Inc. lost two servers.",
        "The rule (see Art. 4) holds.",
        "He spoke for 1.5 hours, i.e. 90 minutes, e.g. about fish, wood, etc. and left.",
        "The room is shut, according to Ph.D. student Ha Vy.",
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ("The vote ended.", "The minister left."),
        ("Growth slowed in 2025.", "17 countries felt it."),
        ("They won 3 of 12.", "It was a record."),
        ("It opened in Feb.", "The mayor came."),
        ("She moved to the U.S.", "The firm stayed."),
        ("The gates opened at 6 a.m.", "Traders came at once."),
        ("He joined Bright Foods Ltd.", "In March it closed."),
        ('"We sold the boats."', "Nobody asked why."),
        ("“It is done.”", "“Is it?” she asked."),
        ("Who won?", "Nobody knows!", "Ask again."),
        ("The pier is shut. ".strip(), "(Two boats were lost.)", "It reopens on Monday."),
        ("He said no.", "Nine lorries had crossed."),
        ("The owner was ill.", "Ngo Shipping paid."),
        ("It began so…", "Then it rained."),
        ("The loan costs 5%.", "$40 million is due."),
        ("The last port is on the line A.", "The train stops there."),
    ],
)
def test_sentences_part(parts: tuple[str, ...]) -> None:
    assert sentences(" ".join(parts)) == list(parts)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The vote ended.The minister left.", ["The vote ended.", "The minister left."]),
        ("It was so in 2025.The year after was worse.", ["It was so in 2025.", "The year after was worse."]),
        ("He left (at last).Nobody minded.", ["He left (at last).", "Nobody minded."]),
        ('"Stop."The guard turned.', ['"Stop."', "The guard turned."]),
    ],
)
def test_a_missing_space_between_sentences_is_seen(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_a_list_mark_is_no_sentence() -> None:
    assert sentences("1. Open the gate. 2. Shut it.")[0] == "1. Open the gate."


def test_a_bare_set_of_abbreviations_works_as_titles() -> None:
    text = "Dkfm. Huber came. He left."
    block = Block(text, 0, len(text))
    mark_sentences(block, frozenset(("dkfm",)))
    assert list(sentence_texts(block)) == ["Dkfm. Huber came.", "He left."]


def test_an_empty_block_has_one_empty_sentence() -> None:
    block = Block("   ", 0, 3)
    mark_sentences(block, SentenceWords())
    assert block.sentences == [(0, 0)]


def test_a_block_inside_a_text_keeps_offsets_of_the_text() -> None:
    text = "Head\n\nIt rained. It shone.\n\nFoot"
    block = Block(text, 6, 26)
    mark_sentences(block, WORDS)
    assert list(sentence_texts(block)) == ["It rained.", "It shone."]
    assert [text[block.starts[first]] for first, _ in block.sentences] == ["I", "I"]


PIECES = st.lists(
    st.sampled_from(
        ["The", "a.m.", "U.S.", "No", ".", "!", "?", "…", '"', "”", "“", "(", ")", " ", "  ", "17", "3.5", "Feb", "x", "A", "…", "Đà", "-"]
    )
)


@given(PIECES)
def test_sentences_cover_every_token_once_and_in_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    block = Block(text, 0, len(text))
    mark_sentences(block, WORDS)
    edges = [edge for pair in block.sentences for edge in pair]
    assert edges == sorted(edges)
    assert edges[0] == 0
    assert edges[-1] == len(block)
    assert all(left == right for left, right in zip(edges[1:-1:2], edges[2::2], strict=True))
    assert len(block) == 0 or all(first < last for first, last in block.sentences)


@pytest.mark.parametrize("piece", ["He won. ", "...", '."', "A. ", "x.X", "!? ", ".)", "U.S. "])
def test_time_grows_with_the_text_and_not_with_its_square(piece: str) -> None:
    assert_linear(lambda text: mark_sentences(Block(text, 0, len(text)), WORDS), piece, 1000)


@pytest.mark.skipif(not BENCH.is_dir(), reason="the benchmark texts (../shared) are not here")
def test_lines_that_hold_one_sentence_are_not_split() -> None:
    lines = [line for path in sorted(BENCH.glob("*/*.txt")) for line in path.read_text(encoding="utf-8").splitlines() if line]
    split = [line for line in lines if len(sentences(line)) > 1]
    assert len(split) < 0.01 * len(lines)
