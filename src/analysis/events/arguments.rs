//! Who takes part in an event, by the parse; by the nearest noun phrases where there is none.

use crate::analysis::ParticipantRole::{self, Agent, Patient};
use crate::analysis::events::lexicon;
use crate::analysis::events::tree::Tree;
use crate::analysis::events::triggers::Trigger;
use crate::analysis::times::LocalTime;
use crate::language::Upos;

/// A noun, by its head word, and its role.
pub type Argument = (usize, ParticipantRole);

/// The participants of a trigger, in the order of the text, without doubles.
#[must_use]
pub fn arguments(tree: &Tree<'_>, trigger: &Trigger, times: &[LocalTime]) -> Vec<Argument> {
    let mut found = Vec::new();
    if !tree.is_parsed(trigger.word) {
        if trigger.nominal {
            beside_noun(tree, trigger, &mut found);
        } else {
            nearest(tree, trigger.word, &mut found);
        }
    } else if trigger.nominal {
        of_noun(tree, trigger, &mut found);
    } else {
        of_verb(tree, trigger.word, trigger.entry.kind.name, &mut found);
    }
    // "met on Friday": a time is nobody.
    let dateline = tree.dateline();
    found.retain(|(word, _)| *word >= dateline && is_participant(tree, *word) && !is_time(tree, *word, times));
    if lexicon::is("reciprocal", trigger.entry.kind.name) {
        reciprocal(&mut found);
    }
    found.sort_by_key(|(word, _)| *word);
    found.dedup_by_key(|(word, _)| *word);
    found
}

/// "X and Y met", "X met with Y", "talks between X and Y": the first one is the agent, the others are patients.
fn reciprocal(found: &mut [Argument]) {
    if found.iter().any(|(_, role)| *role == Patient) {
        return;
    }
    let first = found.iter().map(|(word, _)| *word).min();
    for (word, role) in found.iter_mut() {
        if Some(*word) != first {
            *role = Patient;
        }
    }
}

fn is_time(tree: &Tree<'_>, word: usize, times: &[LocalTime]) -> bool {
    let span = tree.span(word..word + 1);
    // Times come in order.
    let next = times.partition_point(|time| time.span.end <= span.start);
    times.get(next).is_some_and(|time| time.span.overlaps(span))
}

fn is_participant(tree: &Tree<'_>, word: usize) -> bool {
    match tree.upos(word) {
        Upos::Noun | Upos::Propn => true,
        Upos::Pron => {
            !matches!(
                tree.lower(word).as_str(),
                "it" | "there" | "that" | "which" | "what" | "this" | "who"
            ) || tree.lower(word) == "it" && tree.relation(word) != "expl"
        }
        Upos::Num | Upos::Adj | Upos::Det | Upos::Sym | Upos::X => true,
        _ => false,
    }
}

/// A nominal with what is joined to it.
fn with_conjuncts(tree: &Tree<'_>, word: usize, role: ParticipantRole, found: &mut Vec<Argument>) {
    let antecedent = antecedent(tree, word).unwrap_or(word);
    found.push((antecedent, role));
    for joined in tree.children_by(antecedent, &["conj"]) {
        // "expanding control and Varland raising dues": what is joined is the next clause.
        let next_clause = matches!(tree.xpos(joined + 1), "VBG" | "VBD" | "VBZ" | "VBP")
            && matches!(tree.relation(joined + 1), "conj" | "acl")
            && tree.lower(joined.saturating_sub(1)) == "and"
            && tree.upos(joined + 1) == Upos::Verb;
        if !next_clause && matches!(tree.upos(joined), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num) {
            found.push((joined, role));
        }
    }
}

/// The noun that a relative pronoun stands for.
fn antecedent(tree: &Tree<'_>, word: usize) -> Option<usize> {
    if !matches!(tree.lower(word).as_str(), "who" | "which" | "that" | "whom") || tree.upos(word) != Upos::Pron {
        return None;
    }
    let clause = tree.head(word)?;
    let clause = std::iter::once(clause)
        .chain(tree.ancestors(clause))
        .find(|at| tree.relation(*at).starts_with("acl"))?;
    tree.head(clause)
}

