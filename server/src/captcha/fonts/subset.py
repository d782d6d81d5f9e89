#!/usr/bin/env python3
"""Cuts the fonts of the picture authentication down to its 31 characters.

Usage, in a folder of its own (needs `pip install fonttools brotli`, and `dpkg-deb`):

    apt-get download fonts-dejavu-core
    npm pack @fontsource/atkinson-hyperlegible
    python3 subset.py . /path/to/server/src/captcha/fonts

Every cut font gets a new family name ("Shinsei Captcha A" …): the SIL Open Font
License forbids a changed font to bear a Reserved Font Name, and the Bitstream Vera
licence forbids "Bitstream" and "Vera". Copyright and licence stay in each file's
name table; the licences lie beside the fonts. The same input gives the same bytes.
"""

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789"
# Of the name table only copyright, licence and the address of the licence are kept.
KEPT_NAMES = [0, 13, 14]
DEJAVU = "usr/share/fonts/truetype/dejavu/"
FONTS = [
    ("A", "sans", "fonts-dejavu-core_*.deb", DEJAVU + "DejaVuSans-Bold.ttf"),
    ("B", "serif", "fonts-dejavu-core_*.deb", DEJAVU + "DejaVuSerif-Bold.ttf"),
    ("C", "mono", "fonts-dejavu-core_*.deb", DEJAVU + "DejaVuSansMono-Bold.ttf"),
    (
        "D",
        "hyperlegible",
        "fontsource-atkinson-hyperlegible-*.tgz",
        "package/files/atkinson-hyperlegible-latin-700-normal.woff2",
    ),
]
# The web font has lost its licence entries on the way; its package says this.
MISSING_LICENCE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."


def unpack(package: Path, into: Path) -> None:
    if package.suffix == ".deb":
        subprocess.run(["dpkg-deb", "-x", package, into], check=True)
    else:
        with tarfile.open(package) as archive:
            archive.extractall(into, filter="data")


def cut(source: Path, letter: str, target: Path) -> None:
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = KEPT_NAMES
    options.notdef_outline = False
    options.drop_tables += ["GDEF", "GPOS", "GSUB", "kern", "FFTM", "DSIG", "post"]
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    cutter = subset.Subsetter(options)
    cutter.populate(text=CHARACTERS)
    cutter.subset(font)
    name = font["name"]
    for number, text in [(1, f"Shinsei Captcha {letter}"), (2, "Bold"), (4, f"Shinsei Captcha {letter} Bold")]:
        name.setName(text, number, 3, 1, 0x409)
    if name.getName(13, 3, 1, 0x409) is None:
        name.setName(MISSING_LICENCE, 13, 3, 1, 0x409)
    font.save(target)
    print(f"{target.name}: {target.stat().st_size} bytes")


def main(packages: Path, target: Path) -> None:
    for letter, label, package, inside in FONTS:
        (found,) = packages.glob(package)
        with tempfile.TemporaryDirectory() as folder:
            unpack(found, Path(folder))
            cut(Path(folder, inside), letter, target / f"{label}.ttf")


main(Path(sys.argv[1]), Path(sys.argv[2]))
