import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../demo/build.ts';

const PYSPARK = '4.3.0';
const OWN = join(ROOT, '.output/engine');

const works = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

/** A Python with PySpark: the one there is, or one of our own with it. `null` where that, or what else the README's examples need, cannot be had. */
export function pythonWithSpark(): string | null {
  if (!works('java', '-version') || !works('parallel', '--version') || !works('jq', '--version')) return null;
  const own = join(OWN, 'bin/python');
  for (const python of ['python3', own]) if (works(python, '-c', 'import pyspark')) return python;
  const installed = works('python3', '-m', 'venv', OWN) && works(own, '-m', 'pip', 'install', '--quiet', `pyspark==${PYSPARK}`);
  return installed ? own : null;
}
