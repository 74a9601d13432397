"""Draws the screen of a terminal, as `tmux capture-pane -e -N -p` gives it on standard input, as an SVG.

    picture.py write FILE TITLE     draws it
    picture.py same FILE            0 if the picture has the text that is on the screen, whatever its colors, else 1
"""

import html
import pathlib
import re
import sys
import unicodedata

WIDTH, HEIGHT, SIZE = 8.4, 18, 14
INK, PAPER = "#d8dee9", "#1f2430"
BASIC = "#2b303b #e06c75 #98c379 #e5c07b #61afef #c678dd #56b6c2 #c8ccd4 #6b7280 #f28b92 #b5e890 #f5d78e #8cc8ff #dd9ff0 #7fdbe6 #ffffff".split()
# An underline that waves, which is 4:3 and no number of its own.
WAVE = 1004
SEQUENCE = re.compile(r"\x1b\[([0-9;:]*)m|\x1b[()][A-Z0-9]|[\x0e\x0f]")


def color_of(number):
    """One of the 256 colors of a terminal."""
    if number < 16:
        return BASIC[number]
    if number >= 232:
        return "#{0:02x}{0:02x}{0:02x}".format(8 + 10 * (number - 232))
    steps = [0, 95, 135, 175, 215, 255]
    number -= 16
    return "#%02x%02x%02x" % (steps[number // 36], steps[number // 6 % 6], steps[number % 6])


def extended(values):
    """The color that follows a 38, 48 or 58."""
    kind = values.pop(0)
    if kind == 5:
        return color_of(values.pop(0))
    return "#%02x%02x%02x" % (values.pop(0), values.pop(0), values.pop(0))


def changed(style, codes):
    """A style after the codes of a sequence."""
    style = dict(style)
    values = []
    for code in codes.split(";"):
        parts = code.split(":")
        if parts[0] == "4" and len(parts) > 1:
            values.append({"0": 24, "3": WAVE}.get(parts[1], 4))
        else:
            # "58:2::1:2:3" has an empty part for a color space.
            values += [int(part or 0) for part in parts if part or len(parts) == 1]
    while values:
        value = values.pop(0)
        if value == 0:
            style = {}
        elif value in (1, 3, 4, 7):
            style[value] = True
        elif value == WAVE:
            style[4] = WAVE
        elif value in (22, 23, 24, 27):
            style.pop(value - 20 if value != 22 else 1, None)
        elif 30 <= value <= 37 or 90 <= value <= 97:
            style["ink"] = BASIC[value - 30 if value < 90 else value - 82]
        elif 40 <= value <= 47 or 100 <= value <= 107:
            style["paper"] = BASIC[value - 40 if value < 100 else value - 92]
        elif value in (38, 48, 58):
            style[{38: "ink", 48: "paper", 58: "line"}[value]] = extended(values)
        elif value in (39, 49, 59):
            style.pop({39: "ink", 49: "paper", 59: "line"}[value], None)
    return style


def runs(line, style):
    """The stretches of a line that have one style, and the style at its end."""
    found, at = [], 0
    for match in SEQUENCE.finditer(line):
        found.append((line[at : match.start()], style))
        if match.group(1) is not None:
            style = changed(style, match.group(1))
        at = match.end()
    found.append((line[at:], style))
    return [run for run in found if run[0]], style


def columns(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def drawn(lines, title):
    wide = max((columns("".join(text for text, _ in line)) for line in lines), default=0)
    full = (wide * WIDTH + 2 * SIZE, len(lines) * HEIGHT + 2 * SIZE)
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {full[0]:.0f} {full[1]}" role="img" font-family="monospace" font-size="{SIZE}">',
        f"<title>{html.escape(title)}</title>",
        f'<rect width="100%" height="100%" rx="6" fill="{PAPER}"/>',
    ]
    for row, line in enumerate(lines):
        column = 0
        for text, style in line:
            x, y, width = SIZE + column * WIDTH, SIZE + row * HEIGHT, columns(text) * WIDTH
            ink, paper = style.get("ink", INK), style.get("paper")
            if style.get(7):
                ink, paper = paper or PAPER, ink
            if paper:
                out.append(f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{HEIGHT}" fill="{paper}"/>')
            if text.strip():
                weight = ' font-weight="bold"' if style.get(1) else ""
                slant = ' font-style="italic"' if style.get(3) else ""
                out.append(
                    f'<text x="{x:.1f}" y="{y + SIZE}" textLength="{width:.1f}" fill="{ink}"{weight}{slant} xml:space="preserve">'
                    f"{html.escape(text)}</text>"
                )
            if style.get(4):
                line_color = style.get("line", ink)
                stroke = "q2.1 -3 4.2 0 t4.2 0" * columns(text) if style[4] == WAVE else f"h{width:.1f}"
                out.append(f'<path d="M{x:.1f} {y + SIZE + 3} {stroke}" fill="none" stroke="{line_color}"/>')
            column += columns(text)
    return "\n".join(out) + "\n</svg>\n"


def main():
    lines, style = [], {}
    for line in sys.stdin.read().rstrip("\n").split("\n"):
        found, style = runs(line, style)
        lines.append(found)
    file = pathlib.Path(sys.argv[2])
    if sys.argv[1] == "write":
        file.write_text(drawn(lines, sys.argv[3]), encoding="utf-8")
        return 0
    picture = re.findall(r"<text[^>]*>([^<]*)</text>", file.read_text(encoding="utf-8"))
    shown = [html.escape(text) for line in lines for text, _ in line if text.strip()]
    squeezed = lambda texts: "".join("".join(texts).split())
    return 0 if squeezed(picture) == squeezed(shown) else 1


sys.exit(main())
