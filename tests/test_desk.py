"""The desk behind its page: answers, refusals, limits, and the ledger as it is on disk now."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette", reason="the extra `desk` is not installed")
pytest.importorskip("httpx", reason="httpx is not installed")

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it would rather have httpx2, which is a beta; httpx serves as well
    from starlette.testclient import TestClient

from draft_samples import sample_folder
from ledger.desk.app import make_app
from ledger.desk.catalogue import make_catalogue, plain_words, search
from ledger.desk.guard import hosts_of
from ledger.desk.limits import Limits
from ledger.desk.room import Room
from ledger.desk.sourcelines import quote_words, source_line
from ledger.draft import open_ledger
from ledger.draft.check import check_draft
from ledger.draft.read import make_draft
from ledger.model import Article
from ledger.pack import load_pack
from samples import sample_ledger

ADDRESS = "http://127.0.0.1:8350"
BYTES = {"content-type": "application/octet-stream"}
RIGHT = "The port of Corvana handled 4,250 ships in 2025, Ilse Brandt said."
WRONG = RIGHT.replace("4,250", "5,250")


@pytest.fixture(scope="module")
def room() -> Room:
    one = Room(sample_folder(), load_pack())
    one.settle()
    return one


@pytest.fixture
def desk(room: Room) -> Iterator[TestClient]:
    with TestClient(make_app(room, hosts_of(8350)), base_url=ADDRESS) as client:
        yield client


def ask(desk: TestClient, text: str | bytes, name: str = "draft.txt") -> Any:
    return desk.post("/api/v1/check", params={"name": name}, content=text, headers=BYTES)


def error_of(answer: Any) -> tuple[int, str, str]:
    said = answer.json()["error"]
    return answer.status_code, said["found"], said["todo"]


def test_a_draft_is_cut_at_its_figures_and_each_is_marked_as_check_marks_it(desk: TestClient, room: Room) -> None:
    said = ask(desk, f"{RIGHT}\n{WRONG}").json()
    assert said["schema"] == 1
    assert [(run["text"], run["mark"]) for run in said["runs"] if run["mark"]] == [("4,250", 1), ("5,250", 2)]
    assert "".join(run["text"] for run in said["runs"]) == said["draft"] == f"{RIGHT}\n{WRONG}"
    own = check_draft(make_draft(f"{RIGHT}\n{WRONG}", "draft.txt", room.rules), room.shelf().checker)
    assert [mark["status"] for mark in said["marks"]] == [mark.status for mark in own.marks] == ["supported", "contradicted"]
    assert said["counts"] == {"contradicted": 1, "nuanced": 0, "related": 0, "unsupported": 0, "supported": 1}
    assert [(one["check"], one["mark"], one["place"]) for one in said["findings"]] == [("E1", 2, "2:29")]


def test_a_figure_opens_with_its_fact_its_sources_and_the_line_of_values(desk: TestClient) -> None:
    said = ask(desk, WRONG).json()
    mark = desk.get(f"/api/v1/checks/{said['check']}/marks/1").json()
    assert (mark["surface"], mark["status"], mark["where"]) == ("5,250", "contradicted", "1:29")
    assert [one["relation"] for one in mark["fact"]["mentions"]] == ["conflict", "conflict"]
    assert mark["fact"]["counts"] == "2 mentions in 2 articles"
    name, attributes, rows = mark["fact"]["plot"]
    assert name == "svg"
    assert attributes["aria-label"].startswith("Values on a line. your draft: 5,250; ")
    assert next(row[2][0] for row in rows if row[1].get("class") == "p-label") == "5,250 · your draft"
    assert mark["fact"]["mentions"][0]["line"].startswith("4,250 ships, 2025; “Corvana")


def test_arithmetic_inside_the_draft_is_told_too(desk: TestClient) -> None:
    said = ask(desk, "The fund grew from 40 million euros to 50 million euros, an increase of 35%.").json()
    (finding,) = [one for one in said["findings"] if one["check"] == "B4"]
    assert finding["title"] == "Change does not fit"
    assert "25" in finding["working"]
    assert [one["inside"][0]["title"] for one in said["marks"] if one["inside"]] == ["Change does not fit"]


def test_markup_and_hidden_characters_in_a_draft_stay_text(desk: TestClient) -> None:
    said = ask(desk, "<script>alert(1)</script> 42 ships\u202e came.").json()
    assert "".join(run["text"] for run in said["runs"]) == "<script>alert(1)</script> 42 ships⟨U+202E⟩ came."


def test_a_fact_is_told_with_its_mentions_and_another_id_is_refused(desk: TestClient) -> None:
    fact_id = desk.get("/api/v1/search", params={"q": "640 meters"}).json()["facts"][0]["fact_id"]
    fact = desk.get(f"/api/v1/facts/{fact_id}").json()["fact"]
    assert (fact["verdict"], fact["headline"]["amount"]) == ("agree", "640 meters")
    assert sorted(one["source"]["article"] for one in fact["mentions"]) == ["courier.txt", "gazette.txt"]
    assert error_of(desk.get("/api/v1/facts/F-000000000000"))[:2] == (404, "the ledger has no such fact")


@pytest.mark.parametrize(
    ("query", "amounts"),
    [
        ("ships", ["4,250"]),
        ("4250", ["4,250"]),
        ("4,2", ["4,250"]),
        ("dock port", ["nearly 900"]),
        ("orrin 2.4", ["up 2.4 meters"]),
        ("ships zebra", []),
        ("  ?!", []),
    ],
)
def test_typing_finds_facts_by_words_and_numbers(desk: TestClient, query: str, amounts: list[str]) -> None:
    said = desk.get("/api/v1/search", params={"q": query}).json()
    assert said["ready"] is True
    assert [one["headline"]["amount"] for one in said["facts"]] == amounts
    assert said["total"] == len(amounts)


def test_one_letter_is_a_search_too_and_facts_named_so_come_first(room: Room) -> None:
    catalogue = room.shelf().catalogue
    assert catalogue is not None
    found = search(catalogue, "q", 24)
    assert found.total == sum(any(word.startswith("q") for word in text.split()) for text in catalogue.texts)
    first = search(catalogue, "quay", 24)
    named = [fact_id for fact_id, head in zip(catalogue.ids, catalogue.heads, strict=True) if " quay" in head]
    assert set(first.ids[: len(named)]) == set(named)
    assert search(catalogue, catalogue.ids[0].lower(), 24).ids == catalogue.ids[:1]


def test_words_are_compared_without_accents_case_or_thousands_marks() -> None:
    assert plain_words("Hà Nội’s 1,200 CAFÉS; 3.5%") == ["ha", "noi's", "1200", "cafes", "3.5"]


def test_the_catalogue_finds_what_looking_through_everything_finds() -> None:
    catalogue = make_catalogue(open_ledger(sample_folder()))
    for word in catalogue.words:
        holding = {fact_id for fact_id, text in zip(catalogue.ids, catalogue.texts, strict=True) if f" {word}" in text}
        assert set(search(catalogue, word, 1000).ids) == holding


def test_every_answer_has_the_headers_that_keep_others_out(desk: TestClient) -> None:
    for path in ("/", "/static/desk.js", "/api/v1/ledger", "/nowhere"):
        headers = desk.get(path).headers
        policy = dict(rule.split(" ", 1) for rule in headers["content-security-policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
        assert policy["frame-ancestors"] == policy["form-action"] == policy["base-uri"] == "'none'"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["cache-control"] == "no-store"


def test_nothing_in_the_page_is_inline(desk: TestClient) -> None:
    page = desk.get("/").text
    assert "<style" not in page
    assert "style=" not in page
    assert page.count("<script") == 1
    assert 'src="/static/desk.js"></script>' in page


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:9", "127.0.0.1.evil.example:8350", ""])
def test_another_host_is_refused(desk: TestClient, host: str) -> None:
    assert desk.get("/api/v1/ledger", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("headers", [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}])
def test_a_request_from_another_site_is_refused(desk: TestClient, headers: dict[str, str]) -> None:
    answer = desk.post("/api/v1/check", content="1 ship", headers={**BYTES, **headers})
    assert error_of(answer)[:2] == (403, "the request comes from a page of another site")


def test_a_link_on_another_page_may_lead_to_the_desk_but_not_to_its_answers(desk: TestClient) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert desk.get("/", headers=headers).status_code == 200
    assert desk.get("/api/v1/ledger", headers=headers).status_code == 403


def test_a_form_of_another_page_could_not_send_a_draft(desk: TestClient) -> None:
    assert desk.post("/api/v1/check", content="1 ship", headers={"content-type": "text/plain"}).status_code == 415


def test_what_is_too_long_is_refused_with_the_limit_and_what_to_do(room: Room) -> None:
    limits = Limits(text=2000, office=4000, characters=500)
    with TestClient(make_app(room, hosts_of(8350), limits), base_url=ADDRESS) as desk:
        assert ask(desk, "x" * 500).status_code == 200
        todo = "Give a part of it, or run factledger check on the file"
        assert error_of(ask(desk, "x" * 501)) == (413, "the draft is 501 characters long, and the desk checks 500 at a time", todo)
        assert error_of(ask(desk, "x" * 2001)) == (413, "the draft has 2 kB, and the desk takes 2 kB", todo)
        assert error_of(ask(desk, "x" * 9000))[:2] == (413, "the draft has 9 kB, and the desk takes 2 kB")
        assert error_of(ask(desk, "x" * 3000, "draft.docx"))[0] == 422


@pytest.mark.parametrize(
    ("content", "name", "found"),
    [
        (b"", "draft.txt", "the file is empty"),
        (b"\x00\x01\x02\xff", "draft.xyz", "files of the kind .xyz are not read"),
        (b"no archive", "draft.docx", "no Word file that can be read (BadZipFile)"),
    ],
)
def test_what_cannot_be_read_is_told(desk: TestClient, content: bytes, name: str, found: str) -> None:
    assert error_of(ask(desk, content, name))[:2] == (422, found)


def test_unknown_pages_checks_and_methods_are_told_as_json(desk: TestClient) -> None:
    assert error_of(desk.get("/nowhere"))[:2] == (404, "there is no such page")
    assert error_of(desk.get("/static/../app.py"))[0] == 404
    assert error_of(desk.get("/api/v1/check"))[0] == 405
    assert error_of(desk.get("/api/v1/checks/none/marks/1"))[:2] == (404, "this check is no longer kept")
    number = ask(desk, RIGHT).json()["check"]
    assert error_of(desk.get(f"/api/v1/checks/{number}/marks/7"))[:2] == (404, "the draft has no such figure")


def test_the_ledger_is_read_anew_when_its_manifest_changes(tmp_path: Path) -> None:
    folder = tmp_path / "ledger"
    shutil.copytree(sample_folder(), folder)
    room = Room(folder, load_pack())
    first = room.settle()
    assert (first.revision, room.trouble) == (1, None)
    (folder / "manifest.json").write_text("{", encoding="utf-8")
    assert room.settle().revision == 1
    assert room.trouble is not None
    (folder / "manifest.json").write_bytes((sample_folder() / "manifest.json").read_bytes())
    room._next = 0.0  # without the second that it waits before it tries again
    assert room.settle().revision == 2
    assert room.trouble is None


def test_the_first_screen_shows_a_sentence_that_holds_and_one_that_does_not(desk: TestClient) -> None:
    example = desk.get("/api/v1/ledger").json()["example"]
    assert ask(desk, example["right"]).json()["counts"]["contradicted"] == 0
    assert ask(desk, example["wrong"]).json()["counts"]["contradicted"] == 1


def test_a_source_line_names_figure_article_publisher_day_and_words() -> None:
    claim = next(one for one in sample_ledger().claims if one.surface == "930 billion USD" or "930" in one.surface)
    article = Article("a.txt", "Trade soars", None, "The Courier", "en", "", 9, url="javascript:alert(1)")
    line = source_line(claim, article)
    assert "; “Trade soars”, The Courier" in line
    assert line.endswith(f": “{quote_words(claim)}”")
    assert "javascript" not in line


Start = Callable[[int], "subprocess.Popen[str]"]


@pytest.fixture
def start() -> Iterator[Start]:
    running: list[subprocess.Popen[str]] = []

    def begun(port: int) -> subprocess.Popen[str]:
        command = [sys.executable, "-m", "ledger", "serve", "--ledger", str(sample_folder()), "--port", str(port)]
        running.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
        return running[-1]

    yield begun
    for one in running:
        one.kill()
        one.communicate()


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_the_command_serves_this_machine_alone_and_ctrl_c_closes_it(start: Start) -> None:
    running = start(0)
    assert running.stdout is not None
    line = running.stdout.readline()
    assert line.startswith("The desk is open: http://127.0.0.1:")
    running.stdout.readline()
    with socket.create_connection(("127.0.0.1", int(line.rstrip("/\n").rpartition(":")[2])), timeout=10) as port:
        port.sendall(b"GET / HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n")
        assert port.recv(200).startswith(b"HTTP/1.1 421")
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert (running.returncode, out, err) == (0, "The desk is closed.\n", "")


def test_a_busy_port_is_told_and_exits_2(start: Start) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        running = start(port)
        _, err = running.communicate(timeout=60)
    assert running.returncode == 2
    assert err.startswith(f"factledger: port {port}: another program uses it, perhaps another desk. Give another with --port")


def test_a_missing_ledger_and_a_missing_extra_are_told_and_exit_2(
    run_command: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = run_command("serve", "--ledger", tmp_path / "none")
    assert (missing.returncode, "there is no such folder" in missing.stderr) == (2, True)
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    bare = run_command("serve", "--ledger", sample_folder())
    assert bare.returncode == 2
    assert "the desk needs uvicorn, which is not installed. Run: pip install 'fact-ledger[desk]'" in bare.stderr
