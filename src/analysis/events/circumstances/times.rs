//! Which time belongs to which event of a block. It attaches times and reads none.

use crate::analysis::TimeKind;
use crate::analysis::events::Group;
use crate::analysis::events::circumstances::governor::governor;
use crate::analysis::events::lexicon::{self, WordClass};
use crate::analysis::events::triggers::Trigger;
use crate::analysis::times::{Expression, LocalTime, YearName};
use crate::language::{Relation, Tag, Upos, View};
use crate::text::Span;

/// How many triggers back the verb is looked for that an auxiliary replaces.
const ELIDED_WITHIN: usize = 4;

/// How a quoted title ends before its source.
const CITED: [&str; 6] = ["\" —", "” —", "\" –", "” –", "\" -", "” -"];

/// For each trigger, the indices of its times. Each time goes to one trigger.
#[must_use]
pub fn times(view: View<'_>, triggers: &[Trigger], times: &[LocalTime]) -> Vec<Vec<usize>> {
    let mut attached = vec![Vec::new(); triggers.len()];
    for (index, time) in times.iter().enumerate() {
        if can_date(time)
            && !is_date_line(view, time)
            && !is_before_noun(view, time.span)
            && !is_bound(view, time.span)
            && let Some(trigger) = dated_by(view, triggers, time.span)
            && let Some(list) = attached.get_mut(trigger)
        {
            list.push(index);
        }
    }
    attached
}

/// The index of the trigger that a time dates.
fn dated_by(view: View<'_>, triggers: &[Trigger], time: Span) -> Option<usize> {
    elided(view, triggers, time).or_else(|| {
        let index = governor(view, triggers, time)?;
        let index = above_infinitive(view, triggers, index, time).unwrap_or(index);
        Some(index).filter(|index| {
            let trigger = triggers.get(*index);
            trigger.is_some_and(|trigger| {
                !is_kept_apart(view, trigger, time)
                    && !is_of_title(view, trigger, time)
                    && !is_new_date(view, trigger, time)
            })
        })
    })
}

/// "were denied visas to enter until last week": what is over does not date an infinitive but the verb above it.
fn above_infinitive(view: View<'_>, triggers: &[Trigger], index: usize, time: Span) -> Option<usize> {
    let trigger = triggers.get(index).filter(|trigger| !trigger.nominal)?;
    let words = view.language.words_in(time);
    let is_over = words
        .clone()
        .any(|at| view.is_any(at, &["last", "ago", "yesterday", "earlier"]));
    let is_infinitive = view.tag(trigger.word) == Tag::BaseVerb
        && view
            .children_by(trigger.word, &[Relation::Mark])
            .any(|mark| view.is(mark, "to"));
    if !is_over || !is_infinitive {
        return None;
    }
    view.ancestors(trigger.word)
        .find_map(|above| triggers.binary_search_by_key(&above, |trigger| trigger.word).ok())
        .filter(|above| {
            triggers
                .get(*above)
                .is_some_and(|above| view.tag(above.word) != Tag::BaseVerb)
        })
}

/// Whether a time is a day or an hour that can be resolved: no duration, no habit, no name of an era.
fn can_date(time: &LocalTime) -> bool {
    matches!(time.kind, TimeKind::Date | TimeKind::Time) && !matches!(time.expression, Expression::Fixed(_))
}

/// "Thursday, May 7, 2026 The council met.": a date that opens a block as a line of its own would.
fn is_date_line(view: View<'_>, time: &LocalTime) -> bool {
    let mut rest = view.text.get(time.span.end..).unwrap_or_default().chars();
    time.span.start == 0
        && matches!(&time.expression, Expression::Day(day) if matches!(day.year, YearName::Given(_)))
        && rest.next() == Some(' ')
        && rest.next().is_some_and(char::is_uppercase)
}

/// The text between a trigger and a time.
fn between<'a>(view: View<'a>, trigger: &Trigger, time: Span) -> &'a str {
    let word = view.span(trigger.word..trigger.word + 1);
    Span::new(word.end.min(time.end), word.start.max(time.start)).of(view.text)
}

/// "He said “we met on Friday”": what is reported in a quotation does not date the quotation.
fn is_kept_apart(view: View<'_>, trigger: &Trigger, time: Span) -> bool {
    let between = between(view, trigger, time);
    let marks = between.chars().filter(|mark| matches!(mark, '"' | '“' | '”')).count();
    trigger.sense.kind.group() == Group::Statement && marks % 2 == 1
}

