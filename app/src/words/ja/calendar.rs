//! Days, hours and ages, in Japan's time.

use crate::words::calendar::Calendar;
use crate::words::sentence::Template;

/// Days, hours and ages, in Japan's time.
pub(super) const CALENDAR: Calendar = Calendar {
    eras: ["令和", "平成", "昭和", "大正", "明治"],
    western: "西暦",
    first_year: "元",
    year_of_era: Template("{era}{year}年"),
    year: Template("{year}年"),
    date: Template("{year}{month}月{day}日"),
    without_day: Template("{year}{month}月日不詳"),
    without_month: Template("{year}月日不詳"),
    in_season: Template("{year}{season}"),
    in_ten_days: Template("{year}{month}月{part}"),
    seasons: [
        ["春", "初春", "仲春", "晩春"],
        ["夏", "初夏", "仲夏", "晩夏"],
        ["秋", "初秋", "仲秋", "晩秋"],
        ["冬", "初冬", "仲冬", "晩冬"],
    ],
    ten_days: ["上旬", "中旬", "下旬"],
    both: Template("{japanese}（{western}）"),
    moment: Template("{day}{hour}時{minute}分"),
    with_age: Template("{date}、{age}"),
    age: Template("満{years}歳"),
    meant: Template("{date}のことではありませんか。"),
    age_between: Template("満{least}歳から{most}歳まで"),
};
