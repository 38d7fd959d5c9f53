"""Invented persons of twelve panels by a second writer who saw no rule, each with the spellings of two waves.

A person a line, spellings between semicolons. `READ` was read when the grouping was mended; `PUT_AWAY` was scored only,
twice.
"""

from __future__ import annotations

READ: dict[str, tuple[str, ...]] = {
    "nl": (
        """
Gerrit van der Velde; meneer Van der Velde; G. van der Velde; Gerrit van der Veldes
Ans van der Velde; Ans; mevrouw Van der Velde; Ansje
Gerrit Postma; Gerrit Postma's; G. Postma; Postma
Nadia Ouali; Nadia; Nadia's; mevrouw Ouali
Karim Ouali; Karim; K. Ouali; Kariem
Marlon Zeefuik; Marlon; Zeefuik; meneer Zeefuik; Marlons
Jannetje Kooistra; Jannetje; Kooistra; Jannetje Kooistra-Bos; mevrouw Kooistra
Dorota Wiśniewska; Dorota; Dorotta; D. Wiśniewska
Ismail Aydın; Ismail; Aydın; Ismael Aydın
dokter Hazelhoff; Hazelhoff; dr. Hazelhoff; dokter Hazelhof
Fenna
""",
        """
Johanna Dekker; Jo Dekker; Hanna Dekker; mevrouw Dekker; J. Dekker; Johanna
Piet Dekker; Pietje Dekker; meneer Dekker; P. Dekker
Piet Wagenaar; Wagenaar; P. Wagenaar; Piet Wagenaar's
Latifa Benali; Latifa; Latifa's; Benali; L. Benali
Mohamed Chaara; Chaara; Mo Chaara; Mohammed Chaara; M. Chaara
Mohamed Saïdi; Saïdi; meneer Saïdi; M. Saïdi
Oedayraj Biharie; Biharie; meneer Biharie; O. Biharie
Marjan Terlouw-de Haas; Marjan; Marjan Terlouw; mevrouw Terlouw-de Haas; mevrouw Terlouw
Nelleke Visch; Nelleke; Nel Visch; Visch
Kwabena Ofori; Kwabena; Ofori; Kwabenna
pater Benedictus; Benedictus
Grzegorz Lis; Grzegorz; Grzegorz'; G. Lis
""",
        """
Willemijn van den Broek; Willemijn; Mijntje; W. van den Broek; mevrouw Van den Broek
Hans van den Broek; Hansje van den Broek; meneer Van den Broek; H. van den Broek
Hans de Bruin; De Bruin; H. de Bruin; meneer De Bruin
Samira Haddou; Samira; Samira's; Samiera Haddou
Youssef Haddou; Youssef; Joessef; Youssefs
Gwendolyn Kartosen; Gwendolyn; Gwen; Gwen Kartosen; Kartosen
Douwe Feenstra; Douwe; Douwes; meneer Feenstra
Aaltje Feenstra-Smid; Aaltje; mevrouw Feenstra-Smid; Aaltje Feenstra
Bilal Demir; Bilal; Billal; B. Demir
Mustafa
mevrouw Tjon A Kwie; Tjon A Kwie
""",
    ),
    "en": (
        """
Patrick Brennan; Pat Brennan; Mr Brennan; Patrick Brennan's; Paddy Brennan
Noreen Brennan; Noreen; Mrs Brennan; Norreen; Noreen's
Patrick Achebe; Pastor Achebe; P. Achebe; Achebe
Shazia Mahmood; Shazia; Shazia's; S. Mahmood; Shazia Mahmoud
Imran Mahmood; Imran; Mr Mahmood
Kenneth Lindqvist; Ken; Ken Lindqvist; Lindqvist; K. Lindqvist
Bernadette Joseph; Bernadette; Bernie; Bernie Joseph; Miss Joseph
Elijah Thompson; Elijah; Eli; Eli Thompson
Gloria Thompson; Gloria; Gloria Thompson-Reid; Mrs Thompson
Huong Le; Huong; Huong's
""",
        """
Anthony Okafor; Tony Okafor; Tony; Mr Okafor; A. Okafor
Chinwe Okafor; Chinwe; Chinwe's; Mrs Okafor
Anthony Russo; Ant Russo; Russo; Anthony Russo's
Sarah Whitcombe; Sarah; Sarah Whitcombe-Ali; S. Whitcombe; Sara Whitcombe
Jasmin Begum; Jasmin; Jasmine Begum; Jasmin's
Rahela Begum; Rahela; R. Begum
Desmond Clarke; Desmond; Des; Des Clarke; Mr Clarke
Councillor Hepworth; Hepworth; Cllr Hepworth; Hepworth's
Michelle O'Connell; Michelle; Shell; O'Connell; Michelle O'Connel
Keisha Baptiste; Keisha; Keesha; Ms Baptiste
Lucian Popescu; Lucian; Popescu
""",
        """
Katherine Mellor; Kitty Mellor; Kitty; Katherine; Kitty's
Kathleen Mellor; Kathleen; Kathleen's
George Papadakis; Georgie Papadakis; G. Papadakis; Mr Papadakis; Papadakis
George Mellor; G. Mellor; Mr Mellor
Latoya Simmonds; Latoya; Toya; Toya Simmonds; Latoyah
Errol Simmonds; Errol; Mr Simmonds; Errol's
Anwar Ullah; Anwar; Anwer; Mr Ullah
Sean McGrath; Sean; Seán McGrath; Mr McGrath; S. McGrath
Roisin McGrath-Lowe; Roisin; Roisin McGrath; Mrs McGrath-Lowe
Minh Pham; Minh; M. Pham
""",
    ),
}

