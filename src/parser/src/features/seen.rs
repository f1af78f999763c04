//! What can be seen of a piece and of its neighbours?

use super::LONG;
use crate::credit::Credit;
use crate::forms::Form;
use crate::newshead::NewsHead;
use crate::opening::Stop;
use crate::source::Said;

#[derive(Clone, Debug)]
pub struct Features {
    /// Characters.
    pub len: usize,
    /// What the dump says that it is: # of Markdown or 标题： stands before it.
    pub said: Option<Said>,
    pub stop: Stop,
    /// Above 0: a paragraph begins here; below 0: it goes on.
    pub opening: f32,
    /// The same by its words alone, without the indent.
    pub words: f32,
    /// What indent and place say for a paragraph that begins here, apart from its words.
    pub begins: f32,
    pub opens_with_place: bool,
    /// 雨后的荣成市…: the scene, and where it is.
    pub names_place_soon: bool,
    /// It opens with a character that no sentence begins with.
    pub tail: bool,
    /// … or with what only the middle of a sentence has.
    pub rest: bool,
    /// … or with one character before a mark: 题,最多的一个是….
    pub cut_word: bool,
    /// … or with a mark that only stands behind words, below a line that has none inside: ,亩产过万斤.
    pub marked_off: bool,
    /// It opens with a report head of its own: 本报讯(记者 X), but no 据新华社消息.
    pub reports: bool,
    /// How well it goes on where the piece before it stopped in mid-sentence; see [`crate::bond`].
    pub seam: Option<f32>,
    pub credit: Option<Credit>,
    pub head: Option<NewsHead>,
    /// Share of its character pairs that the text after it has, 0 to 1.
    pub echo: f32,
    /// How much the text before and after it have in common, 0 to 1; `None` where there is nothing to compare.
    pub cohesion: Option<f32>,
    /// It opens as a photo caption does: 2 with 图为 …, 1 with a date, 0 neither.
    pub caption: u8,
    /// The second half of a caption, its credit behind it.
    pub ends_caption: bool,
    /// 图①, 上图: one of several pictures.
    pub pictures: bool,
    /// ①石有根在给船底填麻丝。: a picture of the text above it, though nobody is named.
    pub own_picture: bool,
    /// 图②, 图三: not the first of them.
    pub later_picture: bool,
    /// It opens with a day in figures. A caption that does so stands under a picture of its own: of 212 of written pages,
    /// one was of the text above it.
    pub opens_with_day: bool,
    /// 本报记者 王明 文/图 behind what stands under a picture.
    pub signs_picture: bool,
    pub numbered: bool,
    /// 壹, and in the text below it 贰: the number of a chapter.
    pub chapter: bool,
    /// 闻喜县姚村: a place and nothing else.
    pub is_place: bool,
    /// An empty line stands before it.
    pub after_blank: bool,
    /// Two halves with a space between: 听民意汇民智 赋能高质量发展.
    pub halves: bool,
    /// … of one length with a character in the same place: 支部建在院坝上 矛盾化在萌芽里.
    pub couplet: bool,
    /// … of one length.
    pub even_halves: bool,
    /// It opens with a quotation mark.
    pub quotes: bool,
    /// 读者刘女士问: …, 问: ….
    pub asks: bool,
    /// 某小区业主来电:…, 读者李女士反映…: it opens with who tells the paper of something.
    pub complains: bool,
    /// 记者:… 周河:…: it opens with one of two who speak in turns.
    pub speaks: bool,
    /// ■对话: they speak below it.
    pub over_speech: bool,
    /// 编辑同志: a letter begins.
    pub salutes: bool,
    /// 热力公司回复:…: it answers what stands above it.
    pub replies: bool,
    /// (吴天明): all of it stands in brackets.
    pub bracketed: bool,
    /// The text of another page goes on with it: 上接第1版 stands above.
    pub carries_on: bool,
    /// It stands over such a text: its headline there.
    pub over_carried: bool,
    /// A line that rules off stands above it: ————————.
    pub below_rule: bool,
    /// Marks and nothing else: the name of nothing.
    pub wordless: bool,
    /// 举行, 会见, 启动 … stands in it.
    pub tells_event: bool,
    /// 县, 镇, 村 … stands in it.
    pub names_unit: bool,
    /// A short line without a mark, and one more above it or below it: heads, sooner than text.
    pub stacked: bool,
    /// 建议采取以下措施: over numbered points: it is text.
    pub leads_points: bool,
    /// 明天:晴… below 今天:多云…: the next day of a forecast.
    pub foretells: bool,
    /// What its first clause says for the beginning of a story.
    pub begins_story: f32,
    /// What it costs an article to begin here without byline and report head.
    pub no_credit: f32,
    /// The only subhead of a report, by the labels of a first walk.
    pub lone: crate::grammar::Lone,
    /// What it says against it as a subhead that nothing above it speaks of what stands below, by the same labels.
    pub unlike: f32,
    /// 冬春轩: two to four characters that are no word and may be whoever signs an essay.
    pub pen_name: bool,
    /// “有光,他们就不怕”: a short line that is one quotation.
    pub quoted: bool,
    /// Commas and full stops inside.
    pub commas: usize,
    pub stops: usize,
    /// ! and ? among them: headlines have them too.
    pub calls: usize,
    /// The ? of those.
    pub questions: usize,
    /// 那么, 可是, 对此, 小时候: it opens as a sentence of a text does that turns to something.
    pub turns: bool,
    pub trails: bool,
    /// ●■ before it: an item of a list.
    pub bullet: bool,
    /// … and the item behind it has the same mark.
    pub listed: bool,
    /// The line above such an item.
    pub over_listed: bool,
    /// Whether the text after it, up to the next short line, says who wrote it or opens with a report head.
    pub signed: bool,
    /// 0 none, 1 by its last word, 2 a known rubric.
    pub rubric: u8,
    /// A rubric's name that speaks of short items: 简讯, 政务动态.
    pub briefs: bool,
    /// … of pictures: 图片新闻 …
    pub of_pictures: bool,
    /// … or that a rubric's word opens: 健康橱窗.
    pub opens_with_rubric: bool,
    /// … or closes: 今日快评.
    pub ends_with_rubric: bool,
    pub ornament: bool,
    /// A label between two marks that names the series of the article below it.
    pub tagged: bool,
    /// Behind the end of a text it and the items below it, with one mark, are none of that.
    pub opens_items: bool,
    /// It has the mark that every headline of the page has before it.
    pub marked_as_heads: bool,
    /// It is one of the heads of such items, each over one paragraph.
    pub heads_brief: bool,
    /// It ends with its writer's name, and so does the piece above it.
    pub signed_in_turn: bool,
    /// It ends with its writer's name.
    pub signs_itself: bool,
    /// Verses stand above it and a paragraph below: a poem is over here.
    pub after_verse: bool,
    /// It stands below a rubric of short items.
    pub in_briefs: bool,
    /// It stands directly above a text, where empty lines part paragraphs.
    pub tied: bool,
    /// An empty line parts it from the text below it, where headlines have none.
    pub loose: bool,
    /// Where the page sets articles apart by empty lines, and paragraphs not: whether one stands before it.
    pub set_off: Option<bool>,
    /// Chinese characters.
    pub han: usize,
    /// Characters without ornaments.
    pub bare: usize,
    /// Chinese characters without a space, and nothing else.
    pub plain: bool,
    pub column_words: usize,
    /// Other short lines near it of its length and with its marks in its places.
    pub rhymes: usize,
    /// The page indents its paragraphs; whether this piece is.
    pub indent: Option<bool>,
    /// It stops at a word that wants another: 的, 是, 在 ….
    pub hangs: bool,
    pub form: Form,
    pub ends_in_comma: bool,
    /// It stops at ”.
    pub ends_in_quote: bool,
    pub ends_in_colon: bool,
    /// Two halves, as the headlines of the page have.
    pub like_heads: bool,
    /// A quotation begins in it and does not end.
    pub unclosed: bool,
    /// One that begins in a line above ends in it or below.
    pub enclosed: bool,
    /// It opens with 在 and lacks the 上 or 中 that goes with it.
    pub framed: bool,
    /// No line of sense ends so: at a number or inside a list.
    pub stub: bool,
    /// 一线调研报告之三, 本报3月24日报道…之后
    pub sequel: bool,
    /// 市委常委会议研究部署春耕: who met and what about.
    pub meets: bool,
    /// 【案情回放】 over a text, and below that 【法院判决】 over another.
    pub opens_parts: bool,
    /// Two lines that may be heads of it stand above it: it is the third of a head.
    pub third: bool,
    /// It urges, below a line of what somebody said and the first of what was said: 确保安全度汛.
    pub urged: bool,
    /// … and the first of one: two more such lines stand below it, and then the text.
    pub opens_three: bool,
    /// A figure of speech …
    pub figures: bool,
    /// … and what happened, and where.
    pub states: bool,
    /// It opens with a county of the region, or with 我县.
    pub locates: bool,
    /// 采取得力措施: by what means, and no result.
    pub by_means: bool,
    /// Whoever wrote the text below it stands directly below it.
    pub over_byline: bool,
    /// 市委常委会召开会议强调
    pub introduces: bool,
    /// 廖小军主持并讲话
    pub attends: bool,
    /// 桑以宁主持: the same in few characters, with nobody's title.
    pub takes_part: bool,
    /// 二十八支球队激战三天: it opens with how many.
    pub tells_how_many: bool,
    /// Its second half does.
    pub half_tells_how_many: bool,
    /// Things counted or measured in a short line.
    pub amounts: usize,
    /// 市社保中心负责人答记者问
    pub answers: bool,
    /// It stops at a comma, and the next line of the headline stands below it.
    pub torn_head: bool,
    /// Whoever is asked stands below it: 专访六段女棋士黎采洁.
    pub over_asked: bool,
    /// An editor's note on what follows stands below it, and below that a headline.
    pub over_note: bool,
    /// Between a headline and its text: the name of a series, by what the text says of both.
    pub under_head: bool,
    /// 【法官提醒】
    pub comments: bool,
    /// 房署:九成租户负担得来: whoever says it, and what.
    pub said_by: bool,
    /// 居民憂交通擠塞, 專家籲…: what those concerned say to it.
    pub reacts: bool,
    /// 市人大常委会召开专题询问会 …
    pub convenes: bool,
    /// … and what it dealt with: 聚焦农村污水治理.
    pub specifies: bool,
    pub dash_before: bool,
    pub dash_after: bool,
}

impl Features {
    pub fn is_long(&self) -> bool {
        self.len >= LONG
    }

    /// A short question that stands alone, is nobody's words and goes on with nothing: of 200 such lines of written pages
    /// none was a paragraph, with a comma or without.
    pub fn asks_alone(&self) -> bool {
        const LONGEST: usize = 23;
        self.questions > 0
            && self.questions == self.stops
            && !self.turns
            && self.len <= LONGEST
            && self.indent != Some(true)
            && self.seam.is_none()
            && !(self.quotes || self.asks || self.speaks || self.ends_in_quote)
    }
}
