"""One way of writing a colour, whatever a format calls it: six digits, in capitals, as Word writes it."""

from __future__ import annotations

from bp_qual.lazy_patterns import lazy_pattern

_RGB = lazy_pattern(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\b[^)]*\)")
_PART = lazy_pattern(r"\d*\.?\d+")
_HEX = lazy_pattern(r"#?([0-9a-f]{3}|[0-9a-f]{6})")
_NAMES = """
black:000000 white:FFFFFF silver:C0C0C0 gray:808080 grey:808080 red:FF0000 maroon:800000 darkred:8B0000
crimson:DC143C firebrick:B22222 tomato:FF6347 coral:FF7F50 orange:FFA500 darkorange:FF8C00 orangered:FF4500
gold:FFD700 yellow:FFFF00 olive:808000 brown:A52A2A chocolate:D2691E lime:00FF00 green:008000 darkgreen:006400
forestgreen:228B22 seagreen:2E8B57 lightgreen:90EE90 limegreen:32CD32 teal:008080 aqua:00FFFF cyan:00FFFF
turquoise:40E0D0 darkcyan:008B8B blue:0000FF navy:000080 darkblue:00008B mediumblue:0000CD royalblue:4169E1
dodgerblue:1E90FF steelblue:4682B4 lightblue:ADD8E6 skyblue:87CEEB indigo:4B0082 violet:EE82EE purple:800080
fuchsia:FF00FF magenta:FF00FF darkmagenta:8B008B pink:FFC0CB hotpink:FF69B4
"""
_NAMED = dict(pair.split(":") for pair in _NAMES.split())


def tidy_colour(colour: str) -> str:
    """Return a colour as six digits, or in capitals where it is a name that is not known.

    >>> tidy_colour("blue"), tidy_colour("#00f"), tidy_colour("rgb(0, 0, 255)"), tidy_colour("0000ff")
    ('0000FF', '0000FF', '0000FF', '0000FF')
    >>> tidy_colour("WindowText")
    'WINDOWTEXT'
    """
    low = colour.strip().casefold()
    if match := _RGB.fullmatch(low):
        return "".join(f"{min(255, int(part)):02X}" for part in match.groups())
    if match := _HEX.fullmatch(low):
        return (match[1] if len(match[1]) == 6 else "".join(2 * digit for digit in match[1])).upper()
    return _NAMED.get(low, low.upper())


def tidy_parts(parts: str) -> str:
    """Return a colour that is given in parts of 1, as in a PDF: red, green and blue, grey, or what a printer mixes.

    >>> tidy_parts("(0, 0, 1)"), tidy_parts("(0.0, 1.0, 1.0, 0.0)"), tidy_parts("1")
    ('0000FF', 'FF0000', 'FFFFFF')
    """
    shares = [float(part) for part in _PART.findall(parts)]
    if len(shares) == 1:
        shares *= 3
    if len(shares) == 4:
        shares = [(1 - ink) * (1 - shares[3]) for ink in shares[:3]]
    if len(shares) != 3 or max(shares) > 1:
        return parts
    return "".join(f"{round(255 * share):02X}" for share in shares)
