//! How is one dump parsed? Ink, pieces, features, labels, drafts, repair, articles, places, in this order.

mod head;

use self::head::{TOP, head_lines, keep_days_of_tables, keep_signing_days};
use crate::article::Desk;
use crate::bond::bond;
use crate::draft::layout;
use crate::explain::explain;
use crate::features::{Features, features};
use crate::furniture::{Matter, matter};
use crate::grammar::{NO_CREDIT, label, lone_in_reports, no_credit_cost};
use crate::jumps::Owners;
use crate::label::Label;
use crate::lead::lead;
use crate::paper::county_of_paper;
use crate::piece::{Piece, pieces};
use crate::place_line::is_place;
use crate::repair::{Repaired, repair};
use crate::source::{Ink, Source};
use crate::topic::Topics;
use crate::{custom, doubled, jumps, notes, subject, tagging};
use ::edition::{Basis, Date, Direction, Fact, Jump, Page, Span};
use places::Places;

/// A page, and the day that its header states.
pub struct Parsed {
    pub page: Page,
    pub date: Option<Fact<Date>>,
    /// The paper's name, where it stands at the top.
    pub paper: Option<Fact<String>>,
    /// The county whose paper it is.
    pub own_county: Option<u64>,
}

/// A dump as far as the labels.
struct Labelled<'t> {
    source: Source<'t>,
    pieces: Vec<Piece>,
    matters: Vec<Option<Matter>>,
    /// The pieces that are no page matter; what follows speaks of them by their place here.
    flow: Vec<Piece>,
    topics: Topics,
    features: Vec<Features>,
    labels: Vec<Label>,
}

impl<'t> Labelled<'t> {
    fn of(source: Source<'t>, places: &Places) -> Self {
        let pieces = pieces(&source);
        let matters: Vec<Option<Matter>> =
            pieces.iter().map(|piece| matter(&source.ink[piece.ink.clone()])).collect();
        let matters = head_lines(&source, &pieces, matters);
        let matters = keep_signing_days(&source, &pieces, matters);
        let matters = keep_days_of_tables(&source, &pieces, matters);
        let free = pieces.iter().zip(&matters).filter(|(_, matter)| matter.is_none());
        let flow: Vec<Piece> = free.map(|(piece, _)| piece.clone()).collect();
        let topics = Topics::of(&source, &flow);
        let is_place = |ink: &[Ink]| is_place(ink, places);
        let opens = |ink: &[Ink]| places.opens(ink.iter().map(|ink| ink.c));
        let mut features = features(&source, &flow, &topics, &is_place, &opens);
        mark_carried(&matters, &mut features);
        let mut labels = label(&features);
        let cost = no_credit_cost(&labels, &features);
        let lone = lone_in_reports(&labels);
        if cost < NO_CREDIT || lone.contains(&true) {
            for (here, lone) in features.iter_mut().zip(lone) {
                (here.no_credit, here.lone_in_report) = (cost, lone);
            }
            labels = label(&features);
        }
        Self { source, pieces, matters, flow, topics, features, labels }
    }
}

/// 上接第1版: the next piece goes on with the text of another page.
fn mark_carried(matters: &[Option<Matter>], features: &mut [Features]) {
    let mut carries = false;
    let mut flow = features.iter_mut();
    for matter in matters {
        match matter {
            Some(matter) => {
                carries |= matter.jump.is_some_and(|(direction, _)| direction == Direction::From);
            }
            None => {
                let Some(features) = flow.next() else { return };
                features.carries_on = std::mem::take(&mut carries);
            }
        }
    }
}

/// Why each piece of a dump became what it became.
pub fn explained(source: Source, places: &Places) -> String {
    let page = Labelled::of(source, places);
    explain(&page.source, &page.pieces, &page.matters, &page.labels, &page.features)
}

