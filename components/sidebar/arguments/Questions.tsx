import type { AnsweredBy, Question } from '../../../utils/summary/index.ts';
import { formatCount, t } from '../../../utils/texts/index.ts';
import { type QuoteContext, QuotedSentence } from './QuotedSentence.tsx';
import { ShowMore } from './ShowMore.tsx';

const GROUPS: readonly AnsweredBy[] = ['opener', 'other', 'nobody'];

/** The questions of a thread: those that the opening poster answered, then those others did, then those nobody did. */
export function Questions({ questions, replies, context }: { questions: readonly Question[]; replies: boolean; context: QuoteContext }) {
  return (
    <section>
      <h2>{t('arguments.questions.title')}</h2>
      {!replies && <p class="note">{t('arguments.questions.unknown')}</p>}
      {GROUPS.map((by) => {
        const own = questions.filter((question) => question.by === by);
        if (own.length === 0) return null;
        return (
          <div key={by} class="questions">
            {replies && (
              <h3>
                {t(`arguments.questions.${by}`)} <span class="count">{formatCount(own.length)}</span>
              </h3>
            )}
            {replies && by === 'nobody' && <p class="note">{t('arguments.questions.read')}</p>}
            <ShowMore
              items={own}
              first={3}
              show={(question) => <QuestionCard key={question.comment} question={question} context={context} />}
            />
          </div>
        );
      })}
    </section>
  );
}

function QuestionCard({ question, context }: { question: Question; context: QuoteContext }) {
  return (
    <li class="card">
      <QuotedSentence saying={question} context={context} />
      {question.answer && (
        <div class="answer">
          <QuotedSentence saying={question.answer} context={context} />
        </div>
      )}
    </li>
  );
}
