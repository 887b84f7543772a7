import * as v from 'valibot';

const file = v.object({ bytes: v.number(), sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });
const count = v.pipe(v.number(), v.integer(), v.minValue(8));
const positive = v.pipe(v.number(), v.gtValue(0));
const curve = v.array(v.number());
const thresholds = v.object({ precision: curve, support: curve, oppose: curve, neutral: curve, question: curve });

/** `stance.json`: what stands beside the encoder, and what was measured with it. */
const config = v.object({
  name: v.string(),
  version: v.string(),
  files: v.object({ 'stance.onnx': file, 'tokenizer.json': file }),
  lengths: v.object({ post: count, parent: count, comment: count }),
  /** What the scores of a target are divided by before they become probabilities. */
  temperature: v.exactOptional(v.object({ opening: positive, parent: positive })),
  thresholds: v.exactOptional(v.object({ opening: thresholds, parent: thresholds })),
});

export type StanceConfig = v.InferOutput<typeof config>;

/** Reads `stance.json`; throws where it is not one. */
export const readConfig = (json: string): StanceConfig => v.parse(config, JSON.parse(json));
