//! Events as an editor sees them: the hard cases of `hard-cases.md`. Every test reads text and compares text.

#![allow(clippy::unwrap_used)]

mod cases;
