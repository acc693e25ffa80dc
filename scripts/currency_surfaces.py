"""The hand-written part of the table of currencies: what news prints for each. Read by make_currencies.py.

One line a currency: `code | names | codes | marks | minor names | minor factor`. Names are compared without case, a name alone
gets an s, "a:b" gives the plural, "!" has none; a minor name with "=0.1" has its own worth.
Codes and marks are compared with case. CLDR's names, ISO's and those of land and coin ("kuwait dinars") need not be repeated.
"""

from __future__ import annotations

REGIONS: dict[str, str] = {}
"""id of the rule -> its lines."""

REGIONS["north-america"] = """
USD | dollar, american dollar, united states dollar, buck, greenback, u.s. dollar, u.s dollar, dollar us, us dolar, dolar, dlr | USD | $, US$, US $, U.S.$, U.S. $, $US, $ US, USD$, USD $, ＄, US-$, U$S, U$, U$D | cent, us cent, u.s. cent, penny:pennies, american cent | 0.01
CAD | canada dollar, loonie | CAD, CDN | C$, C $, CA$, CAN$, Can$, Cdn$, CDN$, CAD$, $CAD, CDN $ | canadian cent | 0.01
MXN | mexican peso, mexico peso | MXN | Mex$, MX$, MXN$, Mex $ | mexican centavo | 0.01
"""

