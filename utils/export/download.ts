/** Saves a text as a file in the reader's downloads. */
export function download(name: string, text: string, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  // A click that the page hears could be taken for one of its own links.
  link.addEventListener('click', (event) => event.stopPropagation());
  link.click();
  // The browser reads the blob after the click; at once would be too early.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
