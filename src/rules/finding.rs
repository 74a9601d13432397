//! What a rule reports. Spans count in UTF-8 bytes of the draft's source.

use std::sync::Arc;

use crate::text::Span;
use crate::verify::{NotesPlace, NotesSource};

/// A remark on a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule's code ("unattributed-quote").
    pub code: &'static str,
    /// How serious it is. A check that leaves a finding below the rule's level keeps it there.
    pub level: Level,
    /// Where it is in the source.
    pub span: Span,
    /// One sentence: what and where, no blame, no period.
    pub message: String,
    /// What to do about it, one or two sentences; may be empty.
    pub help: String,
    /// Other places that explain it.
    pub related: Vec<Related>,
    /// Edits that fix it, best first.
    pub fixes: Vec<Fix>,
    /// Whether the marked text is superfluous (editors fade it).
    pub unnecessary: bool,
}

impl Finding {
    /// A finding without help, related places and fixes. Code and level are filled in by [`crate::rules::check`].
    pub(crate) fn at(span: Span, message: impl Into<String>) -> Self {
        Self {
            code: "",
            level: Level::Error,
            span,
            message: message.into(),
            help: String::new(),
            related: Vec::new(),
            fixes: Vec::new(),
            unnecessary: false,
        }
    }

    /// The same with help: what to do about it.
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = help.into();
        self
    }

    /// The same with one more place that explains it.
    pub(crate) fn related(mut self, span: Span, message: impl Into<String>) -> Self {
        let message = message.into();
        self.related.push(Related {
            span,
            message,
            notes: None,
        });
        self
    }

    /// The same with a place in the notes that explains it.
    pub(crate) fn related_in_notes(mut self, place: &NotesPlace, message: impl Into<String>) -> Self {
        self.related.push(Related {
            span: place.span,
            message: message.into(),
            notes: Some(Arc::clone(&place.source)),
        });
        self
    }

    /// The same with more fixes.
    pub(crate) fn fixes(mut self, fixes: impl IntoIterator<Item = Fix>) -> Self {
        self.fixes.extend(fixes);
        self
    }

    /// Its first fix that may be applied unseen.
    #[must_use]
    pub fn safe_fix(&self) -> Option<&Fix> {
        self.fixes.iter().find(|fix| fix.safety == FixSafety::Safe)
    }

    /// Moves all that it names: what was at `from` in the source is at `to` now.
    pub(in crate::rules) fn shift(&mut self, from: usize, to: usize) {
        let shift = |span: &mut Span| {
            let at = |offset: usize| (offset + to).saturating_sub(from);
            *span = Span::new(at(span.start), at(span.end));
        };
        shift(&mut self.span);
        let here = self.related.iter_mut().filter(|related| related.notes.is_none());
        here.for_each(|related| shift(&mut related.span));
        let edits = self.fixes.iter_mut().flat_map(|fix| &mut fix.edits);
        edits.for_each(|edit| shift(&mut edit.span));
    }

    /// The same, marked as superfluous where `unnecessary`.
    pub(crate) fn unnecessary(mut self, unnecessary: bool) -> Self {
        self.unnecessary = unnecessary;
        self
    }
}

/// How serious a finding is, mildest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Level {
    Hint,
    Info,
    Warning,
    Error,
}

impl Level {
    /// All levels, mildest first.
    pub const ALL: [Level; 4] = [Level::Hint, Level::Info, Level::Warning, Level::Error];

    /// The name used in configuration and output.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Level::Hint => "hint",
            Level::Info => "info",
            Level::Warning => "warning",
            Level::Error => "error",
        }
    }

    /// The level with this name; `None` for any other name, "off" among them.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}

/// A place that explains a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Where it is in the source, or in the notes.
    pub span: Span,
    /// What it has to do with the finding.
    pub message: String,
    /// The notes that it is in, if it is not in the draft.
    pub notes: Option<Arc<NotesSource>>,
}

/// Edits that together fix a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an imperative ("Remove the second “delivers”").
    pub title: String,
    /// Whether it may be applied unseen.
    pub safety: FixSafety,
    /// The edits, in order, without overlap.
    pub edits: Vec<Edit>,
}

impl Fix {
    /// Of these fixes, those that can be made together in a text, in its order. Of two that touch, the first one is taken; the
    /// other one is found again in the text that results.
    #[must_use]
    pub fn together<'a>(fixes: impl IntoIterator<Item = &'a Fix>, text: &str) -> Vec<&'a Fix> {
        let start = |fix: &Fix| fix.edits.first().map_or(0, |edit| edit.span.start);
        let mut fixes: Vec<&Fix> = fixes.into_iter().filter(|fix| fix.is_applicable(text)).collect();
        fixes.sort_by_key(|fix| start(fix));
        let mut end = None;
        fixes.retain(|fix| {
            let is_apart = end.is_none_or(|end| end < start(fix));
            if is_apart {
                end = fix.edits.last().map(|edit| edit.span.end);
            }
            is_apart
        });
        fixes
    }

    /// Whether it has edits, and they are inside the text, do not cut a character, and are in order without overlap.
    fn is_applicable(&self, text: &str) -> bool {
        let inside = |edit: &Edit| text.get(edit.span.start..edit.span.end).is_some();
        let in_order = self.edits.is_sorted_by(|edit, next| edit.span.end <= next.span.start);
        !self.edits.is_empty() && in_order && self.edits.iter().all(inside)
    }

    /// A fix that is offered one at a time.
    pub(crate) fn suggest(title: impl Into<String>, edits: impl Into<Vec<Edit>>) -> Self {
        Self {
            title: title.into(),
            safety: FixSafety::Suggest,
            edits: edits.into(),
        }
    }

    /// A fix that may be applied unseen where `is_safe`, and is offered otherwise.
    pub(crate) fn safe_if(is_safe: bool, title: impl Into<String>, edits: impl Into<Vec<Edit>>) -> Self {
        let safety = if is_safe { FixSafety::Safe } else { FixSafety::Suggest };
        Self {
            safety,
            ..Self::suggest(title, edits)
        }
    }
}

/// Whether a fix may be applied without a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FixSafety {
    /// Part of fix-all; never touches quoted words.
    Safe,
    /// Offered one at a time.
    Suggest,
    /// Offered one at a time, and changes words that may be somebody's: nothing applies it that nobody looked at.
    Quoted,
}

/// The replacement of a stretch of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty for an insertion.
    pub span: Span,
    /// What replaces it.
    pub text: String,
}

impl Edit {
    /// Replaces `span` with `text`.
    pub(crate) fn replace(span: Span, text: impl Into<String>) -> Self {
        Self {
            span,
            text: text.into(),
        }
    }
}
