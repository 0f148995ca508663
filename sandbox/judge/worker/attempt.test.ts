import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { CompileLanes } from '../../compile/node/lanes.ts';
import { prepareWorkerParts } from '../../compile/node/client.ts';
import { RealmsCompiler } from '../child/compile.ts';
import { completeJudgeLimits } from '../limits.ts';
import { loadJudgeParts } from '../parts.ts';
import type { AttemptMessage } from '../task-messages.ts';
import { AttemptRunner } from './attempt.ts';
import { makeRealmMemoryImages } from './engine/memory-images.ts';
import { EngineMemoryPool } from './engine/memory-images.ts';
import { createRealmEngines } from './engine-instance.ts';

/** Runs check files in a pair of engines, and returns their results and the questions that the checks' realm asked. */
async function runChecksRecordingQuestions(
	program: string,
	checkTexts: string[]
): Promise<{ statuses: string[]; questions: string[] }> {
	const parts = await loadJudgeParts();
	const lanes = new CompileLanes(await prepareWorkerParts(parts.compiler));
	onTestFinished(() => lanes.close());
	const files = checkTexts.map((_, index) => ({ path: `checks/${index}.ts`, titlesAbove: [] }));
	const checkFiles = Object.fromEntries(checkTexts.map((text, index) => [`checks/${index}.ts`, text]));
	const compiled = await new RealmsCompiler(lanes).compile({
		program: 'main.ts',
		checks: Object.keys(checkFiles),
		files: { 'main.ts': program, ...checkFiles }
	});
	if (compiled.kind !== 'pair') throw new Error('It does not compile.');
	const wasm = new WebAssembly.Module(readFileSync(parts.wasm));
	const limits = completeJudgeLimits({});
	const runner = new AttemptRunner();
	const questions: string[] = [];
	const engines = await createRealmEngines(
		await makeRealmMemoryImages(wasm, parts.realmCode),
		{
			wasm,
			memoryPool: new EngineMemoryPool(),
			megabytes: limits.memory,
			isAttemptOver: runner.isAttemptOver,
			onHostError: runner.onHostError
		},
		(owner) => {
			const host = runner.createRealmHost(owner);
			const sendToOtherRealm = (text: string): string => {
				questions.push(text);
				return host.sendToOtherRealm(text);
			};
			return { ...host, sendToOtherRealm };
		}
	);
	const statuses: string[] = [];
	const task = {
		programCode: compiled.program.code,
		checksCode: compiled.checks.code,
		program: 'main.ts',
		files,
		limits,
		seed: 1
	};
	runner.runAttempt(
		engines,
		{ task, skippedPaths: [], remainingMilliseconds: limits.total, isPlanOnly: false, consoleCharactersLeft: 0 },
		(message: AttemptMessage) => {
			if (message.type === 'result') statuses.push(message.result.status);
		}
	);
	return { statuses, questions };
}

const CHECK_CODE = `
import { expect, test } from 'vitest';
import { price } from './main';
test('prices', () => { for (let minutes = 0; minutes < 3; minutes++) expect(price(minutes)).toBe(minutes * 2); });
`;

test('calling an exported function needs no extra question to read the export, in every check file', async () => {
	const { statuses, questions } = await runChecksRecordingQuestions(
		'export const price = (minutes: number) => minutes * 2;',
		[CHECK_CODE, CHECK_CODE, CHECK_CODE]
	);
	expect(statuses).toEqual(['pass', 'pass', 'pass']);
	const operations = questions.map((text) => (JSON.parse(text) as unknown[])[0]);
	expect(operations.filter((operation) => operation !== 'load' && operation !== 'plainCall')).toEqual([]);
	expect(operations.filter((operation) => operation === 'plainCall')).toHaveLength(9);
});

test('checks read the current value of an export that the program changes', async () => {
	const program = `export let count = 0; export const countUp = () => { count += 1; };`;
	const checks = `
import { expect, test } from 'vitest';
import { count, countUp } from './main';
test('counts', () => { expect(count).toBe(0); countUp(); countUp(); expect(count).toBe(2); });
`;
	const { statuses } = await runChecksRecordingQuestions(program, [
		checks,
		checks.replace('toBe(0)', 'toBe(2)').replace('toBe(2); });', 'toBe(4); });')
	]);
	expect(statuses).toEqual(['pass', 'pass']);
});
