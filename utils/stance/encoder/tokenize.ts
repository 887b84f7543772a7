import { Tokenizer } from '@huggingface/tokenizers';

/** What cuts texts into the pieces that an encoder knows by number. */
export interface Tokenize {
  cls: number;
  sep: number;
  /** The pieces of a text, without `[CLS]` and `[SEP]`. */
  pieces(text: string): number[];
}

/** A tokenizer from the text of its `tokenizer.json`. */
export function readTokenizer(json: string): Tokenize {
  const tokenizer = new Tokenizer(JSON.parse(json), {});
  const numbered = (piece: string): number => {
    const id = tokenizer.token_to_id(piece);
    if (id === undefined) throw new Error(`The tokenizer knows no ${piece}.`);
    return id;
  };
  return {
    cls: numbered('[CLS]'),
    sep: numbered('[SEP]'),
    pieces: (text) => tokenizer.encode(text, { add_special_tokens: false }).ids,
  };
}
