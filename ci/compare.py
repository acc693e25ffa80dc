"""What a change of articles or rules does to the ledger: builds it before and after, compares, and says why the build is red.

    python ci/compare.py --base origin/main --articles articles --rules rules --ledger reports --out factledger-out

Both sides are built by this one factledger, so only articles and rules can differ. Written to --out: old/ and new/ (ledgers), diff.txt,
diff.json, diff.html, comment.md, flags.sarif. Exit 0 where nothing of --fail-on is found, 1 where something is, 2 where a side cannot
be built.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FAIL_ON = ("stale", "error", "conflict", "silent", "difference")
"""Reasons for red: the committed ledger is not what the articles give; a new flag of severity error; a new conflict; a silent
correction; any difference."""
UNREAD = 3
STALE_LINES = 5


@dataclass(frozen=True)
class Job:
    """What to compare, as given."""

    base: str
    articles: list[str]
    rules: list[str]
    ledger: str
    out: Path
    fail_on: list[str]


class CannotCompareError(Exception):
    """One of the two sides cannot be built, or git does not know the base."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Compares, writes the files, tells GitHub where that is the host, and gives the exit code."""
    job = parse_job(arguments)
    try:
        red = run(job)
    except CannotCompareError as error:
        sys.stderr.write(f"compare: {error}\n")
        return 2
    for reason in red:
        sys.stderr.write(f"red: {reason}\n")
    return 1 if red else 0


