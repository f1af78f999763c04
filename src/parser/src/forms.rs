//! Is it a poem, a table, a notice, an editor's note? What is seen of such forms in a piece.

mod verse;

use self::verse::{is_even, is_verse, titles};
use crate::cursor::{Cursor, contains, ends_with, is_han, starts_with};
use crate::source::Ink;
use crate::wordlist::WordList;
use std::sync::LazyLock;

/// What speaks for one of the rarer forms.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Short lines in a row that are built alike, this one among them; 0 where they are not.
    pub run: usize,
    /// In such a run it stands apart, as the title of one poem of a cycle does.
    pub apart: bool,
    /// Its lines but the titles have one length: those of a poem in the old forms.
    pub even: bool,
    /// Cells of a table's row: runs between spaces.
    pub cells: usize,
    /// Share of digits.
    pub digits: f32,
    /// Names of columns above a row of as many cells: 品种 批发价 零售价.
    pub heads_rows: bool,
    /// 首轮成绩表 over rows belongs to the report above it.
    pub names_table: bool,
    /// Neighbours (of two) that are rows too.
    pub rows: usize,
    /// Words of notices.
    pub notice: usize,
    /// It is the title of a notice: 公告, 遗失声明, 某某法院公告.
    pub notice_title: bool,
    /// A label of an editor's note or an inset box, alone or before its text.
    pub note: Note,
    /// Such a note belongs to what follows it.
    pub ahead: bool,
    /// Who or which day signs a notice: 某某法院, 2025年7月1日.
    pub signs: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Note {
    #[default]
    None,
    /// 编者按:… with its text.
    Opens,
    /// The label on a line of its own.
    Label,
}

/// Notes that stand before what they speak of, even above its headline; 链接 and 编后 stand behind.
pub fn speaks_ahead(ink: &[Ink]) -> bool {
    const AHEAD: [&str; 8] =
        ["编者按", "编者的话", "开栏的话", "开栏语", "按语", "主持人语", "编前", "引言"];
    let plain = crate::features::bare(ink);
    note(ink) != Note::None && AHEAD.iter().any(|word| starts_with(plain, word))
}

/// A verse line has no more characters.
const LONGEST_VERSE: usize = 22;

/// `blank` says which pieces stand behind an empty line.
pub fn forms(
    pieces: &[&[Ink]],
    blank: &[bool],
    is_credit: &dyn Fn(usize) -> bool,
    is_name: &dyn Fn(usize) -> bool,
) -> Vec<Form> {
    let mut forms: Vec<Form> = pieces.iter().map(|ink| form(ink)).collect();
    let short = |at: usize| (2..=LONGEST_VERSE).contains(&pieces[at].len()) && !is_credit(at);
    let mut at = 0;
    while at < pieces.len() {
        let end = (at..pieces.len()).find(|at| !short(*at)).unwrap_or(pieces.len());
        // Title and poet stand above the verses.
        const ABOVE: usize = 3;
        let poet = (at..end.min(at + ABOVE)).rev().find(|at| is_name(*at));
        let run = poet.map_or(at, |poet| poet + 1)..end;
        if is_verse(&pieces[run.clone()]) {
            let apart = titles(&pieces[run.clone()], &blank[run.clone()]);
            let even = is_even(&pieces[run.clone()], &apart);
            for (form, apart) in forms[run.clone()].iter_mut().zip(apart) {
                form.run = run.len();
                form.apart = apart;
                form.even = even && !apart;
            }
        }
        at = end.max(at + 1);
    }
    for at in 1..forms.len() {
        const FEWEST_CELLS: usize = 3;
        let cells = forms[at - 1].cells;
        let heads = cells >= FEWEST_CELLS && cells == forms[at].cells && is_row(&forms[at]);
        forms[at - 1].heads_rows = heads && forms[at - 1].digits == 0.0;
    }
    let rows: Vec<bool> = forms.iter().map(is_row).collect();
    for (at, form) in forms.iter_mut().enumerate() {
        let before = at.checked_sub(1).is_some_and(|before| rows[before]);
        let after = rows.get(at + 1).copied().unwrap_or(false);
        form.rows = usize::from(before) + usize::from(after);
    }
    forms
}

