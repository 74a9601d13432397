//! Which words of a quotation its line shows: whole sentences, as many as there is room for. It does not decide which quotations
//! have a line.

use std::ops::Range;
use std::sync::{Arc, LazyLock};

use crate::analysis::actors::tables;
use crate::analysis::{ActorKind, Quotation, QuotationKind};
use crate::engine::Snapshot;
use crate::engine::headline::{LIMIT, one_line};
use crate::engine::lookup::in_block;
use crate::engine::outline::vague::is_known;
use crate::language::{Relation, Upos, View};
use crate::text::{Span, table};

/// Quotation marks.
const MARKS: [char; 8] = ['“', '”', '"', '‘', '’', '\'', '«', '»'];

/// Words that turn against what was said before: the point of a quotation comes after them.
const TURNS: [&str; 5] = ["but", "however", "yet", "still", "though"];

/// Words that another sentence explains.
const OPEN: [&str; 9] = ["it", "this", "that", "these", "those", "they", "he", "she", "such"];

/// What leads in words that the speaker goes on to answer.
static SUPPOSED: LazyLock<Vec<&'static str>> = LazyLock::new(|| table::lines(include_str!("supposed.txt")).collect());

/// How many words may come before the subject of words in small letters: "once", "in fact".
const LEADING: usize = 2;

/// How many characters a sentence has at most that is shown by itself.
const LONGEST: usize = 190;

impl Snapshot {
    /// The words of a quotation as a line, in their marks: its first sentences, or those from where it turns against them ("I know
    /// that. But …"). `None` where its point finds no room, or where other words say what it is about.
    pub(super) fn quoted_line(&self, quotation: &Quotation) -> Option<String> {
        let view = self.view_of(quotation.place.block)?;
        let text = self.text_of(quotation.place);
        let sentences = sentences(view, quotation.place.span);
        let words = chosen(view, &sentences)?;
        // “That is true,” she said. “But nobody asked”: the point is in the next part.
        let next = self.next_part(quotation);
        let turns = next.filter(|next| turns(view, next.place.span));
        let is_all = sentences.last().is_some_and(|last| words.end >= last.end);
        if let Some(line) = turns.filter(|_| is_all).and_then(|next| self.quoted_line(next)) {
            return Some(line);
        }
        let first = words.start;
        if is_open(view, first)
            || self.points_outside(quotation, words.clone())
            || is_about_nothing(view, words.clone())
            || begins_late(view, words.clone())
            || !view.is_capitalized(first) && begins_inside(view, first)
        {
            return None;
        }
        let is_whole = sentences.last().is_some_and(|last| words.end >= last.end);
        let shown = one_line(view.span(words).of(view.text), usize::MAX);
        let (shown, end) = match next {
            // “We know that,” she said, “but we leave”: one sentence in two parts.
            Some(next) if is_whole && shown.ends_with(',') && goes_on(self.text_of(next.place)) => {
                let next = self::sentences(view, next.place.span);
                let joined = next.first().cloned()?;
                let rest = one_line(view.span(joined).of(view.text), usize::MAX);
                // “The pier,” she said, “has closed”: the comma belongs to the sentence around.
                let first = if self.states(quotation) {
                    shown.as_str()
                } else {
                    shown.trim_end_matches(',')
                };
                let whole = format!("{first} {rest}");
                (whole, if next.len() > 1 { " …" } else { "" })
            }
            // What comes after it takes it back.
            _ if is_whole && turns.is_some() => return None,
            _ if is_whole => (shown, ""),
            _ => (shown.trim_end_matches([' ', '…']).to_owned(), " …"),
        };
        let supposes = |case: &&str| {
            shown
                .get(..case.len())
                .is_some_and(|head| head.eq_ignore_ascii_case(case))
        };
        // “What is the harm?” is what the speaker goes on to answer, too.
        let is_answered = !is_whole || next.is_some();
        let asks = shown.ends_with('?') || SUPPOSED.iter().any(supposes);
        if shown.chars().count() > LONGEST || is_answered && asks {
            return None;
        }
        // “We are here,” she said: the comma belongs to the sentence around it.
        let shown = shown.trim_end_matches(',');
        Some(format!("{}{shown}{end}{}", mark_at_start(text), mark_at_end(text)))
    }

