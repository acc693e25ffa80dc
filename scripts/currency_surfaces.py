"""The hand-written part of the table of currencies: what news prints for each. Read by make_currencies.py.

One line a currency: `code | names | codes | marks | minor names | minor factor`. Names are compared without case, a name alone
gets an s, "a:b" gives the plural, "!" has none. Codes and marks are compared with case. CLDR's names need not be repeated.
"""

from __future__ import annotations

REGIONS: dict[str, str] = {}
"""id of the rule -> its lines."""

REGIONS["north-america"] = """
USD | dollar, american dollar, united states dollar, buck, greenback, u.s. dollar, u.s dollar, dollar us, us dolar, dolar | USD | $, US$, US $, U.S.$, U.S. $, $US, $ US, USD$, USD $, ＄, US-$ | cent, us cent, u.s. cent, penny:pennies, american cent | 0.01
CAD | canada dollar, loonie | CAD, CDN | C$, C $, CA$, CAN$, Can$, Cdn$, CDN$, CAD$, $CAD, CDN $ | canadian cent | 0.01
MXN | mexican peso, mexico peso | MXN | Mex$, MX$, MXN$, Mex $ | |
"""

REGIONS["south-america-and-caribbean"] = """
BRL | brazil real:brazil reais, brazilian real:brazilian reais, reais! | BRL | R$, R $ | centavo de real | 0.01
ARS | argentine peso, argentinian peso, argentina peso | ARS | AR$, ARS$ | |
CLP | chile peso | CLP | CLP$, CL$ | |
COP | colombia peso | COP | COP$, COL$ | |
PEN | sol:soles, nuevo sol:nuevos soles, peruvian nuevo sol | PEN | S/, S/. | |
UYU | | UYU | $U, UYU$ | |
PYG | guarani:guaranies, guarani:guaranis, guaraní:guaraníes | PYG | ₲, Gs. | |
BOB | boliviano | BOB | Bs. | |
VES | bolivar:bolivares, bolívar:bolívares, venezuelan bolivar:venezuelan bolivares, bolivar:bolivars | VES | Bs | |
VED | | VED | | |
CRC | colon:colones, colón:colones, costa rican colon:costa rican colones | CRC | ₡ | |
GTQ | quetzal:quetzales | GTQ | | |
HNL | lempira | HNL | | |
NIO | cordoba, córdoba | NIO | | |
PAB | balboa | PAB | | |
SVC | salvadoran colon:salvadoran colones | SVC | | |
DOP | | DOP | RD$ | |
CUP | | CUP | | |
HTG | gourde | HTG | | |
JMD | | JMD | J$, JA$ | |
TTD | trinidad and tobago dollar, trinidad dollar | TTD | TT$ | |
BBD | barbados dollar, bajan dollar | BBD | Bds$, BDS$ | |
BSD | | BSD | B$ | |
BZD | | BZD | BZ$ | |
BMD | bermuda dollar, bermudian dollar | BMD | BD$ | |
KYD | | KYD | CI$ | |
XCD | ec dollar, eastern caribbean dollar | XCD | EC$, XCD$ | |
AWG | | AWG | Afl. | |
XCG | | XCG | Cg. | |
GYD | guyana dollar, guyanese dollar | GYD | G$, GY$ | |
SRD | suriname dollar | SRD | SR$ | |
FKP | | FKP | | |
"""