/// `own_county`: the county whose paper it is, where the newsroom or another page of the edition says so.
pub fn parse(name: &str, source: Source, places: &Places, own_county: Option<u64>) -> Parsed {
    let text = source.text;
    let labelled = Labelled::of(source, places);
    let Labelled { source, flow, features, topics, .. } = &labelled;
    let desk = Desk { source, pieces: flow, features };
    let is_same = |heads: &[usize], caption: usize| {
        let heads: Vec<&[Ink]> = heads.iter().map(|head| desk.ink(*head)).collect();
        let opens = |ink: &[Ink]| places.opens(ink.iter().map(|ink| ink.c));
        subject::is_same(&heads, desk.ink(caption), &opens)
    };
    let recall = |texts: &[usize], caption: usize| topics.recall(caption, texts);
    let mut layout = layout(&labelled.labels, features, &is_same, &recall);
    let bond = |a: usize, b: usize| {
        // That of neighbours is known.
        if let Some(seam) = features[b].seam.filter(|_| b == a + 1) {
            return seam;
        }
        let (left, right) = (desk.ink(a), desk.ink(b));
        bond(left, right, topics.seam(source, left, right, features[b].begins))
    };
    layout.return_strays(features, &bond);
    let mut page = Page { source: name.into(), text: text.into(), ..Page::default() };
    let lines = labelled.pieces.iter().map(|piece| &source.ink[piece.ink.clone()]);
    let matters = lines.zip(&labelled.matters);
    let own_county = own_county.or_else(|| {
        county_of_paper(matters.filter_map(|(ink, matter)| Some((ink, matter.as_ref()?))), places)
    });
    let unsigned = custom::unsigned(&layout.articles, features);
    for (draft, unsigned) in layout.articles.iter().zip(unsigned) {
        let begins = |piece: usize| {
            let seen = &features[piece];
            let place = seen.opens_with_place || seen.names_place_soon;
            lead(desk.ink(piece), place, desk.names_head(draft, piece))
        };
        let seen = |piece: usize| &features[piece];
        let repaired: Repaired = repair(&draft.parts, &seen, &bond, &begins, unsigned);
        let mut article = desk.article(draft, &repaired);
        tagging::tag(&mut article, source, places, own_county, &mut page.notes);
        notes::of_repair(&desk, &repaired, &mut page.notes);
        page.articles.push(article);
    }
    page.rubrics = desk.spans(&layout.rubrics);
    page.columns = desk.spans(&layout.columns);
    let mut date = None;
    let mut paper = None;
    let owners = Owners::of(&page.articles);
    for (piece, matter) in labelled.pieces.iter().zip(&labelled.matters) {
        if let Some(matter) = matter {
            let spans = piece.spans(source);
            state(&mut page, &mut date, &owners, source, piece.ink.start, matter, &spans);
            if let Some(own) = &matter.paper {
                let start = piece.ink.start;
                let span = source.span(&(own.start + start..own.end + start));
                let value: String = span.of(text).split_whitespace().collect();
                paper.get_or_insert(Fact { value, basis: Basis::Stated(span) });
            }
            page.furniture.extend(spans);
        }
    }
    for (at, (piece, matter)) in labelled.pieces.iter().zip(&labelled.matters).enumerate() {
        if matter.is_some() || at < TOP {
            notes::of_head(
                &source.ink[piece.ink.clone()],
                source,
                matter.as_ref(),
                &mut page.notes,
            );
        }
    }
    notes::of_lines(source, &mut page.notes);
    page.articles.sort_by_key(edition::Article::start);
    jumps::settle(&mut page);
    page.notes.extend(doubled::notes(source, &page.articles));
    notes::of_text(source, &mut page);
    Parsed { page, date, paper, own_county }
}

/// Takes what page matter says of the page.
fn state(
    page: &mut Page,
    date: &mut Option<Fact<Date>>,
    owners: &Owners,
    source: &Source,
    start: usize,
    matter: &Matter,
    spans: &[Span],
) {
    let Some(&span) = spans.first() else { return };
    if let Some(day) = matter.date {
        date.get_or_insert(Fact { value: day, basis: Basis::Stated(span) });
    }
    if let Some(number) = matter.number {
        page.number.get_or_insert(Fact { value: number, basis: Basis::Stated(span) });
    }
    if let Some(name) = &matter.name {
        let span = source.span(&(name.start + start..name.end + start));
        let value: String = span.of(source.text).split_whitespace().collect();
        page.name.get_or_insert(Fact { value, basis: Basis::Stated(span) });
    }
    if let Some((direction, to)) = matter.jump
        && let Some(owner) = owners.of_marker(direction, span)
        && let Some(article) = page.articles.get_mut(owner)
    {
        article.jumps.push(Jump { direction, page: to, span, other: None });
    }
}

#[cfg(test)]
mod tests {
    use crate::{Context, Dump, edition_of};
    use ::edition::{Article, BlockKind, Edition};

    const STORY: &str =
        "\n\n书画展览开幕\n\n本报讯(记者 赵强)7月1日,书画展览在文化馆开幕,展出作品一百件。\n";

    fn edition(text: String) -> Edition {
        let context = Context::default();
        edition_of("甲", vec![Dump { source: "甲.txt".into(), text, encoding: None, context }])
    }

