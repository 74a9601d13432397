//! A configuration in which a rule is off. It keeps every line that is there.

use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

/// What a configuration says once a rule is off, also for the drafts of `overrides`. `None` where it is no TOML, or has something else
/// than rules under `rules`.
#[must_use]
pub fn turn_off(text: &str, code: &str) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    let rules = document.entry("rules").or_insert(Item::Table(Table::new()));
    let rules = rules.as_table_like_mut()?;
    match rules.get_mut(code).and_then(Item::as_table_like_mut) {
        Some(rule) => put_off(rule, "level"),
        None => put_off(rules, code),
    }
    if let Some(overrides) = document.get_mut("overrides") {
        turn_off_in(overrides, code);
    }
    Some(document.to_string())
}

/// Turns a rule off where an override sets its level; an override that sets other options of the rule stays.
fn turn_off_in(overrides: &mut Item, code: &str) {
    let of_tables = overrides.as_array_of_tables_mut().into_iter();
    for one in of_tables.flat_map(|tables| tables.iter_mut()) {
        turn_off_if_set(one, code);
    }
    let of_values = overrides.as_array_mut().into_iter();
    for one in of_values.flat_map(|values| values.iter_mut()) {
        if let Some(one) = one.as_inline_table_mut() {
            turn_off_if_set(one, code);
        }
    }
}

fn turn_off_if_set(one: &mut dyn TableLike, code: &str) {
    let Some(rules) = one.get_mut("rules").and_then(Item::as_table_like_mut) else {
        return;
    };
    if let Some(rule) = rules.get_mut(code).and_then(Item::as_table_like_mut) {
        if rule.contains_key("level") {
            put_off(rule, "level");
        }
    } else if rules.contains_key(code) {
        put_off(rules, code);
    }
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
        assert_eq!(
            off("[[overrides]]\npaths = [\"a.md\"]\nrules.doubled-word = \"error\" # loud\n"),
            "[[overrides]]\npaths = [\"a.md\"]\nrules.doubled-word = \"off\" # loud\n\n[rules]\ndoubled-word = \"off\"\n"
        );
        assert_eq!(
            off(
                "[rules]\nlong-lead = \"off\"\n\n[[overrides]]\npaths = [\"a\"]\n[overrides.rules.doubled-word]\nlevel = \"hint\"\n"
            ),
            "[rules]\nlong-lead = \"off\"\ndoubled-word = \"off\"\n\n[[overrides]]\npaths = [\"a\"]\n\
             [overrides.rules.doubled-word]\nlevel = \"off\"\n"
        );
        assert_eq!(
            off("overrides = [{ paths = [\"a\"], rules = { doubled-word = \"hint\", long-lead = \"error\" } }]\n"),
            "overrides = [{ paths = [\"a\"], rules = { doubled-word = \"off\", long-lead = \"error\" } }]\n\n[rules]\n\
             doubled-word = \"off\"\n"
        );
        let other = "[rules]\ndoubled-word = \"off\"\n\n[[overrides]]\npaths = [\"a\"]\nrules.long-lead = \"hint\"\n";
        assert_eq!(off(other), other);
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