REGIONS["europe"] = """
EUR | euro, eurodollar! | EUR, Eur, eur | €, EUR€, €EUR | euro cent, eurocent, centime | 0.01
GBP | pound, pound sterling:pounds sterling, british pound sterling:british pounds sterling, uk pound, u.k. pound, sterling!, quid!, great british pound, english pound | GBP, Gbp, STG, stg | £, UK£, ￡, GB£, £GBP, GBP£ | pence!, british penny:british pence, new penny:new pence | 0.01
CHF | swiss franc, franc | CHF, Fr., SFr, SFr., Sfr, sfr | | rappen!, swiss centime | 0.01
SEK | swedish crown, swedish krona:swedish kronas, krona:kronor, swedish krone | SEK, skr, Skr | kr., | öre!, ore! | 0.01
NOK | norwegian crown, norwegian kroner!, krone:kroner | NOK, nkr, Nkr | | norwegian øre! | 0.01
DKK | danish crown, danish kroner! | DKK, dkr, Dkr | | danish øre! | 0.01
ISK | icelandic crown, icelandic krona:icelandic kronur, iceland krona | ISK | | |
PLN | zloty:zlotys, zloty:zloties, złoty:złotych, polish złoty, polish zloty! | PLN | zł, zl | grosz:groszy | 0.01
CZK | koruna, czech crown, czech koruna! | CZK | Kč, Kc | |
HUF | forint, forint!, hungarian forint! | HUF | Ft | |
RON | leu:lei, romanian leu:romanian lei, ron! | RON | | |
RSD | serbian dinar | RSD | din. | |
BAM | bosnian mark, convertible mark, bosnian convertible mark | BAM | | |
MKD | denar:denars, denar:denari | MKD | | |
ALL | lek, lek!, albanian lek! | | | |
MDL | moldovan leu:moldovan lei | MDL | | |
UAH | hryvnia, hryvna, hryvnya, ukrainian hryvna, hryvnia!, hryven!, hryvnias! | UAH | ₴ | kopiyka:kopiykas | 0.01
RUB | ruble, rouble, russian rouble, russian ruble | RUB, RUR | ₽, руб, руб. | kopeck, kopek, kopeyka | 0.01
BYN | belarusian rouble, belarus ruble, belarusian ruble | BYN | Br | |
GEL | lari, lari!, georgian lari! | GEL | ₾ | tetri! | 0.01
AMD | armenian dram! | AMD | ֏ | |
AZN | azerbaijan manat, azeri manat, manat, manat! | AZN | ₼ | |
TRY | lira, lira!, turkish lira, turkey lira, turkish lira! | TRY, TL | ₺ | kurus!, kuruş! | 0.01
GIP | | GIP | | |
"""

REGIONS["east-and-south-east-asia"] = """
CNY | yuan!, renminbi!, chinese renminbi!, chinese yuan renminbi!, yuan renminbi!, chinese yuan!, rmb!, china yuan! | CNY, RMB, Rmb, CNH, rmb | CN¥, 元, RMB¥, CNY¥, 人民币 | fen!, jiao! | 0.01
JPY | yen!, yens!, japanese yen!, japan yen! | JPY | ¥, ￥, Y=, JP¥, JPY¥, 円, 日元 | |
KRW | won!, south korean won!, korean won!, s. korean won! | KRW, W=, KRW₩ | ₩, ￦ | |
KPW | north korean won! | KPW | | |
TWD | taiwan dollar, new taiwan dollar, taiwanese dollar, nt dollar | TWD, NTD | NT$, NT $, TW$, TWD$, NTD$ | |
HKD | hong kong dollar, hongkong dollar, hk dollar | HKD | HK$, HK $, HKD$ | hong kong cent | 0.01
MOP | pataca, macau pataca | MOP | MOP$, MOP | |
MNT | tugrik, tögrög, togrog, tugrug, mongolian tögrög | MNT | ₮ | |
VND | dong!, dongs!, vietnamese dong!, vietnam dong!, vietnamese đồng!, đồng!, viet nam dong!, vnd! | VND, VNĐ, Vnd, vnd | ₫, đ | |
LAK | kip, kip!, lao kip, lao kip!, laotian kip! | LAK | ₭ | |
KHR | riel, riel!, cambodian riel! | KHR | ៛ | |
THB | baht!, bahts!, thai baht! | THB, Bt, Bt. | ฿ | satang! | 0.01
MMK | kyat, kyat!, myanmar kyat!, burmese kyat | MMK, Ks | | |
MYR | ringgit!, ringgits!, malaysian ringgit, malaysia ringgit, malaysian ringgit!, malaysia ringgit! | MYR, RM, Rm | RM | sen!, malaysian sen! | 0.01
SGD | singapore dollar, singaporean dollar, sing dollar | SGD | S$, SG$, SGD$, S $ | singapore cent | 0.01
IDR | rupiah, rupiah!, indonesian rupiah!, indonesia rupiah! | IDR, Rp, Rp., RP, rp | Rp | |
PHP | philippine peso, philippines peso, filipino peso | PHP, Php, PhP, PHp | ₱, PHP₱ | centavo | 0.01
BND | | BND | BN$ | |
"""

