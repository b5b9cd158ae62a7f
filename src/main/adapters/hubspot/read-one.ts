import { CrmError } from '#core/ports/crm-error.ts';
import { paths, type ObjectType } from './paths.ts';
import type { Purpose } from './purpose.ts';
import type { Transport } from './transport.ts';
import { crmObject, type CrmObject } from './values.ts';

/** One object to read by its id. */
export interface OneRead {
  readonly type: ObjectType;
  readonly properties: readonly string[];
  readonly histories: readonly string[];
  readonly purpose: Purpose;
  readonly archived?: boolean;
  /** The property that the id is a value of; absent: the id. */
  readonly idProperty?: 'email';
}

/** One object by id, with GET. A merged contact comes as its survivor, under another id; null: it is no more. */
export async function readOne(transport: Transport, id: string, read: OneRead): Promise<CrmObject | null> {
  try {
    return await transport.send(
      {
        method: 'GET',
        path: paths.object(read.type, id),
        query: [
          ['properties', read.properties.join(',')],
          ...(read.histories.length > 0
            ? [['propertiesWithHistory', read.histories.join(',')] as const]
            : []),
          ...(read.idProperty === undefined ? [] : [['idProperty', read.idProperty] as const]),
          ...(read.archived === true ? [['archived', 'true'] as const] : []),
        ],
        doing: `to read one of the ${read.type}`,
        isWrite: false,
        purpose: read.purpose,
        policy: 'burst',
        urgency: 'background',
      },
      crmObject,
    );
  } catch (error) {
    if (error instanceof CrmError && error.kind === 'not-found') return null;
    throw error;
  }
}
