import type { Export } from '../record.ts';

/** A file to be saved: its name, its media type and what stands in it. */
export interface ExportedFile {
  name: string;
  type: string;
  text: string;
}

/** A way in which a thread can be written down. */
export interface Written {
  ending: string;
  type: string;
  write(file: Export): string;
}

/** The thread as data, which opens again. */
export const JSON_FORMAT: Written = {
  ending: 'json',
  type: 'application/json',
  write: (file) => `${JSON.stringify(file, null, 2)}\n`,
};

/** An export written down in some way, named after the thread. */
export function fileOf({ ending, type, write }: Written, file: Export): ExportedFile {
  const name = fileStem(file.thread.title) || fileStem(file.thread.platform) || 'thread';
  return { name: `standpoint-${name}.${ending}`, type, text: write(file) };
}

/** Words as part of a file's name. */
function fileStem(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .toLowerCase();
}
