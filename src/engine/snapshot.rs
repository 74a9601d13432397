//! Everything a front end can ask of an analyzed draft, in one place. Each question is answered in the file it names; nothing
//! is worked out here.
//!
//! Offsets are bytes of the source. “Linear in the facts” means in the mentions, quotations, times and events of the draft.

use crate::analysis::Place;
use crate::analysis::register::Entry;
use crate::engine::attributions;
use crate::engine::balance::{self, Balance};
use crate::engine::coloring::{self, Colored};
use crate::engine::compare::{self, Difference};
use crate::engine::completion::{self, Completion};
use crate::engine::entries;
use crate::engine::fixes;
use crate::engine::folding::{self, Fold};
use crate::engine::hints::{self, Hint, HintSettings};
use crate::engine::hover::{self, Hover};
use crate::engine::lenses::{self, Lens};
use crate::engine::links::{self, Link};
use crate::engine::navigation::{self, Highlight, Target};
use crate::engine::outline::OutlineItem;
use crate::engine::paired_marks;
use crate::engine::paragraphs::Paragraphs;
use crate::engine::relations::{self, Relation};
use crate::engine::relatives::{self, Unlisted};
use crate::engine::rename::{self, NotRenamable, Renamable, Renaming};
use crate::engine::said;
use crate::engine::selection;
use crate::engine::sources::{self, Sources};
use crate::engine::symbols::{self, Known, Symbol};
use crate::engine::timeline::TimelineRow;
use crate::engine::title;
use crate::engine::types::Snapshot;
use crate::rules::{Edit, Finding, Fix};
use crate::text::Span;
use crate::verify::NotesPlace;

/// What is written where.
impl Snapshot {
    /// The decoded text of a place. Cheap.
    #[must_use]
    pub fn text_of(&self, place: Place) -> &str {
        self.markup.text_of(place)
    }

    /// Where a place is in the source. Logarithmic in the length of its block.
    #[must_use]
    pub fn source_span(&self, place: Place) -> Span {
        self.markup.source_span(place)
    }

    /// Whether nothing but white space follows a place in its block. Linear in the rest of the block.
    #[must_use]
    pub fn ends_block(&self, place: Place) -> bool {
        self.markup.ends_block(place)
    }
}

/// What is known at an offset.
impl Snapshot {
    /// The card to show for `offset`: the innermost fact there; of facts over the same words the actor, then the time,
    /// then the event, then the quotation. A title before a name is a fact about the person who has it. `None` if there
    /// is no fact. Linear in the facts.
    #[must_use]
    pub fn hover(&self, offset: usize) -> Option<Hover> {
        hover::hover(self, offset)
    }

    /// Where the thing at `offset` is introduced: for a mention the first full one of the actor, for a quotation or its cue
    /// the speaker, for the retelling of an event its first telling, for a day that was counted from the draft's date that
    /// date, where the text has it. Linear in the facts.
    #[must_use]
    pub fn definition(&self, offset: usize) -> Option<Target> {
        navigation::definition(self, offset)
    }

    /// The quotation whose words are at `offset`, and the place in the notes that has them, or nearly has them. Linear in the
    /// quotations of one block.
    #[must_use]
    pub fn place_in_notes(&self, offset: usize) -> Option<(Span, &NotesPlace)> {
        said::place_in_notes(self, offset)
    }

    /// The entry in the newsroom's actor file of the actor at `offset`, and the mention there. Linear in the facts of one
    /// block.
    #[must_use]
    pub fn entry_at(&self, offset: usize) -> Option<(Span, &Entry)> {
        entries::entry_at(self, offset)
    }

    /// An entry for the actor at `offset`, where the draft names it in full and the actor file does not have it: its name,
    /// the other names the draft uses that are not part of it, and its roles. Linear in the mentions of the actor.
    #[must_use]
    pub fn entry_for(&self, offset: usize) -> Option<Entry> {
        entries::entry_for(self, offset)
    }

    /// The name at `offset`, if the draft names somebody there whom the actor file does not have, and the entries that it may
    /// belong to. Linear in the entries.
    #[must_use]
    pub fn unlisted(&self, offset: usize) -> Option<Unlisted<'_>> {
        relatives::unlisted(self, offset)
    }

    /// All places that refer to the thing at `offset`, in the order of the text: mentions of an actor, tellings of an
    /// event, expressions for the same days, quotations of the same speaker. Linear in the facts.
    #[must_use]
    pub fn references(&self, offset: usize, with_definition: bool) -> Vec<Span> {
        navigation::references(self, offset, with_definition)
    }

    /// What belongs to the thing at `offset`: all mentions of an actor; the parts of a quotation with its cue and speaker;
    /// the tellings of an event; the expressions for a day. Linear in the facts.
    #[must_use]
    pub fn highlights(&self, offset: usize) -> Vec<Highlight> {
        navigation::highlights(self, offset)
    }
}

/// What can be changed.
impl Snapshot {
    /// How what is being written at `offset` can go on, best first: names of the draft, the most mentioned first, its
    /// roles, and then what the actor file knows; after a quotation and after a title, who has spoken or has it. Linear in the
    /// mentions and in the actor file.
    #[must_use]
    pub fn completions(&self, offset: usize) -> Vec<Completion> {
        completion::completions(self, offset)
    }

    /// What is known of somebody by the full name, in a sentence or two: the sentence that names them first, and what the actor
    /// file notes. Linear in the actors.
    #[must_use]
    pub fn about(&self, name: &str) -> Option<String> {
        completion::about(self, name)
    }

