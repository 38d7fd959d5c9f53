"""Invented lines of talk by a writer who saw no rule and no list: 170 Dutch and 100 English ones, then 60 and 40
in small letters, as automatic transcripts have them; marked as in `name_lines`.

Every other line (`in_view`) was read when the rules were mended after the first score; the rest (`put_away`) was never
read by who mended them, and was scored when that was done, twice in all; since then a test holds what was measured.
"""

DUTCH = """
[Berg|person] was de conciërge, een berg van een vent ook.
[Akosua|person] zegt, als je niks doet, gebeurt er niks.
Eh, hoe heet ze, [Rima al-Khatib|person], die geeft nu les.
Storm of geen storm, wij stonden er.
Allah weet het, zei mijn moeder dan.
Haar achternaam is [Haddad|person], dat betekent smid.
[Bloem|person] heet mijn kleindochter, ja, net als de bloem.
In de [Van Swindenstraat|address] had je vijf slagers, nu nul.
Lot uit de loterij, dat huis.
Wat [Foekje Dijkema|person] in haar eentje heeft gedaan, dat is niet normaal.
Imam [Yusuf|person] heeft toen gezegd, wij doen de deuren open.
Gemeente, corporatie, politie, ze zaten allemaal aan tafel.
Vos, haas, alles liep hier door de tuinen.
Mooi dat het was, echt.
En [Teuntje|person], zijn kleinzoon, is nu zelf vrijwilliger.
Wij waren met vakantie in [Burgh-Haamstede|place], in een stacaravan.
Met [Hatice Yıldırım|person] van de ouderraad heb ik dat opgezet.
Toen [To|person] nog leefde deden we dat samen.
Ik heb het nummer van [Bouchra|person] nog, wacht, [06-39571428|phone].
Ik woonde op de [Oostervantstraat 14b|address], drie hoog.
[Van der Ploeg|person] had de garage op de hoek.
De [Voedselbank|organisation] zat eerst in de kelder van de kerk.
Bergen afval lagen er, na de markt.
Wij huurden toen van [Woonkracht Zuid|organisation], nou ja, dat was wat.
[Door|person] woont boven mij en die hoor je dus altijd.
[El Idrissi|person] wilde geen voorzitter worden, hij zei, ik ben geen prater.
Beer op de weg zien ze altijd, bij de gemeente.
Ze zetten mij op [Facebook|neutral], dat wilde ik helemaal niet.
Ik ben opgegroeid in [Spangen|place], maar mijn moeder komt uit [Konya|place].
Ik heb de inburgering gedaan bij het [Zadkine|organisation].
Ik ben bij [Excelsior|organisation] gaan voetballen toen ik negen was.
Trap op, trap af, want de lift deed het weer niet.
Wil je weten hoe het echt ging?
Ik zat met [Bas|person] in het koor, hij was bas.
We hebben het aan wethouder [Van Oostveen|person] gevraagd en die zou terugbellen.
Ik heb eerst bij [Verolme|organisation] gewerkt en daarna op de tram.
Oom [Hesdy|person] had een volkstuin bij [Vijfsluizen|place].
Linde, eik, kastanje, alles hebben ze omgehakt.
Tijdens het Suikerfeest staat de hele galerij vol.
Ik sprak geen Nederlands, alleen een beetje Frans.
De Marokkanen en de Turken zaten apart, dat was toen zo.
Toen is [Jurgensly|person] opgestaan en die zei, genoeg nu.
Dinsdag is soepdag, al jaren.
Hij vroeg: Van wie is die fiets?
[Wibautpark|place], zo heet het nu, vroeger was het een veldje.
Buiten was het koud en binnen ook, want de verwarming deed het niet.
Ik lees de Koran en zij leest de Bijbel.
Ik moest naar het [UWV|organisation], nou, daar word je niet vrolijk van.
Dag en nacht stond die deur open.
[Prins|person] de bakker is als laatste vertrokken.
[Lakshmi|person] komt uit [India|place], niet uit [Suriname|place], dat halen ze door elkaar.
In [Bospolder|place] kende iedereen elkaar, zeg maar, van de markt.
Voor mij is het een tweede thuis geworden.
De visser van vroeger die bestaat niet meer.
Met de trein naar [Bergen op Zoom|place] en dan nog een stuk lopen.
[Sietske|person] is Fries, dat hoor je meteen.
Je kent [Rignald|person] toch wel, die met die pet.
Vroeger mocht je als vrouw niet eens meepraten.
Mensen denken dat wij lui zijn, maar dat is niet zo.
Geloof en liefde, daar draait het om.
Dat heeft [Roos van der Wal|person] nog geregeld, met de gemeente.
Het Surinaamse eten ging altijd als eerste op.
[Kees Visser|person] was visser geweest, in [Urk|place].
[Yildiz|person] van hiernaast die past op mijn kinderen als ik werk.
[Joke|person] maakte altijd grapjes, dat past wel bij die naam.
Zo'n NGO komt dan een jaar en dan is het weg.
Zomer en winter zat hij op dat bankje.
[Gerrit-Jan van het Loo|person] heeft twintig jaar de vlag gehangen.
Nou, de directeur van [Talma Wonen|organisation] kwam toen zelf kijken.
Van meneer [Kartopawiro|person] heb ik leren koken.
[A. Terpstra|person] stond er op de bel, meer weet ik niet.
[Marlon|person] uit de [Bijlmer|place], die rapte toen al.
Met de WMO krijg je tegenwoordig niks meer.
We zaten altijd in buurthuis [De Klink|organisation], achterin, bij de kachel.
Juist die kleine dingen maken het verschil.
[Stichting Samen Sterk Charlois|organisation] kreeg ineens geen subsidie meer.
De [Afrikaanderwijk|place] is niet meer wat het was.
Wil je koffie, zei [Wil|person], en dan zat je er voor de hele middag.
[Bożena|person] poetst bij mij, al elf jaar, en we praten in het Duits.
Tante [Zus|person] noemden we haar, maar ze heette [Wilhelmina|person].
Rein was het er niet, maar gezellig wel.
Na de oorlog was er niks, echt niks.
Hoop doet leven, zeggen ze dan.
Je had ook nog [Rooie Sjaan|person], van de viskraam.
[Mei-Ling|person] van het restaurant bracht loempia's.
De zoon van [Bos|person] die woont nu in [Almere Poort|place].
[Moskee An-Nasr|organisation] gaf elke vrijdag honderd maaltijden weg.
Oost west, thuis best.
Brood haalde je bij [Bakkerij Ammerlaan|organisation], dat was een begrip.
Ik zeg altijd, zonder [Kwabena Owusu|person] was die kerk er niet geweest.
De vrouw van [Cor de Kok|person] kon helemaal niet koken.
Pater [Laurentius|person] kwam elke maand met een doos boeken.
Eigenlijk wilde ik nooit in een flat.
Mevrouw [Ait Hammou|person] die zei altijd, kom eerst maar zitten.
Je wil toch gewoon met een goed gevoel naar bed?
Mevrouw [Bhagwandin-de Vries|person], want ze is later met een Hollander getrouwd.
Mijn zwager [Krzysztof|person] zegt dat het in [Łódź|place] precies zo gaat.
Ik kwam in negentienachtenzeventig aan op [Schiphol|place], met één koffer.
Vakantie hadden wij nooit, daar was geen geld voor.
Ja, dokter [Soekarman|person] die kwam nog gewoon aan huis.
De [Yıldırıms|person] zijn met z'n zevenen op drie kamers begonnen.
Bossen hadden we hier niet, alleen steen.
Bij [Humanitas|organisation] had ik een maatje, zo noemen ze dat.
Zo'n [Sjonnie|person], zeg maar, maar hij heette echt zo.
Koken verbindt, dat zeggen ze toch altijd?
[Hoop|person] heet ze, en hoop had ze ook wel nodig.
Zeg maar gewoon je, hoor, ik ben geen koningin.
Ik zei, [Abdelhak|person], jongen, ga nou naar school.
Die [Annemiek|person] van [Welzijn Delfshaven|organisation] heeft ons echt geholpen.
Ja en toen kwam [Nurcan|person] binnen met een pan linzensoep, dat vergeet ik nooit meer.
[Glenn Tjin-A-Tsoi|person] speelde daar basgitaar.
Mailen kan ook, naar [bewoners@deklink.example|email], maar niemand leest dat.
De dominee heette [Storm|person], ds. [E.J. Storm|person].
Ze belden van de [GGD|neutral] of ik nog een prik wilde.
Meester [Ype|person] las voor in het Fries, dat snapte dus niemand.
Via [Taal aan de Singel|organisation] heb ik [Nour|person] leren kennen.
Op zaterdag doen we de repaircafé-dingen, zeg maar.
Vanaf de [Beijerlandselaan|address] liep je zo naar het water.
[Małgorzata|person] kan ik niet uitspreken, dus ik zeg [Gosia|person].
Opa [Teun|person] zeiden alle kinderen, ook die hem niet kenden.
[Ghassan|person] was tandarts in [Aleppo|place] en hier vult hij vakken.
Vorig jaar is [Driss|person] overleden, in september, en [Hafida|person] is nu alleen.
[Xiomara|person] en haar moeder kwamen net van [Curaçao|place].
Zij is van [Sint Eustatius|place], dat kent niemand.
Ik heb de sleutel bij [An|person] gelegd, want an sich vertrouw ik haar.
En daar staat dan [Mo Hamed|person] op de lijst, in twee woorden.
Merels hoor je hier nog wel, 's ochtends vroeg.
Eerst woonden we in [Kanaleneiland|place] en toen, eh, [Lombok|place].
[Iris|person] plant elk jaar irissen, dat vindt ze leuk.
We gingen op zondag naar het [Zuiderpark|place], met de hele familie.
En toen zei ik, Nee, dat gaat zo niet gebeuren.
Mevrouw [de Jong|person] is zesennegentig en doet alles nog zelf.
Roos en paars, die kleuren hadden ze op de muur gezet.
Ik ging met [Ans|person], [Nel|person] en [Fien|person] naar het zwembad.
[Nynke|person] en [Jelmer|person] doen samen de kinderclub.
Bas en drums, meer hadden we niet.
Mijn man, [Redouan|person], die heeft de hele keuken zelf gelegd.
Die flat in [Hoogvliet|place], daar wilde ik echt niet heen.
Die jongens van [SV Oranje-Wit|organisation] die hielpen met sjouwen.
Sterk ben ik wel, maar niet meer zo sterk als toen.
Mevrouw ['t Mannetje|person] lachte daar zelf het hardst om.
Mei was altijd een drukke maand voor ons.
Jong en oud door elkaar, dat werkt het beste.
In [Naïma's|person] huis kon je altijd binnenlopen.
In de VVE zitten alleen maar mannen.
Mijn dochter zit op [De Regenboog|organisation], in groep vijf.
Wij zijn geen nummers, wij zijn mensen.
De AOW is net genoeg voor de huur.
Dus ik bel [Iwona Wójcik|person] en ik zeg, kun jij even tolken?
Ik ken nog een [Augustus|person], echt waar, geboren in augustus.
Corona heeft alles kapotgemaakt, alle groepjes.
Januari is de ergste maand, dan zit iedereen binnen.
[Songül|person] haar man zat in de bouw.
Toen ik hier kwam, in [Nederland|place], kende ik drie woorden.
Ze werkt in het [Maasstad Ziekenhuis|organisation], op de vierde.
Poolse arbeiders zaten met z'n tienen in één woning.
Vakken vullen bij de [Lidl|organisation], ja, met zo'n diploma.
Dat geld was voor de [Schilderswijk|place] bedoeld, niet voor ons.
Ja, precies, dat bedoel ik dus.
Mijn buurman [Lahcen|person], eh, die is vorig jaar teruggegaan naar [Nador|place].
Loop maar mee, zei hij, dan laat ik het zien.
We zijn getrouwd in [Heerenveen|place], want daar kwam zij vandaan.
Met Koningsdag verkochten we taart.
Mijn zus [Wonny|person] had een kapsalon in [Amsterdam-Noord|place].
Pa [van Dijk|person] noemden ze hem, dat was de vader van de straat.
[Çiğdem|person] en [Ömer|person] hebben de winkel overgenomen.
Bakker worden, dat was mijn droom.
[Douwes|person] fiets stond daar nog, weken na de begrafenis.
Pasen en Kerst deden we samen, dat was mooi.
Nou, [Orlando Pinas|person] was degene die de bigi poku meenam.
"""

