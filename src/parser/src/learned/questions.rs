//! What is asked of a piece and of those around it?

use super::rhythm;
use crate::features::Features;
use crate::opening::Stop;

type Of = fn(&Features) -> bool;
type Beside = fn(&Features, &Features) -> bool;

/// Asked of the piece itself.
const OWN: &[(&str, Of)] = &[
    ("opens_with_place", |f| f.opens_with_place),
    ("names_place_soon", |f| f.names_place_soon),
    ("tail", |f| f.tail),
    ("rest", |f| f.rest),
    ("ends_caption", |f| f.ends_caption),
    ("pictures", |f| f.pictures),
    ("later_picture", |f| f.later_picture),
    ("signs_picture", |f| f.signs_picture),
    ("numbered", |f| f.numbered),
    ("is_place", |f| f.is_place),
    ("after_blank", |f| f.after_blank),
    ("halves", |f| f.halves),
    ("couplet", |f| f.couplet),
    ("even_halves", |f| f.even_halves),
    ("quotes", |f| f.quotes),
    ("asks", |f| f.asks),
    ("salutes", |f| f.salutes),
    ("replies", |f| f.replies),
    ("bracketed", |f| f.bracketed),
    ("carries_on", |f| f.carries_on),
    ("over_carried", |f| f.over_carried),
    ("tells_event", |f| f.tells_event),
    ("names_unit", |f| f.names_unit),
    ("stacked", |f| f.stacked),
    ("leads_points", |f| f.leads_points),
    ("foretells", |f| f.foretells),
    ("pen_name", |f| f.pen_name),
    ("quoted", |f| f.quoted),
    ("trails", |f| f.trails),
    ("bullet", |f| f.bullet),
    ("listed", |f| f.listed),
    ("over_listed", |f| f.over_listed),
    ("signed", |f| f.signed),
    ("briefs", |f| f.briefs),
    ("of_pictures", |f| f.of_pictures),
    ("opens_with_rubric", |f| f.opens_with_rubric),
    ("ends_with_rubric", |f| f.ends_with_rubric),
    ("ornament", |f| f.ornament),
    ("heads_brief", |f| f.heads_brief),
    ("signed_in_turn", |f| f.signed_in_turn),
    ("in_briefs", |f| f.in_briefs),
    ("tied", |f| f.tied),
    ("loose", |f| f.loose),
    ("plain", |f| f.plain),
    ("hangs", |f| f.hangs),
    ("ends_in_comma", |f| f.ends_in_comma),
    ("ends_in_quote", |f| f.ends_in_quote),
    ("ends_in_colon", |f| f.ends_in_colon),
    ("like_heads", |f| f.like_heads),
    ("unclosed", |f| f.unclosed),
    ("framed", |f| f.framed),
    ("stub", |f| f.stub),
    ("sequel", |f| f.sequel),
    ("meets", |f| f.meets),
    ("third", |f| f.third),
    ("opens_three", |f| f.opens_three),
    ("figures", |f| f.figures),
    ("states", |f| f.states),
    ("locates", |f| f.locates),
    ("by_means", |f| f.by_means),
    ("over_byline", |f| f.over_byline),
    ("introduces", |f| f.introduces),
    ("attends", |f| f.attends),
    ("tells_how_many", |f| f.tells_how_many),
    ("half_tells_how_many", |f| f.half_tells_how_many),
    ("answers", |f| f.answers),
    ("comments", |f| f.comments),
    ("said_by", |f| f.said_by),
    ("reacts", |f| f.reacts),
    ("convenes", |f| f.convenes),
    ("specifies", |f| f.specifies),
    ("urged", |f| f.urged),
    ("dash_before", |f| f.dash_before),
    ("dash_after", |f| f.dash_after),
    ("indented", |f| f.indent == Some(true)),
    ("not indented", |f| f.indent == Some(false)),
    ("set off", |f| f.set_off == Some(true)),
    ("not set off", |f| f.set_off == Some(false)),
    ("0 to 2 characters", |f| (0..3).contains(&f.len)),
    ("3 to 3 characters", |f| (3..4).contains(&f.len)),
    ("4 to 4 characters", |f| (4..5).contains(&f.len)),
    ("5 to 5 characters", |f| (5..6).contains(&f.len)),
    ("6 to 7 characters", |f| (6..8).contains(&f.len)),
    ("8 to 9 characters", |f| (8..10).contains(&f.len)),
    ("10 to 12 characters", |f| (10..13).contains(&f.len)),
    ("13 to 15 characters", |f| (13..16).contains(&f.len)),
    ("16 to 18 characters", |f| (16..19).contains(&f.len)),
    ("19 to 23 characters", |f| (19..24).contains(&f.len)),
    ("24 to 35 characters", |f| (24..36).contains(&f.len)),
    ("36 to 59 characters", |f| (36..60).contains(&f.len)),
    ("60 characters or more", |f| f.len >= 60),
    ("echo above 0.1", |f| f.echo > 0.1),
    ("echo above 0.25", |f| f.echo > 0.25),
    ("echo above 0.45", |f| f.echo > 0.45),
    ("echo above 0.65", |f| f.echo > 0.65),
    ("nothing to cohere with", |f| f.cohesion.is_none()),
    ("cohesion above 0.01", |f| f.cohesion.is_some_and(|own| own > 0.01)),
    ("cohesion above 0.02", |f| f.cohesion.is_some_and(|own| own > 0.02)),
    ("cohesion above 0.04", |f| f.cohesion.is_some_and(|own| own > 0.04)),
    ("cohesion above 0.06", |f| f.cohesion.is_some_and(|own| own > 0.06)),
    ("cohesion above 0.1", |f| f.cohesion.is_some_and(|own| own > 0.1)),
    ("a seam", |f| f.seam.is_some()),
    ("seam above -2.0", |f| f.seam.is_some_and(|own| own > -2.0)),
    ("seam above 0.0", |f| f.seam.is_some_and(|own| own > 0.0)),
    ("seam above 1.0", |f| f.seam.is_some_and(|own| own > 1.0)),
    ("seam above 2.0", |f| f.seam.is_some_and(|own| own > 2.0)),
    ("seam above 4.0", |f| f.seam.is_some_and(|own| own > 4.0)),
    ("seam above 6.0", |f| f.seam.is_some_and(|own| own > 6.0)),
    ("words above -4.0", |f| f.words > -4.0),
    ("words above -2.0", |f| f.words > -2.0),
    ("words above 0.0", |f| f.words > 0.0),
    ("words above 1.0", |f| f.words > 1.0),
    ("words above 2.0", |f| f.words > 2.0),
    ("words above 3.0", |f| f.words > 3.0),
    ("full stop", |f| f.stop == Stop::Full),
    ("half stop", |f| f.stop == Stop::Half),
    ("one comma", |f| f.commas == 1),
    ("commas", |f| f.commas > 1),
    ("one sentence", |f| f.stops == 1),
    ("sentences", |f| f.stops > 1),
    ("calls", |f| f.calls > 0),
    ("like a rubric", |f| f.rubric == 1),
    ("a known rubric", |f| f.rubric == 2),
    ("a date as captions have", |f| f.caption == 1),
    ("a caption's words", |f| f.caption == 2),
    ("column words", |f| f.column_words > 0),
    ("a rhyme", |f| f.rhymes > 0),
    ("rhymes", |f| f.rhymes > 1),
    ("an amount", |f| f.amounts > 0),
    ("amounts", |f| f.amounts > 1),
    ("report head", |f| f.head.is_some()),
    ("credit", |f| f.credit.is_some()),
    ("firm credit", |f| f.credit.as_ref().is_some_and(|own| own.firm)),
    ("bracketed credit", |f| f.credit.as_ref().is_some_and(|own| own.bracketed)),
    ("may begin a story", |f| f.begins_story > 0.5),
    ("begins a story", |f| f.begins_story > 1.5),
    ("characters alone", |f| f.han == f.len),
    ("a plain line", |f| f.plain && f.len > 4),
    ("in a run of verse", |f| f.form.run > 0),
    ("among rows", |f| f.form.rows > 0),
    ("cells", |f| f.form.cells > 1),
    ("notice words", |f| f.form.notice > 0),
    ("a notice's field", |f| f.form.field),
    ("signs a notice", |f| f.form.signs),
    ("a notice's title", |f| f.form.notice_title),
];

