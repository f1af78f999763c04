//! Where may a text be cut short? Behind a clause or a verse, so that no word is torn and nothing ends in mid-air.

/// At most `most` characters, without the mark behind the last clause that fits; a clause is cut where fewer than
/// `least` would stay. `None` where the whole text fits.
pub fn cut(text: &str, most: usize, least: usize) -> Option<&str> {
    let (longest, _) = text.char_indices().nth(most)?;
    let is_end = |c| {
        matches!(c, '，' | ',' | '：' | ':' | '；' | ';' | '。' | '！' | '？' | '!' | '?' | '\n')
    };
    let later = text[..longest].char_indices().enumerate().skip(least);
    let last = later.filter(|(_, (_, c))| is_end(*c)).last();
    Some(text[..last.map_or(longest, |(_, (at, _))| at)].trim_end())
}

/// Verses as they are quoted in prose.
pub fn in_one_line(text: &str) -> String {
    text.replace("\n\n", "\n").replace('\n', " / ")
}

#[cfg(test)]
mod tests {
    use super::{cut, in_one_line};

    #[test]
    fn verses_are_told_apart_in_one_line() {
        assert_eq!(in_one_line("橹声很轻\n\n雾散了\n天亮"), "橹声很轻 / 雾散了 / 天亮");
    }

    #[test]
    fn a_text_is_cut_behind_a_clause() {
        assert_eq!(cut("荷花盛开，游人如织。", 9, 2), Some("荷花盛开"));
        assert_eq!(cut("荷花盛开。游人如织，湖边热闹起来。", 12, 2), Some("荷花盛开。游人如织"));
        assert_eq!(cut("湖水 借给天空\n天空还给了湖水", 12, 2), Some("湖水 借给天空"));
        assert_eq!(cut("湖水借给天空\n\n天空还给了湖水", 10, 2), Some("湖水借给天空"));
    }

    #[test]
    fn a_long_clause_is_cut_where_it_must_be() {
        assert_eq!(cut("荷花盛开，游人如织。", 9, 5), Some("荷花盛开，游人如织"));
        assert_eq!(cut("荷花盛开", 2, 1), Some("荷花"));
        assert_eq!(cut("，荷花盛开", 2, 1), Some("，荷"));
    }

    #[test]
    fn what_fits_stays_whole() {
        assert_eq!(cut("荷花。", 3, 1), None);
        assert_eq!(cut("", 0, 0), None);
    }
}
