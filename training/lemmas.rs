//! The exceptions of the lemma rules, counted in treebanks. Only what the rules get wrong goes into the table.

use std::collections::BTreeMap;
use std::fmt::Write;

use copydesk::language::Upos;
use copydesk::language::base::lemma::{Inflection, by_rule, lower};

use crate::treebank::Tree;

/// The table as text.
pub fn table(trees: &[Tree]) -> String {
    let mut seen: BTreeMap<(Inflection, String), BTreeMap<String, u32>> = BTreeMap::new();
    for word in trees.iter().flat_map(|tree| &tree.words) {
        let inflection = Inflection::of(word.upos, word.penn);
        let is_plain = word
            .form
            .chars()
            .all(|letter| letter.is_ascii_alphabetic() || "'’-.".contains(letter));
        if word.upos == Upos::Propn || !is_plain || word.lemma == "_" {
            continue;
        }
        *seen
            .entry((inflection, lower(&word.form).to_string()))
            .or_default()
            .entry(word.lemma.clone())
            .or_default() += 1;
    }
    let mut text =
        String::from("# Base forms that the rules miss, from UD English EWT and GUM: inflection, form, base form.\n");
    text.push_str("# In the order of the inflections.\n");
    for ((inflection, form), lemmas) in seen {
        let Some((lemma, count)) = lemmas
            .iter()
            .max_by_key(|(lemma, count)| (**count, std::cmp::Reverse(lemma.len())))
        else {
            continue;
        };
        let is_inflected = matches!(
            inflection,
            Inflection::Plural | Inflection::Past | Inflection::Progressive | Inflection::Third | Inflection::Degree
        );
        let least = if is_inflected { 1 } else { 3 };
        if *count >= least && by_rule(&form, inflection) != lemma.as_str() && !lemma.contains(' ') {
            let _ = writeln!(text, "{}\t{form}\t{lemma}", inflection.name());
        }
    }
    text
}
