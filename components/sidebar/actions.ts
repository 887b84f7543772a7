import type { ExportedFile, Format } from '../../utils/export/index.ts';

export interface Actions {
  jump(id: string): void;
  /** The thread as a file of some format; `null` while there is nothing to export. */
  exported(format: Format): ExportedFile | null;
  /** Absent where exports are opened already. */
  openViewer?(): void;
  /** Absent where there is no page to walk through. */
  showKeys?(): void;
  retry(): void;
  loadRest(): void;
  stopLoading(): void;
}
