//! Finds the mentions of one block: names, descriptions by nouns that stand for people, organizations and places, and
//! pronouns. It decides nothing about which of them are the same actor.

use std::cmp::Reverse;

use crate::analysis::actors::LocalMention;
use crate::analysis::actors::adjacent::join;
use crate::analysis::actors::block_names::BlockNames;
use crate::analysis::actors::descriptions::description_mention;
use crate::analysis::actors::names::name_mention;
use crate::analysis::actors::phrases::phrases;
use crate::analysis::actors::pronouns::pronoun_mention;
use crate::language::Language;

/// Finds the names, descriptions and pronouns of one block, in the order of the text. Linear in the number of words.
#[must_use]
pub fn of_block(text: &str, language: &Language) -> Vec<LocalMention> {
    let block = BlockNames::new(text, language);
    let mut mentions = Vec::new();
    for (index, sentence) in language.sentences.iter().enumerate() {
        let phrases = phrases(block.words, sentence.words.clone());
        let names = language
            .names
            .partition_point(|name| name.words.start < sentence.words.start)
            ..language
                .names
                .partition_point(|name| name.words.start < sentence.words.end);
        let from = mentions.len();
        for name in language.names.get(names).unwrap_or(&[]) {
            mentions.extend(name_mention(block.words, name, index));
        }
        for at in 0..phrases.len() {
            mentions.extend(description_mention(&block, &phrases, at, index));
        }
        for at in sentence.words.clone() {
            mentions.extend(pronoun_mention(&block, at, index));
        }
        if let Some(of_sentence) = mentions.get_mut(from..) {
            of_sentence.sort_by_key(|mention| (mention.span.start, Reverse(mention.span.end)));
        }
        join(&block, &phrases, &mut mentions, from);
    }
    mentions
}
