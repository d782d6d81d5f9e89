#!/usr/bin/env python3
"""Makes the test photos in photos/ from one public-domain portrait.

Needs Pillow 12.0.0 (another version codes JPEG differently) and pip:

    python3 make_photos.py            # makes the photos and photos/MANIFEST.md
    python3 make_photos.py --check    # makes them elsewhere and compares

The portrait comes out of the scikit-image wheel, fetched from PyPI with pip;
`--wheel FILE` takes one that is already there. Everything is seeded, and the
wheel, the portrait and (with --check) each photo are compared by SHA-256.
"""

import argparse
import hashlib
import io
import pathlib
import random
import subprocess
import sys
import tempfile
import zipfile

import PIL
from PIL import Image, ImageChops

PILLOW = "12.0.0"
PACKAGE = "scikit-image==0.26.0"
PLATFORM = ("--python-version", "3.11", "--platform", "manylinux_2_28_x86_64", "--only-binary", ":all:")
WHEEL_SHA256 = "74aa5518ccea28121f57a95374581d3b979839adc25bb03f289b1bc9b99c58af"
PORTRAIT = "skimage/data/astronaut.png"
PORTRAIT_SHA256 = "88431cd9653ccd539741b555fb0a46b61558b301d4110412b5bc28b5e3ea6cb5"
PHOTOS = pathlib.Path(__file__).parent / "photos"

# The head (crown 18, chin 190) fills 34 of 45 parts of the height, the face is
# in the middle, and the sides are as 45 to 35.
CARD_CROP = (138, 0, 315, 228)

# Looked for by the tests that nothing of the metadata is stored.
CANARY = "CANARY-7f3a"


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def portrait(wheel):
    data = pathlib.Path(wheel).read_bytes()
    assert sha256(data) == WHEEL_SHA256, "another wheel than the one used before"
    png = zipfile.ZipFile(io.BytesIO(data)).read(PORTRAIT)
    assert sha256(png) == PORTRAIT_SHA256, "another portrait than the one used before"
    return Image.open(io.BytesIO(png)).convert("RGB")


def fetched_wheel(folder):
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "-q", "--no-deps", *PLATFORM, "--dest", folder, PACKAGE],
        check=True,
    )
    return next(pathlib.Path(folder).glob("*.whl"))


def card(source, width, height, grain=0):
    """The card crop at this size, with the fine grain of a camera if wished."""
    picture = source.crop(CARD_CROP).resize((width, height), Image.Resampling.LANCZOS)
    if not grain:
        return picture
    noise = Image.frombytes("L", picture.size, random.Random(23).randbytes(width * height))
    noise = noise.point(lambda value: value * grain // 255)
    lighter = Image.merge("RGB", (noise, noise, noise))
    return ImageChops.subtract(ImageChops.add(picture, lighter), Image.new("RGB", picture.size, (grain // 2,) * 3))


def jpeg(picture, quality, **options):
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, **options)
    return out.getvalue()


def saved(picture, form, **options):
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def turned(source):
    """As a phone held upright writes it: lying, with "turn right" and a place."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x0131] = CANARY
    exif.get_ifd(0x8825).update(
        {0: b"\2\3\0\0", 1: "N", 2: (35.0, 41.0, 22.0), 3: "E", 4: (139.0, 41.0, 30.0)}
    )
    lying = card(source, 700, 900).transpose(Image.Transpose.ROTATE_90)
    return jpeg(lying, 88, exif=exif, comment=CANARY.encode()) + CANARY.encode() * 100


def heic():
    """Only the first box of a HEIC file, then zeros: enough to be recognised."""
    return b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(24_000)


def photos(source):
    middle = card(source, 560, 720)
    return {
        "good.jpg": (jpeg(card(source, 900, 1157, grain=18), 90), "accepted"),
        "grey.jpg": (jpeg(middle.convert("L"), 90), "accepted, advice: greyscale"),
        "progressive.jpg": (jpeg(middle, 90, progressive=True), "accepted, progressive coding"),
        "restarts.jpg": (jpeg(middle, 85, restart_marker_rows=1), "accepted, with restart markers"),
        "turned.jpg": (turned(source), "accepted; EXIF orientation 6, GPS position, comment, trailing bytes"),
        "cmyk.jpg": (jpeg(middle.convert("CMYK"), 80), "refused: colour_cmyk"),
        "small_side.jpg": (jpeg(card(source, 400, 514), 92), "refused: too_narrow (400 pixels)"),
        "few_bytes.jpg": (jpeg(card(source, 480, 617), 40), "refused: too_few_bytes"),
        "truncated.jpg": (jpeg(middle, 90)[:30_000], "refused: incomplete (cut after 30,000 bytes)"),
        "photo.png": (saved(card(source, 480, 617).quantize(32), "PNG", optimize=True), "refused: not_jpeg (png)"),
        "photo.webp": (saved(middle, "WEBP", quality=85), "refused: not_jpeg (webp)"),
        "photo.heic": (heic(), "refused: not_jpeg (heic); hand-made header, no picture inside"),
    }


def manifest(made):
    rows = "\n".join(
        f"| `{name}` | {len(data):,} | {meaning} | `{sha256(data)}` |" for name, (data, meaning) in made.items()
    )
    return f"""# Test photos

All are made by `../make_photos.py` with Pillow {PILLOW}; `python3 make_photos.py --check`
makes them again and compares. Each of the refused ones has one fault only.

Source: `{PORTRAIT}` (sha256 `{PORTRAIT_SHA256}`)
from the wheel of {PACKAGE} on PyPI (sha256 `{WHEEL_SHA256}`).
It is NASA's portrait of Eileen Collins. The package says of it: "No known copyright
restrictions, released into the public domain". It shows one person; the tests say
nothing about other faces.

`photo.heic` is no photo but a file header followed by zeros.
The metadata of `turned.jpg` is invented.

| file | bytes | verdict | sha256 |
| --- | ---: | --- | --- |
{rows}
"""


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("--wheel")
    arguments.add_argument("--check", action="store_true")
    given = arguments.parse_args()
    assert PIL.__version__ == PILLOW, f"needs Pillow {PILLOW}, found {PIL.__version__}"

    with tempfile.TemporaryDirectory() as folder:
        made = photos(portrait(given.wheel or fetched_wheel(folder)))
    files = {name: data for name, (data, _) in made.items()}
    files["MANIFEST.md"] = manifest(made).encode()
    for name, data in files.items():
        path = PHOTOS / name
        if given.check:
            assert path.read_bytes() == data, f"{name} differs"
        else:
            path.write_bytes(data)
    print(f"{len(files)} files, {sum(map(len, files.values())):,} bytes: {'as committed' if given.check else 'made'}")


if __name__ == "__main__":
    main()
