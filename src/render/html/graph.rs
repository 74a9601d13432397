//! Who does something to whom, as a picture: names on a ring and an arrow for each pair. The table under it says the same in
//! words, and more than the picture has room for.

use std::f64::consts::PI;

use maud::{Markup, html};

use crate::render::html::words::{coordinate, cut};

/// More names make a tangle.
const MOST_PARTIES: usize = 12;

/// Longer names are cut in the picture.
const LONGEST_NAME: usize = 26;

const WIDTH: f64 = 720.0;

/// How far the names are from the middle.
const RADIUS: f64 = 150.0;

/// A pair, in the direction of what is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyPair {
    /// Who acts.
    pub who: String,
    /// Who it is done to, or with.
    pub whom: String,
    /// How many events.
    pub count: usize,
    /// Whether any of them took place, or takes place now.
    pub is_certain: bool,
}

#[derive(Clone, Copy)]
struct Point {
    x: f64,
    y: f64,
}

/// The picture of these pairs, those with most events first; nothing if there are none.
pub(super) fn graph(pairs: &[PartyPair]) -> Markup {
    let parties = parties(pairs);
    let shown: Vec<&str> = parties.iter().take(MOST_PARTIES).map(|(name, _)| *name).collect();
    let place = |name: &str| shown.iter().position(|party| *party == name);
    let height = height_of(shown.len());
    let points: Vec<Point> = (0..shown.len()).map(|at| on_ring(at, shown.len(), height)).collect();
    let drawn = pairs.iter().filter_map(|pair| {
        let (from, to) = (points.get(place(&pair.who)?)?, points.get(place(&pair.whom)?)?);
        Some((pair, *from, *to))
    });
    let drawn: Vec<_> = drawn.collect();
    if drawn.is_empty() {
        return html! {};
    }
    let arrows: Vec<String> = (drawn.iter())
        .map(|(pair, ..)| format!("{} to {}", cut(&pair.who, LONGEST_NAME), cut(&pair.whom, LONGEST_NAME)))
        .collect();
    let rest = parties.len() - shown.len();
    html! {
        figure.graph {
            svg role="img" aria-label={"Arrows from " (arrows.join(", from ")) ". The table has the events."}
                viewBox={"0 0 " (WIDTH) " " (coordinate(height))} {
                @for (pair, from, to) in &drawn { (arrow(*from, *to, pair)) }
                @for (name, at) in shown.iter().zip(&points) { (node(name, *at)) }
            }
            figcaption.quiet {
                "An arrow leads from who acts to who is acted on or with; dashed if it is only planned, possible or denied."
                @if rest > 0 { " " (rest) " more are in the table only." }
            }
        }
    }
}

/// Those who take part, those in most events first.
fn parties(pairs: &[PartyPair]) -> Vec<(&str, usize)> {
    let mut parties: Vec<(&str, usize)> = Vec::new();
    for pair in pairs {
        for name in [pair.who.as_str(), pair.whom.as_str()] {
            match parties.iter_mut().find(|(known, _)| *known == name) {
                Some((_, count)) => *count += pair.count,
                None => parties.push((name, pair.count)),
            }
        }
    }
    parties.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    parties
}

fn height_of(count: usize) -> f64 {
    match count {
        0..=2 => 90.0,
        3..=4 => 240.0,
        5..=8 => 320.0,
        _ => 400.0,
    }
}

/// Two stand side by side, more on a ring that begins at the top.
fn on_ring(at: usize, count: usize, height: f64) -> Point {
    // No page has so many names that a float could not count them.
    let turn = at as f64 / count.max(1) as f64;
    let angle = if count <= 2 {
        PI + 2.0 * PI * turn
    } else {
        2.0 * PI * turn - PI / 2.0
    };
    Point {
        x: WIDTH / 2.0 + RADIUS * angle.cos(),
        y: height / 2.0 + (height / 2.0 - 34.0) * angle.sin(),
    }
}

fn node(name: &str, at: Point) -> Markup {
    let from_middle = at.x - WIDTH / 2.0;
    let (anchor, x, y) = match from_middle {
        _ if from_middle > 10.0 => ("start", at.x + 13.0, at.y + 5.0),
        _ if from_middle < -10.0 => ("end", at.x - 13.0, at.y + 5.0),
        _ if at.y < 60.0 => ("middle", at.x, at.y - 14.0),
        _ => ("middle", at.x, at.y + 24.0),
    };
    html! {
        circle.node cx=(coordinate(at.x)) cy=(coordinate(at.y)) r="7" {}
        text x=(coordinate(x)) y=(coordinate(y)) text-anchor=(anchor) { (cut(name, LONGEST_NAME)) }
    }
}

/// An arrow that bends to its right, so that those of two who act on each other lie side by side.
fn arrow(from: Point, to: Point, pair: &PartyPair) -> Markup {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx.hypot(dy).max(1.0);
    let bend = (length * 0.14).min(34.0);
    let middle = Point {
        x: (from.x + to.x) / 2.0 - dy / length * bend,
        y: (from.y + to.y) / 2.0 + dx / length * bend,
    };
    let (start, end) = (towards(from, middle, 10.0), towards(to, middle, 12.0));
    let tip = towards(to, middle, 9.0);
    let path = format!(
        "M{} {}Q{} {} {} {}",
        coordinate(start.x),
        coordinate(start.y),
        coordinate(middle.x),
        coordinate(middle.y),
        coordinate(end.x),
        coordinate(end.y)
    );
    // Stronger with every event, but not so that one pair hides the others.
    let width = 1.4 + 0.5 * pair.count.saturating_sub(1).min(4) as f64;
    html! {
        path.edge.uncertain[!pair.is_certain] d=(path) stroke-width=(coordinate(width)) {}
        path.tip d=(head(tip, middle)) {}
    }
}

/// The point that is so far from one point on the way to another.
fn towards(from: Point, to: Point, distance: f64) -> Point {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = dx.hypot(dy).max(1.0);
    Point {
        x: from.x + dx / length * distance,
        y: from.y + dy / length * distance,
    }
}

/// A triangle with its tip at a point, as if it came from another one.
fn head(tip: Point, from: Point) -> String {
    let base = towards(tip, from, 9.0);
    let (dx, dy) = ((base.x - tip.x) / 9.0 * 4.5, (base.y - tip.y) / 9.0 * 4.5);
    let corner = |x: f64, y: f64| format!("{} {}", coordinate(x), coordinate(y));
    format!(
        "M{}L{}L{}Z",
        corner(tip.x, tip.y),
        corner(base.x - dy, base.y + dx),
        corner(base.x + dy, base.y - dx)
    )
}
