/** Snapshots of lessons as each version of the format wrote them: see tests/formats/record.ts. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LESSON_FORMAT, parseLessonSnapshot } from './snapshot.ts';

const FOLDER = 'tests/fixtures/formats';

function snapshotsIn(format: string): unknown[] {
	const databases: { stores: { name: string; rows: { steps?: unknown }[] }[] }[] = JSON.parse(
		readFileSync(`${FOLDER}/${format}/visitor.json`, 'utf8')
	);
	const versions = databases.flatMap(({ stores }) => stores).filter(({ name }) => name === 'versions');
	return versions.flatMap(({ rows }) => rows.map(({ steps }) => steps)).filter((steps) => steps !== null);
}

describe.each(readdirSync(FOLDER))('format %s', (format) => {
	test('every snapshot of a whole lesson opens at its step, with what was answered', () => {
		const read = snapshotsIn(format).map(parseLessonSnapshot);
		expect(read.length).toBeGreaterThan(8);
		expect(read).not.toContain(undefined);
		const steps = read.flatMap((snapshot) => snapshot?.current ?? []);
		expect(new Set(steps).size).toBeGreaterThan(5);
		const last = read.find((snapshot) => snapshot?.decision && snapshot.steps.every(({ reached }) => reached));
		expect(last?.steps.find(({ kind }) => kind === 'predict')).toMatchObject({ answer: '30' });
		expect(last?.steps.find(({ kind }) => kind === 'tune')).toMatchObject({ values: { freeMinutes: 20 } });
		expect(last?.decision?.position).toContain('papier');
	});
});

test('the newest fixtures are of this format', () => {
	const newest =
		readdirSync(FOLDER)
			.sort((one, other) => Number(one) - Number(other))
			.at(-1) ?? '';
	expect(snapshotsIn(newest).map((steps) => (steps as { format: number }).format)).toContain(LESSON_FORMAT);
});
