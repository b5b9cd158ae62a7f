import type { Tone } from '../../domain/schedules/schedule.ts';

/** What the assistant writes in each tone, as Liquid templates. Values: see `MailValues`. */
export interface ToneMessage {
  readonly subject: string;
  readonly body: string;
}

const CLOSE = `{% if moreInformation != "" %}{{ moreInformation }}

{% endif %}{% if calendarUrl != "" %}You can pick a time that suits you here: {{ calendarUrl }}

{% endif %}`;

/** The default seven, one a tone (domain.md, schedules). Follow-ups keep the first subject. */
export const TONE_MESSAGES: Readonly<Record<Tone, ToneMessage>> = {
  introduction: {
    subject: '{{ context | capitalize }}{% if company != "" %} for {{ company }}{% endif %}',
    body: `Hello{% if firstName != "" %} {{ firstName }}{% endif %},

I am {{ assistantName }}{% if assistantTitle != "" %}, {{ assistantTitle }}{% endif %}. I am writing about {{ context }}, because I believe it could be useful{% if company != "" %} at {{ company }}{% endif %}.

${CLOSE}Would a short call this week or next be possible? Tell me a time and I will arrange it.`,
  },
  gentle: {
    subject: '{{ context | capitalize }}',
    body: `Hello{% if firstName != "" %} {{ firstName }}{% endif %},

I wanted to make sure that my note about {{ context }} did not get lost in a full inbox.

${CLOSE}If it is of interest, a line with a time that suits you is all I need.`,
  },
  appreciative: {
    subject: '{{ context | capitalize }}',
    body: `Hello{% if firstName != "" %} {{ firstName }}{% endif %},

I know how many messages reach you, and I appreciate the moment you give this one. It is still about {{ context }}.

${CLOSE}Could we speak for fifteen minutes?`,
  },
  hopeful: {
    subject: '{{ context | capitalize }}',
    body: `Hello{% if firstName != "" %} {{ firstName }}{% endif %},

I hope {{ context }} is still a subject that matters{% if company != "" %} at {{ company }}{% endif %}, and that a better moment has come.

${CLOSE}Which day next week would be good for a short call?`,
  },
  assertive: {
    subject: '{{ context | capitalize }}',
    body: `Hello{% if firstName != "" %} {{ firstName }}{% endif %},

I will be direct: others in your field have taken up {{ context }}, and I would like to show you what it does for them.

${CLOSE}Please give me one time that works, or tell me who is the right person.`,
  },
  cautionary: {
    subject: '{{ context | capitalize }}',
    body: `Hello{% if firstName != "" %} {{ firstName }}{% endif %},

I don't want to be a bother, and I don't want you to miss {{ context }} for want of a reminder either.

${CLOSE}If it is not for you, one word is enough and I will stop.`,
  },
  curious: {
    subject: '{{ context | capitalize }}',
    body: `Hello{% if firstName != "" %} {{ firstName }}{% endif %},

This is my last note about {{ context }}. I am curious: is it the timing, the subject, or should I ask somebody else?

${CLOSE}A short answer would help me a great deal. Thank you for reading this far.`,
  },
};
