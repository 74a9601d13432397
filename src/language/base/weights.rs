//! The weight file: what it holds, and whether it fits this program. It never trains.

use crate::language::base::hashing::{self, Form};
use crate::language::base::slots::Slots;
use crate::language::base::table::Table;
use crate::language::base::{labels, parser, tagger};
use crate::language::names;

/// The first bytes of every weight file.
const MAGIC: &[u8; 8] = b"CDWEIGHT";
/// The version of the layout.
pub const VERSION: u32 = 6;
/// Magic, version, number of tables, digest of the features, digest of the tables.
const HEADER: usize = 8 + 4 + 4 + 8 + 8;
const TABLES: usize = 5;

/// Why a weight file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WeightsError {
    /// Not a weight file, or a cut one.
    #[error("the weight file is not one of copydesk, or it is cut short")]
    Malformed,
    /// Another layout.
    #[error("the weight file has format version {found}, this program reads version {VERSION}")]
    Version {
        /// The version in the file.
        found: u32,
    },
    /// Trained for other features.
    #[error(
        "the weights were trained for other features ({found:016x}) than this program computes ({expected:016x}); train them again"
    )]
    Features {
        /// The digest in the file.
        found: u64,
        /// The digest of this program's features.
        expected: u64,
    },
    /// The tables are not those that were written.
    #[error("the weight file is damaged: its digest does not match its contents")]
    Damaged,
}

/// The tables of a weight file, read in place.
#[derive(Clone, Copy, Debug)]
pub struct Weights<'a> {
    /// For the first look of [`tagger`].
    pub tagger: Table<'a>,
    /// For its second look.
    pub again: Table<'a>,
    /// For [`parser`].
    pub parser: Slots<'a>,
    /// For [`labels`].
    pub labels: Table<'a>,
    /// For the names layer.
    pub names: Table<'a>,
}

impl<'a> Weights<'a> {
    /// Reads a file and checks that it fits.
    ///
    /// # Errors
    ///
    /// The file is not a weight file, is damaged, or was trained for other features.
    pub fn read(bytes: &'a [u8]) -> Result<Self, WeightsError> {
        let number = |at: usize| {
            let eight = bytes.get(at..at + 8).ok_or(WeightsError::Malformed)?;
            Ok(u64::from_le_bytes(
                eight.try_into().map_err(|_| WeightsError::Malformed)?,
            ))
        };
        if bytes.get(..8) != Some(MAGIC) {
            return Err(WeightsError::Malformed);
        }
        let found = number(8)? as u32;
        if found != VERSION {
            return Err(WeightsError::Version { found });
        }
        let (found, expected) = (number(16)?, feature_digest());
        if found != expected {
            return Err(WeightsError::Features { found, expected });
        }
        let rest = bytes.get(HEADER..).ok_or(WeightsError::Malformed)?;
        if number(24)? != content_digest(rest) {
            return Err(WeightsError::Damaged);
        }
        let (tagger, rest) = Table::read(rest).ok_or(WeightsError::Malformed)?;
        let (again, rest) = Table::read(rest).ok_or(WeightsError::Malformed)?;
        let (parser, rest) = Slots::read(rest).ok_or(WeightsError::Malformed)?;
        let (labels, rest) = Table::read(rest).ok_or(WeightsError::Malformed)?;
        let (names, _) = Table::read(rest).ok_or(WeightsError::Malformed)?;
        Ok(Self {
            tagger,
            again,
            parser,
            labels,
            names,
        })
    }
}

/// The file that holds `tables`: of the tagger's two looks, the parser, the labels and the names, as [`Table::write`] and, for the
/// parser, [`Slots::write`] give them.
#[must_use]
pub fn write(tables: [&[u8]; TABLES]) -> Vec<u8> {
    let body = tables.concat();
    let mut bytes = Vec::with_capacity(HEADER + body.len());
    bytes.extend(MAGIC);
    bytes.extend(VERSION.to_le_bytes());
    bytes.extend((TABLES as u32).to_le_bytes());
    bytes.extend(feature_digest().to_le_bytes());
    bytes.extend(content_digest(&body).to_le_bytes());
    bytes.extend(body);
    bytes
}

/// The bytes of the tables of a weight file, whatever features they were trained for, as [`write`] takes them.
#[must_use]
pub fn tables(bytes: &[u8]) -> Option<[&[u8]; TABLES]> {
    let body = bytes.get(HEADER..)?;
    let cut = |body: &'_ [u8], rest: &[u8]| body.len() - rest.len();
    let (_, after_tagger) = Table::read(body)?;
    let (_, after_again) = Table::read(after_tagger)?;
    let (_, after_parser) = Slots::read(after_again)?;
    let (_, after_labels) = Table::read(after_parser)?;
    let (_, after_names) = Table::read(after_labels)?;
    Some([
        body.get(..cut(body, after_tagger))?,
        after_tagger.get(..cut(after_tagger, after_again))?,
        after_again.get(..cut(after_again, after_parser))?,
        after_parser.get(..cut(after_parser, after_labels))?,
        after_labels.get(..cut(after_labels, after_names))?,
    ])
}

