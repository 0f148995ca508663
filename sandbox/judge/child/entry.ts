/** The judge's process. It owns nothing: what it is given it judges, and if it dies the app makes another. */
import { readFileSync } from 'node:fs';
import type { Outcome, Task } from '../plan.ts';
import type { Parts } from '../parts.ts';
import { Seat } from './seat.ts';
import { Workers } from './client.ts';
import { makeImages } from '../worker/engine/make.ts';

export type ToChild =
	| { type: 'start'; parts: Parts; seats: number }
	| { type: 'task'; id: number; task: Task }
	| { type: 'ask'; id: number };
export type FromChild = { type: 'outcome'; id: number; outcome: Outcome } | { type: 'here'; id: number };

const waiting: { id: number; task: Task }[] = [];
let idle: Seat[] = [];
let workers: Workers | undefined;

async function start({ wasm, worker, halves }: Parts, seats: number): Promise<void> {
	const module = new WebAssembly.Module(readFileSync(wasm));
	const made = new Workers({ worker, wasm: module, images: await makeImages(module, halves) });
	workers = made;
	idle = Array.from({ length: seats }, () => new Seat(made));
	made.prepare();
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
			answer({ type: 'outcome', id: next.id, outcome });
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
	waiting.push(message);
	work();
});
// Whoever asked is gone.
process.on('disconnect', () => process.exit(0));
