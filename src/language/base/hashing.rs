//! Features as 64-bit hashes, and what is known about a word form by itself. It never keeps a string.

const FACTOR: u64 = 0x517c_c1b7_2722_0a95;
/// Longer words are seen by their end alone.
const LONGEST: usize = 48;

/// Joins a template and its values to one feature.
#[inline]
pub fn feature(template: u64, values: &[u64]) -> u64 {
    let mut hash = template.wrapping_mul(FACTOR);
    for value in values {
        hash = (hash.rotate_left(23) ^ value).wrapping_mul(FACTOR);
    }
    hash ^= hash >> 31;
    hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}

/// Joins a template and its values to one feature, like [`feature`], but so that no step waits for the one before it: what
/// is asked for often is worth it.
#[inline]
pub fn join<const N: usize>(template: u64, values: [u64; N]) -> u64 {
    const KEYS: [u64; 6] = [
        0x9fb2_1c65_1e98_df25,
        0xa3b1_9535_4a39_b70d,
        0xd6e8_feb8_6659_fd93,
        0xc2b2_ae3d_27d4_eb4f,
        0x8538_ecb5_bd45_6ea3,
        0xe703_7ed1_a0b4_28db,
    ];
    // A value without a key would not count.
    const { assert!(N <= KEYS.len()) };
    let mut hash = template.wrapping_mul(FACTOR);
    for (value, key) in values.into_iter().zip(KEYS) {
        hash = hash.wrapping_add(value.wrapping_mul(key));
    }
    hash = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}

/// A feature as an extractor gives it out: to the program its hash alone, to the trainer with its mark.
pub trait Feature {
    /// A feature that means the same in all treebanks.
    fn shared(hash: u64) -> Self;
    /// A feature whose weights depend on the conventions of a treebank.
    fn by_convention(hash: u64) -> Self;
}

impl Feature for u64 {
    #[inline]
    fn shared(hash: u64) -> Self {
        hash
    }

    #[inline]
    fn by_convention(hash: u64) -> Self {
        hash
    }
}

/// A feature with its mark, as the trainer asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedFeature {
    /// The feature.
    pub hash: u64,
    /// Whether its weights depend on the conventions of a treebank, so that each treebank learns its own.
    pub is_by_convention: bool,
}

impl Feature for MarkedFeature {
    fn shared(hash: u64) -> Self {
        Self {
            hash,
            is_by_convention: false,
        }
    }

    fn by_convention(hash: u64) -> Self {
        Self {
            hash,
            is_by_convention: true,
        }
    }
}

/// A feature that means the same in all treebanks.
#[inline]
pub fn shared<F: Feature, const N: usize>(template: u64, values: [u64; N]) -> F {
    F::shared(join(template, values))
}

/// A feature whose weights depend on the conventions of a treebank: whether "New" in "New York" is an adjective or a name.
#[inline]
pub fn by_convention<F: Feature, const N: usize>(template: u64, values: [u64; N]) -> F {
    F::by_convention(join(template, values))
}

/// The hash of bytes; the same on every machine.
#[inline]
pub const fn bytes(mut text: &[u8]) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    while let Some((byte, rest)) = text.split_first() {
        hash = (hash ^ *byte as u64).wrapping_mul(0x0100_0000_01b3);
        text = rest;
    }
    hash
}

/// The [`Form::word`] of a word that is written in its normal form: small letters without accents, figures as zeros,
/// quotation marks as "``" and "''".
pub const fn word(normal: &str) -> u64 {
    let mut rest = normal.as_bytes();
    while let Some((byte, more)) = rest.split_first() {
        assert!(byte.is_ascii() && !byte.is_ascii_uppercase() && !matches!(*byte, b'1'..=b'9'));
        rest = more;
    }
    bytes(normal.as_bytes())
}

/// A word form, as far as features look at it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// The normalized word: lower case, figures as zeros, typewriter quotation marks.
    pub word: u64,
    /// Its last one to five bytes.
    pub suffixes: [u64; 5],
    /// Its first one to four bytes.
    pub prefixes: [u64; 4],
    /// Its case pattern, with runs shortened.
    pub shape: u64,
    /// Its case pattern in a few classes.
    pub case: Case,
}

/// A case pattern in a few classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Case {
    /// No letter and no figure.
    #[default]
    Mark,
    /// "word"
    Lower,
    /// "Word"
    Title,
    /// "WORD", "U.S."
    Upper,
    /// "McRae", "iPhone"
    Mixed,
    /// "1,200"
    Figure,
    /// "19th"
    FigureAndLetter,
    /// "W", "W."
    Initial,
}

