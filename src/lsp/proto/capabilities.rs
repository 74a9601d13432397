//! What the client can do. Its many optional fields are read here once, into plain ones.

use std::collections::BTreeMap;

use tower_lsp::ls_types as lsp;

use crate::lsp::proto::file_capabilities::FileCapabilities;
use crate::lsp::proto::range_capabilities::RangeCapabilities;
use crate::text::Encoding;

/// What the client can do, as far as it makes a difference to us.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capabilities {
    /// What positions are counted in.
    pub encoding: Encoding,
    /// What it says of files.
    pub files: FileCapabilities,
    /// What it can do with ranges.
    pub ranges: RangeCapabilities,
    /// It notices whether diagnostics are of the version it shows.
    pub versions: bool,
    /// Diagnostics may have a page that explains them.
    pub code_description: bool,
    /// These pages, by the code of the rule.
    pub rule_pages: BTreeMap<&'static str, lsp::Uri>,
    /// Diagnostics may point at other places.
    pub related_information: bool,
    /// Diagnostics may mark text as superfluous.
    pub unnecessary_tag: bool,
    /// Hovers may be Markdown.
    pub markdown: bool,
    /// The outline may be a tree.
    pub symbol_tree: bool,
    /// Edits may say of which version they are.
    pub versioned_edits: bool,
    /// Edits may need the user's word.
    pub annotated_edits: bool,
    /// It can be asked to apply an edit.
    pub applies_edits: bool,
    /// Edits may make files.
    pub creates_files: bool,
    /// A definition may come with what was pointed at.
    pub definition_links: bool,
    /// A name may be checked before it is changed.
    pub prepared_rename: bool,
    /// It wants to be notified when its views show something else.
    pub views_changed: bool,
    /// It can be notified that the notes next to the text changed.
    pub refreshes_hints: bool,
    /// A fix may be marked as the obvious one.
    pub preferred_action: bool,
    /// It asks for diagnostics, and can be asked to ask again. Without the latter, what was held back while somebody typed would
    /// never be shown, so that they are sent unasked.
    pub asks_for_diagnostics: bool,
    /// The edit of an action may come once it is chosen.
    pub lazy_actions: bool,
    /// It can show the page of a rule that it asks the server for.
    pub explains: bool,
    /// It has the command `copydesk.explain`, which shows the page of a rule.
    pub explain_command: bool,
    /// It can be asked for settings.
    pub configuration: bool,
    /// It can be asked to notify us when settings change.
    pub tells_of_configuration: bool,
    /// It can be asked to notify us when files change.
    pub tells_of_files: bool,
}

