//! The server as a process: its exit code, and that it does not outlive its editor.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// A server process, ended with the test whatever happens.
pub struct Server {
    process: Child,
}

impl Server {
    pub fn start(arguments: &[&str]) -> Self {
        let process = Command::new(env!("CARGO_BIN_EXE_copydesk"))
            .arg("lsp")
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        Self { process }
    }

    /// One that reads and writes what is given.
    #[cfg(unix)]
    fn between(input: impl Into<Stdio>, output: impl Into<Stdio>) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        let process = command.arg("lsp").stdin(input).stdout(output).spawn().unwrap();
        Self { process }
    }

    /// What the system calls the process.
    pub fn id(&self) -> u32 {
        self.process.id()
    }

    pub fn send(&mut self, message: &Value) {
        let input = self.process.stdin.as_mut().unwrap();
        input.write_all(framed(message).as_bytes()).unwrap();
        input.flush().unwrap();
    }

    pub fn initialize(&mut self, process_id: Value) -> Value {
        self.initialize_with(process_id, json!({}))
    }

    pub fn initialize_with(&mut self, process_id: Value, capabilities: Value) -> Value {
        let params = json!({ "processId": process_id, "capabilities": capabilities });
        self.send(&json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params }));
        let answer = self.read();
        self.send(&json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} }));
        answer
    }

    pub fn read(&mut self) -> Value {
        let mut output = BufReader::with_capacity(1, self.process.stdout.as_mut().unwrap());
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert_ne!(output.read_line(&mut line).unwrap(), 0, "the server ended");
            if let Some(value) = line.strip_prefix("Content-Length: ") {
                length = value.trim_end().parse().unwrap();
            } else if line == "\r\n" {
                break;
            }
        }
        let mut body = vec![0; length];
        output.read_exact(&mut body).unwrap();
        serde_json::from_slice(&body).unwrap()
    }

    pub fn shut_down(&mut self) {
        self.send(&json!({ "jsonrpc": "2.0", "id": 2, "method": "shutdown" }));
        assert_eq!(self.read()["id"], 2);
    }

    pub fn exit(&mut self) {
        self.send(&json!({ "jsonrpc": "2.0", "method": "exit" }));
    }

    fn ended(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.process.try_wait().unwrap() {
                return status;
            }
            assert!(
                start.elapsed() < Duration::from_secs(20),
                "the server should have ended"
            );
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

fn framed(message: &Value) -> String {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len())
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn shutdown_and_exit_end_with_0_while_the_input_stays_open() {
    let mut server = Server::start(&["--stdio"]);
    let answer = server.initialize(Value::Null);
    assert_eq!(answer["result"]["serverInfo"]["version"], env!("CARGO_PKG_VERSION"));
    server.shut_down();
    server.exit();
    assert_eq!(server.ended().code(), Some(0));
}

#[test]
fn exit_alone_ends_with_1() {
    let mut server = Server::start(&[]);
    server.initialize(Value::Null);
    server.exit();
    assert_eq!(server.ended().code(), Some(1));
}

#[test]
fn a_closed_input_ends_with_1_or_after_shutdown_with_0() {
    let mut server = Server::start(&[]);
    server.initialize(Value::Null);
    drop(server.process.stdin.take());
    assert_eq!(server.ended().code(), Some(1));
    let mut server = Server::start(&[]);
    server.initialize(Value::Null);
    server.shut_down();
    drop(server.process.stdin.take());
    assert_eq!(server.ended().code(), Some(0));
    let mut server = Server::start(&[]);
    drop(server.process.stdin.take());
    assert_eq!(server.ended().code(), Some(1));
}

/// A process that plays the editor.
fn editor() -> Child {
    Command::new("sleep").arg("600").spawn().unwrap()
}

#[test]
fn a_dead_editor_named_in_initialize_ends_the_server() {
    let mut editor = editor();
    let mut server = Server::start(&[]);
    server.initialize(editor.id().into());
    assert!(server.process.try_wait().unwrap().is_none());
    editor.kill().unwrap();
    // It is not waited for: a process that is dead and not yet taken note of is gone, too.
    assert_eq!(server.ended().code(), Some(1));
    editor.wait().unwrap();
}

#[test]
fn a_dead_editor_named_on_the_command_line_ends_the_server() {
    let mut editor = editor();
    let argument = format!("--clientProcessId={}", editor.id());
    let mut server = Server::start(&["--stdio", &argument]);
    server.initialize(Value::Null);
    editor.kill().unwrap();
    editor.wait().unwrap();
    assert_eq!(server.ended().code(), Some(1));
}

#[test]
fn a_living_editor_keeps_the_server() {
    let mut server = Server::start(&[]);
    server.initialize(std::process::id().into());
    std::thread::sleep(Duration::from_millis(2500));
    server.shut_down();
    server.exit();
    assert_eq!(server.ended().code(), Some(0));
}

#[test]
fn what_is_no_message_is_answered_and_the_next_one_served() {
    let mut server = Server::start(&[]);
    server.initialize(Value::Null);
    let input = server.process.stdin.as_mut().unwrap();
    input.write_all(b"Content-Length: 3\r\n\r\n{]}").unwrap();
    assert_eq!(server.read()["error"]["code"], -32700);
    server.shut_down();
    server.exit();
    assert_eq!(server.ended().code(), Some(0));
}

/// What a client says that wants nothing.
#[cfg(unix)]
fn short_session() -> String {
    let messages = [
        json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": { "capabilities": {} } }),
        json!({ "jsonrpc": "2.0", "id": 2, "method": "shutdown" }),
        json!({ "jsonrpc": "2.0", "method": "exit" }),
    ];
    messages.iter().map(framed).collect()
}

#[cfg(unix)]
#[test]
fn a_socket_is_read_and_written_as_a_pipe_is() {
    let (mut ours, theirs) = std::os::unix::net::UnixStream::pair().unwrap();
    ours.write_all(short_session().as_bytes()).unwrap();
    let [input, output] = [theirs.try_clone().unwrap(), theirs].map(std::os::fd::OwnedFd::from);
    let mut server = Server::between(input, output);
    assert_eq!(server.ended().code(), Some(0));
    let mut answers = String::new();
    ours.read_to_string(&mut answers).unwrap();
    assert!(
        answers.contains("\"id\":1") && answers.contains("\"id\":2"),
        "{answers}"
    );
}

#[cfg(unix)]
#[test]
fn so_is_a_file() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (said, answered) = (folder.join("said"), folder.join("answered"));
    std::fs::write(&said, short_session()).unwrap();
    let (input, output) = (std::fs::File::open(&said), std::fs::File::create(&answered));
    let mut server = Server::between(input.unwrap(), output.unwrap());
    assert_eq!(server.ended().code(), Some(0));
    let answers = std::fs::read_to_string(&answered).unwrap();
    assert!(
        answers.contains("\"id\":1") && answers.contains("\"id\":2"),
        "{answers}"
    );
}
