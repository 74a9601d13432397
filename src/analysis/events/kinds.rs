//! The closed sets by which events are sorted: types, their groups, PLOVER types, TimeML classes. What is known about a type or
//! of a group is a row of a table; nothing here looks at a text.

use std::sync::LazyLock;

use crate::text::table;

/// Defines a closed set with the name that each member has in tables and in the output.
macro_rules! closed_set {
    ($(#[$meta:meta])* $set:ident; $($(#[$doc:meta])* $member:ident = $name:literal,)+) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "the names say it")]
        pub enum $set {
            $($(#[$doc])* $member,)+
        }

        #[allow(dead_code, reason = "not every set is read from a table and written as well")]
        impl $set {
            /// All members, in the order of their definition.
            pub const ALL: &[$set] = &[$($set::$member,)+];

            /// The name in tables and in the output.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $($set::$member => $name,)+
                }
            }

            /// The member with this name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name {
                    $($name => Some($set::$member),)+
                    _ => None,
                }
            }
        }
    };
}

pub(in crate::analysis::events) use closed_set;

closed_set! {
    /// The type of an event: our own names, which stay stable. Each has a row in `kinds.tsv`.
    EventKind;
    Say = "say",
    Think = "think",
    Meet = "meet",
    Visit = "visit",
    Negotiate = "negotiate",
    Mediate = "mediate",
    Agree = "agree",
    Promise = "promise",
    Sign = "sign",
    Concede = "concede",
    Truce = "truce",
    Endorse = "endorse",
    Aid = "aid",
    Cooperate = "cooperate",
    Demand = "demand",
    Criticise = "criticise",
    Sue = "sue",
    Reject = "reject",
    Threaten = "threaten",
    Protest = "protest",
    Sanction = "sanction",
    Tariff = "tariff",
    Expel = "expel",
    Arrest = "arrest",
    Restrict = "restrict",
    Seize = "seize",
    Destroy = "destroy",
    Charge = "charge",
    Convict = "convict",
    Acquit = "acquit",
    Investigate = "investigate",
    Crime = "crime",
    Mobilise = "mobilise",
    Attack = "attack",
    Kill = "kill",
    Fight = "fight",
    Retreat = "retreat",
    Release = "release",
    Elect = "elect",
    Appoint = "appoint",
    Resign = "resign",
    Vote = "vote",
    Legislate = "legislate",
    Buy = "buy",
    Sell = "sell",
    Merge = "merge",
    Invest = "invest",
    Employ = "employ",
    Dismiss = "dismiss",
    Earn = "earn",
    Change = "change",
    Die = "die",
    Injure = "injure",
    Marry = "marry",
    Disaster = "disaster",
    Rescue = "rescue",
    Travel = "travel",
    Arrive = "arrive",
    Leave = "leave",
    Evacuate = "evacuate",
    Launch = "launch",
    Win = "win",
    Lose = "lose",
    Award = "award",
    Begin = "begin",
    Continue = "continue",
    End = "end",
    State = "state",
    Act = "act",
}

closed_set! {
    /// The group of an event type, for display and for weights. Each has a row in `groups.tsv`.
    Group;
    Statement = "Statement",
    Talks = "Talks",
    Agreement = "Agreement",
    Support = "Support",
    Demand = "Demand",
    Criticism = "Criticism",
    Refusal = "Refusal",
    Threat = "Threat",
    Protest = "Protest",
    Sanction = "Sanction",
    Law = "Law",
    Force = "Force",
    Politics = "Politics",
    Economy = "Economy",
    Life = "Life",
    Movement = "Movement",
    Culture = "Culture",
    Course = "Course",
    State = "State",
    Other = "Other",
}

closed_set! {
    /// Event types of PLOVER (Political Language Ontology for Verifiable Event Records), as far as they are used.
    Plover;
    Agree = "AGREE",
    Aid = "AID",
    Assault = "ASSAULT",
    Coerce = "COERCE",
    Concede = "CONCEDE",
    Consult = "CONSULT",
    Cooperate = "COOPERATE",
    Crime = "CRIME",
    Demand = "DEMAND",
    Disapprove = "DISAPPROVE",
    Fight = "FIGHT",
    Investigate = "INVESTIGATE",
    Mobilize = "MOBILIZE",
    Protest = "PROTEST",
    Reject = "REJECT",
    Retreat = "RETREAT",
    Sanction = "SANCTION",
    Support = "SUPPORT",
    Threaten = "THREATEN",
}

closed_set! {
    /// Event classes of TimeML.
    TimeMlClass;
    Occurrence = "OCCURRENCE",
    Reporting = "REPORTING",
    Perception = "PERCEPTION",
    Aspectual = "ASPECTUAL",
    IAction = "I_ACTION",
    IState = "I_STATE",
    State = "STATE",
}

/// What `kinds.tsv` says about a type.
#[derive(Clone, Copy, Debug)]
struct KindRow {
    group: Group,
    plover: Option<Plover>,
    prepositions: &'static str,
}

