//! Does the time of a parse grow with the dump and not with its square? Hostile dumps, each parsed at a length and at
//! four times that length: `cargo run --release -p parser --example growth`

mod clock;

use clock::Clock;
use std::hint::black_box;

/// Characters of the shorter dump of each kind, about.
const SHORT: usize = 100_000;

/// How much longer the other one is. A square law shows as this times this.
const TIMES: usize = 4;

/// Runs of each length; the fastest counts.
const RUNS: usize = 2;

type Kind = (&'static str, fn(usize) -> String);

/// Each makes `number` of something; its time may depend on how many there are and on nothing else.
const KINDS: [Kind; 25] = [
    ("one character in one line", |number| "国".repeat(number)),
    ("two characters in one line", |number| "一行".repeat(number / 2)),
    ("a word in one line", |number| "经济".repeat(number / 2)),
    ("open brackets", |number| "(".repeat(number)),
    ("names with spaces", |number| "王 ".repeat(number)),
    ("one character a line", |number| "国\n".repeat(number)),
    ("lines that stop in mid-sentence", |number| {
        lines(number, 50, |_| {
            "全县经济社会发展的各项工作取得了新的成绩和进步群众生活水平不断提高干部作风明显好转全县经济社会发".into()
        })
    }),
    ("headlines", |number| lines(number, 12, |at| format!("某县第{at}次开会部署工作"))),
    ("subheads", |number| {
        let parts = lines(number, 70, |at| {
            format!(
                "磨坊又响第{at}回\n老磨坊停了二十年,今年又响了起来,三户人家凑钱换了石磨{},磨出的面一袋卖到八十元,买的人还是不少。",
                hanzi(at)
            )
        });
        format!("老磨坊又响起来\n本报记者 王明\n{parts}")
    }),
    ("rubrics over briefs", |number| {
        lines(number, 40, |_| "公告\n某人遗失身份证一张,号码不详,声明作废。".into())
    }),
    ("credits", |number| lines(number, 8, |at| format!("本报记者 王{}", hanzi(at)))),
    ("texts with credits behind them", |number| {
        lines(number, 30, |at| format!("全县召开大会,部署下一步的各项工作。(王{})", hanzi(at)))
    }),
    ("jumps", |number| {
        lines(number, 30, |_| "全县召开大会,部署下一步的各项工作\n(下转第3版)".into())
    }),
    ("stubs", |number| lines(number, 8, |_| "某事……5版".into())),
    ("captions", |number| lines(number, 20, |_| "图为村民在田间劳动的情景。".into())),
    ("addresses", |number| lines(number, 8, |_| "地址:东街1号".into())),
    ("tags in one line", |number| "<p>国</p>".repeat(number / 8)),
    ("pairs of stars", |number| format!("# 国\n{}", "**国** ".repeat(number / 6))),
    ("lists of titles", |number| {
        lines(number, 16, |at| format!("标题导航\n渡口第{at}级石阶铺好了"))
    }),
    ("comments that nothing closes", |number| "<!-- 国".repeat(number / 6)),
    ("links in one line", |number| "[国](a.cn) ".repeat(number / 9)),
    ("escapes in one line", |number| "麦子黄了。\\n".repeat(number / 7)),
    ("paragraphs in one line", |number| {
        "全县召开大会,部署下一步的各项工作,干部群众表示要把工作做好。　　".repeat(number / 32)
    }),
    ("labels", |number| {
        lines(number, 20, |at| format!("标题：开会{at}\n正文：全县召开大会。\n字数：{at}"))
    }),
    ("garbled", |number| "\u{FFFD}字".repeat(number / 2)),
];

fn lines(characters: usize, each: usize, line: impl Fn(usize) -> String) -> String {
    (0..characters / each).map(|at| line(at) + "\n").collect()
}

/// Two Han characters that tell a number from its neighbours.
fn hanzi(number: usize) -> String {
    const FIRST: u32 = 0x4E00;
    const COUNT: usize = 0x5000;
    let one = |place: usize| char::from_u32(FIRST + place as u32).unwrap_or('某');
    [one(number % COUNT), one((number * 7 + 1) % COUNT)].iter().collect()
}

fn main() {
    let context = parser::Context::default();
    black_box(parser::parse_page("", "某县开会。", &context));
    for (name, make) in KINDS {
        let fastest = |text: &str| -> f64 {
            let run = |_| {
                let clock = Clock::start();
                black_box(parser::parse_page("", text, &context));
                clock.seconds()
            };
            (0..RUNS).map(run).fold(f64::INFINITY, f64::min)
        };
        let (short, long) = (make(SHORT), make(SHORT * TIMES));
        let (one, other) = (fastest(&short), fastest(&long));
        println!(
            "{:>6.0} ms, {:>6.0} ms: {:>5.1} times for {TIMES} times the text   {name}",
            one * 1e3,
            other * 1e3,
            other / one
        );
    }
}
