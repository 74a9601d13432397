//! Where the content of a cue ends: at the end of its sentence, or where the writer's own sentence goes on. It does not
//! ask whether anything is reported.

use std::ops::Range;

use crate::analysis::attribution::line::{Item, Line};
use crate::analysis::attribution::phrase;
use crate::language::{Relation, Tag, Upos, Word};

/// The longest content that is followed, in items.
pub const LONGEST: usize = 120;

/// How many heads of a word are followed upwards.
const HIGHEST: usize = 12;

/// How far before a cue the subordinator of its clause may stand, in items.
const NEAR_SUBORDINATOR: usize = 10;

/// Subordinators that lead the writer's own remark behind a comma.
const REMARKS: [&str; 6] = ["when", "where", "while", "although", "though", "whereas"];

/// The item behind the content that begins at `first` and is reported by the cue at item `cue`. `clause` tells whether
/// the content is a finite clause; a phrase ends at more things than a clause does.
#[must_use]
pub fn end(line: Line<'_>, cue: usize, first: usize, clause: bool) -> usize {
    let limit = sentence_end(line, first).min(first + LONGEST);
    let limit = predicate_of(line, cue, first, limit).unwrap_or(limit);
    let content = Content { cue, first, clause };
    (first + 1..limit)
        .find(|&at| ends_at(line, &content, at, limit))
        .unwrap_or(limit)
}

/// "The claim that it fell is wrong": where a noun is the subject of a verb behind its content, the verb's group ends it.
fn predicate_of(line: Line<'_>, cue: usize, first: usize, limit: usize) -> Option<usize> {
    let noun = line
        .word(cue)
        .filter(|word| word.upos == Upos::Noun && matches!(word.relation, Relation::Nsubj | Relation::NsubjPass))?;
    let head = noun.head?;
    let mut at =
        (first + 1..limit).find(|&at| matches!(line.items.get(at), Some(&Item::Word(index)) if index == head))?;
    while at > first + 1 && line.has(at - 1, &[Upos::Aux, Upos::Adv, Upos::Part]) {
        at -= 1;
    }
    Some(at)
}

struct Content {
    cue: usize,
    first: usize,
    clause: bool,
}

/// The end of the sentence that the content stands in, its closing punctuation left out.
fn sentence_end(line: Line<'_>, first: usize) -> usize {
    let mut end = (first..line.len().min(first + LONGEST))
        .find(|&at| matches!(line.form(at), "." | "!" | "?"))
        .unwrap_or(line.len());
    while end > first
        && line
            .word(end - 1)
            .is_some_and(|word| word.upos == Upos::Punct && !matches!(line.form_of(word), ")" | "]"))
    {
        end -= 1;
    }
    end
}

fn ends_at(line: Line<'_>, content: &Content, at: usize, limit: usize) -> bool {
    if closes_speech(line, at - 1) && !line.is_quotation(at) {
        return true;
    }
    let Some(word) = line.word(at) else { return false };
    let form = line.form_of(word);
    match form {
        ";" => true,
        "—" | "–" | "--" | "-" | "―" => {
            // Behind a dash a clause goes on more often than not, unless a clause of its own begins; a phrase is over.
            let spaced = form != "-" || is_spaced(line, at);
            let own = line.has(at + 1, &[Upos::Pron, Upos::Det, Upos::Propn, Upos::Sconj])
                && !phrase::is_relative(line, at + 1)
                && leads_clause(line, at + 1, limit)
                && !is_paired(line, content.first..limit, at);
            spaced && at > content.first + 1 && (!content.clause || own)
        }
        "on" | "late" | "early" if !content.clause => phrase::is_day(line.form(at + 1)),
        "," => at + 1 < limit && ends_at_comma(line, content, at, limit),
        "and" | "but" => !line.is(at - 1, ",") && ends_at_conjunction(line, content, at),
        _ => !content.clause && phrase::is_day(form) && at + 1 >= limit,
    }
}

