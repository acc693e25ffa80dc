"""Eight more small events, told by three or four outlets each: tolls that rise, parts, variants, deals, earlier events.

The texts are our own and marked as in link_events.py.
"""

from __future__ import annotations

from datetime import date

from link_events import Event

_DAWN, _NEXT = date(2033, 3, 14), date(2033, 3, 15)

QUAKE = Event(
    {
        "wire": (
            _DAWN,
            """Strong quake shakes Orvani, {dead 4} dead

A {mag 6.4}-magnitude earthquake struck the mountains of Orvani on Monday, killing at least {dead four} people and injuring
{hurt dozens}, officials said.

The quake struck at a depth of {depth 12 kilometres}, {town 35 kilometres} north of the town of Selt, the seismological
institute said. In the village of Garm a wall collapsed and killed {wall two} children.

Orvani was hit by a quake in 1998 that killed {old 2,300} people.
""",
        ),
        "evening": (
            _NEXT,
            """Orvani quake toll climbs to {dead 61}

Rescuers dug through rubble in Orvani on Tuesday as the death toll of Monday's earthquake climbed to {dead 61}. Another
{hurt 240} people were injured, the civil defence chief, Tamar Odel, said.

The hospital in Selt said it had treated {clinic 85} people with injuries. More than {houses 1,200} houses were destroyed,
according to Odel. The quake had a magnitude of {mag 6.4}.

An earthquake in the same mountains killed {old 2,300} people in 1998.
""",
        ),
        "times": (
            _NEXT,
            """Orvani buries its dead

At least {dead 61} people died and {hurt 240} were hurt when a magnitude-{mag 6.4} earthquake hit Orvani on Monday, Tamar
Odel of the civil defence said.

It flattened about {houses 1,200} homes. In Garm alone {garm 19} people were killed. The quake was centred {town 35 km}
north of Selt at a depth of {depth 12 km}. There have been {after seven} aftershocks.
""",
        ),
        "post": (
            _NEXT,
            """Survivors sleep in the open after Orvani quake

Survivors of the earthquake in Orvani spent a second night in tents. The {mag 6.1}-magnitude quake killed {dead 61} people
on Monday.

The army has put up {tents 400} tents. Odel said {houses 1,200} houses could no longer be lived in, and that at least
{after nine} aftershocks had been felt. A quake last year in the neighbouring province of Lurn injured {lurn 30} people.
""",
        ),
    },
    {
        "dead": "superseded",
        "hurt": "superseded",
        "mag": "conflict",
        "depth": "agree",
        "town": "agree",
        "wall": "single",
        "old": "agree",
        "clinic": "single",
        "garm": "single",
        "houses": "nuance",
        "after": "conflict",
        "tents": "single",
        "lurn": "single",
    },
)

COURT = Event(
    {
        "herald": (
            _DAWN,
            """Banker Hallam jailed for {term 14 years}

Former banker Victor Hallam, {age 52}, was sentenced to {term 14 years} in prison on Monday for defrauding clients of
{sum £38 million}.

Prosecutors had asked for {asked 20 years}. The jury of {jury 12} found him guilty of {counts 23} counts of fraud after
{talks three days} of deliberations. He must also pay a fine of {fine £2 million}.
""",
        ),
        "mercury": (
            _NEXT,
            """Hallam gets {term 14 years}

Judge Ruth Aldous sentenced Victor Hallam to {term 14 years} for a fraud that cost {clients 310} clients {sum £38m}.

"You betrayed them," she told the {age 52}-year-old. The prosecution had sought a sentence of {asked 20 years}. Hallam was
convicted of {counts 23} counts in February, after the jury had deliberated for {talks three days}.
""",
        ),
        "standard": (
            _NEXT,
            """Fraudster who lived in style goes to jail

Victor Hallam, {age 53}, who stole {sum £41 million} from clients of his bank, was sent to prison for {term 14 years} on
Monday.

More than {clients 300} clients lost their savings, the court in Ely Street heard. Hallam was fined {fine £2 million}. His
partner, Simon Creed, {creed 47}, was sentenced to {partner six years} last year.
""",
        ),
    },
    {
        "term": "agree",
        "age": "conflict",
        "sum": "conflict",
        "asked": "agree",
        "jury": "single",
        "counts": "agree",
        "talks": "agree",
        "fine": "agree",
        "clients": "rounding",
        "creed": "single",
        "partner": "single",
    },
)

