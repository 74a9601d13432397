//! The entries of the newsroom's actor file, and what a look-up in it answers, as plain data. They are filled by whoever
//! reads the file; nothing is checked here.

use jiff::civil::Date;
use smol_str::SmolStr;

/// Index into [`crate::analysis::register::Register::entries`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub usize);

/// Somebody or something that the newsroom knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What the entry is called by other tools; no two entries share it.
    pub id: SmolStr,
    /// What it is.
    pub kind: EntryKind,
    /// The name as the newsroom spells it.
    pub name: SmolStr,
    /// Other right names.
    pub aliases: Vec<SmolStr>,
    /// Common wrong spellings.
    pub misspellings: Vec<SmolStr>,
    /// Titles and roles, in the order of the file.
    pub titles: Vec<Title>,
    /// The pronouns the person goes by ("she/her").
    pub pronouns: Option<SmolStr>,
    /// The organization, party or state it belongs to.
    pub affiliation: Option<SmolStr>,
    /// A remark for whoever edits.
    pub note: Option<SmolStr>,
    /// Where to read more: an address.
    pub link: Option<SmolStr>,
    /// What the newsroom sums sources by, in the order of the file ("desk", "Business"). Nothing else says it of anybody.
    pub attributes: Vec<(SmolStr, SmolStr)>,
    /// The line of the file it begins on, from 1; 0 where it comes from no file.
    pub line: usize,
}

impl Entry {
    /// An entry of which no more than the name is known.
    #[must_use]
    pub fn named(id: &str, kind: EntryKind, name: &str) -> Self {
        Self {
            id: id.into(),
            kind,
            name: name.into(),
            aliases: Vec::new(),
            misspellings: Vec::new(),
            titles: Vec::new(),
            pronouns: None,
            affiliation: None,
            note: None,
            link: None,
            attributes: Vec::new(),
            line: 0,
        }
    }

    /// The titles held on a day; without a day all that have not ended for good, which is those without an end.
    pub fn titles_on(&self, day: Option<Date>) -> impl Iterator<Item = &Title> {
        self.titles.iter().filter(move |title| match day {
            Some(day) => title.is_held_on(day),
            None => title.valid_until.is_none(),
        })
    }
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum EntryKind {
    Person,
    Organization,
    Government,
    Place,
    Other,
}

impl EntryKind {
    /// All kinds, in the order that messages list them in.
    pub const ALL: [EntryKind; 5] = [
        EntryKind::Person,
        EntryKind::Organization,
        EntryKind::Government,
        EntryKind::Place,
        EntryKind::Other,
    ];

    /// The name used in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            EntryKind::Person => "person",
            EntryKind::Organization => "organization",
            EntryKind::Government => "government",
            EntryKind::Place => "place",
            EntryKind::Other => "other",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A title or role, with the days on which it is right.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Title {
    /// As the newsroom writes it ("Foreign Minister of Oresia").
    pub text: SmolStr,
    /// The first day, where it is known.
    pub valid_from: Option<Date>,
    /// The last day, where it is over.
    pub valid_until: Option<Date>,
}

impl Title {
    /// Whether the title is held on a day. A bound that is not given leaves that side open.
    #[must_use]
    pub fn is_held_on(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_until.is_none_or(|until| day <= until)
    }
}

/// What a spelling is to its entry, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spelling {
    /// The name the newsroom prefers.
    Preferred,
    /// Another right name.
    Alias,
    /// A wrong spelling that the file lists.
    Misspelling,
}

/// An entry that was found by a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The entry.
    pub entry: EntryId,
    /// What the name is to it.
    pub spelling: Spelling,
    /// Whether the name is written letter for letter as in the file.
    pub is_exact: bool,
}

/// Two entries, or two lists of one entry, claim the same name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The name as the later one writes it.
    pub name: String,
    /// Who has it first, and as what.
    pub first: (EntryId, Spelling),
    /// Who claims it again.
    pub second: (EntryId, Spelling),
}
