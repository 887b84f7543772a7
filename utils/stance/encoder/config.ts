import * as v from 'valibot';
import { inferenceParameters } from '../inference/parameters.ts';

const file = v.object({ bytes: v.number(), sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) });
const count = v.pipe(v.number(), v.integer(), v.minValue(8));
/** `stance.json`: what stands beside the encoder, and what was measured with it. */
const config = v.object({
  name: v.string(),
  version: v.string(),
  files: v.object({ 'stance.onnx': file, 'tokenizer.json': file }),
  lengths: v.object({ post: count, parent: count, comment: count }),
  /** What was fitted after the encoder's weights; without it the encoder's own probabilities stand. */
  inference: v.exactOptional(inferenceParameters),
  /** The bitmap of the model's language, base64; without it only a comment's script tells. */
  knownWords: v.exactOptional(v.string()),
});

/** What `stance.json` holds. */
export type StanceConfig = v.InferOutput<typeof config>;

/** Reads `stance.json`; throws where it is not one. */
export const readConfig = (json: string): StanceConfig => v.parse(config, JSON.parse(json));

/** Name and version, as analyses and exports carry it. */
export const modelNameOf = ({ name, version }: StanceConfig): string => `${name} ${version}`;