REGIONS["south-america-and-caribbean"] = """
BRL | brazil real:brazil reais, brazilian real:brazilian reais, reais! | BRL | R$, R $ | centavo de real, brazilian centavo | 0.01
ARS | argentine peso, argentinian peso, argentina peso | ARS | AR$, ARS$ | argentine centavo | 0.01
CLF | unidad de fomento:unidades de fomento, chilean unit of account:chilean units of account | CLF | | |
CLP | chile peso | CLP | CLP$, CL$ | |
COP | colombia peso | COP | COP$, COL$ | colombian centavo | 0.01
PEN | sol:soles, nuevo sol:nuevos soles, peruvian nuevo sol | PEN | S/, S/. | peruvian centimo, peruvian céntimo | 0.01
UYU | | UYU | $U, UYU$ | uruguayan centesimo, uruguayan centésimo | 0.01
PYG | guarani:guaranies, guarani:guaranis, guaraní:guaraníes | PYG | ₲, Gs. | |
BOB | boliviano | BOB | Bs. | |
VES | bolivar:bolivares, bolívar:bolívares, venezuelan bolivar:venezuelan bolivares, bolivar:bolivars | VES | Bs | venezuelan centimo, venezuelan céntimo | 0.01
VED | | VED | | |
CRC | colon:colones, colón:colones, costa rican colon:costa rican colones | CRC | ₡ | costa rican centimo, costa rican céntimo | 0.01
GTQ | quetzal:quetzales | GTQ, Q | | guatemalan centavo | 0.01
HNL | lempira | HNL, L | | honduran centavo | 0.01
NIO | cordoba, córdoba | NIO | | nicaraguan centavo | 0.01
PAB | balboa | PAB | | panamanian centesimo, panamanian centésimo, centésimo, centesimo | 0.01
SVC | salvadoran colon:salvadoran colones | SVC | | |
DOP | | DOP | RD$ | |
CUP | | CUP | | |
HTG | gourde | HTG | | haitian centime | 0.01
JMD | | JMD | J$, JA$ | jamaican cent | 0.01
TTD | trinidad and tobago dollar, trinidad dollar | TTD | TT$ | trinidad cent | 0.01
BBD | barbados dollar, bajan dollar | BBD | Bds$, BDS$ | bajan cent | 0.01
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
EUR | euro, eurodollar! | EUR, Eur, eur | €, EUR€, €EUR | euro cent, eurocent, centime, euro-cent | 0.01
GBP | pound, pound sterling:pounds sterling, british pound sterling:british pounds sterling, uk pound, u.k. pound, sterling!, quid!, great british pound, english pound | GBP, Gbp, STG, stg | £, UK£, ￡, GB£, £GBP, GBP£, # | pence!, british penny:british pence, new penny:new pence | 0.01
CHF | swiss franc, franc | CHF, Fr., SFr, SFr., Sfr, sfr | | rappen!, swiss centime | 0.01
SEK | swedish crown, swedish krona:swedish kronas, krona:kronor, swedish krone | SEK, skr, Skr, SKr, SKr. | kr., | öre!, ore!, swedish öre! | 0.01
NOK | norwegian crown, norwegian kroner!, krone:kroner | NOK, nkr, Nkr, NKr, NKr. | | norwegian øre!, norwegian ore! | 0.01
DKK | danish crown, danish kroner! | DKK, dkr, Dkr, DKr, DKr. | | danish øre!, danish ore!, øre! | 0.01
ISK | icelandic crown, icelandic krona:icelandic kronur, iceland krona | ISK | | eyrir:aurar, icelandic eyrir:icelandic aurar | 0.01
PLN | zloty:zlotys, zloty:zloties, złoty:złotych, polish złoty, polish zloty! | PLN | zł, zl | grosz:groszy, grosz:groszes, groszy!, polish grosz:polish groszy | 0.01
CZK | koruna, czech crown, czech koruna! | CZK | Kč, Kc | haler:halers, haléř:haléřů, heller, czech haler | 0.01
HUF | forint, forint!, hungarian forint! | HUF | Ft | fillér!, hungarian fillér!, hungarian filler! | 0.01
RON | leu:lei, romanian leu:romanian lei, ron! | RON | | bani!, romanian ban:romanian bani | 0.01
RSD | serbian dinar | RSD | din. | serbian para! | 0.01
BAM | bosnian mark, convertible mark, bosnian convertible mark | BAM | | fening, pfenig | 0.01
MKD | denar:denars, denar:denari | MKD | | macedonian deni! | 0.01
ALL | lek, lek!, albanian lek! | | | qindarka!, qintar, qindar | 0.01
MDL | moldovan leu:moldovan lei | MDL | | moldovan ban:moldovan bani | 0.01
UAH | hryvnia, hryvna, hryvnya, ukrainian hryvna, hryvnia!, hryven!, hryvnias! | UAH | ₴ | kopiyka:kopiykas, kopiyka:kopiyky, ukrainian kopiyka | 0.01
RUB | ruble, rouble, russian rouble, russian ruble | RUB, RUR | ₽, руб, руб. | kopeck, kopek, kopeyka, russian kopeck, russian kopek | 0.01
BYN | belarusian rouble, belarus ruble, belarusian ruble | BYN | Br | belarusian kopeck, belarusian kapeyka, kapeyka | 0.01
GEL | lari, lari!, georgian lari! | GEL | ₾ | tetri!, georgian tetri! | 0.01
AMD | armenian dram! | AMD | ֏ | armenian luma! | 0.01
AZN | azerbaijan manat, azeri manat, manat, manat! | AZN | ₼ | qapik!, qəpik!, gapik!, azerbaijani qapik! | 0.01
TRY | lira, lira!, turkish lira, turkey lira, turkish lira! | TRY, TL | ₺ | kurus!, kuruş!, turkish kurus!, turkish kuruş! | 0.01
GIP | | GIP | | |
"""

