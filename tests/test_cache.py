"""The cache of extractions: asked first, never believed blindly, never in the way."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from ledger.engine import cache as caching
from ledger.engine.cache import FILE, ExtractionCache
from ledger.engine.extraction import extract_all
from ledger.engine.packed import Packed
from ledger.engine.pool import Serial, silent
from ledger.engine.work import Rules, make_rules
from ledger.errors import Notice
from ledger.pack import load_pack
from ledger.sources import Source

HARBOUR = Source("harbour.txt", ".txt", b"The harbour took in 420 ships in 2025, 12 percent more than in 2024.\n")
SCHOOL = Source("school.txt", ".txt", b"The school has 310 pupils and 24 teachers.\n")
EMPTY = Source("empty.txt", ".txt", b" \n")


@pytest.fixture(scope="module")
def rules() -> Rules:
    return make_rules(load_pack())


class Counted(Serial):
    """An engine that counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def run(self, batches, rules):  # type: ignore[no-untyped-def]
        for batch in batches:
            self.asked += [source.article for source in batch.items]
            yield from super().run([batch], rules)


def asked(folder: Path, sources: list[Source], rules: Rules, seed: str = "rules") -> tuple[list[str], list[Packed | Notice]]:
    cache, engine = ExtractionCache(folder, seed), Counted()
    found = extract_all(sources, len(sources), rules, engine, cache, silent)
    cache.close()
    return engine.asked, found


def test_what_an_earlier_build_extracted_is_not_extracted_again(tmp_path: Path, rules: Rules) -> None:
    first = asked(tmp_path, [HARBOUR, SCHOOL], rules)
    assert first[0] == ["harbour.txt", "school.txt"]
    assert asked(tmp_path, [HARBOUR, SCHOOL], rules) == ([], first[1])


def test_a_changed_article_alone_is_extracted(tmp_path: Path, rules: Rules) -> None:
    asked(tmp_path, [HARBOUR, SCHOOL], rules)
    changed = Source("school.txt", ".txt", SCHOOL.content.replace(b"310", b"311"))
    assert asked(tmp_path, [HARBOUR, changed], rules)[0] == ["school.txt"]


def test_other_rules_another_name_or_another_program_know_nothing(tmp_path: Path, rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(tmp_path, [HARBOUR], rules)
    assert asked(tmp_path, [HARBOUR], rules, "other rules")[0] == ["harbour.txt"]
    assert asked(tmp_path, [Source("port.txt", ".txt", HARBOUR.content)], rules)[0] == ["port.txt"]
    monkeypatch.setattr(caching, "code_digest", lambda: "another program")
    assert asked(tmp_path, [HARBOUR], rules)[0] == ["harbour.txt"]


def test_what_could_not_be_read_is_tried_again(tmp_path: Path, rules: Rules) -> None:
    assert asked(tmp_path, [EMPTY], rules)[0] == ["empty.txt"]
    assert asked(tmp_path, [EMPTY], rules)[0] == ["empty.txt"]


@pytest.mark.parametrize("body", [b"", b"12345678 and something that was never written", "text", None])
def test_a_spoilt_entry_is_made_anew(body: object, tmp_path: Path, rules: Rules) -> None:
    first = asked(tmp_path, [HARBOUR, SCHOOL], rules)[1]
    key = ExtractionCache(tmp_path, "rules").key(SCHOOL)
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("UPDATE entry SET body = coalesce(?, x'00') WHERE key = ?", (body, key))
    database.close()
    assert asked(tmp_path, [HARBOUR, SCHOOL], rules) == (["school.txt"], first)
    assert asked(tmp_path, [HARBOUR, SCHOOL], rules) == ([], first)


@pytest.mark.parametrize("content", [b"", b"no database at all, but longer than any header of a file would be" * 20])
def test_a_file_that_is_no_database_is_made_anew(content: bytes, tmp_path: Path, rules: Rules) -> None:
    first = asked(tmp_path, [HARBOUR], rules)[1]
    (tmp_path / FILE).write_bytes(content)
    assert asked(tmp_path, [HARBOUR], rules) == (["harbour.txt"], first)
    assert asked(tmp_path, [HARBOUR], rules) == ([], first)


def test_a_database_of_another_make_is_made_anew(tmp_path: Path, rules: Rules) -> None:
    with sqlite3.connect(tmp_path / FILE) as database:
        database.execute("CREATE TABLE entry (name TEXT)")
    database.close()
    asked(tmp_path, [HARBOUR], rules)
    assert asked(tmp_path, [HARBOUR], rules)[0] == []


def test_two_builds_at_once_share_it(tmp_path: Path, rules: Rules) -> None:
    one, other = ExtractionCache(tmp_path, "rules"), ExtractionCache(tmp_path, "rules")
    one.write([(one.key(HARBOUR), b"first")])
    other.write([(other.key(SCHOOL), b"second"), (other.key(HARBOUR), b"first")])
    assert (other.read(one.key(HARBOUR)), one.read(one.key(SCHOOL))) == (b"first", b"second")
    one.close()
    assert other.read(one.key(HARBOUR)) == b"first"
    other.close()


def test_a_build_that_finds_it_locked_goes_without(tmp_path: Path, rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "_PATIENCE", 0.05)
    ExtractionCache(tmp_path, "rules").close()
    held = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    held.execute("PRAGMA locking_mode = EXCLUSIVE")
    held.execute("BEGIN EXCLUSIVE")
    try:
        assert asked(tmp_path, [HARBOUR], rules)[0] == ["harbour.txt"]
    finally:
        held.execute("ROLLBACK")
        held.close()
    assert (tmp_path / FILE).stat().st_size > 0


def test_a_folder_that_cannot_be_written_is_left_alone(tmp_path: Path, rules: Rules) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert asked(tmp_path / "file" / "cache", [HARBOUR], rules)[0] == ["harbour.txt"]
    assert (tmp_path / "file").read_text(encoding="utf-8") == "in the way"


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "MOST_BYTES", 40_000)
    days = iter((100, 200, 300, 400))
    monkeypatch.setattr("ledger.engine.cache.time.time", lambda: next(days) * 86_400)
    for key in (b"old", b"used", b"new"):
        cache = ExtractionCache(tmp_path, "rules")
        cache.write([(key, key * 4_000)])
        if key == b"new":
            assert cache.read(b"used") == b"used" * 4_000
        cache.close()
    cache = ExtractionCache(tmp_path, "rules")
    assert [cache.read(key) is not None for key in (b"old", b"used", b"new")] == [False, True, True]
    cache.close()
