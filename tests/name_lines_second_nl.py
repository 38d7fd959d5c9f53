"""Invented lines of talk by a second writer who saw no rule and no list, as they are said and in small letters as
automatic transcripts have them; marked as in `name_lines`. Every other line (`in_view`) was read when the rules were
mended after the first score; the rest (`put_away`) was scored then and when the mending was done, and not read before.
"""

DUTCH = """
Een Jantje-van-leiden hebben ze ervan gemaakt, die renovatie.
Met Sinterklaas deden we een schoen bij de kachel, meer was er niet.
Je had hier een heel netwerk, [Bettie|person] paste op, ik kookte, en [Zohra|person] deed de papieren, want die kon goed Nederlands.
Nou meneer [Chen|person], u heeft het mooi voor elkaar, zei ik.
De [Belastingdienst|neutral] wilde alles in één keer terug.
Het [Rode Kruis|neutral] stond met dekens op de stoep.
Wie het weet mag het zeggen.
Roti, bami, pom, alles stond op tafel.
En dan had je [Schele Nelis|person], die verkocht paling, en zijn vrouw, [Mooie Leen|person], die deed alsof ze hem niet kende.
Er kwam een wijkagent, [Dennis Oudshoorn|person] heette die, en die luisterde tenminste.
Hij heeft toen in [Genk|place] in de mijn gewerkt, met Italianen, en mijn moeder zat met ons in [Kayseri|place].
Mijn dochter [Shanaya|person] studeert in [Groningen|place] en komt alleen met kerst.
Koning voelde ik me, met mijn eerste eigen sleutel.
Het was een dinsdag, dat weet ik nog, want dan was er markt.
April doet wat hij wil, dus neem een jas mee.
Eens in de maand komt er een mevrouw van de bibliotheek met een kar boeken.
Schrijf maar op: [0181 - 46 30 92|phone], dat is mijn vaste nummer, en anders mijn mobiel, [+31 6 51 88 20 43|phone].
Je kunt het sturen naar [r.ramcharan@planet.nl|email], dat leest mijn zoon.
[Jannies|person] moeder deed de was voor de hele straat.
Met [Henk-Jan|person] heb ik nooit ruzie gehad.
Het begon ermee dat de bus niet meer reed, en daarna ging de supermarkt weg, en voor je het weet zit je op een eiland.
Mijn vader zei altijd: 'Werk hard, hou je mond en spaar,' en dat heb ik precies zo gedaan, en wat heb ik nu?
De ene ambtenaar zegt dat je recht hebt op een toeslag, de andere zegt van niet, en jij zit met de rekening.
Engels heb ik op straat geleerd, Frans op school.
Bij de [Hema|neutral] haalden we dan een rookworst.
De [Tweede Kamer|neutral] praat maar en praat maar.
De kok maakte elke vrijdag gratis soep.
Mark of gulden, we rekenden alles nog om toen.
Maak het maar over op [NL20 INGB 0001 2345 67|iban], zei hij, dan komt het goed.
Mijn rekening, [NL39RABO0300065264|iban], die was gewoon leeg.
Heb je de familie [Nguyen|person] al gesproken, die van het restaurant?
Dat meisje, [Thuy|person], die deed de hele boekhouding al op haar veertiende.
[Dirkje|person] was de jongste van negen en moest alles afdragen.
[Daniëlle|person], de maatschappelijk werkster, die heeft me erdoorheen gesleept.
[De Groot|person] was de huismeester, een lange man met een snor.
Dat was nog onder dokter [Terpstra|person], die kwam gewoon aan huis.
Toen kreeg ik van [Stichting Leergeld Maasland|organisation] een fiets voor mijn zoon.
Wij gaan op zondag naar de [Pinkstergemeente De Levensbron|organisation].
Wij zaten met z'n zessen in de [Jan van Avennesstraat|place], en om de hoek, dus op de [Groene Hilledijk|place], had je drie slagers.
Zij kwamen met z'n achten uit [Łódź|place] in één busje.
Ik heb geen kinderen, maar ik ben wel van iedereen tante.
Bij de gemeente moet je altijd eerst een afspraak maken.
De enige die mij steunde was [Ferry|person], die had zelf ook in de bijstand gezeten, en later [Mustafa Kılıç|person] van de kerkraad, nee, van het moskeebestuur.
Met [Fatiha|person] en [Naima|person] ga ik elke dinsdag naar de moeder-kindgroep.
Op [Facebook|neutral] heet ik [@tante_lucia59|handle], geloof ik.
Mijn zoon zit op [Insta|neutral] als [@ricky.vd.zand|handle], daar zie je al die foto's van de sloop.
Mijn opa kwam van [Ambon|place], die zat in een woonoord bij [Vught|place], en daar is mijn vader geboren.
[Agata|person] werkt in de kassen bij [Naaldwijk|place], nachtdienst meestal.
Ik zat op de [Mariaschool|organisation], bij zuster [Theresia|person] in de klas.
Bij het [Ikazia|organisation] hebben ze me toen geopereerd.
Van [Woonbron|organisation] hoor je nooit iets terug, hè.
De [Wilhelminakerk|organisation] is nu een klimhal, dat doet pijn.
In de [Flevostraat|place] wonen nu alleen nog studenten.
Nou, en toen is mijn moeder, dat was in de winter van drieënzestig, met de slee vanuit [Maassluis|place] naar [Schiedam|place] gelopen, en daar stond mijn tante [Greet|person] al te wachten.
[Sjoerd|person] zei dat hij de sleutel bij [Hilkje|person] had laten liggen.
Zijn achternaam is [Appiah-Kubi|person], maar iedereen zegt [Kofi|person].
Mijn broer [Glenroy|person] is teruggegaan naar [Willemstad|place].
Ik ga nog elk jaar naar [Konya|place], naar het graf van mijn vader.
Eerst zeiden ze juni, toen september, en nu horen we niks meer.
Daar heb ik eigenlijk nooit zo over nagedacht.
Heel eerlijk, ik voel me hier veilig.
Bloemen had ze, overal bloemen, tot op het balkon.
Nou, ome [Cor|person], die had een duivenhok op het dak.
De school belde: [Ilias|person] is er niet, en ik zeg, hoezo is hij er niet, ik heb hem zelf gebracht.
In [Dokkum|place] spraken we thuis alleen Fries.
Mijn vader was stuurman en zat drie weken per maand in [Delfzijl|place].
Ik moest naar [Zwolle|place] voor een keuring, met drie keer overstappen.
De [Tweebosbuurt|place] is platgegooid, mensen zijn overal heen.
Ik zeg: luister, ik ben ook maar een mens.
Berg je maar, dacht ik, als die boos wordt.
Vroeger liep je zo bij elkaar achterom.
Het zwembad is dicht, de bibliotheek is dicht, en de bank ook.
Die auto, [8-XKP-14|plate], die staat er nu al drie weken.
Die scooter met [D-317-BR|plate] staat altijd voor de hellingbaan.
We woonden toen op de [Zonnebloemstraat 14|address], eenhoog.
Ik woon [Brink 7|address], tegenover de apotheek.
Mijn vader was smid en zijn vader ook.
Meneer de voorzitter, zei ik voor de grap, mag ik ook wat zeggen?
Ze hebben het genoemd naar [Johanna Westerdijk|neutral], maar wij zeggen gewoon de flat van [Jopie|person].
Kijk, ik heb niks tegen [Van Rossum|person], het is een aardige vent, maar als je zegt dat je een lift gaat maken, dan moet je hem ook maken.
Hij reed in die witte bus van [Schildersbedrijf Noordermeer|organisation].
Bij [Humanitas|organisation] heb ik zeven jaar vrijwilligerswerk gedaan.
Weet je wat het is, [Mo|person], zei ik, je moet gewoon naar die afspraak toe.
Zijn vrouw [Lidewij|person] is architect, dus die weet wel hoe je met die lui moet praten.
Ik kom uit de [Schilderswijk|place], geboren en getogen.
Met de kinderen gingen we vaak naar de [Kralingse Plas|place], brood mee, thermoskan mee, kostte niks.
Je leest het in de krant, maar het klopt nooit.
In augustus is iedereen weg, dan is het hier dood.
Lange dagen waren dat, van zes tot zes.
Als mantelzorger krijg je een kaartje en een bos bloemen per jaar.
Mijn schoonmoeder, [Soemintra|person], die kookte voor twintig man alsof het niks was.
[Kees de Wit|person] en zijn broer hebben dat pleintje helemaal zelf bestraat.
Dank je wel, lieverd, zei ze, en toen deed ze de deur dicht.
Lente is hier het mooist, dan bloeit de kastanje.
Ik ben van [3-9-1947|birth], dus reken maar uit.
Hij is geboren op [12 maart 1958|birth] in [Paramaribo|place].
[Jayden|person] van mijn zus, die hangt daar ook rond.
Tegen [Lies|person] heb ik gezegd dat ze moest ophouden met roken.
Zaterdag was wasdag, zondag was kerkdag, en maandag begon het hele circus van voren af aan.
Linde en kastanje hebben ze omgezaagd, hè, voor parkeerplekken.
Pinksteren was toen nog twee dagen vrij, nu staat iedereen in de winkel.
De islam is voor mij vooral rust.
Hij zegt tegen mij, mevrouw [Ramautarsing|person], zegt ie, wij gaan dat voor u uitzoeken, en dat was in maart.
Ja maar [Tineke|person], zei mijn man dan, je kunt niet de hele wereld redden, en dan zei ik, nee, maar wel deze trap.
Onze imam, [Abdelkader El Yaakoubi|person], die kwam bemiddelen.
De pastoor, pater [Lambertus|person], die fietste de hele parochie door.
Mijn moeder kwam uit [Nickerie|place], mijn vader van de [Commewijne|place].
Mijn zus [Urmila|person] zei nog, ga nou niet naar [Zoetermeer|place], daar ken je geen mens, maar ja, daar was een huis met een tuin.
Het mooie was dat we toen allemaal niks hadden, dus niemand hoefde zich te schamen.
Sorry hoor, ik word een beetje emotioneel.
Onder [Willem Drees|neutral] kreeg mijn opa zijn eerste pensioen.
Met mijn [iPhone|neutral] kan ik mijn zus in het buitenland zien.
Van het [UWV|neutral] kreeg ik een brief die ik niet snapte.
Ik drink een [Heineken|neutral] en dan ga ik naar bed.
Als [Chantal|person] niet had gebeld, was ik er niet meer geweest.
Ons [Marietje|person], die kon leren, maar ze mocht niet.
De [Van Dijkjes|person] van hiernaast hebben een hond die de hele nacht jankt.
Ja, dat zei [Van der Heijden|person] ook altijd, die van de administratie.
Storm op zee, dat was het enige waar mijn moeder bang voor was.
Een vrouw alleen met vier kinderen, dat was toen een schande.
De hele [Vogelbuurt|place] stond onder water.
Ik zal je vertellen, [Barend|person] en ik waren de laatste twee van de hele [Polderlaan|place], en toen ging het gas eraf.
Mijn nummer is [06-48213077|phone], maar bel niet voor tienen.
Bel mij op [010 - 485 66 21|phone], of spreek de voicemail in.
In de oorlog at mijn moeder bloembollen.
Mijn oudste heeft een diploma, mijn jongste is nog zoekende.
Ja, bij [Bloemenhuis Rozemarijn|organisation], daar heb ik zestien jaar gestaan.
Bij [Buurthuis De Brink|organisation] kun je op woensdag voor drie euro eten.
Die brief was van mr. [A.C. Roelofsen|person], de curator.
Mijn man [Radjesh|person], God hebbe zijn ziel, die wilde hier nooit weg.
Toen belde [Yıldız|person] van boven aan of ik nog suiker had.
Ik weet nog dat [Souad|person] tegen me zei: 'Je moet niet met de directeur praten, je moet met [Hetty|person] van de receptie praten,' en ze had gelijk.
Ik spreek Turks met mijn ouders en Nederlands met mijn kinderen.
Wil je dat ik bij het begin begin?
Ik ben lid van [Volkstuinvereniging Ons Genoegen|organisation], tuin veertig.
Nee, dat was niet [Marco|person], dat was zijn neef, [Marcel|person], met die krullen, die bij [Boksschool Van Klaveren|organisation] trainde.
Ik voetbalde bij [SV Oranje Wit|organisation], in het derde.
Van de week sprak ik [Ineke|person] nog, die zit nu in [De Leeuwenhoek|organisation], dat verpleeghuis, en ze herkende me niet meer.
Beer of knuffelkonijn, zonder knuffel ging ze niet naar bed.
De huur ging van vierhonderd naar zeshonderdtwintig.
Postcode [3083 KL|postcode], daar krijg je geen verzekering meer voor, zei die man.
Kom maar langs op [Haringvliet 88|address], [3011 TP|postcode], bovenste bel.
Voor mij is thuis waar mijn bed staat.
Ik was schoonmaker, toen voorman, toen rug kapot, en toen zeiden ze dat ik wel receptionist kon worden.
[Ria van 't Hof|person] deed de bar en haar man stond aan de deur.
Ze heet eigenlijk [Wilhelmina|person], maar ze is altijd [Mien|person] gebleven.
Tijdens de ramadan ruik je het hele trappenhuis door eten.
Visser worden, dat wilde ik vroeger, maar het werd de haven.
Stuur het maar naar [info@speeltuindekievit.nl|email], dan komt het bij mij.
Mail het naar [wijkraad.oudzuid@outlook.com|email] en zet [Fred|person] in de cc.
Ik heb [Mieke Vandenbroucke|person] nog gekend toen ze hier stage liep.
[Van Vliet|person] had de sleutel, en als [Van Vliet|person] er niet was, stond je buiten.
Op de [Openbare Basisschool De Wielewaal|organisation] waren wij de enige Turkse kinderen.
Bij [Wijkcentrum 't Klooster|organisation] kun je je laten helpen met [DigiD|neutral].
Wij moesten naar de zondagsschool, of je wilde of niet.
Kerst vier ik alleen, en dat vind ik prima.
Eigenlijk heb ik pas Nederlands geleerd van de televisie, van de kinderprogramma's, samen met mijn dochter.
Wil ik dat nog wel, dacht ik toen.
Die dominee, hoe heet ie, [Van Ruler-Smit|person], een vrouw hè, die preekte goed.
Ze kwam uit [Al Hoceima|place] en sprak geen woord Nederlands.
Faam en fortuin, daar ging het hem om, en niet om ons.
Toen zei de rechter dat ik gelijk had, maar het huis was al weg.
De afspraak staat op naam van [Jolanda Kersten|person], geboren [21 november 1962|birth], maar dat ben ik dus niet.
Ze vroegen om mijn geboortedatum, [07-02-1971|birth], en daarna hing ze op.
Toen ik hier kwam, in november, had ik nog nooit sneeuw gezien, en ik dacht dat het as was, dat er ergens brand was.
Je moest bij de ploegbaas zijn, en die was er nooit.
Je had [Lange Jan|person] en je had [Dikke Jan|person], en die konden elkaar niet luchten.
Oma [Jopie|person] zei altijd: wie goed doet, goed ontmoet.
Ik was negentien toen ik trouwde, negentien.
Jan en alleman bemoeide zich ermee.
Ja, ja, ja, zo ging dat.
Eerlijk gezegd heb ik nooit iets van die wijkagent gemerkt.
Ik ben katholiek opgevoed, maar daar is weinig van over.
Kok, kelner, afwasser, ik heb het allemaal gedaan.
Mevrouw, zei hij, u moet een nummertje trekken.
Goudse kaas en Brusselse lof, daar kun je me voor wakker maken.
Ik ben op mijn veertiende bij [Confectieatelier Van Santen|organisation] begonnen, knopen aanzetten, zes dagen in de week.
Bij de [Al-Ikhlasmoskee|organisation] delen ze met ramadan soep uit aan iedereen.
Zwart, wit, bruin, het maakte ons als kinderen niks uit.
Iris, tulp, narcis, ik ken ze allemaal uit de tuin van mijn opa.
De dominee en de pastoor dronken samen jenever.
Moeders van school hebben toen zelf een zebrapad geverfd.
Hij werkte bij de [NS|neutral], veertig jaar op het spoor.
[Anne Frank|neutral] had bij wijze van spreken bij ons om de hoek kunnen wonen.
Alles staat op [https://www.bewonersbelangmeerzicht.nl/archief|url], ook de notulen van die avond.
Wij zaten met vier gezinnen aan de [Gerrit van der Veenlaan 203b|address].
De huisarts, dr. [S. Kalloe|person], heeft een briefje geschreven.
Zo kwam ik bij [Kwaku Mensah|person] terecht, die had een belwinkel.
Molenaar, timmerman, loodgieter, alles zat in één straat.
Op zaterdag poetsten wij de stoep, allemaal tegelijk.
De thuiszorg komt twee keer in de week, telkens iemand anders.
Een Poolse loodgieter, een Syrische kapper, een Friese huisarts, en samen zitten ze in het bestuur van de speeltuin.
Wat ik heel jammer vind, is dat de burgemeester wel bij de opening staat en niet bij de sluiting.
Niemand vroeg mij wat, ze kwamen gewoon meten.
[P.J. van Oosterhout|person] stond er op de brief, en geen telefoonnummer.
Zijn zus [Boukje|person] is met een Molukker getrouwd.
Ja, meneer [Ter Horst|person], mijn oude baas, die belde me nog op.
Volgens mij heet ze [Nurcan Demirtaş|person], met zo'n s met een staartje.
Kijk, het is niet dat ik iets tegen die nieuwe mensen heb, maar ze komen om acht uur thuis en dan gaat de deur dicht.
Hoeveel mensen er wonen, ik zou het niet weten, honderden.
Eerst woonden er Limburgers, toen Spanjaarden, en toen kwam de familie [Bouchtaoui|person] en daarna eigenlijk iedereen.
Die [Bakker|person] van nummer acht, nee, geen bakker, zo heet hij, die klaagt altijd.
Mijn collega [Xiomara|person] is van [Bonaire|place] en die mist de zee.
Ik ben opgegroeid in [Charlois|place], vlak achter de [Boulevard Zuid|place].
De directeur kwam persoonlijk zijn excuses aanbieden.
Ik kijk wel eens op [Facebook|neutral] wat er in de buurt te doen is.
Het Suikerfeest vieren we met de hele trap.
Grieks eten, Italiaans eten, je kunt het zo gek niet bedenken.
Prins of bedelaar, in de wachtkamer is iedereen gelijk.
De jonge mensen groeten niet meer.
Ze hebben alles opgeknapt behalve de kelders.
Nou ja, ze zeggen zoveel, die mensen van de woningbouw.
Nee, [Truus|person], zei ik nog, dat doe je niet meer op jouw leeftijd.
[Wil|person] kwam vroeger elke zaterdag met haar accordeon.
Ik kom niet meer op het [Afrikaanderplein|place] na acht uur.
[Sunil|person] en [Asha Bisessar|person] hebben een toko op de [Paul Krugerlaan|place].
Oma zei altijd dat je je deur niet op slot hoefde te doen.
Ik had last van mijn rug en toen mijn knie, en toen was het klaar met werken.
Op maandag ga ik naar de kaartclub en op donderdag is de dokter.
Roos was haar lievelingskleur, alles moest roze zijn.
Wij moesten allemaal naar [Esther|person] luisteren, want die was de oudste.
Mijn buurvrouw, mevrouw [Hoogeveen|person], die woont er al sinds zevenenzestig.
[Bas|person], [Joep|person], [Ilse|person] en die kleine van [Kuiper|person], die speelden altijd buiten.
Toen zat ik daar op het stadhuis, en die meneer achter het glas, [Verhoeven|person] stond er op zijn bordje, die keek niet eens op.
Dokter, zei ik, ik ben moe, gewoon moe.
Kuiper is een beroep dat niet meer bestaat, net als touwslager.
Het was in tweeduizendtwaalf, of dertien, daar wil ik af zijn.
Hoop doet leven, zeggen ze dan.
Naar [Leeuwarden|place] ga ik alleen nog voor begrafenissen.
[Tjitske|person] belde: of ik zaterdag kwam helpen met de verhuizing naar [Heerenveen|place].
Jan Modaal kan dat toch niet betalen.
Vos of wolf, mijn kleinkind houdt ze niet uit elkaar.
Mijn [Insta|neutral] is [@byronkookt|handle], daar zet ik de recepten op.
Mijn kleinzoon heeft een site gemaakt, [www.duivenverhalen-zuid.nl|url], moet je eens kijken.
Ik heb tweeëndertig jaar in de thuiszorg gewerkt, en ik heb meer mensen zien sterven dan de meeste dokters, dat mag je rustig opschrijven.
Een Hindoestaanse bruiloft duurt drie dagen, dat wil je niet weten.
Je moet [Anouk|person]'s broer hebben, die weet daar alles van.
[Iwona Zielińska|person] maakt schoon bij ons op kantoor, een schat van een mens.
Bij ons thuis werd nooit over geld gepraat.
De pastoor bepaalde hoeveel kinderen je kreeg, zo was het.
Het was mevrouw [De Jong-Pinas|person] die de petitie begon.
Vraag maar naar [Bep|person], die zit er altijd.
Eh ja, [Soraya|person], die ken ik via de [Turkse vrouwenvereniging Gül|organisation].
Toen ben ik bij [Ymere|organisation] ingeschreven, dertien jaar geleden.
[WhatsApp|neutral] heb ik, maar van die groepen word ik gek.
[Hans en Grietje|neutral], dat sprookje, dat las ik voor.
Professor was hij, maar hij kon geen ei bakken.
Nou, als je mij vraagt wat thuis is, dan zeg ik: de geur van gebakken uitjes in het trappenhuis.
Het kenteken was [SX-482-K|plate], dat heb ik opgeschreven.
Toen moest ik naar [Stationsplein 45|address], [3013 AK|postcode], kamer zoveel, en daar zat niemand.
Op vrijdag na het gebed stonden de mannen buiten te praten, en op zondag na de mis precies hetzelfde, alleen met sigaren.
Marokkanen, Polen, Surinamers, het woonde allemaal door elkaar.
[Visser|person] en [Mulder|person], dat waren de twee opzichters van de werf.
Bij de [Albert Heijn|neutral] kennen ze me bij naam.
De zoon van [Omar|person] is nu rechter, die van [Gerritsen|person] zit vast.
[Hope|person] is een Ghanese naam die je veel hoort, en zo heet mijn zusje dus.
Toen stond ineens [Ayaan|person] voor de deur met haar drie kinderen.
'Mevrouw [Wijdenbosch|person],' zei hij, 'u moet zelf bewijzen dat u ziek bent.'
Ze zeiden: mevrouw [Boateng|person], u staat niet in het systeem.
Toen ben ik naar [Sonja Bouwmeester|person] gestapt, van het wijkteam.
"""

