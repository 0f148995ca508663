/** The picture in words. Also asked where nothing is drawn, so labels are filled here. */
import type { BedState } from './beds';
import { tallyAt, type Tally } from './nights';
import { nights, type Stay } from './rounds';
import { wrongOf } from './tonight';

export type Labels = Record<string, string>;

function said(labels: Labels, id: string, values: Record<string, unknown> = {}): string {
	const template = labels[id] ?? id;
	return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

export function describeTonight(labels: Labels, beds: BedState[]): string {
	const count = beds.length;
	const wrong = wrongOf(beds);
	const [worst] = wrong;
	if (worst === undefined) return said(labels, 'describe-right', { count });
	const of = (verdict: BedState['verdict']) => wrong.filter((bed) => bed.verdict === verdict).length;
	const counted = { right: count - wrong.length, count, silent: of('silent'), disturbed: of('disturbed') };
	const { number, name, score, trueScore, verdict } = worst;
	const first = { bed: number, name, score: score ?? '?', right: trueScore, what: said(labels, `describe-${verdict}`) };
	return `${said(labels, 'describe-bed', first)} ${said(labels, 'describe-wrong', counted)}`;
}

export function describeNights(labels: Labels, stays: Stay[]): string {
	const all: Tally = tallyAt(stays, { night: nights - 1, round: 4, morning: true, seconds: 0, part: 0, hour: 0 });
	return said(labels, 'describe-nights', { ...all, people: stays.length });
}

export function describeTrends(labels: Labels, says: boolean): string {
	return said(labels, says ? 'describe-trends' : 'describe-no-trends');
}
