"""The examples of the rules in currencies.toml, our own sentences, by rule id; the lines are read as in unit_proofs.py."""

from __future__ import annotations

from unit_proofs import render_proof

LINES = {
    "north-america": """
+ The bridge cost {$1.5 billion}. | value = 1500000000 | unit = USD
+ A ticket costs {25 cents}. | value = 25 | unit = US_cent
+ The town owes {C$40 million}. | value = 40000000 | unit = CAD
+ The fare is {$40 Canadian}, or less. | value = 40 | unit = CAD
- The jar held {five dimes}. | not_unit = USD
- The dollar fell against the euro.
""",
    "south-america-and-caribbean": """
+ The road will cost {R$300 million}. | value = 300000000 | unit = BRL
- The real cost is not known.
""",
    "europe": """
+ The fund holds {€20 million}. | value = 20000000 | unit = EUR
+ The club paid {£35m}. | value = 35000000 | unit = GBP
+ The group lost {SKr500m}. | value = 500000000 | unit = SEK
+ A loaf costs {90 pence}. | value = 90 | unit = penny
+ The grant is worth {200,000 Swiss francs}. | value = 200000 | unit = CHF
- The euro fell on Friday.
""",
    "east-and-south-east-asia": """
+ The fine was {2 million VND}. | value = 2000000 | unit = VND
+ Sales rose to {9 billion yuan}. | value = 9000000000 | unit = CNY
+ The plan costs {RM79}. | value = 79 | unit = MYR
+ The chip maker spent {NT$12 billion}. | value = 12000000000 | unit = TWD
+ A bun costs {5 jiao} at the gate. | value = 5 | unit = jiao
+ The maker lost {Y90bn} in a year. | value = 90000000000 | unit = JPY
- They won the match.
- The Y2 road was closed.
- The team won {12 games}. | not_unit = KRW
""",
    "south-and-central-asia": """
+ The state set aside {Rs 3.5 crore}. | value = 35000000 | unit = INR
+ A kilo sells for {60 rupees}. | value = 60 | unit = INR
- The sum of it all was small.
""",
    "middle-east": """
+ The tower cost {Dh500 million}. | value = 500000000 | unit = AED
+ The budget is {9 billion shekels}. | value = 9000000000 | unit = ILS
+ A kilo of rice costs {60,000 tomans}. | value = 60000 | unit = toman
- The riyal held steady.
""",
    "africa": """
+ The mine will cost {350 million rand}. | value = 350000000 | unit = ZAR
+ The governor spent {₦40 billion}. | value = 40000000000 | unit = NGN
+ The state owes {N500 billion}. | value = 500000000000 | unit = NGN
+ The port cost {R1.2bn}. | value = 1200000000 | unit = ZAR
- The road runs to Rand Park.
- The N7 was closed and the K2 was climbed.
""",
    "oceania": """
+ The house was sold for {A$1.2 million}. | value = 1200000 | unit = AUD
- The kiwi is a bird.
""",
    "supranational-and-crypto": """
+ The thief took {120 bitcoins}. | value = 120 | unit = BTC
- Bitcoin fell again.
""",
    "historic": """
+ The wall cost {40 million Deutsche marks}. | value = 40000000 | unit = DEM
- The pupils got good marks.
""",
}


PROOFS = {rule: "\n".join(render_proof(line) for line in lines.strip().splitlines()) for rule, lines in LINES.items()}
