//! Which lines list what the page, or the issue, holds? Titles that all stand below once more, each over its text, and the
//! pages of the issue one below the other, as websites of papers have them.

use crate::furniture::{HEAD, Matter, SITE};
use crate::newshead::is_bullet;
use crate::piece::Piece;
use crate::source::{Ink, Source};
use rustc_hash::FxHashMap;

/// Titles one below the other that need no label; a poem may come back to a line, and to two.
const RUN: usize = 3;

/// Pages one below the other that are a list; a page that goes over two has two numbers.
const PAGES: usize = 3;

/// Characters of a title; …
const TITLE: std::ops::RangeInclusive<usize> = 4..=60;

/// … and lines that its head may have.
const LINES: usize = 3;

/// A text has as many characters and a full stop; between a title and its text stand no more lines.
const TEXT: usize = 20;
const BETWEEN: usize = 4;

/// Takes the lists of titles and of pages for page matter.
pub fn contents(source: &Source, pieces: &[Piece], matters: &mut [Option<Matter>]) {
    pages(matters);
    let ink = |at: usize| &source.ink[pieces[at].ink.clone()];
    let label = |at: usize| matters[at].as_ref().is_some_and(|matter| matter.is_guide);
    let labels: Vec<usize> = (0..matters.len()).filter(|at| label(*at)).collect();
    let top = (0..pieces.len()).find(|at| is_text(ink(*at))).unwrap_or(pieces.len());
    // Over the first text stand one title, its kicker and its subtitle, or a list.
    if labels.is_empty() && top <= RUN {
        return;
    }
    let heads = heads(source, pieces, matters);
    let place = |at: usize| {
        let title = unmarked(ink(at));
        let own = TITLE.contains(&title.len()).then(|| written(title));
        own.and_then(|own| heads.get(&own)).copied().filter(|last| *last > at)
    };
    let run = |start: usize| {
        let is_again = |at: usize| place(at).filter(|_| matters[at].is_none());
        let again: Vec<usize> = (start..pieces.len()).map_while(is_again).collect();
        // A refrain comes back with its lines one below the other; a title may have two.
        let is_apart = |pair: &[usize]| {
            let (from, to) = (pair[0].min(pair[1]), pair[0].max(pair[1]));
            (from..to).any(|at| is_text(ink(at)))
        };
        let apart = again.windows(2).filter(|pair| is_apart(pair)).count();
        if again.len() < 2 || apart * 2 >= again.len() - 1 { again.len() } else { 0 }
    };
    // ▶ 渡口石阶铺好了, below 往期推荐: of another day, and so below nothing else of the page.
    let others = |start: usize| {
        let is_site =
            start > 0 && matters[start - 1].as_ref().is_some_and(|matter| matter.why == SITE);
        let is_other = |at: &usize| {
            let title = unmarked(ink(*at));
            let is_marked = title.len() < ink(*at).len() && TITLE.contains(&title.len());
            // ▲《活着》 余华 著, ▲图为渡口, ■本报记者 王明
            let is_own = title.iter().any(|ink| ink.c == '《')
                || crate::features::caption(title) > 0
                || crate::credit::credit(title).is_some();
            let heads_text = *at + 1 < pieces.len() && is_text(ink(*at + 1));
            matters[*at].is_none() && is_marked && !is_own && !heads_text && !is_text(title)
        };
        if is_site { (start..pieces.len()).take_while(is_other).count() } else { 0 }
    };
    let mut lists: Vec<(usize, usize)> =
        labels.iter().map(|label| (label + 1, run(label + 1).max(others(label + 1)))).collect();
    let mut at = 0;
    while at < top {
        let length = run(at);
        // What a digest repeats below its headline stands over its text.
        let heads_text = at + length < pieces.len() && is_text(ink(at + length));
        lists.extend((length >= RUN && !heads_text).then_some((at, length)));
        at += length.max(1);
    }
    for (start, length) in lists {
        for matter in &mut matters[start..start + length] {
            *matter = Some(Matter { is_stub: true, why: "目录的一条", ..Matter::default() });
        }
    }
}

