"""The catalogue: one line a check."""

from __future__ import annotations

from dataclasses import replace

from ledger.checks import (
    a1_value_conflict,
    a2_precision_nuance,
    a3_scale_slip,
    a6_scope_slip,
    a8_single_source,
    c1_dual_unit,
    c2_implied_rate,
    c4_range_scale,
    c5_words_digits,
    d2_times_more,
    d5_out_of_bounds,
)
from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, make_flag
from ledger.link.scale import make_measure, read_scales
from ledger.model import Flag
from ledger.pack import RulePack

CHECKS: tuple[Check, ...] = (
    a1_value_conflict.CHECK,
    a2_precision_nuance.CHECK,
    a3_scale_slip.CHECK,
    a6_scope_slip.CHECK,
    a8_single_source.CHECK,
    c1_dual_unit.CHECK,
    c2_implied_rate.CHECK,
    c4_range_scale.CHECK,
    c5_words_digits.CHECK,
    d2_times_more.CHECK,
    d5_out_of_bounds.CHECK,
)


def run_checks(corpus: Corpus, pack: RulePack) -> tuple[Flag, ...]:
    """The flags of all checks that the pack does not turn off, sorted by id; two findings of one id are one flag."""
    corpus = replace(corpus, measure=make_measure(read_scales(pack)))
    flags: dict[str, Flag] = {}
    for check in CHECKS:
        settings = {"severity": "off", **pack.checks.get(check.id, {}), "figures": pack.link["verdict"]}
        if settings["severity"] == "off":
            continue
        for finding in check.find(corpus, settings):
            flag = make_flag(check, finding, corpus, settings)
            if flag.severity != "off":
                flags.setdefault(flag.flag_id, flag)
    return tuple(flags[key] for key in sorted(flags))