/// Whether another dash stands in the range: two dashes hold an insertion.
fn is_paired(line: Line<'_>, range: Range<usize>, dash: usize) -> bool {
    range.into_iter().filter(|&at| at != dash).any(|at| {
        line.word(at).is_some_and(|word| {
            matches!(line.form_of(word), "—" | "–" | "--" | "―") || line.form_of(word) == "-" && is_spaced(line, at)
        })
    })
}

/// Whether a hyphen stands free, as a dash does.
fn is_spaced(line: Line<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| line.word(before));
    before
        .zip(line.word(at))
        .is_some_and(|(before, dash)| before.span.end < dash.span.start)
}

/// Whether an item is a quotation that ends in punctuation, which is then the end of what is reported.
fn closes_speech(line: Line<'_>, at: usize) -> bool {
    line.is_quotation(at) && ends_like_speech(line.quoted(at))
}

/// Whether the words inside marks end in punctuation, as a whole utterance does.
#[must_use]
pub fn ends_like_speech(inner: &str) -> bool {
    inner.trim_end().ends_with(['.', ',', '!', '?', '…', '—'])
}

/// Whether a comma ends the content, by what follows it.
fn ends_at_comma(line: Line<'_>, content: &Content, comma: usize, limit: usize) -> bool {
    let next = comma + 1;
    let Some(word) = line.word(next) else {
        return false;
    };
    let form = line.form_of(word).to_lowercase();
    let nominal = matches!(
        word.upos,
        Upos::Det | Upos::Pron | Upos::Propn | Upos::Noun | Upos::Adj | Upos::Num
    ) && !matches!(word.tag, Tag::WhPronoun | Tag::WhDeterminer | Tag::WhPossessive);
    if nominal && leads_clause(line, next, limit) && is_fronted(line, content.cue, comma) {
        return true;
    }
    if form == "according" || form == "which" && !content.clause || REMARKS.contains(&form.as_str()) {
        return true;
    }
    if word.tag == Tag::Gerund {
        return if content.clause {
            hangs_on(line, next, content.cue, 1)
        } else {
            comma > content.first + 1
        };
    }
    // "…, as have others": the writer compares.
    if form == "as" && line.has(next + 1, &[Upos::Aux]) {
        return true;
    }
    if content.clause && matches!(form.as_str(), "and" | "but") && line.is(next + 1, "that") {
        return false;
    }
    if matches!(form.as_str(), "and" | "but" | "so" | "yet") {
        return joins_at_comma(line, content, next, &form);
    }
    if word.tag.is_finite() {
        // "Lund, who said it was over, left": the comma closes the relative clause of the cue.
        return !content.clause || is_relative(line, content.cue);
    }
    !content.clause && (matches!(form.as_str(), "who" | "whom" | "whose") || word.tag == Tag::PastParticiple)
}

/// Whether the cue is the verb of a relative clause.
fn is_relative(line: Line<'_>, cue: usize) -> bool {
    line.relation(cue) == Relation::AclRelcl || (cue.saturating_sub(3)..cue).any(|at| phrase::is_relative(line, at))
}

/// ", and" or ", but": does the joined clause belong to the content or to the writer?
fn joins_at_comma(line: Line<'_>, content: &Content, conjunction: usize, form: &str) -> bool {
    let next = conjunction + 1;
    let Some(word) = line.word(next) else {
        return false;
    };
    let verb = (next..next + 8).find(|&at| {
        line.word(at)
            .is_some_and(|word| word.upos == Upos::Verb || word.tag.is_finite())
    });
    let own = verb.is_some_and(|verb| hangs_on(line, verb, content.cue, 3));
    if !content.clause && (form == "but" || word.tag.is_finite()) {
        return true;
    }
    own && (!word.tag.is_finite() || same_tense(line, content.cue, next))
}

