import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFlowWorld, ROSIE, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await openFlowWorld();
});
afterEach(() => world.close());

const DAEMON = { address: 'MAILER-DAEMON@mail.us.example', name: 'Mail Delivery System' };

/** A mail that answers nothing: it can only be matched by the address it is about. */
async function delivered(
  from: { address: string; name: string },
  subject: string,
  text: string,
): Promise<void> {
  world.sandbox.mail.deliver({ mailbox: ROSIE.email, from, subject, text });
  await world.poll();
}

describe('a bounce that names no mail of ours', () => {
  it('is matched by the address that it is about, and stops the follow-up where it is hard', async () => {
    const id = await world.mailed();
    const address = world.value(id, 'email');
    await delivered(
      DAEMON,
      'failure notice',
      `Hi. This is the qmail-send program at mail.us.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<${address}>:\nSorry, no mailbox here by that name. (#5.1.1)`,
    );
    expect(world.lead(id)).toMatchObject({ state: 'DeActivated', followUp: 'Stopped' });
  });

  it('changes nothing while the mail will still be tried', async () => {
    const id = await world.mailed();
    const address = world.value(id, 'email');
    await delivered(
      DAEMON,
      'Warning: message delayed 24 hours',
      `A message that you sent has not yet been delivered to one or more of its recipients.\n\n  ${address}\n\nNo action is required on your part. Delivery attempts will continue.`,
    );
    expect(world.lead(id)).toMatchObject({ state: 'Cold', followUp: 'Scheduled' });
  });
});

describe('a spam complaint', () => {
  it('stops the follow-up for ever: nothing is written to the address again', async () => {
    const id = await world.mailed();
    const address = world.value(id, 'email');
    await delivered(
      { address: 'fbl@provider.example', name: 'Feedback loop' },
      'FW: Cyber security',
      `This is an e-mail abuse report.\n\nFeedback-Type: abuse\nUser-Agent: Provider/1.0\nVersion: 1\nOriginal-Rcpt-To: <${address}>`,
    );
    expect(world.lead(id)).toMatchObject({ state: 'UnSubscribed', followUp: 'Stopped' });
    expect(world.core.context.store.suppressions.has(address)).toBe(true);
  });
});