PUT_AWAY: dict[str, tuple[str, ...]] = {
    "nl": (
        """
Cornelis Boon; Cor Boon; meneer Boon; Cor Boons
Cornelia Boon; Corrie; mevrouw Boon; Corrie Boon; Corries
Cor Verstraten; Verstraten; C. Verstraten
Ruth Asamoah; Ruth; Ruths; mevrouw Asamoah
Emmanuel Asamoah; Emmanuel; Emanuel
Sharita Jhagroe; Sharita; Jhagroe; Sharieta; S. Jhagroe
Hendrika de Ruiter; Rika de Ruiter; Rika; mevrouw De Ruiter; Rikaatje
Bouke Hoekstra; Bouke; Bouke's; Hoekstra
Tugba Korkmaz; Tugba; Tuğba Korkmaz; T. Korkmaz
Ali Korkmaz; Ali; meneer Korkmaz
Sander van 't Hooft; Sander; Van 't Hooft; S. van 't Hooft; Sanders
""",
        """
Adriana van Loon; Adriana; Jaantje; Jaantje van Loon; mevrouw Van Loon
Theo van Loon; T. van Loon; Theo van Loons; meneer Van Loon
Theo Hanssen; Hanssen; T. Hanssen; Theo Hansen
Fatma Yilmaz; Fatma; Fatma Yılmaz; F. Yilmaz
Hülya Yilmaz; Hülya; Hulya; Hülya's
Rinske Dijkstra; Rinske; Rinsk; mevrouw Dijkstra
Edgar Martina; Edgar; Martina; meneer Martina; Edgars
Xiao Mei Wong; Xiao Mei; mevrouw Wong
Wilhelmus Schoenmakers; Wim Schoenmakers; Wim; Wimpie; W. Schoenmakers; Schoenmakers
Kadija Warsame; Kadija; Khadija Warsame; K. Warsame
""",
        """
Antonius Peeters; Toon Peeters; Toon; Toontje; A. Peeters; meneer Peeters
Lies Peeters; Liesje Peeters; mevrouw Peeters; L. Peeters
Lies Hermans; L. Hermans; Lies Hermans'; mevrouw Hermans
Ramon Croes; Ramon; meneer Croes; Ramons
Judeska Croes-Winklaar; Judeska; mevrouw Croes-Winklaar
Safia Abdullahi; Safia; Safiya; Safia's
Tjeerd van Houten; Tjeerd; Van Houten; T. van Houten; Tjeert van Houten
Rajesh Soekhoe; Rajesh; meneer Soekhoe; R. Soekhoe; Radjesh Soekhoe
Beata Krawczyk; Beata; Krawczyk
Marieke Luiten; Marieke; Riek; mevrouw Luiten; Marieke Luiten-Bakx
zuster Ludgera; Ludgera
""",
    ),
    "en": (
        """
Margaret Dunlop; Maggie; Mrs Dunlop; M. Dunlop; Maggie Dunlop
Robert Dunlop; Rab; Robert; Rab Dunlop; Mr Dunlop
Margaret Sinclair; Peggy Sinclair; Peggy; Sinclair
Abdi Farah; Abdi; Abdi's; A. Farah
Hodan Farah; Hodan; Mrs Farah; Hoden Farah
Tomasz Wrobel; Tomasz; Tomek; Wrobel; Mr Wrobel
Denise Charles; Denise; Denise's; D. Charles
Winifred Charles; Winnie; Winnie Charles; Winifred
Shanelle
Dr Raghunathan; Raghunathan; Doctor Raghunathan; Dr Ragunathan
""",
        """
Elizabeth Harding; Betty Harding; Betty; Mrs Harding; Betty's
William Harding; Bill Harding; Billy; Bill; Mr Harding; W. Harding
Elizabeth Nkrumah; Liz; Liz Nkrumah; E. Nkrumah
Samuel Nkrumah; Samuel; Sam; Sammy
Yasmin Haji; Yasmin; Yasmin's; Yasmeen Haji
Curtis Delacroix; Curtis; Delacroix; Curtis's; C. Delacroix
Dolores Ramirez; Dolores; Lola; Lola Ramirez; Mrs Ramirez
Hector Ramirez; Hector; Mr Ramirez; Hecter
Agnieszka Baran; Aga; Agnieszka; Aga Baran
Mr Fairweather
Uncle Bashir; Bashir
""",
        """
James Galbraith; Jim Galbraith; Jim; Jimmy; J. Galbraith; Mr Galbraith
Isla Galbraith; Isla; Isla's; Mrs Galbraith
James Boakye; Boakye; Pastor Boakye; J. Boakye
Tahmina Hoque; Tahmina; T. Hoque; Tahmena Hoque
Rafiq Hoque; Rafiq; Mr Hoque; Rafiq's
Deborah van Buren; Debbie; Deb; Debbie van Buren; Van Buren
Marcus Freeman; Marcus; Marcus's; Markus Freeman
Lavinia Freeman; Lavinia; Mrs Freeman; Lavinia Freeman-Cole
Theresa Quigley; Theresa; Teresa Quigley; Tess; Sister Quigley
Oluwaseun Bankole; Seun; Seun Bankole; Mr Bankole; Oluwaseun
Krystyna Zajac; Krystyna; Zajac
Dale Pickering; Dale; Pickering; D. Pickering
""",
    ),
}
