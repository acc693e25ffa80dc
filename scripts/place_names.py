"""The hand-written part of the table of places. Read by make_places.py."""

from __future__ import annotations

OTHER_NAMES = """
US: United States of America, America, U.S., US, USA, U.S.A. | GB: UK, U.K., Britain, Great Britain, England, Scotland, Wales, Northern Ireland
AE: UAE, U.A.E., Emirates | VN: Viet Nam | KR: South Korea, S. Korea, Republic of Korea, Korea | KP: North Korea, N. Korea, DPRK | CN: PRC, mainland China
CZ: Czechia, Czech Republic | TR: Turkey, Turkiye, Türkiye | MM: Myanmar, Burma | CI: Ivory Coast, Cote d'Ivoire, Côte d’Ivoire, Côte d'Ivoire | CV: Cape Verde
CD: Democratic Republic of Congo, Democratic Republic of the Congo, DR Congo, DRC, Congo | CG: Republic of Congo, Republic of the Congo, Congo-Brazzaville
SZ: Swaziland, Eswatini | TL: East Timor, Timor-Leste | MK: North Macedonia, Macedonia | BA: Bosnia, Bosnia and Herzegovina, Bosnia-Herzegovina
VA: Vatican, Vatican City, Holy See | RU: Russian Federation | IR: Islamic Republic of Iran | SY: Syrian Arab Republic | LA: Laos, Lao PDR | PS: Palestine, Palestinian territories
PS: West Bank, Gaza Strip, Gaza | HK: Hong Kong | MO: Macau, Macao | TW: Taiwan | IE: Republic of Ireland | NL: Holland, Netherlands | GM: The Gambia
TT: Trinidad and Tobago, Trinidad | AG: Antigua, Antigua and Barbuda | KN: St Kitts and Nevis, Saint Kitts and Nevis | LC: St Lucia, Saint Lucia
VC: St Vincent, Saint Vincent and the Grenadines | ST: Sao Tome and Principe | FM: Micronesia | BN: Brunei Darussalam | TZ: Tanganyika, Zanzibar | SA: Kingdom of Saudi Arabia
NZ: Aotearoa | SS: South Sudan | CF: Central African Republic, CAR. | WS: Western Samoa | XK: Kosovo | PG: Papua New Guinea, PNG | DO: Dominican Republic | GQ: Equatorial Guinea
"""
"""ISO code -> names that CLDR does not give; each country's first CLDR name is the canonical one unless OVERRIDES says otherwise."""

OVERRIDES = {
    "TR": "Turkey", "CI": "Ivory Coast", "CD": "Democratic Republic of Congo", "CG": "Republic of Congo", "HK": "Hong Kong", "MO": "Macau", "MM": "Myanmar",
    "PS": "Palestine", "CZ": "Czech Republic", "BA": "Bosnia and Herzegovina", "TL": "East Timor", "VA": "Vatican City", "TT": "Trinidad and Tobago",
    "AG": "Antigua and Barbuda", "KN": "Saint Kitts and Nevis", "LC": "Saint Lucia", "VC": "Saint Vincent and the Grenadines", "ST": "Sao Tome and Principe",
    "XK": "Kosovo", "CV": "Cape Verde", "FM": "Micronesia", "GM": "Gambia",
}  # fmt: skip

NOT_NAMES = frozenset(
    ("Jersey", "Guernsey", "Bouvet Island", "Heard & McDonald Islands", "U.S. Outlying Islands", "French Southern Territories", "CAR.")
)