/// What `groups.tsv` says about a group.
#[derive(Clone, Copy, Debug)]
struct GroupRow {
    main_event: f32,
    outline: f32,
}

/// What is said of a type that has no row; a test finds that none is without.
const NO_KIND: KindRow = KindRow {
    group: Group::Other,
    plover: None,
    prepositions: "",
};

/// The rows of `kinds.tsv` in the order of [`EventKind::ALL`].
static KINDS: LazyLock<Vec<KindRow>> = LazyLock::new(|| {
    let of = |kind: &EventKind| {
        let [_, group, plover, prepositions] =
            table::rows(include_str!("kinds.tsv")).find(|[name, ..]: &[&str; 4]| *name == kind.name())?;
        Some(KindRow {
            group: Group::from_name(group)?,
            plover: Plover::from_name(plover),
            prepositions: if prepositions == "-" { "" } else { prepositions },
        })
    };
    EventKind::ALL.iter().map(|kind| of(kind).unwrap_or(NO_KIND)).collect()
});

/// The rows of `groups.tsv` in the order of [`Group::ALL`].
static GROUPS: LazyLock<Vec<GroupRow>> = LazyLock::new(|| {
    let of = |group: &Group| {
        let [_, main_event, outline] =
            table::rows(include_str!("groups.tsv")).find(|[name, ..]: &[&str; 3]| *name == group.name())?;
        Some(GroupRow {
            main_event: main_event.parse().ok()?,
            outline: outline.parse().ok()?,
        })
    };
    let nothing = GroupRow {
        main_event: 0.0,
        outline: 0.0,
    };
    Group::ALL.iter().map(|group| of(group).unwrap_or(nothing)).collect()
});

impl EventKind {
    fn row(self) -> KindRow {
        KINDS.get(self as usize).copied().unwrap_or(NO_KIND)
    }

    /// The group it belongs to.
    #[must_use]
    pub fn group(self) -> Group {
        self.row().group
    }

    /// Its PLOVER event type, if there is one.
    #[must_use]
    pub fn plover(self) -> Option<Plover> {
        self.row().plover
    }

    /// Whether the patient comes after this preposition: "tariffs on Oresia", "a protest against the mayor".
    #[must_use]
    pub fn takes(self, preposition: &str) -> bool {
        preposition == "against" || self.row().prepositions.split(' ').any(|taken| taken == preposition)
    }

    /// Whether those who take part do the same to each other: "Rao and Lund met" is "Rao met with Lund".
    #[must_use]
    pub fn is_reciprocal(self) -> bool {
        self.takes("with")
    }
}

impl Group {
    /// How much an event of the group counts when the main event of a story is looked for.
    #[must_use]
    pub fn main_event_weight(self) -> f32 {
        GROUPS.get(self as usize).map_or(0.0, |row| row.main_event)
    }

    /// How much an event of the group says to a reader who skims the outline.
    #[must_use]
    pub fn outline_weight(self) -> f32 {
        GROUPS.get(self as usize).map_or(0.0, |row| row.outline)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_type_has_one_row_that_is_understood() {
        let table = include_str!("kinds.tsv");
        assert_eq!(table::malformed::<4>(table).next(), None);
        let named: Vec<_> = table::rows(table)
            .map(|[name, ..]: [&str; 4]| EventKind::from_name(name))
            .collect();
        assert_eq!(named, EventKind::ALL.iter().copied().map(Some).collect::<Vec<_>>());
        for [name, group, plover, _] in table::rows::<4>(table) {
            assert!(Group::from_name(group).is_some(), "the group of {name}");
            assert!(
                plover == "-" || Plover::from_name(plover).is_some(),
                "the PLOVER type of {name}"
            );
        }
    }

    #[test]
    fn each_group_has_one_row_with_two_weights() {
        let table = include_str!("groups.tsv");
        assert_eq!(table::malformed::<3>(table).next(), None);
        let named: Vec<_> = table::rows(table)
            .map(|[name, ..]: [&str; 3]| Group::from_name(name))
            .collect();
        assert_eq!(named, Group::ALL.iter().copied().map(Some).collect::<Vec<_>>());
        assert!(
            table::rows::<3>(table)
                .all(|[_, one, other]| [one, other].iter().all(|weight| weight.parse::<f32>().is_ok()))
        );
    }

    #[test]
    fn a_type_knows_before_whom_it_is_done() {
        assert!(EventKind::Meet.is_reciprocal() && EventKind::Meet.takes("with"));
        assert!(EventKind::Tariff.takes("on") && !EventKind::Tariff.takes("to") && EventKind::Act.takes("against"));
        // A hyphen can be a preposition to the parser ("a crisis-the failure").
        assert!(!EventKind::Act.takes("-"));
        assert_eq!(
            (EventKind::Meet.group(), EventKind::Meet.plover()),
            (Group::Talks, Some(Plover::Consult))
        );
    }
}
