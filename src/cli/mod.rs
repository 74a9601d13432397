//! The command line: a thin reader of `engine`. It knows nothing of the language server but how to start it.