/// Whether it looks like a row of figures.
pub fn is_row(form: &Form) -> bool {
    const FIGURES: f32 = 0.12;
    form.heads_rows || form.cells >= 2 && form.digits >= FIGURES
}

fn form(ink: &[Ink]) -> Form {
    const LONGEST_ROW: usize = 60;
    let digits = ink.iter().filter(|ink| ink.c.is_ascii_digit()).count();
    let prose = ink.iter().any(|ink| matches!(ink.c, '。' | ',' | ';'));
    let is_row = ink.len() <= LONGEST_ROW && !prose;
    let spaces = ink.iter().skip(1).filter(|ink| ink.spaced).count();
    let cells = if is_result(ink) { spaces.max(2) } else { spaces };
    Form {
        run: 0,
        apart: false,
        even: false,
        cells: if is_row { 1 + cells } else { 0 },
        digits: digits as f32 / ink.len().max(1) as f32,
        heads_rows: false,
        names_table: ["表", "榜", "一览", "(前五名)", "(前十名)"]
            .iter()
            .any(|end| ends_with(ink, end)),
        rows: 0,
        notice: NOTICES.count(&ink[..ink.len().min(NOTICE_LOOK)]),
        notice_title: is_notice_title(ink),
        note: note(ink),
        ahead: speaks_ahead(ink),
        signs: signs(ink),
    }
}

/// 上海申花3:0长春亚泰: two names and what stands between them.
fn is_result(ink: &[Ink]) -> bool {
    const LONGEST_RESULT: usize = 30;
    if ink.len() > LONGEST_RESULT || !ink.first().is_some_and(|first| is_han(first.c)) {
        return false;
    }
    let Some(mark) = ink.iter().position(|ink| matches!(ink.c, ':' | '-')) else { return false };
    let digits =
        |ink: &mut dyn Iterator<Item = &Ink>| ink.take_while(|ink| ink.c.is_ascii_digit()).count();
    let (before, after) =
        (digits(&mut ink[..mark].iter().rev()), digits(&mut ink[mark + 1..].iter()));
    let side = |ink: Option<&Ink>| {
        ink.is_some_and(|ink| is_han(ink.c) && !"时点分月日年第午晚早".contains(ink.c))
    };
    (1..=3).contains(&before)
        && (1..=3).contains(&after)
        && side(ink[..mark - before].last())
        && side(ink.get(mark + 1 + after))
        && ink[mark..].iter().filter(|ink| ink.c == ':').count() <= 1
}

/// Characters of a piece that are searched for them.
const NOTICE_LOOK: usize = 200;

static NOTICES: LazyLock<WordList> = LazyLock::new(|| WordList::of(NOTICE_WORDS));

const NOTICE_WORDS: [&str; 44] = [
    "绕行",
    "封闭施工",
    "奠礼",
    "寿终",
    "遗失",
    "声明作废",
    "特此",
    "公告如下",
    "债权人",
    "债权",
    "本院受理",
    "开庭",
    "被告",
    "原告",
    "拍卖",
    "竞买",
    "招标",
    "投标",
    "联系人",
    "联系电话",
    "身份证号",
    "营业执照",
    "公章",
    "注销",
    "清算",
    "不慎",
    "丢失",
    "作废",
    "兹有",
    "兹定于",
    "兹因",
    "敬请",
    "逾期",
    "自公告之日",
    "公示期",
    "停电",
    "停水",
    "报名时间",
    "讣",
    "逝世",
    "享年",
    "告别仪式",
    "治丧",
    "哀告",
];

const NOTICE_TITLES: [&str; 22] = [
    "公告",
    "通告",
    "声明",
    "启事",
    "公示",
    "讣告",
    "讣闻",
    "通知",
    "遗失声明",
    "遗失启事",
    "更正",
    "更正启事",
    "致歉",
    "招聘",
    "招标公告",
    "拍卖公告",
    "注销公告",
    "减资公告",
    "清算公告",
    "认尸启事",
    "寻人启事",
    "寻亲公告",
];

