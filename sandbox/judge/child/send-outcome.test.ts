/** Tests that a task gets an answer even when its outcome cannot be sent. */
import { expect, test } from 'vitest';
import type { TaskOutcome } from '../task-messages.ts';
import { sendOutcome } from './send-outcome.ts';

const outcome: TaskOutcome = {
	results: [{ path: ['one'], status: 'pass', console: [], duration: 1 }],
	filePlans: [],
	duration: 7
};

test('an outcome that is too long to send is replaced by a memory problem', () => {
	const sentOutcomes: TaskOutcome[] = [];
	const send = (one: TaskOutcome): void => {
		if (one.results.length > 0) throw new RangeError('Invalid string length');
		sentOutcomes.push(one);
	};
	expect(() => sendOutcome(outcome, send)).not.toThrow();
	expect(sentOutcomes).toEqual([
		{ results: [], filePlans: [], loadProblem: { problem: { kind: 'memory' }, side: 'program' }, duration: 7 }
	]);
});

test('an outcome that can be sent is sent once, unchanged', () => {
	const sentOutcomes: TaskOutcome[] = [];
	sendOutcome(outcome, (one) => void sentOutcomes.push(one));
	expect(sentOutcomes).toEqual([outcome]);
});
