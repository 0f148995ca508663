/** Which cars stop in which step, what the student's program asks them, and what the council voted. */
import * as program from '../main';

export interface StayPlan {
	minutes: number;
	/** Léonie is the person of the brief: her car carries her name. */
	leonie?: true;
}

const plans: Record<string, StayPlan[]> = {
	// 25 and 50 minutes happen to be right at 2 cents a minute: only Léonie sees that something is wrong.
	discover: [{ minutes: 10, leonie: true }, { minutes: 25 }, { minutes: 50 }],
	predict: [{ minutes: 30 }, { minutes: 10, leonie: true }],
	tune: [{ minutes: 30 }, { minutes: 40 }, { minutes: 10, leonie: true }],
	arrange: [{ minutes: 10, leonie: true }, { minutes: 20 }, { minutes: 30 }, { minutes: 40 }],
	build: [
		{ minutes: 55, leonie: true },
		{ minutes: 20 },
		{ minutes: 21 },
		{ minutes: 30 },
		{ minutes: 31 },
		{ minutes: 50 }
	],
	stretch: [{ minutes: 20 }, { minutes: 30 }, { minutes: 31 }, { minutes: 60 }, { minutes: 61 }],
	show: [{ minutes: 10, leonie: true }, { minutes: 30 }, { minutes: 31 }, { minutes: 55 }]
};

export type Verdict = 'right' | 'too-much' | 'too-little' | 'gives-back' | 'no-price';

export type Asked = { kind: 'cents'; cents: number } | { kind: 'nonsense'; shown: string };

export interface Stay {
	minutes: number;
	leonie: boolean;
	asked: Asked;
	fair: number;
	verdict: Verdict;
}

/** The voted tariff: 20 minutes free, then 50 cents for each half-hour started, counted from minute 0. */
export const voted = (minutes: number): number => (minutes <= 20 ? 0 : Math.ceil(minutes / 30) * 50);

const shorten = (text: string) => (text.length > 14 ? `${text.slice(0, 13)}…` : text);

/** The student's `price` may be missing, throw, or answer anything at all. */
export function ask(minutes: number): Asked {
	let answer: unknown;
	try {
		const { price } = program as { price?: (minutes: number) => unknown };
		if (typeof price !== 'function') return { kind: 'nonsense', shown: 'price ?' };
		answer = price(minutes);
	} catch (error) {
		return { kind: 'nonsense', shown: shorten(error instanceof Error ? error.name : 'Error') };
	}
	if (typeof answer === 'number' && Number.isFinite(answer)) {
		return { kind: 'cents', cents: Math.round(answer * 100) / 100 };
	}
	if (typeof answer === 'string') return { kind: 'nonsense', shown: shorten(`'${answer}'`) };
	if (typeof answer === 'function') return { kind: 'nonsense', shown: 'function' };
	if (typeof answer === 'object' && answer !== null) return { kind: 'nonsense', shown: '{…}' };
	return { kind: 'nonsense', shown: shorten(String(answer)) };
}

function judge(asked: Asked, fair: number): Verdict {
	if (asked.kind === 'nonsense') return 'no-price';
	if (asked.cents < 0) return 'gives-back';
	if (asked.cents === fair) return 'right';
	return asked.cents > fair ? 'too-much' : 'too-little';
}

/** `hers` is how long a hand lets Léonie stay. */
export function staysOf(situation: string, hers?: number): Stay[] {
	const plan = plans[situation] ?? plans['show'] ?? [];
	return plan.map(({ minutes: planned, leonie }) => {
		const minutes = leonie ? (hers ?? planned) : planned;
		const asked = ask(minutes);
		const fair = voted(minutes);
		return { minutes, leonie: leonie === true, asked, fair, verdict: judge(asked, fair) };
	});
}
