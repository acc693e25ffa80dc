"""The room of the desk: the ledger as it stands on disk now, and the drafts that were checked lately."""

from __future__ import annotations

import gc
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ledger.desk.answers import Json
from ledger.desk.catalogue import Catalogue, make_catalogue
from ledger.desk.example import Example, find_example
from ledger.desk.library import Marginalia, read_marginalia
from ledger.draft import Checker, Draft, DraftCheck, check_draft, make_checker, open_ledger
from ledger.errors import LedgerError
from ledger.pack import RulePack, load_pack
from ledger.sources import SourceRules, make_source_rules
from ledger.store.columns import MANIFEST
from ledger.store.csvfile import REBUILD

_KEPT = 16
_RETRY = 1.0
"""Seconds after which a ledger that could not be read is tried again: it may just be being written."""
Stamp = tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Shelf:
    """A ledger that is ready: the checker, and, once they are built, what the search and the panel need."""

    checker: Checker
    revision: int
    catalogue: Catalogue | None = None
    margin: Marginalia = field(default_factory=lambda: Marginalia({}, {}))
    example: Example = field(default_factory=Example)
    hits: dict[str, Json] = field(default_factory=dict, repr=False)
    """Lines of the search that were told before, by fact id."""


class Room:
    """Holds the shelf and keeps it current: when the manifest on disk changes, the ledger is read anew in the background.

    Until the new one is ready, and where it cannot be read, the earlier one serves on; `trouble` then says why.
    """

    def __init__(self, folder: Path, pack: RulePack) -> None:
        self.folder, self.pack = folder, pack
        self.rules: SourceRules = make_source_rules(pack)
        self.trouble: LedgerError | None = None
        self._stamp = self._look()
        self._checking = threading.Lock()
        self._loading: threading.Thread | None = None
        self._next = 0.0
        self._checks: OrderedDict[str, tuple[Shelf, DraftCheck]] = OrderedDict()
        self._shelf = Shelf(make_checker(pack, open_ledger(folder)), 1)
        self._start(self._furnish, self._shelf, self._stamp)

    def shelf(self) -> Shelf:
        """The ledger to answer from now. Looks at the manifest, and begins to read the ledger anew where it has changed."""
        busy = self._loading is not None and self._loading.is_alive()
        if not busy and time.monotonic() >= self._next and self._look() != self._stamp:
            self._start(self._reload)
        return self._shelf

    def settle(self) -> Shelf:
        """The shelf once everything under way is done."""
        while True:
            shelf = self.shelf()
            if self._loading is None or not self._loading.is_alive():
                return shelf
            self._loading.join()

    def check(self, draft: Draft) -> tuple[str, DraftCheck, Shelf]:
        """Checks a draft, one at a time; the number under which `checked` finds it again."""
        shelf = self.shelf()
        with self._checking:
            found = check_draft(draft, shelf.checker)
            number = secrets.token_urlsafe(9)
            self._checks[number] = (shelf, found)
            while len(self._checks) > _KEPT:
                self._checks.popitem(last=False)
        return number, found, shelf

    def checked(self, number: str) -> tuple[Shelf, DraftCheck] | None:
        """A draft that was checked lately, with the ledger it was held against."""
        return self._checks.get(number)

    def _start(self, target: Callable[..., None], *arguments: object) -> None:
        self._loading = threading.Thread(target=target, args=arguments, daemon=True)
        self._loading.start()

    def _look(self) -> Stamp:
        try:
            seen = (self.folder / MANIFEST).stat()
        except OSError:
            return None
        return (seen.st_mtime_ns, seen.st_size, seen.st_ino)

    def _reload(self) -> None:
        """Reads the ledger anew; where that fails the earlier one serves on, and a second later it is tried again."""
        stamp = self._look()
        try:
            checker = replace(self._shelf.checker, index=open_ledger(self.folder))
            self._furnish(Shelf(checker, self._shelf.revision + 1), stamp)
        except LedgerError as error:
            self._fail(error)

    def _furnish(self, opened: Shelf, stamp: Stamp) -> None:
        """Puts a shelf in place with its flags, links, search and example; the slow parts give way to others now and then."""
        try:
            opened = replace(opened, margin=read_marginalia(self.folder, _pause))
            opened = replace(opened, catalogue=make_catalogue(opened.checker.index, _pause))
        except LedgerError as error:
            self._fail(error)
            return
        except (ValueError, IndexError) as error:  # a row that no table of ours has
            self._fail(LedgerError(str(self.folder), f"a row cannot be read ({error})", REBUILD))
            return
        self._shelf, self._stamp, self.trouble = opened, stamp, None
        gc.freeze()  # what stays for good is not looked through again and again: that would hold up a search for half a second
        with self._checking:
            example = find_example(opened.checker, opened.catalogue.ids if opened.catalogue else (), self.rules)
        self._shelf = replace(opened, example=example)

    def _fail(self, error: LedgerError) -> None:
        self.trouble, self._stamp, self._next = error, None, time.monotonic() + _RETRY


def _pause() -> None:
    """Lets waiting threads run: a search must not wait for a ledger that is being read."""
    time.sleep(0)


def open_room(folder: Path, rules: Sequence[Path]) -> Room:
    """The room of a ledger folder; raises LedgerError where it is no ledger, or the rules are broken."""
    return Room(folder, load_pack(rules))
