//! Which blocks of two versions of a draft are the same to a rule that looks at one block: in their text and facts, in what the
//! facts of the draft have in them, and in what all blocks share. It finds no difference; it only says that there is none.

use std::sync::Arc;

use crate::analysis::{CalendarFlag, Cue, Facts, Mention, Place, Quotation, Speaker, Time};
use crate::markup::BlockId;
use crate::rules::context::Input;

/// For each block of `new` the block of `old` in which each rule on blocks finds what it found there, if that is certain.
///
/// Linear in the blocks and in the facts.
pub fn pairs<'a>(old: &Input<'a>, new: &Input<'a>) -> Vec<Option<BlockId>> {
    if !is_shared_alike(old.facts, new.facts) {
        return vec![None; new.blocks.len()];
    }
    let since = new
        .since
        .filter(|since| since.mentions.is_shared_with(&old.facts.mentions));
    let is_known = |was: BlockId, is: BlockId| was == is && since.is_some_and(|since| since.same.has(is));
    let mut lists = Lists::of(old.facts, new.facts);
    let (interview, interview_now) = (&old.facts.interview, &new.facts.interview);
    let is_one_interview =
        interview.may_begin == interview_now.may_begin && interview.perhaps_spoken == interview_now.perhaps_spoken;
    let may_be_spoken_alike = |was: BlockId, is: BlockId| {
        is_one_interview && was == is
            || interview.may_hold(was) == interview_now.may_hold(is)
                && interview.perhaps_speaks(was) == interview_now.perhaps_speaks(is)
    };
    let is_same = |was: BlockId, is: BlockId| {
        let facts = was.of(old.blocks).zip(is.of(new.blocks));
        facts.is_some_and(|(was, is)| Arc::ptr_eq(was, is))
            && is_block_same(old, was, new, is)
            && may_be_spoken_alike(was, is)
    };
    aligned(old, new)
        .map(|(was, is)| was.filter(|was| is_same(*was, is) && lists.are_same(*was, is, is_known(*was, is))))
        .collect()
}

/// What rules on blocks may ask of the draft as a whole.
fn is_shared_alike(old: &Facts, new: &Facts) -> bool {
    old.foreign_language == new.foreign_language
        && old.locale == new.locale
        && old.anchor == new.anchor
        && old.is_live == new.is_live
        && old.interview.says_i == new.interview.says_i
}

/// Each block of `new` with the block of `old` that it may be: counted from the start before the first difference, and from
/// the end after the last. If there are as many blocks as before, those between are compared one by one, too.
fn aligned<'a>(old: &Input<'a>, new: &Input<'a>) -> impl Iterator<Item = (Option<BlockId>, BlockId)> + use<'a> {
    let (was, is) = (old.blocks, new.blocks);
    let (before, after) = (was.len(), is.len());
    let same = |(was, is): &(&Arc<_>, &Arc<_>)| Arc::ptr_eq(was, is);
    let start = was.iter().zip(is).take_while(same).count();
    let end = was.iter().rev().zip(is.iter().rev()).take_while(same).count();
    let end = end.min(before.min(after) - start);
    (0..after).map(move |at| {
        let pair = match at {
            _ if at < start || before == after => Some(at),
            _ if at >= after - end => Some(at + before - after),
            _ => None,
        };
        (pair.map(BlockId), BlockId(at))
    })
}

/// Whether two blocks read the same and are written the same, up to the block after them.
fn is_block_same<'a>(old: &Input<'a>, was: BlockId, new: &Input<'a>, is: BlockId) -> bool {
    let written = |input: &Input<'a>, block: BlockId| -> Option<&'a [u8]> {
        let start = block.of(&input.markup.blocks)?.span.start;
        let next = block.next().of(&input.markup.blocks);
        let end = next.map_or(input.source.len(), |next| next.span.start.max(start));
        input.source.as_bytes().get(start..end)
    };
    let blocks = was.of(&old.markup.blocks).zip(is.of(&new.markup.blocks));
    blocks.is_some_and(|(was, is)| was.is_moved(is)) && written(old, was) == written(new, is)
}

/// The facts of two versions that have places, read from the start.
struct Lists<'a> {
    quotations: Two<'a, Arc<Quotation>>,
    mentions: Two<'a, Mention>,
    times: Two<'a, Time>,
    flags: Two<'a, CalendarFlag>,
}

impl<'a> Lists<'a> {
    fn of(old: &'a Facts, new: &'a Facts) -> Self {
        Self {
            quotations: Two(&old.quotations, &new.quotations),
            mentions: Two(&old.mentions, &new.mentions),
            times: Two(&old.times, &new.times),
            flags: Two(&old.flags, &new.flags),
        }
    }

