//! What each step of the names layer is worth: how well names are found with all steps and without this one. It trains
//! nothing.

use std::io::BufRead;
use std::path::PathBuf;

use copydesk::language::base::Embedded;
use copydesk::language::names::steps::steps;

use crate::named::{Named, Score, find, name_of, score};
use crate::names::{Document, read};

/// Prints for each file the exact and the overlap F1 of names with all steps, and what each loses without a step. With
/// `SHOW` in the environment, the names that differ follow; with `ONLY`, the step of that name alone is looked at.
pub fn measure(files: &[PathBuf], model: Embedded) -> Result<(), Box<dyn std::error::Error>> {
    let shows = std::env::var_os("SHOW").is_some();
    let only = std::env::var("ONLY").ok();
    let sets: Vec<Vec<Document>> = files.iter().map(|file| read(file)).collect::<Result<_, _>>()?;
    let all: Vec<Score> = sets.iter().map(|set| score(set, &model)).collect();
    print!("{:20}", "exact, overlap F1");
    for file in files {
        print!("{:>24}", name_of(file));
    }
    println!();
    print!("{:20}", "all steps");
    for score in &all {
        print!("{:17.2}{:7.2}", score.exact(), score.overlap());
    }
    println!();
    for step in steps().filter(|step| only.as_deref().is_none_or(|only| only == step.name)) {
        let without = model.without_step(step.name);
        print!("{:20}", step.name);
        for (set, all) in sets.iter().zip(&all) {
            let score = score(set, &without);
            print!(
                "{:+17.2}{:+7.2}",
                all.exact() - score.exact(),
                all.overlap() - score.overlap()
            );
        }
        println!();
        if shows {
            for document in sets.iter().flatten() {
                show(document, &find(document, &model), &find(document, &without));
            }
        }
    }
    Ok(())
}

/// Reads sentences on standard input, one a line, and prints their names and what each step that matters there changes.
pub fn explain(model: Embedded) -> Result<(), Box<dyn std::error::Error>> {
    let print = |sign: &str, text: &str, names: &[Named]| {
        let names: Vec<String> = names
            .iter()
            .map(|(span, kind)| format!("{:?} {kind:?}", span.of(text)))
            .collect();
        println!("{sign:24}{}", names.join(", "));
    };
    for line in std::io::stdin().lock().lines() {
        let document = Document {
            paragraphs: vec![(0, line?)],
            names: Vec::new(),
        };
        let text = document.text();
        println!("{text}");
        let all = find(&document, &model);
        print("    all steps", &text, &all);
        for step in steps() {
            let without = find(&document, &model.without_step(step.name));
            if without != all {
                print(&format!("    without {}", step.name), &text, &without);
            }
        }
    }
    Ok(())
}

/// Prints the names that one reading has and the other has not, right ones with a mark.
fn show(document: &Document, with: &[Named], without: &[Named]) {
    let text = document.text();
    let only = |sign: &str, these: &[Named], those: &[Named]| {
        for name in these.iter().filter(|name| !those.contains(name)) {
            let mark = if document.names.contains(name) {
                "right"
            } else {
                "wrong"
            };
            println!("    {sign} {mark} {:?} {:?}", name.0.of(&text), name.1);
        }
    };
    only("with   ", with, without);
    only("without", without, with);
}
