/** Vitest's global setup for the transformed modules of one run, which both projects and all processes read. */
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Removed after the run: a later run would read modules from it whose sources have changed. */
export const moduleCacheFolder = join(tmpdir(), `braise-unit-modules-${process.pid}`);

export default function setup(): () => Promise<void> {
	return () => rm(moduleCacheFolder, { recursive: true, force: true });
}
