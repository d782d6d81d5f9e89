#!/usr/bin/env python3
"""Makes src/contact_name/repertoire.rs: the letters a contact name may hold.

Source: JIS X 0213:2004 (levels 1 to 4, planes 1 and 2) as Python's codec
`shift_jis_2004` knows it, together with JIS X 0208 as `iso2022_jp` knows it.
(`euc_jis_2004` is no source: its decoder falls back to JIS X 0212.)

Taken: every character of Unicode category L (letters, kana, kanji, iteration
marks, the long vowel mark) but letter-like symbols and phonetic modifiers, and
the ideographic zero. Digits, spaces and signs are few and stand in the code.

Run:   python3 rules/tables/jis.py          writes the table
       python3 rules/tables/jis.py --check  fails when the table is out of date
"""

import pathlib
import sys
import unicodedata

TARGET = pathlib.Path(__file__).parents[1] / "src/contact_name/repertoire.rs"
KANJI_FIRST, KANJI_LAST = 0x4E00, 0x9FFF
SEMI_VOICED = "\u309a"


def characters():
    """Every character and every two-character sequence of both standards."""
    single, pairs = set(), set()

    def take(data, codec):
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            return
        if len(text) == 1:
            single.add(text)
        elif len(text) == 2 and text[0] > "\x7f":
            pairs.add(text)

    for lead in [*range(0x81, 0xA0), *range(0xE0, 0xFD)]:
        for trail in range(0x40, 0xFD):
            take(bytes([lead, trail]), "shift_jis_2004")
    for row in range(0x21, 0x7F):
        for cell in range(0x21, 0x7F):
            take(b"\x1b$B" + bytes([row, cell]) + b"\x1b(B", "iso2022_jp")
    return single, pairs


def is_letter(char):
    """Whether a character of the tables may stand in a name."""
    code = ord(char)
    if 0x2B0 <= code < 0x300 or 0x2100 <= code < 0x2150 or char in "ªºµ":
        return False
    return unicodedata.category(char)[0] == "L" or char == "〇"


def ranges(codes):
    """Runs of neighbouring code points, as inclusive pairs."""
    runs = []
    for code in codes:
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return runs


def rows(items, per_line):
    """Items of a Rust array, some to a line."""
    lines = [items[i : i + per_line] for i in range(0, len(items), per_line)]
    return "".join("    " + ", ".join(line) + ",\n" for line in lines)


def grouped(word):
    """A 64-bit word in hexadecimal, four digits to a group."""
    digits = f"{word:016x}"
    return "0x" + "_".join(digits[i : i + 4] for i in range(0, 16, 4))


def array(doc, name, kind, items, per_line):
    """One documented Rust constant."""
    lines = "".join(f"/// {line}\n" for line in doc)
    return f"{lines}#[rustfmt::skip]\npub(super) static {name}: [{kind}; {len(items)}] = [\n{rows(items, per_line)}];\n"


def table():
    """The whole Rust file."""
    single, pairs = characters()
    letters = sorted(filter(is_letter, single))
    codes = [ord(letter) for letter in letters]
    bitmap = [0] * ((KANJI_LAST - KANJI_FIRST + 1) // 64)
    for code in codes:
        if KANJI_FIRST <= code <= KANJI_LAST:
            offset = code - KANJI_FIRST
            bitmap[offset // 64] |= 1 << (offset % 64)
    others = ranges(c for c in codes if c < 0x10000 and not KANJI_FIRST <= c <= KANJI_LAST)
    supplementary = [c - 0x20000 for c in codes if c >= 0x10000]
    assert all(0 <= c < 0x10000 for c in supplementary)
    semi_voiced = sorted(ord(pair[0]) for pair in pairs if pair[1] == SEMI_VOICED)
    size = 8 * len(bitmap) + 4 * len(others) + 2 * len(supplementary) + 2 * len(semi_voiced)
    parts = [
        f"""//! The letters of JIS X 0208 and JIS X 0213:2004: {len(letters)} of them in {size} bytes.
//!
//! Made by `rules/tables/jis.py`, which names its source. Change the script, not
//! this file.

""",
        array(
            ["Kanji from U+4E00 on, one bit each, the lowest bit first."],
            "KANJI", "u64", [grouped(word) for word in bitmap], 4,
        ),
        "\n",
        array(
            ["Every other letter below U+10000: first and last of each run, in order."],
            "RUNS", "(u16, u16)", [f"(0x{a:04x}, 0x{b:04x})" for a, b in others], 5,
        ),
        "\n",
        array(
            ["Kanji from U+20000 on: their distance from there, in order."],
            "SUPPLEMENTARY", "u16", [f"0x{code:04x}" for code in supplementary], 10,
        ),
        "\n",
        array(
            ["Kana that JIS X 0213 has with a semi-voiced mark and Unicode only as a pair."],
            "SEMI_VOICED", "u16", [f"0x{code:04x}" for code in semi_voiced], 10,
        ),
    ]
    return "".join(parts)


def main():
    """Writes the table, or compares it."""
    text = table()
    if "--check" in sys.argv:
        if TARGET.read_text(encoding="utf-8") != text:
            sys.exit(f"{TARGET} is out of date: run python3 rules/tables/jis.py")
        return
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
