import type { CoreContext } from '../../context.ts';
import { remedyOf, type DifferenceKind, type WatchedKey } from '../../domain/fields/drift.ts';
import type { FieldOption } from '../../domain/fields/field-definition.ts';
import { fieldSet } from '../../domain/fields/field-set.ts';
import { withMissingOptions } from '../../domain/fields/field-status.ts';
import { PRESETS } from '../../domain/fields/naming-presets.ts';
import type { CrmGateway } from '../../ports/crm-gateway.ts';
import type { Connection } from '../../ports/store/rows.ts';
import { inspectFields, saveFieldNames } from './inspect-fields.ts';
import { createOurs } from './set-up-fields.ts';

/** A difference that Baton must not mend. */
export class NotOursToMend extends Error {
  constructor() {
    super('Baton does not change this property: it was made by somebody else. Put it right in the CRM.');
  }
}

/**
 * Presses the button of a difference: what somebody changed about a property is put back as it was accepted. Safe to
 * repeat: what is right already is left alone.
 * @throws CrmError, NotOursToMend
 */
export async function mendField(
  core: CoreContext,
  connection: Connection,
  gateway: CrmGateway,
  key: WatchedKey,
  kind: DifferenceKind,
): Promise<void> {
  const { watched, differences } = core.store.health.fieldWatch(connection.id);
  const field = watched.find((each) => each.key === key);
  const mine = differences.filter((each) => each.key === key && each.kind === kind);
  const [first] = mine;
  if (field !== undefined && first !== undefined) {
    const { group } = PRESETS[connection.preset];
    switch (remedyOf(first, field.isOurs).remedy) {
      case null:
        throw new NotOursToMend();
      case 're-create': {
        const assistants = core.store.assistants.all().map((assistant) => assistant.name);
        const definition = fieldSet(connection.preset, assistants).find((each) => each.key === key);
        if (definition === undefined) throw new NotOursToMend();
        await gateway.ensureFieldGroup(group.name, group.label);
        await createOurs(core, gateway, definition);
        break;
      }
      case 'add-option':
      case 'show-option':
        await putOptions(
          gateway,
          first.property,
          mine.map(({ option, was }) => ({ value: option, label: was, hidden: false, displayOrder: 0 })),
        );
        break;
      case 'restore-label':
        await gateway.changeField(first.property, { label: field.label });
        break;
      case 'move-back':
        await gateway.ensureFieldGroup(field.groupName, group.label);
        await gateway.changeField(first.property, { groupName: field.groupName });
    }
  }
  saveFieldNames(core, connection.id, await inspectFields(core, connection, gateway));
}

/** Adds what is missing at the end and shows what is hidden; every other option stays as it is. */
async function putOptions(
  gateway: CrmGateway,
  property: string,
  wanted: readonly FieldOption[],
): Promise<void> {
  const field = (await gateway.listFields()).find((each) => each.name === property);
  if (field === undefined) return;
  const values = new Set(wanted.map((option) => option.value));
  const there = new Set(field.options.map((option) => option.value));
  const shown = field.options.map((option) =>
    values.has(option.value) ? { ...option, hidden: false } : option,
  );
  const missing = wanted.filter((option) => !there.has(option.value));
  await gateway.replaceOptions(property, withMissingOptions({ ...field, options: shown }, missing));
}
