"""Two ledgers, figure by figure: what came, went, changed and moved, and whether the articles or the rules did it."""

from ledger.diff.compare import diff_editions, diff_places
from ledger.diff.editions import Edition, make_edition, read_edition
from ledger.diff.parts import only_parts

__all__ = ["Edition", "diff_editions", "diff_places", "make_edition", "only_parts", "read_edition"]
