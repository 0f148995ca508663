import { expect, test } from 'vitest';
import type { TaskOutcome } from '../task-messages.ts';
import { sendOutcomeOrMemoryProblem } from './task-runner.ts';

const TASK_OUTCOME: TaskOutcome = {
	results: [{ path: ['one'], status: 'pass', console: [], duration: 1 }],
	filePlans: [],
	duration: 7
};

test('an outcome that is too long to send is replaced by a memory problem', () => {
	const sentOutcomes: TaskOutcome[] = [];
	const sendIfShort = (one: TaskOutcome): void => {
		if (one.results.length > 0) throw new RangeError('Invalid string length');
		sentOutcomes.push(one);
	};
	expect(() => sendOutcomeOrMemoryProblem(TASK_OUTCOME, sendIfShort)).not.toThrow();
	expect(sentOutcomes).toEqual([
		{ results: [], filePlans: [], loadProblem: { problem: { kind: 'memory' }, side: 'program' }, duration: 7 }
	]);
});

test('an outcome that can be sent is sent once, unchanged', () => {
	const sentOutcomes: TaskOutcome[] = [];
	sendOutcomeOrMemoryProblem(TASK_OUTCOME, (one) => void sentOutcomes.push(one));
	expect(sentOutcomes).toEqual([TASK_OUTCOME]);
});
