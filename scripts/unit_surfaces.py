"""The hand-written part of the table of units: what news prints for each unit. Read by make_units.py.

One line a unit: `canonical | words | marks | prefixes`. Words are compared without case, "foot:feet" gives the plural, a word
alone gets an s, a word ending in "!" has no plural, "-" after a word adds the hyphenated form. Marks are compared with case.
With prefixes, the line is repeated for each: kilo + meter, k + m. A canonical name may have several lines.
"""

from __future__ import annotations

GROUPS: dict[str, str] = {}
"""id of the rule -> its lines."""

GROUPS["length"] = """
meter | meter, metre | m, mtr, mtrs | k c m µ n p d h da M* G* f* a*
kilometer | killometer, killometre, kilometere, kilomter, kilomtre, kilometeter, klick, k.m.!, kilo meter, kilo metre | k.m, km., KM, Km, kms, Kms, KMs, KMS, kms.
meter | metter, meteres!, linear meter, linear metre, running meter, running metre | m., mts
centimeter | centimetere, centimetter, centemeter, c.m.!, centi meter, centi metre | CM, Cm, cms, cms., cm., c.m
millimeter | milimeter, milimetre, millimetere, milli meter, milli metre, m.m.! | mm., mms
micrometer | micron, micro meter, micro metre | um
foot | foot:feet, feets!, linear foot:linear feet | ft, ft., FT, Ft, ′, ', ’
inch | inch:inches, inchs! | in, in., ", ″, ”, ins, ''
yard | yard | yd, yds, yd., yds.
mile | mile, statute mile | mi, mi.
nautical_mile | nautical mile- | nmi, n.m., NM, naut mi, nautical mi
light_year | light year-, lightyear | ly
parsec | parsec | | k M
astronomical_unit | astronomical unit | AU
decameter | dekameter, dekametre, deca meter, deca metre
hectometer | hecto meter, hecto metre
decimeter | deci meter, deci metre
nanometer | nano meter, nano metre
picometer | pico meter, pico metre
angstrom | angstrom, ångström | Å, Å
fathom | fathom | ftm
furlong | furlong |
"""

GROUPS["area"] = """
hectare | hectare, hectar, hectere | ha, ha., Ha, HA
decimeter ** 2 | square decimeter, square decimetre, sq decimeter, sq decimetre | dm², dm2, dm^2, sq dm
acre | acre | ac, ac.
dunam | dunam, dunum, donum |
feddan | feddan |
meter ** 2 | sqmeter, sqmetre, sq metre, sq meter, meter squared:meters squared, metre squared:metres squared | sqm, sq m, sq.m, sq. m, sq.m., sq. m., m², m2, m^2, m sq, SQM, sq mtr, sq mtrs, sqmt, sqmtr, SQ M, Sq m, Sq M, Sqm, SqM, Sq. m, Sq.m, Sq. M, M2, mtr2, sq-m
kilometer ** 2 | kilometer squared:kilometers squared, kilometre squared:kilometres squared | sq km, sqkm, sq.km, sq. km, sq. km., sq kms, km², km2, km^2, km sq, sq-km, SqKm, Sq. Km, sq.kms, SQ KM, Sq Km, Sq km, Sq. km, SQ. KM, sq. kms, KM2, Km2, square kms, square KM, sq KM, SQKM
centimeter ** 2 | | sq cm, sq. cm, cm², cm2, cm^2, sqcm
millimeter ** 2 | | sq mm, sq. mm, mm², mm2, mm^2
foot ** 2 | square foot-:square feet-, sq foot:sq feet | sq ft, sq. ft, sq. ft., sq.ft, sq.ft., sqft, sq-ft, ft², ft2, ft^2, SF, Sq Ft, Sq. Ft., square ft, sq feet, SQ FT, SQ. FT., SQ. FT, SqFt, Sq. ft., Sq. ft, Sq ft, Sqft, SQFT, Sq.Ft., sq. feet, sq.feet, FT2, sf, feet2, feet^2, feet², foot2, foot^2, foot²
inch ** 2 | square inch-:square inches, sq inch:sq inches | sq in, sq. in, sq. in., in², in2, in^2
yard ** 2 | square yard- | sq yd, sq. yd, sq yds, sq. yds, yd², yd2
mile ** 2 | square mile- | sq mi, sq. mi, sq. mi., sq.mi., mi², mi2, sq mile, sq miles, sqmile, sqmiles, mile2, miles2, mile^2, miles^2
"""

