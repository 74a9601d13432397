//! The learned part of names: whether a word begins or goes on with a person, an organization, a place or another name,
//! from left to right. It never looks beyond its sentence.

use crate::language::base::hashing::{Capitals, Case, Form, capitals, feature};
use crate::language::base::table::Scores;
use crate::language::base::tagger::tags;
use crate::language::names::lists::{self, Lists};
use crate::language::{Name, NameKind, Upos};

/// Number of classes: outside, and begin and inside of each kind.
pub const CLASSES: usize = 9;
/// No name.
pub const OUTSIDE: u8 = 0;
const KINDS: [NameKind; 4] = [
    NameKind::Person,
    NameKind::Organization,
    NameKind::Place,
    NameKind::Other,
];

/// How many words of a run of capitals are asked for their lists.
const LONGEST_RUN: usize = 8;

/// The class of a word of a name.
#[must_use]
pub fn class(kind: NameKind, begins: bool) -> u8 {
    let place = KINDS.iter().position(|known| *known == kind).unwrap_or(0) as u8;
    1 + place * 2 + u8::from(!begins)
}

/// Whether a word of this class goes on a name that began before it.
#[must_use]
pub const fn goes_on(class: u8) -> bool {
    class != OUTSIDE && class.is_multiple_of(2)
}

/// The kind of the name that a word of this class is in.
#[must_use]
pub fn kind_of(class: u8) -> Option<NameKind> {
    let place = usize::from(class.checked_sub(1)?) / 2;
    KINDS.get(place).copied()
}

/// A sentence as the features of names see it.
pub struct ClassView<'a> {
    forms: &'a [Form],
    tagged: &'a [u8],
    listed: Vec<Lists>,
    capitals: Capitals,
    /// For each word, the run of capitalized words around it.
    runs: Vec<(u32, u32)>,
}

impl<'a> ClassView<'a> {
    /// Reads a tagged sentence.
    #[must_use]
    pub fn new(forms: &'a [Form], tagged: &'a [u8]) -> Self {
        let capitals = capitals(forms);
        let is_capital = |at: usize| {
            forms.get(at).is_some_and(|form| form.case.is_capital())
                && (is_proper(tagged, at) || (at > 0 && capitals == Capitals::Running))
        };
        let mut runs = vec![(0, 0); forms.len()];
        let mut start = 0;
        while start < forms.len() {
            let mut end = start;
            while is_capital(end) {
                end += 1;
            }
            let end = end.max(start + 1).min(forms.len());
            for run in runs.iter_mut().take(end).skip(start) {
                *run = (start as u32, end as u32);
            }
            start = end;
        }
        Self {
            forms,
            tagged,
            listed: lists::look_up(forms),
            capitals,
            runs,
        }
    }

    /// The same sentence with other forms, for training: the lists still know the words.
    #[must_use]
    pub fn with_forms(mut self, forms: &'a [Form]) -> Self {
        self.forms = forms;
        self
    }

    /// Whether the word `at` may be in a name at all, after the class `before`.
    #[must_use]
    pub fn is_open(&self, at: usize, before: u8) -> bool {
        let case = |at: usize| self.forms.get(at).map_or(Case::Mark, |form| form.case);
        let capital = |at: usize| case(at).is_capital() || case(at) == Case::FigureAndLetter;
        capital(at) || before != OUTSIDE || (case(at) == Case::Lower && capital(at + 1) && is_proper(self.tagged, at))
    }

    /// The features of the word `at`; `given` holds the classes before it.
    pub fn extract(&self, at: usize, given: &[u8], features: &mut Vec<u64>) {
        let before = given.last().copied().map_or(0, u64::from);
        let earlier = given.iter().rev().nth(1).copied().map_or(0, u64::from);
        self.extract_words(at, before, features);
        self.extract_run(at, before, earlier, features);
    }

    /// What the word and those right next to it say.
    fn extract_words(&self, at: usize, before: u64, features: &mut Vec<u64>) {
        let place = |offset: isize| at.checked_add_signed(offset).unwrap_or(usize::MAX);
        let (this, last, next) = (self.form(at), self.form(place(-1)), self.form(at + 1));
        let style = self.capitals as u64;
        let case = |form: &Form| form.case as u64 + 16 * style;
        let mut put = |template: u64, values: &[u64]| features.push(feature(template, values));
        put(400, &[before]);
        put(401, &[this.word]);
        put(402, &[this.word, before]);
        put(403, &[last.word]);
        put(404, &[next.word]);
        put(405, &[self.form(place(-2)).word]);
        put(406, &[self.form(at + 2).word]);
        put(407, &[self.tag(at), before]);
        put(408, &[self.tag(place(-1)), self.tag(at), self.tag(at + 1)]);
        put(409, &[this.shape, style]);
        put(410, &[case(this), before]);
        put(411, &[case(last), case(this), case(next)]);
        put(412, &[this.suffixes[1]]);
        put(413, &[this.suffixes[2]]);
        put(414, &[this.suffixes[3]]);
        put(415, &[this.prefixes[2]]);
        put(416, &[this.prefixes[3]]);
        put(417, &[self.list(at), before]);
        put(418, &[self.list(place(-1)), self.list(at)]);
        put(419, &[self.list(at), self.list(at + 1)]);
        put(420, &[self.list(place(-1)), self.list(at), self.list(at + 1), before]);
    }

