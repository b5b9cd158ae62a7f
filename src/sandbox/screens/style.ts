/** The one style sheet: plain, dense, light or dark as the system is. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #f5f5fa; --card: #ffffff; --line: #d9d9e6; --field: #8a8aa0;
  --text: #1d1d2b; --soft: #5a5a70; --accent: #4a3aa8; --on-accent: #ffffff;
  --danger: #a8231b; --good: #1c6b3f; --in: #edf6f0; --out: #f0eefb;
  font: 14px/1.45 'Segoe UI', -apple-system, 'Noto Sans', 'Liberation Sans', system-ui, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14141c; --card: #1e1e29; --line: #363648; --field: #77778f;
    --text: #e6e6f0; --soft: #a9a9bd; --accent: #b3a6ff; --on-accent: #17132e;
    --danger: #ff9d94; --good: #84d6a6; --in: #1b2a23; --out: #252236;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); }
a { color: var(--accent); }
h1, h2, h3, p { margin: 0; }
h1 { font-size: 20px; line-height: 1.25; }
h2 { font-size: 15px; }
h3 { font-size: 13px; }
small, .soft { color: var(--soft); font-size: 12.5px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; background: var(--card); padding: 6px 10px; z-index: 1; }
.top { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: center; padding: 8px 16px;
  background: var(--card); border-bottom: 3px solid var(--accent); }
.product { font-weight: 700; }
.top nav { display: flex; gap: 14px; }
.top nav a { padding: 2px 0; text-decoration: none; color: var(--text); }
.top nav a[aria-current] { border-bottom: 2px solid var(--accent); font-weight: 600; }
.clock { margin-left: auto; color: var(--soft); font-variant-numeric: tabular-nums; }
main { max-width: 1240px; margin: 0 auto; padding: 14px 16px 40px; display: grid; gap: 12px; }
.head { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: baseline; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 12px; min-width: 0; }
.stack { display: grid; gap: 10px; align-content: start; min-width: 0; }
.notice { padding: 8px 12px; border-radius: 6px; border: 1px solid; background: var(--card); }
.notice.done { border-color: var(--good); color: var(--good); }
.notice.problem { border-color: var(--danger); color: var(--danger); }
form { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: end; }
form.stack { display: grid; }
label { display: grid; gap: 2px; font-size: 12.5px; color: var(--soft); min-width: 0; }
label.grow { flex: 1 1 160px; }
label > select, label > input:not([type='checkbox']) { width: 100%; }
input, select, textarea, button { font: inherit; color: var(--text); background: var(--card);
  border: 1px solid var(--field); border-radius: 4px; padding: 4px 8px; min-height: 30px; max-width: 100%; }
input[type='checkbox'] { min-height: 0; width: 16px; height: 16px; margin: 0; accent-color: var(--accent); }
textarea { min-height: 62px; resize: vertical; width: 100%; }
button { cursor: pointer; }
button.main { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
button.danger { border-color: var(--danger); color: var(--danger); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 5px 8px; border-bottom: 1px solid var(--line); }
thead th { font-size: 12.5px; color: var(--soft); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 400; }
td, tbody th { overflow-wrap: anywhere; }
tr:last-child > * { border-bottom: 0; }
.contacts tbody th a { font-weight: 600; }
.when { white-space: nowrap; font-variant-numeric: tabular-nums; }
.tick { width: 30px; }
.tick label { display: block; padding: 2px; }
.pages { display: flex; gap: 14px; align-items: baseline; }
.record { display: grid; gap: 12px; grid-template-columns: minmax(280px, 370px) minmax(0, 1fr); align-items: start; }
@media (max-width: 760px) { .record { grid-template-columns: minmax(0, 1fr); } }
details > summary { cursor: pointer; color: var(--accent); }
details > summary ~ * { margin-top: 8px; }
dl { margin: 0; display: grid; gap: 8px; }
dt { color: var(--soft); font-size: 12.5px; }
dd { margin: 0; overflow-wrap: anywhere; }
dd details > summary { font-size: 12.5px; color: var(--soft); }
dd ol { margin: 4px 0 0; padding-left: 18px; font-size: 12.5px; }
.timeline { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; }
.timeline > li { border: 1px solid var(--line); border-left: 4px solid var(--field); border-radius: 6px; padding: 8px 10px; }
.timeline > li.outgoing { border-left-color: var(--accent); background: var(--out); }
.timeline > li.incoming { border-left-color: var(--good); background: var(--in); }
.timeline .line { display: flex; flex-wrap: wrap; gap: 2px 10px; justify-content: space-between; }
.timeline .body { margin-top: 6px; overflow-wrap: anywhere; }
.timeline .body p { margin: 0 0 6px; }
.row { display: flex; flex-wrap: wrap; gap: 6px 8px; align-items: end; }
.value { white-space: pre-line; }
`;
