/**
 * Links in a mail that lead to the team's public address. Each names the mail alone, by its opaque id, and is signed:
 * nobody can make one, and none holds a word about the person.
 */
export interface PublicLinks {
  /** The address that the team gave, without a slash at the end. */
  readonly address: string;
  /** The picture that is loaded when the mail is opened. */
  pixel(mailId: string): string;
  /** Stands for the nth link of the mail (from 0). */
  click(mailId: string, nth: number): string;
  unsubscribe(mailId: string): string;
}
