"""load_pack: layers, every mistake at once, the cache and the digest."""

from __future__ import annotations

import json
import pickle
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LedgerError, PackError, PackMistake
from ledger.pack import Example, RulePack, load_pack
from ledger.pack.examples import unbrace
from ledger.pack.files import built_in_folder
from ledger.pack.forms import form_fault, is_required
from ledger.pack.patterns import pattern_fault, unbounded_repeat
from ledger.pack.schema import RULE_KINDS, SCHEMAS

PROOF = """
[[rule.example]]
text = "The port moved {nearly 350} containers."
value = "350"
[[rule.counterexample]]
text = "She nearly missed the ferry."
"""

NEARLY = f"""[[rule]]
id = "nearly"
words = ["nearly", "almost"]
{PROOF}"""

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test has a cache folder of its own, and rules that may hold any key."""
    monkeypatch.setattr("ledger.pack.parse.SCHEMAS", {})
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("FACTLEDGER_NO_CACHE", raising=False)
    return tmp_path / "cache" / "factledger"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A small built-in pack."""
    return write_files(
        tmp_path / "rules",
        {
            "pack.toml": 'name = "small"\nversion = "1"\n',
            "checks.toml": '[A1]\nseverity = "error"\ntolerance = "0.5"\n',
            "link.toml": '[weights]\nentity = 2.5\n[aliases]\n"foreign activity" = "external activity"\n',
            "units.txt": "agreement = [agreement]\n",
            "en/qualifiers.toml": NEARLY,
        },
    )


def write_files(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else textwrap.dedent(content).encode())
    return folder


def overlay(base: Path, files: dict[str, str | bytes]) -> Path:
    return write_files(base.parent / "my", files)


def mistakes_of(base: Path, *overlays: Path) -> tuple[PackMistake, ...]:
    with pytest.raises(PackError) as caught:
        load_pack(overlays, built_in=base)
    return caught.value.mistakes


def only_mistake(base: Path, files: dict[str, str | bytes]) -> PackMistake:
    """The one mistake of an overlay with these files; its file without the folder."""
    folder = overlay(base, files)
    (mistake,) = mistakes_of(base, folder)
    assert mistake.file.startswith(folder.as_posix())
    return PackMistake(mistake.file.removeprefix(f"{folder.as_posix()}/"), mistake.rule, mistake.reason, mistake.excerpt)


# what a pack holds


def test_a_rule_has_its_kind_file_fields_and_examples(base: Path) -> None:
    (rule,) = load_pack(built_in=base).rules["qualifiers"]
    assert (rule.id, rule.kind, rule.file, rule.own) == ("nearly", "qualifiers", "rules/en/qualifiers.toml", False)
    assert rule.fields == {"words": ["nearly", "almost"]}
    assert rule.examples == (Example("The port moved nearly 350 containers.", ((15, 25),), {"value": "350"}),)
    assert rule.counterexamples == (Example("She nearly missed the ferry.", (), {}),)


def test_the_tables_beside_the_rules_are_kept_as_written(base: Path) -> None:
    pack = load_pack(built_in=base)
    assert (pack.name, pack.version, pack.units_text) == ("small", "1", "agreement = [agreement]\n")
    assert pack.checks == {"A1": {"severity": "error", "tolerance": "0.5"}}
    assert pack.link["aliases"] == {"foreign activity": "external activity"}


def test_files_that_are_not_there_are_empty_tables(tmp_path: Path) -> None:
    folder = write_files(tmp_path / "rules", {"pack.toml": 'name = "bare"\nversion = "1"\n'})
    pack = load_pack(built_in=folder)
    assert (dict(pack.rules), pack.checks, pack.link, pack.units_text) == ({}, {}, {}, "")


def test_a_known_miss_and_a_publication_date_are_read(base: Path) -> None:
    write_files(base, {"en/periods.toml": NEARLY.replace("value", 'known_miss = true\npublished = "2026-02-14"\nvalue')})
    (rule,) = load_pack(built_in=base).rules["periods"]
    assert rule.examples[0].known_miss
    assert str(rule.examples[0].published) == "2026-02-14"


