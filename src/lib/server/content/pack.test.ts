/** Tests what a packed challenge contains, that its hash covers all of it, and that problems name file and line. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashOfFiles } from '#sandbox/judge/hash.ts';
import { readChallengeFolder } from './read-folder.ts';
import { packChallenge, readChallenge } from './pack.ts';
import { ContentError } from './content-problem.ts';

let root: string;
let folder: string;

beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'braise-content-'));
	folder = join(root, 'horodateur');
	cpSync(new URL('../../../../challenges/horodateur', import.meta.url), folder, { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function editChallengeFile(path: string, from: string | RegExp, to: string): void {
	const text = readFileSync(join(folder, path), 'utf8');
	const edited = text.replace(from, to);
	expect(edited).not.toBe(text);
	writeFileSync(join(folder, path), edited);
}

/** Returns the number of the first line of the file that holds `text`. */
function findLineNumber(path: string, text: string): number {
	return (
		readFileSync(join(folder, path), 'utf8')
			.split('\n')
			.findIndex((line) => line.includes(text)) + 1
	);
}

async function findPackingProblems(): Promise<string[]> {
	const failure: unknown = await packChallenge(folder).then(
		() => undefined,
		(error: unknown) => error
	);
	expect(failure).toBeInstanceOf(ContentError);
	return failure instanceof ContentError ? failure.message.split('\n') : [];
}

describe('a package', () => {
	test('has the same hash whatever its line ends, and another hash after a change in the private part', async () => {
		const first = await packChallenge(folder);
		editChallengeFile('text.fr.md', /\n/g, '\r\n');
		expect((await packChallenge(folder)).challenge.hash).toBe(first.challenge.hash);
		editChallengeFile('private/solution/main.ts', '* 50', '*  50');
		expect((await packChallenge(folder)).challenge.hash).not.toBe(first.challenge.hash);
	});

	test('contains the kit only if its scene imports braise/scene, and its hash then covers the kit', async () => {
		rmSync(join(folder, 'scene'), { recursive: true });
		const pack = async (scene: string) => {
			writeFileSync(join(folder, 'scene.ts'), scene);
			const { surroundings, hash } = (await packChallenge(folder)).challenge;
			return { kit: surroundings['braise/scene.js'], hash, ofFolder: hashOfFiles(readChallengeFolder(folder).files) };
		};
		const without = await pack("import { circle } from 'braise/draw';\nexport const draw = circle;");
		expect(without.kit).toBeUndefined();
		expect(without.hash).toBe(without.ofFolder);
		const withKit = await pack("import { between } from 'braise/scene';\nexport const draw = between;");
		expect(withKit.kit).toContain('between');
		expect(withKit.kit).not.toContain('braise/draw');
		expect(withKit.hash).not.toBe(withKit.ofFolder);
	});

	test('has the start files of each step, and says when they replace the student’s files', async () => {
		const { challenge } = await packChallenge(folder);
		expect(Object.keys(challenge.start.fr)).toEqual(['given.ts', 'main.ts']);
		expect(Object.keys(challenge.opens.fr['tune'] ?? {})).toEqual(['given.ts', 'main.ts']);
		expect(challenge.opens.en['tune']?.['main.ts']).toContain('The two settings');
		expect(challenge.steps.map((step) => step.opens)).toEqual([
			...[false, false, 'always', 'always', 'jump', false, false, false]
		]);
	});

	test('contains the stage dials of the first step, with their units', async () => {
		const { challenge } = await packChallenge(folder);
		expect(challenge.steps[0]).toMatchObject({
			kind: 'discover',
			hand: [{ id: 'minutes', min: 0, max: 10_000, step: 5, start: 10 }]
		});
		expect(challenge.text.fr.values['minutes']).toMatchObject({ unit: 'min' });
	});

	test('contains examples as checks, with their titles in each language', async () => {
		const title = 'because: { fr: "25 min : on paie", en: "25 min: you pay" }';
		editChallengeFile(
			'checks/tune.yaml',
			'- id: thirty',
			`- id: paid\n  ${title}\n  function: price\n  examples: [{ returns: 1 }]\n- id: thirty`
		);
		const heldBackCheck = title.replaceAll('25', '26');
		writeFileSync(
			join(folder, 'private/checks/tune.yaml'),
			`- ${heldBackCheck}\n  function: price\n  examples: [{ returns: 1 }]\n`
		);
		const { challenge, privatePart: hidden } = await packChallenge(folder);
		expect(Object.keys(challenge.surroundings).filter((path) => path.startsWith('checks/tune'))).toEqual([
			'checks/tune.ts'
		]);
		expect(challenge.surroundings['checks/tune.ts']).toContain("test('thirty-costs-50', ");
		expect(hidden.checks['checks/tune.ts']).toContain("test('is-26-min-on-paie', ");
		expect(challenge.text.fr.checks).toMatchObject({
			paid: '25\u00a0min\u00a0: on paie',
			'thirty-costs-50': expect.stringContaining('50')
		});
		expect(challenge.text.en.checks).toMatchObject({ paid: '25 min: you pay' });
		expect(challenge.text.en.held).toMatchObject({ 'is-26-min-on-paie': '26 min: you pay' });
	});

	test('removes images, styles, script links and ids from an author’s text, and keeps web links', async () => {
		const hostile = '<img src=x onerror=a()><style>*{display:none}</style><a href="javascript:a()" id="next">b</a>';
		editChallengeFile('text.fr.md', 'Regarde la rue.', `${hostile} [règle](https://rule.example)`);
		const { packed } = await readChallenge(folder);
		const task = packed?.challenge.text.fr.steps['discover']?.task;
		expect(task).toContain('<p><a rel="noopener noreferrer">b</a>');
		expect(task).toContain('href="https://rule.example"');
		expect(task).not.toMatch(/img|style|script|id=/);
	});

	test('sets the French space before punctuation, and leaves code as it is', async () => {
		editChallengeFile('text.fr.md', 'Regarde la rue.', 'Vrai ? `a ? b : c`');
		const { challenge } = await packChallenge(folder);
		expect(challenge.text.fr.steps['discover']?.task).toContain('Vrai\u202f? <code>a ? b : c</code>');
	});
});

