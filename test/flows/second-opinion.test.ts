import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFlowWorld, ROSIE, type FlowWorld } from '#test/support/flow-world.ts';
import { KEY, MODEL, startModelServer, type ModelServer } from '#test/support/model-server.ts';

let world: FlowWorld;
let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer();
  world = await openFlowWorld();
});
afterEach(async () => {
  await world.close();
  await server.close();
});

async function turnOn(readsReplies = true): Promise<void> {
  const { version } = await world.api.languageModels.get();
  const place = { provider: 'anthropic' as const, baseUrl: server.baseUrl, model: MODEL };
  await world.api.languageModels.save({
    ...place,
    isOn: true,
    readsReplies,
    dailyLimit: 10,
    key: KEY,
    version,
  });
}

/** A lead that got a mail answers it with these words; the program reads them. */
async function answered(text: string): Promise<string> {
  const contact = await world.mailed();
  const [mail] = world.mailsTo(contact);
  world.sandbox.mail.deliver({
    mailbox: ROSIE?.email ?? '',
    from: { address: world.value(contact, 'email'), name: 'Ana Silva' },
    subject: `Re: ${mail?.subject ?? ''}`,
    text,
    inReplyTo: mail?.messageId ?? '',
  });
  await world.poll();
  return contact;
}

const opinion = (intent: string, confidence: number): string => JSON.stringify({ intent, confidence });
const rules = (contact: string): readonly string[] =>
  world.core.context.store.journal.ofLead(world.lead(contact).id).map(({ rule }) => rule);

describe('a second opinion on a reply', () => {
  it('that agrees where the rules were in doubt settles it, and the journal names it', async () => {
    await turnOn();
    server.turns.push(opinion('AgreedToMeet', 0.9));
    const contact = await answered('Well... Tuesday perhaps?');
    expect(world.lead(contact).state).toBe('Hot');
    expect(rules(contact).join()).toContain('The language model took the reply for AgreedToMeet (90 % sure)');
    expect(server.calls[0]?.text).toContain('Tuesday perhaps?');
    expect(server.calls[0]?.text).not.toContain(world.value(contact, 'email'));
  });

  it.each([
    ['AgreedToMeet', 1],
    ['Unsubscribed', 1],
  ])('alone makes nobody %s, however sure it is', async (intent, confidence) => {
    await turnOn();
    server.turns.push(opinion(intent, confidence));
    const contact = await answered('Fine by me I guess');
    expect(server.calls).toHaveLength(1);
    expect(world.lead(contact).state).toBe('Responded');
  });

  it('is not asked for unless replies may go there, nor where the reply is clear', async () => {
    await turnOn(false);
    await answered('Well... Tuesday perhaps?');
    await turnOn();
    await answered('Tuesday at 5 pm works for me, see you then!');
    await answered('Please unsubscribe me from your list.');
    expect(server.calls).toEqual([]);
  });

  it('that does not come changes nothing: the reply is read as ever', async () => {
    await turnOn();
    server.turns.push('busy');
    const contact = await answered('Well... Tuesday perhaps?');
    expect(world.lead(contact).state).toBe('Responded');
    expect(rules(contact).join()).not.toContain('language model');
    const { counts } = world.api.responses;
    expect(await counts()).toMatchObject({ unsure: 1 });
  });
});
