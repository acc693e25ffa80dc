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

PERSONS = (
    "a teacher|a baker|a nurse|a farmer|a bus driver|a retired judge|a young mother|a shopkeeper|a carpenter|a student|a priest|a fisherman"
    "|a librarian|a plumber|a waiter|an engineer|a postman|a clerk|a painter|a tailor|a gardener|a doctor|a singer|a locksmith|a miller"
).split("|")
DEEDS = (
    "swept the yard behind|locked the doors of|wrote a letter about|walked around|brought warm soup to|painted the fence of|argued over"
    "|carried chairs into|asked for the key to|told stories about|lit a lamp in|waited all day near|hung a banner over|rang the bell of"
    "|spoke in praise of|complained about|looked for shelter in|planted trees around|sold flowers outside|measured the walls of"
).split("|")
SPOTS = (
    "the town hall|the old mill|the market square|the railway station|the harbour office|the girls' school|the public library|the brewery"
    "|the bridge|the chapel|the fire station|the museum|the sports ground|the courthouse|the post office|the customs house|the theatre"
    "|the paper mill|the bus depot|the water tower|the bakery|the cinema|the hospital garden|the cattle market|the ferry landing"
).split("|")
TIMES = (
    "before dawn|after the meeting|on the same evening|while the rain fell|during the lunch break|under a grey sky|until late at night"
    "|as the crowd went home|without a word|with a smile|in spite of the cold|for the first time in years|as every spring"
    "|to nobody's surprise"
    "|with the windows open|before the cameras came|after a long silence|in plain view|when the lights came back|on the way to church"
).split("|")
QUOTES = (
    "“{person} {deed} {spot} {time}, and we shall not forget it,” {name} told reporters.",
    "“Nobody had expected this {time},” said {chief}, who {deed} {spot} and thanked {person2} by name.",
    "{chief} said that {person} had stood by {spot} {time}, and that the authorities owed {person2} a clear answer.",
    "“These are strange days,” {family} said {time}; {person} {deed2} {spot2}, and the neighbours looked on.",
    "Asked what would happen to {spot}, {name} pointed to {person}, who {deed} {spot2} {time}.",
    "“I have never seen such a thing near {spot},” said {person} who {deed2} {spot2} {time}.",
    "{family} thanked {person} and {person2}, who {deed} {spot} {time}, and asked for patience.",
    "“We shall read every page {time},” said a speaker for {family}, while {person} {deed} {spot}.",
)
ASIDES = (
    "In {near} {person} {deed} {spot} {time}; others {deed2} {spot2} instead.",
    "It was not clear {time} who {deed} {spot}, or whether {person} would say so in public.",
    "The government has promised a new roof for {spot} for years; {person} {deed2} {spot2} {time} and is still waiting.",
    "Critics say that {person} {deed} {spot} {time} and that {person2} looked away.",
    "{chief} had taken office {time}, after {person} {deed2} {spot2} in the middle of the campaign.",
    "A spokeswoman for {firm} {deed} {spot} {time} but did not answer questions from {person}.",
    "An inquiry has begun: {person} who {deed} {spot} {time} is to be heard, and so is {person2}.",
    "Local papers wrote {time} that {person} {deed2} {spot2}, mostly on the pages behind the crosswords.",
)
NOISE = (
    "Read also: {near} votes on a new bridge",
    "Photo: The market square of {town}. Archive picture",
    "Share this article with your friends | Subscribe to our newsletter",
    "More on this topic: What {chief} said in {m3} interviews",
    "All rights reserved. Reproduction without written permission is forbidden.",
)
