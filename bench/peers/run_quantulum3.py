"""quantulum3, without its classifier (it is not installed, so its rules decide)."""

from __future__ import annotations

from collections.abc import Callable

from exchange import Quantities, answer


def make_reader() -> Callable[[str], Quantities]:
    """A function from a text to its quantities."""
    from quantulum3 import parser

    def read(text: str) -> Quantities:
        for found in parser.parse(text):
            unit = None if found.unit.name == "dimensionless" else found.unit.name
            told = {"start": found.span[0], "end": found.span[1], "unit": unit}
            if found.uncertainty:  # how it tells a range
                yield {**told, "value_low": found.value - found.uncertainty, "value_high": found.value + found.uncertainty}
            else:
                yield {**told, "value": found.value}

    return read


if __name__ == "__main__":
    answer(make_reader)