fn of_verb(tree: &Tree<'_>, verb: usize, kind: &str, found: &mut Vec<Argument>) {
    let passive = is_passive(tree, verb);
    for child in tree.children(verb).iter().copied() {
        match tree.relation(child) {
            "nsubj" | "csubj" if passive => with_conjuncts(tree, child, Patient, found),
            "nsubj" => with_conjuncts(tree, child, Agent, found),
            "nsubj:pass" => with_conjuncts(tree, child, Patient, found),
            "obj" | "iobj" => with_conjuncts(tree, child, Patient, found),
            "obl:agent" => with_conjuncts(tree, child, Agent, found),
            "obl" | "nmod" => {
                if let Some(role) = oblique(tree, child, kind, passive) {
                    with_conjuncts(tree, child, role, found);
                }
            }
            _ => {}
        }
    }
    // "demanded that the council resign": who is to do it is asked.
    if matches!(kind, "demand" | "threaten" | "promise") && !found.iter().any(|(_, role)| *role == Patient) {
        for clause in tree.children_by(verb, &["ccomp"]) {
            if let Some(subject) = tree.children_by(clause, &["nsubj", "nsubj:pass"]).next() {
                with_conjuncts(tree, subject, Patient, found);
            }
        }
    }
    let missing = if passive { Patient } else { Agent };
    if !found.iter().any(|(_, role)| *role == missing) {
        if let Some(own) = own_subject(tree, verb).or_else(|| beside(tree, verb)) {
            with_conjuncts(tree, own, missing, found);
        } else {
            inherited_subject(tree, verb, passive, found);
        }
    }
    // "the boat they left": the noun that a relative clause without an object describes is its object.
    if tree.relation(verb) == "acl:relcl"
        && !found.iter().any(|(_, role)| *role == Patient)
        && let Some(head) = tree.head(verb)
        && !found.iter().any(|(word, _)| *word == head)
        && tree.children_by(verb, &["nsubj"]).next().is_some()
    {
        found.push((head, Patient));
    }
}

/// "… and Varland raising dues": the name between "and" and a verb that the parse joins to another one.
fn own_subject(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let before = verb.checked_sub(1)?;
    let led = tree.lower(before.checked_sub(1)?);
    (matches!(tree.relation(verb), "conj" | "acl")
        && tree.upos(before) == Upos::Propn
        && matches!(led.as_str(), "and" | "while" | "but"))
    .then_some(before)
}

/// Whether the parse hangs a verb on the town of a dateline.
fn hangs_on_dateline(tree: &Tree<'_>, verb: usize) -> bool {
    let dateline = tree.dateline();
    matches!(tree.xpos(verb), "VBD" | "VBN") && verb >= dateline && tree.head(verb).is_some_and(|head| head < dateline)
}

/// The noun right before a finite verb for which the parse has no subject, as behind a dateline.
fn beside(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let finite = matches!(tree.xpos(verb), "VBD" | "VBZ" | "VBP")
        && matches!(tree.relation(verb), "root" | "parataxis" | "ccomp");
    let doubled = verb > 0 && tree.lower(verb - 1) == tree.lower(verb);
    if !finite && !doubled && !hangs_on_dateline(tree, verb) {
        return None;
    }
    let sentence = tree.sentence(verb);
    let same = |at: usize| tree.lower(at) == tree.lower(verb);
    let subject = (sentence.start..verb)
        .rev()
        .take(4)
        .find(|at| !matches!(tree.upos(*at), Upos::Adv | Upos::Aux) && !same(*at))?;
    let phrase = is_nominal(tree, subject).then(|| tree.chunk(subject))?;
    let led = phrase.start.checked_sub(1).filter(|before| *before >= sentence.start);
    led.is_none_or(|before| tree.upos(before) == Upos::Punct || before < tree.dateline())
        .then_some(subject)
}