    /// The part of a quotation that goes on after who speaks.
    fn next_part(&self, quotation: &Quotation) -> Option<&Quotation> {
        in_block(&self.facts.quotations, quotation.place.block, |other| other.place)
            .map(Arc::as_ref)
            .filter(|other| matches!(other.kind, QuotationKind::Direct | QuotationKind::Mixed))
            .find(|other| other.place.span.start >= quotation.place.span.end)
            .filter(|other| {
                let who = |quotation: &Quotation| quotation.speaker.as_ref().map(|speaker| speaker.place);
                // “The pier,” Lund said in Ostby, “has closed”: a subject waits for its verb.
                let waits = goes_on(self.text_of(other.place)) && who(quotation).is_some() && !self.states(quotation);
                other.group == quotation.group || waits && who(quotation) == who(other) && self.begins_with_verb(other)
            })
    }

    fn begins_with_verb(&self, quotation: &Quotation) -> bool {
        self.view_of(quotation.place.block).is_some_and(|view| {
            let mut words = view.language.words_in(quotation.place.span);
            let first = words.find(|at| view.upos(*at) != Upos::Punct);
            first.is_some_and(|first| view.tag(first).is_finite())
        })
    }

    /// Whether the sentence that a quotation begins goes on after who speaks.
    pub(super) fn is_interrupted(&self, quotation: &Quotation) -> bool {
        self.next_part(quotation)
            .is_some_and(|next| goes_on(self.text_of(next.place)))
    }

    /// “If we did that now, crews would leave”, “Money helps this trade”: whether the words say of something that another sentence
    /// names, before they have named anything: "that", or "this" with a noun that the headline does not have.
    fn points_outside(&self, quotation: &Quotation, words: Range<usize>) -> bool {
        let Some(view) = self.view_of(quotation.place.block) else {
            return true;
        };
        let is_time = |at: usize| {
            let span = view.span(at..at + 1);
            in_block(&self.facts.times, quotation.place.block, |time| time.place)
                .any(|time| time.place.span.overlaps(span))
        };
        let is_noun = |at: &usize| matches!(view.upos(*at), Upos::Noun | Upos::Propn) && !is_time(*at);
        let first_noun = words.clone().find(is_noun).unwrap_or(words.end);
        let is_object = |at: usize| {
            view.is_any(at, &["them", "him", "her", "it"])
                && matches!(view.relation(at), Relation::Obj | Relation::Iobj)
        };
        if (words.start..first_noun).any(is_object) {
            return true;
        }
        let mut demonstratives =
            (words.start..first_noun).filter(|at| view.is_any(*at, &["this", "that", "these", "those"]));
        demonstratives.any(|at| {
            let noun = view
                .head(at)
                .filter(|noun| *noun > at && view.upos(*noun) == Upos::Noun);
            let describes = &[Relation::AclRelcl, Relation::Acl, Relation::Nmod];
            match noun.filter(|_| matches!(view.relation(at), Relation::Det | Relation::Amod)) {
                Some(noun) => {
                    let lemma = view.lemma(noun);
                    let is_clear =
                        is_known(&lemma) || is_people(&lemma) || is_time(noun) || self.is_in_headline(&lemma);
                    !is_clear && view.child_by(noun, describes).is_none()
                }
                None => matches!(view.upos(at), Upos::Pron | Upos::Det) && view.relation(at) != Relation::Mark,
            }
        })
    }
}

/// "these people", "that man": a reader needs no more.
fn is_people(noun: &str) -> bool {
    tables::noun(noun).is_some_and(|(_, noun)| noun.kind == ActorKind::Person && !noun.title)
}

