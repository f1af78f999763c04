//! Which pieces of a text did the dump print behind another article?

mod odds;
mod section;

use self::odds::{End, Rest};
use super::{Draft, Layout};
use crate::features::Features;
use crate::label::Label;
use crate::opening::Stop;
use crate::topic::Told;
use rustc_hash::{FxHashMap, FxHashSet};

/// How many articles further down the rest of a text may stand.
const REACH: usize = 6;

/// Parts of an article that are looked at: more than one has, and few enough for a page without end.
const LONGEST: usize = 60;

/// What is asked about the pieces of a page.
pub struct Asked<'a> {
    pub features: &'a [Features],
    /// How well piece `b` goes on after piece `a`, above 0 well; see [`crate::bond`].
    pub bond: &'a dyn Fn(usize, usize) -> f32,
    /// How well the words of `b` follow those of `a`, and the quotation of `a` is closed by `b`; see [`crate::bond`].
    pub follows: &'a dyn Fn(usize, usize) -> f32,
    pub quotes: &'a dyn Fn(usize, usize) -> f32,
    /// What these pieces tell; see [`crate::topic`].
    pub told: &'a dyn Fn(&[usize]) -> Told,
    /// The share, 0 to 1, of a piece's character pairs that was told.
    pub recall: &'a dyn Fn(&Told, usize) -> f32,
    /// What such pairs say in nats, rare ones more.
    pub heard: &'a dyn Fn(&Told, usize) -> f32,
}

/// Where a paragraph breaks off, the piece that goes on with it, and the odds of that.
struct Link {
    end: usize,
    rest: usize,
    odds: f32,
}

impl Layout {
    /// A text breaks off in mid-sentence, and in a later article stands what goes on with it: that comes back, and what
    /// stands below it as far as it is of the same text. Of all that may go on with each other the likeliest come first.
    pub fn return_strays(&mut self, asked: &Asked) {
        let mut links = weighed(links(&self.articles, asked));
        links.sort_by(|a, b| b.odds.total_cmp(&a.odds));
        let (mut ends, mut rests) = (FxHashSet::default(), FxHashSet::default());
        links.retain(|link| {
            let is_free = !ends.contains(&link.end) && !rests.contains(&link.rest);
            is_free && ends.insert(link.end) && rests.insert(link.rest)
        });
        // In the order of the dump: what comes back may break off, too.
        links.sort_by_key(|link| link.end);
        for link in &links {
            bring_back(&mut self.articles, link, &rests, asked);
        }
    }
}

/// All that may go on with each other, nothing of it decided.
fn links(articles: &[Draft], asked: &Asked) -> Vec<Link> {
    let is_rest = |part: &(Label, usize)| {
        let seen = &asked.features[part.1];
        // 武定县 该县…, ●…: the next of several items begins, and goes on with nothing.
        part.0 == Label::Body && seen.head.is_none() && !seen.bullet
    };
    let rests_of = |other| {
        let parts = Draft::parts_looked_at(other).filter(|(_, part)| is_rest(part));
        parts.map(|(from, _)| Rest::of(other, from, asked.features)).collect()
    };
    let rests: Vec<Vec<Rest>> = articles.iter().map(rests_of).collect();
    let mut links = Vec::new();
    for (own, below) in articles.iter().zip((1..).map(|next| &rests[next..])) {
        for (part, _) in own.parts_looked_at().filter(|(_, part)| is_open(**part, asked.features)) {
            let end = End::of(own, part, asked);
            for (far, rests) in below.iter().enumerate().take(REACH) {
                links.extend(rests.iter().filter_map(|rest| {
                    let odds = end.odds(rest, far, asked)?;
                    Some(Link { end: end.piece, rest: rest.piece, odds })
                }));
            }
        }
    }
    links
}

