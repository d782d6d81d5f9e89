#!/usr/bin/env python3
"""Prints 1,000 birth dates as people write them, one JSON object a line.

`want` is the day in ISO form, or null where nothing may be read: a day that does
not exist, lies outside its era or in the future, a two-digit year, an order that
could be meant either way. The right answers come from Python's own calendar and
the table below, not from the parser that is measured. The same list every time.

Shares of the notations: forms and municipal examples write 平成10年1月1日 and its
full-width and spaced forms most; then the letters of JIS X 0301, then Western
forms with slashes and hyphens; kanji numerals come from older documents.

Run: python3 rules/bench/notations.py > notations.jsonl
"""

import datetime
import json
import random

TODAY = datetime.date(2026, 11, 22)
ERAS = [
    ("明治", "M", "㍾", 1867, datetime.date(1873, 1, 1), datetime.date(1912, 7, 30)),
    ("大正", "T", "㍽", 1911, datetime.date(1912, 7, 30), datetime.date(1926, 12, 25)),
    ("昭和", "S", "㍼", 1925, datetime.date(1926, 12, 25), datetime.date(1989, 1, 7)),
    ("平成", "H", "㍻", 1988, datetime.date(1989, 1, 8), datetime.date(2019, 4, 30)),
    ("令和", "R", "㋿", 2018, datetime.date(2019, 5, 1), TODAY),
]
DIGITS = "〇一二三四五六七八九"
FULL = str.maketrans("0123456789/.-HSTRM", "０１２３４５６７８９／．－ＨＳＴＲＭ")
chance = random.Random(20261122)


def kanji(number):
    """A number with units: 63 is 六十三."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones else "")


def row(number):
    """A number digit by digit: 1998 is 一九九八."""
    return "".join(DIGITS[int(digit)] for digit in str(number))


def some_day():
    """A day somebody alive may be born on, in the year of birth of most people."""
    span = (TODAY - datetime.date(1912, 1, 1)).days
    age = int(abs(chance.gauss(0, 0.45)) * span) % span
    return TODAY - datetime.timedelta(days=age)


def era_of(day):
    """The newest era that holds a day."""
    return next(era for era in reversed(ERAS) if era[4] <= day)


def wareki(day):
    """Every Japanese notation of a day, with its share."""
    name, letter, square, offset, _, _ = era_of(day)
    year, month, date = day.year - offset, day.month, day.day
    first = "元" if year == 1 else str(year)
    return [
        (14, f"{name}{first}年{month}月{date}日"),
        (9, f"{name}{first}年{month}月{date}日".translate(FULL)),
        (3, f"{name}{year:02}年{month:02}月{date:02}日"),
        (3, f"{name} {first}年 {month}月 {date}日"),
        (2, f"{name}　{first}年　{month}月　{date}日".translate(FULL)),
        (2, f"{name}{first}年{month}月{date}日生"),
        (1, f"{name}{first}年{month}月{date}日生まれ"),
        (1, f"{name}{first}年({day.year}年){month}月{date}日"),
        (1, f"{name}{first}年{month}月{date}日（{'月火水木金土日'[day.weekday()]}）"),
        (7, f"{letter}{year}.{month}.{date}"),
        (3, f"{letter}{year:02}.{month:02}.{date:02}"),
        (4, f"{letter}{year}/{month}/{date}"),
        (2, f"{letter}{year}-{month}-{date}"),
        (2, f"{letter.lower()}{year}.{month}.{date}"),
        (2, f"{letter}{year}.{month}.{date}".translate(FULL)),
        (2, f"{letter}{year:02}{month:02}{date:02}"),
        (1, f"{letter}.{year}.{month}.{date}"),
        (2, f"{letter}{first}年{month}月{date}日"),
        (2, f"{name[0]}{first}.{month}.{date}"),
        (1, f"{name[0]}{first}年{month}月{date}日"),
        (1, f"{square}{first}年{month}月{date}日"),
        (4, f"{name}{'元' if year == 1 else kanji(year)}年{kanji(month)}月{kanji(date)}日"),
        (1, f"{name}{row(year)}年{row(month)}月{row(date)}日"),
    ]


def western(day):
    """Every Western notation of a day, with its share."""
    return [
        (4, f"{day.year}年{day.month}月{day.day}日"),
        (2, f"{day.year}年{day.month}月{day.day}日".translate(FULL)),
        (1, f"西暦{day.year}年{day.month}月{day.day}日"),
        (5, f"{day.year}/{day.month}/{day.day}"),
        (3, f"{day.year}/{day.month:02}/{day.day:02}"),
        (2, f"{day.year}/{day.month}/{day.day}".translate(FULL)),
        (4, day.isoformat()),
        (2, f"{day.year}.{day.month}.{day.day}"),
        (4, f"{day.year}{day.month:02}{day.day:02}"),
        (1, f"{day.year} {day.month} {day.day}"),
        (1, f"{row(day.year)}年{kanji(day.month)}月{kanji(day.day)}日"),
    ]


def mistakes(day):
    """What people also write, and nobody may read as a day."""
    name, letter, _, offset, _, _ = era_of(day)
    older = ERAS[ERAS.index(era_of(day)) - 1]
    return [
        (3, f"{older[0]}{day.year - older[3]}年{day.month}月{day.day}日") if not holds(older, day) else None,
        (2, f"{older[1]}{day.year - older[3]}.{day.month}.{day.day}") if not holds(older, day) else None,
        (2, f"{name}{day.year - offset}年{chance.choice(['2月30', '4月31', '9月31', '13月1', '0月1'])}日"),
        (2, f"{day.year}-{chance.choice(['02-30', '06-31', '13-01', '00-10', '01-00x'])}"),
        (2, f"{day.year % 100:02}/{day.month}/{day.day}"),
        (2, f"{day.day}/{day.month}/{day.year}"),
        (1, f"{day.year + 130}年{day.month}月{day.day}日"),
        (1, f"{name}{day.year - offset}年{day.month}月"),
        (1, f"{day.month}月{day.day}日"),
        (1, f"{name}0年{day.month}月{day.day}日"),
        (1, f"{letter}{day.year - offset}"),
    ]


def holds(era, day):
    """Whether a day bears the name of an era."""
    return era[4] <= day <= era[5] and day >= datetime.date(1873, 1, 1)


def borders():
    """Days on which an era begins or ends, under both names, and those beside them."""
    for older, newer in zip(ERAS, ERAS[1:]):
        for shift in range(-2, 3):
            day = newer[4] + datetime.timedelta(days=shift)
            for era in (older, newer):
                year = day.year - era[3]
                if year >= 1:
                    written = f"{era[0]}{year}年{day.month}月{day.day}日"
                    yield written, day.isoformat() if holds(era, day) else None


def pick(choices):
    """One of the notations, by their shares."""
    choices = [choice for choice in choices if choice]
    return chance.choices([text for _, text in choices], [share for share, _ in choices])[0]


def notations():
    """The list."""
    seen = dict(borders())
    while len(seen) < 1000:
        day = some_day()
        kind = chance.random()
        if kind < 0.58:
            seen.setdefault(pick(wareki(day)), day.isoformat())
        elif kind < 0.86:
            seen.setdefault(pick(western(day)), day.isoformat())
        else:
            seen.setdefault(pick(mistakes(day)), None)
    listed = list(seen.items())
    chance.shuffle(listed)
    return listed


for written, want in notations():
    print(json.dumps({"input": written, "want": want}, ensure_ascii=False))
