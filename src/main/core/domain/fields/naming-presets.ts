import type { FieldKey, NamingPreset } from '#contract/names.ts';

/** What one field is called under a preset. */
export interface PresetField {
  readonly label: string;
  /** The internal name we create. */
  readonly name: string;
  /** Names under which teams that come from the other products may already have it. */
  readonly alsoNamed: readonly string[];
}

export interface Preset {
  readonly group: { readonly name: string; readonly label: string };
  readonly fields: Readonly<Record<FieldKey, PresetField>>;
}

/**
 * The names of our fields in HubSpot (domain.md section 1, fields in the CRM). Internal names start with a
 * letter there: HubSpot puts an n before a label that begins with a digit.
 */
export const PRESETS: Readonly<Record<NamingPreset, Preset>> = {
  Baton: {
    group: { name: 'baton', label: 'Baton' },
    fields: {
      context: { label: 'Context', name: 'baton_context', alsoNamed: ['context'] },
      schedule: { label: 'Baton Schedule', name: 'baton_schedule', alsoNamed: [] },
      connectionStatus: {
        label: 'Lead Connection Status',
        name: 'baton_lead_connection_status',
        alsoNamed: ['lead_connection_status'],
      },
      assistant: { label: 'Baton Assistant', name: 'baton_assistant', alsoNamed: [] },
    },
  },
  TEC: {
    group: { name: 'tec', label: 'TEC' },
    fields: {
      context: { label: 'Context', name: 'context', alsoNamed: ['tec_context'] },
      schedule: { label: 'TEC Schedule', name: 'tec_schedule', alsoNamed: [] },
      connectionStatus: {
        label: 'Lead Connection Status',
        name: 'lead_connection_status',
        alsoNamed: ['tec_lead_connection_status'],
      },
      assistant: { label: 'TEC Assistant', name: 'tec_assistant', alsoNamed: [] },
    },
  },
  '7Targets': {
    group: { name: 'n7targets', label: '7Targets' },
    fields: {
      context: {
        label: 'Context',
        name: 'context',
        alsoNamed: ['n7targets_context', 'seventargets_context', 'seven_targets_context'],
      },
      schedule: {
        label: '7Targets Sequence',
        name: 'n7targets_sequence',
        alsoNamed: ['seventargets_sequence', 'seven_targets_sequence'],
      },
      connectionStatus: {
        label: 'Lead Connection Status',
        name: 'lead_connection_status',
        alsoNamed: ['n7targets_lead_connection_status', 'seventargets_lead_connection_status'],
      },
      assistant: {
        label: '7Targets Assistant',
        name: 'n7targets_assistant',
        alsoNamed: ['seventargets_assistant', 'seven_targets_assistant'],
      },
    },
  },
};
