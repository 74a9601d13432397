//! What is next to a name and says who it is: titles before it, appositions around it, "is the captain" after it, an
//! acronym in brackets. It looks no further than the sentence.

mod acronyms;
mod appositions;
mod titles;

use crate::analysis::actors::adjacent::acronyms::long_form;
use crate::analysis::actors::adjacent::appositions::adjacent_description;
use crate::analysis::actors::adjacent::titles::title_before;
use crate::analysis::actors::block_names::BlockNames;
use crate::analysis::actors::names::complete_elided_names;
use crate::analysis::actors::phrases::Phrase;
use crate::analysis::actors::roles::is_courtesy;
use crate::analysis::actors::{LocalMention, MentionForm, MentionLink};

/// How many mentions before and after a name are looked at: what is next to a name is among its neighbors, and looking no
/// further keeps a sentence of any length linear.
const NEAR: usize = 16;

/// Gives the names of one sentence (`mentions[from..]`) their roles, and links descriptions and acronyms to them.
pub(super) fn join(block: &BlockNames<'_>, phrases: &[Phrase], mentions: &mut Vec<LocalMention>, from: usize) {
    complete_elided_names(block, mentions, from);
    for at in from..mentions.len() {
        let Some(mention) = mentions
            .get_mut(at)
            .filter(|mention| mention.form == MentionForm::Named)
        else {
            continue;
        };
        give_title(block, phrases, mention);
        let near = from.max(at.saturating_sub(NEAR))..mentions.len().min(at + NEAR);
        if let Some(long) = long_form(block.words, mentions, near.clone(), at) {
            link(mentions, at, long, MentionLink::Acronym);
        } else if let Some((description, how)) = adjacent_description(block.words, mentions, near, at) {
            link(mentions, description, at, how);
        }
    }
}

/// Gives a name the title before it, with the gender that it marks. A courtesy title is not a role.
fn give_title(block: &BlockNames<'_>, phrases: &[Phrase], name: &mut LocalMention) {
    let Some((role, gender)) = title_before(block, phrases, name) else {
        return;
    };
    name.phrase = name.phrase.join(role.span);
    name.gender = gender.or(name.gender);
    if !is_courtesy(&role.head) {
        name.roles.push(role);
    }
}

/// Links `from` to the name `to` and gives the name the description's role and gender.
fn link(mentions: &mut [LocalMention], from: usize, to: usize, how: MentionLink) {
    let Some(described) = mentions.get_mut(from) else {
        return;
    };
    described.same_as = Some((to, how));
    let (role, gender, phrase) = (described.roles.first().cloned(), described.gender, described.phrase);
    let Some(name) = mentions.get_mut(to) else { return };
    if how != MentionLink::Acronym {
        name.roles.extend(role);
        name.gender = name.gender.or(gender);
    }
    if how == MentionLink::Apposition {
        name.phrase = name.phrase.join(phrase);
    }
}
