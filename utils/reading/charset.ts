/**
 * The text of a page's bytes, by the rules of browsers: a byte order mark, what the server said, what the page declares near its
 * beginning, UTF-8 if the bytes are that, windows-1252 otherwise. An unknown name of a charset counts as none.
 */
export function decodePage(bytes: Uint8Array, said?: string | null): string {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const beginning = new TextDecoder('windows-1252').decode(bytes.subarray(0, 8192));
  const declared = marked ? 'utf-8' : (said ?? /<meta[^>]{1,200}charset\s*=\s*["']?([\w-]{2,20})/i.exec(beginning)?.[1]);
  if (declared && isKnown(declared)) return new TextDecoder(declared).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function isKnown(charset: string): boolean {
  try {
    return Boolean(new TextDecoder(charset));
  } catch {
    return false;
  }
}
