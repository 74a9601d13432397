//! What can be written at a place of `copydesk.toml` or `actors.toml`: keys, tables and values, from the published schemas. It checks
//! nothing; a file in the middle of being typed is no TOML.

use serde_json::Value;

/// Something that can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What is shown, and what is typed to find it.
    pub label: String,
    /// What is written in its place.
    pub text: String,
    /// One sentence; may be empty.
    pub about: String,
    /// How many bytes before the place are replaced.
    pub replaces: usize,
}

/// What can be written at the byte `offset` of a file with this schema (as JSON). Linear in the text before it.
#[must_use]
pub fn suggestions(schema: &Value, text: &str, offset: usize) -> Vec<Suggestion> {
    let before = text.get(..offset).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    let here = Here {
        schema,
        above: before.get(..before.len() - line.len()).unwrap_or_default(),
        below: text.get(offset..).unwrap_or_default(),
    };
    let start = line.trim_start();
    if start.starts_with('#') {
        return Vec::new();
    }
    if let Some(header) = start.strip_prefix('[') {
        let name = header.trim_start_matches('[');
        return if name.contains(']') {
            Vec::new()
        } else {
            here.tables(start, name)
        };
    }
    match start.split_once('=') {
        Some((key, value)) => here.values(key.trim(), value.trim_start()),
        None if is_bare(start) => here.keys(start),
        None => Vec::new(),
    }
}

struct Here<'a> {
    schema: &'a Value,
    /// The lines above.
    above: &'a str,
    /// From the place to the end.
    below: &'a str,
}

impl Here<'_> {
    /// The table that the place is in, as names from the top.
    fn table(&self) -> Vec<String> {
        let header = self.above.lines().rev().find_map(header_of);
        header.map_or_else(Vec::new, |name| {
            name.split('.')
                .map(|part| part.trim().trim_matches('"').to_owned())
                .collect()
        })
    }

    /// Keys of the table that it does not have yet.
    fn keys(&self, begun: &str) -> Vec<Suggestion> {
        let Some(table) = self.at(&self.table()) else {
            return Vec::new();
        };
        let above = self.above.lines().rev().take_while(|line| header_of(line).is_none());
        let below = self.below.lines().skip(1).take_while(|line| header_of(line).is_none());
        let written: Vec<&str> = above
            .chain(below)
            .filter_map(|line| Some(line.split_once('=')?.0.trim()))
            .collect();
        properties(self.resolved(table))
            .filter(|(name, _)| !written.contains(&name.as_str()))
            .filter(|(_, property)| !self.is_table(property))
            .map(|(name, property)| Suggestion {
                label: name.clone(),
                text: format!("{name} = {}", self.beginning(property)),
                about: about(property),
                replaces: begun.len(),
            })
            .collect()
    }

    /// Tables, with the brackets that begin them.
    fn tables(&self, start: &str, name: &str) -> Vec<Suggestion> {
        let parents: Vec<String> = match name.rsplit_once('.') {
            Some((parents, _)) => parents.split('.').map(str::to_owned).collect(),
            None => Vec::new(),
        };
        let Some(parent) = self.at(&parents) else {
            return Vec::new();
        };
        let written: Vec<&str> = self.above.lines().filter_map(header_of).collect();
        let tables =
            properties(self.resolved(parent)).filter(|(_, property)| self.is_table(property) || !parents.is_empty());
        tables
            .filter_map(|(name, property)| {
                let path = parents.iter().chain([name]).cloned().collect::<Vec<_>>().join(".");
                let is_list = is_list(property);
                let (open, close) = if is_list { ("[[", "]]") } else { ("[", "]") };
                (is_list || !written.contains(&path.as_str())).then(|| Suggestion {
                    label: format!("{open}{path}{close}"),
                    text: format!("{open}{path}{close}"),
                    about: about(property),
                    replaces: start.len(),
                })
            })
            .collect()
    }

    /// The words that a key can have as its value.
    fn values(&self, key: &str, begun: &str) -> Vec<Suggestion> {
        let mut path = self.table();
        path.extend(key.split('.').map(|part| part.trim().trim_matches('"').to_owned()));
        let word = begun.trim_start_matches('"');
        let closes = self.below.starts_with('"');
        if !is_bare(word) || begun.len() - word.len() > 1 {
            return Vec::new();
        }
        let Some(property) = self.at(&path) else {
            return Vec::new();
        };
        let words = choices(self.resolved(property)).into_iter().map(|choice| Suggestion {
            text: if closes {
                format!("\"{choice}")
            } else {
                format!("\"{choice}\"")
            },
            label: choice,
            about: String::new(),
            replaces: begun.len(),
        });
        words.collect()
    }

    /// What the schema says of a path of names.
    fn at(&self, path: &[String]) -> Option<&Value> {
        let mut place = self.schema;
        for name in path {
            place = properties(self.resolved(place)).find(|(known, _)| *known == name)?.1;
        }
        Some(place)
    }

    /// What is meant: without references, the items of a list, the table among several forms.
    fn resolved<'v>(&'v self, mut place: &'v Value) -> &'v Value {
        for _ in 0..4 {
            let next = place
                .get("$ref")
                .and_then(Value::as_str)
                .and_then(|path| self.schema.pointer(path.trim_start_matches('#')))
                .or_else(|| place.get("allOf")?.get(0))
                .or_else(|| {
                    place
                        .get("items")
                        .filter(|items| items.get("properties").is_some() || items.get("$ref").is_some())
                });
            match next {
                Some(next) => place = next,
                None => break,
            }
        }
        place
    }

    /// Whether it is best written as a table of its own.
    fn is_table(&self, property: &Value) -> bool {
        self.resolved(property).get("properties").is_some()
    }

    /// How a value begins; where words are chosen from, between marks.
    fn beginning(&self, property: &Value) -> &'static str {
        let inner = self.resolved(property);
        let is_text = match inner.get("type") {
            Some(Value::String(name)) => name == "string",
            Some(Value::Array(names)) => names.iter().any(|name| name == "string"),
            _ => !choices(inner).is_empty(),
        };
        match (is_list(property), is_text) {
            (true, _) => "[]",
            (false, true) => "\"\"",
            (false, false) => "",
        }
    }
}

