/** Shared by the scripts that we put into one page; the page itself does not see it. */
const shared = globalThis as { standpointAlways?: boolean };

/** Notes that the reader wants this page read, whether or not a platform knows it. */
export function markRequested(): void {
  shared.standpointAlways = true;
}

/** Whether the reader wants this page read, whether or not a platform knows it. */
export function isRequested(): boolean {
  return shared.standpointAlways === true;
}