impl Case {
    /// Whether a name can be written so: "Word", "WORD", "McRae", "W."
    #[must_use]
    pub const fn is_capital(self) -> bool {
        matches!(self, Case::Title | Case::Upper | Case::Mixed | Case::Initial)
    }
}

impl Form {
    /// Reads a word.
    #[must_use]
    pub fn new(word: &str) -> Self {
        let mut buffer = [0_u8; LONGEST + 4];
        let normal = normalise(tail(word), &mut buffer);
        let mut suffixes = [0; 5];
        for (size, slot) in suffixes.iter_mut().enumerate() {
            let cut = normal.len().saturating_sub(size + 1);
            *slot = bytes(normal.get(cut..).unwrap_or(normal));
        }
        let mut prefixes = [0; 4];
        for (size, slot) in prefixes.iter_mut().enumerate() {
            *slot = bytes(normal.get(..size + 1).unwrap_or(normal));
        }
        let (shape, case) = shape(tail(word));
        Self {
            word: bytes(normal),
            suffixes,
            prefixes,
            shape,
            case,
        }
    }
}

fn tail(word: &str) -> &str {
    if word.len() <= LONGEST {
        return word;
    }
    let mut cut = word.len() - LONGEST;
    while !word.is_char_boundary(cut) {
        cut += 1;
    }
    word.get(cut..).unwrap_or("")
}

/// Lowercase, figures as zeros, typewriter quotation marks.
fn normalise<'b>(word: &str, buffer: &'b mut [u8; LONGEST + 4]) -> &'b [u8] {
    let mut length = 0;
    let mut put = |byte: u8| {
        if let Some(slot) = buffer.get_mut(length) {
            *slot = byte;
            length += 1;
        }
    };
    for symbol in word.chars() {
        match symbol {
            '0'..='9' => put(b'0'),
            '\0'..='\x7f' => put(symbol.to_ascii_lowercase() as u8),
            '’' | '\u{2bc}' => put(b'\''),
            '‘' => put(b'`'),
            '“' => "``".bytes().for_each(&mut put),
            '”' => "''".bytes().for_each(&mut put),
            '–' => put(b'-'),
            '—' => "--".bytes().for_each(&mut put),
            '…' => "...".bytes().for_each(&mut put),
            _ => {
                for lower in symbol.to_lowercase() {
                    let mut utf8 = [0; 4];
                    lower.encode_utf8(&mut utf8).bytes().for_each(&mut put);
                }
            }
        }
    }
    buffer.get(..length).unwrap_or(&[])
}

fn shape(word: &str) -> (u64, Case) {
    let mut runs: u64 = 0;
    let mut last = 0;
    let (mut uppers, mut lowers, mut figures, mut others) = (0, 0, 0, 0);
    let mut starts_upper = false;
    for (index, symbol) in word.chars().enumerate() {
        let class = if symbol.is_uppercase() {
            uppers += 1;
            starts_upper |= index == 0;
            1
        } else if symbol.is_ascii_digit() {
            figures += 1;
            2
        } else if symbol.is_alphabetic() {
            lowers += 1;
            3
        } else {
            others += 1;
            4 + u64::from(symbol) % 61
        };
        if class != last {
            runs = runs.wrapping_mul(67).wrapping_add(class);
            last = class;
        }
    }
    let case = match (uppers, lowers, figures) {
        (0, 0, 0) => Case::Mark,
        (0, 0, _) => Case::Figure,
        (_, _, 1..) => Case::FigureAndLetter,
        (0, _, _) => Case::Lower,
        (1, 0, _) if others < 2 => Case::Initial,
        (_, 0, _) => Case::Upper,
        (1, _, _) if starts_upper => Case::Title,
        _ => Case::Mixed,
    };
    (runs, case)
}

/// How a sentence uses capitals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capitals {
    /// As running text does.
    Running,
    /// Nearly every longer word has one, as in some headlines.
    Title,
    /// Every letter is one.
    All,
}

/// How the sentence made of these forms uses capitals.
#[must_use]
pub fn capitals(forms: &[Form]) -> Capitals {
    let count = |cases: &[Case]| forms.iter().filter(|form| cases.contains(&form.case)).count();
    let lower = count(&[Case::Lower]);
    let title = count(&[Case::Title, Case::Mixed]);
    let upper = count(&[Case::Upper]);
    if lower + title == 0 && upper >= 2 || lower + title <= 1 && upper >= 5 {
        Capitals::All
    } else if title + upper >= 4 && lower * 3 <= title + upper {
        Capitals::Title
    } else {
        Capitals::Running
    }
}
