"""Opens the desk on a port of this machine and keeps it open until Ctrl-C."""

from __future__ import annotations

import errno
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from ledger.desk.room import Room, open_room
from ledger.errors import LedgerError

HOST = "127.0.0.1"
"""The only address: a desk that the network could reach would show a newsroom's drafts to it."""
_SWITCH = 0.001
"""Seconds after which a thread at work gives way: a search must not wait for a check."""


def serve(folder: Path, *, port: int, rules: Sequence[Path] = (), browser: bool = False, say: Callable[[str], None] = print) -> None:
    """Serves the desk of a ledger folder until it is interrupted.

    Raises LedgerError where the extra is not installed, the ledger or the rules cannot be read, or the port is taken.
    """
    _require_extra()
    import uvicorn

    from ledger.desk.app import make_app
    from ledger.desk.guard import hosts_of

    room = open_room(folder, rules)
    with _bind(port) as bound:
        own = bound.getsockname()[1]
        address = f"http://{HOST}:{own}/"
        config = uvicorn.Config(
            make_app(room, hosts_of(own)), log_level="error", server_header=False, date_header=False, timeout_graceful_shutdown=2,
            ws="none",
        )  # fmt: skip
        say(_greeting(room, address))
        if browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        sys.setswitchinterval(_SWITCH)
        with suppress(KeyboardInterrupt):  # uvicorn closes all connections first, and then passes the signal on
            uvicorn.Server(config).run(sockets=[bound])
    say("The desk is closed.")


def _greeting(room: Room, address: str) -> str:
    index = room.shelf().checker.index
    articles = f"{len(index.articles):,} article{'' if len(index.articles) == 1 else 's'}"
    return f"The desk is open: {address}\n{len(index.facts):,} facts from {articles} in {room.folder}. Ctrl-C closes it."


def _require_extra() -> None:
    try:
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError as error:
        raise LedgerError("serve", f"the desk needs {error.name}, which is not installed", "Run: pip install 'fact-ledger[desk]'") from None


def _bind(port: int) -> socket.socket:
    """A listening socket on this machine alone; 0 takes any port that is free."""
    # the protocol is named so that asyncio sends small answers at once: without it each waits 40 ms for the browser's acknowledgement
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":  # there it would let two desks share a port
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((HOST, port))
        bound.listen(128)
    except OSError as error:
        bound.close()
        todo = "Give another with --port, or --port 0 for any that is free"
        if error.errno == errno.EADDRINUSE:
            raise LedgerError(f"port {port}", "another program uses it, perhaps another desk", todo) from None
        raise LedgerError(f"port {port}", f"it cannot be opened ({error.strerror})", todo) from None
    return bound
