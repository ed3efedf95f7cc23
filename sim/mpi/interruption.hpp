#pragma once
/// SIGINT and SIGTERM, noted rather than obeyed at once.

namespace ccm {

/// From now on these signals are noted.
void note_interruptions();

/// From now on the death of the process that started this one counts as SIGTERM.
void end_with_parent();

/// The last of them that has come; 0 if none has.
[[nodiscard]] int interruption();

}  // namespace ccm
