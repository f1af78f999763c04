//! Is it a day of a weather forecast?

use crate::cursor::contains;
use crate::source::Ink;
use crate::wordlist::Words;

/// 今天白天到夜间:多云转阴…, 明天:晴…: one of the days of a forecast.
pub fn foretells(ink: &[Ink]) -> bool {
    const LONGEST_DAY: usize = 12;
    static DAYS: Words = Words::of(&[
        "今天",
        "今日",
        "今晚",
        "今夜",
        "明天",
        "明日",
        "明晚",
        "后天",
        "后日",
        "大后天",
        "未来",
        "全市",
        "全县",
        "本市",
        "本县",
        "预计",
    ]);
    const WEATHER: [&str; 8] = ["晴", "阴", "多云", "阵雨", "小雨", "中雨", "小雪", "气温"];
    let parts = |ink: &Ink| matches!(ink.c, ':' | ',') || ink.spaced;
    DAYS.open(ink)
        && ink.iter().take(LONGEST_DAY).any(parts)
        && WEATHER.iter().any(|word| contains(ink, word))
}