    /// The name at `offset`, if it can be changed. Linear in the facts of one block.
    pub fn renamable(&self, offset: usize) -> Result<Renamable, NotRenamable> {
        rename::renamable(self, offset)
    }

    /// The changes that give the actor named at `offset` the new name, in full or as the part of it that is there by its
    /// words, and everywhere else as much of it as the
    /// other mentions carry: a family name alone stays one. In the order of the text, without overlap. Linear in the
    /// mentions of the actor.
    pub fn rename(&self, offset: usize, new_name: &str) -> Result<Vec<Renaming>, NotRenamable> {
        rename::rename(self, offset, new_name)
    }

    /// The fixes for a quotation that was found to be without a speaker: a clause for each of the people who could
    /// have spoken, nearest first, and a note that asks the reporter; for some other findings such a note alone. Linear in the quotations and in the mentions near it.
    #[must_use]
    pub fn attributions(&self, finding: &Finding) -> Vec<Fix> {
        attributions::attributions(self, finding)
    }

    /// The edits of the safe fixes, in the order of the text and without overlap. Of two fixes that touch, the first one
    /// is taken; the other one is found again in the text that results. Linear in the findings.
    #[must_use]
    pub fn safe_edits(&self) -> Vec<&Edit> {
        fixes::safe_edits(self)
    }
}

/// What is shown of the draft as a whole.
impl Snapshot {
    /// The notes in a stretch of the source, in the order of the text. Linear in the facts.
    #[must_use]
    pub fn hints(&self, within: Span, wanted: HintSettings) -> Vec<Hint> {
        hints::hints(self, within, wanted)
    }

    /// The outline: events with their parts and quotations, and headings. Every list is in reading order.
    /// Linear in the facts, but for the sorting.
    #[must_use]
    pub fn outline(&self) -> Vec<OutlineItem> {
        self.outline_items()
    }

    /// Who speaks, with their quotations and how many of the quoted words are theirs. Linear in the quotations, but for the
    /// sorting.
    #[must_use]
    pub fn sources(&self) -> Sources {
        sources::sources(self)
    }

    /// How the draft is divided among its sources. Linear in the quotations, but for the sorting.
    #[must_use]
    pub fn balance(&self) -> Balance {
        balance::balance(self)
    }

    /// The paragraphs of the running text. Linear in the text.
    #[must_use]
    pub fn paragraphs(&self) -> Paragraphs {
        Paragraphs::of(self)
    }

    /// The headline as it is written; empty if there is none. Linear in the blocks.
    #[must_use]
    pub fn title(&self) -> String {
        title::title(self)
    }

    /// Where the draft gives the date that it is read as of. Linear in the times.
    #[must_use]
    pub fn date_of_draft(&self) -> Option<Span> {
        navigation::date_of_draft(self)
    }

    /// The timeline, by day; what has no day comes last, in the order of the text. Linear in the facts, but for the sorting.
    #[must_use]
    pub fn timeline(&self) -> Vec<TimelineRow> {
        self.timeline_rows()
    }

    /// Who does something to whom, as far as it is sure, in the order of the text. Linear in the events, and makes a headline for
    /// each.
    #[must_use]
    pub fn relations(&self) -> Vec<Relation> {
        relations::relations(self)
    }

    /// The events, actors and quotations that answer a query, in no particular order: the name has the query inside, or has
    /// words that begin with its letters in this order, whatever their case. Everything answers an empty query. Makes the
    /// outline, and is linear in the names.
    #[must_use]
    pub fn symbols(&self, query: &str) -> Vec<Symbol> {
        symbols::symbols(self, query)
    }

    /// What this version has otherwise than an old one, by topic and place; what was only moved is the same. Linear in the facts
    /// of both, but for those that only one of them has.
    #[must_use]
    pub fn differences_from(&self, old: &Snapshot) -> Vec<Difference> {
        compare::differences(old, self)
    }

    /// How many lines of the outline are not those of the version before. Cheap.
    #[must_use]
    pub fn lines_to_make(&self) -> usize {
        self.lines.fresh()
    }

    /// Everything that can be looked up, to be kept without the draft. Makes the outline.
    #[must_use]
    pub fn known(&self) -> Vec<Known> {
        symbols::known(self)
    }
}

/// Stretches of the draft.
impl Snapshot {
    /// What can be folded away, in the order of the text, the outer stretches first. Linear in the blocks and quotations.
    #[must_use]
    pub fn folds(&self) -> Vec<Fold> {
        folding::folds(self)
    }

    /// What a selection at `offset` grows to, the inner stretches first. Linear in the blocks and in the facts of one block.
    #[must_use]
    pub fn selections(&self, offset: usize) -> Vec<Span> {
        selection::selections(self, offset)
    }

    /// What is shown in a way of its own in a stretch of the source, in the order of the text. Linear in the facts, but for
    /// the sorting.
    #[must_use]
    pub fn colored(&self, within: Span) -> Vec<Colored> {
        coloring::colored(self, within)
    }

    /// How much each person says, and how many quotations have nobody. Linear in the facts and in the quoted words.
    #[must_use]
    pub fn lenses(&self) -> Vec<Lens> {
        lenses::lenses(self)
    }

    /// The names that lead to the newsroom's actor file. Linear in the actors.
    #[must_use]
    pub fn links(&self) -> Vec<Link<'_>> {
        links::links(self)
    }

    /// The two marks of the quotation that has one of them at `offset`, if they are the same letter. Linear in the facts of
    /// one block.
    #[must_use]
    pub fn paired_marks(&self, offset: usize) -> Option<[Span; 2]> {
        paired_marks::paired_marks(self, offset)
    }
}