REGIONS["south-and-central-asia"] = """
INR | rupee, indian rupee, india rupee, re.! | INR, Rs, Rs., RS, Re, Re., INR., rs, rs. | ₹, ₨, INR₹, Rs₹ | paisa:paise, paisa! | 0.01
PKR | pakistani rupee, pakistan rupee | PKR, PRs, PKRs | | |
LKR | sri lankan rupee, sri lanka rupee | LKR, SLR, SLRs | | |
NPR | nepali rupee, nepalese rupee, nepal rupee | NPR, NRs, NRs. | | |
BDT | taka, taka!, bangladeshi taka!, bangladesh taka | BDT, Tk, Tk., TK | ৳ | poisha! | 0.01
BTN | ngultrum, ngultrum! | BTN, Nu. | | |
MVR | rufiyaa, rufiyaa!, maldives rufiyaa! | MVR, Rf, MRf | | laari! | 0.01
AFN | afghani, afghanis!, afghan afghani | AFN, Afs | ؋ | |
KZT | tenge, tenge!, kazakh tenge, kazakhstan tenge, kazakh tenge! | KZT | ₸ | |
UZS | uzbek som, uzbek som!, uzbekistan som!, sum!, soum! | UZS | | |
KGS | kyrgyz som, kyrgyz som!, som!, soms! | KGS | | |
TJS | somoni, somoni!, tajik somoni! | TJS | | |
TMT | turkmen manat, turkmen manat! | TMT | | |
"""

REGIONS["middle-east"] = """
ILS | shekel, israeli shekel, new israeli shekel, new shekel, israeli new sheqel, shekalim! | ILS, NIS | ₪ | agora:agorot | 0.01
SAR | riyal, saudi riyal, saudi rial, saudi arabian riyal, saudiriyal | SAR, SR | ﷼ | halala, halalas! | 0.01
AED | dirham, uae dirham, emirati dirham, united arab emirates dirham, u.a.e. dirham | AED, Dh, Dhs, Dhs., Dh., DH, DHS, dhs | | |
QAR | qatari riyal, qatar riyal, qatari rial | QAR, QR | | |
KWD | kuwaiti dinar, kuwait dinar | KWD, KD | | |
BHD | bahraini dinar, bahrain dinar | BHD, BD | | |
OMR | omani rial, oman rial, omani riyal | OMR, RO | | |
YER | yemeni rial, yemeni riyal, yemen rial | YER | | |
IRR | rial, iranian rial, iran rial, toman rial | IRR | | |
IQD | iraqi dinar, iraq dinar | IQD | | |
JOD | jordanian dinar, jordan dinar | JOD, JD | | piastre, piaster, qirsh! | 0.01
LBP | lebanese pound, lebanon pound, lebanese lira! | LBP, LL, L.L. | | |
SYP | syrian pound, syria pound, syrian lira! | SYP | | |
EGP | egyptian pound, egypt pound, egyptianpound, geneh, l.e.! | EGP, LE, L.E., L.E | E£, EGP£, £E | |
"""

