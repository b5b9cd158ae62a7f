import { createHash } from 'node:crypto';

/** The smallest picture there is: one transparent point. */
export const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1rem}button{font:inherit;padding:.6rem 1.2rem}';

/** Sent with every answer: nothing runs, nothing is loaded, nothing frames it, nobody learns where it came from. */
export const PUBLIC_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store, private',
};

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`;
}

/** One button; opening the page alone does nothing, because scanners open every link. */
export const ASK_PAGE = page(
  'No more mails?',
  `<p>Press the button and none of our e-mails will reach this address again.</p>
<form method="post"><button type="submit" name="List-Unsubscribe" value="One-Click">Unsubscribe</button></form>`,
);

export const DONE_PAGE = page(
  'You are unsubscribed',
  '<p>No e-mail of ours will reach this address again.</p>',
);

export const UNKNOWN_PAGE = page(
  'This link leads nowhere',
  '<p>It may be cut off, or from a mail that we no longer have. To hear no more from us, answer the mail with the word “unsubscribe”.</p>',
);

export const BUSY_PAGE = page('Too many requests', '<p>Please try again in a minute.</p>');
