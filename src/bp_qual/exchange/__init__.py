"""Exchange: codebooks (and codings) in and out of other programs, and what a format cannot carry said by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bp_qual.lazy_names import load_when_asked

if TYPE_CHECKING:
    from bp_qual.exchange.codebook_files import EXPORT_ENDINGS, IMPORT_ENDINGS, export_codebook, import_codebook
    from bp_qual.exchange.drafts import Exported, Imported

__all__ = ["EXPORT_ENDINGS", "IMPORT_ENDINGS", "Exported", "Imported", "export_codebook", "import_codebook"]
__getattr__ = load_when_asked(__name__, __file__)
