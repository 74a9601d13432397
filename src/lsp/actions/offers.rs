//! Which code actions there are at a place. Nothing is read from disk here, and no edit is made.

use tower_lsp::ls_types::{CodeActionContext, CodeActionKind, Diagnostic, Uri};

use crate::engine::Snapshot;
use crate::lsp::proto::{self, ADD_ENTRY, Capabilities, Choice, FIX_ALL, IgnoreScope, Named, NotDone};
use crate::lsp::session::Analysed;
use crate::rules::{self, Finding, FixSafety, word_to_ignore};
use crate::text::Span;

/// How many entries that are like a name are offered.
const MOST_NEAR: usize = 2;

/// An action that can be chosen.
#[derive(Clone, Debug)]
pub struct Offer {
    /// What the client shows.
    pub title: String,
    /// What kind it is.
    pub kind: CodeActionKind,
    /// The finding that it is about, as the client knows it.
    pub diagnostic: Option<Diagnostic>,
    /// Whether it is the obvious one.
    pub is_preferred: bool,
    /// What it does.
    pub choice: Choice,
}

impl Offer {
    fn new(title: impl Into<String>, kind: CodeActionKind, choice: Choice) -> Self {
        Self {
            title: title.into(),
            kind,
            diagnostic: None,
            is_preferred: false,
            choice,
        }
    }
}

/// The actions for a stretch of a draft: the fixes of the findings there, ways to be rid of these findings, all safe fixes of the
/// draft in one, and an entry for the actor at its start.
pub fn offers(
    analysed: &Analysed,
    uri: &Uri,
    asked: Span,
    context: &CodeActionContext,
    client: &Capabilities,
) -> Vec<Offer> {
    let snapshot = &analysed.snapshot;
    let mut offers = Vec::new();
    if proto::is_wanted(context, &CodeActionKind::QUICKFIX) {
        let found = snapshot
            .findings
            .iter()
            .filter(|finding| finding.span.touches_span(asked));
        let found: Vec<&Finding> = found.collect();
        let diagnostic = |finding: &Finding| proto::diagnostic(uri, &analysed.version.document, finding, client);
        let about = |finding: &Finding, title: String, choice: Choice| Offer {
            diagnostic: Some(diagnostic(finding)),
            ..Offer::new(title, CodeActionKind::QUICKFIX, choice)
        };
        for finding in &found {
            fixes(analysed, finding, &about, &mut offers);
        }
        for finding in &found {
            notes(finding, client, &about, &mut offers);
        }
        if client.explain_command && offers.is_empty() {
            offers.extend(found.iter().map(|finding| explanation(finding, &about)));
        }
        for finding in &found {
            dismissals(&snapshot.text, finding, &about, &mut offers);
        }
        turn_off(&found, &mut offers);
    }
    if proto::is_wanted(context, &FIX_ALL) && !snapshot.safe_edits().is_empty() {
        offers.push(Offer::new("Apply all safe copydesk fixes", FIX_ALL, Choice::FixAll));
    }
    if proto::is_wanted(context, &ADD_ENTRY)
        && let Some(entry) = snapshot.entry_for(asked.start)
    {
        let title = format!("Add “{}” to actors.toml", entry.name);
        offers.push(Offer::new(title, ADD_ENTRY, Choice::AddEntry { offset: asked.start }));
    }
    if proto::is_wanted(context, &ADD_ENTRY) {
        add_names(snapshot, asked.start, &mut offers);
    }
    offers
}

/// The fixes that a finding brings along, and those that say who speaks.
fn fixes(
    analysed: &Analysed,
    finding: &Finding,
    about: &impl Fn(&Finding, String, Choice) -> Offer,
    offers: &mut Vec<Offer>,
) {
    for (nth, fix) in finding.fixes.iter().enumerate() {
        let finding_name = Named::of(finding);
        let choice = Choice::Fix {
            finding: finding_name,
            nth,
        };
        offers.push(Offer {
            is_preferred: nth == 0 && fix.safety == FixSafety::Safe,
            ..about(finding, fix.title.clone(), choice)
        });
    }
    for (nth, fix) in analysed.snapshot.attributions(finding).into_iter().enumerate() {
        let choice = Choice::Attribute {
            finding: Named::of(finding),
            nth,
        };
        offers.push(about(finding, fix.title, choice));
    }
}

