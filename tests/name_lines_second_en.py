"""Invented lines of talk by a second writer who saw no rule and no list, as they are said and in small letters as
automatic transcripts have them; marked as in `name_lines`. Every other line (`in_view`) was read when the rules were
mended after the first score; the rest (`put_away`) was scored then and when the mending was done, and not read before.
"""

ENGLISH = """
Rich people don't wait at bus stops.
You couldn't get a mortgage as a woman on your own.
Brown, white, black, we all queued for the same tap.
Well, the vicar wasn't having it.
Cheddar and pickle, every day for thirty years.
Mum always said you leave the table hungry, you can cook for yourself.
Ruby wedding we had, forty years, in the church hall.
Bakers, butchers, fishmongers, we had the lot.
Green space, that's what we're short of.
Tom, Dick and Harry could walk in off the street.
Art was the only lesson I liked.
We had one bathroom between nine of us.
May I ask, is this being recorded, because I don't want it coming back on me?
Thank God for the library.
I used to box at [Collyhurst Lads Club|organisation], three nights a week.
No, that wasn't [Darren|person], that was his cousin, [Darryl|person], him with the curly hair who trained at [Gilmour's Gym|organisation].
Peace and quiet, that's all I'm after.
Ladies first, he used to say, and then he'd push in.
Ask for [Jean|person] at the desk, tell her [Margaret|person] sent you.
Uncle [Desmond|person] drove the forty-two bus.
We lived on [South Halsted|place], over a shoe store.
My sister [Chandrika|person] said don't you go moving to [Milton Keynes|place], you don't know a soul, but there was a house with a garden.
Oh, [Young|person] was the caretaker, and he was about eighty.
Reverend [Blackwood|person] said the service in Patois, half of it.
Judge said I could keep the children.
Mark my words, they'll sell it off.
Will you have a cup of tea first?
My eldest is a nurse and my youngest is still finding his feet.
Nobody asked us, they just came with the diggers.
The council don't care, they never have.
She's a Muslim, I'm a Catholic, we get on like a house on fire.
The mayor came once and never got out of the car.
My brother [Winston|person] went back to [Bridgetown|place] in the end.
My grandfather walked from [Clarksdale|place] to [Memphis|place], or that's how he told it, and he never went back.
Sergeant [Mulholland|person] came to the door with his hat off.
[Pawel Nowicki|person] and his wife have the bakery now.
She's at [Beechwood Lodge|organisation] now, the care home.
She goes to [Our Lady of Sorrows|organisation], I'm more of a Christmas Catholic.
We never locked our doors, never.
Pat on the back, that's all we got after thirty years.
Email it to [oldtown.residents@outlook.com|email] and copy [Fred|person] in.
I emailed [tenants@brackenhousing.example.org|email] four times.
I speak Bengali at home and English outside.
I'm not being funny but it's gone downhill.
They sent it to [Flat 3, 88 Garrick Road|address], which isn't even me.
They put us in [14 Larkspur Close|address], ground floor.
Call the office, [(313) 555-0147|phone], and ask for extension nine.
My phone is [0161 496 0733|phone], it's the landline.
They call him [Smiley|person], I don't know his real name.
If it wasn't for [Gurpreet|person], I'd have lost the flat.
You ask [Bill|person], he's been here longer than the trees.
Councillor [Fitzsimmons|person] promised us a crossing.
Eid was brilliant, there'd be food on every landing.
Earl Grey I can't stand, give me builder's tea.
When I came, in November, I'd never seen snow, and I thought it was ash, I thought there was a fire somewhere.
One officer says you're entitled, the next one says you're not, and you're stood there with the bill.
Our [Kyle|person] got moved to a special school out in [Bury|place].
We moved to [Moss Side|place] in about seventy-nine.
Honest to God, [Teresa|person], I nearly died laughing.
[Van Houten|person] was the super in that building, a Dutch guy.
They gave us [Martin Luther King|neutral] to read at school.
I got my first [Nokia|neutral] in ninety-eight.
When the twins came, [Orla|person] and [Niamh|person], we had nothing.
I went to see [Linda Ashworth|person] at the [Citizens Advice|neutral].
Miss [Adeyemi|person], she was the only teacher who got me.
Auntie [Comfort|person] would braid hair in the kitchen till midnight.
We had [Elvis|neutral] on the record player all day long.
Christian or not, you got a plate of food, and nobody asked you to sing for it.
Honestly, the school was good to us.
Fridays after prayers the men would stand about outside talking, and Sundays after Mass the same, only with cigarettes.
That car, [YD17 OPL|plate], has not moved since Easter.
That moped, [BX19 RTE|plate], is always parked across the ramp.
Sister [Bernadette|person] taught us to knit, left-handed as well.
The principal, Dr. [Whitfield|person], knew every kid by name.
Robin on the fence every morning, tame as you like.
On Mondays I do the food bank and on Fridays I rest.
Saturday was wash day, Sunday was church, and Monday the whole circus started over.
Long story short, we lost the house.
[J. P. Gallagher|person], that was the name on the letter.
The [Hendersons|person]? You mean the [Hendersons|person] at the end house?
Gene therapy, they offered her, but it was too late.
Cook, cleaner, carer, I've done all of them.
Sandy soil it was, nothing would grow.
My grandad was a smith, shoed horses for the brewery.
Ginger and garlic, that's the secret.
My father used to say, 'Work hard, keep your mouth shut and save,' and I did all three, and what have I got?
I was born on [11/02/1968|birth], they got it wrong on the form.
It's [p.mcallister@hotmail.co.uk|email], all small letters.
Bishop came to bless the new hall.
Basil and mint I grow in pots on the balcony.
My nan had a picture of [Winston Churchill|neutral] over the fireplace.
The [NHS|neutral] saved my life twice.
Sir, he called me, nobody calls me sir.
Miles and miles we walked to that school.
Father [Declan|person] married us and buried my mother.
I said hello to [Yusuf Warsame|person] and he pretended not to know me.
My son's on there as [@rico_from_the_block|handle], he's got all the pictures of the demolition.
There's a website, [www.friendsofdockenpark.org|url], with all the old photos.
He lives in [Hackney|place] but he tells people it's [Islington|place].
So we got the boat from [Rosslare|place], the three of us, and my uncle [Fergal|person] was meant to meet us and of course he was in the pub.
[Siobhan|person] said to me, she said, you want to get that looked at.
[Wee Jimmy|person] was six foot four, that was the joke.
[Hamish|person] reckons it was better before, but he would.
We were told to ask for a Mr [Price|person] at the town hall.
I did thirty-two years in home care, and I've seen more people die than most doctors have, you can write that down.
If you're asking me what home is, I'd say the smell of onions frying on the stairs.
Doctor [Banerjee|person] retired and that was that.
'[Nesta|person],' she says, 'tell me about the ship.'
I met [Tran|person] at the night class, and we've been friends since.
Now I've nothing against [Pilkington|person], he's a decent enough fella, but if you say you'll fix a lift then you fix the lift.
They asked me for [07/02/1971|birth], which is my birthday, and then she hung up on me.
The appointment was for a [Yolanda Kerrigan|person], born [21 November 1962|birth], and that's not me at all.
Mrs [Oyelaran|person] from downstairs used to mind the kids.
I've known [Trish Abernathy|person] since we were in nappies.
Young people haven't got anywhere to go.
The headteacher rang me at work.
Well, Mr [Singh|person]'s shop was the only one open on Christmas Day.
He said, 'Look, Mrs [Khatun|person], we've lost your file.'
The plate was [KN62 VHX|plate], I wrote it on my hand.
He was born [4th of June 1951|birth], in the back bedroom.
Then [Tyrone|person]'s mum came round shouting the odds.
I don't do [Facebook|neutral], it's all arguing.
It's [SE15 4RW|postcode], and it's all coffee shops now.
So I had to go to [45 Cathedral Row|address], [B4 6NN|postcode], room something or other, and there was nobody in it.
[Rose|person] across the landing never opens her curtains.
I says to [Big Tam|person], I says, that's not your fence.
I was at [St Aidan's Primary|organisation] till I was nine.
I slept at [Providence Row Shelter|organisation] for three weeks.
And then you had [Cockle Kate|person], she sold shellfish out of a pram, and her husband, [One-Arm Stan|person], pretended he'd never met her.
The only one who visited was [Khadija|person], with soup.
I told Dr. [Patel-Hughes|person] I wasn't taking any more tablets.
It was [Leroy|person], no, it was [Delroy|person] who had the sound system.
With the kids we'd go out to [Heaton Park|place], sandwiches, a flask, didn't cost you a penny.
They wouldn't rent to us in [Handsworth|place], not back then.
Summer nights we'd sit on the steps till late.
Taylor with a y or tailor with an i, I make trousers, that's the thing.
Up the [Falls|place] you'd not see a policeman on foot.
[Ravi Persaud|person] and his brother came from [Georgetown|place].
Me nan lived in [Toxteth|place] all her life.
My cousin in [Sylhet|place] thinks we're millionaires.
Dawn was the best part of the shift.
He'd come home and not say a word.
Two of my uncles went down the pit and neither came up well.
Max you could get was two hundred pounds.
[Northgate Homes|organisation] took over from the council, and it got worse.
The [Thornaby Road Community Centre|organisation] did dinners for pensioners.
I've been a member of [Ebenezer Methodist Church|organisation] for forty years.
Ms. [Delgado|person] over at [PS 214|organisation], she'd keep them till six if you were stuck on a double shift.
It's [2147 Maplewood Avenue|address], with the blue door.
Our postcode's [M14 7QT|postcode] and nobody will deliver.
[Universal Credit|neutral] was a nightmare, five weeks with nothing.
I worked at [Tesco|neutral] on the tills for a bit.
The money was meant to go to [GB60 BARC 2000 0055 7799 11|iban] and it never did.
My account's [GB29 NWBK 6016 1331 9268 19|iban], you can check it.
[Little Italy|place] they called it, and there were six Italians.
We came through [Ellis Street|place] and everything was boarded up.
It's all up on [https://www.saveoakmereflats.org/archive|url], the minutes and everything.
I put it all on [savemarlowgardens.org.uk|url] so people can read it.
Thanksgiving we'd have thirty people in a two-bed.
It's a good area, it's a friendly area.
My grandson is [@lil_marcus_214|handle], whatever that is.
I go by [@mizz_tanya_cooks|handle] on there.
Irish, Jamaican, Polish, it didn't matter in our street.
Hope is what kills you, somebody told me once.
We had a proper system going, [Beverley|person] minded the babies, I cooked, and [Zaynab|person] did the forms because her English was best.
Yeah, [Jonno|person] and [Baz|person], they were a right pair.
God willing I'll see my grandchildren grow up.
Chase them up, they told me, so I chased them up.
He says to me, Miss [Ogunleye|person], he says, we'll look into that for you, and that was back in March.
The school rings up: [Kwame|person]'s not in today, and I say what do you mean not in, I dropped him off myself.
I played bingo with [Dot|person] and [Vi|person] every Thursday.
My landlord, [Costas Georgiou|person], was fair, I'll give him that.
[Nguyen Thi Lan|person] did everyone's nails on the estate.
Her name was [Philomena O'Dowd|person] but we called her [Phil|person].
We got help from [Sandbrook Food Pantry|organisation], no questions asked.
I saw [Doreen|person] only last week, she's in [Ashgrove Court|organisation] now, and she didn't know me from Adam.
Jack the lad, he thought he was, my brother.
Christmas is for the kids, isn't it.
I've been called all sorts, and in Welsh as well.
The beauty of it was that nobody had anything, so nobody had to feel ashamed.
The only one who stood by me was [Gaz|person], who'd been on the dole himself, and then later [Murtaza Qureshi|person] from the mosque committee.
My key worker's [Olu|person], short for something longer.
The housing officer, [Kevin Threlfall|person], never once called back.
So I'm like, [Destiny|person], you need to call your caseworker.
I suppose I was the first woman on the site.
Faith keeps me going, I'd say.
Fish and chips on a Friday, regardless.
Carpenter, joiner, same thing really.
There was this social worker, [Ngozi|person], she fought for me.
I remember [Samina|person] saying to me, 'Don't talk to the manager, talk to [Brenda|person] on reception,' and she was dead right.
It started with the bus getting cut, and then the supermarket went, and before you know it you're living on an island.
Doctor, I said, I can't sleep.
I'll tell you now, me and [Lionel|person] were the last two on the whole of [Tolbooth Wynd|place], and then they cut the gas off.
They've knocked down [Hulme Crescents|place], and good riddance.
A Polish plumber, a Syrian barber and a Scottish doctor, and between them they run the playground.
Halloween they'd egg your windows.
Price of everything's gone up, hasn't it.
Look, it's not that I've anything against the new people, but they come in at eight and the door shuts behind them.
You can ring me on [07700 900461|phone], any time after six.
Put this down: [020 7946 0418|phone], that's the landline, or else the mobile, [+44 7700 900 752|phone].
[Shabnam|person], [Tasnim|person] and little [Rafi|person] were all in the one bed.
After [Frank|person] passed I didn't cook for a year.
Rob a bank, you'd get less time.
Sue them, my son said, but who's got the money.
Drew the curtains and sat there in the dark.
I was in the army, then on the buses, then nothing.
The social worker kept changing, that was the problem.
March was the worst month for the damp.
[Hollis Park Tenants' Association|organisation], that's us, there's eleven members.
The [Al-Furqan Mosque|organisation] opened its doors during the floods.
I was a cleaner, then a foreman, then my back went, and they told me I'd make a lovely receptionist.
Mister, can we have our ball back, that was all you heard.
And then [Hussain|person] goes, that's my brother you're talking about.
So I'm sat at the town hall and this man behind the glass, [Entwistle|person] it said on his badge, he doesn't even look up.
My mother-in-law, [Hyacinth Beckford|person], she ran a pardner, you know, everybody puts in and everybody gets a turn.
Mrs. [Kaczmarek-Doyle|person] still writes to me.
I started at [Lockwood & Sons|organisation] at fourteen, sewing on buttons, six days a week.
My gran came over from [Kingston|place] in fifty-six with one suitcase.
Rose early, worked late, that was my dad's life.
In May it's lovely, you can smell the hawthorn.
She had a stroke and then I gave up work to look after her.
Joy, that's what I felt when I got the key.
You take the bus to [Longsight|place] and get off by the library.
We all used to swim at [Victoria Baths|place] on a Friday.
I'd say it's the stairs more than anything.
Sundays we went to church twice.
It was about two thousand and four, five, something like that.
French was no use to anyone in our school.
The pub's gone, the post office has gone, the bank's gone.
Bill after bill after bill came through that door.
[Femi|person], my youngest, wants to be a vet.
First it was all Irish, then it was West Indian, and then the [Rahmans|person] came and after that it was everybody.
Guy comes up to me and asks for a light.
King of the castle, he thought he was.
When [Ayesha|person] got her results, the whole stairwell cheered.
'But [Eunice|person],' my husband would say, 'you can't save the whole world,' and I'd say no, but I can save this landing.
Mason by trade, my father, worked in stone.
Frank conversation, that's what was needed.
[Hope|person] is my sister-in-law, she runs the choir.
Old Mr [Baker|person], who wasn't a baker at all, kept pigeons.
You know what, I've never felt lonely here.
Penny for the guy, we used to do that.
The [Pemberton Estate|place] was meant to be the future, wasn't it.
Go down [Cheetham Hill Road|place] on a Saturday, you'll see.
Daisy chains and skipping ropes, that's what we had.
Fisher folk, we were, going back.
My mum's maiden name was [Featherstonehaugh|person], try spelling that.
Pastor [Emmanuel Owusu|person] lent me the deposit.
I worked for [Hargreaves Textiles|organisation] until it shut.
My old man drank in [The Weavers Arms|organisation] every night God sent.
I did my training in [Wolverhampton|place] and hated every minute.
Down in [Brixton|place] after the riots it all went quiet.
There were six of us in [Raby Street|place], and round the corner on [Princess Road|place] you had three butchers and a pawn shop.
There's a fella, [Vusi|person], he does bikes, he's done every bike on the [Barlow Moor Estate|place] for nothing.
That was [Mehmet|person]'s barbershop, before the fire.
Me and [Abdirahman|person] walked to school together every day.
Everyone's on [WhatsApp|neutral] now for the street.
They all order off [Amazon|neutral] now.
The lift's been broke since August.
It took them eight months to fix the boiler.
"""

