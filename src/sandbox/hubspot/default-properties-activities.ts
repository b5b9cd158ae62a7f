import type { DefaultProperty } from './default-properties-row.ts';
import { options } from './default-properties-options.ts';
import { RECORD_PROPERTIES, ownerProperties } from './default-properties-shared.ts';

export const ACTIVITY_GROUPS: readonly (readonly [name: string, label: string])[] = [
  ['engagement', 'Engagement'],
];

/** What every activity shares. `hs_timestamp` places the activity on the timeline. */
const EVERY_ACTIVITY: readonly DefaultProperty[] = [
  ['hs_timestamp', 'Activity date', 'datetime/date'],
  ...ownerProperties('Activity assigned to'),
  ['hs_attachment_ids', 'Attached file IDs', 'enumeration/checkbox'],
  ['hs_createdate', 'Create date', 'datetime/date', { flags: ['ro'] }],
  ['hs_lastmodifieddate', 'Last modified date', 'datetime/date', { flags: ['ro'] }],
  ['hs_body_preview', 'Body preview', 'string/textarea', { flags: ['ro'] }],
  ['hs_body_preview_html', 'HTML body preview', 'string/textarea', { flags: ['ro', 'hidden'] }],
  [
    'hs_body_preview_is_truncated',
    'Body preview truncated',
    'bool/booleancheckbox',
    { flags: ['ro', 'hidden'] },
  ],
  ['hs_created_by', 'Activity created by', 'number/number', { flags: ['ro'] }],
  ['hs_modified_by', 'Updated by', 'number/number', { flags: ['ro'] }],
  ['hs_engagement_source', 'Engagement source', 'string/text', { flags: ['ro'] }],
  ['hs_engagement_source_id', 'Engagement source ID', 'string/text', { flags: ['ro'] }],
  ...RECORD_PROPERTIES,
];

export const NOTE_PROPERTIES: readonly DefaultProperty[] = [
  ['hs_note_body', 'Note body', 'string/html'],
  ...EVERY_ACTIVITY,
];

const ADDRESS_FIELDS = ['from', 'to', 'cc', 'bcc', 'sender'] as const;

/** Filled from `hs_email_headers`, never written. */
const HEADER_PROPERTIES: readonly DefaultProperty[] = ADDRESS_FIELDS.flatMap((field): DefaultProperty[] => {
  const label = `Email ${field}`;
  return [
    [`hs_email_${field}_email`, `${label} address`, 'string/text', { flags: ['ro'] }],
    [`hs_email_${field}_firstname`, `${label} first name`, 'string/text', { flags: ['ro'] }],
    [`hs_email_${field}_lastname`, `${label} last name`, 'string/text', { flags: ['ro'] }],
  ];
});

export const EMAIL_PROPERTIES: readonly DefaultProperty[] = [
  [
    'hs_email_direction',
    'Email direction',
    'enumeration/select',
    { options: options('EMAIL', 'INCOMING_EMAIL', 'FORWARDED_EMAIL', 'DRAFT_EMAIL') },
  ],
  [
    'hs_email_status',
    'Email send status',
    'enumeration/select',
    { options: options('BOUNCED', 'FAILED', 'SCHEDULED', 'SENDING', 'SENT') },
  ],
  ['hs_email_subject', 'Email subject', 'string/text'],
  ['hs_email_text', 'Email body', 'string/textarea'],
  ['hs_email_html', 'Email HTML', 'string/html'],
  ['hs_email_headers', 'Email headers', 'string/textarea'],
  ...HEADER_PROPERTIES,
  ['hs_email_message_id', 'Email message ID', 'string/text'],
  ['hs_email_thread_id', 'Email thread ID', 'string/text'],
  ['hs_email_headers_message_id', 'Email headers message ID', 'string/text'],
  ['hs_email_tracker_key', 'Email tracker key', 'string/text'],
  ['hs_email_open_count', 'Number of email opens', 'number/number', { flags: ['ro'] }],
  ['hs_email_click_count', 'Number of email clicks', 'number/number', { flags: ['ro'] }],
  ['hs_email_reply_count', 'Number of email replies', 'number/number', { flags: ['ro'] }],
  ...EVERY_ACTIVITY,
];

