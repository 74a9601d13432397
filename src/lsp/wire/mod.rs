//! The stream of messages between a client and the server, read as leniently as can be done without guessing. It knows
//! no draft and answers no request but those that nobody could serve.
//!
//! A message goes through `frames` (where it begins and ends), `json` (its text as a value), `params` (its parameters in a
//! form that the protocol's types take) and `transport` (the service that handles it, and the way back).

mod frames;
mod json;
mod params;
mod remarks;
mod spelling;
mod transport;

pub use params::UNKNOWN_VERSION;
pub use transport::run;
