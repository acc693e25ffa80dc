"""What a diff finds between two ledgers: each kind of change, told once and by its right name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from diff_samples import (
    claim_id,
    edition,
    figure,
    large_ledger,
    sample_diff,
    with_articles,
    with_claim,
    with_renamed_article,
    without_claims,
)
from ledger.diff import diff_editions, diff_places, only_parts
from ledger.diff.carried import carry_ids
from ledger.diff.changes import PARTS, ClaimChange, LedgerDiff
from ledger.interval import Interval
from ledger.model import Flag, Ledger, Uncounted
from ledger.pipeline import build
from ledger.store import write_tables
from samples import sample_claims, sample_id, sample_ledger
from timing import assert_growth

MINISTER = "trade/minister.txt"


def only_claim(diff: LedgerDiff) -> ClaimChange:
    (change,) = diff.claims
    return change


class TestFigures:
    def test_a_ledger_and_itself_have_no_difference(self, tmp_path: Path) -> None:
        diff = sample_diff(tmp_path, sample_ledger())
        assert not diff.differs
        assert diff.totals == {"articles": (5, 5), "claims": (38, 38), "facts": (22, 22), "flags": (8, 8), "coverage": (8, 8)}

    def test_another_figure_in_an_article_of_the_same_date_is_a_silent_correction(self, tmp_path: Path) -> None:
        change = only_claim(sample_diff(tmp_path, with_claim(sample_ledger(), "t_partners", **figure("19"))))
        assert (change.change, change.sorts, change.silent, change.cause) == ("changed", ("value",), True, "articles")
        assert change.old is not None
        assert change.new is not None
        assert (change.old.value, change.new.value) == (Decimal(17), Decimal(19))
        assert {cell.column: (cell.old, cell.new) for cell in change.cells} == {
            "value": ("17", "19"),
            "low": ("17", "19"),
            "high": ("17", "19"),
        }

    def test_a_correction_under_a_new_date_is_not_silent(self, tmp_path: Path) -> None:
        new = with_claim(sample_ledger(), "t_partners", **figure("19"))
        change = only_claim(sample_diff(tmp_path, with_articles(new, MINISTER, published=date(2026, 1, 20))))
        assert (change.sorts, change.silent) == (("value",), False)

    def test_a_figure_that_the_rules_read_otherwise_is_no_correction(self, tmp_path: Path) -> None:
        new = replace(with_claim(sample_ledger(), "t_partners", edited=False, **figure("19")), rules_digest="other")
        diff = sample_diff(tmp_path, new)
        change = only_claim(diff)
        assert (change.sorts, change.silent, change.cause) == (("value",), False, "rules")
        assert diff.rules_changed

    def test_where_text_and_rules_both_changed_either_may_have_done_it(self, tmp_path: Path) -> None:
        new = replace(with_claim(sample_ledger(), "t_partners", **figure("19")), rules_digest="other")
        assert only_claim(sample_diff(tmp_path, new)).cause == "either"

    def test_where_neither_changed_it_was_the_program(self, tmp_path: Path) -> None:
        assert only_claim(sample_diff(tmp_path, with_claim(sample_ledger(), "t_partners", edited=False, **figure("19")))).cause == "program"

    def test_the_same_figure_written_more_finely_is_a_change_of_precision(self, tmp_path: Path) -> None:
        old = with_claim(sample_ledger(), "e_damage", edited=False, precision=Decimal(100_000))
        new = with_claim(old, "e_damage", **figure("9620000"), precision=Decimal(10_000))
        change = only_claim(sample_diff(tmp_path, new, old))
        assert (change.sorts, change.silent) == (("precision",), False)
        far = with_claim(old, "e_damage", **figure("9660000"), precision=Decimal(10_000))
        assert only_claim(sample_diff(tmp_path / "far", far, old)).sorts == ("value",)

    @pytest.mark.parametrize(
        ("fields", "sorts"),
        [
            ({"qualifier": "about"}, ("wording",)),
            ({"surface": "seventeen"}, ("wording",)),
            ({"bounds": Interval(None, Decimal(17), "(]")}, ("bounds",)),
            ({"entity": "partner state", "period": "2025"}, ("about",)),
            ({"section": "headline"}, ("section",)),
            ({"speaker": "Pavel Orsini"}, ("source",)),
            ({"unit": "percent", "kind": "percent"}, ("value",)),
            ({"start": 4000, "end": 4002, "block": 9, "sentence_start": 3990}, ()),
        ],
    )
    def test_a_change_has_its_name(self, tmp_path: Path, fields: dict[str, object], sorts: tuple[str, ...]) -> None:
        diff = sample_diff(tmp_path, with_claim(sample_ledger(), "t_partners", **fields))
        assert [change.sorts for change in diff.claims] == ([sorts] if sorts else [])

    def test_a_sentence_is_reworded_where_more_than_its_figures_changed(self, tmp_path: Path) -> None:
        sentence = sample_claims()["t_partners"].sentence
        other = with_claim(sample_ledger(), "t_partners", sentence=sentence.replace("upgraded", "raised"))
        assert only_claim(sample_diff(tmp_path, other)).sorts == ("context",)
        same = with_claim(sample_ledger(), "t_partners", **figure("19"), sentence=sentence.replace("17", "19").replace("32nd", "33rd"))
        assert only_claim(sample_diff(tmp_path / "same", same)).sorts == ("value",)

    def test_figures_come_and_go(self, tmp_path: Path) -> None:
        less = without_claims(sample_ledger(), "t_rank")
        gone = [change for change in sample_diff(tmp_path, less).claims if change.change != "changed"]
        assert [(change.change, change.old.claim_id, change.new) for change in gone if change.old] == [
            ("removed", claim_id("t_rank"), None)
        ]
        came = [change for change in sample_diff(tmp_path / "back", sample_ledger(), less).claims if change.change != "changed"]
        assert [(change.change, change.new.claim_id, change.old) for change in came if change.new] == [("added", claim_id("t_rank"), None)]

    def test_a_figure_that_became_a_date_says_so(self, tmp_path: Path) -> None:
        claim = sample_claims()["t_rank"]
        less = without_claims(sample_ledger(), "t_rank")
        number = Uncounted(claim.article, claim.start, claim.end, claim.surface, "date")
        new = replace(less, uncounted=(*less.uncounted, number), rules_digest="other")
        diff = sample_diff(tmp_path, new)
        assert [(one.change, one.reason, one.cause) for one in diff.claims if one.change == "removed"] == [("removed", "date", "rules")]
        assert [(one.change, one.surface, one.reason, one.count) for one in diff.coverage] == [("added", claim.surface, "date", 1)]


class TestMatching:
    """Claims whose id changed because words close to them did."""

    def reworded(self, ledger: Ledger, key: str, new_id: str, **fields: object) -> Ledger:
        old_id = claim_id(key)
        changed = with_claim(ledger, key, claim_id=new_id, **fields)
        facts = tuple(replace(fact, claim_ids=tuple(new_id if one == old_id else one for one in fact.claim_ids)) for fact in changed.facts)
        flags = tuple(replace(one, claim_ids=tuple(new_id if it == old_id else it for it in one.claim_ids)) for one in changed.flags)
        claims = tuple(replace(claim, converts=new_id if claim.converts == old_id else claim.converts) for claim in changed.claims)
        return replace(changed, claims=claims, facts=facts, flags=flags, comparisons=(), rates=())

    @pytest.mark.parametrize(
        ("sentence", "fields", "sorts"),
        [
            ("He named 17 partners, all of them upgraded, and called Larria the 32nd largest nation.", {}, {"context"}),
            ("Relations with some 17 states, he said, are better than ever.", {"qualifier": "about"}, {"wording", "context"}),
            ("He named 19 partners whose relations were improved, and called Larria a trading nation.", figure("19"), {"value", "context"}),
        ],
    )
    def test_it_is_the_same_claim_by_its_sentence_or_figure(
        self, tmp_path: Path, sentence: str, fields: dict[str, object], sorts: set[str]
    ) -> None:
        new = self.reworded(sample_ledger(), "t_partners", "C-0000000000aa", sentence=sentence, **fields)
        change = only_claim(sample_diff(tmp_path, new))
        assert (change.change, set(change.sorts)) == ("changed", sorts)
        assert change.new is not None
        assert change.new.claim_id == "C-0000000000aa"

    def test_another_figure_in_another_sentence_is_another_claim(self, tmp_path: Path) -> None:
        new = self.reworded(
            sample_ledger(), "t_partners", "C-0000000000aa", sentence="Twelve new consulates were opened overseas.", **figure("12")
        )
        assert sorted(change.change for change in sample_diff(tmp_path, new).claims) == ["added", "removed"]

    def test_a_repeated_line_put_in_above_moves_no_figure_of_the_lines_below(self, tmp_path: Path) -> None:
        small = large_ledger(50)
        rows = sorted(small.claims, key=lambda claim: claim.start)
        ids = [claim.claim_id for claim in rows]
        kept = [replace(row, claim_id=number) for row, number in zip(rows[5:], [*ids[6:], "C-0000000000bb"], strict=True)]
        extra = replace(rows[5], claim_id=ids[5], **figure("7"), sentence=rows[5].sentence.replace(rows[5].surface, "7"))
        new = replace(
            small, claims=tuple(sorted((*rows[:5], extra, *kept), key=lambda claim: claim.claim_id)), facts=(), flags=(), comparisons=()
        )
        bare = replace(small, facts=(), flags=(), comparisons=())
        diff = sample_diff(tmp_path, with_articles(new, "desk/00000.txt"), bare)
        assert [(one.change, str(one.new.value)) for one in diff.claims if one.new] == [("added", "7")]


class TestArticles:
    def test_a_renamed_article_is_moved_and_its_figures_stay(self, tmp_path: Path) -> None:
        diff = sample_diff(tmp_path, with_renamed_article(sample_ledger(), MINISTER, "archive/minister.txt"))
        assert [(one.change, one.old, one.new, one.edited) for one in diff.articles] == [("moved", MINISTER, "archive/minister.txt", False)]
        assert (diff.claims, diff.facts, diff.verdicts, diff.flags, diff.coverage) == ((), (), (), (), ())

    def test_an_article_renamed_and_edited_is_known_by_its_claims(self, tmp_path: Path) -> None:
        new = with_renamed_article(with_claim(sample_ledger(), "t_partners", **figure("19")), MINISTER, "late.txt", edited=True)
        diff = sample_diff(tmp_path, new)
        assert [(one.change, one.new, one.edited) for one in diff.articles] == [("moved", "late.txt", True)]
        change = only_claim(diff)
        assert (change.sorts, change.silent) == (("value",), True)

    def test_articles_come_and_go_and_are_described_otherwise(self, tmp_path: Path) -> None:
        keys = [key for key, claim in sample_claims().items() if claim.article == MINISTER]
        less = without_claims(sample_ledger(), *keys)
        less = replace(less, articles=tuple(one for one in less.articles if one.article != MINISTER), uncounted=())
        new = with_articles(less, "trade/agreements.html", title="Another headline")
        diff = sample_diff(tmp_path, new)
        assert [(one.change, one.old, one.new) for one in diff.articles] == [
            ("described", "trade/agreements.html", "trade/agreements.html"),
            ("removed", MINISTER, ""),
        ]
        assert {change.change for change in diff.claims} >= {"removed"}
        assert {change.cause for change in diff.claims if change.change == "removed"} == {"articles"}
        assert Counter(change.change for change in diff.claims)["removed"] == len(keys)

    def test_an_edit_that_moves_no_figure_is_still_told(self, tmp_path: Path) -> None:
        diff = sample_diff(tmp_path, with_articles(sample_ledger(), MINISTER))
        assert [(one.change, one.new) for one in diff.articles] == [("edited", MINISTER)]
        assert (diff.differs, diff.claims) == (True, ())


class TestFacts:
    def test_a_verdict_turns_and_says_what_turned_it(self, tmp_path: Path) -> None:
        ledger = sample_ledger()
        fact = next(fact for fact in ledger.facts if claim_id("t_partners") in fact.claim_ids)
        new = replace(ledger, facts=tuple(replace(one, verdict="conflict") if one == fact else one for one in ledger.facts))
        diff = sample_diff(tmp_path, with_articles(new, MINISTER))
        assert [(one.old.verdict, one.new.verdict, one.cause) for one in diff.verdicts] == [(fact.verdict, "conflict", "articles")]
        assert [(one.change, [cell.column for cell in one.cells]) for one in diff.facts] == [("changed", ["verdict"])]

    def split(self, ledger: Ledger) -> Ledger:
        fact = next(fact for fact in ledger.facts if len(fact.claim_ids) >= 3)
        chief = replace(fact, claim_ids=fact.claim_ids[:-1])
        part = replace(fact, fact_id="F-0000000000ff", claim_ids=fact.claim_ids[-1:], flag_ids=())
        facts = [chief if one == fact else one for one in ledger.facts]
        return replace(ledger, facts=tuple(sorted((*facts, part), key=lambda one: one.fact_id)))

    def test_a_fact_that_becomes_two_is_split_and_back_merged(self, tmp_path: Path) -> None:
        old = sample_ledger()
        new = self.split(old)
        (fact,) = [one for one in old.facts if len(one.claim_ids) >= 3][:1]
        diff = sample_diff(tmp_path, new, old)
        assert [(one.change, [it.fact_id for it in one.old], [it.fact_id for it in one.new]) for one in diff.facts] == [
            ("split", [fact.fact_id], [fact.fact_id, "F-0000000000ff"])
        ]
        assert [(one.sorts, one.old_fact, one.new_fact) for one in diff.claims] == [(("fact",), fact.fact_id, "F-0000000000ff")]
        back = sample_diff(tmp_path / "back", old, new)
        assert [(one.change, len(one.old), len(one.new)) for one in back.facts] == [("merged", 2, 1)]

    def test_a_fact_under_another_id_is_the_same_fact(self, tmp_path: Path) -> None:
        ledger = sample_ledger()
        names = {fact.fact_id: sample_id("F", fact.fact_id) for fact in ledger.facts}
        facts = tuple(sorted((replace(fact, fact_id=names[fact.fact_id]) for fact in ledger.facts), key=lambda one: one.fact_id))
        flags = tuple(replace(flag, fact_id=names.get(flag.fact_id, "")) for flag in ledger.flags)
        diff = sample_diff(tmp_path, replace(ledger, facts=facts, flags=flags))
        assert (diff.differs, diff.renumbered) == (False, 22)


class TestFlags:
    def test_flags_are_new_gone_and_changed(self, tmp_path: Path) -> None:
        ledger = sample_ledger()
        first, second, *rest = ledger.flags
        fresh = Flag("G-00000000000a", "D5", "error", "", (claim_id("t_rank"),), MINISTER, "It is out of bounds")
        louder = replace(second, severity="error" if second.severity != "error" else "info")
        flags = tuple(sorted((fresh, louder, *rest), key=lambda flag: flag.flag_id))
        diff = sample_diff(tmp_path, replace(ledger, flags=flags))
        assert [(one.change, (one.new or one.old).flag_id) for one in diff.flags if one.new or one.old] == [  # type: ignore[union-attr]
            ("added", fresh.flag_id),
            ("changed", second.flag_id),
            ("removed", first.flag_id),
        ]

    def test_a_flag_that_gained_a_claim_is_changed_and_not_new(self, tmp_path: Path) -> None:
        ledger = sample_ledger()
        flag = next(one for one in ledger.flags if one.claim_ids and claim_id("t_rank") not in one.claim_ids)
        wider = replace(flag, flag_id="G-00000000000b", claim_ids=(*flag.claim_ids, claim_id("t_rank")), message="More of them")
        flags = tuple(sorted((wider, *(one for one in ledger.flags if one != flag)), key=lambda one: one.flag_id))
        assert [one.change for one in sample_diff(tmp_path, replace(ledger, flags=flags)).flags] == ["changed"]


class TestRenames:
    """A build after a renaming: facts keep their ids, and with them what was written about them."""

    @pytest.fixture(autouse=True)
    def without_views(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The workbook and the page are four fifths of a build and hold no ids of their own."""
        monkeypatch.setattr("ledger.pipeline.render_workbook", lambda *_, **__: b"")
        monkeypatch.setattr("ledger.pipeline.write_page", lambda _ledger, path: path.write_bytes(b""))

    def build(self, folder: Path) -> dict[str, str]:
        return {fact.fact_id: fact.entity for fact in build([folder / "articles"], folder / "out", jobs=1).ledger.facts}

    def test_a_renamed_article_keeps_the_ids_of_its_facts(self, tmp_path: Path) -> None:
        (tmp_path / "articles" / "desk").mkdir(parents=True)
        article = tmp_path / "articles" / "mill.txt"
        article.write_text("The mill hired 64 people in 2025. It grinds 12 tonnes of flour a day.\n", encoding="utf-8")
        (tmp_path / "articles" / "ferry.txt").write_text("The ferry made 730 trips in 2025.\n", encoding="utf-8")
        before = self.build(tmp_path)
        claims = set((tmp_path / "out" / "claims.csv").read_text(encoding="utf-8").splitlines())
        article.rename(tmp_path / "articles" / "desk" / "mill-reopens.txt")
        assert self.build(tmp_path) == before
        assert set((tmp_path / "out" / "claims.csv").read_text(encoding="utf-8").splitlines()) != claims
        assert self.build(tmp_path) == before

    def test_without_a_renaming_nothing_is_carried(self) -> None:
        earlier = {"F-1": ("C-1",)}
        assert carry_ids(earlier, Path("absent"), (), lambda article: ()) is earlier


