//! The outline of a draft: what an editor skims, in the order of the draft. Events and quotations are beneath their
//! heading, one next to the other. It orders facts and never finds new ones.
//!
//! Ranges nest, and siblings do not overlap: a heading covers all that is beneath it, an event its sentence, a quotation its
//! words.

mod alone;
mod choose;
mod cut;
mod definite;
mod explained;
mod main_line;
mod names;
mod naming;
mod news;
mod newsroom;
mod other_time;
mod pointers;
mod pronouns;
mod quotations;
mod quoted;
mod rest;
mod sentences;
mod shape;
mod so_far;
mod speaking;
#[cfg(test)]
mod testing;
mod types;
mod vague;

pub(in crate::engine) use names::Names;
pub use types::{OutlineItem, OutlineKind};

use rustc_hash::FxHashSet;

use crate::analysis::{EventTime, Place, times};
use crate::engine::Snapshot;
use crate::engine::days::Days;
use crate::engine::headline::one_line;
use crate::engine::outline::choose::Chosen;
use crate::engine::outline::explained::Explained;
use crate::engine::outline::main_line::MainLine;
use crate::markup::{BlockId, BlockKind};
use crate::text::{Span, calendar};

/// How many characters of a heading a line shows.
const LINE_CHARS: usize = 96;

/// The same of the headline.
const HEADLINE_CHARS: usize = 132;

/// How many days from the draft's date a weekday is sure to be: on a Wednesday, "Thursday" can be the day after in a draft
/// that was updated.
const SURE_WEEKDAY: i32 = 5;

impl Snapshot {
    /// The outline: headings with the events and quotations beneath them, in the order of the text.
    pub(in crate::engine) fn outline_items(&self) -> Vec<OutlineItem> {
        let main = self.main_line();
        let mut lines = self.explained(self.chosen_events(main), main);
        let mut open: Vec<(u8, OutlineItem)> = Vec::new();
        let mut top = Vec::new();
        let mut quoted: FxHashSet<String> = FxHashSet::default();
        for (index, block) in BlockId::number(&self.markup.blocks) {
            let is_headline = main.headline == Some(index);
            let is_main = is_headline && main.event.is_none();
            if let BlockKind::Heading(level) = block.kind {
                close(&mut open, &mut top, level);
                open.extend(self.heading_item(index, is_headline, is_main).map(|item| (level, item)));
                continue;
            }
            let items = if is_headline {
                self.heading_item(index, true, is_main).into_iter().collect()
            } else {
                self.items_of_block(lines.remove(&index).unwrap_or_default(), main)
            };
            for item in items {
                // What a box or a summary quotes once more needs no second line.
                if item.kind != OutlineKind::Quotation || quoted.insert(letters(&item.name)) {
                    push(&mut open, &mut top, item);
                }
            }
        }
        close(&mut open, &mut top, 0);
        top
    }

    /// The event and the quotations of a paragraph, by place.
    fn items_of_block(&self, lines: Explained, main: MainLine) -> Vec<OutlineItem> {
        let mut items = lines.quotations;
        if let Some(chosen) = lines.event
            && let Some(mut item) = self.event_item(&chosen, Some(chosen.event) == main.event)
        {
            // A sentence that shares words with a quotation is shown by its verb alone.
            if items.iter().any(|quotation| quotation.span.overlaps(item.span)) {
                item.span = item.selection;
                items.retain(|quotation| !quotation.span.overlaps(item.selection));
            }
            items.push(item);
        }
        items.sort_by_key(|item| (item.selection.start, item.selection.end));
        items
    }

    fn event_item(&self, chosen: &Chosen, is_main: bool) -> Option<OutlineItem> {
        let event = self.facts.event(chosen.event)?;
        let selection = self.source_span(event.trigger);
        let kind = if is_main {
            OutlineKind::MainEvent
        } else {
            OutlineKind::Event
        };
        // A day that the line does not show could be that of something else.
        let times = event
            .times
            .iter()
            .filter(|time| chosen.sentence.covers(time.place) && self.adds_day(time, &chosen.line));
        let day = times
            .filter(|_| chosen.heads)
            .filter_map(|time| Some(Days::new(time.days?, self.facts.locale)))
            .find(|days| days.are_few())
            .map(Days::in_words);
        Some(OutlineItem {
            name: chosen.line.clone(),
            detail: [chosen.who.clone(), day.unwrap_or_default()]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            kind,
            span: self.source_span(chosen.sentence).join(selection),
            selection,
            children: Vec::new(),
        })
    }

    /// Whether the day of a time says more than the line: a weekday needs its date, and a date that is left out of the line
    /// is not lost. A feast can be one of several ("Election Day"), and "that Monday" is the day of another sentence.
    fn adds_day(&self, time: &EventTime, line: &str) -> bool {
        let place = time.place;
        let text = self.text_of(place);
        let before = self.block_text(place.block).get(..place.span.start).unwrap_or("");
        let anchor = self.facts.anchor.as_ref().map(|anchor| anchor.date);
        let is_close = anchor.zip(time.days).is_none_or(|(anchor, (first, last))| {
            times::days_apart(first, anchor).abs() <= SURE_WEEKDAY
                && times::days_apart(last, anchor).abs() <= SURE_WEEKDAY
        });
        let is_other = text.starts_with("that ") || before.trim_end().ends_with(" that");
        let words = || {
            text.split_whitespace()
                .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        };
        let is_date = words().any(calendar::is_month);
        let is_near = words()
            .any(|word| calendar::is_weekday(word) || ["today", "yesterday", "tomorrow", "tonight"].contains(&word));
        !is_other
            && if is_date {
                !line.contains(text)
            } else {
                is_near && is_close
            }
    }

