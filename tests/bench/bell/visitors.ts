/** Opens pages one after another during the bell, to measure how other people are affected. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BenchLesson } from '../board/lessons.ts';

/** Milliseconds between two pages that one person opens. */
const LOOK = 500;

export class PageVisitors {
	readonly #times: number[] = [];
	readonly #ended: Promise<unknown>;
	#isOver = false;

	constructor(base: string, lesson: BenchLesson, other: BenchLesson) {
		const pages = pagesOf(base, lesson, other);
		this.#ended = Promise.all(pages.map(([address, cookie]) => this.#visit(address, cookie)));
	}

	async end(): Promise<number[]> {
		this.#isOver = true;
		await this.#ended;
		return this.#times;
	}

	async #visit(address: string, cookie: string): Promise<void> {
		while (!this.#isOver) {
			const began = performance.now();
			await open(address, cookie);
			this.#times.push(performance.now() - began);
			await pause(LOOK);
		}
	}
}

/** Opens each page once, because a server loads a page's code on its first request. */
export async function openPagesOnce(base: string, lesson: BenchLesson, other: BenchLesson): Promise<void> {
	for (const [address, cookie] of pagesOf(base, lesson, other)) await open(address, cookie);
}

/** Returns the pages of a teacher at the board, a student of another class and a visitor. */
function pagesOf(base: string, { classId, assignment, teacher }: BenchLesson, other: BenchLesson): [string, string][] {
	return [
		[`${base}/fr/classes/${classId}/assignments/${assignment}`, teacher.cookie],
		[`${base}/fr/assignments/${other.assignment}`, other.students.at(-1)?.cookie ?? ''],
		[`${base}/fr/challenges`, '']
	];
}

async function open(address: string, cookie: string): Promise<void> {
	const response = await fetch(address, { headers: { cookie } });
	await response.text();
	if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
}
