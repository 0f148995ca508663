/** The judge's process. It owns nothing: what it is given it compiles and judges, and if it dies the app makes another. */
import { readFileSync } from 'node:fs';
import { workerParts } from '../../compile/node/load-engine.ts';
import { Lanes } from '../../compile/node/lanes.ts';
import type { Parts } from '../parts.ts';
import { createPlacing, placed, type Placing } from '../places.ts';
import type { Outcome, Task, ToJudge } from '../plan.ts';
import { makeImages } from '../worker/engine/make.ts';
import { Workers } from './client.ts';
import { PairCompiler } from './compile.ts';
import { Seat } from './seat.ts';

export type ToChild =
	| { type: 'start'; parts: Parts; seats: number }
	| { type: 'task'; id: number; task: ToJudge | Task }
	| { type: 'ask'; id: number };
export type FromChild = { type: 'outcome'; id: number; outcome: Outcome } | { type: 'here'; id: number };

interface Compiled {
	id: number;
	task: Task;
	/** Absent: its places are its own. */
	placing?: Placing;
}

const uncompiled: { id: number; task: ToJudge | Task }[] = [];
const waiting: Compiled[] = [];
let idle: Seat[] = [];
let workers: Workers | undefined;
let compiler: PairCompiler | undefined;

async function start({ wasm, worker, halves, compiler: compilerParts }: Parts, seats: number): Promise<void> {
	const lanes = new Lanes(await workerParts(compilerParts));
	lanes.prepare();
	const module = new WebAssembly.Module(readFileSync(wasm));
	const made = new Workers({ worker, wasm: module, images: await makeImages(module, halves) });
	workers = made;
	idle = Array.from({ length: seats }, () => new Seat(made));
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
	for (;;) {
		const seat = idle.pop();
		const next = seat && waiting.shift();
		if (seat === undefined || next === undefined) {
			if (seat !== undefined) idle.push(seat);
			return;
		}
		void seat.perform(next.task).then((outcome) => {
			answer({ type: 'outcome', id: next.id, outcome: next.placing ? placed(outcome, next.placing) : outcome });
			idle.push(seat);
			work();
			if (waiting.length === 0) workers?.prepare();
		});
	}
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
// Whoever asked is gone.
process.on('disconnect', () => process.exit(0));
