"""Puts comment.md on the pull request (GitHub) or merge request (GitLab): one comment, brought up to date by every run.

    python ci/comment.py factledger-out/comment.md

GitHub: GITHUB_TOKEN, GITHUB_REPOSITORY, PULL_REQUEST (the number) and, on a server of your own, GITHUB_API_URL.
GitLab: GITLAB_TOKEN (a project access token, scope api), and what a merge request's pipeline sets: CI_API_V4_URL, CI_PROJECT_ID,
CI_MERGE_REQUEST_IID. Exit 0 where the comment stands, or may not be written from a fork; 2 where something is missing or refused.
"""

from __future__ import annotations

import json
import os
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MARK = "<!-- factledger diff -->"
"""Stands in the comment, unseen, so that the next run finds it."""
REFUSED = (401, 403)
PAGES = 50
A_PAGE = 100


@dataclass(frozen=True)
class Host:
    """Where comments are listed and written, how one is changed, and who we are."""

    comments: str
    change: str
    """The address of one comment, with {id}."""
    method: str
    headers: Mapping[str, str]


def main(arguments: Sequence[str]) -> int:
    """Writes the comment and says where it stands."""
    try:
        host = find_host(os.environ)
        body = f"{MARK}\n{Path(arguments[0]).read_text(encoding='utf-8')}"
        sys.stdout.write(f"{put(host, body)}\n")
    except urllib.error.HTTPError as error:
        refused = error.code in REFUSED
        sys.stderr.write(f"comment: {error.code} {error.reason} from {error.url}\n")
        sys.stderr.write("comment: the token may not comment; a change from a fork has the summary of the run instead\n" if refused else "")
        return 0 if refused else 2
    except (OSError, KeyError, IndexError) as error:
        sys.stderr.write(f"comment: {f'{error} is not set' if isinstance(error, KeyError) else error}\n")
        return 2
    return 0


def find_host(env: Mapping[str, str]) -> Host:
    """The host that the variables of the run name; raises KeyError with the one that is missing."""
    if "CI_MERGE_REQUEST_IID" in env:
        project = f"{env['CI_API_V4_URL']}/projects/{env['CI_PROJECT_ID']}"
        notes = f"{project}/merge_requests/{env['CI_MERGE_REQUEST_IID']}/notes"
        return Host(notes, f"{notes}/{{id}}", "PUT", {"PRIVATE-TOKEN": env["GITLAB_TOKEN"]})
    issues = f"{env.get('GITHUB_API_URL', 'https://api.github.com')}/repos/{env['GITHUB_REPOSITORY']}/issues"
    headers = {"Authorization": f"Bearer {env['GITHUB_TOKEN']}", "Accept": "application/vnd.github+json"}
    return Host(f"{issues}/{env['PULL_REQUEST']}/comments", f"{issues}/comments/{{id}}", "PATCH", headers)


def put(host: Host, body: str) -> str:
    """Changes our comment where there is one, else writes it."""
    for comment in comments(host):
        if str(comment.get("body", "")).startswith(MARK):
            ask(host, host.change.format(id=comment["id"]), host.method, {"body": body})
            return f"comment {comment['id']} brought up to date"
    made = ask(host, host.comments, "POST", {"body": body})
    return f"comment {made['id']} written"


def comments(host: Host) -> Iterator[dict[str, Any]]:
    """Every comment, page by page."""
    for page in range(1, PAGES + 1):
        found = ask(host, f"{host.comments}?per_page={A_PAGE}&page={page}", "GET")
        yield from found
        if len(found) < A_PAGE:
            return


def ask(host: Host, address: str, method: str, content: object = None) -> Any:
    """The answer of the host, as JSON."""
    if not address.startswith(("https://", "http://")):
        raise OSError(f"{address} is no web address")
    sent = None if content is None else json.dumps(content).encode()
    headers = {**host.headers, "Content-Type": "application/json", "User-Agent": "factledger"}
    request = urllib.request.Request(address, sent, headers, method=method)  # noqa: S310 - looked at above
    with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310 - looked at above
        return json.loads(answer.read() or b"null")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
