import type { ContactWrite, WriteOutcome } from '#core/ports/crm-gateway.ts';
import { writeBatch } from './batch-write.ts';
import { paths } from './paths.ts';
import type { Transport } from './transport.ts';

/** Creates contacts, at most one batch of them. One whose address is there already is refused as a conflict. */
export function createContacts(
  transport: Transport,
  writes: readonly ContactWrite[],
): Promise<WriteOutcome[]> {
  return writeBatch(transport, writes, {
    callFor: (batch) => ({
      method: 'POST',
      path: paths.batch('contacts', 'create'),
      // Without a trace id of its own in every input, one bad input would fail the whole batch.
      body: {
        inputs: batch.map((write) => ({
          objectWriteTraceId: write.key,
          properties: { ...stockOf(write), ...write.values },
          associations: [],
        })),
      },
      doing: 'to create contacts',
      isWrite: true,
      purpose: 'contact',
      policy: 'burst',
      urgency: 'background',
    }),
    isSame: (result, { stock }) => result.properties['email']?.toLowerCase() === stock.email,
    remoteIdOf: (result) => result.id,
    isNamed: () => false,
  });
}

function stockOf({ stock }: ContactWrite): Record<string, string> {
  const { email, firstName: firstname, lastName: lastname, company, country } = stock;
  const all = { email, firstname, lastname, company, country };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
}
