"""Files: read within limits, write so that a crash leaves the old or the new, YAML with positions, tables as bytes.

The only room that writes.
"""

from bp_qual.files.atomic_writing import finish_folder, keep_earlier, write_atomically, write_folder, write_together
from bp_qual.files.decoding import Decoded, clean_text, decode_text
from bp_qual.files.guard import allow_overwriting, check_targets, guarded_run, note_read, removable
from bp_qual.files.safe_reading import Package, is_impossible, open_file, open_package, read_bytes

__all__ = [
    "Decoded",
    "Package",
    "allow_overwriting",
    "check_targets",
    "clean_text",
    "decode_text",
    "finish_folder",
    "guarded_run",
    "is_impossible",
    "keep_earlier",
    "note_read",
    "open_file",
    "open_package",
    "read_bytes",
    "removable",
    "write_atomically",
    "write_folder",
    "write_together",
]
