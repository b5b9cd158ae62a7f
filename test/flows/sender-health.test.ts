import { afterEach, describe, expect, it } from 'vitest';
import { HOUR, openFlowWorld, ROSIE, type FlowWorld } from '#test/support/flow-world.ts';

let world: FlowWorld;
afterEach(() => world.close());

const KEY = 'v=DKIM1; k=rsa; p=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA';

describe('the health of a sender', () => {
  it('keeps the DKIM selector that the provider named, over a restart, until it is emptied', async () => {
    const domain = ROSIE.email.split('@')[1] ?? '';
    world = await openFlowWorld({
      dns: {
        txt: (name) =>
          Promise.resolve(
            name === `spring26._domainkey.${domain}` ? { kind: 'found', records: [KEY] } : { kind: 'none' },
          ),
      },
    });
    const assistantId = world.assistantIds[0] ?? '';
    const dkim = async (): Promise<string | undefined> => {
      const { checks } = await world.api.senders.health({ assistantId });
      return checks.find(({ kind }) => kind === 'dkim')?.verdict;
    };
    expect(await dkim()).not.toBe('good');
    await expect(world.api.senders.setSelector({ assistantId, selector: 'spring 26' })).rejects.toMatchObject(
      { data: { problems: [{ field: 'selector' }] } },
    );
    await world.api.senders.setSelector({ assistantId, selector: ' spring26 ' });
    await world.restart();
    expect(await dkim()).toBe('good');
    expect((await world.api.senders.health({ assistantId })).selector).toBe('spring26');
    await world.api.senders.setSelector({ assistantId, selector: '' });
    expect((await world.api.senders.health({ assistantId })).selector).toBeNull();
  });

  it('tells how much of the limits is left today', async () => {
    world = await openFlowWorld({ dailyLimit: 20 });
    const [id = ''] = world.contacts(1);
    world.assign(id);
    await world.poll();
    await world.advance(26 * HOUR);
    const { caps } = await world.api.senders.health({ assistantId: world.assistantIds[0] ?? '' });
    expect(caps).toEqual({ sentToday: 1, daily: 20, mailbox: null });
  });
});
