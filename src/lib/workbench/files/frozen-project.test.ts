import { afterEach, expect, test, vi } from 'vitest';
import { attemptOptionsOfProject, findFrozenContents } from './frozen-project.ts';

afterEach(() => vi.unstubAllGlobals());

test('a frozen page project that uses p5 is played with the p5 script', async () => {
	const fetchMock = vi.fn((_address: string) => Promise.resolve(new Response('p5 itself')));
	vi.stubGlobal('fetch', fetchMock);
	const files = { 'main.ts': 'function setup() {}', 'index.html': '<script src="p5.min.js"></script>' };
	const { kind, sources, library } = attemptOptionsOfProject(files);
	expect(kind).toBe('page');
	expect(sources).toMatchObject({ program: 'main.ts', page: 'index.html', checks: [] });
	expect(await library).toBe('p5 itself');
	expect(fetchMock.mock.calls).toEqual([[expect.stringContaining('/libraries/')]]);
});

test('a frozen sketch without own files requests no library and no files', () => {
	const files = { 'main.ts': 'function draw() {}' };
	expect(attemptOptionsOfProject(files)).toMatchObject({ kind: 'sketch', sources: { files } });
	expect(attemptOptionsOfProject(files).library).toBeUndefined();
	expect(findFrozenContents('/copy', files, () => undefined)).toBeUndefined();
});
