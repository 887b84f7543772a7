import type { Export } from '../../utils/export/index.ts';
import type { Order } from '../../utils/messaging/index.ts';

/** What the sidebar can have done by whoever mounts it. */
export interface Actions {
  jump(id: string): void;
  /** The thread as it is exported; `null` while there is nothing to export. */
  exported(): Export | null;
  /** Absent where exports are opened already. */
  openViewer?(): void;
  /** Absent where there is no page to walk through. */
  showKeys?(): void;
  retry(): void;
  /** What the model is to do; absent where none is at work. */
  order?(order: Order): void;
  loadRest(): void;
  stopLoading(): void;
}
