//! Are openings and ends of pieces told?

use super::*;
use crate::source::Source;

#[test]
fn openings_are_weighed() {
    let weigh = |text: &str| {
        let source = Source::of(text);
        opening(&source.ink, crate::newshead::news_head(&source.ink).is_some())
    };
    assert!(weigh("据了解,该比赛将持续至7月29日。") > 2.0);
    assert!(weigh("本报讯(记者 某某)") > 5.0);
    assert!(weigh("的工作,加强领导。") < -1.5);
    assert!(weigh("问题接踵而至。”") < -4.0);
}

#[test]
fn rests_of_sentences_are_told() {
    let rest = |text: &str| is_rest(&Source::of(text).ink);
    for text in ["的监测数据表明,", "以来,已腾退岸线。", "們都來了。", "著單子去換了。", "”他说。"]
    {
        assert!(rest(text), "{text}");
    }
    for text in ["的确如此。", "了解到,", "着力推进。", "著名作家來訪。", "从横架山岭的桥"]
    {
        assert!(!rest(text), "{text}");
    }
}

#[test]
fn stops_are_told() {
    let told = |text: &str| stop(&Source::of(text).ink);
    assert_eq!(told("完成。"), Stop::Full);
    assert_eq!(told("他说:“好。”"), Stop::Full);
    assert_eq!(told("如下:"), Stop::Half);
    assert_eq!(told("篮球场"), Stop::Open);
    assert_eq!(told("进入采收高峰。①"), Stop::Full);
    assert_eq!(told("高峰①"), Stop::Open);
}
