//! A new entry of the actor file, or a name added to one, as an edit for the client to apply. It keeps every line that is there.

use tower_lsp::ls_types as lsp;

use crate::analysis::register::Entry;
use crate::config;
use crate::lsp::proto::capabilities::Capabilities;
use crate::lsp::proto::toml_file::TomlText;

/// The edit that adds `entry` to an actor file. `None` where the file has the entry already, is not fit to take it, or where
/// the client cannot do it.
pub fn add_entry(file: &TomlText, entry: &Entry, client: &Capabilities) -> Option<lsp::WorkspaceEdit> {
    let merged = config::merge(file.text(), std::slice::from_ref(entry)).ok()?;
    if merged.added.is_empty() {
        return None;
    }
    file.edit(&merged.text, client)
}

/// The edit that adds a name to an entry of an actor file: another right name, or a wrong spelling. `None` where the file is not fit
/// to take it, has it already, or where the client cannot do it.
pub fn add_name(
    file: &TomlText,
    entry: &Entry,
    name: &str,
    is_wrong: bool,
    client: &Capabilities,
) -> Option<lsp::WorkspaceEdit> {
    let mut more = Entry::named(&entry.id, entry.kind, &entry.name);
    let names = if is_wrong {
        &mut more.misspellings
    } else {
        &mut more.aliases
    };
    names.push(name.into());
    let merged = config::merge(file.text(), &[more]).ok()?;
    // An entry that was taken out in the meantime is not written again.
    if !merged.added.is_empty() {
        return None;
    }
    file.edit(&merged.text, client)
}
