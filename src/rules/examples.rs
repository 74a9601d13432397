//! The examples on the page of a rule, as drafts that can be checked. It checks none.

use crate::rules::Rule;

/// What the page of a rule shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Examples {
    /// The draft that the rule flags, in Markdown.
    pub example: String,
    /// The same in a better version, which the rule leaves alone.
    pub better: String,
    /// The file that the two are read with, in TOML: terms of a configuration, or people and organizations.
    pub file: Option<String>,
    /// The notes that the two are read with.
    pub notes: Option<String>,
}

impl Rule {
    /// The examples on the rule's page: under “Example” and “Better” a block quote or a fence with a draft, in a `toml`
    /// fence what the draft is read with, and in a `notes` fence its notes. A pilcrow in a block quote stands for the end of a paragraph.
    #[must_use]
    pub fn examples(&self) -> Examples {
        let mut examples = Examples::default();
        let (mut section, mut fence) = (String::new(), None);
        for line in self.page().lines() {
            if line.starts_with("```") {
                fence = match fence {
                    None => line.strip_prefix("```").map(str::to_owned),
                    Some(_) => None,
                };
                continue;
            }
            if let Some(title) = line.strip_prefix("## ").filter(|_| fence.is_none()) {
                title.clone_into(&mut section);
                continue;
            }
            let is_toml = fence.as_deref() == Some("toml");
            let is_notes = fence.as_deref() == Some("notes");
            let draft = match section.as_str() {
                "Example" | "Better" if is_toml => examples.file.get_or_insert_default(),
                "Example" | "Better" if is_notes => examples.notes.get_or_insert_default(),
                "Example" => &mut examples.example,
                "Better" => &mut examples.better,
                _ => continue,
            };
            let text = match line.strip_prefix('>') {
                Some(quoted) => quoted.trim_start().replace(" ¶ ", "\n\n"),
                None if fence.is_some() => line.to_owned(),
                None => continue,
            };
            draft.push_str(&text);
            draft.push('\n');
        }
        // A comment is shown as code, since it would not be seen otherwise.
        for draft in [&mut examples.example, &mut examples.better] {
            *draft = draft.replace("`<!--", "<!--").replace("-->`", "-->");
        }
        examples
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::{RULES, find};

    #[test]
    fn every_page_has_both_versions() {
        for rule in RULES {
            let examples = rule.examples();
            assert!(
                !examples.example.is_empty() && !examples.better.is_empty(),
                "{}",
                rule.code
            );
        }
    }

    #[test]
    fn quotes_fences_comments_and_pilcrows_are_drafts() {
        let term = find("house-term").unwrap().examples();
        assert_eq!(term.example, "The harbor will utilize two cranes.\n");
        assert!(term.file.unwrap().starts_with("[[terms]]\n"));
        let unused = find("unused-suppression").unwrap().examples();
        assert!(unused.example.starts_with("<!-- copydesk: "), "{}", unused.example);
        let surname = find("surname-before-full-name").unwrap().examples();
        assert!(surname.example.contains(".\n\nWeil said"), "{}", surname.example);
        let field = find("missing-field").unwrap().examples();
        assert!(field.example.starts_with("---\n"), "{}", field.example);
    }
}
