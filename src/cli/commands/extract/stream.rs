//! Writes drafts one after the other as they are read, in the shape that their number asks for: one draft alone is an object,
//! several are an array. It holds the first draft until there is a second one, and no other.

use std::io::{self, Write};

use crate::cli::args::ExtractFormat;
use crate::cli::output::conllu;
use crate::engine::Snapshot;
use crate::render::facts::tables::{Part, Sink, Table, part, rows};
use crate::render::facts::{Document, Id, Label, Shape, TableFormat};
use crate::render::{self, Standard, Timeline, json, printable};

/// A draft as it will be written. To make it costs most of the time, so that it is made where the draft is read.
pub enum Rendered {
    /// Its part of the output.
    Text {
        /// What the draft is called.
        name: String,
        /// The part, with a line end.
        text: String,
    },
    /// Its rows in a table.
    Part(Part),
    /// What a timeline of all drafts is made of.
    Snapshot {
        /// What the draft is called.
        name: String,
        /// The draft.
        snapshot: Box<Snapshot>,
    },
}

impl Rendered {
    /// A draft in this format.
    pub fn new(format: ExtractFormat, as_table: TableFormat, shape: &Shape, name: String, snapshot: Snapshot) -> Self {
        if let Some(table) = table_of(format) {
            let document = Document::of(Label::of_path(&name), &snapshot, shape);
            return Rendered::Part(part(table, as_table, rows(table, &document)));
        }
        let text = match format {
            ExtractFormat::Json => {
                let document = Document::of(Label::of_path(&name), &snapshot, shape);
                json::pretty(&document)
            }
            ExtractFormat::Ninjs => exported(Standard::Ninjs, &name, &snapshot),
            ExtractFormat::JsonLd => exported(Standard::SchemaOrg, &name, &snapshot),
            ExtractFormat::ActivityStreams => exported(Standard::ActivityStreams, &name, &snapshot),
            ExtractFormat::Conllu => conllu::document(&Id::of_path(&name), &snapshot),
            ExtractFormat::Outline => render::outline(&snapshot.outline()),
            ExtractFormat::Timeline | ExtractFormat::TimelineCsv | ExtractFormat::TimelineJson => {
                let snapshot = Box::new(snapshot);
                return Rendered::Snapshot { name, snapshot };
            }
            // Done above.
            ExtractFormat::Quotes
            | ExtractFormat::Actors
            | ExtractFormat::Events
            | ExtractFormat::Times
            | ExtractFormat::Findings => String::new(),
        };
        Rendered::Text { name, text }
    }
}

fn exported(standard: Standard, id: &str, snapshot: &Snapshot) -> String {
    let section = None;
    let item = render::export(standard, &render::Item { id, section, snapshot });
    json::for_a_page(&json::pretty(&item))
}

/// Whether several drafts are an array.
fn is_json(format: ExtractFormat) -> bool {
    matches!(
        format,
        ExtractFormat::Json | ExtractFormat::Ninjs | ExtractFormat::JsonLd | ExtractFormat::ActivityStreams
    )
}

/// The table that a format is.
pub fn table_of(format: ExtractFormat) -> Option<Table> {
    match format {
        ExtractFormat::Quotes => Some(Table::Quotes),
        ExtractFormat::Actors => Some(Table::Actors),
        ExtractFormat::Events => Some(Table::Events),
        ExtractFormat::Times => Some(Table::Times),
        ExtractFormat::Findings => Some(Table::Findings),
        _ => None,
    }
}

/// The output of a run.
pub struct Stream<W: Write + Send> {
    out: Sink<W>,
    format: ExtractFormat,
    first: Option<(String, String)>,
    count: usize,
    timeline: Timeline,
}

impl<W: Write + Send> Stream<W> {
    /// A run that writes to `out`.
    pub fn new(out: Sink<W>, format: ExtractFormat) -> Self {
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
            Rendered::Part(part) => self.out.add(part)?,
            Rendered::Snapshot { name, snapshot } => self.timeline.add(&name, &snapshot),
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

    /// Ends the output. Where nothing could be read, nothing is written but what makes a table one.
    pub fn finish(mut self, nothing_was_read: bool) -> io::Result<()> {
        let text = match self.format {
            _ if nothing_was_read => String::new(),
            ExtractFormat::Timeline => self.timeline.markdown(),
            ExtractFormat::TimelineCsv => format!("{}{}", render::CSV_MARK, self.timeline.csv()),
            ExtractFormat::TimelineJson => json::pretty(&self.timeline.json()),
            format if is_json(format) => match self.first.take() {
                Some((_, only)) => only,
                None if self.count == 0 => "[]\n".to_owned(),
                None => "\n]\n".to_owned(),
            },
            _ => self.first.take().map_or_else(String::new, |(_, only)| only),
        };
        if !text.is_empty() {
            self.text(text)?;
        }
        self.out.finish()
    }

    fn text(&mut self, text: String) -> io::Result<()> {
        self.out.add(Part::Text(text.into_bytes()))
    }

    /// One of several drafts.
    fn write_part(&mut self, name: &str, text: &str, is_first: bool) -> io::Result<()> {
        let text = match self.format {
            format if is_json(format) => {
                let before = if is_first { "[\n" } else { ",\n" };
                // No string of JSON has a line end in it.
                let lines: Vec<String> = text.lines().map(|line| format!("  {line}")).collect();
                format!("{before}{}", lines.join("\n"))
            }
            ExtractFormat::Outline => {
                let gap = if is_first { "" } else { "\n" };
                format!("{gap}{}\n{text}", printable(name))
            }
            _ => text.to_owned(),
        };
        self.text(text)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    fn written(format: ExtractFormat, texts: &[&str]) -> String {
        let mut out = Vec::new();
        let mut stream = Stream::new(Sink::Text(&mut out), format);
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