def test_a_pack_travels_between_tasks(base: Path) -> None:
    pack = load_pack(built_in=base)
    assert pickle.loads(pickle.dumps(pack)) == pack


def test_the_built_in_pack_of_this_project_has_no_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ledger.pack.parse.SCHEMAS", SCHEMAS)
    pack = load_pack()
    assert pack.name == "factledger"
    assert len(pack.digest) == 64


def test_the_built_in_rules_are_found_inside_the_package_first(tmp_path: Path) -> None:
    inside = write_files(tmp_path / "site" / "ledger" / "rules", {"pack.toml": ""})
    write_files(tmp_path / "site" / "rules", {"pack.toml": ""})
    assert built_in_folder(tmp_path / "site" / "ledger") == inside
    (inside / "pack.toml").unlink()
    assert built_in_folder(tmp_path / "site" / "ledger") == tmp_path / "site" / "rules"


def test_rules_that_are_nowhere_are_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="Install fact-ledger again"):
        built_in_folder(tmp_path)


# overlays


@pytest.mark.parametrize("place", ["qualifiers.toml", "en/qualifiers.toml"])
def test_an_overlay_adds_rules_after_the_built_in_ones(base: Path, place: str) -> None:
    folder = overlay(base, {place: NEARLY.replace('"nearly"\n', '"well_nigh"\n')})
    rules = load_pack([folder], built_in=base).rules["qualifiers"]
    assert [(rule.id, rule.own) for rule in rules] == [("nearly", False), ("well_nigh", True)]


def test_an_overlay_may_bring_a_kind_that_the_pack_below_lacks(base: Path) -> None:
    folder = overlay(base, {"outcomes.toml": NEARLY})
    assert [rule.id for rule in load_pack([folder], built_in=base).rules["outcomes"]] == ["nearly"]


def test_replaces_puts_the_new_rule_in_the_place_of_the_old(base: Path) -> None:
    write_files(base, {"en/qualifiers.toml": NEARLY + NEARLY.replace('"nearly"\n', '"last"\n')})
    folder = overlay(base, {"qualifiers.toml": NEARLY.replace("words", "replaces = true\nwords").replace("almost", "nigh on")})
    rules = load_pack([folder], built_in=base).rules["qualifiers"]
    assert [rule.id for rule in rules] == ["nearly", "last"]
    assert rules[0].fields == {"words": ["nearly", "nigh on"]}


def test_the_same_id_without_replaces_is_a_mistake(base: Path) -> None:
    mistake = only_mistake(base, {"en/qualifiers.toml": NEARLY})
    assert (mistake.file, mistake.rule) == ("en/qualifiers.toml", "nearly")
    assert mistake.reason == "rules/en/qualifiers.toml has a rule of this id: say replaces = true, or choose another id"
    assert mistake.excerpt == '    2 | id = "nearly"\n      | ^^'


def test_replacing_a_rule_that_is_not_there_is_a_mistake_with_a_hint(base: Path) -> None:
    mistake = only_mistake(base, {"qualifiers.toml": NEARLY.replace('"nearly"\n', '"neerly"\nreplaces = true\n')})
    assert mistake.reason == "'replaces' is set, but there is no qualifiers rule 'neerly' below it (did you mean 'nearly'?)"


def test_one_id_in_the_flat_and_the_language_file_is_a_mistake(base: Path) -> None:
    rule = NEARLY.replace('"nearly"\n', '"nigh"\n')
    mistake = only_mistake(base, {"qualifiers.toml": rule, "en/qualifiers.toml": rule})
    assert mistake.reason.startswith("the id stands twice in this pack: also in ")


