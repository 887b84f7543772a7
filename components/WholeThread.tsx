import type { Whole } from '../utils/session.ts';
import { formatCount } from './format.ts';

/** What a request and the pause after it take, in seconds. */
const EACH = 1.25;

/** Of an address no more letters are shown, its last, where the number of the page stands. */
const LONGEST = 60;

interface WholeThreadProps {
  whole: Whole | null;
  /** Whether the thread's site holds more than was read. */
  more: boolean;
  readWhole: () => void;
  stopReading: () => void;
}

/** The way to the rest of the thread: how far it is read, how to stop, and what could not be had. */
export function WholeThread({ whole, more, readWhole, stopReading }: WholeThreadProps) {
  if (!whole && !more) return null;
  const reading = whole?.state === 'reading';
  // One button all along, so that the keyboard stays on it; the second click of a double click is not meant for its next words.
  const act = ({ detail }: MouseEvent) => detail < 2 && (reading ? stopReading() : readWhole());
  return (
    <div class="wholeThread">
      <p role="status">{whole && describe(whole)}</p>
      {reading && (
        <div class="pagesRead">
          <progress aria-label="Pages of the thread read" max={whole.of} value={whole.done} />
          <span>{outOf(whole.done, whole)}</span>
        </div>
      )}
      {whole && whole.failed.length > 0 && <Failed addresses={whole.failed} trying={reading} />}
      <div class="choices">
        <button type="button" class={reading || whole?.state === 'done' ? 'second' : 'first'} onClick={act}>
          {labelOf(whole)}
        </button>
        {whole?.state === 'asking' && (
          <button type="button" class="second" onClick={stopReading}>
            Stop here
          </button>
        )}
      </div>
    </div>
  );
}

function labelOf(whole: Whole | null): string {
  if (!whole) return 'Read the whole thread';
  if (whole.state === 'reading') return 'Stop';
  if (whole.state !== 'done') return 'Go on';
  return whole.failed.length > 0 ? 'Try again' : 'Look for more';
}

/** Said aloud as well: it changes only when something begins or ends. */
function describe(whole: Whole): string {
  const left = whole.of - whole.done;
  switch (whole.state) {
    case 'reading':
      return 'Reading the rest of the thread.';
    case 'asking':
      return `This takes ${formatCount(left)} more ${left === 1 ? 'request' : 'requests'}, ${duration(left * EACH)}. Go on?`;
    case 'stopped':
      return `Stopped after ${outOf(whole.done, whole)}.`;
    case 'done':
      return whole.failed.length > 0 ? `${outOf(whole.failed.length, whole)} could not be read.` : 'The rest of the thread was read.';
  }
}

function outOf(count: number, { of }: Whole): string {
  return `${formatCount(count)} of ${formatCount(of)} ${of === 1 ? 'page' : 'pages'}`;
}

function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return minutes <= 1 ? 'about a minute' : `about ${formatCount(minutes)} minutes`;
}

/** Pages that the forum did not give, with the way to see for oneself. */
function Failed({ addresses, trying }: { addresses: readonly string[]; trying: boolean }) {
  return (
    <div class="failedPages">
      <p>{addresses.length === 1 ? 'The forum did not give this one, asked twice:' : 'The forum did not give these, asked twice:'}</p>
      <ul>
        {addresses.map((address) => (
          <li key={address}>
            <a href={address} target="_blank" rel="noopener noreferrer" title={address}>
              {nameOf(address)}
            </a>
          </li>
        ))}
      </ul>
      {!trying && <p>Open it to see whether it is there, or try again in a while. What was read stays.</p>}
    </div>
  );
}

function nameOf(address: string): string {
  const { pathname, search } = new URL(address);
  const name = pathname + search;
  return name.length > LONGEST ? `…${name.slice(-LONGEST)}` : name;
}
