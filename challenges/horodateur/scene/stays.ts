/** Which cars stop in which step, what the student's program asks them, and what the council voted. */
import { ask, verdict, type Answer } from 'braise/scene';
import * as program from '../main';

/** Minutes of each stay; a negative one is Léonie's, the person of the brief. */
const plans: Record<string, number[]> = {
	// 25 and 50 minutes happen to be right at 2 cents a minute: only Léonie sees that something is wrong.
	discover: [-10, 25, 50],
	predict: [30, -10],
	tune: [30, 40, -10],
	arrange: [-10, 20, 30, 40],
	build: [-55, 20, 21, 30, 31, 50],
	stretch: [20, 30, 31, 60, 61],
	show: [-10, 30, 31, 55]
};

export type Verdict = 'right' | 'too-much' | 'too-little' | 'gives-back' | 'no-price';

export interface Stay {
	minutes: number;
	leonie: boolean;
	asked: Answer;
	fair: number;
	verdict: Verdict;
}

/** The voted tariff: 20 minutes free, then 50 cents for each half-hour started, counted from minute 0. */
const voted = (minutes: number): number => (minutes <= 20 ? 0 : Math.ceil(minutes / 30) * 50);

/** What the student's `price` asks; it may be missing, throw, or return anything at all. */
export const priceOf = (minutes: number): Answer => ask(program, 'price', minutes);

function judge(asked: Answer, fair: number): Verdict {
	if (asked.number === null) return 'no-price';
	if (verdict(asked, fair) === 'right') return 'right';
	if (asked.number < 0) return 'gives-back';
	return asked.number > fair ? 'too-much' : 'too-little';
}

/** `hers` is how long a hand lets Léonie stay. */
export function staysOf(situation: string, hers?: number): Stay[] {
	return (plans[situation] ?? plans['show'] ?? []).map((planned) => {
		const leonie = planned < 0;
		const minutes = leonie ? (hers ?? -planned) : planned;
		const asked = priceOf(minutes);
		const fair = voted(minutes);
		return { minutes, leonie, asked, fair, verdict: judge(asked, fair) };
	});
}