    fn heading_item(&self, index: BlockId, is_headline: bool, is_main: bool) -> Option<OutlineItem> {
        let text = index.of(&self.markup.blocks)?.text.as_str();
        let selection = self.source_span(Place::new(index, Span::new(0, text.len())));
        (!text.trim().is_empty()).then(|| OutlineItem {
            name: one_line(text, if is_headline { HEADLINE_CHARS } else { LINE_CHARS }),
            detail: String::new(),
            kind: if is_main {
                OutlineKind::MainEvent
            } else {
                OutlineKind::Heading
            },
            span: selection,
            selection,
            children: Vec::new(),
        })
    }
}

/// Ends the headings that one of this level ends.
fn close(open: &mut Vec<(u8, OutlineItem)>, top: &mut Vec<OutlineItem>, level: u8) {
    while let Some((_, item)) = open.pop_if(|(other, _)| *other >= level) {
        push(open, top, item);
    }
}

/// Puts an item under the heading that is open, which then covers it.
fn push(open: &mut [(u8, OutlineItem)], top: &mut Vec<OutlineItem>, item: OutlineItem) {
    match open.last_mut() {
        Some((_, heading)) => {
            heading.span = heading.span.join(item.span);
            heading.children.push(item);
        }
        None => top.push(item),
    }
}

/// The letters and figures of a line, by which two lines of the same words are known.
fn letters(line: &str) -> String {
    line.chars().filter(|symbol| symbol.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::{Cache, Draft, ReadAs, analyse};
    use crate::language;
    use crate::markup::Format;

    const STORY: &str = include_str!("../../../examples/summit-call.txt");

    const SECTIONS: &str = include_str!("../../../examples/ferry-strike.md");

    fn outline_of(text: &str) -> Vec<OutlineItem> {
        outline_in(text, Format::Plain)
    }

    fn outline_in(text: &str, format: Format) -> Vec<OutlineItem> {
        let draft = Draft {
            text: text.into(),
            read_as: ReadAs {
                format,
                ..ReadAs::default()
            },
        };
        analyse(&draft, &Cache::default(), language::embedded()).outline()
    }

    /// Checks that siblings are apart and parts inside their whole, in one list and all beneath it; gives the number of lines.
    fn check_nesting(items: &[OutlineItem], inside: Span) -> usize {
        let mut spans: Vec<Span> = items.iter().map(|item| item.span).collect();
        spans.sort();
        assert!(
            spans.windows(2).all(|pair| !pair[0].overlaps(pair[1])),
            "siblings overlap in {items:?}"
        );
        items
            .iter()
            .map(|item| {
                assert!(inside.covers(item.span), "{item:?} leaves {inside:?}");
                assert!(item.span.covers(item.selection), "{item:?}");
                assert!(!item.name.is_empty(), "{item:?}");
                1 + check_nesting(&item.children, item.span)
            })
            .sum()
    }

    #[test]
    fn a_story_reads_in_its_order_and_events_stand_next_to_quotations() {
        let outline = outline_of(STORY);
        let lines = check_nesting(&outline, Span::new(0, STORY.len()));
        assert!(lines <= 25, "{lines} lines");
        assert!(outline.is_sorted_by_key(|item| item.span.start));
        let main: Vec<_> = outline
            .iter()
            .filter(|item| item.kind == OutlineKind::MainEvent)
            .collect();
        assert_eq!(main.len(), 1);
        assert!(outline.iter().any(|item| item.kind == OutlineKind::Quotation));
        assert!(outline.iter().all(|item| item.children.is_empty()));
    }

    #[test]
    fn words_that_are_quoted_again_have_one_line() {
        let text = "Harbor crews strike\n\n“The crews of the harbor have left the pier for good.” Rosa Weil said so in Ostby.\n\n\
                    “The crews of the harbor have left the pier for good,” Rosa Weil said.\n\n\
                    “The crews of the harbor have left the pier for good,” Rosa Weil said.\n";
        let outline = outline_of(text);
        let lines = |items: &[OutlineItem]| items.iter().filter(|item| item.kind == OutlineKind::Quotation).count();
        let all: usize = outline.iter().map(|item| lines(&item.children)).sum::<usize>() + lines(&outline);
        assert_eq!(all, 1, "{outline:?}");
    }

    #[test]
    fn siblings_inside_a_section_do_not_overlap_either() {
        let outline = outline_in(SECTIONS, Format::Markdown);
        let lines = check_nesting(&outline, Span::new(0, SECTIONS.len()));
        assert!(lines > outline.len(), "no line has parts: {outline:?}");
    }

    #[test]
    fn headings_hold_what_is_beneath_them_and_smaller_headings() {
        let text = "# Harbor\n\n## Talks\n\nDovak met Brandt in Kessel on Monday.\n\n## Strike\n\n\
                    Ferry crews called off a strike in Senn on Tuesday.\n";
        let outline = outline_in(text, Format::Markdown);
        assert_eq!(outline.len(), 1, "{outline:?}");
        let sections: Vec<_> = outline[0].children.iter().map(|item| item.name.as_str()).collect();
        assert_eq!(sections, ["Talks", "Strike"]);
        assert_eq!(
            outline[0].children[1].children[0].name,
            "Ferry crews called off a strike in Senn on Tuesday"
        );
        check_nesting(&outline, Span::new(0, text.len()));
    }

    #[test]
    fn a_footer_that_asks_for_money_has_no_line() {
        let text = "Dovak met Brandt in Kessel on Monday.\n\nIf you learned something from this story, pay it forward and \
                    give to the Courier at courier.example. Readers fund the Courier.\n";
        assert_eq!(outline_of(text).len(), 1);
    }

    #[test]
    fn an_empty_draft_has_no_lines() {
        assert!(outline_of("").is_empty());
        assert!(outline_of("\n\n—\n").is_empty());
    }
}