/// 第01版:要闻, 第02版:综合, 第03版:副刊, one below the other: none of them is this page.
fn pages(matters: &mut [Option<Matter>]) {
    let number = |matter: &Option<Matter>| {
        let matter = matter.as_ref()?;
        let is_bare = matter.why == HEAD && matter.date.is_none() && matter.paper.is_none();
        matter.number.filter(|_| is_bare)
    };
    let follows = |above: &Option<Matter>, below: &Option<Matter>| {
        number(above).zip(number(below)).is_some_and(|(above, below)| above != below)
    };
    for run in matters.chunk_by_mut(follows).filter(|run| run.len() >= PAGES) {
        run.fill_with(|| Some(Matter { why: SITE, ..Matter::default() }));
    }
}

/// What every head over a text says, its lines joined in every way, and the last piece that it begins with.
fn heads(
    source: &Source,
    pieces: &[Piece],
    matters: &[Option<Matter>],
) -> FxHashMap<Vec<char>, usize> {
    let mut heads = FxHashMap::default();
    let mut text = None;
    for at in (0..pieces.len()).rev() {
        let ink = &source.ink[pieces[at].ink.clone()];
        if is_text(ink) {
            text = Some(at);
            continue;
        }
        if text.is_none_or(|text: usize| text - at > BETWEEN + LINES) {
            continue;
        }
        let mut head = Vec::new();
        for line in (at..pieces.len()).take(LINES) {
            let ink = &source.ink[pieces[line].ink.clone()];
            if matters[line].is_some() || head.len() + ink.len() > *TITLE.end() {
                break;
            }
            head.extend(ink.iter().map(|ink| ink.c));
            heads.entry(head.clone()).or_insert(at);
        }
    }
    heads
}

/// 渡口石阶铺好了 of · 渡口石阶铺好了.
fn unmarked(ink: &[Ink]) -> &[Ink] {
    &ink[ink.iter().take_while(|ink| is_bullet(ink.c) || "·•-▶►>".contains(ink.c)).count()..]
}

fn is_text(ink: &[Ink]) -> bool {
    ink.len() >= TEXT && ink.iter().any(|ink| ink.c == '。')
}

fn written(ink: &[Ink]) -> Vec<char> {
    ink.iter().map(|ink| ink.c).collect()
}

#[cfg(test)]
mod tests {
    use crate::{Context, parse_page};
    use ::edition::Page;

    fn page(list: &str) -> Page {
        let articles = [
            "渡口石阶铺好了\n\n昨天上午,镇上的人都到渡口看新修的石阶,一百二十级,从河边一直铺到老街口,雨天也不滑脚。\n\n",
            "农民夜校\n开课\n\n本报讯(记者 王明)河口县今年冬天在十八个村办起夜校,请农技员来讲课,教室坐满了人。\n\n",
            "水渠通了水 稻田不愁旱\n\n本报讯(记者 李亮)上河村的水渠前天放水,三里长的渠道流了两个钟头才到头。\n\n",
        ];
        parse_page("甲.txt", &format!("{list}\n\n{}", articles.concat()), &Context::default())
    }

    #[test]
    fn titles_that_stand_below_once_more_are_a_list() {
        let own = page("").articles.len();
        let titles = "渡口石阶铺好了\n农民夜校开课\n水渠通了水 稻田不愁旱";
        for list in [
            titles.to_owned(),
            format!("标题导航\n{titles}"),
            "本版新闻\n· 农民夜校开课\n· 渡口石阶铺好了".to_owned(),
            "往期推荐\n▶ 河口秋收忙\n▶ 学校食堂开放日".to_owned(),
            "本版目录\n水渠通了水 稻田不愁旱".to_owned(),
        ] {
            let page = page(&list);
            assert_eq!(page.articles.len(), own, "{list}");
            assert!(page.articles.iter().all(|article| article.kicker.is_empty()), "{list}");
            assert!(page.furniture.len() >= list.lines().count(), "{list}");
        }
        // One is the headline of a text that another has, too.
        assert!(page("渡口石阶铺好了").furniture.is_empty());
    }

    #[test]
    fn pages_one_below_the_other_are_a_list() {
        let listed = page("第01版：要闻\n第02版：综合\n第03版：副刊");
        assert_eq!((listed.articles.len(), listed.furniture.len()), (3, 3));
        assert!(listed.number.is_none());
        let number = page("第02版：综合").number.expect("a number");
        assert_eq!(number.value, 2.into());
    }
}