/// Asked of those up to two above and below it.
const AROUND: &[(&str, Of)] = &[
    ("report head", |f| f.head.is_some()),
    ("credit", |f| f.credit.is_some()),
    ("full stop", |f| f.stop == Stop::Full),
    ("open", |f| f.stop == Stop::Open),
    ("0 to 4 characters", |f| (0..5).contains(&f.len)),
    ("5 to 8 characters", |f| (5..9).contains(&f.len)),
    ("9 to 13 characters", |f| (9..14).contains(&f.len)),
    ("14 to 19 characters", |f| (14..20).contains(&f.len)),
    ("20 to 29 characters", |f| (20..30).contains(&f.len)),
    ("30 to 59 characters", |f| (30..60).contains(&f.len)),
    ("60 characters or more", |f| f.len >= 60),
    ("after_blank", |f| f.after_blank),
    ("halves", |f| f.halves),
    ("opens_with_place", |f| f.opens_with_place),
    ("numbered", |f| f.numbered),
    ("is_place", |f| f.is_place),
    ("ornament", |f| f.ornament),
    ("bullet", |f| f.bullet),
    ("figures", |f| f.figures),
    ("tells_event", |f| f.tells_event),
    ("words above 1", |f| f.words > 1.0),
    ("words above -1", |f| f.words > -1.0),
    ("may begin a story", |f| f.begins_story > 0.5),
    ("a comma", |f| f.commas > 0),
    ("echo above 0.3", |f| f.echo > 0.3),
    ("seam above 2", |f| f.seam.is_some_and(|own| own > 2.0)),
    ("seam below 0", |f| f.seam.is_some_and(|own| own < 0.0)),
    ("a rubric", |f| f.rubric > 0),
    ("column words", |f| f.column_words > 0),
    ("a caption", |f| f.caption == 2),
    ("an amount", |f| f.amounts > 0),
    ("indented", |f| f.indent == Some(true)),
];

