"""What weighs pairs: one comparer for mentions of one figure, one for groups of different figures; and what they remember meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ledger.link.compare import Comparer
from ledger.link.figures import Figure, relate
from ledger.link.profile import Profile
from ledger.link.scale import Measure
from ledger.link.settings import LinkSettings
from ledger.link.verdict import make_figure
from ledger.model import Comparison


@dataclass(frozen=True, slots=True)
class Comparers:
    """`equal` weighs mentions of one figure, `other` groups of different figures."""

    equal: Comparer
    other: Comparer
    figures: dict[tuple[str, ...], list[Figure]] = field(default_factory=dict)
    """Claim ids of a group -> its figures, as far as somebody asked."""

    def fitting(self, left: Profile, right: Profile) -> Comparer:
        """The comparer of a pair."""
        return self.equal if left.figures & right.figures else self.other

    def compare(self, left: Profile, right: Profile) -> Comparison:
        """The comparison of a pair with its terms."""
        return self.fitting(left, right).compare(left, right)

    def forget(self) -> None:
        """Lets go of what holds in one event only."""
        for comparer in (self.equal, self.other):
            comparer.scores.clear()
            comparer.told.clear()
        self.figures.clear()


def make_comparers(settings: LinkSettings, measure: Measure) -> Comparers:
    """The comparers of some settings; `measure` tells which figures can both hold."""
    figures: dict[tuple[str, ...], list[Figure]] = {}
    compatible = _make_compatible(settings, measure, figures)
    floor = settings.thresholds["near_miss"]
    return Comparers(Comparer(settings.equal, compatible), Comparer(settings.other, compatible, floor), figures)


def _make_compatible(
    settings: LinkSettings, measure: Measure, known: dict[tuple[str, ...], list[Figure]]
) -> Callable[[Profile, Profile], bool]:
    """Whether some mention of one group can hold beside some mention of the other."""

    def figures_of(profile: Profile) -> list[Figure]:
        key = tuple([claim.claim_id for claim in profile.claims])
        found = known.get(key)
        if found is None:
            found = known[key] = list(dict.fromkeys(make_figure(claim, measure) for claim in profile.claims))
        return found

    def compatible(left: Profile, right: Profile) -> bool:
        rights = figures_of(right)
        return any(relate(one, two, settings.verdict).kind in ("nuance", "rounding") for one in figures_of(left) for two in rights)

    return compatible