/// "will review the June 5 accident", "praised Tuesday’s ruling": a time before a noun says which one is meant. It dates nothing that the
/// clause tells.
fn is_before_noun(view: View<'_>, time: Span) -> bool {
    let words = view.language.words_in(time);
    let is_article = |at: usize| view.upos(at) == Upos::Det || view.tag(at) == Tag::PossessivePronoun;
    // The article may be taken for a part of the time.
    let has_article = is_article(words.start) || words.start.checked_sub(1).is_some_and(is_article);
    view.tag(words.end) == Tag::PossessiveEnding || has_article && view.upos(words.end) == Upos::Noun
}

/// "its fourth since 1977", "64 ferries between 1880 and 1950": where a count begins or ends, at which nothing else happened.
fn is_bound(view: View<'_>, time: Span) -> bool {
    let first = view.language.words_in(time).start;
    let sentence = view.sentence(first);
    let Some(before) = first.checked_sub(1).filter(|before| *before >= sentence.start) else {
        return false;
    };
    let near = |words: usize| (before.saturating_sub(words).max(sentence.start)..before).rev();
    // The preposition may be taken for a part of the time.
    let begins_since = view.is(first, "since") || view.is(before, "since");
    let counts = |at: usize| lexicon::is(WordClass::Rank, &view.lower(at)) || view.tag(at) == Tag::SuperlativeAdjective;
    let ends_range = view.is(before, "and") && near(RANGE).any(|at| view.is(at, "between"));
    begins_since && near(COUNT).take_while(|at| !view.tag(*at).is_finite()).any(counts) || ends_range
}

/// "was postponed until 9 September", "moved to Friday": when it will be, and not when it was put off.
fn is_new_date(view: View<'_>, trigger: &Trigger, time: Span) -> bool {
    const PUT_OFF: [&str; 8] = [
        "adjourn",
        "defer",
        "delay",
        "extend",
        "move",
        "postpone",
        "reschedule",
        "suspend",
    ];
    let first = view.language.words_in(time).start;
    // The preposition may be taken for a part of the time.
    let leads = |at: usize| view.is_any(at, &["until", "till", "to"]);
    let is_led = leads(first) || first.checked_sub(1).is_some_and(leads);
    is_led && trigger.word < first && PUT_OFF.contains(&view.lemma(trigger.word).as_str())
}

/// How many words before "since" are looked at for what is counted.
const COUNT: usize = 6;

/// How many words before the "and" of a range begin it.
const RANGE: usize = 5;

/// "“Ferry sinks” — Daily Post, May 3": what follows a quoted title and a dash is when the title appeared.
fn is_of_title(view: View<'_>, trigger: &Trigger, time: Span) -> bool {
    let between = between(view, trigger, time);
    let word = view.span(trigger.word..trigger.word + 1);
    word.end <= time.start && CITED.iter().any(|end| between.contains(end))
}

