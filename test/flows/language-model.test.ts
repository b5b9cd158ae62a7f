import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WritingView } from '#contract/drafts.ts';
import { DAY, MINUTE, openFlowWorld, type FlowWorld } from '#test/support/flow-world.ts';
import {
  KEY,
  MODEL,
  startModelServer,
  type ModelServer,
  type ModelTurn,
} from '#test/support/model-server.ts';

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

const GOOD = say('A question', 'Hello Ana,\n\nmay I show you what we do? A short call is enough.');
const BOLD = say('A question', 'Hello Ana,\n\nwe saved Siemens 43 % of its costs. Shall we talk?');

function say(subject: string, text: string): string {
  return JSON.stringify({ subject, text });
}

async function turnOn(changes: { dailyLimit?: number; isOn?: boolean } = {}) {
  const { version, readsReplies } = await world.api.languageModels.get();
  const settings = {
    isOn: true,
    provider: 'openai-compatible' as const,
    baseUrl: server.baseUrl,
    model: MODEL,
  };
  return world.api.languageModels.save({
    ...settings,
    dailyLimit: 100,
    readsReplies,
    key: KEY,
    version,
    ...changes,
  });
}

async function letHerWrite(changes: Partial<Pick<WritingView, 'reviewFirst' | 'whenRefused'>> = {}) {
  const assistantId = world.assistantIds[0] ?? '';
  const { version } = await world.api.drafts.writing({ assistantId });
  const usual = { reviewFirst: false, whenRefused: 'template' as const };
  await world.api.drafts.setWriting({
    assistantId,
    version,
    byModel: true,
    ...usual,
    ...changes,
    waiting: null,
  });
}

/** A contact whose first message came due, with what the model says to it. */
async function due(...turns: ModelTurn[]): Promise<string> {
  server.turns.push(...turns);
  const contact = await world.taken();
  await world.passUntil(() => server.calls.length > 0 || world.mailsTo(contact).length > 0);
  await world.poll();
  return contact;
}

const waiting = async () => (await world.api.drafts.page({ kind: 'waiting', after: null, limit: 10 })).rows;

describe('a language model', () => {
  it('is off at first: templates give a complete mail, and nothing is asked of anybody', async () => {
    await letHerWrite();
    const contact = await world.taken();
    await world.passUntil(() => world.mailsTo(contact).length > 0);
    expect(server.calls).toEqual([]);
    expect(world.mailsTo(contact)[0]?.text.length).toBeGreaterThan(100);
    expect(await world.api.languageModels.get()).toMatchObject({ isOn: false, hasKey: false });
  });

  it('writes the message with the assistant’s signature, once, and counts what it cost', async () => {
    await turnOn();
    await letHerWrite();
    const contact = await due(GOOD);
    const [mail] = world.mailsTo(contact);
    expect(mail?.subject).toBe('A question');
    expect(mail?.text).toContain('may I show you what we do?');
    expect(mail?.text).toContain('Rosie Hart');
    expect(server.calls).toHaveLength(1);
    expect(server.calls[0]?.text).not.toContain(world.value(contact, 'email'));
    expect((await world.api.languageModels.get()).today).toEqual({ calls: 1, tokens: 120 });
    await world.poll(3);
    expect(world.mailsTo(contact)).toHaveLength(1);
  });

  it('is told what was sent before when it writes the next one, which keeps the subject', async () => {
    await turnOn();
    await letHerWrite();
    const contact = await due(GOOD, say('Another subject', 'Hello Ana,\n\nstill interested?'));
    await world.passUntil(() => world.mailsTo(contact).length === 2);
    expect(server.calls[1]?.text).toContain('may I show you what we do?');
    expect(world.mailsTo(contact)[1]?.subject).toBe('Re: A question');
  });

  it('that states what was given nowhere is not sent: the template goes, or a person looks', async () => {
    await turnOn();
    await letHerWrite();
    const first = await due(BOLD);
    expect(world.mailsTo(first)[0]?.text).not.toContain('Siemens');
    await letHerWrite({ whenRefused: 'hold' });
    server.calls.length = 0;
    const second = await due(BOLD);
    await world.advance(3 * DAY);
    expect(world.mailsTo(second)).toEqual([]);
    expect(await waiting()).toMatchObject([
      {
        because: 'claims',
        writer: 'model',
        claims: [
          { kind: 'name', words: 'Siemens' },
          { kind: 'percentage', words: '43 %' },
        ],
      },
    ]);
  });

  it('is asked again after the pause that it asked for', async () => {
    await turnOn();
    await letHerWrite();
    const first = await due('busy', GOOD);
    expect(world.mailsTo(first)).toEqual([]);
    await world.advance(2 * MINUTE);
    await world.poll();
    expect(world.mailsTo(first)[0]?.subject).toBe('A question');
  });

  it('that fails three times leaves the template', async () => {
    await turnOn();
    await letHerWrite();
    const contact = await due('cut', 'no-json', { status: 529 });
    await world.passUntil(() => world.mailsTo(contact).length > 0);
    expect(server.calls).toHaveLength(3);
    expect(world.mailsTo(contact)[0]?.subject).not.toBe('A question');
  });

  it('with a refused key holds the message for a person where the user wants that, and says why', async () => {
    await turnOn();
    await letHerWrite({ whenRefused: 'hold' });
    const contact = await due({ status: 401 });
    expect(world.mailsTo(contact)).toEqual([]);
    expect((await waiting())[0]).toMatchObject({
      because: 'model-failed',
      writer: 'template',
      remark: expect.stringContaining('refused the key'),
    });
  });

  it('under review first writes the draft, and a person approves it', async () => {
    await turnOn();
    await letHerWrite({ reviewFirst: true });
    const contact = await due(GOOD);
    const [draft] = await waiting();
    expect(draft).toMatchObject({ writer: 'model', subject: 'A question', because: 'review-first' });
    expect(world.mailsTo(contact)).toEqual([]);
    await world.api.drafts.approve({ drafts: [{ id: draft?.id ?? '', version: draft?.version ?? 0 }] });
    await world.poll();
    expect(world.mailsTo(contact)).toHaveLength(1);
  });

  it('is not asked past its limit of a day: the others get the template', async () => {
    await turnOn({ dailyLimit: 1 });
    await letHerWrite();
    server.otherwise = GOOD;
    const contacts = [await world.taken(), await world.taken(), await world.taken()];
    await world.passUntil(() => contacts.every((each) => world.mailsTo(each).length === 1));
    expect(server.calls).toHaveLength(1);
    const subjects = contacts.map((each) => world.mailsTo(each)[0]?.subject);
    expect(subjects.filter((each) => each === 'A question')).toHaveLength(1);
  });

  it('is not asked while everything is stopped', async () => {
    await turnOn();
    await letHerWrite();
    const contact = await world.taken();
    await world.api.system.stop();
    await world.advance(2 * DAY);
    expect(server.calls).toEqual([]);
    server.otherwise = GOOD;
    await world.api.system.resume();
    await world.passUntil(() => world.mailsTo(contact).length > 0);
    expect(server.calls).toHaveLength(1);
  });

  it('that was asked when the program ended is asked again, and one mail goes out', async () => {
    await turnOn();
    await letHerWrite();
    const contact = await due('busy');
    await world.restart();
    server.otherwise = GOOD;
    await world.advance(2 * MINUTE);
    await world.poll(2);
    expect(world.mailsTo(contact)).toHaveLength(1);
    expect(world.mailsTo(contact)[0]?.subject).toBe('A question');
  });

  it('that an assistant is not to use any more leaves the template to what waited for it', async () => {
    await turnOn();
    await letHerWrite({ whenRefused: 'hold' });
    const contact = await due('busy');
    const assistantId = world.assistantIds[0] ?? '';
    const { version } = await world.api.drafts.writing({ assistantId });
    const rules = { reviewFirst: false, byModel: false, whenRefused: 'hold' as const };
    await world.api.drafts.setWriting({ assistantId, version, ...rules, waiting: null });
    await world.advance(2 * MINUTE);
    await world.poll();
    expect(server.calls).toHaveLength(1);
    expect(world.mailsTo(contact)).toHaveLength(1);
  });

  it('turned off again leaves the templates to what still waited for it', async () => {
    await turnOn();
    await letHerWrite();
    const contact = await due('busy');
    await turnOn({ isOn: false });
    await world.advance(2 * MINUTE);
    await world.poll();
    expect(world.mailsTo(contact)).toHaveLength(1);
    expect(server.calls).toHaveLength(1);
  });
});