REGIONS["africa"] = """
ZAR | rand, rand!, south african rand, south africa rand | ZAR | R | |
NGN | naira, naira!, nigerian naira! | NGN, =N= | ₦ | kobo! | 0.01
KES | kenyan shilling, kenya shilling | KES, Ksh, KSh, Sh., KShs, Kshs, Ksh., Sh, KSH, Sh. | | |
UGX | ugandan shilling, uganda shilling | UGX, Ush, USh, Shs, UShs | | |
TZS | tanzanian shilling, tanzania shilling | TZS, TSh, Tsh, TSH | | |
SOS | somali shilling, somalia shilling | | | |
GHS | cedi, cedi!, ghana cedi, ghanaian cedi! | GHS, GHC, GH¢, GHc | ₵, GH₵, GHS₵ | pesewa | 0.01
ETB | birr, birr!, ethiopian birr! | ETB | | |
RWF | rwandan franc, rwanda franc | RWF, FRw, Frw | | |
ZMW | kwacha, kwacha!, zambian kwacha!, zambia kwacha | ZMW | | ngwee! | 0.01
MWK | malawi kwacha, malawian kwacha!, malawi kwacha! | MWK | | |
MZN | metical:meticais, mozambican metical:mozambican meticais | MZN, MTn | | |
AOA | kwanza, kwanza!, angolan kwanza! | AOA, Kz | | |
BWP | pula!, botswana pula, botswana pula! | BWP | | |
NAD | namibia dollar | NAD | N$ | |
ZWG | zig!, zimbabwe gold! | ZWG, ZiG | | |
MAD | moroccan dirham, morocco dirham | MAD | | |
DZD | algerian dinar, algeria dinar | DZD | | |
TND | tunisian dinar, tunisia dinar | TND, DT | | |
LYD | libyan dinar, libya dinar | LYD | | |
SDG | sudanese pound, sudan pound | SDG | | |
SSP | south sudanese pound, south sudan pound | SSP | | |
XAF | central african cfa franc, cfa franc, fcfa! | XAF, FCFA, CFAF, Fcfa, CFA | F CFA | |
XOF | west african cfa franc | XOF | | |
GNF | guinean franc, guinea franc | GNF | | |
SLE | leone | SLE, Le. | | |
LRD | liberian dollar, liberia dollar | LRD | L$ | |
GMD | dalasi, dalasi!, gambian dalasi! | GMD | | |
CVE | cape verde escudo | CVE | | |
MRU | ouguiya, ouguiya! | MRU | | |
MGA | ariary!, malagasy ariary! | MGA | | |
MUR | mauritian rupee, mauritius rupee | MUR | | |
SCR | seychelles rupee | SCR | | |
KMF | comoros franc | KMF | | |
DJF | djibouti franc | DJF | | |
BIF | burundi franc | BIF, FBu | | |
CDF | congolese franc, congo franc | CDF | | |
ERN | nakfa, nakfa! | ERN | | |
LSL | loti!, maloti! | LSL | | |
SZL | lilangeni!, emalangeni! | SZL | | |
STN | dobra | STN | | |
SHP | | SHP | | |
"""

REGIONS["oceania"] = """
AUD | australian dollar, australia dollar, aussie dollar | AUD | A$, AU$, AU $, A $, AUD$, AUS$, Aus$, $A, $AU, $AUD, Au$ | australian cent | 0.01
NZD | new zealand dollar, kiwi dollar, nz dollar | NZD | NZ$, NZ $, NZD$, $NZ | new zealand cent | 0.01
FJD | fiji dollar, fijian dollar | FJD | FJ$, F$ | |
PGK | kina, kina!, papua new guinea kina, papua new guinea kina! | PGK | | |
SBD | solomon islands dollar | SBD | SI$ | |
WST | tala!, samoan tala!, samoa tala | WST, WS$ | | |
TOP | pa'anga!, pa’anga!, tongan pa'anga! | | T$ | |
VUV | vatu!, vanuatu vatu!, vatus! | VUV, Vt | | |
XPF | cfp franc, pacific franc | XPF, CFPF | | |
"""

REGIONS["supranational-and-crypto"] = """
XDR | special drawing right, sdr | XDR, SDR, SDRs | | |
BTC | bitcoin | BTC, XBT, btc | ₿ | satoshi | 0.00000001
ETH | ether!, ethereum!, ethers! | ETH, eth | Ξ | |
USDT | tether!, tethers! | USDT | | |
USDC | usd coin | USDC | | |
XRP | | XRP | | |
"""