/// "… whether the two would meet, but the ministry said they will on Thursday": the verb left out is the last one before.
fn elided(view: View<'_>, triggers: &[Trigger], time: Span) -> Option<usize> {
    let first = view.language.words_in(time).start;
    let sentence = view.sentence(first);
    let mut modal = first.checked_sub(1)?;
    if view.upos(modal) == Upos::Adp {
        modal = modal.checked_sub(1)?;
    }
    let stands_in = view.is_any(modal, &["will", "would", "did"]) && view.upos(modal) == Upos::Aux;
    if modal < sentence.start || !stands_in {
        return None;
    }
    let before = triggers.partition_point(|trigger| trigger.word < modal);
    (0..before).rev().take(ELIDED_WITHIN).find(|index| {
        triggers.get(*index).is_some_and(|trigger| {
            sentence.contains(&trigger.word) && !trigger.nominal && trigger.sense.kind.group() != Group::Statement
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::events::triggers::triggers;
    use crate::analysis::times as found_times;
    use crate::language::{Language, testing::parsed};

    /// The words that name the events to which the times of a sentence belong, in the order of the events.
    fn dated((text, language): (String, Language)) -> Vec<String> {
        let view = View::new(&text, &language);
        let found = triggers(view);
        let lists = times(view, &found, &found_times::of_block(&text, &language));
        let dated = found.iter().zip(lists).filter(|(_, list)| !list.is_empty());
        dated.map(|(trigger, _)| view.form(trigger.word).to_owned()).collect()
    }

    #[test]
    fn a_time_goes_to_its_verb() {
        let marked = "They/they/PRP/2/nsubj met/meet/VBD/0/root on/on/IN/4/case Friday/Friday/NNP/2/obl";
        assert_eq!(dated(parsed(marked)), ["met"]);
    }

    #[test]
    fn what_is_over_dates_no_infinitive() {
        let marked = "They/they/PRP/2/nsubj came/come/VBD/0/root to/to/TO/4/mark vote/vote/VB/2/advcl last/last/JJ/6/amod \
                      week/week/NN/4/obl";
        assert_eq!(dated(parsed(marked)), ["came"]);
    }

    #[test]
    fn a_line_with_the_date_dates_nothing() {
        let marked = "May/May/NNP/0/_ 7/7/CD/0/_ ,/,/,/0/_ 2026/2026/CD/0/_ Rao/Rao/NNP/0/_ left/leave/VBD/0/_";
        assert!(dated(parsed(marked)).is_empty());
    }

    #[test]
    fn a_verb_that_is_left_out_is_the_last_one_before() {
        let marked = "Will/will/MD/3/aux they/they/PRP/3/nsubj meet/meet/VB/0/root ,/,/,/5/punct said/say/VBD/3/parataxis \
                      they/they/PRP/7/nsubj will/will/MD/5/ccomp on/on/IN/9/case Thursday/Thursday/NNP/7/obl";
        assert_eq!(dated(parsed(marked)), ["meet"]);
    }

    #[test]
    fn a_time_inside_a_quotation_does_not_date_the_saying() {
        let marked = "He/he/PRP/2/nsubj said/say/VBD/0/root “/“/``/2/punct Friday/Friday/NNP/2/obj ”/”/''/2/punct";
        assert!(dated(parsed(marked)).is_empty());
        let marked = "He/he/PRP/2/nsubj said/say/VBD/0/root Friday/Friday/NNP/2/obj";
        assert_eq!(dated(parsed(marked)), ["said"]);
    }

    #[test]
    fn a_time_before_a_noun_dates_nothing() {
        let marked = "They/they/PRP/3/nsubj will/will/MD/3/aux review/review/VB/0/root the/the/DT/7/det June/June/NNP/7/compound \
                      5/5/CD/5/nummod accident/accident/NN/3/obj";
        assert!(dated(parsed(marked)).is_empty());
        let marked = "They/they/PRP/2/nsubj praised/praise/VBD/0/root Tuesday/Tuesday/NNP/5/nmod:poss ’s/’s/POS/3/case \
                      verdict/verdict/NN/2/obj";
        assert!(dated(parsed(marked)).is_empty());
    }

    #[test]
    fn the_bounds_of_a_count_date_nothing() {
        let marked = "They/they/PRP/3/nsubj will/will/MD/3/aux begin/begin/VB/0/root a/a/DT/5/det strike/strike/NN/3/obj ,/,/,/3/punct                       their/their/PRP$/8/nmod:poss fourth/fourth/JJ/5/appos since/since/IN/10/case 1977/1977/CD/8/nmod";
        assert!(dated(parsed(marked)).is_empty());
        let marked = "They/they/PRP/2/nsubj met/meet/VBD/0/root twice/twice/RB/2/advmod between/between/IN/5/case                       1977/1977/CD/2/obl and/and/CC/7/cc 1980/1980/CD/5/conj";
        let (text, language) = parsed(marked);
        let view = View::new(&text, &language);
        let lists = times(view, &triggers(view), &found_times::of_block(&text, &language));
        assert_eq!(lists.concat().len(), 1, "the second is none of its own");
        let marked =
            "They/they/PRP/3/nsubj have/have/VBP/3/aux met/meet/VBN/0/root since/since/IN/5/case 1977/1977/CD/3/obl";
        assert_eq!(dated(parsed(marked)), ["met"]);
    }

    #[test]
    fn the_day_of_a_title_does_not_date_what_it_tells() {
        let marked = "“/“/``/3/punct Ferry/ferry/NN/3/nsubj sinks/sink/VBZ/0/root ”/”/''/3/punct —/—/:/3/punct \
                      Post/Post/NNP/3/dep May/May/NNP/3/dep 3/3/CD/7/nummod";
        assert!(dated(parsed(marked)).is_empty());
    }
}