@pytest.mark.parametrize("name", ["nearly", "qualifiers/nearly"])
def test_disable_takes_a_rule_out(base: Path, name: str) -> None:
    folder = overlay(base, {"pack.toml": f'name = "my"\nversion = "2"\nextends = "small"\ndisable = ["{name}"]\n'})
    pack = load_pack([folder], built_in=base)
    assert pack.rules["qualifiers"] == ()
    assert (pack.name, pack.version) == ("small+my", "1+2")


def test_disabling_what_is_not_there_is_a_mistake_with_a_hint(base: Path) -> None:
    mistake = only_mistake(base, {"pack.toml": 'name = "my"\nversion = "1"\ndisable = ["nearby"]\n'})
    assert mistake.reason == "there is no rule 'nearby' to disable (did you mean 'nearly'?)"
    assert mistake.excerpt == '    3 | disable = ["nearby"]\n      | ^^^^^^^'


def test_disabling_an_id_of_two_kinds_asks_which(base: Path) -> None:
    write_files(base, {"en/roles.toml": NEARLY})
    mistake = only_mistake(base, {"pack.toml": 'name = "my"\nversion = "1"\ndisable = ["nearly"]\n'})
    assert mistake.reason == "'nearly' is the id of several rules: say qualifiers/nearly or roles/nearly"


def test_extending_a_pack_that_is_not_loaded_is_a_mistake(base: Path) -> None:
    mistake = only_mistake(base, {"pack.toml": 'name = "my"\nversion = "1"\nextends = "smal"\n'})
    assert mistake.reason == "'extends' names the pack 'smal', which is not loaded (did you mean 'small'?)"


def test_tables_merge_key_by_key(base: Path) -> None:
    folder = overlay(
        base,
        {
            "checks.toml": '[A1]\nseverity = "info"\n',
            "link.toml": '[aliases]\n"free trade deal" = "free trade agreement"\n',
            "units.txt": "furlong_week = 1\n",
        },
    )
    pack = load_pack([folder], built_in=base)
    assert pack.checks == {"A1": {"severity": "info", "tolerance": "0.5"}}
    assert pack.link["weights"] == {"entity": 2.5}
    assert sorted(pack.link["aliases"]) == ["foreign activity", "free trade deal"]
    assert pack.units_text == "agreement = [agreement]\n\nfurlong_week = 1\n"


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"checks.toml": "[A1]\ntolerence = '1'\n"}, "unknown key 'A1.tolerence' (did you mean 'A1.tolerance'?)"),
        ({"checks.toml": "[A1]\ntolerance = 1\n"}, "'A1.tolerance' is a text in the pack below, not a number"),
        (
            {"checks.toml": "[A1]\nseverity = 'fatal'\n"},
            "'A1.severity' is one of error, warning, info, off, not 'fatal'",
        ),
        ({"checks.toml": "A1 = true\n"}, "'A1' is a table in the pack below, not a flag"),
        ({"link.toml": "[alias]\na = 'b'\n"}, "unknown key 'alias' (did you mean 'aliases'?)"),
        ({"pack.toml": "name = 'my'\nversion = '1'\ndisabled = []\n"}, "unknown key 'disabled' (did you mean 'disable'?)"),
        ({"pack.toml": "name = 'my'\nversion = 1\n"}, "'version' is text in quotes, not 1"),
        ({"pack.toml": "version = '1'\n"}, "the pack has no 'name'"),
        ({"qualifier.toml": NEARLY}, "there is no kind of rule named 'qualifier' (did you mean 'qualifiers'?)"),
        ({"check.toml": "[A1]\n"}, "there is no kind of rule named 'check' (did you mean 'checks'?)"),
    ],
)
def test_a_table_that_does_not_fit_is_a_mistake_with_a_hint(base: Path, files: dict[str, str | bytes], reason: str) -> None:
    assert only_mistake(base, files).reason == reason


