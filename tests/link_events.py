"""Six small events, each told by three outlets. The texts are our own.

A brace marks a figure with the name of its fact, `{dead 17}`: figures of one name are one fact, those of two names two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

_WIRE, _LATER = date(2031, 5, 6), date(2031, 5, 8)


@dataclass(frozen=True, slots=True)
class Event:
    """What three outlets tell of one event (outlet -> day, text), and the verdict that each marked fact deserves."""

    told: Mapping[str, tuple[date, str]]
    verdicts: Mapping[str, str]


FERRY = Event(
    {
        "beacon": (
            _WIRE,
            """Ferry capsizes off Tarnholm, {dead 14} dead

The car ferry Alma Rood capsized in a squall off Tarnholm on Monday evening, killing {dead 14} people, the coastguard said.

Another {hurt 31} people were injured, harbourmaster Inga Solvay said. The ferry was carrying {aboard 112} passengers to
Krell, {distance 18 kilometres} across the sound.

Divers were still looking for {missing five} people who are missing. Among the dead is Ola Brekke, {mate 43}, the ship's mate.
""",
        ),
        "courier": (
            _WIRE,
            """Squall overturns Tarnholm ferry

At least {dead 14} people died when the ferry Alma Rood overturned near Tarnholm on Monday evening.

Rescuers took {hurt 31} injured people to the hospital in Krell, said Inga Solvay, the harbourmaster. There were
{aboard 112} passengers on board.

{missing Five} people were missing on Tuesday morning. Liv Aker, {cook 51}, a cook, was rescued after two hours. In 2019
a fire on another ferry killed {fire 22} people at Osterby.
""",
        ),
        "tribune": (
            _WIRE,
            """Tarnholm mourns after ferry disaster

The capsizing of the Alma Rood off Tarnholm on Monday killed {dead 14} people and injured {hurt 40}, according to the
town's mayor, Per Lund.

The hospital in Krell treated {part 12} of the injured. The ship's mate, Ola Brekke, {mate 43}, is among the dead.

The ferry had {aboard 128} passengers on board although it is licensed for {licence 120}. It was about {distance 18 km}
from Krell.
""",
        ),
    },
    {
        "dead": "nuance",
        "hurt": "conflict",
        "aboard": "conflict",
        "missing": "agree",
        "distance": "nuance",
        "fire": "single",
        "licence": "single",
        "part": "single",
        "mate": "agree",
        "cook": "single",
    },
)

MERGER = Event(
    {
        "ledgerpost": (
            _WIRE,
            """Brightwell bids for Carden Foods

Brightwell Mills offered {offer $3.2 billion} for Carden Foods on Tuesday, a day after the rival bidder Ostrava Grain
withdrew its offer of {rival $2.9 billion}.

Brightwell would pay {share $41} for each Carden share, a premium of {premium 26 percent}. The combined company would
employ {staff 18,400} people.
""",
        ),
        "marketeer": (
            _WIRE,
            """Carden Foods board backs Brightwell offer

The board of Carden Foods backed a {offer $3.2 billion} takeover offer from Brightwell Mills, its largest competitor.

Shareholders are to get {share $41} a share, {premium 26%} more than Monday's closing price. Brightwell expects savings
of {savings $150 million} a year.

Ostrava Grain, which had bid {rival $2.9 billion}, said it would not raise its offer.
""",
        ),
        "standard": (
            _WIRE,
            """Brightwell Mills to buy Carden in food deal

Brightwell Mills has agreed to buy Carden Foods for about {offer $3.2 billion}, the two companies said on Tuesday.

They expect annual savings of {savings $190 million}, and a work force of {staff 18,400} people. Shares of Carden closed
at {price $32.50} on Monday.
""",
        ),
    },
    {
        "offer": "nuance",
        "rival": "agree",
        "share": "agree",
        "premium": "agree",
        "staff": "agree",
        "savings": "conflict",
        "price": "single",
    },
)

ELECTION = Event(
    {
        "gazette": (
            _WIRE,
            """Turnout of {turnout 61 percent} in Velmark election

Turnout in Sunday's parliamentary election in Velmark was {turnout 61 percent}, the electoral commission said, against
{earlier 54 percent} four years ago.

The Reform Party won {reform 87} seats, the commission's chairwoman, Dana Ilves, said. About {voters 2.4 million} people
voted at {stations 1,950} polling stations.
""",
        ),
        "observer": (
            _WIRE,
            """Reform Party wins Velmark election

The Reform Party won {reform 87} seats in the parliament of Velmark in Sunday's election and the National Union took
{union 52} seats.

The electoral commission put turnout at {turnout 61.3 percent}. It had opened {stations 1,950} polling stations.
""",
        ),
        "monitor": (
            _WIRE,
            """Velmark turns to Reform Party