REGIONS["historic"] = """
BGN | lev:leva, bulgarian lev:bulgarian leva, lev:levs | BGN, lv, lv. | лв, лв. | stotinka:stotinki | 0.01
HRK | kuna, kuna!, croatian kuna! | HRK | kn | |
DEM | deutsche mark, deutschmark, german mark, deutschemark, d-mark, mark | DEM, DM | | pfennig, pfennig! | 0.01
FRF | french franc | FRF, FF | | |
BEF | belgian franc | BEF | | |
LUF | luxembourg franc | LUF | | |
ITL | italian lira:italian lire, lire! | ITL | | |
ESP | peseta, spanish peseta | ESP, Pta, Ptas, pta, ptas | ₧ | |
PTE | portuguese escudo, escudo | PTE | | |
NLG | guilder, dutch guilder, netherlands guilder, gulden!, dutch gulden! | NLG, Dfl | ƒ | |
ATS | austrian schilling, schilling | | | |
FIM | finnish markka, markka, finnish mark, markkaa! | FIM | | |
GRD | drachma, greek drachma, drachmas! | GRD | ₯ | |
IEP | irish pound, punt | IEP | IR£ | |
SKK | slovak koruna, slovak crown | SKK | | |
EEK | estonian kroon, kroon, estonian kroons! | EEK | | |
LVL | latvian lat:latvian lats, lats! | LVL | | |
LTL | lithuanian litas!, litas!, lithuanian litai!, litai! | LTL | | |
ZWL | zimbabwe dollar, zimbabwean dollar | ZWL | Z$ | |
ANG | netherlands antillean guilder | ANG | | |
CUC | convertible peso, cuban convertible peso | CUC | | |
"""

AMBIGUOUS = {
    "$": "USD AUD CAD NZD SGD HKD TWD MXN ARS CLP COP", "¥": "JPY CNY", "￥": "JPY CNY", "£": "GBP EGP LBP SYP", "kr": "SEK NOK DKK ISK",
    "kr.": "SEK NOK DKK ISK", "Rs": "INR PKR LKR NPR MUR", "Rs.": "INR PKR LKR NPR MUR", "rs": "INR PKR LKR NPR MUR", "₨": "INR PKR LKR NPR MUR",
    "rs.": "INR PKR LKR NPR MUR", "RS": "INR PKR LKR NPR MUR", "Re": "INR PKR", "R": "ZAR roentgen", "C$": "CAD NIO", "B$": "BSD BND", "R$": "BRL",
    "dollar": "USD AUD CAD NZD SGD HKD TWD", "dollars": "USD AUD CAD NZD SGD HKD TWD", "cent": "USD EUR AUD CAD", "cents": "USD EUR AUD CAD",
    "bucks": "USD AUD CAD", "buck": "USD AUD CAD", "pound": "GBP EGP LBP SYP SDG", "pounds": "GBP EGP LBP SYP SDG", "penny": "USD GBP", "pennies": "USD GBP",
    "peso": "MXN PHP ARS CLP COP CUP DOP UYU", "pesos": "MXN PHP ARS CLP COP CUP DOP UYU", "rupee": "INR PKR LKR NPR MUR SCR",
    "rupees": "INR PKR LKR NPR MUR SCR", "franc": "CHF XAF XOF FRF RWF", "francs": "CHF XAF XOF FRF RWF", "krone": "NOK DKK", "kroner": "NOK DKK",
    "krona": "SEK ISK", "crown": "CZK SEK NOK DKK", "crowns": "CZK SEK NOK DKK", "koruna": "CZK SKK", "korunas": "CZK SKK",
    "dinar": "KWD IQD JOD RSD DZD TND LYD BHD", "dinars": "KWD IQD JOD RSD DZD TND LYD BHD", "dirham": "AED MAD", "dirhams": "AED MAD",
    "rial": "IRR OMR YER QAR", "rials": "IRR OMR YER QAR", "riyal": "SAR QAR", "riyals": "SAR QAR", "lira": "TRY ITL SYP LBP", "liras": "TRY ITL SYP LBP",
    "shilling": "KES UGX TZS SOS", "shillings": "KES UGX TZS SOS", "won": "KRW KPW", "manat": "AZN TMT", "manats": "AZN TMT", "kwacha": "ZMW MWK",
    "som": "KGS UZS", "soms": "KGS UZS", "leu": "RON MDL", "lei": "RON MDL", "ruble": "RUB BYN", "rubles": "RUB BYN", "rouble": "RUB BYN", "roubles": "RUB BYN",
    "escudo": "PTE CVE", "escudos": "PTE CVE", "mark": "DEM BAM", "marks": "DEM BAM", "centavo": "PHP MXN BRL ARS", "centavos": "PHP MXN BRL ARS",
    "colon": "CRC SVC", "colones": "CRC SVC", "guilder": "NLG XCG", "guilders": "NLG XCG", "cfa franc": "XAF XOF", "cfa francs": "XAF XOF",
    "FCFA": "XAF XOF", "CFA": "XAF XOF", "fcfa": "XAF XOF", "fils": "KWD AED BHD", "piastre": "JOD EGP LBP", "piastres": "JOD EGP LBP",
    "centime": "EUR CHF", "centimes": "EUR CHF", "sen": "MYR IDR JPY", "ore": "SEK", "BD": "BHD", "Sh": "KES UGX TZS", "Shs": "UGX KES TZS", "Br": "BYN ETB",
    "p": "GBP", "c": "USD", "¢": "USD", "P": "PHP", "S/": "PEN", "K": "MMK ZMW PGK", "Bs": "VES BOB", "LL": "LBP",
    "real": "BRL", "reals": "BRL",
}  # fmt: skip
"""Surfaces of several currencies: the first is meant where the article names no country (USD for $), the others where it does."""

