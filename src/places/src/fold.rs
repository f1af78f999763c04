//! Which character is meant? Traditional, variant, radical and full-width forms as one simplified form.
//!
//! One character always folds to one character, so that a place in the folded text is a place in the
//! original. Only for comparison: nothing folded is ever shown.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Tables of OpenCC, `from<TAB>to to …`; the first target is the usual one.
const TO_SIMPLIFIED: &str = include_str!("../data/TSCharacters.txt");
const JAPANESE: &str = include_str!("../data/JPVariants.txt");

/// The basic plane; the rest of Unicode folds to itself.
const PLANE: usize = 0x1_0000;

/// Variants that no OpenCC table of the above resolves, and forms of marks.
const VARIANTS: &str = "臺台 檯台 颱台 羣群 裏里 裡里 峯峰 綫线 汙污 着着 麪面 啓启 妳你 祂他 〇零 \
    ﹖? ﹐, ﹑、 ﹒. ﹔; ﹕: ∶: ︰: ﹗! ﹙( ﹚) ﹝( ﹞) ·· ‧· •· ・· ∙· ⋅· 〔( 〕) ﹛( ﹜) ╱/ ∕/ ⁄/ \
    「“ 」” 『‘ 』’ ﹁“ ﹂” ﹃‘ ﹄’ 〝“ 〞” 〖【 〗】 [【 ]】 ［【 ］】 ―— ─— ━— ﹣- －- –— ﹏_ ～~ 〜~ ˙· 丨| │| ┃| \
    ︐, ︑、 ︒。 ︓: ︔; ︕! ︖? ︵( ︶) ︷( ︸) ︹( ︺) ︻【 ︼】 ︽《 ︾》 ︿〈 ﹀〉 ︱— ︲—";

/// Forms of the block CJK Radicals Supplement, which have no compatibility decomposition.
const RADICALS: &str = "⺀冫 ⺁厂 ⺃乛 ⺄乙 ⺅亻 ⺆冂 ⺇几 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺌小 ⺍小 ⺎尢 ⺏尢 ⺐尢 ⺑尢 ⺒巳 ⺓幺 \
    ⺔彑 ⺕彑 ⺖忄 ⺗心 ⺘扌 ⺙攵 ⺛旡 ⺝月 ⺞歹 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺤爫 ⺥爫 ⺦丬 ⺧牛 ⺨犭 ⺩王 ⺫罒 \
    ⺬示 ⺭礻 ⺮竹 ⺯糸 ⺰纟 ⺱罓 ⺳罒 ⺶羊 ⺷羊 ⺸羊 ⺹老 ⺺肀 ⺻聿 ⺼月 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 \
    ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐钅 ⻑长 ⻒长 ⻓长 ⻔门 ⻕阝 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 \
    ⻛风 ⻜飞 ⻝食 ⻞食 ⻟饣 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫齐 ⻬齐 ⻭齿 ⻮齿 ⻯龙 ⻰龙 \
    ⻱龟 ⻲龟 ⻳龟";

/// The 214 Kangxi radicals in order from U+2F00, as simplified characters write them.
const KANGXI: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛\
    工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋\
    疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾见角言谷豆豕豸贝赤走足身车\
    辛辰辵邑酉釆里金长门阜隶隹雨青非面革韦韭音页风飞食首香马骨高髟斗鬯鬲鬼鱼鸟卤鹿麦麻黄黍黑黹黾鼎鼓鼠鼻齐齿龙龟龠";

static TABLE: LazyLock<Box<[u16]>> = LazyLock::new(table);

/// The form in which `c` is compared.
#[inline]
pub fn fold(c: char) -> char {
    match TABLE.get(c as usize) {
        Some(&to) => char::from_u32(u32::from(to)).unwrap_or(c),
        None => c,
    }
}

/// The characters of `text` folded, without white space.
pub fn folded(text: &str) -> impl DoubleEndedIterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace()).map(fold)
}

/// `text` folded, without white space.
pub fn fold_text(text: &str) -> Vec<char> {
    // A Han character has three bytes.
    let mut all = Vec::with_capacity(text.len() / 3 + 1);
    all.extend(folded(text));
    all
}

