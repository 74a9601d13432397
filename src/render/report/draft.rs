//! What a report keeps of one draft: plain data, so that the draft itself can be let go. Nothing is counted here.

use std::path::Path;

use jiff::civil::Date;

use crate::analysis::{AnchorSource, Locale};
use crate::engine::{Snapshot, SourceShare, Standing};
use crate::render::report::quoted::{ReportQuotation, TextScale, TextSpot};

/// Fields of the front matter that say for which desk a draft is, the first one that is there.
const DESKS: [&str; 2] = ["desk", "section"];

/// What a report shows of one draft.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftReport {
    /// What its readers call it.
    pub path: String,
    /// The headline; may be empty.
    pub title: String,
    /// Its own day: not one that a configuration gives to all drafts.
    pub date: Option<Date>,
    /// The desk or section that its front matter names.
    pub desk: Option<String>,
    /// Which English it is written in.
    pub locale: Locale,
    /// The language of a draft that is left alone, because it is not English.
    pub left_alone: Option<&'static str>,
    /// How many words the running text has.
    pub words: usize,
    /// How many paragraphs it has.
    pub paragraphs: usize,
    /// How many of its words are quoted.
    pub quoted: usize,
    /// Who speaks, as they are shown.
    pub sources: Vec<ReportSource>,
    /// Which of `sources` is the only one; `None` if there are more, or may be.
    pub only: Option<usize>,
    /// The longest run of paragraphs in which nobody is quoted or cited.
    pub silence: Option<Quiet>,
}

/// A source of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportSource {
    /// How the draft presents it.
    pub standing: Standing,
    /// Its name, or the words of the draft for it; empty of those that are nobody by name.
    pub name: String,
    /// Whether that is a name.
    pub is_named: bool,
    /// Its title; may be empty.
    pub title: String,
    /// Its id in the newsroom's actor file.
    pub entry: Option<String>,
    /// What that file says to sum it by.
    pub attributes: Vec<(String, String)>,
    /// How many words of theirs are quoted.
    pub words: usize,
    /// What they say.
    pub quotations: Vec<ReportQuotation>,
    /// Where they are first heard.
    pub first: Option<TextSpot>,
}

/// A run of paragraphs in which nobody is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// The first and the last paragraph, from 1.
    pub paragraphs: (usize, usize),
    /// How many words they have.
    pub words: usize,
    /// The line of the first one, from 1.
    pub line: usize,
}

impl DraftReport {
    /// What a report shows of a draft; `path` is what its readers call it. Linear in the draft, but for the sorting.
    #[must_use]
    pub fn of(path: &str, snapshot: &Snapshot) -> Self {
        let scale = TextScale::of(snapshot);
        let balance = snapshot.balance();
        let anchor = snapshot.facts.anchor.as_ref();
        let field = snapshot.markup.front.get(&DESKS).map(|field| field.value.trim());
        Self {
            path: path.to_owned(),
            title: snapshot.title(),
            date: anchor
                .filter(|anchor| anchor.source != AnchorSource::Configuration)
                .map(|anchor| anchor.date),
            desk: field.filter(|desk| !desk.is_empty()).map(str::to_owned),
            locale: snapshot.facts.locale,
            left_alone: snapshot.facts.foreign_language,
            words: scale.paragraphs().words(),
            paragraphs: scale.paragraphs().list().len(),
            quoted: balance.quoted,
            sources: balance
                .shares
                .iter()
                .map(|share| source(snapshot, share, &scale))
                .collect(),
            only: balance.only,
            silence: balance.silence.map(|silence| Quiet {
                paragraphs: silence.paragraphs,
                words: silence.words,
                line: scale.spot(silence.span).line,
            }),
        }
    }

    /// Its headline, or its file name if it has none.
    #[must_use]
    pub fn heading(&self) -> &str {
        let file = Path::new(&self.path).file_name().and_then(|name| name.to_str());
        if self.title.is_empty() {
            file.unwrap_or(&self.path)
        } else {
            &self.title
        }
    }
}

impl ReportSource {
    /// What it is called in a table.
    #[must_use]
    pub fn label(&self) -> &str {
        match self.standing {
            Standing::Anonymous => "Anonymous",
            Standing::Unclear => "Speaker not clear",
            Standing::Unattributed => "No speaker",
            _ => &self.name,
        }
    }
}

/// How a standing is called in a table.
pub(in crate::render) fn standing_label(standing: Standing) -> &'static str {
    match standing {
        Standing::Named => "named",
        Standing::RoleOnly => "role only",
        Standing::Organization => "organization",
        Standing::Document => "document",
        Standing::Other => "other",
        Standing::Anonymous => "anonymous",
        Standing::Unclear => "not clear",
        Standing::Unattributed => "none",
    }
}

fn source(snapshot: &Snapshot, share: &SourceShare, scale: &TextScale<'_>) -> ReportSource {
    let register = snapshot.register.as_ref();
    let entry = share.entry.and_then(|entry| register?.get(entry));
    let attributes = entry.map(|entry| entry.attributes.as_slice()).unwrap_or_default();
    ReportSource {
        standing: share.standing,
        name: share.name.clone(),
        is_named: share.is_named,
        title: share.title.clone(),
        entry: entry.map(|entry| entry.id.to_string()),
        attributes: (attributes.iter())
            .map(|(name, value)| (name.to_string(), value.to_string()))
            .collect(),
        words: share.words,
        quotations: share
            .quotations
            .iter()
            .map(|quotation| scale.quoted(quotation))
            .collect(),
        first: share.first.map(|span| scale.spot(span)),
    }
}
