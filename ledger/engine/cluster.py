"""Batches of sources on a Dask cluster that is there already: the same function that the local pool runs, on other machines.

Nothing here plays scheduler. The rules travel once to each worker; a batch goes to a worker only if that runs the same program.
What a dead worker had in hand Dask gives to another.
"""

from __future__ import annotations

import logging
import warnings
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ledger.engine.cache import program_digest
from ledger.engine.pool import AHEAD, UNCHANGED, Batch, Work, lost
from ledger.engine.work import Rules
from ledger.errors import LedgerError

if TYPE_CHECKING:
    from distributed import Client, Future

CONNECT_SECONDS = 10
"""How long a scheduler, and then a first worker, is waited for."""
_LOOK_SECONDS = 1.0
"""How often a wait for a result looks whether the scheduler is still there."""


class OtherProgramError(RuntimeError):
    """A worker runs another version of the program than the build."""


@lru_cache(maxsize=1)
def own_code() -> str:
    """The digest of the program in this process, worked out once."""
    return program_digest()


def work_there(work: Work, items: Sequence[Any], rules: Rules, code: str) -> list[bytes]:
    """The work of a batch, on a worker that runs the program of the build; raises OtherProgramError on another."""
    if own_code() != code:
        raise OtherProgramError(f"{own_code()[:12]}, not {code[:12]}")
    return work(items, rules)


def as_given(rules: Rules) -> Rules:
    """The rules: a task of their own, so that they travel once a worker and come again where the worker that had them is gone."""
    return rules


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers of a Dask scheduler, by its address (tcp://host:8786)."""

    address: str

    def run(self, batches: Iterable[Batch], rules: Rules) -> Iterator[tuple[Batch, Sequence[bytes]]]:
        """Each batch with its outcomes, in the order of the batches. Raises LedgerError where the cluster fails the build."""
        with _quiet(), self._connected() as client:
            given = client.submit(as_given, rules, key=f"factledger-rules-{rules.digest[:16]}")
            places = AHEAD * max(1, sum(client.nthreads().values()))
            waiting = iter(batches)
            under_way: deque[tuple[Batch, Future]] = deque()
            while True:
                while len(under_way) < places and (batch := next(waiting, None)) is not None:
                    under_way.append((batch, self._submit(client, batch, given)))
                if not under_way:
                    return
                batch, future = under_way.popleft()
                yield batch, self._outcomes(client, batch, future, given)

    @contextmanager
    def _connected(self) -> Iterator[Client]:
        try:
            from distributed import Client
        except ImportError as error:
            todo = 'Install it: pip install "fact-ledger[cluster]"'
            raise LedgerError("--scheduler", f"Dask is not installed ({error})", todo) from error
        client = None
        try:
            client = Client(self.address, timeout=CONNECT_SECONDS, set_as_default=False)
            client.wait_for_workers(1, timeout=CONNECT_SECONDS)
        except (OSError, ValueError, TypeError, RuntimeError) as error:
            if client is not None:
                client.close(timeout=1)
                raise self._error("the scheduler has no workers", "Start some: dask worker ADDRESS.") from error
            raise self._error("no Dask scheduler answers there", "Check the address, as in tcp://host:8786.") from error
        try:
            yield client
        finally:
            client.close(timeout=1)

    def _submit(self, client: Client, batch: Batch, given: Future) -> Future:
        try:
            return client.submit(work_there, batch.work, batch.items, given, own_code(), pure=False)
        except Exception as error:
            raise self._gone(error) from error

    def _outcomes(self, client: Client, batch: Batch, future: Future, given: Future) -> Sequence[bytes]:
        """The outcomes of a batch; one by one where one of its items kills the workers it comes to."""
        from distributed import KilledWorker

        try:
            return self._wait(client, future)
        except KilledWorker:
            pass
        found: list[bytes] = []
        for item in batch.items:
            try:
                found += self._wait(client, self._submit(client, replace(batch, items=(item,)), given))
            except KilledWorker:
                found.append(lost(item))
        return found

    def _wait(self, client: Client, future: Future) -> Sequence[bytes]:
        """The result of a future, looking now and then whether the scheduler is still there."""
        from distributed import KilledWorker

        while True:
            try:
                outcomes: Sequence[bytes] = future.result(timeout=_LOOK_SECONDS)
                return outcomes
            except TimeoutError:
                if client.status != "running":
                    raise self._gone(None) from None
            except KilledWorker:
                raise
            except OtherProgramError as error:
                found = f"a worker runs another version of factledger or of its libraries ({error})"
                raise self._error(found, "Install the same version on every worker.") from error
            except ImportError as error:
                raise self._error(f"a worker cannot run factledger ({error})", "Install it on every worker.") from error
            except Exception as error:
                raise self._gone(error) from error

    def _gone(self, error: Exception | None) -> LedgerError:
        why = f" ({type(error).__name__})" if error is not None else ""
        return self._error(f"the cluster was lost in the middle of the build{why}", "Run the command again when it is back.")

    def _error(self, found: str, todo: str) -> LedgerError:
        return LedgerError(f"--scheduler {self.address}", found, f"{todo} {UNCHANGED}")


@contextmanager
def _quiet() -> Iterator[None]:
    """Without Dask's own lines on standard error: what matters of them is told as an error of ours."""
    logger = logging.getLogger("distributed")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)
