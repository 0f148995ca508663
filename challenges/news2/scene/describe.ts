/** The ward in words, one line an item, what matters most first. Also asked where nothing is drawn, so labels are filled here. */
import { SILENT_BED, type BedState } from './beds';
import { tallyAt } from './nights';
import { nights, type Stay } from './rounds';
import { wrongOf } from './tonight';
import { weatherOf } from './weather';

export type Labels = Record<string, string>;

function said(labels: Labels, id: string, values: Record<string, unknown> = {}): string {
	const template = labels[id] ?? id;
	return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
}

export function describeTonight(labels: Labels, beds: BedState[]): string[] {
	const count = beds.length;
	const wrong = wrongOf(beds);
	const right = beds.filter(({ verdict }) => verdict === 'right');
	const of = (verdict: BedState['verdict']) => wrong.filter((bed) => bed.verdict === verdict).length;
	const whole =
		wrong.length === 0
			? said(labels, 'describe-right', { count })
			: said(labels, 'describe-wrong', {
					right: right.length,
					count,
					silent: of('silent'),
					disturbed: of('disturbed')
				});
	return [whole, ...[...wrong, ...right].map((bed) => describeBed(labels, bed))];
}

/** The bed whose temperature a hand may set, in one sentence. */
export function describeHand(labels: Labels, beds: BedState[], french: boolean): string[] {
	return beds
		.filter(({ number }) => number === SILENT_BED)
		.map(({ measures: { temperature }, score, trueScore, level, verdict }) =>
			said(labels, `describe-hand-${weatherOf(temperature)}`, {
				temperature: french ? String(temperature).replace('.', ',') : temperature,
				score: score ?? '?',
				right: trueScore,
				what: said(labels, verdict === 'right' ? `level-${level ?? 'none'}` : `describe-${verdict}`)
			})
		);
}

function describeBed(labels: Labels, { number, name, score, trueScore, level, verdict }: BedState): string {
	const values = { bed: number, name, score: score ?? '?', right: trueScore };
	if (verdict !== 'right') {
		return said(labels, 'describe-bed', { ...values, what: said(labels, `describe-${verdict}`) });
	}
	return said(labels, 'describe-right-bed', { ...values, what: said(labels, `level-${level ?? 'none'}`) });
}

export function describeNights(labels: Labels, stays: Stay[]): string[] {
	const all = tallyAt(stays, { night: nights - 1, round: 4, morning: true, seconds: 0, part: 0, hour: 0 });
	return [said(labels, 'describe-nights', { ...all, people: stays.length })];
}

export function describeTrends(labels: Labels, says: boolean): string[] {
	return [said(labels, says ? 'describe-trends' : 'describe-no-trends')];
}
