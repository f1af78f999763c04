//! Is it a poem, a table, a notice, an editor's note? What is seen of such forms in a piece.

use crate::cursor::{Cursor, contains, ends_with, is_han, starts_with};
use crate::source::Ink;
use crate::wordlist::WordList;
use std::sync::LazyLock;

/// What speaks for one of the rarer forms.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Short lines in a row that are built alike, this one among them; 0 where they are not.
    pub run: usize,
    /// Cells of a table's row: runs between spaces.
    pub cells: usize,
    /// Share of digits.
    pub digits: f32,
    /// Names of columns above a row of as many cells: 品种 批发价 零售价.
    pub heads_rows: bool,
    /// Neighbours (of two) that are rows too.
    pub rows: usize,
    /// Words of notices.
    pub notice: usize,
    /// It is the title of a notice: 公告, 遗失声明, 某某法院公告.
    pub notice_title: bool,
    /// A label of an editor's note or an inset box, alone or before its text.
    pub note: Note,
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

/// A verse line has no more characters.
const LONGEST_VERSE: usize = 22;

pub fn forms(pieces: &[&[Ink]], is_credit: &dyn Fn(usize) -> bool) -> Vec<Form> {
    let mut forms: Vec<Form> = pieces.iter().map(|ink| form(ink)).collect();
    let short = |at: usize| (2..=LONGEST_VERSE).contains(&pieces[at].len()) && !is_credit(at);
    let mut at = 0;
    while at < pieces.len() {
        let end = (at..pieces.len()).find(|at| !short(*at)).unwrap_or(pieces.len());
        if is_verse(&pieces[at..end]) {
            for form in &mut forms[at..end] {
                form.run = end - at;
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

/// Whether short lines in a row are a poem's: enough of them, most of one length or ending with a mark.
fn is_verse(lines: &[&[Ink]]) -> bool {
    const FEWEST: usize = 4;
    const MANY: usize = 8;
    let marked = lines
        .iter()
        .filter(|ink| {
            ink.last()
                .is_some_and(|last| matches!(last.c, ',' | '。' | '!' | '?' | ';' | '、' | '…'))
        })
        .count();
    let mut lengths: Vec<usize> = lines.iter().map(|ink| ink.len()).collect();
    lengths.sort_unstable();
    let alike = lengths.chunk_by(|a, b| a == b).map(<[usize]>::len).max().unwrap_or(0);
    let share = if lines.len() >= MANY { 3 } else { 2 };
    lines.len() >= FEWEST
        && (marked * 2 >= lines.len() || alike * share >= lines.len() && lines.len() > FEWEST + 1)
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
    Form {
        run: 0,
        cells: if is_row { 1 + ink.iter().skip(1).filter(|ink| ink.spaced).count() } else { 0 },
        digits: digits as f32 / ink.len().max(1) as f32,
        heads_rows: false,
        rows: 0,
        notice: NOTICES.count(&ink[..ink.len().min(NOTICE_LOOK)]),
        notice_title: is_notice_title(ink),
        note: note(ink),
        signs: signs(ink),
    }
}

/// Characters of a piece that are searched for them.
const NOTICE_LOOK: usize = 200;

static NOTICES: LazyLock<WordList> = LazyLock::new(|| WordList::of(NOTICE_WORDS));

const NOTICE_WORDS: [&str; 40] = [
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

const NOTES: [&str; 26] = [
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
    const SIGNERS: [&str; 26] = [
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
    let is_body = ["省", "市", "县", "区", "旗", "镇", "乡", "州", "公司", "法院", "事务所"]
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
        assert!(!is_row(&told("守住绿水青山 做大金山银山")));
    }
}
