import { thresholdFor } from '../../../utils/stance/applyThresholds.ts';
import { biasedArgmax, calibrate } from '../../../utils/stance/inference/calibrate.ts';
import { inferStances } from '../../../utils/stance/inference/inferStances.ts';
import { CLASSES, type ReplyNode } from '../../../utils/stance/inference/replyGraph.ts';
import { wordCount } from '../../../utils/stance/inference/wordCount.ts';
import { askingOf } from '../../../utils/stance/openQuestion.ts';
import { postTextOf } from '../../../utils/stance/postText.ts';
import { DECLARATIONS, POST } from '../../../utils/stance/training/heldOutDeclarations.ts';
import type { Parts } from '../../../utils/stance/transformer/transformer.ts';
import type { Stance } from '../../../utils/stance/verdict.ts';

/** How many of the plain declarations of one stance have that stance as their best label, and how many show it. */
export interface Declared {
  stance: Stance;
  comments: number;
  right: number;
  shown: number;
  wrong: string[];
}

/** Reads the page of plain declarations with the shipped encoder, as one thread. */
export async function judgeDeclarations({ encoder, config, inputOf }: Parts, precision: number): Promise<Declared[]> {
  const { inference } = config;
  if (!inference) throw new Error('public/stance.json holds no inference: run npm run train -- --from fit.');
  const comments = Object.entries(DECLARATIONS).flatMap(([stance, texts]) => texts.map((text) => ({ stance: stance as Stance, text })));
  const post = postTextOf(POST.title, POST.text);
  const rows = comments.map(({ text }) => inputOf({ post, parent: '', comment: text }));
  const nodes: ReplyNode[] = [];
  for await (const { index, opening } of encoder.run(rows)) {
    const towardsOpening = calibrate(opening, inference.calibration.direct);
    nodes[index] = {
      parent: -1,
      author: -1,
      wordCount: wordCount(comments[index]?.text ?? ''),
      towardsOpening,
      towardsParent: null,
      fixedTo: null,
    };
  }
  const beliefs = inferStances({ nodes, asking: askingOf(inference.asking, POST.title, POST.text) }, inference.rounds, inference.plain);
  return Object.keys(DECLARATIONS).map((stance) => {
    const result: Declared = { stance: stance as Stance, comments: 0, right: 0, shown: 0, wrong: [] };
    comments.forEach((comment, index) => {
      if (comment.stance !== stance) return;
      const probabilities = beliefs[index]?.opening as Float64Array;
      const best = biasedArgmax(probabilities, inference.bias.opening);
      const said = CLASSES[best] as Stance;
      result.comments++;
      if (said !== stance) result.wrong.push(`${comment.text} (${said} ${(probabilities[best] as number).toFixed(2)})`);
      else if (++result.right && (probabilities[best] as number) >= thresholdFor(inference.thresholds.opening, said, precision))
        result.shown++;
    });
    return result;
  });
}
