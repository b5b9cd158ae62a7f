import type { CDPSession } from 'playwright-core';

/** Chromium's id of a page. */
export async function targetOf(cdp: CDPSession): Promise<string> {
  return (await cdp.send('Target.getTargetInfo')).targetInfo.targetId;
}
