"""Six events whose figures grow, part and contradict: a raid, a shooting, a crash, a slide, a trade of players, a stampede.

The texts are our own and marked as in link_events.py.
"""

from __future__ import annotations

from datetime import date

from link_events import Event

_FIRST, _SECOND, _THIRD = date(2034, 11, 8), date(2034, 11, 9), date(2034, 11, 10)

RAID = Event(
    {
        "agency": (
            _FIRST,
            """Air strike on Umbari camp kills {dead 9}

Warplanes dropped {bombs four} bombs on the refugee camp of Umbari on Wednesday, killing {dead nine} people, aid workers said.

At least {hurt 20} people were wounded. The camp in the border state of Keld is home to {camp 23,000} refugees. One of the
bombs fell {school 200 metres} from a school.
""",
        ),
        "globe": (
            _SECOND,
            """Death toll in Umbari raid rises to {dead 14}

The number of people killed in an air raid on the Umbari refugee camp has risen to {dead 14}, the governor of Keld, Daud Areg,
said on Thursday. {hurt Thirty-one} others were injured.

Areg said {bombs five} bombs hit the camp. More than {camp 20,000} people live there. The army denied any attack.
""",
        ),
        "monitor": (
            _SECOND,
            """UN condemns bombing of camp

The United Nations condemned the bombing of a camp in Keld that left {dead 14} dead. Its refugee agency said a clinic in
Umbari had treated {clinic 17} wounded, among them {kids six} children.

Some {camp 23,000} people have found shelter in Umbari. In May an attack on the town of Selk killed {selk 11} people.
""",
        ),
    },
    {
        "dead": "superseded",
        "hurt": "superseded",
        "bombs": "superseded",
        "camp": "nuance",
        "school": "single",
        "clinic": "single",
        "kids": "single",
        "selk": "single",
    },
)

SHOOTING = Event(
    {
        "local": (
            _FIRST,
            """{dead Two} killed in shooting at Danford plant

A suspended worker shot and killed {dead two} colleagues at a biscuit factory in Danford on Wednesday evening, police said.
A third was critically wounded.

Carla Dunne, {age 43}, was arrested an hour after the shooting. She had worked at the plant for {worked 15 years}, a
spokesman for the company said. About {inside 100} employees were in the building.
""",
        ),
        "national": (
            _SECOND,
            """Woman opens fire at biscuit factory, {dead 2} dead

A woman who had been suspended from her job came back to the factory {back 10 minutes} later with a pistol and shot {shot three}
co-workers, {dead two} of whom died.

The suspect was identified as Carla Dunne, {age 43}. She fired {shots eight} shots, police said. The plant in Danford employs
{staff 2,200} people.
""",
        ),
        "mail": (
            _THIRD,
            """Danford mourns

Danford on Friday remembered the {dead two} women who were shot dead at their workplace. The gunwoman, Carla Dunne, {age 44},
had been employed at the factory for {worked 12 years}.

She is held without bail and faces {counts two} counts of murder. {inside Some 100} people were at work when she opened fire.
""",
        ),
    },
    {
        "dead": "agree",
        "age": "superseded",
        "worked": "superseded",
        "inside": "agree",
        "back": "single",
        "shot": "single",
        "shots": "single",
        "staff": "single",
        "counts": "single",
    },
)

CRASH = Event(
    {
        "flash": (
            _FIRST,
            """Plane with {aboard 118} on board crashes near Tolva

A passenger plane carrying {aboard 118} people crashed on Wednesday near Tolva, {off 15 km} short of the runway, the aviation
authority said. Rescuers have found {dead 43} bodies.

The Arden 320 of Nordvind Air was on its way from Halme. {survive Six} survivors were taken to hospital.
""",
        ),
        "evening": (
            _SECOND,
            """Nordvind crash: {dead 110} bodies found

Search teams have recovered the bodies of {dead 110} victims of the crash of a Nordvind Air jet near Tolva. {survive Eight}
people survived.

The aircraft had {pass 112} passengers and {crew six} crew members on board. It was {built 19 years} old. It went down about
{off 15 kilometres} from the airport.
""",
        ),
        "review": (
            _THIRD,
            """What brought down the Nordvind jet?

Investigators have found both flight recorders of the airliner that crashed at Tolva, killing {dead 110} of the {aboard 118}
people aboard.

The jet, {built 19 years} old, was flying at {speed 260 km/h}, too slow, when it stalled. It was Nordvind's first accident since
2011, when {old 31} people died at Vesk.
""",
        ),
    },
    {
        "aboard": "agree",
        "dead": "superseded",
        "off": "nuance",
        "survive": "superseded",
        "pass": "single",
        "crew": "single",
        "built": "agree",
        "speed": "single",
        "old": "single",
    },
)

