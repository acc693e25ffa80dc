"""F4: mentions become facts. `link` is the whole of it; `render_explanation` (ledger.link.explain) tells why."""

from ledger.link.linkage import Linkage, link

__all__ = ["Linkage", "link"]
