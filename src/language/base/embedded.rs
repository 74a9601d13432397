//! The model that every draft is read with. It is a value: the same words give the same annotation on every machine.

use std::cell::RefCell;
use std::sync::LazyLock;

use crate::language::base::hashing::Form;
use crate::language::base::lately::Lately;
use crate::language::base::weights::{self, Weights, WeightsError};
use crate::language::base::{clauses, labels, lemma, morphology, parser, predicate, retag, tagger};
use crate::language::{Model, Name, Relation, ShapeModel, Upos, Word, names};

static BYTES: &[u8] = include_bytes!("../weights/english.bin");
static EMBEDDED: LazyLock<Result<Embedded, WeightsError>> = LazyLock::new(|| Embedded::read(BYTES));

/// Tagger, parser, relations and names with their weights.
#[derive(Clone, Copy, Debug)]
pub struct Embedded {
    weights: Weights<'static>,
    /// The digest of the weights.
    digest: u64,
    /// A step of the names layer that is not taken.
    left_out: Option<&'static str>,
}

/// What was weighed lately, with the weights of a digest.
#[derive(Debug, Default)]
struct Weighed {
    digest: u64,
    /// Tags that were clear at the first look.
    tags: Lately<Option<tagger::TagId>>,
    actions: parser::Scorer,
    labels: Lately<labels::RelationId>,
}

thread_local! {
    /// Each thread's own, so that no thread waits for another. A sentence that panics leaves none.
    static WEIGHED: RefCell<Weighed> = RefCell::default();
}

/// The embedded model; one that knows only shapes where the weights do not fit, see [`try_embedded`].
#[must_use]
pub fn embedded() -> &'static dyn Model {
    match try_embedded() {
        Ok(model) => model,
        Err(_) => &ShapeModel,
    }
}

/// The embedded model.
///
/// # Errors
///
/// The weights that were built in do not fit this program; a front end says so and does not start.
pub fn try_embedded() -> Result<&'static Embedded, WeightsError> {
    EMBEDDED.as_ref().map_err(|error| *error)
}

/// Frees what this thread keeps of the words it read lately. It reads the same words more slowly after that, and finds the same.
pub fn forget_weighed() {
    drop(WEIGHED.take());
}

/// The digest of the embedded weights, in hexadecimal: weights with the same digest find the same words. Cheap.
#[must_use]
pub fn weights_digest() -> String {
    format!("{:016x}", weights::digest(BYTES).unwrap_or(0))
}

impl Embedded {
    /// Reads weights.
    ///
    /// # Errors
    ///
    /// The weights do not fit this program.
    pub fn read(bytes: &'static [u8]) -> Result<Self, WeightsError> {
        Weights::read(bytes).map(|weights| Self {
            weights,
            digest: weights::digest(bytes).unwrap_or(0),
            left_out: None,
        })
    }

    /// The same model without one of the [steps](names::steps::STEPS) of the names layer, to see what that step is worth.
    #[must_use]
    pub fn without_step(self, name: &'static str) -> Self {
        Self {
            left_out: Some(name),
            ..self
        }
    }

    /// The weights.
    #[must_use]
    pub fn weights(&self) -> &Weights<'static> {
        &self.weights
    }
}

impl Model for Embedded {
    fn annotate(&self, text: &str, words: &mut [Word]) -> Vec<Name> {
        let forms: Vec<Form> = words.iter().map(|word| Form::new(word.span.of(text))).collect();
        let mut weighed = WEIGHED.take();
        if weighed.digest != self.digest {
            weighed = Weighed::default();
        }
        let first = (&self.weights.tagger, &mut weighed.tags);
        let mut tagged = tagger::tag(first, &self.weights.again, &forms);
        retag::name_given(&forms, &mut tagged);
        let classes = names::classify(&self.weights.names, &forms, &tagged);
        retag::name_people(&forms, &classes, &mut tagged);
        retag::find_past_forms(&forms, &mut tagged);
        if !self.weights.parser.is_empty() {
            predicate::find_relative_verbs(&mut tagged);
            predicate::find_predicate(&forms, &mut tagged);
        }
        write_tags(text, &tagged, words);
        if !self.weights.parser.is_empty() {
            self.parse(&forms, &tagged, &classes, words, &mut weighed);
            clauses::mend(text, words);
        }
        weighed.digest = self.digest;
        WEIGHED.set(weighed);
        morphology::mark_passives(text, words);
        names::find(&names::NameLine::new(text, words, &forms), &classes, self.left_out)
    }
}

impl Embedded {
    /// Gives each word its head and its relation.
    fn parse(&self, forms: &[Form], tagged: &[tagger::TagId], kinds: &[u8], words: &mut [Word], weighed: &mut Weighed) {
        let parser = (&self.weights.parser, &mut weighed.actions);
        let arcs = parser::parse(parser, forms, tagged, kinds, parser::SEARCH);
        let heads: Vec<usize> = arcs.iter().map(|arc| arc.head).collect();
        let relations = (&self.weights.labels, &mut weighed.labels);
        let labels = labels::label(relations, forms, tagged, kinds, &heads);
        for (place, word) in words.iter_mut().enumerate() {
            let Some(arc) = arcs.get(place) else { continue };
            let is_root = arc.head == place;
            word.head = (!is_root).then_some(arc.head);
            word.certainty = parser::certainty(arc.margin);
            word.relation = if is_root {
                Relation::Root
            } else if word.upos == Upos::Punct {
                Relation::Punct
            } else {
                let label = labels.get(place).map_or(usize::MAX, |label| usize::from(*label));
                labels::relations().get(label).copied().unwrap_or(Relation::Dep)
            };
        }
    }
}

/// Gives each word its tags, and what follows from them.
fn write_tags(text: &str, tagged: &[tagger::TagId], words: &mut [Word]) {
    for (word, &tag) in words.iter_mut().zip(tagged) {
        let Some(&(upos, tag)) = tagger::tags().get(usize::from(tag)) else {
            continue;
        };
        let form = word.span.of(text);
        word.upos = upos;
        word.tag = tag;
        word.lemma = lemma::lemma(form, upos, tag);
        word.morph = morphology::of(form, upos, tag);
    }
}
