//! The card of whoever a mention refers to, line by line.

use crate::analysis::{ActorKind, MentionForm, Reading};
use crate::engine::{ActorCard, EntryCard, Excerpt};
use crate::lsp::proto::hover::cards::event::event_line;
use crate::lsp::proto::hover::cards::parts::{LONGEST_WORDS, joined, why};
use crate::lsp::proto::hover::line::{Line, Piece, one_line};
use crate::render::counted;

/// How many quotations of an actor a card shows; a card has about eight lines.
const MOST_QUOTATIONS: usize = 2;

/// How many events of an actor a card shows.
const MOST_EVENTS: usize = 2;

/// The lines of the card of a person, an organization, a place or another name.
pub(super) fn actor(card: &ActorCard) -> Vec<Line> {
    let kind = match (card.kind, card.reading) {
        (_, Some(Reading::Government)) => "government",
        _ if !card.is_kind_sure => "",
        (ActorKind::Person, _) => "person",
        (ActorKind::Organization, _) => "organization",
        (ActorKind::Place, _) => "place",
        (ActorKind::Other, _) => "",
    };
    if card.actor.is_none() {
        let mut lines = vec![Line::Title(card.name.clone(), "not identified".to_owned())];
        lines.extend(why(
            0.0,
            card.because.strip_prefix("not resolved: ").unwrap_or(&card.because),
        ));
        return lines;
    }
    let mut lines = vec![Line::Title(card.name.clone(), kind.to_owned())];
    lines.extend(roles(card));
    lines.extend(card.entry.as_ref().map(entry));
    lines.extend(described(card));
    lines.extend(quotations(card));
    lines.extend(events(card));
    // How often a place is named says nothing of it.
    if card.kind == ActorKind::Person || card.aliases.len() > 1 || !card.is_named {
        lines.push(Line::Fact("In this draft", aliases(card)));
    }
    match card.reading {
        Some(Reading::Government) if card.because.is_empty() => {
            lines.push(Line::Why(format!("here, “{}” means the government", card.mention)));
        }
        Some(Reading::Place) if card.because.is_empty() => {
            lines.push(Line::Why(format!("here, “{}” means the place", card.mention)));
        }
        _ => lines.extend(why_of_mention(card)),
    }
    lines
}

/// How often they are quoted and reported, and the first few of their words.
fn quotations(card: &ActorCard) -> Vec<Line> {
    let mut lines = Vec::new();
    let quoted = match card.may_say_more {
        true => format!("at least {}", card.quotation_count),
        false => card.quotation_count.to_string(),
    };
    let reported = counted(card.report_count, "reported statement", "reported statements");
    if card.quotation_count > 0 {
        let text = match card.report_count {
            0 => quoted,
            _ => format!("{quoted}, and {reported}"),
        };
        lines.push(Line::Fact("Quotations", vec![Piece::text(text)]));
        let shown = card.quotations.iter().take(MOST_QUOTATIONS);
        lines.extend(shown.map(|quotation| {
            let words = one_line(&quotation.words.text, LONGEST_WORDS);
            Line::Item(vec![Piece::Link(words, quotation.words.span)])
        }));
    } else if card.report_count > 0 && card.kind == ActorKind::Person {
        // Quoted words that nobody was found for may be theirs: how many there are, “none” would claim to know.
        lines.push(Line::Fact("Speech", vec![Piece::text(reported)]));
    }
    lines
}

/// The events they take part in, and who else does.
fn events(card: &ActorCard) -> Vec<Line> {
    let mut lines = Vec::new();
    if !card.events.is_empty() {
        let count = vec![Piece::text(card.event_count.to_string())];
        lines.push(Line::Fact("Events", count));
        let shown = card.events.iter().take(MOST_EVENTS);
        lines.extend(shown.map(|event| Line::Item(event_line(event))));
    }
    if !card.counterparts.is_empty() {
        let counterparts = card.counterparts.iter().map(|other| {
            vec![
                Piece::Link(other.name.clone(), other.first_mention.span),
                Piece::text(format!(" {}×", other.count)),
            ]
        });
        lines.push(Line::Fact("With", joined(counterparts, ", ")));
    }
    lines
}

/// What `actors.toml` says, named as its word and not the draft's.
fn entry(card: &EntryCard) -> Line {
    let mut words = vec![card.name.clone()];
    words.extend(card.titles.iter().cloned());
    words.extend(card.affiliation.clone());
    let mut text = words.join(", ");
    for more in card.note.iter().chain(&card.link) {
        text.push_str("; ");
        text.push_str(&one_line(more, 2 * LONGEST_WORDS));
    }
    Line::Fact("actors.toml", vec![Piece::text(text)])
}

/// What the draft calls it; else the first sentence that names it, if there is nothing else to say.
fn described(card: &ActorCard) -> Option<Line> {
    let link = |label, excerpt: &Excerpt, chars| {
        let words = one_line(&excerpt.text, chars);
        Line::Fact(label, vec![Piece::Link(words, excerpt.span)])
    };
    let says_more = card.quotation_count > 0 || card.event_count > 0 || card.entry.is_some();
    let first = card.first_line.as_ref().filter(|_| !says_more);
    let called = card
        .described
        .as_ref()
        .map(|words| link("Described as", words, LONGEST_WORDS));
    called.or_else(|| first.map(|line| link("First named", line, 2 * LONGEST_WORDS)))
}

fn roles(card: &ActorCard) -> Option<Line> {
    if card.roles.is_empty() || card.kind == ActorKind::Place {
        return None;
    }
    let roles = card.roles.iter().map(|role| {
        vec![
            Piece::text(format!("{} (", one_line(&role.text, LONGEST_WORDS))),
            Piece::LineOf(role.span),
            Piece::text(")"),
        ]
    });
    Some(Line::Fact("Role", joined(roles, "; ")))
}

fn aliases(card: &ActorCard) -> Vec<Piece> {
    let forms = card.aliases.iter().map(|(form, count)| {
        let form = one_line(form, LONGEST_WORDS);
        vec![Piece::text(format!("“{form}” {count}×"))]
    });
    let mut pieces = joined(forms, ", ");
    if let Some(first) = &card.first_mention {
        let is_short = card.aliases.len() > 1 && card.is_named;
        pieces.push(Piece::text(if is_short { "; full name in " } else { "; in " }));
        pieces.push(Piece::LineOf(first.span));
    }
    pieces
}

/// Why a mention is this actor; a full name needs no reason.
fn why_of_mention(card: &ActorCard) -> Option<Line> {
    if card.form == MentionForm::Named && card.mention == card.name && card.reading.is_none() {
        return None;
    }
    let because = if card.mention == card.name || card.because.is_empty() {
        card.because.clone()
    } else {
        format!("“{}”: {}", one_line(&card.mention, LONGEST_WORDS), card.because)
    };
    why(card.confidence, &because)
}
