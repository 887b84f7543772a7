export function describe(exported: unknown): string {
  return JSON.stringify(exported, null, 2).slice(0, 2000);
}
