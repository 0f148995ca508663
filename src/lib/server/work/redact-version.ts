import * as v from 'valibot';
import { parseVersion, decisionsSchema, type Decisions, type Version } from '#lib/domain/work.ts';
import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

export const workAuthorCondition = (account: SQLWrapper | string, work: SQLWrapper | string): SQL => sql`exists (
	select 1 from work_author where work_author.work_id = ${work} and work_author.account_id = ${account}
)`;

export interface VersionReaderAccounts {
	account: string;
	/** Account of the pair's other student, when a pair sits at this machine; else undefined. */
	besideAccount?: string | undefined;
}

const decisionsWithFallbackSchema = v.fallback(decisionsSchema, {});

/** Returns what the reader may see of a version, or undefined for an unknown format. `isShared`: whether the work has two authors. */
export function redactOthersDecisions(
	reader: VersionReaderAccounts,
	row: Record<string, unknown>,
	isShared: boolean
): Version | undefined {
	const { decisions, steps, ...version } = row;
	const parsedDecisions = v.parse(decisionsWithFallbackSchema, decisions);
	const partnersDecision = pickPartnerDecision(parsedDecisions, reader.besideAccount);
	return parseVersion({
		...version,
		steps: isShared ? removeDecisionFromSteps(steps) : steps,
		decision: parsedDecisions[reader.account] ?? null,
		...(partnersDecision && { others: partnersDecision })
	});
}

function pickPartnerDecision(decisions: Decisions, beside: string | undefined): Decisions | undefined {
	const decision = beside === undefined ? undefined : decisions[beside];
	return beside === undefined || decision === undefined ? undefined : { [beside]: decision };
}

/** Removes the decision from a step snapshot of format 1, which held the decision of the student who saved it. */
export function removeDecisionFromSteps(steps: unknown): unknown {
	return typeof steps === 'object' && steps !== null && 'decision' in steps ? { ...steps, decision: null } : steps;
}