/// Each link's odds against its rivals: what is likely by itself is less so where another piece goes on as well with that
/// end, or another end wants that piece.
fn weighed(links: Vec<Link>) -> Vec<Link> {
    let mut of_end: FxHashMap<usize, Best> = FxHashMap::default();
    let mut of_rest: FxHashMap<usize, Best> = FxHashMap::default();
    for link in &links {
        of_end.entry(link.end).or_default().take(link.odds);
        of_rest.entry(link.rest).or_default().take(link.odds);
    }
    let weigh = |link: Link| {
        let ahead =
            |best: &Best| (link.odds - best.but(link.odds)).clamp(-odds::CLEAR, odds::CLEAR);
        let odds = odds::against(link.odds, ahead(&of_end[&link.end]), ahead(&of_rest[&link.rest]));
        (odds > 0.0).then_some(Link { odds, ..link })
    };
    links.into_iter().filter_map(weigh).collect()
}

/// The best odds of several links, and the second best.
struct Best(f32, f32);

impl Default for Best {
    fn default() -> Self {
        Self(f32::NEG_INFINITY, f32::NEG_INFINITY)
    }
}

impl Best {
    fn take(&mut self, odds: f32) {
        if odds > self.0 {
            self.1 = self.0;
            self.0 = odds;
        } else {
            self.1 = self.1.max(odds);
        }
    }

    /// The best of the others.
    fn but(&self, odds: f32) -> f32 {
        if odds == self.0 { self.1 } else { self.0 }
    }
}

/// The seam of a piece and of what breaks off above it; 0 where nothing does.
fn wanted(other: &Draft, from: usize, asked: &Asked) -> f32 {
    let above = broken_above(other, from, asked.features);
    above.map_or(0.0, |above| (asked.bond)(above, other.parts[from].1).max(0.0))
}

/// The piece above this part, where it stops in mid-sentence.
fn broken_above(draft: &Draft, from: usize, features: &[Features]) -> Option<usize> {
    let above = draft.parts[from.checked_sub(1)?];
    is_open(above, features).then_some(above.1)
}

impl Draft {
    fn parts_looked_at(&self) -> impl Iterator<Item = (usize, &(Label, usize))> {
        self.parts.iter().enumerate().take(LONGEST)
    }

    /// What its headline and the last paragraphs before this part tell.
    fn told(&self, until: usize, asked: &Asked) -> Told {
        let mut told = self.last_texts(until);
        told.extend(&self.headline);
        (asked.told)(&told)
    }
}

/// Moves the rest of a paragraph to where it breaks off.
fn bring_back(articles: &mut [Draft], link: &Link, rests: &FxHashSet<usize>, asked: &Asked) {
    let (Some((at, part)), Some((other, from))) =
        (place(articles, link.end), place(articles, link.rest))
    else {
        return;
    };
    // What came back together with another rest is where it belongs.
    if at >= other {
        return;
    }
    // At the end of its article all that follows comes along, in its midst the rest of the paragraph alone.
    let is_last = !articles[at].parts[part + 1..].iter().any(|part| part.0 == Label::Body);
    let length = if is_last {
        following((&articles[at], part), (&articles[other], from), rests, asked)
    } else {
        1
    };
    let moved: Vec<(Label, usize)> = articles[other].parts.drain(from..from + length).collect();
    articles[at].parts.splice(part + 1..part + 1, moved);
}

/// The article of a piece, and its part there.
fn place(articles: &[Draft], piece: usize) -> Option<(usize, usize)> {
    let part_of = |draft: &Draft| draft.parts.iter().position(|part| part.1 == piece);
    articles.iter().enumerate().find_map(|(at, draft)| Some((at, part_of(draft)?)))
}

