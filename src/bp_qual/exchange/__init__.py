"""Exchange: codebooks (and codings) in and out of other programs, and what a format cannot carry said by name."""

from __future__ import annotations

from bp_qual.exchange.codebook_files import EXPORT_ENDINGS, IMPORT_ENDINGS, export_codebook, import_codebook
from bp_qual.exchange.drafts import Exported, Imported

__all__ = ["EXPORT_ENDINGS", "IMPORT_ENDINGS", "Exported", "Imported", "export_codebook", "import_codebook"]
