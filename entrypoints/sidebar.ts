import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { OpenSidebar } from '../components/sidebar/OpenSidebar.tsx';
import { providePart } from '../utils/page/index.ts';

/** Brought once the sidebar is opened; uses the modules of the script for threads that hold signals or draw. */
export default defineUnlistedScript(() => providePart('sidebar', { OpenSidebar }));
