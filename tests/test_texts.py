"""Texts held as UTF-8 come back as they were, half a surrogate pair among them."""

from __future__ import annotations

from ledger.engine.texts import Texts
from ledger.model import Document


def test_texts_come_back_as_they_were_in_the_order_of_the_articles() -> None:
    written = {"b.txt": "“Nine” quays\r\n\x00", "a.txt": "half a pair: \ud83d", "c.txt": ""}
    texts = Texts(Document(name, text) for name, text in written.items())
    assert dict(texts) == written
    assert list(texts) == ["a.txt", "b.txt", "c.txt"]
    assert ("a.txt" in texts, "d.txt" in texts, texts.get("d.txt", "none"), len(texts)) == (True, False, "none", 3)
