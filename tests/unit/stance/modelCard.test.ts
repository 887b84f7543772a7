// @vitest-environment node
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SETS } from '../../../utils/stance/training/rows.ts';

const file = readFileSync('public/stance.onnx');
const card = JSON.parse(readFileSync('public/model-card.json', 'utf8'));

describe('the model card', () => {
  it('speaks of the model that ships', () => {
    expect(card.model.sha256).toBe(createHash('sha256').update(file).digest('hex'));
    expect(card.model.bytes).toBe(statSync('public/stance.onnx').size);
  });

  it('names every set the model was trained on, with its licence', () => {
    const named = new Map(card.training.sets.map((set: { name: string; licence: string }) => [set.name, set.licence]));
    for (const set of SETS) expect(named.get(set)).toMatch(/\w/);
  });

  it('holds figures with the command that gives them', () => {
    expect(card.measured.command).toBe('npm run bench -- stance');
    expect(card.measured.figures.length).toBeGreaterThan(10);
  });
});