    /// What the run of capitals around the word says, and what is around that.
    fn extract_run(&self, at: usize, before: u64, earlier: u64, features: &mut Vec<u64>) {
        let (this, last, next) = (self.form(at), self.form(at.wrapping_sub(1)), self.form(at + 1));
        let (start, end) = self.runs.get(at).copied().unwrap_or((0, 0));
        let (start, end) = (start as usize, end as usize);
        let (run_first, run_last) = (self.form(start), self.form(end.wrapping_sub(1)));
        let (run_before, run_after) = (self.form(start.wrapping_sub(1)), self.form(end));
        let run_list = (start..end.min(start + LONGEST_RUN)).fold(0, |all, at| all | self.list(at));
        let position = u64::from(at == start) + 2 * u64::from(at + 1 == end);
        let case = |form: &Form| form.case as u64 + 16 * self.capitals as u64;
        let size = (end - start).min(4) as u64;
        let mut put = |template: u64, values: &[u64]| features.push(feature(template, values));
        put(421, &[run_last.word, position]);
        put(422, &[run_first.word, position]);
        put(423, &[run_before.word, position.min(1)]);
        put(424, &[run_after.word, position]);
        put(425, &[run_list, position, before]);
        put(
            426,
            &[run_list, size, self.list(end.wrapping_sub(1)) | self.list(start) << 16],
        );
        put(427, &[self.list(start.wrapping_sub(1)), self.list(end), run_list]);
        put(428, &[self.list(end.wrapping_sub(1)), size, before]);
        put(429, &[run_after.word, run_before.word]);
        put(430, &[last.word, this.word]);
        put(431, &[this.word, next.word]);
        put(432, &[earlier, before, case(this)]);
        put(433, &[size, case(this), before, position]);
        put(434, &[self.tag(start.wrapping_sub(1)), self.tag(end), size]);
        put(435, &[self.form(start.wrapping_sub(2)).word, run_before.word]);
        put(436, &[run_after.word, self.form(end + 1).word]);
        put(437, &[last.suffixes[2], before, case(this)]);
        put(438, &[next.suffixes[2], case(next), case(this)]);
        put(439, &[u64::from(at == 0), case(this), self.list(at)]);
        put(440, &[run_after.word, case(this), size, before]);
    }

    fn form(&self, at: usize) -> &Form {
        const EDGE: Form = Form {
            word: 1,
            suffixes: [1; 5],
            prefixes: [1; 4],
            shape: 1,
            case: Case::Mark,
        };
        self.forms.get(at).unwrap_or(&EDGE)
    }

    fn tag(&self, at: usize) -> u64 {
        self.tagged.get(at).map_or(255, |tag| u64::from(*tag))
    }

    fn list(&self, at: usize) -> u64 {
        self.listed.get(at).map_or(0, |lists| lists.bits())
    }
}

fn is_proper(tagged: &[u8], at: usize) -> bool {
    tagged
        .get(at)
        .and_then(|tag| tags().get(usize::from(*tag)))
        .is_some_and(|tag| tag.0 == Upos::Propn)
}

/// The best class that may follow `before`.
#[must_use]
pub fn choose(scores: &[i32; CLASSES], before: u8) -> u8 {
    let mut best = (OUTSIDE, i32::MIN);
    for (class, &score) in (0_u8..).zip(scores) {
        if goes_on(class) && before != class && before + 1 != class {
            continue;
        }
        if score > best.1 {
            best = (class, score);
        }
    }
    best.0
}

/// The classes of a tagged sentence.
#[must_use]
pub fn classify(weights: &impl Scores, forms: &[Form], tagged: &[u8]) -> Vec<u8> {
    let view = ClassView::new(forms, tagged);
    let mut given: Vec<u8> = Vec::with_capacity(forms.len());
    let mut features = Vec::with_capacity(48);
    for at in 0..forms.len() {
        let before = given.last().copied().unwrap_or(OUTSIDE);
        if !view.is_open(at, before) {
            given.push(OUTSIDE);
            continue;
        }
        features.clear();
        view.extract(at, &given, &mut features);
        let mut scores = [0; CLASSES];
        weights.score(&features, &mut scores);
        given.push(choose(&scores, before));
    }
    given
}

/// The names that classes spell.
#[must_use]
pub fn spell(classes: &[u8]) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for (at, &class) in classes.iter().enumerate() {
        let Some(kind) = kind_of(class) else { continue };
        match names.last_mut() {
            Some(name) if goes_on(class) && name.words.end == at => name.words.end += 1,
            _ => names.push(Name {
                words: at..at + 1,
                kind,
            }),
        }
    }
    names
}