export const TASK_PROPERTIES: readonly DefaultProperty[] = [
  ['hs_task_subject', 'Task title', 'string/text'],
  ['hs_task_body', 'Task notes', 'string/html'],
  [
    'hs_task_status',
    'Task status',
    'enumeration/select',
    { options: options('NOT_STARTED', 'IN_PROGRESS', 'WAITING', 'COMPLETED', 'DEFERRED') },
  ],
  [
    'hs_task_priority',
    'Priority',
    'enumeration/select',
    { options: options('NONE', 'LOW', 'MEDIUM', 'HIGH') },
  ],
  ['hs_task_type', 'Task type', 'enumeration/select', { options: options('TODO', 'EMAIL', 'CALL') }],
  ['hs_task_reminders', 'Reminders', 'string/text'],
  ['hs_task_completion_date', 'Completed at', 'datetime/date', { flags: ['ro'] }],
  ['hs_task_is_completed', 'Is completed', 'number/number', { flags: ['ro'] }],
  ['hs_queue_membership_ids', 'Queue', 'enumeration/checkbox'],
  ...EVERY_ACTIVITY,
];

export const MEETING_PROPERTIES: readonly DefaultProperty[] = [
  ['hs_meeting_title', 'Meeting name', 'string/text'],
  ['hs_meeting_body', 'Meeting description', 'string/html'],
  ['hs_internal_meeting_notes', 'Internal meeting notes', 'string/html'],
  ['hs_meeting_external_url', 'External URL', 'string/text'],
  ['hs_meeting_location', 'Meeting location', 'string/text'],
  ['hs_meeting_start_time', 'Meeting start time', 'datetime/date'],
  ['hs_meeting_end_time', 'Meeting end time', 'datetime/date'],
  [
    'hs_meeting_outcome',
    'Meeting outcome',
    'enumeration/select',
    { options: options('SCHEDULED', 'COMPLETED', 'RESCHEDULED', ['NO_SHOW', 'No Show'], 'CANCELED') },
  ],
  ['hs_activity_type', 'Call and meeting type', 'enumeration/select', { options: [] }],
  ...EVERY_ACTIVITY,
];

export const CALL_PROPERTIES: readonly DefaultProperty[] = [
  ['hs_call_title', 'Call title', 'string/text'],
  ['hs_call_body', 'Call notes', 'string/html'],
  ['hs_call_direction', 'Call direction', 'enumeration/select', { options: options('INBOUND', 'OUTBOUND') }],
  [
    'hs_call_status',
    'Call status',
    'enumeration/select',
    {
      options: options(
        'BUSY',
        'CALLING_CRM_USER',
        'CANCELED',
        'COMPLETED',
        'CONNECTING',
        'FAILED',
        'IN_PROGRESS',
        'NO_ANSWER',
        'QUEUED',
        'RINGING',
      ),
    },
  ],
  ['hs_call_duration', 'Call duration', 'number/number'],
  ['hs_call_disposition', 'Call outcome', 'enumeration/select', { options: [] }],
  ['hs_call_from_number', 'From number', 'string/text'],
  ['hs_call_to_number', 'To number', 'string/text'],
  ['hs_call_recording_url', 'Recording URL', 'string/text'],
  ['hs_activity_type', 'Call and meeting type', 'enumeration/select', { options: [] }],
  ...EVERY_ACTIVITY,
];

export const COMMUNICATION_PROPERTIES: readonly DefaultProperty[] = [
  [
    'hs_communication_channel_type',
    'Channel type',
    'enumeration/select',
    { options: options(['WHATS_APP', 'WhatsApp'], ['LINKEDIN_MESSAGE', 'LinkedIn message'], 'SMS') },
  ],
  ['hs_communication_logged_from', 'Logged from', 'enumeration/select', { options: options('CRM') }],
  ['hs_communication_body', 'Communication body', 'string/html'],
  ...EVERY_ACTIVITY,
];
