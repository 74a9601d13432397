//! The baseline: findings that were there when a newsroom began to lint, kept in a file so that only new ones fail. A known
//! finding is known by its rule, its words and the words next to it; lines may move. It looks at no line numbers.

mod file;
mod pool;

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::cli::configuration::{folder_of, resolved};
use crate::cli::error::CliError;
use crate::cli::fingerprint::Traits;
use crate::cli::output::lint::encoded;
use crate::rules::Finding;
use file::Entries;
use pool::Pool;

/// A baseline that a run is held against.
pub struct Baseline {
    path: PathBuf,
    folder: PathBuf,
    /// As the file has it.
    all: Entries,
    /// Drafts that are there and that nobody asked for yet.
    left: Entries,
    /// The findings of drafts that are no longer there, which may be in one of another name.
    gone: Pool,
    /// The drafts of those, one for each.
    gone_from: Vec<String>,
    /// Drafts that were linted, and so have no entries but those that were matched.
    stale: Entries,
}

impl Baseline {
    /// Reads the baseline.
    pub fn read(path: &Path) -> Result<Self, CliError> {
        let all = file::read(path)?;
        let folder = folder_of(path);
        let is_there = |draft: &str| folder.join(draft).exists();
        let (left, gone): (Entries, Entries) = all.clone().into_iter().partition(|(draft, _)| is_there(draft));
        let gone_from = gone
            .iter()
            .flat_map(|(draft, entries)| vec![draft.clone(); entries.len()]);
        Ok(Self {
            path: path.to_owned(),
            gone_from: gone_from.collect(),
            gone: Pool::of(gone.into_values().flatten().collect()),
            folder,
            left,
            all,
            stale: Entries::new(),
        })
    }

    /// Which of the findings of a draft are known, one answer for each. `is_on` says which rules ran: an entry of another
    /// one says nothing about the draft.
    pub fn known(
        &mut self,
        draft: &Path,
        source: &str,
        findings: &[&Finding],
        is_on: impl Fn(&str) -> bool,
    ) -> Vec<bool> {
        let key = key_of(draft, &self.folder);
        let mut entries = Pool::of(self.left.remove(&key).unwrap_or_default());
        let traits: Vec<Traits> = findings.iter().map(|finding| Traits::of(source, finding)).collect();
        let mut known = vec![false; traits.len()];
        for take in [Pool::take_same, Pool::take_alike] {
            for (traits, known) in traits.iter().zip(&mut known).filter(|(_, known)| !**known) {
                *known = take(&mut entries, traits);
            }
        }
        // A draft that was moved takes its entries along.
        for (traits, known) in traits.iter().zip(&mut known).filter(|(_, known)| !**known) {
            *known = self.gone.take_same(traits);
        }
        let entries = entries.left().map(|(_, entry)| entry);
        let (stale, unknown): (Vec<_>, Vec<_>) = entries.partition(|entry| is_on(&entry.code));
        if !stale.is_empty() {
            self.stale.insert(key.clone(), stale);
        }
        if !unknown.is_empty() {
            self.left.insert(key, unknown);
        }
        known
    }

    /// How many entries no longer hold: the finding is gone, or the draft.
    pub fn stale(&self) -> usize {
        self.stale.values().map(Vec::len).sum::<usize>() + self.gone.count()
    }

    /// Writes the baseline without the entries that no longer hold.
    pub fn prune(self) -> Result<(), CliError> {
        let mut out = self.stale;
        for (place, entry) in self.gone.left() {
            if let Some(draft) = self.gone_from.get(place) {
                out.entry(draft.clone()).or_default().push(entry);
            }
        }
        let mut kept = self.all;
        for (draft, entries) in &mut kept {
            let mut to_take: HashMap<Traits, usize> = HashMap::new();
            for entry in out.remove(draft).unwrap_or_default() {
                *to_take.entry(entry).or_default() += 1;
            }
            entries.retain(|entry| match to_take.get_mut(entry) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    false
                }
                _ => true,
            });
        }
        file::write(&self.path, &kept)
    }
}

/// A baseline that is being made.
pub struct NewBaseline {
    path: PathBuf,
    folder: PathBuf,
    entries: Entries,
}

impl NewBaseline {
    /// A baseline without entries, which will be written to `path`. A file that is there and is none is refused: with
    /// `--write-baseline *.md` it would be the first draft.
    pub fn new(path: &Path) -> Result<Self, CliError> {
        if file::is_another(path) {
            return Err(CliError::Usage(format!(
                "{}: is not a baseline, and was left unchanged; give `--write-baseline` a file of its own",
                path.display()
            )));
        }
        Ok(Self {
            path: path.to_owned(),
            folder: folder_of(path),
            entries: Entries::new(),
        })
    }

