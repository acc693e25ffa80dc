"""What stands around a figure: aspect and direction, role, period, the measured thing, who, where, and who says so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Surroundings:
    """The fields of a claim that its sentence tells, beside the figure itself."""

    entity: str = ""
    noun_class: str = ""
    aspect: str = "level"
    direction: str = ""
    role: str = "actual"
    period: str = ""
    base_period: str = ""
    place: str = ""
    subject: str = ""
    outcome: str = ""
    scope: str = ""
    background: bool = False
    speaker: str = ""
    weight: str = "core"
    quoted: bool = False
    rules: tuple[str, ...] = ()