def test_an_overlay_that_is_no_folder_of_rules_is_a_mistake(base: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    file = tmp_path / "qualifiers.toml"
    file.write_text(NEARLY)
    reasons = [mistake.reason for mistake in mistakes_of(base, empty, file, tmp_path / "gone")]
    assert reasons == [
        "holds no rule file: name.toml, flat or in en/",
        "is a file: give the folder that holds the rule files",
        "there is no such folder",
    ]


def test_a_rule_file_in_a_folder_that_is_not_read_is_a_mistake(base: Path) -> None:
    mistake = only_mistake(base, {"vi/roles.toml": NEARLY, "en/roles.toml": NEARLY})
    assert (mistake.file, mistake.reason) == ("vi/roles.toml", "is not read: rule files stand flat in the folder or in en/")


# mistakes in rules


def rule_mistake(base: Path, text: str) -> PackMistake:
    return only_mistake(base, {"roles.toml": text})


def test_a_syntax_error_shows_its_line_and_column(base: Path) -> None:
    mistake = rule_mistake(base, '[[rule]]\nid = "a"\nwords == 1\n')
    assert mistake.reason.startswith("line 3, column 8: Invalid value")
    assert mistake.excerpt == "    3 | words == 1\n      |        ^"


def test_a_file_that_ends_too_soon_shows_its_last_line(base: Path) -> None:
    mistake = rule_mistake(base, '[[rule]]\nid = "a')
    assert mistake.reason.endswith("at the end of the file")
    assert mistake.excerpt.startswith('    2 | id = "a')


def test_bytes_that_are_no_utf_8_show_their_line(base: Path) -> None:
    mistake = only_mistake(base, {"roles.toml": b'[[rule]]\nid = "caf\xe9"\n'})
    assert mistake.reason == "line 2, column 10: is not UTF-8 (byte 0xe9)"


@pytest.mark.parametrize("name", ["units.txt", "checks.toml", "pack.toml"])
def test_the_other_files_must_be_utf_8_too(base: Path, name: str) -> None:
    assert "is not UTF-8 (byte 0xff)" in only_mistake(base, {name: b"\xff"}).reason


def test_a_folder_in_the_place_of_a_file_is_a_mistake(base: Path) -> None:
    folder = overlay(base, {"roles.toml/inner.txt": "x"})
    (mistake,) = mistakes_of(base, folder)
    assert mistake.reason.startswith("cannot be read: ")


@pytest.mark.parametrize(
    ("old", "new", "rule", "reason", "line"),
    [
        ('id = "nearly"\n', "", "rule 1", "the rule has no 'id'", "[[rule]]"),
        ('id = "nearly"\n', "id = 7\n", "rule 1", "the rule has no 'id'", "id = 7"),
        ('value = "350"', 'valeu = "350"', "nearly", "'valeu' is no column of claims.csv (did you mean 'value'?)", 'valeu = "350"'),
        ('value = "350"', "value = 350", "nearly", "'value' is text in quotes, such as value = \"350\"", "value = 350"),
        ('value = "350"', 'kind = "counts"', "nearly", "'kind' is one of currency, physical", 'kind = "counts"'),
        ('value = "350"', 'reason = "dates"', "nearly", "'reason' is one of date, time,", 'reason = "dates"'),
        ('value = "350"', 'reason = "date"\nvalue = "1"', "nearly", "'value' cannot be expected beside 'reason'", 'value = "1"'),
        ('value = "350"', "known_miss = 1", "nearly", "'known_miss' is true or false", "known_miss = 1"),
        ('value = "350"', 'published = "soon"', "nearly", "'published' is a date such as", 'published = "soon"'),
        ("{nearly 350}", "{nearly 350", "nearly", "a brace is not closed in the example", "text = "),
        ("{nearly 350}", "{nearly {350}}}", "nearly", "a brace opens inside another in the example", "text = "),
        ("{nearly 350}", "nearly 350}", "nearly", "a brace closes that was not opened in the example", "text = "),
        ("{nearly 350}", "nearly 350", "nearly", "the example marks no mention: put {braces} around it", "text = "),
        ("{nearly 350}", "{} nearly 350", "nearly", "the braces hold nothing in the example", "text = "),
        ('ferry."', 'ferry."\nvalue = "1"', "nearly", "'value' is expected of nothing: put {braces}", 'value = "1"'),
        ("words = [", "replaces = 'yes'\nwords = [", "nearly", "'replaces' is true or false, not 'yes'", "replaces = "),
        ("words = [", "pattern = '(a'\nwords = [", "nearly", "'pattern' is not a valid pattern: missing )", "pattern = '(a'"),
        ("words = [", "pattern = 'a+b'\nwords = [", "nearly", "'pattern' repeats without bound (+)", "pattern = "),
        ("words = [", "since = 2026-01-01\nwords = [", "nearly", "'since' is a value that JSON knows", "since = "),
        ("words = [", "most = inf\nwords = [", "nearly", "'most' is a value that JSON knows", "most = inf"),
    ],
)
def test_a_mistake_in_a_rule_names_rule_reason_and_line(base: Path, old: str, new: str, rule: str, reason: str, line: str) -> None:
    assert old in NEARLY
    mistake = rule_mistake(base, NEARLY.replace(old, new, 1))
    assert mistake.rule == rule
    assert mistake.reason.startswith(reason)
    shown, caret = mistake.excerpt.split("\n")
    assert shown.split(" | ")[1].startswith(line)
    assert caret.index("^") == 8


def test_a_rule_without_proof_is_two_mistakes(base: Path) -> None:
    folder = overlay(base, {"roles.toml": '[[rule]]\nid = "a"\n'})
    assert [mistake.reason for mistake in mistakes_of(base, folder)] == [
        "the rule has no example: write [[rule.example]] with a text",
        "the rule has no counterexample: write [[rule.counterexample]] with a text",
    ]


def test_an_id_that_stands_twice_is_blamed_at_the_second(base: Path) -> None:
    mistake = rule_mistake(base, NEARLY + NEARLY)
    assert mistake.reason == "the id stands twice in this file: also as rule 1"
    assert mistake.excerpt.startswith(f"{NEARLY.count(chr(10)) + 2:>5} | id = ")


def test_a_key_outside_a_rule_is_a_mistake(base: Path) -> None:
    mistake = rule_mistake(base, "[[rules]]\nid = 'a'\n")
    assert mistake.reason == "'rules' stands outside a rule (did you mean 'rule'?): a rule file holds [[rule]] tables only"


@pytest.mark.parametrize("text", ["rule = 3\n", "[rule]\nid = 'a'\n"])
def test_rules_that_are_no_list_of_tables_are_a_mistake(base: Path, text: str) -> None:
    assert rule_mistake(base, text).reason == "'rule' is a list of tables: write [[rule]] above each"


def test_an_example_that_is_no_list_of_tables_is_a_mistake(base: Path) -> None:
    mistake = rule_mistake(base, NEARLY.replace("[[rule.example]]", "[rule.example]"))
    assert mistake.reason == "'example' is a list of tables: write [[rule.example]] above each"


def test_the_second_example_is_blamed_on_its_own_line(base: Path) -> None:
    mistake = rule_mistake(base, NEARLY + '[[rule.example]]\ntext = "{12} cats"\nvalve = "12"\n')
    assert mistake.excerpt.startswith('   12 | valve = "12"')


def test_every_mistake_of_every_file_comes_at_once(base: Path) -> None:
    folder = overlay(
        base,
        {
            "pack.toml": "name = 'my'\nversion = '1'\ndisable = ['gone']\n",
            "checks.toml": "[Z9]\n",
            "roles.toml": NEARLY.replace("value", "valeu"),
            "periods.toml": "[[rule]\n",
            "en/units.toml": NEARLY.replace("{", ""),
        },
    )
    with pytest.raises(PackError) as caught:
        load_pack([folder], built_in=base)
    assert sorted(Path(mistake.file).name for mistake in caught.value.mistakes) == [
        "checks.toml",
        "pack.toml",
        "periods.toml",
        "roles.toml",
        "units.toml",
    ]
    assert str(caught.value).endswith("rules: 5 mistakes in the rule pack. Mend them and run again.")


def test_unreadable_layers_do_not_hide_the_mistakes_of_others(base: Path, tmp_path: Path) -> None:
    folder = overlay(base, {"roles.toml": NEARLY.replace("value", "valeu")})
    assert len(mistakes_of(base, folder, tmp_path / "gone")) == 2


# braces and patterns


def test_double_braces_are_braces() -> None:
    assert unbrace("set {{1}} of {2}") == ("set {1} of 2", ((11, 12),))


@given(st.lists(st.tuples(st.text("ab 1{}", max_size=6), st.text("cd{}", min_size=1)), max_size=5), st.text("e{}", max_size=4))
def test_braces_come_out_and_their_spans_hold_what_they_marked(parts: list[tuple[str, str]], tail: str) -> None:
    def double(text: str) -> str:
        return text.replace("{", "{{").replace("}", "}}")

    # a mark beside a literal brace would read as a double one: a letter keeps them apart
    pieces = [(f"{before}x", f"y{marked}z") for before, marked in parts]
    marked = "".join(f"{double(before)}{{{double(inner)}}}w" for before, inner in pieces) + double(tail)
    text, spans = unbrace(marked)
    assert text == "".join(f"{before}{inner}w" for before, inner in pieces) + tail
    assert [text[start:end] for start, end in spans] == [inner for _, inner in pieces]


@pytest.mark.parametrize("pattern", ["nearly|almost", "a{1,3}+b", "[+*]", r"\+\*", "a?+", "(?:a){0,9}", r"[^]*]", r"[\]+]", "a{2}?"])
def test_a_bounded_pattern_may_be_used(pattern: str) -> None:
    assert pattern_fault(pattern) == ""


@pytest.mark.parametrize(
    ("pattern", "repeat"), [("a*", "*"), (r"\d+", "+"), ("[a]+", "+"), ("(a|b)*", "*"), ("a{3,}", "{3,}"), ("a*?", "*")]
)
def test_an_unbounded_repeat_is_found(pattern: str, repeat: str) -> None:
    assert unbounded_repeat(pattern) == repeat
    assert repeat in pattern_fault(pattern)


# keys and their forms


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('bounds = ["", "1]"]', "the rule has no 'words'"),
        ('words = ["nearly"]', "the rule has no 'bounds'"),
        ('words = ["nearly"]\nbounds = ["1", "1]"]', "'bounds' is two ends as multiples of the figure, such as"),
        ('words = ["nearly"]\nbounds = ["", "1]"]\nexpcted = 1', "unknown key 'expcted' (did you mean 'expected'?)"),
    ],
)
def test_a_kind_with_a_schema_is_held_to_it(base: Path, monkeypatch: pytest.MonkeyPatch, text: str, reason: str) -> None:
    schema = {"words": "texts!", "bounds": "bounds!", "expected": "bounds"}
    monkeypatch.setattr("ledger.pack.parse.SCHEMAS", {"roles": schema})
    assert rule_mistake(base, f'[[rule]]\nid = "a"\n{text}\n{PROOF}').reason.startswith(reason)


