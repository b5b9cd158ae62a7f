/** Why a mail waits for the user of which nobody knows whether it left. */
export const FATE_UNKNOWN =
  'Baton was interrupted while this mail was leaving, and it is not in the Sent folder. ' +
  'Say whether it was sent, or have it sent again, or not at all.';