RESCUE = Event(
    {
        "coast": (
            _DAWN,
            """{saved Nine} sailors saved off Cape Rannoch

{saved Nine} sailors were rescued from the trawler Linnea on Monday after it sank {off 40 nautical miles} off Cape Rannoch,
the coastguard said. {lost Two} others are missing.

The crew spent {raft five hours} in a life raft in waves of {waves eight metres}. A helicopter flew {flights three} times
to bring them ashore.
""",
        ),
        "nautical": (
            _NEXT,
            """Search for Linnea crew called off

The coastguard called off its search for {lost two} missing crew members of the trawler Linnea, which went down
{off 74 kilometres} off Cape Rannoch on Monday with {crew 11} people aboard.

{saved Nine} of the crew were rescued by helicopter after {raft five hours} in a raft. The waves were up to {waves 8 metres}
high. The Linnea, {length 31 metres} long, was built in 1987.
""",
        ),
        "islander": (
            _NEXT,
            """Captain tells of night in the raft

"We thought nobody would come," said Erik Voll, {captain 58}, captain of the Linnea, one of {saved nine} people who were
saved off Cape Rannoch.

The {crew 11} men on board had got into the raft when the trawler listed. They were in it for {raft seven hours}, he said.
The {lost two} missing men were {cook 24} and {mate 36} years old. In 2021 {sister six} sailors drowned when the trawler
Sunniva sank.
""",
        ),
    },
    {
        "saved": "agree",
        "off": "rounding",
        "lost": "agree",
        "raft": "conflict",
        "waves": "nuance",
        "flights": "single",
        "crew": "agree",
        "length": "single",
        "captain": "single",
        "cook": "single",
        "mate": "single",
        "sister": "single",
    },
)

TAKEOVER = Event(
    {
        "bourse": (
            _DAWN,
            """Teldane to buy Norsk Optik for {price $8.4 billion}

Teldane agreed on Monday to buy the lens maker Norsk Optik for {price $8.4 billion} in cash and shares, its largest
acquisition so far.

The deal would create a company with annual sales of {sales $11 billion}. Norsk Optik had revenue of {target $3.1 billion}
last year. Teldane expects to save {save $200 million} by 2035 and to cut {jobs 1,500} jobs.
""",
        ),
        "capital": (
            _NEXT,
            """Teldane bets {price $8.4 billion} on lenses

The {price $8.4 billion} takeover of Norsk Optik makes Teldane the second-largest lens maker in the world, with a
{share 22 percent} share of the market.

Teldane said it would cut about {jobs 1,500} jobs at the two companies. Savings would reach {save $250 million} by 2035.
Shares in Teldane fell {fall 4 percent}, those in Norsk Optik rose {rise 19 percent}.
""",
        ),
        "trader": (
            _NEXT,
            """Lens deal worries Teldane investors

Teldane stock lost {fall 4%} after it said it would pay {price $8.6 billion} for Norsk Optik.

The combined group would have sales of {sales $11 billion} a year. Norsk Optik made {target $3.1 billion} in revenue last
year, and has {staff 9,200} employees. The market leader, Veritas, has a market share of {leader 31%}; Teldane and Norsk
would have {share 22%} together.
""",
        ),
        "observer": (
            _NEXT,
            """Why Teldane wants Norsk Optik

Behind Teldane's bid of about {price $8.4 billion} for Norsk Optik stands its chief executive, Ana Ruiz, who bought the
camera maker Fotel for {fotel $1.2 billion} in 2029.

Ruiz thinks that the {market $45 billion} market for lenses will double. About {jobs 2,000} jobs could go, analysts say.
""",
        ),
    },
    {
        "price": "conflict",
        "sales": "agree",
        "target": "agree",
        "save": "superseded",
        "jobs": "conflict",
        "share": "agree",
        "fall": "agree",
        "rise": "single",
        "staff": "single",
        "leader": "single",
        "fotel": "single",
        "market": "single",
    },
)

RAIL = Event(
    {
        "commuter": (
            _DAWN,
            """Train drivers stop work in Belmar

Train drivers in Belmar walked out on Monday for {length 48 hours}. The railway cancelled {cancelled 1,400} of its
{daily 2,000} daily trains.

The drivers' union, BTU, which has {members 12,000} members, wants a rise of {ask 7.5 percent}; the railway has offered
{bid 3 percent}. It is the {nth third} strike this year.
""",
        ),
        "daily": (
            _NEXT,
            """Belmar strike strands {stranded 300,000}

A {length 48-hour} strike by train drivers stranded {stranded 300,000} commuters in Belmar on Monday.

About {cancelled 1,400} trains were cancelled, the railway said. The union demands {ask 7.5%} more pay and turned down an
offer of {bid 3%}. According to the BTU, {joined 90 percent} of drivers took part; the railway said {said 60 percent}.
""",
        ),
        "voice": (
            _NEXT,
            """BTU: more strikes to come

The BTU threatened further strikes after its drivers stopped {cancelled 1,600} trains in Belmar on Monday.

The union, with {members 12,000} members, rejected the {bid 3 percent} that the railway offered. It asks for
{ask 7.5 percent}. Some {stranded 300,000} passengers could not get to work. In October, {autumn 9,000} bus drivers struck.
""",
        ),
    },
    {
        "length": "agree",
        "cancelled": "conflict",
        "daily": "single",
        "members": "agree",
        "ask": "agree",
        "bid": "agree",
        "nth": "single",
        "stranded": "nuance",
        "joined": "single",
        "said": "single",
        "autumn": "single",
    },
)