@pytest.mark.parametrize(
    ("form", "value"),
    [
        ("text", ""),
        ("texts!", []),
        ("decimal", "-1000.5"),
        ("decimals", ["24", "99"]),
        ("ratio", "1/3"),
        ("bounds", ["[0.9", "1.1]"]),
        ("bounds", ["", "1)"]),
        ("date", "2026-02-14"),
        ("number", 0.5),
        ("integer", 3),
        ("flag", False),
        ("any", {"a": [1, "b"]}),
        ("-> decimal", {"million": "1000000"}),
        ("-> decimal or -> ratio", {"half": "1/2"}),
        ("texts or -> text!", {"a": "b"}),
        ("start|end", "end"),
    ],
)
def test_a_value_of_the_form_is_accepted(form: str, value: object) -> None:
    assert form_fault("key", form, value) == ""


@pytest.mark.parametrize(
    ("form", "value", "told"),
    [
        ("text", 1, "'key' is text in quotes, not 1"),
        ("texts", "a", "'key' is a list of texts, such as [\"a\", \"b\"], not 'a'"),
        ("decimal", "1e6", "'key' is a number in quotes, such as \"1000\", not '1e6'"),
        ("decimal", 1000, "'key' is a number in quotes, such as \"1000\", not 1000"),
        ("decimals", ["24", 99], "'key' is a list of numbers in quotes, such as [\"24\", \"99\"], not ['24', 99]"),
        ("ratio", "1/0", "'key' is a fraction in quotes, such as \"1/3\", not '1/0'"),
        ("bounds", ["[2", "1]"], "'key' is two ends as multiples of the figure"),
        ("bounds", ["0.9", "1.1"], "'key' is two ends as multiples of the figure"),
        ("bounds", ["[1"], "'key' is two ends as multiples of the figure"),
        ("date", "14 February", "'key' is a date in quotes"),
        ("integer", 1.5, "'key' is a whole number, not 1.5"),
        ("integer", True, "'key' is a whole number, not true"),
        ("number", float("nan"), "'key' is a number, not nan"),
        ("flag", "yes", "'key' is true or false, not 'yes'"),
        ("-> decimal", {"million": 1}, "'key' is a table of words, each with a number in quotes, such as \"1000\", not {'million': 1}"),
        ("texts or -> text", 3, '\'key\' is a list of texts, such as ["a", "b"] or a table of words, each with text in quotes, not 3'),
        ("start|end", "ends", "'key' is one of start, end, not 'ends' (did you mean 'end'?)"),
        ("start|end", ["end"], "'key' is one of start, end, not ['end']"),
    ],
)
def test_a_value_of_another_form_is_told(form: str, value: object, told: str) -> None:
    assert form_fault("key", form, value).startswith(told)


