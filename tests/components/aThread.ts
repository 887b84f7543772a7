import type { Analysis, Label, Stance, Verdict } from '../../utils/stance/verdict.ts';
import type { Comment, Reading } from '../../utils/thread/thread.ts';

/** One comment of a made-up thread: its words, and where it stands. */
export interface Said extends Partial<Comment> {
  stance: Label;
  best?: Stance;
  confidence?: number;
  because?: Verdict['because'];
  evidence?: Verdict['evidence'];
  towardsParent?: Verdict;
}

export function aVerdict(stance: Label, said: Partial<Verdict> = {}): Verdict {
  const best = stance === 'unsure' || stance === 'unread' ? null : stance;
  const verdict: Verdict = { stance, best, confidence: 0.9, probabilities: {}, evidence: [], because: 'words', ...said };
  return verdict.best ? { ...verdict, probabilities: { [verdict.best]: verdict.confidence, ...verdict.probabilities } } : verdict;
}

const LOW = { precision: [0.7, 0.95], support: [0.6, 0.6], oppose: [0.6, 0.6], neutral: [0.6, 0.6], question: [0.6, 0.6] };

const BLANK: Omit<Comment, 'id'> = {
  parent: null,
  author: null,
  text: '',
  quotes: [],
  time: null,
  score: null,
  permalink: null,
  deleted: false,
};

/** A thread on the page with the comments `1`, `2`, …, each in an element of its own, and what a model made of it. */
export function aThread(comments: Said[]): { reading: Reading; analysis: Analysis } {
  document.body.replaceChildren();
  const elements = new Map<string, Element>();
  const verdicts: Analysis['verdicts'] = {};
  const post = (id: string, text: string) => {
    const element = document.createElement('article');
    element.append(Object.assign(document.createElement('p'), { textContent: text }));
    document.body.append(element);
    elements.set(id, element);
  };
  post('0', 'Leaving is no failure.');
  const read = comments.map(({ stance, best, confidence, because, evidence, towardsParent, ...said }, index): Comment => {
    const id = String(index + 1);
    post(id, said.text ?? '');
    const opening = aVerdict(stance, {
      ...(best && { best }),
      ...(confidence !== undefined && { confidence }),
      ...(because && { because }),
      ...(evidence && { evidence }),
    });
    verdicts[id] = { opening, parent: towardsParent ?? null };
    return { ...BLANK, id, ...said };
  });
  return {
    reading: {
      thread: {
        platform: 'discourse',
        url: 'https://forum.example.org/t/1',
        title: 'Leaving',
        opening: { ...BLANK, id: '0', text: 'Leaving is no failure.' },
        comments: read,
        total: null,
        unreadable: 0,
      },
      elements,
    },
    analysis: {
      model: 'a model 1',
      proposition: { text: 'Leaving is no failure.', of: 'opening', kind: 'claim' },
      // Every stance is shown that has any confidence at all, whatever the precision asked for.
      thresholds: { opening: LOW, parent: LOW },
      verdicts,
    },
  };
}

export function badges(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-standpoint="badge"]')];
}

/** What is read in a shadow root, its style sheets aside, with single spaces. */
export function wordsIn(host: Element | null | undefined): string {
  const words = [...(host?.shadowRoot?.children ?? [])].filter((child) => child.localName !== 'style').map((child) => child.textContent);
  return words.join(' ').replace(/\s+/g, ' ').trim();
}
