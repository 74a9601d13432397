//! Claims to the analysis of a draft, and what they are redeemed for. Nothing is analyzed here.

use std::sync::Arc;

use tokio::sync::oneshot;
use tower_lsp::jsonrpc::Error;
use tower_lsp::ls_types::Uri;

use crate::engine::{DraftVersion, Snapshot};
use crate::lsp::proto::{Capabilities, Draft};
use crate::text::Document;

/// An analyzed version of a draft.
#[derive(Debug)]
pub struct Analysed {
    /// What was analyzed.
    pub version: DraftVersion,
    /// What was found.
    pub snapshot: Snapshot,
}

impl Analysed {
    /// The version, as what edits and views are made for.
    pub fn draft<'a>(&'a self, uri: &'a Uri) -> Draft<'a> {
        Draft {
            uri,
            number: self.version.number,
            document: &self.version.document,
        }
    }
}

/// The analysis of a version failed.
#[derive(Clone, Copy, Debug)]
pub struct Failed;

/// A claim to the analysis of a draft as it was when the claim was made, or of a later version.
pub enum Claim {
    /// The draft is not open.
    Closed,
    /// It is there already, or is known to have failed.
    Ready(Result<Arc<Analysed>, Failed>),
    /// It is under way.
    Waiting(oneshot::Receiver<Result<Arc<Analysed>, Failed>>),
}

impl Claim {
    /// Waits for the analysis; `None` if the draft is not open, or was closed in the meantime.
    pub async fn redeem(self) -> Result<Option<Arc<Analysed>>, Error> {
        let done = match self {
            Claim::Closed => return Ok(None),
            Claim::Ready(done) => done,
            Claim::Waiting(answer) => match answer.await {
                Ok(done) => done,
                Err(_) => return Ok(None),
            },
        };
        done.map(Some).map_err(|Failed| {
            let mut error = Error::internal_error();
            error.message = "copydesk could not read this version of the draft".into();
            error
        })
    }
}

/// A place in an analyzed draft that the client points at.
#[derive(Debug)]
pub struct Pointed {
    /// The draft.
    pub analysed: Arc<Analysed>,
    /// The place, in bytes of its source.
    pub offset: usize,
    /// What the client can do.
    pub capabilities: Arc<Capabilities>,
}

impl Pointed {
    /// What was found in the draft.
    pub fn snapshot(&self) -> &Snapshot {
        &self.analysed.snapshot
    }

    /// The draft's text.
    pub fn document(&self) -> &Document {
        &self.analysed.version.document
    }
}
