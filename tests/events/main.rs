//! Events as an editor sees them: the hard cases of `hard-cases.md`, outlines and timelines of drafts. Every test reads
//! text and compares text.

#![allow(clippy::unwrap_used)]

mod cases;
#[path = "../hard_cases/mod.rs"]
mod hard_cases;
mod outline;
