//! The baseline as a file: JSON that a review can read, a line a finding. It reads no drafts.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::cli::error::CliError;
use crate::cli::fingerprint::Traits;
use crate::cli::replacement::Replacement;
use crate::render::json;

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

/// Whether there is a file with something in it that is no baseline of any version.
pub fn is_another(path: &Path) -> bool {
    let text = match crate::cli::input::read_file(path, MAX_SIZE) {
        Ok(text) => text,
        // What cannot be opened cannot be overwritten either, and a pipe holds nothing yet.
        Err(CliError::NotFound { .. } | CliError::Read { .. } | CliError::NotAFile { .. }) => return false,
        Err(_) => return true,
    };
    let has_its_shape = |value: serde_json::Value| {
        let findings = value.get("findings");
        value.get("version").is_some() && findings.is_some_and(serde_json::Value::is_object)
    };
    !text.is_empty() && !serde_json::from_str(&text).is_ok_and(has_its_shape)
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
    fn only_a_baseline_may_be_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("baseline.json");
        assert!(!is_another(&path));
        for known in ["", "{\"version\": 9, \"findings\": {}, \"more\": 1}"] {
            std::fs::write(&path, known).unwrap();
            assert!(!is_another(&path), "{known}");
        }
        let others: [&[u8]; 5] = [
            b"{\"name\": \"app\", \"version\": \"1.0\"}",
            b"{}",
            b"[]",
            b"{{ a draft }}",
            b"\x89PNG\0",
        ];
        for other in others {
            std::fs::write(&path, other).unwrap();
            assert!(is_another(&path), "{other:?}");
        }
    }

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
