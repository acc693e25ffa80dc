"""Extraction of many sources: every engine gives the same, nothing a process does costs another article, an interrupt costs nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from bench.newsroom import make_newsroom, write_newsroom
from ledger.engine import extraction
from ledger.engine.extraction import extract_all
from ledger.engine.packed import Memo, Packed, Reading, pack_outcomes, unpack_outcomes
from ledger.engine.pool import Engine, LocalPool, Serial, silent
from ledger.engine.work import Rules, compiled, extract_source, extraction_digest, make_rules
from ledger.errors import LedgerError, Notice
from ledger.extract import Extractor
from ledger.model import Document, Extraction
from ledger.pack import load_pack
from ledger.sources import Source
from samples import sample_ledger


@pytest.fixture(scope="module")
def rules() -> Rules:
    return make_rules(load_pack())


def newsroom(count: int) -> list[Source]:
    return [Source(story.name, ".txt", story.text.encode()) for story in make_newsroom(count)]


def extracted(sources: list[Source], rules: Rules, engine: Engine | None) -> list[Packed | Notice]:
    return extract_all(sources, len(sources), rules, engine, None, silent)


def test_what_was_read_is_packed_and_unpacked_whole(rules: Rules) -> None:
    bench = compiled(rules)
    outcomes = [extract_source(source, bench.extractor, bench.sources) for source in newsroom(6)]
    assert sum(len(one.extraction.claims) for one in outcomes if isinstance(one, Reading)) > 30
    outcomes.append(Notice("a.txt", "is half \ud83d a letter", "Look", unread=True))
    memo = Memo()
    assert [unpack_outcomes(pack_outcomes((one,)), memo) for one in outcomes] == [(one,) for one in outcomes]
    assert unpack_outcomes(pack_outcomes(outcomes), memo) == tuple(outcomes)


def test_every_field_of_a_claim_survives() -> None:
    ledger = sample_ledger()
    document = Document("a.txt", "text")
    reading = Reading(document, Extraction(ledger.articles[0], ledger.claims, ledger.uncounted))
    assert unpack_outcomes(pack_outcomes((reading,)), Memo()) == (reading,)
    assert pack_outcomes((reading,)) == pack_outcomes(unpack_outcomes(pack_outcomes((reading,)), Memo()))


def test_the_digest_of_what_extracts_leaves_checks_and_linking_out() -> None:
    pack = load_pack()
    same = replace(pack, digest="another", checks={}, link={})
    assert extraction_digest(same) == extraction_digest(pack)
    kind = next(kind for kind in pack.rules if len(pack.rules[kind]) > 1)
    turned = replace(pack, rules={**pack.rules, kind: pack.rules[kind][::-1]})
    own = replace(pack, rules={**pack.rules, kind: tuple(replace(rule, own=True) for rule in pack.rules[kind])})
    units = replace(pack, units_text=pack.units_text + "\nfurlong_2 = 201 meter")
    assert len({extraction_digest(one) for one in (pack, turned, own, units)}) == 4


@pytest.mark.parametrize("bytes_", [b"", b"no deflate", b"x\x9c\x03\x00\x00\x00\x00\x01"])
def test_bytes_that_are_no_outcome_are_told_as_such(bytes_: bytes) -> None:
    with pytest.raises(ValueError, match="no packed outcome"):
        unpack_outcomes(bytes_, Memo())


def test_a_pool_gives_what_one_process_gives_in_the_same_order(rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "BATCH", 4_000)
    sources = newsroom(20)
    assert extracted(sources, rules, LocalPool(2)) == extracted(sources, rules, Serial())


def test_little_text_starts_no_processes(rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise AssertionError("a pool was started")

    monkeypatch.setattr(LocalPool, "run", fail)
    assert len(extracted(newsroom(3), rules, None)) == 3


def test_much_text_is_given_to_a_pool(rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "BATCH", 2_000)
    monkeypatch.setattr(extraction, "WORTH_A_POOL", 6_000)
    monkeypatch.setattr(extraction, "processors", lambda: 3)
    asked: list[int] = []

    def run(self: LocalPool, *arguments: object) -> object:
        asked.append(self.jobs)
        return Serial().run(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(LocalPool, "run", run)
    assert extracted(newsroom(12), rules, None) == extracted(newsroom(12), rules, Serial())
    assert asked == [3]


def test_a_pool_is_fed_no_faster_than_it_works(rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "BATCH", 1)
    most, done = 0, 0

    def progress(stage: str, so_far: int, total: int) -> None:
        nonlocal done
        done = so_far

    def feed() -> list[Source]:
        nonlocal most
        for number, source in enumerate(newsroom(16)):
            most = max(most, number - done)
            yield source

    extract_all(feed(), 16, rules, LocalPool(1), None, progress)
    assert done == 16
    assert most <= 4


def test_an_article_that_breaks_the_extractor_is_a_notice_and_the_others_are_done(rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Extractor.extract
    sources = newsroom(3)

    def extract(self: Extractor, document: Document, *, fingerprint: bool = True) -> Extraction:
        if document.article == sources[1].article:
            raise ZeroDivisionError("by nought")
        return real(self, document, fingerprint=fingerprint)

    monkeypatch.setattr(Extractor, "extract", extract)
    monkeypatch.delenv("FACTLEDGER_DEBUG", raising=False)
    first, broken, last = extracted(sources, rules, Serial())
    assert isinstance(first, Packed)
    assert isinstance(last, Packed)
    assert isinstance(broken, Notice)
    assert (broken.where, broken.unread) == (sources[1].article, True)
    assert broken.found == "extraction broke down (ZeroDivisionError: by nought)"


DEADLY = """
import os, sys
from ledger.engine import extraction, work
from ledger.sources import Source

