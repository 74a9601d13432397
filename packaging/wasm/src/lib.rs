//! The core for whatever runs WebAssembly: a text and its settings go in, facts and findings come out as JSON.
//!
//! Text crosses the border of the module as bytes in its memory. Whoever calls takes memory with [`copydesk_reserve`], writes the text
//! into it, and hands it over; the answer is in memory that the caller gives back with [`copydesk_release`]. There are no imports, so
//! that a module has neither files nor network nor clock.

use copydesk::render::facts::{FactSettings, analyse};

/// Takes `length` bytes of memory for the caller to write into.
#[unsafe(no_mangle)]
pub extern "C" fn copydesk_reserve(length: usize) -> *mut u8 {
    let bytes = vec![0_u8; length].into_boxed_slice();
    Box::into_raw(bytes).cast()
}

/// Gives memory back.
///
/// # Safety
///
/// `start` and `length` must be those of memory that [`copydesk_reserve`] or [`copydesk_analyse`] gave and that was not given back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn copydesk_release(start: *mut u8, length: usize) {
    // SAFETY: they are those of a boxed slice that this module leaked, see above.
    drop(unsafe { taken(start, length) });
}

/// What is said in a text: `{"facts": …}`, or `{"error": "…"}` if the settings or the text cannot be used. Both are in memory that the
/// caller reserved and that is given back here. The answer is `start << 32 | length`.
///
/// # Safety
///
/// Both pairs must be those of memory that [`copydesk_reserve`] gave and that was not given back.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn copydesk_analyse(
    text: *mut u8,
    text_length: usize,
    settings: *mut u8,
    settings_length: usize,
) -> u64 {
    // SAFETY: both are memory that this module leaked, see above.
    let (text, settings) = unsafe { (taken(text, text_length), taken(settings, settings_length)) };
    let answer = match answer(&text, &settings) {
        // The facts are JSON already.
        Ok(facts) => format!("{{\"facts\":{facts}}}"),
        Err(error) => serde_json::json!({ "error": error }).to_string(),
    };
    let answer = answer.into_bytes().into_boxed_slice();
    let length = answer.len() as u64;
    let start = Box::into_raw(answer).cast::<u8>() as usize as u64;
    start << 32 | length
}

/// The memory that was leaked at `start`.
///
/// # Safety
///
/// It must be a boxed slice of `length` bytes that was leaked, and not be used again.
unsafe fn taken(start: *mut u8, length: usize) -> Box<[u8]> {
    let slice = std::ptr::slice_from_raw_parts_mut(start, length);
    // SAFETY: what the caller of this function vouches for.
    unsafe { Box::from_raw(slice) }
}

fn answer(text: &[u8], settings: &[u8]) -> Result<String, String> {
    let text = std::str::from_utf8(text).map_err(|error| error.to_string())?;
    let settings: FactSettings =
        serde_json::from_slice(settings).map_err(|error| format!("the settings cannot be read: {error}"))?;
    analyse(text, &settings)
}
