//! How is it seen what a piece and its neighbours look like?

mod ahead;
mod amount;
mod attendance;
mod brief;
mod chapter;
mod clock;
mod cut;
mod cycle;
mod enclosed;
mod event;
mod figure;
mod forecast;
mod habit;
mod halves;
mod letters;
mod marked;
mod marks;
mod means;
mod parts;
mod picture;
mod reported;
mod rhyme;
mod seen;
mod sequence;
mod series;
mod shape;
mod speech;
mod supply;
mod tag;
mod three;
mod title;
mod writer;

use self::amount::{amounts, half_tells_how_many, tells_how_many};
use self::attendance::{is_attendance, takes_part};
use self::cut::{hangs, is_cut_word, is_framed, is_stub, is_unclosed};
use self::figure::{figures, names_region, states};
use self::habit::{
    Habit, brief_heads, divides_heads, mark_of_heads, page_indents, sets_articles_off,
};
use self::halves::{has_even_halves, has_halves, is_couplet};
pub use self::letters::is_salutation;
use self::letters::{is_question, is_reply};
use self::marked::Marked;
use self::marks::{is_bare_line, is_marked_off, is_wordless, marks, signs_box, turns};
use self::picture::{Shown, is_later_picture, pictures, sign_drawings};
pub use self::picture::{caption, is_drawing};
use self::rhyme::rhymes;
pub use self::seen::Features;
use self::sequence::{mark_briefs, sign};
pub use self::shape::{bare, is_label_of_list, names_page, names_section};
use self::shape::{
    column_words, convenes, is_comment, is_diary_day, is_introduction, is_label, is_meeting,
    is_numbered, is_pen_name, is_quoted, is_said_by, is_sequel, reacts, rubric, shows_pictures,
    specifies, without_colon,
};
use self::supply::{sign_with_marks, supply};
use self::three::Heads;
use self::title::{is_family_under_title, may_sign_title};
use crate::bond::{Seen, Side, bond};
use crate::credit::{Credit, credit, pair_lines};
use crate::cursor::{ends_with, is_han, starts_with};
use crate::forms::forms;
use crate::newshead::{NewsHead, cut_head, news_head, opening_date};
use crate::opening::{Stop, is_rest, is_tail, opening, opens_speech, stop};
use crate::piece::Piece;
use crate::source::{Ink, Source};
use crate::topic::Topics;
use crate::wordlist::Chars;

/// Shorter texts tell no story.
const STORY: usize = 20;

/// What an indent says for a paragraph's beginning, and its absence against, where the page indents.
const INDENT: f32 = 4.0;

/// What it says for a paragraph's beginning that it opens with a place.
const PLACE_OPENS: f32 = 1.5;

/// Characters of 雨后的.
const SOON: usize = 6;

/// What the name of a county, a town or a village ends with.
static UNITS: Chars = Chars::of("县市镇乡村旗");

/// A piece of so many characters is text and no head.
pub const LONG: usize = 44;