DEMONYMS = """
AF afghan afghans, AL albanian albanians, DZ algerian algerians, AD andorran andorrans, AO angolan angolans, AR argentine argentines argentinian argentinians, AM armenian armenians,
AU australian australians aussie aussies, AT austrian austrians, AZ azerbaijani azerbaijanis azeri, BS bahamian bahamians, BH bahraini bahrainis, BD bangladeshi bangladeshis,
BB barbadian barbadians, BY belarusian belarusians belarussian, BE belgian belgians, BZ belizean, BJ beninese, BT bhutanese, BO bolivian bolivians, BA bosnian bosnians,
BW botswanan, BR brazilian brazilians, BN bruneian, BG bulgarian bulgarians, BF burkinabe, BI burundian burundians, KH cambodian cambodians khmer, CM cameroonian cameroonians,
CA canadian canadians, TD chadian, CL chilean chileans, CN chinese, CO colombian colombians, CD congolese, CR costa-rican, HR croatian croatians croat croats, CU cuban cubans,
CY cypriot cypriots, CZ czech czechs, DK danish dane danes, DJ djiboutian, DO dominican dominicans, EC ecuadorian ecuadorians ecuadorean, EG egyptian egyptians, SV salvadoran salvadorans,
ER eritrean eritreans, EE estonian estonians, ET ethiopian ethiopians, FJ fijian fijians, FI finnish finn finns, FR french frenchman frenchmen, GA gabonese, GM gambian, GE georgian georgians,
DE german germans, GH ghanaian ghanaians, GR greek greeks, GT guatemalan guatemalans, GN guinean, GY guyanese, HT haitian haitians, HN honduran hondurans, HU hungarian hungarians,
IS icelandic icelander icelanders, IN indian indians, ID indonesian indonesians, IR iranian iranians, IQ iraqi iraqis, IE irish irishman irishmen, IL israeli israelis, IT italian italians,
JM jamaican jamaicans, JP japanese, JO jordanian jordanians, KZ kazakh kazakhs kazakhstani, KE kenyan kenyans, XK kosovan kosovar kosovars, KW kuwaiti kuwaitis, KG kyrgyz, LA lao laotian laotians,
LV latvian latvians, LB lebanese, LR liberian liberians, LY libyan libyans, LT lithuanian lithuanians, LU luxembourgish, MG malagasy, MW malawian malawians, MY malaysian malaysians,
MV maldivian maldivians, ML malian malians, MT maltese, MR mauritanian mauritanians, MU mauritian mauritians, MX mexican mexicans, MD moldovan moldovans, MN mongolian mongolians,
ME montenegrin montenegrins, MA moroccan moroccans, MZ mozambican mozambicans, MM burmese, NA namibian namibians, NP nepali nepalis nepalese, NL dutch dutchman dutchmen, NZ kiwis,
NI nicaraguan nicaraguans, NE nigerien, NG nigerian nigerians, KP north-korean, MK macedonian macedonians, NO norwegian norwegians, OM omani omanis, PK pakistani pakistanis,
PS palestinian palestinians, PA panamanian panamanians, PG papuan, PY paraguayan paraguayans, PE peruvian peruvians, PH filipino filipinos philippine filipina filipinas, PL polish pole poles,
PT portuguese, QA qatari qataris, RO romanian romanians, RU russian russians, RW rwandan rwandans, SA saudi saudis, SN senegalese, RS serbian serbians serb serbs, SL sierra-leonean,
SG singaporean singaporeans, SK slovak slovaks, SI slovenian slovenians slovene slovenes, SB solomon-islander, SO somali somalis, ZA south-african, KR south-korean, SS south-sudanese,
ES spanish spaniard spaniards, LK sri-lankan, SD sudanese, SR surinamese, SE swedish swede swedes, CH swiss, SY syrian syrians, TW taiwanese, TJ tajik tajiks, TZ tanzanian tanzanians,
TH thai thais, TG togolese, TO tongan tongans, TT trinidadian, TN tunisian tunisians, TR turkish turk turks, TM turkmen, UG ugandan ugandans, UA ukrainian ukrainians, AE emirati emiratis,
GB british briton britons brits english englishman englishmen scottish scot scots welsh northern-irish, US american americans, UY uruguayan uruguayans, UZ uzbek uzbeks, VU vanuatuan,
VE venezuelan venezuelans, VN vietnamese, YE yemeni yemenis, ZM zambian zambians, ZW zimbabwean zimbabweans, HK hongkonger hongkongers, GL greenlandic greenlander greenlanders, PR puerto-rican,
LS basotho, SZ swazi, SC seychellois, KM comorian, CV cape-verdean, GW bissau-guinean, TL timorese, WS samoan samoans, CI ivorian ivorians, CF central-african, MC monegasque
"""
"""ISO code, then its adjectives and its people; a hyphen stands for a space."""

