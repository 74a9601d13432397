//! The line that says what the story is about: its headline, else the sentence of its lead that the rest of the draft goes
//! on about. Where no sentence does, there is none. It words nothing.

use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use crate::analysis::{EventId, Place};
use crate::engine::Snapshot;
use crate::engine::lookup::in_block;
use crate::language::{Upos, View};
use crate::markup::{BlockId, BlockKind};

/// How many words at the head of a sentence say what it is about.
const HEAD_WORDS: usize = 24;

/// How many paragraphs are asked what the draft is about.
const PARAGRAPHS: usize = 60;

/// How many of them may be the lead.
const ASKED: usize = 2;

/// In how many paragraphs a word must be to count as much as it can.
const OFTEN: usize = 8;

/// How many paragraphs a brief has at most; a draft of twice as many is a story.
const BRIEF: usize = 8;

/// The number of words that makes a short sentence count half as much as a long one.
const SHORT: f32 = 8.0;

/// How much the draft must go on about a sentence of its first paragraph, and of its second one, to be about it. Counted on
/// published stories whose headlines were taken away.
const LEAD: f32 = 0.38;
const SECOND: f32 = 0.7;

/// What the story is about.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct MainLine {
    /// The headline of the draft.
    pub(super) headline: Option<BlockId>,
    /// The event that the sentence of the lead reports, if there is no headline or it states nothing.
    pub(super) event: Option<EventId>,
}

impl Snapshot {
    /// The headline, or the event of the lead. Linear in the first paragraphs.
    pub(super) fn main_line(&self) -> MainLine {
        let headline = self.facts.main_event.as_ref().and_then(|main| main.headline);
        let is_stated = headline.is_some_and(|headline| self.states_something(headline));
        MainLine {
            headline,
            event: if is_stated {
                None
            } else {
                self.event_of_lead(headline.is_some())
            },
        }
    }

    /// Whether a headline says that something is so: "Who is Rosa Weil?" asks, and "On the road with the ferry crews" names a
    /// feature. "Fire at the mill of Ostby" tells what happened, and where there is a verb, it may be one of the headline.
    fn states_something(&self, headline: BlockId) -> bool {
        let text = self.block_text(headline).trim();
        let Some(view) = self.view_of(headline) else {
            return true;
        };
        let asks = text.ends_with('?') && !text.trim_end_matches('?').contains(['.', '?', '!', ':', ';']);
        let has_verb = (0..view.len()).any(|at| matches!(view.upos(at), Upos::Verb | Upos::Aux))
            || in_block(&self.facts.events, headline, |event| event.trigger)
                .next()
                .is_some();
        let leads_in = matches!(view.upos(0), Upos::Adp | Upos::Sconj);
        !asks && (has_verb || !leads_in)
    }

    /// The event of the lead, if the draft goes on about it. What a headline asks, the lead answers, whatever follows.
    fn event_of_lead(&self, is_asked: bool) -> Option<EventId> {
        let body: Vec<BlockId> = BlockId::number(&self.markup.blocks)
            .filter(|(id, block)| block.kind == BlockKind::Paragraph && !block.in_quote && self.tells(*id))
            .map(|(id, _)| id)
            .take(PARAGRAPHS)
            .collect();
        let counts = self.paragraphs_by_word(&body);
        // A draft of a few paragraphs begins with its news, and repeats little of it.
        let certainty = if is_asked { 0.0 } else { 1.0 };
        let length = (body.len().saturating_sub(BRIEF) as f32 / BRIEF as f32).min(1.0);
        let lead = body
            .first()
            .and_then(|block| self.central(*block, &counts, LEAD * length * certainty));
        lead.or_else(|| {
            let second = body.get(1)?;
            self.central(*second, &counts, SECOND * certainty)
        })
    }

    /// Whether a paragraph reports anything: what a publication says about itself does not.
    fn tells(&self, block: BlockId) -> bool {
        in_block(&self.facts.events, block, |event| event.trigger)
            .next()
            .is_some()
    }

    /// In how many paragraphs each word is that has a meaning of its own; of the words of the first two, which are asked for.
    fn paragraphs_by_word(&self, body: &[BlockId]) -> FxHashMap<SmolStr, usize> {
        // With the last paragraph each was seen in.
        let mut counts: FxHashMap<SmolStr, (usize, usize)> = FxHashMap::default();
        for (at, view) in body.iter().filter_map(|block| self.view_of(*block)).enumerate() {
            for word in (0..view.len()).filter_map(|word| content(view, word)) {
                if at < ASKED {
                    counts.entry(word.clone()).or_default();
                }
                if let Some((count, seen)) = counts.get_mut(&word).filter(|(_, seen)| *seen <= at) {
                    *count += 1;
                    *seen = at + 1;
                }
            }
        }
        counts.into_iter().map(|(word, (count, _))| (word, count)).collect()
    }

    /// The event of the first sentence of a paragraph that the draft goes on about.
    fn central(&self, block: BlockId, counts: &FxHashMap<SmolStr, usize>, least: f32) -> Option<EventId> {
        let view = self.view_of(block)?;
        // A dateline reports nothing.
        let sentence = view.language.sentences.iter().find(|sentence| {
            in_block(&self.facts.events, block, |event| event.trigger)
                .any(|event| sentence.span.covers(event.trigger.span))
        })?;
        let words = sentence.words.clone();
        let head: FxHashSet<SmolStr> = words.take(HEAD_WORDS).filter_map(|at| content(view, at)).collect();
        let shared: f32 = head
            .iter()
            .map(|word| (counts.get(word).copied().unwrap_or(1).min(OFTEN) as f32).ln())
            .sum();
        if shared / (head.len() as f32 + SHORT) < least {
            return None;
        }
        let sentence = Place::new(block, sentence.span);
        let event = self.event_of_sentence(sentence)?;
        let verb = view.language.word_from(self.facts.event(event)?.trigger.span.start);
        // The story comes below.
        (!self.is_scene(sentence, view, verb)).then_some(event)
    }