fn header_of(line: &str) -> Option<&str> {
    let inner = line.trim().strip_prefix('[')?;
    Some(inner.trim_start_matches('[').split(']').next()?.trim())
}

fn is_list(property: &Value) -> bool {
    property.get("type").and_then(Value::as_str) == Some("array")
}

fn is_bare(word: &str) -> bool {
    word.chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

fn properties(place: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let own = place.get("properties").and_then(Value::as_object);
    let forms = place.get("anyOf").and_then(Value::as_array).into_iter().flatten();
    let of_forms = forms.filter_map(|form| form.get("properties")?.as_object());
    own.into_iter().chain(of_forms).flatten()
}

/// The words to choose from.
fn choices(place: &Value) -> Vec<String> {
    let forms = ["anyOf", "oneOf"]
        .iter()
        .filter_map(|key| place.get(key)?.as_array())
        .flatten();
    let enums = std::iter::once(place)
        .chain(forms)
        .filter_map(|form| form.get("enum")?.as_array());
    enums.flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

fn about(property: &Value) -> String {
    property
        .get("description")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::config::{actors_schema, config_schema};

    /// The texts that are offered at the bar, with what is replaced before it.
    fn offered(schema: &str, text: &str) -> Vec<(String, usize)> {
        let schema: Value = serde_json::from_str(schema).unwrap();
        let offset = text.find('|').unwrap();
        let found = suggestions(&schema, &text.replace('|', ""), offset);
        found.into_iter().map(|one| (one.text, one.replaces)).collect()
    }

    fn configuration(text: &str) -> Vec<(String, usize)> {
        offered(&config_schema(), text)
    }

    fn has(found: &[(String, usize)], text: &str) -> bool {
        found.iter().any(|(known, _)| known == text)
    }

    #[test]
    fn keys_that_are_not_written_yet() {
        let found = configuration("date = 2031-05-05\nlo|\n");
        assert!(found.contains(&("locale = \"\"".to_owned(), 2)), "{found:?}");
        assert!(!found.iter().any(|(text, _)| text.starts_with("date")), "{found:?}");
        assert!(!has(&found, "rules = "), "a table is written as one: {found:?}");
        let found = configuration("[rules]\ndoubled-word = \"off\"\n|\nlong-lead = \"hint\"\n");
        assert!(has(&found, "unclosed-quote = \"\""), "{found:?}");
        assert!(
            !has(&found, "doubled-word = \"\"") && !has(&found, "long-lead = \"\""),
            "{found:?}"
        );
        let found = configuration("[rules.long-lead]\n|");
        assert!(has(&found, "level = \"\"") && has(&found, "max-words = "), "{found:?}");
    }

    #[test]
    fn values_to_choose_from() {
        let levels = configuration("[rules]\ndoubled-word = |");
        assert_eq!(levels.first(), Some(&("\"off\"".to_owned(), 0)), "{levels:?}");
        assert!(configuration("[rules]\ndoubled-word = \"w|\"").contains(&("\"warning".to_owned(), 2)));
        assert!(has(&configuration("locale = |"), "\"en-GB\""));
        assert!(configuration("date = |").is_empty());
        assert!(configuration("# locale = |").is_empty());
    }

    #[test]
    fn tables() {
        let found = configuration("[|");
        assert!(
            found.contains(&("[rules]".to_owned(), 1)) && has(&found, "[[overrides]]"),
            "{found:?}"
        );
        assert!(has(&configuration("[rules]\n\n[rules.|"), "[rules.long-lead]"));
        assert!(!has(&configuration("[rules]\n[|"), "[rules]"));
    }

    #[test]
    fn the_actor_file_too() {
        let actors = |text: &str| offered(&actors_schema(), text);
        assert!(has(&actors("[|"), "[[actor]]"));
        let found = actors("[[actor]]\nname = \"Rosa Weil\"\n|");
        assert!(
            has(&found, "kind = \"\"") && has(&found, "aliases = []") && has(&found, "titles = []"),
            "{found:?}"
        );
        assert!(!has(&found, "name = \"\""), "{found:?}");
        assert!(has(&actors("[[actor]]\nkind = |"), "\"person\""));
    }

    proptest! {
        #[test]
        fn any_text_has_an_answer(text in ".{0,80}", offset in 0_usize..90) {
            let schema: Value = serde_json::from_str(&config_schema()).unwrap();
            let found = suggestions(&schema, &text, offset);
            prop_assert!(found.iter().all(|one| one.replaces <= offset));
        }
    }
}
