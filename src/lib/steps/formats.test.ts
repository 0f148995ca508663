/** Reads lesson snapshots written by each version of the format: see tests/formats/record.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LESSON_FORMAT, parseLessonSnapshot } from './snapshot.ts';

const FORMATS_FOLDER = 'tests/fixtures/formats';

interface VersionRow {
	steps?: unknown;
	decision?: { position: string } | null;
}

function readVersionsWithSteps(format: string): VersionRow[] {
	const databases: { stores: { name: string; rows: VersionRow[] }[] }[] = JSON.parse(
		readFileSync(`${FORMATS_FOLDER}/${format}/visitor.json`, 'utf8')
	);
	const versionStores = databases.flatMap(({ stores }) => stores).filter(({ name }) => name === 'versions');
	return versionStores.flatMap(({ rows }) => rows).filter(({ steps }) => steps !== null);
}

describe.each(readdirSync(FORMATS_FOLDER))('format %s', (format) => {
	test('every recorded lesson snapshot is parsed with its step and its answers', () => {
		const parsedVersions = readVersionsWithSteps(format).map(({ steps, decision }) => ({
			decision,
			snapshot: parseLessonSnapshot(steps)
		}));
		expect(parsedVersions.length).toBeGreaterThan(8);
		expect(parsedVersions.map(({ snapshot }) => snapshot)).not.toContain(undefined);
		expect(new Set(parsedVersions.map(({ snapshot }) => snapshot?.current)).size).toBeGreaterThan(5);
		const finishedVersion = parsedVersions.find(
			({ decision, snapshot }) => decision && snapshot?.steps.every(({ reached }) => reached)
		);
		expect(finishedVersion?.snapshot?.steps.find(({ kind }) => kind === 'predict')).toMatchObject({ answer: '30' });
		expect(finishedVersion?.snapshot?.steps.find(({ kind }) => kind === 'tune')).toMatchObject({
			values: { freeMinutes: 20 }
		});
		expect(finishedVersion?.decision?.position).toContain('papier');
	});
});

test('the newest fixtures have the current lesson format', () => {
	const newestFormat =
		readdirSync(FORMATS_FOLDER)
			.sort((one, other) => Number(one) - Number(other))
			.at(-1) ?? '';
	expect(readVersionsWithSteps(newestFormat).map(({ steps }) => steps)).toContainEqual(
		expect.objectContaining({ format: LESSON_FORMAT })
	);
});