/// A sentence with words of every shape, whose features stand for all features.
const PROBE: [&str; 15] = [
    "In",
    "2019",
    ",",
    "Ms.",
    "O'Dell-Kato",
    "said",
    "“",
    "It",
    "'s",
    "NATO",
    "'s",
    "20th",
    "iMeeting",
    "”",
    ".",
];

/// A digest of everything that weights depend on: the features of a probe sentence and the lists of classes.
///
/// It is long because it holds the probe, and every extractor runs on it.
#[must_use]
pub fn feature_digest() -> u64 {
    let forms: Vec<Form> = PROBE.iter().map(|word| Form::new(word)).collect();
    let tagged: Vec<tagger::TagId> = (0..PROBE.len())
        .map(|at| (at * 7 % tagger::tags().len()) as tagger::TagId)
        .collect();
    let heads: Vec<usize> = (0..PROBE.len())
        .map(|at| if at == 5 { 5 } else { (at * 3 + 5) % PROBE.len() })
        .collect();
    let mut features = Vec::new();
    for at in 0..forms.len() {
        tagger::extract(&forms, hashing::capitals(&forms), &tagged, at, &mut features);
        tagger::extract_again(&forms, hashing::capitals(&forms), &tagged, at, 1, &mut features);
    }
    let classes: Vec<u8> = (0..PROBE.len()).map(|at| (at % names::CLASSES) as u8).collect();
    let nodes = parser::Nodes::new(&forms, &tagged, &classes);
    let mut state = parser::State::new(&nodes);
    for _ in 0..forms.len() {
        parser::extract(&nodes, &state, &mut features);
        let valid = state.valid();
        let action = [parser::LEFT, parser::RIGHT, parser::SHIFT, parser::REDUCE]
            .into_iter()
            .find(|&action| valid.get(action) == Some(&true));
        let Some(action) = action else { break };
        state.act(action, 0);
    }
    let tree = labels::RelationTree::new(&forms, &tagged, &classes, &heads);
    let given: Vec<labels::RelationId> = (0..PROBE.len()).map(|at| (at % 9) as labels::RelationId).collect();
    for at in 0..forms.len() {
        tree.extract(at, &given, &mut features);
    }
    let view = names::ClassView::new(&forms, &tagged);
    for at in 0..forms.len() {
        view.extract(at, classes.get(..at).unwrap_or(&[]), &mut features);
    }
    for (upos, tag) in tagger::tags() {
        features.push(hashing::bytes(upos.name().as_bytes()));
        features.push(hashing::bytes(tag.name().as_bytes()));
    }
    features.extend(
        labels::relations()
            .iter()
            .map(|relation| hashing::bytes(relation.name().as_bytes())),
    );
    hashing::feature(u64::from(VERSION), &features)
}

/// The digest of the tables that a weight file carries in its header.
#[must_use]
pub fn digest(bytes: &[u8]) -> Option<u64> {
    let written = bytes.get(HEADER - 8..HEADER)?;
    Some(u64::from_le_bytes(written.try_into().ok()?))
}

/// A digest of bytes. Four lanes of eight bytes each do not wait for each other: all weights are read at every start.
fn content_digest(bytes: &[u8]) -> u64 {
    let mut lanes = [bytes.len() as u64; 4];
    let (blocks, rest) = bytes.as_chunks::<32>();
    for block in blocks {
        for (lane, eight) in lanes.iter_mut().zip(block.as_chunks().0) {
            *lane = (lane.rotate_left(23) ^ u64::from_le_bytes(*eight)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
    }
    hashing::feature(hashing::bytes(rest), &lanes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn empty() -> Vec<u8> {
        let (table, slots) = (Table::write(Vec::new()), Slots::write(Vec::new()));
        write([&table, &table, &slots, &table, &table])
    }

    #[test]
    fn a_written_file_is_read() {
        assert!(Weights::read(&empty()).is_ok());
    }

    #[test]
    fn a_part_is_found_in_a_file_of_other_features() {
        let (mut labels, slots) = (Table::write(vec![(7, vec![(1, 1)])]), Slots::write(Vec::new()));
        let empty = Table::write(Vec::new());
        let mut bytes = write([&empty, &empty, &slots, &labels, &empty]);
        bytes[16] ^= 1;
        assert_eq!(tables(&bytes), Some([&*empty, &*empty, &*slots, &*labels, &*empty]));
        labels.pop();
        assert_eq!(tables(&write([&empty, &empty, &slots, &labels, &[]])), None);
    }

    #[test]
    fn other_features_are_refused_with_a_reason() {
        let mut bytes = empty();
        bytes[16] ^= 1;
        let error = Weights::read(&bytes).unwrap_err();
        assert!(matches!(error, WeightsError::Features { .. }));
        assert!(error.to_string().contains("train them again"));
    }

    #[test]
    fn other_versions_and_damage_are_refused() {
        let mut bytes = empty();
        bytes[8] = 9;
        assert_eq!(Weights::read(&bytes).unwrap_err(), WeightsError::Version { found: 9 });
        let mut bytes = empty();
        *bytes.last_mut().unwrap() ^= 1;
        assert_eq!(Weights::read(&bytes).unwrap_err(), WeightsError::Damaged);
        assert_eq!(Weights::read(b"no weights").unwrap_err(), WeightsError::Malformed);
    }

    #[test]
    fn the_embedded_weights_fit_this_program() {
        crate::language::base::try_embedded().unwrap();
    }
}
