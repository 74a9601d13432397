//! The labels that tagger and parser give: universal parts of speech, Penn Treebank tags, Universal Dependencies relations.
//! Closed sets with the names their standards use in files. Nothing here decides what a label means for a sentence; see
//! [`super::grammar`].

/// Defines a closed set of labels with the name that each has in CoNLL-U.
macro_rules! labels {
    (
        $(#[$meta:meta])*
        $set:ident, absent $absent:ident;
        $($(#[$doc:meta])* $label:ident = $name:literal,)+
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $set {
            /// No model gave one.
            #[default]
            $absent,
            $($(#[$doc])* $label,)+
        }

        impl $set {
            /// All labels in the order of their definition, without the absent one.
            pub const ALL: &[$set] = &[$($set::$label,)+];

            /// The name in CoNLL-U; empty for the absent label.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $set::$absent => "",
                    $($set::$label => $name,)+
                }
            }

            /// The label with this name in CoNLL-U.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some($set::$label),)+
                    _ => None,
                }
            }
        }
    };
}

labels! {
    /// Penn Treebank tags, as the English Web Treebank extends them.
    Tag, absent None;
    /// CC: "and".
    Coordinator = "CC",
    /// CD: "three".
    Number = "CD",
    /// DT: "the".
    Determiner = "DT",
    /// EX: "there (is)".
    ExistentialThere = "EX",
    /// FW: "vis-à-vis".
    ForeignWord = "FW",
    /// IN: "of, that".
    Preposition = "IN",
    /// JJ: "new".
    Adjective = "JJ",
    /// JJR: "newer".
    ComparativeAdjective = "JJR",
    /// JJS: "newest".
    SuperlativeAdjective = "JJS",
    /// LS: "1.".
    ListMarker = "LS",
    /// MD: "will".
    Modal = "MD",
    /// NN: "vote".
    SingularNoun = "NN",
    /// NNS: "votes".
    PluralNoun = "NNS",
    /// NNP: "Lund".
    SingularName = "NNP",
    /// NNPS: "Alps".
    PluralName = "NNPS",
    /// PDT: "all (the)".
    Predeterminer = "PDT",
    /// POS: "’s".
    PossessiveEnding = "POS",
    /// PRP: "she".
    PersonalPronoun = "PRP",
    /// PRP$: "her".
    PossessivePronoun = "PRP$",
    /// RB: "soon".
    Adverb = "RB",
    /// RBR: "sooner".
    ComparativeAdverb = "RBR",
    /// RBS: "most".
    SuperlativeAdverb = "RBS",
    /// RP: "(called) off".
    Particle = "RP",
    /// SYM: "%".
    Symbol = "SYM",
    /// TO: "to".
    To = "TO",
    /// UH: "yes".
    Interjection = "UH",
    /// VB: "say".
    BaseVerb = "VB",
    /// VBD: "said".
    PastTense = "VBD",
    /// VBG: "saying".
    Gerund = "VBG",
    /// VBN: "(has) said".
    PastParticiple = "VBN",
    /// VBP: "(they) say".
    PresentTense = "VBP",
    /// VBZ: "(she) says".
    ThirdPerson = "VBZ",
    /// WDT: "which".
    WhDeterminer = "WDT",
    /// WP: "who".
    WhPronoun = "WP",
    /// WP$: "whose".
    WhPossessive = "WP$",
    /// WRB: "when".
    WhAdverb = "WRB",
    /// ADD: "copy@example.org".
    Address = "ADD",
    /// AFX: "pre".
    Affix = "AFX",
    /// GW: "(with) out".
    GoesWith = "GW",
    /// HYPH: "-".
    Hyphen = "HYPH",
    /// NFP: "***".
    Ornament = "NFP",
    /// ,: ",".
    Comma = ",",
    /// .: ".?!".
    SentenceEnd = ".",
    /// :: ":;–".
    Colon = ":",
    /// “
    OpeningQuote = "``",
    /// ”
    ClosingQuote = "''",
    /// -LRB-: "(".
    OpeningBracket = "-LRB-",
    /// -RRB-: ")".
    ClosingBracket = "-RRB-",
    /// $: "$".
    Currency = "$",
}

labels! {
    /// Universal Dependencies relations (universaldependencies.org, version 2) with the subtypes of English.
    #[allow(missing_docs, reason = "the names are the standard's own")]
    Relation, absent None;
    Case = "case",
    Det = "det",
    Nsubj = "nsubj",
    Root = "root",
    Advmod = "advmod",
    Amod = "amod",
    Obj = "obj",
    Obl = "obl",
    Conj = "conj",
    Nmod = "nmod",
    Compound = "compound",
    Cc = "cc",
    Mark = "mark",
    Aux = "aux",
    Cop = "cop",
    NmodPoss = "nmod:poss",
    Advcl = "advcl",
    Xcomp = "xcomp",
    AclRelcl = "acl:relcl",
    Flat = "flat",
    Ccomp = "ccomp",
    Acl = "acl",
    Parataxis = "parataxis",
    Appos = "appos",
    AuxPass = "aux:pass",
    Nummod = "nummod",
    NsubjPass = "nsubj:pass",
    Discourse = "discourse",
    NmodUnmarked = "nmod:unmarked",
    OblUnmarked = "obl:unmarked",
    CompoundPrt = "compound:prt",
    Expl = "expl",
    Fixed = "fixed",
    Iobj = "iobj",
    List = "list",
    OblAgent = "obl:agent",
    Dep = "dep",
    NmodDesc = "nmod:desc",
    Csubj = "csubj",
    NsubjOuter = "nsubj:outer",
    AdvclRelcl = "advcl:relcl",
    DetPredet = "det:predet",
    Vocative = "vocative",
    Reparandum = "reparandum",
    Goeswith = "goeswith",
    CcPreconj = "cc:preconj",
    Orphan = "orphan",
    Dislocated = "dislocated",
    CsubjPass = "csubj:pass",
    CsubjOuter = "csubj:outer",
    Punct = "punct",
    OblTmod = "obl:tmod",
    FlatName = "flat:name",
}

impl Tag {
    /// Whether a verb with this tag carries tense: "said", "says", "say", "will".
    #[must_use]
    pub const fn is_finite(self) -> bool {
        matches!(self, Tag::PastTense | Tag::ThirdPerson | Tag::PresentTense | Tag::Modal)
    }

    /// Whether it is a participle: "saying", "said" (as in "has said").
    #[must_use]
    pub const fn is_participle(self) -> bool {
        matches!(self, Tag::Gerund | Tag::PastParticiple)
    }

    /// Whether it is a form of a verb, modals aside.
    #[must_use]
    pub const fn is_verb(self) -> bool {
        matches!(
            self,
            Tag::BaseVerb | Tag::PastTense | Tag::Gerund | Tag::PastParticiple | Tag::PresentTense | Tag::ThirdPerson
        )
    }

    /// Whether it is a question word or a relative: "who", "which", "whose", "when".
    #[must_use]
    pub const fn is_wh(self) -> bool {
        matches!(
            self,
            Tag::WhDeterminer | Tag::WhPronoun | Tag::WhPossessive | Tag::WhAdverb
        )
    }
}

impl Relation {
    /// Whether the two differ at most in their subtype: `nmod:poss` is a kind of `nmod`.
    #[must_use]
    pub fn is_kind_of(self, general: Relation) -> bool {
        let (name, general) = (self.name(), general.name());
        name.strip_prefix(general)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(':'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_their_labels() {
        for tag in Tag::ALL {
            assert_eq!(Tag::from_name(tag.name()), Some(*tag));
        }
        for relation in Relation::ALL {
            assert_eq!(Relation::from_name(relation.name()), Some(*relation));
        }
        assert_eq!((Tag::from_name(""), Relation::from_name("")), (None, None));
    }

    #[test]
    fn a_subtype_is_a_kind_of_its_relation() {
        assert!(Relation::NmodPoss.is_kind_of(Relation::Nmod));
        assert!(Relation::Nmod.is_kind_of(Relation::Nmod));
        assert!(!Relation::Nmod.is_kind_of(Relation::NmodPoss));
        assert!(!Relation::Acl.is_kind_of(Relation::Advcl));
    }
}
