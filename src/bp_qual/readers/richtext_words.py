"""The words of the format Rich Text by what stands in the groups they name, and those that stand between words.

The names are those of Microsoft's Rich Text Format Specification 1.9.1, and a few that LibreOffice and Apple write.
"""

from __future__ import annotations


def _split(names: str) -> frozenset[str]:
    return frozenset(names.split())


# one name, date or number
NAMES = _split(
    """
    bkmkstart bkmkend atnid atnauthor atndate atnicn atnparent atnref atntime atrfstart atrfend generator objclass
    objname objalias objsect objtime panose falt fname protstart protend ffname template listname liststylename
    factoidname xmlname xmlattrname xmlattrvalue revtim wgrffmtfilter
    """
)
# signs and nothing that can be read
TABLES = _split("colortbl expandedcolortbl")
# digits of a picture, an object or another file
DATA = _split(
    """
    pict objdata themedata colorschememapping datastore blipuid passwordhash fontemb svgblip mmathPict
    """
)
# lists, properties, fields and index entries
LISTS = _split(
    """
    fonttbl stylesheet info fldinst fldtype datafield listtable listoverridetable listpicture revtbl rsidtbl filetbl
    xmlnstbl latentstyles mmathPr defchp defpap pgptbl protusertbl userprops ftnsep ftnsepc ftncn aftnsep aftnsepc
    aftncn background picprop sp docvar formfield ffdeftext ffentrymcr ffexitmcr ffformat ffhelptext ffl ffstattext
    fontfile password oldcprops oldpprops oldtprops oldsprops xe tc rxe txe pxe pn pnseclvl pntxta pntxtb operator hl
    hlfr hlloc hlsrc keycode nesttableprops nonesttables mailmerge xform xmlopen xmlclose xmlattr svb private
    leveltext levelnumbers levelmarker lfolevel windowcaption writereservhash writereservation pgdsctbl htmltag
    mhtmltag fchars lchars linkval staticval propname ebcstart ebcend author title subject manager company category
    keywords comment doccomm hlinkbase creatim printim buptim
    """
)
# what is said elsewhere in the file too, for other programs
COPIES = _split("shprslt nonshppict")
# what is read, in the talk or beside it
SAID = _split(
    """
    rtf field fldrslt result shptxt dptxbxtext footnote annotation header headerl headerr headerf footer footerl
    footerr footerf listtext pntext deleted shppict
    """
)
# what stands between words, or is a sign itself
BREAKS = _split(
    """
    par line tab cell nestcell row nestrow sect page column softline emdash endash emspace enspace qmspace bullet
    lquote rquote ldblquote rdblquote
    """
)
# words without a number that stand between the words of a text
FLAGS = _split(
    """
    pard plain sectd trowd tcelld b i ul ulnone uld uldash uldashd uldashdd uldb ulth ulthd ulthdash ulthdashd
    ulthdashdd ulthldash ulldash ulw ulwave ulhwave ululdbwave strike striked caps scaps outl shad embo impr v revised
    webhidden sub super nosupersub noproof noextrasprctl ltrch rtlch fcs hich loch dbch ltrmark rtlmark zwj zwnj zwbo
    zwnbo acccomma accdot accnone acccircle accunderdot ab ai aul auld auldb aulnone aulw aoutl ashad astrike ascaps
    acaps chbrdr brdrt brdrb brdrl brdrr brdrbtw brdrbar box brdrs brdrth brdrsh brdrdb brdrdot brdrdash brdrhair
    brdrdashsm brdrdashd brdrdashdd brdrdashdot brdrdashdotdot brdrinset brdrnone brdroutset brdrtriple brdrtnthsg
    brdrthtnsg brdrtnthtnsg brdrtnthmg brdrthtnmg brdrtnthtnmg brdrtnthlg brdrthtnlg brdrtnthtnlg brdrwavy brdrwavydb
    brdrdashdotstr brdremboss brdrengrave brdrframe brdrnil brdrtbl ql qr qc qj qd qt keep keepn intbl hyphpar pagebb
    nowidctlpar widctlpar widowctrl noline sbys contextualspacing ltrpar rtlpar toplinepunct nooverflow nocwrap
    nowwrap faauto fahang facenter faroman favar fafixed aspalpha aspnum adjustright nosnaplinegrid indmirror tqr tqc
    tqdec tldot tlmdot tlhyph tlul tlth tleq subdocument collapsed overlay wrapdefault wraparound wraptight
    wrapthrough nowrap phmrg phpg phcol posxc posxi posxo posxl posxr pvmrg pvpg pvpara posyil posyt posyc posyb
    posyin posyout frmtxlrtb frmtxtbrl frmtxbtlr frmtxlrtbv frmtxtbrlv dfrmtxt softpage softcol chdate chtime chdpl
    chdpa chpgn sectnum chftn chatn chftnsep chftnsepc sbknone sbkcol sbkpage sbkeven sbkodd linerestart lineppage
    linecont linebetcol pgnrestart pgncont pgndec pgnucrm pgnlcrm pgnucltr pgnlcltr titlepg vertalt vertalb vertalc
    vertalj lndscpsxn endnhere rtlsect ltrsect sectunlocked horzsect vertsect sectdefaultcl sectspecifycl sectspecifyl
    saftnrestart saftnrstcont sftnrestart sftnrstcont sftnrstpg sftnbj sftntj saftnnar saftnnalc saftnnauc saftnnrlc
    saftnnruc sftnnar sftnnalc sftnnauc sftnnrlc sftnnruc lastrow trql trqr trqc trkeep trkeepfollow trhdr trbrdrt
    trbrdrl trbrdrb trbrdrr trbrdrh trbrdrv ltrrow rtlrow taprtl tabsnoovrlp tphcol tphmrg tphpg tpvmrg tpvpara tpvpg
    tposxc tposxi tposxl tposxo tposxr tposyb tposyc tposyil tposyin tposyout tposyt clmgf clmrg clvmgf clvmrg clbrdrt
    clbrdrb clbrdrl clbrdrr clvertalt clvertalc clvertalb clshdrawnil cltxlrtb cltxtbrl cltxbtlr cltxlrtbv cltxtbrlv
    clFitText clNoWrap cldglu cldgll clhidemark tbllkborder tbllkshading tbllkfont tbllkcolor tbllkbestfit
    tbllkhdrrows tbllklastrow tbllkhdrcols tbllklastcol tbllknorowband tbllknocolband flddirty fldedit fldlock fldpriv
    ftnalt object shp shpinst do bghoriz bgvert bgfdiag bgbdiag bgcross bgdcross chbghoriz chbgvert chbgfdiag
    chbgbdiag chbgcross chbgdcross clbghoriz clbgvert clbgfdiag clbgbdiag clbgcross clbgdcross trbghoriz trbgvert
    trbgfdiag trbgbdiag trbgcross trbgdcross pardirnatural shpbxpage shpbxmargin shpbxcolumn shpbypage shpbymargin
    shpbypara shplockanchor shpbxignore shpbyignore objemb objlink objautlink objsub objpub objicemb objhtml objocx
    rsltmerge rsltrtf rslttxt rsltpict rsltbmp rslthtml linkself objlock objupdate objsetsize objattph ltrdoc rtldoc
    fromtext fromhtml ansi mac pc pca jclisttab crauth delrsid listid revdttm mvf mvt moveto movefrom lang af f fs cs
    s ds ts
    """
)