DUTCH_SMALL = """
het was een grote groene vlakte en nu is het een parkeerplaats
ik ben niet gelovig maar ik ga wel naar de kerk
met die [whatsapp|neutral] groep weet iedereen alles
het [uwv|neutral] heeft me drie keer gekeurd
we zaten op de [tweede rosestraat 31|address] met die rotte kozijnen
ik kijk altijd op [www.wijkkrantcarnisse.nl|url] of er wat is
je gaat hier rechtdoor en dan bij de [mathenesserbrug|place] naar links en daar zat vroeger de fabriek van [van berkel|organisation]
bij [buurthuis de mussen|organisation] had je vroeger biljart
bloemen in de bak een bankje ervoor meer hoeft niet
de ramadan is voor mij de mooiste maand
wil ik dat dan wel weten denk ik dan
hij was kuiper van beroep bij de brouwerij
turkse pizza surinaamse broodjes alles heb je hier
je moet een beetje op mekaar letten vind ik
ze hebben er een potje van gemaakt met dat geld
mijn kinderen zeggen mam ga nou naar een flatje met een lift maar ik wil mijn tuin niet kwijt
ja nee dat klopt dat was vóór de verbouwing
ik ben begonnen als leerling kok en toen ben ik bakker geworden en uiteindelijk heb ik twintig jaar op de vrachtwagen gezeten
mail maar naar [tineke.bos@ziggo.nl|email] dan komt het goed
ja ik ben van [achttien mei negentienzesenvijftig|birth] dus
die jongen van [de boer|person] die heeft de ruit ingegooid
wij noemden hem [dikke leo|person] maar hij was zo mager als een lat
in de winter zette mijn moeder de oven open voor de warmte
mevrouw zei hij u bent te laat met uw bezwaar
bij [zorgcentrum het waterland|organisation] daar deed ik de nachten samen met [corry|person] en die kon slapen met haar ogen open
in [hoogvliet|place] stonk het altijd naar de raffinaderij
we zijn toen met de auto naar [tanger|place] gereden drie dagen met vier kinderen achterin en mijn zwager [driss|person] die reed voorop
ik heb eerst in [delft|place] gewoond en toen in [rijswijk|place] en toen ben ik gescheiden en toen kwam ik hier
toen ben ik naar [kwame|person] gegaan die heeft een busje
ja dus ik zeg tegen [yasmina|person] ik zeg je moet gewoon bellen en toen heeft ze gebeld en toen zeiden ze u staat niet ingeschreven
mijn eerste man [ruud|person] die dronk en mijn tweede man [errol|person] die bad dus ja wat is erger
mijn kleindochter [jaylinn|person] helpt me met de telefoon
[iris|person] was de eerste die hier kwam wonen na de renovatie
de wijkverpleegkundige [petra|person] die komt om acht uur
de gemeente zegt dit en de woningbouw zegt dat
nou en toen hebben ze dus op een donderdag alle bomen omgezaagd zonder een brief zonder iets en niemand was verantwoordelijk
ik heb het aan [roos|person] gevraagd en die wist het ook niet
toen kwam die [smit|person] van de woningbouw weer met een smoes
ze hebben me naar [spijkenisse|place] gestuurd voor een woning
het [zuidplein|place] is mij te druk geworden
met kerst zit ik bij mijn dochter en met oud en nieuw alleen
toen was ik zwanger en toen stond ik op straat
ik heb vier kinderen en negen kleinkinderen
als je als marokkaanse jongen solliciteert dan moet je gewoon drie keer zo veel brieven schrijven dat is geen mening dat is geteld
mijn man [stanley|person] is in tweeduizendnegen overleden
ik had les van meneer [karamat ali|person] wiskunde
[hassan|person] z'n broer heeft die garage overgenomen
dokter [van eijk|person] die zei het is tussen je oren
[jan willem|person] heb me nog geholpen met sjouwen
als je [redouan|person] ziet zeg dan dat zijn pakje bij mij ligt
we gingen met de bus naar [scheveningen|place] met z'n allen
bij het [leger des heils|neutral] en daar leerde ik [rinus|person] kennen
ik heb nog met ome [arie|person] op de werf gestaan
die rector [van lennep|person] wou geen meisjes op de technische kant
en [jorien|person] zegt die heeft er verstand van die zegt dat asbest zit er nog gewoon in
het was van die [kees van beek|person] dat busje
de huismeester is wegbezuinigd en toen begon het
het merk maakt mij niet uit als het maar werkt
op woensdag is de markt en dan kom je iedereen tegen
het was eind maart of begin april in ieder geval vlak voor pasen en toen stond het water tot hier
en die familie [nguyen|person] zat met elf man in de keuken
nou en die [hoekstra|person] van de bewonerscommissie die had een map zo dik en daar stond alles in van elke lekkage
kijk de jonge gezinnen trekken weg dat snap ik ook
ze kwamen om zeven uur s ochtends met de deurwaarder
[lotte|person] van het wijkteam zegt dat het goed komt
nou [annie|person] zeg ik jij hebt makkelijk praten
mijn nummer is [nul zes vijf een twee twee acht nul negen vier|phone] en dan vraag je naar mij
je kan me bellen op [0612984450|phone] na het eten
de koning kwam langs op de fiets bij wijze van spreken
de imam en de dominee hebben samen een boom geplant
mijn juf heette juffrouw [pronk|person] en die sloeg met een liniaal
we hadden [wiesje|person] en [toos|person] en [greet|person] en ik dat was het clubje
sorry ik moet even mijn pillen innemen
die trap ben ik zat ik kan het niet meer
ik heb bij [slagerij de haan|organisation] gewerkt als jongen
ik ben bij [vv de zwervers|organisation] vijfentwintig jaar keeper geweest
mijn oma kwam uit [coronie|place] en die sprak alleen sranan
we hebben nog in de [bijlmer|place] gewoond op de elfde
het is een goeie school hoor daar niet van
we hadden geen douche wij gingen naar het badhuis
tante [lien|person] had een kousenwinkel op de [nieuwe binnenweg|place]
en toen moest ik naar [den bosch|place] voor de rechtbank
ik praat berbers met mijn moeder en nederlands met mijn man
een mark was toen één gulden twaalf of zo
toen zei ik tegen [mark|person] nou dan doe je het zelf maar
toen kwam [van der plas|person] binnen de rector en die zei jongeman jij gaat naar de lts en zo is het gegaan
mijn postcode is [2526 hx|postcode] dat is de [schilderswijk|place] zeg maar
het adres is [putselaan 112|address] tweede etage
ik ben geboren in [vlissingen|place] maar ik weet er niks meer van
mijn schoonzus [savitri|person] maakt de lekkerste roti van [rotterdam|place]
het duurt en het duurt en je hoort niks
jan en alleman kon zo naar binnen lopen
[ewa|person] haar man zit in [polen|neutral] en zij hier
[quincy|person] is nu zelf vader dat had niemand gedacht
mijn vader kwam alleen en mijn moeder twee jaar later
de dokter zei u moet rust houden
ja toen kwam [fadoua|person] binnen met die pan harira en iedereen stil
mijn broertje heet [jeffrey|person] en mijn zusje heet [melissa|person] en ik ben de enige met een surinaamse naam zeg maar
[wil|person] heeft dat altijd georganiseerd die straatfeesten
meneer [bouzidi|person] van de moskee kent mijn vader goed
ze kon koken als de beste mijn moeder
het water kwam van de berg zei mijn vader altijd
een lange kerel met een zwarte jas stond voor de deur
die meester die zei tegen mij jij wordt later minister maar ik werd stratenmaker en dat is ook eerlijk werk
ik hoop dat mijn kinderen het beter krijgen
een vos heb ik gezien midden in de straat
vraag het aan [shirley|person] die heeft een sleutel
eh hoe heet ze [marjolein|person] die van de gemeente
de prins op het witte paard is nooit gekomen
mijn buurvrouw is mijn beste vriendin al dertig jaar
eh de [sint antoniuskerk|organisation] dat was onze kerk en daar heb ik ook mijn communie gedaan bij pastoor [beumer|person]
dat was bij [woonstad|organisation] die hebben mij echt laten zitten
die polen werken hard daar kan je niks van zeggen
ja weet je wat het is je wordt ouder en de mensen om je heen vallen weg en dan zit je daar met je vier stoelen
het was storm en de pannen vlogen van het dak
wij aten op zaterdag altijd bruine bonen met zoutvlees en op zondag kip en de rest van de week wat er was
in mei en juni is het hier op z'n mooist
een visser was het vroeger allemaal hier vissers
een paar honderd euro dat is alles wat ik overhoud
mijn man was metselaar en later kraanmachinist
en dan zat je daar met [farida|person] en [loes|person] en die andere kom hoe heet ze nou [gülsüm|person] en dan werd er gelachen
[agnieszka|person] van het uitzendbureau sprak gelukkig een beetje duits
ik ging altijd met [bram|person] naar het voetbal op zondag
mevrouw [van der laan|person] van de derde die houdt alles in de gaten
ik zat op de [comeniusmavo|organisation] en daar leerde je niks
wij kerkten in de [breepleinkerk|organisation] elke zondag twee keer
ik zit niet op [facebook|neutral] en dat bevalt me prima
bij de [lidl|neutral] is het goedkoper
dat kenteken was [gz 921 b|plate] heb ik doorgegeven
ik ben van [5 augustus 1949|birth] dus ik heb alles nog meegemaakt
"""
