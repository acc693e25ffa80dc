"""factledger on the command line: parse, call one function, print, exit. Imports wait until a command needs them."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ledger.errors import LedgerError, Notice

if TYPE_CHECKING:
    from ledger.model import Ledger
    from ledger.pipeline import BuildReport

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


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="fact-ledger", prog_name="factledger")
def cli() -> None:
    """Every numeric claim of a folder of articles, reconciled into facts and flagged where they do not fit.

    \b
    Exit codes: 0 clean; 1 findings at the fail level, a stale ledger, a failed rule example;
    2 bad usage or rules; 3 some inputs could not be read (the others were done).
    """


@cli.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--out", default="reports", show_default=True, metavar="DIR", type=click.Path(path_type=Path), help="The ledger folder.")
@rules_option
@click.option("--jobs", type=click.IntRange(min=1), metavar="N", help="Processes; without it one for little text, every core for much.")
@click.option(
    "--fail-level", type=click.Choice(LEVELS), default="never", show_default=True, help="Exit 1 on flags of this severity or above."
)
@click.option("--check", is_flag=True, help="Write nothing; say whether OUT is what the articles give now (exit 1 where not).")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary; notices only.")
def build(paths: Sequence[str], out: Path, rules: Sequence[Path], jobs: int | None, fail_level: str, check: bool, quiet: bool) -> None:
    """Articles into a ledger folder: tables, workbook and page.

    PATH: files or folders of .txt, .md, .html and .jsonl articles, or - for standard input; without one, seeds/.
    """
    from rich.console import Console

    from ledger.pipeline import build as build_ledger
    from ledger.report.terminal import shown_progress

    with shown_progress(Console(stderr=True, quiet=quiet)) as progress:
        report = build_ledger(paths or ("seeds",), out, rules=rules, jobs=jobs, check=check, progress=progress)
    _show_notices(report.notices)
    _show_build(report, out, check=check, quiet=quiet)
    if report.unread:
        sys.exit(UNREAD)
    if report.differences or _reaches(report.ledger, fail_level):
        sys.exit(FINDINGS)


def _show_build(report: BuildReport, out: Path, *, check: bool, quiet: bool) -> None:
    if check:
        _show_differences(report.differences, out, quiet=quiet)
    elif not quiet:
        from rich.console import Console

        from ledger.report.terminal import render_summary

        Console(highlight=False).print(render_summary(report.ledger), soft_wrap=True)
        click.echo(f"Written to {out}: open {out / 'ledger.xlsx'} or {out / 'ledger.html'}.")


def _show_differences(differences: Sequence[str], out: Path, *, quiet: bool) -> None:
    for difference in differences:
        click.echo(difference)
    if differences:
        click.echo(f"{out} is stale: run `factledger build` with the same paths to write it anew.", err=True)
    elif not quiet:
        click.echo(f"{out} is what the articles give.")


def _reaches(ledger: Ledger, level: str) -> bool:
    counted = LEVELS[: LEVELS.index(level) + 1]
    return level != "never" and any(flag.severity in counted for flag in ledger.flags)


@cli.command()
@click.argument("paths", nargs=-1, metavar="[PATH...|-]")
@click.option("--texts", is_flag=True, help='The input is JSON Lines {"id","text"[,"published"]}; one line a text comes out, in order.')
@click.option("--format", "form", type=click.Choice(("jsonl", "csv", "text")), help="Default: jsonl with --texts or in a pipe, else text.")
@rules_option
def extract(paths: Sequence[str], texts: bool, form: str | None, rules: Sequence[Path]) -> None:
    """The claims of articles or texts, without reconciling them.

    PATH: files or folders; - or nothing reads standard input.
    """
    from ledger.listing import write_claims, write_texts

    if not paths and sys.stdin.isatty():
        raise click.UsageError("Nothing to read: give files or folders, or pipe a text in.")
    form = form or ("text" if sys.stdout.isatty() and not texts else "jsonl")
    write = write_texts if texts else write_claims
    notices = write(paths or ("-",), sys.stdout, form=form, rules=rules)
    _show_notices(notices)
    if any(notice.unread for notice in notices):
        sys.exit(UNREAD)


@cli.command()
@click.argument("identifier", metavar="ID")
@ledger_option
def explain(identifier: str, folder: Path) -> None:
    """Why claims are one fact, what a flag computed, what kept near misses apart.

    ID: of a fact (F-...), a claim (C-...) or a flag (G-...).
    """
    from ledger.link.explain import render_explanation
    from ledger.store import read_ledger

    click.echo(render_explanation(read_ledger(folder), identifier))


@cli.command()
@click.argument("old")
@click.argument("new")
@click.option("--format", "form", type=click.Choice(("text", "json", "markdown", "html")), default="text", show_default=True)
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(("articles", "claims", "facts", "verdicts", "flags", "coverage", "rules")),
    help="This part alone; may be given more than once.",
)
@click.option("--names", nargs=2, metavar="OLD NEW", help="What to call the two ledgers, in place of where they are.")
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="Write diff.txt, .json, .md and .html there, too.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 on a difference, too.")
def diff(old: str, new: str, form: str, only: Sequence[str], names: tuple[str, str] | None, out: Path | None, exit_zero: bool) -> None:
    """What moved between two ledgers, figure by figure, and whether the articles or the rules moved it.

    OLD, NEW: ledger folders, or git:REVISION:FOLDER as in git:main:reports. Exit 1 where they differ.
    """
    from ledger.diff import diff_places
    from ledger.report.diff import render_diff, write_diff

    found = diff_places(old, new, only=only, names=names)
    if out is not None:
        write_diff(found, out)
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    click.echo(render_diff(found, form, colour=colour), nl=False, color=colour)
    if found.differs and not exit_zero:
        sys.exit(FINDINGS)


@cli.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
@click.option("--ci", "host", type=click.Choice(("github", "gitlab", "none")), default="github", show_default=True, help="The CI file.")
@click.option(
    "--source", metavar="WHERE", help="Where CI gets factledger from: OWNER/REPOSITORY@VERSION on GitHub, the project's path on GitLab."
)
def init(folder: Path, host: str, source: str | None) -> None:
    """Lay out a new ledger repository: ledger.toml, articles, a first rule, the CI file. Nothing that is there is changed."""
    from ledger.layout import lay_out, next_steps

    source = source or {"github": "your-organisation/factledger@main", "gitlab": "your-group/factledger"}.get(host, "")
    click.echo(next_steps(folder, lay_out(folder, host, source), host, source), nl=False)


@cli.command()
@click.argument("workbook", type=click.Path(path_type=Path, dir_okay=False))
def textconv(workbook: Path) -> None:
    """A workbook as text, for git: git config diff.factledger.textconv "factledger textconv"."""
    from ledger.report.sheet_text import find_sheet_lines

    for line in find_sheet_lines(workbook):
        click.echo(line)


@cli.group()
def review() -> None:
    """What fact-checkers wrote in the workbook: bring it home, and see who has done what."""


@review.command("import")
@click.argument("workbook", type=click.Path(path_type=Path))
@ledger_option
def import_workbook(workbook: Path, folder: Path) -> None:
    """Merge a returned workbook into the reviews of a ledger, and write its workbook anew.

    The returned file stays as it is. Exit 1 where two people disagree: both texts are kept and listed.
    """
    from ledger.engine.roundtrip import import_review
    from ledger.report.review_text import render_import

    report = import_review(workbook, folder)
    _show_notices(report.notices)
    click.echo(render_import(report.merge, report.own_sign_offs, workbook.name))
    if report.merge.conflicts:
        sys.exit(FINDINGS)


@review.command("status")
@ledger_option
def show_review_status(folder: Path) -> None:
    """Who has checked and signed off how much, and what is stale, disputed, proposed or orphaned."""
    from ledger.engine.roundtrip import status_of
    from ledger.report.review_text import render_status

    click.echo(render_status(status_of(folder)))


@cli.command()
@ledger_option
@click.option("--format", "form", type=click.Choice(("claimreview", "sqlite", "jsonl")), required=True)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Without it: standard output.")
def export(folder: Path, form: str, out: Path | None) -> None:
    """A ledger for other programs.

    \b
    claimreview  the reviewed claims as schema.org ClaimReview (JSON-LD)
    sqlite       every table as a database, ready for Datasette
    jsonl        a claim a line, with its fact, its flags and its review
    """
    from ledger.export import export_ledger

    content = export_ledger(folder, form)
    if out is not None:
        _write_file(out, content)
    elif form == "sqlite" and sys.stdout.isatty():
        raise click.UsageError("A database is nothing to read on a terminal: give --out FILE.")
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)


def _write_file(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        raise LedgerError(str(out), f"cannot be written ({error.strerror or error})", "Give another file with --out.") from error


@cli.command()
@click.argument("drafts", nargs=-1, metavar="[DRAFT|-]...")
@click.option("-e", "sentences", multiple=True, metavar="TEXT", help="Check this sentence; may be given more than once.")
@click.option("--ledger", "folder", metavar="DIR", type=click.Path(path_type=Path), help="What `build` wrote.  [default: reports]")
@click.option("--format", "form", type=click.Choice(("text", "json", "sarif", "github", "html")), help="Default: text.")
@click.option("--fail-level", type=click.Choice(LEVELS), help="Exit 1 on findings of this severity or above.  [default: error]")
@rules_option
@click.option("--baseline", metavar="FILE", type=click.Path(path_type=Path), help="Findings seen and accepted, bound to their figures.")
@click.option("--write-baseline", metavar="FILE", type=click.Path(path_type=Path), help="Accept what is found now: write it to FILE.")
@click.option("--today", type=click.DateTime(("%Y-%m-%d",)), metavar="DAY", help="The day for ignore comments with a last day.")
@click.option("-q", "--quiet", is_flag=True, help="Text: errors and warnings only.")
def check(form: str | None, fail_level: str | None, quiet: bool, **asked: Any) -> None:
    """An editor's draft: each figure against the ledger, and against the draft itself.

    DRAFT: .txt, .md, .html, .docx or .pdf files, or - for standard input. Settings may stand in ledger.toml or in pyproject.toml
    under [tool.factledger]. Exit 1 where something reaches the fail level.
    """
    from ledger.draft import reaches
    from ledger.draft.run import make_request, run_check
    from ledger.draft.settings import find_settings
    from ledger.report.check import render_check

    settings = find_settings(Path.cwd())
    run = run_check(make_request(**asked), settings)
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    text = render_check(run.checks, form or settings.format or "text", ledger=run.ledger, colour=colour, quiet=quiet)
    click.echo(text, nl=False, color=colour)
    _show_notices(run.notices)
    if run.unread:
        sys.exit(UNREAD)
    if reaches(run.checks, fail_level or settings.fail_level or "error") and not asked["write_baseline"]:
        sys.exit(FINDINGS)


@cli.group()
def rules() -> None:
    """The rule catalogue, and the proof of every rule."""


@rules.command("list")
@rules_option
def list_rules(rules: Sequence[Path]) -> None:
    """Every rule, a line each: kind, id, how many examples it carries, where its convention comes from."""
    from ledger.pack import load_pack

    pack = load_pack(rules)
    every = [rule for kind in sorted(pack.rules) for rule in pack.rules[kind]]
    lines = [
        (f"{rule.kind}/{rule.id}", f"{len(rule.examples)}+{len(rule.counterexamples)}", str(rule.fields.get("source", "")))
        for rule in every
    ]
    wide = max((len(name) for name, _, _ in lines), default=0)
    for name, proofs, source in lines:
        click.echo(f"{name:<{wide}}  {proofs:>6}  {source}".rstrip())


@rules.command("test")
@rules_option
@click.option("-q", "--quiet", is_flag=True, help="Say nothing where every example holds.")
def test_rules(rules: Sequence[Path], quiet: bool) -> None:
    """Run every rule's own examples and counterexamples through the real extractor."""
    from ledger.extract import Extractor
    from ledger.pack import load_pack
    from ledger.rule_examples import render_examples, run_examples

    pack = load_pack(rules)
    report = run_examples(pack, Extractor(pack))
    if report.failures or not quiet:
        click.echo(render_examples(report))
    if report.failures:
        sys.exit(FINDINGS)


def _show_notices(notices: Iterable[Notice]) -> None:
    for notice in sorted(notices, key=lambda one: (not one.unread, str(one))):
        click.echo(f"{'unread' if notice.unread else 'note'}: {_sentence(str(notice))}", err=True)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


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
        click.echo(f"factledger: {_sentence(str(error))}", err=True)
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
