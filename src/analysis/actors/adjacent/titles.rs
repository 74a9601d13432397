//! The title or role right before a name. What the name layer took for a part of the name is cut off in
//! [`crate::analysis::actors::names`]; nothing is cut here.

use std::ops::Range;

use crate::analysis::actors::block_names::BlockNames;
use crate::analysis::actors::phrases::Phrase;
use crate::analysis::actors::roles::role;
use crate::analysis::actors::{ActorKind, LocalMention, LocalRole, tables};
use crate::language::{Gender, Tag, Upos, View};
use crate::text::table::WordList;

/// A role with the gender that its words mark.
type TitleWithGender = (LocalRole, Option<Gender>);

/// The title or role right before a name.
pub(super) fn title_before(block: &BlockNames<'_>, phrases: &[Phrase], name: &LocalMention) -> Option<TitleWithGender> {
    let words = block.words;
    let at = phrases.partition_point(|phrase| phrase.words.end <= name.words.start);
    let phrase = phrases
        .get(at)
        .filter(|phrase| phrase.core.start < name.words.start && phrase.core.contains(&name.words.start))?;
    let title = after_determiners(words, phrase.core.start..name.words.start);
    // "Another nurse Weil met", "every pilot Lund knows": those whom the name begins to describe.
    let is_any = words.is_any(
        phrase.core.start,
        &["another", "every", "each", "any", "no", "which", "some"],
    );
    if title.is_empty() || is_any || is_of_several(words, title.end - 1, name.words.end) || is_cut(words, title.start) {
        return None;
    }
    // "the woman Weil met": a word that is no title, and a last name that does something.
    let is_small = words.form(title.end - 1).starts_with(char::is_lowercase);
    let is_title = tables::noun(&words.lower(title.end - 1)).is_some_and(|(_, noun)| noun.title);
    let acts = matches!(words.upos(name.words.end), Upos::Verb | Upos::Aux);
    if is_small && !is_title && acts && phrase.core.start < title.start && name.words.len() == 1 {
        return None;
    }
    let office = at.checked_sub(1).and_then(|before| phrases.get(before));
    // "candidate for auditor general Ana Weil": she is no auditor.
    if let Some(office) = office.filter(|office| is_sought(words, office, phrase)) {
        return office_with_complement(words, office, phrase, name);
    }
    if let Some(found) = title_of_same_kind(words, title.clone(), name) {
        return Some(found);
    }
    // A role that opens the sentence and that no list has is left alone.
    let office = office?;
    if name.kind != Some(ActorKind::Person) {
        return None;
    }
    office_with_complement(words, office, phrase, name).or_else(|| {
        let is_object = phrase.core.start < title.start && name.words.len() == 1;
        common_noun(block, title).filter(|_| !is_object)
    })
}

/// "the voters Weil met": a plural before one name is not what they are; "the pilots Weil and Lund" are two. In "her allies Weil,
/// Lund and Holm" it is not plain whose title it is.
fn is_of_several(words: View<'_>, last: usize, after_name: usize) -> bool {
    words.tag(last) == Tag::PluralNoun && !words.is_any(after_name, &["and", "&"])
}

/// "a far-left activist": a title that begins after a hyphen has lost a part.
fn is_cut(words: View<'_>, start: usize) -> bool {
    words
        .text
        .get(..words.span(start..start + 1).start)
        .unwrap_or("")
        .ends_with(['-', '‑'])
}

/// The title without "the" and "'s", and without "past" in "she ran past Mayor Weil".
fn after_determiners(words: View<'_>, mut title: Range<usize>) -> Range<usize> {
    let is_way = |at: usize| words.is(at, "past") && at > 0 && words.upos(at - 1) == Upos::Verb;
    let is_determiner = |at: usize| words.upos(at) == Upos::Det || matches!(words.form(at), "'s" | "’s");
    while !title.is_empty() && (is_determiner(title.start) || is_way(title.start)) {
        title.start += 1;
    }
    title
}

/// "Foreign Minister Ana Weil", "President-elect Ana Weil"; before something that is not a person, a noun of its kind: "the company
/// Lindqvist Group".
fn title_of_same_kind(words: View<'_>, title: Range<usize>, name: &LocalMention) -> Option<TitleWithGender> {
    let last = title.end - 1;
    // The noun of "President-elect" is before the hyphen.
    let head = if words.is(last, "elect") && last >= title.start + 2 {
        last - 2
    } else {
        last
    };
    let title = after_plain_nouns(words, title, head);
    let is_person = name.kind == Some(ActorKind::Person);
    tables::noun(&words.lower(head))
        .filter(|(_, noun)| noun.title || Some(noun.kind) == name.kind)
        .filter(|(_, noun)| (noun.kind == ActorKind::Person) == is_person)
        .map(|(base, noun)| (role(words, title, base), noun.gender))
}

