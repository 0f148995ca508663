import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { readChallenge } from '#lib/server/content/pack.ts';
import { formatContentProblem } from '#lib/server/content/content-problem.ts';
import { findNameProblems } from './name-problems.ts';
import { TEMPLATE_FOLDER } from './new/index.ts';

const testFolder = mkdtempSync(join(tmpdir(), 'braise-names-'));
const templateCopy = join(testFolder, 'template');
afterAll(() => rmSync(testFolder, { recursive: true, force: true }));
beforeEach(() => {
	rmSync(templateCopy, { recursive: true, force: true });
	cpSync(TEMPLATE_FOLDER, templateCopy, { recursive: true });
});

function replaceInFile(path: string, before: string, after: string): void {
	const text = readFileSync(join(templateCopy, path), 'utf8');
	expect(text).toContain(before);
	writeFileSync(join(templateCopy, path), text.replace(before, after));
}

async function readProblemLines(): Promise<string[]> {
	const content = await readChallenge(templateCopy);
	return content.packed ? findNameProblems(content, content.packed).map(formatContentProblem) : ['not packed'];
}

test('the template has no wrong name', async () => expect(await readProblemLines()).toEqual([]));

test('misspelt labels of a scene and misspelt gaps of a label are reported with suggestions', async () => {
	replaceInFile('scene.ts', "input.labels['describe']", "input.labels['descrbe']");
	replaceInFile('text.fr.md', '{trays} bac(s)', '{trais} bac(s)');
	expect(await readProblemLines()).toEqual([
		expect.stringMatching(/^scene\.ts:\d+: "descrbe" has no words: write .* in text\.fr\.md; is it "describe"\?$/),
		expect.stringMatching(/^text\.fr\.md:\d+: "\{trais\}" under "## labels" .*; is it "trays"\?$/),
		expect.stringMatching(/^scene\.ts:\d+: "descrbe" has no words: write .* in text\.en\.md; is it "describe"\?$/)
	]);
});

test('a failure sentence with an unknown check or an unknown gap is reported', async () => {
	const failureSection = '## failures\n\n- one-more-persn: Non.\n- trays: {meal} et {expcted}\n\n## held';
	replaceInFile('text.fr.md', '## held', failureSection);
	replaceInFile(
		'text.en.md',
		'## held',
		failureSection.replace('{meal} et {expcted}', '{meals} {expected} {received} {given}')
	);
	const problemLines = await readProblemLines();
	expect(problemLines).toEqual([
		expect.stringMatching(
			/^text\.fr\.md:\d+: "one-more-persn" under "## failures" is no check .*; is it "one-more-person"\?$/
		),
		expect.stringMatching(/^text\.fr\.md:\d+: "\{meal\}" under .*; is it "meals"\?$/),
		expect.stringMatching(/^text\.fr\.md:\d+: "\{expcted\}" under .*; is it "expected"\?$/),
		expect.stringMatching(/^text\.en\.md:\d+: "one-more-persn"/)
	]);
});

test('two options with the same id or the same name are reported', async () => {
	replaceInFile('text.en.md', '### usual: For those who usually come', '### usual: For everyone who booked');
	replaceInFile('challenge.yaml', 'options: [booked, usual]', 'options: [booked, usual, usual]');
	const problemLines = await readProblemLines();
	expect(problemLines).toContainEqual(
		expect.stringMatching(/^challenge\.yaml:\d+: two options are called "usual": rename one$/)
	);
	expect(problemLines).toContainEqual(
		expect.stringMatching(/^text\.en\.md:\d+: "booked" and "usual" are both called "For everyone who booked"/)
	);
});

test('an untranslated role and a text in an undeclared language are reported', async () => {
	const { role = '' } =
		/- role: (?<role>.*)/.exec(readFileSync(join(templateCopy, 'text.fr.md'), 'utf8'))?.groups ?? {};
	const englishRoleLine = /- role: .*/.exec(readFileSync(join(templateCopy, 'text.en.md'), 'utf8'))?.[0] ?? '';
	replaceInFile('text.en.md', englishRoleLine, `- role: ${role}`);
	expect(await readProblemLines()).toEqual([
		expect.stringMatching(/^text\.en\.md:\d+: ".*" stands in the French text too/)
	]);
	replaceInFile('challenge.yaml', 'languages: [fr, en]', 'languages: [fr]');
	expect(await readProblemLines()).toEqual([
		expect.stringMatching(/^text\.en\.md:1: nobody reads it: add en to "languages"/)
	]);
});
