//! Reads one source file: what its modules define and bind, which paths it names, its types and functions. Tests are left
//! out. It does not know other files; see `sources`.

use std::collections::HashMap;

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};

/// What one file holds.
#[derive(Default)]
pub struct Parsed {
    /// The file's own module and those written inside it.
    pub modules: HashMap<Vec<String>, Names>,
    pub paths: Vec<NamedPath>,
    /// Structs, enums, traits and type aliases.
    pub types: Vec<String>,
    pub functions: Vec<Function>,
    /// Modules that are tests and have files of their own.
    pub tests: Vec<Vec<String>>,
}

/// The names of a module.
#[derive(Default)]
pub struct Names {
    /// Items that are defined here.
    pub items: Vec<String>,
    /// Words in the arguments of a macro that may be items it defines.
    pub from_macros: Vec<String>,
    /// Names that imports bind, each with its path as written.
    pub bound: HashMap<String, Vec<String>>,
    /// The paths of `use …::*`.
    pub globs: Vec<Vec<String>>,
}

/// A path as it is written, in an import, an expression, a type or the arguments of a macro.
pub struct NamedPath {
    pub module: Vec<String>,
    pub line: usize,
    pub names: Vec<String>,
    /// Whether it is `use …::*`.
    pub is_glob: bool,
    /// Whether it is re-exported by `pub use` and so is not an import.
    pub is_reexport: bool,
}

/// A function or method.
pub struct Function {
    pub name: String,
    pub lines: usize,
    pub doc: String,
}

/// Reads the text of a file that is the given module.
pub fn parse(text: &str, module: Vec<String>) -> syn::Result<Parsed> {
    let file = syn::parse_file(text)?;
    let mut reader = Reader {
        module,
        parsed: Parsed::default(),
    };
    reader.names();
    reader.visit_file(&file);
    Ok(reader.parsed)
}

struct Reader {
    module: Vec<String>,
    parsed: Parsed,
}

impl Reader {
    fn names(&mut self) -> &mut Names {
        self.parsed.modules.entry(self.module.clone()).or_default()
    }

    fn path(&mut self, names: Vec<String>, line: usize) {
        self.parsed.paths.push(NamedPath {
            module: self.module.clone(),
            line,
            names,
            is_glob: false,
            is_reexport: false,
        });
    }

