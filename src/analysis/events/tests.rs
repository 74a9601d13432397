//! Hard cases of events.
