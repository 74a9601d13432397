//! Running some of the rules over a draft or over one of its blocks. It does not know which findings are wanted.

use crate::rules::context::{Context, Input, Window};
use crate::rules::finding::{Finding, FixSafety, Level};
use crate::rules::kept::{BlockMemo, Known, OfBlock};
use crate::rules::option::OptionValues;
use crate::rules::rule::{Rule, Scope};
use crate::rules::settings::Settings;
use crate::rules::shared::names::{spelled, written};
use crate::rules::shared::perhaps_speech::PerhapsSpeech;
use crate::rules::shared::text_words::TextWords;
use crate::rules::suppression::Suppression;
use crate::rules::terms::Terms;
use crate::rules::{Category, RULES, fields};
use crate::text::parallel;

/// Some of the rules, as they are set.
struct Running<'a> {
    rule: &'static Rule,
    level: Level,
    values: Option<&'a OptionValues>,
}

/// The rules that are on and that fit, in their order.
fn running(settings: &Settings, fits: impl Fn(&Rule) -> bool) -> Vec<Running<'_>> {
    let fitting = RULES.iter().filter(|rule| fits(rule));
    let running = fitting.filter_map(|rule| {
        Some(Running {
            rule,
            level: settings.level(rule)?,
            values: settings.options(rule),
        })
    });
    running.collect()
}

fn is_about_suppressions(rule: &Rule) -> bool {
    rule.category == Category::Suppressions
}

/// The rules that look at one block at a time.
pub struct OnBlocks<'a> {
    input: Input<'a>,
    rules: Vec<Running<'a>>,
    terms: &'a Terms,
}

impl<'a> OnBlocks<'a> {
    /// Those of them that are on.
    pub fn new(input: &Input<'a>, settings: &'a Settings) -> Self {
        Self {
            input: *input,
            rules: running(settings, |rule| rule.scope == Scope::Block),
            terms: settings.terms(),
        }
    }

    /// What they find in some blocks, and how the names in them are written.
    pub fn look(&self, window: Window) -> OfBlock {
        let mut context = Context::new(self.input, window);
        context.terms = Some(self.terms);
        let mut blocks = context.paragraphs();
        let single = blocks.next().filter(|_| blocks.next().is_none());
        OfBlock {
            findings: mended(&context, run(&context, &self.rules)),
            names: spelled(&context),
            words: single.map(|only| TextWords::of(&only.block.text)),
            memo: BlockMemo::default(),
        }
    }
}

/// What the rules find that look at the draft as a whole.
pub fn of_draft(input: &Input<'_>, settings: &Settings, known: &Known<'_>) -> Vec<Finding> {
    let rules = running(settings, |rule| {
        rule.scope == Scope::Draft && !is_about_suppressions(rule)
    });
    let context = Context::new(*input, Window::all(input));
    let names = written(&context, &known.names);
    let context = context.of_draft(&names, known);
    let found = if known.blocks.len() < SHARED_FROM {
        run(&context, &rules)
    } else {
        let found = parallel::map(&rules, |rule| run(&context, std::slice::from_ref(rule)));
        found.into_iter().flatten().collect()
    };
    mended(&context, found)
}

/// From so many blocks on, all cores take part in what is checked again and again.
const SHARED_FROM: usize = 500;

/// What the rules find that look at comments which turn rules off.
pub fn of_suppressions(input: &Input<'_>, settings: &Settings, suppressions: &[Suppression]) -> Vec<Finding> {
    let mut context = Context::new(*input, Window::all(input));
    context.suppressions = suppressions;
    run(&context, &running(settings, is_about_suppressions))
}

fn run(context: &Context<'_>, rules: &[Running<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for running in rules {
        let known = findings.len();
        let context = context.of_rule(running.rule.options, running.values);
        (running.rule.check)(&context, &mut findings);
        for finding in findings.iter_mut().skip(known) {
            finding.code = running.rule.code;
            finding.level = finding.level.min(running.level);
        }
    }
    findings
}

/// The findings with only those places and fixes that are right in the source.
fn mended(context: &Context<'_>, mut findings: Vec<Finding>) -> Vec<Finding> {
    fields::keep_to_the_notation(context, &mut findings);
    ask_before_changing_speech(context, &mut findings);
    findings
}

/// No fix is applied unseen that changes words which may be somebody's, whichever rule it comes from.
fn ask_before_changing_speech(context: &Context<'_>, findings: &mut [Finding]) {
    let fixes = findings.iter_mut().flat_map(|finding| &mut finding.fixes);
    let mut speech = PerhapsSpeech::default();
    for fix in fixes {
        let mut places = fix.edits.iter().filter_map(|edit| context.place_of(edit.span));
        if places.any(|place| speech.holds(context, place)) {
            fix.safety = FixSafety::Quoted;
        }
    }
}