BARE = {
    "MXN": "peso", "SEK": "", "CZK": "crown", "KWD": "dinar", "KES": "shilling", "BRL": "real",
}  # fmt: skip
"""Bare names that no line above carries; the reading is the first of AMBIGUOUS."""

EXTRA_MARKS = {"SEK": ["kr"], "PHP": ["P"], "EGP": [], "CZK": []}

MINOR_MARKS = {"USD": ["¢", "c"], "GBP": ["p"]}
"""Marks behind a figure for the hundredth part."""

BEFORE_ONLY = [
    "PS",
    "R",
    "P",
    "Y=",
    "W=",
    "=N=",
    "Sh",
    "Sh.",
    "Shs",
    "Nu.",
    "Bs",
    "Bs.",
    "SR",
    "QR",
    "RO",
    "KD",
    "JD",
    "LL",
    "L.L.",
    "BD",
    "SDR",
    "SDRs",
    "RM",
    "Rm",
    "S/",
    "S/.",
]
"""Marks that count only before the figure; "PS" is what some archives make of the pound sign."""

AFTER_ONLY = [
    "元",
    "円",
    "日元",
    "人民币",
    "руб",
    "руб.",
    "лв",
    "лв.",
    "zł",
    "zl",
    "Kč",
    "Kc",
    "Ft",
    "din.",
    "đ",
    "kn",
    "kr",
    "kr.",
    "c",
    "p",
    "Br",
    "Ks",
    "¢",
]

WEAK_NAMES = [
    "won", "real", "reals", "rand", "sol", "soles", "lev", "lek", "colon", "leu", "lei", "kip", "kina", "tala", "som", "sum", "top", "all", "lira", "mark", "marks",
    "crown", "crowns", "pound", "pounds", "quid", "buck", "bucks", "penny", "pennies", "cent", "cents", "sen", "ore", "fen", "punt", "zig", "lats", "ether",
    "tether", "greenback", "loonie", "sterling", "dong", "ron", "re.", "balboa", "loti", "fils",
]  # fmt: skip
"""Names that are other words too; the grammar asks for a figure directly before them and no noun directly behind."""
