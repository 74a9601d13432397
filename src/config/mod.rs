//! Options as users write them and settings as the program uses them. It reads no drafts.
