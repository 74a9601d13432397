//! A configuration that leaves out a draft. It keeps every line that is there, and looks at no file.

use std::path::Path;

use toml_edit::{Array, DocumentMut, Item, Value};

/// What a configuration says once a draft is left out, which is given by its path from the folder of the configuration. `None`
/// where it is no TOML, has something else than a list under `exclude`, or the path cannot be written there.
#[must_use]
pub fn leave_out(text: &str, draft: &Path) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let pattern = pattern_of(draft)?;
    let patterns = document
        .entry("exclude")
        .or_insert(Item::Value(Value::Array(Array::new())));
    let patterns = patterns.as_array_mut()?;
    if !patterns.iter().any(|known| known.as_str() == Some(&pattern)) {
        patterns.push(pattern);
    }
    Some(document.to_string())
}

/// The line of a `.gitignore` that means one file and no other.
fn pattern_of(draft: &Path) -> Option<String> {
    let mut pattern = String::new();
    for part in draft.components() {
        pattern.push('/');
        for c in part.as_os_str().to_str()?.chars() {
            if matches!(c, '*' | '?' | '[' | ']' | '\\' | ' ') {
                pattern.push('\\');
            }
            pattern.push(c);
        }
    }
    Some(pattern).filter(|pattern| !pattern.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Exclude, Options};

    #[test]
    fn one_draft_is_left_out_and_all_else_stays() {
        let without = |text: &str, draft: &str| leave_out(text, Path::new(draft)).unwrap();
        assert_eq!(without("", "notes.md"), "exclude = [\"/notes.md\"]\n");
        assert_eq!(
            without("# Ours.\nexclude = [\"old/\"] # archive\n[rules]\n", "desk/notes.md"),
            "# Ours.\nexclude = [\"old/\", \"/desk/notes.md\"] # archive\n[rules]\n"
        );
        assert_eq!(
            without("exclude = [\"/notes.md\"]\n", "notes.md"),
            "exclude = [\"/notes.md\"]\n"
        );
        assert_eq!(leave_out("exclude = 3\n", Path::new("notes.md")), None);
    }

    #[test]
    fn a_name_with_signs_in_it_means_itself() {
        let odd = "desk/a [1]* b.md ";
        let (options, problems) = Options::read(&leave_out("", Path::new(odd)).unwrap());
        assert!(problems.is_empty(), "{problems:?}");
        let (exclude, wrong) = Exclude::new(Path::new("/news"), &options.exclude);
        assert!(wrong.is_empty(), "{wrong:?}");
        assert!(exclude.matches(&Path::new("/news").join(odd)));
        assert!(!exclude.matches(Path::new("/news/desk/a 1 b.md ")));
        assert!(!exclude.matches(Path::new("/news/other/desk/a [1]* b.md ")));
    }
}