class Deadly(bytes):
    def __reduce__(self):
        return (os._exit, (9,))

def main():
    from bench.newsroom import make_newsroom
    from ledger.pack import load_pack
    extraction.BATCH = 6000
    sources = [Source(one.name, ".txt", one.text.encode()) for one in make_newsroom(12)]
    sources[7] = Source("deadly.txt", ".txt", Deadly(b"A text of 12 words."))
    rules = work.make_rules(load_pack())
    found = extraction.extract_all(sources, 12, rules, extraction.LocalPool(2), None, lambda *told: None)
    for one in found:
        print(getattr(one, "where", "read"), getattr(one, "found", ""))

if __name__ == "__main__":
    main()
"""


@pytest.mark.slow
def test_an_article_that_kills_its_process_is_named_and_the_others_are_done(tmp_path: Path) -> None:
    (tmp_path / "deadly.py").write_text(DEADLY, encoding="utf-8")
    done = subprocess.run([sys.executable, tmp_path / "deadly.py"], capture_output=True, text=True, env=around(), timeout=120)
    lines = done.stdout.splitlines()
    assert len(lines) == 12, done.stderr
    assert lines[7] == "deadly.txt the process that read it died, perhaps for want of memory"
    assert [line for line in lines if line != "read "] == [lines[7]]


def test_processes_that_cannot_start_are_told_with_what_to_do(rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ledger.engine.pool._ignore_interrupt", os.abort)
    with pytest.raises(LedgerError, match=r"worker processes die as soon as they start\. Do without them: --jobs 1"):
        extracted(newsroom(2), rules, LocalPool(2))


def around() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).resolve().parent.parent), os.environ.get("PYTHONPATH", "")])}


def heed_interrupts() -> None:
    """What runs in the background of a shell is born deaf to Ctrl-C, and so would its children be."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of a terminal")
def test_an_interrupt_leaves_the_old_ledger_whole_and_no_process_behind(tmp_path: Path) -> None:
    """Ctrl-C at a terminal: the signal reaches the build and all its workers."""
    write_newsroom(tmp_path / "small", 3)
    write_newsroom(tmp_path / "large", 2_000)
    command = [sys.executable, "-m", "ledger", "build", "--out", tmp_path / "out", "--no-cache", "--jobs", "2"]
    assert subprocess.run([*command, tmp_path / "small"], capture_output=True, env=around()).returncode == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    build = subprocess.Popen(
        [*command, tmp_path / "large"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=around(), start_new_session=True,
        preexec_fn=heed_interrupts,  # noqa: PLW1509 - the tests start no threads
    )  # fmt: skip
    time.sleep(3)
    os.killpg(build.pid, signal.SIGINT)
    try:
        _, told = build.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        os.killpg(build.pid, signal.SIGKILL)
        raise
    assert (build.returncode, told) == (130, b"factledger: stopped; nothing was changed.\n")
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    assert is_gone(build.pid)


def is_gone(group: int) -> bool:
    """True once no process of a group is left; those that end with their parent take a moment."""
    for _ in range(200):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False