REGIONS["east-and-south-east-asia"] = """
CNY | yuan!, renminbi!, chinese renminbi!, chinese yuan renminbi!, yuan renminbi!, chinese yuan!, rmb!, china yuan! | CNY, RMB, Rmb, CNH, rmb | CN¥, 元, RMB¥, CNY¥, 人民币 | fen!, jiao!=0.1, chinese fen!, chinese jiao!=0.1 | 0.01
JPY | yen!, yens!, japanese yen!, japan yen! | JPY, Y | ¥, ￥, Y=, JP¥, JPY¥, 円, 日元 | japanese sen! | 0.01
KRW | won!, south korean won!, korean won!, s. korean won! | KRW, W=, KRW₩, W | ₩, ￦ | |
KPW | north korean won! | KPW | | |
TWD | taiwan dollar, new taiwan dollar, taiwanese dollar, nt dollar | TWD, NTD | NT$, NT $, TW$, TWD$, NTD$ | taiwan cent | 0.01
HKD | hong kong dollar, hongkong dollar, hk dollar | HKD | HK$, HK $, HKD$ | hong kong cent | 0.01
MOP | pataca, macau pataca | MOP | MOP$, MOP | macanese avo | 0.01
MNT | tugrik, tögrög, togrog, tugrug, mongolian tögrög | MNT | ₮ | möngö!, mongolian mongo! | 0.01
VND | dong!, dongs!, vietnamese dong!, vietnam dong!, vietnamese đồng!, đồng!, viet nam dong!, vnd! | VND, VNĐ, Vnd, vnd | ₫, đ | |
LAK | kip, kip!, lao kip, lao kip!, laotian kip! | LAK | ₭ | lao att! | 0.01
KHR | riel, riel!, cambodian riel! | KHR | ៛ | cambodian sen! | 0.01
THB | baht!, bahts!, thai baht! | THB, Bt, Bt. | ฿ | satang!, thai satang! | 0.01
MMK | kyat, kyat!, myanmar kyat!, burmese kyat | MMK, Ks | | pya!, pyas!, burmese pya! | 0.01
MYR | ringgit!, ringgits!, malaysian ringgit, malaysia ringgit, malaysian ringgit!, malaysia ringgit! | MYR, RM, Rm | RM | sen!, malaysian sen! | 0.01
SGD | singapore dollar, singaporean dollar, sing dollar | SGD | S$, SG$, SGD$, S $ | singapore cent, singaporean cent | 0.01
IDR | rupiah, rupiah!, indonesian rupiah!, indonesia rupiah! | IDR, Rp, Rp., RP, rp | Rp | indonesian sen! | 0.01
PHP | philippine peso, philippines peso, filipino peso | PHP, Php, PhP, PHp | ₱, PHP₱ | centavo, philippine centavo, sentimo, philippine sentimo | 0.01
BND | | BND | BN$ | brunei sen!, brunei cent | 0.01
"""

REGIONS["south-and-central-asia"] = """
INR | rupee, indian rupee, india rupee, re.! | INR, Rs, Rs., RS, Re, Re., INR., rs, rs. | ₹, ₨, INR₹, Rs₹ | paisa:paise, paisa!, paises!, indian paisa:indian paise | 0.01
PKR | pakistani rupee, pakistan rupee | PKR, PRs, PKRs | | pakistani paisa:pakistani paise | 0.01
LKR | sri lankan rupee, sri lanka rupee | LKR, SLR, SLRs | | sri lankan cent | 0.01
NPR | nepali rupee, nepalese rupee, nepal rupee | NPR, NRs, NRs. | | nepalese paisa:nepalese paise | 0.01
BDT | taka, taka!, bangladeshi taka!, bangladesh taka | BDT, Tk, Tk., TK | ৳ | poisha!, bangladeshi poisha! | 0.01
BTN | ngultrum, ngultrum! | BTN, Nu., Nu | | chhertum, chetrum | 0.01
MVR | rufiyaa, rufiyaa!, maldives rufiyaa! | MVR, Rf, MRf | | laari!, laaris!, maldivian laari! | 0.01
AFN | afghani, afghanis!, afghan afghani | AFN, Afs | ؋ | afghan pul! | 0.01
KZT | tenge, tenge!, kazakh tenge, kazakhstan tenge, kazakh tenge! | KZT | ₸ | tiyn!, tïın!, kazakhstani tiyn! | 0.01
UZS | uzbek som, uzbek som!, uzbekistan som!, sum!, soum! | UZS | | tiyin!, uzbekistani tiyin! | 0.01
KGS | kyrgyz som, kyrgyz som!, som!, soms! | KGS | | tyiyn!, kyrgyzstani tyiyn! | 0.01
TJS | somoni, somoni!, tajik somoni! | TJS | | tajikistani diram! | 0.01
TMT | turkmen manat, turkmen manat! | TMT | | tenga! | 0.01
"""

