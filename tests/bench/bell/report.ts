/** Prints the figures of the bell and their aims. */
import { aimAtMost, type Aim } from '../aim.ts';
import type { BellsFigures } from '../bell.ts';

export function bellAims(figures: BellsFigures): Aim[] {
	return Object.entries(figures).flatMap(([engine, { bell, pages, spread, lost, beside }]) => [
		aimAtMost(`35 hand-ins in the same second on ${engine}: the last verdict, ms`, 3000, bell.last),
		aimAtMost(`pages meanwhile on ${engine}, p95, ms`, 300, pages.p95),
		aimAtMost(`35 hand-ins within a minute on ${engine}: verdict, p95, ms`, 2000, spread.p95),
		aimAtMost(`hand-ins on ${engine} without their one verdict`, 0, lost),
		aimAtMost(`beside 30 programs that never end on ${engine}: another's verdict, ms`, 3000, beside.verdict ?? Infinity)
	]);
}

export function bellLines(figures: BellsFigures): string[] {
	return Object.entries(figures).map(
		([engine, { bell, pages, processor, asked, spread, lost, beside }]) =>
			`${engine.padEnd(8)} verdict after ${bell.p50} / ${bell.p95} ms, the last after ${bell.last} (${bell.runs}), each browser asked ${asked} times, ` +
			`${processor} s of the app's processor time · pages ${pages.p50} / ${pages.p95} (${pages.runs}) · within a minute ${spread.p50} / ${spread.p95} · ` +
			`${lost} lost · beside ${beside.waiting} programs that never end ${beside.verdict ?? 'never'}`
	);
}