DUTCH_SMALL = """
dominee [kooistra|person] stond gewoon mee af te wassen
we liepen altijd door het [kralingse bos|place] met de hond
vraag dat maar aan [co|person] die weet hoe dat zit
en toen belde [shurensly|person] die was helemaal overstuur
in de [putselaarstraat|address] daar woonden we met z'n achten
op vrijdag is er altijd soep dat weet iedereen
zo'n ngo schrijft een rapport en dan hoor je niks
nou [katarzyna nowicka|person] heeft mij leren naaien
[hennie|person] de moeder van [nick|person] die deed de kantine
wil jij dat raam even dichtdoen want het tocht
dat was de zoon van [baukje|person] uit [dokkum|place]
er liep een haan op de binnenplaats en die kraaide om vijf uur
de kok had zich ziek gemeld dus ik stond in de keuken
tante [lucia|person] had een eethuisje op [aruba|place]
nou ja zo gaat dat hè je wordt ouder
en [yaw|person] zegt dan kom op jongens nog één rondje
we waren net een ster aan het knippen voor de kerst
ik verstond het nederlands wel maar praten durfde ik niet
ik zat op [het kompas|organisation] dat was zo'n school met een toren
[sandhya ramlal|person] heeft het holifeest georganiseerd
wethouder [el ouardi|person] die kwam wel twee keer kijken
het mooiste vond ik dat niemand de baas was
je loopt tegen een berg papieren op als je iets wil
ja nou ik ben dus eigenlijk door [emine|person] bij die groep gekomen
en [ben haddou|person] die is later raadslid geworden
mevrouw [wiersma|person] van de hoek die had dus alles opgeschreven
die jongens willen ook gewoon een plek om te zijn
bakkers en slagers die zijn er bijna niet meer
[jan willem|person] doet de boekhouding en [toos|person] die belt iedereen
[bassam|person] heeft in [damascus|place] een restaurant gehad
en dan ga je dus met de bus want een auto hadden we niet
ik krijg het allemaal via [whatsapp|neutral] van mijn kleindochter
ik ben geen prater dus ik deed de stoelen
wij zijn uit [pendrecht|place] weggegaan toen ze gingen slopen
wij zaten altijd in [de bonte koe|organisation] dat was toen nog een buurthuis
we hebben daar een linde geplant en die staat er nog
toen ik zes was zijn we van [hengelo|place] hierheen verhuisd want mijn vader kreeg werk
dokter [van der zwaag|person] die nam echt de tijd voor je
het was in maart of april dat weet ik niet meer
voor de wmo moet je zeven formulieren invullen
meneer [koning|person] was de huismeester en zo gedroeg ie zich ook
je moet even bij [sevda|person] langs die heeft de formulieren
ze noemden hem [kleine sjef|person] en hij was twee meter
wij gingen vroeger op zondag naar het bos bessen plukken
ik heb het aan [floor|person] gevraagd want die stond daar op de vloer te schuren
mijn opa kwam uit [nickerie|place] en die plantte rijst
ik had niet veel hoop op een andere woning
toen is [wonen aan de vliet|organisation] gefuseerd en kende niemand je meer
[mo hammed|person] staat er op de lijst maar hij heet gewoon [mo|person]
[samira's|person] dochter die heeft nu haar eigen praktijk
toen was ik nog jong en mooi en had ik overal tijd voor
ik werk vier ochtenden bij de [jumbo|organisation] als vakkenvuller zeg maar
we gaan elke zomer naar [al hoceima|place] met de auto
mijn jongens voetbalden bij [de zwerver|organisation] en dat kostte bijna niks
ik ben bij [vluchtelingenwerk|organisation] begonnen als taalmaatje
[lot|person] en [guus|person] hebben de moestuin overgenomen
[biervliet|person] heette die man en hij dronk niet
met het suikerfeest staat de hele gang vol schoenen
[jildis|person] die past op de kleintjes en ik doe de was
bij ons op de trap wonen somaliërs en polen en dat gaat prima
"""

