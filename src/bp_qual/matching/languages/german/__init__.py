"""German: the plain default, and the small words that tell it from Dutch and English."""
