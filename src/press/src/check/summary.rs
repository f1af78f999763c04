//! What is to be done, all in all? How many notes of which kind, worst first, each with the work it means.

use edition::{NoteKind, Severity};
use std::fmt::Write;

pub fn of(pages: usize, kinds: impl Iterator<Item = NoteKind> + Clone) -> String {
    let count = |is: &dyn Fn(NoteKind) -> bool| kinds.clone().filter(|kind| is(*kind)).count();
    let all = count(&|_| true);
    if all == 0 {
        return format!("{pages} 版,没有要看的。\n");
    }
    let of = |severity| count(&|kind| kind.severity() == severity);
    let (errors, warnings, infos) =
        (of(Severity::Error), of(Severity::Warning), of(Severity::Info));
    let mut out = format!("{pages} 版,{all} 条:{errors} 错误,{warnings} 提醒,{infos} 说明\n");
    let mut ranked = NoteKind::ALL;
    ranked.sort_by_key(|kind| std::cmp::Reverse(kind.severity()));
    for kind in ranked {
        let own = count(&|other| other == kind);
        if own > 0 {
            let word = severity(kind.severity());
            let _ = writeln!(out, "{word} {own} {} {}", kind.name(), work(kind));
        }
    }
    out
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Info => "说明",
        Severity::Warning => "提醒",
        Severity::Error => "错误",
    }
}

fn work(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Join => "接上的断段:抽看几处,接错的写 [[split]]",
        NoteKind::Gap => "缺文:对照原版补上,不缺的写 [[gap]]",
        NoteKind::Order => "次序:对照原版看移得对不对",
        NoteKind::Suspicion => "疑似误认:逐条对照原版,该改的写 [[correct]]",
        NoteKind::Ambiguous => "地名不定:知道的写 [[article]] counties",
        NoteKind::Garbled => "乱码:对照原版写 [[correct]]",
        NoteKind::Unplaced => "没有归属的文字:写 [[type]] 说明它是什么",
        NoteKind::Encoding => "不是 UTF-8:可另存为 UTF-8",
        NoteKind::Markup => "排版记号:不用做什么",
        NoteKind::Doubled => "疑似重复:逐条对照原版,该改的写 [[correct]]",
        NoteKind::Jump => "转版没有接上:看另一版在不在、版次对不对",
        NoteKind::Page => "整版的事(换行、版次、旁注):照各条说的办",
        NoteKind::Head => "版头与所示的报名、日期不合:照各条说的办",
        NoteKind::Weekday => "星期与日期不合:对照原版看哪个印错或读错",
        NoteKind::Applied => "更正已用上:不用做什么",
        NoteKind::Correction => "更正不适用:照提示改好或删去那一条;不改,网站不会生成",
    }
}
