//! `textDocument/documentLink`: from names to the newsroom's actor file and to the pages it gives, and from the front matter to the
//! notes that it names. It opens nothing.

use std::sync::Arc;

use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{DocumentLink, DocumentLinkParams, Uri};

use crate::config;
use crate::lsp::proto;
use crate::lsp::session::{Analysed, Session};
use crate::text::Encoding;

/// A link for each actor that the actor file has, at the first name, and for each file of notes that the draft names.
pub async fn document_link(session: &Arc<Session>, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
    let uri = params.text_document.uri;
    let claim = session.claim(&uri);
    let Some(analysed) = claim.redeem().await? else {
        return Ok(None);
    };
    let client = session.capabilities();
    let document = &analysed.version.document;
    let mut links = notes(&analysed, &uri, client.encoding);
    if let Some(file) = session.actor_file(&uri) {
        let found = analysed.snapshot.links();
        links.extend(found.iter().filter_map(|link| {
            proto::document_link(link, &file, client.ranges.link_tooltips, document, client.encoding)
        }));
    }
    Ok(Some(links))
}

/// The links to the notes that a draft names, as far as they are there.
fn notes(analysed: &Analysed, uri: &Uri, encoding: Encoding) -> Vec<DocumentLink> {
    let Some(draft) = proto::path(uri) else {
        return Vec::new();
    };
    let named = config::named_notes(&analysed.snapshot.text, analysed.version.read_as.format).into_iter();
    let links = named.filter_map(|notes| {
        let file = draft.parent()?.join(&notes.path);
        let target = proto::uri_of(&file).filter(|_| file.is_file())?;
        Some(DocumentLink {
            range: proto::range(notes.span, &analysed.version.document, encoding),
            target: Some(target),
            tooltip: None,
            data: None,
        })
    });
    links.collect()
}
