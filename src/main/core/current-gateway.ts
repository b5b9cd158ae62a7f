import { CrmError } from './ports/crm-error.ts';
import type { CrmGateway } from './ports/crm-gateway.ts';

/**
 * A gateway whose refused token counts only while the gateway is the one in use. A call that was under way while the
 * user gave a new token is refused for the old one: that passes, and must not turn the renewed connection Failed.
 */
export function countedWhileCurrent(gateway: CrmGateway, isCurrent: () => boolean): CrmGateway {
  const judge = (error: CrmError): CrmError =>
    error.kind !== 'unauthorized' || isCurrent()
      ? error
      : new CrmError('network', 'The token was renewed meanwhile: this is tried again with the new one.', {
          cause: error,
        });
  const passing = <T>(call: Promise<T>): Promise<T> =>
    call.catch((error: unknown) => {
      throw error instanceof CrmError ? judge(error) : error;
    });
  return {
    ...gateway,
    describeAccount: () => passing(gateway.describeAccount()),
    listUsers: () => passing(gateway.listUsers()),
    inviteUser: (email, name) => passing(gateway.inviteUser(email, name)),
    findAssigned: (query) => passing(gateway.findAssigned(query)),
    findByProperty: (query) => passing(gateway.findByProperty(query)),
    readRecords: (ids, fields, more) => passing(gateway.readRecords(ids, fields, more)),
    write: async (writes) =>
      (await passing(gateway.write(writes))).map((outcome) =>
        outcome.kind === 'done' ? outcome : { ...outcome, error: judge(outcome.error) },
      ),
    findWritten: (writes) => passing(gateway.findWritten(writes)),
    readFieldNote: (name) => passing(gateway.readFieldNote(name)),
    createNotedField: (field, group) => passing(gateway.createNotedField(field, group)),
    writeFieldNote: (name, words) => passing(gateway.writeFieldNote(name, words)),
    listFields: () => passing(gateway.listFields()),
    ensureFieldGroup: (name, label) => passing(gateway.ensureFieldGroup(name, label)),
    createField: (field) => passing(gateway.createField(field)),
    changeField: (name, change) => passing(gateway.changeField(name, change)),
    replaceOptions: (name, options) => passing(gateway.replaceOptions(name, options)),
  };
}
