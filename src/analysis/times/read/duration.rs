//! The TIMEX3 values of lengths of time: "P2W", "PT30M", "PXD". It reads no tokens.

use crate::analysis::times::read::amounts::Amount;
use crate::analysis::times::unit::TimeUnit;

/// A TIMEX3 duration: "two weeks" is "P2W".
#[must_use]
pub fn duration(amount: Amount, unit: TimeUnit) -> String {
    if let Some(value) = in_years(amount, unit) {
        return value;
    }
    let clock = if unit.is_clock() { "T" } else { "" };
    let letter = unit.letter();
    match amount {
        Amount::Exact(count) if unit == TimeUnit::Fortnight => format!("P{}W", count * 2),
        Amount::Article if unit == TimeUnit::Fortnight => "P2W".to_owned(),
        Amount::Exact(count) => format!("P{clock}{count}{letter}"),
        Amount::Article => format!("P{clock}1{letter}"),
        Amount::Vague => format!("P{clock}X{letter}"),
        Amount::Half(whole) => with_half(whole, unit),
    }
}

/// "half a century", "a decade", "two centuries": in years, since TIMEX3 has no halves of them.
fn in_years(amount: Amount, unit: TimeUnit) -> Option<String> {
    let years = match unit {
        TimeUnit::Decade => 10,
        TimeUnit::Century => 100,
        TimeUnit::Millennium => 1000,
        _ => return None,
    };
    match amount {
        Amount::Exact(count) => Some(format!("P{}Y", count.saturating_mul(years))),
        Amount::Article => Some(format!("P{years}Y")),
        Amount::Half(whole) => Some(format!("P{}Y", whole.saturating_mul(years).saturating_add(years / 2))),
        Amount::Vague => None,
    }
}

/// "half an hour", "a year and a half", "two and a half weeks".
fn with_half(whole: u32, unit: TimeUnit) -> String {
    match (whole, unit) {
        (0, TimeUnit::Hour) => "PT30M".to_owned(),
        (0, TimeUnit::Year) => "P6M".to_owned(),
        (_, TimeUnit::Year) => format!("P{whole}Y6M"),
        (_, TimeUnit::Hour) => format!("PT{whole}H30M"),
        (_, TimeUnit::Minute) => format!("PT{whole}M30S"),
        _ => format!("P{}{whole}.5{}", if unit.is_clock() { "T" } else { "" }, unit.letter()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_have_their_timex3_values() {
        let half = |whole, unit| duration(Amount::Half(whole), unit);
        assert_eq!(duration(Amount::Exact(2), TimeUnit::Fortnight), "P4W");
        assert_eq!(duration(Amount::Vague, TimeUnit::Decade), "PXE");
        assert_eq!(duration(Amount::Article, TimeUnit::Minute), "PT1M");
        assert_eq!(
            (half(0, TimeUnit::Century), half(1, TimeUnit::Decade)),
            ("P50Y".to_owned(), "P15Y".to_owned())
        );
        assert_eq!(
            (half(0, TimeUnit::Minute), half(2, TimeUnit::Week)),
            ("PT0M30S".to_owned(), "P2.5W".to_owned())
        );
    }
}
