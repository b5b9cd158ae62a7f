import { describe, expect, it } from 'vitest';
import { countedWhileCurrent } from './current-gateway.ts';
import { CrmError } from './ports/crm-error.ts';
import type { CrmGateway, CrmWrite } from './ports/crm-gateway.ts';

const refused = new CrmError('unauthorized', 'HubSpot does not accept the token of this connection.');
const note: CrmWrite = { kind: 'note', key: 'k', recordId: '1', at: 0, bodyHtml: '' };

function refusing(isCurrent: boolean): CrmGateway {
  const gateway: Partial<CrmGateway> = {
    listUsers: () => Promise.reject(refused),
    write: (writes) => Promise.resolve(writes.map(() => ({ kind: 'retry', error: refused }))),
  };
  return countedWhileCurrent(gateway as CrmGateway, () => isCurrent);
}

describe('a refused token', () => {
  it('counts while its gateway is in use', async () => {
    await expect(refusing(true).listUsers()).rejects.toMatchObject({ kind: 'unauthorized' });
    expect(await refusing(true).write([note])).toMatchObject([{ error: { kind: 'unauthorized' } }]);
  });

  it('passes once the user has given a new one', async () => {
    await expect(refusing(false).listUsers()).rejects.toMatchObject({ kind: 'network', isPassing: true });
    expect(await refusing(false).write([note])).toMatchObject([
      { kind: 'retry', error: { kind: 'network' } },
    ]);
  });
});
