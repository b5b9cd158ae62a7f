/** Leads that come in by hand. */
export interface ImportSchema {
  lead_import: LeadImportTable;
  import_person: ImportPersonTable;
}

interface LeadImportTable {
  id: string;
  source: string;
  target: string;
  connection_id: string | null;
  assistant_id: string | null;
  schedule_id: string | null;
  context: string;
  name: string;
  format: string;
  /** JSON. */
  columns: string;
  /** JSON. */
  mapping: string;
  status: string;
  problem: string;
  /** JSON. */
  thread: string | null;
  created_at: number;
  ended_at: number | null;
}

interface ImportPersonTable {
  import_id: string;
  row: number;
  /** JSON. */
  cells: string;
  /** Lower case. */
  email: string;
  first_name: string;
  last_name: string;
  company: string;
  country: string;
  context: string;
  verdict: string;
  reason: string;
  /** 0 or 1. */
  looked: number;
  state: string;
  record_id: string | null;
  lead_id: string | null;
}
