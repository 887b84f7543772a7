import { describe, expect, it } from 'vitest';
import { readModelFile } from '../../../../utils/commands/readModel.ts';
import { addScores, readingOf, targetOf } from '../../../../utils/stance/model/classifier.ts';
import { emptyFeatures, textFeatures } from '../../../../utils/stance/model/features.ts';
import { findMarkers, GROUPS } from '../../../../utils/stance/model/phrases.ts';
import { hashOf, wordsOf } from '../../../../utils/stance/model/tokens.ts';
import { linesOf } from '../../../../utils/stance/training/lines.ts';

const cut = (text: string) => {
  const words = wordsOf(text);
  return Array.from(words.start, (from, at) => text.slice(from, words.end[at]));
};
const markersIn = (text: string) => {
  const found: string[] = [];
  const words = wordsOf(text);
  findMarkers(words, (group, first, last) => found.push(`${GROUPS[group]}: ${text.slice(words.start[first], words.end[last])}`));
  return found;
};

describe('the words of a text', () => {
  it('keep their places, whatever stands between them', () => {
    expect(cut('Well, I don’t — REALLY — know... why?')).toEqual(['Well', 'I', 'don’t', 'REALLY', 'know', '...', 'why', '?']);
    expect(cut('See https://forum.example/t/1?x=2 or 42 boats 🙂')).toEqual([
      'See',
      'https://forum.example/t/1?x=2',
      'or',
      '42',
      'boats',
      '🙂',
    ]);
  });

  it('are the same however they are written', () => {
    const [curly, straight, loud] = ['don’t', "don't", "DON'T"].map((word) => wordsOf(word).hash[0]);
    expect(curly).toBe(hashOf("don't"));
    expect(straight).toBe(curly);
    expect(loud).toBe(curly);
    expect(wordsOf('soooooo').hash[0]).toBe(wordsOf('sooo').hash[0]);
  });

  it('of a long comment are those of its beginning and its end, in order', () => {
    const text = Array.from({ length: 1000 }, (_, n) => `word${n}`).join(' ');
    const words = cut(text);
    expect(words).toHaveLength(320);
    expect(words[0]).toBe('word0');
    expect(words[239]).toBe('word239');
    expect(words[240]).toBe('word920');
    expect(words[319]).toBe('word999');
  });

  it('know what is shouted', () => {
    expect(Array.from(wordsOf('This is a MISTAKE by NASA').shout)).toEqual([0, 0, 0, 1, 0, 1]);
  });
});

describe('markers', () => {
  it('are found as the longest phrase, strengthening words between', () => {
    expect(markersIn('I really do agree with that')).toContain('agree: I really do agree');
    expect(markersIn('You are absolutely right')).toEqual(['right: You are absolutely right']);
    expect(markersIn("I don't agree")).toEqual(["disagree: I don't agree".replace('I ', '')]);
  });

  it('never reach over the end of a sentence', () => {
    expect(markersIn('I think. Agree')).not.toContain('agree: I think. Agree');
  });
});

describe('what each word said', () => {
  it('adds up, with what speaks of no word, to the score of the model', async () => {
    const model = await readModelFile();
    const text = wordsOf('No, I do not think the ferry was ever worth its price. Was it?');
    const target = targetOf(model, 'reply', wordsOf('The ferry was worth it.'), wordsOf('Ferries'));
    const { parts } = readingOf(model, text, target);
    const features = textFeatures(emptyFeatures(), text, target);
    const whole = new Float64Array(4);
    addScores(model.weights, features, whole);
    const silent = { ...features, value: features.value.map((value, entry) => ((features.first[entry] ?? -1) < 0 ? value : 0)) };
    const rest = new Float64Array(4);
    addScores(model.weights, silent, rest);
    for (let k = 0; k < 4; k++) {
      let words = 0;
      for (let at = 0; at < text.count; at++) words += parts[at * 4 + k] ?? 0;
      expect(words + (rest[k] ?? 0)).toBeCloseTo(whole[k] ?? Number.NaN, 3);
    }
  });
});

describe('lines', () => {
  it('end at line feeds only, also across chunks and with letters cut in two', async () => {
    const bytes = new TextEncoder().encode('{"a":"é\u2028"}\nsecond\nlast');
    async function* chunks() {
      for (let at = 0; at < bytes.length; at += 3) yield bytes.subarray(at, at + 3);
    }
    expect(await Array.fromAsync(linesOf(chunks()))).toEqual(['{"a":"é\u2028"}', 'second', 'last']);
  });
});
