//! What is said of quotations: who speaks, in which words, on whose authority. Plain data, no decisions.

use crate::analysis::Place;
use crate::analysis::actors::ActorId;
use crate::text::Span;

/// A quotation, or a marked stretch that quotes nobody. A split or running quotation is several of these in one group.
#[derive(Clone, Debug, PartialEq)]
pub struct Quotation {
    /// The marked region with its marks; for an indirect quotation its content.
    pub place: Place,
    /// The whole reported content: the words inside the marks, for a mixed quotation the clause around them.
    pub content: Place,
    /// Direct, mixed, indirect or mention.
    pub kind: QuotationKind,
    /// Whether the region is marked and its closing mark is in the text.
    pub closed: bool,
    /// Whether the region goes on in the next block (a running quotation, legal without a closing mark).
    pub runs_on: bool,
    /// Who says it.
    pub speaker: Option<Speaker>,
    /// The word or phrase that reports it.
    pub cue: Option<Cue>,
    /// The document or the outlet it was taken from ("according to the readout", "told the Herald").
    pub source: Option<Place>,
    /// Who it is said to.
    pub addressee: Option<Place>,
    /// How the speaker was found.
    pub status: QuotationStatus,
    /// Parts of one quotation share a group.
    pub group: usize,
    /// How sure speaker and kind are, 0..=1.
    pub confidence: f32,
    /// One sentence for a reporter: why this speaker ("subject of 'told' in the same sentence").
    pub because: String,
    /// Words in round or square brackets inside the marks that are not the speaker's, brackets included.
    pub insertions: Vec<Place>,
    /// Nearest candidates where no speaker was found, best first.
    pub candidates: Vec<Place>,
    /// Whether the draft shows somebody who may be the speaker, but not for sure: two people take turns, or somebody else is
    /// named in between. Nobody is guessed then, and yet the quotation is no orphan.
    pub contested: bool,
}

/// How words are quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuotationKind {
    /// Whole sentences in marks.
    Direct,
    /// A marked fragment inside the writer's sentence.
    Mixed,
    /// A reported clause without marks.
    Indirect,
    /// Marked, but nobody is quoted: a title, a nickname, a so-called thing, a word as a word.
    Mention,
}

/// How the speaker of a quotation was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuotationStatus {
    /// By a cue or a frame of its own.
    Attributed,
    /// Taken over from a quotation or indirect speech before it.
    Carried,
    /// Attributed to somebody who is not named ("a person familiar with the talks").
    Anonymous,
    /// Not found.
    Unattributed,
    /// Nobody is asked for: a mention, or what is expected or believed without saying by whom.
    None,
}

/// The speaker of a quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Speaker {
    /// The mention that names the speaker, as a whole noun phrase.
    pub place: Place,
    /// Its text.
    pub text: String,
    /// The full name the draft gives the actor.
    pub resolved: Option<String>,
    /// The actor.
    pub actor: Option<ActorId>,
}

/// The word or phrase that reports a quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// Where it is.
    pub place: Place,
    /// Its base form ("say", "according to", ":").
    pub lemma: String,
}

/// A quotation of a block; spans count in the block's text.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalQuotation {
    /// The region with its marks, or the content of an indirect quotation.
    pub span: Span,
    /// What is reported.
    pub content: Span,
    /// Direct, mixed, indirect or mention.
    pub kind: QuotationKind,
    /// Whether the closing mark is in the block.
    pub closed: bool,
    /// Who says it, as far as the block says.
    pub voice: Option<Voice>,
    /// How the speaker was found.
    pub status: QuotationStatus,
    /// Parts of one quotation share a group within the block.
    pub group: usize,
    /// How sure speaker and kind are, 0..=1.
    pub confidence: f32,
    /// Why.
    pub because: String,
    /// Bracketed words that are not the speaker's.
    pub insertions: Vec<Span>,
    /// Whether another quotation of the paragraph lent its speaker.
    pub is_lent: bool,
    /// Whether the block shows somebody who may be the speaker, but not for sure.
    pub contested: bool,
    /// Whether it is speech or writing, so that a quotation next to it may have the same speaker; a belief or a plan that
    /// the writer reports is not.
    pub is_speech: bool,
}

/// All that one block says about who speaks in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Speech {
    /// The quotations, in order.
    pub quotations: Vec<LocalQuotation>,
    /// Who is led in by a colon at the end of the block.
    pub lead_in: Option<Voice>,
    /// Whose stance the last sentence of the block gives without reporting words, if it quotes nobody.
    pub stance: Option<Voice>,
    /// Whether the last sentence of the block tells how things are for somebody, if it quotes nobody.
    pub sets_stage: bool,
    /// Whose name the block consists of, after a dash: the signature of the quotation before it.
    pub signature: Option<Voice>,
    /// Whose name the block consists of, without a dash: what is left of a signature whose dash was read as the mark of a
    /// list.
    pub name_alone: Option<Voice>,
    /// Noun phrases that could have spoken, for the reader of a finding: subjects of the block, last first.
    pub candidates: Vec<Span>,
}

impl LocalQuotation {
    /// Whether it is between quotation marks.
    #[must_use]
    pub fn is_marked(&self) -> bool {
        self.kind != QuotationKind::Indirect
    }
}

impl Speech {
    /// The stretches between quotation marks, in order. Linear.
    #[must_use]
    pub fn marked(&self) -> Vec<Span> {
        let marked = self.quotations.iter().filter(|one| one.is_marked());
        marked.map(|quotation| quotation.span).collect()
    }
}

/// A speaker with the words that name the act of speaking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// The noun phrase of the speaker.
    pub speaker: Span,
    /// The cue.
    pub cue: Span,
    /// Its base form.
    pub lemma: String,
    /// Who is addressed.
    pub addressee: Option<Span>,
    /// From which document or outlet.
    pub source: Option<Span>,
}
