import { expect, test } from 'vitest';
import type { Sources } from '../contract.ts';
import { parseCompilerRequest } from './protocol.ts';

test('the compile worker gets everything that its page sends', () => {
	const sources: Required<Sources> = {
		files: { 'main.ts': 'const size = 40; // 10..200' },
		program: 'main.ts',
		scene: 'scene.ts',
		checks: ['checks/a.ts'],
		page: 'index.html',
		parameters: ['size'],
		unguarded: true,
		tracesScene: true,
		guarded: true,
		dividesPrelude: true,
		listsFiles: true
	};
	expect(parseCompilerRequest({ type: 'compile', sources })).toEqual({ type: 'compile', sources });
});
