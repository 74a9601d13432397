//! Properties of reading markup that hold for every source, however broken.

mod invariants;
mod sources;
mod speed;
