interface Post {
  id: string;
  author: string;
  /** When it was written, on the morning of one made-up day. */
  time: string;
  text: string;
  answers?: Post[];
}

// Not translated: English is what the model knows.
const OPENING = [
  'Libraries should lend tools as well as books. A drill is used for a few minutes a year and then lies in a drawer.',
  'Our library has the shelves, the cards and the people already. Lending a ladder is no different from lending a novel.',
];
const COMMENTS: Post[] = [
  {
    id: '1a',
    author: 'ines',
    time: '08:10',
    text: 'Exactly right. I agree, this is a great idea.',
    answers: [{ id: '1b', author: 'anneke', time: '08:14', text: 'So do I! I would love to borrow a ladder instead of buying one.' }],
  },
  {
    id: '2a',
    author: 'okoro',
    time: '08:31',
    text: 'I disagree. A novel does not cut off anybody’s thumb. This is a bad idea, and the library would be liable.',
    answers: [
      {
        id: '2b',
        author: 'ines',
        time: '08:40',
        text: 'That is not true. The insurance is in the membership, and nobody was ever hurt here.',
      },
    ],
  },
  {
    id: '3a',
    author: 'mirela',
    time: '09:02',
    text: 'Who repairs what comes back broken?',
    answers: [{ id: '3b', author: 'tomas', time: '09:20', text: 'Volunteers do, every second Saturday. Thank you for asking.' }],
  },
  { id: '4a', author: 'ruben', time: '09:45', text: 'The library in my town opened in 1911.' },
  { id: '5a', author: 'yusuf', time: '10:05', text: 'Yes! Absolutely right. Our town should do this as well.' },
];

/** A short thread with the markup of a forum that a platform knows, so that it is read as any other. Its people are made up. */
export function WelcomeExample() {
  return (
    <article class="topic-full" id="topic-example" lang="en" dir="ltr">
      <h1>Libraries should lend tools as well as books</h1>
      <p class="topic-full-byline">
        <span class="link-user">petra</span> <Written clock="08:00" />
      </p>
      <div class="topic-full-text">
        {OPENING.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <Comments of={COMMENTS} />
    </article>
  );
}

function Comments({ of }: { of: Post[] }) {
  return (
    <ol>
      {of.map(({ id, author, time, text, answers = [] }) => (
        <li key={id}>
          <article class="comment" data-comment-id36={id}>
            <p class="comment-header">
              <span class="link-user">{author}</span> <Written clock={time} />
            </p>
            <p class="comment-text">{text}</p>
            {answers.length > 0 && <Comments of={answers} />}
          </article>
        </li>
      ))}
    </ol>
  );
}

function Written({ clock }: { clock: string }) {
  return (
    <time class="comment-posted-time" dateTime={`2026-03-07T${clock}:00Z`}>
      {clock}
    </time>
  );
}