GROUPS["volume"] = """
liter | liter, litre | l, L, ltr, ltrs, ℓ | m c d h da* k M G µ n
liter | cubic decimeter, cubic decimetre, litter! | l., L., Ltr, Ltrs, lts, Lts, lt, LTR, ltr., ltrs.
milliliter | mililiter, mililitre, milli liter, milli litre, m.l.! | mls, ml., mLs
decaliter | dekaliter, dekalitre
centiliter | centi liter, centi litre
microliter | micro liter, micro litre | ul, uL
meter ** 3 | cubic meter-, cubic metre-, cu meter, cu metre, meter cubed:meters cubed, metre cubed:metres cubed | m³, m3, m^3, cu m, cu. m, cu.m, cum, cbm, CBM, cu m.
kilometer ** 3 | kilometer cubed:kilometers cubed, kilometre cubed:kilometres cubed | km³, km3, km^3, cu km, cu. km, km cubed
centimeter ** 3 | cubic centimeter-, cubic centimetre- | cc, CC, c.c., ccs, cm³, cm3, cm^3, cu cm, cu. cm
millimeter ** 3 | | mm³, mm3, cu mm
foot ** 3 | cubic foot-:cubic feet-, cu foot:cu feet | cu ft, cu. ft, cu. ft., cu.ft., cuft, ft³, ft3, ft^3, cf
inch ** 3 | cubic inch-:cubic inches- | cu in, cu. in, cu. in., in³, in3, cid
yard ** 3 | cubic yard- | cu yd, cu. yd, cu yds, yd³, yd3
mile ** 3 | cubic mile- | cu mi, cu. mi, mi³
gallon | gallon, gallion, galon, US gallon, U.S. gallon | gal, gals, gal., gals.
imperial_gallon | imperial gallon, UK gallon | imp gal
quart | quart, US quart, U.S. quart | qt, qts, qt.
pint | pint, US pint, U.S. pint | pt
cup | cup, cupful |
fluid_ounce | fluid ounce-, US fluid ounce, U.S. fluid ounce | fl oz, fl. oz, fl. oz., fl.oz., floz, fl ozs, FL OZ
tablespoon | tablespoon, tablespoonful | tbsp, tbsps, Tbsp, tbsp., TBSP, tbs, tbs., Tbs, tbls, tblsp, tblsps, Tblsp, tbsps., Tbl, tbl
teaspoon | teaspoon, teaspoonful | tsp, tsps, tsp., TSP
bushel | bushel | bu, bu., bsh
barrel | barrel, oil barrel, barrel of oil:barrels of oil, barrel of crude:barrels of crude, barrel of crude oil:barrels of crude oil | bbl, bbls, bbl., Bbl, Bbls
barrel_of_oil_equivalent | barrel of oil equivalent-:barrels of oil equivalent-, oil equivalent barrel-, barrel oil equivalent:barrels oil equivalent | boe, BOE, Boe
acre_foot | acre foot-:acre feet-, acre ft | ac ft, ac-ft
board_foot | board foot-:board feet- | bd ft
twenty_foot_equivalent_unit | twenty foot equivalent unit, twenty-foot equivalent unit, 20 foot equivalent unit, 20-foot equivalent unit, twenty foot container, twenty-foot container | TEU, TEUs, teu, teus
standard_cubic_foot | standard cubic foot:standard cubic feet | scf
gross_ton | gross ton, gross tonnage! | GRT, grt
hogshead | hogshead |
fluid_dram | fluid dram, fluid drachm | fl dr
gill | gill
minim | minim
peck | peck
firkin | firkin
cord | cord of wood:cords of wood, cord of firewood:cords of firewood, cord of timber:cords of timber
"""

GROUPS["mass"] = """
gram | gram, gramme | g, gm, gms, gr | k m µ
gram | gramm! | g., gs, grms, gm., gms.
nanogram | nanogram, nanogramme | ng
kilogram | kilo, k.g.!, killogram, kilogramm, kilogrm, kilogam | kg., Kg, KG, kgs, Kgs, KGs, KGS, kgs., k.gs, k.g, K.G., K.g., kilog
milligram | miligram, miligramme, milligramm, m.g.! | mgs, mg., mgm, m.g, m.gs, mgms, Mg.
microgram | | mcg, ug, mcgs
picogram | picogram | pg
metric_ton | metric ton-, metric tonne-, tonne | t, mt, MT, M/T, t.
kilotonne | kilotonne, kiloton of carbon:kilotons of carbon |
megatonne | megatonne, megaton of carbon:megatons of carbon | Mt, MMT, mmt
gigatonne | gigatonne, gigaton | Gt
teragram | teragram | Tg
ton | ton, short ton-, US ton, U.S. ton, imperial ton |
long_ton | long ton-, british long ton, british ton |
lb | pound, avoirdupois pound | lb, lbs, lb., lbs., Lb, Lbs, LB, LBS, lbm
ounce | ounce, dry ounce | oz, oz., ozs, Oz, OZ
troy_ounce | troy ounce-, ounce troy:ounces troy | ozt, oz t, troy oz, t oz, toz
stone | stone! | st, st.
hundredweight | hundredweight!, short hundredweight!, us short hundredweight!, us hundredweight! | cwt, cwts
quintal | quintal | qtl, qtls
carat | carat | ct, ct., cts, cts.
karat | karat |
dram | dram, avoirdupois dram |
grain | grain of gold:grains of gold | gr.
pennyweight | pennyweight |
deadweight_ton | deadweight ton-, dead weight ton, deadweight tonne, dead-weight ton, deadweight tonnage! | dwt, DWT
dalton | dalton | Da | k
tola | tola |
catty | catty:catties |
tael | tael |
maund | maund |
"""

