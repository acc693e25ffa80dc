"""From extracted articles to a ledger: event by event, each a pure function of its articles, then what several events tell together."""

from ledger.reconcile.whole import reconcile, reconcile_packed

__all__ = ["reconcile", "reconcile_packed"]
