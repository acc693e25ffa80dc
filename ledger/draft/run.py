"""One run of `check`: settings, ledger and drafts in, a check a draft out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ledger.draft.baseline import read_baseline, tell_stale, write_baseline
from ledger.draft.check import Checker, Wishes, check_draft, make_checker
from ledger.draft.index import open_ledger
from ledger.draft.marks import DraftCheck
from ledger.draft.read import SENTENCE, Draft, make_draft, read_drafts
from ledger.draft.settings import CheckSettings
from ledger.errors import LedgerError, Notice
from ledger.pack import load_pack
from ledger.sources import SourceRules, make_source_rules
from ledger.store.collector import unwatched

DEFAULT_LEDGER = "reports"


@dataclass(frozen=True, slots=True)
class CheckRun:
    """What a run gives: a check a draft, in the order given, and what a person should know."""

    checks: tuple[DraftCheck, ...]
    notices: tuple[Notice, ...]
    ledger: str

    @property
    def unread(self) -> int:
        """How many drafts could not be read."""
        return sum(notice.unread for notice in self.notices)


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for; what it leaves open the settings file says."""

    paths: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    ledger: Path | None = None
    rules: tuple[Path, ...] = ()
    today: date | None = None
    baseline: Path | None = None
    write_baseline: Path | None = None


def make_request(
    *,
    drafts: Sequence[str],
    sentences: Sequence[str],
    folder: Path | None,
    rules: Sequence[Path],
    today: datetime | None,
    baseline: Path | None,
    write_baseline: Path | None,
) -> Request:
    """The request of a command line, its values as they were parsed."""
    return Request(tuple(drafts), tuple(sentences), folder, tuple(rules), today.date() if today else None, baseline, write_baseline)


def run_check(request: Request, settings: CheckSettings) -> CheckRun:
    """Checks every draft of the request. Raises LedgerError where nothing can be checked: no draft, no ledger, a broken rule pack."""
    if not request.paths and not request.sentences:
        raise LedgerError("check", "there is no draft", 'Give a file, - for standard input, or -e "a sentence"')
    pack = load_pack(request.rules or tuple(Path(one) for one in settings.rules))
    folder = request.ledger or Path(settings.ledger or DEFAULT_LEDGER)
    known = request.baseline or (Path(settings.baseline) if settings.baseline else None)
    entries = read_baseline(known) if known and not request.write_baseline else frozenset()
    wishes = Wishes(ignore=settings.ignore, baseline=entries, today=request.today)
    with unwatched():
        checker = make_checker(pack, open_ledger(folder))
        checks, notices = _check_all(request, make_source_rules(pack), checker, wishes)
    every = [finding for check in checks for finding in (*check.findings, *check.hushed)]
    if request.write_baseline:
        write_baseline((finding for check in checks for finding in check.findings), request.write_baseline)
    elif known is not None:
        notices += tell_stale(entries, every, known)
    return CheckRun(tuple(checks), tuple(notices), str(folder))


def _check_all(request: Request, rules: SourceRules, checker: Checker, wishes: Wishes) -> tuple[list[DraftCheck], list[Notice]]:
    checks: list[DraftCheck] = []
    notices: list[Notice] = []
    for found in _drafts(request, rules):
        if isinstance(found, Notice):
            notices.append(found)
        else:
            checks.append(check_draft(found, checker, wishes))
            notices += checks[-1].notices
    return checks, notices


def _drafts(request: Request, rules: SourceRules) -> Iterator[Draft | Notice]:
    for number, text in enumerate(request.sentences, start=1):
        name = SENTENCE if len(request.sentences) == 1 else f"{SENTENCE} {number}"
        if text.strip():
            yield make_draft(text, name, rules)
        else:
            yield Notice(name, "the sentence is empty", 'Give one: -e "Vietnam signed 350 agreements in 2025"', unread=True)
    yield from read_drafts(request.paths, rules)
