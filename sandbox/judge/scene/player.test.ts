import { expect, test } from 'vitest';
import { judge } from '../unit-test-judge.ts';
import { LIGHT_STAGE_APPEARANCE, createSceneCaller, createPlayCall } from './testing.ts';

const callScene = createSceneCaller(judge);
const DARK_STAGE_APPEARANCE = { theme: 'dark', width: 400, height: 300 } as const;

test('each fault of a play is reported once, with its function, look, steps and places', async () => {
	const scene = `import { circle } from 'braise/draw';
export const init = () => 0;
export const step = (steps: number) => steps + 1;
export function draw(steps: number, { theme }: { theme: string }) {
	if (theme === 'light') circle(1 / 0, 2, 3);
	else if (steps > 0) throw new RangeError('dark');
}
export const describe = (steps: number) => steps > 0 ? steps : 'nothing yet';`;
	const scenePlaceAtLine = (line: number) => expect.objectContaining({ file: 'scene.ts', line });
	const createExpectedFault = (look: object, stepCount: number, occurrences: number) => ({
		look,
		stepCount,
		occurrences
	});
	expect(await callScene(scene, [createPlayCall({ looks: [LIGHT_STAGE_APPEARANCE, DARK_STAGE_APPEARANCE] })])).toEqual([
		{
			kind: 'value',
			value: {
				faults: [
					{
						...createExpectedFault(LIGHT_STAGE_APPEARANCE, 0, 2),
						failedFunction: 'draw',
						reason: 'arc gets Infinity, not a finite number',
						places: [scenePlaceAtLine(6)]
					},
					{
						...createExpectedFault(LIGHT_STAGE_APPEARANCE, 3, 2),
						failedFunction: 'describe',
						reason: 'it answers 3, not text',
						places: []
					},
					{
						...createExpectedFault(DARK_STAGE_APPEARANCE, 0, 1),
						failedFunction: 'draw',
						reason: 'it paints nothing',
						places: []
					},
					{
						...createExpectedFault(DARK_STAGE_APPEARANCE, 3, 1),
						failedFunction: 'draw',
						reason: 'RangeError: dark',
						places: [scenePlaceAtLine(7)]
					}
				]
			}
		}
	]);
});

test('a scene is played with the chosen one of several programs in a file', async () => {
	const main = `let chosen = 0;
export const price = () => [1, null][chosen];
export const choose = (index: number) => { chosen = index; };`;
	const scene = `export const init = () => (price(0) as number).toFixed(2);
export const step = (state: string) => state;
export const draw = () => undefined;
export const describe = (state: string) => state;`;
	const createDescribeCall = (chosenIndex: number) => createPlayCall({ chosenIndex, outputs: ['describe'] });
	expect(await callScene(scene, [createDescribeCall(0), createDescribeCall(1)], main)).toEqual([
		{ kind: 'value', value: { faults: [] } },
		{ kind: 'value', value: { faults: [expect.objectContaining({ failedFunction: 'init', stepCount: 0 })] } }
	]);
});
