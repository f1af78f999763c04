use super::*;

const TEXT: &str = "要闻\n荷花开了\n本报讯(记者 王明)7月1日,荷花\n开满湖面。\n游人很多。\n";

const TRUTH: &str = r#"{"articles":[{"headline":[[3,7]],"rubric":"【要闻】","bylines":[{"name":"王 明","role":"記者"}],
 "dateline":"2025年7月1日","counties":["夏县"],"blocks":[{"kind":"lead","spans":[[8,25],[26,31]]},{"kind":"para","spans":[[32,37]]}],
 "flags":[{"kind":"lost_tail","at":37}]}],"rubrics":[[0,2]]}"#;

fn scored(found: &str) -> Vec<(&'static str, Score)> {
    let mut tally = Tally::default();
    let read = |json: &str| serde_json::from_str::<Document>(json).unwrap();
    compare::page(&read(TRUTH), &read(found), TEXT, &mut tally);
    tally.report()
}

fn value(report: &[(&str, Score)], measure: &str) -> f64 {
    report.iter().find(|row| row.0 == measure).unwrap().1.value
}

#[test]
fn truth_against_truth_is_right_in_every_measure() {
    for (measure, score) in scored(TRUTH) {
        assert_eq!(score.value, 1.0, "{measure}");
    }
}

#[test]
fn each_fault_costs_its_own_measure() {
    let other = TRUTH
        .replace("[8,25],[26,31]", "[8,25]")
        .replace("\"kind\":\"para\",\"spans\":[[32", "\"kind\":\"para\",\"spans\":[[26,31],[32");
    let report = scored(&other);
    assert_eq!(value(&report, "articles, exact (F1)"), 1.0);
    assert_eq!(value(&report, "cuts rejoined (share)"), 0.0);
    assert_eq!(value(&report, "paragraph ends kept (share)"), 0.0);
    let report = scored(&TRUTH.replace("[[3,7]]", "[]"));
    assert_eq!(value(&report, "headline (F1)"), 0.0);
    assert_eq!(value(&report, "articles, exact (F1)"), 0.0);
    assert!(value(&report, "conservation (share)") < 1.0);
    let report = scored(&TRUTH.replace("夏县", "绛县").replace("\"at\":37", "\"at\":20"));
    assert_eq!(value(&report, "county (F1)"), 0.0);
    assert_eq!(value(&report, "lost text flagged (F1)"), 0.0);
    assert_eq!(value(&report, "byline names (F1)"), 1.0);
}

#[test]
fn a_truth_without_articles_is_none() {
    let told =
        |json: &str| document(Path::new("a.json"), json).err().map(|error| error.to_string());
    let missing = told("{}").unwrap();
    assert!(missing.starts_with("a.json:1: missing field `articles`"), "{missing}");
    assert_eq!(told(r#"{"articles":[]}"#), None);
}

#[test]
fn figures_are_short() {
    assert_eq!([part(1.0), part(0.9534), part(0.0)], ["1.000", ".953", ".000"]);
    assert_eq!(today().len(), 10);
}
