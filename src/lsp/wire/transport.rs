//! The loop between the streams and the service: messages in, answers and notifications out. No method is handled here.
//!
//! Reading never waits for the client to read, up to a bound: a client that is busy writing a thousand edits finds all of
//! them applied.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures::stream::FuturesUnordered;
use futures::{Sink, SinkExt, Stream, StreamExt};
use serde::Serialize;
use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt};
use tokio::sync::Notify;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tower::Service;
use tower_lsp::jsonrpc::{Id, Request, Response};

use crate::lsp::wire::frames::{Frame, Frames};
use crate::lsp::wire::json as text;
use crate::lsp::wire::params::{self, LARGEST_BODY};
use crate::lsp::wire::remarks::{Odd, Remarks};
use crate::lsp::wire::spelling::Spellings;

/// How many requests are worked on at a time. While there are more, nothing is read.
const MOST_RUNNING: usize = 4096;

/// How many bytes of answers wait for the client to read. While there are more, nothing is read.
const MOST_UNSENT: usize = 64 * 1024 * 1024;

/// How long answers that are still worked on are waited for once nobody can ask any more.
const GRACE: Duration = Duration::from_secs(1);

const PARSE_ERROR: i64 = -32700;
const INVALID_REQUEST: i64 = -32600;
const METHOD_NOT_FOUND: i64 = -32601;

/// Passes messages between a client and a service until the client says `exit` or closes its end of the input.
pub async fn run<I, O, S>(
    input: I,
    output: O,
    service: S,
    socket: (impl Stream<Item = Request> + Unpin, impl Sink<Response> + Unpin),
    say: impl FnMut(String) + Send + 'static,
) where
    I: AsyncRead + Unpin,
    O: AsyncWrite,
    S: Service<Request, Response = Option<Response>>,
{
    let (requests, answers) = socket;
    let (unsent, waiting) = unbounded_channel();
    let out = Out {
        unsent,
        load: Arc::new(Load::default()),
        spellings: Arc::default(),
    };
    let load = Arc::clone(&out.load);
    let spellings = Arc::clone(&out.spellings);
    let writing = write(output, waiting, requests, &load, &spellings);
    let reading = async {
        let mut reader = Reader {
            service,
            answers,
            out,
            running: FuturesUnordered::new(),
            remarks: Remarks::new(say),
        };
        reader.read(input).await;
        drop(reader);
        // What is left to be sent may still be read.
        tokio::time::sleep(GRACE).await;
    };
    tokio::pin!(writing);
    tokio::select! {
        () = &mut writing => {}
        () = reading => {}
    }
}

/// What is on its way to the client.
#[derive(Debug, Default)]
struct Load {
    bytes: AtomicUsize,
    /// Something was sent.
    sent: Notify,
}

/// The way to the client.
struct Out {
    unsent: UnboundedSender<Vec<u8>>,
    load: Arc<Load>,
    spellings: Arc<Mutex<Spellings>>,
}

impl Out {
    fn is_full(&self) -> bool {
        self.load.bytes.load(Ordering::Relaxed) > MOST_UNSENT
    }

    fn send(&self, message: &impl Serialize) {
        // What is sent is made of values and cannot fail to be written.
        let Some(message) = message_of(message, &self.spellings) else {
            return;
        };
        self.load.bytes.fetch_add(message.len(), Ordering::Relaxed);
        // Nobody takes it where the output is closed, and then the session ends.
        drop(self.unsent.send(message));
    }

    /// Sends what a request gave.
    fn done<E>(&self, done: Result<Option<Response>, E>) {
        if let Ok(Some(response)) = done {
            self.send(&response);
        }
    }

    fn refuse(&self, id: &Value, code: i64, message: &str) {
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "error": { "code": code, "message": message } }));
    }
}

/// A message with its header, in one piece: each write may wake the client.
fn message_of(message: &impl Serialize, spellings: &Mutex<Spellings>) -> Option<Vec<u8>> {
    let spellings = spellings.lock().unwrap_or_else(PoisonError::into_inner);
    let body = if spellings.is_empty() {
        serde_json::to_vec(message).ok()?
    } else {
        let mut message = serde_json::to_value(message).ok()?;
        spellings.restore(&mut message);
        serde_json::to_vec(&message).ok()?
    };
    let mut whole = format!("Content-Length: {}\r\n\r\n", body.len()).into_bytes();
    whole.extend(body);
    Some(whole)
}

/// Writes what waits. Notifications are taken only when nothing else waits, so that of what nobody reads the newest is
/// found where they come from.
async fn write(
    output: impl AsyncWrite,
    mut waiting: UnboundedReceiver<Vec<u8>>,
    mut requests: impl Stream<Item = Request> + Unpin,
    load: &Load,
    spellings: &Mutex<Spellings>,
) {
    tokio::pin!(output);
    let mut is_asking = true;
    loop {
        let (message, is_answer) = tokio::select! {
            biased;
            answer = waiting.recv() => match answer {
                Some(message) => (message, true),
                None => return,
            },
            request = requests.next(), if is_asking => match request {
                Some(request) => match message_of(&request, spellings) {
                    Some(message) => (message, false),
                    None => continue,
                },
                None => {
                    is_asking = false;
                    continue;
                }
            },
        };
        let is_written = output.write_all(&message).await.is_ok() && output.flush().await.is_ok();
        if is_answer {
            load.bytes.fetch_sub(message.len(), Ordering::Relaxed);
            load.sent.notify_one();
        }
        if !is_written {
            return;
        }
    }
}

