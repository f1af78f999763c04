//! Does a line end in the midst of a number or of a Latin word, which the next goes on with?

use crate::cursor::contains;
use crate::source::Ink;

/// www.hekou | water.cn, 12 | 8400米: where lines break after so many characters.
pub fn tears_word(above: &[Ink], below: &[Ink]) -> bool {
    let is_inside = |ink: &Ink| ink.c.is_ascii_alphanumeric();
    let joins = |ink: &Ink| is_inside(ink) || matches!(ink.c, '.' | '-' | '@' | '/' | '_');
    matches!((above.last(), below.first()), (Some(last), Some(first))
        if joins(last) && joins(first) && (is_inside(last) || is_inside(first)))
}

/// 电话 0515-00 | 000000, 手机138 | 03940417: the rest of a number that is none without it.
pub fn tears_telephone(above: &[Ink], below: &[Ink]) -> bool {
    const WAYS: [&str; 7] = ["电话", "热线", "专线", "手机", "传真", "联系", "咨询"];
    const AREA: std::ops::RangeInclusive<usize> = 3..=4;
    const LOCAL: std::ops::RangeInclusive<usize> = 7..=8;
    const MOBILE: usize = 11;
    let digits =
        |ink: &mut dyn Iterator<Item = &Ink>| ink.take_while(|ink| ink.c.is_ascii_digit()).count();
    let (begun, rest) = (digits(&mut above.iter().rev()), digits(&mut below.iter()));
    let before = &above[..above.len() - begun];
    let area = match before {
        [before @ .., dash] if dash.c == '-' => digits(&mut before.iter().rev()),
        _ => 0,
    };
    let is_mobile = above[above.len() - begun..].first().is_some_and(|first| first.c == '1')
        && begun + rest == MOBILE;
    let is_local = AREA.contains(&area) && LOCAL.contains(&(begun + rest));
    let ends = LOCAL.contains(&begun) && area > 0 || begun == MOBILE;
    rest > 0
        && !ends
        && (is_local || area == 0 && is_mobile)
        && WAYS.iter().any(|way| contains(above, way))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn a_telephone_number_is_one() {
        let tears = |above: &str, below: &str| {
            tears_telephone(&Source::of(above).ink, &Source::of(below).ink)
        };
        assert!(tears("编辑 石小川 电话 0394-82", "66512"));
        assert!(tears("服务电话0394-", "8266512,公司的人说"));
        assert!(tears("联系人:王先生 手机138", "03940417"));
        assert!(!tears("服务电话0394-8266512", "13803940417"));
        assert!(!tears("咨询电话138", "2号线今天开通"));
        assert!(!tears("河口队 138", "03940417"));
    }

    #[test]
    fn an_address_that_a_wrapped_line_tears_is_text() {
        let lines = [
            "北街三天停水换管",
            "本报讯(记者 王晓明)河口县自来水",
            "公司7月3日起在北街更换水管,北街、西",
            "关一带停水。居民如有疑问,可以打服务热",
            "线问,公司的人说,夜间也有人接听,大家不",
            "必着急。公司还说,网上也能查到停水日子。",
            "公司网址为www.hekouwat",
            "er.example.com,每天更新停水",
            "消息,居民可以随时查看。今年全县要换水",
            "管一百二十八公里,受益的有四十二万人。",
        ];
        let text = lines.join("\n");
        let page = crate::parse_page("甲.txt", &text, &crate::Context::default());
        assert!(page.furniture.is_empty(), "{:?}", page.furniture);
    }
}
