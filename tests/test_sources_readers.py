"""Readers: files, folders and standard input become documents; what cannot be read is a notice."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from ledger.errors import LedgerError, Notice
from ledger.model import Document
from ledger.sources import read_documents
from ledger.sources.decode import decode_text

STORY = "Sea wall to be rebuilt\nThe council of Harwick voted on Monday, and the café “Zum Anker” paid €40.\n"
VIETNAMESE = "Hội đồng thành phố đã họp và quyết định xây lại con đê trong năm nay cho người dân của các làng ven biển.\n"


def read(*paths: Path | str, stdin: bytes = b"", skip: Path | None = None) -> list[Document | Notice]:
    return list(read_documents(paths, stdin=io.BytesIO(stdin), skip=skip))


def articles(found: Sequence[Document | Notice]) -> list[str]:
    return [document.article for document in found if isinstance(document, Document)]


def only_notice(found: Sequence[Document | Notice]) -> Notice:
    (notice,) = (item for item in found if isinstance(item, Notice))
    assert notice.unread
    return notice


def only_document(found: Sequence[Document | Notice]) -> Document:
    (document,) = found
    assert isinstance(document, Document)
    return document


def test_a_folder_is_read_in_the_order_of_its_articles(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "A.md", "c.text"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    assert articles(read(tmp_path)) == ["A.md", "a/z.txt", "b.txt", "c.text"]


def test_hidden_and_unknown_files_of_a_folder_are_passed_over(tmp_path: Path) -> None:
    for name in (".hidden.txt", "a.txt", "a.xlsx", "Makefile", ".git/b.txt", "out/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    assert read(tmp_path, skip=tmp_path / "out") == read(tmp_path / "a.txt")


def test_two_files_of_one_name_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for name in ("one/story.txt", "two/story.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    assert articles(read(tmp_path / "two" / "story.txt", tmp_path / "one")) == ["one/story.txt", "two/story.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(path)
    assert articles(read(path, tmp_path, tmp_path / "." / "a.txt")) == ["a.txt"]


def test_a_path_that_is_not_there_stops_at_once(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"no such file or folder"):
        read_documents([tmp_path / "none.txt"])


def test_a_named_file_of_unknown_kind_is_a_notice(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    path.write_bytes(b"x")
    assert "'.xlsx'" in only_notice(read(path)).found or ".xlsx" in only_notice(read(path)).found


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_an_empty_file_is_a_notice(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert only_notice(read(path)).found == "the file is empty"


@pytest.mark.parametrize(
    "content", [b"\x00\x01\x02\x03" * 50, b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"%PDF-1.7 text", b"ab\x01\x02\x03\x04c"]
)
def test_bytes_that_are_no_text_are_a_notice_and_the_rest_is_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(content)
    (tmp_path / "b.txt").write_text(STORY, encoding="utf-8")
    found = read(tmp_path)
    assert only_notice(found).found.startswith("not text")
    assert articles(found) == ["b.txt"]


def test_the_digest_is_of_the_bytes_and_line_ends_are_kept(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode()
    (tmp_path / "a.txt").write_bytes(content)
    document = only_document(read(tmp_path))
    assert document.sha256 == sha256(content).hexdigest()
    assert document.text == STORY.replace("\n", "\r\n")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    assert decode_text(STORY.encode(encoding)) == STORY


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1258"])
def test_vietnamese_in_every_encoding(encoding: str) -> None:
    written = VIETNAMESE
    if encoding == "cp1258":  # the code page writes tones as marks of their own
        written = "".join(_with_marks(char) for char in VIETNAMESE)
    assert decode_text(written.encode(encoding)) == written


def _with_marks(char: str) -> str:
    """A letter as windows-1258 has it: the base letter, then its tone."""
    import unicodedata

    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    pieces = unicodedata.normalize("NFD", char)
    tone = "".join(piece for piece in pieces if piece in tones)
    return unicodedata.normalize("NFC", "".join(piece for piece in pieces if piece not in tones)) + tone


def test_cyrillic_code_pages_are_found() -> None:
    text = "Совет города решил в понедельник построить новую стену у моря, и работы начнутся весной этого года. " * 5
    assert decode_text(text.encode("cp1251")) == text


def test_a_broken_character_does_not_spoil_a_file() -> None:
    content = ("Über Städte und Häuser, für größere Mühe. " * 10).encode() + b"\xff"
    assert decode_text(content) is not None
    assert str(decode_text(content)).startswith("Über Städte")


PAGE = """<!DOCTYPE html><html lang="en"><head><title>Sea wall to be rebuilt | Coast News</title>
<meta property="og:title" content="Sea wall to be rebuilt"><meta property="og:site_name" content="Coast News">
<meta property="og:url" content="https://coast.example/wall">
<meta property="article:published_time" content="2026-03-03T08:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Sea wall to be rebuilt</h1>
<p>The council of Harwick voted on Monday, nine to four, to rebuild the sea wall after the storms of the winter.</p>
<p>The wall will cost 3 million dollars, said the harbour master, and keep three firms busy until the autumn comes.</p>
<p>It is 300 years old, and nobody in the town remembers a winter as hard as the last one was.</p>
</article></body></html>"""


def test_a_web_page_gives_text_title_date_publisher_and_address(tmp_path: Path) -> None:
    (tmp_path / "wall.html").write_text(PAGE, encoding="utf-8")
    document = only_document(read(tmp_path))
    assert (document.title, document.published, document.publisher) == ("Sea wall to be rebuilt", date(2026, 3, 3), "Coast News")
    assert document.url == "https://coast.example/wall"
    assert document.text.startswith("Sea wall to be rebuilt\nThe council of Harwick")
    assert [section.kind for section in document.sections] == ["headline", "body", "body", "body"]
    assert "Home" not in document.text
    assert read(tmp_path) == [document]


def test_a_web_page_in_a_declared_encoding(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">').replace("storms", "“storms”")
    (tmp_path / "wall.htm").write_bytes(page.encode("cp1252"))
    assert "“storms”" in only_document(read(tmp_path)).text


def test_a_page_without_an_article_is_a_notice(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body></body></html>", encoding="utf-8")
    assert only_notice(read(tmp_path)).found.startswith("no article text")


def test_without_the_reader_for_web_pages_a_notice_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    (tmp_path / "wall.html").write_text(PAGE, encoding="utf-8")
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    assert "fact-ledger[html]" in only_notice(read(tmp_path)).todo


def test_json_lines_of_articles(tmp_path: Path) -> None:
    good = {"id": "w1", "text": STORY, "title": "Wall", "published": "2026-03-03", "publisher": "Coast News"}
    lines = [json.dumps(good), "{broken", json.dumps(["x"]), json.dumps({"id": "w2"}), json.dumps({"id": "w1", "text": "Twice."}), ""]
    lines += [
        json.dumps({"text": "No id here."}),
        json.dumps({"id": "w3", "text": " "}),
        json.dumps({"id": "w4", "text": "x", "published": "soon"}),
    ]
    (tmp_path / "wire.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = read(tmp_path)
    assert articles(found) == ["wire.jsonl#w1", "wire.jsonl#7"]
    first = found[0]
    assert isinstance(first, Document)
    assert (first.text, first.title, first.published, first.publisher) == (STORY, "Wall", date(2026, 3, 3), "Coast News")
    assert [item.where for item in found if isinstance(item, Notice)] == [f"wire.jsonl, line {number}" for number in (2, 3, 4, 5, 8, 9)]
    assert all(item.unread for item in found if isinstance(item, Notice))


def test_standard_input_is_text_a_page_or_json_lines() -> None:
    assert only_document(read("-", stdin=STORY.encode())).text == STORY
    assert only_document(read("-", stdin=PAGE.encode())).publisher == "Coast News"
    assert articles(read("-", stdin=b'{"id": "a", "text": "It rained."}\n')) == ["-#a"]
    assert only_notice(read("-", stdin=b"")).found == "the file is empty"


def test_kinds_of_files_that_wait_for_their_reader_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04")
    assert only_notice(read(tmp_path)).where == "a.docx"
