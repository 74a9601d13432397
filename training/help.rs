//! What `--help` prints. It reads no arguments.

/// All commands with their options.
pub const HELP: &str = "\
Trains the linguistic base and measures it. The same files and options give the same bytes.

Usage: cargo run --release --example train -- COMMAND

  train --out DIR --treebank FILE… --names FILE… [--keep PART=WEIGHTS…]
      Trains all parts and writes DIR/english.bin and DIR/lemmas.tsv. Treebanks are CoNLL-U; the conventions of the last
      one are those of the program. Names are JSON lines. --keep takes a part from a weight file instead of training
      it; the parts are tagger, again, parser, labels and names.

  measure [--weights FILE] --on FILE…
      Scores words, sentences, tags, heads and relations on treebanks. SHOW=1 prints the errors.

  names [--weights FILE] --on FILE…
      Scores the names of whole drafts, given as JSON lines. SHOW=1 prints the errors, NO_AGREE=1 reads each paragraph
      on its own.

  steps [--weights FILE] --on FILE…
      Scores the names without each step that corrects them, to say what the step is worth. SHOW=1 prints the names that
      differ without it, ONLY=titles asks for that step alone.

  steps < SENTENCES
      Prints which steps change the names of a sentence.

  show < TEXT
      Prints what the base sees in a text, as CoNLL-U.

  speed [--weights FILE] < PARAGRAPH
      Times each part on a paragraph.

Without --weights, the weights of the program are used.
";
