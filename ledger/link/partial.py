"""Words beside a figure that make it an addition to another figure or a part of one."""

from __future__ import annotations

from ledger.link.settings import LinkSettings
from ledger.link.words import find_figure
from ledger.model import Claim

_BEHIND = 40
"""Characters behind a figure in which the next few words are looked for."""
_EACH = ("Each ", "Every ")


def adds(claim: Claim, settings: LinkSettings) -> bool:
    """True where "more" or "others" stands behind the figure, or "another" before it."""
    first, last = find_figure(claim.sentence, claim.surface, claim.start - claim.sentence_start)
    behind = claim.sentence[last : last + _BEHIND].lower().split()[:1]
    before = claim.sentence[:first].lower().split()[-1:]
    return any(word.strip(".,;:") in settings.besides_behind for word in behind) or any(word in settings.besides for word in before)


def is_besides(sentence: str, figure: tuple[int, int], settings: LinkSettings) -> bool:
    """True where the words beside a sentence's only figure make it an addition to another: "another two people", "five more miners".

    "Dozens more were injured" adds nothing: there the outcome is new, and no thing is named again.
    """
    before = sentence[: figure[0]].lower().split()[-2:]
    if before and (before[-1] in settings.besides or " ".join(before) in settings.besides):
        return True
    behind = [word.strip(".,;:!?\"'”’)") for word in sentence[figure[1] : figure[1] + _BEHIND].lower().split()[:2]]
    return len(behind) == 2 and behind[0] in settings.besides_behind and settings.names_thing(behind[1])


def is_share(claim: Claim) -> bool:
    """True for what one among many has: "Each of the families got $400"."""
    return claim.sentence.startswith(_EACH)


def is_part(sentence: str, figure: tuple[int, int], settings: LinkSettings) -> bool:
    """True where the words beside a figure make it part of another: "12 of the injured", "treated 17 wounded".

    "Two of the eight gates" is whole: what it is part of stands behind it.
    """
    behind = sentence[figure[1] : figure[1] + _BEHIND].lower().split()[:3]
    if " ".join(behind[:2]) in settings.parts and not settings.is_figure(behind[-1]):
        return True
    before = sentence[: figure[0]].lower().split()[-settings.taken_reach :]
    return not settings.takers.isdisjoint(before)
