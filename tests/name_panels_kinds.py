"""Invented persons of twenty panels by who mends the grouping: kinds of forms that the earlier panels have few of.

Spellings of one sound, short forms, initials of two first names, a surname's first letter, offices and kin before a
name, surnames of several words; a person a line, spellings between semicolons. Some forms fit two people of a panel.
"""

from __future__ import annotations

KINDS: dict[str, tuple[str, ...]] = {
    "nl": (
        """
Hendrik-Jan Wolters; Hendrik-Jan; HJ; H.J. Wolters; Hendrik Jan Wolters; meneer Wolters
Geesje Wolters-Kamphuis; Geesje; mevrouw Wolters; G. Wolters-Kamphuis; Geesje Kamphuis
Lieke Wolters; Lieke; Liekes
Abdelkader Bouzian; Abdelkader; Kader; Bouzian; A. Bouzian; meneer Bouzian; Abdel Kader Bouzian
Saskia van 't Hof; Saskia; Sas; mevrouw Van 't Hof; Saskia vant Hof; S. van 't Hof; van 't Hof
dominee Terpstra; ds. Terpstra; Terpstra; dominee Terpstra's
huisarts Verbeek; dokter Verbeek; Verbeek; dr. Verbeek
Hatice Özdemir; Hatice; Ozdemir; Hatiçe; mevrouw Özdemir; Hatice Ozdemir
Rinus; Rinus Mol; M. Mol; Marinus Mol; meneer Mol
tante Jo; Jo Kortekaas; mevrouw Kortekaas; J. Kortekaas
""",
        """
Wilhelmus Hoekstra; Wim Hoekstra; Wim; W. Hoekstra; meneer Hoekstra
Cornelia Hoekstra-Prins; Corrie; Corrie Hoekstra; mevrouw Hoekstra; C. Hoekstra; Corrie Prins
Wim Dijkman; Dijkman; W. Dijkman; Wimpie Dijkman
Fatma Yıldız; Fatma; Fatma Yildiz; F. Yıldız; Fatma's; Yildiz
Jan-Peter Zandstra; JP; Jan Peter; JP Zandstra; Zandstra; J.P. Zandstra
Annemieke ter Horst; Annemieke; Mieke ter Horst; Ter Horst; mevrouw Ter Horst; Annemiek ter Horst
Bas; Sebastiaan Kuyper; Bas Kuyper; Bas Kuiper; Kuyper
zuster Agnes; Agnes
buurman Harrie; Harrie; Harry
Lotte de Graaf; Lotte; Lot; De Graaf; Lottes; L. de Graaff
""",
        """
Jacoba van Rossum; Co van Rossum; Coba; mevrouw Van Rossum; J. van Rossum; Van Rossum
Dirk Jan Eikelboom; Dirk-Jan; Dirk-Jan Eikelboom; Eikelboom; D.J. Eikelboom; DJ Eikelboom
Mehmet Aslan; Mehmet; Memet; Mehmet Arslan; M. Aslan; meneer Aslan
Zeynep Aslan; Zeynep; Zeynep's; mevrouw Aslan; Zeyneb
Thijs Roelofs; Thijs; Tijs Roelofs; Mathijs Roelofs; T. Roelofs
Grietje Roelofs; Greet Roelofs; Griet; mevrouw Roelofs
wethouder Van Beukering; Van Beukering; Karel van Beukering; K. van Beukering
juf Marloes; Marloes; Marloes Tichelaar; mevrouw Tichelaar
Sjef; Jozef Peeters; Sjef Peeters; meneer Peeters; J. Peters; Sjefke
Kim Nguyen; Kim; Nguyen; Kims; Kim Nguyễn
""",
        """
Frederika Lamers; Rika; Rika Lamers; Riek; Lamers; F. Lamers; mevrouw Lamers; Lammers
Theodorus Bosman; Theo Bosman; Theo; Dorus; T. Bosman; meneer Bosman
Theo Verhagen; T. Verhagen; Verhagen; meneer Verhagen
Said el Amrani; Said; El Amrani; Saïd; Said Elamrani; S. el Amrani; meneer El Amrani
Naima el Amrani; Naima; Naïma; Naima's; mevrouw El Amrani
Elisabeth Schouten; Els Schouten; Els; Elsje; mevrouw Schouten; E. Schouten; Liesbeth Schouten
Bert Schouten; Bertus Schouten; Bert; meneer Schouten; B. Schouten
Kristel van der Wal; Kristel; Christel; Christel van der Wal; K. v.d. Wal; Van der Wal; Kristel vd Wal
collega Sven; Sven; Svens; Sven Aalders
Roland; Roland Pinas; Pinas; meneer Pinas; Rolands
""",
        """
Jeannette Dubois; Jeannette; Jeanet; Jeannet Dubois; mevrouw Dubois; J. Dubois
Gijs Hendriks; Gijs; Gijsbert Hendriks; G. Hendriks; Hendriks; meneer Hendriks; Gijsje
Hendrik de Jong; Henk de Jong; Henk; De Jong; H. de Jong; meneer De Jong
Henk Polman; Henk P.; Polman; Henk Polmans
Anna Kowalska; Anna; Ania; mevrouw Kowalska; A. Kowalska; Ania Kowalska
Piotr Kowalski; Piotr; Piotrek; meneer Kowalski; P. Kowalski
Ruud de Wit; Ruud; Rudolf de Wit; R. de Wit; Rudi de Wit; De Wit
Ria Bakker-de Wit; Ria Bakker; Ria; mevrouw Bakker; Ria de Wit; Maria Bakker-de Wit
Yasmina Belhaj; Yasmina; Jasmina; Yasmina Bel Haj; Y. Belhaj; Belhaj; Yasmin
oma Truus; Truus; Geertruida Blom; Truus Blom
""",
        """
Jan Willem Brinkman; Jan Willem; Jan Brinkman; J.W. Brinkman; JW; meneer Brinkman
Tineke Brinkman-Vos; Tineke Vos; Tineke; mw. Brinkman-Vos; T. Vos
Kees Oudshoorn; Kees; C. Oudshoorn; Oudshoorn; meneer Oudshoorn; Cees Oudshoorn
Mohamed Ait Ali; Mohamed; Ait Ali; M. Ait Ali; Mo Ait Ali; meneer Ait Ali
Sjoukje Dijkstra; Sjoukje; Dykstra; Sjoukje Dijkstra's; S. Dijkstra; Sjouk
Marleen van der Linden; Marleen; Marlene van der Linden; mevrouw Van der Linden; M. v.d. Linden; Marleen van de Linden
professor Van Gelder; prof. Van Gelder; Van Gelder; prof. dr. Van Gelder
Ömer Şahin; Ömer; Omer Sahin; Ömers; meneer Şahin; Sahin
Fien; Fientje; Josefien Maas; Fien Maas
Gerrit Jan; Gerrit-Jan Bloemen; GJ Bloemen; Gert-Jan; Bloemen
""",
        """
Robbert-Jan van Es; Robbert-Jan; RJ van Es; Van Es; meneer Van Es
Chantal Verbruggen; Chantal; Chantalle; Sjantal; C. Verbruggen; Verbrugge
Willem Schmidt; Willem; Schmitt; Willem Schmid; W. Schmidt; meneer Schmidt
Lucie; Lucy; Lucie Haan; Lucie de Haan; mevrouw De Haan
Tamara Zwiers; Tamara; Tam; T. Zwiers; juffrouw Zwiers; juf Tamara
Rutger B.; Rutger; Rutger Boersma; Boersma
Ineke Vermeulen-Bos; Ineke Bos-Vermeulen; Ineke Vermeulen; Ineke; mevrouw Vermeulen
dhr. Peeters; de heer Peeters; meneer Peeters; Peeters
burgemeester Halsema; Halsema
Femke; Fem; Femke Ritsema van Eck; Femke Ritsema; mevrouw Ritsema van Eck
""",
        """
Annelies Wouters; Annelies; Lies Wouters; Anneliese; A. Wouters; mevrouw Wouters
Stef Wouters; Stef; Stefan Wouters; meneer Wouters; Stéphan
Abdelhakim el Idrissi; Hakim; Hakim el Idrissi; El Idrissi; A. el Idrissi; Abdelhakim El-Idrissi
Jolanda; Yolanda; Jolanda Kuipers; Jolanda Kuiper; J. Kuipers; Jola
Dick Timmer; Dick; Dik Timmer; D. Timmer; Timmer; oom Dick
Leonie Zijlstra; Leonie; Leoni; Zylstra; L. Zijlstra; Leonies
Tjitske van der Woude; Tjitske; Tsjitske; Van der Woude; Tjitske vd Woude
Bernard Hoogland; Ben Hoogland; Ben; Bernardus Hoogland; B. Hoogland; Hooglands; meneer Hoogland
Safiye Koç; Safiye; Safiya; Koc; mevrouw Koç; Safiye Koc
Wil van Dam; Wilhelmina van Dam; Wil; mevrouw Van Dam; Willie van Dam
""",
        """
Gerda Tjong A Tak; mevrouw Tjong A Tak; Gerda; Tjong A Tak; mevrouw Tjong; G. Tjong A Tak
Sindy Pinas; Cindy Pinas; Cindy; Sindy; C. Pinas
dr. Anil Sewnath; Anil; Sewnath; dokter Sewnath; Aniel; A. Sewnath
Marciano Wijngaarde; Marciano; Marsiano; Wyngaarde; meneer Wijngaarde; Marci
Hendrik v.d. Broek; Henk van den Broek; H. vd Broek; Henk v. d. Broek; Henk van de Broek; meneer Van den Broek
Boudewijn; Baudewijn; Boudewijn Stam; Boud; B. Stam
Truus Stam; Truusje; mevrouw Stam; Truus S.; Trui
Femmigje Slot; Femmie; Fem; mevrouw Slot; F. Slot; Femmigje
Nadezjda Petrova; Nadja; Nadia Petrova; mevrouw Petrova; Nadya
Ait; Hafid Aït Bouhou; Hafid; Abdelhafid Ait Bouhou; H. Ait Bouhou; Aitbouhou
""",
        """
Dineke Ploeg; Dien Ploeg; Dineke; mevrouw Ploeg; D. Ploeg; Berendina Ploeg
Berend Ploeg; Berend; meneer Ploeg; B. Ploeg; Beer
Jelle de Roos; Jelle; Jel; De Roos; J. de Roos; Jelles
Ottilie; Tilly; Ottilie Baas; Tilly Baas; mevrouw Baas
Hamza Çelik; Hamza; Hamsa; H. Celik; Celik; meneer Çelik
Wouter-Jan; Wouter Jan Poelstra; WJ; Wouter-Jan Poelstra; Poelstra; W.J. Poelstra
Margot; Margo; Margot Quist; Margo Kwist; mevrouw Quist; M. Quist
Gré; Margaretha Hulst; Gré Hulst; mevrouw Hulst; Greet
oom Bertus; Bertus Hulst; Bertus; Bert Hulst; meneer Hulst
Mariëlle Kok; Mariëlle; Marielle; Marjel; mevrouw Kok; M. Kok; Kok
""",
        """
Ellen Schippers; Ellen; El; mevrouw Schippers; Ellen Schippers-Kuin; E. Schippers
Ton Kuin; Anton Kuin; Ton; Tonnie; meneer Kuin; A. Kuin; T. Kuin
Najib; Nadjib; Najib Azzouzi; N. Azzouzi; Azouzi; meneer Azzouzi
Bouchra Azzouzi; Bouchra; Boesjra; Bushra; mevrouw Azzouzi
Klaas Pieter Dol; Klaas-Pieter; KP; Klaas Dol; K.P. Dol; Dol
Petra; Petra Wijnands; Wijnands; Peet; P. Wijnands; Petra Wijnants
ds. Van Ruler; dominee Van Ruler; dominee Ruler; Van Ruler
Eefje; Eefje Zwart; Evelien Zwart; Eef; E. Zwart; mevrouw Zwart
Roel; Roelof Venema; Roel Venema; R. Venema; Venema; Roelfs
Soerish; Suresh; Soeresh Bihari; Suresh Biharie; meneer Biharie; S. Bihari
""",
    ),
    "en": (
        """
Christopher Hargreaves; Chris; Chris Hargreaves; Kit Hargreaves; Mr Hargreaves; C. Hargreaves; Hargreaves
Susan Hargreaves; Sue; Sue Hargreaves; Mrs Hargreaves; Susie; S. Hargreaves
Mohammed Iqbal; Mohammed; Mo; Mo Iqbal; Iqbal; Muhammad Iqbal; Mr Iqbal; M. Iqbal
Dr Chowdhury; Dr. Chowdhury; Chowdhury; Doctor Chowdhury; Dr Choudhury
Siobhan O'Leary; Siobhan; Shivaun; Siobhán; Mrs O'Leary; O'Leary; Siobhan O'Leary's; S. O'Leary
Mary-Anne Pickering; Mary-Anne; Mary Anne; Maryanne; Mary Ann Pickering; Ms Pickering; M.A. Pickering
Nurse Bridget; Bridget; Bridget's
Auntie Pam; Pam; Pamela Stokes; Pam Stokes
Oluwaseun Adeyemi; Seun; Seun Adeyemi; Oluwaseun; Mr Adeyemi; Adeyemi
Father Dominic; Dominic; Father Dom
""",
        """
William Braithwaite; Bill Braithwaite; Bill; Billy; Mr Braithwaite; W. Braithwaite; Braithwaite's
Elizabeth Braithwaite; Betty; Betty Braithwaite; Mrs Braithwaite; Liz; E. Braithwaite
Will Sandiford; Will; Sandiford; W. Sandiford; Will Sandifords
Stephen Marsh; Steve Marsh; Steve; Steven Marsh; S. Marsh; Mr Marsh; Marsh
Philippa Marsh; Pip; Philippa; Pippa Marsh; Mrs Marsh; Philipa
Gurpreet Sandhu; Gurpreet; Gurpreet's; Gurprit; Ms Sandhu; G. Sandhu; Sandhu
Agnieszka Nowak; Agnieszka; Aga; Aga Nowak; Agnes Nowak; A. Nowak; Mrs Nowak; Agnieska
Old Tom; Tom; Tom Fairclough; Thomas Fairclough; Mr Fairclough; Tommy
DeShawn Carter; DeShawn; Deshawn; D. Carter; Carter; DeShawn's
Councillor Price; Price; Cllr Price; Councillor Price's
""",
        """
Margaret Tully; Peggy Tully; Peggy; Margaret; Mrs Tully; Peg; M. Tully
Geoffrey Tully; Geoff; Jeff Tully; Geoff Tully; Mr Tully; G. Tully
Aoife Brannigan; Aoife; Eefa; Aoife Branigan; Miss Brannigan; A. Brannigan
Catherine Fry; Cath; Cath Fry; Kathy Fry; Katherine Fry; C. Fry; Fry
JJ; John Joseph Doyle; JJ Doyle; John Joe; Doyle; Mr Doyle
Leticia Mensah-Cole; Leticia; Tish; Letitia; Leticia Mensah; Leticia Cole; Ms Mensah-Cole; Mrs Cole
Rajesh Patel; Raj; Raj Patel; Rajesh; Mr Patel; R. Patel; Raj's
Priya Patel; Priya; Preeya; Mrs Patel; P. Patel; Pria Patel
Sister Immaculata; Immaculata; Sister Imaculata
Jerome; Jerome Watkins; Gerome; J. Watkins; Watkins
""",
        """
Alexandra Petrou; Alex; Alex Petrou; Sandra Petrou; Ally; Ms Petrou; A. Petrou; Petrou
Alexander Finch; Alex Finch; Alec; Finch; Mr Finch; Sandy Finch
Robert McAllister; Bob McAllister; Bob; Rab; Mr McAllister; MacAllister; R. McAllister; Robert MacAllister
Isobel McAllister; Isobel; Isabel McAllister; Izzy; Mrs McAllister
Tyrone Bennett; Tyrone; Ty; Ty Bennett; Bennet; Tyrone Bennet; T. Bennett
Lakshmi Narayanan; Lakshmi; Laxmi; L. Narayanan; Mrs Narayanan; Narayanan; Lakshmi's
Ed Bannister; Ed; Eddie; Edward Bannister; Mr Bannister; Bannister; E. Bannister
Kwame Asante; Kwame; Kwami; K. Asante; Asante; Kwame Asanti
Pastor Grace; Grace; Grace Ojo; Pastor Ojo; G. Ojo
Lily-Mae; Lily Mae; Lily-May; Lily
""",
        """
Sarah Jane Holroyd; Sarah Jane; Sarah Holroyd; Sarah-Jane; S. Holroyd; Mrs Holroyd; Miss Holroyd
John F. Tattersall; John Tattersall; John; Mr Tattersall; J.F. Tattersall; Jack Tattersall
Niamh Gallagher; Niamh; Neve; Gallacher; N. Gallagher; Niamh Gallaher
Mr Choudhury; Choudhury; Mr Chowdhury; Mr Chaudhry
Kathy S.; Kathy; Kathy Sugden; Kath Sugden; Sugden
Deborah Stevens; Debbie; Debbie Stephens; D. Stevens; Ms Stevens; Deb
Bob Cratchley; Robert Cratchley; R. Cratchley; Mr Cratchley; Bobby; Cratchley
Meera Krishnamurthy; Meera; Mira; Krishnamurthy; M. Krishnamurthy; Dr Krishnamurthy
St John Rivers; St John; Sinjin; Mr Rivers
T.J. Hooker; TJ; TJ Hooker; Hooker
""",
        """
Patricia O'Sullivan; Trish; Trish Sullivan; Mrs O'Sullivan; Patsy O'Sullivan; P. O'Sullivan; O'Sullivan
Liam O'Sullivan; Liam; Mr O'Sullivan; L. O'Sullivan
Femi Adebayo; Oluwafemi Adebayo; Femi; F. Adebayo; Mr Adebayo; Adebayo
Zsófia Horváth; Zsofia; Sofia Horvath; Horvath; Zsófi
Mei Ling Chan; Mei Ling; Mei-Ling; Meiling; M.L. Chan; Ms Chan
Ahmed Abdi Warsame; Ahmed; Ahmed Warsame; Ahmed Abdi; A. Warsame; Mr Warsame
Rosie Entwistle; Rosie; Rose Entwistle; Rosemary Entwistle; Entwhistle; R. Entwistle
Matt Lockwood; Matthew Lockwood; Matty; Mat Lockwood; M. Lockwood; Lockwood's; Lockwood
Judge Rinder; Rinder; Judge Rinder's
Sgt Holloway; Sergeant Holloway; Holloway; Sgt. Holloway
""",
    ),
}