/// Whether the words of a quotation go on with a sentence that began before them.
fn goes_on(text: &str) -> bool {
    text.trim_start_matches(MARKS).starts_with(char::is_lowercase)
}

/// The sentences inside the marks of a quotation, as words; the first and the last may be parts of one.
fn sentences(view: View<'_>, place: Span) -> Vec<Range<usize>> {
    let text = place.of(view.text);
    let bare = text.trim_start_matches(MARKS);
    let from = place.end - bare.len();
    let inside = Span::new(from, from + bare.trim_end_matches(MARKS).len());
    let words = view.language.words_in(inside);
    let of_words = view
        .language
        .sentences
        .iter()
        .map(|sentence| sentence.words.start.max(words.start)..sentence.words.end.min(words.end));
    of_words.filter(|words| !words.is_empty()).collect()
}

/// The words to show: from the first sentence, or from the one that turns against those before it.
fn chosen(view: View<'_>, sentences: &[Range<usize>]) -> Option<Range<usize>> {
    let mut from = 0;
    loop {
        let start = sentences.get(from)?.start;
        let length = |end: usize| view.span(start..end).of(view.text).chars().count();
        let count = sentences
            .iter()
            .skip(from)
            .take_while(|sentence| length(sentence.end) <= LIMIT)
            .count();
        let next = from + count;
        let turns = |at: usize| {
            sentences
                .get(at)
                .is_some_and(|sentence| TURNS.contains(&view.lower(sentence.start).as_str()))
        };
        if count > 0 && turns(next) {
            from = next;
            continue;
        }
        if count > 0 {
            return Some(start..sentences.get(next - 1)?.end);
        }
        // A sentence that is cut says something else, or nothing.
        return sentences
            .get(from)
            .filter(|sentence| length(sentence.end) <= LONGEST)
            .cloned();
    }
}

/// "It took longer", "And that is new", and not "It is clear that".
fn is_open(view: View<'_>, first: usize) -> bool {
    let joins = |at: &usize| matches!(view.upos(*at), Upos::Cconj | Upos::Intj) || view.is(*at, ",");
    let first = (first..view.len()).find(|at| !joins(at)).unwrap_or(first);
    let stands_alone = matches!(view.upos(first), Upos::Pron | Upos::Det) && view.relation(first) != Relation::Expl;
    OPEN.contains(&view.lower(first).as_str()) && stands_alone && !says_clause(view, first)
}

/// "It is clear that", "it seems": a pronoun that stands for a clause.
fn says_clause(view: View<'_>, pronoun: usize) -> bool {
    view.is(pronoun, "it")
        && view.head(pronoun).is_some_and(|head| {
            let clause = view.child_by(head, &[Relation::Csubj, Relation::Ccomp]);
            clause.is_some() && view.upos(head) != Upos::Verb
                || matches!(view.lemma(head).as_ref(), "seem" | "appear" | "look")
        })
}

/// Whether marked words begin with one that turns against those before.
fn turns(view: View<'_>, marked: Span) -> bool {
    let words = view.language.words_in(marked);
    words
        .into_iter()
        .find(|at| view.upos(*at) != Upos::Punct)
        .is_some_and(|first| TURNS.contains(&view.lower(first).as_str()) && view.is_capitalized(first))
}

/// “I want nothing to do with it”: words without a noun, and with a pronoun for what another sentence names.
fn is_about_nothing(view: View<'_>, mut words: Range<usize>) -> bool {
    const POINTERS: [&str; 7] = ["it", "this", "that", "these", "those", "them", "they"];
    let has_noun = words
        .clone()
        .any(|at| matches!(view.upos(at), Upos::Noun | Upos::Propn | Upos::Num));
    !has_noun && words.any(|at| view.is_any(at, &POINTERS) && matches!(view.upos(at), Upos::Pron | Upos::Det))
}

