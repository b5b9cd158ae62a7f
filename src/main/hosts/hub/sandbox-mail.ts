/** Why mail cannot go through this sandbox, as a sentence for whoever starts the hub; null: it can. */
export function sandboxMailProblem(url: string, token: string): string | null {
  const protocol = URL.parse(url)?.protocol;
  if (protocol !== 'http:' && protocol !== 'https:')
    return `--sandbox-mail must be the address that the sandbox printed, such as http://127.0.0.1:4010, not "${url}".`;
  return token === ''
    ? 'BATON_SANDBOX_MAIL_TOKEN is empty; set it to the mail token that the sandbox printed.'
    : null;
}
