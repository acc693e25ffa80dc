"""Recognizers-Text: amounts with units and percentages first, then the numbers that none of those hold."""

from __future__ import annotations

from collections.abc import Callable

from exchange import Quantities, answer

DEGREES = {"C": "celsius", "F": "fahrenheit", "K": "kelvin", "Degree": "degree"}


def make_reader() -> Callable[[str], Quantities]:
    """A function from a text to its quantities."""
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension, recognize_temperature
    from recognizers_text import Culture

    kinds = (recognize_currency, recognize_percentage, recognize_temperature, recognize_age, recognize_dimension, recognize_number)

    def read(text: str) -> Quantities:
        taken: list[tuple[int, int]] = []
        for recognize in kinds:
            for found in recognize(text, Culture.English):
                start, end = found.start, found.end + 1
                value = str((found.resolution or {}).get("value") or "").rstrip("%")
                if not value or any(start < last and first < end for first, last in taken):
                    continue
                taken.append((start, end))
                unit = "percentage" if found.type_name == "percentage" else found.resolution.get("unit")
                yield {"start": start, "end": end, "value": float(value), "unit": DEGREES.get(unit, unit)}

    return read


if __name__ == "__main__":
    answer(make_reader)
