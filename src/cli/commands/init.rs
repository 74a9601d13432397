//! `copydesk init`: a configuration to begin with. It asks nothing and replaces nothing.

use std::io::Write;
use std::path::Path;

use crate::cli::args::{Args, InitArgs};
use crate::cli::error::CliError;
use crate::cli::exit::Exit;
use crate::cli::output;
use crate::cli::replacement::{Over, Replacement};
use crate::config::FILE_NAME;

/// Writes the configuration, if there is none.
pub fn init(init: &InitArgs, args: &Args) -> Result<Exit, CliError> {
    let path = init.folder.join(FILE_NAME);
    if path.symlink_metadata().is_ok() {
        return Err(there_already(&path));
    }
    let mut file = Replacement::new(&path)?;
    let written = file.write_all(text(init.profile.as_deref()).as_bytes());
    written.map_err(|error| file.error(error))?;
    file.finish_over(&Over::Nothing).map_err(|error| match error {
        CliError::Changed { .. } => there_already(&path),
        other => other,
    })?;
    if !args.quiet {
        output::note(&format!("wrote {}", path.display()));
    }
    Ok(Exit::Clean)
}

fn there_already(path: &Path) -> CliError {
    CliError::Usage(format!("{}: is there already, and was left unchanged", path.display()))
}

fn text(profile: Option<&str>) -> String {
    let profile = match profile {
        Some(name) => format!("profile = \"{name}\""),
        None => "# profile = \"ap\"".to_owned(),
    };
    TEMPLATE.replace("PROFILE", &profile)
}

const TEMPLATE: &str = "\
# The configuration of copydesk for the drafts in this folder and those inside it. Every key is optional.

# The house style to begin with: default, ap, reuters, guardian, bbc or plain.
PROFILE

# The newsroom's own names: sources speak to them, and they take no part in events.
# publication = [\"Ostby Courier\"]

# The English that dates are shown in: \"en-US\" or \"en-GB\"; without it, the one that a draft is written in.
# locale = \"en-US\"

# Where the newsroom is: dates with a time and an offset are read there.
# timezone = \"Europe/Berlin\"

# Drafts to leave out, written like lines of a .gitignore.
# exclude = [\"archive/\"]

# The file of people and organizations; without it, the nearest actors.toml. `copydesk actors` makes one.
# actors = \"actors.toml\"

# Names that are right as they are, whatever a rule says about them.
# words = [\"Mullry\"]

# Notes and transcripts that quotations are compared with, besides story.notes.md and notes/ beside a draft.
# notes = [\"transcripts/\"]

# The level of each rule (\"off\", \"hint\", \"info\", \"warning\", \"error\") or of a category; `copydesk rules` lists them.
[rules]
# relative-day = \"off\"

# The words of the house; `copydesk lint --test-rules` checks the examples.
# [[terms]]
# words = [\"utilize\"]
# replacement = \"use\"
# flagged = [\"They utilize it.\"]

# What is different for some drafts.
# [[overrides]]
# paths = [\"opinion/\"]
# rules.long-lead = \"off\"
";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Options;

    #[test]
    fn the_template_can_be_read_as_it_is_and_without_its_marks() {
        for profile in [None, Some("ap")] {
            let text = text(profile);
            assert_eq!(Options::read(&text).1, []);
            let on: String = text
                .lines()
                .map(|line| match line.strip_prefix("# ") {
                    Some(rest) if rest.contains(" = ") || rest.starts_with('[') => format!("{rest}\n"),
                    _ => format!("{line}\n"),
                })
                .collect();
            let (options, problems) = Options::read(&on);
            assert_eq!(problems, [], "{on}");
            assert_eq!((options.overrides.len(), options.terms.len()), (1, 1));
            assert_eq!(options.profile.unwrap().1, "ap");
        }
    }
}
