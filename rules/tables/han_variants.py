#!/usr/bin/env python3
"""Makes src/contact_name/han_variants.rs: kanji that no name may hold, each with the nearest that one may.

Source: Unihan_Variants.txt of the Unicode Character Database 15.0, from the Debian package
`unicode-data` (docs/third-party.md), and the few below that it lacks.

Run:   python3 rules/tables/han_variants.py [FILE]          writes the table
       python3 rules/tables/han_variants.py [FILE] --check  fails when the table is out of date
FILE is /usr/share/unicode/Unihan_Variants.txt.bz2 if not given.
"""

import bz2
import collections
import pathlib
import sys
import textwrap
import unicodedata

from jis import characters, is_letter

TARGET = pathlib.Path(__file__).parents[1] / "src/contact_name/han_variants.rs"
SOURCE = "/usr/share/unicode/Unihan_Variants.txt.bz2"

# Forms of family registers that version 15.0 of the source does not connect.
ADDED = dict(pair for pair in ["𠮷吉", "槗橋", "靑青", "淸清", "姬姫", "旣既", "產産", "尙尚", "凬風", "𫝆今", "𫝑勢"])

# Relations in the order in which they are asked: the same letter in another shape first.
RELATIONS = ["kZVariant", "kTraditionalVariant", "kSemanticVariant", "kSimplifiedVariant", "kSpecializedSemanticVariant"]
OPPOSITE = {"kTraditionalVariant": "kSimplifiedVariant", "kSimplifiedVariant": "kTraditionalVariant"}


def relations(file):
    """For each kanji and relation, the kanji that stand in it, read from both sides."""
    found = collections.defaultdict(lambda: collections.defaultdict(set))
    for line in bz2.open(file, "rt", encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        source, relation, targets = line.rstrip("\n").split("\t")
        for target in targets.split():
            one, other = chr(int(source[2:], 16)), chr(int(target.split("<")[0][2:], 16))
            found[one][relation].add(other)
            found[other][OPPOSITE.get(relation, relation)].add(one)
    return found


def level(char):
    """0 for the kanji of level 1 of JIS X 0208, 1 for level 2, 2 for all others."""
    try:
        return 0 if char.encode("shift_jis") < b"\x98\x9f" else 1
    except UnicodeEncodeError:
        return 2


def is_plain(char):
    """Whether it is no compatibility kanji: those Unicode itself decomposes, and as text they are not stable."""
    return unicodedata.normalize("NFC", char) == char


def nearest(char, found, taken):
    """The most common kanji that may stand in a name, by the closest relation that has one."""
    for relation in RELATIONS:
        near = found[char][relation] & taken if relation in found[char] else ()
        if near:
            return min(near, key=lambda other: (level(other), other))
    return None


def pairs(file):
    """Every kanji that is not taken, and what is offered instead; one step further where none is near."""
    taken = {char for char in characters()[0] if is_letter(char) and is_plain(char)}
    found = relations(file)
    for char in sorted(set(found) | set(ADDED)):
        if char in taken or not is_plain(char):
            continue
        steps = (nearest(other, found, taken) for relation in RELATIONS[:3] for other in sorted(found.get(char, {}).get(relation, ())))
        offered = ADDED.get(char) or nearest(char, found, taken) or next(filter(None, steps), None)
        if offered:
            yield char + offered


def table(file):
    """The whole Rust file."""
    all_pairs = list(pairs(file))
    lines = "".join(f"    {line}\\\n" for line in textwrap.wrap("".join(all_pairs), 60))
    return f"""//! Kanji in no table of ours, each before the nearest one that is: {len(all_pairs)} pairs.
//!
//! Made by `rules/tables/han_variants.py`, which names its source. Change the script, not
//! this file.

/// A kanji and what is offered instead, by turns, in the order of the first.
pub(super) static PAIRS: &str = "\\
{lines}";
"""


def main():
    """Writes the table, or compares it."""
    arguments = [word for word in sys.argv[1:] if word != "--check"]
    text = table(*arguments or [SOURCE])
    if "--check" in sys.argv:
        if TARGET.read_text(encoding="utf-8") != text:
            sys.exit(f"{TARGET} is out of date: run python3 rules/tables/han_variants.py")
        return
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
