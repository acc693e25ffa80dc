"""A diff as a pull-request comment: summary first, long lists folded, never longer than a comment may be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ledger.diff.changes import LedgerDiff
from ledger.report.diff_rows import DiffRow, DiffSection, diff_sections
from ledger.report.diff_words import cause_counts, clean, count_words, same_words, summary_parts

CAP = 60_000
"""Characters of a comment: GitHub takes 65,536, GitLab a million; what is left out is said."""
OPEN_ROWS = 8
"""A list with more rows is folded."""
MOST_ROWS = 100
"""Rows of one list; the rest is counted."""
_TABLES = (("articles", "Articles"), ("claims", "Figures"), ("facts", "Facts"), ("flags", "Flags"))
_MARKED = re.compile(r"([\\`*_{}\[\]<>|~&^$])")
_LINKS = re.compile(r"(?<=[#@!%])(?=\w)|(?<=:)(?=[\w+-]{1,40}:)|(?<=:)(?=//)|(?<=\bwww)(?=\.)")


def render_markdown(diff: LedgerDiff, *, cap: int = CAP) -> str:
    """The diff in GitHub's and GitLab's markdown, at most `cap` characters."""
    lines = ["### What this does to the facts", ""]
    if not diff.differs:
        return "\n".join([*lines, same_words(diff), ""])
    lines += [f"{escaped(diff.old_name)} → {escaped(diff.new_name)}", "", *_summary(diff), ""]
    return _capped("\n".join(lines), diff_sections(diff), cap)


def escaped(text: str) -> str:
    """A stranger's text that a comment shows as it is: no markup, and nobody is mentioned, no issue named, nothing linked by it.

    >>> escaped("*@ana* saw #7")
    '\\\\*@<!-- -->ana\\\\* saw #<!-- -->7'
    """
    return _LINKS.sub("<!-- -->", _MARKED.sub(r"\\\1", clean(text)))


def _summary(diff: LedgerDiff) -> list[str]:
    lines = [f"- {_bold(part)}" for part in summary_parts(diff)]
    causes = ", ".join(f"{words} ({count:,})" for words, count in cause_counts(diff))
    lines += [f"- moved by: {causes}"] if causes else []
    lines += ["", "| | before | after |", "|---|---:|---:|"]
    return lines + [f"| {name} | {diff.totals[table][0]:,} | {diff.totals[table][1]:,} |" for table, name in _TABLES]


def _bold(part: str) -> str:
    head, colon, rest = part.partition(":")
    return f"**{head}**{colon}{rest}"


def _capped(head: str, sections: Sequence[DiffSection], cap: int) -> str:
    """The head and as many sections as fit; what does not fit is named with its count."""
    text, left = head, []
    spare = 120 + sum(len(section.title) + 16 for section in sections)
    for section in sections:
        for most in (MOST_ROWS, 30, 10, 3):
            told = _section(section, most)
            if len(text) + len(told) + spare <= cap:
                text += told
                break
        else:
            left.append(f"{section.title.lower()} {len(section.rows):,}")
    return text + (f"\nLeft out here, for length: {', '.join(left)}. `factledger diff` shows everything.\n" if left else "")


def _section(section: DiffSection, most: int) -> str:
    rows = [_row(row) for row in section.rows[:most]]
    over = len(section.rows) - most
    rows += [f"- … and {count_words(over, 'more')}" if over == 1 else f"- … and {over:,} more"] if over > 0 else []
    title = f"{section.title}: {len(section.rows):,}"
    says = f"*{escaped(section.says)}*\n\n" if section.says else ""
    body = says + "\n".join(rows)
    if len(section.rows) > OPEN_ROWS:
        return f"\n<details><summary><b>{title}</b></summary>\n\n{body}\n\n</details>\n"
    return f"\n#### {title}\n\n{body}\n"


def _row(row: DiffRow) -> str:
    place = f"{escaped(row.place)}: " if row.place else ""
    note = f" · {escaped(row.note)}" if row.note else ""
    cause = f" · *{row.cause}*" if row.cause else ""
    quotes = "".join(f"<br>{escaped(quote)}" for quote in row.quotes)
    sign = {"+": "➕", "-": "➖", "~": "✏️", ">": "➡️"}[row.mark]
    return f"- {sign} {place}**{escaped(row.what)}**{note}{cause}{quotes}"
