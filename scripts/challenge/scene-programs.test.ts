import { expect, test } from 'vitest';
import type { Step } from '#lib/domain/challenge.ts';
import { describeSceneCase, listSceneCases } from './scene-programs.ts';

const stageDials = [{ id: 'minutes', min: 0, max: 600, step: 5, start: 10 }];

const steps: Step[] = [
	{ id: 'discover', situation: 'discover', opens: false, kind: 'discover', hand: stageDials },
	{ id: 'build', situation: 'build', opens: false, kind: 'build', checks: 'checks/build.ts', hints: 0 }
];

test('a scene is tried without its stage dial, and with the dial’s start, minimum and maximum', () => {
	const sceneCases = listSceneCases({ steps, decision: { options: ['paper', 'kept'], another: [] } });
	expect(sceneCases.map(describeSceneCase)).toEqual([
		'step "discover"',
		'step "discover" (minutes 10)',
		'step "discover" (minutes 0)',
		'step "discover" (minutes 600)',
		'step "build"'
	]);
	expect(sceneCases[3]).toEqual({ step: 'discover', situation: 'discover', values: { minutes: 600 } });
});
