//! Running messages in the order they came in. It knows no method of the protocol.

use std::panic::AssertUnwindSafe;
use std::task::{Context, Poll};

use futures::FutureExt;
use futures::future::{self, BoxFuture};
use tower::Service;
use tower_lsp::jsonrpc::{Error, Request, Response};

/// Runs each message up to its first wait before the next one is read, and turns a panic in it into an error answer.
///
/// The transport polls the futures of messages in any order it likes, so that an edit could overtake the one before it.
/// A handler that changes state before it first waits changes it in order if it is polled once right here.
#[derive(Debug)]
pub struct Ordered<S> {
    inner: S,
}

impl<S> Ordered<S> {
    /// Puts the messages for `inner` in order.
    pub fn new(inner: S) -> Self {
        Self { inner }
    }
}

impl<S> Service<Request> for Ordered<S>
where
    S: Service<Request, Response = Option<Response>>,
    S::Error: Send + 'static,
    S::Future: Send + 'static,
{
    type Response = Option<Response>;
    type Error = S::Error;
    type Future = BoxFuture<'static, Result<Self::Response, Self::Error>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let id = request.id().cloned();
        // The state that a handler shares is guarded by locks that outlive a panic, so that nothing half done is seen.
        let mut running = AssertUnwindSafe(self.inner.call(request))
            .catch_unwind()
            .map(|done| done.unwrap_or_else(|_| Ok(id.map(|id| Response::from_error(id, Error::internal_error())))))
            .boxed();
        // What is not done yet is polled again by the transport, which then leaves its own waker.
        match (&mut running).now_or_never() {
            Some(done) => future::ready(done).boxed(),
            None => running,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use tower_lsp::jsonrpc::Id;

    use super::*;

    type Answer = BoxFuture<'static, Result<Option<Response>, ()>>;

    fn ordered(handler: impl Fn(Request) -> Answer) -> impl FnMut(Request) -> Answer {
        let mut service = Ordered::new(tower::service_fn(handler));
        move |request| service.call(request)
    }

    #[test]
    fn a_message_runs_up_to_its_first_wait_at_once() {
        let seen = Arc::new(Mutex::new(Vec::new()));
        let log = Arc::clone(&seen);
        let mut call = ordered(move |request| {
            let log = Arc::clone(&log);
            Box::pin(async move {
                log.lock().unwrap().push(request.method().to_owned());
                future::pending::<()>().await;
                Ok(None)
            })
        });
        let _first = call(Request::build("one").finish());
        let _second = call(Request::build("two").finish());
        assert_eq!(*seen.lock().unwrap(), ["one", "two"]);
    }

    #[test]
    fn a_panic_is_an_error_answer_for_its_request_alone() {
        let mut call = ordered(|request| {
            Box::pin(async move {
                assert_ne!(request.method(), "bad", "a message that makes the handler panic");
                Ok(request.id().cloned().map(|id| Response::from_ok(id, true.into())))
            })
        });
        let answer = |method: &'static str| Request::build(method).id(7).finish();
        let bad = call(answer("bad")).now_or_never().unwrap().unwrap().unwrap();
        assert_eq!((bad.id(), bad.is_error()), (&Id::Number(7), true));
        let good = call(answer("good")).now_or_never().unwrap().unwrap().unwrap();
        assert!(good.is_ok());
    }
}