CAPITALS = """
AF Kabul, AL Tirana, DZ Algiers, AO Luanda, AR Buenos Aires, AM Yerevan, AU Canberra, AT Vienna, AZ Baku, BS Nassau, BH Manama, BD Dhaka, BB Bridgetown, BY Minsk, BE Brussels, BZ Belmopan,
BJ Porto-Novo, BT Thimphu, BO La Paz, BO Sucre, BA Sarajevo, BW Gaborone, BR Brasilia, BR Brasília, BN Bandar Seri Begawan, BG Sofia, BF Ouagadougou, BI Bujumbura, BI Gitega, KH Phnom Penh,
CM Yaounde, CM Yaoundé, CA Ottawa, CF Bangui, TD N'Djamena, CL Santiago, CN Beijing, CO Bogota, CO Bogotá, CD Kinshasa, CG Brazzaville, CR San Jose, CR San José, HR Zagreb, CU Havana, CY Nicosia,
CZ Prague, DK Copenhagen, DO Santo Domingo, EC Quito, EG Cairo, SV San Salvador, ER Asmara, EE Tallinn, ET Addis Ababa, FJ Suva, FI Helsinki, FR Paris, GA Libreville, GM Banjul, GE Tbilisi,
DE Berlin, GH Accra, GR Athens, GT Guatemala City, GN Conakry, GY Georgetown, HT Port-au-Prince, HN Tegucigalpa, HU Budapest, IS Reykjavik, IN New Delhi, IN Delhi, ID Jakarta, IR Tehran,
IQ Baghdad, IE Dublin, IL Jerusalem, IT Rome, CI Yamoussoukro, CI Abidjan, JM Kingston, JP Tokyo, JO Amman, KZ Astana, KZ Nur-Sultan, KE Nairobi, XK Pristina, KW Kuwait City, KG Bishkek,
LA Vientiane, LV Riga, LB Beirut, LS Maseru, LR Monrovia, LY Tripoli, LT Vilnius, MG Antananarivo, MW Lilongwe, MY Kuala Lumpur, MY Putrajaya, MV Malé, ML Bamako, MT Valletta, MR Nouakchott,
MU Port Louis, MX Mexico City, MD Chisinau, MN Ulaanbaatar, MN Ulan Bator, ME Podgorica, MA Rabat, MZ Maputo, MM Naypyidaw, MM Naypyitaw, NA Windhoek, NP Kathmandu, NL Amsterdam, NL The Hague,
NZ Wellington, NI Managua, NE Niamey, NG Abuja, KP Pyongyang, MK Skopje, NO Oslo, OM Muscat, PK Islamabad, PA Panama City, PG Port Moresby, PY Asuncion, PY Asunción, PE Lima, PH Manila,
PL Warsaw, PT Lisbon, QA Doha, RO Bucharest, RU Moscow, RW Kigali, SA Riyadh, SN Dakar, RS Belgrade, SL Freetown, SK Bratislava, SI Ljubljana, SB Honiara, SO Mogadishu, ZA Pretoria,
ZA Cape Town, KR Seoul, SS Juba, ES Madrid, LK Colombo, SD Khartoum, SR Paramaribo, SE Stockholm, CH Bern, SY Damascus, TW Taipei, TJ Dushanbe, TZ Dodoma, TH Bangkok, TG Lome, TG Lomé,
TO Nuku'alofa, TT Port of Spain, TN Tunis, TR Ankara, TM Ashgabat, UG Kampala, UA Kyiv, UA Kiev, AE Abu Dhabi, GB London, US Washington, US Washington D.C., US Washington DC, UY Montevideo,
UZ Tashkent, VU Port Vila, VE Caracas, VN Hanoi, VN Ha Noi, VN Hà Nội, YE Sanaa, YE Sana'a, ZM Lusaka, ZW Harare, PS Ramallah, PR San Juan, GL Nuuk, WS Apia, SZ Mbabane, TL Dili, LU Luxembourg City
"""

