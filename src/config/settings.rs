//! Settings as the program uses them, resolved from options. Nothing here knows how they were written.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use crate::config::discovery::Found;
use crate::config::exclude::Exclude;
use crate::config::problem::Problem;
use crate::rules;

/// What a configuration means for the drafts below it.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The day that drafts are read against where they give none themselves.
    pub date: Option<Date>,
    /// Which drafts are left out.
    pub exclude: Exclude,
    /// Which rules run and how.
    pub rules: Arc<rules::Settings>,
}

impl Settings {
    /// The settings of a configuration that was read, and what is wrong with it beside what [`Found::problems`] says.
    #[must_use]
    pub fn resolve(found: &Found) -> (Self, Vec<Problem>) {
        let folder = found.path.parent().unwrap_or(Path::new(""));
        let (exclude, wrong) = Exclude::new(folder, &found.options.exclude);
        let problems = wrong
            .into_iter()
            .map(|message| Problem {
                line: found.options.exclude_line,
                key: "exclude".to_owned(),
                message: format!("“exclude” has a pattern that cannot be read: {message}"),
                is_error: true,
            })
            .collect();
        let settings = Self {
            date: found.options.date,
            exclude,
            rules: Arc::default(),
        };
        (settings, problems)
    }
}
