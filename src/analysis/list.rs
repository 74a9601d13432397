//! A list that two versions of a draft can share. It is read as a slice and never changes.

use std::ops::Deref;
use std::slice::Iter;
use std::sync::Arc;

/// A list of facts. Cheap to clone, whatever its length.
#[derive(Debug)]
pub struct List<T>(Arc<Vec<T>>);

impl<T> List<T> {
    /// Whether the two are one list in memory, and so equal. Takes no time.
    #[must_use]
    pub fn is_shared_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: PartialEq> List<Arc<T>> {
    /// The list that was there before if the new one is equal to it, so that what follows can see at once that nothing has
    /// changed. Linear, and quick where the two have the same values in memory.
    #[must_use]
    pub fn or_before(self, before: &Self) -> Self {
        let is_same = |(was, is): (&Arc<T>, &Arc<T>)| Arc::ptr_eq(was, is) || was == is;
        let are_same = self.len() == before.len() && before.iter().zip(&self).all(is_same);
        if are_same { before.clone() } else { self }
    }
}

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T: PartialEq> PartialEq for List<T> {
    fn eq(&self, other: &Self) -> bool {
        self.is_shared_with(other) || self.0 == other.0
    }
}

impl<T> Deref for List<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T> From<Vec<T>> for List<T> {
    fn from(list: Vec<T>) -> Self {
        Self(Arc::new(list))
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self::from(items.into_iter().collect::<Vec<T>>())
    }
}

impl<'a, T> IntoIterator for &'a List<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Iter<'a, T> {
        self.iter()
    }
}
