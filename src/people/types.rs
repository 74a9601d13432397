//! What goes into a merge and what comes out of it, as plain data.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::people::Token;

/// Somebody as one document has them. Sorted, appearances that may be one person are next to each other, the earliest first; the
/// order of the fields is that order. It can be serialized because archives are sorted on disk; no other program reads that.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Appearance {
    /// Who it may be one person with.
    pub shelf: Shelf,
    /// The name without case, accents and marks.
    pub key: String,
    /// Whether nothing is known of the day; those come last.
    pub undated: bool,
    /// The day of the document (YYYY-MM-DD), or nothing.
    pub date: String,
    /// What the document is called.
    pub document: String,
    /// What the actor is called in it.
    pub actor: String,
    /// The name as the document writes it.
    pub name: String,
    /// Other forms that it uses.
    pub names: Vec<String>,
    /// Titles and roles that it gives.
    pub titles: Vec<String>,
    /// The other people in it.
    pub companions: Vec<Token>,
    /// How often it quotes them; nothing where its quotations are not known.
    pub quotations: Option<u64>,
    /// Who the newsroom's file says it is.
    pub entry: Option<KnownEntry>,
}

/// Which appearances are looked at together. Two on different shelves are never one person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Shelf {
    /// The last name; of those in the newsroom's file, who they are.
    pub family: String,
    /// Where among those of the family.
    pub place: Place,
}

/// Where among those of a family name. The order is the one they are read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Place {
    /// In the newsroom's file.
    Known,
    /// Those whose first name begins with this letter.
    Initial(char),
    /// A last name alone.
    Alone,
}

/// An entry of the newsroom's file of people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct KnownEntry {
    /// The entry's own id.
    pub id: String,
    /// The name there.
    pub name: String,
    /// What it is: `person`, `organization`, …
    pub kind: String,
    /// The id in Wikidata that its link gives.
    pub wikidata: Option<String>,
    /// Why the appearance may be somebody else of that name after all.
    pub doubt: Option<String>,
}

/// One person, with what all documents say of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The same as long as the first appearance is ([`Merger`](crate::people::Merger)).
    pub id: String,
    /// The newsroom's name, or the one that most documents use.
    pub name: String,
    /// What it is; of those who are not in the newsroom's file, `person`.
    pub kind: String,
    /// Every form of the name that was seen, with the number of documents. At most 64.
    pub names: BTreeMap<String, u64>,
    /// Titles and roles, the first one first. At most 64.
    pub titles: Vec<TitleSeen>,
    /// How many documents they are in.
    pub documents: u64,
    /// How often they are quoted; nothing where a document does not say.
    pub quotations: Option<u64>,
    /// The first day, where one is known.
    pub first: Option<String>,
    /// The last day.
    pub last: Option<String>,
    /// The entry in the newsroom's file.
    pub entry: Option<KnownEntry>,
    /// Why these appearances are one person, in words.
    pub why: String,
    /// Those of the same name who were left apart. At most three.
    pub apart: Vec<Apart>,
}

/// A title as documents give it, with when they do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitleSeen {
    /// The title as the first of them writes it.
    pub title: String,
    /// The first day.
    pub first: Option<String>,
    /// The last day.
    pub last: Option<String>,
    /// How many documents give it.
    pub documents: u64,
}

/// Somebody of the same name who was left apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Apart {
    /// Their id.
    pub person: String,
    /// Why they may be two.
    pub cause: Cause,
}

/// Who an actor of a document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What the document is called.
    pub document: String,
    /// What the actor is called in it.
    pub actor: String,
    /// The name there.
    pub name: String,
    /// The id of the person; nothing where that is not sure.
    pub person: Option<String>,
    /// Why it is not sure.
    pub refused: Option<Cause>,
    /// Whom it may be. At most three.
    pub candidates: Vec<String>,
}

/// Why two appearances of a name are not made one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// A last name, or another name of one word.
    LoneName,
    /// Their titles cannot be one person's at one time.
    TitlesContradict,
    /// Several people fit.
    SeveralFit,
    /// A document has both.
    OneDocument,
    /// Nothing but the name is the same.
    TooLittle,
    /// The newsroom's file gives whom it knows by this name another title.
    OtherThanFile,
}

impl Cause {
    /// All of them.
    pub const ALL: [Cause; 6] = [
        Cause::LoneName,
        Cause::TitlesContradict,
        Cause::SeveralFit,
        Cause::OneDocument,
        Cause::TooLittle,
        Cause::OtherThanFile,
    ];

    /// The name in tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Cause::LoneName => "lone-name",
            Cause::TitlesContradict => "titles-contradict",
            Cause::SeveralFit => "several-fit",
            Cause::OneDocument => "one-document",
            Cause::TooLittle => "too-little-in-common",
            Cause::OtherThanFile => "other-than-file",
        }
    }
}
