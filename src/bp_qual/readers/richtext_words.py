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
# all other words of the format
OTHERS = _split(
    """
    ApplyBrkRules absh abslock absw acf adeff adeflang adn aenddoc aendnotes aexpnd afelev afs aftnbj aftnnalc
    aftnnar aftnnauc aftnnchi aftnnchosung aftnncnum aftnndbar aftnndbnum aftnndbnumd aftnndbnumk aftnndbnumt
    aftnnganada aftnngbnum aftnngbnumd aftnngbnumk aftnngbnuml aftnnrlc aftnnruc aftnnzodiac aftnnzodiacd
    aftnnzodiacl aftnrestart aftnrstcont aftnstart aftntj alang allowfieldendsel allprot alntblind animtext
    annotprot ansicpg asianbrkrule aup autofmtoverride bdbfhdr bdrrlswsix binfsxn binsxn bkmkcolf bkmkcoll bkmkpub
    bliptag blipupi bookfold bookfoldrev bookfoldsheets brdrart brdrcf brdrw brkfrm brsp bxe caccentfive caccentfour
    caccentone caccentsix caccentthree caccenttwo cachedcolbal cb cbackgroundone cbackgroundtwo cchs cellx cf
    cfollowedhyperlink cgrid charrsid charscalex chbgdkbdiag chbgdkcross chbgdkdcross chbgdkfdiag chbgdkhoriz
    chbgdkvert chcbpat chcfpat chhres chshdng chyperlink clcbpat clcbpatraw clcfpat clcfpatraw cldel cldelauth
    cldeldttm clftsWidth clins clinsauth clinsdttm clmrgd clmrgdauth clmrgddttm clmrgdr clpadb clpadfb clpadfl
    clpadfr clpadft clpadl clpadr clpadt clshdng clshdngraw clspb clspfb clspfl clspfr clspft clspl clsplit clsplitr
    clspr clspt clwWidth cmaindarkone cmaindarktwo cmainlightone cmainlighttwo colbalsxn colno cols colsr colsx colw
    contextualspace cpg crdate cshade ctextone ctexttwo ctint cufi culi curi cvmme deff defformat deflangfe defshp
    deftab dfrauth dfrdate dfrmtxtx dfrmtxty dfrstart dfrstop dfrxst dghorigin dghshow dghspace dgmargin dgsnap
    dgvorigin dgvshow dgvspace dibitmap dn dntblnsbdb dobxcolumn dobxmargin dobxpage dobymargin dobypage dobypara
    doctemp doctype dodhgt dolock donotembedlingdata donotembedsysfont donotshowcomments donotshowinsdel
    donotshowmarkup donotshowprops dpaendhol dpaendl dpaendsol dpaendw dparc dparcflipx dparcflipy dpastarthol
    dpastartl dpastartsol dpastartw dpcallout dpcoa dpcoaccent dpcobestfit dpcoborder dpcodabs dpcodbottom
    dpcodcenter dpcodescent dpcodtop dpcolength dpcominusx dpcominusy dpcooffset dpcosmarta dpcotdouble dpcotright
    dpcotsingle dpcottriple dpcount dpellipse dpendgroup dpfillbgcb dpfillbgcg dpfillbgcr dpfillbggray dpfillbgpal
    dpfillfgcb dpfillfgcg dpfillfgcr dpfillfggray dpfillfgpal dpfillpat dpgroup dpline dplinecob dplinecog dplinecor
    dplinedado dplinedadodo dplinedash dplinedot dplinegray dplinehollow dplinepal dplinesolid dplinew dppolycount
    dppolygon dppolyline dpptx dppty dprect dproundr dpshadow dpshadx dpshady dptxbtlr dptxbx dptxbxmar dptxlrtb
    dptxlrtbv dptxtbrl dptxtbrlv dpx dpxsize dpy dpysize dropcapli dropcapt dxfrtext edmins emfblip enddoc endnotes
    enforceprot expnd expndtw expshrtn facingp fbias fbidi fbidis fbimajor fbiminor fcharset fdbmajor fdbminor
    fdecor felnbrelev ffdefres ffhaslistbox ffhps ffmaxlen ffownhelp ffownstat ffprot ffrecalc ffres ffsize fftype
    fftypetxt fhimajor fhiminor fi fid fittext fjgothic fjminchou fldalt flomajor flominor fmodern fn fnetwork fnil
    fnonfilesys footery forceupgrade formdisp formprot formshade fosnum fprq fracwidth frelative froman fs fscript
    fswiss ftech ftnbj ftnil ftnlytwnine ftnnalc ftnnar ftnnauc ftnnchi ftnnchosung ftnncnum ftnndbar ftnndbnum
    ftnndbnumd ftnndbnumk ftnndbnumt ftnnganada ftnngbnum ftnngbnumd ftnngbnumk ftnngbnuml ftnnrlc ftnnruc
    ftnnzodiac ftnnzodiacd ftnnzodiacl ftnrestart ftnrstcont ftnrstpg ftnstart ftntj fttruetype fvaliddos fvalidhpfs
    fvalidmac fvalidntfs gcw grfdocevents gridtbl gutterprl guttersxn headery horzdoc horzvert hrule hsv htmautsp
    htmlbase htmlrtf hwelev hyphauto hyphcaps hyphconsec hyphhotz ignoremixedcontent ilfomacatclnup ilvl
    indrlsweleven insrsid ipgp irow irowband itap ixe jcompress jexpand jis jpegblip jsksu kerning krnprsnet ksulang
    landscape lang langfenp langnp lbr levelfollow levelindent leveljc leveljcn levellegal levelnfc levelnfcn
    levelnorestart levelold levelpicture levelpicturenosize levelprev levelprevspace levelspace levelstartat
    leveltemplateid li linemod linestart linestarts linex linkstyles lisa lisb listhybrid listlevel listoverride
    listoverridecount listoverrideformat listoverridestartat listrestarthdn listsimple liststyleid listtemplateid
    lnbrkrule lnongrid lsdlocked lsdlockeddef lsdlockedexcept lsdpriority lsdprioritydef lsdqformat lsdqformatdef
    lsdsemihidden lsdsemihiddendef lsdstimax lsdunhideused lsdunhideuseddef lvltentative lytcalctblwd lytexcttp
    lytprtmet lyttblrtgr macc maccPr macpict makebackup maln malnScr margPr margSz margb margbsxn margl marglsxn
    margmirror margmirsxn margr margrsxn margt margtsxn mbar mbarPr mbaseJc mbegChr mborderBox mborderBoxPr mbox
    mboxPr mbrk mbrkBin mbrkBinSub mcGp mcGpRule mcSp mchr mcount mctrlPr mdPr mdefJc mdeg mdegHide mden mdiff
    mdiffSty mdispdef mendChr meqArr meqArrPr mfName mfPr mfunc mfuncPr mgroupChr mgroupChrPr mgrow mhideBot
    mhideLeft mhideRight mhideTop mintLim minterSp mintraSp mjc mlMargin mlim mlimLoc mlimLow mlimLowPr mlimUpp
    mlimUppPr mlimloc mlimlow mlimlowPr mlimupp mlimuppPr mlit mmPr mmaddfieldname mmath mmathFont mmattach mmaxdist
    mmblanklines mmc mmcJc mmcPr mmconnectstr mmconnectstrdata mmcs mmdatasource mmdatatypeaccess mmdatatypeexcel
    mmdatatypefile mmdatatypeodbc mmdatatypeodso mmdatatypeqt mmdefaultsql mmdestemail mmdestfax mmdestnewdoc
    mmdestprinter mmerrors mmfttypeaddress mmfttypebarcode mmfttypedbcolumn mmfttypemapped mmfttypenull
    mmfttypesalutation mmheadersource mmjdsotype mmlinktoquery mmmailsubject mmmaintypecatalog mmmaintypeemail
    mmmaintypeenvelopes mmmaintypefax mmmaintypelabels mmmaintypeletters mmodso mmodsoactive mmodsocoldelim
    mmodsocolumn mmodsodynaddr mmodsofhdr mmodsofilter mmodsofldmpdata mmodsofmcolumn mmodsohash mmodsolid
    mmodsomappedname mmodsoname mmodsorecipdata mmodsosort mmodsosrc mmodsotable mmodsoudl mmodsoudldata
    mmodsouniquetag mmquery mmr mmreccur mmshowdata mnary mnaryLim mnaryPr mnoBreak mnor mnum mo moMath moMathPara
    moMathParaPr mobjDist mopEmu mphant mphantPr mplcHide mpos mpostSp mpreSp mrMargin mrPr mrSp mrSpRule mrad
    mradPr msPre msPrePr msSub msSubPr msSubSup msSubSupPr msSup msSupPr mscr msepChr mshow mshp msmallFrac msmcap
    mstrikeBLTR mstrikeH mstrikeTLBR mstrikeV msty msub msubHide msup msupHide mtransp mtype muser mvauth mvdate
    mvertJc mvfmf mvfml mvtof mvtol mwrapIndent mwrapRight mzeroAsc mzeroDesc mzeroWid newtblstyruls nextfile
    noafcnsttbl nobrkwrptbl nocolbal nocompatoptions nocxsptable noextrasprl nofchars nofcharsws nofeaturethrottle
    nofpages nofwords nogrowautofit noindnmbrts nojkernpunct nolead nolnhtadjtbl noqfpromote nosectexpand
    nospaceforul notabind notbrkcnstfrctbl notcvasp notvatxbx nouicompat noultrlspc noxlattoyen objalign objcropb
    objcropl objcropr objcropt objh objscalex objscaley objtransy objw ogutter oldas oldlinewrap oleclsid otblrul
    outline outlinelevel paperh paperw pararsid pgbrdrb pgbrdrfoot pgbrdrhead pgbrdrl pgbrdropt pgbrdrr pgbrdrsnap
    pgbrdrt pghsxn pgnbidia pgnbidib pgnchosung pgncnum pgndbnum pgndbnumd pgndbnumk pgndbnumt pgndecd pgnganada
    pgngbnum pgngbnumd pgngbnumk pgngbnuml pgnhindia pgnhindib pgnhindic pgnhindid pgnhn pgnhnsc pgnhnsh pgnhnsm
    pgnhnsn pgnhnsp pgnid pgnstart pgnstarts pgnthaia pgnthaib pgnthaic pgnvieta pgnx pgny pgnzodiac pgnzodiacd
    pgnzodiacl pgwsxn picbmp picbpp piccropb piccropl piccropr piccropt pich pichGoal pichgoal picscaled picscalex
    picscaley picw picwGoal picwgoal pindtabqc pindtabql pindtabqr pmartabqc pmartabql pmartabqr pmmetafile pnacross
    pnaiu pnaiud pnaiueo pnaiueod pnb pnbidia pnbidib pncaps pncard pncf pnchosung pncnum pndbnum pndbnumd pndbnumk
    pndbnuml pndbnumt pndec pndecd pnf pnfs pnganada pngblip pngbnum pngbnumd pngbnumk pngbnuml pnhang pni pnindent
    pniroha pnirohad pnlcltr pnlcrm pnlvl pnlvlblt pnlvlbody pnlvlcont pnnumonce pnord pnordt pnprev pnqc pnql pnqr
    pnrauth pnrdate pnrestart pnrnfc pnrnot pnrpnbr pnrrgb pnrstart pnrstop pnrxst pnscaps pnsp pnstart pnstrike
    pnucltr pnucrm pnul pnuld pnuldash pnuldashd pnuldashdd pnuldb pnulhair pnulnone pnulth pnulw pnulwave pnzodiac
    pnzodiacd pnzodiacl prauth prcolbl prdate printdata proptype protect protlevel psover psz ptabldot ptablmdot
    ptablminus ptablnone ptabluscore pubauto pwd qk rawclbgbdiag rawclbgcross rawclbgdcross rawclbgdkbdiag
    rawclbgdkcross rawclbgdkdcross rawclbgdkfdiag rawclbgdkhor rawclbgdkvert rawclbgfdiag rawclbghoriz rawclbgvert
    readonlyrecommended readprot relyonvml remdttm rempersonalinfo revauth revauthdel revbar revdttmdel revisions
    revprop revprot ri rin rsidroot rtlgutter sa saauto saftnnchi saftnnchosung saftnncnum saftnndbar saftnndbnum
    saftnndbnumd saftnndbnumk saftnndbnumt saftnnganada saftnngbnum saftnngbnumd saftnngbnumk saftnngbnuml
    saftnnzodiac saftnnzodiacd saftnnzodiacl saftnstart sautoupd saveinvalidxml saveprevpict sb sbasedon sbauto
    scompose sectlinegrid sectrsid sectspecifygenN sftnnchi sftnnchosung sftnncnum sftnndbar sftnndbnum sftnndbnumd
    sftnndbnumk sftnndbnumt sftnnganada sftnngbnum sftnngbnumd sftnngbnumk sftnngbnuml sftnnzodiac sftnnzodiacd
    sftnnzodiacl sftnstart shidden showplaceholdtext showxmlerrors shpbottom shpfblwtxt shpfhdr shpgrp shpleft
    shplid shpright shptop shpwr shpwrk shpz sl slink slmult slocked snaptogridincell snext softlheight spersonal
    spltpgpar splytwnine spriority sprsbsp sprslnsp sprsspbf sprstsm sprstsp spv sqformat srauth srdate sreply
    ssemihidden stextflow stshfbi stshfdbch stshfhich stshfloch stylelock stylelockbackcomp stylelockenforced
    stylelockqfset stylelocktheme stylesortmethod styrsid subfontbysize sunhideused swpbdr tblindtype tblrsid tcf
    tcn tdfrmtxtBottom tdfrmtxtLeft tdfrmtxtRight tdfrmtxtTop themelang themelangcs themelangfe tposnegx tposnegy
    tposx tposy trackformatting trackmoves transmf trauth trautofit trbgdkbdiag trbgdkcross trbgdkdcross trbgdkfdiag
    trbgdkhor trbgdkvert trcbpat trcfpat trdate trftsWidth trftsWidthA trftsWidthB trgaph trleft trpaddb trpaddfb
    trpaddfl trpaddfr trpaddft trpaddl trpaddr trpaddt trpadob trpadofb trpadofl trpadofr trpadoft trpadol trpador
    trpadot trpat trrh trshdng trspdb trspdfb trspdfl trspdfr trspdft trspdl trspdr trspdt trspob trspofb trspofl
    trspofr trspoft trspol trspor trspot truncatefontheight truncex trwWidth trwWidthA trwWidthB tsbgbdiag tsbgcross
    tsbgdcross tsbgdkbdiag tsbgdkcross tsbgdkdcross tsbgdkfdiag tsbgdkhor tsbgdkvert tsbgfdiag tsbghoriz tsbgvert
    tsbrdrb tsbrdrdgl tsbrdrdgr tsbrdrh tsbrdrl tsbrdrr tsbrdrt tsbrdrv tscbandhorzeven tscbandhorzodd tscbandsh
    tscbandsv tscbandverteven tscbandvertodd tscellcbpat tscellcfpat tscellpaddb tscellpaddfb tscellpaddfl
    tscellpaddfr tscellpaddft tscellpaddl tscellpaddr tscellpaddt tscellpct tscellwidth tscellwidthfts tscfirstcol
    tscfirstrow tsclastcol tsclastrow tscnecell tscnwcell tscsecell tscswcell tsd tsnowrap tsrowd tsvertalb
    tsvertalc tsvertalt twoinone twoonone tx txbxtwalways txbxtwfirst txbxtwfirstlast txbxtwlast txbxtwno uc ulc up
    urtf useltbaln usenormstyforlist usexform utinl validatexml vertal vertdoc viewbksp viewkind viewnobound
    viewscale viewzk wbitmap wbmbitspixel wbmplanes wbmwidthbyte wmetafile wpeqn wpjst wpsp wraptrsp wrppunct xef
    xmlattrns xmlns xmlsdttcell xmlsdttpara xmlsdttregular xmlsdttrow xmlsdttunknown yts yxe
    """
)
