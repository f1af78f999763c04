//! Who signs a notice or a letter: an office, a court, mourners, or the day?

use crate::cursor::{Cursor, contains, ends_with, is_han, starts_with};
use crate::source::Ink;
use crate::wordlist::Words;

/// What the names of bodies that give notice end with.
static SIGNERS: Words = Words::of(&[
    "联合会",
    "联会",
    "发展处",
    "基金会",
    "福利院",
    "救助站",
    "研究院",
    "研究所",
    "管理所",
    "总站",
    "幼儿园",
    "中学",
    "小学",
    "商会",
    "治丧小组",
    "治丧委员会",
    "筹备组",
    "领导小组",
    "法院",
    "公司",
    "委员会",
    "局",
    "办公室",
    "政府",
    "中心",
    "银行",
    "合作社",
    "学校",
    "大学",
    "学院",
    "医院",
    "厅",
    "支队",
    "大队",
    "协会",
    "联社",
    "信用社",
    "村委会",
    "居委会",
    "公所",
    "指挥部",
    "管理处",
    "事务所",
    "集团",
    "管理人",
    "副刊部",
    "编辑部",
    "组委会",
    "工会",
    "团委",
    "党委",
]);

/// Who signs, or the day.
pub fn signs(ink: &[Ink]) -> bool {
    const LONGEST_SIGNER: usize = 40;
    if ink.len() > LONGEST_SIGNER || ink.iter().any(|ink| matches!(ink.c, '。' | ',' | ';' | '“'))
    {
        return false;
    }
    // 书记长 方淑仪
    static COURT: Words = Words::of(&["书记长", "书记员", "审判长", "审判员", "执行员", "法官"]);
    if COURT.opening(ink).is_some_and(|word| {
        let name = &ink[word.chars().count()..];
        name.first().is_some_and(|first| first.spaced) && crate::people::is_name(name)
    }) {
        return true;
    }
    if opens_as_signer(ink) {
        return true;
    }
    // 孝男 某某 泣启, 某某公司 谨启
    const LONGEST_OFFICE: usize = 5;
    const OFFICES: [&str; 6] = ["务处", "事处", "保卫处", "办公室", "校工会", "校团委"];
    if ink.len() <= LONGEST_OFFICE && OFFICES.iter().any(|end| ends_with(ink, end)) {
        return true;
    }
    const MOURNERS: [&str; 8] = ["孝男", "孝女", "孝媳", "孝婿", "孝孙", "孝子", "孝眷", "未亡人"];
    if MOURNERS.iter().any(|word| starts_with(ink, word)) {
        return true;
    }
    static CLOSINGS: Words = Words::of(&[
        "泣启", "敬启", "谨启", "仝启", "敬告", "谨告", "叩谢", "泣叩", "泣告", "敬挽",
    ]);
    if CLOSINGS.end(ink) {
        return true;
    }
    // 黄健威 启
    const LONGEST_NAME: usize = 6;
    if let [name @ .., last] = ink
        && last.c == '启'
        && last.spaced
        && (2..=LONGEST_NAME).contains(&name.len())
        && name.iter().all(|ink| is_han(ink.c))
    {
        return true;
    }
    if closes_with_day(&mut Cursor::of(ink)) || signs_with_day(ink) {
        return true;
    }
    const BODIES: [&str; 15] = [
        "本报",
        "管理局",
        "公安局",
        "治丧",
        "省",
        "市",
        "县",
        "区",
        "旗",
        "镇",
        "乡",
        "州",
        "公司",
        "法院",
        "事务所",
    ];
    const SHORTEST_SIGNER: usize = 5;
    day_at(ink).is_none()
        && ink.len() >= SHORTEST_SIGNER
        && SIGNERS.end(ink)
        && BODIES.iter().any(|word| contains(ink, word))
}

/// 某某法院 2025年7月1日, 某某图书馆 民国一一三年七月四日: whoever signs, and the day, on one line.
fn signs_with_day(ink: &[Ink]) -> bool {
    const SHORTEST_SIGNER: usize = 4;
    // Behind its name the day makes a works or a shop one who signs.
    static DATED: Words = Words::of(&[
        "厂",
        "店",
        "商场",
        "供销社",
        "矿",
        "场",
        "馆",
        "站",
        "园",
        "队",
        "部",
        "处",
        "组",
    ]);
    day_at(ink).is_some_and(|at| {
        let name = &ink[..at];
        name.len() >= SHORTEST_SIGNER
            && (SIGNERS.end(name) || DATED.end(name))
            && closes_with_day(&mut Cursor { ink, at })
    })
}

