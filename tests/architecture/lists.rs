//! That lists of words are tables and not code, however they are written there.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::visit::{self, Visit};

use crate::reader::is_test;
use crate::{expect_none, root, rust_files};

/// From this many words on, a list is a table. Up to nine words may be written where they are used: most are articles,
/// pronouns or forms of *be*, of which there will never be more.
const LONGEST_LIST: usize = 10;

/// Rooms in which lists are the keys and columns of formats: those are no words of a language, and schemas and tests know
/// each of them.
const OF_FORMATS: [&str; 4] = ["cli/", "config/", "lsp/", "render/"];

/// Lists that are code all the same, each with its reason.
const MAY: [(&str, &str); 2] = [
    (
        "analysis/attribution/lexicon/cues.rs",
        "a set of complements has one bit for each of these prepositions",
    ),
    (
        "language/base/weights.rs",
        "a sentence that shows whether weights are those of the code",
    ),
];

#[test]
fn a_list_of_ten_words_is_a_table() {
    let source = root().join("src");
    let mut found = BTreeSet::new();
    for path in rust_files(&source) {
        let name = path.strip_prefix(&source).unwrap().to_string_lossy().replace('\\', "/");
        let is_of_tests = ["tests.rs", "testing.rs", "toy.rs"]
            .iter()
            .any(|end| name.ends_with(end));
        if is_of_tests || name.contains("/tests/") || OF_FORMATS.iter().any(|room| name.starts_with(room)) {
            continue;
        }
        let lists = long_lists(&std::fs::read_to_string(&path).unwrap());
        let may = MAY.iter().any(|(file, _)| *file == name);
        assert!(!may || !lists.is_empty(), "take {name} from the exceptions");
        if !may {
            found.extend(lists.into_iter().map(|list| format!("src/{name}: {list}")));
        }
    }
    expect_none(
        &found,
        "make a table of these words and read it with `text::table::WordList`",
    );
}

#[test]
fn a_list_is_seen_in_an_array_a_pattern_a_macro_and_in_parts() {
    let words: Vec<String> = (0..12).map(|at| format!("\"word{at}\"")).collect();
    let (first, second) = words.split_at(6);
    let calls: Vec<String> = words.iter().map(|word| format!("word({word})")).collect();
    let calls = calls.join(", ");
    let (commas, bars) = (words.join(", "), words.join(" | "));
    let (first_bars, second_bars) = (first.join(" | "), second.join(" | "));
    let (first, second) = (first.join(", "), second.join(", "));
    for code in [
        format!("const WORDS: [&str; 12] = [{commas}];"),
        format!("const WORDS: &[&str] = &[{commas}];"),
        format!("const WORDS: [u64; 12] = [{calls}];"),
        format!("fn f(w: &str) -> bool {{ ask(w, &[{commas}]) }}"),
        format!("fn f(w: &str) -> bool {{ matches!(w, {bars}) }}"),
        format!("fn f(w: &str) -> bool {{ w == \"so\" && matches!(w, {bars} if w.len() > 2) }}"),
        format!("fn f(w: &str) -> bool {{ match w {{ {bars} => true, _ => false }} }}"),
        format!("fn f(w: &str) -> u8 {{ match w {{ {first_bars} => 1, \"x\" => 2, {second_bars} => 1, _ => 3 }} }}"),
        format!("fn f(w: &str) -> bool {{ vec![{commas}].contains(&w) }}"),
        format!("static WORDS: X = X::new(|| [{first}].into_iter().chain([{second}]).collect());"),
    ] {
        assert_eq!(long_lists(&code).len(), 1, "{code}");
    }
    for code in [
        format!("const WORDS: [&str; 6] = [{first}];"),
        format!("fn f(w: &str, v: &str) -> bool {{ matches!(w, {first_bars}) || matches!(v, {second_bars}) }}"),
        format!("fn f(w: &str) -> u8 {{ match w {{ {first_bars} => 1, {second_bars} => 2, _ => 3 }} }}"),
        format!("#[cfg(test)]\nmod tests {{ const WORDS: [&str; 12] = [{commas}]; }}"),
        "const MARKS: [&str; 10] = [\".\", \",\", \";\", \":\", \"!\", \"?\", \"(\", \")\", \"[\", \"]\"];".to_owned(),
    ] {
        assert_eq!(long_lists(&code), BTreeSet::new(), "{code}");
    }
}

