//! The binary `copydesk`.

fn main() {}
