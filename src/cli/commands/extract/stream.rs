//! Writes drafts one after the other as they are read, in the shape that their number asks for: one draft alone is an object,
//! several are an array. It holds the first draft until there is a second one, and no other.

use std::io::{self, Write};

use serde_json::Value;

use crate::cli::args::ExtractFormat;
use crate::cli::output::conllu;
use crate::cli::output::extract::Document;
use crate::engine::Snapshot;
use crate::render::{self, Timeline};

/// A draft as it will be written. To make it costs most of the time, so that it is made where the draft is read.
pub enum Rendered {
    /// Its part of the output.
    Text {
        /// What the draft is called.
        name: String,
        /// The part, with a line end.
        text: String,
    },
    /// Rows for a table of all drafts.
    Rows {
        /// What the draft is called.
        name: String,
        /// The draft.
        snapshot: Box<Snapshot>,
    },
}

impl Rendered {
    /// A draft in this format.
    pub fn new(format: ExtractFormat, name: String, snapshot: Snapshot) -> Self {
        let text = match format {
            ExtractFormat::Json => {
                let document = Document::of(Value::String(name.clone()), &snapshot);
                serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
            }
            ExtractFormat::Conllu => conllu::document(&Value::String(name.clone()), &snapshot),
            ExtractFormat::Outline => render::outline(&snapshot.outline()),
            ExtractFormat::Timeline | ExtractFormat::TimelineCsv | ExtractFormat::TimelineJson => {
                let snapshot = Box::new(snapshot);
                return Rendered::Rows { name, snapshot };
            }
        };
        Rendered::Text { name, text }
    }
}

/// The output of a run.
pub struct Stream<W> {
    out: W,
    format: ExtractFormat,
    first: Option<(String, String)>,
    count: usize,
    timeline: Timeline,
}

impl<W: Write> Stream<W> {
    /// A run that writes to `out`.
    pub fn new(out: W, format: ExtractFormat) -> Self {
        Self {
            out,
            format,
            first: None,
            count: 0,
            timeline: Timeline::default(),
        }
    }

    /// Adds a draft.
    pub fn add(&mut self, draft: Rendered) -> io::Result<()> {
        match draft {
            Rendered::Rows { name, snapshot } => self.timeline.add(&name, &snapshot),
            Rendered::Text { name, text } => {
                self.count += 1;
                if self.count == 1 {
                    self.first = Some((name, text));
                    return Ok(());
                }
                if let Some((name, text)) = self.first.take() {
                    self.write_part(&name, &text, true)?;
                }
                self.write_part(&name, &text, false)?;
            }
        }
        Ok(())
    }

    /// Ends the output. Where nothing could be read, nothing is written.
    pub fn finish(mut self, nothing_was_read: bool) -> io::Result<()> {
        match self.format {
            _ if nothing_was_read => {}
            ExtractFormat::Timeline => self.out.write_all(self.timeline.markdown().as_bytes())?,
            ExtractFormat::TimelineCsv => self.out.write_all(self.timeline.csv().as_bytes())?,
            ExtractFormat::TimelineJson => {
                serde_json::to_writer_pretty(&mut self.out, &self.timeline.json())?;
                writeln!(self.out)?;
            }
            ExtractFormat::Json => match self.first.take() {
                Some((_, only)) => self.out.write_all(only.as_bytes())?,
                None if self.count == 0 => self.out.write_all(b"[]\n")?,
                None => self.out.write_all(b"\n]\n")?,
            },
            ExtractFormat::Conllu | ExtractFormat::Outline => {
                if let Some((_, only)) = self.first.take() {
                    self.out.write_all(only.as_bytes())?;
                }
            }
        }
        self.out.flush()
    }

    /// One of several drafts.
    fn write_part(&mut self, name: &str, text: &str, is_first: bool) -> io::Result<()> {
        match self.format {
            ExtractFormat::Json => {
                self.out.write_all(if is_first { b"[\n" } else { b",\n" })?;
                // No string of JSON has a line end in it.
                let mut lines = text.lines();
                if let Some(line) = lines.next() {
                    write!(self.out, "  {line}")?;
                }
                lines.try_for_each(|line| write!(self.out, "\n  {line}"))
            }
            ExtractFormat::Outline => {
                let gap = if is_first { "" } else { "\n" };
                writeln!(self.out, "{gap}{name}")?;
                self.out.write_all(text.as_bytes())
            }
            _ => self.out.write_all(text.as_bytes()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(format: ExtractFormat, texts: &[&str]) -> String {
        let mut out = Vec::new();
        let mut stream = Stream::new(&mut out, format);
        for (number, text) in texts.iter().enumerate() {
            let (name, text) = (format!("{number}.txt"), (*text).to_owned());
            stream.add(Rendered::Text { name, text }).unwrap();
        }
        stream.finish(false).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn one_draft_is_an_object_and_several_are_an_array() {
        let part = "{\n  \"id\": \"a\"\n}\n";
        assert_eq!(written(ExtractFormat::Json, &[]), "[]\n");
        assert_eq!(written(ExtractFormat::Json, &[part]), part);
        let three = written(ExtractFormat::Json, &[part; 3]);
        let value: Value = serde_json::from_str(&three).unwrap();
        assert_eq!(three, serde_json::to_string_pretty(&value).unwrap() + "\n");
        assert_eq!(value.as_array().map(Vec::len), Some(3));
    }

    #[test]
    fn several_outlines_have_names() {
        assert_eq!(written(ExtractFormat::Outline, &["a\n"]), "a\n");
        assert_eq!(
            written(ExtractFormat::Outline, &["a\n", "b\n"]),
            "0.txt\na\n\n1.txt\nb\n"
        );
        assert_eq!(written(ExtractFormat::Conllu, &["a\n", "b\n"]), "a\nb\n");
    }
}
