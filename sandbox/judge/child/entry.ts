import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { prepareWorkerParts } from '../../compile/node/client.ts';
import { CompileLanes } from '../../compile/node/lanes.ts';
import type { JudgeParts } from '../parts.ts';
import { createProblemLocator, locateOutcome, type ProblemLocator } from '../problem-locator.ts';
import type { TaskOutcome, JudgeTask, UncompiledTask } from '../task-messages.ts';
import { makeRealmMemoryImages } from '../worker/engine/memory-images.ts';
import { AttemptWorkers } from './client.ts';
import { RealmsCompiler } from './compile.ts';
import { sendOutcomeOrMemoryProblem } from './task-runner.ts';
import { TaskRunner } from './task-runner.ts';

export type MessageToChild =
	| { type: 'start'; parts: JudgeParts; seats: number; isShortLived: boolean }
	| { type: 'task'; id: number; task: UncompiledTask | JudgeTask }
	| { type: 'ask'; id: number };
export type MessageFromChild = { type: 'outcome'; id: number; outcome: TaskOutcome } | { type: 'here'; id: number };

interface CompiledTask {
	id: number;
	task: JudgeTask;
	placeProblem?: ProblemLocator;
}

/** Milliseconds after which a task counts as long, so that another task may start beside it. */
const LONG_TASK_MILLISECONDS = 500;
/** Upper limit of seats. Each seat holds two engines; all seats together take less memory than the compilers may take. */
const MOST_CONCURRENT_TASKS = 8;

const uncompiledTasks: { id: number; task: UncompiledTask | JudgeTask }[] = [];
const waitingTasks: CompiledTask[] = [];
/** The runner that has been idle for longest comes first, so that all of them are used, and their code optimised. */
const idleRunners: TaskRunner[] = [];
let shortTaskLimit = 0;
let runningTaskCount = 0;
let longTaskCount = 0;
let workers: AttemptWorkers | undefined;
let realmsCompiler: RealmsCompiler | undefined;

async function startJudging(
	{ wasm, workerCode, realmCode, compiler: compilerParts }: JudgeParts,
	seatCount: number,
	isShortLived: boolean
): Promise<void> {
	// Set before any engine is compiled: without this flag, V8 spends seconds on other threads to optimise the engines.
	if (isShortLived) setFlagsFromString('--liftoff-only');
	const lanes = new CompileLanes(await prepareWorkerParts(compilerParts));
	lanes.prepareWorker();
	const engineModule = new WebAssembly.Module(readFileSync(wasm));
	const attemptWorkers = new AttemptWorkers({
		workerCode,
		wasm: engineModule,
		memoryImages: await makeRealmMemoryImages(engineModule, realmCode)
	});
	workers = attemptWorkers;
	idleRunners.push(...Array.from({ length: seatCount }, () => new TaskRunner(attemptWorkers)));
	shortTaskLimit = seatCount;
	attemptWorkers.prepareWorker();
	realmsCompiler = new RealmsCompiler(lanes);
	for (const waitingTask of uncompiledTasks.splice(0))
		void compileTask(realmsCompiler, waitingTask.id, waitingTask.task);
}

async function compileTask(
	compiler: RealmsCompiler,
	id: number,
	taskToCompile: UncompiledTask | JudgeTask
): Promise<void> {
	if (!('sources' in taskToCompile)) {
		waitingTasks.push({ id, task: taskToCompile });
		return startWaitingTasks();
	}
	const { sources, files, limits, seed, stopsWhenFatal = false } = taskToCompile;
	const compilation = await compiler.compile(sources);
	if (compilation.kind === 'not-compiled') {
		return sendToParent({
			type: 'outcome',
			id,
			outcome: { results: [], filePlans: [], loadProblem: compilation.loadProblem, duration: 0 }
		});
	}
	const { program, checks } = compilation;
	const task: JudgeTask = {
		programCode: program.code,
		checksCode: checks.code,
		program: sources.program,
		files,
		limits,
		seed,
		stopsWhenFatal
	};
	waitingTasks.push({ id, task, placeProblem: createProblemLocator(compilation) });
	startWaitingTasks();
}

function startWaitingTasks(): void {
	if (workers === undefined) return;
	while (
		waitingTasks.length > 0 &&
		runningTaskCount < Math.min(shortTaskLimit + longTaskCount, MOST_CONCURRENT_TASKS)
	) {
		const nextTask = waitingTasks.shift();
		if (nextTask !== undefined) void performTask(idleRunners.shift() ?? new TaskRunner(workers), nextTask);
	}
}

async function performTask(runner: TaskRunner, { id, task, placeProblem }: CompiledTask): Promise<void> {
	let isLong = false;
	const longTaskTimer = setTimeout(() => {
		isLong = true;
		longTaskCount += 1;
		startWaitingTasks();
	}, LONG_TASK_MILLISECONDS);
	runningTaskCount += 1;
	const outcome = await runner.runTask(task);
	clearTimeout(longTaskTimer);
	runningTaskCount -= 1;
	if (isLong) longTaskCount -= 1;
	sendOutcomeOrMemoryProblem(placeProblem ? locateOutcome(outcome, placeProblem) : outcome, (sentOutcome) =>
		sendToParent({ type: 'outcome', id, outcome: sentOutcome })
	);
	if (idleRunners.length < shortTaskLimit) idleRunners.push(runner);
	else runner.close();
	startWaitingTasks();
	if (waitingTasks.length === 0) workers?.prepareWorker();
}

function sendToParent(message: MessageFromChild): void {
	process.send?.(message);
}

process.on('message', (message: MessageToChild) => {
	if (message.type === 'start') return void startJudging(message.parts, message.seats, message.isShortLived);
	if (message.type === 'ask') return sendToParent({ type: 'here', id: message.id });
	if (realmsCompiler === undefined) uncompiledTasks.push(message);
	else void compileTask(realmsCompiler, message.id, message.task);
});
process.on('disconnect', () => process.exit(0));