struct Reader<S: Service<Request>, A> {
    service: S,
    /// Where answers of the client go.
    answers: A,
    out: Out,
    running: FuturesUnordered<S::Future>,
    remarks: Remarks,
}

impl<S, A> Reader<S, A>
where
    S: Service<Request, Response = Option<Response>>,
    A: Sink<Response> + Unpin,
{
    /// Reads to the end of the stream or of the session.
    async fn read(&mut self, input: impl AsyncRead + Unpin) {
        let mut frames = Frames::new(input, LARGEST_BODY);
        loop {
            let has_room = self.running.len() < MOST_RUNNING && !self.out.is_full();
            tokio::select! {
                biased;
                Some(done) = self.running.next() => self.out.done(done),
                () = self.out.load.sent.notified(), if !has_room => {}
                frame = frames.next(), if has_room => match frame {
                    Ok(Some(frame)) => {
                        if self.frame(frame).await.is_break() {
                            return;
                        }
                    }
                    Ok(None) | Err(_) => break,
                },
            }
        }
        let (running, out) = (&mut self.running, &self.out);
        let rest = async {
            while let Some(done) = running.next().await {
                out.done(done);
            }
        };
        // An answer that takes longer is of use to nobody.
        drop(tokio::time::timeout(GRACE, rest).await);
    }

    async fn frame(&mut self, frame: Frame) -> ControlFlow<()> {
        let body = match frame {
            Frame::Body(body) => body,
            Frame::TooLong(length) => {
                self.remarks.say(Odd::TooLong, || {
                    format!("a message of {length} bytes is too long; it was ignored")
                });
                return ControlFlow::Continue(());
            }
            Frame::Garbage => {
                self.remarks.say(Odd::Garbage, || {
                    "the client sent something that is not a message; it is ignored".to_owned()
                });
                self.out
                    .refuse(&Value::Null, PARSE_ERROR, "a message without Content-Length");
                return ControlFlow::Continue(());
            }
        };
        if body.is_empty() {
            return ControlFlow::Continue(());
        }
        let message = text::read(&body);
        drop(body);
        match message {
            Ok(Value::Array(batch)) if batch.is_empty() => {
                self.out.refuse(&Value::Null, INVALID_REQUEST, "an empty batch");
            }
            // The protocol knows no batches, so that each message in one is answered by itself.
            Ok(Value::Array(batch)) => {
                for message in batch {
                    self.message(message).await?;
                }
            }
            Ok(message) => return self.message(message).await,
            Err(error) => {
                self.out
                    .refuse(&Value::Null, PARSE_ERROR, &format!("not JSON: {error}"));
            }
        }
        ControlFlow::Continue(())
    }

    /// Takes one message in; breaks at the last one.
    async fn message(&mut self, mut message: Value) -> ControlFlow<()> {
        let go_on = ControlFlow::Continue(());
        let id = message.get("id").cloned();
        let read_id = id.clone().map(serde_json::from_value::<Id>);
        let (Some(method), None | Some(Ok(_))) = (message.get("method").and_then(Value::as_str), &read_id) else {
            let is_answer = message.get("result").is_some() || message.get("error").is_some();
            match answer(message) {
                Some(response) if is_answer => drop(self.answers.send(response).await),
                _ if is_answer => {}
                _ => {
                    let id = read_id.and_then(Result::ok).and(id).unwrap_or_default();
                    self.out.refuse(&id, INVALID_REQUEST, "neither a request nor an answer");
                }
            }
            return go_on;
        };
        let method = method.to_owned();
        let id = read_id.and_then(Result::ok);
        // What begins like this may be passed over, but a client that asks has to be answered.
        if let (Some(id), true) = (&id, method.starts_with("$/")) {
            let id = serde_json::to_value(id).unwrap_or_default();
            self.out.refuse(&id, METHOD_NOT_FOUND, "Method not found");
            return go_on;
        }
        let params = message.get_mut("params").map(Value::take);
        let params = {
            let mut spellings = self.out.spellings.lock().unwrap_or_else(PoisonError::into_inner);
            params::mended(&method, params, &mut spellings, &mut self.remarks)
        };
        let is_last = method == "exit";
        let request = Request::build(method);
        let request = match params {
            Some(params) => request.params(params),
            None => request,
        };
        let request = match id {
            Some(id) => request.id(id),
            None => request,
        };
        if std::future::poll_fn(|context| self.service.poll_ready(context))
            .await
            .is_err()
        {
            return ControlFlow::Break(());
        }
        let running = self.service.call(request.finish());
        if is_last {
            return ControlFlow::Break(());
        }
        self.running.push(running);
        go_on
    }
}

/// An answer of the client's, whatever version of JSON-RPC it says it is in.
fn answer(mut message: Value) -> Option<Response> {
    message.as_object_mut()?.insert("jsonrpc".to_owned(), json!("2.0"));
    serde_json::from_value(message).ok()
}
