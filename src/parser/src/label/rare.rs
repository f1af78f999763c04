//! What speaks for the rarer forms: verses, tables, notices, notes?

use super::{NEVER, Tally, text};
use crate::features::Features;
use crate::forms::{Note, is_row};
use crate::opening::Stop;

pub fn verse(f: &Features, t: &mut Tally) {
    match f.form.run {
        0..4 => return t.add("短行不成片", NEVER),
        4..6 => t.add("短行成片", 1.0),
        _ => t.add("短行成片", 4.0),
    }
    t.when(f.credit.as_ref().is_some_and(|credit| credit.firm), "像署名", -8.0);
    t.when(f.credit.is_some(), "像署名", -2.0);
    t.add("像栏头", -3.0 * f32::from(f.rubric));
    t.when(f.form.digits > 0.15, "多数字", -4.0);
    t.when(f.ends_in_comma || f.stop == Stop::Full, "有标点", 1.0);
    t.when(f.numbered, "有序号", -3.0);
    t.when(f.form.note != Note::None || f.form.signs, "像别的体裁", -4.0);
    t.when(f.form.apart, "在诗行中独立", -3.0);
    t.when(f.form.apart && f.after_verse, "诗在这里完了", -3.0);
    t.when(f.form.even, "诗行等长", 3.5);
}

pub fn table(f: &Features, t: &mut Tally) {
    if f.form.group {
        return t.add("表中一组的标题", 8.0);
    }
    t.when(f.form.cells < 2, "没有分栏", -12.0);
    t.when(f.form.rows == 0, "独行", -8.0);
    t.when(is_row(&f.form), "分栏有数字", 3.0);
    t.when(!is_row(&f.form), "没有数字", -3.0);
    let is_apart = f.set_off == Some(true) && f.form.rows < 2;
    t.when(!is_row(&f.form) && is_apart, "空行之后", -3.0);
    t.add("邻行也是表行", 3.0 * f.form.rows as f32 - 2.0);
    t.when(f.credit.is_some(), "像署名", -4.0);
    t.when(f.form.signs && !f.form.names_table, "像落款", -6.0);
}

pub fn notice(f: &Features, t: &mut Tally) {
    text(f, t);
    t.when(f.head.is_some(), "有电头", -12.0);
    match f.form.notice {
        _ if f.form.listed_ad => t.add("在分类广告里", 3.0),
        _ if f.bullet => t.add("是列出的一条", -3.0),
        0 if f.form.field || f.numbered => t.add("像公告的一项", -1.0),
        0 => t.add("没有公告用语", -4.0),
        1 => t.add("公告用语", 0.5),
        _ => t.add("公告用语", 3.0),
    }
    t.when(f.form.field, "公告的一项", 3.0);
    t.when(f.len < 12 && f.form.notice == 0 && !f.form.field, "太短", -4.0);
}

pub fn note(f: &Features, t: &mut Tally) {
    match f.form.note {
        Note::Label => return t.add("附文的标签", 10.0),
        Note::Opens => t.add("附文的标签", 8.0),
        Note::None if f.form.boxed => return t.add("附文的一项", 8.0),
        Note::None => t.add("没有标签", -2.5),
    }
    text(f, t);
    t.when(f.head.is_some(), "有电头", -12.0);
    t.when(f.len < 24 && f.stop != Stop::Full, "短而无句号", -4.5);
}