fn is_passive(tree: &Tree<'_>, verb: usize) -> bool {
    let object = || tree.children_by(verb, &["obj"]).next().is_some();
    // "a fire destroyed the old one", "PORT SENN — Crews called off a strike": past tenses that look like participles.
    // "Sixty migrants rescued off Kessel": a headline, which has no full stop, leaves "were" out.
    let is_headline = || {
        let sentence = tree.sentence(verb);
        sentence.start == 0 && tree.upos(sentence.end.saturating_sub(1)) != Upos::Punct && !object()
    };
    if tree.xpos(verb) == "VBD" && lexicon::is("headline-passive", &tree.lower(verb)) && is_headline() {
        return true;
    }
    let auxiliary = || {
        tree.children_by(verb, &["aux:pass", "nsubj:pass", "obl:agent"])
            .next()
            .is_some()
    };
    if tree.xpos(verb) == "VBN" && object() && !auxiliary() || hangs_on_dateline(tree, verb) {
        return false;
    }
    tree.children_by(verb, &["nsubj:pass", "aux:pass"]).next().is_some()
        || tree.relation(verb) == "acl" && tree.xpos(verb) == "VBN"
        || tree.xpos(verb) == "VBN"
            && tree.children_by(verb, &["aux"]).next().is_none()
            && !matches!(tree.relation(verb), "conj")
}

fn oblique(tree: &Tree<'_>, nominal: usize, kind: &str, passive: bool) -> Option<ParticipantRole> {
    let case = tree.case(nominal)?;
    match case.as_str() {
        "by" if passive => Some(Agent),
        "with"
            if matches!(
                kind,
                "meet"
                    | "negotiate"
                    | "agree"
                    | "fight"
                    | "cooperate"
                    | "merge"
                    | "sign"
                    | "marry"
                    | "mediate"
                    | "truce"
            ) =>
        {
            Some(Patient)
        }
        "against" | "to" | "on" | "at" | "upon" | "for" | "from"
            if matches!(
                (case.as_str(), kind),
                ("against", _)
                    | (
                        "to",
                        "say" | "promise" | "aid" | "demand" | "concede" | "sell" | "meet" | "award" | "threaten"
                    )
                    | ("on", "demand" | "attack" | "sanction" | "tariff" | "restrict")
                    | ("at", "attack" | "criticise")
                    | ("upon", "demand")
            ) =>
        {
            Some(Patient)
        }
        _ => None,
    }
}

/// The subject that a verb without one shares: coordination, control, participles.
fn inherited_subject(tree: &Tree<'_>, verb: usize, passive: bool, found: &mut Vec<Argument>) {
    let role = if passive { Patient } else { Agent };
    let mut at = verb;
    for _ in 0..6 {
        let Some(head) = tree.head(at) else { return };
        match tree.relation(at) {
            "acl" => {
                // "a letter written", "the man leading": the noun described; "a plan to meet": who has the plan.
                if matches!(tree.xpos(verb), "VBN" | "VBG" | "VBD") {
                    with_conjuncts(tree, head, role, found);
                }
                return;
            }
            "acl:relcl" => {
                if tree.children_by(at, &["nsubj", "nsubj:pass"]).next().is_none() {
                    with_conjuncts(tree, head, role, found);
                }
                return;
            }
            // "is set to meet": whoever is set.
            "csubj" | "advcl" | "ccomp"
                if tree.upos(head) == Upos::Adj && tree.lower(verb.saturating_sub(1)) == "to" =>
            {
                if let Some(subject) = tree.children_by(head, &["nsubj"]).next() {
                    with_conjuncts(tree, subject, role, found);
                }
                return;
            }
            "conj" | "advcl" | "xcomp" | "parataxis" => {
                // A clause of its own with "because", "when" and the like names its own subject.
                if tree.relation(at) == "advcl" && matches!(tree.xpos(at), "VBD" | "VBZ" | "VBP") {
                    return;
                }
                let controls = tree.relation(at) == "xcomp" && lexicon::is("object-control", &tree.lemma(head));
                let controller = controls
                    .then(|| {
                        let called_on = |child: &usize| matches!(tree.case(*child).as_deref(), Some("on" | "upon"));
                        tree.children_by(head, &["obj", "iobj", "nsubj:pass"])
                            .next()
                            .or_else(|| tree.children_by(head, &["obl"]).find(called_on))
                    })
                    .flatten();
                if let Some(object) = controller {
                    with_conjuncts(tree, object, role, found);
                    return;
                }
                if let Some(subject) = tree.children_by(head, &["nsubj", "nsubj:pass"]).next() {
                    with_conjuncts(tree, subject, role, found);
                    return;
                }
                at = head;
            }
            _ => return,
        }
    }
}

