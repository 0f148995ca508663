/** Tests that the processes of a test run share packed challenges, but only for the same folder. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sharePackingThroughFile } from './challenges-plugin.ts';

let folder: string;
let packCount: number;
const packAndCount = () => Promise.resolve({ packed: ++packCount });

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'braise-packing-'));
	packCount = 0;
});
afterEach(() => {
	vi.unstubAllEnvs();
	rmSync(folder, { recursive: true });
});

test('packed challenges are shared for the same folder, and packed again for another folder', async () => {
	vi.stubEnv('BRAISE_PACKED_CHALLENGES', join(folder, 'challenges.json'));
	expect(await sharePackingThroughFile('/one', packAndCount)).toEqual({ packed: 1 });
	expect(await sharePackingThroughFile('/one', packAndCount)).toEqual({ packed: 1 });
	expect(await sharePackingThroughFile('/other', packAndCount)).toEqual({ packed: 2 });
});

test('without a file to share them through, challenges are packed each time', async () => {
	vi.stubEnv('BRAISE_PACKED_CHALLENGES', '');
	await sharePackingThroughFile('/one', packAndCount);
	expect(await sharePackingThroughFile('/one', packAndCount)).toEqual({ packed: 2 });
});
