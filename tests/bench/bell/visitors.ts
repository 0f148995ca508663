/** People who open pages one after the other while others hand in: what everyone else notices of the bell. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Lesson } from '../board/lessons.ts';

/** Milliseconds between two pages of one person. */
const LOOK = 500;

export class Visitors {
	readonly #times: number[] = [];
	readonly #ended: Promise<unknown>;
	#isOver = false;

	constructor(base: string, lesson: Lesson, other: Lesson) {
		const pages = pagesOf(base, lesson, other);
		this.#ended = Promise.all(pages.map(([address, cookie]) => this.#visit(address, cookie)));
	}

	/** Milliseconds that each page took. */
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

/** Opens each page once: a server reads the code of a page when it is first asked for it, and a bell rings at the end of a lesson. */
export async function openOnce(base: string, lesson: Lesson, other: Lesson): Promise<void> {
	for (const [address, cookie] of pagesOf(base, lesson, other)) await open(address, cookie);
}

/** Of three people: a teacher at their board, a student of another class, and someone without an account. */
function pagesOf(base: string, { classId, assignment, teacher }: Lesson, other: Lesson): [string, string][] {
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
