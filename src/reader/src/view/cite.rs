//! How does one cite an article? In the forms of the standard and of reference managers, to copy or to keep as a file.

use super::dialog::{CopyButton, dialog_button};
use crate::catalog::Item;
use crate::dom;
use crate::node::{Node, component, view};
use crate::state::Reader;
use crate::words::{NOTES, words};
use cite::{Link, Source, Standard};
use leptos::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Gbt2025,
    Gbt2015,
    Sentence,
    Ris,
    Bibtex,
    Csl,
}

impl Form {
    const ALL: [Self; 6] =
        [Self::Gbt2025, Self::Gbt2015, Self::Sentence, Self::Ris, Self::Bibtex, Self::Csl];

    fn name(self) -> &'static str {
        match self {
            Self::Gbt2025 => "GB/T 7714—2025",
            Self::Gbt2015 => "GB/T 7714—2015",
            Self::Sentence => words().tools.sentence,
            Self::Ris => "RIS",
            Self::Bibtex => "BibTeX",
            Self::Csl => "CSL-JSON",
        }
    }

    /// The ending of a file's name, and its media type.
    fn file(self) -> [&'static str; 2] {
        match self {
            Self::Gbt2025 | Self::Gbt2015 | Self::Sentence => ["txt", "text/plain"],
            Self::Ris => ["ris", "application/x-research-info-systems"],
            Self::Bibtex => ["bib", "application/x-bibtex"],
            Self::Csl => ["json", "application/vnd.citationstyles.csl+json"],
        }
    }

    fn write(self, source: &Source) -> String {
        match self {
            Self::Gbt2025 => cite::gbt(source, Standard::Of2025),
            Self::Gbt2015 => cite::gbt(source, Standard::Of2015),
            Self::Sentence => cite::sentence(source),
            Self::Ris => cite::ris(source),
            Self::Bibtex => cite::bibtex(source),
            Self::Csl => dom::to_json(&[cite::csl(source)]),
        }
    }
}

const FIELD: &str = "citation";
/// Lines of the field that shows it.
const ROWS: &str = "6";

#[component]
pub fn Cite(item: &'static Item<'static>) -> Node {
    let reader = Reader::here();
    let form = RwSignal::new(Form::Gbt2025);
    let said = RwSignal::new("");
    let text = move || {
        let url = reader.address_of(item, None).filter(|_| dom::is_public());
        let link = url.map(|url| Link { url, seen: Some(dom::today()) });
        let Item { edition, page, article, .. } = *item;
        form.get().write(&Source {
            edition,
            page,
            article,
            name: None,
            words: &words().tools.citing,
            link,
        })
    };
    let choose = move |event| {
        let name = event_target_value(&event);
        let chosen = Form::ALL.into_iter().find(|form| form.name() == name);
        form.set(chosen.unwrap_or(Form::Gbt2025));
        said.set("");
    };
    let option = move |one: Form| {
        view! { <option selected=form.get_untracked() == one>{one.name()}</option> }
    };
    let file = move || {
        let [_, kind] = form.get().file();
        dom::file(kind, &text())
    };
    let file_name = move || format!("{}.{}", item.article.id.as_str(), form.get().file()[0]);
    dialog_button("cite", words().tools.cite, move || {
        let tools = &words().tools;
        said.set("");
        view! {
            <label>
                <span>{tools.form}</span>
                <select on:change=choose>{Form::ALL.map(option)}</select>
            </label>
            <textarea id=FIELD rows=ROWS readonly aria-label=tools.reference lang=NOTES prop:value=text></textarea>
            <p>{tools.bracketed}</p>
            <div class="row">
                <CopyButton field=FIELD name=tools.copy said/>
                <a class="button" href=file download=file_name>{tools.download}</a>
            </div>
            <p role="status">{said}</p>
        }
    })
}