Voters in Velmark gave the Reform Party {reform 89} seats in the parliamentary election on Sunday, Dana Ilves of the
electoral commission said.

Some {voters 2.4 million} people cast a vote. The National Union won {union 52} seats.
""",
        ),
    },
    {"turnout": "rounding", "earlier": "single", "reform": "conflict", "union": "agree", "voters": "agree", "stations": "agree"},
)

LAUNCH = Event(
    {
        "gadgeteer": (
            _WIRE,
            """Lumeo shows the Pebble 4 and Pebble 4 Max

Lumeo presented two telephones in Tavira on Tuesday. The Pebble 4 has a {small 5.9-inch} screen and the Pebble 4 Max a
{large 6.7-inch} screen.

The Pebble 4 costs {base $549} and the Pebble 4 Max costs {max $749}. Lumeo, which sold {sold 3.1 million} telephones
last year, will deliver them from 2 June.
""",
        ),
        "handsets": (
            _WIRE,
            """Lumeo's new Pebble: two sizes, one chip

The new Pebble 4 from Lumeo has a {small 5.9-inch} screen, its sister Pebble 4 Max a {large 6.7-inch} one.

Lumeo asks {base $549} for the Pebble 4. The Pebble 4 Max starts at {max $799}, chief executive Rui Prado said in Tavira.
""",
        ),
        "mobilepost": (
            _WIRE,
            """Prado bets on a bigger Pebble

Lumeo's chief executive, Rui Prado, showed the Pebble 4 Max in Tavira, a telephone with a {large 6.7-inch} screen that
costs {max $749}.

The smaller Pebble 4 costs {base $549}. Lumeo sold {sold 3.1 million} telephones last year.
""",
        ),
    },
    {"small": "agree", "large": "agree", "base": "agree", "max": "conflict", "sold": "agree"},
)

STRIKE = Event(
    {
        "workday": (
            _WIRE,
            """Dockers strike in Port Halden

Some {strikers 4,200} dockers walked out in Port Halden on Tuesday, the union DWU said. They want {ask 9 percent} more
pay; the port's owner, Halden Terminals, offers {bid 4 percent}.

The strike held up {ships 23} ships. Halden Terminals said each day would cost {cost $6 million}.
""",
        ),
        "portnews": (
            _WIRE,
            """Port Halden stands still

A strike by dockers shut Port Halden on Tuesday. Halden Terminals said {strikers 2,900} dockers had walked out.

The union DWU demands a pay rise of {ask 9 percent}. The company has offered {bid 4 percent}. {ships Twenty-three} ships
were waiting outside the port.
""",
        ),
        "chronicle": (
            _WIRE,
            """Halden dockers down tools over pay

Port Halden was closed on Tuesday by a strike of dockers who ask for {ask 9%} more pay, more than twice the {bid 4%}
that Halden Terminals offers.

The company puts its loss at {cost $6 million} a day. In 2027 a strike in Port Halden lasted {days 11 days}.
""",
        ),
    },
    {"strikers": "conflict", "ask": "agree", "bid": "agree", "ships": "agree", "cost": "agree", "days": "single"},
)

STORM = Event(
    {
        "islander": (
            _WIRE,
            """Storm Edda kills {dead 6} in Marrow Islands

Storm Edda killed {dead six} people in the Marrow Islands on Monday, civil protection chief Luz Barra said.

The storm damaged {houses 1,300} houses and cut power to {power 45,000} households. Winds reached
{wind 170 kilometres per hour} ({wind 106 mph}).
""",
        ),
        "sentinel": (
            _LATER,
            """Toll of Storm Edda rises to {dead 11}

The toll of Storm Edda in the Marrow Islands rose to {dead 11} dead on Thursday, said Luz Barra, the civil protection chief.

Some {houses 1,300} houses were damaged. {clinic Three} of the dead were found in Port Sable. Winds had reached
{wind 170 kilometres per hour}.
""",
        ),
        "morning": (
            _LATER,
            """Marrow Islands count the cost of Storm Edda

Storm Edda killed {dead 11} people in the Marrow Islands, the authorities said on Thursday. It damaged {houses 1,300}
houses and left {power 45,000} households without power.

Storm Vidar, which struck the islands in 2022, killed {earlier 19} people.
""",
        ),
    },
    {
        "dead": "superseded",
        "houses": "nuance",
        "power": "agree",
        "wind": "rounding",
        "clinic": "single",
        "earlier": "single",
    },
)

EVENTS = {"ferry": FERRY, "merger": MERGER, "election": ELECTION, "launch": LAUNCH, "strike": STRIKE, "storm": STORM}