CITIES = """
US: New York, New York City, Los Angeles, Chicago, Houston, Phoenix, Philadelphia, San Antonio, San Diego, Dallas, Austin, Jacksonville, Fort Worth, San Francisco, Charlotte, Indianapolis, Seattle, Denver, Boston, Nashville, Detroit, Oklahoma City, Portland, Las Vegas, Memphis, Louisville, Baltimore, Milwaukee, Albuquerque, Tucson, Fresno, Sacramento, Kansas City, Atlanta, Miami, Oakland, Minneapolis, Tulsa, Tampa, New Orleans, Cleveland, Honolulu, Anchorage, Pittsburgh, Cincinnati, St. Louis, St Louis, Orlando, Buffalo, Salt Lake City, Birmingham Alabama, Raleigh, Silicon Valley, Brooklyn, Manhattan, Queens, Hollywood, Long Island, Wall Street
CA: Toronto, Montreal, Vancouver, Calgary, Edmonton, Winnipeg, Quebec City, Halifax, Victoria | MX: Guadalajara, Monterrey, Tijuana, Cancun, Acapulco, Ciudad Juarez, Juarez, Puebla, Oaxaca
GB: Manchester, Birmingham, Liverpool, Leeds, Glasgow, Edinburgh, Cardiff, Belfast, Bristol, Sheffield, Newcastle, Nottingham, Leicester, Southampton, Portsmouth, Oxford, Cambridge, Aberdeen, Plymouth, Norwich, Coventry, Swansea, Heathrow, Brighton
FR: Marseille, Lyon, Toulouse, Strasbourg, Bordeaux, Lille, Nantes, Calais, Cannes, Grenoble, Rennes, Montpellier | DE: Munich, Hamburg, Frankfurt, Cologne, Stuttgart, Düsseldorf, Dusseldorf, Leipzig, Dresden, Hanover, Bremen, Nuremberg, Bonn, Dortmund, Essen
IT: Milan, Naples, Turin, Venice, Florence, Genoa, Bologna, Palermo, Verona, Sicily, Sardinia, Lampedusa | ES: Barcelona, Valencia, Seville, Malaga, Bilbao, Zaragoza, Catalonia, Canary Islands, Mallorca, Ibiza, Tenerife | PT: Porto, Algarve, Madeira, Azores
NL: Rotterdam, Utrecht, Eindhoven | BE: Antwerp, Ghent, Bruges, Liege | CH: Zurich, Geneva, Basel, Lausanne, Davos | AT: Salzburg, Graz, Linz, Innsbruck | SE: Gothenburg, Malmo, Malmö, Uppsala | NO: Bergen, Trondheim, Svalbard | DK: Aarhus, Odense | FI: Tampere, Turku
PL: Krakow, Kraków, Gdansk, Wroclaw, Poznan, Lodz | GR: Thessaloniki, Piraeus, Crete, Lesbos, Rhodes, Corfu | RU: St. Petersburg, St Petersburg, Saint Petersburg, Vladivostok, Kazan, Sochi, Rostov-on-Don, Yekaterinburg, Novosibirsk, Grozny, Kursk, Belgorod, Chechnya, Dagestan, Siberia, Kamchatka, Kaliningrad
UA: Kharkiv, Odesa, Odessa, Lviv, Dnipro, Donetsk, Luhansk, Mariupol, Zaporizhzhia, Kherson, Bakhmut, Chernobyl, Crimea, Sevastopol, Donbas | TR: Istanbul, Izmir, Antalya, Gaziantep, Adana, Bursa, Diyarbakir | IL: Tel Aviv, Haifa, Ashdod, Eilat, Beersheba, Golan Heights
PS: Gaza City, Rafah, Khan Younis, Jabalia, Jabaliya, Nablus, Jenin, Hebron, Bethlehem, Deir al-Balah | SY: Aleppo, Homs, Idlib, Raqqa, Latakia, Deir ez-Zor, Hama | IQ: Mosul, Basra, Erbil, Kirkuk, Fallujah, Najaf, Karbala, Kurdistan | IR: Isfahan, Mashhad, Shiraz, Tabriz, Bam, Qom, Qeshm, Bandar Abbas, Kerman
SA: Jeddah, Mecca, Medina, Dammam | AE: Dubai, Sharjah, Ajman, Fujairah | YE: Aden, Hodeidah, Taiz, Marib | EG: Alexandria, Giza, Luxor, Port Said, Suez, Sinai, Sharm el-Sheikh | LY: Benghazi, Misrata, Sirte, Derna | MA: Casablanca, Marrakesh, Marrakech, Fez, Tangier, Agadir | SD: Darfur, Omdurman, Port Sudan
NG: Lagos, Kano, Ibadan, Port Harcourt, Maiduguri, Kaduna, Borno | KE: Mombasa, Kisumu, Nakuru, Garissa | ET: Tigray, Mekelle, Amhara, Oromia | ZA: Johannesburg, Durban, Soweto, Port Elizabeth, Bloemfontein | TZ: Dar es Salaam, Arusha | GH: Kumasi | CD: Goma, Lubumbashi, Bukavu | UG: Entebbe | SO: Kismayo, Puntland, Somaliland | ZW: Bulawayo | MZ: Beira, Cabo Delgado | AO: Benguela | ZM: Ndola, Kitwe | SN: Saint-Louis | CM: Douala
IN: Mumbai, Bombay, Bengaluru, Bangalore, Kolkata, Calcutta, Chennai, Hyderabad, Ahmedabad, Pune, Surat, Jaipur, Lucknow, Kanpur, Nagpur, Indore, Bhopal, Patna, Vadodara, Ludhiana, Agra, Varanasi, Srinagar, Amritsar, Kochi, Guwahati, Chandigarh, Goa, Gurugram, Noida, Visakhapatnam, Coimbatore, Thiruvananthapuram
PK: Karachi, Lahore, Faisalabad, Rawalpindi, Peshawar, Quetta, Multan, Balochistan, Sindh | BD: Chittagong, Chattogram, Sylhet, Cox's Bazar, Khulna | LK: Kandy, Galle, Jaffna | NP: Pokhara | AF: Kandahar, Herat, Mazar-i-Sharif, Helmand, Jalalabad, Kunduz
CN: Shanghai, Guangzhou, Shenzhen, Tianjin, Chongqing, Chengdu, Wuhan, Hangzhou, Nanjing, Xi'an, Shenyang, Harbin, Qingdao, Dalian, Zhengzhou, Jinan, Changsha, Kunming, Xiamen, Fuzhou, Suzhou, Ningbo, Dongguan, Foshan, Hefei, Nanning, Urumqi, Lhasa, Hefei, Taiyuan, Guiyang, Lanzhou, Zhuhai
JP: Osaka, Kyoto, Yokohama, Nagoya, Sapporo, Fukuoka, Kobe, Hiroshima, Nagasaki, Sendai, Fukushima, Okinawa, Hokkaido, Honshu, Kyushu, Shikoku, Ishikawa, Noto | KR: Busan, Incheon, Daegu, Daejeon, Gwangju, Ulsan, Jeju, Itaewon | TW: Kaohsiung, Taichung, Tainan, Hualien, Hsinchu
TH: Chiang Mai, Phuket, Pattaya, Ayutthaya, Hat Yai, Koh Samui | MY: Penang, Johor Bahru, Johor, Malacca, Kota Kinabalu, Kuching, Sabah, Sarawak, Selangor, Ipoh, George Town | ID: Surabaya, Bandung, Medan, Bali, Denpasar, Yogyakarta, Makassar, Palembang, Semarang, Banda Aceh, Aceh, Padang, Palu, Sumatra, Java, Sulawesi, Lombok, Papua, Kalimantan, Borneo, Batam
PH: Quezon City, Cebu, Cebu City, Davao, Davao City, Makati, Mindanao, Luzon, Leyte, Tacloban, Marawi, Palawan, Zamboanga, Iloilo | KH: Siem Reap, Sihanoukville, Battambang | LA: Luang Prabang, Savannakhet, Pakse | MM: Yangon, Mandalay, Rakhine, Sittwe, Bago
VN: Ho Chi Minh City, HCM City, Saigon, Da Nang, Danang, Hai Phong, Haiphong, Can Tho, Hue, Nha Trang, Da Lat, Dalat, Quang Ninh, Ha Long, Halong Bay, Ha Long Bay, Nghe An, Thanh Hoa, Quang Nam, Binh Duong, Dong Nai, Lao Cai, Khanh Hoa, Bac Ninh, Bac Giang, Vung Tau, Ba Ria-Vung Tau, Quang Tri, Quang Ngai, Ca Mau, Phu Quoc, Mekong Delta, Red River Delta, Central Highlands, Dak Lak, Lam Dong, Thai Nguyen, Ninh Binh, Nam Dinh, Hung Yen, Hai Duong, Vinh Phuc, Phu Tho, Son La, Dien Bien, Ha Giang, Cao Bang, Lang Son, Gia Lai, Kon Tum, Binh Dinh, Quy Nhon, Long An, An Giang, Kien Giang, Ben Tre, Tay Ninh, Thua Thien-Hue, Ha Tinh, Quang Binh, Truong Sa, Hoang Sa
AU: Sydney, Melbourne, Brisbane, Perth, Adelaide, Hobart, Darwin, Gold Coast, Cairns, Geelong, Byron Bay | NZ: Auckland, Christchurch, Dunedin, Hamilton, Queenstown
BR: São Paulo, Sao Paulo, Rio de Janeiro, Salvador, Fortaleza, Belo Horizonte, Manaus, Recife, Porto Alegre, Curitiba, Belem, Belém | AR: Cordoba, Rosario, Mendoza, Patagonia | CL: Valparaiso, Valparaíso, Concepcion | CO: Medellin, Medellín, Cali, Cartagena, Barranquilla | PE: Cusco, Arequipa, Machu Picchu | VE: Maracaibo | EC: Guayaquil, Galapagos Islands | BO: Santa Cruz, El Alto | CU: Guantanamo Bay, Guantanamo
"""