GROUPS["time"] = """
second | second | s, sec, secs, sec., secs. | m µ n p f a*
microsecond | | us.
millisecond | milli second | msec, msecs
minute | minute | min, mins, min., mins., MINS, Mins
hour | hour, clock hour | h, hr, hrs, hr., hrs., HR, HRS, Hrs, Hr
day | day, calendar day | d
week | week | wk, wks, wks., wk., Wks
fortnight | fortnight |
month | month, calendar month | mo, mos, mth, mths, mo., mos., mnth
quarter | quarter, fiscal quarter, financial quarter | qtr, qtrs
year | year, calendar year, year of age:years of age, yr old, year old:years old, year-old:year-olds, yr-old, years-old!, y/o!, annum! | y, yr, yrs, yr., yrs., yo, y.o., Yrs, YRS
month | month old:months old, month-old:month-olds, month of age:months of age |
week | week old:weeks old, week-old:week-olds, week of age:weeks of age |
day | day old:days old, day-old:day-olds |
decade | decade |
century | century:centuries |
millennium | millennium:millennia, millenium:millenia |
night | night |
megayear | megayear | Ma, Myr, myr, mya
gigayear | gigayear | Ga, Gyr
kiloyear | kiloyear | ka, kyr
light_second | light second- |
person_hour | person hour-, man hour-, staff hour-, worker hour |
person_day | person day-, man day-, worker day |
person_year | person year-, man year- |
person_week | person week-, man week- |
person_month | person month-, man month- |
degree_day | degree day-, heating degree day, cooling degree day, growing degree day |
passenger_mile | passenger mile-, revenue passenger mile |
passenger_kilometer | passenger kilometer-, passenger kilometre-, passenger km, passenger-km, revenue passenger kilometer, revenue passenger kilometre | pkm
seat_mile | seat mile-, available seat mile |
seat_kilometer | seat kilometer-, seat kilometre-, available seat kilometer, available seat kilometre, seat-km |
ton_mile | ton mile- |
tonne_kilometer | tonne kilometer-, tonne kilometre-, ton kilometer-, ton kilometre-, tonne km, tonne-km, ton-km | t-km, tkm
"""

GROUPS["speed"] = """
kilometer / hour | kilometer per hour:kilometers per hour, kilometre per hour:kilometres per hour, kilometer an hour:kilometers an hour, kilometre an hour:kilometres an hour, km per hour, km an hour!, kms per hour! | km/h, kmh, kph, KPH, Kph, km/hr, kmph, KMPH, Kmph, km/hour, kms/h, km/h., kms/hr, kmhr, k.p.h., KM/H, kmp/h, km h-1, km.p.h.
mile / hour | mile per hour:miles per hour, mile an hour:miles an hour, mile-per-hour, mile-an-hour | mph, MPH, Mph, m.p.h., mi/h, mi/hr, mp/h, mph., miles/hour, miles/hr, M.P.H.
meter / second | meter per second:meters per second, metre per second:metres per second, meter a second:meters a second, metre a second:metres a second | m/s, m/sec, mps, m s-1, m.s-1, ms-1, m s⁻¹
kilometer / second | kilometer per second:kilometers per second, kilometre per second:kilometres per second, kilometer a second:kilometers a second, kilometre a second:kilometres a second | km/s, km/sec, kps
centimeter / second | centimeter per second:centimeters per second, centimetre per second:centimetres per second | cm/s, cm/sec
millimeter / second | millimeter per second:millimeters per second, millimetre per second:millimetres per second | mm/s
foot / second | foot per second:feet per second, foot a second:feet a second | ft/s, ft/sec, f.p.s.
foot / minute | foot per minute:feet per minute, foot a minute:feet a minute | ft/min, fpm
mile / second | mile per second:miles per second, mile a second:miles a second | mi/s
meter / minute | meter per minute:meters per minute, metre per minute:metres per minute | m/min
millimeter / hour | millimeter per hour:millimeters per hour, millimetre per hour:millimetres per hour, millimeter an hour:millimeters an hour, millimetre an hour:millimetres an hour | mm/h, mm/hr
millimeter / year | millimeter per year:millimeters per year, millimetre per year:millimetres per year, millimeter a year:millimeters a year, millimetre a year:millimetres a year | mm/yr, mm/y, mm/year, mm per year
centimeter / year | centimeter per year:centimeters per year, centimetre per year:centimetres per year, centimeter a year:centimeters a year, centimetre a year:centimetres a year | cm/yr, cm/year
inch / year | inch per year:inches per year, inch a year:inches a year | in/yr
inch / hour | inch per hour:inches per hour, inch an hour:inches an hour | in/hr
knot | knot | kt, kts, kn, kn., kts., kt.
"""

GROUPS["acceleration"] = """
meter / second ** 2 | meter per second squared:meters per second squared, metre per second squared:metres per second squared, meter per second per second:meters per second per second, metre per second per second:metres per second per second | m/s², m/s2, m/s^2, m/sec2, ms-2
foot / second ** 2 | foot per second squared:feet per second squared, foot per second per second:feet per second per second | ft/s², ft/s2, ft/s^2, ft/sec2
kilometer / second ** 2 | kilometer per second squared:kilometers per second squared, kilometre per second squared:kilometres per second squared | km/s², km/s2, km/s^2
centimeter / second ** 2 | centimeter per second squared:centimeters per second squared, centimetre per second squared:centimetres per second squared | cm/s², cm/s2, cm/s^2
standard_gravity | g-force |
"""