/// How many parts, from the rest on, are of the text that it goes on with.
fn following(
    (own, part): (&Draft, usize),
    (other, from): (&Draft, usize),
    rests: &FxHashSet<usize>,
    asked: &Asked,
) -> usize {
    let (above, least) = (broken_above(other, from, asked.features), wanted(other, from, asked));
    // The paragraph above broke off, too, and this goes on with it.
    let goes_back = |piece: usize| {
        above.is_some_and(|above| (asked.bond)(above, piece) > least)
            && asked.features[piece].words <= 0.0
    };
    // Whoever wrote the other article stands above it: nobody signs twice.
    let is_signed = is_signed(other, from, asked.features);
    let (told, there) = (own.told(part + 1, asked), other.told(from, asked));
    let is_own = |piece: usize| (asked.recall)(&told, piece) >= (asked.recall)(&there, piece);
    let stays = |piece: usize| rests.contains(&piece) || goes_back(piece);
    let goes_along = |at: &usize| match other.parts[*at] {
        (Label::Body, piece) => !stays(piece) && (is_signed || is_own(piece)),
        (Label::Signoff | Label::Table, _) => true,
        // With the text below it, where that has more in common with this than with the other.
        (Label::Subhead, _) => other.parts.get(at + 1).is_some_and(|below| {
            below.0 == Label::Body
                && !stays(below.1)
                && (asked.heard)(&told, below.1) > (asked.heard)(&there, below.1)
        }),
        _ => false,
    };
    (from + 1..other.parts.len()).take_while(goes_along).count() + 1
}

fn is_picture(label: Label) -> bool {
    matches!(label, Label::Caption | Label::PhotoCredit)
}

/// A paragraph that stops in mid-sentence.
fn is_open((label, piece): (Label, usize), features: &[Features]) -> bool {
    label == Label::Body && features[piece].stop == Stop::Open
}

