/** Reads lesson snapshots written by each version of the format: see tests/formats/record.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LESSON_FORMAT, parseLessonSnapshot } from './snapshot.ts';

const FOLDER = 'tests/fixtures/formats';

interface Row {
	steps?: unknown;
	decision?: { position: string } | null;
}

function versionsIn(format: string): Row[] {
	const databases: { stores: { name: string; rows: Row[] }[] }[] = JSON.parse(
		readFileSync(`${FOLDER}/${format}/visitor.json`, 'utf8')
	);
	const versions = databases.flatMap(({ stores }) => stores).filter(({ name }) => name === 'versions');
	return versions.flatMap(({ rows }) => rows).filter(({ steps }) => steps !== null);
}

describe.each(readdirSync(FOLDER))('format %s', (format) => {
	test('every snapshot of a whole lesson opens at its step, with what was answered', () => {
		const parsedVersions = versionsIn(format).map(({ steps, decision }) => ({
			decision,
			snapshot: parseLessonSnapshot(steps)
		}));
		expect(parsedVersions.length).toBeGreaterThan(8);
		expect(parsedVersions.map(({ snapshot }) => snapshot)).not.toContain(undefined);
		expect(new Set(parsedVersions.map(({ snapshot }) => snapshot?.current)).size).toBeGreaterThan(5);
		const last = parsedVersions.find(
			({ decision, snapshot }) => decision && snapshot?.steps.every(({ reached }) => reached)
		);
		expect(last?.snapshot?.steps.find(({ kind }) => kind === 'predict')).toMatchObject({ answer: '30' });
		expect(last?.snapshot?.steps.find(({ kind }) => kind === 'tune')).toMatchObject({ values: { freeMinutes: 20 } });
		expect(last?.decision?.position).toContain('papier');
	});
});

test('the newest fixtures are of this format', () => {
	const newest =
		readdirSync(FOLDER)
			.sort((one, other) => Number(one) - Number(other))
			.at(-1) ?? '';
	expect(versionsIn(newest).map(({ steps }) => steps)).toContainEqual(
		expect.objectContaining({ format: LESSON_FORMAT })
	);
});
