//! Reads a text of notes: which stretches of it are somebody's words, who says them and when. Nothing is left out that may be
//! words: what is not understood is read as prose.

mod label;
mod lines;
mod read_text;
mod stamp;
mod subtitles;

pub use read_text::Read;

/// How notes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotesFormat {
    /// Plain text or Markdown, perhaps a transcript with labels and time stamps.
    Text,
    /// Subtitles: SubRip or WebVTT.
    Subtitles,
    /// A document of Word. What is read is its text, which whoever opens the file unpacks first.
    Word,
}

impl NotesFormat {
    /// The format that a file's ending stands for, in small letters; `None` for what holds no text that could be read.
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending {
            "txt" | "text" | "md" | "markdown" | "mdx" | "qmd" => Some(Self::Text),
            "srt" | "vtt" => Some(Self::Subtitles),
            "docx" => Some(Self::Word),
            _ => None,
        }
    }
}

/// The passages of a text. Linear.
pub fn read(text: &str, format: NotesFormat) -> Read {
    match format {
        NotesFormat::Text | NotesFormat::Word => Read {
            passages: lines::passages(text),
            remark: None,
        },
        NotesFormat::Subtitles => subtitles::read(text),
    }
}
