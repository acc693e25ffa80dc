"""The scripts that CI calls, on a real repository with real commits; the hooks, the action and the GitLab file hold together."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from conftest import ROOT, Run

FERRY = """---
title: Ferry line grows
published: 2026-03-03
---
Ferry line grows

The ferry carried 5,200 passengers in 2025, the line said. Its four boats made 730 trips.
"""
MILL = """---
title: Mill reopens
published: 2026-03-04
---
Mill reopens

The mill hired 64 people in 2025, the mayor said. It grinds 12 tonnes of flour a day.
"""
QUAY = """---
title: New quay
published: 2026-03-05
---
New quay

A new quay cost nearly 18 million USD and took 14 months to build.
"""
RULE = """[[rule]]
id = "a_whisker_under"
before = ["a whisker under"]
canonical = "nearly"
bounds = ["", "1)"]
expected = ["[0.97", "1)"]
[[rule.example]]
text = "The cup drew {a whisker under 900} entries."
value = "900"
[[rule.counterexample]]
text = "The cat lost a whisker under the table."
"""


def load_script(name: str) -> ModuleType:
    """A script of ci/, which is no package, as a module."""
    spec = importlib.util.spec_from_file_location(f"ci_{name}", ROOT / "ci" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where dataclasses look their module up
    spec.loader.exec_module(module)
    return module


class Repository:
    """A real repository of articles, and the compare script run in it; factledger itself runs in this process, to spare its starts."""

    def __init__(self, folder: Path, run_command: Run, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.factledger, self.capsys = folder, run_command, capsys
        self.script = load_script("compare")
        patch.chdir(folder)
        # the views are four fifths of a build and no part of a diff
        patch.setattr("ledger.pipeline.render_workbook", lambda *_, **__: b"")
        patch.setattr("ledger.pipeline.write_page", lambda _, path: path.write_bytes(b""))
        patch.setattr(self.script, "factledger", lambda *words, cwd=None: run_command(*words, cwd=cwd or Path.cwd()))
        self.git("init", "--quiet", "--initial-branch=main")
        self.write("articles/ferry.txt", FERRY)
        self.write("articles/mill.txt", MILL)
        self.commit()

    def git(self, *arguments: str) -> str:
        identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
        done = subprocess.run(["git", *identity, *arguments], cwd=self.folder, capture_output=True, text=True)
        assert done.returncode in (0, 1), done.stderr
        return done.stdout

    def write(self, path: str, text: str) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "a change")

    def compare(self, *options: str) -> tuple[int, str]:
        """The exit code and what was said."""
        code: int = self.script.main(["--base", "main~1", "--rules", "rules", *options])
        return code, self.capsys.readouterr().err

    def build(self, *paths: str) -> None:
        """The committed ledger, as an author makes it."""
        assert self.factledger("build", *paths, "--quiet", cwd=self.folder).returncode == 0

    def found(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.folder / "factledger-out" / "diff.json").read_text(encoding="utf-8"))
        return found

    def comment(self) -> str:
        return (self.folder / "factledger-out" / "comment.md").read_text(encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path, run_command: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Repository:
    """A repository with one commit: two articles."""
    return Repository(tmp_path, run_command, monkeypatch, capsys)


class TestCompare:
    def test_an_edited_article_is_a_silent_correction(self, repository: Repository) -> None:
        repository.write("articles/mill.txt", MILL.replace("64", "46"))
        repository.commit()
        assert repository.compare() == (0, "")
        (change,) = repository.found()["claims"]
        assert (change["silent"], change["old"]["value"], change["new"]["value"], change["cause"]) == (True, "64", "46", "articles")
        assert "- **1 figure**: 1 changed (1 silent correction)" in repository.comment()
        assert "main\\~1 → this change" in repository.comment()
        flags = json.loads((repository.folder / "factledger-out" / "flags.sarif").read_text(encoding="utf-8"))
        places = [place["physicalLocation"]["artifactLocation"]["uri"] for one in flags["runs"][0]["results"] for place in one["locations"]]
        assert all((repository.folder / place).is_file() for place in places), places
        assert repository.git("worktree", "list").count("\n") == 1

    def test_an_added_article_adds_its_figures(self, repository: Repository) -> None:
        repository.write("articles/quay.txt", QUAY)
        repository.commit()
        assert repository.compare()[0] == 0
        found = repository.found()
        assert [(one["change"], one["new"]) for one in found["articles"]] == [("added", "quay.txt")]
        assert {(one["change"], one["new"]["article"]) for one in found["claims"]} == {("added", "quay.txt")}
        assert [one["new"]["surface"] for one in found["claims"]] == ["18 million USD", "14 months"]

    def test_a_renamed_article_is_moved_and_moves_no_figure(self, repository: Repository) -> None:
        (repository.folder / "articles" / "desk").mkdir()
        repository.git("mv", "articles/mill.txt", "articles/desk/mill-reopens.txt")
        repository.commit()
        assert repository.compare()[0] == 0
        found = repository.found()
        assert [(one["change"], one["old"], one["new"]) for one in found["articles"]] == [("moved", "mill.txt", "desk/mill-reopens.txt")]
        assert (found["claims"], found["facts"], found["verdicts"]) == ([], [], [])

    def test_a_deleted_article_takes_its_figures(self, repository: Repository) -> None:
        repository.git("rm", "--quiet", "articles/mill.txt")
        repository.commit()
        assert repository.compare()[0] == 0
        found = repository.found()
        assert [(one["change"], one["old"]) for one in found["articles"]] == [("removed", "mill.txt")]
        assert {(one["change"], one["old"]["article"], one["new"]) for one in found["claims"]} == {("removed", "mill.txt", None)}

    def test_a_changed_rule_is_named_as_what_moved_a_figure(self, repository: Repository) -> None:
        repository.write("articles/cup.txt", "The cup drew a whisker under 900 entries in 2025.\n")
        repository.commit()
        repository.write("rules/en/qualifiers.toml", RULE)
        repository.commit()
        assert repository.compare()[0] == 0
        found = repository.found()
        (change,) = found["claims"]
        assert (change["cause"], change["sorts"], change["silent"]) == ("rules", ["wording"], False)
        assert (change["new"]["qualifier"], found["articles"], found["summary"]["rules_changed"]) == ("nearly", [], True)

    def test_a_change_of_other_files_is_no_difference(self, repository: Repository) -> None:
        repository.write("notes.md", "Nothing of ours.\n")
        repository.commit()
        assert repository.compare("--fail-on", "difference") == (0, "")
        assert repository.comment().startswith("### What this does to the facts\n\nNo difference: 2 articles, ")
        assert repository.found()["differs"] is False

    def test_the_first_articles_are_a_first_ledger(self, repository: Repository) -> None:
        repository.git("checkout", "--quiet", "--orphan", "fresh")
        repository.git("rm", "-r", "--quiet", "--cached", "articles")
        repository.git("commit", "--quiet", "--allow-empty", "--message", "nothing yet")
        assert repository.compare("--base", "fresh")[0] == 0
        assert repository.comment().startswith("### The first ledger\n\nThere were no articles before this: 2 articles, ")

    def test_a_stale_ledger_is_red_and_says_why(self, repository: Repository) -> None:
        repository.build("articles")
        repository.commit()
        assert repository.compare()[0] == 0
        repository.write("articles/mill.txt", MILL.replace("64", "46"))
        repository.commit()
        assert repository.compare() == (1, "red: reports is not what the articles give: run `factledger build` and commit it\n")
        assert repository.comment().startswith("**Red: reports is not what the articles give: run `factledger build` and commit it.**\n")
        assert "articles.csv: row " in repository.comment()
        assert "1 silent correction" in repository.comment()

    def test_what_makes_it_red_is_chosen(self, repository: Repository) -> None:
        repository.write("articles/mill.txt", MILL.replace("64", "46"))
        repository.commit()
        assert repository.compare("--fail-on", "silent") == (1, "red: silent corrections: 1\n")
        assert repository.compare("--fail-on", "difference", "silent")[0] == 1
        assert repository.compare("--fail-on") == (0, "")

    def test_a_base_that_git_does_not_know_says_what_to_do(self, repository: Repository) -> None:
        told = "compare: git knows no revision 'absent'; check the repository out with its whole history (fetch-depth: 0)\n"
        assert repository.compare("--base", "absent") == (2, told)

    def test_a_broken_rule_is_told_and_not_a_traceback(self, repository: Repository) -> None:
        repository.write("rules/en/qualifiers.toml", "[[rule]\n")
        repository.commit()
        code, told = repository.compare()
        assert (code, "Traceback" in told) == (2, False)
        assert "compare: the articles of this change give no ledger (exit 2)" in told

    @pytest.mark.slow
    def test_the_shell_script_reads_variables_and_tells_github(self, repository: Repository) -> None:
        repository.write("more texts/quay.txt", QUAY)
        repository.write("articles/mill.txt", MILL.replace("64", "46"))
        repository.commit()
        env = {"ARTICLES": "articles\nmore texts\n", "RULES": "", "FAIL_ON": "silent", "BASE": "main~1", "PYTHON": sys.executable}
        files = {"GITHUB_OUTPUT": str(repository.folder / "outputs"), "GITHUB_STEP_SUMMARY": str(repository.folder / "summary")}
        done = subprocess.run(
            ["bash", str(ROOT / "ci" / "compare.sh")],
            cwd=repository.folder,
            env={**os.environ, **env, **files},
            capture_output=True,
            text=True,
        )
        assert done.returncode == 1, done.stderr
        assert (repository.folder / "outputs").read_text() == "differs=true\nsilent-corrections=1\nred=silent corrections: 1\n"
        assert (repository.folder / "summary").read_text(encoding="utf-8") == repository.comment()
        assert {one["new"] for one in repository.found()["articles"]} >= {"more texts/quay.txt"}


class Server(BaseHTTPRequestHandler):
    """A host with comments, as GitHub and GitLab answer."""

    comments: list[dict[str, Any]]
    asked: list[tuple[str, str, str]]
    status = 200

    def answer(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or b"null")
        token = self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN") or ""
        type(self).asked.append((self.command, self.path, token))
        found: Any = self.comments
        if self.command == "GET":
            page = int(self.path.rpartition("page=")[2])
            found = self.comments[(page - 1) * 100 : page * 100]
        elif self.command == "POST":
            found = {"id": len(self.comments) + 1, **body}
            self.comments.append(found)
        else:
            found = next(one for one in self.comments if str(one["id"]) == self.path.rpartition("/")[2])
            found.update(body)
        self.send_response(self.status)
        self.end_headers()
        self.wfile.write(json.dumps(found).encode())

    do_GET = do_POST = do_PATCH = do_PUT = answer  # noqa: N815 - the names that http.server calls

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[tuple[type[Server], str]]:
    kind = type("Host", (Server,), {"comments": [], "asked": [], "status": 200})
    with HTTPServer(("127.0.0.1", 0), kind) as host:
        threading.Thread(target=host.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield kind, f"http://127.0.0.1:{host.server_port}"
        host.shutdown()


class TestComment:
    def put(self, folder: Path, text: str, **env: str) -> subprocess.CompletedProcess[str]:
        (folder / "comment.md").write_text(text, encoding="utf-8")
        bare = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "GITLAB_", "CI_"))}
        command = [sys.executable, "-W", "error", str(ROOT / "ci" / "comment.py"), "comment.md"]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, env={**bare, **env})

    @pytest.mark.parametrize("host", ["github", "gitlab"])
    def test_there_is_one_comment_and_it_is_brought_up_to_date(self, tmp_path: Path, server: tuple[type[Server], str], host: str) -> None:
        kind, address = server
        github = {"GITHUB_API_URL": address, "GITHUB_REPOSITORY": "press/articles", "PULL_REQUEST": "7", "GITHUB_TOKEN": "t"}
        gitlab = {"CI_API_V4_URL": address, "CI_PROJECT_ID": "3", "CI_MERGE_REQUEST_IID": "7", "GITLAB_TOKEN": "t"}
        env = github if host == "github" else gitlab
        kind.comments.extend({"id": number, "body": "somebody's"} for number in range(1, 131))
        first, second = self.put(tmp_path, "one ✏️", **env), self.put(tmp_path, "two", **env)
        assert (first.stdout, second.stdout) == ("comment 131 written\n", "comment 131 brought up to date\n"), first.stderr + second.stderr
        assert [one["body"] for one in kind.comments[130:]] == ["<!-- factledger diff -->\ntwo"]
        paths = {
            "github": ("POST /repos/press/articles/issues/7/comments", "PATCH /repos/press/articles/issues/comments/131", "Bearer t"),
            "gitlab": ("POST /projects/3/merge_requests/7/notes", "PUT /projects/3/merge_requests/7/notes/131", "t"),
        }[host]
        written = [(f"{method} {path}", token) for method, path, token in kind.asked if method != "GET"]
        assert written == [(paths[0], paths[2]), (paths[1], paths[2])]

    def test_a_token_that_may_not_comment_leaves_the_build_as_it_is(self, tmp_path: Path, server: tuple[type[Server], str]) -> None:
        kind, address = server
        kind.status = 403
        done = self.put(tmp_path, "one", GITHUB_API_URL=address, GITHUB_REPOSITORY="a/b", PULL_REQUEST="7", GITHUB_TOKEN="t")
        assert (done.returncode, "a change from a fork has the summary of the run instead" in done.stderr) == (0, True)

    def test_a_missing_variable_is_named(self, tmp_path: Path) -> None:
        done = self.put(tmp_path, "one", GITHUB_REPOSITORY="a/b", PULL_REQUEST="7")
        assert (done.returncode, done.stderr) == (2, "comment: 'GITHUB_TOKEN' is not set\n")


class TestGit:
    def test_git_shows_the_workbook_as_text(self, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.undo()  # the real workbook
        repository.build("articles")
        repository.write(".gitattributes", (ROOT / "ledger" / "layout" / "files" / "gitattributes").read_text(encoding="utf-8"))
        repository.commit()
        repository.git("config", "diff.factledger.textconv", f'"{sys.executable}" -P -m ledger textconv')
        repository.write("articles/mill.txt", MILL.replace("64", "46"))
        repository.build("articles")
        lines = repository.git("diff", "--", "reports/ledger.xlsx").splitlines()
        assert any(line.startswith("-") and "\t64" in line for line in lines)
        assert any(line.startswith("+") and "\t46" in line for line in lines)
        assert not any(line.startswith("Binary") for line in lines)

    @pytest.mark.parametrize(("name", "content"), [("absent.xlsx", None), ("text.xlsx", b"no workbook"), ("empty.xlsx", b"")])
    def test_what_is_no_workbook_is_named(self, tmp_path: Path, run_command: Run, name: str, content: bytes | None) -> None:
        if content is not None:
            (tmp_path / name).write_bytes(content)
        done = run_command("textconv", name)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"factledger: {name}: it cannot be read as a workbook (")

    def test_the_hooks_run_on_a_repository(self, repository: Repository) -> None:
        hooks = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
        run = self.hook_runner(repository, hooks)
        repository.write("ledger.toml", 'articles = ["articles"]\n')
        assert run("factledger-fresh").returncode == 1
        repository.build()
        repository.commit()
        assert run("factledger-fresh").returncode == 0
        assert run("factledger-diff").stdout.startswith("No difference: 2 articles, ")
        repository.write("articles/mill.txt", MILL.replace("64", "46"))
        repository.build()
        shown = run("factledger-diff")
        assert (shown.returncode, "64 → 46 people" in shown.stdout) == (0, True)
        assert re.match(hooks["factledger-diff"]["files"], "reports/claims.csv")
        assert run("factledger-rules").returncode == 0

    def hook_runner(self, repository: Repository, hooks: dict[str, Any]) -> Callable[[str], subprocess.CompletedProcess[str]]:
        def run(name: str) -> subprocess.CompletedProcess[str]:
            program, *words = (*hooks[name]["entry"].split(), *hooks[name].get("args", ()))
            assert program == "factledger"
            done: subprocess.CompletedProcess[str] = repository.factledger(*words, cwd=repository.folder)
            return done

        return run


def test_pre_commit_takes_the_hooks_file() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_the_action_calls_files_that_are_there_and_puts_no_input_into_a_script() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    named = re.findall(r"\$GITHUB_ACTION_PATH/([\w./-]+)", "\n".join(scripts))
    assert named
    assert [path for path in named if not (ROOT / path).is_file()] == []
    assert [script for script in scripts if "${{" in script] == []
    assert all(step["shell"] == "bash" for step in action["runs"]["steps"] if "run" in step)
    compare = next(step for step in action["runs"]["steps"] if step.get("id") == "compare")
    wanted = set(re.findall(r"\$\{([A-Z_]+)[:-]", (ROOT / "ci" / "compare.sh").read_text(encoding="utf-8")))
    assert wanted - {"OUT", "BASH_SOURCE"} == set(compare["env"])


def test_the_gitlab_file_calls_files_that_are_there() -> None:
    job = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))["factledger"]
    named = re.findall(r"/tmp/factledger/([\w./-]+)", "\n".join([*job["before_script"], *job["script"]]))
    assert set(named) == {"requirements.txt", "ci/compare.sh", "ci/comment.py"}
    assert [path for path in named if not (ROOT / path).is_file()] == []


def test_the_document_shows_files_that_hold() -> None:
    """Each yaml of docs/ci.md names inputs, hooks and files that exist."""
    document = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    github, gitlab, hooks = (yaml.safe_load(block) for block in re.findall(r"```yaml\n(.+?)```", document, re.DOTALL))
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    assert set(github["jobs"]["ledger"]["steps"][1]["with"]) <= set(inputs)
    assert [name for name in inputs if f"`{name}`" not in document] == []
    variables = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))["factledger"]["variables"]
    assert set(gitlab["variables"]) - {"FACTLEDGER_SOURCE"} <= set(variables)
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks["repos"][0]["hooks"]] == [hook["id"] for hook in offered]
    assert [reason for reason in load_script("compare").FAIL_ON if f"`{reason}`" not in document] == []
