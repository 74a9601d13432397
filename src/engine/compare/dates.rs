//! Which days and times were added, removed or changed, and whether the draft has another date. The same day in other words is
//! no difference.

use jiff::civil::Date;

use crate::analysis::{Anchor, AnchorSource, TimeKind};
use crate::engine::compare::pairing::{by_key, by_likeness, shared_words};
use crate::engine::compare::types::{Difference, DraftPart, Noted, Topic};
use crate::engine::compare::version::ComparedVersion;
use crate::engine::lookup::spaced;
use crate::text::Span;

/// How many words of their sentences two times share if one is the other changed.
const ALIKE: f64 = 0.6;

/// A time of a version.
struct ComparedTime {
    noted: Noted,
    days: Option<(Date, Date, TimeKind)>,
    /// The words of its sentence without its own.
    sentence: Vec<String>,
}

/// What differs in the times.
pub(super) fn differences(old: &ComparedVersion<'_>, new: &ComparedVersion<'_>) -> Vec<Difference> {
    let around = |one: &ComparedTime, other: &ComparedTime| shared_words(&one.sentence, &other.sentence);
    let text = |time: &ComparedTime| Some(time.noted.text.to_lowercase());
    let same = by_key(times(old), times(new), text, around);
    let days = by_key(same.old, same.new, |time| time.days, around);
    let alike = by_likeness(days.old, days.new, ALIKE, around);
    let difference = |old: Option<ComparedTime>, new: Option<ComparedTime>| Difference {
        topic: Topic::Date,
        old: old.map(|time| time.noted),
        new: new.map(|time| time.noted),
    };
    let changed = alike
        .both
        .into_iter()
        .map(|(old, new)| difference(Some(old), Some(new)));
    let removed = alike.old.into_iter().map(|old| difference(Some(old), None));
    let added = alike.new.into_iter().map(|new| difference(None, Some(new)));
    date_of_draft(old, new)
        .into_iter()
        .chain(changed)
        .chain(removed)
        .chain(added)
        .collect()
}

fn times(version: &ComparedVersion<'_>) -> Vec<ComparedTime> {
    let snapshot = version.snapshot;
    let times = snapshot.facts.times.iter();
    let dated =
        times.filter(|time| matches!(time.kind, TimeKind::Date | TimeKind::Time) && time.value != "PRESENT_REF");
    let compared = dated.map(|time| {
        let text = spaced(snapshot.text_of(time.place));
        // A clock time has a day, too, and is more than that day.
        let days = time.days.filter(|_| time.kind == TimeKind::Date);
        ComparedTime {
            noted: version.noted(time.place, text, String::new()),
            days: days.map(|(first, last)| (first, last, time.kind)),
            sentence: version.words_around(time.place),
        }
    });
    compared.collect()
}

/// The date that the draft itself gives.
fn date_of_draft(old: &ComparedVersion<'_>, new: &ComparedVersion<'_>) -> Option<Difference> {
    let own = |version: &ComparedVersion<'_>| {
        let anchor = version.snapshot.facts.anchor.as_ref();
        let is_own = |anchor: &&Anchor| matches!(anchor.source, AnchorSource::FrontMatter | AnchorSource::Dateline);
        anchor.filter(is_own).map(|anchor| anchor.date)
    };
    let (before, after) = (own(old)?, own(new)?);
    let noted = |date: Date| Noted {
        text: date.to_string(),
        about: "the date of the draft".to_owned(),
        part: DraftPart::Furniture,
        span: Span::default(),
    };
    (before != after).then(|| Difference {
        topic: Topic::Date,
        old: Some(noted(before)),
        new: Some(noted(after)),
    })
}