/// Where behind a space a day may begin.
fn day_at(ink: &[Ink]) -> Option<usize> {
    const NUMERALS: &str = "一二三四五六七八九";
    (1..ink.len()).find(|at| {
        let first = ink[*at].c;
        let republic = || ["民国", "中华民国"].iter().any(|word| starts_with(&ink[*at..], word));
        ink[*at].spaced && (first.is_ascii_digit() || NUMERALS.contains(first) || republic())
    })
}

/// A day, and nothing behind it; its year may be counted as Taiwan does: 七十四年三月十六日.
fn closes_with_day(cursor: &mut Cursor) -> bool {
    cursor.eat_any(&["中华民国", "民国"]);
    let year = cursor.at;
    if cursor.year().is_none() && !(cursor.number().is_some() && cursor.eat("年")) {
        cursor.at = year;
    }
    cursor.month_day().is_some() && cursor.rest().iter().all(|ink| !is_han(ink.c))
}

/// 致歉人:胡某 2025年6月9日, 失主 袁东升
pub fn opens_as_signer(ink: &[Ink]) -> bool {
    static SIGNERS: Words = Words::of(&[
        "致歉人",
        "道歉人",
        "声明人",
        "公告人",
        "启事人",
        "申请人",
        "委托人",
        "刊登人",
        "失主",
        "寻物人",
        "招领人",
    ]);
    // 失主 袁东升
    let names = |ink: &[Ink]| match ink {
        [mark, ..] if mark.c == ':' => true,
        [first, ..] => first.spaced && crate::people::is_name(ink),
        [] => false,
    };
    SIGNERS.opening(ink).is_some_and(|word| names(&ink[word.chars().count()..]))
}

/// 县教育局, and below it 2015年6月1日: whatever an organisation is called, a day alone under its name makes it the one
/// who signs. Mastheads have the day at the top, and with its weekday.
pub fn signs_over_day(who: &[Ink], day: &[Ink]) -> bool {
    const LENGTHS: std::ops::RangeInclusive<usize> = 3..=24;
    const ENDS: &str = "局处部院会厂站所社司行校科室委府团队组";
    // No 百名记者走进植物园, no 我市中小学.
    static SCHOOLS: Words = Words::of(&[
        "中学",
        "小学",
        "大学",
        "幼儿园",
        "一中",
        "二中",
        "三中",
        "四中",
        "五中",
        "六中",
        "七中",
        "八中",
        "九中",
        "十中",
        "高中",
        "附中",
        "职中",
        "附小",
        "陵园",
    ]);
    LENGTHS.contains(&who.len())
        && who.iter().all(|ink| is_han(ink.c) || matches!(ink.c, '(' | ')'))
        && (who.last().is_some_and(|last| ENDS.contains(last.c))
            || SCHOOLS.end(who) && !ends_with(who, "中小学"))
        && is_day(day)
}

fn is_day(ink: &[Ink]) -> bool {
    let mut cursor = Cursor::of(ink);
    cursor.year().is_some() && cursor.month_day().is_some() && cursor.is_done()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn mourners_and_societies_sign_without_a_day() {
        let is = |text: &str| signs(&Source::of(text).ink);
        assert!(is("棘人周有根泣叩") && is("男家周有根　女家陈小河　仝啓"));
        assert!(is("渡口市中文学校联会") && is("岳壁縣政府觀光發展處"));
        assert!(!is("三县市联会商讨修堤") && !is("修船人的发展处处有路"));
    }

    #[test]
    fn a_day_behind_its_name_makes_any_house_one_who_signs() {
        let is = |text: &str| signs(&Source::of(text).ink);
        assert!(is("州图书馆 2024年5月9日") && is("河口地方法院　民國一一三年七月四日"));
        assert!(!is("州图书馆") && !is("州图书馆 2024年5月9日开馆") && !is("民国一一三年的河口"));
    }

    #[test]
    fn whoever_lost_something_signs() {
        let is = |text: &str| signs(&Source::of(text).ink);
        assert!(is("失主　袁东升") && is("失主：袁东升") && is("声明人 王小明"));
        assert!(!is("失主找到了") && !is("失主 连夜赶来道谢"));
    }

    #[test]
    fn an_office_signs_over_a_day() {
        let signs =
            |who: &str, day: &str| signs_over_day(&Source::of(who).ink, &Source::of(day).ink);
        assert!(signs("师范学院离退休工作处", "2006年7月1日"));
        assert!(signs("县教育局", "二〇一五年六月一日"));
        assert!(signs("云台一中", "2015年6月1日"));
        for who in ["河口高中", "渡口师大附中", "县职中", "云台十中", "师院附小", "烈士陵园"]
        {
            assert!(signs(who, "2015年6月1日"), "{who}");
        }
        assert!(!signs("县教育局", "2015年6月1日 星期一"));
        for headline in ["家长们放心了", "百名记者走进植物园", "我市中小学", "新校区正在建设中"]
        {
            assert!(!signs(headline, "2015年6月1日"), "{headline}");
        }
    }
}
