import { judgeReplies } from '#test/replies/judge-replies.ts';
import type { JudgedReply } from '#test/replies/judge-replies.ts';
import { repliesOf, SPOKEN_INTENTS, TEST_AUTHOR } from '#test/replies/labelled-replies.ts';
import { scoreOf } from '#test/replies/score.ts';
import { quantile, rounded } from './summary.ts';
import type { BenchOptions, Figure } from './summary.ts';

const BENCH = 'understand';
const PLACES = 3;
/** Confidences from the first to before the second. */
const STEPS: readonly (readonly [number, number])[] = [
  [0, 0.5],
  [0.5, 0.7],
  [0.7, 0.8],
  [0.8, 0.9],
  [0.9, 0.95],
  [0.95, 1],
];
const NAME_WIDTH = 20;
const CELL_WIDTH = 6;

/**
 * How well the intent of people's replies is understood, and how fast, with replies of an author from whom
 * nothing was learnt.
 */
export async function* benchUnderstand({ quick }: BenchOptions): AsyncGenerator<Figure> {
  const replies = repliesOf(TEST_AUTHOR);
  const judged = judgeReplies(replies);
  process.stderr.write(confusionOf(judged));
  yield { bench: BENCH, author: TEST_AUTHOR, ...summaryOf(judged) };
  for (const [intent, score] of scoreOf(judged).byIntent) {
    const { precision, recall, f1 } = score;
    yield { bench: BENCH, intent, precision: short(precision), recall: short(recall), f1: short(f1) };
  }
  for (const language of new Set(replies.map((each) => each.language))) {
    yield { bench: BENCH, language, ...summaryOf(judged.filter(({ reply }) => reply.language === language)) };
  }
  for (const [from, to] of STEPS) {
    const inside = judged.filter(({ confidence }) => confidence >= from && confidence < to);
    const right = inside.filter(({ wanted, got }) => wanted === got).length;
    yield {
      bench: BENCH,
      confidence: `${from} to ${to}`,
      replies: inside.length,
      right: inside.length === 0 ? null : short(right / inside.length),
    };
  }
  const times = Array.from({ length: quick ? 1 : 5 }, () => replies.map(timeOf)).flat();
  yield {
    bench: BENCH,
    mails: times.length,
    millisecondsP50: short(quantile(times, 0.5)),
    millisecondsP95: short(quantile(times, 0.95)),
    millisecondsP99: short(quantile(times, 0.99)),
  };
}

function summaryOf(judged: readonly JudgedReply[]) {
  const score = scoreOf(judged);
  const sure = scoreOf(judged.filter(({ confidence }) => confidence >= 0.7));
  return {
    replies: score.replies,
    right: short(score.right),
    macroF1: short(score.macroF1),
    hotPrecision: short(score.hotPrecision),
    hotRecall: short(score.hotRecall),
    /** Of those that act by themselves, with 70 % confidence and more. */
    hotPrecisionWhenSure: short(sure.hotPrecision),
    takenForMachines: judged.filter(({ human }) => !human).length,
  };
}

function timeOf(reply: Parameters<typeof judgeReplies>[0][number]): number {
  const started = performance.now();
  judgeReplies([reply]);
  return performance.now() - started;
}

/** A line for each intent: as what the replies that mean it were taken. */
function confusionOf(judged: readonly JudgedReply[]): string {
  const columns = [...SPOKEN_INTENTS, 'OutOfOffice', 'SupportAutoResponse'];
  const head = columns.map((name) => name.slice(0, CELL_WIDTH - 1).padStart(CELL_WIDTH)).join('');
  const rows = SPOKEN_INTENTS.map((wanted) => {
    const cells = columns.map((got) => {
      const count = judged.filter((each) => each.wanted === wanted && each.got === got).length;
      return (count === 0 ? '.' : String(count)).padStart(CELL_WIDTH);
    });
    return wanted.padEnd(NAME_WIDTH) + cells.join('');
  });
  return `${'meant \\ taken for'.padEnd(NAME_WIDTH)}${head}\n${rows.join('\n')}\n`;
}

function short(value: number): number {
  return rounded(value, PLACES);
}