STATES = """
US: Alabama Ala., Alaska, Arizona Ariz., Arkansas Ark., California Calif., Colorado Colo., Connecticut Conn., Delaware Del., Florida Fla., Georgia Ga., Hawaii, Idaho, Illinois Ill., Indiana Ind., Iowa, Kansas Kan., Kentucky Ky., Louisiana La., Maine, Maryland Md., Massachusetts Mass., Michigan Mich., Minnesota Minn., Mississippi Miss., Missouri Mo., Montana Mont., Nebraska Neb., Nevada Nev., New-Hampshire N.H., New-Jersey N.J., New-Mexico N.M., New-York-state N.Y., North-Carolina N.C., North-Dakota N.D., Ohio, Oklahoma Okla., Oregon Ore., Pennsylvania Pa., Rhode-Island R.I., South-Carolina S.C., South-Dakota S.D., Tennessee Tenn., Texas, Utah, Vermont Vt., Virginia Va., Washington-state Wash., West-Virginia W.Va., Wisconsin Wis., Wyoming Wyo., District-of-Columbia D.C.
CA: Ontario, Quebec, British-Columbia, Alberta, Manitoba, Saskatchewan, Nova-Scotia, New-Brunswick, Newfoundland, Prince-Edward-Island, Yukon, Nunavut, Northwest-Territories
AU: New-South-Wales, Queensland, South-Australia, Western-Australia, Tasmania, Northern-Territory
IN: Andhra-Pradesh, Arunachal-Pradesh, Assam, Bihar, Chhattisgarh, Gujarat, Haryana, Himachal-Pradesh, Jharkhand, Karnataka, Kerala, Madhya-Pradesh, Maharashtra, Manipur, Meghalaya, Mizoram, Nagaland, Odisha, Punjab, Rajasthan, Sikkim, Tamil-Nadu, Telangana, Tripura, Uttar-Pradesh, Uttarakhand, West-Bengal, Kashmir, Ladakh
CN: Anhui, Fujian, Gansu, Guangdong, Guangxi, Guizhou, Hainan, Hebei, Heilongjiang, Henan, Hubei, Hunan, Inner-Mongolia, Jiangsu, Jiangxi, Jilin, Liaoning, Ningxia, Qinghai, Shaanxi, Shandong, Shanxi, Sichuan, Tibet, Xinjiang, Yunnan, Zhejiang
DE: Bavaria, Saxony, Hesse, Brandenburg, North-Rhine-Westphalia, Baden-Wuerttemberg, Lower-Saxony, Schleswig-Holstein, Thuringia
GB: Kent, Essex, Yorkshire, Cornwall, Devon, Surrey, Norfolk, Lancashire, Hampshire, Sussex, Cumbria, Greater-Manchester, West-Midlands
IT: Lombardy, Tuscany, Veneto, Piedmont, Calabria, Emilia-Romagna, Liguria, Puglia, Campania, Lazio, Umbria
FR: Brittany, Normandy, Provence, Alsace, Corsica, New-Caledonia, Reunion
MX: Sinaloa, Chiapas, Jalisco, Guerrero, Michoacan, Sonora, Chihuahua, Veracruz, Tamaulipas, Guanajuato
"""
"""Country, then its states and provinces with an abbreviation; a hyphen stands for a space."""

