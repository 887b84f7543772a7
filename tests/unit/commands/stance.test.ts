// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const run = (lines: string[], args: string[] = []) => {
  const done = spawnSync('node', ['utils/commands/stance.ts', ...args], { input: `${lines.join('\n')}\n`, encoding: 'utf8' });
  return {
    ...done,
    answers: done.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
};

describe('the stance command', () => {
  it('says how it is used when asked to, and when an option is not its own', () => {
    const help = spawnSync('node', ['utils/commands/stance.ts', '--help'], { encoding: 'utf8' });
    expect(help).toMatchObject({ status: 0, stdout: expect.stringContaining('Usage: ') });
    const wrong = spawnSync('node', ['utils/commands/stance.ts', '--best'], { encoding: 'utf8' });
    expect(wrong).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/--best.*Usage: /) });
  });

  it('answers pairs and threads in the order they came, and a broken line with an error of its own', () => {
    const { answers, status } = run([
      JSON.stringify({ id: 1, target: 'Cats make better pets than dogs.', text: 'I agree, absolutely right.' }),
      'this is not JSON',
      JSON.stringify({ id: 2, text: 'no target' }),
      JSON.stringify({
        id: 3,
        thread: {
          title: 'Cats',
          opening: { text: 'Cats are best.' },
          comments: [{ id: 'x', parent: null, author: 'a', text: 'No, you are wrong.' }],
        },
      }),
      JSON.stringify({ id: 4, target: 'Dogs are loud.', text: 'That is not true.', op: 'Which pet should I get?' }),
    ]);
    expect(status).toBe(0);
    expect(answers.map((answer) => answer.id)).toEqual([1, null, 2, 3, 4]);
    expect(answers[0]).toMatchObject({ stance: 'support', shown: expect.any(Boolean) });
    expect(Object.keys(answers[0].probabilities)).toEqual(['support', 'oppose', 'neutral', 'question']);
    expect(answers[1].error).toMatch(/not JSON/);
    expect(answers[2].error).toMatch(/"target"/);
    expect(answers[3].verdicts.x.op).toMatchObject({
      stance: expect.any(String),
      confidence: expect.any(Number),
      shown: expect.any(Boolean),
    });
  });

  it('takes a line separator inside a text for a character', () => {
    const { answers } = run([JSON.stringify({ id: 'a', target: 'Cats', text: 'I agree.\u2028Absolutely.' })]);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ id: 'a', stance: 'support' });
  });

  it('ends quietly when nobody reads on', () => {
    const line = JSON.stringify({ id: 1, target: 'Cats make better pets.', text: 'I agree, absolutely right.' });
    const { stdout, stderr } = spawnSync('sh', ['-c', `yes '${line}' | head -n 20000 | node utils/commands/stance.ts | head -n 1`], {
      encoding: 'utf8',
    });
    expect(JSON.parse(stdout).id).toBe(1);
    expect(stderr).toBe('');
  });

  it('explains what it read and what each sentence adds, when asked to', () => {
    const text = 'I agree, absolutely right. The table is here.';
    const thread = { title: 'Cats', opening: { text: 'Cats are best.' }, comments: [{ id: 'x', parent: null, author: 'a', text }] };
    const { answers } = run([JSON.stringify({ id: 1, target: 'Cats are best.', text }), JSON.stringify({ id: 2, thread })], ['--explain']);
    const [first, second] = answers[0].explained.sentences;
    expect(first.sentence).toBe('I agree, absolutely right.');
    expect(first.adds).toBeGreaterThan(Math.max(0, second.adds));
    expect(answers[0].explained.post[0]).toBe('Cats are best.');
    const { claim, comments } = answers[1].explained;
    expect(claim.text).toMatch(/^Cats/);
    expect(comments.x.op).toMatchObject({
      words: { support: expect.any(Number) },
      thread: { support: expect.any(Number) },
      because: 'words',
    });
    expect(comments.x.sentences[0].adds).toBeGreaterThan(comments.x.sentences[1].adds);
  });

  it('says in one sentence that the model is not there', () => {
    const { status, stderr } = spawnSync('node', ['utils/commands/stance.ts'], {
      input: '{}',
      encoding: 'utf8',
      env: { ...process.env, STANDPOINT_MODEL: '/nowhere' },
    });
    expect(status).toBe(1);
    expect(stderr.trim()).toBe("The model's files are not all in /nowhere.");
  });
});
