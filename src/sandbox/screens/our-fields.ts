import type { Portal, PropertyDefinition } from '../portal/model.ts';

/** The properties through which people and assistants speak to each other; found by what people read on them. */
export interface OurFields {
  readonly status: PropertyDefinition | null;
  readonly context: PropertyDefinition | null;
  /** Schedule and assistant, where the portal has them. */
  readonly choices: readonly PropertyDefinition[];
  /** Everything in the same groups, the ones above included. */
  readonly all: readonly PropertyDefinition[];
}

const CHOICE = / (Schedule|Sequence|Assistant)$/;

/** Looks for them among the contact properties that somebody added to the portal; hidden ones show on no record. */
export function ourFields(portal: Portal): OurFields {
  const added = [...portal.properties.contacts.values()].filter(
    (property) => !property.hubspotDefined && !property.archived && !property.hidden,
  );
  const labelled = (label: string): PropertyDefinition | null =>
    added.find((property) => property.label === label) ?? null;
  const status = labelled('Lead Connection Status');
  const context = labelled('Context');
  const choices = added.filter(({ type, label }) => type === 'enumeration' && CHOICE.test(label));
  const groups = new Set([status, context, ...choices].map((property) => property?.groupName));
  return { status, context, choices, all: added.filter((property) => groups.has(property.groupName)) };
}