    /// Paper, day, page and section, `-` where none is stated.
    fn head(lines: &str) -> String {
        let edition = edition(format!("{lines}{STORY}"));
        let page = &edition.pages[0];
        let date = edition.date.filter(|date| date.reason().is_none());
        let facts = [
            edition.paper.map(|fact| fact.value),
            date.map(|fact| fact.value.to_string()),
            page.number.as_ref().map(|fact| fact.value.to_string()),
            page.name.as_ref().map(|fact| fact.value.clone()),
        ];
        assert_eq!(page.articles.len(), 1, "{lines}");
        facts.map(|fact| fact.unwrap_or("-".into())).join(" ")
    }

    #[test]
    fn the_head_of_a_page_may_take_several_lines() {
        for (lines, facts) in [
            ("河口日报 2025年7月24日 第3版", "河口日报 2025年7月24日 3 -"),
            ("河口日报\n2025年7月24日 星期四\n第3版 要闻", "河口日报 2025年7月24日 3 要闻"),
            ("3 要闻\n河口日报 2025.7.24", "河口日报 2025年7月24日 3 要闻"),
            ("2025-07-24\n河口日报", "河口日报 2025年7月24日 - -"),
            ("2025年7月24日 星期四\n河边晨刊 02 要闻", "- 2025年7月24日 2 河边晨刊"),
            ("河口日报 第1286期\n2025年7月24日 星期四 3 民生", "河口日报 2025年7月24日 3 民生"),
            (
                "河口法治\n2025年7月24日 星期四 第3版 综合 责编 赵强",
                "河口法治 2025年7月24日 3 综合",
            ),
            ("乡土\n2025年7月24日 星期四 第3版", "- 2025年7月24日 3 乡土"),
            ("人民日報\n一九五四年十月三日\n第三版", "人民日報 1954年10月3日 3 -"),
            ("河口晚报 健康·农事\n2025年7月24日 星期四", "河口晚报 2025年7月24日 - 健康·农事"),
            ("河口日报\nHEKOU RIBAO\n2025年7月24日 星期四", "河口日报 2025年7月24日 - -"),
        ] {
            assert_eq!(head(lines), facts, "{lines}");
        }
    }

    /// Headlines, and how many subheads, captions, tables and notices there are.
    fn shown(text: &str) -> String {
        let page = &edition(text.into()).pages[0];
        let blocks = page.articles.iter().flat_map(|article| &article.blocks);
        let count = |kind: BlockKind| blocks.clone().filter(|block| block.kind == kind).count();
        let headline =
            |article: &Article| article.headline.iter().map(|span| span.of(text)).collect();
        let headlines: Vec<String> = page.articles.iter().map(headline).collect();
        let kinds = [BlockKind::Subhead, BlockKind::Caption, BlockKind::Table, BlockKind::Notice];
        format!("{} {:?}", headlines.join("|"), kinds.map(count))
    }

    #[test]
    fn empty_lines_say_which_short_lines_are_heads() {
        let text = "本报讯(记者 赵强)7月1日,河口镇的两个村子开了三场会,商量怎样把旧戏台修起来,让老人们有地方听戏。\n\n\
            村里的老人说,戏台是六十年前大家一块砖一块砖垒起来的,拆了就再也没有了,还是修一修的好。\n\n\
            从三户到三百户\n第一年秋后,三户人家拿出了自己攒下的木料,第二年报名的人挤满了村部,谁也不愿意落在后面。\n\n\
            木匠师傅从邻县请来,一住就是四十天,工钱一分也没有多要,临走的时候还留下了一套自己做的工具。\n\n\
            修台的钱是各家凑的,多的三百,少的五十,连在外地打工的年轻人也寄了回来,账目一笔一笔写在墙上。\n\n\
            如今戏台修好了,每个月的初一和十五都有戏,四邻八乡的人坐着三轮车赶来,比过年的时候还要热闹。\n";
        assert_eq!(
            shown(&format!("两个村子修好一座老戏台\n{text}")),
            "两个村子修好一座老戏台 [1, 0, 0, 0]"
        );
    }

    #[test]
    fn a_text_of_another_page_goes_on_to_the_next_headline() {
        let text = "2025年7月24日 第3版\n\n(上接第1版)\n\n工程要在年底以前完成。\n\n“路修好了,鱼虾当天就能进城。”河口镇养殖户朱士林说,今年的收成比去年多三成。\n\n据了解,明年还有八座桥要重修,大多在湖区一带。";
        let page = &edition(format!("{text}\n{STORY}")).pages[0];
        let blocks: Vec<usize> = page.articles.iter().map(|article| article.blocks.len()).collect();
        assert_eq!(blocks, [3, 1]);
        let marked = edition(format!("{}\n{STORY}", text.replace("(上接第1版)\n\n", "")));
        assert!(marked.pages[0].articles.len() > 2);
    }

