/** People who open pages one after the other while others hand in: what everyone else notices of the bell. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Lesson } from '../board/lessons.ts';

/** Milliseconds between two pages of one person. */
const LOOK = 500;

export class Visitors {
	readonly #times: number[] = [];
	readonly #ended: Promise<unknown>;
	#isOver = false;

	/** Three people: a teacher at their board, a student of another class, and someone without an account. */
	constructor(base: string, { classId, assignment, teacher }: Lesson, other: Lesson) {
		const student = other.students.at(-1);
		const pages: [string, string][] = [
			[`${base}/fr/classes/${classId}/assignments/${assignment}`, teacher.cookie],
			[`${base}/fr/assignments/${other.assignment}`, student?.cookie ?? ''],
			[`${base}/fr/challenges`, '']
		];
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
			const response = await fetch(address, { headers: { cookie } });
			await response.text();
			if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
			this.#times.push(performance.now() - began);
			await pause(LOOK);
		}
	}
}