REGIONS = """
Africa, Asia, Europe, North America, South America, Central America, Latin America, Antarctica, Oceania, Australasia, Middle East, Near East, Far East, Southeast Asia, South-East Asia, East Asia, South Asia,
Central Asia, Northeast Asia, West Asia, North Africa, East Africa, West Africa, Southern Africa, Central Africa, Sub-Saharan Africa, sub-Saharan Africa, Horn of Africa, Sahel, Maghreb, Sahara, Eastern Europe,
Western Europe, Central Europe, Northern Europe, Southern Europe, Balkans, Baltics, Baltic states, Caucasus, Scandinavia, Benelux, Iberian Peninsula, Korean Peninsula, Korean peninsula, Arabian Peninsula, Indochina,
Mekong, Mekong region, Greater Mekong, Asia-Pacific, Asia Pacific, Indo-Pacific, Pacific Islands, Caribbean, West Indies, Polynesia, Melanesia, Himalayas, Alps, Andes, Rockies, Rocky Mountains, Amazon, Arctic, Arctic Circle,
Western Sahara, Greenland, Eurozone, eurozone, euro zone, euro area, European Union, EU, ASEAN, Levant, Persian Gulf states, Gulf states, New England, Midwest, Deep South, West Coast, East Coast, Gulf Coast, Great Lakes,
Bay Area, Southern California, Northern California, Southeast Europe, Nordic countries, Global South, Western Hemisphere, Southern Hemisphere, Northern Hemisphere, Mount Everest, Everest, Kilimanjaro, Mount Fuji
"""