GROUPS["temperature"] = """
degree_Celsius | degree celsius:degrees celsius, degrees of celsius!, degree celcius, degrees celsuis!, degree centigrade, degree centigrate, degree celcuis, cel!, cels!, centigrate!, deg celcius!, deg centigrade!, degs celsius!, degs celcius!, degs centigrade!, degs c!:degrees centigrade, degree c:degrees c, celsius!, celcius!, celsuis!, centigrade!, degree celcius:degrees celcius, deg celsius!, deg. celsius!, deg c!, deg. c!, degc!, degrees-celsius!, degree-celsius! | °C, ℃, ºC, ° C, º C, ˚C, ˚ C, C, °c, ºc, oC, C°, degs C
degree_Fahrenheit | degree fahrenheit:degrees fahrenheit, degree f:degrees f, fahrenheit!, farenheit!, fahrenhiet!, degree farenheit:degrees farenheit, degrees fahrenheight!, degrees farenheight!, degrees fahrenhiet!, fahrenheight!, degrees of fahrenheit!, degs fahrenheit!, degs farenheit!, degs f!, deg farenheit!, fahrenheits!, deg fahrenheit!, deg. fahrenheit!, deg f!, deg. f!, degf!, degrees-fahrenheit!, degree-fahrenheit! | °F, ℉, ºF, ° F, º F, ˚F, ˚ F, F, f, °f, ºf, F°, degs F
kelvin | kelvin, degree kelvin:degrees kelvin, degree k:degrees k | K, °K | m µ n
degree_Rankine | degree rankine:degrees rankine, rankine! | °R, degR, °Ra
"""

GROUPS["angle"] = """
degree | degree, angular degree, deg!, degs! | °, º, ˚, deg.
radian | radian | rad | m µ
turn | turn, full turn, revolution | rev, revs
arcminute | arcminute, arc minute-, arc-minute, minute of arc:minutes of arc, minute of angle:minutes of angle | arcmin, MOA, arcmins
arcsecond | arcsecond, arc second-, second of arc:seconds of arc | arcsec, arcsecs | m µ
steradian | steradian |
"""

GROUPS["information"] = """
bit | bit | b | k* M G T P
byte | byte, octet | B | k M G T P E Z Y
bit | | | Ki Mi Gi Ti
byte | | | Ki Mi Gi Ti Pi
kibibyte | | KiB
mebibyte | | MiB
gibibyte | | GiB
tebibyte | | TiB
kilobyte | kilo byte | KB, kb, Kbyte, KBs, kbs, Kbytes
megabyte | mega byte, megs! | mb, MBs, mbs, MByte, Mbyte, Mbytes, MBytes
gigabyte | giga byte | gb, GBs, gbs, GByte, Gbyte, Gbytes, GBytes, gigs, Gigs
terabyte | tera byte | tb, TBs, TByte, Tbyte, Tbytes
petabyte | peta byte | pb, PBs, PByte, Pbyte
kilobit | | Kb, kbit, kbits, Kbit
megabit | mega bit | Mbit, Mbits, mbit, MBit
gigabit | giga bit | Gbit, Gbits, gbit, GBit
terabit | | Tbit, Tbits
pixel | pixel | px, pix
megapixel | megapixel, mega pixel- | MP, mp, Mp, Mpix, MPix, mpix, Mpx, mpx
gigapixel | gigapixel |
pixel_per_inch | pixel per inch:pixels per inch, pixel-per-inch, pixels-per-inch | ppi, PPI
dot_per_inch | dot per inch:dots per inch, dot-per-inch, dots-per-inch | dpi, DPI, Dpi
frame_per_second | frame per second:frames per second, frame a second:frames a second, frame-per-second | fps, FPS
bit / second | bit per second:bits per second, bit a second:bits a second | b/s, bit/s, bits/s
kilobit / second | kilobit per second:kilobits per second, kilobit a second:kilobits a second, kilobit-per-second, kb per second! | kbps, Kbps, KBPS, kb/s, kbit/s, kbits/s, Kb/s, Kbit/s
megabit / second | megabit per second:megabits per second, megabit a second:megabits a second, megabit-per-second, mb per second! | Mbps, mbps, MBPS, Mb/s, mb/s, Mbit/s, Mbits/s, Mbit/sec, mbit/s, Mbs, megs per second
gigabit / second | gigabit per second:gigabits per second, gigabit a second:gigabits a second, gigabit-per-second, gb per second! | Gbps, gbps, GBPS, Gb/s, gb/s, Gbit/s, Gbits/s, gbit/s
terabit / second | terabit per second:terabits per second, terabit a second:terabits a second | Tbps, tbps, Tb/s, Tbit/s
kilobyte / second | kilobyte per second:kilobytes per second, kilobyte a second:kilobytes a second | kB/s, KB/s, kBps, KBps
megabyte / second | megabyte per second:megabytes per second, megabyte a second:megabytes a second | MB/s, MBps, MB/sec, MBytes/s
gigabyte / second | gigabyte per second:gigabytes per second, gigabyte a second:gigabytes a second | GB/s, GBps, GB/sec
terabyte / second | terabyte per second:terabytes per second, terabyte a second:terabytes a second | TB/s, TBps
megatransfer_per_second | megatransfer per second:megatransfers per second | MT/s, MTps
gigatransfer_per_second | gigatransfer per second:gigatransfers per second | GT/s
megaflop | megaflop | MFLOPS, Mflops, MFLOP
gigaflop | gigaflop | GFLOPS, Gflops, GFLOP, gflops
teraflop | teraflop | TFLOPS, Tflops, TFLOP, TFLOPs, tflops
petaflop | petaflop | PFLOPS, Pflops, PFLOP
exaflop | exaflop | EFLOPS, EFLOP
tera_operation_per_second | tera operation per second:tera operations per second, trillion operations per second! | TOPS
qubit | qubit |
baud | baud! | Bd
rack_unit | rack unit- | RU, U
"""