describe('a problem is reported on one line, with its file and line number', () => {
	test('when values in challenge.yaml are invalid', async () => {
		editChallengeFile('challenge.yaml', 'max: 40', 'max: forty');
		editChallengeFile('challenge.yaml', 'piste: green', 'piste: yellow');
		const lines = await findPackingProblems();
		expect(lines).toHaveLength(2);
		expect(lines[0]).toMatch(
			new RegExp(`^horodateur/challenge.yaml:${findLineNumber('challenge.yaml', 'yellow')}: piste: `)
		);
		const line = findLineNumber('challenge.yaml', 'forty');
		expect(lines[1]).toMatch(new RegExp(`^horodateur/challenge.yaml:${line}: steps.2.values.0.max: `));
	});

	test('when a stage dial starts at a value that it cannot take', async () => {
		editChallengeFile('challenge.yaml', 'step: 5, start: 10 }', 'step: 5, start: 12 }');
		const line = findLineNumber('challenge.yaml', 'start: 12');
		const message = 'steps.0.hand: start is not one of the values: min, min + step, … up to max';
		expect(await findPackingProblems()).toEqual([`horodateur/challenge.yaml:${line}: ${message}`]);
	});

	test('when a student’s own option has too many dials', async () => {
		const dials = Array.from({ length: 10 }, (_, at) => `    - { id: d${at}, min: 0, max: 1, step: 1, start: 0 }\n`);
		editChallengeFile('challenge.yaml', '    - { id: keepDays', `${dials.join('')}    - { id: keepDays`);
		const line = findLineNumber('challenge.yaml', 'id: d0');
		expect(await findPackingProblems()).toEqual([
			`horodateur/challenge.yaml:${line}: decision.another: at most 12 dials`
		]);
	});

	test('when a stage dial has no label', async () => {
		editChallengeFile('text.en.md', '- minutes: How long does Léonie stay? | min\n', '');
		expect(await findPackingProblems()).toContainEqual(
			expect.stringContaining('"minutes" is missing under "## values"')
		);
	});

	test('when challenge.yaml is not YAML', async () => {
		editChallengeFile('challenge.yaml', 'id: horodateur', 'id: [horodateur');
		expect((await findPackingProblems())[0]).toMatch(/^horodateur\/challenge.yaml:\d+: /);
	});

	test('when the program lacks the constant that a step changes', async () => {
		editChallengeFile('start/en/tune/main.ts', 'const freeMinutes', 'let freeMinutes');
		const line = findLineNumber('challenge.yaml', 'id: tune');
		const message = 'main.ts has no line "const freeMinutes = <number>"';
		expect(await findPackingProblems()).toEqual([`horodateur/challenge.yaml:${line}: ${message}`]);
	});

	test('when a heading is unknown', async () => {
		editChallengeFile('text.en.md', '## brief', '## breif');
		const line = findLineNumber('text.en.md', '## breif');
		expect(await findPackingProblems()).toContainEqual(
			expect.stringContaining(`text.en.md:${line}: "## breif" is not one of`)
		);
	});

	test('when an id is in the text of only one language', async () => {
		editChallengeFile('text.en.md', '- meter: Meter\n', '');
		editChallengeFile('text.en.md', '- free: free', '- gratis: free');
		const before = findLineNumber('text.en.md', '- zone-pharmacy');
		const gratis = findLineNumber('text.en.md', '- gratis');
		const missingLabelMessage = (id: string) => `after this "labels > ${id}" is missing, which the other language has`;
		expect(await findPackingProblems()).toEqual([
			`horodateur/text.en.md:${before}: ${missingLabelMessage('meter')}`,
			`horodateur/text.en.md:${gratis - 1}: ${missingLabelMessage('free')}`,
			`horodateur/text.en.md:${gratis}: "labels > gratis" stands here and not in the other language`
		]);
	});

	test('when the two languages give different numbers', async () => {
		editChallengeFile('text.en.md', 'From 0 to 20 minutes', 'From 0 to 25 minutes');
		const line = findLineNumber('text.en.md', 'From 0 to 25');
		const message = 'checks > free-until-20: numbers are 0 25, in the other language 0 20';
		expect(await findPackingProblems()).toEqual([`horodateur/text.en.md:${line}: ${message}`]);
	});

	test('when a check has no title, or a title belongs to no check', async () => {
		editChallengeFile('checks/build.ts', "'long-stay'", "'a-whole-day'");
		const places = ['text.fr.md', 'text.en.md'].flatMap((file) => [
			`horodateur/${file}:${findLineNumber(file, '## checks')}: "a-whole-day" is missing under "## checks"`,
			`horodateur/${file}:${findLineNumber(file, '- long-stay')}: "long-stay" under "## checks" belongs to nothing`
		]);
		expect(await findPackingProblems()).toEqual(places);
	});

	test('when a build step has more hints than its piste allows', async () => {
		editChallengeFile('challenge.yaml', 'piste: green', 'piste: blue');
		expect(await findPackingProblems()).toContain(
			`horodateur/text.fr.md:${findLineNumber('text.fr.md', '### build')}: step "build" has 3 hints; on a blue piste 2 at most`
		);
	});

	test('when a start file does not compile', async () => {
		editChallengeFile('start/fr/main.ts', 'return minutes * 2;', 'return minutes *;');
		expect((await findPackingProblems())[0]).toMatch(/^horodateur\/start\/fr\/main\.ts:3: /);
	});

	test('when a start file of a step imports a missing file', async () => {
		editChallengeFile('start/en/build/main.ts', './given.ts', './giving.ts');
		editChallengeFile('start/en/build/main.ts', '(minutes - 20) * 5', 'halfHours(minutes)');
		const message = 'there is no "./giving.ts" to import';
		expect(await findPackingProblems()).toEqual([`horodateur/start/en/build/main.ts:1: ${message}`]);
	});

	test('when a check does not compile', async () => {
		editChallengeFile('checks/arrange.ts', 'price: 100 });', 'price: 100 ;');
		const line = findLineNumber('checks/arrange.ts', 'price: 100 ;');
		expect(await findPackingProblems()).toEqual([expect.stringMatching(`^horodateur/checks/arrange\\.ts:${line}: `)]);
	});

	test('when a check file beside a file of examples does not compile', async () => {
		writeFileSync(join(folder, 'checks/tune.ts'), "import { expect } from 'vitest';\nexpect(1;\n");
		expect(await findPackingProblems()).toEqual([expect.stringMatching(/^horodateur\/checks\/tune\.ts:2: /)]);
	});

	test('when an example has an unknown field', async () => {
		editChallengeFile('checks/tune.yaml', 'returns: 50', 'give: 50');
		const line = findLineNumber('checks/tune.yaml', 'give: 50');
		expect(await findPackingProblems()).toContain(
			`horodateur/checks/tune.yaml:${line}: 0.examples.0.give: is not known here`
		);
	});

	test('when a limit exceeds the maximum of the judge', async () => {
		editChallengeFile('challenge.yaml', 'minutes: 40', 'minutes: 40\nlimits: { time: 60000 }');
		const message = 'limits.time: a limit is a whole number from 100 to 10000';
		expect(await findPackingProblems()).toEqual([`horodateur/challenge.yaml:7: ${message}`]);
	});
});
