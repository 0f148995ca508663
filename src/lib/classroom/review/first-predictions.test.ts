import { expect, test } from 'vitest';
import { createTestChallenge } from '#lib/steps/fixtures/challenge.ts';
import arranged from '#lib/steps/fixtures/arranged.v1.json' with { type: 'json' };
import { firstPredictionsOf } from './first-predictions.ts';

test('first predictions and opened hints are read from the snapshot, step by step', () => {
	expect(firstPredictionsOf(createTestChallenge(), arranged)).toEqual({
		predictions: [
			{
				step: 'read',
				call: { name: 'price', args: [30] },
				answer: '60',
				returned: { kind: 'value', shown: '60' }
			}
		],
		hints: [{ step: 'order', shown: 2, total: 3 }]
	});
});

test('a malformed snapshot gives no predictions', () => {
	expect(firstPredictionsOf(createTestChallenge(), { format: 99 })).toEqual({ predictions: [], hints: [] });
});
