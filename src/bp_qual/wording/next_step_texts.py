"""What `bp-qual` alone says of the folder one stands in, and which command comes next."""

from __future__ import annotations

from bp_qual.wording.texts import Bilingual

NEXT_STEPS: dict[str, Bilingual] = {
    "standing empty": ("There are no interviews in this folder.", "In deze map staan geen interviews."),
    "standing elsewhere": (
        "There are no interviews in this folder. A study is in: {folders}.",
        "In deze map staan geen interviews. Een onderzoek staat in: {folders}.",
    ),
    "standing large": (
        "There is no study.yaml in this folder, and too much else to look through for interviews.",
        "In deze map staat geen study.yaml, en te veel anders om er interviews in te zoeken.",
    ),
    "standing interviews": (
        "{n:many interview} with {persons:many person}, as the names of the files tell; there is no study.yaml yet.",
        "{n:many interview} met {persons:many person}, naar de bestandsnamen te oordelen; er is nog geen study.yaml.",
    ),
    "standing files": (
        "{n:many file} that may be interviews, but whose names do not say clearly who was interviewed and when; there"
        " is no study.yaml yet.",
        "{n:many file} die interviews kunnen zijn, maar waarvan de namen niet duidelijk zeggen wie er wanneer"
        " geïnterviewd is; er is nog geen study.yaml.",
    ),
    "standing file": (
        "A file that may be an interview, but whose name does not say clearly who was interviewed and when; there is no"
        " study.yaml yet.",
        "Een bestand dat een interview kan zijn, maar waarvan de naam niet duidelijk zegt wie er wanneer geïnterviewd"
        " is; er is nog geen study.yaml.",
    ),
    "standing more files": (
        "Beside these {n:many file}: perhaps interviews, but no name there says clearly who was interviewed and when.",
        "Daarnaast {n:many file} waarin een interview kan staan, zonder naam die duidelijk zegt wie er wanneer"
        " geïnterviewd is.",
    ),
    "standing old documents": (
        "{n:many document} as only a word processor reads it, and no other: {files}.",
        "{n:many document} zoals alleen een tekstverwerker het leest, en geen ander: {files}.",
    ),
    "standing recordings": (
        "{n:many recording}, and no transcript: {files}.",
        "{n:many recording}, en geen transcript: {files}.",
    ),
    "next old documents": (
        "Save them as .docx in Word or LibreOffice; all at once, in a terminal in this folder: soffice --headless"
        " --convert-to docx *.doc. Then: bp-qual",
        "Bewaar ze als .docx in Word of LibreOffice; allemaal tegelijk, in een terminal in deze map: soffice --headless"
        " --convert-to docx *.doc. Daarna: bp-qual",
    ),
    "next recordings": (
        "Have them transcribed, and put the transcripts here. Then: bp-qual",
        "Laat ze uitschrijven, en zet de transcripten hier. Daarna: bp-qual",
    ),
    "next compare elsewhere": (
        "Compare into another folder, so that what was changed stays: bp-qual compare -o {folder:shell}{options}{skip}",
        "Vergelijk in een andere map, zodat wat veranderd is blijft: bp-qual compare -o {folder:shell}{options}{skip}",
    ),
    "standing study": (
        "{name}: {n:many interview} with {persons:many person} in {waves:many wave} ({names}).",
        "{name}: {n:many interview} met {persons:many person} in {waves:many wave} ({names}).",
    ),
    "standing problems": (
        "{n:many problem} in its files.",
        "{n:many problem} in de bestanden.",
    ),
    "standing unread": (
        "{n:many file} cannot be read; what to do: bp-qual check. To compare without them: --skip-unreadable.",
        "Niet te lezen: {n:many file}; wat eraan te doen is: bp-qual check. Vergelijken zonder: --skip-unreadable.",
    ),
    "standing no codebook": ("It names no codebook.", "Er wordt geen codeboek genoemd."),
    "standing one wave": (
        "With one wave there is nothing to compare yet.",
        "Met één ronde valt er nog niets te vergelijken.",
    ),
    "standing not compared": ("Nothing was compared yet.", "Er is nog niets vergeleken."),
    "standing nobody twice": (
        "No person is in two waves, as it is read now.",
        "Niemand zit in twee rondes, zoals het nu gelezen wordt.",
    ),
    "standing guessed": (
        "What init guessed is not confirmed.",
        "Wat init geraden heeft, is nog niet nagekeken.",
    ),
    "standing compared": (
        "{folder} holds a comparison of {before} with {after}, and nothing has changed since.",
        "In {folder} staat een vergelijking van {before} met {after}, en sindsdien is er niets veranderd.",
    ),
    "standing changed": (
        "{folder} holds a comparison of {before} with {after}. Since then: {changes:said}.",
        "In {folder} staat een vergelijking van {before} met {after}. Sindsdien: {changes:said}.",
    ),
    "standing touched": (
        "{folder} holds a comparison of {before} with {after}, some of whose files are no longer as they were written.",
        "In {folder} staat een vergelijking van {before} met {after}; een deel van de bestanden is niet meer zoals ze"
        " geschreven zijn.",
    ),
    "standing silent": (
        "No words of the person were read in the interview of: {who}.",
        "Geen woorden gelezen van wie geïnterviewd is, in het interview van: {who}.",
    ),
    "standing starter": (
        "The codebook is still the example that init wrote; its theme was found {n:many time}.",
        "Het codeboek is nog het voorbeeld dat init schreef; het thema daarin is {n:many time} gevonden.",
    ),
    "standing nothing found": (
        "None of the themes in {codebook} was found anywhere.",
        "Geen van de thema's in {codebook} is ergens gevonden.",
    ),
    "standing none finished": (
        "By hand no interview is finished yet, and only what is finished counts in it.",
        "Met de hand is nog geen interview af, en alleen wat af is telt erin mee.",
    ),
    "standing unlisted": (
        "Without a person and wave in interviews.csv or in its name, so not compared: {files}. What to do: bp-qual"
        " check.",
        "Zonder persoon en ronde in interviews.csv of in de naam, dus niet vergeleken: {files}. Wat eraan te doen is:"
        " bp-qual check.",
    ),
    "standing otherwise": (
        "It was made with {options}. Where study.yaml is to decide that now, leave it out.",
        "Die is gemaakt met {options}. Waar study.yaml dat nu bepaalt, laat het weg.",
    ),
    "changed interviews": ("{n:many interview} edited", "{n:many interview} bewerkt"),
    "new interviews": ("{n:many interview} added", "{n:many interview} erbij"),
    "gone interviews": ("{n:many interview} gone", "{n:many interview} weg"),
    "changed codebook": ("another codebook", "een ander codeboek"),
    "other codebook": (
        "another codebook (then {name}; if that was named with --codebook, name it again)",
        "een ander codeboek (toen {name}; was dat met --codebook genoemd, noem het dan weer)",
    ),
    "renamed codebook": (
        "the codebook is called {name} {version} now, with the same meaning",
        "het codeboek heet nu {name} {version}, met dezelfde betekenis",
    ),
    "changed study files": ("{names} changed", "{names} veranderd"),
    "changed codings": ("codings by hand changed", "met de hand gecodeerd"),
    "changed not read": (
        "other interviews that are not read",
        "andere interviews die niet gelezen worden",
    ),
    "changed sample": (
        "passages of a sample coded by hand ({names})",
        "passages van een steekproef met de hand gecodeerd ({names})",
    ),
    "new files": ("a file put there that is not compared", "een bestand erbij dat niet vergeleken is"),
    "changed version": ("another version of bp_qual", "een andere versie van bp_qual"),
    "next init new": (
        "To see how it works, make an example: bp-qual init my_study. To work on your own: go to the folder with your"
        " interviews and type bp-qual there.",
        "Maak een voorbeeld om te zien hoe het werkt: bp-qual init mijn_onderzoek. Of ga naar de map met je eigen"
        " interviews en typ daar bp-qual.",
    ),
    "next there": ("Go there and type bp-qual: cd {folder:shell}", "Ga erheen en typ bp-qual: cd {folder:shell}"),
    "next init here": (
        "Have study.yaml, interviews.csv and a starter codebook proposed: bp-qual init .",
        "Laat study.yaml, interviews.csv en een eerste codeboek voorstellen: bp-qual init .",
    ),
    "next check": ("See which, and what to do: bp-qual check", "Bekijk welke, en wat eraan te doen is: bp-qual check"),
    "next codebook": (
        "Start one, and name it in study.yaml: bp-qual codebook new codebook.yaml. Words that changed, without a"
        " codebook: bp-qual words",
        "Begin er een en noem het in study.yaml: bp-qual codebook new codebook.yaml. Woorden die veranderden, zonder"
        " codeboek: bp-qual words",
    ),
    "next wave": (
        "Put the interviews of the other wave beside these. What is said in these: bp-qual code -o codings.csv",
        "Zet de interviews van de andere ronde erbij. Wat er in deze gezegd wordt: bp-qual code -o coderingen.csv",
    ),
    "next check first": (
        "See who was read and how many words each has, and what the notes ask: bp-qual check. Then compare:"
        " bp-qual compare -o {folder:shell}{options}{skip}",
        "Kijk wie er gelezen is, met hoeveel woorden, en wat de opmerkingen vragen: bp-qual check. Vergelijk dan:"
        " bp-qual compare -o {folder:shell}{options}{skip}",
    ),
    "next compare": (
        "Compare them: bp-qual compare -o {folder:shell}{options}{skip}",
        "Vergelijk ze: bp-qual compare -o {folder:shell}{options}{skip}",
    ),
    "next check new": (
        "See what to do with the new file: bp-qual check. Then compare again: bp-qual compare -o"
        " {folder:shell}{options}{skip}",
        "Kijk wat er met het nieuwe bestand moet: bp-qual check. Vergelijk dan opnieuw: bp-qual compare -o"
        " {folder:shell}{options}{skip}",
    ),
    "next finish": (
        "Go on coding, and finish interviews: bp-qual page{skip}. Or compare what the codebook finds: bp-qual"
        " compare{machine}",
        "Codeer verder, en maak interviews af: bp-qual page{skip}. Of vergelijk wat het codeboek vindt: bp-qual"
        " compare{machine}",
    ),
    "next check silent": (
        "See why, and what to do: bp-qual check. Then compare again: bp-qual compare -o {folder:shell}{options}{skip}",
        "Kijk waarom, en wat eraan te doen is: bp-qual check. Vergelijk dan opnieuw: bp-qual compare -o"
        " {folder:shell}{options}{skip}",
    ),
    "next own themes": (
        "Put your own themes into {codebook} (which words changed: bp-qual words{skip}), and compare again: bp-qual"
        " compare -o {folder:shell}{options}{skip}. How a report reads is in {report}.",
        "Zet je eigen thema's in {codebook} (welke woorden veranderden: bp-qual words{skip}), en vergelijk opnieuw:"
        " bp-qual compare -o {folder:shell}{options}{skip}. Hoe een rapport eruitziet, staat in {report}.",
    ),
    "next terms": (
        "Give them the words that people use (which changed: bp-qual words{skip}), and compare again: bp-qual compare"
        " -o {folder:shell}{options}{skip}",
        "Geef ze de woorden die mensen gebruiken (welke veranderden: bp-qual words{skip}), en vergelijk opnieuw:"
        " bp-qual compare -o {folder:shell}{options}{skip}",
    ),
    "next read": (
        "Read {report} in a browser; code by hand: bp-qual page{skip}",
        "Lees {report} in een browser; codeer met de hand: bp-qual page{skip}",
    ),
}
