//! Products that are called by letters and figures: "A350", "F-16". It knows none of them by name.

use crate::language::NameKind;
use crate::language::base::hashing::Case;
use crate::language::names::found::{Found, is_free};
use crate::language::names::line::NameLine;
use crate::language::names::lists::Lists;

/// How few figures a model has at least: "G7" and "U2" are no products.
const FIGURES: usize = 2;

/// "the Airbus | A350 |": a name with a word of letters and figures is a product, and so is "iPod".
pub(super) fn models(line: &NameLine<'_>, found: &mut Found) {
    found.rewrite(|names, mut name| {
        if !is_free(names, name.words.start) {
            return;
        }
        if name.kind == NameKind::Organization && name.words.len() == 1 && is_model(line, name.words.end) {
            name.words.end += 1;
        }
        names.push(name);
    });
    found.change(|name| {
        if name.kind != NameKind::Person || name.words.len() == 1 {
            let is_one = |at: usize| !line.is_on(at, Lists::ORGANIZATION | Lists::ANY_PLACE) && is_model(line, at);
            if name.words.clone().any(is_one) {
                name.kind = NameKind::Other;
            }
        }
    });
}

fn is_model(line: &NameLine<'_>, at: usize) -> bool {
    let written = line.written(at);
    let mut letters = written.chars();
    let is_small_i = letters.next() == Some('i') && letters.next().is_some_and(char::is_uppercase);
    if is_small_i {
        return line.case(at) == Case::Mixed;
    }
    let begins = written.starts_with(char::is_uppercase) && !written.contains(char::is_lowercase);
    begins && written.chars().filter(char::is_ascii_digit).count() >= FIGURES
}
