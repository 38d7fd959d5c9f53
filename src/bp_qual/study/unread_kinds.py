"""Endings of files that no reader takes: what often or seldom holds talk, recordings, and what describes a study."""

from __future__ import annotations

from bp_qual.study.packed_names import PACKED

WRITTEN = (".doc", ".dot", ".pages", ".wpd", ".wps", ".sxw", ".gdoc")  # by word processors: talk more often than not
COMPANIONS = (".yaml", ".yml")
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".heic", ".svg", ".bmp")
SELDOM_TALK = (
    *PICTURES,
    ".xls",
    ".xlsm",
    ".ods",
    ".ppt",
    ".pptx",
    *PACKED,
    ".bib",
    ".r",
    ".py",
    ".sav",
)
MAY_SHOW_TALK = (*PICTURES, ".xls", ".xlsm")  # pages of an interview, or a table of its talk
RECORDINGS = (".mp3", ".wav", ".m4a", ".mp4", ".mov", ".wma", ".ogg", ".flac", ".aac", ".avi", ".mkv", ".webm", ".amr")
