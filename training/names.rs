//! Reads and trains names. Labels of the corpora are brought to one convention first: titles are not part of a name, a
//! country is a place, the adjective of a country is not an actor.

use std::path::{Path, PathBuf};

use copydesk::language::base::hashing::{Case, Form};
use copydesk::language::base::table::Scores as _;
use copydesk::language::base::tagger;
use copydesk::language::names::lists::{self, Lists};
use copydesk::language::names::steps::without_titles;
use copydesk::language::names::{self, CLASSES, OUTSIDE};
use copydesk::language::{Model, Name, NameKind, analyse};
use copydesk::text::Span;
use serde_json::Value;

use crate::learner::{Learner, Random};

const ROUNDS: usize = 8;
/// How many of a hundred capitalised words are hidden in training.
const HIDDEN: u64 = 20;

/// A document with named mentions.
pub struct Document {
    pub paragraphs: Vec<(usize, String)>,
    pub names: Vec<(Span, NameKind)>,
}

impl Document {
    /// The text of all paragraphs.
    pub fn text(&self) -> String {
        let texts: Vec<&str> = self.paragraphs.iter().map(|(_, text)| text.as_str()).collect();
        texts.join("\n\n")
    }
}

/// Reads a file with one document a line.
pub fn read(path: &Path) -> Result<Vec<Document>, Box<dyn std::error::Error>> {
    let mut documents = Vec::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let value: Value = serde_json::from_str(line)?;
        let text = value["text"].as_str().unwrap_or("");
        let mut paragraphs = Vec::new();
        let mut start = 0;
        for paragraph in text.split("\n\n") {
            paragraphs.push((start, paragraph.to_owned()));
            start += paragraph.len() + 2;
        }
        let names = value["mentions"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|mention| mention["form"].as_str().unwrap_or("named") == "named")
            .filter_map(|mention| {
                let mention = if mention["name"].is_object() && mention["name"]["start"].is_u64() {
                    let mut inner = mention["name"].clone();
                    inner["type"] = mention["type"].clone();
                    inner
                } else {
                    mention.clone()
                };
                let kind = match mention["type"].as_str()? {
                    "person" => NameKind::Person,
                    "organization" => NameKind::Organization,
                    "place" => NameKind::Place,
                    _ => NameKind::Other,
                };
                Some((
                    Span::new(mention["start"].as_u64()? as usize, mention["end"].as_u64()? as usize),
                    kind,
                ))
            })
            .collect();
        documents.push(Document { paragraphs, names });
    }
    Ok(documents)
}

/// A sentence with its classes.
struct Example {
    forms: Vec<Form>,
    tagged: Vec<u8>,
    classes: Vec<u8>,
}

/// Trains on those documents of the files that `takes` lets in by their place; `model` gives the tags.
pub fn train(
    files: &[PathBuf],
    model: &dyn Model,
    takes: impl Fn(usize) -> bool,
) -> Result<Learner, Box<dyn std::error::Error>> {
    let mut examples = Vec::new();
    for file in files {
        for (_, document) in read(file)?.into_iter().enumerate().filter(|(place, _)| takes(*place)) {
            for (start, paragraph) in &document.paragraphs {
                let language = analyse(paragraph, model);
                for sentence in &language.sentences {
                    let words = language.words_of(sentence);
                    let forms: Vec<Form> = words.iter().map(|word| Form::new(word.span.of(paragraph))).collect();
                    let tagged: Vec<u8> = words.iter().map(|word| tagger::tag_of(word.upos, word.tag)).collect();
                    let mut classes = vec![OUTSIDE; words.len()];
                    for (span, kind) in &document.names {
                        let Some(from) = words
                            .iter()
                            .position(|word| word.span.shifted(*start).start == span.start)
                        else {
                            continue;
                        };
                        let Some(to) = words.iter().position(|word| word.span.shifted(*start).end == span.end) else {
                            continue;
                        };
                        if to < from {
                            continue;
                        }
                        let name = Name {
                            words: from..to + 1,
                            kind: *kind,
                        };
                        if let Some(name) = convention(&forms, name) {
                            for at in name.words.clone() {
                                classes[at] = names::class(name.kind, at == name.words.start);
                            }
                        }
                    }
                    // Countries that an annotator missed.
                    let listed = lists::look_up(&forms);
                    for at in 0..classes.len() {
                        if classes[at] == OUTSIDE && listed[at].any(Lists::COUNTRY) {
                            classes[at] = names::class(NameKind::Place, !listed[at].goes_on());
                        }
                    }
                    // A few sentences once more in capitals, as headlines have them.
                    if examples.len() % 20 == 0 && classes.iter().any(|class| *class != OUTSIDE) {
                        let forms = words
                            .iter()
                            .map(|word| Form::new(&word.span.of(paragraph).to_uppercase()))
                            .collect();
                        examples.push(Example {
                            forms,
                            tagged: tagged.clone(),
                            classes: classes.clone(),
                        });
                    }
                    examples.push(Example { forms, tagged, classes });
                }
            }
        }
    }
    println!("names: {} sentences", examples.len());
    let mut learner = Learner::default();
    let mut random = Random(4);
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut features = Vec::new();
    for _ in 0..ROUNDS {
        random.shuffle(&mut order);
        for &index in &order {
            let Example { forms, tagged, classes } = &examples[index];
            // Some words are hidden, so that unknown names are read from their shape and place.
            let hidden: Vec<Form> = forms
                .iter()
                .map(|form| {
                    let hides = form.case != Case::Lower && form.case != Case::Mark && random.number() % 100 < HIDDEN;
                    if hides { Form { word: 9, ..*form } } else { *form }
                })
                .collect();
            let view = names::ClassView::new(forms, tagged).with_forms(&hidden);
            let mut given = Vec::with_capacity(forms.len());
            for at in 0..forms.len() {
                let before = given.last().copied().unwrap_or(OUTSIDE);
                if !view.is_open(at, before) {
                    given.push(OUTSIDE);
                    continue;
                }
                features.clear();
                view.extract(at, &given, &mut features);
                let mut scores = [0; CLASSES];
                learner.score(&features, &mut scores);
                let guess = names::choose(&scores, before);
                learner.tick();
                // What goes on a name that was not begun begins one.
                let gold = classes[at];
                let is_lost = gold != OUTSIDE && gold % 2 == 0 && before != gold && before + 1 != gold;
                let right = if is_lost { gold - 1 } else { gold };
                learner.update(&features, usize::from(right), usize::from(guess));
                // Half of the time the right class leads on, so that names are seen from their right start too.
                given.push(if random.number().is_multiple_of(2) {
                    right
                } else {
                    guess
                });
            }
        }
    }
    Ok(learner)
}

/// Brings a name of a corpus to the convention of this program.
fn convention(forms: &[Form], name: Name) -> Option<Name> {
    let mut name = without_titles(forms, name)?;
    let listed = lists::look_up(&forms[name.words.clone()]);
    let all = |lists: Lists| listed.iter().all(|found| found.any(lists));
    if all(Lists::COUNTRY) || name.kind == NameKind::Other && all(Lists::COUNTRY | Lists::CITY) {
        name.kind = NameKind::Place;
    } else if name.kind == NameKind::Place && all(Lists::OTHER) && !all(Lists::COUNTRY | Lists::CITY) {
        name.kind = NameKind::Other;
    }
    Some(name)
}
