"""JSON Lines of texts: each line is a text or a notice that says what is wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ledger.engine.inputs import Text, no_articles, read_texts
from ledger.errors import LedgerError, Notice


def read(tmp_path: Path, content: bytes) -> list[Text | Notice]:
    (tmp_path / "texts.jsonl").write_bytes(content)
    return list(read_texts([tmp_path / "texts.jsonl"]))


def test_lines_come_out_in_order_with_their_ids_as_given(tmp_path: Path) -> None:
    content = '\ufeff{"id": "b", "text": "Élan"}\r\n\n{"id": 7, "text": "", "published": "2026-02-14"}\n'.encode()
    assert read(tmp_path, content) == [Text("b", "Élan"), Text(7, "", date(2026, 2, 14))]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (b"not json", "is no JSON (Expecting value at column 1)"),
        (b'"text"', "is JSON, but no object"),
        (b'{"text": "a"}', 'has no "id", or one that is neither text nor a whole number'),
        (b'{"id": true, "text": "a"}', 'has no "id", or one that is neither text nor a whole number'),
        (b'{"id": "a"}', 'has no "text", or one that is no text'),
        (b'{"id": "a", "text": 5}', 'has no "text", or one that is no text'),
        (b'{"id": "a", "text": "b", "published": "soon"}', "has \"published\" 'soon', which is no date such as 2026-02-14"),
        (b'{"id": "\xff", "text": "a"}', "byte 9 of the line is no UTF-8"),
    ],
)
def test_a_bad_line_is_a_notice_with_its_number_and_the_others_go_on(tmp_path: Path, line: bytes, found: str) -> None:
    first, bad, last = read(tmp_path, b'{"id": "a", "text": "x"}\n' + line + b'\n{"id": "c", "text": "z"}')
    assert (first, last) == (Text("a", "x"), Text("c", "z"))
    assert isinstance(bad, Notice)
    assert (bad.where, bad.found, bad.unread) == (f"{tmp_path / 'texts.jsonl'}:2", found, True)


def test_a_file_that_is_not_there_ends_the_command(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be read"):
        list(read_texts([tmp_path / "absent.jsonl"]))


def test_no_articles_names_every_reason() -> None:
    error = no_articles(["a", "b"], [Notice("b/x.txt", "is empty", "Put an article there", unread=True)])
    assert str(error) == "a, b: none of the inputs can be read. Nothing was changed:\n  b/x.txt: is empty. Put an article there"
    assert error.exit_code == 2
