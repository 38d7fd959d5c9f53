"""The words of the format Rich Text by what stands in the groups they name, and those that stand between words.

The names are those of Microsoft's Rich Text Format Specification 1.9.1, as far as LibreOffice knows them, and a few
that LibreOffice and Apple write.
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
# all other words of the format: they stand between the words of a text and hold none
OTHERS = _split(
    """
    ApplyBrkRules ab absh abslock absw acaps acccircle acccomma accdot accnone accunderdot acf adeff adeflang
    adjustright adn aenddoc aendnotes aexpnd af afelev afs aftnbj aftnnalc aftnnar aftnnauc aftnnchi aftnnchosung
    aftnncnum aftnndbar aftnndbnum aftnndbnumd aftnndbnumk aftnndbnumt aftnnganada aftnngbnum aftnngbnumd
    aftnngbnumk aftnngbnuml aftnnrlc aftnnruc aftnnzodiac aftnnzodiacd aftnnzodiacl aftnrestart aftnrstcont
    aftnstart aftntj ai alang allowfieldendsel allprot alntblind animtext annotprot ansi ansicpg aoutl ascaps ashad
    asianbrkrule aspalpha aspnum astrike aul auld auldb aulnone aulw aup autofmtoverride b bdbfhdr bdrrlswsix
    bgbdiag bgcross bgdcross bgfdiag bghoriz bgvert binfsxn binsxn bkmkcolf bkmkcoll bkmkpub bliptag blipupi
    bookfold bookfoldrev bookfoldsheets box brdrart brdrb brdrbar brdrbtw brdrcf brdrdash brdrdashd brdrdashdd
    brdrdashdot brdrdashdotdot brdrdashdotstr brdrdashsm brdrdb brdrdot brdremboss brdrengrave brdrframe brdrhair
    brdrinset brdrl brdrnil brdrnone brdroutset brdrr brdrs brdrsh brdrt brdrtbl brdrth brdrthtnlg brdrthtnmg
    brdrthtnsg brdrtnthlg brdrtnthmg brdrtnthsg brdrtnthtnlg brdrtnthtnmg brdrtnthtnsg brdrtriple brdrw brdrwavy
    brdrwavydb brkfrm brsp bxe caccentfive caccentfour caccentone caccentsix caccentthree caccenttwo cachedcolbal
    caps cb cbackgroundone cbackgroundtwo cchs cellx cf cfollowedhyperlink cgrid charrsid charscalex chatn chbgbdiag
    chbgcross chbgdcross chbgdkbdiag chbgdkcross chbgdkdcross chbgdkfdiag chbgdkhoriz chbgdkvert chbgfdiag chbghoriz
    chbgvert chbrdr chcbpat chcfpat chdate chdpa chdpl chftn chftnsep chftnsepc chhres chpgn chshdng chtime
    chyperlink clFitText clNoWrap clbgbdiag clbgcross clbgdcross clbgfdiag clbghoriz clbgvert clbrdrb clbrdrl
    clbrdrr clbrdrt clcbpat clcbpatraw clcfpat clcfpatraw cldel cldelauth cldeldttm cldgll cldglu clftsWidth
    clhidemark clins clinsauth clinsdttm clmgf clmrg clmrgd clmrgdauth clmrgddttm clmrgdr clpadb clpadfb clpadfl
    clpadfr clpadft clpadl clpadr clpadt clshdng clshdngraw clshdrawnil clspb clspfb clspfl clspfr clspft clspl
    clsplit clsplitr clspr clspt cltxbtlr cltxlrtb cltxlrtbv cltxtbrl cltxtbrlv clvertalb clvertalc clvertalt clvmgf
    clvmrg clwWidth cmaindarkone cmaindarktwo cmainlightone cmainlighttwo colbalsxn collapsed colno cols colsr colsx
    colw contextualspace contextualspacing cpg crauth crdate cs cshade ctextone ctexttwo ctint cufi culi curi cvmme
    dbch deff defformat deflangfe defshp deftab delrsid dfrauth dfrdate dfrmtxt dfrmtxtx dfrmtxty dfrstart dfrstop
    dfrxst dghorigin dghshow dghspace dgmargin dgsnap dgvorigin dgvshow dgvspace dibitmap dn dntblnsbdb do
    dobxcolumn dobxmargin dobxpage dobymargin dobypage dobypara doctemp doctype dodhgt dolock donotembedlingdata
    donotembedsysfont donotshowcomments donotshowinsdel donotshowmarkup donotshowprops dpaendhol dpaendl dpaendsol
    dpaendw dparc dparcflipx dparcflipy dpastarthol dpastartl dpastartsol dpastartw dpcallout dpcoa dpcoaccent
    dpcobestfit dpcoborder dpcodabs dpcodbottom dpcodcenter dpcodescent dpcodtop dpcolength dpcominusx dpcominusy
    dpcooffset dpcosmarta dpcotdouble dpcotright dpcotsingle dpcottriple dpcount dpellipse dpendgroup dpfillbgcb
    dpfillbgcg dpfillbgcr dpfillbggray dpfillbgpal dpfillfgcb dpfillfgcg dpfillfgcr dpfillfggray dpfillfgpal
    dpfillpat dpgroup dpline dplinecob dplinecog dplinecor dplinedado dplinedadodo dplinedash dplinedot dplinegray
    dplinehollow dplinepal dplinesolid dplinew dppolycount dppolygon dppolyline dpptx dppty dprect dproundr dpshadow
    dpshadx dpshady dptxbtlr dptxbx dptxbxmar dptxlrtb dptxlrtbv dptxtbrl dptxtbrlv dpx dpxsize dpy dpysize
    dropcapli dropcapt ds dxfrtext edmins embo emfblip enddoc endnhere endnotes enforceprot expnd expndtw expshrtn f
    faauto facenter facingp fafixed fahang faroman favar fbias fbidi fbidis fbimajor fbiminor fcharset fcs fdbmajor
    fdbminor fdecor felnbrelev ffdefres ffhaslistbox ffhps ffmaxlen ffownhelp ffownstat ffprot ffrecalc ffres ffsize
    fftype fftypetxt fhimajor fhiminor fi fid fittext fjgothic fjminchou fldalt flddirty fldedit fldlock fldpriv
    flomajor flominor fmodern fn fnetwork fnil fnonfilesys footery forceupgrade formdisp formprot formshade fosnum
    fprq fracwidth frelative frmtxbtlr frmtxlrtb frmtxlrtbv frmtxtbrl frmtxtbrlv froman fromhtml fromtext fs fscript
    fswiss ftech ftnalt ftnbj ftnil ftnlytwnine ftnnalc ftnnar ftnnauc ftnnchi ftnnchosung ftnncnum ftnndbar
    ftnndbnum ftnndbnumd ftnndbnumk ftnndbnumt ftnnganada ftnngbnum ftnngbnumd ftnngbnumk ftnngbnuml ftnnrlc ftnnruc
    ftnnzodiac ftnnzodiacd ftnnzodiacl ftnrestart ftnrstcont ftnrstpg ftnstart ftntj fttruetype fvaliddos fvalidhpfs
    fvalidmac fvalidntfs gcw grfdocevents gridtbl gutterprl guttersxn headery hich horzdoc horzsect horzvert hrule
    hsv htmautsp htmlbase htmlrtf hwelev hyphauto hyphcaps hyphconsec hyphhotz hyphpar i ignoremixedcontent
    ilfomacatclnup ilvl impr indmirror indrlsweleven insrsid intbl ipgp irow irowband itap ixe jclisttab jcompress
    jexpand jis jpegblip jsksu keep keepn kerning krnprsnet ksulang landscape lang langfenp langnp lastrow lbr
    levelfollow levelindent leveljc leveljcn levellegal levelnfc levelnfcn levelnorestart levelold levelpicture
    levelpicturenosize levelprev levelprevspace levelspace levelstartat leveltemplateid li linebetcol linecont
    linemod lineppage linerestart linestart linestarts linex linkself linkstyles lisa lisb listhybrid listid
    listlevel listoverride listoverridecount listoverrideformat listoverridestartat listrestarthdn listsimple
    liststyleid listtemplateid lnbrkrule lndscpsxn lnongrid loch lsdlocked lsdlockeddef lsdlockedexcept lsdpriority
    lsdprioritydef lsdqformat lsdqformatdef lsdsemihidden lsdsemihiddendef lsdstimax lsdunhideused lsdunhideuseddef
    ltrch ltrdoc ltrmark ltrpar ltrrow ltrsect lvltentative lytcalctblwd lytexcttp lytprtmet lyttblrtgr mac macc
    maccPr macpict makebackup maln malnScr margPr margSz margb margbsxn margl marglsxn margmirror margmirsxn margr
    margrsxn margt margtsxn mbar mbarPr mbaseJc mbegChr mborderBox mborderBoxPr mbox mboxPr mbrk mbrkBin mbrkBinSub
    mcGp mcGpRule mcSp mchr mcount mctrlPr mdPr mdefJc mdeg mdegHide mden mdiff mdiffSty mdispdef mendChr meqArr
    meqArrPr mfName mfPr mfunc mfuncPr mgroupChr mgroupChrPr mgrow mhideBot mhideLeft mhideRight mhideTop mintLim
    minterSp mintraSp mjc mlMargin mlim mlimLoc mlimLow mlimLowPr mlimUpp mlimUppPr mlimloc mlimlow mlimlowPr
    mlimupp mlimuppPr mlit mmPr mmaddfieldname mmath mmathFont mmattach mmaxdist mmblanklines mmc mmcJc mmcPr
    mmconnectstr mmconnectstrdata mmcs mmdatasource mmdatatypeaccess mmdatatypeexcel mmdatatypefile mmdatatypeodbc
    mmdatatypeodso mmdatatypeqt mmdefaultsql mmdestemail mmdestfax mmdestnewdoc mmdestprinter mmerrors
    mmfttypeaddress mmfttypebarcode mmfttypedbcolumn mmfttypemapped mmfttypenull mmfttypesalutation mmheadersource
    mmjdsotype mmlinktoquery mmmailsubject mmmaintypecatalog mmmaintypeemail mmmaintypeenvelopes mmmaintypefax
    mmmaintypelabels mmmaintypeletters mmodso mmodsoactive mmodsocoldelim mmodsocolumn mmodsodynaddr mmodsofhdr
    mmodsofilter mmodsofldmpdata mmodsofmcolumn mmodsohash mmodsolid mmodsomappedname mmodsoname mmodsorecipdata
    mmodsosort mmodsosrc mmodsotable mmodsoudl mmodsoudldata mmodsouniquetag mmquery mmr mmreccur mmshowdata mnary
    mnaryLim mnaryPr mnoBreak mnor mnum mo moMath moMathPara moMathParaPr mobjDist mopEmu movefrom moveto mphant
    mphantPr mplcHide mpos mpostSp mpreSp mrMargin mrPr mrSp mrSpRule mrad mradPr msPre msPrePr msSub msSubPr
    msSubSup msSubSupPr msSup msSupPr mscr msepChr mshow mshp msmallFrac msmcap mstrikeBLTR mstrikeH mstrikeTLBR
    mstrikeV msty msub msubHide msup msupHide mtransp mtype muser mvauth mvdate mvertJc mvf mvfmf mvfml mvt mvtof
    mvtol mwrapIndent mwrapRight mzeroAsc mzeroDesc mzeroWid newtblstyruls nextfile noafcnsttbl nobrkwrptbl nocolbal
    nocompatoptions nocwrap nocxsptable noextrasprctl noextrasprl nofchars nofcharsws nofeaturethrottle nofpages
    nofwords nogrowautofit noindnmbrts nojkernpunct nolead noline nolnhtadjtbl nooverflow noproof noqfpromote
    nosectexpand nosnaplinegrid nospaceforul nosupersub notabind notbrkcnstfrctbl notcvasp notvatxbx nouicompat
    noultrlspc nowidctlpar nowrap nowwrap noxlattoyen objalign objattph objautlink objcropb objcropl objcropr
    objcropt object objemb objh objhtml objicemb objlink objlock objocx objpub objscalex objscaley objsetsize objsub
    objtransy objupdate objw ogutter oldas oldlinewrap oleclsid otblrul outl outline outlinelevel overlay pagebb
    paperh paperw pararsid pard pardirnatural pc pca pgbrdrb pgbrdrfoot pgbrdrhead pgbrdrl pgbrdropt pgbrdrr
    pgbrdrsnap pgbrdrt pghsxn pgnbidia pgnbidib pgnchosung pgncnum pgncont pgndbnum pgndbnumd pgndbnumk pgndbnumt
    pgndec pgndecd pgnganada pgngbnum pgngbnumd pgngbnumk pgngbnuml pgnhindia pgnhindib pgnhindic pgnhindid pgnhn
    pgnhnsc pgnhnsh pgnhnsm pgnhnsn pgnhnsp pgnid pgnlcltr pgnlcrm pgnrestart pgnstart pgnstarts pgnthaia pgnthaib
    pgnthaic pgnucltr pgnucrm pgnvieta pgnx pgny pgnzodiac pgnzodiacd pgnzodiacl pgwsxn phcol phmrg phpg picbmp
    picbpp piccropb piccropl piccropr piccropt pich pichGoal pichgoal picscaled picscalex picscaley picw picwGoal
    picwgoal pindtabqc pindtabql pindtabqr plain pmartabqc pmartabql pmartabqr pmmetafile pnacross pnaiu pnaiud
    pnaiueo pnaiueod pnb pnbidia pnbidib pncaps pncard pncf pnchosung pncnum pndbnum pndbnumd pndbnumk pndbnuml
    pndbnumt pndec pndecd pnf pnfs pnganada pngblip pngbnum pngbnumd pngbnumk pngbnuml pnhang pni pnindent pniroha
    pnirohad pnlcltr pnlcrm pnlvl pnlvlblt pnlvlbody pnlvlcont pnnumonce pnord pnordt pnprev pnqc pnql pnqr pnrauth
    pnrdate pnrestart pnrnfc pnrnot pnrpnbr pnrrgb pnrstart pnrstop pnrxst pnscaps pnsp pnstart pnstrike pnucltr
    pnucrm pnul pnuld pnuldash pnuldashd pnuldashdd pnuldb pnulhair pnulnone pnulth pnulw pnulwave pnzodiac
    pnzodiacd pnzodiacl posxc posxi posxl posxo posxr posyb posyc posyil posyin posyout posyt prauth prcolbl prdate
    printdata proptype protect protlevel psover psz ptabldot ptablmdot ptablminus ptablnone ptabluscore pubauto
    pvmrg pvpara pvpg pwd qc qd qj qk ql qr qt rawclbgbdiag rawclbgcross rawclbgdcross rawclbgdkbdiag rawclbgdkcross
    rawclbgdkdcross rawclbgdkfdiag rawclbgdkhor rawclbgdkvert rawclbgfdiag rawclbghoriz rawclbgvert
    readonlyrecommended readprot relyonvml remdttm rempersonalinfo revauth revauthdel revbar revdttm revdttmdel
    revised revisions revprop revprot ri rin rsidroot rsltbmp rslthtml rsltmerge rsltpict rsltrtf rslttxt rtlch
    rtldoc rtlgutter rtlmark rtlpar rtlrow rtlsect s sa saauto saftnnalc saftnnar saftnnauc saftnnchi saftnnchosung
    saftnncnum saftnndbar saftnndbnum saftnndbnumd saftnndbnumk saftnndbnumt saftnnganada saftnngbnum saftnngbnumd
    saftnngbnumk saftnngbnuml saftnnrlc saftnnruc saftnnzodiac saftnnzodiacd saftnnzodiacl saftnrestart saftnrstcont
    saftnstart sautoupd saveinvalidxml saveprevpict sb sbasedon sbauto sbkcol sbkeven sbknone sbkodd sbkpage sbys
    scaps scompose sectd sectdefaultcl sectlinegrid sectnum sectrsid sectspecifycl sectspecifygenN sectspecifyl
    sectunlocked sftnbj sftnnalc sftnnar sftnnauc sftnnchi sftnnchosung sftnncnum sftnndbar sftnndbnum sftnndbnumd
    sftnndbnumk sftnndbnumt sftnnganada sftnngbnum sftnngbnumd sftnngbnumk sftnngbnuml sftnnrlc sftnnruc sftnnzodiac
    sftnnzodiacd sftnnzodiacl sftnrestart sftnrstcont sftnrstpg sftnstart sftntj shad shidden showplaceholdtext
    showxmlerrors shp shpbottom shpbxcolumn shpbxignore shpbxmargin shpbxpage shpbyignore shpbymargin shpbypage
    shpbypara shpfblwtxt shpfhdr shpgrp shpinst shpleft shplid shplockanchor shpright shptop shpwr shpwrk shpz sl
    slink slmult slocked snaptogridincell snext softcol softlheight softpage spersonal spltpgpar splytwnine
    spriority sprsbsp sprslnsp sprsspbf sprstsm sprstsp spv sqformat srauth srdate sreply ssemihidden stextflow
    strike striked stshfbi stshfdbch stshfhich stshfloch stylelock stylelockbackcomp stylelockenforced
    stylelockqfset stylelocktheme stylesortmethod styrsid sub subdocument subfontbysize sunhideused super swpbdr
    tabsnoovrlp taprtl tblindtype tbllkbestfit tbllkborder tbllkcolor tbllkfont tbllkhdrcols tbllkhdrrows
    tbllklastcol tbllklastrow tbllknocolband tbllknorowband tbllkshading tblrsid tcelld tcf tcn tdfrmtxtBottom
    tdfrmtxtLeft tdfrmtxtRight tdfrmtxtTop themelang themelangcs themelangfe titlepg tldot tleq tlhyph tlmdot tlth
    tlul toplinepunct tphcol tphmrg tphpg tposnegx tposnegy tposx tposxc tposxi tposxl tposxo tposxr tposy tposyb
    tposyc tposyil tposyin tposyout tposyt tpvmrg tpvpara tpvpg tqc tqdec tqr trackformatting trackmoves transmf
    trauth trautofit trbgbdiag trbgcross trbgdcross trbgdkbdiag trbgdkcross trbgdkdcross trbgdkfdiag trbgdkhor
    trbgdkvert trbgfdiag trbghoriz trbgvert trbrdrb trbrdrh trbrdrl trbrdrr trbrdrt trbrdrv trcbpat trcfpat trdate
    trftsWidth trftsWidthA trftsWidthB trgaph trhdr trkeep trkeepfollow trleft trowd trpaddb trpaddfb trpaddfl
    trpaddfr trpaddft trpaddl trpaddr trpaddt trpadob trpadofb trpadofl trpadofr trpadoft trpadol trpador trpadot
    trpat trqc trql trqr trrh trshdng trspdb trspdfb trspdfl trspdfr trspdft trspdl trspdr trspdt trspob trspofb
    trspofl trspofr trspoft trspol trspor trspot truncatefontheight truncex trwWidth trwWidthA trwWidthB ts
    tsbgbdiag tsbgcross tsbgdcross tsbgdkbdiag tsbgdkcross tsbgdkdcross tsbgdkfdiag tsbgdkhor tsbgdkvert tsbgfdiag
    tsbghoriz tsbgvert tsbrdrb tsbrdrdgl tsbrdrdgr tsbrdrh tsbrdrl tsbrdrr tsbrdrt tsbrdrv tscbandhorzeven
    tscbandhorzodd tscbandsh tscbandsv tscbandverteven tscbandvertodd tscellcbpat tscellcfpat tscellpaddb
    tscellpaddfb tscellpaddfl tscellpaddfr tscellpaddft tscellpaddl tscellpaddr tscellpaddt tscellpct tscellwidth
    tscellwidthfts tscfirstcol tscfirstrow tsclastcol tsclastrow tscnecell tscnwcell tscsecell tscswcell tsd
    tsnowrap tsrowd tsvertalb tsvertalc tsvertalt twoinone twoonone tx txbxtwalways txbxtwfirst txbxtwfirstlast
    txbxtwlast txbxtwno uc ul ulc uld uldash uldashd uldashdd uldb ulhwave ulldash ulnone ulth ulthd ulthdash
    ulthdashd ulthdashdd ulthldash ululdbwave ulw ulwave up urtf useltbaln usenormstyforlist usexform utinl v
    validatexml vertal vertalb vertalc vertalj vertalt vertdoc vertsect viewbksp viewkind viewnobound viewscale
    viewzk wbitmap wbmbitspixel wbmplanes wbmwidthbyte webhidden widctlpar widowctrl wmetafile wpeqn wpjst wpsp
    wraparound wrapdefault wrapthrough wraptight wraptrsp wrppunct xef xmlattrns xmlns xmlsdttcell xmlsdttpara
    xmlsdttregular xmlsdttrow xmlsdttunknown yts yxe zwbo zwj zwnbo zwnj
    """
)

PAGES_OF_MACS = {
    10000: "mac_roman", 10006: "mac_greek", 10007: "mac_cyrillic", 10010: "mac_romanian", 10017: "mac_cyrillic",
    10029: "mac_latin2", 10079: "mac_iceland", 10081: "mac_turkish", 10082: "mac_croatian",
}  # fmt: skip
PAGES_OF_SYSTEMS = {"mac": 10000, "pc": 437, "pca": 850}  # where the file names no number
