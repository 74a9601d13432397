//! `docs/messages.md`: what the rules say, on one page, so that it can be read in one go. It is made from the drafts of
//! the specs, with one finding for each wording. It has no messages of the server, of the command line or about files.

use std::collections::BTreeSet;
use std::fmt::Write;

use copydesk::rules::{self, Finding};

use crate::drafts::findings_by_rule;
use crate::{MADE, compare, root};

#[test]
fn the_messages_of_rules_are_on_one_page() {
    let mut page = format!(
        "{MADE}# Messages\n\nWhat each rule says in the drafts of `tests/drafts`: the message, what to do about it, what it says of other \
         places, and its fixes.\n"
    );
    for (code, findings) in findings_by_rule() {
        let level = rules::find(&code).map_or("", |rule| rule.level.name());
        write!(page, "\n## {code} ({level})\n\n").unwrap();
        let mut known = BTreeSet::new();
        for finding in findings {
            let text = entry(&finding);
            if known.insert(wording(&text)) {
                page.push_str(&text);
            }
        }
    }
    compare(root().join("docs/messages.md"), &page).unwrap();
}

fn entry(finding: &Finding) -> String {
    let mut text = format!("- **{}**\n", finding.message);
    if !finding.help.is_empty() {
        writeln!(text, "  {}", finding.help).unwrap();
    }
    let mut known = BTreeSet::new();
    for related in &finding.related {
        let said = related.message.split(": ").next().unwrap_or_default();
        if known.insert(wording(said)) {
            writeln!(text, "  - *elsewhere:* {}", related.message).unwrap();
        }
    }
    for fix in &finding.fixes {
        if known.insert(wording(&fix.title)) {
            writeln!(text, "  - *fix:* {}", fix.title).unwrap();
        }
    }
    text
}

/// A text without what it takes from a draft: quoted words, names, figures, and what follows a colon in related places.
fn wording(text: &str) -> String {
    let mut wording = String::new();
    let mut depth = 0;
    for line in text.lines() {
        let line = if line.contains("*elsewhere:*") {
            line.rsplit_once(": ").map_or(line, |(said, _)| said)
        } else {
            line
        };
        for (at, word) in line.split(' ').enumerate() {
            depth += word.matches('“').count();
            let is_name = at > 0 && word.starts_with(char::is_uppercase);
            let is_taken = depth > 0 || is_name || word.contains(|letter: char| letter.is_ascii_digit());
            depth = depth.saturating_sub(word.matches('”').count());
            if !is_taken {
                wording.push_str(word);
            }
            wording.push(' ');
        }
    }
    wording.split_whitespace().collect::<Vec<_>>().join(" ")
}
