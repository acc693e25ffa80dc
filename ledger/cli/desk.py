"""The editor's desk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from ledger.cli.common import rules_option

_PORT = 8350


@click.command()
@click.option(
    "--ledger", "folder", default="reports", show_default=True, metavar="DIR", type=click.Path(path_type=Path), help="What `build` wrote."
)
@click.option("--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, help="0 takes any port that is free.")
@click.option("--open", "browser", is_flag=True, help="Open it in the browser, too.")
@rules_option
def serve(folder: Path, port: int, browser: bool, rules: Sequence[Path]) -> None:
    """The editor's desk: check a draft, look a figure up, copy its source, on a web page of this machine.

    Only this machine can reach it, and it asks nobody else for anything. Ctrl-C closes it.
    """
    from ledger.desk.serving import serve as serve_desk

    serve_desk(folder, port=port, rules=rules, browser=browser, say=click.echo)
