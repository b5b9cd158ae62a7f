import type { DefaultProperty } from './default-properties-row.ts';
import { TRAFFIC_SOURCES } from './default-properties-options.ts';

/** What HubSpot keeps about every record by itself. `group` is the type's first group. */
export const RECORD_PROPERTIES: readonly DefaultProperty[] = [
  [
    'hs_object_id',
    'Record ID',
    'number/number',
    { flags: ['ro'], description: 'The unique ID for this record.' },
  ],
  ['hs_merged_object_ids', 'Merged record IDs', 'enumeration/checkbox', { flags: ['ro'] }],
  ['hs_created_by_user_id', 'Created by user ID', 'number/number', { flags: ['ro'] }],
  ['hs_updated_by_user_id', 'Updated by user ID', 'number/number', { flags: ['ro'] }],
  ['hs_object_source', 'Record creation source', 'string/text', { flags: ['ro', 'hidden'] }],
  ['hs_object_source_id', 'Record creation source ID', 'string/text', { flags: ['ro', 'hidden'] }],
  ['hs_object_source_label', 'Record source', 'string/text', { flags: ['ro'] }],
  ['hs_unique_creation_key', 'Unique creation key', 'string/text', { flags: ['ro', 'hidden', 'unique'] }],
  ['hs_read_only', 'Read only object', 'bool/booleancheckbox', { flags: ['ro', 'hidden'] }],
  ['hs_was_imported', 'Performed in an import', 'bool/booleancheckbox', { flags: ['ro', 'hidden'] }],
];

/** Ownership: the owner is written by its owner id, the rest follows by itself. */
export function ownerProperties(label: string, group?: string): DefaultProperty[] {
  const grouped = group === undefined ? {} : { group };
  return [
    ['hubspot_owner_id', label, 'enumeration/select', { ...grouped, flags: ['owner'] }],
    [
      'hubspot_owner_assigneddate',
      'Owner assigned date',
      'datetime/date',
      {
        ...grouped,
        flags: ['ro'],
        description: 'The most recent time an owner was assigned. Set automatically.',
      },
    ],
    ['hubspot_team_id', 'HubSpot team', 'enumeration/select', { ...grouped, flags: ['ro'] }],
    ['hs_all_owner_ids', 'All owner IDs', 'enumeration/checkbox', { ...grouped, flags: ['ro', 'hidden'] }],
    ['hs_all_team_ids', 'All team IDs', 'enumeration/checkbox', { ...grouped, flags: ['ro', 'hidden'] }],
    [
      'hs_user_ids_of_all_owners',
      'User IDs of all owners',
      'enumeration/checkbox',
      { ...grouped, flags: ['ro', 'hidden'] },
    ],
  ];
}

/** What logging a note, an e-mail, a task or a meeting does to the record it is logged on. */
export const ACTIVITY_SUMMARY: readonly DefaultProperty[] = [
  ['notes_last_contacted', 'Last contacted', 'datetime/date', { flags: ['ro'] }],
  ['notes_last_updated', 'Last activity date', 'datetime/date', { flags: ['ro'] }],
  ['notes_next_activity_date', 'Next activity date', 'datetime/date', { flags: ['ro'] }],
  ['num_contacted_notes', 'Number of times contacted', 'number/number', { flags: ['ro'] }],
  ['num_notes', 'Number of sales activities', 'number/number', { flags: ['ro'] }],
  ['hs_last_sales_activity_timestamp', 'Last engagement date', 'datetime/date', { flags: ['ro'] }],
  ['hs_latest_meeting_activity', 'Latest meeting activity', 'datetime/date', { flags: ['ro'] }],
  ['engagements_last_meeting_booked', 'Date of last meeting booked', 'datetime/date', { flags: ['ro'] }],
];

export const ANALYTICS: readonly DefaultProperty[] = [
  [
    'hs_analytics_source',
    'Original traffic source',
    'enumeration/select',
    { flags: ['ro'], options: TRAFFIC_SOURCES },
  ],
  ['hs_analytics_source_data_1', 'Original traffic source drill-down 1', 'string/text', { flags: ['ro'] }],
  ['hs_analytics_source_data_2', 'Original traffic source drill-down 2', 'string/text', { flags: ['ro'] }],
  [
    'hs_latest_source',
    'Latest traffic source',
    'enumeration/select',
    { flags: ['ro'], options: TRAFFIC_SOURCES },
  ],
  ['hs_latest_source_timestamp', 'Latest traffic source date', 'datetime/date', { flags: ['ro'] }],
  ['hs_analytics_num_page_views', 'Number of pageviews', 'number/number', { flags: ['ro'] }],
  ['hs_analytics_num_visits', 'Number of sessions', 'number/number', { flags: ['ro'] }],
  ['hs_analytics_first_timestamp', 'Time first seen', 'datetime/date', { flags: ['ro'] }],
  ['hs_analytics_last_timestamp', 'Time last seen', 'datetime/date', { flags: ['ro'] }],
];

/** The rows, put into one group. */
export function inGroup(group: string, rows: readonly DefaultProperty[]): DefaultProperty[] {
  return rows.map(([name, label, shape, extra = {}]) => [name, label, shape, { group, ...extra }]);
}