/// "Does a key Republican support | Gov. Ana Weil": before a title with a capital, a noun without one is no part of it, unless
/// it says of what somebody is the head: "state Sen.", "county Judge".
fn after_plain_nouns(words: View<'_>, title: Range<usize>, head: usize) -> Range<usize> {
    let is_plain = |at: usize| {
        words.upos(at) == Upos::Noun
            && words.form(at).starts_with(char::is_lowercase)
            && !tables::is_realm(words.form(at))
            && words.form(at + 1) != "-"
    };
    if !words.form(head).starts_with(char::is_uppercase) {
        return title;
    }
    let last = (title.start..head).rev().find(|at| is_plain(*at));
    last.map_or(title.start, |last| last + 1)..title.end
}

/// Whether a phrase says that somebody would like to have the office in the next one: "candidate for governor".
fn is_sought(words: View<'_>, office: &Phrase, next: &Phrase) -> bool {
    words.is_any(office.head, &["candidate", "contender", "hopeful", "nominee"])
        && words.is(office.words.end, "for")
        && office.words.end + 1 == next.core.start
}

/// "Secretary of State Ana Weil", "ambassador to Norland Ana Weil": the title is the phrase before that of the name.
fn office_with_complement(
    words: View<'_>,
    office: &Phrase,
    phrase: &Phrase,
    name: &LocalMention,
) -> Option<TitleWithGender> {
    let is_complement =
        office.words.end + 1 == phrase.core.start && words.is_any(office.words.end, &["of", "to", "for"]);
    let (base, noun) = tables::noun(&words.lower(office.head)).filter(|(_, noun)| is_complement && noun.title)?;
    let determiner = usize::from(words.upos(office.core.start) == Upos::Det);
    let title = office.core.start + determiner..name.words.start;
    Some((role(words, title, base), noun.gender))
}

/// A noun right before a person's name that can mean a person is what they are: "team member Ana Weil", "left-hander Ana Weil".
/// In "the first time Weil spoke" and "the line of business Weil is in" the name begins a clause.
fn common_noun(block: &BlockNames<'_>, title: Range<usize>) -> Option<TitleWithGender> {
    let last = title.end - 1;
    let noun = block.words.lower(last);
    let is_common = block.words.upos(last) == Upos::Noun && block.name(last).is_none();
    let can_be_person =
        tables::noun(&noun).map_or_else(|| is_made_for_people(&noun), |(_, noun)| noun.kind == ActorKind::Person);
    (is_common && can_be_person).then(|| (role(block.words, title, noun), None))
}

/// How nouns end that say what somebody does.
static PERSON_ENDINGS: WordList = WordList::new(include_str!("../data/person_endings.txt"));

/// Whether a noun ends as those do that say what somebody does: "drummer", "bassist".
fn is_made_for_people(noun: &str) -> bool {
    const LEAST: usize = 5;
    noun.len() >= LEAST && PERSON_ENDINGS.words().any(|end| noun.ends_with(end))
}

#[cfg(test)]
mod tests {
    use crate::analysis::actors::{MentionForm, of_block, toy};

    /// The roles that a text gives its names.
    fn roles(text: &str) -> Vec<String> {
        let mentions = of_block(text, &toy::language(text));
        let roles = mentions
            .iter()
            .filter(|mention| mention.form == MentionForm::Named)
            .flat_map(|mention| &mention.roles);
        roles.map(|role| role.span.of(text).to_owned()).collect()
    }

    #[test]
    fn a_title_right_before_a_name_is_a_role() {
        for (text, role) in [
            ("The foreign minister Rosa Weil left.", "foreign minister"),
            ("President-elect Rosa Weil left.", "President-elect"),
            ("They met the secretary of trade Rosa Weil.", "secretary of trade"),
            ("In June team member Rosa Weil left.", "team member"),
            // She is no minister yet.
            (
                "They met the candidate for minister Rosa Weil.",
                "candidate for minister",
            ),
        ] {
            assert_eq!(roles(text), [role], "{text}");
        }
    }

    #[test]
    fn a_name_that_begins_a_clause_has_no_role() {
        for text in [
            "It was the first time Weil spoke.",
            "They left the line of business Weil is in.",
            "The nurse counted the voters Weil met.",
            "Another woman Weil met left.",
        ] {
            assert_eq!(roles(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_noun_of_another_kind_is_no_role() {
        assert_eq!(roles("In June minister Lindqvist Group left."), [""; 0]);
    }
}
