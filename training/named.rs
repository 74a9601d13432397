//! Measures names over whole drafts, with agreement. It counts people, organizations and places; what is neither is left out.

use std::path::{Path, PathBuf};

use copydesk::language::{Language, Model, NameKind, agree, analyse};
use copydesk::text::Span;

use crate::names::{Document, read};

/// A name in a document.
pub type Named = (Span, NameKind);

/// How many names are right.
#[derive(Clone, Copy, Default)]
pub struct Score {
    gold: usize,
    found: usize,
    /// Ends and kind are right.
    exact: usize,
    overlapping: usize,
    /// The kind is right, and they overlap.
    typed: usize,
}

impl Score {
    /// F1 of names whose ends and kind are right, in percent.
    pub fn exact(&self) -> f64 {
        self.f1(self.exact)
    }

    /// F1 of names that overlap a right one, in percent.
    pub fn overlap(&self) -> f64 {
        self.f1(self.overlapping)
    }

    fn f1(&self, right: usize) -> f64 {
        200.0 * right as f64 / (self.gold + self.found).max(1) as f64
    }

    fn add(&mut self, gold: &[Named], found: &[Named]) {
        self.gold += gold.len();
        self.found += found.len();
        for (span, kind) in gold {
            if let Some((other, other_kind)) = hit(found, *span) {
                self.overlapping += 1;
                self.typed += usize::from(kind == other_kind);
                self.exact += usize::from(other == span && kind == other_kind);
            }
        }
    }
}

/// The score of documents.
pub fn score(documents: &[Document], model: &dyn Model) -> Score {
    let mut score = Score::default();
    for document in documents {
        score.add(&actors(&document.names), &actors(&find(document, model)));
    }
    score
}

/// The names that the program finds in a document.
pub fn find(document: &Document, model: &dyn Model) -> Vec<Named> {
    let texts: Vec<&str> = document.paragraphs.iter().map(|(_, text)| text.as_str()).collect();
    let mut languages: Vec<Language> = texts.iter().map(|text| analyse(text, model)).collect();
    if std::env::var_os("NO_AGREE").is_none() {
        agree(&texts, &mut languages);
    }
    let mut found = Vec::new();
    for ((start, _), language) in document.paragraphs.iter().zip(&languages) {
        found.extend(
            language
                .names
                .iter()
                .map(|name| (language.span_of(name.words.clone()).shifted(*start), name.kind)),
        );
    }
    found
}

fn actors(names: &[Named]) -> Vec<Named> {
    names.iter().copied().filter(|name| name.1 != NameKind::Other).collect()
}

/// The name that is the same as `span`, or else the first that overlaps it.
fn hit(found: &[Named], span: Span) -> Option<&Named> {
    found
        .iter()
        .find(|(other, _)| *other == span)
        .or_else(|| found.iter().find(|(other, _)| other.overlaps(span)))
}

/// Prints the figures of each file, and with `SHOW` in the environment the errors.
pub fn measure(files: &[PathBuf], model: &dyn Model) -> Result<(), Box<dyn std::error::Error>> {
    let shows = std::env::var_os("SHOW").is_some();
    for file in files {
        let documents = read(file)?;
        if shows {
            for document in &documents {
                show_errors(document, model);
            }
        }
        let score = score(&documents, model);
        println!(
            "{}: exact F1 {:.1} overlap F1 {:.1} type {:.1} ({} gold, {} found)",
            name_of(file),
            score.exact(),
            score.overlap(),
            100.0 * score.typed as f64 / score.overlapping.max(1) as f64,
            score.gold,
            score.found
        );
    }
    Ok(())
}

/// The name of a file, without its folder.
pub fn name_of(file: &Path) -> String {
    file.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn show_errors(document: &Document, model: &dyn Model) {
    let whole = document.text();
    let (gold, found) = (actors(&document.names), actors(&find(document, model)));
    for (span, kind) in &gold {
        match hit(&found, *span) {
            Some((other, other_kind)) if other != span || kind != other_kind => println!(
                "    {:?} {kind:?} -> {:?} {other_kind:?}",
                span.of(&whole),
                other.of(&whole)
            ),
            Some(_) => {}
            None => println!("    missed {:?} {kind:?}", span.of(&whole)),
        }
    }
    for (span, kind) in found.iter().filter(|(span, _)| hit(&gold, *span).is_none()) {
        println!("    false {:?} {kind:?}", span.of(&whole));
    }
}
