//! What is given to the matcher and what it says, as plain data. No decisions.

use std::collections::BTreeMap;
use std::sync::Arc;

use smol_str::SmolStr;

use crate::text::{Encoding, LineIndex, Span};

/// One text of notes.
#[derive(Clone, Debug)]
pub struct NotesSource {
    /// Where it is: the path of a file, for a front end to open.
    pub path: String,
    /// What it is called in messages.
    pub name: String,
    /// The text as it is written.
    pub text: Arc<str>,
    /// Whether it is named for this draft alone, and not for all drafts of a folder.
    pub is_for_draft: bool,
    /// Whether the text was unpacked from a document, so that places in it are none in the file.
    pub is_unpacked: bool,
    /// The language that it is written in, if that is another one than English (ISO 639-3).
    pub foreign_language: Option<&'static str>,
    /// Its passages, in order.
    pub passages: Vec<Passage>,
    /// How often each label stands over a passage.
    pub labels: BTreeMap<SmolStr, usize>,
    /// Its lines.
    pub lines: LineIndex,
}

/// Sources are the same if the same is written in the same place.
impl PartialEq for NotesSource {
    fn eq(&self, other: &Self) -> bool {
        (&self.path, &self.text, self.is_for_draft) == (&other.path, &other.text, other.is_for_draft)
    }
}

impl Eq for NotesSource {}

/// A stretch of notes with one speaker and one time stamp: a line, a paragraph, a caption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Its words in the text, without label and time stamp.
    pub span: Span,
    /// The label of who speaks, if it has one or goes on under one.
    pub speaker: Option<SmolStr>,
    /// The time stamp as it is written.
    pub time: Option<SmolStr>,
}

/// A source that could not be used, or not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesProblem {
    /// What it is called in messages.
    pub name: String,
    /// What is wrong and what to do; it follows the name, and has no period.
    pub message: String,
    /// Where the draft names it, in the draft's source.
    pub named_at: Option<Span>,
    /// Whether its words are read all the same.
    pub is_read: bool,
    /// Whether it is named for this draft alone.
    pub is_for_draft: bool,
}

/// Words that somebody is said to have said.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quoted<'a> {
    /// The words without the marks around them.
    pub text: &'a str,
    /// Words in brackets in it that are the writer's, brackets included; in order, without overlap.
    pub insertions: &'a [Span],
    /// The full name of the speaker, if the draft gives one.
    pub speaker: Option<&'a str>,
    /// Whether the writer denies them right before: they would not “close the harbor”.
    pub is_denied: bool,
    /// Whether the paragraph says that they depend on something, ask, or are what somebody else says.
    pub is_framed: bool,
}

/// What came of looking words up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Whether they are in the notes.
    pub verdict: Verdict,
    /// What had to be overlooked to find them, each once.
    pub folds: Vec<Fold>,
    /// The sounds that were left out, as written.
    pub fillers: Vec<String>,
    /// What the sentence of the notes has before words that are quoted as a whole one.
    pub before: String,
    /// What it has after them.
    pub after: String,
    /// What differs, in the order of the quotation; only where they are near.
    pub changes: Vec<Change>,
    /// Where they are in the notes.
    pub found: Option<NotesPlace>,
    /// Who says them, as the notes label it, where an ellipsis or a bracket joins words of several people.
    pub speakers: Vec<SmolStr>,
}

impl Checked {
    /// A verdict that says nothing more.
    pub(in crate::verify) fn only(verdict: Verdict) -> Self {
        Self {
            verdict,
            folds: Vec::new(),
            fillers: Vec::new(),
            before: String::new(),
            after: String::new(),
            changes: Vec::new(),
            found: None,
            speakers: Vec::new(),
        }
    }

    /// What had to be overlooked, with the words that were left out: “capitals, fillers (“um”)”.
    #[must_use]
    pub fn overlooked(&self) -> String {
        let folds = self.folds.iter().map(|fold| {
            let words = match fold {
                Fold::Filler => self.fillers.join("”, “"),
                Fold::Beginning => self.before.clone(),
                Fold::Ending => self.after.clone(),
                _ => String::new(),
            };
            match words.is_empty() {
                true => fold.name().to_owned(),
                false => format!("{} (“{words}”)", fold.name()),
            }
        });
        folds.collect::<Vec<_>>().join(", ")
    }

    /// The quoted text with its changes in brackets: “We [would → will] close”, “We [− surely] close”, “We [+ not] close”.
    #[must_use]
    pub fn shown(&self, quoted: &str) -> String {
        let mut shown = String::new();
        let mut at = 0;
        for change in &self.changes {
            shown.push_str(Span::new(at, change.place.start.max(at)).of(quoted));
            shown.push_str(&match (change.written.as_str(), change.said.as_str()) {
                ("", said) if shown.is_empty() || shown.ends_with(char::is_whitespace) => format!("[+ {said}] "),
                ("", said) => format!(" [+ {said}]"),
                (written, "") => format!("[− {written}]"),
                (written, said) => format!("[{written} → {said}]"),
            });
            at = change.place.end.max(at);
        }
        shown.push_str(Span::new(at, quoted.len()).of(quoted));
        shown
    }

