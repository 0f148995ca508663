import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TEMPLATE_FOLDER } from './new/index.ts';

/**
 * Each fault has `##### reason`, the problems that are expected, and for each file `=== path` (or `=== path absent`) with the
 * template's lines (`- `) and what stands in their place (`+ `). A file with `+ ` alone is new, or replaces the template's.
 */
const FIXTURES_FILE = fileURLToPath(new URL('../../tests/fixtures/broken-challenges.txt', import.meta.url));

const fixtures = new Map(
	readFileSync(FIXTURES_FILE, 'utf8')
		.split(/^##### /m)
		.slice(1)
		.map((fixture) => {
			const [head = '', ...files] = fixture.split(/^=== /m);
			const [reason = '', ...expectedLines] = head.trimEnd().split('\n');
			return [reason, { expectedLines, files }] as const;
		})
);

export const fixtureReasons: readonly string[] = [...fixtures.keys()];

function readFixture(reason: string) {
	const fixture = fixtures.get(reason);
	if (fixture === undefined) throw new Error(`no fixture "${reason}"`);
	return fixture;
}

export const readExpectedProblems = (reason: string): readonly string[] => readFixture(reason).expectedLines;

function replaceOnce(text: string, old: string, now: string): string {
	const [before, after, ...others] = text.split(old);
	if (before === undefined || after === undefined || others.length > 0)
		throw new Error(`not once in the template: ${old}`);
	return before + now + after;
}

const takeLines = (changes: string, sign: string) =>
	[...changes.matchAll(/^([-+]) (.*\n)/gm)].map(([, its, line = '']) => (its === sign ? line : '')).join('');

export function assembleFixture(reason: string, targetFolder: string): string {
	const challengeFolder = join(targetFolder, reason, 'template');
	cpSync(TEMPLATE_FOLDER, challengeFolder, { recursive: true });
	for (const file of readFixture(reason).files) {
		const [head = ''] = file.split('\n', 1);
		const [name = '', isAbsent] = head.split(' ');
		const path = join(challengeFolder, name);
		if (isAbsent !== undefined) {
			rmSync(path);
			continue;
		}
		const changes = file.slice(head.length + 1).split(/(?<=^\+ .*\n)(?=- )/m);
		const isWhole = !file.includes('\n- ');
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(
			path,
			isWhole
				? takeLines(file, '+')
				: changes.reduce(
						(text, change) => replaceOnce(text, takeLines(change, '-'), takeLines(change, '+')),
						readFileSync(path, 'utf8')
					)
		);
	}
	return challengeFolder;
}
