import { afterEach, expect, it } from 'vitest';
import { openFlowWorld, ROSIE, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

it('a mail without a public address is unsubscribed from by mail, and says so in plain words', async () => {
  world = await openFlowWorld();
  const [mail] = world.mailsTo(await world.mailed());
  expect(mail?.headers?.['List-Unsubscribe']).toBe(`<mailto:${ROSIE.email}?subject=unsubscribe>`);
  expect(mail?.headers).not.toHaveProperty('List-Unsubscribe-Post');
  expect(mail?.text.trimEnd()).toMatch(/hear from me again, just say so in an answer\.$/);
  expect(mail?.html).toContain('just say so in an answer.');
  expect(mail?.html).not.toContain('<img');
});
