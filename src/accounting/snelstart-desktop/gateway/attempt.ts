// For what throws where an outcome is wanted: the process and its words.

/** What `act` gives, or why not. */
export function attempt<Value>(act: () => Value): { ok: true; value: Value } | { ok: false; why: string } {
  try {
    return { ok: true, value: act() }
  } catch (error) {
    // Told to the caller, who acts on it.
    return { ok: false, why: error instanceof Error ? error.message : String(error) }
  }
}
