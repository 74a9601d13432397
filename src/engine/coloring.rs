//! What an editor colors: who speaks, what is quoted, who and where and when. It knows no colors.

use crate::analysis::{ActorKind, Mention, MentionForm, Place, QuotationKind, TimeKind};
use crate::engine::types::Snapshot;
use crate::text::Span;

/// A stretch of the source that is shown in a way of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colored {
    /// Where it is. Stretches do not overlap.
    pub span: Span,
    /// What it is.
    pub kind: ColoredKind,
    /// Whether it names the speaker of a quotation.
    pub is_speaker: bool,
    /// Whether somebody is given their full name here first.
    pub is_introduction: bool,
}

/// What is shown in a way of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColoredKind {
    /// Quoted words with their marks.
    Quotation,
    /// “said” and the like.
    Cue,
    /// A person.
    Person,
    /// An organization.
    Organization,
    /// A place.
    Place,
    /// Somebody or something else that speaks.
    Other,
    /// A day or another time.
    Date,
}

/// The stretches that touch `within`, in the order of the text, without overlap: a name in a quotation parts it.
pub(super) fn colored(snapshot: &Snapshot, within: Span) -> Vec<Colored> {
    let mut inner = inner(snapshot, within);
    inner.sort_by_key(|one| (one.span.start, std::cmp::Reverse(one.span.end)));
    let mut end = 0;
    inner.retain(|one| {
        let is_free = one.span.start >= end && !one.span.is_empty();
        if is_free {
            end = one.span.end;
        }
        is_free
    });
    let mut colored = Vec::with_capacity(inner.len());
    let mut inner = inner.into_iter().peekable();
    for span in quotations(snapshot, within) {
        let mut from = span.start;
        while let Some(next) = inner.next_if(|next| next.span.start < span.end) {
            if next.span.start > from && from < span.end {
                colored.push(quoted(Span::new(from, next.span.start)));
            }
            from = from.max(next.span.end);
            colored.push(next);
        }
        if from < span.end {
            colored.push(quoted(Span::new(from, span.end)));
        }
    }
    colored.extend(inner);
    colored
}

fn quoted(span: Span) -> Colored {
    Colored {
        span,
        kind: ColoredKind::Quotation,
        is_speaker: false,
        is_introduction: false,
    }
}

/// The quotations with marks, those inside others left out.
fn quotations(snapshot: &Snapshot, within: Span) -> Vec<Span> {
    let marked = snapshot
        .facts
        .quotations
        .iter()
        .filter(|quotation| matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed));
    let mut spans: Vec<Span> = marked
        .map(|quotation| snapshot.source_span(quotation.place))
        .filter(|span| span.overlaps(within))
        .collect();
    spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut end = 0;
    spans.retain(|span| {
        let is_outer = span.start >= end;
        if is_outer {
            end = span.end;
        }
        is_outer
    });
    spans
}

/// Names, speakers, cues and days, in no order.
fn inner(snapshot: &Snapshot, within: Span) -> Vec<Colored> {
    let facts = &snapshot.facts;
    let one = |place: Place, kind: ColoredKind| Colored {
        span: snapshot.source_span(place),
        kind,
        is_speaker: false,
        is_introduction: false,
    };
    let mut speakers: Vec<Place> = facts
        .quotations
        .iter()
        .filter_map(|quotation| quotation.speaker.as_ref())
        .map(|speaker| speaker.place)
        .collect();
    speakers.sort_unstable();
    let mut introductions: Vec<Place> = facts
        .actors
        .iter()
        .filter_map(|actor| snapshot.full_mention(actor))
        .map(|mention| mention.place)
        .collect();
    introductions.sort_unstable();
    let mentions = facts.mentions.iter().filter_map(|mention| {
        // The mention may be part of the phrase that names the speaker ("the mayor, Rosa Weil").
        let is_speaker = speakers.binary_search(&mention.place).is_ok();
        let is_named = mention.form == MentionForm::Named && mention.actor.is_some();
        (is_named || is_speaker).then(|| Colored {
            is_speaker,
            is_introduction: is_named && introductions.binary_search(&mention.place).is_ok(),
            ..one(mention.place, kind_of(snapshot, mention))
        })
    });
    let cues = facts
        .quotations
        .iter()
        .filter_map(|quotation| quotation.cue.as_ref())
        .map(|cue| one(cue.place, ColoredKind::Cue));
    let times = facts
        .times
        .iter()
        .filter(|time| matches!(time.kind, TimeKind::Date | TimeKind::Time))
        .map(|time| one(time.place, ColoredKind::Date));
    mentions
        .chain(cues)
        .chain(times)
        .filter(|colored| colored.span.overlaps(within))
        .collect()
}

fn kind_of(snapshot: &Snapshot, mention: &Mention) -> ColoredKind {
    let actor = mention.actor.and_then(|id| snapshot.actor(id));
    match actor.map_or(mention.kind, |actor| actor.kind) {
        ActorKind::Person => ColoredKind::Person,
        ActorKind::Organization => ColoredKind::Organization,
        ActorKind::Place => ColoredKind::Place,
        ActorKind::Other => ColoredKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::testing::snapshot;

    fn shown(text: &str) -> Vec<(String, ColoredKind, bool, bool)> {
        let snapshot = snapshot(text);
        let colored = snapshot.colored(Span::new(0, text.len()));
        let shown = colored.iter().map(|one| {
            (
                one.span.of(text).to_owned(),
                one.kind,
                one.is_speaker,
                one.is_introduction,
            )
        });
        shown.collect()
    }

    #[test]
    fn names_part_the_quotation_that_they_are_in() {
        use ColoredKind::{Cue, Date, Person, Quotation};
        let found = shown("“Anna Weil stays,” Rosa Haskill said on Monday. “We do, too,” she said.\n");
        let expected = [
            ("“", Quotation, false, false),
            ("Anna Weil", Person, false, true),
            (" stays,”", Quotation, false, false),
            ("Rosa Haskill", Person, true, true),
            ("said", Cue, false, false),
            ("Monday", Date, false, false),
            ("“We do, too,”", Quotation, false, false),
            ("she", Person, true, false),
            ("said", Cue, false, false),
        ];
        let expected = expected.map(|(text, kind, speaks, full)| (text.to_owned(), kind, speaks, full));
        assert_eq!(found, expected);
    }
}