ENGLISH = """
I come from [Mullingar|place] originally, but I've been here fifty years.
My dad came over from [Jalandhar|place] in sixty-three.
Old [Paddy Feeney|person] had a horse in the back yard, I swear.
The coach went to [Rhyl|place], and half of them were drunk by [Chester|place].
[Shaz|person], well, [Shazia|person], she's my best mate.
May was wet and June was worse.
I bought it from [Tesco|organisation] and told everyone I'd baked it.
Every Thursday we'd have the tea dance.
[Agnieszka Brown|person], she's Polish but she married [Terry Brown|person].
I moved up from [Cornwall|place] for the work.
Joy, it was, pure joy.
That was when [Tadeusz Malinowski|person] opened the deli.
The [Gills|person] are a big family, you can't miss them.
[Sukhdev Singh Gill|person] ran the langar out of his garage.
I do two mornings at [Age Concern|organisation], on the phones.
It says [Shivon|person] on the sheet but it should be [Siobhan|person].
Mrs [Adjei|person] had the keys, you see, so you had to ask her.
Then you've got [Mo's|person] barbers and the vape shop.
Bill after bill after bill came through that door.
Grace, that's what you say before dinner.
We got moved out to [Chelmsley Wood|place] when they pulled it all down.
Rich or poor, you queued at the same shop.
There's a bench for [Edith Pomfret|person] by the bowling green.
Sorry, what was the question?
Miles away from anything, it was.
They named the baby [Hope|person], after the street, [Hope Street|address].
Gardeners, bakers, cooks, we had them all.
There's [Chidi|person], there's his wife [Amaka|person], and the little ones.
Summer was when we lived outside.
Will you ask [Will|person] about the hall?
Nobody from the housing has ever knocked on my door.
Brown envelopes, I never open them.
And [Parveen|person], she said, I'm not standing for this.
I'm not on [WhatsApp|neutral], so I miss everything.
[Stanley|person] from the allotments brought leeks for everyone.
So me and [Bernadette|person] started the lunch club, just the two of us.
They shut [Woolworths|organisation] and that was the end of the high street.
The [Jamia Mosque|organisation] did the food bank before anyone.
You can get me on [07700 900641|phone], but not before ten.
[Siobhán's|person] mum made the curtains for the stage.
He goes, What are you doing on my step?
My nan lived on [Cardigan Terrace|address], number nine.
My brother [Dermot|person] went into the priesthood, in [Galway|place].
Well, [Winsome|person] was winsome, that's the truth.
Christmas was the only time we saw them.
You'd see [Big Dave|person] outside the bookies every morning.
We lived at [27 Gladstone Street|address] with an outside toilet.
They call it the [Northern Quarter|place] now, we called it the back end.
During Eid the whole street smelled of cooking.
Irish music of a Friday, African on the Saturday.
I've got the letter here from [D. Featherstone|person], housing officer.
[Rose|person] rose up and told him where to go.
Church on Sunday, bingo on Monday.
[Mark|person] marked the pitch out with flour, if you can believe it.
It was a Tuesday, I think, or was it the Wednesday?
Try [Adebayo|person], he knows everyone in [Peckham|place].
We were told to go to the [NHS|neutral] website, as if I've got a computer.
Councillor [Rahman|person] came to the first meeting and never again.
Mrs [Levy|person] taught half of us the piano.
The [Windmill Lane Residents' Association|organisation] met in our kitchen.
The Polish shop does lovely bread.
[Penny|person] never wasted a penny.
[Ola|person] and [Tunde|person] set up the boxing in the church hall.
[Christian|person] wasn't a Christian, funny enough.
Drew the curtains and pretended I wasn't in.
Daisies and buttercups, right up to the railway.
I went back to [Ghana|place] for the funeral and it was like a different world.
Father [O'Shaughnessy|person] wouldn't hear of it.
God knows where the money went.
My grandson [Jayden|person] plays for [Sutton Colts|organisation] now.
[Dawn|person] was up at dawn to open the hall.
Rose bushes all along the front, there were.
I was a dinner lady at [St Winifred's Primary|organisation] for, what, twenty-two years.
Council tax went up again in April.
I used to take the kids to [Roundhay Park|place] of a Sunday.
Jack of all trades, that was me.
Young people don't come any more.
[Faith|person] kept the faith when none of us did.
Doctor [Venkatesan|person] sat with her all night.
I've been on ESA since my back went.
Green space, they said, and then they put a fence round it.
Ask for [Jean|person] at the desk, she wears jeans, you'll know her.
There was a sign in [Burngreave|place] saying no ball games.
It was [Pat|person] who gave me a pat on the back.
English wasn't my first language, no.
The lads from [Ashby Rovers|organisation] carried the tables.
I worked nights at [Lucas Electrical|organisation], on the line.
Frank talk, that's what you get from us.
It was [Bill|person] who paid the bill in the end.
I don't speak Urdu but I get by.
Now [Kwame|person], he never spoke a word at school, and look at him.
Mark my words, they'll build on it.
It's run by [Hands Across Hulme|organisation], they're a charity.
She were a [Clegg|person] before she married.
Sister [Patience|person] had no patience at all, bless her.
Hope is all we had, to be fair.
[May|person] died in May, the week after the jubilee.
Will power, that's what got me through.
We're under [Harrowgate Homes|organisation] now, it used to be the council.
The priest and the imam used to play dominoes.
"""

