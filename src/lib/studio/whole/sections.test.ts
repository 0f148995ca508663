import { expect, test } from 'vitest';
import type { Files } from '#sandbox/contract.ts';
import { sectionOfProblem, listStudioSections } from './sections.ts';

const FILES: Files = {
	'challenge.yaml': 'id: bac\nsteps:\n  - id: build\n    kind: build\ndecision:\n  options: [a, b]\n',
	'text.fr.md': '# Bac\n\n## person\n\n- name: Malik\n\n## options\n\n### a: A\n',
	'checks/build.yaml': '[]',
	'private/solution/main.ts': 'a',
	'scene/measure.ts': 'b'
};
const at = (file: string, line: number) => ({ file, line, message: 'x' });
const stateOf = (files: Files, problems = [at('', 0)].slice(1)) =>
	Object.fromEntries(listStudioSections(files, problems).map(({ id, state }) => [id, state]));

test('says what is there and what lacks, in an empty folder too', () => {
	expect(stateOf(FILES)).toEqual({
		person: 'there',
		rule: 'there',
		data: 'lacking',
		scene: 'lacking',
		steps: 'there',
		decision: 'there',
		mistakes: 'lacking',
		texts: 'there',
		teacher: 'lacking',
		sources: 'there'
	});
	expect(new Set(Object.values(stateOf({})))).toEqual(new Set(['lacking']));
});

test('a problem belongs to the field or heading above its line, or to the folder of its file', () => {
	expect(sectionOfProblem(at('challenge.yaml', 4), FILES)).toBe('steps');
	expect(sectionOfProblem(at('challenge.yaml', 6), FILES)).toBe('decision');
	expect(sectionOfProblem(at('challenge.yaml', 1), FILES)).toBe('sources');
	expect(sectionOfProblem(at('text.fr.md', 5), FILES)).toBe('person');
	expect(sectionOfProblem(at('text.fr.md', 9), FILES)).toBe('decision');
	expect(sectionOfProblem(at('text.fr.md', 1), FILES)).toBe('texts');
	expect(sectionOfProblem(at('private/mutants.yaml', 3), FILES)).toBe('mistakes');
	expect(sectionOfProblem(at('private/checks/build.ts', 3), FILES)).toBe('rule');
	expect(sectionOfProblem(at('scene/measure.ts', 1), FILES)).toBe('decision');
	expect(sectionOfProblem(at('static/pictures/x.webp', 1), FILES)).toBe('sources');
	expect(stateOf(FILES, [at('checks/build.yaml', 1)])['rule']).toBe('wrong');
});
