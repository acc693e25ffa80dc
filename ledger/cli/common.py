"""What the commands share: exit codes, options, notices on standard error."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from ledger.errors import Notice

FINDINGS, USAGE, UNREAD, INTERRUPTED, PIPE_CLOSED = 1, 2, 3, 130, 141
"""Exit codes beside 0, the same for every command; the last two are what shells expect."""
LEVELS = ("error", "warning", "never")

rules_option = click.option(
    "--rules",
    "rules",
    multiple=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Rules of your own, laid over the built-in ones.",
)
ledger_option = click.option(
    "--ledger", "folder", required=True, metavar="DIR", type=click.Path(path_type=Path), help="The ledger folder that `build` wrote."
)


def show_notices(notices: Iterable[Notice]) -> None:
    """Notices on standard error, those of unread inputs first."""
    for notice in sorted(notices, key=lambda one: (not one.unread, str(one))):
        click.echo(f"{'unread' if notice.unread else 'note'}: {sentence(str(notice))}", err=True)


def sentence(text: str) -> str:
    """The text with a full stop, where nothing ends it."""
    return text if text.endswith((".", "!", "?")) else f"{text}."
