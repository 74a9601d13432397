//! Front matter: the fields before the body, in YAML, TOML or JSON. Fields that cannot be read never keep the
//! body from being read.

mod fence;
mod json;
mod scalar;
mod toml;
mod yaml;

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::markup::{Block, BlockKind, Field, FrontMatter};
use crate::text::{Span, table};

use fence::Notation;
pub(crate) use scalar::Scalar;

/// Longer front matter is not read: it is not really front matter, and YAML readers are slow on odd input.
const LONGEST: usize = 256 * 1024;

/// What is before the body.
#[derive(Debug, Default)]
pub(crate) struct Front {
    /// The fields.
    pub matter: FrontMatter,
    /// The fields that hold prose, as blocks.
    pub blocks: Vec<Block>,
    /// Where the body begins.
    pub body: usize,
}

/// Reads the front matter of `source`, if it has any.
pub(crate) fn read(source: &str) -> Front {
    let Some(fence) = fence::find(source) else {
        return Front::default();
    };
    let mut front = Front {
        body: fence.span.end,
        ..Front::default()
    };
    front.matter.span = fence.span;
    let scalars = match fence.problem {
        Some(problem) => Err((Span::new(fence.span.start, fence.content.start), problem.to_owned())),
        None if fence.content.len() > LONGEST => {
            Err((fence.span, "The front matter is too long to be read".to_owned()))
        }
        None => match fence.notation {
            Notation::Yaml => yaml::scalars(source, fence.content),
            Notation::Toml => toml::scalars(source, fence.content),
            Notation::Json => json::scalars(source, fence.content),
        },
    };
    match scalars {
        Ok(scalars) => {
            for scalar in scalars {
                let (field, block) = read_scalar(source, scalar);
                front.matter.fields.push(field);
                front.blocks.extend(block);
            }
        }
        Err((span, message)) => {
            front.matter.error = Some((
                Span::new(span.start.min(fence.span.end), span.end.min(fence.span.end)),
                message,
            ))
        }
    }
    front
}

/// A field and, where its key says that it holds prose, its block.
pub(crate) fn read_scalar(source: &str, scalar: Scalar) -> (Field, Option<Block>) {
    let prose = scalar.prose(source).decode_references();
    let field = Field {
        key: scalar.key.clone(),
        value: prose.text().trim().to_owned(),
        span: scalar.content(source),
    };
    let block = (scalar.is_text && holds_prose(&scalar.key))
        .then(|| prose.into_block(BlockKind::Field(scalar.key), false, Span::default()))
        .flatten();
    (field, block)
}

/// The keys of fields that hold prose, in lower case with hyphens.
static PROSE_KEYS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table::lines(include_str!("prose_keys.txt")).collect());

/// Whether a field with this key holds prose. Only the last part of a nested key counts.
pub(crate) fn holds_prose(key: &str) -> bool {
    let last = key.rsplit('.').next().unwrap_or(key);
    let mut folded = String::with_capacity(last.len() + 2);
    for c in last.chars() {
        match c {
            '_' | ' ' => folded.push('-'),
            c if c.is_uppercase() => {
                // "imageCaption" is "image-caption".
                if folded.ends_with(char::is_lowercase) && last.contains(char::is_lowercase) {
                    folded.push('-');
                }
                folded.extend(c.to_lowercase());
            }
            c => folded.push(c),
        }
    }
    PROSE_KEYS.contains(folded.as_str())
}

#[cfg(test)]
mod tests;
