//! Addresses of the web and of mailboxes, which are one word each. It does not check whether they exist.

use std::sync::LazyLock;

use regex::Regex;

use crate::language::tokens::characters::{char_before, is_wordlike};
use crate::language::tokens::scanner::Scanner;

/// Stretches without white space that are longer than this are not searched for addresses.
const LONGEST_ADDRESS: usize = 2048;

/// An address of the web or of a mailbox. Its letters are the Latin ones: the classes of all of Unicode would make an
/// automaton of a megabyte.
static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    const LETTER: &str = "0-9A-Za-z_À-ÖØ-öø-ɏ";
    Regex::new(&format!(
        r"(?x) (?i: https?:// | ftp:// | www\. ) [^\s<>“”‘’»«\x22]* [^\s<>“”‘’»«\x22.,;:!?'()\[\]{{}}]
        | [{LETTER}.+-]+ @ [{LETTER}-]+ (?: \. [{LETTER}-]+ )+
        | [{LETTER}] [{LETTER}-]* (?: \. [{LETTER}-]+ )* \. (?i: com|org|net|gov|edu|co|uk|io|info|tv|eu|de|fr|ca|au|ru|cn|int|mil|biz )
          (?: / [{LETTER}/.%?=&\#~+-]* [{LETTER}/] )? (?-u:\b)",
    ))
    .ok()
});

impl Scanner<'_> {
    /// The addresses in a stretch without white space.
    pub(super) fn addresses(&self, start: usize, end: usize) -> Vec<(usize, usize)> {
        let stretch = self.get(start, end);
        let may_hold_address = stretch.len() <= LONGEST_ADDRESS
            && (stretch.contains('@') || stretch.contains("://") || stretch.trim_end_matches('.').contains('.'));
        let Some(address) = ADDRESS.as_ref().filter(|_| may_hold_address) else {
            return Vec::new();
        };
        address
            .find_iter(stretch)
            .map(|found| (start + found.start(), start + found.end()))
            .filter(|&(from, _)| !char_before(self.text, from).is_some_and(is_wordlike))
            .collect()
    }
}
