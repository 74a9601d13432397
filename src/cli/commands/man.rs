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
    let shown = command.clone().display_name(name.to_owned()).after_help("");
    let man = clap_mangen::Man::new(shown).title(name.to_owned());
    let mut made = Vec::new();
    // Nothing can fail in memory.
    let _ = man.render_name_section(&mut made);
    let _ = man.render_synopsis_section(&mut made);
    let _ = man.render_description_section(&mut made);
    let _ = man.render_options_section(&mut made);
    if command.has_subcommands() {
        let _ = man.render_subcommands_section(&mut made);
    }
    // Two breaks with nothing between them are the generator's way to say: an empty line.
    let made = String::from_utf8_lossy(&made).replace(".br\n\n.br\n", ".sp\n");
    let version = env!("CARGO_PKG_VERSION");
    let more = command.get_after_help().map_or_else(String::new, ToString::to_string);
    let page = format!(
        ".TH {name} 1 \"\" \"copydesk {version}\" \"copydesk\"\n{made}{}",
        sections(&more)
    );
    pages.push((format!("{name}.1"), page));
    for subcommand in command.get_subcommands() {
        add(subcommand, &format!("{name}-{}", subcommand.get_name()), pages);
    }
}

/// What follows the options: examples and exit codes, each under its heading and with its lines as they are, and notes, whose
/// lines are filled.
fn sections(text: &str) -> String {
    let mut page = String::new();
    let mut has_notes = false;
    for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
        let mut lines = paragraph.lines().peekable();
        let heading = lines.next_if(|line| line.ends_with(':') && !line.starts_with(' '));
        match heading {
            Some(heading) => page.push_str(&format!(
                ".SH {:?}\n.nf\n",
                heading.trim_end_matches(':').to_uppercase()
            )),
            None if has_notes => page.push_str(".PP\n"),
            None => page.push_str(".SH NOTES\n"),
        }
        has_notes = heading.is_none();
        for line in lines {
            page.push_str("\\&");
            page.push_str(&line.replace('\\', "\\e").replace('-', "\\-").replace('\'', "\\(aq"));
            page.push('\n');
        }
        if heading.is_some() {
            page.push_str(".fi\n");
        }
    }
    page
}
