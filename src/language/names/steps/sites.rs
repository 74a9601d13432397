//! Sites as organizations. It follows no link.

use crate::language::names::found::Found;
use crate::language::names::line::NameLine;
use crate::language::{Name, NameKind};

const DOMAINS: [&str; 6] = [".com", ".org", ".net", ".ca", ".co.uk", ".tv"];

/// The longest name of a site, in bytes.
const LONGEST: usize = 31;

/// "Velda.com": a site with a capital letter is an organization. To the tagger it is one unknown word.
pub(super) fn sites(line: &NameLine<'_>, found: &mut Found) {
    found.fill(line.len(), |gap, names| {
        names.extend(gap.filter(|at| is_site(line.written(*at))).map(|at| Name {
            words: at..at + 1,
            kind: NameKind::Organization,
        }));
    });
}

fn is_site(written: &str) -> bool {
    let name = || DOMAINS.iter().find_map(|domain| written.strip_suffix(domain));
    written.len() <= LONGEST
        && written.starts_with(char::is_uppercase)
        && name().is_some_and(|name| name.chars().all(char::is_alphanumeric))
}