fn of_noun(tree: &Tree<'_>, trigger: &Trigger, found: &mut Vec<Argument>) {
    let kind = trigger.entry.kind.name;
    if let Some(light) = trigger.light {
        let passive = tree.relation(trigger.word) == "nsubj:pass";
        for child in tree.children(light).iter().copied() {
            match tree.relation(child) {
                "nsubj" if !passive => with_conjuncts(tree, child, Agent, found),
                "obl:agent" => with_conjuncts(tree, child, Agent, found),
                "iobj" => with_conjuncts(tree, child, Patient, found),
                "obl" => match tree.case(child).as_deref() {
                    Some("by") if passive => with_conjuncts(tree, child, Agent, found),
                    Some("with" | "against" | "on" | "to" | "upon") => with_conjuncts(tree, child, Patient, found),
                    _ => {}
                },
                _ => {}
            }
        }
        if !passive && !found.iter().any(|(_, role)| *role == Agent) {
            inherited_subject(tree, light, false, found);
        }
    }
    during(tree, trigger, found);
    let has_agent = found.iter().any(|(_, role)| *role == Agent);
    for child in tree.children(trigger.word).iter().copied() {
        match (tree.relation(child), tree.case(child).as_deref()) {
            ("nmod:poss", _) if !has_agent => with_conjuncts(tree, child, Agent, found),
            ("nmod" | "obl", Some("by")) => with_conjuncts(tree, child, Agent, found),
            ("nmod" | "obl", Some("between" | "among")) => with_conjuncts(tree, child, Agent, found),
            // "a meeting on the sidelines": with whom one meets stands behind "with".
            ("nmod" | "obl", Some(case @ ("with" | "against" | "on" | "to" | "upon")))
                if matches!(case, "with" | "against") || kind != "meet" =>
            {
                with_conjuncts(tree, child, Patient, found);
            }
            ("nmod", Some("of")) => {
                let acts = matches!(
                    kind,
                    "meet" | "arrive" | "leave" | "die" | "resign" | "protest" | "visit"
                );
                with_conjuncts(tree, child, if acts { Agent } else { Patient }, found);
            }
            _ => {}
        }
    }
}

/// "X told Y in a phone call": who speaks in a call takes part in it.
fn during(tree: &Tree<'_>, trigger: &Trigger, found: &mut Vec<Argument>) {
    let named = tree.children(trigger.word).iter().any(|child| {
        tree.relation(*child).starts_with("nmod")
            && matches!(tree.case(*child).as_deref(), Some("between" | "with" | "by") | None)
    });
    if named
        || trigger.entry.kind.name != "meet"
        || !matches!(tree.case(trigger.word).as_deref(), Some("during" | "in" | "at"))
    {
        return;
    }
    let Some(verb) = tree.head(trigger.word).filter(|head| tree.upos(*head) == Upos::Verb) else {
        return;
    };
    if lexicon::verb(&tree.lemma(verb)).kind.name != "say" {
        return;
    }
    for child in tree.children(verb).iter().copied() {
        match tree.relation(child) {
            "nsubj" => with_conjuncts(tree, child, Agent, found),
            "obj" | "iobj" => with_conjuncts(tree, child, Patient, found),
            _ => {}
        }
    }
}

/// Without a parse: the nearest noun phrase on the left acts, the one right behind suffers; a passive turns them.
fn nearest(tree: &Tree<'_>, verb: usize, found: &mut Vec<Argument>) {
    let sentence = tree.sentence(verb);
    let led = sentence.start.max(verb.saturating_sub(3))..verb;
    let auxiliary = led.into_iter().any(|at| {
        matches!(
            tree.lower(at).as_str(),
            "was" | "were" | "is" | "are" | "been" | "be" | "being"
        )
    });
    let behind_noun = verb > sentence.start && is_nominal(tree, verb - 1);
    let passive = tree.xpos(verb) == "VBN" && (auxiliary || behind_noun);
    let subject = if passive && behind_noun {
        Some(verb - 1)
    } else {
        subject_before(tree, verb)
    };
    if let Some(subject) = subject {
        found.push((subject, if passive { Patient } else { Agent }));
    }
    let mut by = false;
    for at in verb + 1..sentence.end.min(verb + 8) {
        match tree.upos(at) {
            Upos::Adp if tree.lower(at) == "by" && passive => by = true,
            Upos::Adp if matches!(tree.lower(at).as_str(), "with" | "against" | "to" | "on") && at == verb + 1 => {}
            Upos::Pron if tree.xpos(at) == "PRP$" => {}
            Upos::Det | Upos::Adj | Upos::Num | Upos::Adv | Upos::Part => {}
            Upos::Noun | Upos::Propn | Upos::Pron => {
                let head = end_of_phrase(tree, at, sentence.end);
                if !passive {
                    found.push((head, Patient));
                } else if by {
                    found.push((head, Agent));
                }
                return;
            }
            _ => return,
        }
    }
}

