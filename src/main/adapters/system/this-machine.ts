import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Holder } from '#core/domain/crm/lease.ts';

/** Where Linux keeps a number of its own for each installation. */
const MACHINE_ID = '/etc/machine-id';

/**
 * A data folder on this machine. The id is the same after each start, and another one for a copy of the folder
 * elsewhere; only a hash of what it is made of leaves the machine, with the machine's name.
 */
export function thisMachine(dataDirectory: string): Holder {
  const name = hostname();
  const parts = [machineId(), name, realpathSync(dataDirectory)];
  const id = createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 24);
  return { id, name };
}

function machineId(): string {
  try {
    return readFileSync(MACHINE_ID, 'utf8').trim();
  } catch {
    return '';
  }
}
