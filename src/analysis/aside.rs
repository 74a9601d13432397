//! What rests on nothing that is known of the actors of a draft: another core finds it in a long draft. It only asks the topics.

use std::sync::Arc;

use crate::analysis::datelines::{self, Dateline};
use crate::analysis::plans::{self, Plan};
use crate::analysis::signatures::{self, Signature};
use crate::analysis::{Anchor, BlockFacts, CalendarFlag, DraftSettings, Locale, Quotation, Time, live, times};
use crate::markup::Markup;

/// What is found in a draft whoever is in it.
pub(in crate::analysis) struct Aside {
    pub times: Vec<Time>,
    pub flags: Vec<CalendarFlag>,
    pub anchor: Option<Anchor>,
    pub datelines: Vec<Dateline>,
    pub plans: Vec<Plan>,
    pub signatures: Vec<Signature>,
    pub is_live: bool,
}

impl Aside {
    /// Linear in the draft.
    pub fn of(
        (markup, blocks): (&Markup, &[Arc<BlockFacts>]),
        settings: &DraftSettings,
        locale: Locale,
        quotations: &[Arc<Quotation>],
    ) -> Self {
        let (times, flags, anchor) = times::of_draft(markup, blocks, settings, locale);
        Self {
            times,
            flags,
            anchor,
            datelines: datelines::fold(blocks),
            plans: plans::fold(blocks),
            signatures: signatures::fold(markup, quotations),
            is_live: live::is_live(markup),
        }
    }
}
