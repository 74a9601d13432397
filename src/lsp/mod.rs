//! The language server: LSP over stdio, a thin reader of `engine`. It holds no opinions of its own.
