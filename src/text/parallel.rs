//! Work on many things at a time, with all cores where the program has threads and one after the other in the core. The
//! result is the same.

#[cfg(feature = "app")]
use rayon::prelude::*;

/// What `make` makes of each item, in their order.
#[cfg(feature = "app")]
pub fn map<T: Sync, R: Send>(items: &[T], make: impl Fn(&T) -> R + Sync + Send) -> Vec<R> {
    items.par_iter().map(make).collect()
}

/// What `make` makes of each item, in their order.
#[cfg(not(feature = "app"))]
pub fn map<T, R>(items: &[T], make: impl Fn(&T) -> R) -> Vec<R> {
    items.iter().map(make).collect()
}

/// What `one` and `other` make, at the same time if they are `shared` by two cores: that is worth its while only where both have much
/// to do.
#[cfg(feature = "app")]
pub fn both<A: Send, B: Send>(
    shared: bool,
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    if shared {
        rayon::join(one, other)
    } else {
        (one(), other())
    }
}

/// What `one` and `other` make.
#[cfg(not(feature = "app"))]
pub fn both<A, B>(_: bool, one: impl FnOnce() -> A, other: impl FnOnce() -> B) -> (A, B) {
    (one(), other())
}

/// What `make` makes of each `size` items together with their number, in their order.
#[cfg(feature = "app")]
pub fn map_chunks<T: Sync, R: Send>(items: &[T], size: usize, make: impl Fn(usize, &[T]) -> R + Sync + Send) -> Vec<R> {
    let chunks = items.par_chunks(size.max(1)).enumerate();
    chunks.map(|(number, items)| make(number, items)).collect()
}

/// What `make` makes of each `size` items together with their number, in their order.
#[cfg(not(feature = "app"))]
pub fn map_chunks<T, R>(items: &[T], size: usize, make: impl Fn(usize, &[T]) -> R) -> Vec<R> {
    let chunks = items.chunks(size.max(1)).enumerate();
    chunks.map(|(number, items)| make(number, items)).collect()
}

/// Sorts; equal items may change places.
#[cfg(feature = "app")]
pub fn sort_unstable<T: Ord + Send>(items: &mut [T]) {
    items.par_sort_unstable();
}

/// Sorts; equal items may change places.
#[cfg(not(feature = "app"))]
pub fn sort_unstable<T: Ord>(items: &mut [T]) {
    items.sort_unstable();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_items() {
        let items: Vec<usize> = (0..5000).rev().collect();
        assert_eq!(
            map(&items, |item| item * 2),
            items.iter().map(|item| item * 2).collect::<Vec<_>>()
        );
        let chunks = map_chunks(&items, 1000, |number, items| (number, items.len()));
        assert_eq!(chunks, (0..5).map(|number| (number, 1000)).collect::<Vec<_>>());
        let mut sorted = items;
        sort_unstable(&mut sorted);
        assert!(sorted.is_sorted());
    }
}