/// The lists of ten words or more in the code of a file, each by its first words.
fn long_lists(text: &str) -> BTreeSet<String> {
    let file = syn::parse_file(text).unwrap();
    let mut lists = Lists::default();
    lists.visit_file(&file);
    lists.long
}

#[derive(Default)]
struct Lists {
    long: BTreeSet<String>,
}

impl Lists {
    fn add(&mut self, words: &[String]) {
        if words.len() >= LONGEST_LIST {
            let first: Vec<&str> = words.iter().take(4).map(String::as_str).collect();
            self.long.insert(format!("{} …", first.join(" ")));
        }
    }
}

impl<'ast> Visit<'ast> for Lists {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        if !is_test(attributes(item)) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_static(&mut self, item: &'ast syn::ItemStatic) {
        // A list may be put together of parts.
        self.add(&words_of(item.expr.to_token_stream()));
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        self.add(&words_of(item.expr.to_token_stream()));
    }

    fn visit_expr_array(&mut self, array: &'ast syn::ExprArray) {
        self.add(&words_of(array.to_token_stream()));
        visit::visit_expr_array(self, array);
    }

    fn visit_expr_match(&mut self, choice: &'ast syn::ExprMatch) {
        // Arms that give the same are one list.
        let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for arm in &choice.arms {
            let given = arm.body.to_token_stream().to_string();
            words
                .entry(given)
                .or_default()
                .extend(words_of(arm.pat.to_token_stream()));
        }
        words.values().for_each(|words| self.add(words));
        visit::visit_expr_match(self, choice);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        for words in runs(call.tokens.clone()) {
            self.add(&words);
        }
    }
}

/// All words in lists: those in rows of strings parted by `,` or `|`.
fn words_of(tokens: TokenStream) -> Vec<String> {
    runs(tokens).into_iter().flatten().collect()
}

/// The rows of strings that have words in them, each with its words. A string may be what a function is called with, as in
/// `word("the")`. What is inside brackets is looked at, too.
fn runs(tokens: TokenStream) -> Vec<Vec<String>> {
    let mut runs: Vec<Vec<String>> = vec![Vec::new()];
    let mut is_joined = false;
    for token in tokens {
        let text = match &token {
            TokenTree::Literal(literal) => Some(literal.to_string()),
            TokenTree::Group(group) => only_literal(group.stream()),
            _ => None,
        };
        match token {
            _ if text.is_some() => {
                if !is_joined {
                    runs.push(Vec::new());
                }
                let word = text.filter(|text| text.starts_with('"') && text.contains(char::is_alphabetic));
                if let Some((run, word)) = runs.last_mut().zip(word) {
                    run.push(word.trim_matches('"').to_owned());
                }
                is_joined = true;
            }
            TokenTree::Punct(mark) if matches!(mark.as_char(), ',' | '|') => {}
            TokenTree::Ident(_) => {}
            TokenTree::Group(group) => {
                runs.extend(self::runs(group.stream()));
                is_joined = false;
            }
            _ => is_joined = false,
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

/// The literal in the brackets of a call, if there is nothing else.
fn only_literal(tokens: TokenStream) -> Option<String> {
    let mut tokens = tokens.into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Literal(only)), None) => Some(only.to_string()),
        _ => None,
    }
}

fn attributes(item: &syn::Item) -> &[syn::Attribute] {
    match item {
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        _ => &[],
    }
}
