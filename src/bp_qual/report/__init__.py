"""The report: what changed, for whom, how surely, and the quotes, for someone who opens one file.

`content` says everything once, in Dutch or English (`facts` looks things up, `code_stories` and `person_stories` tell
their sections, `doubts` what to doubt, `drawings` places the lines); `html` makes a page of it, `word_report` a draft
annex, `excel` a workbook of all tables with a sheet that explains every column. Texts are in
`bp_qual.wording`, the looks of the page in ``templates/``.
"""
