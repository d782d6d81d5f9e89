"""Reads the list with Python's parsers: peers.py LIST"""

import json
import sys
import time

import jptime
from jpdatetime import jpdatetime

FORMATS = ["%G年%m月%d日", "%g%m.%d", "%g%m月%d日", "%Y年%m月%d日", "%Y/%m/%d", "%Y-%m-%d", "%Y.%m.%d", "%Y%m%d"]


def with_jptime(text):
    """The day, or an exception."""
    return jptime.from_str(text).to_datetime()


def with_jpdatetime(text):
    """The day by the first format that fits: the library wants one."""
    for form in FORMATS:
        try:
            return jpdatetime.strptime(text, form)
        except ValueError:
            continue
    raise ValueError


def told(parse, text):
    """The day in ISO form, or None."""
    try:
        return parse(text).strftime("%Y-%m-%d")
    except Exception:  # a peer that breaks refuses
        return None


def timed(parse, text):
    """Nanoseconds for one parse, the best of five."""
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter_ns()
        try:
            parse(text)
        except Exception:
            pass
        best = min(best, time.perf_counter_ns() - start)
    return best


lines = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
for name, parse in [("jptime 1.1 (Python)", with_jptime), ("jpdatetime 1.5 (Python)", with_jpdatetime)]:
    days = [(told(parse, line["input"]), line["want"]) for line in lines]
    right = sum(day == want for day, want in days)
    refused = sum(day is None and want is not None for day, want in days)
    median = sorted(timed(parse, line["input"]) for line in lines)[len(lines) // 2]
    print(f"{name:<42} {right:>6} {len(lines) - right - refused:>6} {refused:>8} {median:>10}")
