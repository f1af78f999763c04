//! Does a piece open as what stands under a picture does, 图为…, ▲…, 7月1日,…, or say where in it somebody is?

use crate::credit::{Credit, credit};
use crate::cursor::{is_han, starts_with};
use crate::newshead::opening_date;
use crate::source::Ink;
use crate::wordlist::Words;

/// 2 where it says so, 1 where it opens with a date.
pub fn caption(ink: &[Ink]) -> u8 {
    static OPENINGS: Words = Words::of(&[
        "图为", "图①", "图②", "图③", "图④", "图一", "图二", "图1", "图2", "图3", "上图", "下图",
        "左图", "右图", "大图", "小图", "▲", "▼", "◀", "◄", "↑", "↓", "←", "→",
    ]);
    // 圖／太麻里鄉釋迦園泡在泥水中, but 圖／記者陳鳳麗
    static SHOWN: Words = Words::of(&["图:", "图/"]);
    const SHORTEST_SHOWN: usize = 10;
    const LONGEST: usize = 160;
    if ink.len() > LONGEST {
        return 0;
    }
    let is_shown = || ink.len() >= SHORTEST_SHOWN && SHOWN.open(ink) && credit(ink).is_none();
    if OPENINGS.open(ink) || is_shown() || is_drawing(ink) {
        return 2;
    }
    u8::from(opening_date(ink).is_some())
}

/// 插图:拨算盘的手, but no 插图:王美丽.
pub fn is_drawing(ink: &[Ink]) -> bool {
    starts_with(ink, "插图:") && credit(ink).is_none()
}

/// 王美丽 绘 below it drew it, as others took a photograph.
pub fn sign_drawings(inks: &[&[Ink]], credits: &mut [Option<Credit>]) {
    for (credit, above) in credits.iter_mut().skip(1).zip(inks) {
        if let Some(credit) = credit.as_mut().filter(|_| is_drawing(above)) {
            credit.is_photo = true;
        }
    }
}

/// 周长贵(左二)给青工示范。: one sentence that says where in the picture somebody is.
pub fn says_where(ink: &[Ink]) -> bool {
    const LONGEST: usize = 60;
    const LONGEST_PLACE: usize = 4;
    let is_place = |place: &[Ink]| {
        place.len() <= LONGEST_PLACE
            && place.iter().all(|ink| "前后上下排左右中起一二三四五六七八".contains(ink.c))
            && place.iter().any(|ink| "左右中".contains(ink.c))
    };
    let stops = ink.iter().filter(|ink| matches!(ink.c, '。' | '!' | '?')).count();
    // 归途(中) is a part of several.
    let goes_on = |close: usize| ink.get(close + 1).is_some_and(|next| is_han(next.c));
    let one = |open: usize| {
        let close = ink[open..].iter().position(|ink| ink.c == ')').map(|length| open + length);
        close.is_some_and(|close| is_place(&ink[open + 1..close]) && goes_on(close))
    };
    ink.len() <= LONGEST && stops == 1 && (2..ink.len()).any(|at| ink[at].c == '(' && one(at))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_sentence_that_says_where_somebody_is_stands_under_a_picture() {
        let is = |line: &str| super::says_where(&crate::source::Source::of(line).ink);
        assert!(is("周长贵（左二）给青工示范焊接。"));
        assert!(is("林阿水（右）與徒弟把剛染好的布晾在溪邊。"));
        for text in ["渡口往事（中）", "他往右（左）边看。他不说话。", "书记（右倾者不论）讲了话。"]
        {
            assert!(!is(text), "{text}");
        }
    }

    #[test]
    fn pictures_that_marks_point_to_belong_to_a_text_with_a_photographer() {
        let text = "魚苗放流兩萬尾\n\n文／何美儀　圖／鄭家樂\n\n\
            水產試驗所昨天在大溪漁港放流兩萬尾黑鯛魚苗，附近國小學生也來幫忙，希望近海魚源慢慢恢復。\n\n\
            ▼漁民說，近年近海魚少了。\n\n圖／學生把魚苗倒進海中，興奮得大叫。\n\n◀魚苗裝袋待運　資料圖片\n";
        let page = crate::parse_page("甲.txt", text, &crate::Context::default());
        let kinds: Vec<edition::BlockKind> =
            page.articles[0].blocks.iter().map(|block| block.kind).collect();
        use edition::BlockKind::*;
        assert_eq!(kinds, [Byline, Lead, Caption, Caption, Caption, Signoff]);
    }
}
