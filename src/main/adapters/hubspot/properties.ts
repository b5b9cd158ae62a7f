/** Contact properties of HubSpot's own that we read or write, by internal name. */
export const OWNER = 'hubspot_owner_id';
/** When the present owner got the record; HubSpot sets it. */
export const ASSIGNED_AT = 'hubspot_owner_assigneddate';
export const LEAD_STATUS = 'hs_lead_status';
/** Moves with any change of a contact, our own included. */
export const MODIFIED_AT = 'lastmodifieddate';
export const MERGED_IDS = 'hs_merged_object_ids';
export const OTHER_EMAILS = 'hs_additional_emails';
export const OPTED_OUT = 'hs_email_optout';
export const TIME_ZONE = 'hs_timezone';

/** What HubSpot sums up of a contact's activities: read, never written. */
export const SIGNALS = {
  contactedAt: 'notes_last_contacted',
  meetingAt: 'hs_latest_meeting_activity',
  bookedFor: 'engagements_last_meeting_booked',
  mailOpenedAt: 'hs_sales_email_last_opened',
  mailClickedAt: 'hs_sales_email_last_clicked',
} as const;
