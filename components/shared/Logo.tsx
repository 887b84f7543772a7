/** A disc and a diamond facing each other: the shapes of the two sides. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" class="logo" aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="#16324a" />
      <circle cx="11" cy="16" r="7.5" fill="#74bcf2" />
      <path d="m22.5 7 7 9-7 9-7-9Z" fill="#ff9f5c" />
    </svg>
  );
}
