//! The configuration files of the open drafts: the last good version of each stays in force while the file is bad. It finds no
//! file and tells nobody.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::config::{self, Found, Problem};

/// The configuration files that were read, in the last version without a mistake.
#[derive(Debug, Default)]
pub struct ConfigFiles {
    good: HashMap<PathBuf, Found>,
}

/// A configuration file as it counts for a draft.
#[derive(Debug)]
pub struct Counting {
    /// What counts: what it says, or what it said before it had a mistake. `None` where it cannot be read and never could.
    pub found: Option<Found>,
    /// What is wrong with it now.
    pub problems: Vec<Problem>,
    /// For the log, where it cannot be read, or an older version counts.
    pub remark: Option<String>,
}

impl ConfigFiles {
    /// Reads a file. A mistake costs the setting it is in where there was no good version before.
    pub fn read(&mut self, file: &Path) -> Counting {
        match config::load(file) {
            Ok(found) => self.take_in(file, found),
            Err(error) => Counting {
                found: self.good.get(file).cloned(),
                problems: Vec::new(),
                remark: Some(error.to_string()),
            },
        }
    }

    fn take_in(&mut self, file: &Path, found: Found) -> Counting {
        let problems = config::problems_of(&found);
        let first = problems.iter().find(|problem| problem.is_error);
        let Some(first) = first else {
            self.good.insert(file.to_owned(), found.clone());
            return Counting {
                found: Some(found),
                problems,
                remark: None,
            };
        };
        let good = self.good.get(file).cloned();
        let fate = if good.is_some() {
            "; the version before it stays in force"
        } else {
            ""
        };
        Counting {
            remark: Some(format!("{}:{}: {}{fate}", file.display(), first.line, first.message)),
            found: good.or(Some(found)),
            problems,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_last_good_version_counts() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(config::FILE_NAME);
        let mut files = ConfigFiles::default();
        let mut read = |text: &str| {
            fs::write(&file, text).unwrap();
            let counting = files.read(&file);
            let date = counting.found.and_then(|found| found.options.date);
            (
                date.map(|date| date.to_string()),
                counting.problems.len(),
                counting.remark,
            )
        };
        let day = |day: &str| Some(day.to_owned());
        // Nothing was good before: what can be used is used.
        let (date, problems, remark) = read("date = 2031-04-30\nlocale = 3\n");
        assert_eq!((date, problems), (day("2031-04-30"), 1));
        assert!(remark.unwrap().contains("copydesk.toml:2: “locale” must be"));
        assert_eq!(read("date = 2031-05-01\n"), (day("2031-05-01"), 0, None));
        // An unknown key loses nothing.
        assert_eq!(read("date = 2031-05-02\nexlude = []\n"), (day("2031-05-02"), 1, None));
        for broken in ["date = 2031-05-03\nlocale = 3\n", "date = \n"] {
            let (date, problems, remark) = read(broken);
            assert_eq!((date, problems), (day("2031-05-02"), 1), "{broken}");
            assert!(remark.unwrap().ends_with("the version before it stays in force"));
        }
    }
}
