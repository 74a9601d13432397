//! One draft on a page: who speaks, what happened when, who with whom, every quotation, every finding. It finds nothing itself.

use maud::{Markup, html};

use crate::analysis::{EventStatus, name_of_language, times};
use crate::engine::{Snapshot, one_line};
use crate::render::html::graph::{PartyPair, graph};
use crate::render::html::quotations::quotations;
use crate::render::html::sources::{draft_figures, sources};
use crate::render::html::timeline::{DayRow, timeline};
use crate::render::html::words::{heading_of, place, shown, status_word};
use crate::render::report::{DraftReport, TextScale, TextSpot};
use crate::rules::Finding;

/// How many characters of the words that a finding marks are shown.
const EXCERPT: usize = 120;

/// What a page shows of one draft.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryReport {
    /// Its sources.
    pub draft: DraftReport,
    /// What happened when, by day.
    pub days: Vec<DayRow>,
    /// Who does something to whom, in the order of the text.
    pub acts: Vec<Act>,
    /// What copydesk found.
    pub findings: Vec<ShownFinding>,
}

/// Somebody does something to somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Act {
    /// Who acts.
    pub who: String,
    /// Who it is done to, or with.
    pub whom: String,
    /// The event as a headline.
    pub what: String,
    /// Whether it took place.
    pub status: EventStatus,
    /// Where it is.
    pub spot: TextSpot,
}

/// A finding.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownFinding {
    code: &'static str,
    level: &'static str,
    message: String,
    help: String,
    excerpt: String,
    spot: TextSpot,
}

impl StoryReport {
    /// What a page shows of a draft; `path` is what its readers call it. Linear in the draft, but for the sorting.
    #[must_use]
    pub fn of(path: &str, snapshot: &Snapshot) -> Self {
        let scale = TextScale::of(snapshot);
        let days = snapshot.timeline().into_iter().map(|row| DayRow {
            place: place(scale.spot(row.span)),
            locale: snapshot.facts.locale,
            row,
        });
        let acts = snapshot.relations().into_iter().map(|relation| Act {
            spot: scale.spot(relation.span),
            who: relation.who,
            whom: relation.whom,
            what: relation.what,
            status: relation.status,
        });
        let finding = |finding: &Finding| ShownFinding {
            code: finding.code,
            level: finding.level.name(),
            message: finding.message.clone(),
            help: finding.help.clone(),
            excerpt: one_line(finding.span.of(&snapshot.text), EXCERPT),
            spot: scale.spot(finding.span),
        };
        Self {
            draft: DraftReport::of(path, snapshot),
            days: days.collect(),
            acts: acts.collect(),
            findings: snapshot.findings.iter().map(finding).collect(),
        }
    }
}

/// A draft as an article of a page with several; `number` tells it from the others.
#[must_use]
pub fn draft_article(story: &StoryReport, number: usize) -> String {
    let article = html! {
        article id={"draft-" (number)} {
            (heading(story, 2))
            (content(story, number, 3))
        }
    };
    article.into_string()
}

/// The headline with what is known of the draft as a whole; of level 1 on a page of its own.
pub(super) fn heading(story: &StoryReport, level: u8) -> Markup {
    let draft = &story.draft;
    let title = shown(draft.heading());
    let date = draft.date.map(|date| times::in_words(date, draft.locale));
    let desk = draft.desk.as_ref().map(|desk| format!("Desk: {}", shown(desk)));
    let about: Vec<String> = date.into_iter().chain(desk).chain([shown(&draft.path)]).collect();
    html! {
        header {
            @if level == 1 { p.kicker { "Story report" } h1 dir="auto" { (title) } }
            @else { h2 dir="auto" { (title) } }
            p.quiet dir="auto" { (about.join(" · ")) }
        }
    }
}

/// The sections on a draft, under headings of a level.
pub(super) fn content(story: &StoryReport, number: usize, level: u8) -> Markup {
    let draft = &story.draft;
    if let Some(language) = draft.left_alone {
        return html! { p.remark { "The draft is in " (name_of_language(language)) "; copydesk reads English only." } };
    }
    let said = draft.sources.iter().any(|source| !source.quotations.is_empty());
    html! {
        (draft_figures(draft))
        (section(level, "Who speaks", "Nobody is quoted or cited.", (!draft.sources.is_empty()).then(|| sources(draft))))
        (section(level, "What happened when", "The draft gives no day.",
            (!story.days.is_empty()).then(|| timeline(&story.days, level + 1))))
        (section(level, "Who with whom", "No event with two sides is sure.", (!story.acts.is_empty()).then(|| acts(&story.acts))))
        (section(level, "Quotations", "There are no quotations.", said.then(|| quotations(draft, number, level + 1))))
        (section(level, "Findings", "copydesk found nothing.", (!story.findings.is_empty()).then(|| findings(&story.findings))))
    }
}

fn section(level: u8, title: &str, nothing: &str, content: Option<Markup>) -> Markup {
    html! {
        section {
            (heading_of(level, &html! { (title) }))
            @match content {
                Some(content) => { (content) },
                None => { p.quiet { (nothing) } },
            }
        }
    }
}

fn acts(acts: &[Act]) -> Markup {
    html! {
        (graph(&pairs(acts)))
        div.scroll { table {
            thead { tr {
                th scope="col" { "Who" } th scope="col" { "What" } th scope="col" { "Whom" } th scope="col" { "Where" }
            } }
            tbody { @for act in acts { tr {
                th scope="row" dir="auto" { (shown(&act.who)) }
                td dir="auto" {
                    @let status = status_word(Some(act.status));
                    @if !status.is_empty() { span.status { (status) } " " }
                    (shown(&act.what))
                }
                td dir="auto" { (shown(&act.whom)) }
                td.place { (place(act.spot)) }
            } } }
        } }
    }
}

/// The pairs of those who act and whom it is done to, those with most events first.
pub(super) fn pairs<'a>(acts: impl IntoIterator<Item = &'a Act>) -> Vec<PartyPair> {
    let mut pairs: Vec<PartyPair> = Vec::new();
    for act in acts {
        let is_certain = matches!(act.status, EventStatus::Done | EventStatus::Ongoing);
        let known = pairs
            .iter_mut()
            .find(|pair| pair.who == act.who && pair.whom == act.whom);
        match known {
            Some(pair) => {
                pair.count += 1;
                pair.is_certain |= is_certain;
            }
            None => pairs.push(PartyPair {
                who: act.who.clone(),
                whom: act.whom.clone(),
                count: 1,
                is_certain,
            }),
        }
    }
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair.count));
    pairs
}

fn findings(findings: &[ShownFinding]) -> Markup {
    html! {
        div.scroll { table {
            thead { tr {
                th scope="col" { "Finding" } th scope="col" { "Level" } th scope="col" { "Words" } th scope="col" { "Where" }
            } }
            tbody { @for finding in findings { tr {
                th scope="row" dir="auto" {
                    (shown(&finding.message))
                    @if !finding.help.is_empty() { span.quiet { (shown(&finding.help)) } }
                    span.quiet { (finding.code) }
                }
                td { span class={"level " (finding.level)} { (finding.level) } }
                td.words dir="auto" { (shown(&finding.excerpt)) }
                td.place { (place(finding.spot)) }
            } } }
        } }
    }
}
