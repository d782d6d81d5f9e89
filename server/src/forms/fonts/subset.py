#!/usr/bin/env python3
"""Cut the two fonts of the printed sheet out of Debian's fonts-morisawa-bizud-gothic.

    apt-get download fonts-morisawa-bizud-gothic=1.05-2   # Debian 12
    pip install fonttools==4.68.0
    python3 server/src/forms/fonts/subset.py fonts-morisawa-bizud-gothic_1.05-2_all.deb

Regular prints the office's own words, so it holds whatever a Japanese office is
likely to be called. Bold prints only app/src/words/ja/sheet.rs. Run it again when that changes.
"""
import hashlib
import io
import pathlib
import subprocess
import sys
import tarfile

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = pathlib.Path(__file__).resolve().parent
PACKAGE_SHA256 = "a2caf06e0523cdf2e104de25881b44b34650a73c69e09374183eec06a4f61498"
FOLDER = "./usr/share/fonts/truetype/bizud-gothic/"
ASCII = "".join(map(chr, range(0x20, 0x7F)))
SIGNS = "①②③④⑤⑥⑦⑧⑨℡№㈱"
# Names of today's towns have these kanji of level 2: Hinohara and Hinoemata,
# Isahaya, Ajigasawa, Tsumagoi, Hakui, Shimojo.
TOWNS = "檜諫鰺嬬咋條"
# What Windows types where JIS has the wave dash and the minus sign.
WINDOWS = "～－"


def jis_rows(rows):
    """Every character of these rows of JIS X 0208."""
    for row in rows:
        for cell in range(1, 95):
            try:
                yield bytes([0xA0 + row, 0xA0 + cell]).decode("euc_jp")
            except UnicodeDecodeError:
                pass


def words():
    return (HERE.parents[3] / "app/src/words/ja/sheet.rs").read_text(encoding="utf-8").replace("\n", "")


def font_bytes(package, name):
    tar = subprocess.run(
        ["dpkg-deb", "--fsys-tarfile", package], check=True, capture_output=True
    ).stdout
    return tarfile.open(fileobj=io.BytesIO(tar)).extractfile(FOLDER + name).read()


def write_subset(package, name, characters, target):
    font = TTFont(io.BytesIO(font_bytes(package, name)), recalcTimestamp=False)
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["meta", "DSIG", "gasp", "vhea", "vmtx"]
    options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(sorted(set(characters))))
    cutter.subset(font)
    path = HERE / target
    font.save(path)
    print(path.name, len(font.getBestCmap()), "characters", path.stat().st_size, "bytes",
          hashlib.sha256(path.read_bytes()).hexdigest())


def main(package):
    found = hashlib.sha256(pathlib.Path(package).read_bytes()).hexdigest()
    if found != PACKAGE_SHA256:
        sys.exit(f"{package}: sha256 is {found}, expected {PACKAGE_SHA256}")
    # Rows 1 to 5: symbols, full-width letters, kana. Rows 16 to 47: kanji of level 1.
    regular = "".join(jis_rows([1, 2, 3, 4, 5, *range(16, 48)])) + ASCII + SIGNS + TOWNS + WINDOWS
    write_subset(package, "BIZUDGothic-Regular.ttf", regular + words(), "BIZUDGothic-Regular.subset.ttf")
    write_subset(package, "BIZUDGothic-Bold.ttf", ASCII + words(), "BIZUDGothic-Bold.subset.ttf")


if __name__ == "__main__":
    main(sys.argv[1])
