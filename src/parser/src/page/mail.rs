//! Which lines are the head of a letter by e-mail? 发件人:…, 收件人:…, 主题:…, one below the other.

use crate::furniture::{Matter, SYSTEM};
use crate::piece::Piece;
use crate::source::{Ink, Source};
use crate::wordlist::Words;

/// Lines of one; a notice may have 收件人 and 主题.
const FEWEST: usize = 3;

/// Takes the heads of letters for page matter: runs of their fields, of which one says who sent it.
pub fn heads_of_letters(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    static SENDERS: Words = Words::of(&["发件人:", "寄件人:", "寄件者:", "From:"]);
    static FIELDS: Words = Words::of(&[
        "收件人:",
        "收件者:",
        "抄送:",
        "副本:",
        "主题:",
        "主旨:",
        "发送时间:",
        "发件时间:",
        "日期:",
        "时间:",
        "附件:",
        "To:",
        "Cc:",
        "CC:",
        "Subject:",
        "Date:",
        "Sent:",
    ]);
    let ink = |at: usize| -> &[Ink] { &source.ink[pieces[at].ink.clone()] };
    let is_field = |at: usize| SENDERS.open(ink(at)) || FIELDS.open(ink(at));
    let mut at = 0;
    while at < pieces.len() {
        let run = (at..pieces.len()).take_while(|at| is_field(*at)).count();
        if run >= FEWEST && (at..at + run).any(|at| SENDERS.open(ink(at))) {
            for matter in &mut matters[at..at + run] {
                matter.get_or_insert(Matter { why: SYSTEM, ..Matter::default() });
            }
        }
        at += run + 1;
    }
}

#[cfg(test)]
mod tests {
    use crate::{Context, parse_page};

    #[test]
    fn the_head_of_a_letter_is_no_article() {
        let text = "发件人：编辑中心 <bj@hd.cn>\n收件人：要闻部\n抄送：总编室\n主题：三版稿件\n\n村口修了路\n\
            本报讯(记者 王明)昨天,村口修了路,赶集的人都说好走。\n\n征稿启事\n收件人：编辑部\n主题：家乡的河\n截稿：8月1日。\n";
        let page = parse_page("甲.txt", text, &Context::default());
        assert!(page.unconserved().is_empty());
        assert_eq!(page.furniture.len(), 4);
    }
}