    /// The event of a sentence that makes a line: the one of its main verb before others.
    fn event_of_sentence(&self, sentence: Place) -> Option<EventId> {
        let from = self.facts.events.partition_point(|event| event.trigger < sentence);
        let inside = self.facts.events.iter().enumerate().skip(from);
        let inside = inside
            .take_while(|(_, event)| sentence.covers(event.trigger))
            .filter(|(_, event)| !event.background && event.retells.is_none());
        let fit = inside.filter_map(|(index, event)| {
            let headline = self.main_headline_at(event.trigger);
            Some((self.heads_alone(event, &headline)?, EventId(index)))
        });
        fit.reduce(|best, next| if next.0 && !best.0 { next } else { best })
            .map(|(_, id)| id)
    }
}

/// A word that says what a sentence is about, in its base form.
fn content(view: View<'_>, at: usize) -> Option<SmolStr> {
    let has_meaning = matches!(
        view.upos(at),
        Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Num
    );
    if !has_meaning || view.form(at).len() < 3 {
        return None;
    }
    Some(view.lemma(at)).filter(|lemma| !LIGHT.contains(&lemma.as_str()))
}

/// Verbs and other words that any story has.
const LIGHT: [&str; 9] = ["be", "do", "get", "go", "have", "make", "say", "take", "tell"];

#[cfg(test)]
mod tests {
    use crate::engine::outline::OutlineKind;
    use crate::engine::{Cache, Draft, ReadAs, analyse};
    use crate::language;
    use crate::markup::Format;

    /// The line that is marked in the outline of a draft in Markdown.
    fn marked(text: &str) -> Option<String> {
        let draft = Draft {
            text: text.into(),
            read_as: ReadAs {
                format: Format::Markdown,
                ..ReadAs::default()
            },
        };
        let outline = analyse(&draft, &Cache::default(), language::embedded()).outline();
        let main = outline.into_iter().find(|item| item.kind == OutlineKind::MainEvent);
        main.map(|item| item.name)
    }

    #[test]
    fn a_headline_is_marked_even_if_nothing_happens_in_it() {
        let draft = "---\ntitle: Five questions about the new pier\n---\n\nOstby sold the old pier on Monday.\n";
        assert_eq!(marked(draft).as_deref(), Some("Five questions about the new pier"));
        let draft = "Council sells pier\n\nThe council of Ostby sold the old pier on Monday.\n";
        assert_eq!(marked(draft).as_deref(), Some("Council sells pier"));
        let draft = "Dear readers,\n\nThe council of Ostby sold the old pier on Monday.\n";
        assert_ne!(marked(draft).as_deref(), Some("Dear readers,"));
    }

    #[test]
    fn the_lead_is_marked_under_a_headline_that_states_nothing() {
        for headline in [
            "Who is Rosa Weil, the new mayor of Ostby?",
            "On the water with the crews of Ostby",
        ] {
            let draft = format!(
                "---\ntitle: {headline}\n---\n\nThe council of Ostby sold the old pier to a ferry company on Monday.\n"
            );
            assert_eq!(
                marked(&draft).as_deref(),
                Some("The council of Ostby sold the old pier to a ferry company on Monday"),
                "{headline}"
            );
        }
        let draft = "---\ntitle: The old pier was sold. Who pays?\n---\n\nThe council of Ostby met on Monday.\n";
        assert_eq!(marked(draft).as_deref(), Some("The old pier was sold. Who pays?"));
    }

    #[test]
    fn without_a_headline_the_lead_is_marked() {
        let draft = "The council of Ostby sold the old pier to a ferry company on Monday.\n\nIt was built in 1911.\n";
        assert_eq!(
            marked(draft).as_deref(),
            Some("The council of Ostby sold the old pier to a ferry company on Monday")
        );
    }

    #[test]
    fn a_lead_whose_source_comes_after_it_is_marked() {
        for lead in [
            "Norland hopes the county can meet it halfway to \"prepare for talks\" between the two ports, foreign minister Rosa Weil told US \
             envoy Bo Lund during a phone call on Monday, according to a statement of the ministry.",
            "Norland will close the harbor of Ostby for the rest of the winter and pay the crews of the ferries, minister Rosa Weil told \
             Mayor Bo Lund in a phone call on Monday, according to a statement of the ministry.",
            "The US navy closed the harbor of Ostby on Monday.",
        ] {
            let draft = format!("{lead}\n\nThe harbor of Ostby was built in 1911.\n");
            let found = marked(&draft).unwrap_or_default();
            let begins: String = lead.chars().take(11).collect();
            assert!(found.starts_with(&begins), "{found}");
        }
    }

    #[test]
    fn a_scene_is_not_what_a_draft_is_about() {
        let scene = "Rosa Weil put her boots by the stove and waited for the water.\n\n";
        let rest = "The dam above Ostby leaks, and the county has no plan for the dam.\n\n".repeat(20);
        assert_eq!(marked(&format!("{scene}{rest}")), None);
    }
}