GROUPS["frequency"] = """
hertz | hertz! | Hz | k M G T m
hertz | herz! | HZ, hz, Hertz, c/s
kilohertz | | Khz, KHz, KHZ, khz
megahertz | | Mhz, MHZ, mhz
gigahertz | | Ghz, GHZ, ghz, gHz
revolution_per_minute | revolution per minute:revolutions per minute, revolution a minute:revolutions a minute, rotation per minute:rotations per minute | rpm, RPM, Rpm, r.p.m., rev/min, revs/min, r/min, rpms, RPMs
beat_per_minute | beat per minute:beats per minute, beat a minute:beats a minute | bpm, BPM
1 / second | inverse second!, per second! | s-1, s−1, s⁻¹, /s, /sec
1 / minute | | min-1, min−1
1 / centimeter | inverse centimeter, inverse centimetre | cm-1, cm−1, cm⁻¹
1 / femtobarn | inverse femtobarn | fb-1, fb−1, fb⁻¹
"""

GROUPS["energy"] = """
joule | joule | J | k M G T P E m* µ*
kilojoule | | KJ, kj
megajoule | | mj.
watt_hour | watt hour-, watthour | Wh | k M G T P m
watt_hour | | W·h, W-h, whr, Whr
kilowatt_hour | | kwh, KWh, KWH, Kwh, kWH, kW-h, kW h, kW·h, kWhr, kw/h, kWh., kWhs, KwH, kwhs, kw-hr, kW/h, kW-hr, kWhrs
megawatt_hour | | MWH, Mwh, MW-h, MW h, mwh, MW·h, MWhr, MWhs, MWhrs
gigawatt_hour | | GWH, Gwh, GW-h, gwh, GW·h, GWhr
terawatt_hour | | TWH, Twh, TW-h, twh, TW·h
food_calorie | calorie, food calorie, large calorie | cal, Cal, cals, cal.
kilocalorie | kilocalorie, kilo calorie | kcal, kcals, Kcal, KCal
electronvolt | electronvolt, electron volt- | eV | k M G T m µ
british_thermal_unit | british thermal unit | Btu, BTU, BTUs, btu, btus, Btus
mmbtu | million british thermal unit, mega british thermal unit, megabritish thermal unit | MMBtu, mmBtu, mmbtu, MMBTU, mBtu, MMbtu, mBtus, mln Btu, MBtu
therm | therm |
erg | erg |
tonne_of_oil_equivalent | tonne of oil equivalent-:tonnes of oil equivalent-, ton of oil equivalent:tons of oil equivalent | TOE
tonne_of_coal_equivalent | tonne of coal equivalent-:tonnes of coal equivalent-, ton of coal equivalent:tons of coal equivalent, ton of standard coal:tons of standard coal, tonne of standard coal:tonnes of standard coal | tce, TCE
kiloton_TNT | kiloton |
megaton_TNT | megaton |
"""

GROUPS["power"] = """
watt | watt | W | k M G T P m µ n
watt | | w, Watts, watts
kilowatt | kilo watt | KW, kw, Kw, KWs, kWs
megawatt | mega watt | MWs
gigawatt | giga watt | gw, Gw, GWs
terawatt | | Tw
megawatt_peak | megawatt peak:megawatts peak, megawatt-peak | MWp, MWdc, MWac, MWe, MWth, MWt
kilowatt_peak | kilowatt peak:kilowatts peak, kilowatt-peak | kWp, KWp
gigawatt_peak | gigawatt peak:gigawatts peak | GWp
horsepower | horsepower!, horse power!, horse-power!, horspower!, shaft horsepower!, hp! | hp, HP, h.p., Hp, hp., shp, whp
metric_horsepower | metric horsepower!, metric horse power!, pferdestärke:pferdestärken | PS, CV, cv
brake_horsepower | brake horsepower!, brake horse power!, brake-horsepower! | bhp, BHP, b.h.p., Bhp
volt_ampere | volt ampere-, volt amp | VA | k M G
kilovolt_ampere | | KVA, kva, kV·A, kV-A, kV⋅A
volt_ampere | | V·A, V-A, V⋅A
megavolt_ampere | | MV·A, MV-A, mva
refrigeration_ton | ton of refrigeration:tons of refrigeration, ton of cooling:tons of cooling, refrigeration ton |
decibel_milliwatt | | dBm
"""

GROUPS["pressure"] = """
pascal | pascal | Pa | k M G h m µ
kilopascal | | KPa, kpa, Kpa
megapascal | | Mpa, mpa
hectopascal | | hpa, Hpa
bar | bar | bar, bars | m k
millibar | | mbars
atmosphere | atmosphere, standard atmosphere, atmosphere of pressure:atmospheres of pressure | atm, atms
pound_per_square_inch | pound per square inch:pounds per square inch, pound-force per square inch:pounds-force per square inch, pound a square inch:pounds a square inch, pound-per-square-inch, pounds-per-square-inch | psi, PSI, Psi, p.s.i., lb/in2, lb/sq in, lbs/in2, lbs per square inch, lb per sq in, lbf/in2, psig, psia
kilopound_per_square_inch | kilopound per square inch:kilopounds per square inch, kip per square inch:kips per square inch | ksi
millimeter_Hg | millimeter of mercury:millimeters of mercury, millimetre of mercury:millimetres of mercury | mmHg, mm Hg, mmhg, mm of mercury, mm of Hg, MmHg
inch_Hg | inch of mercury:inches of mercury | inHg, in Hg, "Hg
torr | torr! | Torr
"""