    #[test]
    fn a_rest_further_down_is_preferred_to_the_opening_of_a_paragraph() {
        let text = "山里的书屋\n本报记者 赵强\n\n暑假一到,河口镇的书屋就热闹起来,二十几个孩子趴在桌上写作业。\n\n镇里给书屋换了新桌椅,几名退休教师也来辅导功课。今年夏天,书屋每天\n\n最让孩子们高兴的,是那本旧画册,封面掉了三回,又粘了三回。\n\n接待孩子五十多人次,借出图书四十多册。\n";
        let page = &edition(text.into()).pages[0];
        let flags: Vec<_> = page.articles[0].flags.iter().map(|flag| flag.kind).collect();
        assert_eq!(flags, [::edition::FlagKind::Order]);
    }

    #[test]
    fn a_search_for_somebody_is_one_notice() {
        let notice = "寻人启事\n周小河,男,76岁,7月2日早上在河口镇车站附近走失,走时上身穿灰色短袖。\n有知其下落者请与家人联系,必有重谢。电话:13800000000\n";
        assert_eq!(shown(&format!("{STORY}\n{notice}")), "书画展览开幕|寻人启事 [0, 0, 0, 2]");
    }

    #[test]
    fn what_closes_a_notice_is_no_title_of_another() {
        let notice = "河口县交通运输局公告\n因河口镇东街桥梁改造施工,自2025年7月10日零时起半幅封闭,请过往车辆绕行。\n特此公告\n河口县交通运输局\n2025年7月3日\n";
        assert_eq!(
            shown(&format!("{STORY}\n{notice}")),
            "书画展览开幕|河口县交通运输局公告 [0, 0, 0, 2]"
        );
    }

    #[test]
    fn whoever_came_first_stands_in_the_report_on_the_race() {
        let rows = "\n男子前三名\n1 周大山(河口镇) 42分09秒\n2 吴小海(渡口镇) 42分51秒\n3 郑江(河口镇) 43分37秒\n";
        assert_eq!(shown(&format!("{STORY}{rows}")), "书画展览开幕 [0, 0, 1, 0]");
    }

    #[test]
    fn a_table_has_its_groups_and_a_notice_its_paragraphs() {
        let table = "赛事预告\n8月23日\n22:30 女子举重决赛 CCTV-5\n23:45 男子体操决赛 CCTV-1\n8月24日\n02:30 女排半决赛 CCTV-5\n";
        assert_eq!(shown(&format!("{STORY}\n{table}")), "书画展览开幕|赛事预告 [0, 0, 1, 0]");
        let notice = "讣告\n原河口农机站离休干部周岱因病医治无效,于2025年7月2日4时逝世,享年86岁。\n周岱1925年3月生,1945年参加工作,历任区农会主任、农机站站长等职。\n兹定于7月4日上午9时在殡仪馆举行告别仪式。谨此讣告。\n周岱治丧小组\n2025年7月3日\n";
        assert_eq!(shown(&format!("{STORY}\n{notice}")), "书画展览开幕|讣告 [0, 0, 0, 3]");
    }

    #[test]
    fn pictures_under_a_text_are_counted_and_one_with_a_title_stands_alone() {
        let counted = "云端上的邮路\n本报记者 邓雄 文/图\n\n海拔一千六百米的渡口乡,冬天的雾来得早。乡邮员向明全背上四十斤重的邮包,开始了当天的投递。\n\n①向明全走在通往村里的小道上。\n②村民把山货托给他寄出。\n";
        assert_eq!(shown(counted), "云端上的邮路 [0, 2, 0, 0]");
        let titled = "桐花雪\n北港溪畔油桐花進入尾聲，步道鋪上一層花毯，吸引遊客捧花拍照。\n圖／記者陳鳳麗\n";
        assert_eq!(shown(&format!("{STORY}\n{titled}")), "书画展览开幕|桐花雪 [0, 1, 0, 0]");
    }

    #[test]
    fn a_letter_to_the_editor_is_text() {
        for (address, letter) in [
            ("编辑同志:", "我们村里已经三个月没有通自来水了,请帮我们问一问。\n\n某县某村 王有田"),
            ("編輯先生：", "我們村裏已經三個月沒有通自來水了，請幫我們問一問。\n\n某縣某村 王有田"),
            ("编辑同志:我们村里已经三个月没有通自来水了。", " 某县某村 王有田"),
        ] {
            let page = &edition(format!("第3版\n\n自来水何时来\n\n{address}\n{letter}\n")).pages[0];
            let furniture: Vec<&str> =
                page.furniture.iter().map(|span| span.of(&page.text)).collect();
            assert_eq!(furniture, ["第3版"], "{address}");
        }
    }
}
