"""What the desk's page is told, as JSON: schema 1, documented in docs/desk.md. Every text is safe to show (`shown`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element, fromstring

from ledger.draft.marks import DraftCheck, DraftFinding, Mark, Place
from ledger.errors import Notice
from ledger.report.check_html import draft_views
from ledger.report.check_json import place_json
from ledger.report.check_words import STATUS_WORDS, marked_claim, standing_words
from ledger.report.page_text import folded, shown
from ledger.report.page_views import FactView, FlagView, Headline, MentionView
from ledger.report.page_words import CHECK_WORDS, SEVERITY_WORDS, VERDICT_WORDS

SCHEMA = 1
"""Raised when a key goes or changes its meaning; new keys do not raise it."""
Json = dict[str, object]


def error_json(where: str, found: str, todo: str) -> Json:
    """Why a request was not answered: where, what was found, what to do."""
    return {"schema": SCHEMA, "error": {"where": shown(where), "found": shown(found), "todo": shown(todo)}}


def notice_json(notice: Notice) -> Json:
    """A notice with its three fields."""
    return {"where": shown(notice.where), "found": shown(notice.found), "todo": shown(notice.todo)}


def headline_json(headline: Headline) -> Json:
    """A fact in words, in parts: "350", " ", "cooperation agreements", ["signed", "2025"]."""
    tail = [shown(one) for one in headline.tail]
    return {"amount": shown(headline.amount), "joint": headline.joint, "what": shown(headline.what), "tail": tail}


def check_json(check: DraftCheck, number: str) -> Json:
    """A checked draft: its text cut at the figures, a mark a figure, and its findings, those on no figure among them."""
    view = draft_views([check])[0]
    notes = [
        _mark_line(mark, place, number_of, findings)
        for number_of, (mark, place, findings) in enumerate(_with_findings(check), start=1)
    ]  # fmt: skip
    runs = [{"text": shown(run.text), "mark": run.number or None} for run in view["runs"]]  # type: ignore[attr-defined]  # a view is what a template is given
    return {
        "check": number,
        "name": shown(check.name),
        "summary": view["summary"],
        "counts": {status: check.count(status) for status in STATUS_WORDS},
        "runs": runs,
        "marks": notes,
        "findings": [finding_json(one, _number_of(one, check)) for one in check.findings],
        "hushed": len(check.hushed),
        "notices": [notice_json(one) for one in check.notices],
    }


def _with_findings(check: DraftCheck) -> list[tuple[Mark, Place, list[DraftFinding]]]:
    return [(mark, place, findings_of(mark, check)) for mark, place in zip(check.marks, check.places, strict=True)]


def findings_of(mark: Mark, check: DraftCheck) -> list[DraftFinding]:
    """The findings that stand at a figure of a draft."""
    key = mark.claim.claim_id
    return [one for one in check.findings if one.claims and one.claims[-1].claim_id == key]


def _number_of(finding: DraftFinding, check: DraftCheck) -> int | None:
    key = finding.claims[-1].claim_id if finding.claims else ""
    return next((number for number, mark in enumerate(check.marks, start=1) if mark.claim.claim_id == key), None)


def _mark_line(mark: Mark, place: Place, number: int, findings: Sequence[DraftFinding]) -> Json:
    inside = [one for one in findings if not one.check.startswith("E")]
    return {
        "number": number,
        "surface": shown(folded(mark.claim.surface)),
        "status": mark.status,
        "place": str(place),
        "words": shown(standing_words(mark)),
        "inside": [{"severity": one.severity, "title": _title(one)} for one in inside if one.severity != "info"],
        "warned": any(one.check == "E3" for one in findings),
    }


def _title(finding: DraftFinding) -> str:
    own = {"E1": "Contradicts the ledger", "E2": "No source for it", "E3": "Stronger than its sources"}
    return own.get(finding.check) or CHECK_WORDS.get(finding.check, finding.check)


def finding_json(finding: DraftFinding, number: int | None) -> Json:
    """A finding; `mark` is the number of the figure it stands at, or None."""
    return {
        "check": finding.check,
        "title": _title(finding),
        "severity": finding.severity,
        "sign": SEVERITY_WORDS[finding.severity][0],
        "message": shown(folded(finding.message)),
        "working": shown(folded(finding.working)),
        "todo": finding.todo,
        "place": str(finding.place),
        "mark": number,
    }


def mark_json(check: DraftCheck, number: int, fact: Json | None) -> Json:
    """One figure of a draft in full: its sentence, what is said of it, and the fact it is held against."""
    mark, place = check.marks[number - 1], check.places[number - 1]
    sentence = marked_claim(mark.claim, check.document.text)
    return {
        "number": number,
        "surface": shown(folded(mark.claim.surface)),
        "thing": shown(mark.claim.entity),
        "status": mark.status,
        "words": shown(standing_words(mark)),
        "why": shown(mark.why) if mark.status == "related" else "",
        "working": shown(mark.why) if mark.status in ("supported", "nuanced", "contradicted") else "",
        "place": place_json(place),
        "where": str(place),
        "sentence": {"before": sentence.before, "figure": sentence.figure, "after": sentence.after},
        "findings": [finding_json(one, number) for one in findings_of(mark, check)],
        "fact": fact,
    }


def fact_json(view: FactView, lines: Mapping[str, str], paths: Mapping[str, str], relations: Mapping[str, str]) -> Json:
    """A fact with its mentions; `lines` are the source lines by claim id, `relations` how each figure stands to the draft's."""
    mentions = sorted(view.mentions, key=lambda one: one.claim_id not in relations)
    return {
        "fact_id": view.fact_id,
        "verdict": view.verdict,
        "sign": VERDICT_WORDS.get(view.verdict, ("?", ""))[0],
        "meaning": VERDICT_WORDS.get(view.verdict, ("", view.verdict))[1],
        "headline": headline_json(view.headline),
        "counts": view.counts,
        "tags": list(view.tags),
        "plot": plot_json(view),
        "flags": [flag_json(flag) for flag in view.flags],
        "mentions": [_mention_json(one, lines, paths, relations) for one in mentions],
        "left_out": view.left_out,
        "near": [{"fact_id": one.fact_id, "headline": shown(one.headline), "reasons": shown(one.reasons)} for one in view.near],
    }