    fn import(&mut self, tree: &syn::UseTree, before: &[String], line: usize, is_reexport: bool) {
        let line = match tree {
            syn::UseTree::Path(path) => path.ident.span().start().line,
            syn::UseTree::Name(name) => name.ident.span().start().line,
            syn::UseTree::Rename(name) => name.ident.span().start().line,
            syn::UseTree::Group(_) | syn::UseTree::Glob(_) => line,
        };
        let with = |name: &syn::Ident| -> Vec<String> { before.iter().cloned().chain([name.to_string()]).collect() };
        let (names, bound, is_glob) = match tree {
            syn::UseTree::Path(path) => return self.import(&path.tree, &with(&path.ident), line, is_reexport),
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, before, line, is_reexport);
                }
                return;
            }
            syn::UseTree::Name(name) if name.ident == "self" => (before.to_vec(), before.last().cloned(), false),
            syn::UseTree::Name(name) => (with(&name.ident), Some(name.ident.to_string()), false),
            syn::UseTree::Rename(name) if name.ident == "self" => {
                (before.to_vec(), Some(name.rename.to_string()), false)
            }
            syn::UseTree::Rename(name) => (with(&name.ident), Some(name.rename.to_string()), false),
            syn::UseTree::Glob(_) => (before.to_vec(), None, true),
        };
        if is_glob {
            self.names().globs.push(names.clone());
        }
        if let Some(bound) = bound {
            self.names().bound.insert(bound, names.clone());
        }
        self.parsed.paths.push(NamedPath {
            module: self.module.clone(),
            line,
            names,
            is_glob,
            is_reexport,
        });
    }

    fn function(&mut self, signature: &syn::Signature, body: &syn::Block, attributes: &[syn::Attribute]) {
        let line = signature.fn_token.span.start().line;
        self.parsed.functions.push(Function {
            name: signature.ident.to_string(),
            lines: body.brace_token.span.close().end().line + 1 - line,
            doc: attributes.iter().filter_map(doc).collect::<Vec<_>>().join("\n"),
        });
    }

    /// Finds the paths in the arguments of a macro.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut names: Vec<String> = Vec::new();
        let (mut line, mut colons, mut is_member) = (0, 0, false);
        for token in tokens {
            match token {
                TokenTree::Ident(name) => {
                    if colons != 2 && !names.is_empty() {
                        self.path(std::mem::take(&mut names), line);
                    }
                    if names.is_empty() {
                        line = name.span().start().line;
                    }
                    if !is_member {
                        names.push(name.to_string());
                    }
                    (colons, is_member) = (0, false);
                }
                TokenTree::Punct(mark) => {
                    colons = if mark.as_char() == ':' { colons + 1 } else { 0 };
                    is_member = mark.as_char() == '.';
                }
                TokenTree::Group(group) => {
                    self.tokens(group.stream());
                    colons = 0;
                }
                TokenTree::Literal(_) => colons = 0,
            }
        }
        if !names.is_empty() {
            self.path(names, line);
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        let (name, attributes, is_type) = match item {
            syn::Item::Const(item) => (Some(&item.ident), &item.attrs, false),
            syn::Item::Static(item) => (Some(&item.ident), &item.attrs, false),
            syn::Item::Fn(item) => (Some(&item.sig.ident), &item.attrs, false),
            syn::Item::Struct(item) => (Some(&item.ident), &item.attrs, true),
            syn::Item::Enum(item) => (Some(&item.ident), &item.attrs, true),
            syn::Item::Trait(item) => (Some(&item.ident), &item.attrs, true),
            syn::Item::Type(item) => (Some(&item.ident), &item.attrs, true),
            syn::Item::Macro(item) => (item.ident.as_ref(), &item.attrs, false),
            syn::Item::Impl(item) => (None, &item.attrs, false),
            syn::Item::Use(item) => (None, &item.attrs, false),
            syn::Item::Mod(item) => {
                if is_test(&item.attrs) && item.content.is_none() {
                    let inner = self.module.iter().cloned().chain([item.ident.to_string()]);
                    self.parsed.tests.push(inner.collect());
                }
                (None, &item.attrs, false)
            }
            _ => return visit::visit_item(self, item),
        };
        if is_test(attributes) {
            return;
        }
        if let Some(name) = name {
            self.names().items.push(name.to_string());
            if is_type {
                self.parsed.types.push(name.to_string());
            }
        }
        visit::visit_item(self, item);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.content.is_some() {
            self.module.push(item.ident.to_string());
            self.names();
            visit::visit_item_mod(self, item);
            self.module.pop();
        }
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let is_reexport = !matches!(item.vis, syn::Visibility::Inherited);
        self.import(&item.tree, &[], item.use_token.span.start().line, is_reexport);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.function(&item.sig, &item.block, &item.attrs);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if !is_test(&item.attrs) {
            self.function(&item.sig, &item.block, &item.attrs);
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_visibility(&mut self, _: &'ast syn::Visibility) {
        // `pub(super)` and `pub(crate)` are not imports.
    }

    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if path.leading_colon.is_none() {
            let names = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            let line = path
                .segments
                .first()
                .map_or(0, |segment| segment.ident.span().start().line);
            self.path(names, line);
        }
        visit::visit_path(self, path);
    }

    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if item.ident.is_none() {
            let words = identifiers(item.mac.tokens.clone());
            self.names().from_macros.extend(words);
        }
        visit::visit_item_macro(self, item);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }
}

fn identifiers(tokens: TokenStream) -> Vec<String> {
    let each = tokens.into_iter().map(|token| match token {
        TokenTree::Ident(name) => vec![name.to_string()],
        TokenTree::Group(group) => identifiers(group.stream()),
        _ => Vec::new(),
    });
    each.flatten().collect()
}

/// Whether it is `#[cfg(test)]` or `#[test]`.
pub fn is_test(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let is_cfg = attribute.path().is_ident("cfg")
            && matches!(&attribute.meta, syn::Meta::List(list) if list.tokens.to_string() == "test");
        is_cfg || attribute.path().is_ident("test")
    })
}

fn doc(attribute: &syn::Attribute) -> Option<String> {
    let syn::Meta::NameValue(meta) = &attribute.meta else {
        return None;
    };
    match &meta.value {
        syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(text),
            ..
        }) if meta.path.is_ident("doc") => Some(text.value()),
        _ => None,
    }
}