@pytest.mark.parametrize("part", PARTS)
def test_a_part_alone_leaves_the_others_empty(tmp_path: Path, part: str) -> None:
    diff = sample_diff(tmp_path, replace(with_claim(sample_ledger(), "t_partners", **figure("19")), rules_digest="other"))
    alone = only_parts(diff, [part])
    lists = {name: getattr(alone, name) for name in PARTS if name != "rules"}
    assert {name for name, rows in lists.items() if rows} <= {part}
    assert alone.differs == (part in ("articles", "claims", "rules"))
    assert alone.rules_changed == (part == "rules")


def test_the_diff_backwards_tells_the_same_places(tmp_path: Path) -> None:
    new = with_claim(without_claims(sample_ledger(), "t_rank"), "t_partners", **figure("19"))
    there, back = sample_diff(tmp_path, new), sample_diff(tmp_path / "back", sample_ledger(), new)
    turned = {"added": "removed", "removed": "added", "changed": "changed"}
    assert Counter(turned[one.change] for one in there.claims) == Counter(one.change for one in back.claims)
    assert len(there.facts) == len(back.facts)


def test_the_order_of_rows_does_not_matter(tmp_path: Path) -> None:
    new = edition(tmp_path / "new", with_claim(sample_ledger(), "t_partners", **figure("19")))
    turned = {name: dict(reversed(getattr(new, name).items())) for name in ("articles", "claims", "facts", "flags")}
    old = edition(tmp_path / "old", sample_ledger())
    assert diff_editions(old, new) == diff_editions(old, replace(new, **turned, coverage=new.coverage[::-1]))


def test_the_time_of_a_comparison_grows_with_the_claims_only(tmp_path: Path) -> None:
    def compare(size: int) -> Callable[[], LedgerDiff]:
        folders = [tmp_path / f"{name}{size}" for name in ("old", "new")]
        for shift, folder in enumerate(folders):
            write_tables(large_ledger(size, shift=shift), folder)
        return lambda: diff_places(*map(str, folders))

    diff = compare(8_000)()
    assert (len(diff.corrections), len(diff.articles)) == (80, 160)
    assert_growth(compare, 1_000)
