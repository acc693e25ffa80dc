"""F5: the checks. One small module each; rules/checks.toml holds their severities and thresholds."""

from ledger.checks.corpus import Corpus, make_corpus
from ledger.checks.finding import Check, Finding
from ledger.checks.rates import find_rates
from ledger.checks.registry import CHECKS, run_checks

__all__ = ["CHECKS", "Check", "Corpus", "Finding", "find_rates", "make_corpus", "run_checks"]
