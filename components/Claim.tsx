import type { Proposition } from '../utils/stance/verdict.ts';

const FROM: Record<Proposition['of'], string> = {
  title: 'The title says',
  opening: 'The opening post says',
  reader: 'Held against your own words',
};

/** What the comments are held against, in the words of the thread. */
export function Claim({ proposition }: { proposition: Proposition }) {
  const question = proposition.kind === 'question';
  return (
    <section>
      <h2>{question ? 'The post asks' : FROM[proposition.of]}</h2>
      <blockquote class="claim" dir="auto">
        {proposition.text}
      </blockquote>
      {question && <p class="note">This is an open question: there is nothing to be for or against, so take the sides below lightly.</p>}
    </section>
  );
}