/// Whether whoever wrote the article stands above this part of it.
fn is_signed(draft: &Draft, from: usize, features: &[Features]) -> bool {
    draft.parts[..from].iter().any(|(label, piece)| match label {
        Label::Byline | Label::Signoff => true,
        Label::Body => features[*piece].head.as_ref().is_some_and(|head| !head.people.is_empty()),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use crate::{Context, parse_page};
    use ::edition::FlagKind;

    #[test]
    fn the_rest_of_a_sentence_comes_back_from_behind_another_article() {
        let first = "护林员守住一座山\n\n本报讯 河口镇的护林员每月在山上的时间不少于二十二天,红外相机去年拍到林麝三百多段。\n\n\
            镇里还把护林同增收结合起来,选聘护林员五十一名,家里有难处的先选,每人每年补\n\n";
        let second = "扶贫车间开工\n\n本报讯(记者 余建新)4月23日,河口镇的扶贫车间开工,可以吸纳一百二十名村民就业。\n\n\
            车间同三百户村民签了协议,保底收购。\n\n助七千元,护住了山,也稳住了家。\n\n(杜晓 冯启明)\n";
        let page = parse_page("甲.txt", &format!("{first}{second}"), &Context::default());
        let names = |at: usize| -> Vec<&str> {
            page.articles[at].bylines.iter().map(|byline| byline.name.as_str()).collect()
        };
        assert_eq!(names(0), ["杜晓", "冯启明"]);
        assert_eq!(names(1), ["余建新"]);
        let flags: Vec<FlagKind> = page.articles[0].flags.iter().map(|flag| flag.kind).collect();
        assert_eq!(flags, [FlagKind::Order]);
        // The table below it comes with it.
        let rows = "第一名 河口一队\n第二名 渡口二队\n第三名 上河一队\n";
        let second = second.replace("(杜晓 冯启明)\n", rows);
        let page = parse_page("甲.txt", &format!("{first}{second}"), &Context::default());
        let last = page.articles[0].blocks.last().map(|block| block.kind);
        assert_eq!(last, Some(::edition::BlockKind::Table));
        // What begins a paragraph of its own stays.
        let whole = second.replace("助七千元,护住了山,也稳住了家。", "据了解,明年还要再开两家。");
        let page = parse_page("甲.txt", &format!("{first}{whole}"), &Context::default());
        assert_eq!(page.articles[0].flags[0].kind, FlagKind::LostTail);
    }

    #[test]
    fn an_item_that_opens_with_its_county_goes_on_with_nothing() {
        let text = "采茶戏进课堂\n\n本报讯(记者 周有根)锣鼓声中,孩子们围上花围裙,学着采茶、揉茶,唱得有模有样。\n\n\
            瑞昌是采茶戏的老家。去年秋天以来,该县十二所中小学开了采茶戏课,编写教材四册,让孩子们爱上家乡文\n\n\
            各地简讯\n\n永修县 三溪镇日前办起修伞班,一百五十名妇女参加。(殷兆华)\n\n\
            武宁县 该县船滩镇日前备足八千亩早稻用种,确保春耕不误农时。(凤琳)\n\n\
            都昌县 该县组织农技员八十名下乡,手把手教农民育秧。(杨开荣)\n";
        let page = parse_page("甲.txt", text, &Context::default());
        let signed = page.articles.iter().skip(1).flat_map(|article| &article.bylines);
        let signed: Vec<&str> = signed.map(|byline| byline.name.as_str()).collect();
        assert_eq!(signed, ["殷兆华", "凤琳", "杨开荣"]);
        let opens = |at: usize| page.articles[at].blocks[0].spans[0].of(text).starts_with("武宁县");
        assert!(opens(2), "{:?}", page.articles[2].blocks);
    }

    #[test]
    fn of_two_broken_ends_each_gets_its_own_rest() {
        let text = "榧林夜校开到了山上\n\n本报讯(记者 余建新)河口镇的榧农夜里上山听课,专家提着灯教大家嫁接榧树,一讲就是两个钟头。\n\n\
            夜校头一课讲的是榧树落果,专家带着榧农打着手电看花,一棵一\n\n\
            五金店贴出失信榜\n\n本报讯(记者 杜晓)上河镇的工商所贴出第一期五金企业失信名单,七家拖欠货款的企业榜上有名。\n\n\
            名单贴出第二天,一家阀门厂就把拖了九个月的铜棒货款打到了对方账\n\n\
            棵看过去,认定是授粉不良:雄树砍得太多了。夜校的榧农补栽雄榧树六百株,榧树落果少了一半。\n\n上,工商所当天就把名字从榜上划掉。\n";
        let page = parse_page("甲.txt", text, &Context::default());
        let last = |at: usize| {
            let block = page.articles[at].blocks.last().unwrap();
            block.spans.iter().map(|span| span.of(text).chars().last().unwrap()).collect::<String>()
        };
        assert_eq!((last(0), last(1)), ("一。".to_owned(), "账。".to_owned()));
    }

    #[test]
    fn a_paragraph_in_the_midst_of_its_article_gets_back_the_rest_of_its_last_word() {
        let first = "修脚技能修出就业路\n\n□ 本报记者 余建新\n\n河口镇的修脚师走出大山,在全国开了八千多家店,员工中六成是同乡,一个带一串。\n\n\
            出去一人富起一家\n\n渡口乡的周小河夫妇就是受益者,两口子培训后到省城上班,第二年就还清了外债,第三年盖起了新房,添置了新家\n\n\
            建起车间旺了人气\n\n除了输出,县里还在六个镇建起修脚工具的生产车间,让留守妇女在家门口就业,年创劳务收入两亿元。\n\n";
        let second = "家门口建起幸福食堂\n\n本报讯(记者 杜晓)12月5日中午,上河镇的老人们吃完饭,又在食堂里唠起了家常,一荤两素一汤只要三块钱。\n\n\
            具和一台新彩电,去年又当上了店长。\n\n";
        let last = "小院说事化解纠纷\n\n本报讯(记者 赵强)县里的小院说事点去年化解邻里纠纷八百多件,没有一件闹到法院。\n";
        let page = parse_page("甲.txt", &format!("{first}{second}{last}"), &Context::default());
        let spans: Vec<usize> =
            page.articles[0].blocks.iter().map(|block| block.spans.len()).collect();
        assert_eq!(spans, [1, 1, 1, 2, 1, 1]);
        assert_eq!(page.articles[1].blocks.len(), 1);
    }
}