/// “instrumental in helping them … I have no confidence”: words in small letters whose first verb has its subject outside.
fn begins_late(view: View<'_>, words: Range<usize>) -> bool {
    if view.is_capitalized(words.start) {
        return false;
    }
    let first = words.clone().find(|at| view.tag(*at).is_finite());
    let subject = first.and_then(|verb| view.subject_of(verb).filter(|subject| words.contains(subject)));
    subject.is_none_or(|subject| view.noun_phrase(subject).start > words.start + LEADING)
}

/// Words in small letters that go on a sentence: "was approved", "so that we can".
fn begins_inside(view: View<'_>, first: usize) -> bool {
    matches!(
        view.upos(first),
        Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Cconj | Upos::Part
    )
}

fn mark_at_start(text: &str) -> &str {
    let bare = text.trim_start_matches(MARKS);
    text.strip_suffix(bare).unwrap_or_default()
}

fn mark_at_end(text: &str) -> &str {
    let bare = text.trim_end_matches(MARKS);
    text.strip_prefix(bare).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::engine::{Cache, Draft, OutlineKind, analyse};
    use crate::language;

    /// The quotations of the outline of a draft.
    fn lines(text: &str) -> Vec<String> {
        let draft = Draft {
            text: text.into(),
            ..Draft::default()
        };
        let outline = analyse(&draft, &Cache::default(), language::embedded()).outline();
        let quotations = outline.into_iter().filter(|item| item.kind == OutlineKind::Quotation);
        quotations.map(|item| item.name).collect()
    }

    #[test]
    fn a_line_has_the_point_of_a_quotation() {
        for (text, expected) in [
            (
                "“The crews know that the pier is old. But nobody has asked them about the new one,” Rosa Weil said.",
                "“The crews know that the pier is old. But nobody has asked them about the new one”",
            ),
            (
                "“I know the crews want to meet in Ostby,” Rosa Weil said, “but the harbor can wait until spring.”",
                "“I know the crews want to meet in Ostby, but the harbor can wait until spring.”",
            ),
            (
                "“The crews of the harbor,” Rosa Weil said at a meeting in Ostby, “have left for the winter.”",
                "“The crews of the harbor have left for the winter.”",
            ),
            (
                "“The crews of the harbor are tired,” Rosa Weil said. “But nobody in Ostby has asked the board.”",
                "“But nobody in Ostby has asked the board.”",
            ),
            (
                "“The crews of the harbor are tired,” Rosa Weil said as she sat down in Ostby on Monday.",
                "“The crews of the harbor are tired”",
            ),
        ] {
            assert_eq!(lines(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_other_words_explain_has_no_line() {
        for text in [
            "“This took longer than any of the crews thought,” Rosa Weil said.",
            "“They sold the pier without a word to the crews,” Rosa Weil said.",
            "“And that is, I think, what the crews of Ostby want,” Rosa Weil said.",
            "“Who will pay for the pier of Ostby? The crews have asked the council, the port, the county and the ministry for the money, and \
             none of them has given a cent for the repair of the harbor,” Rosa Weil said.",
            "“I’m not saying the pier of Ostby is safe. The crews have asked the council, the port, the county and the ministry to look at \
             it, and none of them has sent a single engineer to the harbor,” Rosa Weil said.",
            "“The crews in the harbor,” Rosa Weil said.",
            "Rosa Weil wants to make sure that “the crews stay in the harbor of Ostby for the rest of the year and for all of the next one, \
             and that nobody in the whole of the county has to leave a house at the river, the dam or the mill for good.”",
            "“The crews of the harbor have left the pier for good,” a sign at the gate said.",
        ] {
            assert!(lines(text).is_empty(), "{:?}", lines(text));
        }
        let clear = "“It is clear that the crews of the harbor will leave,” Rosa Weil said.";
        assert_eq!(lines(clear), ["“It is clear that the crews of the harbor will leave”"]);
    }
}
