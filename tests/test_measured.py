"""What amounts, shares and sizes measure."""

from __future__ import annotations

import pytest

from extracting import claims_of, only_claim

MEASURED = [
    ("Total import-export turnover exceeded 930 billion USD.", "import-export turnover"),
    ("The port saw a 40% increase in bilateral trade.", "bilateral trade"),
    ("The yard reported a 12% drop in orders.", "order"),
    ("The fund bought a 12% stake in the yard.", "stake"),
    ("They lost 80% of homes.", "home"),
    ("The quake struck at a depth of 10 km.", "depth"),
    ("The wall is three metres high.", "height"),
    ("The wreck lies 12 km north of the cape.", "distance"),
    ("The new boat costs 900 euros.", "price"),
    ("She sold the boat for 900 euros.", "sale price"),
    ("Repairs lasted three weeks in all.", "repair"),
    ("They stayed three weeks.", "duration"),
    ("The state owes $5 million of debt.", "debt"),
    ("They took 2m euros ($2.6m) in gems.", "gem"),
    ("It was a 10-kilometre race.", "race"),
]


@pytest.mark.parametrize(("text", "entity"), MEASURED)
def test_the_measured_thing(text: str, entity: str) -> None:

    assert claims_of(text)[0].entity == entity


def test_a_place_behind_in_is_not_what_money_is_spent_on() -> None:
    assert only_claim("The firm earned $3 million in Ghana.").entity != "Ghana"


def test_a_share_who_goes_on_with_the_whole_before() -> None:

    first, second = claims_of("Some 62 percent of voters agreed, compared with 35 percent who did not.")
    assert (first.entity, second.entity) == ("voter", "voter")
