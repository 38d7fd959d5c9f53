"""Two hundred invented lines of talk, a third of them without a name but full of traps; marked as in `name_lines`.

Written, with their marks, before any rule or list was read by who wrote them. Every other line (`in_view`) was read
when the rules were mended after the first score; the rest (`put_away`) was scored only.
"""

DUTCH = """
Nou, [Sjoukje|person] en ik waren de eersten in de [Klaproosstraat|place].
Toen heeft [Mehmet Yalçınkaya|person], of nee, [Ahmet|person] was het, die muur geverfd.
In mei en juni is het hier altijd druk, dan komen de Duitsers.
Op vrijdag liep ik mee naar de [Al Hikma-moskee|organisation] in [Overvecht|place].
[Wietske Hoogland-Tuinstra|person] deed de kas, en [Fokke|person] de notulen.
Mijn Marokkaanse buurvrouw sprak beter Nederlands dan die Friezen.
Ja, eh, mijn moeder heette [Soerjkoemarie Ramcharan|person], dat kon niemand spellen.
Je kan me bellen op [06-81 42 93 07|phone], liefst na zessen.
De Kamer heeft daar nog over gestemd, geloof ik.
We kwamen uit [Nador|place], en toen eerst naar [Roosendaal|place], in een pension.
[Grzegorz|person], die Poolse jongen van beneden, die heeft alles gemaakt, en zijn vrouw [Beata|person] ook.
Roos had ik, van die goedkope shampoo.
Vraag maar aan meneer [Ter Braake|person], die heeft de sleutel.
[Fatiha|person]'s zoontje zat bij de mijne in de klas, op [De Regenboog|organisation].
Wil je nog koffie, of hoef je niet meer?
En daar had je [Dikke Leo|person], van het café, en [Schele Toon|person], die kent iedereen.
Ik stond ingeschreven bij [Woonstichting Lindenhof|organisation], al elf jaar.
Met Pasen en Kerst kwam de hele familie bij elkaar, ook de Belgische kant.
[Mariekje|person] noemden we haar, maar ze heet gewoon [Marieke van Dongen|person].
Zij woont nou in [Sint-Niklaas|place], vlak bij haar broer [Wouter Vercauteren|person].
Een pot Calvé en een pak hagelslag, daar deden we een week mee.
Mijn mail is [riet.kuiper48@postvak.example|email], met twee puntjes... nee, één puntje.
Bij de [Oranjekerk|organisation] was elke woensdag eten, daar kookte [Ans|person].
Gaan we nou echt verhuizen, dacht ik, of is het weer een praatje?
[Youssef El Khattabi|person], [Samira|person], [Dounia|person] en die kleine, hoe heet ie, [Bilal|person].
De [Van Speykstraat|place] was vroeger sjiek, nou niet meer.
Merels zaten er, en mussen, elke ochtend een heel concert.
Dat was [Jelles|person] fiets, niet die van [Douwe|person].
Ik ben geboren op [14 augustus 1951|birth], in [Harlingen|place].
Visser was mijn opa, op een botter, tot ze de boel afsloten.
Dokter [Chandrika Mahabier|person] zei: u moet meer lopen.
[Truusje|person] van drie hoog, die had een papegaai, en [Truus|person] zelf is daar nooit over begonnen.
Op Zondag was alles dicht, geen kip op straat.
Nee, niet [Gerrit|person], [Geurt|person]! [Geurt van Ginkel|person], van de melkboer.
Het kenteken weet ik nog, [TX-38-LB|plate], een groene.
Corona, ja, toen zat je daar met z'n tweeën op een flatje.
De huisarts zat op de [Burgemeester Roëllstraat 112|address], boven de bakker.
Hindoestaanse muziek hoorde je daar, bij [Radjesh|person] thuis, de hele zaterdag.
Ik sprak geen Turks en zij geen Nederlands, dus ja, Engels dan maar.
Mijn dochter [Eefje|person] zit op de [Thorbecke Scholengemeenschap|organisation] in [Zwolle|place].
We moesten het overmaken naar [NL66 RABO 0317 5290 46|iban], op naam van [T. Oosterhof|person].
God, dat weet ik echt niet meer, hoor.
Die [Kowalczyk|person] van de bouw, [Piotr Kowalczyk|person], die heeft mij nog geholpen.
Tante [Jannigje|person] kwam uit [Urk|place] en die kwam nooit ergens anders.
Bakker, slager, groenteboer, alles zat hier om de hoek.
Van [Lombok|place] naar [Kanaleneiland|place], dat was toch een hele stap.
Mevrouw [Van der Zwaag-de Haan|person] schreef brieven naar de krant.
De WMO, de AOW, de bijstand, overal heb je formulieren voor.
Volgens [Özlem|person] was het de schuld van [Wijkraad Noordwest|organisation].
[Humphrey Slengard|person] en zijn zus [Muriël|person] kwamen in vijfenzeventig uit [Paramaribo|place].
Ramadan vond ik altijd het gezelligst, ook voor de Hollanders.
Zoek maar op [@bakfietsmoeder_west|handle], daar zet ik alles op.
En wie was er niet? [Kees|person]. [Kees Verschoor|person] was er nooit als er gewerkt moest worden.
Jezus, wat een herrie was dat, drie jaar heien.
[Mohammed|person] heet er bij ons elke tweede, dus we zeggen [Mo|person] van de hoek.
Ze is van de [Kapelledijk|place] naar het [Oude Dorp|place] gegaan, achter de kerk.
Kok wilde ik nooit worden, altijd weekend en avonden.
Hij heeft gewerkt bij [Stork|organisation] in [Hengelo|place], net als mijn schoonvader.
Ik bedoel [Ilse|person], eh, [Ilse Dhondt|person], die uit [Kortrijk|place] kwam.
Berg op, berg af, en dat met een rollator.
Postcode is [3532 KV|postcode], dat is net over het spoor.
Dan ging ik naar [Aaltje|person] toe, en dan zei [Aaltje|person]: kom d'r in.
In de Tweede Wereldoorlog was mijn vader zeven.
[Nurcan|person] hield de sleutels, tot [Gürkan Demirel|person] het overnam.
De [Stichting Vrienden van het Bolwerk|organisation] heeft dat bankje betaald.
En toen zei hij: Waarom doen jullie dat dan niet zelf?
Moet je aan [Hennie Schoonderwoerd|person] vragen, of aan [Sjaak|person], die wonen hier het langst.
[Abdelhafid|person] kwam, en [Lahcen|person], en een hele rits neven.
Het Suikerfeest vieren we met de hele trap, iedereen neemt wat mee.
Ik heb nog gewerkt in [De Kruimel|organisation], dat buurthuis aan de [Singel|place].
Ik ben [Baukje|person], [Baukje Sikkema|person], bouwjaar zesenvijftig.
Oma zei het, en Opa ook, en Mama moest huilen.
Haar nummer was [030-2719 446|phone], dat ken ik nog uit mijn hoofd.
[De Wolf|person], die van de fietsenwinkel, dat was een schat.
Bos was het toen nog allemaal, en een paar koeien.
[Winston|person] z'n moeder en [Cynthia Landveld|person] zaten samen in het koor.
Er werd gezegd dat [Bouwfonds Meander|organisation] alles zou slopen.
'k Heb tegen de Polen niks, en tegen de Bulgaren ook niet.
Opa [Siem|person] noemde iedereen hem, maar het was gewoon [Simon Plukker|person].
Mijn man is van [3-11-1944|birth] en ik ben van het jaar erna.
Die Chinees op de hoek is nou een Griek.
[Jacqueline|person] had verkering met [Rinus de Rooij|person], en later met [Frans|person].
Vanaf de [Schildersbuurt|place] kon je zo naar [Scheveningen|place] fietsen.
Jan en alleman liep daar naar binnen, niemand die wat zei.
[Tjitske|person], [Wubbo|person] en [Harm-Jan|person] gingen elke zomer naar [Schiermonnikoog|place].
Wij zaten bij [Korfbalvereniging De Meeuwen|organisation], mijn zus en ik.
Mijn burgerservicenummer is [970264112|bsn], schrijf maar op.
Hij had Alzheimer en zij kanker, en dat in één jaar.
Ja, [Hafsa|person] wel, maar [Hafsa|person] haar zus niet, [Ikram|person].
Pastoor [Van Ewijk|person] heeft ons getrouwd, in de [Sint-Jozefkerk|organisation].
Lente, dan leeft het op. Herfst vind ik niks.
Zij is getrouwd met [Bartłomiej|person], dus nou heet ze [Kim Nowicka-Bos|person].
Vanuit [Antwerpen-Noord|place] zijn we naar [Deurne|place] getrokken, [Greet|person] en ik.
Ze reed in een Opel, later een Fiat, en toen niks meer.
Wie dat bedacht heeft? [Roelof|person]. Altijd [Roelof|person].
Ik zag [Lien|person] laatst nog, bij de [Action|neutral], met de kinderen.
Op WhatsApp en Facebook hoor je meer dan op straat.
De familie [Baldewsingh|person] woonde op nummer twaalf, de [Hoekstra's|person] op veertien.
[Ton van 't Hof|person] kwam klagen, die kwam altijd klagen.
Minister, wethouder, gemeente, ze beloven allemaal wat.
[Zeyneps|person] man werkt in [Eindhoven|place], bij [Philips|organisation].
De sleutel ligt bij [Coby|person], en anders bij de buren, [Nico|person] en [Lies|person].
's Maandags kwam de vuilnisman, 's woensdags de schillenboer.
[Anouar|person] is naar [Amersfoort|place], [Sanne|person] naar het buitenland.
Ik heb dat aan [Vluchtelingenwerk|organisation] gevraagd, aan ene [Judith Wijnbergen|person].
Hollandse nieuwe, kroketten, Berliner bollen, dat soort dingen.
Zijn site is [www.hetbolwerk.example|url] en anders mail je [info@hetbolwerk.example|email].
Bij [Hassan|person], die kapper in de [Kanaalstraat|place], daar zit iedereen.
Door die regen stond de kelder drie weken blank.
[Mevlana|organisation] heette die moskee, en de imam was Hoca [Ibrahim|person].
[Suus|person] en [Pleun|person] zaten bij mij, en [Daan|person] bij jou toch?
Het was 2014, nee 2015, toen de lift het 3 maanden niet deed.
Ik sprak toen met [Adriaan Ketelaar|person] jr., dat is de zoon van [Ketelaar|person] van de drukkerij.
Eerst [Veenhuizen|place], dat zegt je misschien niks, en toen pas [Assen|place].
Gemeente, provincie, Rijk, ze wijzen allemaal naar elkaar.
[Rachid Amhaouch|person] zat in de bewonerscommissie, samen met [Bep Uittenbogaard|person].
De rekening staat op [NL13TRIO0784120935|iban] en de postcode was [9712 HX|postcode].
Wit was het hele huis, wit met een groene deur.
Als [Ger|person] belt, op [06 5718 2240|phone], zeg dan dat ik er niet ben.
En Juf [Marleen|person], van de [Montessorischool Zuid|organisation], die weet er alles van.
"""

