/** Four nights under a rule: who is called for at which round, and who is missed. Pure, and with the student's own program. */
import { nights, patients, type Patient } from '../data/nights';
import { askLevel, askScore, askSingleThree } from './asked';

export interface Rule {
	/** Called from this score on. */
	from: number;
	/** One single 3 is enough. */
	three: boolean;
	/** The nurse's worry is enough, and is written down. */
	worry: boolean;
}

export interface Moment {
	score: number | null;
	called: boolean;
	/** Nobody is called, but a measure has to be taken again. */
	measured: boolean;
	/** The worry is written down. */
	noted: boolean;
}

export interface Stay {
	patient: Patient;
	moments: Moment[];
	/** Worsened, and was never called for. */
	missed: boolean;
}

export function ruleOf(option: string, values: Record<string, number> = {}): Rule {
	if (option === 'seven') return { from: 7, three: false, worry: false };
	if (option === 'worry') return { from: 5, three: true, worry: true };
	if (option === 'another') {
		return {
			from: values['callFrom'] ?? 6,
			three: (values['countThree'] ?? 1) > 0,
			worry: (values['countWorry'] ?? 0) > 0
		};
	}
	return { from: 5, three: true, worry: false };
}

export function staysUnder(rule: Rule): Stay[] {
	return patients.map((patient) => {
		const moments = patient.rounds.map(({ measures, worried }) => {
			const score = askScore(measures);
			const high = score !== null && score >= rule.from;
			const noted = rule.worry && worried;
			const called = high || noted || (rule.three && askSingleThree(measures));
			return { score, called, measured: !called && askLevel(measures) === 'measure', noted };
		});
		return { patient, moments, missed: patient.worsened && !moments.some(({ called }) => called) };
	});
}

/** Steps from the desk to a bed and back. Five beds a row, the second row further in. */
export const stepsTo = (bed: number): number => 2 * (6 + 5 * (4 - (bed % 5)) + (bed >= 5 ? 4 : 0));

export const falseAlarms = (stay: Stay): number =>
	stay.patient.worsened ? 0 : stay.moments.filter(({ called }) => called).length;

export const stepsFor = (stay: Stay): number =>
	stay.moments.filter(({ called, measured }) => called || measured).length * stepsTo(stay.patient.bed);

export const notesOf = (stay: Stay): number => stay.moments.filter(({ noted }) => noted).length;

export const nightOf = (stays: Stay[], night: number): Stay[] => stays.filter(({ patient }) => patient.night === night);

export { nights };
