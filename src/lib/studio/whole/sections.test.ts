import { expect, test } from 'vitest';
import type { Files } from '#sandbox/contract.ts';
import { sectionOfProblem, listStudioSections } from './sections.ts';

const CHALLENGE_FILES: Files = {
	'challenge.yaml': 'id: bac\nsteps:\n  - id: build\n    kind: build\ndecision:\n  options: [a, b]\n',
	'text.fr.md': '# Bac\n\n## person\n\n- name: Malik\n\n## options\n\n### a: A\n',
	'checks/build.yaml': '[]',
	'private/solution/main.ts': 'a',
	'scene/measure.ts': 'b'
};
const createProblemAt = (file: string, line: number) => ({ file, line, message: 'x' });
const listSectionStates = (files: Files, problems = [createProblemAt('', 0)].slice(1)) =>
	Object.fromEntries(listStudioSections(files, problems).map(({ id, state }) => [id, state]));

test('each section is marked as there or lacking, and all as lacking in an empty folder', () => {
	expect(listSectionStates(CHALLENGE_FILES)).toEqual({
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
	expect(new Set(Object.values(listSectionStates({})))).toEqual(new Set(['lacking']));
});

test('a problem belongs to the section of the field, heading or folder that contains it', () => {
	expect(sectionOfProblem(createProblemAt('challenge.yaml', 4), CHALLENGE_FILES)).toBe('steps');
	expect(sectionOfProblem(createProblemAt('challenge.yaml', 6), CHALLENGE_FILES)).toBe('decision');
	expect(sectionOfProblem(createProblemAt('challenge.yaml', 1), CHALLENGE_FILES)).toBe('sources');
	expect(sectionOfProblem(createProblemAt('text.fr.md', 5), CHALLENGE_FILES)).toBe('person');
	expect(sectionOfProblem(createProblemAt('text.fr.md', 9), CHALLENGE_FILES)).toBe('decision');
	expect(sectionOfProblem(createProblemAt('text.fr.md', 1), CHALLENGE_FILES)).toBe('texts');
	expect(sectionOfProblem(createProblemAt('private/mutants.yaml', 3), CHALLENGE_FILES)).toBe('mistakes');
	expect(sectionOfProblem(createProblemAt('private/checks/build.ts', 3), CHALLENGE_FILES)).toBe('rule');
	expect(sectionOfProblem(createProblemAt('scene/measure.ts', 1), CHALLENGE_FILES)).toBe('decision');
	expect(sectionOfProblem(createProblemAt('static/pictures/x.webp', 1), CHALLENGE_FILES)).toBe('sources');
	expect(listSectionStates(CHALLENGE_FILES, [createProblemAt('checks/build.yaml', 1)])['rule']).toBe('wrong');
});
