//! How quotations are presented, as plain data. No decisions.

/// How a quotation without a speaker is presented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presentation {
    /// The quotation, by its index.
    pub quotation: usize,
    /// What explains its words without a speaker.
    pub explained: Option<Explanation>,
    /// Whether its words are part of a clause of the writer's: her coach “could not have asked for more”.
    pub is_fragment: bool,
    /// Whether the sentence goes on after it with who spoke, in whatever words: “…,” a voice in the crowd answered.
    pub has_tag: bool,
    /// Whether an unclosed quotation comes before it in its block: nobody knows which of the words after that one are quoted.
    pub is_after_unclosed: bool,
}

/// What explains the words of a quotation without a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explanation {
    /// It is in a block quote.
    BlockQuote,
    /// A colon is right before it, or ends the prose before its block.
    Colon,
    /// A label at the head of the block says who speaks.
    Label,
    /// A phrase that names a law or a contract leads in its words.
    Law,
    /// It answers a question that is a line of its own.
    Answer,
    /// It is listed with another quotation, whose introduction is its own: “one”; “two” and “three”.
    Listed,
    /// Stars rate it: a customer's review.
    Rated,
    /// It is a pull quote.
    Pulled,
    /// A word in the same sentence says that the words are shown, sung or shouted.
    Shown,
}
