"""The articles' texts while a ledger is built: few of them are shown in the end, and a text with one curly quotation mark takes two
bytes a character as Python holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ledger.model import Document


class Texts(Mapping[str, str]):
    """article -> its text, held as UTF-8; in the order of the articles."""

    def __init__(self, documents: Iterable[Document]) -> None:
        held = {document.article: document.text.encode("utf-8", "surrogatepass") for document in documents}
        self._held = dict(sorted(held.items()))

    def __getitem__(self, article: str) -> str:
        return self._held[article].decode("utf-8", "surrogatepass")

    def __contains__(self, article: object) -> bool:
        return article in self._held

    def __iter__(self) -> Iterator[str]:
        return iter(self._held)

    def __len__(self) -> int:
        return len(self._held)
