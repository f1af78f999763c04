//! What does a citation say in words that are not the paper's?

use edition::Reason;

pub struct Words {
    /// Behind what stands in a sentence and is only inferred.
    pub inferred: &'static str,
    /// Behind the latest day that the text speaks of: the paper is of this day or a later one.
    pub later: &'static str,
    /// Before what the name, the day and the number of the page are concluded to be.
    pub concluded: [&'static str; 3],
    /// Around what else the head of the page says.
    pub head: [&'static str; 2],
    /// Lost lead, middle, tail; order.
    pub lost: [&'static str; 4],
    /// Why something is inferred.
    pub reason: fn(&Reason) -> String,
}

pub const SIMPLIFIED: Words = Words {
    inferred: "[推定]",
    later: "或稍后",
    concluded: ["报名推定为", "出版日期推定为", "版次推定为"],
    head: ["版头另有所写：“", "”"],
    lost: ["原文缺开头", "原文缺一段", "原文缺结尾", "原文次序有误"],
    reason: Reason::to_string,
};

pub const TRADITIONAL: Words = Words {
    inferred: "[推定]",
    later: "或稍後",
    concluded: ["報名推定為", "出版日期推定為", "版次推定為"],
    head: ["版頭另有所寫：「", "」"],
    lost: ["原文缺開頭", "原文缺一段", "原文缺結尾", "原文次序有誤"],
    reason: Reason::to_string,
};
