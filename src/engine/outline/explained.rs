//! The lines of an outline as a reader meets them, from the top: a surname is given in full the first time, and what only a
//! sentence without a line explains has none either. It chooses among lines and makes none.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::{Mention, MentionForm};
use crate::engine::Snapshot;
use crate::engine::headline::Line;
use crate::engine::lookup::in_block;
use crate::engine::outline::alone::Reading;
use crate::engine::outline::choose::{Chosen, SHORT};
use crate::engine::outline::definite::Definite;
use crate::engine::outline::main_line::MainLine;
use crate::engine::outline::naming::{Naming, is_renamed};
use crate::engine::outline::news::is_office;
use crate::engine::outline::so_far::{ReadSoFar, nouns_of};
use crate::engine::outline::types::OutlineItem;
use crate::language::{Upos, View};
use crate::markup::{BlockId, BlockKind};

/// How many full names may be written after a line.
const NAMES: usize = 2;

/// The lines of a paragraph.
#[derive(Debug, Default)]
pub(super) struct Explained {
    /// That of an event.
    pub(super) event: Option<Chosen>,
    /// Those of quotations.
    pub(super) quotations: Vec<OutlineItem>,
}

impl Snapshot {
    /// The lines of each paragraph: of those chosen for it the first that leaves nothing open, with the full name of somebody it
    /// names first, and its quotations.
    pub(super) fn explained(
        &self,
        mut chosen: BTreeMap<BlockId, Vec<Chosen>>,
        main: MainLine,
    ) -> BTreeMap<BlockId, Explained> {
        let answers = self.facts.interview.answers;
        let mut so_far = ReadSoFar::with_headline(main.headline.and_then(|headline| self.view_of(headline)));
        let mut kept = BTreeMap::new();
        for (index, block) in BlockId::number(&self.markup.blocks) {
            if matches!(block.kind, BlockKind::Heading(_)) || main.headline == Some(index) {
                self.tell_block(index, &mut so_far);
                continue;
            }
            let candidates = chosen.remove(&index).unwrap_or_default().into_iter();
            let event = candidates
                .filter(|_| answers.is_none_or(|first| index < first))
                .find_map(|line| self.explain(line, main, &mut so_far));
            let quotations = self.quotation_items(index, event.as_ref(), &mut so_far);
            let speakers = in_block(&self.facts.quotations, index, |quotation| quotation.place)
                .filter(|quotation| self.speaks_surely(quotation))
                .filter_map(|quotation| quotation.speaker.as_ref()?.actor);
            // Without a line, a quotation names nobody.
            if !quotations.is_empty() {
                so_far.actors.extend(speakers);
            }
            if let Some(view) = self.view_of(index).filter(|_| block.kind.is_body()) {
                // Without a headline, a reader looks at the lead.
                if so_far.is_start() && main.headline.is_none() {
                    so_far.tell(view, 0..view.len());
                }
                so_far.hear(self.lines.nouns(index, || nouns_of(view)));
            }
            if event.is_some() || !quotations.is_empty() {
                kept.insert(index, Explained { event, quotations });
            }
        }
        kept
    }

    /// A line that can be understood after those above it; it then counts as one of them.
    fn explain(&self, mut line: Chosen, main: MainLine, so_far: &mut ReadSoFar) -> Option<Chosen> {
        let block = line.sentence.block;
        let Some(view) = self.view_of(block) else {
            return Some(line);
        };
        let shown = Arc::clone(&line.shown);
        let is_main = main.event == Some(line.event);
        let is_short = line.line.chars().count() < SHORT;
        let leaves_open = Definite::new(view, &shown.words, so_far).is_open(is_short);
        if !is_main && (leaves_open || so_far.has_said(view, &shown.words) || self.shows_scene(block, view, &shown)) {
            return None;
        }
        let names = in_block(&self.facts.mentions, block, |mention| mention.place);
        let names: Vec<&Mention> = names
            .filter(|mention| {
                let words = view.language.words_in(mention.place.span);
                let is_shown = !words.is_empty() && words.clone().all(|word| shown.shows(word));
                is_shown && (mention.form == MentionForm::Named || is_renamed(view, words.start, &line))
            })
            .collect();
        if is_short && !is_main && names.is_empty() && !self.has_figure(view, &shown, block) {
            return None;
        }
        let mut who: Vec<String> = Vec::new();
        for mention in &names {
            match self.naming(view, &shown.words, mention, so_far) {
                Naming::Clear => {}
                Naming::Full(name) => {
                    if !who.contains(&name) {
                        who.push(name);
                    }
                }
                Naming::Open if is_main || !is_short => {}
                Naming::Open => return None,
            }
        }
        if who.len() > NAMES && !is_main {
            return None;
        }
        line.who = who.join(", ");
        so_far.actors.extend(names.iter().filter_map(|mention| mention.actor));
        so_far.tell_line(view, &shown.words);
        Some(line)
    }