impl Capabilities {
    /// Reads what a client says about itself. It is long because each of many fields is read in its own way.
    pub fn new(client: &lsp::ClientCapabilities) -> Self {
        let text = client.text_document.as_ref();
        let workspace = client.workspace.as_ref();
        let publish = text.and_then(|text| text.publish_diagnostics.as_ref());
        let hover = text.and_then(|text| text.hover.as_ref());
        let symbol = text.and_then(|text| text.document_symbol.as_ref());
        let action = text.and_then(|text| text.code_action.as_ref());
        let edit = workspace.and_then(|workspace| workspace.workspace_edit.as_ref());
        let definition = text.and_then(|text| text.definition.as_ref());
        let rename = text.and_then(|text| text.rename.as_ref());
        let hints = workspace.and_then(|workspace| workspace.inlay_hint.as_ref());
        let is_on = |capability: Option<bool>| capability == Some(true);
        Self {
            encoding: encoding(client),
            files: FileCapabilities::new(client),
            ranges: RangeCapabilities::new(client),
            versions: is_on(publish.and_then(|publish| publish.version_support)),
            rule_pages: BTreeMap::new(),
            code_description: is_on(publish.and_then(|publish| publish.code_description_support)),
            related_information: is_on(publish.and_then(|publish| publish.related_information)),
            unnecessary_tag: publish
                .and_then(|publish| publish.tag_support.as_ref())
                .is_some_and(|tags| tags.value_set.contains(&lsp::DiagnosticTag::UNNECESSARY)),
            markdown: hover
                .and_then(|hover| hover.content_format.as_ref())
                .is_some_and(|formats| formats.contains(&lsp::MarkupKind::Markdown)),
            symbol_tree: is_on(symbol.and_then(|symbol| symbol.hierarchical_document_symbol_support)),
            versioned_edits: is_on(edit.and_then(|edit| edit.document_changes)),
            annotated_edits: edit.is_some_and(|edit| edit.change_annotation_support.is_some()),
            applies_edits: is_on(workspace.and_then(|workspace| workspace.apply_edit)),
            creates_files: edit
                .and_then(|edit| edit.resource_operations.as_ref())
                .is_some_and(|kinds| kinds.contains(&lsp::ResourceOperationKind::Create)),
            definition_links: is_on(definition.and_then(|definition| definition.link_support)),
            prepared_rename: is_on(rename.and_then(|rename| rename.prepare_support)),
            views_changed: own(client, "viewsChanged"),
            refreshes_hints: is_on(hints.and_then(|hints| hints.refresh_support)),
            preferred_action: is_on(action.and_then(|action| action.is_preferred_support)),
            asks_for_diagnostics: text.is_some_and(|text| text.diagnostic.is_some())
                && is_on(
                    workspace
                        .and_then(|workspace| workspace.diagnostics.as_ref())
                        .and_then(|diagnostics| diagnostics.refresh_support),
                ),
            lazy_actions: is_on(action.and_then(|action| action.data_support))
                && action
                    .and_then(|action| action.resolve_support.as_ref())
                    .is_some_and(|lazy| lazy.properties.iter().any(|property| property == "edit")),
            explains: own(client, "explain"),
            explain_command: own(client, "explainCommand"),
            configuration: is_on(workspace.and_then(|workspace| workspace.configuration)),
            tells_of_configuration: is_on(
                workspace
                    .and_then(|workspace| workspace.did_change_configuration.as_ref())
                    .and_then(|change| change.dynamic_registration),
            ),
            tells_of_files: is_on(
                workspace
                    .and_then(|workspace| workspace.did_change_watched_files.as_ref())
                    .and_then(|change| change.dynamic_registration),
            ),
        }
    }
}

/// Whether a client announces one of the things that are not in the protocol (`experimental.copydesk`).
fn own(client: &lsp::ClientCapabilities, name: &str) -> bool {
    let ours = client
        .experimental
        .as_ref()
        .and_then(|experimental| experimental.get("copydesk"));
    ours.and_then(|ours| ours.get(name))
        .and_then(serde_json::Value::as_bool)
        == Some(true)
}

/// The first encoding of the client's that we know; UTF-16 where it names none.
fn encoding(client: &lsp::ClientCapabilities) -> Encoding {
    let offered = client
        .general
        .as_ref()
        .and_then(|general| general.position_encodings.as_ref());
    let known = |kind: &lsp::PositionEncodingKind| ENCODINGS.into_iter().find(|known| name(*known) == *kind);
    offered
        .and_then(|offered| offered.iter().find_map(known))
        .unwrap_or_default()
}

const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

/// The client's name of an encoding.
pub(super) fn name(encoding: Encoding) -> lsp::PositionEncodingKind {
    match encoding {
        Encoding::Utf8 => lsp::PositionEncodingKind::UTF8,
        Encoding::Utf16 => lsp::PositionEncodingKind::UTF16,
        Encoding::Utf32 => lsp::PositionEncodingKind::UTF32,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn negotiated(offered: serde_json::Value) -> Encoding {
        let client = serde_json::from_value(json!({ "general": { "positionEncodings": offered } })).unwrap();
        Capabilities::new(&client).encoding
    }

    #[test]
    fn the_first_known_encoding_of_the_client_is_taken() {
        assert_eq!(negotiated(json!(["utf-32", "utf-8", "utf-16"])), Encoding::Utf32);
        assert_eq!(negotiated(json!(["utf-7", "utf-8"])), Encoding::Utf8);
        assert_eq!(negotiated(json!([])), Encoding::Utf16);
        assert_eq!(negotiated(json!(null)), Encoding::Utf16);
    }
}
