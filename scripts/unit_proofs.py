"""The examples of the rules in units.toml, our own sentences, by rule id. Read by make_units.py.

One line a proof: `+` an example, `-` a counterexample, then the text, then `column = value` after each bar.
"""

from __future__ import annotations

LINES = {
    "length": """
+ The new line is {12.5 km} long. | value = 12.5 | unit = kilometer
+ The wall stood {6 feet} high. | value = 6 | unit = foot
+ The keeper is {five foot nine}. | value = 5.75 | unit = foot
+ A {23-metre} crane fell onto the street. | value = 23 | unit = meter
+ The screen measures {15.6 inches} across. | value = 15.6 | unit = inch
- She walked on foot all the way.
- They put a foot in the door.
""",
    "area": """
+ The fire burned {350 hectares} of forest. | value = 350 | unit = hectare
+ The park covers {41 sq km}. | value = 41 | unit = kilometer ** 2
+ The flat has {85 square metres}. | value = 85 | unit = meter ** 2
- They met on the square.
""",
    "volume": """
+ The tank holds {2,000 litres} of water. | value = 2000 | unit = liter
+ The field gave {1.2 million barrels} of oil. | value = 1200000 | unit = barrel
+ Trucks took away {400 cubic metres} of soil. | value = 400 | unit = meter ** 3
+ Each bottle holds {250ml}. | value = 250 | unit = milliliter
- He drank a cup of tea.
""",
    "mass": """
+ Police seized {48 kg} of cocaine. | value = 48 | unit = kilogram
+ The ship carried {3,200 tonnes} of rice. | value = 3200 | unit = metric_ton
+ The baby weighed {7 pounds}. | value = 7 | unit = lb
+ Each crate held 20 kg ({44 pounds}) of apples. | value = 44 | unit = lb
- The tone of the letter was calm.
- The town paid {£7 million}. | not_unit = lb
""",
    "time": """
+ The trial lasted {11 days}. | value = 11 | unit = day
+ A {34-year-old} driver was held. | value = 34 | unit = year
+ The pact runs for {30 years}. | value = 30 | unit = year
+ Power was out for {90 min}. | value = 90 | unit = minute
+ The film runs for {1h45m}. | value = 105 | unit = minute
- Wait a second, he said.
- She has second thoughts.
""",
    "speed": """
+ Gusts reached {120 km/h}. | value = 120 | unit = kilometer / hour
+ The car was doing {95 mph}. | value = 95 | unit = mile / hour
+ The limit is {30 miles an hour}. | value = 30 | unit = mile / hour
+ Winds of {45 knots} are forecast. | value = 45 | unit = knot
- The knot would not hold.
""",
    "acceleration": """
+ The lift speeds up at {1.5 m/s2}. | value = 1.5 | unit = meter / second ** 2
- The driver was told to speed up.
""",
    "temperature": """
+ It reached {41°C} in the shade. | value = 41 | unit = degree_Celsius
+ The night fell to {20 degrees Fahrenheit}. | value = 20 | unit = degree_Fahrenheit
+ The melt starts at {1,538 degrees Celsius}. | value = 1538 | unit = degree_Celsius
- Anders Celsius was an astronomer.
""",
    "angle": """
+ The tower leans by {4 degrees}. | value = 4 | unit = degree
- She holds a degree in law.
""",
    "information": """
+ The phone has {256GB} of storage. | value = 256 | unit = gigabyte
+ The line carries {30 Mbps}. | value = 30 | unit = megabit / second
+ The camera has {48 megapixels}. | value = 48 | unit = megapixel
- It was a bit late.
""",
    "frequency": """
+ The chip runs at {2.4 GHz}. | value = 2.4 | unit = gigahertz
+ The drum turns at {1,200 rpm}. | value = 1200 | unit = revolution_per_minute
- The frequency of trains fell.
""",
    "energy": """
+ Each home used {3,500 kWh}. | value = 3500 | unit = kilowatt_hour
+ The meal has {620 calories}. | value = 620 | unit = food_calorie
- They counted calories.
""",
    "power": """
+ The plant will make {600 MW}. | value = 600 | unit = megawatt
+ The engine gives {150 horsepower}. | value = 150 | unit = horsepower
- The horses pulled with power.
""",
    "pressure": """
+ The tyres are filled to {32 psi}. | value = 32 | unit = pound_per_square_inch
+ The storm's centre fell to {950 hPa}. | value = 950 | unit = hectopascal
- They met at the bar.
""",
    "force": """
+ The motor makes {400 Nm} of torque. | value = 400 | unit = newton_meter
- Isaac Newton was born in Lincolnshire.
""",
    "electricity": """
+ The line carries {500 kV}. | value = 500 | unit = kilovolt
+ The battery holds {4,500 mAh}. | value = 4500 | unit = milliampere_hour
- The amp was too loud.
""",
    "light-and-sound": """
+ The engine roared at {110 decibels}. | value = 110 | unit = decibel
+ The lamp gives {800 lumens}. | value = 800 | unit = lumen
- The sound was loud.
""",
    "radiation": """
+ Workers took in {20 millisieverts}. | value = 20 | unit = millisievert
- The gray sky cleared.
""",
    "chemistry": """
+ Levels of {35 µg/m3} were measured. | value = 35 | unit = microgram / meter ** 3
+ Her blood sugar was {110 mg/dL}. | value = 110 | unit = milligram / deciliter
- A mole dug up the lawn.
""",
    "proportion": """
+ The air holds {420 ppm} of carbon dioxide. | value = 420 | unit = ppm
- It is a part of the whole.
""",
    "consumption": """
+ The car manages {52 mpg}. | value = 52 | unit = mile / gallon
+ It burns {6.5 l/100km}. | value = 6.5 | unit = liter_per_hundred_kilometer
- The tank was full.
""",
    "flow": """
+ The group will pump {400,000 barrels a day}. | value = 400000 | unit = barrel / day
+ The river carries {900 cubic metres per second}. | value = 900 | unit = meter ** 3 / second
- A barrel rolled down the road.
""",
    "rates-of-play-and-work": """
+ The centre averages {21.4 ppg}. | value = 21.4 | unit = point / game
+ She types {80 words a minute}. | value = 80 | unit = word / minute
- The point of the game was plain.
""",
    "scale-readings": """
+ A {6.4-magnitude} quake hit the coast. | value = 6.4 | unit = magnitude
+ The bank cut its rate by {25 basis points}. | value = 25 | unit = basis_point
- The magnitude of the task was plain.
""",
}


def render_proof(line: str) -> str:
    """One proof as TOML."""
    mark, _, rest = line.partition(" ")
    text, *columns = [part.strip() for part in rest.split("|")]
    lines = ["[[rule.example]]" if mark == "+" else "[[rule.counterexample]]", f'text = "{text}"']
    for column in columns:
        name, _, value = column.partition(" = ")
        lines.append(f'{name} = "{value}"')
    return "\n".join(lines)


PROOFS = {rule: "\n".join(render_proof(line) for line in lines.strip().splitlines()) for rule, lines in LINES.items()}
