//! Whoever loses a quotation mark loses no word of the quotation: for every draft of the tests, and for each mark in it, no safe fix
//! of the draft without that mark edits what is quoted in the draft that has it. A word of each quotation is doubled first, so that
//! there is something to mend in it.

use copydesk::analysis::{Place, Quotation, QuotationKind};
use copydesk::engine::Snapshot;
use copydesk::rules::FixSafety;
use copydesk::text::Span;

use crate::analyse;
use crate::fixes::drafts;

/// The fewest letters of a word that is doubled: short ones are often right twice.
const LONG: usize = 4;

#[test]
fn a_lost_mark_lets_no_fix_into_the_quotation() {
    let mut wrong = Vec::new();
    let mut lost = 0;
    for (name, draft, format) in drafts() {
        let doubled = with_doubled_words(&analyse(&draft, format));
        let intact = analyse(&doubled, format);
        let quoted: Vec<Span> = marked(&intact)
            .map(|quotation| intact.markup.source_span(quotation.place))
            .collect();
        let kept = edited(&intact);
        assert!(
            !kept.iter().any(|edit| quoted.iter().any(|span| span.overlaps(*edit))),
            "{name}"
        );
        for mark in marks(&intact) {
            lost += 1;
            let mut without = doubled.clone();
            without.replace_range(mark.start..mark.end, "");
            let edits = edited(&analyse(&without, format));
            let was = |at: usize| if at < mark.start { at } else { at + mark.len() };
            let was = edits.iter().map(|edit| Span::new(was(edit.start), was(edit.end)));
            for edit in was.filter(|edit| quoted.iter().any(|span| span.overlaps(*edit))) {
                wrong.push(format!("{name}: {:?} in\n{without}", edit.of(&doubled)));
            }
        }
    }
    assert!(lost > 500, "{lost} marks are no test");
    assert!(wrong.is_empty(), "{} of {lost}:\n{}", wrong.len(), wrong.join("\n\n"));
}

/// What is between marks.
fn marked(snapshot: &Snapshot) -> impl Iterator<Item = &Quotation> {
    let quotations = snapshot.facts.quotations.iter().map(AsRef::as_ref);
    quotations.filter(|quotation: &&Quotation| quotation.kind != QuotationKind::Indirect)
}

/// The draft with a word of each quotation twice.
fn with_doubled_words(snapshot: &Snapshot) -> String {
    let mut text = snapshot.text.to_string();
    let places: Vec<Place> = marked(snapshot).map(|quotation| quotation.place).collect();
    for place in places.into_iter().rev() {
        let quoted = snapshot.markup.text_of(place);
        let is_plain = |word: &&str| word.len() >= LONG && word.bytes().all(|byte| byte.is_ascii_lowercase());
        let Some(word) = quoted.split(' ').skip(1).filter(is_plain).max_by_key(|word| word.len()) else {
            continue;
        };
        let at = place.span.start + quoted.find(&format!(" {word}")).unwrap() + 1;
        let source = snapshot
            .markup
            .source_span(Place::new(place.block, Span::new(at, at + word.len())));
        if source.of(&text) == word {
            text.insert_str(source.end, &format!(" {word}"));
        }
    }
    text
}

/// The marks of the quotations of a draft, in its source.
fn marks(snapshot: &Snapshot) -> Vec<Span> {
    let is_mark = |letter: char| "“”„«»‘’‚'\"`".contains(letter);
    let mut found = Vec::new();
    let mut runs_on = false;
    for quotation in marked(snapshot) {
        let text = snapshot.markup.text_of(quotation.place);
        let span = quotation.place.span;
        let first = text.chars().next().filter(|letter| is_mark(*letter));
        let last = text
            .chars()
            .next_back()
            .filter(|letter| quotation.closed && is_mark(*letter));
        // The only mark of a quotation that no paragraph hands on: without it nothing says that there is one.
        let is_only = !quotation.closed && !runs_on;
        runs_on = quotation.runs_on;
        let size = |mark: char, is_doubled: bool| mark.len_utf8() * (1 + usize::from(is_doubled));
        if let Some(mark) = first.filter(|_| !is_only) {
            let doubled = mark != '"' && text.strip_prefix(mark).is_some_and(|rest| rest.starts_with(mark));
            found.push((
                quotation.place.block,
                Span::new(span.start, span.start + size(mark, doubled)),
            ));
        }
        if let Some(mark) = last {
            let doubled = mark != '"' && text.strip_suffix(mark).is_some_and(|rest| rest.ends_with(mark));
            found.push((
                quotation.place.block,
                Span::new(span.end - size(mark, doubled), span.end),
            ));
        }
    }
    let in_source = found
        .into_iter()
        .map(|(block, span)| snapshot.markup.source_span(Place::new(block, span)));
    in_source.filter(|span| !span.is_empty()).collect()
}

/// What the safe fixes of a draft edit.
fn edited(snapshot: &Snapshot) -> Vec<Span> {
    let fixes = snapshot.findings.iter().flat_map(|finding| &finding.fixes);
    let safe = fixes.filter(|fix| fix.safety == FixSafety::Safe);
    safe.flat_map(|fix| &fix.edits).map(|edit| edit.span).collect()
}
