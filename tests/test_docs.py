"""What the documents say is run: every command of README and CONTRIBUTING, and the rule that README shows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from conftest import ROOT, Run

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ (.+)$", README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.MULTILINE)


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    """A folder as README supposes it: articles and a ledger of them in it."""
    shutil.copytree(ROOT / "seeds", tmp_path / "articles")
    return tmp_path


def test_the_commands_of_the_documents_run_in_the_order_they_stand(workplace: Path, run_command: Run) -> None:
    lines = [line for line in COMMANDS if "factledger " in line]
    assert len(lines) >= 7
    for line in lines:
        piped, _, rest = line.partition("factledger ")
        given = re.search(r'echo "([^"]+)"', piped)
        done = run_command(*(_real(word, workplace) for word in rest.split()), cwd=workplace, stdin=given[1] if given else "")
        assert (done.returncode, done.stderr) == (0, ""), line


def _real(word: str, workplace: Path) -> str:
    """The placeholder id of the documents becomes the first fact of the ledger that stands there."""
    if word != "F-0123456789ab":
        return word
    return (workplace / "reports" / "facts.csv").read_text(encoding="utf-8").splitlines()[1].split(",")[0]


def test_the_rule_of_the_readme_passes_its_own_examples(tmp_path: Path, run_command: Run) -> None:
    rule = re.search(r"```toml\n# my-rules/en/qualifiers.toml\n(.+?)```", README, re.DOTALL)
    assert rule is not None
    (tmp_path / "my-rules" / "en").mkdir(parents=True)
    (tmp_path / "my-rules" / "en" / "qualifiers.toml").write_text(rule[1], encoding="utf-8")
    done = run_command("rules", "test", "--rules", "my-rules")
    assert " examples, " in done.stdout.splitlines()[-1], done.stderr
    assert "my-rules" not in done.stdout


def test_the_make_targets_that_the_readme_names_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = set(re.findall(r"make ([a-z]+)", README))
    assert {"ledger", "test", "pictures"} <= named
    assert [target for target in sorted(named) if f"\n{target}:" not in makefile] == []


def test_the_pictures_of_the_readme_are_there() -> None:
    pictures = re.findall(r"\]\((docs/[^)]+\.png)\)", README)
    assert len(pictures) == 3
    for picture in pictures:
        assert (ROOT / picture).read_bytes().startswith(b"\x89PNG"), picture


def test_every_option_of_the_commands_is_in_the_readme(run_command: Run) -> None:
    help_text = run_command("build", "--help").stdout + run_command("extract", "--help").stdout
    options = {option for option in re.findall(r"--[a-z-]+", help_text) if option not in ("--help", "--quiet", "--texts")}
    assert [option for option in sorted(options) if option not in README] == []
