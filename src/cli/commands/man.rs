//! `copydesk man`: the manual pages, made from the arguments themselves.

use std::fs;
use std::io::Write;

use clap::CommandFactory;

use crate::cli::args::{Args, ManArgs};
use crate::cli::commands::shared::print;
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::replacement::Replacement;

/// Writes all pages to a folder, or prints the first one.
pub fn man(args: &ManArgs) -> Result<Exit, CliError> {
    let pages = man_pages();
    let Some(folder) = &args.folder else {
        print(pages.first().map_or("", |(_, page)| page))?;
        return Ok(Exit::Clean);
    };
    fs::create_dir_all(folder).map_err(|source| CliError::Write {
        path: folder.clone(),
        source,
    })?;
    for (name, page) in pages {
        let mut file = Replacement::new(&folder.join(name))?;
        file.write_all(page.as_bytes()).map_err(|error| file.error(error))?;
        file.finish()?;
    }
    Ok(Exit::Clean)
}

/// The manual pages with the names of their files: that of the program first, then one for each subcommand.
#[must_use]
pub fn man_pages() -> Vec<(String, String)> {
    let mut program = Args::command().disable_help_subcommand(true);
    program.build();
    let mut pages = Vec::new();
    add(&program, "copydesk", &mut pages);
    pages
}

fn add(command: &clap::Command, name: &str, pages: &mut Vec<(String, String)>) {
    let man = clap_mangen::Man::new(command.clone().display_name(name.to_owned())).title(name.to_owned());
    let mut page = Vec::new();
    // Nothing can fail in memory.
    let _ = man.render(&mut page);
    pages.push((format!("{name}.1"), String::from_utf8_lossy(&page).into_owned()));
    for subcommand in command.get_subcommands() {
        add(subcommand, &format!("{name}-{}", subcommand.get_name()), pages);
    }
}