def _mention_json(one: MentionView, lines: Mapping[str, str], paths: Mapping[str, str], relations: Mapping[str, str]) -> Json:
    return {
        "claim_id": one.claim_id,
        "figure": shown(folded(one.figure)),
        "hedge": one.hedge,
        "allows": one.allows,
        "before": shown(one.sentence.before),
        "mark": shown(one.sentence.figure),
        "after": shown(one.sentence.after),
        "source": {
            "name": shown(one.source.name),
            "publisher": shown(one.source.publisher),
            "published": one.source.published,
            "reprint_of": shown(one.source.reprint_of),
            "article": shown(paths.get(one.claim_id, "")),
        },
        "section": one.section,
        "notes": [[name, shown(value)] for name, value in one.notes],
        "quiet": one.quiet,
        "relation": relations.get(one.claim_id, ""),
        "line": lines.get(one.claim_id, ""),
    }


def flag_json(flag: FlagView) -> Json:
    """A flag of the ledger in words."""
    return {
        "flag_id": flag.flag_id,
        "check": flag.check,
        "title": flag.title,
        "severity": flag.severity,
        "sign": SEVERITY_WORDS[flag.severity][0],
        "message": shown(flag.message),
        "working": shown(flag.working),
    }


def plot_json(view: FactView) -> list[object] | None:
    """The number line as [name, attributes, children], so that the page builds it node by node and no text becomes markup."""
    return _tree(fromstring(str(view.plot))) if view.plot else None  # noqa: S314 (our own drawing, every text in it escaped)


def _tree(node: Element) -> list[object]:
    children: list[object] = [node.text] if node.text else []
    return [node.tag, dict(node.attrib), children + [_tree(child) for child in node]]
