"""The files of a new ledger repository. What stands there already is never touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ledger.errors import LedgerError

HOSTS = ("github", "gitlab", "none")
_FILES = (
    ("ledger.toml", "ledger.toml"),
    ("example.txt", "articles/example.txt"),
    ("pack.toml", "rules/pack.toml"),
    ("qualifiers.toml", "rules/en/qualifiers.toml"),
    ("gitattributes", ".gitattributes"),
    ("gitignore", ".gitignore"),
)
_HOST_FILES = {"github": (("github.yml", ".github/workflows/ledger.yml"),), "gitlab": (("gitlab.yml", ".gitlab-ci.yml"),), "none": ()}


@dataclass(frozen=True, slots=True)
class Written:
    """One file of the layout, relative to the folder; `kept` where one stood there already and was left as it is."""

    path: str
    kept: bool = False


def lay_out(folder: Path, host: str, source: str) -> tuple[Written, ...]:
    """Writes the layout below a folder, with the CI file of a host (github, gitlab or none) that gets factledger from `source`."""
    from importlib import resources  # not at the top: every command asks this package for ledger.toml

    written = []
    for name, path in (*_FILES, *_HOST_FILES[host]):
        text = resources.files("ledger.layout").joinpath("files", name).read_text(encoding="utf-8")
        written.append(_write(folder, path, text.replace("{source}", source)))
    return tuple(written)


def _write(folder: Path, path: str, text: str) -> Written:
    target = folder / path
    if target.exists():
        return Written(path, kept=True)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode())
    except OSError as error:
        raise LedgerError(str(target), f"cannot be written ({error.strerror or error})", "Give another folder") from None
    return Written(path)


def next_steps(folder: Path, written: Sequence[Written], host: str, source: str) -> str:
    """What was written and what to do next."""
    lines = [f"  {'kept, was there' if one.kept else 'written':<15}  {one.path}" for one in written]
    enter = [] if folder == Path() else [f"cd {folder}"]
    steps = [*enter, "factledger rules test     # your first rule, rules/en/qualifiers.toml, and all of ours"]
    steps += ["factledger build          # the ledger of articles/ in reports/; open reports/ledger.html"]
    steps += ["git init && git add . && git commit -m 'First ledger'     # reports/ too: a diff needs it"]
    hosts = {
        "github": f"The workflow gets factledger from {source}: put there where your copy stands.",
        "gitlab": f"The pipeline gets factledger from {source}: put there where your copy stands, and a token as docs/ci.md says.",
    }
    more = ["Then put your own articles into articles/ and delete articles/example.txt."]
    more += [hosts[host]] if host in hosts else []
    return "\n".join([*lines, "", "Next:", *(f"  {step}" for step in steps), "", *more]) + "\n"
