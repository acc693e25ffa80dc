"""Four events with many figures a text: cut cables, a foiled boarding, a museum theft told in two currencies, a storm's days.

The texts are our own and marked as in link_events.py.
"""

from __future__ import annotations

from datetime import date

from link_events import Event

_FIRST, _SECOND = date(2035, 1, 30), date(2035, 1, 31)

CABLES = Event(
    {
        "netpost": (
            _FIRST,
            """Cut cables slow internet in Serrania

Breaks in {cables three} undersea cables off the port of Dovar have cut internet traffic in Serrania by {cut 70 percent}, the
telecoms ministry said on Tuesday.

The cables, which carry {carry three quarters} of the traffic between Serrania and Europe, were damaged {off 8 kilometres} off the
coast at about 8 a.m. A repair ship, the Tasso, will need {repair 12 days} to mend them, the operator Lumatel said.

Two other countries were hit as well: Corvia lost {corvia 55 percent} of its capacity, and Lower Maren {maren 30 percent}. About
{calls 4,000} call-centre workers in Dovar were sent home.
""",
        ),
        "wirenews": (
            _SECOND,
            """Ship sails to mend severed cables

A ship left Halme on Wednesday to mend {cables two} cables that were severed off Dovar and left much of Serrania without internet.

"We have lost {cut 70%} of our capacity," a spokesman for the telecoms ministry said. Lumatel, which owns the cables, said repairs
would take about {repair 10 days}. Its cables run {length 8,300 kilometres} from Dovar to Porto.

In Corvia service was down by {corvia 55%}. An anchor is thought to have cut the cables {off eight kilometres} from the shore.
""",
        ),
        "business": (
            _SECOND,
            """Call centres count losses after cable cut

Call centres in Dovar say they lose {loss $2 million} a day since {cables three} cables were damaged on Tuesday.

More than {calls 4,000} of their employees have nothing to do. Internet traffic in Serrania fell by {cut 60 percent}, according to
Lumatel. It expects the repairs to last {repair 12 days}. A similar break in 2031 took {old 17 days} to mend.
""",
        ),
    },
    {
        "cables": "conflict",
        "cut": "conflict",
        "carry": "single",
        "off": "agree",
        "repair": "conflict",
        "corvia": "agree",
        "maren": "single",
        "calls": "nuance",
        "length": "single",
        "loss": "single",
        "old": "single",
    },
)

BOARDING = Event(
    {
        "defence": (
            _FIRST,
            """Frigate foils attack on tanker, {caught 19} pirates held

The frigate Arno stopped an attack on the tanker Bright Lady in the Strait of Kesh on Tuesday and arrested {caught 19} pirates.

Marines seized {boats two} boats, {rifles seven} rifles and {grenades 40} grenades. The tanker has a crew of {crew 24}; nobody was
hurt. The attack took place {off 120 nautical miles} south of Port Amal.
""",
        ),
        "shipping": (
            _SECOND,
            """Bright Lady safe after pirate attack

The tanker Bright Lady and her {crew 24} sailors reached Port Amal on Wednesday, a day after a frigate fought off pirates who had
fired at her from {boats three} boats.

The navy arrested {caught 23} men and found {rifles seven} assault rifles. The frigate Arno has escorted {escorts 310} ships through
the Strait of Kesh since October. Pirates still hold {held 14} ships and {hostages 250} sailors.
""",
        ),
        "daily": (
            _SECOND,
            """Navy brings pirates ashore

The {caught 19} pirates who attacked the tanker Bright Lady will be tried in Port Amal, a navy spokesman said.

They had come in {boats two} skiffs and were armed with {rifles nine} rifles. The Arno was {away 30 kilometres} away when the tanker,
with a crew of {crew 24}, called for help. Last year {year 61} attacks were counted in the strait.
""",
        ),
    },
    {
        "caught": "conflict",
        "boats": "conflict",
        "rifles": "conflict",
        "grenades": "single",
        "crew": "agree",
        "off": "single",
        "escorts": "single",
        "held": "single",
        "hostages": "single",
        "away": "single",
        "year": "single",
    },
)

THEFT = Event(
    {
        "courier": (
            _FIRST,
            """Thieves take {loot €80 million} of diamonds in Lisse

Armed robbers, {men three} of them dressed as women, stole diamonds worth {loot €80 million} ({loot $105 million}) from the jeweller
Van Oord in Lisse on Tuesday.

They spent {time 20 minutes} in the shop, where {staff 15} employees and customers were made to lie on the floor. It was the second
raid on the shop within {gap 14 months}: in 2033 robbers took {first €20 million} in watches.
""",
        ),
        "herald": (
            _SECOND,
            """Lisse jewel raid may have been inside job

Police in Lisse think that the thieves who took gems worth {loot $105 million} from Van Oord had help. They knew the
employees by their names.

The {men four} robbers fled in a grey van. The whole thing lasted less than {time 15 minutes}, an investigator said.
""",
        ),
        "mercury": (
            _SECOND,
            """Van Oord offers reward

The jeweller Van Oord offers {reward €1 million} for word of the diamonds that were stolen from its shop in Lisse on Tuesday.

The loot is put at {loot €85 million}. The same shop lost watches worth {first €20 million} in 2033. Police have looked at film from
{cameras 30} cameras.
""",
        ),
    },
    {
        "loot": "conflict",
        "men": "conflict",
        "time": "conflict",
        "staff": "single",
        "gap": "single",
        "first": "agree",
        "reward": "single",
        "cameras": "single",
    },
)

TREMOR = Event(
    {
        "agency": (
            _FIRST,
            """Twin quakes hit eastern Marapo

Two strong earthquakes struck the island of Marapo early on Tuesday, killing at least {dead four} people. The first, of magnitude
{first 7.6}, came at 4:43 a.m., {off 85 miles} from the town of Sorrin, at a depth of {depth 22 miles}, the geological survey said.
The second, with a magnitude of {second 7.4}, followed three hours later.

In Sorrin, home to {pop 167,000} people, a hotel collapsed. A {girl 10}-year-old girl was among the dead, a doctor said. The hospital
took in {clinic 19} patients with broken bones.

A 2030 quake off the same coast killed {old 120} people.
""",
        ),
        "globe": (
            _FIRST,
            """{dead Four} dead as quakes shake Marapo

A magnitude-{first 7.6} earthquake and dozens of aftershocks shook eastern Marapo, killing {dead four} people and injuring
{hurt dozens}.

The quake was centred {off 85 miles} from Sorrin ({depth 22 miles} deep). Power was cut in the town of {pop 167,000}. Three hours
later a {second 7.5}-magnitude quake struck. Officials said {houses 840} houses were damaged.
""",
        ),
        "sun": (
            _SECOND,
            """Marapo after the quakes

Rescuers pulled {saved three} people alive from a hotel in Sorrin on Wednesday, a day after two quakes killed {dead five} people in
Marapo.

The stronger one, of magnitude {first 7.6}, was felt in the north of the island. More than {houses 2,000} houses were damaged and
{hurt 250} people injured. About {tents 14,000} people slept in tents.
""",
        ),
    },
    {
        "dead": "superseded",
        "first": "agree",
        "off": "agree",
        "depth": "agree",
        "second": "rounding",
        "pop": "agree",
        "girl": "single",
        "clinic": "single",
        "old": "single",
        "hurt": "superseded",
        "houses": "superseded",
        "saved": "single",
        "tents": "single",
    },
)

SEA_EVENTS = {"cables": CABLES, "boarding": BOARDING, "theft": THEFT, "tremor": TREMOR}
