import Database from 'better-sqlite3';
import { firstTables } from '#adapters/store/migrations/0001-first-tables.ts';
const db = new Database('/tmp/prof/x.db');
if (process.argv[2] === 'mmap') db.pragma('mmap_size = 1073741824');
db.pragma('journal_mode=WAL');
db.pragma('cache_size=-65536');
db.pragma('temp_store=MEMORY');
try {
  db.exec(firstTables.sql as string);
} catch {}
const qs = [
  "select * from lead where connection_id=? and record_id=? order by custody IN ('Held','HandingBack') desc, no desc limit 1",
  'select * from lead where connection_id=? and record_id=? order by no desc',
  'select id from lead where connection_id=? and record_id=?',
  'select ?,?',
];
for (const tx of [false, true])
  for (const q of qs) {
    const s = db.prepare(q);
    if (tx) db.exec('begin');
    const t = performance.now();
    for (let i = 0; i < 10000; i++) s.get('a', String(i));
    console.log(tx, ((performance.now() - t) / 10).toFixed(2), 'us', q);
    if (tx) db.exec('commit');
  }