SEAS = """
Atlantic, Atlantic Ocean, Pacific, Pacific Ocean, Indian Ocean, Arctic Ocean, Southern Ocean, Mediterranean, Mediterranean Sea, Black Sea, Red Sea, Baltic Sea, North Sea, Caspian Sea, Aegean Sea, Adriatic Sea, Ionian Sea,
Arabian Sea, South China Sea, East China Sea, East Sea, Yellow Sea, Sea of Japan, Philippine Sea, Andaman Sea, Java Sea, Celebes Sea, Coral Sea, Tasman Sea, Bering Sea, Barents Sea, Caribbean Sea, Sea of Azov,
Dead Sea, Sea of Galilee, Gulf of Aden, Gulf of Mexico, Gulf of Thailand, Gulf of Tonkin, Gulf of Oman, Gulf of Guinea, Gulf of Alaska, Persian Gulf, Bay of Bengal, Bay of Biscay, Strait of Hormuz, Taiwan Strait,
Strait of Malacca, Malacca Strait, Strait of Gibraltar, Bering Strait, English Channel, Bosphorus, Dardanelles, Suez Canal, Panama Canal, Nile, Danube, Rhine, Thames, Seine, Volga, Dnipro River, Mississippi River,
Amazon River, Congo River, Niger River, Ganges, Indus, Brahmaputra, Yangtze, Yangtze River, Yellow River, Mekong River, Red River, Jordan River, Euphrates, Tigris, Rio Grande, Colorado River, Hudson River, Lake Victoria,
Lake Michigan, Lake Superior, Lake Erie, Lake Ontario, Lake Huron, Lake Chad, Lake Baikal, Lake Geneva, Hudson Bay, San Francisco Bay, Tokyo Bay, Bab al-Mandab, Bab el-Mandeb, Scarborough Shoal, Spratly Islands, Paracel Islands
"""

CITIES_NOT_ALONE = frozenset(
    (
        "Birmingham Alabama",
        "Hue",
        "Bam",
        "Queens",
        "Victoria",
        "Salvador",
        "Santa Cruz",
        "Concepcion",
        "Cali",
        "Hamilton",
        "Essen",
        "Darwin",
    )
)
"""Names that are also words or names of people: kept apart as `weak`, to be believed only behind a preposition of place."""
