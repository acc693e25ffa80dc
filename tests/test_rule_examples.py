"""run_examples: what passes, what fails, and what is said of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ledger.interval import Interval
from ledger.model import Article, Claim, Document, Extraction, Uncounted
from ledger.pack import Rule, RulePack
from ledger.pack.examples import read_example
from ledger.rule_examples import ExampleReport, marked, render_examples, run_examples


class DigitExtractor:
    """Takes each digit run for a count of the next word, and four digits in a row for a year. Remembers what it was given."""

    def __init__(self, *, every_number_twice: bool = False) -> None:
        self.documents: list[Document] = []
        self.twice = every_number_twice

    def extract(self, document: Document) -> Extraction:
        self.documents.append(document)
        found = list(re.finditer(r"\d+(?:\.\d+)?", document.text))
        claims = [self._claim(document, match) for match in found if len(match[0]) != 4]
        years = [Uncounted(document.article, *match.span(), match[0], "date") for match in found if len(match[0]) == 4]
        article = Article(document.article, "", None, "", "", "", len(document.text))
        return Extraction(article, tuple(claims * (2 if self.twice else 1)), tuple(years))

    def _claim(self, document: Document, match: re.Match[str]) -> Claim:
        number = Decimal(match[0])
        noun = re.findall(r"\w+", document.text[match.end() :])[:1]
        claim = Claim("C-1", document.article, "body", *match.span(), match[0], number, number, number, "count", "".join(noun))
        bounds = Interval(number, None, "[)")
        return replace(claim, qualifier="about", bounds=bounds, background=match[0] == "7")


def examine(text: str, *, counter: bool = False, extractor: DigitExtractor | None = None, **more: Any) -> ExampleReport:
    """The report on one rule with one example, or one counterexample."""
    proof, faults = read_example({"text": text, **more}, counter=counter)
    assert proof is not None, faults
    proofs = ((), (proof,)) if counter else ((proof,), ())
    rule = Rule("crates", "units", "rules/en/units.toml", {}, proofs=proofs)
    pack = RulePack("test", "1", {"units": (rule,)}, {}, {}, "", "")
    return run_examples(pack, extractor or DigitExtractor())


def only_failure(text: str, *, counter: bool = False, extractor: DigitExtractor | None = None, **more: Any) -> tuple[str, str]:
    (failure,) = examine(text, counter=counter, extractor=extractor, **more).failures
    assert (failure.file, failure.rule, failure.text) == ("rules/en/units.toml", "crates", text)
    return failure.wanted, failure.got


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"value": "12", "unit": "crates", "qualifier": "about"},
        {"value": "12.0"},
        {"bounds_low": "12.00", "bounds_high": "", "bounds_closed": "[)"},
        {"surface": "12", "start": "9", "end": "11"},
        {"background": "", "speaker": ""},
        {"not_value": "13", "not_unit": "crate"},
    ],
)
def test_an_example_whose_columns_hold_passes(more: dict[str, str]) -> None:
    assert examine("The barge {12} crates.".replace("barge", "tugs"), **more) == ExampleReport(1, ())


def test_yes_is_a_true_column() -> None:
    assert examine("All {7} crates sank.", background="yes").failures == ()


def test_braces_may_hold_more_than_the_claim() -> None:
    assert examine("The tug took {about 12 crates}.", value="12").failures == ()


def test_each_mark_is_held_to_the_columns() -> None:
    assert examine("Of {12} crates {12} sank.", value="12").failures == ()
    assert only_failure("Of {12} crates {3} sank.", value="12") == ("value = '12'", "value = '3' in count 3 sank '3' (13-14)")


def test_a_wrong_column_tells_both_values() -> None:
    wanted, got = only_failure("We saw {12} crates.", unit="crate")
    assert wanted == "unit = 'crate'"
    assert got == "unit = 'crates' in count 12 crates '12' (7-9)"


def test_each_wrong_column_is_told_but_the_example_fails_once() -> None:
    report = examine("We saw {12} crates.", unit="crate", value="13")
    assert len(report.failures) == 2
    assert render_examples(report).endswith("\n\n1 examples, 1 failed")


def test_a_mark_without_a_claim_fails() -> None:
    assert only_failure("We saw {twelve} crates and 3 men.") == ("one claim at 'twelve'", "nothing")


def test_a_mark_without_a_claim_tells_what_stands_in_coverage() -> None:
    assert only_failure("It sank in {2019}.") == ("one claim at '2019'", "no claim but date '2019' (11-15)")


def test_a_mark_over_two_claims_fails() -> None:
    wanted, got = only_failure("We saw {12 or 13} crates.", value="12")
    assert wanted == "one claim at '12 or 13'"
    assert got == "count 12 or '12' (7-9); count 13 crates '13' (13-15)"


def test_a_reason_asks_for_a_row_of_coverage() -> None:
    assert examine("It sank in {2019}.", reason="date").failures == ()
    assert examine("It sank in {2019}.", reason="date", surface="2019").failures == ()


@pytest.mark.parametrize(
    ("text", "more", "wanted", "got"),
    [
        ("It sank in {2019}.", {"reason": "time"}, "reason 'time'", "no claim but date '2019' (11-15)"),
        ("It took {12} crates.", {"reason": "date"}, "reason 'date'", "count 12 crates '12' (8-10)"),
        ("It took {crates}.", {"reason": "date"}, "reason 'date'", "nothing"),
        ("In {2019 or 2020}.", {"reason": "date"}, "reason 'date'", "no claim but date '2019' (3-7); no claim but date '2020' (11-15)"),
    ],
)
def test_a_reason_that_is_not_there_fails(text: str, more: dict[str, str], wanted: str, got: str) -> None:
    told_wanted, told_got = only_failure(text, **more)
    assert told_wanted.startswith(f"one coverage row with {wanted} at ")
    assert told_got == got


def test_a_counterexample_without_braces_gives_no_claim_at_all() -> None:
    assert examine("It sank in 2019.", counter=True).failures == ()
    assert only_failure("We saw 12 crates.", counter=True) == ("no claim", "count 12 crates '12' (7-9)")


def test_a_counterexample_with_braces_gives_that_claim_without_the_column() -> None:
    assert examine("We saw {12} crates.", counter=True, not_unit="crate", value="12").failures == ()
    assert only_failure("We saw {12} crates.", counter=True, not_value="12.0") == (
        "not_value = '12.0'",
        "value = '12' in count 12 crates '12' (7-9)",
    )
    assert only_failure("We saw {twelve} crates.", counter=True, not_value="12") == ("one claim at 'twelve'", "nothing")


def test_a_known_miss_must_fail() -> None:
    assert examine("We saw {twelve} crates.", known_miss=True).failures == ()
    assert examine("We saw 12 crates.", counter=True, known_miss=True).failures == ()


def test_a_known_miss_that_is_mended_fails() -> None:
    wanted, got = only_failure("We saw {12} crates.", known_miss=True)
    assert wanted == "known_miss = true: a miss"
    assert got.endswith("take known_miss out")


def test_the_document_is_the_example_with_its_publication_date() -> None:
    extractor = DigitExtractor()
    examine("We saw {12} {{small}} crates.", published="2026-02-14", extractor=extractor)
    (document,) = extractor.documents
    assert (document.article, document.text, document.published) == ("example.txt", "We saw 12 {small} crates.", date(2026, 2, 14))


def test_a_text_shown_has_its_braces_again() -> None:
    proof, _ = read_example({"text": "{{a}} {1} b {2 c} }}"}, counter=False)
    assert proof is not None
    (example,) = Rule("a", "b", "c", {}, proofs=((proof,), ())).examples
    assert example.text == "{a} 1 b 2 c }"
    assert marked(example) == "{{a}} {1} b {2 c} }}"


def test_the_report_closes_with_the_count() -> None:
    assert render_examples(examine("We saw {12} crates.")) == "1 examples, 0 failed"
    report = examine("We saw {twelve} crates.")
    assert render_examples(report) == (
        "rules/en/units.toml [crates]: We saw {twelve} crates.\n"
        "  wanted:   one claim at 'twelve'\n"
        "  came out: nothing\n\n"
        "1 examples, 1 failed"
    )


def test_a_text_of_several_lines_is_told_in_one() -> None:
    (failure,) = examine("A head\n\nWe saw {twelve} crates.").failures
    assert str(failure).startswith("rules/en/units.toml [crates]: A head\\n\\nWe saw {twelve} crates.\n  wanted:")


def test_kinds_come_by_name_and_rules_in_their_order() -> None:
    proof, _ = read_example({"text": "{no} number"}, counter=False)
    assert proof is not None
    kinds = {kind: tuple(Rule(name, kind, kind, {}, proofs=((proof,), ())) for name in ("b", "a")) for kind in ("units", "roles")}
    report = run_examples(RulePack("t", "1", kinds, {}, {}, "", ""), DigitExtractor())
    assert [(failure.file, failure.rule) for failure in report.failures] == [("roles", "b"), ("roles", "a"), ("units", "b"), ("units", "a")]
    assert report.examples == 4
