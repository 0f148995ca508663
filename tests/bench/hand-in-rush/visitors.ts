import { setTimeout as pause } from 'node:timers/promises';
import type { BenchLesson } from '../board/lessons.ts';

/** Milliseconds between two pages that one person opens. */
const MILLISECONDS_BETWEEN_PAGES = 500;

export class PageVisitors {
	readonly #pageTimes: number[] = [];
	readonly #visitsEnded: Promise<unknown>;
	#isOver = false;

	constructor(base: string, lesson: BenchLesson, otherLesson: BenchLesson) {
		const pages = pagesOfVisitors(base, lesson, otherLesson);
		this.#visitsEnded = Promise.all(pages.map(([address, cookie]) => this.#visit(address, cookie)));
	}

	async endVisits(): Promise<number[]> {
		this.#isOver = true;
		await this.#visitsEnded;
		return this.#pageTimes;
	}

	async #visit(address: string, cookie: string): Promise<void> {
		while (!this.#isOver) {
			const startMoment = performance.now();
			await openAddress(address, cookie);
			this.#pageTimes.push(performance.now() - startMoment);
			await pause(MILLISECONDS_BETWEEN_PAGES);
		}
	}
}

/** Opens each page once, because a server loads a page's code on its first request. */
export async function openPagesOnce(base: string, lesson: BenchLesson, otherLesson: BenchLesson): Promise<void> {
	for (const [address, cookie] of pagesOfVisitors(base, lesson, otherLesson)) await openAddress(address, cookie);
}

/** Returns the pages of a teacher at the board, a student of another class and a visitor. */
function pagesOfVisitors(
	base: string,
	{ classId, assignment, teacher }: BenchLesson,
	otherLesson: BenchLesson
): [string, string][] {
	return [
		[`${base}/fr/classes/${classId}/assignments/${assignment}`, teacher.cookie],
		[`${base}/fr/assignments/${otherLesson.assignment}`, otherLesson.students.at(-1)?.cookie ?? ''],
		[`${base}/fr/challenges`, '']
	];
}

async function openAddress(address: string, cookie: string): Promise<void> {
	const response = await fetch(address, { headers: { accept: 'text/html', cookie } });
	await response.text();
	if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
}
