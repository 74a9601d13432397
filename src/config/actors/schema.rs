//! The published JSON Schema of the actor file, for editors that complete and check TOML with one. It reads no file.

use std::collections::BTreeMap;

use schemars::{JsonSchema, generate::SchemaSettings};

/// The JSON Schema of `actors.toml`, as pretty-printed JSON with a line break at the end.
#[must_use]
pub fn actors_schema() -> String {
    let schema = SchemaSettings::draft07()
        .into_generator()
        .into_root_schema_for::<ActorFile>();
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// The newsroom's actor file: how names are spelled, who has which title, and since when.
#[derive(JsonSchema)]
#[schemars(title = "copydesk actor file")]
#[allow(dead_code, reason = "only its shape is used")]
struct ActorFile {
    /// The entries, each beginning with [[actor]].
    #[schemars(default)]
    actor: Vec<Actor>,
    #[schemars(flatten)]
    _others: BTreeMap<String, serde_json::Value>,
}

/// Somebody or something that the newsroom knows.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
#[allow(dead_code, reason = "only its shape is used")]
struct Actor {
    /// A short name for other tools, unique in the file. Made from the name where it is left out ("mirela-dovak").
    #[schemars(length(min = 1, max = 200))]
    id: Option<String>,
    /// What it is.
    kind: Kind,
    /// The name as the newsroom spells it.
    #[schemars(length(min = 1, max = 200))]
    name: String,
    /// Other right names. A last name alone needs no alias: short names are found if one person has them.
    #[schemars(default)]
    aliases: Vec<String>,
    /// Common wrong spellings; in a draft they are flagged and replaced by the name.
    #[schemars(default)]
    misspellings: Vec<String>,
    /// The title or role, where there is one.
    title: Option<Title>,
    /// Titles and roles, where there are several or they change.
    #[schemars(default)]
    titles: Vec<Title>,
    /// The pronouns the person goes by ("she/her").
    pronouns: Option<String>,
    /// The organization, party or state it belongs to.
    affiliation: Option<String>,
    /// A remark for whoever edits.
    note: Option<String>,
    /// Where to read more.
    #[schemars(regex(pattern = "^https?://"))]
    link: Option<String>,
    /// What sources are summed by in reports, each a name with its value ({ desk = "Business", expertise = "shipping" }).
    /// Nobody has an attribute that is not written here.
    #[schemars(default)]
    attributes: BTreeMap<String, String>,
}

#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
#[allow(dead_code, reason = "only its shape is used")]
enum Kind {
    Person,
    Organization,
    Government,
    Place,
    Other,
}

/// A title: its text, or a table that also says from when until when it is right.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[allow(dead_code, reason = "only its shape is used")]
enum Title {
    Text(String),
    Dated(DatedTitle),
}

#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case", deny_unknown_fields)]
#[allow(dead_code, reason = "only its shape is used")]
struct DatedTitle {
    /// As the newsroom writes it.
    #[schemars(length(min = 1, max = 200))]
    title: String,
    /// The first day, 2031-04-30.
    valid_from: Option<Day>,
    /// The last day, 2031-04-30.
    valid_until: Option<Day>,
}

/// A calendar day as YYYY-MM-DD.
#[derive(JsonSchema)]
#[schemars(transparent)]
#[allow(dead_code, reason = "only its shape is used")]
struct Day(#[schemars(regex(pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"))] String);

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::analysis::register::EntryKind;
    use crate::config::actors::{ENTRY_KEYS, TITLE_KEYS};

    fn keys(object: &Value) -> Vec<&str> {
        let mut keys: Vec<_> = object["properties"]
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        keys.sort_unstable();
        keys
    }

    fn sorted<const N: usize>(mut keys: [&'static str; N]) -> [&'static str; N] {
        keys.sort_unstable();
        keys
    }

    #[test]
    fn the_schema_knows_the_keys_that_are_read_and_no_others() {
        let schema: Value = serde_json::from_str(&actors_schema()).unwrap();
        assert_eq!(keys(&schema["definitions"]["Actor"]), sorted(ENTRY_KEYS));
        assert_eq!(keys(&schema["definitions"]["DatedTitle"]), sorted(TITLE_KEYS));
        let kinds: Vec<_> = schema["definitions"]["Kind"]["enum"].as_array().unwrap().clone();
        assert_eq!(kinds, EntryKind::ALL.map(EntryKind::name));
    }
}
