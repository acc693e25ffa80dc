"""The catalogue: one line a check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ledger.checks import (
    a1_value_conflict,
    a2_precision_nuance,
    a3_scale_slip,
    a4_unit_slip,
    a5_period_slip,
    a6_scope_slip,
    a7_altered_reprint,
    a8_single_source,
    a9_revised,
    a10_shrinking_total,
    a11_target_as_fact,
    a12_rounding_drift,
    b1_sum,
    b2_shares,
    b3_part_over_whole,
    b4_change,
    b5_ratio,
    b6_difference,
    b7_share_of,
    b8_per_capita,
    b9_direction,
    b10_word_figure,
    b11_grim,
    b12_count_vs_list,
    b13_sub_periods,
    b14_date_arithmetic,
    c1_dual_unit,
    c2_implied_rate,
    c3_reference_rate,
    c4_range_scale,
    c5_words_digits,
    c6_dimension,
    c7_ambiguous_mark,
    d1_percent_point,
    d2_times_more,
    d3_spurious_precision,
    d4_no_base,
    d5_out_of_bounds,
    d6_date_mark,
)
from ledger.checks.corpus import Corpus
from ledger.checks.finding import Check, make_flag
from ledger.collection import uncollected
from ledger.link.exchange import find_worths, with_worths
from ledger.link.scale import Measure, make_measure, read_scales
from ledger.model import Flag
from ledger.pack import RulePack

CHECKS: tuple[Check, ...] = (
    a1_value_conflict.CHECK,
    a2_precision_nuance.CHECK,
    a3_scale_slip.CHECK,
    a4_unit_slip.CHECK,
    a5_period_slip.CHECK,
    a6_scope_slip.CHECK,
    a7_altered_reprint.CHECK,
    a8_single_source.CHECK,
    a9_revised.CHECK,
    a10_shrinking_total.CHECK,
    a11_target_as_fact.CHECK,
    a12_rounding_drift.CHECK,
    b1_sum.CHECK,
    b2_shares.CHECK,
    b3_part_over_whole.CHECK,
    b4_change.CHECK,
    b5_ratio.CHECK,
    b6_difference.CHECK,
    b7_share_of.CHECK,
    b8_per_capita.CHECK,
    b9_direction.CHECK,
    b10_word_figure.CHECK,
    b11_grim.CHECK,
    b12_count_vs_list.CHECK,
    b13_sub_periods.CHECK,
    b14_date_arithmetic.CHECK,
    c1_dual_unit.CHECK,
    c2_implied_rate.CHECK,
    c3_reference_rate.CHECK,
    c4_range_scale.CHECK,
    c5_words_digits.CHECK,
    c6_dimension.CHECK,
    c7_ambiguous_mark.CHECK,
    d1_percent_point.CHECK,
    d2_times_more.CHECK,
    d3_spurious_precision.CHECK,
    d4_no_base.CHECK,
    d5_out_of_bounds.CHECK,
    d6_date_mark.CHECK,
)


@uncollected()
def run_checks(corpus: Corpus, pack: RulePack, checks: Iterable[Check] = CHECKS, measure: Measure | None = None) -> tuple[Flag, ...]:
    """The flags of the checks that the pack does not turn off, sorted by id; two findings of one id are one flag.

    `measure` tells what units come to; without one it is that of the pack, with the rates that the corpus prints.
    """
    if measure is None:
        plain = make_measure(read_scales(pack))
        measure = with_worths(plain, find_worths(corpus.claims, plain))
    corpus = replace(corpus, measure=measure)
    flags: dict[str, Flag] = {}
    for check in checks:
        settings = {
            "severity": "off",
            **pack.checks.get(check.id, {}),
            "figures": pack.link["verdict"],
            "aliases": pack.link["words"]["aliases"],
        }
        if settings["severity"] == "off":
            continue
        for finding in check.find(corpus, settings):
            flag = make_flag(check, finding, corpus, settings)
            if flag.severity != "off":
                flags.setdefault(flag.flag_id, flag)
    return tuple(flags[key] for key in sorted(flags))
