export type MailProblemKind =
  | 'no-password'
  | 'dns'
  | 'refused'
  | 'timeout'
  | 'certificate'
  | 'unencrypted'
  | 'login'
  | 'no-sent-folder'
  | 'full'
  | 'sender'
  | 'lost'
  | 'server';

/** Why a mail server could not be used. The message is one sentence for the user: what is wrong, and what to do. */
export class MailProblem extends Error {
  readonly kind: MailProblemKind;

  constructor(kind: MailProblemKind, sentence: string) {
    super(sentence);
    this.name = 'MailProblem';
    this.kind = kind;
  }

  /** Whether it may pass without anybody changing anything. */
  get isPassing(): boolean {
    return ['dns', 'refused', 'timeout', 'lost', 'server'].includes(this.kind);
  }
}