TRADE = Event(
    {
        "sports": (
            _FIRST,
            """Hawks land Moreno for {years four years}

The Port Lowell Hawks signed pitcher Luis Moreno to a {years four-year} contract worth {worth $62 million} on Wednesday.

Moreno, {age 29}, won {wins 17} games for the Bisons last season and had an earned run average of {era 2.91}. The Hawks lost
{losses 95} games.
""",
        ),
        "tribune": (
            _SECOND,
            """Moreno signs with Hawks

Luis Moreno is a Hawk: the right-hander, who went {wins 17}-8 with the Bisons, agreed to a {worth $62 million} deal for
{years four years}, a person familiar with the talks said.

The {age 29}-year-old turned down {offer $48 million} from the Bisons. His fastball reaches {speed 96 mph}.
""",
        ),
        "sun": (
            _SECOND,
            """Hawks spend big on pitching

With the signing of Luis Moreno for about {worth $65 million}, the Hawks have spent {spent $110 million} on pitchers this winter.

Moreno had a {era 2.91} ERA last year. The Hawks have not been in the playoffs for {drought nine years}.
""",
        ),
    },
    {
        "years": "agree",
        "worth": "rounding",
        "age": "agree",
        "wins": "agree",
        "era": "agree",
        "losses": "single",
        "offer": "single",
        "speed": "single",
        "spent": "single",
        "drought": "single",
    },
)

SLIDE = Event(
    {
        "press": (
            _FIRST,
            """Landslide buries village in Carua, {missing dozens} missing

A landslide buried the village of Alto Piedra in Carua on Wednesday, and up to {missing 60} people are missing, the mayor, Inés
Robles, said. {dead Five} bodies have been recovered.

The slide destroyed {houses 25} houses after {rain three days} of rain. Some {rescue 200} soldiers are searching for survivors.
""",
        ),
        "diario": (
            _SECOND,
            """Hope fades in Alto Piedra

Rescuers in Alto Piedra had found the bodies of {dead 17} people by Thursday; {missing 43} are still missing, according to
Mayor Inés Robles.

Mud up to {mud six metres} deep covers {houses 30} homes. {rescue Three hundred} soldiers and firefighters were digging.
""",
        ),
        "courier": (
            _THIRD,
            """Search goes on in Carua

The landslide that hit Alto Piedra killed at least {dead 22} people. {missing Thirty-eight} villagers are unaccounted for.

It was the worst slide in Carua since 2019, when {old 74} people lost their lives in Rio Seco. {houses Thirty} houses are under
mud.
""",
        ),
    },
    {
        "missing": "superseded",
        "dead": "superseded",
        "houses": "superseded",
        "rain": "single",
        "rescue": "superseded",
        "mud": "single",
        "old": "single",
    },
)

STAMPEDE = Event(
    {
        "wire": (
            _FIRST,
            """{dead 12} die in crush at Pelham stadium

{dead Twelve} fans were crushed to death and {hurt 64} hurt on Wednesday when a crowd tried to enter the stadium of Pelham,
officials said. The concert of the band Low Tide had sold {tickets 32,000} tickets.

Only {gates two} of the {allgates eight} gates were open, a witness said.
""",
        ),
        "standard": (
            _SECOND,
            """Pelham asks why

The mayor of Pelham ordered an inquiry into the crush in which {dead 12} people died. {hurt Seventy} were injured, {serious nine}
of them seriously, the hospital said.

The stadium has room for {seats 30,000}, yet {tickets 32,000} tickets had been sold. Police said {gates two} gates had been open.
""",
        ),
        "telegraph": (
            _SECOND,
            """Low Tide cancel tour after deaths

The band Low Tide called off the remaining {shows 14} shows of their tour after {dead 12} fans died in Pelham.

The dead were between {ages 15 and 27} years old. A total of {hurt 64} people were hurt. Only {gates three} gates were open, the
band's manager said.
""",
        ),
    },
    {
        "dead": "agree",
        "hurt": "conflict",
        "tickets": "agree",
        "gates": "conflict",
        "allgates": "single",
        "serious": "single",
        "seats": "single",
        "shows": "single",
        "ages": "single",
    },
)

TOLL_EVENTS = {"raid": RAID, "shooting": SHOOTING, "crash": CRASH, "trade": TRADE, "slide": SLIDE, "stampede": STAMPEDE}