GROUPS["force"] = """
newton | newton | N | k M m µ
kilonewton | | KN, Kn
force_pound | pound of force:pounds of force, pound force-:pounds force, pound of thrust:pounds of thrust, pound-force:pounds-force, pound thrust:pounds thrust | lbf, lbs thrust, lb thrust, lbs of thrust
force_kilogram | kilogram-force:kilograms-force, kilogram force, kilogram of force:kilograms of force, kilogram of thrust:kilograms of thrust | kgf
force_metric_ton | tonne of thrust:tonnes of thrust, ton of thrust:tons of thrust | tf
dyne | dyne |
pascal_second | pascal second- | Pa·s, Pa s, Pa⋅s, Pa.s, Pa*s | m
newton_second | newton second- | N·s, N s, N⋅s
joule_second | joule second- | J·s, J s, J⋅s
newton_meter | newton meter-, newton metre- | Nm, N m, N-m, N·m, N⋅m, N.m, Nms
kilonewton_meter | kilonewton meter, kilonewton metre | kNm, kN·m
lb_ft | foot pound-:foot pounds-, foot-pound, pound foot-:pound feet-, pound-foot:pound-feet, ft pound, foot pound force-, pound-force foot:pound-force feet, pound foot of torque:pound feet of torque, pound-foot of torque:pound-feet of torque, foot-pound of torque:foot-pounds of torque, foot pound of torque:foot pounds of torque, foot pound-force! | lb-ft, lb ft, lbs-ft, lbs ft, lb.-ft., lb.ft, lb⋅ft, lb·ft, ft-lb, ft-lbs, ft lb, ft lbs, ft. lb., ft.lb, ft·lb, ft-lbf, lbf-ft, lbf ft, ft-lb., ft.-lbs., lb.-ft, ft-lbs., lbft, LB-FT, lb/ft, lb.ft., ft/lb, ft/lbs, lbs.-ft., Lb-ft
inch_pound | inch pound-, pound inch-:pound inches |in-lb, in-lbs, lb-in, in lb
"""

GROUPS["electricity"] = """
volt | volt | V | k M m µ
volt | | v, Volts, volts
kilovolt | | KV, kv, Kv
ampere | ampere, amp, ampère | A | k m µ n
ampere | | amps, Amps, Amp
milliampere | milli amp | mAs
ampere_hour | ampere hour-, amp hour- | Ah, A·h, AH, A-h, A h, A-hr, A⋅h
milliampere_hour | milliampere hour-, milliamp hour-, milli amp hour | mAh, mah, mAH, MAH, MAh, mAhs, Mah, maH, mA·h, mA-h, mA h, mA⋅h
ohm | ohm | Ω, Ω | k M m
megaohm | megohm |
revolution_per_second | revolution per second:revolutions per second, revolution a second:revolutions a second, rotation per second:rotations per second | rps, r/s, rev/s
farad | farad | | m µ n p
henry | | | m µ n
henry | henry:henries
weber | weber | Wb | m
coulomb | coulomb | | m µ n
siemens | siemens! | | m µ k
tesla | tesla! | | m µ
tesla | | T
gauss | gauss! | Gs
oersted | oersted | Oe
poise | poise! |
katal | katal | kat
kilovolt / centimeter | kilovolt per centimeter:kilovolts per centimeter, kilovolt per centimetre:kilovolts per centimetre | kV/cm
volt / meter | volt per meter:volts per meter, volt per metre:volts per metre | V/m
"""

GROUPS["light-and-sound"] = """
decibel | decibel, decibal, deciBel | dB, db, dBs, DB, Db, dBA, dB(A), dBa
lumen | lumen | lm, lms
lux | lux!, luxe! | lx
candela | candela, candle power! | cd
nit | nit |
candela / meter ** 2 | candela per square meter:candelas per square meter, candela per square metre:candelas per square metre | cd/m², cd/m2
diopter | diopter, dioptre |
"""

GROUPS["radiation"] = """
becquerel | becquerel, bequerel | Bq | k M G T P
curie | curie | Ci | k M m µ n p
sievert | sievert | Sv | m µ n
millisievert | | msv, msvs
roentgen | roentgen, röntgen, rontgen | R | m* µ*
gray | gray | Gy | m c
becquerel / kilogram | becquerel per kilogram:becquerels per kilogram, becquerel per kilo:becquerels per kilo, becquerel a kilogram:becquerels a kilogram | Bq/kg
becquerel / liter | becquerel per liter:becquerels per liter, becquerel per litre:becquerels per litre | Bq/l, Bq/L
microsievert / hour | microsievert per hour:microsieverts per hour, microsievert an hour:microsieverts an hour | µSv/h, μSv/h, uSv/h, μSv/hr
millisievert / hour | millisievert per hour:millisieverts per hour, millisievert an hour:millisieverts an hour | mSv/h, mSv/hr
millisievert / year | millisievert per year:millisieverts per year, millisievert a year:millisieverts a year | mSv/yr, mSv/y, mSv/year
"""