ENGLISH = """
Well, [Siobhan|person] and me, we moved into [Larkspur Road|place] the same week.
It was [Tunde Adebayo-Cole|person], no, sorry, his brother [Femi|person], who fixed the gate.
May was lovely that year, and June even better.
We came up from [Kingston|place] on the boat and lived in [Handsworth|place] at first.
You can get me on [07700 900482|phone], but not before ten.
Will they ever finish that road, do you think?
Mrs [Okonkwo|person] ran the Sunday school at [St Barnabas|organisation].
[Agnieszka|person]'s lad and our [Kieran|person] were thick as thieves.
The Poles were good neighbours, and the Lithuanians as well.
I went to [Thornhill Comprehensive|organisation], in [Rotherham|place], for my sins.
[Priya|person], [Deepak|person] and little [Anjali|person] lived above the shop.
Mark my words, I said, they'll have that library shut by Christmas.
My email's [brenda.hartnell@mailbox.example|email], all one word, no capitals.
I was born on the [9th of March 1949|birth] at the [Royal Infirmary|organisation?].
Marmite on toast, that's what we lived on, that and tea.
Ask [Big Dave|person] down the [Hare and Hounds|organisation], he knows everybody.
We worshipped at the [Makki Masjid|organisation] until they built the new one in [Bordesley|place].
Parliament talked about it and the Council talked about it and nothing got done.
[Gwenllian Prosser|person] taught me Welsh, and Mr [Tudor|person] taught me maths.
She was a [Fitzgibbon|person] before she married, now she's [Maeve Doyle-Hurst|person].
Rose early, my dad, rose at five every day of his life.
The number plate was [KV57 RTO|plate], I'll never forget it.
Then [Winsome|person] said, and [Delroy|person] agreed with her for once, that we should strike.
Covid finished it off, to be honest with you.
I had a word with Councillor [Mahmood|person] and with [Jean Satterthwaite|person] from the paper.
Our postcode was [M14 7QT|postcode], and the one next door was different.
Faith, that's what got us through, faith and a bit of hope.
[Zbigniew|person], we called him [Ziggy|person], he drove the minibus.
They knocked down [Paxton House|place] and [Gladstone Court|place] in the same year.
Bill came to forty quid, for a plumber who stayed ten minutes.
I follow her, she's [@mumof4_in_leith|handle], she's ever so funny.
[O'Rourke|person], the landlord, never set foot in the place.
Grace was said before every meal, my gran saw to that.
[Haroon|person] and [Shabnam|person] got the flat opposite, and Old Mrs [Pike|person] moved out.
You'd get the bus to [Wythenshawe|place] and walk from there.
Monday was wash day, Tuesday ironing, and Wednesday you'd bake.
[Neighbours Together|organisation] gave us the tent, and [Lloyds|organisation] gave us fifty pounds.
My dad, [Cyril|person], and his mate [Wilf Entwistle|person] worked at [Dobson's|organisation].
Spanish I can manage, French not so much.
Pastor [Emmanuel|person] came round, and so did Sister [Bernadette|person].
Her number's [0161 496 0373|phone], or it used to be.
Art was all I was good at, art and a bit of football.
[Nkechi|person] lives in [Peckham|place] now, doesn't she, and [Chidi|person]'s in [Leeds|place].
Was it [Carol|person]? No. [Carole-Ann|person], it was [Carole-Ann|person].
He drove a Ford, then a Vauxhall, then he lost his licence.
There's a charity, [Hand in Hand Trust|organisation], they do lunches on [Cobden Street|place].
Dr [Venkataraman|person] retired and then we'd nobody.
God knows how we managed with five of us in two rooms.
I said to [Lorraine|person], I said, [Lorraine|person], you can't live like this.
The [Akhtars|person] had the corner shop, lovely people.
Hope you don't mind me saying, but it were a dump.
You want to write to [42 Jessamine Avenue|address], care of Mrs [Flaherty|person].
[Tomasz|person]'s wife, [Ola|person], cleans at the [Holy Trinity Primary|organisation].
The Queen's Jubilee, we had tables all down the street.
My National Insurance is [JK 41 70 52 B|bsn], I know it by heart.
Went to [Skegness|place] every August with Auntie [Vi|person] and Uncle [Perce|person].
Christmas and Eid, we did the both, and Diwali as well.
[Ffion|person] was chair, [Gethin|person] did the money, and I made the tea.
I'm [Dot|person], by the way, [Dorothy Cleasby|person] on paper.
Down the chippy on a Friday, cod and chips and a Vimto.
We all signed it, [Leroy Pinnock|person], [Hyacinth|person], [Mary-Jo|person], the lot.
It's on the website, [www.lark-residents.example|url], or you ring [Nasreen|person].
Irish, Jamaican, Bengali, we had all sorts on that landing.
The account was [GB29 NWBK 6016 1331 9268 19|iban], in the name of [P. J. Gallimore|person].
[Ravi|person] and I grew up on the [Broadwater|place] estate.
June came round again and still no lift.
[Bronagh|person], she's from [Derry|place], she's got a mouth on her.
[Kwame Boakye-Mensah|person] from the allotments gave me those seeds.
The NHS, the DWP, the Home Office, you're forever on the phone.
Our [Trace|person] married [Gaz|person], and they went to live in [Corby|place].
Miss [Pettigrew|person] at [Elm Grove Infants|organisation], she was lovely.
Drew the curtains, locked the door, and that was that.
Mum and Dad didn't want it, but Nan did.
I got a letter from [Yorkshire Housing|organisation], signed by a Mr [T. Ogden|person].
[Jaswinder|person] drove us to [Gatwick|place], and [Balbir|person] paid.
Frank about it he was, very frank, and I liked that.
It was the [Ahmeds|person] first, and then a family called [Nowak|person].
You'd see [Ted|person] and [Elsie|person] on the bench outside the [Co-op|neutral].
Penny for your thoughts, he'd say, every single time.
Her dad was [Stan Wojcik|person], from the [Polish Club|organisation].
"""
