interface WithRoomProps {
  /** What is said now. */
  text: string;
  /** What may be said there later; the longest takes its room beforehand. Empty where nothing more will come. */
  others?: readonly string[];
}

/** A text that may become another one: it takes the room of the longest, so that nothing beside or below it moves. */
export function WithRoom({ text, others = [] }: WithRoomProps) {
  if (others.length === 0) return text;
  const longest = [text, ...others].reduce((one, other) => (other.length > one.length ? other : one));
  return (
    <span class="room" data-longest={longest}>
      <span>{text}</span>
    </span>
  );
}