GROUPS["chemistry"] = """
mole | mole | mol | m µ n p k
molar | molar! | | m µ n
milligram / deciliter | milligram per deciliter:milligrams per deciliter, milligram per decilitre:milligrams per decilitre | mg/dL, mg/dl, mg/DL, mgs/dl
millimole / liter | millimole per liter:millimoles per liter, millimole per litre:millimoles per litre | mmol/L, mmol/l
milligram / liter | milligram per liter:milligrams per liter, milligram per litre:milligrams per litre | mg/L, mg/l
milligram / kilogram | milligram per kilogram:milligrams per kilogram, milligram per kilo:milligrams per kilo | mg/kg
microgram / liter | microgram per liter:micrograms per liter, microgram per litre:micrograms per litre | µg/L, μg/L, µg/l, μg/l, ug/L, mcg/L
microgram / meter ** 3 | microgram per cubic meter:micrograms per cubic meter, microgram per cubic metre:micrograms per cubic metre, microgram a cubic meter:micrograms a cubic meter, microgram a cubic metre:micrograms a cubic metre | µg/m3, μg/m3, µg/m³, μg/m³, ug/m3, ug/m³, mcg/m3, mcg/m³
milligram / meter ** 3 | milligram per cubic meter:milligrams per cubic meter, milligram per cubic metre:milligrams per cubic metre | mg/m3, mg/m³
nanogram / milliliter | nanogram per milliliter:nanograms per milliliter, nanogram per millilitre:nanograms per millilitre | ng/mL, ng/ml
gram / liter | gram per liter:grams per liter, gram per litre:grams per litre, gramme per litre:grammes per litre | g/L, g/l
gram / centimeter ** 3 | gram per cubic centimeter:grams per cubic centimeter, gram per cubic centimetre:grams per cubic centimetre | g/cm3, g/cm³, g/cc
kilogram / meter ** 3 | kilogram per cubic meter:kilograms per cubic meter, kilogram per cubic metre:kilograms per cubic metre | kg/m3, kg/m³
gram / metric_ton | gram per tonne:grams per tonne, gram per ton:grams per ton, gram a tonne:grams a tonne | g/t, gpt
pound_per_gallon | pound per gallon:pounds per gallon, pound-per-gallon |
"""

GROUPS["proportion"] = """
ppm | part per million:parts per million, part-per-million, parts-per-million | ppm, PPM, ppmv, p.p.m.
ppb | part per billion:parts per billion, part-per-billion, parts-per-billion | ppb, PPB, ppbv
parts_per_trillion | part per trillion:parts per trillion, part-per-trillion, parts-per-trillion |
permille | permille!, per mille!, promille! | ‰
practical_salinity_unit | practical salinity unit | psu, PSU
"""

GROUPS["consumption"] = """
mile / gallon | mile per gallon:miles per gallon, mile a gallon:miles a gallon, mile-per-gallon, miles-per-gallon, mile to the gallon:miles to the gallon, us mile per gallon:us miles per gallon | mpg, MPG, m.p.g., mpg., Mpg, mi/gal, mpgs
mile_per_gallon_equivalent | mile per gallon equivalent:miles per gallon equivalent, mile per gallon of gasoline equivalent:miles per gallon of gasoline equivalent | MPGe, mpge, mpg-e, MPG-e
liter_per_hundred_kilometer | liter per 100 kilometers:liters per 100 kilometers, litre per 100 kilometres:litres per 100 kilometres, litre per 100km:litres per 100km, liter per 100km:liters per 100km, litre per 100 km:litres per 100 km, liter per 100 km:liters per 100 km | l/100km, L/100km, l/100 km, L/100 km, l/100kms, ltr/100km
kilowatt_hour_per_hundred_kilometer | kilowatt-hour per 100 kilometers:kilowatt-hours per 100 kilometers, kilowatt-hour per 100 kilometres:kilowatt-hours per 100 kilometres, kilowatt hour per 100 kilometres:kilowatt hours per 100 kilometres, kilowatt hour per 100 kilometers:kilowatt hours per 100 kilometers, kwh per 100km!, kwh per 100 km! | kWh/100km, kWh/100 km
kilometer / liter | kilometer per liter:kilometers per liter, kilometre per litre:kilometres per litre, kilometer a liter:kilometers a liter, kilometre a litre:kilometres a litre | km/l, km/L, kmpl, kpl, KMPL, km/ltr, kml
gram / kilometer | gram per kilometer:grams per kilometer, gram per kilometre:grams per kilometre, gram a kilometre:grams a kilometre | g/km, gm/km, g/kms, grams/km, gCO2/km
mile / kilowatt_hour | mile per kilowatt-hour:miles per kilowatt-hour, mile per kwh:miles per kwh | mi/kWh, mpkWh
gram / kilowatt_hour | gram per kilowatt-hour:grams per kilowatt-hour, gram per kilowatt hour:grams per kilowatt hour | g/kWh, gCO2/kWh
"""