ENGLISH_SMALL = """
yeah no that's right it was before they did it up
my neighbour's been my best friend thirty years
if you're a black lad applying for jobs you send three times the letters that's not an opinion somebody counted
in may and june it's lovely round here
the baker went first and then the butcher
to be frank i never liked it there
[hannah|person] off the early help team says it'll be fine
that boy of [baker|person]'s broke the window not mine
jerk chicken pierogi samosas you can get the lot
i speak punjabi with my mum and english with the kids
you'd have [fatuma|person] and [linda|person] and what's the other one called [gulsen|person] and you'd never stop laughing
[hope|person] was the first to move in after they did it up
[mohammed|person] on the corner carries my shopping up
and that [prentice|person] woman on the tenants committee she had a folder this thick with every leak since nineteen ninety
he rose at five every day of his life
i don't sleep well since i've been by myself
you go straight on and at [scotland road|place] you turn left and that's where the [tate|neutral] factory was
i grew up in [peckham|place] before all the wine bars
nights at [saint columba's hospice|organisation] was me and [kathleen|person] and she could sleep with her eyes open
i worked at [dobson's laundry|organisation] from fifteen
my uncle [tuan|person] came on a boat and ended up in [san jose|place]
they offered me a place in [barking|place] two buses away
we'd pat the horses on the way to school
the young families move out and i don't blame them
the reg was [lm09 zfd|plate] i reported it
i'm [5th august 1949|birth] so i saw the lot
saturday was always rice and peas and sunday was chicken and the rest of the week was whatever there was
they got rid of the caretaker and that's when it started
a fox came right up to the step bold as brass
it's a good school i'm not saying it isn't
that van belonged to [gary pickersgill|person]
old [papa joe|person] grew okra on the balcony
the address is [27 denmark grove|address] top bell
i look on [www.larkhillresidents.org|url] for what's on
we were in the [cabrini homes|place] till they tore it down
we drove down to [lahore|place] once all the way from here took us three weeks and my uncle [saeed|person] did most of the driving
my first husband [ray|person] drank and my second one [everton|person] prayed so you tell me which is worse
there was [dolly|person] and [queenie|person] and [ivy|person] and me that was the gang
my dad was a mason and then he drove a crane
wednesday is the lunch club and friday is bingo
sir he says you've missed the deadline
the council says one thing and housing says another
our church was [mount zion baptist|organisation] and reverend [tuttle|person] would preach till the chicken was cold
i went to [holy trinity|organisation] and the nuns were murder
i've four kids and nine grandkids
they made a right mess of that money
i'm not on [facebook|neutral] and i'm happier for it
the [whatsapp|neutral] group knows your business before you do
i was keeper for [ardwick rovers|organisation] for twelve seasons
the head at [forest gate comprehensive|organisation] said young man you're going in the trades and that was that
i couldn't tell you who the bobby is round here
i hope they do better than we did
my lad [connor|person] is on the bins now and loves it
my teacher was miss [pettigrew|person] and she'd throw chalk
i was expecting and i was out on the street
ramadan is the best month of the year for me
i'm called [oluwadamilola|person] but you'll not get anyone at work saying that so it's [dami|person]
[mary ellen|person] minded the twins for nothing
in [port talbot|place] you'd smell the works before you saw them
you'd get the train up to [paisley|place] of a saturday
[tyrese|person] is a dad himself now who'd have thought
[nasreen|person] and [parveen|person] run the playgroup between them
the [dwp|neutral] assessed me three times
it's cheaper in [aldi|neutral]
my number is [oh seven seven double oh nine hundred one six two|phone] and you ask for me
call me on [07700 900318|phone] i don't do texts
[ewelina|person]'s husband is still in [krakow|place]
my granny came from [montego bay|place] and never liked the cold
my kids keep on at me mum get a flat with a lift but i will not give up my garden
it's the price of heating that frightens me
at the [st pauls settlement|organisation] you could learn typing
we worship at [new wine tabernacle|organisation] it's in an old cinema
the [begums|person] upstairs painted the whole stairwell
right so i'm stood there with [lamar|person] and he goes who's that and it's only my old teacher mr [fothergill|person] in his slippers
i was in [salford|place] first then [eccles|place] then i got divorced and that's how i ended up here
they said there was work in [corby|place] so off we went to [corby|place]
mama [nguyen|person] gave us spring rolls through the fence from the week we moved to [garden grove|place]
then i had to go to [stafford|place] for the tribunal
at the shelter i met [earl|person] and we got talking
doctor [mukherjee|person] told me it was all in my head
the dean of the college gave me a hand out of nowhere
i can't do the stairs no more
i'm not religious but i like the singing
flowers in the window box and a bench that's all i want
the imam and the vicar planted a tree together
the march went right past our front door
my dad came first and my mum two years after
my favourite was art and then cooking
my mother was [agnes|person] and my dad was [hughie|person]
the lady at the desk mrs [quarshie|person] she found me a bed that same night
my granddaughter [kayleigh|person] does the phone for me
if you see [rashid|person] tell him i've got his parcel
i came out of [strangeways|organisation] and the only person waiting was my sister [dionne|person]
it was [riverside housing trust|organisation] that did the windows
[magda|person] from the agency was the only one with english
[hamza|person] took over the garage off his uncle
it's [g33 2ld|postcode] that's what did me for the insurance
we were at [61 tannery lane|address] with the rotten window frames
[fiona|person] went back up to [stornoway|place] for good
my sister in law [indira|person] makes the best dhal in [leicester|place]
it was the end of march or early april just before easter anyway and the water was up to here
a long thin man in a black coat stood at the door
he was a cooper by trade at the brewery
christmas i'm at my daughter's and new year i'm on my own
the polish lads are grafters i'll say that
you can't rob people of their homes and call it progress
i was born the [ninth of october nineteen forty eight|birth]
just email [jackie.lomax@mail.example.com|email] she does the bookings
the bill came and i just sat down on the stairs
they came at seven in the morning with the bailiffs
forty pound a week is all i've got left
the teacher told me i'd be prime minister and i lay tarmac which is honest work if you ask me
miss can i go to the toilet that's all we knew to say
so on a thursday they cut down every tree no letter no nothing and nobody would say who signed it
i started as a cook then i was a baker and in the end i did twenty years on the lorries
sorry love i need to take my tablets
i used to go the match with [terry|person] every other saturday
and [imogen|person] she knows about these things she says the asbestos is still in there
we had a flat in [thamesmead|place] on the ninth floor
i won't cycle down [stockwell road|place] you'd be mad
in winter my mum left the oven door open for heat
autumn is worst for the damp and my chest
mister [ali|person] taught us maths in a coat and scarf
then that [jenkins|person] from housing turned up with another excuse
so [shaniqua|person] comes over and she's like did you hear
my best friend [joy|person] and that is her actual name
you know what it is you get older and the people round you drop off and you're left with four chairs and nobody in them
it drags on and on and you hear nothing
now [eileen|person] i said it's easy for you to talk
my husband [clive|person] passed in two thousand and eleven
"""
