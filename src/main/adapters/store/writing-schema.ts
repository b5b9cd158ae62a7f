/** 0 or 1. */
type Flag = number;

/** JSON text, parsed with zod when read. */
type Json = string;

/** Messages that wait or are still being written. */
export interface WritingSchema {
  writing_rules: WritingRulesTable;
  draft: DraftTable;
  mail_draft: MailDraftTable;
  planned_edit: PlannedEditTable;
}

interface WritingRulesTable {
  assistant_id: string;
  review_first: Flag;
  by_model: Flag;
  when_refused: string;
  version: number;
}

interface DraftTable {
  id: string;
  lead_id: string;
  connection_id: string;
  assistant_id: string;
  run: number;
  step: number;
  status: string;
  writer: string;
  because: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  claims: Json;
  remark: string | null;
  created_at: number;
  next_try_at: number;
  attempts: number;
  settled_at: number | null;
  version: number;
}

interface MailDraftTable {
  lead_id: string;
  kind: string;
  id: string;
  answers_mail_id: string | null;
  subject: string;
  text: string;
  cc: Json;
  at: number;
  version: number;
}

interface PlannedEditTable {
  lead_id: string;
  run: number;
  step: number;
  schedule_id: string;
  subject: string | null;
  text: string | null;
  skipped: Flag;
  at: number;
  version: number;
}
