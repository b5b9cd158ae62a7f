/** The tables of what comes in beside replies: what users taught, people whom leads named, mails without a lead. */
export interface ResponsesSchema {
  taught_rule: { id: string; term: string; intent: string; created_at: number; changed_at: number };
  taught_change: {
    id: string;
    rule_id: string;
    what: string;
    term: string;
    intent: string;
    at: number;
  };
  proposed_lead: {
    id: string;
    connection_id: string;
    assistant_id: string;
    lead_id: string;
    mail_id: string;
    address: string;
    name: string;
    at: number;
    status: string;
    decided_at: number | null;
    record_id: string | null;
  };
  told_notice: {
    key: string;
    event: string;
    connection_id: string;
    lead_id: string | null;
    text: string;
    at: number;
    mailed_at: number | null;
  };
  stray_mail: {
    id: string;
    assistant_id: string;
    message_id: string;
    from_address: string;
    from_name: string;
    subject: string;
    at: number;
    kind: string;
    link: string | null;
    settled_at: number | null;
  };
}
