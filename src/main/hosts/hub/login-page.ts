/** The page that turns the token in the address' fragment (which no server and no log sees) into a session. */
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
    </main>
  </body>
</html>
`;

export const LOGIN_STYLE = `body { font: 16px/1.5 system-ui, sans-serif; display: grid; place-items: center; min-height: 90vh; margin: 1rem; }
main { max-width: 34rem; }
h1 { font-size: 1.4rem; }
`;

export const LOGIN_SCRIPT = `const message = document.getElementById('message');
const fragment = location.hash.slice(1);
const [token, page] = [fragment.split('/')[0], fragment.split('/').slice(1).join('/')];
history.replaceState(null, '', '/login');
async function open() {
  if (token === '') {
    message.textContent = 'This page needs the address that the hub printed when it started: copy it from there, with everything after the # sign.';
    return;
  }
  const answer = await fetch('/session', { method: 'POST', headers: { authorization: 'Bearer ' + token } });
  if (answer.ok) location.replace(page === '' ? '/' : '/#/' + page);
  else message.textContent = 'This address is from an earlier start of the hub. Copy the one it printed this time.';
}
open().catch(() => { message.textContent = 'The hub does not answer. Is it still running?'; });
`;