GROUPS["flow"] = """
barrel / day | barrel per day:barrels per day, barrel a day:barrels a day, barrel of oil per day:barrels of oil per day, barrel of oil a day:barrels of oil a day, barrel daily:barrels daily, barrel of crude per day:barrels of crude per day, barrel of crude a day:barrels of crude a day, barrel of crude oil per day:barrels of crude oil per day, barrel-per-day, barrels-per-day, barrel-a-day, barrels-a-day | bpd, BPD, b/d, B/D, bbl/d, bbls/d, bbl/day, b.p.d., bopd, BOPD
barrel_of_oil_equivalent / day | barrel of oil equivalent per day:barrels of oil equivalent per day, barrel of oil equivalent a day:barrels of oil equivalent a day | boepd, boe/d, BOEPD, boed, boe/day, BOE/d
metric_ton / day | tonne per day:tonnes per day, tonne a day:tonnes a day, metric ton per day:metric tons per day, metric ton a day:metric tons a day | t/d, t/day, TPD
ton / day | ton per day:tons per day, ton a day:tons a day | tpd
metric_ton / year | tonne per year:tonnes per year, tonne a year:tonnes a year, tonne per annum:tonnes per annum, metric ton per year:metric tons per year, metric ton a year:metric tons a year, metric ton per annum:metric tons per annum | tpa, t/y, t/yr, t/a, tpy
ton / year | ton per year:tons per year, ton a year:tons a year, ton per annum:tons per annum |
meter ** 3 / second | cubic meter per second:cubic meters per second, cubic metre per second:cubic metres per second, cubic meter a second:cubic meters a second, cubic metre a second:cubic metres a second, cumec | m3/s, m³/s, cu m/s, cumecs, m3/sec
meter ** 3 / day | cubic meter per day:cubic meters per day, cubic metre per day:cubic metres per day, cubic meter a day:cubic meters a day, cubic metre a day:cubic metres a day | m3/d, m³/d, m3/day, m³/day
meter ** 3 / hour | cubic meter per hour:cubic meters per hour, cubic metre per hour:cubic metres per hour | m3/h, m³/h, m3/hr
foot ** 3 / second | cubic foot per second:cubic feet per second, cubic foot a second:cubic feet a second, cusec | cfs, ft3/s, ft³/s, cusecs
foot ** 3 / minute | cubic foot per minute:cubic feet per minute | cfm, CFM
foot ** 3 / day | cubic foot per day:cubic feet per day, cubic foot a day:cubic feet a day | cfd
gallon / minute | gallon per minute:gallons per minute, gallon a minute:gallons a minute | gpm, GPM, gal/min
gallon / day | gallon per day:gallons per day, gallon a day:gallons a day | gpd
gallon / hour | gallon per hour:gallons per hour, gallon an hour:gallons an hour | gph
liter / minute | liter per minute:liters per minute, litre per minute:litres per minute, liter a minute:liters a minute, litre a minute:litres a minute | l/min, L/min, lpm, LPM
liter / second | liter per second:liters per second, litre per second:litres per second, liter a second:liters a second, litre a second:litres a second | l/s, L/s, l/sec, lps
liter / hour | liter per hour:liters per hour, litre per hour:litres per hour, liter an hour:liters an hour, litre an hour:litres an hour | l/h, L/h, lph
liter / day | liter per day:liters per day, litre per day:litres per day, liter a day:liters a day, litre a day:litres a day | l/d, L/d, lpd, l/day, L/day
kilogram / hectare | kilogram per hectare:kilograms per hectare, kilo per hectare:kilos per hectare, kilogram a hectare:kilograms a hectare | kg/ha
metric_ton / hectare | tonne per hectare:tonnes per hectare, tonne a hectare:tonnes a hectare, metric ton per hectare:metric tons per hectare | t/ha, mt/ha
ton / hectare | ton per hectare:tons per hectare, ton a hectare:tons a hectare |
bushel / acre | bushel per acre:bushels per acre, bushel an acre:bushels an acre | bpa, bu/ac, bu/acre, bu/A
watt / meter ** 2 | watt per square meter:watts per square meter, watt per square metre:watts per square metre | W/m2, W/m²
kilowatt_hour / meter ** 2 | kilowatt-hour per square meter:kilowatt-hours per square meter, kilowatt-hour per square metre:kilowatt-hours per square metre | kWh/m2, kWh/m²
milliliter / minute | milliliter per minute:milliliters per minute, millilitre per minute:millilitres per minute | ml/min, mL/min
gram / meter ** 2 | gram per square meter:grams per square meter, gram per square metre:grams per square metre | gsm, g/m2, g/m², g/m^2
kilogram / meter ** 2 | kilogram per square meter:kilograms per square meter, kilogram per square metre:kilograms per square metre | kg/m2, kg/m²
"""

GROUPS["scale-readings"] = """
magnitude | magnitude |
basis_point | basis point-, basis pts!, bips! | bp, bps, bps.
"""

GROUPS["rates-of-play-and-work"] = """
point / game | point per game:points per game, point a game:points a game | ppg, PPG
rebound / game | rebound per game:rebounds per game, rebound a game:rebounds a game | rpg, RPG
assist / game | assist per game:assists per game, assist a game:assists a game | apg
steal / game | steal per game:steals per game, steal a game:steals a game | spg
block / game | block per game:blocks per game, block a game:blocks a game | bpg
word / minute | word per minute:words per minute, word a minute:words a minute | wpm, WPM
page / minute | page per minute:pages per minute, page a minute:pages a minute |
"""