    /// Whether the facts in two blocks are the same; of all but the flags it may be known. The blocks of later questions come
    /// after these.
    fn are_same(&mut self, was: BlockId, is: BlockId, is_known: bool) -> bool {
        let places = Places { was, is };
        if is_known {
            let flags = self.flags.take(places, |one| one.place);
            return same(flags, |was, is| places.are_flags_same(was, is));
        }
        // All lists are read on, whatever is in them.
        let quotations = self.quotations.take(places, |one| one.place);
        let mentions = self.mentions.take(places, |one| one.place);
        let times = self.times.take(places, |one| one.place);
        let flags = self.flags.take(places, |one| one.place);
        let is_moved = places.was != places.is;
        let is_one = |was: &Arc<Quotation>, is: &Arc<Quotation>| !is_moved && Arc::ptr_eq(was, is);
        same(quotations, |was, is| {
            is_one(was, is) || places.are_quotations_same(was, is)
        }) && same(mentions, |was, is| places.are_mentions_same(was, is))
            && same(times, |was, is| places.are_times_same(was, is))
            && same(flags, |was, is| places.are_flags_same(was, is))
    }
}

/// What is left of a list of the last version, and of the same one of this version.
struct Two<'a, T>(&'a [T], &'a [T]);

impl<'a, T> Two<'a, T> {
    /// The entries in two blocks. Those before are passed over.
    fn take(&mut self, places: Places, place: impl Fn(&T) -> Place) -> (&'a [T], &'a [T]) {
        let was = read(&mut self.0, places.was, &place);
        (was, read(&mut self.1, places.is, &place))
    }
}

/// The entries of a list in one block, which are taken from it with all before them.
fn read<'a, T>(list: &mut &'a [T], block: BlockId, place: &impl Fn(&T) -> Place) -> &'a [T] {
    let before = list.iter().take_while(|entry| place(entry).block < block).count();
    let rest: &'a [T] = list.get(before..).unwrap_or_default();
    let inside = rest.iter().take_while(|entry| place(entry).block == block).count();
    let (found, rest) = rest.split_at_checked(inside).unwrap_or_default();
    *list = rest;
    found
}

fn same<T>((was, is): (&[T], &[T]), is_same: impl Fn(&T, &T) -> bool) -> bool {
    was.len() == is.len() && was.iter().zip(is).all(|(was, is)| is_same(was, is))
}

/// Two blocks, of which facts are compared. Numbers of actors, and of the quotations that belong together, are left out: they
/// count from the beginning of the draft, and no rule on blocks asks for them.
#[derive(Clone, Copy)]
struct Places {
    was: BlockId,
    is: BlockId,
}

impl Places {
    /// Whether two places are the same, seen from the two blocks.
    fn are_same(self, was: Place, is: Place) -> bool {
        was.span == is.span && was.block.0 + self.is.0 == is.block.0 + self.was.0
    }

    fn are_all_same<'a>(
        self,
        was: impl IntoIterator<Item = &'a Place>,
        is: impl IntoIterator<Item = &'a Place>,
    ) -> bool {
        let (mut was, mut is) = (was.into_iter(), is.into_iter());
        loop {
            match (was.next(), is.next()) {
                (Some(was), Some(is)) if self.are_same(*was, *is) => {}
                (None, None) => return true,
                _ => return false,
            }
        }
    }

    fn are_quotations_same(self, was: &Quotation, is: &Quotation) -> bool {
        let cue = |cue: &Option<Cue>| cue.as_ref().map(|cue| cue.place);
        let speaker = |speaker: &Option<Speaker>| speaker.as_ref().map(|speaker| speaker.place);
        (was.kind, was.status, was.closed, was.runs_on, was.contested)
            == (is.kind, is.status, is.closed, is.runs_on, is.contested)
            && self.are_same(was.place, is.place)
            && self.are_same(was.content, is.content)
            && self.are_all_same(&cue(&was.cue), &cue(&is.cue))
            && was.cue.as_ref().map(|cue| &cue.lemma) == is.cue.as_ref().map(|cue| &cue.lemma)
            && self.are_all_same(&speaker(&was.speaker), &speaker(&is.speaker))
            && self.are_all_same(&was.source, &is.source)
            && self.are_all_same(&was.addressee, &is.addressee)
            && self.are_all_same(&was.insertions, &is.insertions)
            && self.are_all_same(&was.candidates, &is.candidates)
    }

    fn are_mentions_same(self, was: &Mention, is: &Mention) -> bool {
        (was.kind, was.form, was.reading) == (is.kind, is.form, is.reading) && self.are_same(was.place, is.place)
    }

    fn are_times_same(self, was: &Time, is: &Time) -> bool {
        (was.kind, was.days, &was.value) == (is.kind, is.days, &is.value)
            && was.confidence.to_bits() == is.confidence.to_bits()
            && was.because == is.because
            && self.are_same(was.place, is.place)
    }

    fn are_flags_same(self, was: &CalendarFlag, is: &CalendarFlag) -> bool {
        let weekday = |flag: &CalendarFlag| flag.weekday.unzip();
        let day = |flag: &CalendarFlag| flag.day.unzip();
        let ((weekday_was, name_was), (weekday_is, name_is)) = (weekday(was), weekday(is));
        let ((day_was, number_was), (day_is, number_is)) = (day(was), day(is));
        (was.kind, was.inferred, name_was, number_was) == (is.kind, is.inferred, name_is, number_is)
            && was.because == is.because
            && self.are_same(was.place, is.place)
            && self.are_all_same(&weekday_was, &weekday_is)
            && self.are_all_same(&day_was, &day_is)
    }
}
