//! The card of a quotation, line by line.

use crate::analysis::{QuotationKind, QuotationStatus};
use crate::engine::{Excerpt, QuotationCard};
use crate::lsp::proto::hover::cards::parts::{LONGEST_WORDS, joined, quoted, upper_first, why};
use crate::lsp::proto::hover::cards::said::said;
use crate::lsp::proto::hover::line::{Line, Piece, one_line};

/// The lines of the card of a quotation.
pub(super) fn quotation(card: &QuotationCard) -> Vec<Line> {
    let kind = match card.kind {
        QuotationKind::Direct => "direct quotation",
        QuotationKind::Mixed => "partial quotation",
        QuotationKind::Indirect => "indirect quotation",
        QuotationKind::Mention => "quotation marks, but nobody is quoted",
    };
    let status = match card.status {
        QuotationStatus::Attributed | QuotationStatus::None => "",
        QuotationStatus::Carried => ", same speaker as before",
        QuotationStatus::Anonymous => ", speaker not named",
        QuotationStatus::Unattributed => ", no speaker found",
    };
    let speaker = card
        .speaker
        .as_ref()
        .map(|speaker| one_line(&speaker.text, LONGEST_WORDS));
    let name = card.speaker_name.clone().or_else(|| speaker.clone());
    let mut lines = vec![match name.clone() {
        Some(name) => Line::Title(name, format!("{kind}{status}")),
        None => Line::Title(upper_first(kind), status.trim_start_matches(", ").to_owned()),
    }];
    lines.extend(
        card.speaker
            .as_ref()
            .map(|excerpt| speaker_line(card, excerpt, name.as_ref())),
    );
    if !card.speaker_roles.is_empty() {
        lines.push(Line::Fact("Role", vec![Piece::text(card.speaker_roles.join("; "))]));
    }
    let addressee = card.addressee.as_ref().map(|addressee| {
        let name = card
            .addressee_name
            .as_ref()
            .filter(|name| !addressee.text.contains(*name));
        let mut fact = vec![Piece::Link(quoted(addressee), addressee.span)];
        fact.extend(name.map(|name| Piece::text(format!(", {name}"))));
        Line::Fact("To", fact)
    });
    let linked = |label, excerpt: &Option<Excerpt>| {
        let excerpt = excerpt.as_ref()?;
        Some(Line::Fact(label, vec![Piece::Link(quoted(excerpt), excerpt.span)]))
    };
    lines.extend(linked("Cue", &card.cue));
    lines.extend(addressee);
    lines.extend(linked("Source", &card.source));
    lines.extend(card.said.iter().flat_map(said));
    if !card.candidates.is_empty() {
        let candidates = card
            .candidates
            .iter()
            .map(|candidate| vec![Piece::Link(quoted(candidate), candidate.span)]);
        lines.push(Line::Fact("Possible speakers", joined(candidates, ", ")));
    }
    lines.extend(why(card.confidence, &card.because));
    lines
}

/// The words that name the speaker, with the line of the full name where these are not it.
fn speaker_line(card: &QuotationCard, excerpt: &Excerpt, name: Option<&String>) -> Line {
    let mut fact = vec![Piece::Link(quoted(excerpt), excerpt.span)];
    let full = card.speaker_named_at.as_ref().filter(|full| full.span != excerpt.span);
    let is_short = name.is_some_and(|name| !excerpt.text.contains(name));
    if let (Some(full), true) = (full, is_short) {
        fact.push(Piece::text("; full name in "));
        fact.push(Piece::LineOf(full.span));
    }
    Line::Fact("Speaker", fact)
}