/// What can be done about a quotation that differs from the notes, besides taking their words.
fn notes(
    finding: &Finding,
    client: &Capabilities,
    about: &impl Fn(&Finding, String, Choice) -> Offer,
    offers: &mut Vec<Offer>,
) {
    if finding.code != "quote-mismatch" {
        return;
    }
    let place = finding
        .related
        .iter()
        .find_map(|related| Some((related.notes.as_ref()?, related.span)));
    let location = place.and_then(|(notes, span)| proto::location_in_notes(notes, span, client.encoding));
    if let Some(location) = location.filter(|_| client.files.shows_documents) {
        offers.push(about(
            finding,
            "Open the notes".to_owned(),
            Choice::OpenNotes { location },
        ));
    }
    let finding_name = Named::of(finding);
    let choice = Choice::MarkChecked { finding: finding_name };
    offers.push(about(
        finding,
        "Mark as checked against the recording".to_owned(),
        choice,
    ));
}

/// The page of its rule, for a finding about which nothing else can be done: whoever knows why it was made decides better than to ignore it.
fn explanation(finding: &Finding, about: &impl Fn(&Finding, String, Choice) -> Offer) -> Offer {
    let title = format!("Explain: {}", rule_name(finding.code));
    let code = finding.code.to_owned();
    about(finding, title, Choice::Explain { code })
}

/// Ways to leave a finding out: in its paragraph, or its words in the draft or in the project.
fn dismissals(
    source: &str,
    finding: &Finding,
    about: &impl Fn(&Finding, String, Choice) -> Offer,
    offers: &mut Vec<Offer>,
) {
    let named = || Named::of(finding);
    let title = format!("Ignore here: {}", rule_name(finding.code));
    offers.push(about(finding, title, Choice::IgnoreHere { finding: named() }));
    let Some(words) = word_to_ignore(source, finding) else {
        return;
    };
    let title = format!("Ignore “{words}” in this draft");
    offers.push(about(finding, title, Choice::IgnoreInDraft { finding: named() }));
    let title = format!("Ignore “{words}” in this project (copydesk.toml)");
    let words = words.to_owned();
    offers.push(about(finding, title, Choice::IgnoreInProject { words }));
}

/// Adding the name at a place to the entries that are like it: as another right name, and as a wrong spelling.
fn add_names(snapshot: &Snapshot, offset: usize, offers: &mut Vec<Offer>) {
    let Some(unlisted) = snapshot.unlisted(offset) else {
        return;
    };
    let name = unlisted.name;
    for entry in unlisted.entries.iter().take(unlisted.near.min(MOST_NEAR)) {
        for (role, is_wrong) in [("another name", false), ("a misspelling", true)] {
            let title = format!("Add “{name}” to actors.toml as {role} of {}", entry.name);
            let choice = Choice::AddName {
                name: name.clone(),
                entry: entry.id.to_string(),
                is_wrong,
            };
            offers.push(Offer::new(title, ADD_ENTRY, choice));
        }
    }
}

/// Turning off the rules of the findings, each once.
fn turn_off(found: &[&Finding], offers: &mut Vec<Offer>) {
    let mut codes: Vec<&str> = found.iter().map(|finding| finding.code).collect();
    codes.retain(|code| rules::find(code).is_some());
    codes.sort_unstable();
    codes.dedup();
    offers.extend(codes.into_iter().map(|code| {
        let title = format!("Turn off for this project: {} (copydesk.toml)", rule_name(code));
        let code = code.to_owned();
        Offer::new(title, CodeActionKind::QUICKFIX, Choice::TurnOff { code })
    }));
}

/// What a rule is called in a menu.
fn rule_name(code: &str) -> &str {
    rules::find(code).map_or(code, |rule| rule.name)
}

/// The way to leave out the first finding at a place, of one rule if that is named.
///
/// # Errors
///
/// If there is no such finding, or it is not about a name and is to be left out by its words.
pub fn dismissal(snapshot: &Snapshot, place: Span, code: Option<&str>, scope: IgnoreScope) -> Result<Choice, NotDone> {
    let is_meant =
        |finding: &&Finding| finding.span.touches_span(place) && code.is_none_or(|code| code == finding.code);
    let finding = snapshot.findings.iter().find(is_meant).ok_or(NotDone::Nothing)?;
    let words = word_to_ignore(&snapshot.text, finding).ok_or(NotDone::NoName);
    let named = Named::of(finding);
    Ok(match scope {
        IgnoreScope::Here => Choice::IgnoreHere { finding: named },
        IgnoreScope::Draft => words.map(|_| Choice::IgnoreInDraft { finding: named })?,
        IgnoreScope::Project => Choice::IgnoreInProject {
            words: words?.to_owned(),
        },
        IgnoreScope::Rule => Choice::TurnOff {
            code: rules::find(finding.code).ok_or(NotDone::Nothing)?.code.to_owned(),
        },
    })
}