/// Whether a text is in traditional characters.
pub fn is_traditional(text: &str) -> bool {
    /// One character in so many has a simplified form in such a text.
    const FEW: usize = 20;
    let is_han = |c: &char| ('\u{4E00}'..='\u{9FFF}').contains(c);
    let (all, other) = text
        .chars()
        .filter(is_han)
        .fold((0, 0), |(all, other), c| (all + 1, other + usize::from(fold(c) != c)));
    other * FEW > all
}

fn table() -> Box<[u16]> {
    let mut table: Vec<u16> = (0..PLANE).map(|code| code as u16).collect();
    let mut set = |from: char, to: char| {
        if let (Some(slot), Ok(to)) = (table.get_mut(from as usize), u16::try_from(to as u32)) {
            *slot = to;
        }
    };
    // A Japanese form is folded where no Chinese one looks the same: 連 stands for 聯 only in Japan.
    let chinese: HashSet<char> = TO_SIMPLIFIED.chars().filter(|c| !c.is_whitespace()).collect();
    for line in JAPANESE.lines() {
        if let Some((to, from)) = first_pair(line)
            && !chinese.contains(&from)
        {
            set(from, to);
        }
    }
    const FULL_WIDTH: std::ops::RangeInclusive<u32> = 0xFF01..=0xFF5E;
    const TO_ASCII: u32 = 0xFEE0;
    for code in FULL_WIDTH {
        if let (Some(from), Some(to)) = (char::from_u32(code), char::from_u32(code - TO_ASCII)) {
            set(from, to);
        }
    }
    for pair in VARIANTS.split_whitespace().chain(RADICALS.split_whitespace()) {
        let mut pair = pair.chars();
        if let (Some(from), Some(to)) = (pair.next(), pair.next()) {
            set(from, to);
        }
    }
    const KANGXI_START: u32 = 0x2F00;
    for (code, to) in (KANGXI_START..).zip(KANGXI.chars()) {
        set(char::from_u32(code).unwrap_or(to), to);
    }
    let simplified: Vec<(char, char)> = TO_SIMPLIFIED.lines().filter_map(first_pair).collect();
    simplify(&mut table, &simplified);
    table.into_boxed_slice()
}

fn first_pair(line: &str) -> Option<(char, char)> {
    let (from, to) = line.split_once('\t')?;
    Some((from.chars().next()?, to.chars().next()?))
}

/// Applies the step to simplified characters after every other one: 羣 is 群, a Japanese 沢 is 澤 is 泽.
fn simplify(table: &mut [u16], pairs: &[(char, char)]) {
    let mut step: Vec<u16> = (0..PLANE).map(|code| code as u16).collect();
    for (from, to) in pairs {
        // 著 is 着 only in some words, and a name where it stands in a place; 乾 is left to 干 as OpenCC has it.
        if let (Some(slot), Ok(to)) = (step.get_mut(*from as usize), u16::try_from(*to as u32)) {
            *slot = to;
        }
    }
    for slot in table {
        *slot = step[usize::from(*slot)];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_character_are_one() {
        let folded = |text: &str| text.chars().map(fold).collect::<String>();
        assert_eq!(
            folded("臺東縣 運城 羣 ⽤⻔ ２０２５年（⻓）"),
            "台东县 运城 群 用门 2025年(长)"
        );
        assert_eq!(folded("〔記者／報導〕「中」"), "(记者/报导)“中”");
        assert_eq!(folded("︵記者︶﹁中︐﹂︽文︾︓︒"), "(记者)“中,”《文》:。");
        assert_eq!(folded("［記者］[文]3∶1"), "【记者】【文】3:1");
        assert_eq!(folded("聯連後沢"), "联连后泽");
        assert_eq!(folded("𠮷😀"), "𠮷😀");
    }

    #[test]
    fn the_radicals_are_all_there() {
        assert_eq!(KANGXI.chars().filter(|c| !c.is_whitespace()).count(), 214);
        assert_eq!(fold('⿕'), '龠');
    }
}
