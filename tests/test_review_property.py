"""Random edits, imports, rebuilds and article changes: no word that a person wrote disappears."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.model import Claim, Ledger
from ledger.report.workbook import workbook_cells
from ledger.report.workbook.arrange import arrange
from ledger.report.workbook.handed import meta_grid
from ledger.report.workbook.sheets import make_grids
from ledger.review.binding import settle
from ledger.review.cells import marks
from ledger.review.merge import merge_workbook
from ledger.review.returned import Handed, ReturnedRow, ReturnedWorkbook
from ledger.review.terms import FIELDS, HEADERS, STATUSES
from ledger.store import Review
from ledger.store.reviews import LogLine
from samples import sample_ledger

TYPED = ["Checked value", "Source", "Note", "Checked on", "Disagreement"]
MACHINE = ["Value", "Sentence"]
CLAIMS = sample_ledger().claims[:2]
Copy = dict[str, dict[str, str]]


class World:
    """A ledger of a few claims, its reviews, and the copies of its workbook that people have on their desks."""

    def __init__(self) -> None:
        self.claims: list[Claim] = list(CLAIMS)
        self.reviews: tuple[Review, ...] = ()
        self.log: list[LogLine] = []
        self.copies: list[tuple[ReturnedWorkbook, Copy]] = []
        self.words: set[str] = set()

    @property
    def ledger(self) -> Ledger:
        return Ledger(sample_ledger().articles, tuple(sorted(self.claims, key=lambda claim: claim.claim_id)), (), (), ())

    def hand_out(self) -> None:
        cells = workbook_cells(self.ledger, self.reviews)
        reviews = {review.id: review for review in self.reviews}
        handed, rows, copy = {}, [], {}
        columns = list(cells.shown("Claims", self.claims[0].claim_id)) if self.claims else []
        for claim in self.claims:
            review = reviews.get(claim.claim_id, Review(claim.claim_id))
            shown = cells.shown("Claims", claim.claim_id)
            fields = {field: getattr(review, field) for field in FIELDS if getattr(review, field)}
            told = {**fields, "binding": review.binding, "old_status": review.old_status} if fields else {}
            handed["Claims", claim.claim_id] = Handed(marks(shown.values()), settle([Review(claim.claim_id)], [claim])[0].binding, told)
            copy[claim.claim_id] = {**shown, **{header: getattr(review, field) for field, header in HEADERS.items()}}
            copy[claim.claim_id]["Status"] = review.status or "New"
            rows.append(claim.claim_id)
        book = ReturnedWorkbook(f"copy{len(self.copies)}.xlsx", (), handed, {"Claims": columns})
        self.copies.append((book, copy))

    def type_in(self, at: int, claim: int, header: str, word: str) -> None:
        if not self.copies:
            return
        _, copy = self.copies[at % len(self.copies)]
        if not copy:
            return
        cells = copy[list(copy)[claim % len(copy)]]
        old = cells.get(header, "")
        self.words -= {one for one in self.words if one in old.split()}  # who types over their own cell means it
        self.words |= set(self._kept())
        cells[header] = f"{old}\n{word}" if header in ("Note", "Disagreement") and old else word
        self.words |= {word} | ({one for one in old.split() if one in cells[header].split() and one.startswith("w")})

    def _kept(self) -> set[str]:
        told = " ".join(text for review in self.reviews for text in dataclasses.astuple(review))
        return {word for word in told.split() if word.startswith("w") and word[1:].isdecimal()}

    def bring_home(self, at: int) -> None:
        if not self.copies:
            return
        book, copy = self.copies[at % len(self.copies)]
        rows = tuple(ReturnedRow("Claims", number, claim_id, cells) for number, (claim_id, cells) in enumerate(copy.items(), start=2))
        cells = workbook_cells(self.ledger, self.reviews)
        merge = merge_workbook(dataclasses.replace(book, rows=rows), self.reviews, self.ledger.claims, cells.shown, cells.claim_of)
        self.reviews, self.log = merge.reviews, [*self.log, *merge.log]

    def rebuild(self, claim: int, change: str) -> None:
        at = claim % len(CLAIMS)
        known = {one.claim_id for one in self.claims}
        if change == "drop":
            self.claims = [one for one in self.claims if one.claim_id != CLAIMS[at].claim_id]
        elif change == "restore" and CLAIMS[at].claim_id not in known:
            self.claims.append(CLAIMS[at])
        elif change == "figure":
            self.claims = [dataclasses.replace(one, value=(one.value or Decimal()) + 1) if one.claim_id == CLAIMS[at].claim_id else one
                           for one in self.claims]  # fmt: skip
        elif change == "rename":
            other = f"C-renamed{at:05}"
            self.claims = [dataclasses.replace(one, claim_id=other) if one.claim_id == CLAIMS[at].claim_id and other not in known else one
                           for one in self.claims]  # fmt: skip
        self.reviews = settle(self.reviews, self.ledger.claims)


numbers = st.integers(0, 2)
steps = st.one_of(
    st.tuples(st.just("hand out")),
    st.tuples(st.just("type"), numbers, numbers, st.sampled_from([*TYPED, *MACHINE])),
    st.tuples(st.just("status"), numbers, numbers, st.sampled_from([name for name, _ in STATUSES])),
    st.tuples(st.just("home"), numbers),
    st.tuples(st.just("rebuild"), numbers, st.sampled_from(["drop", "restore", "figure", "rename"])),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(steps, min_size=5, max_size=25))
def test_no_word_that_a_person_wrote_disappears(given_steps: list[tuple[str, ...]]) -> None:
    world = World()
    for _ in range(2):
        world.hand_out()
    for number, step in enumerate(given_steps):
        match step:
            case ("hand out",):
                world.hand_out()
            case ("type", at, claim, header):
                world.type_in(int(at), int(claim), header, f"w{number}")
            case ("status", at, claim, status):
                _, copy = world.copies[int(at) % len(world.copies)]
                if copy:
                    copy[list(copy)[int(claim) % len(copy)]]["Status"] = status
            case ("home", at):
                world.bring_home(int(at))
            case ("rebuild", claim, change):
                world.rebuild(int(claim), change)
    for at in range(len(world.copies)):
        world.bring_home(at)
    for _ in range(2):
        world.reviews = settle(world.reviews, world.ledger.claims)
    told = " ".join(text for record in (*world.reviews, *world.log) for text in dataclasses.astuple(record))
    assert {word for word in world.words if word not in told.split() and f"{word})" not in told.split()} == set()
    assert len({review.id for review in world.reviews}) == len(world.reviews)


@given(st.lists(st.builds(Review, st.sampled_from(["C-1", CLAIMS[0].claim_id, "N-1"]), st.sampled_from(["", "Confirmed", "Stale"]),
                          note=st.text(max_size=5), binding=st.sampled_from(["", "x"])), max_size=5))  # fmt: skip
def test_settling_twice_is_settling_once(reviews: list[Review]) -> None:
    once = settle(reviews, CLAIMS)
    assert settle(once, CLAIMS) == once


def test_what_is_handed_out_in_the_test_is_what_the_workbook_carries() -> None:
    ledger = dataclasses.replace(sample_ledger(), claims=CLAIMS, facts=(), flags=(), rates=())
    grids = make_grids(arrange(ledger, [Review(CLAIMS[0].claim_id, "Confirmed", note="w1")]))
    shown = workbook_cells(ledger).shown("Claims", CLAIMS[0].claim_id)
    rows = {row.value: row for row in meta_grid(ledger, grids, {}).rows if row.key == "Claims"}
    assert '"status": "Confirmed", "note": "w1"' in rows[CLAIMS[0].claim_id].review
    assert len(marks(shown.values())) == 2 * len(shown)
