/** The judge's process, which compiles and judges tasks and stores nothing. */
import { readFileSync } from 'node:fs';
import { workerParts } from '../../compile/node/load-engine.ts';
import { Lanes } from '../../compile/node/lanes.ts';
import type { Parts } from '../parts.ts';
import { createPlacing, placeOutcome, type Placing } from '../places.ts';
import type { TaskOutcome, Task, ToJudge } from '../plan.ts';
import { makeImages } from '../worker/engine/make.ts';
import { Workers } from './client.ts';
import { PairCompiler } from './compile.ts';
import { TaskRunner } from './task-runner.ts';

export type ToChild =
	| { type: 'start'; parts: Parts; seats: number }
	| { type: 'task'; id: number; task: ToJudge | Task }
	| { type: 'ask'; id: number };
export type FromChild = { type: 'outcome'; id: number; outcome: TaskOutcome } | { type: 'here'; id: number };

interface Compiled {
	id: number;
	task: Task;
	placing?: Placing;
}

/** Milliseconds after which a task counts as long, and another may start beside it. */
const LONG = 500;
/** Each seat holds two engines; together they use less memory than the compilers may. */
const MOST_SEATS = 8;

const uncompiled: { id: number; task: ToJudge | Task }[] = [];
const waiting: Compiled[] = [];
const idle: TaskRunner[] = [];
/** Maximum number of tasks judged at the same time, not counting long ones. */
let usual = 0;
/** Number of running tasks, and of long ones among them. */
let busy = 0;
let long = 0;
let workers: Workers | undefined;
let compiler: PairCompiler | undefined;

async function start({ wasm, worker, realmCode, compiler: compilerParts }: Parts, seats: number): Promise<void> {
	const lanes = new Lanes(await workerParts(compilerParts));
	lanes.prepare();
	const module = new WebAssembly.Module(readFileSync(wasm));
	const made = new Workers({ worker, wasm: module, images: await makeImages(module, realmCode) });
	workers = made;
	idle.push(...Array.from({ length: seats }, () => new TaskRunner(made)));
	usual = seats;
	made.prepare();
	compiler = new PairCompiler(lanes);
	for (const each of uncompiled.splice(0)) void compile(compiler, each.id, each.task);
}

async function compile(compiler: PairCompiler, id: number, asked: ToJudge | Task): Promise<void> {
	if (!('sources' in asked)) {
		waiting.push({ id, task: asked });
		return work();
	}
	const { sources, files, limits, seed } = asked;
	const compiled = await compiler.compile(sources);
	if (compiled.kind === 'not-compiled') {
		return answer({ type: 'outcome', id, outcome: { results: [], planned: [], load: compiled.load, duration: 0 } });
	}
	const { program, checks } = compiled;
	const task: Task = {
		programCode: program.code,
		checksCode: checks.code,
		program: sources.program,
		files,
		limits,
		seed
	};
	waiting.push({ id, task, placing: createPlacing(compiled) });
	work();
}

function work(): void {
	if (workers === undefined) return;
	while (waiting.length > 0 && busy < Math.min(usual + long, MOST_SEATS)) {
		const next = waiting.shift();
		if (next !== undefined) void perform(idle.pop() ?? new TaskRunner(workers), next);
	}
}

async function perform(seat: TaskRunner, { id, task, placing }: Compiled): Promise<void> {
	let isLong = false;
	const late = setTimeout(() => {
		isLong = true;
		long += 1;
		work();
	}, LONG);
	busy += 1;
	const outcome = await seat.perform(task);
	clearTimeout(late);
	busy -= 1;
	if (isLong) long -= 1;
	answer({ type: 'outcome', id, outcome: placing ? placeOutcome(outcome, placing) : outcome });
	if (idle.length < usual) idle.push(seat);
	else seat.close();
	work();
	if (waiting.length === 0) workers?.prepare();
}

function answer(message: FromChild): void {
	process.send?.(message);
}

process.on('message', (message: ToChild) => {
	if (message.type === 'start') return void start(message.parts, message.seats);
	if (message.type === 'ask') return answer({ type: 'here', id: message.id });
	if (compiler === undefined) uncompiled.push(message);
	else void compile(compiler, message.id, message.task);
});
process.on('disconnect', () => process.exit(0));
