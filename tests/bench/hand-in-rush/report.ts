import { aimAtMost, type Aim } from '../aim.ts';
import type { HandInRushFigures } from '../hand-in-rush.ts';

export function handInRushAims(figures: HandInRushFigures): Aim[] {
	return Object.entries(figures).flatMap(([engine, { verdict, pages, verdictOverMinute, lostVerdicts, endless }]) => [
		aimAtMost(`35 hand-ins in the same second on ${engine}: the last verdict, ms`, 3000, verdict.last),
		aimAtMost(`pages meanwhile on ${engine}, p95, ms`, 300, pages.p95),
		aimAtMost(`35 hand-ins within a minute on ${engine}: verdict, p95, ms`, 2000, verdictOverMinute.p95),
		aimAtMost(`hand-ins on ${engine} without their one verdict`, 0, lostVerdicts),
		aimAtMost(
			`beside 30 programs that never end on ${engine}: another's verdict, ms`,
			3000,
			endless.verdict ?? Infinity
		)
	]);
}

export function formatHandInRushFigures(figures: HandInRushFigures): string[] {
	return Object.entries(figures).map(
		([engine, { verdict, pages, processor, fetchesPerHandIn, verdictOverMinute, lostVerdicts, endless }]) =>
			`${engine.padEnd(8)} verdict after ${verdict.p50} / ${verdict.p95} ms, the last of each class after ${verdict.lastOfClasses.join(', ')} (${verdict.runs}), each browser asked ${fetchesPerHandIn} times, ` +
			`${processor} s of the app's processor time · pages ${pages.p50} / ${pages.p95} (${pages.runs}) · within a minute ${verdictOverMinute.p50} / ${verdictOverMinute.p95} · ` +
			`${lostVerdicts} lost · beside ${endless.waiting} programs that never end ${endless.verdict ?? 'never'}`
	);
}
