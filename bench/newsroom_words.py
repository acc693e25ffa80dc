"""The words of the made-up newsroom. `{s0}` .. are small figures, `{m0}` middling, `{l0}` large, `{t0}` with a tenth, `{p0}` shares."""

from __future__ import annotations

TOWNS_A = (
    "Ard Bel Cor Dun Esk Fal Gar Hol Ing Jor Kel Lor Mar Nor Oss Pel Quin Ros Sel Tor Ulm Ver Wes Yar"
    " Ash Brack Clay Drum Elm Fern Glen Hart"
).split()
TOWNS_B = "by combe dale field ford ham hurst leigh mere mouth ness port stead ton wick worth bridge cliff holt minster".split()
FIRST = (
    "Anna Bruno Clara Dario Edith Felix Greta Hugo Ines Jonas Karla Leo Marta Nils Olga Paul Rosa Sven Tilda Ugo Vera Yara Zeno Milo"
).split()
LAST = "ack an berg by dal en er holm i in is man mann ner ov ski son strom eth vik".split()
OUTLETS = "Courier Herald Post Gazette Mirror Echo Tribune Argus".split()
WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()

FIRE = (
    ("Fire in {town} kills {s0}", "{s0} dead in {town} blaze", "{town} mourns after the fire"),
    (
        (
            "a fire in the town of {town} killed {s0} people and injured {m0}, the mayor, {name}, said.",
            "{s0} people died and {m0} were hurt when flames swept through {town}, said the mayor, {name}.",
        ),
        ("It destroyed {m1} homes.", "The blaze left {m1} houses in ruins, according to the police."),
        (
            "{chief}, who runs the fire service, put the damage at ${t0} million.",
            "The damage may come to ${t0} million, said {chief}, the head of the local firefighters.",
        ),
        (
            "Firefighters with {s1} engines fought the flames for {s2} hours.",
            "It took {s2} hours to put it out; {s1} engines were sent.",
        ),
        ("Some {l0} people had to leave their homes.", "The police took {l0} people to safety."),
        ("More than {m2} hectares of forest burned near {near}.", "Near {near} the fire ate {m2} hectares of woodland."),
        ("The state will pay {l1} euros to each family.", "Each family is to get {l1} euros from the state."),
    ),
)
COMPANY = (
    ("{firm} sales rise {p0}%", "Good year for {firm}", "{firm} hires after a strong year"),
    (
        (
            "{firm} sold goods worth €{m0} million in {year}, {p0} percent more than the year before, its chief, {name}, said.",
            "sales at {firm} grew by {p0} percent to €{m0} million in {year}, according to chief executive {name}.",
        ),
        ("Its profit was €{t0} million.", "The group earned €{t0} million after tax."),
        ("{firm} has {l0} employees.", "The company employs {l0} people."),
        ("It runs {m1} shops in {s0} countries.", "Customers in {s0} countries can go to {m1} shops of the chain."),
        ("The share rose {p1} percent in {town}.", "In {town} the share closed {p1} percent higher."),
        ("{family} plans to open {s1} shops by 2026.", "By 2026 another {s1} shops are to be opened."),
        ("The firm owes its banks €{m2} million.", "Its debt stands at €{m2} million."),
    ),
)
VOTE = (
    ("{name} wins {town} election", "{town} has a new mayor", "{family} to run {town}"),
    (
        (
            "{name} won the election for mayor of {town} with {t0} percent of the vote.",
            "with {t0} percent of the vote {name} was elected mayor of {town}.",
        ),
        ("{chief} came second with {p0} percent.", "The runner-up, {chief}, took {p0} percent."),
        ("Turnout was {p1} percent.", "Some {p1} percent of those who could vote did so."),
        ("{family} got {l0} votes.", "The winner received {l0} ballots."),
        ("The party won {s0} of the {m0} seats on the council.", "On the council, which has {m0} seats, the party will hold {s0}."),
        ("There were {m1} polling stations and {l1} observers.", "{l1} observers watched {m1} polling stations."),
        ("The campaign cost {l2} dollars.", "{family} spent {l2} dollars on the campaign."),
    ),
)
STUDY = (
    ("New drug helps heart patients in {town}", "Hope for the sick in {town}", "Doctors in {town} praise a drug"),
    (
        (
            "doctors at the University of {town} tested a drug on {l0} patients, {name} said.",
            "a new drug was given to {l0} patients in a trial led by {name} of {town} University.",
        ),
        ("The trial ran for {s0} weeks.", "They took it for {s0} weeks."),
        ("{p0} percent of them felt better, {family} wrote.", "According to {family}, {p0} percent got better."),
        ("Those without the drug were {s1} times as likely to fall ill.", "The risk was {s1} times as high for those who did not take it."),
        ("The study cost ${t0} million.", "A fund paid the ${t0} million that the work cost."),
        ("{m0} patients had side effects.", "Some {m0} patients complained of side effects."),
        ("Each dose weighs {m1} milligrams.", "A dose of {m1} milligrams is enough."),
    ),
)
TALKS = (
    ("{town} and {near} sign {s0} agreements", "Trade between {town} and {near} grows", "{name} hails ties with {near}"),
    (
        (
            "{town} and {near} signed {s0} cooperation agreements during a visit by minister {name}.",
            "during a {s1}-day visit by minister {name}, {town} and {near} signed {s0} cooperation agreements.",
        ),
        ("Trade between the two came to ${t0} billion in {year}.", "Two-way trade was worth ${t0} billion in {year}."),
        ("That is {p0} percent more than a year earlier.", "It grew by {p0} percent within a year."),
        ("Firms from {near} run {m0} projects in {town}.", "Investors of {near} have {m0} projects in {town}."),
        ("The projects are worth ${m1} million.", "Their registered capital is ${m1} million."),
        ("Some {l0} students of {town} live in {near}.", "{near} has taken in {l0} students."),
        ("{chief} hopes for ${m2} million more by 2030.", "By 2030 another ${m2} million is to follow, said {chief}."),
    ),
)
FLOOD = (
    ("Flood cuts off {town}", "{l0} flee as the river rises in {town}", "{town} under water"),
    (
        (
            "the river rose {t0} metres in {town} and drove {l0} people from their homes, {name} of the water board said.",
            "{l0} people left their homes in {town} after the river rose by {t0} metres, according to {name} of the water board.",
        ),
        ("{s0} people are missing.", "The police are looking for {s0} people."),
        ("Within {s1} hours {m0} millimetres of rain fell.", "It rained {m0} millimetres in {s1} hours."),
        ("{m1} kilometres of road are closed.", "Drivers cannot use {m1} kilometres of road."),
        ("Power failed in {l1} homes.", "{l1} households have no electricity."),
        ("The army sent {m2} soldiers and {s2} boats.", "{m2} soldiers with {s2} boats came to help."),
        ("Insurers expect claims of €{m3} million.", "The insurers will have to pay €{m3} million."),
    ),
)
EVENTS = (FIRE, COMPANY, VOTE, STUDY, TALKS, FLOOD)
"""For each kind of event its headlines, and its sentences, each in the wordings that outlets choose from."""

