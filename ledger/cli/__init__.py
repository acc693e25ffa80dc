"""factledger on the command line: parse, call one function, print, exit. Imports wait until a command needs them."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from ledger.cli.building import build, extract
from ledger.cli.common import INTERRUPTED, PIPE_CLOSED, USAGE, sentence
from ledger.cli.desk import serve
from ledger.cli.drafts import check
from ledger.cli.packs import init, rules
from ledger.cli.reading import diff, explain, export
from ledger.cli.reviews import review, textconv
from ledger.errors import LedgerError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="fact-ledger", prog_name="factledger")
def cli() -> None:
    """Every numeric claim of a folder of articles, reconciled into facts and flagged where they do not fit.

    \b
    Exit codes: 0 clean; 1 findings at the fail level, a stale ledger, a failed rule example;
    2 bad usage or rules; 3 some inputs could not be read (the others were done).
    """


for _command in (build, check, diff, explain, export, extract, init, review, rules, serve, textconv):
    cli.add_command(_command)


def main(arguments: Sequence[str] | None = None) -> None:
    """The console script: runs a command and exits with the contract's code, whatever happened."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that a polite kill cleans up as Ctrl-C does
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # UTF-8 and LF on every system; half a surrogate pair is written as its escape
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        code = _close_quietly()
    sys.exit(code)


def _run(arguments: Sequence[str] | None) -> int:
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        from ledger.layout.settings import default_options

        # not cli.main, which answers a closed pipe with the exit code for findings
        with cli.make_context("factledger", given, default_map=default_options(Path())) as context:
            cli.invoke(context)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    except click.ClickException as error:
        error.show()
        return USAGE
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("factledger: stopped; nothing was changed.", err=True)
        return INTERRUPTED
    except LedgerError as error:
        click.echo(f"factledger: {sentence(str(error))}", err=True)
        return error.exit_code
    except BrokenPipeError:
        raise
    except Exception as error:
        return _report_bug(error)
    return 0


def _close_quietly() -> int:
    """The reader of a pipe has gone (`| head`): say nothing, and keep the interpreter from saying it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return PIPE_CLOSED


def _report_bug(error: Exception) -> int:
    if os.environ.get("FACTLEDGER_DEBUG"):
        raise error
    click.echo(
        f"factledger: this is a bug in factledger, not in your articles ({type(error).__name__}: {error}). "
        "Please report it with the command you ran; FACTLEDGER_DEBUG=1 shows where it happened.",
        err=True,
    )
    return USAGE
