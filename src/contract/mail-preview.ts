import { z } from 'zod';
import { MAIL_VALUES, MAIL_VALUE_ORIGINS } from './names.ts';

/** Which message is shown, and for whom. */
export const previewWish = z.object({
  /** Index of the message in the schedule. */
  step: z.number().int(),
  /** A lead with its own data; null: an example. */
  leadId: z.string().nullable(),
  /** The example: everything known of it, or nothing but its address. */
  example: z.enum(['full', 'bare']),
});
export type PreviewWish = z.infer<typeof previewWish>;

/** A message as it would be, and where each value in it comes from. Nothing is sent. */
export const mailPreview = z.object({
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  values: z.array(
    z.object({
      name: z.enum([...MAIL_VALUES, 'nurtureLine']),
      value: z.string(),
      origin: z.enum(MAIL_VALUE_ORIGINS),
    }),
  ),
  /** Why it could not be sent: a sentence; null: it could. */
  problem: z.string().nullable(),
});
export type MailPreview = z.infer<typeof mailPreview>;
