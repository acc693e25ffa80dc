"""A ledger put together event by event, packed, is the ledger that comes of all claims at once; what an event tells is worked out once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bench.newsroom import make_newsroom
from ledger.checks import Check, Corpus, make_corpus, run_checks
from ledger.engine.cache import ExtractionCache
from ledger.engine.packed import Memo, Packed, Reading, open_source, pack_source
from ledger.engine.pool import Batch, LocalPool, Serial
from ledger.engine.work import Rules, pack_rules
from ledger.errors import LedgerError
from ledger.extract import Extractor
from ledger.link import Linkage, link
from ledger.link.scale import Measure
from ledger.lookup import TupleLookup
from ledger.model import Extraction, Flag, Ledger
from ledger.pack import RulePack, load_pack
from ledger.reconcile import reconcile_packed, task
from ledger.reconcile.task import EventTask, make_bench, reconcile_event
from ledger.reconcile.whole import Means
from ledger.sources import make_document

CITY = (
    "{name} counts its people\n\nThe harbour city of {name} has 1,284,512 inhabitants, the {name} statistics office said on Monday.{more}\n"
)
FIRST = " Anna Bell of the Ardby choir sang for Lowton, Selford College and Tarn Abbey. Anna Bell and Tarn Abbey came from Ardby."
SECOND = " Tom Reed and the Orrin Bay club met Nils Kerr in Quinwick. Nils Kerr left Quinwick for Orrin Bay with Tom Reed."
MONEY = "The mill of {name} is sold\n\nThe buyer pays 2 million pounds (2.6 million dollars) for the mill in {name}, {who} said.{more}\n"


def reading(name: str, text: str, extractor: Extractor, day: date | None = None) -> Reading:
    document = replace(make_document(text, name), published=day)
    return Reading(document, extractor.extract(document))


@pytest.fixture(scope="module")
def pack() -> RulePack:
    return load_pack()


@pytest.fixture(scope="module")
def readings(pack: RulePack) -> list[Reading]:
    """A newsroom, and articles of other days: one population told in two events, one figure for two years, conversions."""
    extractor = Extractor(pack)
    found = [reading(story.name, story.text, extractor) for story in make_newsroom(60)]
    more = {
        "city-1.txt": (CITY.format(name="Holmouth", more=FIRST), date(2024, 1, 5)),
        "city-2.txt": (CITY.format(name="Holmouth", more=SECOND), date(2025, 6, 5)),
        "tonnes-1.txt": ("Selby Steel\n\nSelby Steel made 84,713 tonnes of steel in 2023, Selby said." + FIRST + "\n", date(2024, 2, 1)),
        "tonnes-2.txt": ("Strike\n\nBefore the strike Selby Steel made 84,713 tonnes of steel in 2021." + SECOND + "\n", date(2025, 9, 1)),
        **{
            f"mill-{at}.txt": (MONEY.format(name=name, who=who, more=" It cost 1.1 million pounds in 1990."), date(2023, at, 1))
            for at, (name, who) in enumerate([("Ardby", "Ms Holm"), ("Quinwick", "Mr Bell"), ("Lowton", "Mr Carr")], start=1)
        },
    }
    return [*found, *(reading(name, text, extractor, day) for name, (text, day) in more.items())]


def packed(readings: Sequence[Reading]) -> list[Packed]:
    memo = Memo()
    return [one for one in (open_source(pack_source(told), memo) for told in readings) if isinstance(one, Packed)]


def ledger_of(readings: Sequence[Reading], pack: RulePack, means: Means | None = None) -> Ledger:
    return reconcile_packed(packed(readings), pack, lambda articles, book: {}, means or Means(Serial()))


def linked(readings: Sequence[Reading], pack: RulePack) -> tuple[list[Extraction], Linkage]:
    extractions = [one.extraction for one in readings]
    return extractions, link(extractions, pack, {})


def test_event_by_event_the_facts_and_flags_are_those_of_all_at_once(readings: list[Reading], pack: RulePack) -> None:
    ledger = ledger_of(readings, pack)
    extractions, linkage = linked(readings, pack)
    corpus = make_corpus(extractions, linkage)
    assert tuple(replace(fact, flag_ids=()) for fact in ledger.facts) == linkage.facts
    assert ledger.flags == run_checks(corpus, pack)
    assert (ledger.comparisons, ledger.reprints, ledger.rates) == (linkage.comparisons, linkage.reprints, corpus.rates)
    assert len({linkage.events[name] for name in ("city-1.txt", "city-2.txt")}) == 2
    assert any({"city-1.txt", "city-2.txt"} <= {ledger.lookup.article_of(one) for one in fact.claim_ids} for fact in ledger.facts)  # type: ignore[union-attr]
    assert {"A5", "A8"} <= {flag.check for flag in ledger.flags}


def test_what_stays_packed_is_unpacked_as_it_was(readings: list[Reading], pack: RulePack) -> None:
    ledger = ledger_of(readings, pack)
    claims = sorted((claim for one in readings for claim in one.extraction.claims), key=lambda claim: claim.claim_id)
    assert ledger.claims == claims
    assert [ledger.claims[0], len(ledger.claims)] == [claims[0], len(claims)]
    assert dict(ledger.texts) == {one.document.article: one.document.text for one in readings}
    assert dict(ledger.sections) == {one.document.article: one.document.sections for one in readings}
    numbers = sorted((number for one in readings for number in one.extraction.uncounted), key=lambda one: (one.article, one.start))
    assert ledger.uncounted == numbers


def test_odd_line_ends_and_half_letters_break_no_row(pack: RulePack) -> None:
    text = 'Odd\n\nThe mill, "old" and tall, made\u2028412 tonnes of\x85 rye\x0c in 2023, Bo\ud83d Kerr said.\rIt has 17 wings\x1e.\n'
    one = reading("odd.txt", text, Extractor(pack))
    ledger = ledger_of([one], pack)
    assert len(ledger.claims) == len(one.extraction.claims) > 1
    assert [claim.start for claim in ledger.claims] == [
        claim.start for claim in sorted(one.extraction.claims, key=lambda claim: claim.claim_id)
    ]
    assert ledger.texts["odd.txt"] == text


def test_a_sentence_longer_than_a_field_of_csv_usually_is_keeps_its_claims(pack: RulePack) -> None:
    one = reading("long.txt", f"Long\n\nThe mill made 412 tonnes of {'rye-' * 40_000}bread.\n", Extractor(pack))
    assert ledger_of([one], pack).claims == list(one.extraction.claims) != []


def test_a_packed_ledger_answers_as_one_in_memory(readings: list[Reading], pack: RulePack) -> None:
    ledger = ledger_of(readings, pack)
    one = ledger.lookup
    assert one is not None
    other = TupleLookup(ledger.claims, ledger.facts, ledger.uncounted, ledger.comparisons)
    assert dict(one.claims) == dict(other.claims)
    assert (one.idle, one.minor, dict(one.reasons)) == (other.idle, other.minor, dict(other.reasons))
    assert list(one.unparsed) == list(other.unparsed)
    assert {name: count for name, count in one.claim_counts.items() if count} == dict(other.claim_counts)
    for fact in ledger.facts:
        assert list(one.near_of(fact.fact_id)) == list(other.near_of(fact.fact_id))
    for article in ledger.articles:
        assert list(one.claims_of(article.article)) == list(other.claims_of(article.article))
        assert list(one.uncounted_of(article.article)) == list(other.uncounted_of(article.article))
    assert (one.claims_of("none.txt"), one.uncounted_of("none.txt"), one.article_of("C-none")) == ((), (), "")


class Counted(Serial):
    """An engine that tells which articles it was asked about."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def run(self, batches, rules):  # type: ignore[no-untyped-def]
        for batch in batches:
            self.asked += [name for one in batch.items for name in one.articles]
            yield from super().run([batch], rules)


