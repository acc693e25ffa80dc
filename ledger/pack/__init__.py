"""Rule packs: TOML under rules/ becomes a checked, frozen RulePack; every mistake is told at once."""

from __future__ import annotations

from ledger.pack.load import load_pack
from ledger.pack.rules import Example, Rule, RulePack

__all__ = ["Example", "Rule", "RulePack", "load_pack"]
