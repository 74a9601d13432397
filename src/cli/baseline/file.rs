//! The baseline as a file: JSON that a review can read, a line a finding. It reads no drafts.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::cli::error::CliError;
use crate::cli::fingerprint::Traits;
use crate::cli::output::json;
use crate::cli::replacement::Replacement;

/// The findings that are known, by the path of their draft.
pub type Entries = BTreeMap<String, Vec<Traits>>;

#[derive(Deserialize, Serialize)]
struct Written {
    version: u32,
    findings: Entries,
}

const VERSION: u32 = 1;

/// Larger files are refused: that many findings are a mistake.
const MAX_SIZE: u64 = 200_000_000;

/// Reads a baseline.
pub fn read(path: &Path) -> Result<Entries, CliError> {
    let text = crate::cli::input::read_file(path, MAX_SIZE)?;
    let problem = |message: String| CliError::Baseline {
        path: path.to_owned(),
        message,
    };
    let written: Written = serde_json::from_str(&text).map_err(|error| problem(error.to_string()))?;
    match written.version {
        VERSION => Ok(written.findings),
        other => Err(problem(format!("version {other} is not known to this copydesk"))),
    }
}

/// Whether there is a file with something in it that is no JSON object, and so no baseline of any version.
pub fn is_another(path: &Path) -> bool {
    crate::cli::input::read_file(path, MAX_SIZE)
        .is_ok_and(|text| !text.is_empty() && !text.trim_start().starts_with('{'))
}

/// Writes a baseline in one step.
pub fn write(path: &Path, entries: &Entries) -> Result<(), CliError> {
    let mut file = Replacement::new(path)?;
    let text = text_of(entries);
    file.write_all(text.as_bytes()).map_err(|error| file.error(error))?;
    file.finish()
}

/// A line a finding: so a change of one is a change of one line.
fn text_of(entries: &Entries) -> String {
    let mut text = format!("{{\n  \"version\": {VERSION},\n  \"findings\": {{");
    let mut first = true;
    for (path, findings) in entries.iter().filter(|(_, findings)| !findings.is_empty()) {
        let lines: Vec<_> = findings.iter().map(json::text_of).collect();
        text.push_str(if first { "\n" } else { ",\n" });
        first = false;
        text.push_str(&format!(
            "    {}: [\n      {}\n    ]",
            json::text_of(path),
            lines.join(",\n      ")
        ));
    }
    text.push_str(if first { "}\n}\n" } else { "\n  }\n}\n" });
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("baseline.json");
        for count in [0, 1, 2] {
            let one = Traits {
                code: "doubled-word".to_owned(),
                before: "the \u{1b}".to_owned(),
                words: "“the”".to_owned(),
                after: String::new(),
            };
            let entries: Entries = (0..count)
                .map(|number| (format!("s\n{number}.md"), vec![one.clone(); number + 1]))
                .collect();
            write(&path, &entries).unwrap();
            assert_eq!(read(&path).unwrap(), entries);
        }
        std::fs::write(&path, "{\"version\": 2, \"findings\": {}}").unwrap();
        assert!(read(&path).unwrap_err().to_string().contains("version 2"));
        std::fs::write(&path, "[").unwrap();
        assert!(matches!(read(&path), Err(CliError::Baseline { .. })));
    }
}