TABLET = Event(
    {
        "bytes": (
            _DAWN,
            """Ondo unveils two Slate tablets

Ondo showed its new Slate tablets in Porto on Monday. The Slate Mini has an {mini 8-inch} screen and costs {minicost $299}.
The Slate Pro comes with a {pro 12-inch} screen for {procost $699}.

The Mini weighs {miniweight 290 grams} and runs for {minihours 9 hours} on one charge; the Pro lasts {prohours 14 hours}.
Both have {ram 8GB} of memory. The Mini has {ministore 64GB} of storage, the Pro {prostore 256GB}.
""",
        ),
        "tester": (
            _NEXT,
            """First look: Ondo Slate Pro

The Slate Pro, Ondo's new {pro 12-inch} tablet, costs {procost $699} and has {prostore 256GB} of storage.

In our hands it felt light at {proweight 540 grams}. Ondo promises {prohours 12 hours} of battery life. There is {ram 8GB}
of memory on board. The smaller Slate Mini sells for {minicost $299}.
""",
        ),
        "shopper": (
            _NEXT,
            """Ondo's Slate Mini starts at {minicost $299}

Ondo's {mini 8-inch} Slate Mini goes on sale on 2 April for {minicost $299}, {cheaper $50} less than the model it replaces.

It offers {ministore 64GB} of storage, weighs {miniweight 290g} and has a battery for {minihours nine hours}. The Slate Pro
will cost {procost $749}. Ondo sold {sold 2.2 million} tablets last year.
""",
        ),
    },
    {
        "mini": "agree",
        "minicost": "nuance",
        "pro": "agree",
        "procost": "conflict",
        "miniweight": "agree",
        "proweight": "single",
        "minihours": "agree",
        "prohours": "conflict",
        "ram": "agree",
        "ministore": "agree",
        "prostore": "agree",
        "cheaper": "single",
        "sold": "single",
    },
)

HEIST = Event(
    {
        "lantern": (
            _DAWN,
            """Gang steals {loot €5 million} of coins from Brenn museum

{men Four} masked men stole gold coins worth {loot €5 million} from the museum of Brenn on Monday, police said.

They broke {cases two} glass cases and were gone in {time six minutes}. {guards Two} guards were tied up. In 2030 robbers
took paintings worth {paintings €12 million} from a villa near Brenn.
""",
        ),
        "gazette": (
            _NEXT,
            """Brenn museum robbed of gold coins

Police are looking for {men four} men who took {coins 86} gold coins from the museum of Brenn.

The coins are worth about {loot €5 million} ({loot $5.6 million}), the museum's director, Jan Hess, said. The robbery took
{time six minutes}. The {guards two} guards were not hurt.
""",
        ),
        "tribune": (
            _NEXT,
            """Coins worth {loot €7 million} stolen

{men Three} robbers have stolen {coins 86} coins from the museum of Brenn, worth {loot €7 million}.

They needed less than {time ten minutes}. A reward of {reward €100,000} was offered by Hess. The museum had
{visitors 140,000} visitors last year.
""",
        ),
    },
    {
        "loot": "conflict",
        "men": "conflict",
        "cases": "single",
        "time": "conflict",
        "guards": "agree",
        "paintings": "single",
        "coins": "agree",
        "reward": "single",
        "visitors": "single",
    },
)

SINGER = Event(
    {
        "stage": (
            _DAWN,
            """Singer Odile Marchetti dies at {age 81}

The singer Odile Marchetti died in Lucca on Monday. She was {age 81}. She sold more than {sold 40 million} records in a
career of {career six decades}.

Marchetti, who won {prizes three} Golden Harps, recorded {albums 34} albums. She is survived by {children two} daughters and
{grand five} grandchildren.
""",
        ),
        "record": (
            _NEXT,
            """Odile Marchetti, voice of a generation, is dead

Odile Marchetti, who sold {sold 40 million} records, has died aged {age 81} after a long illness, her agent said.

Born the daughter of a baker, she made {albums 34} albums and won the Golden Harp {prizes three} times. Her husband of
{married 44 years}, the composer Aldo Neri, died in 2027 at {husband 79}.
""",
        ),
        "culture": (
            _NEXT,
            """Farewell to Marchetti

She gave her last concert at {last 76}: Odile Marchetti, who died on Monday at the age of {age 82}, filled halls all her life.

Her {albums 31} albums sold {sold 40 million} copies. She leaves {children two} daughters.
""",
        ),
    },
    {
        "age": "conflict",
        "sold": "nuance",
        "career": "single",
        "prizes": "agree",
        "albums": "conflict",
        "children": "agree",
        "grand": "single",
        "married": "single",
        "husband": "single",
        "last": "single",
    },
)

MORE_EVENTS = {
    "quake": QUAKE,
    "court": COURT,
    "rescue": RESCUE,
    "takeover": TAKEOVER,
    "rail": RAIL,
    "tablet": TABLET,
    "heist": HEIST,
    "singer": SINGER,
}