QUOTES = (
    "“We did what we could, and we shall do more as soon as the roads are open again,” {name} told reporters in the town hall of {town}.",
    "“Nobody here had expected this, and I thank everybody who came to help,” said {chief}, who had come over from {near} in the morning.",
    "{chief} said that the people of {town} had shown patience, and that the authorities owed them a clear answer before the summer.",
    "“These are good days for {town},” {family} said, “but we must not forget how long and how hard the way was.”",
    "Asked what would happen next, {name} pointed to the talks with the government, which are to go on behind closed doors.",
    "“I have lived in {town} all my life and have never seen such a day,” said a shopkeeper whose window looks on the market square.",
    "Neighbours in {near} spoke of a long night, of voices in the street, and of a silence afterwards that nobody wished to break.",
    "{family} thanked the staff, the volunteers and the families, and asked reporters to respect those who did not wish to talk.",
    "“We shall read every page of the report before we answer,” said a speaker for {family}, and asked for a few days of quiet.",
    "A teacher from {near} said that her pupils had asked about nothing else all week, and that she had no good answer for them.",
    "“Let us not speak of blame today,” {chief} said at the station of {town}, where a small crowd had waited in the rain.",
    "Those who know {name} describe a patient listener who reads the small print and rarely raises the voice in a meeting.",
)
ASIDES = (
    "The town of {town} lies on the road to {near} and lives on its harbour, its market and the small workshops behind the station.",
    "It was not clear on the same evening when the council would meet, or whether the report would be made public at all.",
    "The government in the capital has promised a law for years; a draft went from one ministry to the other and was never voted on.",
    "Critics say that the warnings of experts had been read and then forgotten, as so often in the history of the region.",
    "{chief} had taken office only in the spring, after a campaign in which the affair played no great part.",
    "A spokeswoman for {firm} did not answer questions about the matter; the company has its seat in {near}.",
    "An inquiry has begun. Its members are to hear witnesses in {town} and to read the files that the ministry has handed over.",
    "The weather is to stay dry until the weekend; the forecasters expect fog in the valleys and a light wind from the west.",
    "In the archive of {town} there are letters about a similar quarrel, written in a fine hand and tied with a red ribbon.",
    "Trains between {town} and {near} run again, though slowly, and the buses take the old road along the river.",
    "The opposition wants to raise the matter in parliament, where the government has a narrow majority and few friends.",
    "Local papers had written about it for months, mostly on the back pages, beside the crosswords and the letters of readers.",
)
NOISE = (
    "Read also: {near} votes on a new bridge",
    "Photo: The market square of {town}. Archive picture",
    "Share this article with your friends | Subscribe to our newsletter",
    "More on this topic: What {chief} said in {m3} interviews",
    "All rights reserved. Reproduction without written permission is forbidden.",
)
