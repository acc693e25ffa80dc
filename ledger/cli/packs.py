"""rules and init: rules of one's own, and a repository to keep them in."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from ledger.cli.common import FINDINGS, rules_option


@click.group()
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


@click.command()
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
@click.option("--ci", "host", type=click.Choice(("github", "gitlab", "none")), default="github", show_default=True, help="The CI file.")
@click.option(
    "--source",
    envvar="FACTLEDGER_SOURCE",
    show_envvar=True,
    metavar="WHERE",
    help="Where CI gets factledger from: OWNER/REPOSITORY@VERSION on GitHub, the project's path on GitLab.",
)
def init(folder: Path, host: str, source: str | None) -> None:
    """Lay out a new ledger repository: ledger.toml, articles, a first rule, the CI file. Nothing that is there is changed."""
    from ledger.layout import lay_out, next_steps

    source = source or {"github": "your-organisation/factledger@main", "gitlab": "your-group/factledger"}.get(host, "")
    click.echo(next_steps(folder, lay_out(folder, host, source), host, source), nl=False)
