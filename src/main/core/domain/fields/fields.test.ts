import { describe, expect, it } from 'vitest';
import { FIELD_KEYS, LEAD_STATES, NAMING_PRESETS } from '#contract/names.ts';
import type { FieldKey, NamingPreset } from '#contract/names.ts';
import { creatableProperties, refusedProperties, writableProperties } from './allow-list.ts';
import type { FieldDefinition, FoundField } from './field-definition.ts';
import { fieldSet } from './field-set.ts';
import { fieldStatus, findField, withMissingOptions } from './field-status.ts';

const desired = (
  key: FieldKey,
  preset: NamingPreset = 'Baton',
  assistants: string[] = [],
): FieldDefinition => {
  const field = fieldSet(preset, assistants).find((each) => each.key === key);
  if (field === undefined) throw new Error(key);
  return field;
};
const inPortal = (field: FieldDefinition, changes: Partial<FoundField> = {}): FoundField => ({
  name: field.name,
  label: field.label,
  type: field.type,
  fieldType: field.fieldType,
  groupName: field.groupName,
  options: field.options,
  archived: false,
  ...changes,
});
const statusOf = (field: FieldDefinition, portal: FoundField[]) =>
  fieldStatus(field, findField(field, portal));

describe('the fields of a naming preset', () => {
  it('bear the labels that users of each product know', () => {
    const labels = (preset: NamingPreset) => fieldSet(preset).map((field) => field.label);
    expect(labels('Baton')).toEqual([
      'Context',
      'Baton Schedule',
      'Lead Connection Status',
      'Baton Assistant',
    ]);
    expect(labels('TEC')).toEqual(['Context', 'TEC Schedule', 'Lead Connection Status', 'TEC Assistant']);
    expect(labels('7Targets')).toEqual([
      'Context',
      '7Targets Sequence',
      'Lead Connection Status',
      '7Targets Assistant',
    ]);
  });

  it('have internal names that HubSpot accepts, one for each field', () => {
    for (const preset of NAMING_PRESETS) {
      const fields = fieldSet(preset);
      const names = fields.flatMap((field) => [field.groupName, field.name, ...field.alsoNamed]);
      expect(names.filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
      expect(fields.map((field) => field.key)).toEqual([...FIELD_KEYS]);
      expect(new Set(fields.map((field) => field.name)).size).toBe(4);
    }
  });

  it('offer the twelve states, and every assistant beside No Assistant', () => {
    expect(desired('connectionStatus').options.map((option) => option.value)).toEqual([...LEAD_STATES]);
    expect(desired('assistant', 'Baton', ['Ann', 'Bo']).options.map((option) => option.value)).toEqual([
      'No Assistant',
      'Ann',
      'Bo',
    ]);
  });
});

describe('the status of a field', () => {
  it('is missing in an empty portal, with the name it would get', () => {
    expect(statusOf(desired('context'), [])).toMatchObject({
      status: 'missing',
      name: 'baton_context',
      remedy: 'create',
      message: '"Context" does not exist yet; it would be created as baton_context.',
    });
  });

  it('is present once created', () => {
    for (const field of fieldSet('TEC', ['Ann'])) {
      expect(statusOf(field, [inPortal(field)])).toMatchObject({
        status: 'present',
        adopted: false,
        remedy: 'none',
      });
    }
  });

  it("adopts a user's own context property by its internal name or its label, and leaves it alone", () => {
    const field = desired('context');
    const theirs = inPortal(field, { name: 'context', fieldType: 'text', groupName: 'contactinformation' });
    expect(statusOf(field, [theirs])).toMatchObject({ status: 'present', name: 'context', adopted: true });
    const byLabel = { ...theirs, name: 'what_we_offer' };
    expect(statusOf(field, [byLabel])).toMatchObject({
      status: 'present',
      name: 'what_we_offer',
      adopted: true,
    });
    expect(statusOf(field, [{ ...byLabel, label: 'context' }]).status).toBe('missing');
  });

  it('prefers the internal name over a label', () => {
    const field = desired('schedule', 'TEC');
    const other = inPortal(field, { name: 'something_else' });
    expect(statusOf(field, [other, inPortal(field)])).toMatchObject({ name: 'tec_schedule', adopted: false });
  });

  it('does not adopt a property of another type, an archived one, or one of HubSpot itself', () => {
    const field = desired('context');
    const label = 'Context';
    expect(
      statusOf(field, [inPortal(field, { name: 'c', label, type: 'number', fieldType: 'number' })]).status,
    ).toBe('missing');
    expect(statusOf(field, [inPortal(field, { name: 'c', label, archived: true })]).status).toBe('missing');
    expect(statusOf(field, [inPortal(field, { name: 'hs_context', label })]).status).toBe('missing');
  });

  it('differs when our name is taken by another type, and only a person can help', () => {
    const field = desired('schedule');
    const status = statusOf(field, [inPortal(field, { type: 'string', fieldType: 'text' })]);
    expect(status).toMatchObject({ status: 'differs', remedy: 'by-hand' });
    expect(status.message).toContain('is of type string, text, where enumeration, select is needed');
  });

  it('differs when several values could be ticked', () => {
    const field = desired('schedule');
    expect(statusOf(field, [inPortal(field, { fieldType: 'checkbox' })]).status).toBe('differs');
  });

  it('differs when it is archived, and creating brings it back', () => {
    const field = desired('context');
    expect(statusOf(field, [inPortal(field, { archived: true })])).toMatchObject({
      status: 'differs',
      remedy: 'create',
    });
  });

  it('differs when states are missing among the options, and names them', () => {
    const field = desired('connectionStatus');
    const found = inPortal(field, {
      options: field.options.filter((option) => !['Pending', 'LeadAtRisk'].includes(option.value)),
    });
    const status = fieldStatus(field, found);
    expect(status).toMatchObject({ status: 'differs', remedy: 'add-options' });
    expect(status.message).toContain('lacks the options Pending, LeadAtRisk');
    const full = withMissingOptions(found, status.missingOptions);
    expect(full.slice(0, found.options.length)).toEqual(found.options);
    expect(fieldStatus(field, { ...found, options: full }).status).toBe('present');
  });

  it('is present with further options, with hidden ones, and as plain text', () => {
    const field = desired('connectionStatus', 'TEC');
    const more = [...field.options, { value: 'Nurture', label: 'Nurture', hidden: true, displayOrder: 40 }];
    expect(statusOf(field, [inPortal(field, { options: more })]).status).toBe('present');
    expect(
      statusOf(field, [inPortal(field, { type: 'string', fieldType: 'text', options: [] })]).status,
    ).toBe('present');
  });
});

describe('the properties that may be written', () => {
  const mapping = {
    context: 'baton_context',
    schedule: 'baton_schedule',
    connectionStatus: 'lead_connection_status',
    assistant: null,
  };
  const stock = { owner: 'hubspot_owner_id', contactStatus: 'hs_lead_status' };

  it('are ours, the owner and the contact status', () => {
    expect([...writableProperties(mapping, stock)]).toEqual([
      'baton_context',
      'baton_schedule',
      'lead_connection_status',
      'hubspot_owner_id',
      'hs_lead_status',
    ]);
  });

  it('include a name or an address only at creation', () => {
    const names = ['email', 'firstname', 'hs_lead_status', 'salary'];
    expect(refusedProperties(names, writableProperties(mapping, stock))).toEqual([
      'email',
      'firstname',
      'salary',
    ]);
    expect(refusedProperties(names, creatableProperties(mapping, stock))).toEqual(['salary']);
  });
});
