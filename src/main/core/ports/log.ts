/** Structured log. Never given a token, a secret or the body of a mail. */
export interface Log {
  info(event: string, data?: Readonly<Record<string, unknown>>): void;
  warn(event: string, data?: Readonly<Record<string, unknown>>): void;
  error(event: string, error: unknown, data?: Readonly<Record<string, unknown>>): void;
}