/// Asked of the piece and the one directly above or below it, where both are bare lines.
const BESIDE: &[(&str, Beside)] = &[
    ("longer than", |f, other| f.len > other.len + 2),
    ("shorter than", |f, other| f.len + 2 < other.len),
    ("echoes more than", |f, other| f.echo > other.echo + 0.15),
    ("echoes less than", |f, other| f.echo + 0.15 < other.echo),
    ("alone in halves beside", |f, other| f.halves && !other.halves),
    ("in halves as", |f, other| f.halves && other.halves),
    ("alone in place beside", |f, other| f.opens_with_place && !other.opens_with_place),
    ("alone with amounts beside", |f, other| f.amounts > 0 && other.amounts == 0),
    ("as long as", |f, other| f.len.abs_diff(other.len) <= 1),
];

/// How far away those are that are asked, and in what words the table names them.
const DISTANCES: [(isize, &str); 4] =
    [(-2, "two above"), (-1, "above"), (1, "below"), (2, "two below")];
const NEXT: [(isize, &str); 2] = [(-1, "above"), (1, "below")];

/// Bare lines in a row that are counted.
const MOST_IN_ROW: usize = 4;

/// The names of all questions, in the order in which they are asked.
pub fn names() -> Vec<String> {
    let own = OWN.iter().map(|(name, _)| (*name).to_owned());
    let around = DISTANCES.iter().flat_map(|(_, place)| {
        let none = [format!("{place}: nothing"), format!("{place}: a bare line")];
        none.into_iter().chain(AROUND.iter().map(move |(name, _)| format!("{place}: {name}")))
    });
    let beside = NEXT.iter().flat_map(|(_, place)| {
        BESIDE.iter().map(move |(name, _)| format!("{name} the line {place}"))
    });
    let rows = (1..=MOST_IN_ROW)
        .flat_map(|all| (1..=all).map(move |at| format!("bare line {at} of {all} in a row")));
    own.chain(around).chain(beside).chain(rows).chain(rhythm::names()).collect()
}