/// "and" or "but" without a comma: a verb behind it that goes on with the cue's clause ends the content.
fn ends_at_conjunction(line: Line<'_>, content: &Content, at: usize) -> bool {
    let skip = usize::from(line.has(at + 1, &[Upos::Adv]));
    let next = at + 1 + skip;
    let (Some(word), Some(cue)) = (line.word(next), line.word(content.cue)) else {
        return false;
    };
    if word.tag.is_finite() {
        if !content.clause {
            return true;
        }
        let verb = if word.upos == Upos::Aux {
            (next + 1..next + 5).find(|&at| line.has(at, &[Upos::Verb]))
        } else {
            Some(next)
        };
        return same_tense(line, content.cue, next) && verb.is_some_and(|verb| hangs_on(line, verb, content.cue, 3));
    }
    !content.clause
        && match word.tag {
            Tag::Gerund => cue.tag == Tag::Gerund,
            Tag::PastParticiple | Tag::BaseVerb => cue.tag == word.tag && hangs_on(line, next, content.cue, 1),
            _ => false,
        }
}

/// Whether the finite form of the cue has the tense of a verb that may be joined to it.
fn same_tense(line: Line<'_>, cue: usize, verb: usize) -> bool {
    let finite = (cue.saturating_sub(4)..=cue)
        .rev()
        .filter_map(|at| line.word(at))
        .find(|word| word.tag.is_finite());
    match (finite, line.word(verb)) {
        (Some(finite), Some(verb)) => finite.tag == verb.tag,
        (None, Some(_)) => true,
        _ => false,
    }
}

/// Whether a finite verb stands near behind a noun phrase that begins here.
fn leads_clause(line: Line<'_>, first: usize, limit: usize) -> bool {
    (first + 1..limit.min(first + 8)).any(|at| line.tag(at).is_finite())
}

/// Whether the clause of the cue stands in front of the main clause, which begins behind the comma.
fn is_fronted(line: Line<'_>, cue: usize, comma: usize) -> bool {
    let Some(&Item::Word(comma)) = line.items.get(comma) else {
        return false;
    };
    // "Asked whether it rained, Lund said": a participle that begins the sentence stands in front; a source that begins
    // it has the main clause for its content.
    let first = line.word(cue);
    if first.is_some_and(|word| line.form_of(word).eq_ignore_ascii_case("according")) {
        return false;
    }
    let participle = cue == 0 && first.is_some_and(|word| matches!(word.tag, Tag::PastParticiple | Tag::Gerund));
    participle || heads(line, cue).any(|head| head > comma) || is_subordinate(line, cue)
}

/// "While critics say": whether the sentence begins with the subordinator of the cue's clause.
fn is_subordinate(line: Line<'_>, cue: usize) -> bool {
    let first = (cue.saturating_sub(NEAR_SUBORDINATOR)..cue)
        .rev()
        .find(|&at| line.is(at, ",") || line.is(at, "."))
        .map_or(cue.saturating_sub(NEAR_SUBORDINATOR), |at| at + 1);
    line.word(first).is_some_and(|word| {
        word.upos == Upos::Sconj
            && REMARKS
                .iter()
                .chain(&["if", "as"])
                .any(|known| line.form_of(word).eq_ignore_ascii_case(known))
    }) || first == 0 && line.has(0, &[Upos::Adp]) && is_relative(line, cue)
}

/// Whether the verb at an item hangs on the cue, directly or over at most `steps` joined verbs.
fn hangs_on(line: Line<'_>, verb: usize, cue: usize, steps: usize) -> bool {
    let Some(&Item::Word(cue)) = line.items.get(cue) else {
        return false;
    };
    let Some(mut word) = line.word(verb) else {
        return false;
    };
    for _ in 0..steps {
        let Some(head) = word.head else { return false };
        if head == cue {
            return true;
        }
        if !matches!(
            word.relation,
            Relation::Conj | Relation::Aux | Relation::Cop | Relation::AuxPass
        ) {
            return false;
        }
        let Some(next) = line.view.language.words.get(head) else {
            return false;
        };
        word = next;
    }
    false
}

/// The heads of a word, nearest first.
fn heads<'a>(line: Line<'a>, at: usize) -> impl Iterator<Item = usize> {
    let first: Option<&Word> = line.word(at);
    std::iter::successors(first.and_then(|word| word.head), |&head| {
        line.view.language.words.get(head).and_then(|word| word.head)
    })
    .take(HIGHEST)
}
