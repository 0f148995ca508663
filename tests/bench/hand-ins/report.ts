/** The figures of handing in for reading, and the aims that were set for them. */
import { atMost, type Aim } from '../aim.ts';
import type { HandInsFigures } from '../hand-ins.ts';

export function handInsAims(figures: HandInsFigures): Aim[] {
	return Object.entries(figures).flatMap(([engine, { spread, lost }]) => [
		atMost(`35 hand-ins within a minute on ${engine}: verdict, p95, ms`, 2000, spread.p95),
		atMost(`hand-ins on ${engine} without their one verdict`, 0, lost)
	]);
}

export function handInsLines(figures: HandInsFigures): string[] {
	return Object.entries(figures).map(
		([engine, { spread, atOnce, lost }]) =>
			`${engine.padEnd(8)} verdict after ${spread.p50} / ${spread.p95} ms (${spread.runs}) · all at once ${atOnce.p50} / ${atOnce.p95} (${atOnce.runs}) · ${lost} lost`
	);
}
