//! Reads CoNLL-U. It keeps what training and measuring need and drops the rest.

use std::path::Path;

use copydesk::language::base::{hashing::Form, parser, tagger};
use copydesk::language::{Relation, Tag, Upos};
use copydesk::text::Span;

/// One word of a treebank.
#[derive(Clone, Debug)]
pub struct Gold {
    pub form: String,
    pub lemma: String,
    pub tag: tagger::TagId,
    pub upos: Upos,
    pub penn: Tag,
    /// 0-based; the word itself where it is the root.
    pub head: usize,
    /// [`Relation::None`] where the program does not know the relation.
    pub relation: Relation,
    /// In the text of its paragraph.
    pub span: Span,
}

/// One sentence of a treebank.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    pub words: Vec<Gold>,
    pub opens_paragraph: bool,
    pub opens_document: bool,
    pub text: String,
    /// For text without gold trees, which document of its file it is of.
    pub document: Option<usize>,
    /// Whether it is from a treebank with conventions other than the program's.
    pub is_foreign: bool,
}

impl Tree {
    /// The forms, as features see them.
    pub fn forms(&self) -> Vec<Form> {
        self.words.iter().map(|word| Form::new(&word.form)).collect()
    }

    /// The gold heads and relations without punctuation.
    pub fn is_node(&self, at: usize) -> bool {
        !parser::is_punctuation(self.words[at].tag)
    }

    /// The head among the nodes, found by climbing over punctuation.
    pub fn node_head(&self, at: usize) -> usize {
        let mut head = self.words[at].head;
        let mut steps = 0;
        while !self.is_node(head) && self.words[head].head != head && steps < 50 {
            head = self.words[head].head;
            steps += 1;
        }
        head
    }
}

/// Reads the trees of a file.
pub fn read(path: &Path) -> std::io::Result<Vec<Tree>> {
    let text = std::fs::read_to_string(path)?;
    let mut trees = Vec::new();
    let mut tree = Tree::default();
    for line in text.lines() {
        if line.is_empty() {
            if !tree.words.is_empty() {
                place(&mut tree);
                trees.push(std::mem::take(&mut tree));
            }
            tree = Tree::default();
        } else if let Some(comment) = line.strip_prefix('#') {
            let comment = comment.trim_start();
            tree.opens_paragraph |= comment.starts_with("newpar");
            tree.opens_document |= comment.starts_with("newdoc");
            if let Some(text) = comment.strip_prefix("text = ") {
                tree.text = text.to_owned();
            }
        } else {
            let fields: Vec<&str> = line.split('\t').collect();
            if fields.len() < 8 || fields[0].contains(['-', '.']) {
                continue;
            }
            let place: usize = fields[0].parse().unwrap_or(1) - 1;
            let head: usize = fields[6].parse().unwrap_or(0);
            let upos = Upos::from_name(fields[3]).unwrap_or(Upos::X);
            let tag = tagger::tags()
                .iter()
                .position(|tag| tag.0 == upos && tag.1.name() == fields[4])
                .or_else(|| tagger::tags().iter().position(|tag| tag.0 == upos))
                .unwrap_or(0);
            tree.words.push(Gold {
                form: fields[1].to_owned(),
                lemma: fields[2].to_owned(),
                tag: tag as tagger::TagId,
                upos,
                penn: tagger::tags()[tag].1,
                head: if head == 0 { place } else { head - 1 },
                relation: Relation::from_name(fields[7]).unwrap_or_default(),
                span: Span::default(),
            });
        }
    }
    if !tree.words.is_empty() {
        place(&mut tree);
        trees.push(tree);
    }
    Ok(trees)
}

/// Finds the words in the sentence's text.
fn place(tree: &mut Tree) {
    let mut at = 0;
    for word in &mut tree.words {
        let rest = &tree.text[at..];
        let lead = rest.len() - rest.trim_start().len();
        if tree.text[at + lead..].starts_with(word.form.as_str()) {
            word.span = Span::new(at + lead, at + lead + word.form.len());
            at = word.span.end;
        } else if let Some(found) = rest.find(word.form.as_str()).filter(|found| *found < 20) {
            word.span = Span::new(at + found, at + found + word.form.len());
            at = word.span.end;
        } else {
            word.span = Span::new(at, at);
        }
    }
}
