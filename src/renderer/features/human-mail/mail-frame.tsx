import { useComputedColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import { failureOf } from '../../api/errors.ts';
import classes from './mail-frame.module.css';

const LOWEST = 60;
const HIGHEST = 560;

/**
 * A mail as it was formatted. Its HTML was made safe when the mail was read; here it stands in a frame without scripts
 * that loads nothing: no picture, no style, nothing from elsewhere.
 */
export function MailFrame({ mailId }: { readonly mailId: string }) {
  const scheme = useComputedColorScheme('light');
  const [height, setHeight] = useState(LOWEST);
  const query = useQuery(api.humanMail.html.queryOptions({ input: { mailId } }));
  if (query.error) return <p className={classes.note}>{failureOf(query.error).sentence}</p>;
  if (query.data === undefined) return <p className={classes.note}>Reading the mail…</p>;
  const { html } = query.data;
  if (html === null) return <p className={classes.note}>This mail has no formatted text.</p>;
  return (
    <>
      <iframe
        title="The mail as it was formatted"
        className={classes.frame}
        height={height}
        // No scripts. The same origin lets this page measure how high the text is; links open outside.
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        srcDoc={pageOf(html, scheme)}
        onLoad={(event) => {
          const page = event.currentTarget.contentDocument;
          const full = page === null ? HIGHEST : page.documentElement.scrollHeight;
          setHeight(Math.min(HIGHEST, Math.max(LOWEST, full)));
        }}
      />
      <p className={classes.note}>Pictures and anything else from elsewhere are left out.</p>
    </>
  );
}

function pageOf(html: string, scheme: 'light' | 'dark'): string {
  const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'";
  return `<!doctype html><html lang="" data-scheme="${scheme}"><head><meta charset="utf-8"><title>Mail</title><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><link rel="stylesheet" href="/mail-frame.css"></head><body dir="auto">${html}</body></html>`;
}