fn is_nominal(tree: &Tree<'_>, at: usize) -> bool {
    matches!(tree.upos(at), Upos::Noun | Upos::Propn) || tree.upos(at) == Upos::Pron && tree.xpos(at) != "PRP$"
}

/// The last word of the run of nouns that begins at `at`, over a possessive ("Ostrava's mayor").
fn end_of_phrase(tree: &Tree<'_>, at: usize, limit: usize) -> usize {
    let mut head = at;
    while head + 1 < limit {
        let next = head + 1;
        if matches!(tree.upos(next), Upos::Noun | Upos::Propn) {
            head = next;
        } else if tree.xpos(next) == "POS"
            && next + 1 < limit
            && matches!(tree.upos(next + 1), Upos::Noun | Upos::Propn | Upos::Adj)
        {
            head = next + 1;
        } else {
            break;
        }
    }
    head
}

/// The noun before a verb that stands behind no preposition.
fn subject_before(tree: &Tree<'_>, verb: usize) -> Option<usize> {
    let sentence = tree.sentence(verb);
    let mut at = verb;
    let mut subject = None;
    while at > sentence.start && verb - at < 25 {
        at -= 1;
        if is_nominal(tree, at) && !matches!(tree.upos(at + 1), Upos::Noun | Upos::Propn) {
            let phrase = tree.phrase(at);
            subject = Some(at);
            match phrase.start.checked_sub(1).filter(|before| *before >= sentence.start) {
                // A noun behind a preposition belongs to the noun before it.
                Some(before) if tree.upos(before) == Upos::Adp => at = before,
                _ => break,
            }
        } else if tree.upos(at) == Upos::Verb && subject.is_none() && verb - at > 3 {
            break;
        }
    }
    subject
}

/// Without a parse: who "between", "with" and "by" name behind an event noun, and who speaks in a call.
fn beside_noun(tree: &Tree<'_>, trigger: &Trigger, found: &mut Vec<Argument>) {
    let sentence = tree.sentence(trigger.word);
    let next = trigger.word + 1;
    let role = match tree.lower(next).as_str() {
        "between" | "by" | "of" if tree.upos(next) == Upos::Adp => Agent,
        "with" | "against" => Patient,
        "on" if matches!(trigger.entry.kind.name, "attack" | "tariff" | "sanction" | "restrict") => Patient,
        _ => {
            let phrase = tree.phrase(trigger.word);
            let during = phrase.start.checked_sub(1).filter(|at| {
                *at >= sentence.start && matches!(tree.lower(*at).as_str(), "during" | "in" | "on" | "over" | "by")
            });
            let verb = during.and_then(|during| {
                (during.saturating_sub(14).max(sentence.start)..during)
                    .rev()
                    .find(|at| tree.upos(*at) == Upos::Verb)
                    .filter(|verb| lexicon::verb(&tree.lemma(*verb)).kind.name == "say")
            });
            if let Some(verb) = verb.filter(|_| trigger.entry.kind.name == "meet") {
                nearest(tree, verb, found);
            }
            return;
        }
    };
    let start = (next + 1..sentence.end.min(next + 5)).find(|at| is_nominal(tree, *at));
    let Some(first) = start else { return };
    let head = end_of_phrase(tree, first, sentence.end);
    if tree.lower(next) == "of" && trigger.entry.kind.name != "meet" {
        found.push((head, Patient));
        return;
    }
    found.push((head, role));
    if tree.lower(head + 1) == "and" && head + 2 < sentence.end {
        let other = (head + 2..sentence.end.min(head + 5)).find(|at| is_nominal(tree, *at));
        if let Some(other) = other {
            found.push((end_of_phrase(tree, other, sentence.end), role));
        }
    }
}
