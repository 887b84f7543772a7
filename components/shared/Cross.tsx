/** The cross on a button that closes something; looks as `lineIcon.css` says. */
export function Cross() {
  return (
    <svg class="line-icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" />
    </svg>
  );
}
