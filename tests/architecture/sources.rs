//! All sources of `src`, and which file defines what a path leads to. It judges nothing; what must hold is asked by the
//! files next to it.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::reader::{Function, NamedPath, Names, parse};
use crate::{root, rust_files};

/// How many re-exports a path is followed through, so that a circle of them ends.
const LONGEST_CHAIN: usize = 16;

/// The sources as they are, read once for all tests.
pub static SOURCES: LazyLock<Sources> = LazyLock::new(Sources::read);

/// The files of `src`, tests aside.
pub struct Sources {
    pub files: Vec<Source>,
    modules: HashMap<Vec<String>, (usize, Names)>,
}

/// A file of `src`.
pub struct Source {
    /// From `src` on: "text/span.rs".
    pub name: String,
    pub lines: usize,
    pub types: Vec<String>,
    pub functions: Vec<Function>,
    pub imports: Vec<Import>,
}

/// That a file takes something from another.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Import {
    /// The number of the file that defines it.
    pub from: usize,
    /// What is taken, as it is written.
    pub what: String,
    pub line: usize,
}

/// Where a path leads.
enum Definition {
    /// To a module, with its file.
    Module(usize),
    /// To an item, with the file that defines it.
    Item(usize),
}

impl Sources {
    /// Reads all files of `src`.
    fn read() -> Self {
        let source = root().join("src");
        let texts = rust_files(&source).into_iter().map(|path| {
            let name = path.strip_prefix(&source).unwrap().to_string_lossy().replace('\\', "/");
            (name, std::fs::read_to_string(&path).unwrap())
        });
        // The program itself only calls the library.
        Self::of(texts.filter(|(name, _)| name != "main.rs"))
    }

    /// Reads files given by their names from `src` on and their texts.
    pub fn of(texts: impl Iterator<Item = (String, String)>) -> Self {
        let parsed: Vec<_> = texts
            .map(|(name, text)| {
                let parsed = parse(&text, module_of(&name)).unwrap_or_else(|error| panic!("src/{name}: {error}"));
                (name, text.lines().count(), parsed)
            })
            .collect();
        let tests: Vec<Vec<String>> = (parsed.iter())
            .flat_map(|(_, _, parsed)| parsed.tests.iter().cloned())
            .collect();
        let mut sources = Self {
            files: Vec::new(),
            modules: HashMap::new(),
        };
        let mut paths = Vec::new();
        for (name, lines, parsed) in parsed {
            if tests.iter().any(|test| module_of(&name).starts_with(test)) {
                continue;
            }
            let file = sources.files.len();
            (sources.modules).extend(
                parsed
                    .modules
                    .into_iter()
                    .map(|(module, names)| (module, (file, names))),
            );
            paths.push(parsed.paths);
            sources.files.push(Source {
                name,
                lines,
                types: parsed.types,
                functions: parsed.functions,
                imports: Vec::new(),
            });
        }
        for (file, paths) in paths.iter().enumerate() {
            let mut imports: Vec<Import> = paths.iter().filter_map(|path| sources.import(path)).collect();
            imports.retain(|import| import.from != file);
            imports.sort();
            imports.dedup();
            sources.files[file].imports = imports;
        }
        sources
    }

    fn import(&self, path: &NamedPath) -> Option<Import> {
        if path.is_reexport {
            return None;
        }
        let target = self.absolute(&path.module, &path.names)?;
        let from = match self.definition(&target, LONGEST_CHAIN)? {
            Definition::Item(file) => file,
            Definition::Module(file) if path.is_glob => file,
            // A module is only a way to its items; these are counted where they are named.
            Definition::Module(_) => return None,
        };
        Some(Import {
            from,
            what: path.names.join("::"),
            line: path.line,
        })
    }

    /// The path from the root of the crate on; none where it leads out of the crate or to a local name.
    fn absolute(&self, module: &[String], names: &[String]) -> Option<Vec<String>> {
        let (first, rest) = names.split_first()?;
        if first == "crate" {
            return Some(rest.to_vec());
        }
        let below = |module: &[String], names: &[String]| module.iter().chain(names).cloned().collect::<Vec<String>>();
        if first == "self" || first == "super" {
            let ups = names.iter().filter(|name| *name == "super").count();
            let rest = names.iter().position(|name| name != "self" && name != "super");
            let rest = rest.and_then(|at| names.get(at..)).unwrap_or_default();
            return Some(below(module.get(..module.len().checked_sub(ups)?)?, rest));
        }
        let (_, known) = self.modules.get(module)?;
        let inner = below(module, std::slice::from_ref(first));
        let is_known =
            self.modules.contains_key(&inner) || known.items.contains(first) || known.bound.contains_key(first);
        is_known.then(|| below(module, names))
    }

    fn definition(&self, path: &[String], left: usize) -> Option<Definition> {
        let left = left.checked_sub(1)?;
        let mut here: Vec<String> = Vec::new();
        for (at, name) in path.iter().enumerate() {
            let (file, module) = self.modules.get(&here)?;
            let inner: Vec<String> = here.iter().chain([name]).cloned().collect();
            let is_module = self.modules.contains_key(&inner);
            let rest = path.get(at + 1..).unwrap_or_default();
            if is_module && !rest.is_empty() {
                here = inner;
                continue;
            }
            if let Some(target) = module.bound.get(name) {
                let target: Vec<String> = target.iter().chain(rest).cloned().collect();
                return self.definition(&self.absolute(&here, &target)?, left);
            }
            if is_module {
                here = inner;
                continue;
            }
            if module.items.contains(name) {
                return Some(Definition::Item(*file));
            }
            let globbed = module.globs.iter().find_map(|glob| {
                let glob = self.absolute(&here, glob)?;
                let target: Vec<String> = glob.iter().chain(path.get(at..)?).cloned().collect();
                self.names_one(&glob, name).then(|| self.definition(&target, left))?
            });
            // What nothing names was made by a macro.
            return globbed.or(Some(Definition::Item(*file)));
        }
        self.modules.get(&here).map(|(file, _)| Definition::Module(*file))
    }

    fn names_one(&self, module: &[String], name: &String) -> bool {
        self.modules.get(module).is_some_and(|(_, names)| {
            names.items.contains(name) || names.bound.contains_key(name) || names.from_macros.contains(name)
        })
    }
}

/// The module that a file is: "text/span.rs" is `text::span`, "text/mod.rs" is `text`.
fn module_of(file: &str) -> Vec<String> {
    let name = file.strip_suffix(".rs").unwrap_or(file);
    let name = name.strip_suffix("/mod").unwrap_or(name);
    if name == "lib" {
        return Vec::new();
    }
    name.split('/').map(str::to_owned).collect()
}
