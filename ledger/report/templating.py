"""How the templates of every page are rendered: escaped, and with control characters made visible."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ledger.report.page_text import shown


def make_environment() -> Environment:
    """Every expression is escaped, and passes `shown` first, so that no template can forget a control character."""
    return Environment(
        loader=PackageLoader("ledger.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _finalize(value: object) -> object:
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value
