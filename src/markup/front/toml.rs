//! The scalars of TOML front matter; it never interprets dates or numbers.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::text::Span;

use crate::markup::front::Scalar;

/// The scalars of the TOML in `content`, or where and why it cannot be read.
pub(super) fn scalars(source: &str, content: Span) -> Result<Vec<Scalar>, (Span, String)> {
    let table = DeTable::parse(content.of(source)).map_err(|error| {
        let range = error.span().unwrap_or_default();
        let span = Span::new(range.start, range.end).shifted(content.start);
        (
            span,
            format!("The TOML front matter cannot be read: {}", error.message()),
        )
    })?;
    let mut scalars = Vec::new();
    collect_table(source, content.start, "", table.get_ref(), &mut scalars);
    // A table keeps its keys by name; fields come in the order of the source.
    scalars.sort_by_key(|scalar| scalar.raw.start);
    Ok(scalars)
}

fn collect_table(source: &str, base: usize, path: &str, table: &DeTable<'_>, scalars: &mut Vec<Scalar>) {
    for (key, value) in table {
        let key = if path.is_empty() {
            key.get_ref().to_string()
        } else {
            format!("{path}.{}", key.get_ref())
        };
        collect(source, base, &key, value, scalars);
    }
}

fn collect(source: &str, base: usize, key: &str, value: &Spanned<DeValue<'_>>, scalars: &mut Vec<Scalar>) {
    let range = value.span();
    let raw = Span::new(range.start, range.end).shifted(base);
    match value.get_ref() {
        DeValue::Table(table) => collect_table(source, base, key, table, scalars),
        DeValue::Array(values) => {
            for value in values {
                collect(source, base, key, value, scalars);
            }
        }
        DeValue::String(text) => scalars.push(Scalar {
            key: key.to_owned(),
            value: text.to_string(),
            raw,
            is_text: true,
        }),
        _ => scalars.push(Scalar {
            key: key.to_owned(),
            value: raw.of(source).to_owned(),
            raw,
            is_text: false,
        }),
    }
}
