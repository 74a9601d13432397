//! Character references of HTML (`&#34;`, `&rsquo;`); it never decodes one that lacks its semicolon.

use std::borrow::Cow;

use html5gum::{Token, Tokenizer};

use crate::text::Span;

/// A character reference and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// Where it is, `&` and `;` included.
    pub span: Span,
    /// The characters it stands for.
    pub decoded: Cow<'static, str>,
}

/// The character references in a stretch of `text`.
pub(crate) fn references(text: &str, within: Span) -> impl Iterator<Item = Reference> + '_ {
    let mut from = within.start;
    std::iter::from_fn(move || {
        loop {
            let rest = text.get(from..within.end)?;
            let start = from + rest.find('&')?;
            from = start + 1;
            let name_end = text
                .get(from..within.end)?
                .bytes()
                .take(LONGEST_NAME)
                .position(|byte| !(byte.is_ascii_alphanumeric() || byte == b'#'))
                .map(|length| from + length);
            let Some(end) = name_end.filter(|&end| text.as_bytes().get(end) == Some(&b';')) else {
                continue;
            };
            if let Some(decoded) = decode(text.get(from..end)?) {
                from = end + 1;
                let span = Span::new(start, from);
                return Some(Reference { span, decoded });
            }
        }
    })
}

/// The longest name of the standard has 31 characters.
const LONGEST_NAME: usize = 33;

fn decode(name: &str) -> Option<Cow<'static, str>> {
    if let Some(number) = name.strip_prefix('#') {
        return numeric(number).map(|c| Cow::Owned(c.to_string()));
    }
    let common = match name {
        "quot" => "\"",
        "apos" => "'",
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "nbsp" => "\u{A0}",
        "shy" => "\u{AD}",
        "lsquo" => "‘",
        "rsquo" => "’",
        "ldquo" => "“",
        "rdquo" => "”",
        "ndash" => "–",
        "mdash" => "—",
        "hellip" => "…",
        _ => return named(name).map(Cow::Owned),
    };
    Some(Cow::Borrowed(common))
}

fn numeric(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) if !hex.is_empty() => u32::from_str_radix(hex, 16).ok()?,
        Some(_) => return None,
        None => number.parse().ok()?,
    };
    // Exports of old word processors write Windows-1252 numbers; HTML reads them so too.
    let code = match code {
        0x80..=0x9F => WINDOWS_1252.get(usize::try_from(code - 0x80).ok()?).copied()?,
        0 => 0xFFFD,
        code => code,
    };
    char::from_u32(code)
}

const WINDOWS_1252: [u32; 32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
];

/// Rare names are looked up in the table of the HTML tokenizer, which has no entry point of its own.
fn named(name: &str) -> Option<String> {
    let source = format!("&{name};");
    let Some(Ok(Token::String(value))) = Tokenizer::new(source.as_str()).next() else {
        return None;
    };
    let decoded = String::from_utf8(value.value.0).ok()?;
    // A known prefix without its semicolon (`&notreal;`) decodes in part; it is left as it is.
    (!decoded.ends_with(';') && decoded != source).then_some(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(text: &str) -> Vec<String> {
        references(text, Span::new(0, text.len()))
            .map(|reference| format!("{}={}", reference.span.of(text), reference.decoded))
            .collect()
    }

    #[test]
    fn names_and_numbers() {
        assert_eq!(
            decoded("&#34;Yes,&#x27; Caf&eacute; &rsquo;s &#150; &Zcaron;"),
            [
                "&#34;=\"",
                "&#x27;='",
                "&eacute;=é",
                "&rsquo;=’",
                "&#150;=–",
                "&Zcaron;=Ž"
            ]
        );
    }

    #[test]
    fn what_is_no_reference_stays() {
        assert!(decoded("AT&T; R&D &;& &#; &#x; &#xD800; &notreal; &amp &hamster;").is_empty());
        assert!(decoded("&&&&&").is_empty());
    }
}