ENGLISH_SMALL = """
[bex|person] lives over in [hulme|place] now with the baby
we used to go [blackpool|place] for the lights
i get my bits from [aldi|organisation] and carry on home
my mum's people are from [ibadan|place] and my dad's from [toxteth|place]
the [mill street action group|organisation] was four of us and a kettle
it was [frank|person] and he was always frank with you
there was a bit of hope and then they took it away
auntie [precious|person] brought me up more or less
they sent a bill for the skip would you believe
it's not about the money it never was
i was born in [letterkenny|place] and i came over on the boat in fifty eight
i did the crossing outside [greenbank primary|organisation] for nineteen years
councillor [iqbal|person] put it in writing i'll give him that
i had to pat him on the back he was that upset
[kofi asante|person] started the drumming
dr [chakrabarti|person] retired and we never saw the same one twice
i will say this for them they did turn up
the summer they shut the baths that's when it all went wrong
we've been with [brook valley housing|organisation] since the transfer
during ramadan we'd open up late for them
well it was [maureen|person] who got me into it really
the lads are mostly romanian and they work ever so hard
there was a rose by the door and a bit of ivy
it was a lovely day in may or june and we had the tables out
you may think it's nothing but it meant a lot to us
[harpreet|person] and [jaz|person] run the kitchen on a sunday
he had forty years in at [hollins and sons|organisation] and got a clock
the old baker used to give us the broken ones
and then [nasreen|person] stood up and you could hear a pin drop
[zbyszek|person] fixed every bike on [albert road|address]
[manjit dhillon|person] kept the post office open on his own
you want to talk to [grace|person] she's been here longest
[joy|person] my eldest she's a teacher down in [croydon|place]
[eileen's|person] lad had a trial with [moss side juniors|organisation]
my niece put it all on [facebook|neutral] and then the phone went mad
they called him [lucky jim|person] and he never won a thing
every monday we'd sweep the path ourselves
canon [mcgettigan|person] let us have the crypt for nothing
my english wasn't good so i just smiled
mrs [owusu|person] does the teas and nobody else is allowed
"""