    /// Whether somebody has to look at it: more than small words differ, somebody else says them, or nobody does.
    #[must_use]
    pub fn needs_look(&self) -> bool {
        match self.verdict {
            Verdict::Near => self.weight() > Some(Weight::Slight),
            Verdict::OtherSpeaker | Verdict::Absent => true,
            Verdict::Exact | Verdict::Folded | Verdict::TooShort | Verdict::GivenUp | Verdict::Unread => false,
        }
    }

    /// The weightiest of the changes.
    #[must_use]
    pub fn weight(&self) -> Option<Weight> {
        self.changes.iter().map(|change| change.weight).max()
    }
}

/// Whether words are in the notes. What matters least comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Letter for letter, but for the marks at their ends.
    Exact,
    /// But for what [`Checked::folds`] lists.
    Folded,
    /// Too few words to look for.
    TooShort,
    /// The notes repeat themselves so much that the search was given up.
    GivenUp,
    /// None of the notes could be read.
    Unread,
    /// The notes have nearly these words; [`Checked::changes`] says what differs.
    Near,
    /// The notes have these words, and somebody else says them.
    OtherSpeaker,
    /// The notes do not have them.
    Absent,
}

impl Verdict {
    /// All of them, in their order.
    pub const ALL: [Self; 8] = [
        Self::Exact,
        Self::Folded,
        Self::TooShort,
        Self::GivenUp,
        Self::Unread,
        Self::Near,
        Self::OtherSpeaker,
        Self::Absent,
    ];

    /// The name used in output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Exact => "exact",
            Verdict::Folded => "folded",
            Verdict::Near => "near",
            Verdict::OtherSpeaker => "other-speaker",
            Verdict::Absent => "absent",
            Verdict::TooShort => "too-short",
            Verdict::GivenUp => "given-up",
            Verdict::Unread => "unread",
        }
    }
}

/// A difference that changes nothing of what was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fold {
    /// Spaces and line breaks.
    Space,
    /// Punctuation, quotation marks, hyphens, markup.
    Marks,
    /// Capitals.
    Case,
    /// The quotation leaves words out and shows it.
    Ellipsis,
    /// Words in brackets, which are the writer's.
    Insertion,
    /// Sounds such as “um”, and small words said twice.
    Filler,
    /// Another spelling of the same word: “gonna”, “20” and “twenty”, “colour”, “it's” and “it is”.
    Spelling,
    /// The sentence begins earlier.
    Beginning,
    /// The sentence goes on.
    Ending,
}

impl Fold {
    /// The name used in output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Fold::Space => "spaces",
            Fold::Marks => "punctuation",
            Fold::Case => "capitals",
            Fold::Ellipsis => "ellipsis",
            Fold::Insertion => "insertion",
            Fold::Filler => "fillers",
            Fold::Spelling => "spelling",
            Fold::Beginning => "beginning",
            Fold::Ending => "ending",
        }
    }
}

/// Words that differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where they are in the quoted text; empty, after the word before, where the quotation lacks them.
    pub place: Span,
    /// What the quotation has; may be empty.
    pub written: String,
    /// What the notes have; may be empty.
    pub said: String,
    /// How much it matters.
    pub weight: Weight,
}

/// How much a difference matters, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Only small words: “the”, “of”, “just”.
    Slight,
    /// Any other word.
    Word,
    /// A word for what will, may or must be.
    Modal,
    /// A name.
    Name,
    /// A number.
    Number,
    /// What the words depend on: a condition, a question, somebody else who says them.
    Frame,
    /// A word that denies.
    Negation,
}

impl Weight {
    /// The name used in output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Weight::Slight => "slight",
            Weight::Word => "word",
            Weight::Modal => "modal",
            Weight::Name => "name",
            Weight::Number => "number",
            Weight::Frame => "frame",
            Weight::Negation => "negation",
        }
    }
}

/// A place in notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotesPlace {
    /// The text.
    pub source: Arc<NotesSource>,
    /// Where in it.
    pub span: Span,
    /// Who speaks there, as the notes label it.
    pub speaker: Option<SmolStr>,
    /// When, as the notes write it.
    pub time: Option<SmolStr>,
}

impl NotesPlace {
    /// The text and the line where it begins: “talk.srt, line 12”.
    #[must_use]
    pub fn named(&self) -> String {
        let source = &self.source;
        let line = source.lines.column(&source.text, self.span.start, Encoding::Utf32).line + 1;
        format!("{}, line {line}", source.name)
    }
}
