/** A version as one person may read it: with their own decision, with that of who sits beside them, and with nobody else's. */
import * as v from 'valibot';
import { parseVersion, decisionsSchema } from '../../domain/work-parse.ts';
import type { Decisions, Version } from '../../domain/work.ts';

export interface Reader {
	account: string;
	/** The account of the other of a pair at this machine. */
	beside?: string | undefined;
}

const Decided = v.fallback(decisionsSchema, {});

/** `shared`: the work is two people's. Undefined: it is of a format not known here. */
export function redactVersion(reader: Reader, row: Record<string, unknown>, shared: boolean): Version | undefined {
	const { decisions, steps, ...version } = row;
	const decided = v.parse(Decided, decisions);
	const others = othersOf(decided, reader.beside);
	return parseVersion({
		...version,
		steps: shared ? undecided(steps) : steps,
		decision: decided[reader.account] ?? null,
		...(others && { others })
	});
}

function othersOf(decisions: Decisions, beside: string | undefined): Decisions | undefined {
	const decision = beside === undefined ? undefined : decisions[beside];
	return beside === undefined || decision === undefined ? undefined : { [beside]: decision };
}

/** A lesson of format 1 held the decision of whoever saved it. */
export function undecided(steps: unknown): unknown {
	return typeof steps === 'object' && steps !== null && 'decision' in steps ? { ...steps, decision: null } : steps;
}