fn is_notice_title(ink: &[Ink]) -> bool {
    const LONGEST_TITLE: usize = 30;
    let plain = crate::features::bare(ink);
    plain.len() <= LONGEST_TITLE
        && plain.iter().all(|ink| {
            is_han(ink.c)
                || matches!(ink.c, '(' | ')' | '《' | '》' | '、' | '“' | '”')
                || ink.c.is_ascii_digit()
        })
        && NOTICE_TITLES.iter().any(|title| ends_with(plain, title))
}

const NOTES: [&str; 30] = [
    "编前",
    "引言",
    "新闻多一点",
    "新闻小辞典",
    "编者按",
    "编者的话",
    "编后",
    "编后语",
    "编辑手记",
    "开栏的话",
    "开栏语",
    "按语",
    "链接",
    "相关链接",
    "新闻链接",
    "知识链接",
    "背景链接",
    "名词解释",
    "延伸阅读",
    "新闻背景",
    "新闻延伸",
    "小贴士",
    "温馨提示",
    "小知识",
    "相关知识",
    "背景",
    "作者简介",
    "人物简介",
    "人物名片",
    "主持人语",
];

fn note(ink: &[Ink]) -> Note {
    let plain = crate::features::bare(ink);
    let Some(word) =
        NOTES.iter().copied().filter(|word| starts_with(plain, word)).max_by_key(|word| word.len())
    else {
        return Note::None;
    };
    let length = word.chars().count();
    match plain.get(length).map(|ink| ink.c) {
        None => Note::Label,
        Some(':' | '】' | '|') if plain.len() > length => Note::Opens,
        Some(_) if plain[length].spaced && length > 2 => Note::Opens,
        Some(_) => Note::None,
    }
}

/// Who signs, or the day.
pub fn signs(ink: &[Ink]) -> bool {
    const LONGEST_SIGNER: usize = 40;
    const SIGNERS: [&str; 30] = [
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
        "指挥部",
        "管理处",
        "事务所",
        "集团",
        "管理人",
    ];
    if ink.len() > LONGEST_SIGNER || ink.iter().any(|ink| matches!(ink.c, '。' | ',' | ';' | '“'))
    {
        return false;
    }
    // 孝男 某某 泣启, 某某公司 谨启
    const CLOSINGS: [&str; 8] = ["泣启", "敬启", "谨启", "敬告", "谨告", "叩谢", "泣告", "敬挽"];
    if CLOSINGS.iter().any(|closing| ends_with(ink, closing)) {
        return true;
    }
    let mut cursor = Cursor::of(ink);
    let day = |cursor: &mut Cursor| {
        cursor.year();
        cursor.month_day().is_some() && cursor.rest().iter().all(|ink| !is_han(ink.c))
    };
    if day(&mut cursor) {
        return true;
    }
    // 某某法院 2025年7月1日 on one line.
    let at = (1..ink.len())
        .find(|at| ink[*at].spaced && (ink[*at].c.is_ascii_digit() || ink[*at].c == '二'));
    let name = &ink[..at.unwrap_or(ink.len())];
    let dated = at.is_none_or(|at| day(&mut Cursor { ink, at }));
    const SHORTEST_SIGNER: usize = 5;
    let is_body = [
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
    ]
    .iter()
    .any(|word| contains(name, word));
    dated
        && is_body
        && name.len() >= SHORTEST_SIGNER
        && SIGNERS.iter().any(|signer| ends_with(name, signer))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn forms_are_told_by_their_words() {
        let told = |text: &str| form(&Source::of(text).ink);
        assert_eq!(told("编者按：近年来").note, Note::Opens);
        assert_eq!(told("【链接】").note, Note::Label);
        assert_eq!(told("链接世界的桥").note, Note::None);
        assert!(told("某县人民法院公告").notice_title);
        assert!(told("某县人民法院").signs && told("2025年7月1日").signs);
        assert!(told("某县人民法院 二〇二五年七月一日").signs);
        assert!(!told("走进法院,感受公正").signs);
        assert!(is_row(&told("白菜 1.20 1.50 元/斤")));
        assert!(is_row(&told("上海申花3:0长春亚泰")) && !is_row(&told("每日上午8:30开门")));
        assert!(told("陈和平同志治丧小组").signs && told("建瓯市自然资源局 2024年6月6日").signs);
        assert!(!is_row(&told("守住绿水青山 做大金山银山")));
    }
}
