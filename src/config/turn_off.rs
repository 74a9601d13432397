//! A configuration in which a rule is off. It keeps every line that is there.

use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

/// What a configuration says once a rule is off. `None` where it is no TOML, or has something else than rules under `rules`.
#[must_use]
pub fn turn_off(text: &str, code: &str) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let rules = document.entry("rules").or_insert(Item::Table(Table::new()));
    let rules = rules.as_table_like_mut()?;
    match rules.get_mut(code).and_then(Item::as_table_like_mut) {
        Some(rule) => put_off(rule, "level"),
        None => put_off(rules, code),
    }
    Some(document.to_string())
}

/// Sets a key to "off"; the blanks and the comment around its old value stay.
fn put_off(table: &mut dyn TableLike, key: &str) {
    let mut off = Value::from("off");
    if let Some(old) = table.get(key).and_then(Item::as_value) {
        *off.decor_mut() = old.decor().clone();
    }
    table.insert(key, Item::Value(off));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Options;

    #[test]
    fn a_rule_is_off_and_all_else_stays() {
        let off = |text: &str| turn_off(text, "doubled-word").unwrap();
        assert_eq!(off(""), "[rules]\ndoubled-word = \"off\"\n");
        assert_eq!(
            off("# Ours.\ndate = 2031-05-05 # the day\n"),
            "# Ours.\ndate = 2031-05-05 # the day\n\n[rules]\ndoubled-word = \"off\"\n"
        );
        assert_eq!(
            off("[rules]\nlong-lead = \"hint\"\ndoubled-word = \"error\"\n"),
            "[rules]\nlong-lead = \"hint\"\ndoubled-word = \"off\"\n"
        );
        assert_eq!(
            off("[rules.doubled-word]\nlevel = \"error\" # loud\n"),
            "[rules.doubled-word]\nlevel = \"off\" # loud\n"
        );
        assert_eq!(turn_off("rules = 3", "doubled-word"), None);
        assert_eq!(turn_off("rules", "doubled-word"), None);
        for text in [
            "[rules.long-lead]\nmax-words = 9\n",
            "rules = { long-lead = \"off\" }\n",
        ] {
            let (options, problems) = Options::read(&off(text));
            assert!(problems.is_empty(), "{problems:?}");
            assert_eq!(options.rules["doubled-word"].level.as_deref(), Some("off"));
            assert!(options.rules.contains_key("long-lead"));
        }
    }
}
