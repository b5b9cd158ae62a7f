/**
 * The page that turns the token in the address' fragment (which no server and no log sees), or one that is pasted,
 * into a session.
 */
export const LOGIN_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Baton</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/login.css" />
    <script src="/login.js" defer></script>
  </head>
  <body>
    <main>
      <h1>Baton</h1>
      <p id="message" role="status">Opening…</p>
      <form id="form" hidden>
        <label for="token">Address that the hub printed, or its part after the # sign</label>
        <input id="token" type="password" autocomplete="off" required />
        <button type="submit">Open</button>
      </form>
    </main>
  </body>
</html>
`;

export const LOGIN_STYLE = `body { font: 16px/1.5 system-ui, sans-serif; display: grid; place-items: center; min-height: 90vh; margin: 1rem; }
main { max-width: 34rem; }
h1 { font-size: 1.4rem; }
form:not([hidden]) { display: grid; gap: 0.5rem; justify-items: start; }
input { font: inherit; padding: 0.375rem 0.5rem; width: 100%; box-sizing: border-box; }
button { font: inherit; padding: 0.375rem 1rem; }
`;

export const LOGIN_SCRIPT = `const message = document.getElementById('message');
const form = document.getElementById('form');
const field = document.getElementById('token');
const fragment = location.hash.slice(1);
const [given, page] = [fragment.split('/')[0], fragment.split('/').slice(1).join('/')];
history.replaceState(null, '', '/login');
function ask(words) {
  message.textContent = words;
  form.hidden = false;
  field.focus();
}
async function open(token, refused) {
  const answer = await fetch('/session', { method: 'POST', headers: { authorization: 'Bearer ' + token } });
  if (answer.ok) location.replace(page === '' ? '/' : '/#/' + page);
  else ask(refused);
}
function attempt(token, refused) {
  open(token, refused).catch(() => { message.textContent = 'The hub does not answer. Is it still running?'; });
}
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const token = field.value.trim().split('#').pop().split('/')[0];
  attempt(token, 'The hub does not know this. Copy the address that it printed at its last start.');
});
if (given === '') ask('This page needs the address that the hub printed when it started. Open it from there, or paste it here.');
else attempt(given, 'This address is from an earlier start of the hub. Copy the one it printed this time.');
`;
