//! What rules on drafts worked out of facts, with these facts. It does not know what either is.

use std::any::Any;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What each rule worked out last.
#[derive(Debug, Default)]
pub struct Memo {
    of_rules: Mutex<BTreeMap<&'static str, Box<dyn Any + Send>>>,
}

/// A result, and all that it was worked out of.
struct Worked<K, V> {
    of: K,
    result: Arc<V>,
}

impl Memo {
    /// What was worked out for a rule if it was of the same facts; else what `work` gives, in its place.
    pub fn get<K, V>(&self, rule: &'static str, of: K, work: impl FnOnce(&K) -> V) -> Arc<V>
    where
        K: PartialEq + Send + 'static,
        V: Send + Sync + 'static,
    {
        let known = lock(&self.of_rules).remove(rule);
        let known = known.and_then(|known| known.downcast::<Worked<K, V>>().ok());
        let worked = known.filter(|known| known.of == of).unwrap_or_else(|| {
            let result = Arc::new(work(&of));
            Box::new(Worked { of, result })
        });
        let result = Arc::clone(&worked.result);
        lock(&self.of_rules).insert(rule, worked);
        result
    }
}

/// What rules on drafts worked out of one block, as long as nothing changes that a rule on blocks may look at.
#[derive(Debug, Default)]
pub struct BlockMemo {
    of_rules: Mutex<Vec<(&'static str, Arc<dyn Any + Send + Sync>)>>,
}

impl BlockMemo {
    /// What was worked out for a rule, or what `work` gives.
    pub fn get<V>(&self, rule: &'static str, work: impl FnOnce() -> V) -> Arc<V>
    where
        V: Send + Sync + 'static,
    {
        let known = |rules: &[(&str, Arc<dyn Any + Send + Sync>)]| {
            let (_, known) = rules.iter().find(|(of, _)| *of == rule)?;
            Arc::clone(known).downcast::<V>().ok()
        };
        if let Some(known) = known(&lock(&self.of_rules)) {
            return known;
        }
        let worked = Arc::new(work());
        lock(&self.of_rules).push((rule, worked.clone()));
        worked
    }
}

/// Held for a look only, and never while anything is worked out.
fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_worked_out_again_when_the_facts_are_others() {
        let memo = Memo::default();
        let length = |word: &str| *memo.get("length", word.to_owned(), String::len);
        assert_eq!(length("ferry"), 5);
        assert_eq!(*memo.get("length", "ferry".to_owned(), |_| 0_usize), 5);
        assert_eq!(length("pier"), 4);
        assert_eq!(*memo.get("other", "pier".to_owned(), |_| 1_usize), 1);
    }

    #[test]
    fn each_rule_has_its_own_of_a_block() {
        let memo = BlockMemo::default();
        assert_eq!(*memo.get("length", || 5_usize), 5);
        assert_eq!(*memo.get("length", || 4_usize), 5);
        assert_eq!(*memo.get("word", || "ferry"), "ferry");
    }
}
