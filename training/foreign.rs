//! What treebanks with other conventions teach separately. It changes nothing for the treebank that the program
//! follows.

use copydesk::language::base::hashing::MarkedFeature;

/// Marks the features of a treebank with other conventions.
const FOREIGN: u64 = 0x5bd1_e995_7b7d_159b;

/// Replaces `features` by the plain hashes of `marked` and gives their number. What a treebank with other conventions does
/// differently is learned by further features of its own, which follow them and which the program never asks for.
pub fn features(marked: &[MarkedFeature], is_foreign: bool, features: &mut Vec<u64>) -> usize {
    features.clear();
    features.extend(marked.iter().map(|feature| feature.hash));
    let known = features.len();
    if is_foreign {
        let own = marked.iter().filter(|feature| feature.is_by_convention);
        features.extend(own.map(|feature| feature.hash ^ FOREIGN));
    }
    known
}