@pytest.mark.parametrize(
    ("form", "entry", "required"),
    [
        ("text", {}, False),
        ("text!", {}, True),
        ("texts!role=a|b", {"role": "b"}, True),
        ("texts!role=a|b", {"role": "c"}, False),
        ("texts!without words", {}, True),
        ("texts!without words", {"words": []}, False),
    ],
)
def test_a_key_may_be_required_by_another(form: str, entry: dict[str, object], required: bool) -> None:
    assert is_required(form, entry) is required


def test_every_schema_is_of_a_kind_of_rule() -> None:
    assert set(SCHEMAS) <= set(RULE_KINDS)


# the cache and the digest


def cached_files(cache: Path) -> list[str]:
    return sorted(path.name for path in cache.glob("*")) if cache.exists() else []


def test_a_cached_pack_equals_a_fresh_one(base: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = load_pack(built_in=base)
    assert len(cached_files(cache)) == 1
    monkeypatch.setattr("ledger.pack.load._compile", lambda *_: pytest.fail("the cache was not used"))
    assert load_pack(built_in=base) == fresh


@pytest.mark.parametrize(
    "damage", [lambda old: b"", lambda old: old[:-3], lambda old: old.replace(b"350", b"351"), lambda old: b"\xff\n{}"]
)
def test_a_broken_cache_is_rebuilt(base: Path, cache: Path, damage: Callable[[bytes], bytes]) -> None:
    fresh = load_pack(built_in=base)
    (path,) = cache.glob("*")
    sound = path.read_bytes()
    path.write_bytes(damage(sound))
    assert load_pack(built_in=base) == fresh
    assert path.read_bytes() == sound


def test_an_edit_is_seen_and_overwrites_the_cache(base: Path, cache: Path) -> None:
    load_pack(built_in=base)
    write_files(base, {"en/qualifiers.toml": NEARLY.replace("almost", "nigh on")})
    assert load_pack(built_in=base).rules["qualifiers"][0].fields["words"] == ["nearly", "nigh on"]
    assert len(cached_files(cache)) == 1


def test_a_pack_with_mistakes_is_never_cached(base: Path, cache: Path) -> None:
    mistakes_of(base, overlay(base, {"roles.toml": "x"}))
    assert cached_files(cache) == []


def test_no_cache_is_kept_where_the_environment_says_so(base: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTLEDGER_NO_CACHE", "1")
    pack = load_pack(built_in=base)
    assert cached_files(cache) == []
    monkeypatch.delenv("FACTLEDGER_NO_CACHE")
    assert load_pack(built_in=base) == pack


def test_a_cache_that_cannot_be_written_does_no_harm(base: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    assert load_pack(built_in=base).name == "small"


def test_the_digest_does_not_know_where_the_files_are(base: Path, tmp_path: Path) -> None:
    folder = overlay(base, {"roles.toml": NEARLY})
    other = write_files(tmp_path / "elsewhere", {"en/roles.toml": NEARLY})
    moved = base.rename(tmp_path / "moved")
    assert load_pack([folder], built_in=moved).digest == load_pack([other], built_in=moved).digest


def test_the_digest_does_not_know_the_order_of_keys_nor_examples_nor_comments(base: Path) -> None:
    before = load_pack(built_in=base).digest
    shuffled = '# a comment\n[A1]\ntolerance = "0.5"\nseverity = "error"\n'
    write_files(base, {"checks.toml": shuffled, "en/qualifiers.toml": NEARLY.replace("port", "dock")})
    assert load_pack(built_in=base).digest == before


@pytest.mark.parametrize(
    "files",
    [
        {"checks.toml": '[A1]\nseverity = "info"\ntolerance = "0.5"\n'},
        {"link.toml": "[weights]\nentity = 2.25\n"},
        {"units.txt": "agreement = [accord]\n"},
        {"en/qualifiers.toml": NEARLY.replace("almost", "nigh on")},
        {"en/roles.toml": NEARLY},
        {"pack.toml": 'name = "small"\nversion = "2"\n'},
    ],
)
def test_the_digest_knows_all_that_can_change_a_ledger(base: Path, files: dict[str, str | bytes]) -> None:
    before = load_pack(built_in=base).digest
    write_files(base, files)
    assert load_pack(built_in=base).digest != before


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(base: Path) -> None:
    before = load_pack(built_in=base)
    write_files(base, {"en/qualifiers.toml": b"\xef\xbb\xbf" + NEARLY.replace("\n", "\r\n").encode()})
    assert load_pack(built_in=base) == before


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=8)
FIELDS = st.dictionaries(
    st.from_regex(r"[a-z]{3,8}_k", fullmatch=True),
    st.one_of(
        WORDS, st.booleans(), st.integers(-(2**40), 2**40), st.floats(allow_nan=False, allow_infinity=False), st.lists(WORDS, max_size=3)
    ),
    max_size=4,
)


@given(st.lists(st.tuples(WORDS, FIELDS), max_size=4, unique_by=lambda rule: rule[0]))
def test_every_field_that_toml_can_write_comes_back(
    tmp_path_factory: pytest.TempPathFactory, rules: list[tuple[str, dict[str, object]]]
) -> None:
    text = "".join(f"[[rule]]\nid = {json.dumps(name, ensure_ascii=False)}\n{toml_keys(fields)}{PROOF}" for name, fields in rules)
    files = {"pack.toml": 'name = "a"\nversion = "1"\n', "en/speech.toml": text.encode()}
    folder = write_files(tmp_path_factory.mktemp("rules"), files)
    first, again = load_pack(built_in=folder), load_pack(built_in=folder)
    assert first == again
    assert [(rule.id, rule.fields) for rule in rules_of(first, "speech")] == rules


def rules_of(pack: RulePack, kind: str) -> tuple[object, ...]:
    return pack.rules.get(kind, ())


def toml_keys(fields: dict[str, object]) -> str:
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())
