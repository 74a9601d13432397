#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| copydesk_fuzz::analysis(input));