REGIONS["middle-east"] = """
ILS | shekel, israeli shekel, new israeli shekel, new shekel, israeli new sheqel, shekalim! | ILS, NIS | ₪ | agora:agorot, agora, israeli agora:israeli agorot | 0.01
SAR | riyal, saudi riyal, saudi rial, saudi arabian riyal, saudiriyal | SAR, SR | ﷼ | halala, halalas!, halalah, saudi halala | 0.01
AED | dirham, uae dirham, emirati dirham, united arab emirates dirham, u.a.e. dirham | AED, Dh, Dhs, Dhs., Dh., DH, DHS, dhs | | emirati fils!, uae fils! | 0.01
QAR | qatari riyal, qatar riyal, qatari rial | QAR, QR | | qatari dirham | 0.01
KWD | kuwaiti dinar, kuwait dinar | KWD, KD | | kuwaiti fils!=0.001 | 0.01
BHD | bahraini dinar, bahrain dinar | BHD, BD | | bahraini fils!=0.001 | 0.01
OMR | omani rial, oman rial, omani riyal | OMR, RO | | baisa=0.001, omani baisa=0.001, baiza=0.001 | 0.01
YER | yemeni rial, yemeni riyal, yemen rial | YER | | yemeni fils! | 0.01
IRR | rial, iranian rial, iran rial, toman rial | IRR | | toman=10, iranian toman=10, tuman=10 | 0.01
IQD | iraqi dinar, iraq dinar | IQD | | iraqi fils!=0.001 | 0.01
JOD | jordanian dinar, jordan dinar | JOD, JD | | piastre, piaster, qirsh!, jordanian piastre, jordanian fils!=0.001 | 0.01
LBP | lebanese pound, lebanon pound, lebanese lira! | LBP, LL, L.L. | | lebanese piastre | 0.01
SYP | syrian pound, syria pound, syrian lira! | SYP | | syrian piastre | 0.01
EGP | egyptian pound, egypt pound, egyptianpound, geneh, l.e.! | EGP, LE, L.E., L.E | E£, EGP£, £E | egyptian piastre, egyptian piaster, egyptian qirsh! | 0.01
"""

