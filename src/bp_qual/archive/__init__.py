"""Archives: the same coding with workers on more than one core or machine, in parts, into tables of Parquet.

`listing` says what an archive consists of, `parting` cuts it, `part_work` is what a worker does; `running` and
`clusters` know Dask, which nothing else does. The extra ``scale`` brings it; nothing of it is loaded before it is used.
"""
