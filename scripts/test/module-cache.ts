import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Removed after the run, because a later run would read modules whose sources have changed since. */
export const moduleCacheFolder = join(tmpdir(), `braise-unit-modules-${process.pid}`);

export default function setup(): () => Promise<void> {
	return () => rm(moduleCacheFolder, { recursive: true, force: true });
}