REGIONS["africa"] = """
ZAR | rand, rand!, south african rand, south africa rand | ZAR | R | south african cent | 0.01
NGN | naira, naira!, nigerian naira! | NGN, =N=, N | ₦ | kobo!, kobos!, nigerian kobo! | 0.01
KES | kenyan shilling, kenya shilling | KES, Ksh, KSh, Sh., KShs, Kshs, Ksh., Sh, KSH, Sh. | | kenyan cent | 0.01
UGX | ugandan shilling, uganda shilling | UGX, Ush, USh, Shs, UShs | | |
TZS | tanzanian shilling, tanzania shilling | TZS, TSh, Tsh, TSH | | |
SOS | somali shilling, somalia shilling | | | |
GHS | cedi, cedi!, ghana cedi, ghanaian cedi! | GHS, GHC, GH¢, GHc | ₵, GH₵, GHS₵ | pesewa, ghanaian pesewa | 0.01
ETB | birr, birr!, ethiopian birr! | ETB | | ethiopian santim, ethiopian cent | 0.01
RWF | rwandan franc, rwanda franc | RWF, FRw, Frw | | |
ZMW | kwacha, kwacha!, zambian kwacha!, zambia kwacha | ZMW, K | | ngwee!, zambian ngwee! | 0.01
MWK | malawi kwacha, malawian kwacha!, malawi kwacha! | MWK, MK | | tambala, malawian tambala | 0.01
MZN | metical:meticais, meticals!, mozambican metical:mozambican meticais | MZN, MTn, MT | | mozambican centavo | 0.01
AOA | kwanza, kwanza!, angolan kwanza! | AOA, Kz | | angolan centimo, angolan cêntimo | 0.01
BWP | pula!, botswana pula, botswana pula! | BWP | | thebe!, thebes!, botswana thebe! | 0.01
NAD | namibia dollar | NAD | N$ | |
ZWG | zig!, zimbabwe gold! | ZWG, ZiG | | |
MAD | moroccan dirham, morocco dirham | MAD | | moroccan santim, moroccan centime | 0.01
DZD | algerian dinar, algeria dinar | DZD | | santeem, algerian santeem, algerian centime | 0.01
TND | tunisian dinar, tunisia dinar | TND, DT | | millime=0.001, tunisian millime=0.001 | 0.01
LYD | libyan dinar, libya dinar | LYD | | libyan dirham=0.001 | 0.01
SDG | sudanese pound, sudan pound | SDG | | sudanese piastre | 0.01
SSP | south sudanese pound, south sudan pound | SSP | | |
XAF | central african cfa franc, cfa franc, fcfa! | XAF, FCFA, CFAF, Fcfa, CFA | F CFA | |
XOF | west african cfa franc | XOF | | |
GNF | guinean franc, guinea franc | GNF | | |
SLE | leone | SLE, Le., Le | | |
LRD | liberian dollar, liberia dollar | LRD | L$ | |
GMD | dalasi, dalasi!, gambian dalasi! | GMD, D | | butut | 0.01
CVE | cape verde escudo | CVE | | cape verdean centavo | 0.01
MRU | ouguiya, ouguiya! | MRU | | khoum=0.2 | 0.01
MGA | ariary!, malagasy ariary! | MGA | | iraimbilanja!=0.2 | 0.01
MUR | mauritian rupee, mauritius rupee | MUR | | |
SCR | seychelles rupee | SCR | | |
KMF | comoros franc | KMF | | |
DJF | djibouti franc | DJF | | |
BIF | burundi franc | BIF, FBu | | |
CDF | congolese franc, congo franc | CDF | | |
ERN | nakfa, nakfa! | ERN | | |
LSL | loti!, maloti! | LSL | | sente:lisente | 0.01
SZL | lilangeni!, emalangeni! | SZL | | |
STN | dobra | STN | | são tomé centimo | 0.01
SHP | | SHP | | |
"""

REGIONS["oceania"] = """
AUD | australian dollar, australia dollar, aussie dollar | AUD | A$, AU$, AU $, A $, AUD$, AUS$, Aus$, $A, $AU, $AUD, Au$ | australian cent | 0.01
NZD | new zealand dollar, kiwi dollar, nz dollar | NZD | NZ$, NZ $, NZD$, $NZ | new zealand cent | 0.01
FJD | fiji dollar, fijian dollar | FJD | FJ$, F$ | fijian cent | 0.01
PGK | kina, kina!, papua new guinea kina, papua new guinea kina! | PGK | | toea!, papua new guinean toea! | 0.01
SBD | solomon islands dollar | SBD | SI$ | |
WST | tala!, samoan tala!, samoa tala | WST, WS$ | | samoan sene! | 0.01
TOP | pa'anga!, pa’anga!, tongan pa'anga! | | T$ | seniti!, tongan seniti! | 0.01
VUV | vatu!, vanuatu vatu!, vatus! | VUV, Vt | | |
XPF | cfp franc, pacific franc | XPF, CFPF | | |
"""

REGIONS["supranational-and-crypto"] = """
XDR | special drawing right, sdr | XDR, SDR, SDRs | | |
BTC | bitcoin | BTC, XBT, btc | ₿ | satoshi, millibitcoin=0.001 | 0.00000001
ETH | ether!, ethereum!, ethers! | ETH, eth | Ξ | gwei!=0.000000001 | 0.01
LTC | litecoin | LTC | Ł | |
DOGE | dogecoin | DOGE | Ð | |
USDT | tether!, tethers! | USDT | | |
USDC | usd coin | USDC | | |
XRP | | XRP | | |
"""

