/** Tests which kind of program is recognised by its declarations. */
import { expect, test } from 'vitest';
import { programKindOf } from './program-kind.ts';

test.each([
	['challenge', ['program.d.ts', 'braise/draw']],
	['sketch', ['program.d.ts', 'braise/draw', 'braise/scene', 'draw-names.d.ts']],
	['page', ['program.d.ts', 'data-files.d.ts']],
	['p5', ['program.d.ts', 'data-files.d.ts', 'p5.d.ts', 'p5-names.d.ts']]
])('a program of the kind %s is recognised by its declarations', (kind, paths) => {
	expect(programKindOf(Object.fromEntries(paths.map((path) => [path, ''])))).toBe(kind);
});
