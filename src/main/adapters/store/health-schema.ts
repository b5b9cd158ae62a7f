/** The tables of what watches over a connection, for Kysely. */
export interface HealthSchema {
  incident: {
    key: string;
    connection_id: string;
    cause: string;
    sentence: string;
    since: number;
    until: number | null;
  };
  watched_field: {
    connection_id: string;
    key: string;
    name: string;
    label: string;
    type: string;
    field_type: string;
    group_name: string;
    is_ours: number;
    /** JSON: values of options. */
    options: string;
  };
  field_difference: {
    connection_id: string;
    key: string;
    kind: string;
    option: string;
    property: string;
    was: string;
    is_now: string;
    since: number;
  };
  field_rule: { connection_id: string; field: string; policy: string };
  /** `place`: their order. */
  admin: { address: string; place: number };
  interrupted_lead: { lead_id: string; connection_id: string; due_at: number };
  /** One row an hour in which something came; `at`: the last time in it. */
  source_event: { source: string; subject: string; hour: number; at: number };
  silence: { source: string; subject: string; last_at: number; noticed_at: number };
}
