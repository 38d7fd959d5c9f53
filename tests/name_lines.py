"""Sixty invented lines of talk in which names and other identifiers are marked: `[Jan|person]`; titles are no names.

Written before the rules were. The rules were written with every other line in view (`in_view`); the rest (`put_away`)
were scored when they were finished.
"""

from __future__ import annotations

import re

DUTCH = """
Nee, dat was [Gijs|person] van de overkant, die had een bakfiets.
Wij zijn in [Enschede|place] begonnen en via [Deventer|place] hier terechtgekomen.
Mijn zwager [Cor Hoekstra|person] heeft het dak nog gedaan.
Dat komt door de huur, die is drie keer omhooggegaan.
[Yusuf|person]'s moeder stond elke vrijdag met baklava op de stoep.
Toen zei mevrouw [Terpstra|person]: zoek het zelf maar uit.
Bij [Stichting Het Blauwe Huis|organisation] kon je gratis koffie krijgen.
Weet je wie er ook was? [Annemieke de Graaf|person], van de bieb.
Ik heb [Van der Heijden|person] daar nog op aangesproken.
's Ochtends liep ik met de hond langs de [Oude Rijn|place].
Mijn nummer is [06 - 23 45 67 89|phone], bel maar gerust.
[Hatice|person] en haar man [Orhan|person] hebben een winkel in de [Javastraat|address?].
Kijk, zonder vrijwilligers houdt het op.
[Beppes|person] oudste zoon werkt tegenwoordig in [Apeldoorn|place].
Het staat op naam van [J. Brouwer-Postma|person], die woont er niet meer.
In december is het hier uitgestorven.
Mailen kan naar [w.postma@zonnehof.example|email] of gewoon langskomen.
Ja, [Tineke|person], die is er altijd als eerste.
We deden boodschappen bij de [Jumbo|neutral] en daarna thee.
Ze is geboren op [12 maart 1951|birth] in [Hoogeveen|place].
Eigenlijk had ik dat nooit gewild.
De huisarts, dokter [Wiersma|person], kwam nog aan huis.
Hoe heet ze nou, [Sjaan|person], die met dat hondje.
Onze buurman is [Pool|neutral], of nou ja, hij komt uit [Gdansk|place].
[Ayşe|person] belde en ik was er niet.
We wonen in de [Tulpenstraat 14|address], al sinds mijn trouwen.
Van mijn pensioen kan ik net rondkomen.
Het bestuur bestond uit [Kees|person], [Marja|person] en ene [De Ruiter|person].
[Ons Genoegen|organisation] had vroeger tweehonderd leden.
Zonder [Willemijn|person] was er nooit een tuin gekomen.
De politie van [Zaandam|place] kwam pas na een uur.
Wij noemden hem Ome [Joop|person], maar hij was geen familie.
"""

ENGLISH = """
That was [Gordon|person] from across the landing, he had the van.
We started out in [Bradford|place] and came down by way of [Derby|place].
My brother-in-law [Colin Hargreaves|person] did the roof himself.
It's the rent, it's gone up three times.
[Yusuf|person]'s mum stood there every Friday with a tray.
So Mrs [Entwistle|person] says, sort it out yourselves.
You could get a free coffee at the [Wharfside Trust|organisation].
You know who else was there? [Annabel Fry|person], from the library.
I did speak to [Okonkwo|person] about it at the time.
Mornings I took the dog along the [Calder|place].
My number's [07700 900 482|phone], ring any time.
[Nasreen|person] and her husband [Tariq|person] have the shop on [Lumb Lane|address?].
Look, without volunteers it all stops.
[Doreen|person]'s eldest works over in [Huddersfield|place] now.
It's in the name of [P. Ashworth-Bell|person], who's long gone.
By December the place is dead.
Write to [w.ashworth@sunnyside.example|email] or just drop in.
Yes, [Tina|person], she's always the first one here.
We'd shop at [Tesco|neutral] and then have tea.
She was born on [12 March 1951|birth] in [Halifax|place].
To be honest I never wanted it.
The doctor, Dr [Pemberton|person], still came to the house.
What's her name, [Shirl|person], the one with the little dog.
Our neighbour's from [Gdansk|place], lovely man.
[Siobhan|person] rang and I was out.
We're at [14 Tulip Close|address], ever since the wedding.
[Sunshine Club|organisation] had two hundred members once.
Without [Wilhelmina|person] there'd never have been a garden.
"""

_MARK = re.compile(r"\[([^|\]]+)\|(\w+)\??\]")
Mark = tuple[int, int, str]


def read_line(line: str) -> tuple[str, list[Mark]]:
    """Return a line without its marks, and the marks: start, end, kind."""
    text, marks, at = "", list[Mark](), 0
    for match in _MARK.finditer(line):
        text += line[at : match.start()]
        marks.append((len(text), len(text) + len(match[1]), match[2]))
        text, at = text + match[1], match.end()
    return text + line[at:], marks


def in_view(lines: str) -> list[tuple[str, list[Mark]]]:
    return [read_line(line) for line in lines.split("\n") if line][::2]


def put_away(lines: str) -> list[tuple[str, list[Mark]]]:
    return [read_line(line) for line in lines.split("\n") if line][1::2]