def parse_job(arguments: Sequence[str] | None) -> Job:
    """The job of a command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--base", required=True, help="the revision to compare with")
    parser.add_argument("--articles", nargs="+", default=["articles"])
    parser.add_argument("--rules", nargs="*", default=[])
    parser.add_argument("--ledger", default="reports", help="the committed ledger folder, if there is one")
    parser.add_argument("--out", type=Path, default=Path("factledger-out"))
    parser.add_argument("--fail-on", nargs="*", default=["stale", "error"], choices=FAIL_ON)
    given = parser.parse_args(arguments)
    return Job(given.base, given.articles, given.rules, given.ledger, given.out.resolve(), given.fail_on)


def run(job: Job) -> list[str]:
    """Builds both sides, writes what was found into the out folder, and gives the reasons for red."""
    shutil.rmtree(job.out, ignore_errors=True)
    job.out.mkdir(parents=True)
    stale = find_stale(job)
    known = build_base(job)
    if known:  # fact ids are inherited from the ledger that stands in the folder
        shutil.copytree(job.out / "old", job.out / "new", ignore=shutil.ignore_patterns("ledger.xlsx", "ledger.html"))
    build_side(job, Path.cwd(), job.out / "new", "the articles of this change")
    write_sarif(job)
    found = write_diff(job) if known else {}
    red = reasons(job, found, stale)
    comment = render_comment(job, red, stale, known=known)
    (job.out / "comment.md").write_text(comment, encoding="utf-8", newline="\n")
    tell_github(comment, found, red)
    return red


def build_base(job: Job) -> bool:
    """The ledger of the base in old/; False where the base has no articles yet."""
    with base_checkout(job.base) as folder:
        if not any((folder / path).exists() for path in job.articles):
            return False
        return build_side(job, folder, job.out / "old", f"the articles of {job.base}", empty_is_fine=True)


@contextmanager
def base_checkout(revision: str) -> Iterator[Path]:
    """The files of a revision in a folder of their own, gone at the end; the work tree is not touched."""
    commit = git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit.returncode != 0:
        raise CannotCompareError(f"git knows no revision {revision!r}; check the repository out with its whole history (fetch-depth: 0)")
    with tempfile.TemporaryDirectory(prefix="factledger-") as made:
        folder = Path(made) / "base"
        done = git("worktree", "add", "--quiet", "--detach", str(folder), commit.stdout.strip())
        if done.returncode != 0:
            raise CannotCompareError(f"git cannot check {revision!r} out: {done.stderr.strip()}")
        try:
            yield folder
        finally:
            git("worktree", "remove", "--force", str(folder))


def build_side(job: Job, cwd: Path, out: Path, called: str, *, empty_is_fine: bool = False) -> bool:
    """Builds the ledger of the articles below a folder; with `empty_is_fine`, False where there is no article among them."""
    done = factledger("build", *present(job.articles, cwd), *rule_options(job, cwd), "--out", str(out), "--quiet", cwd=cwd)
    sys.stderr.write(done.stderr)
    if done.returncode in (0, UNREAD):
        return True
    if empty_is_fine and "no articles are there" in done.stderr:
        return False
    raise CannotCompareError(f"{called} give no ledger (exit {done.returncode}): {done.stderr.strip() or done.stdout.strip()}")


def present(paths: Sequence[str], cwd: Path) -> list[str]:
    """The paths that are there; all of them where none is, so that the error names them."""
    return [path for path in paths if (cwd / path).exists()] or list(paths)


def rule_options(job: Job, cwd: Path) -> list[str]:
    """--rules for every overlay that stands at this side: the first overlay comes with a change of its own."""
    return [part for path in job.rules if (cwd / path).is_dir() for part in ("--rules", path)]


def find_stale(job: Job) -> list[str]:
    """What is stale in the committed ledger; nothing where none is committed."""
    if not (Path.cwd() / job.ledger / "manifest.json").is_file():
        return []
    done = factledger(
        "build", *present(job.articles, Path.cwd()), *rule_options(job, Path.cwd()), "--out", job.ledger, "--check", "--quiet"
    )
    return done.stdout.splitlines() if done.returncode == 1 else []


def write_diff(job: Job) -> dict[str, Any]:
    """The diff in four formats; gives what the json one says."""
    done = factledger("diff", "old", "new", "--names", job.base, "this change", "--exit-zero", "--out", ".", cwd=job.out)
    if done.returncode != 0:
        raise CannotCompareError(f"the ledgers cannot be compared: {done.stderr.strip()}")
    found: dict[str, Any] = json.loads((job.out / "diff.json").read_text(encoding="utf-8"))
    return found


def write_sarif(job: Job) -> None:
    """The flags of this change as flags.sarif, with lines where the articles are text; uploaded by the hosts that take it."""
    articles = Path(os.path.commonpath(present(job.articles, Path.cwd())))
    folder = articles if articles.is_dir() else articles.parent
    place = [] if folder == Path() else ["--articles", folder.as_posix()]
    done = factledger("export", "--ledger", str(job.out / "new"), "--format", "sarif", *place, "--out", str(job.out / "flags.sarif"))
    if done.returncode != 0:
        raise CannotCompareError(f"the flags cannot be written as SARIF: {done.stderr.strip()}")


def reasons(job: Job, found: dict[str, Any], stale: Sequence[str]) -> list[str]:
    """Why the build is red: what was found of what --fail-on names."""
    summary = found.get("summary", {})
    counts = {
        "stale": (len(stale), f"{job.ledger} is not what the articles give: run `factledger build` and commit it"),
        "error": (summary.get("new_flags", {}).get("error", 0), "new flags of severity error"),
        "conflict": (summary.get("new_conflicts", 0), "facts newly in conflict"),
        "silent": (summary.get("silent_corrections", 0), "silent corrections"),
        "difference": (int(found.get("differs", False)), "the ledger is another one"),
    }
    told = {name: says if name in ("stale", "difference") else f"{says}: {count}" for name, (count, says) in counts.items()}
    return [told[name] for name in FAIL_ON if name in job.fail_on and counts[name][0]]


def render_comment(job: Job, red: Sequence[str], stale: Sequence[str], *, known: bool) -> str:
    """The text of the comment: the diff, under the reasons for red."""
    lines = [f"**Red: {reason}.**" for reason in red]
    if stale and "stale" in job.fail_on:
        more = [f"… and {len(stale) - STALE_LINES} more files"] if len(stale) > STALE_LINES else []
        lines += ["", "```text", *(line.replace("```", "'''") for line in stale[:STALE_LINES]), *more, "```"]
    if known:
        body = (job.out / "diff.md").read_text(encoding="utf-8")
    else:
        counts = json.loads((job.out / "new" / "manifest.json").read_text(encoding="utf-8"))["counts"]
        told = f"{counts['articles']:,} articles, {counts['claims']:,} figures, {counts['facts']:,} facts, {counts['flags']:,} flags"
        body = f"### The first ledger\n\nThere were no articles before this: {told}.\n"
    return "\n".join([*lines, "", body]) if lines else body


def tell_github(comment: str, found: dict[str, Any], red: Sequence[str]) -> None:
    """The step's summary and outputs, where GitHub asks for them."""
    summary, outputs = os.environ.get("GITHUB_STEP_SUMMARY"), os.environ.get("GITHUB_OUTPUT")
    if summary:
        with Path(summary).open("a", encoding="utf-8", newline="\n") as lines:
            lines.write(comment)
    if outputs:
        silent = found.get("summary", {}).get("silent_corrections", 0)
        with Path(outputs).open("a", encoding="utf-8", newline="\n") as lines:
            lines.write(f"differs={str(found.get('differs', True)).lower()}\nsilent-corrections={silent}\nred={'; '.join(red)}\n")


def git(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A run of git in the current directory."""
    return subprocess.run(("git", *arguments), capture_output=True, text=True, encoding="utf-8", errors="replace", check=False)


def factledger(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """A run of the factledger of this Python. -P: a folder called `ledger` in the repository must not be taken for the program."""
    command = [sys.executable, "-P", "-m", "ledger", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False, cwd=cwd)


if __name__ == "__main__":
    sys.exit(main())