describe('the settings of the language model', () => {
  it('keep the key in the vault alone, and tell what was changed', async () => {
    const view = await turnOn();
    expect(JSON.stringify(view)).not.toContain(KEY);
    expect(view).toMatchObject({ isOn: true, hasKey: true });
    expect(view.changes[0]?.text).toContain(`Turned on. Model: ${MODEL} at ${server.baseUrl}. A new key`);
    await world.core.drain();
    for (const file of readdirSync(world.directory)) {
      if (!file.startsWith('baton')) continue;
      expect(readFileSync(join(world.directory, file)).includes(KEY)).toBe(false);
    }
  });

  it('never send a kept key to another place than the one it was entered for', async () => {
    await turnOn();
    const other = await startModelServer({ key: null });
    other.otherwise = '{"answer":"ready"}';
    const place = { provider: 'openai-compatible' as const, baseUrl: other.baseUrl, model: MODEL };
    expect(await world.api.languageModels.test({ ...place, key: null })).toMatchObject({ ok: true });
    const { version } = await world.api.languageModels.get();
    const rest = { dailyLimit: 10, readsReplies: false, key: null };
    const off = await world.api.languageModels.save({ ...place, ...rest, isOn: false, version });
    expect(off.hasKey).toBe(false);
    await world.api.languageModels.save({ ...place, ...rest, isOn: true, version: off.version });
    await world.api.languageModels.test({ ...place, key: null });
    expect(other.calls.map(({ key }) => key)).toEqual([null, null]);
    await other.close();
  });

  it('test the connection in a sentence, and refuse plain http and an address that is none', async () => {
    const place = { provider: 'openai-compatible' as const, baseUrl: server.baseUrl, model: MODEL };
    server.turns.push('{"answer":"ready"}');
    expect(await world.api.languageModels.test({ ...place, key: KEY })).toMatchObject({
      ok: true,
      sentence: expect.stringMatching(/^test-model-1 answered within/),
    });
    expect(await world.api.languageModels.test({ ...place, key: 'sk-wrong' })).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('refused the key'),
    });
    const test = (baseUrl: string) => world.api.languageModels.test({ ...place, baseUrl, key: KEY });
    await expect(test('http://models.example.com/v1')).rejects.toThrow(/use https/);
    await expect(test('somewhere')).rejects.toThrow(/enter one such as/);
    expect(server.calls.at(0)?.text).not.toContain('Ana');
  });
});
