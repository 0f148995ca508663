/** Four nights under a rule, with the student's own program: who is called for at which round, and who is missed. */
import { patients, type Patient } from '../data/nights';
import { hasThree, levelOf, scoreOf } from './beds';

interface Rule {
	/** Called from this score on. */
	from: number;
	/** One single 3 is enough. */
	three: boolean;
	/** The nurse's worry is enough, and is written down. */
	worry: boolean;
}

interface RoundResult {
	score: number | null;
	isCalled: boolean;
	/** Nobody is called, but a measure has to be taken again. */
	isMeasured: boolean;
	/** The worry is written down. */
	isNoted: boolean;
}

export interface Stay {
	patient: Patient;
	results: RoundResult[];
	/** Worsened, and was never called for. */
	isMissed: boolean;
}

function ruleOf(option: string, values: Record<string, number>): Rule {
	if (option === 'seven') return { from: 7, three: false, worry: false };
	if (option !== 'another') return { from: 5, three: true, worry: option === 'worry' };
	const { callFrom = 6, countThree = 1, countWorry = 0 } = values;
	return { from: callFrom, three: countThree > 0, worry: countWorry > 0 };
}

export function staysUnder(option: string, values: Record<string, number> = {}): Stay[] {
	const { from, three, worry } = ruleOf(option, values);
	return patients.map((patient) => {
		const results = patient.rounds.map(({ measures, worried }) => {
			const score = scoreOf(measures);
			const isNoted = worry && worried;
			const isCalled = (score !== null && score >= from) || isNoted || (three && hasThree(measures));
			return { score, isCalled, isMeasured: !isCalled && levelOf(measures) === 'measure', isNoted };
		});
		return { patient, results, isMissed: patient.worsened && !results.some(({ isCalled }) => isCalled) };
	});
}

/** Steps from the desk to a bed and back. Five beds a row, the second row further in. */
const stepsTo = (bed: number): number => 2 * (6 + 5 * (4 - (bed % 5)) + (bed >= 5 ? 4 : 0));

export interface Tally {
	missed: number;
	disturbed: number;
	steps: number;
	notes: number;
}

/** Counts what a rule has cost, by default until the last morning. */
export function tallyOf(stays: Stay[], night = Infinity, round = Infinity, isMorning = false): Tally {
	const total: Tally = { missed: 0, disturbed: 0, steps: 0, notes: 0 };
	for (const { patient, results, isMissed } of stays) {
		if (patient.night > night) continue;
		const isOver = patient.night < night || isMorning;
		const played = isOver ? results : results.slice(0, round + 1);
		const called = played.filter(({ isCalled }) => isCalled).length;
		const visits = called + played.filter(({ isMeasured }) => isMeasured).length;
		total.missed += isOver && isMissed ? 1 : 0;
		total.disturbed += patient.worsened ? 0 : called;
		total.steps += visits * stepsTo(patient.bed);
		total.notes += played.filter(({ isNoted }) => isNoted).length;
	}
	return total;
}
