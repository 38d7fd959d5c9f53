"""Invented persons of four panels, each with the spellings of two waves: a person a line, spellings between semicolons.

A line with one form is one that fits several persons (`Dekker`, where two are called so), or another person of that
name. `READ` was read when the rules were mended; `PUT_AWAY` was written before the rules were read, and scored only.
"""

from __future__ import annotations

READ = {
    "nl": """
Wiebe van der Meulen; Van der Meulen; meneer Van der Meulen; W. v.d. Meulen; Wiebe; Wiebes; W. van der Meulen
Geertje van der Meulen-Kramer; Geertje; Geertje Kramer; mevrouw Van der Meulen; G. Kramer
Fatma Yıldırım; Fatma; Fatma Yildirim; mevrouw Yıldırım; Fatma's
Abdelkader Benali; Kader; Benali; meneer Benali; Abdelkader; A. Benali
Johannes Petrus Dekker; Johan Dekker; Johan; J.P. Dekker; Johans
Corrie Dekker; Corrie; mevrouw Dekker; C. Dekker; tante Corrie
Katarzyna Wiśniewska; Kasia; Katarzyna; Wisniewska; mevrouw Wiśniewska
Soenita Bhagwandin; Soenita; Sunita Bhagwandin; Bhagwandin; S. Bhagwandin
Jan-Pieter de Clercq; Jan Pieter; JP; J.P. de Clercq; De Clercq; meneer De Clercq
Elisabeth ter Horst; Elisabeth; Betsie ter Horst; mevrouw Ter Horst; E. ter Horst; Betsie
Piet van 't Veer; Piet; Pietje; Van 't Veer; P. v.t. Veer; Piets
Hendrik Postma; Henk Postma; Henk; H. Postma; oom Henk
Hendrika Wagenaar; Riek Wagenaar; Riek; mevrouw Wagenaar; Riekje
Lars Claessens; Lars; Lars Claesens; Claessens; Lars'
Annelies Bouwman; Annelies; Annelies Bouwman-Smeets; mevrouw Smeets; Annelies Smeets; A. Bouwman
Dekker
Jan
""",
    "en": """
Patricia O'Connell; Pat; Trish; Mrs O'Connell; P. O'Connell; Patricia
William Hargreaves; Bill Hargreaves; Bill; Mr Hargreaves; Hargreaves; Bill's
Elizabeth Hargreaves; Liz; Liz Hargreaves; Mrs Hargreaves; Liz's
Oluwaseun Adeyemi; Seun; Adeyemi; Mr Adeyemi; Seun Adeyemi
Nasreen Chaudhry; Nasreen; Mrs Chaudhry; Nasreen Chaudry; Nasreen's
Jennifer Lowe; Jenny; Jen; Jenny Lowe-Barrett; Jennifer Barrett
Stephen MacAllister; Steve; Steven MacAllister; S. McAllister; Mr MacAllister
S. Hargreaves
""",
}

PUT_AWAY = {
    "nl": """
Sietse van Eijk; Van Eijk; meneer Van Eijk; S. van Eijk; Sietse; Sietses
Hanneke van Eijk-Roelofs; Hanneke; Hanneke Roelofs; mevrouw Van Eijk; H. Roelofs; Hannekes
Mustafa Öztürk; Mustafa; Mustafa Ozturk; meneer Öztürk; Öztürk; M. Öztürk
Cornelis Bosman; Kees Bosman; Kees; meneer Bosman; Bosman; Keesje
Naïma El Idrissi; Naima; El Idrissi; mevrouw El Idrissi; Naima El Idrisi; N. El Idrissi
Maria Theresia Lucassen; Marietje Lucassen; Marietje; M.T. Lucassen; mevrouw Lucassen
Lodewijk Verstraete; Lode; Lode Verstraete; L. Verstraete; Verstraete
Rosalie Kartosoewito; Rosalie; Kartosoewito; Rosalies; mevrouw Kartosoewito
Gerrit Prins; Gerrit; meneer Prins; Gerrits
Gerda Prins; Gerda; mevrouw Prins; tante Gerda
G. Prins-Hofstee; mevrouw Hofstee; Hofstee
Anne-Fleur Timmer; Anne Fleur; A.F. Timmer; Timmer; Anne-Fleurs
Willemijn op 't Land; Willemijn; Op 't Land; W. op 't Land; mevrouw Op 't Land
Anna; Anna's
Prins
G. Prins
""",
    "en": """
Katherine Ashdown; Kate; Kate Ashdown; Mrs Ashdown; Katherine; K. Ashdown
Robert Ashdown; Bob; Bob Ashdown; Mr Ashdown; Bob's
Imran Hussain; Imran; Mr Hussain; Imran Husain; I. Hussain
Deborah Tate; Debbie; Debs; Debbie Tate-Morley; Deborah Morley; Ms Tate
James Fotheringham; Jim; Jimmy; Jim Fotheringham; J. Fotheringham; Fotheringham
Chinedu Eze; Chinedu; Mr Eze; C. Eze; Chinedu's
Margaret Tulloch; Peggy; Peggy Tulloch; Mrs Tulloch; Margaret
Francis Tulloch; Frank; Frank Tulloch; Mr Tulloch; F. Tulloch
Susan McBride; Sue; Sue MacBride; Susan's; Mrs McBride
Ashdown
Tulloch
""",
}


def persons_of(panel: str) -> list[list[str]]:
    return [line.split("; ") for line in panel.strip().split("\n")]