pub fn features(
    source: &Source,
    pieces: &[Piece],
    topics: &Topics,
    seen_of: &[Seen],
    is_place: &dyn Fn(&[Ink]) -> bool,
    opens_with_place: &dyn Fn(&[Ink]) -> bool,
) -> Vec<Features> {
    let indents = page_indents(pieces);
    let inks: Vec<&[Ink]> = pieces.iter().map(|piece| &source.ink[piece.ink.clone()]).collect();
    let mut credits: Vec<Option<Credit>> = inks.iter().map(|ink| credit(ink)).collect();
    pair_lines(&mut credits);
    sign_drawings(&inks, &mut credits);
    supply(&inks, pieces, &mut credits);
    sign_with_marks(&inks, &mut credits);
    writer::sign_letters(&inks, &mut credits);
    writer::sign_alone(&inks, &mut credits);
    let after_blank = |piece: &Piece| source.lines[piece.lines.start].after_blank;
    let blank: Vec<bool> = pieces.iter().map(after_blank).collect();
    let sets_off = sets_articles_off(&inks, &blank);
    let is_byline = |at: usize| {
        let credit = credits.get(at).and_then(Option::as_ref);
        credit.is_some_and(|credit| credit.sure && !credit.bracketed)
    };
    let heads: Vec<Option<NewsHead>> = inks.iter().map(|ink| news_head(ink)).collect();
    let has_head = |at: usize| heads[at].is_some();
    let reports = |at: usize| has_head(at) || is_byline(at);
    let habit = Habit::of(&inks, &blank, &reports);
    let divides = divides_heads(&inks, &has_head);
    let is_firm = |at: usize| credits[at].as_ref().is_some_and(|credit| credit.firm);
    let labels: Vec<u8> = inks.iter().map(|ink| rubric(bare(ink))).collect();
    // 连载 is no person of the family 连.
    let is_name = |at: usize| is_firm(at) || credits[at].is_some() && labels[at] < 2;
    let brief_heads = brief_heads(&inks, &|at| labels[at] > 0, &is_name, &has_head);
    let names_section = |at: usize| {
        let plain = bare(inks[at]);
        // ●水务局:配件缺货 has a mark, too, and says more than a label.
        let is_set = plain.len() != inks[at].len() && !is_said_by(plain);
        is_set || labels[at] > 0 || column_words(inks[at]) > 0
    };
    let head_mark =
        mark_of_heads(&inks, &has_head, &|at| labels[at] > 0 || column_words(inks[at]) > 0);
    let lines = Heads {
        inks: &inks,
        credits: &credits,
        has_head: &has_head,
        names_section: &names_section,
        is_place,
    };
    let opens_torn = |at: usize| lines.opens_torn(at) && !(indents && pieces[at].indented);
    // …。（贾松）, split off the end of what it signs.
    let is_signed = |at: usize| {
        let credit = credits.get(at).and_then(Option::as_ref);
        pieces.get(at).is_some_and(|piece| piece.trails)
            && credit.is_some_and(|credit| credit.bracketed && !credit.is_photo)
    };
    let pictured = pictures(&inks, &credits, &blank, &has_head);
    let marked = Marked { inks: &inks, pieces };
    let mut shapes = forms(
        &inks,
        &blank,
        &|at| is_firm(at) || is_label(&inks, at, &is_name),
        &is_name,
        &has_head,
    );
    for (at, shape) in shapes.iter_mut().enumerate() {
        // 编者按 below a letter that it speaks of.
        shape.ahead = shape.ahead && !ahead::speaks_back(topics, at, inks.len());
    }
    for at in (0..shapes.len()).filter(|at| reported::is_reported(&inks, &credits, &has_head, *at))
    {
        let over_day = shapes.get(at + 1).is_some_and(|next| next.signs);
        shapes[at].signs &= over_day;
    }
    let over_note = ahead::over_notes(&inks, &shapes, &credits, &has_head);
    let quoted = series::Quoted::of(&inks);
    let under_heads = series::under_heads(&inks, &credits, &has_head, &|at| topics.echo(at));
    let verses: Vec<bool> =
        shapes.iter().map(|shape| shape.run >= crate::forms::SURE_RUN).collect();
    let is_head_line =
        |at: usize| inks.get(at).is_some_and(|ink| is_bare_line(ink)) && credits[at].is_none();
    let chapters = chapter::chapters(&inks);
    let clocks = clock::clock_heads(&inks);
    let counted = cycle::counted_parts(&inks, &reports);
    let speaks = speech::speaks(&inks);
    let one = |(index, piece): (usize, &Piece)| {
        let ink = &source.ink[piece.ink.clone()];
        let [commas, stops, calls] = marks(ink);
        let credit_of = |at: usize| credits.get(at).and_then(Option::as_ref);
        let is_photo = |at: usize| credit_of(at).is_some_and(|credit| credit.is_photo);
        let signs =
            |at: usize| credit_of(at).is_some_and(|credit| !credit.bracketed && !credit.is_photo);
        // A caption that the dump cut has its credit behind its second half.
        let is_cut = |at: usize| inks.get(at).is_some_and(|ink| stop(ink) == Stop::Open);
        let halves =
            is_cut(index) && inks.get(index + 1).is_some_and(|next| stop(next) == Stop::Full);
        let is_second = index.checked_sub(1).is_some_and(|before| {
            is_cut(before) && is_photo(index + 1) && caption(inks[before]) > 0
        });
        let is_photographed = is_photo(index + 1) || halves && is_photo(index + 2);
        // ▲ before each of several items is no picture's.
        let is_among_marked = marked.is_among(index);
        let seen = match (crate::newshead::is_bullet(ink[0].c), is_photographed) {
            // ◆過渡性房屋採用「組合屋」。香港文匯報記者 攝
            (true, true) => caption(ink).max(2),
            (true, false) if is_among_marked => 0,
            _ if matches!(pictured[index], Shown::Caption | Shown::First | Shown::Own) => 2,
            _ => caption(ink),
        };
        let (plain, in_turns) = (bare(ink), lines.leads_in_turns(index));
        let words = opening(ink, has_head(index));
        // 平陆县常乐镇…: a text may open with a place of its own region.
        let led_by_place = marked.is_led_by_place(index);
        let opens_alike = marked.opens_alike(index);
        let is_marked = opens_alike || crate::newshead::is_bullet(ink[0].c);
        let with_place = led_by_place || opens_with_place(ink);
        let place = if words.abs() < PLACE_OPENS && with_place { PLACE_OPENS } else { 0.0 };
        let indent = match piece.indented {
            true if indents => INDENT,
            // An item that opens with its mark or its place needs no indent.
            false if indents && !led_by_place && !is_marked => -INDENT,
            _ => 0.0,
        };
        Features {
            len: ink.len(),
            stop: stop(ink),
            opening: words + place + indent,
            words: words + place,
            begins: place * 0.5 + indent,
            opens_with_place: with_place,
            names_place_soon: (1..ink.len().min(SOON))
                .any(|at| ink[at - 1].c == '的' && opens_with_place(&ink[at..])),
            tail: is_tail(ink),
            rest: is_rest(ink),
            cut_word: is_cut_word(ink),
            marked_off: index.checked_sub(1).is_some_and(|above| is_marked_off(inks[above], ink)),
            reports: has_head(index) && ink[0].c != '据',
            seam: index.checked_sub(1).and_then(|before| {
                let side = |at: usize| Side { ink: inks[at], seen: &seen_of[at] };
                (stop(inks[before]) == Stop::Open).then(|| {
                    let seam = topics.seam(source, inks[before], ink, place * 0.5 + indent);
                    bond(side(before), side(index), seam)
                })
            }),
            // 【简讯】 is no person of the family 简.
            // ▲成功 over a brief, with others beside it, is a place.
            credit: credits[index].clone().filter(|credit| {
                let heads_brief =
                    brief_heads[index] && credit.bulleted && !credit.reports && !signs_box(ink);
                // 【小事快办】 is no person of the family 小.
                let may_name = labels[index] < 2 && !tag::is_tag(ink);
                (credit.firm || may_name) && !heads_brief
            }),
            head: heads[index]
                .clone()
                .or_else(|| inks.get(index + 1).and_then(|next| cut_head(ink, next))),
            echo: if ink.len() < LONG {
                topics
                    .echo(index)
                    .max(inks.get(index + 1).map_or(0.0, |next| brief::echo(ink, next)))
            } else {
                0.0
            },
            cohesion: if ink.len() < LONG && stop(ink) != Stop::Full {
                topics.cohesion(index)
            } else {
                None
            },
            caption: seen,
            ends_caption: is_second || pictured[index] == Shown::Later,
            pictures: seen == 2 && !starts_with(ink, "图为") && pictured[index] != Shown::First,
            own_picture: pictured[index] == Shown::Own,
            later_picture: is_later_picture(ink),
            opens_with_day: ink[0].c.is_ascii_digit() && opening_date(ink).is_some(),
            signs_picture: index.checked_sub(1).is_some_and(|at| pictured[at] != Shown::Nothing),
            numbered: is_numbered(ink)
                || is_diary_day(ink)
                || chapters[index]
                || clocks[index]
                || counted[index],
            chapter: chapters[index],
            is_place: ink.len() <= 16 && is_place(without_colon(ink)),
            halves: has_halves(ink),
            after_blank: blank[index],
            couplet: is_couplet(ink),
            even_halves: has_even_halves(ink),
            quotes: matches!(ink[0].c, '“' | '‘'),
            asks: is_question(ink)
                && !letters::heads_letter(ink)
                && !(ink.len() < LONG && is_byline(index + 1)),
            complains: is_question(ink) || letters::complains(ink),
            salutes: is_salutation(ink),
            replies: is_reply(ink) || letters::answers_signer(&inks, &credits, index),
            bracketed: matches!(ink, [first, .., last] if first.c == '(' && last.c == ')'),
            carries_on: false,
            over_carried: false,
            below_rule: false,
            wordless: is_wordless(ink),
            tells_event: ink.len() < LONG && event::tells_event(ink),
            names_unit: ink.len() < LONG && ink.iter().any(|ink| UNITS.has(ink.c)),
            stacked: is_head_line(index)
                && (is_head_line(index + 1) || index.checked_sub(1).is_some_and(is_head_line)),
            leads_points: inks.get(index + 1).is_some_and(|next| sequence::leads_points(ink, next)),
            foretells: forecast::foretells(ink)
                && index.checked_sub(1).is_some_and(|before| forecast::foretells(inks[before])),
            begins_story: if ink.len() < STORY { 0.0 } else { crate::lead::tells(ink) },
            no_credit: crate::grammar::NO_CREDIT,
            lone: crate::grammar::Lone::No,
            unlike: 0.0,
            pen_name: may_sign_title(&inks, index)
                && credits[index].is_none()
                && index.checked_sub(1).is_none_or(|above| credits[above].is_none())
                // 本报讯 says where a text begins, and its writer stands in it or below.
                && !(index + 1 < inks.len() && has_head(index + 1))
                && (is_pen_name(ink) || is_family_under_title(&inks, index)),
            speaks: speaks[index],
            over_speech: plain.len() < ink.len()
                && labels[index] > 0
                && speaks.get(index + 1) == Some(&true),
            quoted: is_quoted(ink),
            commas: if is_quoted(ink) || in_turns { 0 } else { commas },
            stops: stops + calls,
            calls,
            questions: ink.iter().filter(|ink| ink.c == '?').count(),
            turns: turns(ink),
            trails: piece.trails,
            bullet: is_marked || led_by_place,
            listed: marked.is_listed(index),
            opens_items: seen < 2 && marked.opens_items(index),
            over_listed: marked.opens_list(index + 1, &is_signed),
            signed: false,
            rubric: labels[index],
            briefs: crate::words::BRIEFS.end(plain),
            of_pictures: shows_pictures(plain),
            ends_with_rubric: plain
                .len()
                .checked_sub(2)
                .is_some_and(|at| crate::words::RUBRICS.has(&plain[at..])),
            opens_with_rubric: crate::words::RUBRICS.opens(plain).is_some(),
            in_briefs: false,
            signs_itself: is_signed(index + 1),
            after_verse: index.checked_sub(1).is_some_and(|above| verses[above])
                && inks.get(index + 1).is_some_and(|next| next.len() >= LONG && !verses[index + 1]),
            signed_in_turn: is_signed(index + 1) && index.checked_sub(1).is_some_and(is_signed),
            heads_brief: brief_heads[index],
            tied: habit.tied(&inks, &blank, index),
            loose: habit.loose(&inks, &blank, index),
            set_off: sets_off.then_some(blank[index]),
            ornament: plain.len() < ink.len() && head_mark != Some(ink[0].c),
            marked_as_heads: head_mark == Some(ink[0].c) && ink.len() < LONG,
            han: if ink.len() < LONG { ink.iter().filter(|ink| is_han(ink.c)).count() } else { 0 },
            bare: plain.len(),
            plain: ink.iter().skip(1).all(|ink| is_han(ink.c) && !ink.spaced) && is_han(ink[0].c),
            column_words: column_words(plain) + usize::from(quoted.has(plain)),
            rhymes: rhymes(source, pieces, index),
            indent: indents.then_some(piece.indented),
            said: source.lines[piece.lines.start].said,
            hangs: hangs(ink) || opens_speech(ink),
            form: std::mem::take(&mut shapes[index]),
            ends_in_comma: ink.last().is_some_and(|last| matches!(last.c, ',' | '、' | ';')),
            ends_in_quote: ends_with(ink, "”"),
            ends_in_colon: ends_with(ink, ":"),
            like_heads: divides && has_halves(ink) && !is_couplet(ink),
            unclosed: is_unclosed(ink),
            torn_head: opens_torn(index),
            enclosed: enclosed::is_enclosed(&inks, index)
                || enclosed::counts_parts(&inks, index) && !is_name(index - 1)
                || index.checked_sub(1).is_some_and(opens_torn),
            framed: is_framed(ink),
            stub: is_stub(ink),
            sequel: is_sequel(ink),
            meets: is_meeting(ink),
            opens_parts: parts::opens_parts(&inks, &reports, index),
            third: lines.is_third(index),
            urged: lines.is_third(index) && is_introduction(inks[index - 2]) && event::urges(ink),
            opens_three: lines.opens_three(index),
            figures: figures(ink),
            states: states(ink, with_place),
            locates: with_place || names_region(ink),
            by_means: means::by_means(ink),
            over_byline: signs(index + 1),
            introduces: is_introduction(ink)
                || in_turns
                || letters::sums_up(ink) && lines.is_over_head(index),
            attends: is_attendance(ink),
            takes_part: takes_part(ink),
            tells_how_many: tells_how_many(ink),
            half_tells_how_many: half_tells_how_many(ink),
            amounts: if ink.len() < LONG { amounts(ink) } else { 0 },
            over_asked: letters::is_over_asked(&inks, &credits, index),
            answers: letters::answers(ink)
                || index > 0 && letters::is_over_asked(&inks, &credits, index - 1)
                || letters::tells_kind(ink) && lines.is_under_head(index),
            over_note: over_note[index],
            under_head: under_heads[index],
            comments: is_comment(plain),
            said_by: is_said_by(plain),
            reacts: reacts(ink),
            convenes: convenes(ink),
            specifies: specifies(ink),
            tagged: tag::is_tag(ink),
            dash_before: starts_with(ink, "——") || starts_with(ink, "--"),
            dash_after: ends_with(ink, "——") || ends_with(ink, "--"),
        }
    };
    let mut all: Vec<Features> = pieces.iter().enumerate().map(one).collect();
    sign(&mut all);
    mark_briefs(&mut all);
    all
}