def rebuilt(folder: Path, readings: Sequence[Reading], pack: RulePack) -> tuple[list[str], Ledger]:
    cache, engine = ExtractionCache(folder, pack.digest, "program"), Counted()
    ledger = ledger_of(readings, pack, Means(engine, cache, place="out"))
    cache.close()
    return engine.asked, ledger


def test_the_event_of_a_changed_article_alone_is_reconciled_again(readings: list[Reading], pack: RulePack, tmp_path: Path) -> None:
    asked, before = rebuilt(tmp_path, readings, pack)
    assert sorted(asked) == [article.article for article in before.articles]
    changed = [one for one in readings if one.document.article != "city-1.txt"]
    changed.append(
        reading("city-1.txt", CITY.format(name="Holmouth", more=FIRST + " So it was in 2020."), Extractor(pack), date(2024, 1, 5))
    )
    asked, after = rebuilt(tmp_path, changed, pack)
    assert sorted(asked) == ["city-1.txt", "mill-1.txt", "mill-3.txt", "tonnes-1.txt"]  # they share most of their names
    assert after == ledger_of(changed, pack)
    assert rebuilt(tmp_path, readings, pack) == ([], before)


def test_what_is_remembered_of_facts_of_several_events_changes_nothing(readings: list[Reading], pack: RulePack, tmp_path: Path) -> None:
    twice = [*readings, reading("city-3.txt", CITY.format(name="Holmouth", more=SECOND.replace("Tom Reed", "Una Pike")), Extractor(pack))]
    for told in (readings, twice, readings, twice[::-1], [one for one in twice if one.document.article != "city-1.txt"]):
        assert rebuilt(tmp_path, told, pack)[1] == ledger_of(told, pack)


