import type { Tone } from '#contract/names.ts';
import type { ToneMessages } from './tone-messages.ts';

/** The tones in English (domain.md section 1, schedules). */
export const ENGLISH_TONES: Readonly<Record<Tone, ToneMessages>> = {
  introduction: {
    subjects: ['[{company}: ]{Context}', 'An introduction: {context}', 'A short call about {context}?'],
    first: {
      text: `My name is {assistantName}, and I am writing to introduce what we offer: {context}. I would like to find out whether this is a subject for you[ at {company}], now or later on.

If it is, I can explain in a few minutes what we do, answer your questions, and leave it to you whether it is worth a closer look.`,
      ask: 'Would you have fifteen minutes for a short call this week or next? Tell me a day and a time that suit you, and I will arrange the rest.',
    },
    later: [
      {
        text: `In my earlier message I introduced myself and what we offer: {context}. I kept it short, so here is what a first conversation would cover[ for {company}]: where you stand today, what you would like to change, and whether we are the right people to help with it.`,
        ask: 'May I call you for a quarter of an hour? A reply with a day that suits you is enough.',
      },
      {
        text: `Let me say in two sentences how we would begin. First you tell me where you stand with {context}; then I tell you what we could contribute, and you judge whether that is worth more of your time[ at {company}].

That is all a first conversation has to do, and it commits you to nothing.`,
        ask: 'Would fifteen minutes in the coming days be possible? Please name a day and a time.',
      },
      {
        text: `I am {assistantName}, and I am the person to ask about {context}. You may not have had a reason to do so yet, and that is fine.

Should a question come up[ at {company}], about what is possible, about the effort or about the first steps, I will find the answer for you.`,
        ask: 'Shall we use a short call for the questions you have today? Tell me when it suits you.',
      },
    ],
    last: {
      text: `I introduced myself to you because of {context}, and I would have liked to hear what you think of it. For now I will leave it at that.

You know where to find me if the subject comes up[ at {company}]: a reply to this message reaches me directly.`,
      ask: 'If you would like to speak after all, send me a day and a time, and I will call you.',
    },
  },
  gentle: {
    subjects: ['[{company}: ]{Context}', 'A quiet question about {context}', 'About {context}'],
    first: {
      text: `My name is {assistantName}. A message from somebody new seldom comes at a good moment, so I will be brief: I am writing about {context}, and I would like to learn whether it plays a part in your plans[ at {company}].

There is nothing to prepare and nothing to decide. A short conversation is enough to see whether it is of use to you.`,
      ask: 'If you are open to it, which day would be convenient for a short call?',
    },
    later: [
      {
        text: `I just want to make sure that my message about {context} did not disappear in a full inbox. It happens to all of us, and it may simply have come on a busy day.

The offer stands as it was: a short conversation, at a time of your choice, about what it could mean for you[ at {company}].`,
        ask: 'If a call would be welcome, please send me a time that suits you.',
      },
      {
        text: `I am bringing up {context} once more, without any hurry. Should you have put my message aside for a quieter moment, perhaps this is one.

I am glad to go at your pace: we can speak for ten minutes first, and you decide afterwards whether a longer conversation makes sense[ for {company}].`,
        ask: 'Is there a day in the coming week on which I may call you?',
      },
      {
        text: `You will have more urgent things on your desk than a message from me, and that is quite all right. I only want {context} to stay within reach in case the subject comes up[ at {company}].

When it does, I can tell you in a few minutes how we work and what the first steps would be.`,
        ask: 'Shall we find a short time to talk? Any day you name is fine with me.',
      },
    ],
    last: {
      text: `I have written to you about {context} before, and I do not want to fill your inbox. So I will leave it here for the moment.

If the subject becomes important[ at {company}] later on, my message will still be there, and I will be glad to hear from you then, too.`,
      ask: 'Should now be a good time after all, a reply with a day and a time is all I need.',
    },
  },
  appreciative: {
    subjects: ['[{company}: ]{Context}', 'A minute for {context}', 'Your view on {context}'],
    first: {
      text: `Thank you for opening this message; I know how many arrive every day. My name is {assistantName}, and I am writing because of {context}, which may be of use to you[ and to {company}].

Whatever you make of it, I appreciate the minute it takes to read this. I would gladly use a few more to answer the questions that matter to you.`,
      ask: 'Could we speak for fifteen minutes? I will fit in with your calendar.',
    },
    later: [
      {
        text: `Thank you for the time you give to messages like mine. It is taken from a working day that is full already, so I will not repeat what I wrote about {context}.

What I can offer is a conversation that stays with your questions[ and with what {company} needs], and ends when they are answered.`,
        ask: 'May I ask for fifteen minutes of your time in the coming days? Just name the hour.',
      },
      {
        text: `I value your time, so only this much: I would still like to speak with you about {context}, and I would come prepared.

Your view would help me in any case. Even a short conversation shows whether we can be of use to you[ at {company}], or whether the subject is better left for later.`,
        ask: 'Which day would suit you for a short call?',
      },
      {
        text: `I am grateful to everybody who reads a message to the end, and I try to earn it by being brief. The subject is still {context}, and the question is still whether it can help you[ and {company}].

You know best what is worth your time. I would be glad to hear where your interest lies, and I would keep to that.`,
        ask: 'Could you spare a quarter of an hour this week or next?',
      },
    ],
    last: {
      text: `Thank you for the patience with which you have received what I wrote about {context}. I do not want to stretch it, so I will leave it at that for now.

If I can be of help to you[ or to others at {company}] with this subject at another time, it will be a pleasure.`,
      ask: 'And if you would like to talk about it now, please name a day, and I will call you.',
    },
  },
  hopeful: {
    subjects: ['[{company}: ]{Context}', 'A conversation about {context}', '{Context}: on your list?'],
    first: {
      text: `My name is {assistantName}. I am writing about {context}, in the hope that the subject matters to you[ at {company}] as well.

If it does, I think a short conversation will be time well spent: you would learn what we can do, and I would learn what you are looking for. If it does not, you have lost no more than a minute.`,
      ask: 'Which day next week would be good for a short call?',
    },
    later: [
      {
        text: `I hope this finds you at a better moment than my last message about {context} did. Days fill up quickly, and an answer easily has to wait.

I still believe that a short conversation could be worth your while: you would see what is possible[ for {company}], and what it would take.`,
        ask: 'Could we find a quarter of an hour next week? I look forward to your suggestion.',
      },
      {
        text: `I have not given up hope of speaking with you about {context}. Perhaps the subject is only waiting for the right week.

It would not need much: a short call in which you describe what you have in mind[ for {company}], and I say openly what we can contribute and what we cannot.`,
        ask: 'Would one of the next few days work for you?',
      },
      {
        text: `Plans change, and a subject that had to wait can soon be back on the table. That is why I am writing about {context} again.

I would be glad if we could take a first step, even a small one. Ten minutes are enough to find out whether it fits what you have in view[ at {company}].`,
        ask: 'When would it suit you to talk?',
      },
    ],
    last: {
      text: `I had hoped that we would speak about {context} by now, and I still think that it could be a good conversation. For the time being, though, I will leave the next step to you.

Until then I wish you every success with what you have planned[ at {company}].`,
      ask: 'If you would like to pick it up, send me a day and a time, and I will gladly call.',
    },
  },
  assertive: {
    subjects: ['[{company}: ]{Context}', 'Fifteen minutes about {context}', 'A decision about {context}'],
    first: {
      text: `I will come straight to the point. My name is {assistantName}, and I want to speak with you about {context}.

A first call takes fifteen minutes. You hear what we offer, you ask what you want to know, and at the end of it you decide whether there is a reason to go on[ for {company}].`,
      ask: 'Please send me one time this week or next that works for you.',
    },
    later: [
      {
        text: `I will be direct: you have a message from me about {context}, and I have no answer yet. A clear yes or no helps both of us.

If it is a yes, all we need is a quarter of an hour. You ask, I answer, and you decide whether it deserves a closer look[ at {company}].`,
        ask: 'Please give me one time that works, and I will call you then.',
      },
      {
        text: `Let me make this easy. You can judge {context} far better after one conversation than after any number of messages from me.

I will be prepared, I will keep to fifteen minutes, and I will tell you plainly if I think that it is nothing for you[ or for {company}].`,
        ask: 'Which day this week suits you? Please answer with a day and an hour.',
      },
      {
        text: `I am writing about {context} again because a decision either way is better than an open question.

What you need for it fits into a quarter of an hour. After that you know whether the subject belongs on your list[ at {company}] or not, and I will act on what you say.`,
        ask: 'Please name a time for that call.',
      },
    ],
    last: {
      text: `Either now is the time to talk about {context}, or it is not, and both answers are fine. What I do not want is to keep on asking.

So I close the matter for the time being. A single line from you is enough to open it again[ for {company}].`,
      ask: 'If you want that call, reply with a day and an hour, and it is fixed.',
    },
  },
  cautionary: {
    subjects: ['[{company}: ]{Context}', 'Worth a look: {context}', 'Before you put {context} aside'],
    first: {
      text: `I do not want to take up your time without need, and I do not want you to miss something useful either. So, in short: my name is {assistantName}, and I am writing about {context}.

Before you put it aside, it may be worth ten minutes to check whether it touches anything you have planned[ at {company}]. If it does not, that is good to know, too.`,
      ask: 'May I call you for these ten minutes? A time that suits you is enough.',
    },
    later: [
      {
        text: `I don't want to be a bother, and I don't want you to miss {context} for want of a reminder. Hence this note.

Open questions tend to come back when there is the least time for them. A short conversation now would show whether there is anything to do[ at {company}], and when.`,
        ask: 'Shall we talk before other things get in the way? Please name a day.',
      },
      {
        text: `Perhaps what I write about {context} reaches you at the wrong time, or is kept back before you see it. I would not like to conclude from silence that there is no interest.

It is easily set right: in ten minutes we can find out whether the subject can safely wait[ at {company}] or is better dealt with soon.`,
        ask: 'When may I call you? A day and an hour are enough.',
      },
      {
        text: `A word of caution, and it is meant well: a subject such as {context} is quickly put off, and taking it up later is seldom less work.

I can help you to judge whether that holds for you[ at {company}]. It takes one short conversation and commits you to nothing.`,
        ask: 'Would you have time for it in the coming days?',
      },
    ],
    last: {
      text: `One last check, so that nothing is lost by accident: I have written to you about {context}, and I do not know whether it was of interest.

If I hear nothing, I will take it that the time is not right[ for {company}], and I will leave you in peace for now.`,
      ask: 'If I am wrong about that, please reply with a day on which we can talk.',
    },
  },
  curious: {
    subjects: ['[{company}: ]{Context}', 'A question about {context}', 'How do you deal with {context}?'],
    first: {
      text: `I have a question that you can probably answer in one sentence. My name is {assistantName}, we offer {context}, and I would like to understand how you deal with the subject today[ at {company}].

I ask because the answer decides whether we can be useful to you at all. I would rather hear it from you than guess.`,
      ask: 'Would you tell me in a short call? Any time this week or next is fine with me.',
    },
    later: [
      {
        text: `May I ask what you thought when you saw my message about {context}? I am curious whether it was the timing, the subject or simply a long day.

Whatever it was, knowing it would help me to write only when there is something in it for you[ and {company}].`,
        ask: 'A short call would tell me more than any guess: when could we speak?',
      },
      {
        text: `One question keeps coming back to me: what would have to be different for {context} to be worth a conversation?

Perhaps it is a matter of budget, of timing, or of a solution you already have[ at {company}]. Each of these would be a good answer, and each would tell me how to go on.`,
        ask: 'Could we talk it over for ten minutes? Please pick a day.',
      },
      {
        text: `I wonder whether I am asking the right question. I have been writing about {context}, while something else may be more pressing for you[ at {company}].

I would like to hear what that is. It may turn out that we can help with it, or that I should come back at another time.`,
        ask: 'Which day would suit you for a short exchange?',
      },
    ],
    last: {
      text: `I will leave it here for now. One question stays with me, though: was it the timing, the subject, or the way I wrote about {context}?

Whatever the answer is, it would help me a great deal, and I will act on it. Thank you for reading this far[, and all the best to {company}].`,
      ask: 'Would you tell me in a line, or in a short call on a day you name?',
    },
  },
};