/// A short line without a mark that ends a sentence: heads and labels are such lines.
fn is_bare(f: &Features) -> bool {
    const LONGEST: usize = 36;
    f.len < LONGEST
        && f.head.is_none()
        && f.credit.is_none()
        && (f.stop != Stop::Full || f.calls > 0 && f.calls == f.stops)
}

/// For each piece the questions that are answered by yes.
pub fn ask(features: &[Features]) -> Vec<Vec<usize>> {
    const ROOM: usize = 256;
    let around: Vec<Vec<usize>> = features.iter().map(|f| yes(AROUND, f).collect()).collect();
    let bare: Vec<bool> = features.iter().map(is_bare).collect();
    let rows = rows(&bare);
    let rhythm = rhythm::ask(features, &bare);
    let one = |(at, f): (usize, &Features)| {
        // Room for what is said around it, too.
        let mut answers = Vec::with_capacity(ROOM);
        answers.extend(yes(OWN, f));
        let mut first = OWN.len();
        for (distance, _) in DISTANCES {
            match at.checked_add_signed(distance).filter(|there| *there < features.len()) {
                None => answers.push(first),
                Some(there) => {
                    if bare[there] {
                        answers.push(first + 1);
                    }
                    answers.extend(around[there].iter().map(|answer| first + 2 + answer));
                }
            }
            first += AROUND.len() + 2;
        }
        for (distance, _) in NEXT {
            let other = at.checked_add_signed(distance).filter(|there| *there < features.len());
            if let Some(there) = other.filter(|there| bare[at] && bare[*there]) {
                let other = &features[there];
                let said = BESIDE.iter().enumerate().filter(|(_, (_, is))| is(f, other));
                answers.extend(said.map(|(answer, _)| first + answer));
            }
            first += BESIDE.len();
        }
        // One row of one, two of two, three of three … stand in the list before it.
        if let Some((nth, all)) = rows[at] {
            answers.push(first + all * (all - 1) / 2 + nth - 1);
        }
        first += MOST_IN_ROW * (MOST_IN_ROW + 1) / 2;
        answers.extend(rhythm[at].iter().map(|answer| first + answer));
        answers
    };
    features.iter().enumerate().map(one).collect()
}

/// The names of those that are asked of the piece itself.
pub fn own_names() -> impl Iterator<Item = &'static str> {
    OWN.iter().map(|(name, _)| *name)
}

/// Those of them that are answered by yes.
pub fn own(f: &Features) -> impl Iterator<Item = usize> {
    yes(OWN, f)
}

fn yes(questions: &[(&str, Of)], f: &Features) -> impl Iterator<Item = usize> {
    let said = questions.iter().enumerate().filter(|(_, (_, is))| is(f));
    said.map(|(answer, _)| answer)
}

/// For each bare line the how manieth it is of how many in a row.
fn rows(bare: &[bool]) -> Vec<Option<(usize, usize)>> {
    let mut places = vec![None; bare.len()];
    let mut start = 0;
    for row in bare.chunk_by(|a, b| a == b) {
        if row[0] && row.len() <= MOST_IN_ROW {
            for nth in 0..row.len() {
                places[start + nth] = Some((nth + 1, row.len()));
            }
        }
        start += row.len();
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_bare_line_knows_its_place_in_its_row() {
        let bare = [true, false, true, true, false, true, true, true, true, true];
        let told = rows(&bare);
        assert_eq!(told[..5], [Some((1, 1)), None, Some((1, 2)), Some((2, 2)), None]);
        // More in a row are a list.
        assert!(told[5..].iter().all(Option::is_none));
    }
}