def test_facts_of_several_events_are_not_weighed_again(
    readings: list[Reading], pack: RulePack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, before = rebuilt(tmp_path, readings, pack)
    monkeypatch.setattr("ledger.reconcile.event.ReconciledEvent.groups_of", None)

    def checked(corpus: Corpus, rules: RulePack, checks: Sequence[Check], measure: Measure) -> tuple[Flag, ...]:
        assert not corpus.claims or {check.scope for check in checks} == {"corpus"}
        return run_checks(corpus, rules, checks, measure)

    monkeypatch.setattr("ledger.reconcile.whole.run_checks", checked)
    more = reading("garden.txt", "Roses in Umber\n\nThe Umber gardeners planted 41 roses, Umber park said.\n", Extractor(pack))
    asked, after = rebuilt(tmp_path, [*readings, more], pack)
    assert asked == ["garden.txt"]
    assert len(after.facts) == len(before.facts) + 1


def test_a_new_rate_is_told_only_to_events_with_two_currencies(readings: list[Reading], pack: RulePack, tmp_path: Path) -> None:
    rebuilt(tmp_path, readings, pack)
    fresh = MONEY.format(name="Selford", who="Ms Reed", more="").replace("2.6", "2.7")
    asked, _ = rebuilt(tmp_path, [*readings, reading("mill-4.txt", fresh, Extractor(pack), date(2023, 9, 1))], pack)
    assert "mill-4.txt" in asked
    assert len(asked) < len(readings) / 2


def test_an_entry_that_is_no_event_is_made_anew(readings: list[Reading], pack: RulePack, tmp_path: Path) -> None:
    _, before = rebuilt(tmp_path, readings[-7:], pack)
    cache = ExtractionCache(tmp_path, pack.digest, "program")
    real = cache.read
    cache.read = lambda key: b"\x00\x00\x00\x01no event" if real(key) else None  # type: ignore[method-assign]
    engine = Counted()
    assert ledger_of(readings[-7:], pack, Means(engine, cache)) == before
    assert len(engine.asked) == 7


def test_processes_reconcile_as_one_does(readings: list[Reading], pack: RulePack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ledger.reconcile.whole.TOGETHER", 5_000)
    assert ledger_of(readings, pack, Means(LocalPool(2))) == ledger_of(readings, pack)


def test_an_event_that_kills_its_process_is_named(readings: list[Reading], pack: RulePack) -> None:
    with pytest.raises(LedgerError, match=r"city-1\.txt.*died.*--jobs 1"):
        list(LocalPool(1).run([Batch((0,), (Deadly(readings[-7]),), deadly_work)], pack_rules(pack)))


class Deadly(EventTask):
    """A task whose worker ends without a word."""

    def __init__(self, one: Reading) -> None:
        super().__init__((one.document.article,), (), (), (), 1)


def deadly_work(items: Sequence[EventTask], rules: Rules) -> list[bytes]:
    """Ends the process for any item."""
    import os

    return [os._exit(1) for _ in items] if items else []


def test_an_event_gives_the_same_bytes_whatever_was_done_before(readings: list[Reading], pack: RulePack) -> None:
    tasks = list(make_tasks(readings))
    bench, other = make_bench(pack), make_bench(pack)
    first = [reconcile_event(one, bench) for one in tasks]
    assert [reconcile_event(one, other) for one in reversed(tasks)][::-1] == first
    assert task.unpack_rows(task.pack_rows([])) == []
    assert task.unpack_rows(task.pack_rows([b"a,b\n", b"", b"c\n"])) == [b"a,b\n", b"", b"c\n"]


def make_tasks(readings: Sequence[Reading]) -> Iterator[EventTask]:
    for one in packed(readings[:12]):
        yield EventTask((one.head.article.article,), (one.body,), (), (), 2)
