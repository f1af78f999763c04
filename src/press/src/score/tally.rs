//! What has been counted, and what does it come to? Hits and misses by name, pooled over pages.

use std::collections::BTreeMap;

/// Counts by name: `x.tp`, `x.fp`, `x.fn` of what is found or not, `x.ok` of `x.n` of what is right or not.
#[derive(Default)]
pub struct Tally(BTreeMap<String, f64>);

/// What a measure comes to.
pub struct Score {
    /// F1, or the share that is right.
    pub value: f64,
    pub precision_recall: Option<(f64, f64)>,
    /// Of how many.
    pub count: f64,
}

impl Tally {
    pub fn get(&self, name: &str) -> f64 {
        self.0.get(name).copied().unwrap_or_default()
    }

    pub fn add(&mut self, name: &str, value: f64) {
        *self.0.entry(name.to_owned()).or_default() += value;
    }

    /// Counts one of `name`, right or not.
    pub fn right(&mut self, name: &str, is: bool) {
        self.add(&format!("{name}.n"), 1.0);
        self.add(&format!("{name}.ok"), f64::from(u8::from(is)));
    }

    pub fn found(&mut self, name: &str, hits: usize, false_ones: usize, missed: usize) {
        for (key, count) in [("tp", hits), ("fp", false_ones), ("fn", missed)] {
            self.add(&format!("{name}.{key}"), count as f64);
        }
    }

    /// The elements of two lists, each as often as it stands there.
    pub fn lists<T: Ord>(&mut self, name: &str, mut truth: Vec<T>, mut found: Vec<T>) {
        truth.sort_unstable();
        found.sort_unstable();
        let (mut at, mut hits) = (0, 0);
        for one in &truth {
            while found.get(at).is_some_and(|other| other < one) {
                at += 1;
            }
            if found.get(at) == Some(one) {
                at += 1;
                hits += 1;
            }
        }
        self.found(name, hits, found.len() - hits, truth.len() - hits);
    }

    fn f1(&self, name: &str) -> Score {
        let get = |key: &str| self.get(&format!("{name}.{key}"));
        let (hits, wrong, missed) = (get("tp"), get("fp"), get("fn"));
        let share = |all: f64, other: f64| match (all, other > 0.0) {
            (0.0, true) => 0.0,
            (0.0, false) => 1.0,
            (all, _) => hits / all,
        };
        let (found, there) = (hits + wrong, hits + missed);
        Score::of(share(found, missed), share(there, wrong), there)
    }

    fn share(&self, name: &str) -> Score {
        let (right, all) = (self.get(&format!("{name}.ok")), self.get(&format!("{name}.n")));
        let value = if all > 0.0 { right / all } else { 1.0 };
        Score { value, precision_recall: None, count: all }
    }

    fn b_cubed(&self) -> Score {
        let all = self.get("b3.n").max(1.0);
        Score::of(self.get("b3.p") / all, self.get("b3.r") / all, self.get("b3.n"))
    }

    /// A join is found where a cut is rejoined, and false where a gap or a paragraph's end is.
    fn joins(&self) -> Score {
        let get = |name: &str| self.get(name);
        let mut joins = Self::default();
        joins.add("join.tp", get("cut.ok"));
        joins.add("join.fn", get("cut.n") - get("cut.ok"));
        joins.add("join.fp", get("gap.n") - get("gap.ok") + get("para.n") - get("para.ok"));
        joins.f1("join")
    }

    /// Every measure, in the order of the table.
    pub fn report(&self) -> Vec<(&'static str, Score)> {
        vec![
            ("articles, exact (F1)", self.f1("seg_exact")),
            ("articles, 90 % of the text (F1)", self.f1("seg_iou90")),
            ("articles, B-cubed (F1)", self.b_cubed()),
            ("headline (F1)", self.f1("headline")),
            ("kicker (F1)", self.f1("kicker")),
            ("subtitle (F1)", self.f1("subtitle")),
            ("rubric (right)", self.share("rubric")),
            ("column (right)", self.share("column")),
            ("rubric (F1)", self.f1("rubric_f")),
            ("column (F1)", self.f1("column_f")),
            ("byline names (F1)", self.f1("byline")),
            ("byline roles (right)", self.share("role")),
            ("dateline (right)", self.share("dateline")),
            ("dateline (F1)", self.f1("dateline_f")),
            ("subhead (F1)", self.f1("subhead_block")),
            ("caption (F1)", self.f1("caption")),
            ("sign-off (F1)", self.f1("signoff_block")),
            ("cuts rejoined (share)", self.share("cut")),
            ("gaps kept apart (share)", self.share("gap")),
            ("paragraph ends kept (share)", self.share("para")),
            ("joins (F1)", self.joins()),
            ("county (F1)", self.f1("county")),
            ("lost text flagged (F1)", self.f1("flag")),
            ("lost lead (F1)", self.f1("flag_lost_lead")),
            ("lost middle (F1)", self.f1("flag_lost_middle")),
            ("lost tail (F1)", self.f1("flag_lost_tail")),
            ("out of order (F1)", self.f1("flag_order")),
            ("furniture, characters (F1)", self.f1("furniture_char")),
            ("role of every character (right)", self.share("kind")),
            ("conservation (share)", self.share("cons")),
        ]
    }
}

impl Score {
    fn of(precision: f64, recall: f64, count: f64) -> Self {
        let sum = precision + recall;
        let value = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
        Self { value, precision_recall: Some((precision, recall)), count }
    }
}