    /// Adds the findings of a draft.
    pub fn add(&mut self, draft: &Path, source: &str, findings: &[Finding]) {
        let traits = findings.iter().map(|finding| Traits::of(source, finding));
        self.entries
            .entry(key_of(draft, &self.folder))
            .or_default()
            .extend(traits);
    }

    /// Writes it. Returns how many findings it has.
    pub fn write(self) -> Result<usize, CliError> {
        file::write(&self.path, &self.entries)?;
        Ok(self.entries.values().map(Vec::len).sum())
    }
}

/// What a draft is called in the baseline: its path from the folder of the baseline, so that it does not matter where the
/// program is started.
fn key_of(draft: &Path, folder: &Path) -> String {
    let draft = resolved(draft);
    let below = draft.strip_prefix(folder).unwrap_or(&draft);
    match below.to_str() {
        Some(name) => name.replace(std::path::MAIN_SEPARATOR, "/"),
        None => encoded(below),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn finding(source: &str, words: &str) -> Finding {
        let start = source.find(words).unwrap();
        let mut finding = Finding::at(Span::new(start, start + words.len()), "");
        finding.code = "doubled-word";
        finding
    }

    #[test]
    fn many_findings_and_many_drafts_that_are_gone_take_no_longer_than_their_number() {
        const MANY: usize = 30_000;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("baseline.json");
        let draft = folder.path().join("story.md");
        std::fs::write(&draft, "").unwrap();
        let mut source = String::new();
        let mut findings = Vec::new();
        let mut new = NewBaseline::new(&path).unwrap();
        for number in 0..MANY {
            let start = source.len();
            source.push_str(&format!("ferry{number} ferry{number}\n"));
            let mut finding = Finding::at(Span::new(start, source.len() - 1), "");
            finding.code = "doubled-word";
            findings.push(finding);
        }
        for (number, finding) in findings.iter().enumerate().filter(|(number, _)| number % 2 == 0) {
            new.add(
                &folder.path().join(format!("gone/{number}.md")),
                &source,
                std::slice::from_ref(finding),
            );
        }
        let here: Vec<Finding> = findings.iter().skip(1).step_by(2).rev().cloned().collect();
        new.add(&draft, &source, &here);
        assert_eq!(new.write().unwrap(), MANY);
        let mut baseline = Baseline::read(&path).unwrap();
        let all: Vec<&Finding> = findings.iter().skip(2).collect();
        let known = baseline.known(&draft, &source, &all, |_| true);
        assert_eq!(known, vec![true; MANY - 2]);
        assert_eq!(baseline.stale(), 2);
        baseline.prune().unwrap();
        let left: usize = file::read(&path).unwrap().values().map(Vec::len).sum();
        assert_eq!(left, MANY - 2);
    }

    #[test]
    fn a_finding_stays_known_where_lines_move_and_neighbors_change() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("baseline.json");
        let draft = folder.path().join("story.md");
        std::fs::write(&draft, "").unwrap();
        let source = "We saw the the ferry leave at noon.";
        let mut new = NewBaseline::new(&path).unwrap();
        new.add(&draft, source, &[finding(source, "the the")]);
        assert_eq!(new.write().unwrap(), 1);
        for (changed, is_known) in [
            ("A line.\n\nWe saw the the ferry leave at noon.", true),
            ("They heard the the ferry leave at noon.", true),
            ("They heard the the boat come.", false),
        ] {
            let mut baseline = Baseline::read(&path).unwrap();
            let finding = finding(changed, "the the");
            assert_eq!(
                baseline.known(&draft, changed, &[&finding], |_| true),
                [is_known],
                "{changed}"
            );
            assert_eq!(baseline.stale(), usize::from(!is_known));
        }
        // One entry, one finding: a second one of the same words is new.
        let twice = format!("{source}\n\n{source}");
        let mut second = finding(&twice, "the the");
        second.span = second.span.shifted(source.len() + 2);
        let mut baseline = Baseline::read(&path).unwrap();
        let both = [&finding(&twice, "the the"), &second];
        assert_eq!(baseline.known(&draft, &twice, &both, |_| true), [true, false]);
        // A rule that does not run leaves its entries alone.
        let mut baseline = Baseline::read(&path).unwrap();
        assert_eq!(baseline.known(&draft, "", &[], |_| false), [false; 0]);
        assert_eq!(baseline.stale(), 0);
        // A draft that was moved takes them along.
        std::fs::remove_file(&draft).unwrap();
        let mut baseline = Baseline::read(&path).unwrap();
        let moved = folder.path().join("moved.md");
        assert_eq!(
            baseline.known(&moved, source, &[&finding(source, "the the")], |_| true),
            [true]
        );
        assert_eq!(baseline.stale(), 0);
    }
}
