"""What can be wrong with the file of an interview, whatever its format. Tables are in `table_problems`."""

from __future__ import annotations

from bp_qual.wording.problem_texts.file_problems import CONVERT, SAVE_AGAIN
from bp_qual.wording.texts import Bilingual

_SAVE_AS = (
    "Open it in Word or LibreOffice and save it as .docx.",
    "Open het in Word of LibreOffice en bewaar het als .docx.",
)
_SAVE_DOCX = ("Save the interview as .docx.", "Bewaar het interview als .docx.")
_WORD_DOCX = ("Open it in Word and save it as .docx.", "Open het in Word en bewaar het als .docx.")
_NO_PASSWORD = ("Save it again without one.", "Bewaar het opnieuw zonder wachtwoord.")
_SPLIT = ("Split it.", "Splits het.")
_REPORT = ("Please report this file's format.", "Meld ons het formaat van dit bestand.")
_LOOK = ("Look at it in its own program.", "Bekijk het in zijn eigen programma.")

READER_PROBLEMS: dict[str, tuple[Bilingual, Bilingual]] = {
    # any file
    "unreadable": (
        ("is damaged: it cannot be read ({type}).", "is beschadigd: het is niet te lezen ({type})."),
        SAVE_AGAIN,
    ),
    "no text": (
        ("holds no text.", "bevat geen tekst."),
        (
            "Look at it in its own program, and save it again.",
            "Bekijk het in zijn eigen programma en bewaar het opnieuw.",
        ),
    ),
    "ending not read": (
        ("has an ending that is not read ({ending}).", "heeft een extensie die niet gelezen wordt ({ending})."),
        ("Save it as {endings:choice}.", "Bewaar het als {endings:choice}."),
    ),
    "library missing": (
        ("needs one more library ({library}).", "heeft nog een bibliotheek nodig ({library})."),
        ("Run: {line}", "Draai: {line}"),
    ),
    "library missing, can do without": (
        ("needs one more library ({library}).", "heeft nog een bibliotheek nodig ({library})."),
        (
            "Run: {line} (or give {option}: that works without it, by letters only).",
            "Draai: {line} (of geef {option}: dat werkt zonder, alleen op letters).",
        ),
    ),
    "library broken": (
        (
            "cannot be read: a library that bp_qual comes with is missing or broken ({library}).",
            "kan niet worden gelezen: een bibliotheek die bij bp_qual hoort ontbreekt of is stuk ({library}).",
        ),
        ("Install bp_qual again: that brings it.", "Installeer bp_qual opnieuw: dan komt hij mee."),
    ),
    "too many paragraphs": (
        (
            "has {n:number} paragraphs (at most {most:number} are read).",
            "heeft {n:number} alinea's (hoogstens {most:number} worden gelezen).",
        ),
        _SPLIT,
    ),
    "characters lost": (
        (
            "has {visible:number} visible characters, but {read:number} were read.",
            "heeft {visible:number} zichtbare tekens, maar er zijn er {read:number} gelezen.",
        ),
        _REPORT,
    ),
    "characters not in turns": (
        (
            "has {visible:number} visible characters, but {read:number} came into turns and remainders.",
            "heeft {visible:number} zichtbare tekens, maar in beurten en resten staan er {read:number}.",
        ),
        _REPORT,
    ),
    # something else than a transcript
    "not its ending": (
        (
            "is no {ending} but something else under that name.",
            "is geen {ending}, maar iets anders onder die naam.",
        ),
        _SAVE_AS,
    ),
    "picture": (
        ("is a picture, not a document.", "is een afbeelding, geen document."),
        ("Give the document with the text.", "Geef het document met de tekst."),
    ),
    "sound": (("is a recording.", "is een opname."), ("Have it transcribed first.", "Laat haar eerst uitschrijven.")),
    "packed": (
        ("is a compressed file.", "is een ingepakt bestand."),
        ("Unpack it first.", "Pak het eerst uit."),
    ),
    "office password": (
        ("is protected with a password.", "is beveiligd met een wachtwoord."),
        (
            "Open it in Word, take the password off, and save it again.",
            "Open het in Word, haal het wachtwoord eraf en bewaar het opnieuw.",
        ),
    ),
    "old word": (("is a Word 97-2003 document (.doc).", "is een document van Word 97-2003 (.doc)."), CONVERT),
    "old office": (("is an old Office file.", "is een oud Office-bestand."), _SAVE_AS),
    # XML and what is made of it
    "xml unreadable": (
        (
            "is damaged: its XML cannot be read from line {line:number}.",
            "is beschadigd: de XML is niet te lezen vanaf regel {line:number}.",
        ),
        SAVE_AGAIN,
    ),
    "xml with entities": (
        (
            "was refused as unsafe: its XML declares entities (a DTD).",
            "is geweigerd als onveilig: de XML declareert entiteiten (een DTD).",
        ),
        SAVE_AGAIN,
    ),
    "unknown xml": (
        ("is XML of an unknown kind ({name}).", "is XML van een onbekende soort ({name})."),
        (
            "Of XML, ELAN (.eaf), EXMARaLDA (.exb) and TEI are read.",
            "Van XML worden ELAN (.eaf), EXMARaLDA (.exb) en TEI gelezen.",
        ),
    ),
    "not opendocument": (
        ("is not an OpenDocument text.", "is geen OpenDocument-tekst."),
        ("Save the interview as .odt or .docx.", "Bewaar het interview als .odt of .docx."),
    ),
    "password, no advice": (("is protected with a password.", "is beveiligd met een wachtwoord."), _NO_PASSWORD),
    "opendocument without text": (
        ("is an OpenDocument, but holds no text.", "is een OpenDocument, maar bevat geen tekst."),
        _SAVE_DOCX,
    ),
    "not word": (
        ("is a zip file, but not a Word document.", "is een zipbestand, maar geen Word-document."),
        (
            "Unpack it, or save the interview as .docx in Word.",
            "Pak het uit, of bewaar het interview in Word als .docx.",
        ),
    ),
    "tei without talk": (
        ("is TEI, but holds no utterance (u).", "is TEI, maar bevat geen uiting (u)."),
        _SAVE_DOCX,
    ),
    # PDF
    "too many pages": (("has more than {most:number} pages.", "heeft meer dan {most:number} pagina's."), _SPLIT),
    "scan": (
        (
            "is a scan: it holds pictures of pages and no text.",
            "is een scan: het bevat afbeeldingen van pagina's en geen tekst.",
        ),
        (
            "Have its text recognised (OCR) first, or give the document it was made from.",
            "Laat eerst de tekst herkennen (OCR), of geef het document waarvan het gemaakt is.",
        ),
    ),
    "pdf without text": (
        ("holds no text.", "bevat geen tekst."),
        (
            "Have its text recognised (OCR) first, or give the document it was made from.",
            "Laat eerst de tekst herkennen (OCR), of geef het document waarvan het gemaakt is.",
        ),
    ),
    "pdf typed only": (
        (
            "holds no text but what was typed over its pages (in form fields or text boxes): {begin!r}.",
            "bevat geen tekst dan wat over de pagina's is getypt (in formuliervelden of tekstvakken): {begin!r}.",
        ),
        (
            "Print it to a PDF again, which makes that part of the pages.",
            "Druk het opnieuw af naar PDF: dan hoort dat bij de pagina's.",
        ),
    ),
    "pdf unpacks too large": (
        (
            "was refused as unsafe: a part of it unpacks to more than {most:number} MB.",
            "is geweigerd als onveilig: een deel ervan is uitgepakt meer dan {most:number} MB.",
        ),
        (
            "Copy its text into a new document and save that.",
            "Kopieer de tekst naar een nieuw document en bewaar dat.",
        ),
    ),
    "pdf takes too long": (
        (
            "was refused as unsafe: to draw its pages takes millions of steps more than any interview needs.",
            "is geweigerd als onveilig: de bladzijden tekenen kost miljoenen stappen meer dan bij een interview.",
        ),
        (
            "Print it to a PDF again, in parts where it is very long, or save its text as .docx or .txt.",
            "Druk het opnieuw af naar een PDF, in delen als het heel lang is, of bewaar de tekst als .docx of .txt.",
        ),
    ),
    "pdf makes too much": (
        (
            "was refused as unsafe: it asks for more letters, lists of letters or instructions than text needs.",
            "is geweigerd als onveilig: het vraagt om meer letters, lijsten of opdrachten dan tekst nodig heeft.",
        ),
        (
            "Copy its text into a new document and save that.",
            "Kopieer de tekst naar een nieuw document en bewaar dat.",
        ),
    ),
    "pdf unreadable": (
        (
            "is damaged: its PDF cannot be read ({type}).",
            "is beschadigd: de PDF is niet te lezen ({type}).",
        ),
        (
            "Open it in its own program and save it again, or as .docx.",
            "Open het in zijn eigen programma en bewaar het opnieuw, of als .docx.",
        ),
    ),
    # RTF, web pages, JSON
    "rtf too large": (
        ("is too large for an RTF file.", "is te groot voor een RTF-bestand."),
        ("Save it as .docx without its pictures.", "Bewaar het als .docx zonder de afbeeldingen."),
    ),
    "rtf unreadable": (
        ("is damaged: its RTF cannot be read.", "is beschadigd: de RTF is niet te lezen."),
        _WORD_DOCX,
    ),
    "rtf open": (
        (
            "is damaged: it lacks a closing brace (missing: {n:number}), or its end was cut off.",
            "is beschadigd: er ontbreekt een sluitaccolade (aantal: {n:number}), of het einde is weg.",
        ),
        (
            "Open it in Word or LibreOffice, look whether the whole interview is there, and save it as .docx.",
            "Open het in Word of LibreOffice, kijk of het hele interview er staat en bewaar het als .docx.",
        ),
    ),
    "rtf cut": (("is damaged: it ends too early.", "is beschadigd: het eindigt te vroeg."), _WORD_DOCX),
    "too many attributes": (
        (
            "has a tag with {n:number} attributes (at most {most:number} are read).",
            "heeft een tag met {n:number} attributen (hoogstens {most:number} worden gelezen).",
        ),
        ("Take it out.", "Haal die eruit."),
    ),
    "page too large": (
        ("is too large for a web page.", "is te groot voor een webpagina."),
        ("Save its text as .docx.", "Bewaar de tekst als .docx."),
    ),
    "page unreadable": (
        ("is no web page that can be read.", "is geen webpagina die te lezen is."),
        ("Save it as .docx.", "Bewaar haar als .docx."),
    ),
    "json unreadable": (
        (
            "is no JSON that can be read, from line {line:number}.",
            "is geen JSON die te lezen is, vanaf regel {line:number}.",
        ),
        ("Export it again.", "Exporteer het opnieuw."),
    ),
    "json without talk": (
        ("is JSON, but no transcript.", "is JSON, maar geen transcript."),
        (
            "Read are lists of segments with a text (Whisper, Amberscript, AssemblyAI), and what Rev, Amazon"
            " Transcribe, Deepgram, Azure, Google and YouTube (json3) write.",
            "Gelezen worden lijsten van segmenten met een tekst (Whisper, Amberscript, AssemblyAI), en wat Rev, Amazon"
            " Transcribe, Deepgram, Azure, Google en YouTube (json3) schrijven.",
        ),
    ),
    # what is aligned with a recording
    "chat without talk": (
        ("holds no utterance (*PAR: ...).", "bevat geen uiting (*PAR: ...)."),
        ("Check that it is a CHAT file.", "Kijk of het een CHAT-bestand is."),
    ),
    "tiers without talk": (
        ("holds no talk in any of its tiers.", "bevat in geen van de lagen gesproken tekst."),
        _LOOK,
    ),
    "textgrid cut": (
        ("is damaged: it ends too early.", "is beschadigd: het eindigt te vroeg."),
        ("Save it again in Praat.", "Bewaar het opnieuw in Praat."),
    ),
    "time unreadable": (
        ("has a time that cannot be read: '{time}'.", "heeft een tijd die niet te lezen is: '{time}'."),
        ("Write it as 00:00:01,000 --> 00:00:04,000.", "Schrijf hem als 00:00:01,000 --> 00:00:04,000."),
    ),
    "no subtitles": (
        ("holds no subtitles.", "bevat geen ondertitels."),
        (
            "Export the subtitles again; a cue needs a line such as 00:00:01.000 --> 00:00:04.000.",
            "Exporteer de ondertitels opnieuw; bij elke hoort een regel zoals 00:00:01.000 --> 00:00:04.000.",
        ),
    ),
}
