/** Fields of a part or a header, by lower-case name; a name that stands there twice has its values in lines. */
export type MailFields = Readonly<Record<string, string>>;

/** The parts of a mail that machines write for machines, as they stand there. */
export interface MailReport {
  /** Blocks of message/delivery-status (RFC 3464): that of the message, then one for each recipient. */
  readonly delivery: readonly MailFields[];
  /** message/feedback-report (RFC 5965): a complaint. */
  readonly feedback: MailFields | null;
  /** message/disposition-notification (RFC 8098): a read receipt. */
  readonly disposition: MailFields | null;
  /** Headers of the mail that it carries: the one that came back. */
  readonly original: MailFields | null;
}
