/** What small scripts need to know of all platforms without bringing them along; written into them by the build (`wxt.config.ts`). */
declare const PLATFORM_HOSTS: readonly string[];
declare const PLATFORM_MARKERS: string;
/** The markers, a line each, and the names in the same order. */
declare const PLATFORM_LINES: string;
declare const PLATFORM_NAMES: string;
declare const PLATFORM_TABLE: readonly {
  name: string;
  marker: string;
  address?: [source: string, flags: string];
  thread?: [source: string, flags: string];
}[];
declare const PLATFORM_FRAMES: readonly string[];
