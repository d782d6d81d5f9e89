#!/usr/bin/env python3
"""Makes the voice samples of the spoken picture authentication.

Usage (Debian: `apt-get install espeak-ng`; `pip install numpy`):

    python3 make.py /path/to/server/src/captcha/samples

Each letter's Japanese name is spoken by espeak-ng, cut to its sound, made equally
loud and written as headerless 8-bit mu-law (ITU-T G.711) of 16,000 samples a second. 16 kHz because
at 8 kHz エス and エフ sound alike. The same espeak-ng gives the same bytes.
"""

import io
import subprocess
import sys
import wave
from pathlib import Path

import numpy

RATE = 16_000
WORDS_PER_MINUTE = {"q": 175, "9": 175}
USUAL_WORDS_PER_MINUTE = 125
LOUDNESS = 0.16
PEAK = 0.95
# キュー (q) and きゅう (9) sound the same, so these two say which kind they are,
# and quicker, so that a whole answer stays under twelve seconds.
# espeak-ng misreads リュー: its phonemes are given instead.
NAMES = {
    "a": "エー", "b": "ビー", "c": "シー", "d": "ディー", "e": "イー", "f": "エフ", "g": "ジー",
    "h": "エイチ", "j": "ジェー", "k": "ケー", "m": "エム", "n": "エヌ", "p": "ピー",
    "q": "えいじの、キュー", "r": "アール", "s": "エス", "t": "ティー", "u": "ユー", "v": "ブイ",
    "w": "[[d'abur`_ju:]]", "x": "エックス", "y": "ワイ", "z": "ゼット", "2": "に", "3": "さん",
    "4": "よん", "5": "ご", "6": "ろく", "7": "なな", "8": "はち", "9": "すうじの、きゅう",
}  # fmt: skip


def spoken(letter: str) -> tuple[numpy.ndarray, int]:
    speed = WORDS_PER_MINUTE.get(letter, USUAL_WORDS_PER_MINUTE)
    command = ["espeak-ng", "-v", "jpx/ja", "-s", str(speed), "--stdout", NAMES[letter]]
    sound = subprocess.run(command, check=True, capture_output=True).stdout
    with wave.open(io.BytesIO(sound)) as file:
        frames = numpy.frombuffer(file.readframes(file.getnframes()), "<i2")
        return frames / 32768.0, file.getframerate()


def at_rate(sound: numpy.ndarray, rate: int) -> numpy.ndarray:
    """Resamples through the spectrum, which cuts what the new rate cannot carry."""
    length = round(len(sound) * RATE / rate)
    spectrum = numpy.fft.rfft(sound)[: length // 2 + 1]
    return numpy.fft.irfft(spectrum, length) * length / len(sound)


def trimmed(sound: numpy.ndarray) -> numpy.ndarray:
    loud = numpy.flatnonzero(numpy.abs(sound) > 0.012 * numpy.abs(sound).max())
    margin = RATE // 100
    cut = sound[max(loud[0] - margin, 0) : loud[-1] + margin].copy()
    ramp = numpy.linspace(0, 1, RATE // 200)
    cut[: len(ramp)] *= ramp
    cut[-len(ramp) :] *= ramp[::-1]
    return cut


def levelled(sound: numpy.ndarray) -> numpy.ndarray:
    factor = LOUDNESS / numpy.sqrt(numpy.mean(sound**2))
    return sound * min(factor, PEAK / numpy.abs(sound).max())


def mu_law(sound: numpy.ndarray) -> bytes:
    whole = numpy.clip(numpy.round(sound * 32767), -32635, 32635).astype(int)
    size = numpy.abs(whole) + 132
    segment = numpy.floor(numpy.log2(size)).astype(int) - 7
    low = (size >> (segment + 3)) & 15
    code = numpy.where(whole < 0, 128, 0) | (segment << 4) | low
    return (~code & 255).astype(numpy.uint8).tobytes()


def main(target: Path) -> None:
    total = 0
    for letter in NAMES:
        sound = levelled(trimmed(at_rate(*spoken(letter))))
        (target / f"{letter}.ulaw").write_bytes(mu_law(sound))
        total += len(sound)
        print(f"{letter} {len(sound) / RATE:.2f} s")
    print(f"{total} bytes")


main(Path(sys.argv[1]))
