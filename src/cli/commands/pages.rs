//! The pages of the rules as files, for an editor that shows files and asks the server for no page. It reads no draft.

use std::path::{Path, PathBuf};

use crate::cli::cache;
use crate::cli::commands::shared::rule_pages;
use crate::render::rule_page;
use crate::rules::RULES;

/// The folder with the pages: where the program was installed with them, or else in the user's cache, where they are written
/// if they are not there. `None` where there is no such folder.
pub fn rule_pages_or_copies() -> Option<PathBuf> {
    rule_pages().or_else(|| {
        let folder = cache::of_user()?.parent()?.join("rules");
        write_pages(&folder).ok().map(|()| folder)
    })
}

/// Writes the pages that are not there as this program has them.
fn write_pages(folder: &Path) -> std::io::Result<()> {
    for rule in RULES.iter() {
        let (file, page) = (folder.join(rule.code).with_extension("md"), rule_page(rule));
        if std::fs::read(&file).is_ok_and(|known| known == page.as_bytes()) {
            continue;
        }
        cache::write(&file, page.as_bytes())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_page_and_an_old_one_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("doubled-word.md");
        std::fs::write(&file, "old").unwrap();
        write_pages(folder.path()).unwrap();
        assert!(std::fs::read_to_string(&file).unwrap().starts_with("# doubled-word\n"));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), RULES.len());
        let written = std::fs::metadata(&file).unwrap().modified().unwrap();
        write_pages(folder.path()).unwrap();
        assert_eq!(std::fs::metadata(&file).unwrap().modified().unwrap(), written);
    }
}
