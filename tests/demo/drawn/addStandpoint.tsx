import { signal } from '@preact/signals';
import { removeBadges, showBadges } from '../../../components/badge/showBadges.tsx';
import { mountSidebar } from '../../../components/sidebar/mountSidebar.tsx';
import { OpenSidebar } from '../../../components/sidebar/OpenSidebar.tsx';
import { sessionFrom } from '../../../utils/export/open.ts';
import type { Export } from '../../../utils/export/record.ts';
import { providePart } from '../../../utils/page/parts.ts';
import { sidebarOpen } from '../../../utils/reader/sidebarMemory.ts';
import { readPage } from '../../../utils/reading/readPage.ts';
import { createSession } from '../../../utils/session/session.ts';

const nothing = () => {};

/** Puts badges and sidebar into the document of this process, as the export of the same page has them. Resolves when all is drawn, with how to end them. */
export async function addStandpoint(exported: Export): Promise<() => void> {
  const { reading, analysis } = sessionFrom(exported);
  const elements = readPage(document, document.URL, new Date(exported.exportedAt))?.elements ?? reading.elements;
  const session = createSession(signal(analysis));
  session.reading.value = { ...reading, elements };
  showBadges(session.reading.value, analysis);
  sidebarOpen.value = true;
  providePart('sidebar', { OpenSidebar });
  const unmount = mountSidebar(session, { jump: nothing, exported: () => null, retry: nothing, loadRest: nothing, stopLoading: nothing });
  // Long threads get their later badges a little later.
  const drawn = () => document.querySelectorAll('[data-standpoint="badge"]').length;
  for (let before = -1; before < drawn(); ) {
    before = drawn();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return () => {
    unmount();
    removeBadges();
  };
}