REGIONS["historic"] = """
BGN | lev:leva, bulgarian lev:bulgarian leva, lev:levs | BGN, lv, lv. | лв, лв. | stotinka:stotinki, stotinka, bulgarian stotinka:bulgarian stotinki | 0.01
HRK | kuna, kuna!, croatian kuna! | HRK | kn | croatian lipa!, lipa!, lipas! | 0.01
DEM | deutsche mark, deutschmark, german mark, deutschemark, d-mark, mark | DEM, DM | | pfennig, pfennig!, pfennige! | 0.01
FRF | french franc | FRF, FF | | |
BEF | belgian franc | BEF | | |
LUF | luxembourg franc | LUF | | |
ITL | italian lira:italian lire, lire! | ITL | | centesimi! | 0.01
ESP | peseta, spanish peseta | ESP, Pta, Ptas, pta, ptas | ₧ | spanish centimo, spanish céntimo | 0.01
PTE | portuguese escudo, escudo | PTE | | portuguese centavo | 0.01
NLG | guilder, dutch guilder, netherlands guilder, gulden!, dutch gulden! | NLG, Dfl | ƒ | dutch cent | 0.01
ATS | austrian schilling, schilling | | | groschen! | 0.01
FIM | finnish markka, markka, finnish mark, markkaa! | FIM | | finnish penni!, penniä! | 0.01
GRD | drachma, greek drachma, drachmas! | GRD | ₯ | lepta! | 0.01
IEP | irish pound, punt | IEP | IR£ | |
SKK | slovak koruna, slovak crown | SKK | | halier:haliers | 0.01
EEK | estonian kroon, kroon, estonian kroons! | EEK | | estonian sent:estonian senti | 0.01
LVL | latvian lat:latvian lats, lats! | LVL | | latvian santims:latvian santimi, santims! | 0.01
LTL | lithuanian litas!, litas!, lithuanian litai!, litai! | LTL | | lithuanian centas:lithuanian centai, centas!, centai! | 0.01
ZWL | zimbabwe dollar, zimbabwean dollar | ZWL | Z$ | |
SIT | slovenian tolar, tolar, tolarjev! | SIT | | |
CYP | cypriot pound, cyprus pound | CYP | C£, CY£ | |
MTL | maltese lira:maltese liri, maltese pound | MTL | | |
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
    "p": "GBP", "c": "USD", "¢": "USD", "P": "PHP", "S/": "PEN", "K": "ZMW PGK MMK", "Bs": "VES BOB", "LL": "LBP",
    "real": "BRL", "reals": "BRL",
}  # fmt: skip
"""Surfaces of several currencies: the first is meant where the article names no country (USD for $), the others where it does."""

BARE = {
    "MXN": "peso", "SEK": "", "CZK": "crown", "KWD": "dinar", "KES": "shilling", "BRL": "real",
}  # fmt: skip
"""Bare names that no line above carries; the reading is the first of AMBIGUOUS."""

OTHER_NATIONS = {
    "ARS": ["argentine", "argentinian", "argentinean"], "TTD": ["trinidadian", "trinidad and tobago", "trinidad"],
    "DEM": ["west german", "east german", "german"], "XOF": ["west african", "west africa"], "XAF": ["central african", "central africa"],
    "KGS": ["kyrgyz", "kyrgyzstani", "kirghiz"], "UZS": ["uzbek", "uzbekistani"], "TJS": ["tajik", "tajikistani"],
    "TMT": ["turkmen", "turkmenistani"], "KZT": ["kazakh", "kazakhstani"], "AZN": ["azeri", "azerbaijani"], "COP": ["columbian"],
    "KRW": ["s. korean", "korean"], "KPW": ["n. korean"], "PHP": ["filipino", "philippine", "philippines"], "MMK": ["burmese", "burma", "myanmar"],
    "AED": ["uae", "u.a.e.", "emirati", "emirates", "united arab emirates"], "ZAR": ["s. african"], "SZL": ["swazi", "eswatini"],
    "LSL": ["basotho", "lesotho"], "MGA": ["madagascar", "malagasy"], "SLE": ["sierra leone", "sierra leonean"], "NPR": ["nepali", "nepalese"],
    "MVR": ["maldivian", "maldives", "maldive"], "BTN": ["bhutanese", "bhutan"], "CRC": ["costa rican", "costa rica"],
    "SVC": ["salvadoran", "salvadorean", "el salvador"], "HNL": ["honduran"], "VES": ["venezuelan", "venezuela"], "FRF": ["french"], "BEF": ["belgian"],
    "BAM": ["bosnian", "bosnia and herzegovina convertible", "bosnia-herzegovina convertible", "convertible"], "ITL": ["italian"],
    "ESP": ["spanish"], "GRD": ["greek"], "IEP": ["irish"], "ATS": ["austrian"], "PTE": ["portuguese"], "NLG": ["dutch"],
}  # fmt: skip
"""Words for a land beside those of CLDR and ISO that its coin is told by: "west german marks"."""

COINS = {
    "TRY": ["lire", "liras"], "BGN": ["levs"], "VES": ["bolivars", "bolívars"], "MZN": ["meticals"], "CRC": ["colons", "colóns"],
    "SVC": ["colon", "colons", "colones", "colón", "colóns"], "MNT": ["togrog", "togrogs"], "KGS": ["som", "soms"], "UZS": ["som", "soms"],
    "SEK": ["kronas", "kronor"], "DKK": ["kroner", "krones"], "NOK": ["kroner", "krones"], "ISK": ["krona", "krónur", "kronur", "króna"],
    "XOF": ["franc", "francs"], "XAF": ["franc", "francs"], "BAM": ["mark", "marks"], "TTD": ["dollar", "dollars"], "COP": ["peso", "pesos"],
    "ARS": ["peso", "pesos"], "PHP": ["piso", "pisos", "peso", "pesos"], "PEN": ["sols"], "NPR": ["rupee", "rupees"], "WST": ["tālā"],
    "FRF": ["franc", "francs"], "BEF": ["franc", "francs"], "KPW": ["won"],
}  # fmt: skip
"""Forms of a coin that only the land before it makes clear."""

EXTRA_MARKS = {"SEK": ["kr", "Kr", "Kr."], "PHP": ["P"], "EGP": [], "CZK": []}

MINOR_MARKS = {"USD": ["¢", "c"], "GBP": ["p"]}
"""Marks behind a figure for the hundredth part."""

PART_UNITS = {
    ("USD", "0.01"): "US_cent", ("GBP", "0.01"): "penny", ("EUR", "0.01"): "euro_cent", ("BRL", "0.01"): "Brazilian_centavo",
    ("PHP", "0.01"): "Philippine_centavo", ("JOD", "0.01"): "Jordanian_piastre", ("STN", "0.01"): "Sao_Tome_centimo",
}  # fmt: skip
"""Canonical names of parts that their first surface would name badly."""

BEFORE_ONLY = [
    "#",
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
"""Marks that count only before the figure; "PS" and "#" are what some archives make of the pound sign."""

AFTER_ONLY = [
    "元",
    "円",
    "日元",
    "人民币",
    "zl",
    "Ft",
    "din.",
    "đ",
    "kn",
    "c",
    "p",
    "Br",
    "Ks",
    "¢",
]

SCALED_ONLY = ["#", "N", "K", "MK", "Q", "L", "Le", "MT", "D", "Y", "W", "Nu"]
"""Marks that count only before a figure with a scale word behind it: "N500 million", "K2bn"; else they are letters of codes."""

WEAK_NAMES = [
    "won", "real", "reals", "rand", "sol", "soles", "lev", "lek", "colon", "leu", "lei", "kip", "kina", "tala", "som", "sum", "top", "all", "lira", "mark", "marks",
    "crown", "crowns", "pound", "pounds", "quid", "buck", "bucks", "penny", "pennies", "cent", "cents", "sen", "ore", "fen", "punt", "zig", "lats", "ether",
    "tether", "greenback", "loonie", "sterling", "dong", "ron", "re.", "balboa", "loti", "fils",
]  # fmt: skip
"""Names that are other words too; the grammar asks for a figure directly before them and no noun directly behind."""


NO_PLURAL_IN_S = frozenset("sol lats sum som lire lev fen sen ore lat litas leu cent baht zig gold sterling".split())
"""Names that CLDR leaves without an s in the plural, and whose form in s is another word or none."""