    /// Whether a line has a number or a day: few words that have neither, nor a name, are about something that other words name.
    fn has_figure(&self, view: View<'_>, shown: &Line, block: BlockId) -> bool {
        shown.words.iter().any(|word| view.upos(*word) == Upos::Num)
            || in_block(&self.facts.times, block, |time| time.place)
                .any(|time| time.days.is_some() && shown.shows(view.language.word_from(time.place.span.start)))
    }

    /// Whether a line shows what somebody does to whom the draft gives no office, on no day and in no place.
    fn shows_scene(&self, block: BlockId, view: View<'_>, shown: &Line) -> bool {
        let reading = Reading {
            snapshot: self,
            block,
            view,
            line: shown,
        };
        let has_office = |mention: &Mention| {
            let actor = mention.actor.and_then(|id| self.actor(id));
            actor.is_some_and(|actor| actor.roles.iter().any(|role| is_office(&role.text)))
        };
        reading.is_scene()
            && !in_block(&self.facts.mentions, block, |mention| mention.place)
                .filter(|mention| shown.shows(view.language.word_from(mention.place.span.start)))
                .any(has_office)
    }

    /// A heading is read, too.
    fn tell_block(&self, index: BlockId, so_far: &mut ReadSoFar) {
        let mentions = in_block(&self.facts.mentions, index, |mention| mention.place);
        so_far.actors.extend(mentions.filter_map(|mention| mention.actor));
        if let Some(view) = self.view_of(index) {
            so_far.tell(view, 0..view.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::engine::{Cache, Draft, analyse};
    use crate::language;

    /// The lines of an outline beneath its headline, each with what is written after it.
    fn lines(paragraphs: &[&str]) -> Vec<(String, String)> {
        let text = format!("Senn council meets in spring\n\n{}\n", paragraphs.join("\n\n"));
        let draft = Draft {
            text: text.as_str().into(),
            ..Draft::default()
        };
        let outline = analyse(&draft, &Cache::default(), language::embedded()).outline();
        let below = outline.into_iter().flat_map(|headline| headline.children);
        below.map(|item| (item.name, item.detail)).collect()
    }

    #[test]
    fn a_surname_comes_with_the_full_name_the_first_time() {
        let found = lines(&[
            "“The pier of Senn will be sold to nobody as long as I sit here,” the harbor master Rosa Weil said.",
            "The council of Senn closed the north pier in Kessel after a flood.",
            "A court in Ostby sent Bo Lund, a pilot, to prison.",
            "Lund pleaded guilty to fraud in Ostby.",
            "Weil sued the council of Senn in Ostby.",
        ]);
        let after = |start: &str| {
            found
                .iter()
                .find(|(line, _)| line.starts_with(start))
                .map(|(_, who)| who.as_str())
        };
        assert_eq!(after("Lund pleaded"), Some(""), "{found:?}");
        assert_eq!(after("Weil sued"), Some(""), "{found:?}");
        let found = lines(&[
            "The council of Senn closed the north pier in Kessel after a flood.",
            "What did Bo Lund, a pilot, know of the dam?",
            "Lund pleaded guilty to fraud in Ostby.",
        ]);
        let lund = found.iter().find(|(line, _)| line.starts_with("Lund pleaded"));
        assert_eq!(lund.map(|(_, who)| who.as_str()), Some("Bo Lund"), "{found:?}");
    }

    /// The first two words.
    fn begins(sentence: &str) -> &str {
        sentence
            .match_indices(' ')
            .nth(1)
            .map_or(sentence, |(end, _)| sentence.split_at(end).0)
    }

    #[test]
    fn a_thing_that_no_line_has_named_has_no_line() {
        let first = "The council of Senn closed the north pier in Kessel after a flood.";
        for open in [
            "The two districts sued the company in Ostby.",
            "The volunteer crews left the port of Ostby.",
            "The Ostby city was flooded in the spring.",
        ] {
            assert!(
                lines(&[first, open])
                    .iter()
                    .all(|(line, _)| !line.starts_with(begins(open))),
                "{open}"
            );
        }
        for clear in [
            "The governor opened a school in Ostby.",
            "The crews of two ferries left the port of Ostby.",
            "The biggest ferry left the port of Ostby.",
            "The pier was sold to a company in Ostby.",
        ] {
            assert!(
                lines(&[first, clear])
                    .iter()
                    .any(|(line, _)| line.starts_with(begins(clear))),
                "{clear}"
            );
        }
    }

    #[test]
    fn another_sentence_of_the_paragraph_has_the_line_if_the_first_leaves_something_open() {
        let found = lines(&[
            "The council of Senn closed the north pier in Kessel after a flood.",
            "What did a company from Ostby offer for the ferries?",
            "The company paid for the ferries in May. Mayor Rosa Weil signed a contract with Ostby on Monday.",
        ]);
        assert!(
            found.iter().any(|(line, _)| line.starts_with("Mayor Rosa Weil signed")),
            "{found:?}"
        );
        assert!(
            !found.iter().any(|(line, _)| line.starts_with("The company paid")),
            "{found:?}"
        );
    }
}
