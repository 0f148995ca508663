/** Tests what a contributor is shown of a challenge, and which later changes leave their approval valid. */
import { expect, test } from 'vitest';
import { findChallenge } from '#lib/server/content/index.ts';
import { loadPrivatePart } from '#lib/server/content/load-private-part.ts';
import { findChallengeFiles } from '#lib/server/content/find-challenge-files.ts';
import { parseShownVersion } from '#lib/domain/demo.ts';
import { hashShownParts, shownVersionOf } from './shown-version.ts';

test('a real challenge is shown with its dials, functions and facts, and nothing of its solution', async () => {
	const challenge = await findChallenge('frigo-vaccins');
	const privatePart = challenge && (await loadPrivatePart(challenge.hash));
	if (!challenge || !privatePart) throw new Error('There is no such challenge.');
	const version = shownVersionOf(challenge, privatePart.solution);
	expect(parseShownVersion(JSON.parse(JSON.stringify(version)))).toEqual(version);
	expect(version.hand).toMatchObject([{ id: 'celsius', unit: '°C', start: -2 }]);
	expect(version.functions.map(({ name }) => name)).toEqual(['status', 'minutesOut', 'longestOut']);
	expect(new Set(version.facts.map(({ id }) => id)).size).toBe(version.facts.length);
	expect(version.facts.map(({ text }) => text)).toContain('À 8 degrés, tout va encore bien');
	const [line = ''] = /celsius > 8/.exec(privatePart.solution['main.ts'] ?? '') ?? [];
	expect(line).not.toBe('');
	expect(JSON.stringify(version)).not.toContain(line);
});

test('only changes to parts that are shown to a teller change the approved hash', async () => {
	const files = (await findChallengeFiles('frigo-vaccins')) ?? {};
	const hashAfterChange = (path: string, change: (text: string) => string) =>
		hashShownParts({ ...files, [path]: change(files[path] ?? '') });
	const hashBefore = hashShownParts(files);
	expect(hashAfterChange('teacher.fr.md', (text) => `${text}.`)).toBe(hashBefore);
	expect(hashAfterChange('private/mutants.yaml', () => '')).toBe(hashBefore);
	expect(hashAfterChange('private/checks/build.yaml', () => '')).toBe(hashBefore);
	const cardPath = 'challenge.yaml';
	expect(hashAfterChange(cardPath, (text) => `${text}partner: Four du port\n`)).toBe(hashBefore);
	expect(hashAfterChange(cardPath, (text) => text.trimEnd())).toBe(hashBefore);
	expect(hashAfterChange(cardPath, (text) => text.replace(/^version: .*$/m, 'version: 9.0.0'))).toBe(hashBefore);
	expect(hashAfterChange(cardPath, (text) => text.replace('start: -2', 'start: 4'))).not.toBe(hashBefore);
	expect(hashAfterChange('text.fr.md', (text) => text.replace('glace', 'neige'))).not.toBe(hashBefore);
	expect(hashAfterChange('private/solution/main.ts', (text) => text.replace('> 8', '> 9'))).not.toBe(hashBefore);
	expect(hashAfterChange('data/night.ts', (text) => `${text} `)).not.toBe(hashBefore);
});
