//! Trains the linguistic base and measures it; `--help` lists the commands. The same files and options give the same bytes.

#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::needless_range_loop,
    clippy::print_stdout,
    clippy::print_stderr,
    missing_docs,
    reason = "a tool for the desk of the developer: a wrong file may stop it"
)]

mod course;
mod dense;
mod foreign;
mod help;
mod learner;
mod lemmas;
mod measure;
mod named;
mod names;
mod relations;
mod silver;
mod steps;
mod tagging;
mod train;
mod treebank;
mod trees;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use copydesk::language::base::Embedded;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<(), Box<dyn std::error::Error>> {
    let mut option = "";
    let (mut out, mut weights) = (PathBuf::new(), None);
    let (mut treebanks, mut names, mut keep) = (Vec::new(), Vec::new(), Vec::new());
    for argument in arguments.iter().skip(1) {
        match argument.strip_prefix("--") {
            Some(name) => option = name,
            None if option == "out" => out = PathBuf::from(argument),
            None if option == "weights" => weights = Some(PathBuf::from(argument)),
            None if option == "keep" => {
                let (part, file) = argument.split_once('=').ok_or("say --keep PART=FILE")?;
                keep.push((part.to_owned(), PathBuf::from(file)));
            }
            None if option == "names" => names.push(PathBuf::from(argument)),
            None => treebanks.push(PathBuf::from(argument)),
        }
    }
    match arguments.first().map(String::as_str) {
        Some("train") => train::train(&train::Plan {
            out,
            treebanks,
            names,
            keep,
        }),
        Some("names") => named::measure(&treebanks, &model(weights.as_deref())?),
        Some("steps") if treebanks.is_empty() => steps::explain(model(weights.as_deref())?),
        Some("steps") => steps::measure(&treebanks, model(weights.as_deref())?),
        Some("show") => {
            // Reads text on standard input and prints what the base sees.
            let text = std::io::read_to_string(std::io::stdin())?;
            let language = copydesk::language::analyse(&text, copydesk::language::embedded());
            print!("{}", copydesk::language::conllu(&text, &language));
            Ok(())
        }
        Some("speed") => {
            let text = std::io::read_to_string(std::io::stdin())?;
            measure::speed(text.trim(), &model(weights.as_deref())?);
            Ok(())
        }
        Some("measure") => measure::measure(&treebanks, weights.as_ref()),
        Some("--help" | "-h") | None => {
            print!("{}", help::HELP);
            Ok(())
        }
        Some(unknown) => Err(format!("there is no command {unknown:?}; --help lists them").into()),
    }
}

/// The model with these weights, or with those of the program.
fn model(weights: Option<&Path>) -> Result<Embedded, Box<dyn std::error::Error>> {
    Ok(match weights {
        Some(path) => Embedded::read(Box::leak(std::fs::read(path)?.into_boxed_slice()))?,
        None => *copydesk::language::try_embedded()?,
    })
}
