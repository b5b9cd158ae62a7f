import { FIELD_KEYS, LEAD_STATES } from '#contract/names.ts';
import type { FieldKey, NamingPreset } from '#contract/names.ts';
import type { FieldDefinition, FieldOption } from './field-definition.ts';
import { PRESETS } from './naming-presets.ts';

/** The option of the assistant field that ends an assignment by property. */
export const NO_ASSISTANT = 'No Assistant';

type Shape = Pick<FieldDefinition, 'type' | 'fieldType' | 'description' | 'fits'>;

const ONE_OF_A_LIST = { type: 'enumeration', fieldTypes: ['select', 'radio'] } as const;
const TEXT = { type: 'string', fieldTypes: ['text', 'textarea'] } as const;

const SHAPES: Readonly<Record<FieldKey, Shape>> = {
  context: {
    type: 'string',
    fieldType: 'textarea',
    description:
      'What the assistant writes about; used instead of her default when it has a value at assignment.',
    fits: [TEXT],
  },
  schedule: {
    type: 'enumeration',
    fieldType: 'select',
    description:
      "The schedule of follow-ups, read at assignment; without one the assistant's default is used.",
    fits: [ONE_OF_A_LIST],
  },
  connectionStatus: {
    type: 'enumeration',
    fieldType: 'select',
    description: 'How far the assistant is with this lead. Clear it and assign again to start afresh.',
    fits: [ONE_OF_A_LIST, TEXT],
  },
  assistant: {
    type: 'enumeration',
    fieldType: 'select',
    description: 'The assistant who works on this lead where leads are assigned by this field.',
    fits: [ONE_OF_A_LIST],
  },
};

/** Options in their order, from plain words. */
export function optionsOf(values: readonly string[]): readonly FieldOption[] {
  return values.map((value, displayOrder) => ({ value, label: value, hidden: false, displayOrder }));
}

/**
 * The properties a connection under this preset shall have, in the order of FIELD_KEYS. The options of the
 * schedule field are not among them: Sync schedules sets those.
 */
export function fieldSet(
  preset: NamingPreset,
  assistantNames: readonly string[] = [],
): readonly FieldDefinition[] {
  const { group, fields } = PRESETS[preset];
  const options: Readonly<Record<FieldKey, readonly FieldOption[]>> = {
    context: [],
    schedule: [],
    connectionStatus: optionsOf(LEAD_STATES),
    assistant: optionsOf([NO_ASSISTANT, ...assistantNames]),
  };
  return FIELD_KEYS.map((key) => ({
    key,
    ...fields[key],
    ...SHAPES[key],
    groupName: group.name,
    options: options[key],
  }));
}
