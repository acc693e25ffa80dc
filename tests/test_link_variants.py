"""Which model of a product a figure tells of."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.link.variants import Model, find_variants
from ledger.model import Claim
from link_samples import make_claim

NAMES = {"mini": "mini", "pro": "pro", "max": "max", "minis": "mini", "pros": "pro"}


def models_of(*marked: str) -> list[Model]:
    """The models of the figures of the sentences of one article, a figure each."""
    claims: list[Claim] = []
    for text in marked:
        claims.append(make_claim(text, before="y" * sum(len(claim.sentence) for claim in claims)))
    found = find_variants(claims, NAMES)
    return [found.get(claim.claim_id, Model()) for claim in claims]


def names_of(models: Sequence[Model]) -> list[str]:
    return [model.name for model in models]


def test_a_figure_belongs_to_the_model_named_before_it_else_behind_it() -> None:
    told = ["The Slate Mini costs ${299}.", "The Slate Pro, at ${699}, has more.", "It takes {12} hours to charge the Mini."]
    assert names_of(models_of(*told)) == ["mini", "pro", "mini"]


def test_a_model_is_carried_to_the_next_sentence_and_not_to_the_next_article() -> None:
    first = make_claim("The Slate Mini was shown beside the Slate Pro at {9} o'clock.")
    later = make_claim("It weighs {540} grams.", before="y" * 60)
    other = make_claim("It weighs {290} grams.", "b.txt")
    found = find_variants([first, later, other], NAMES)
    assert found[later.claim_id].name == "pro"
    assert found[other.claim_id].name == ""


def test_another_name_brings_its_own_size_and_a_size_keeps_the_name() -> None:
    told = [
        "The 8-inch Slate Mini costs ${299}.",
        "The Slate Pro costs ${699}.",
        "The 12-inch version weighs {540} grams.",
    ]
    assert models_of(*told) == [Model("mini", "8"), Model("pro", ""), Model("pro", "12")]


def test_names_of_one_model_or_of_no_common_make_tell_nothing_apart() -> None:
    assert models_of("The Slate Mini costs ${299}.", "The Mini weighs {290} grams.") == [Model(), Model()]
    assert models_of("Slate Mini costs ${299}.", "Max Odo bought {3} of them.") == [Model(), Model()]


def test_inches_of_snow_are_no_models() -> None:
    assert models_of("A 6-inch layer of snow lay on {3} roads.", "Then a 9-inch layer closed {4} more.") == [Model(), Model()]
