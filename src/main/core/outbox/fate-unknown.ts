/** Why a mail waits for the user of which nobody knows whether it left. */
export const FATE_UNKNOWN =
  'Baton was interrupted while this mail was leaving, and it is not in the Sent folder. ' +
  'Press Try again to send it, or Give up to leave it unsent and end the follow-up.';
