/** Summarises works for lists, and finds the version that opens. */
import * as v from 'valibot';
import { parseDraft, openingVersionOf } from '#lib/domain/draft.ts';
import type { Version, Work } from '#lib/domain/work.ts';
import { StorageError } from './failure.ts';
import { readDrafts, readVersions, readWork } from './parse-rows.ts';
import type { RowAccess } from './rows.ts';
import type { RunningMarks } from './running-mark.ts';
import type { LoadedWork, WorkSummary } from './storage.ts';
import { readOutboxRow } from './sync/outbox-row.ts';

export function matchesWorkFilter(work: Work, filter: { challenge?: string; kind?: Work['kind'] }): boolean {
	if (filter.kind !== undefined && work.kind !== filter.kind) return false;
	return filter.challenge === undefined || work.challenge?.id === filter.challenge;
}

export async function readAllVersions(access: RowAccess, work: string): Promise<Version[]> {
	const drafts = (await access.of('drafts', work)).flatMap((row) => parseDraft(row)?.version ?? []);
	const versions = [...drafts, ...(await readVersions(access, work))];
	return versions.sort((one, other) => other.savedAt - one.savedAt);
}

/** Summarises a work. Its siblings are the versions without a child, except the one that opens. */
export async function summariseWork(access: RowAccess, work: Work): Promise<WorkSummary> {
	const tip = openingVersionOf(work.head, await readDrafts(access, work.id));
	const versions = await readAllVersions(access, work.id);
	const parents = new Set(versions.map((version) => version.parent));
	const siblings = versions.filter((version) => version.id !== tip && !parents.has(version.id)).length;
	const opens = versions.find((version) => version.id === tip);
	return { work, openVersion: opens ?? null, savedAt: opens?.savedAt ?? work.createdAt, siblingCount: siblings };
}

export async function loadVersion(
	access: RowAccess,
	marks: RunningMarks,
	id: string,
	version?: string
): Promise<LoadedWork> {
	const work = await readWork(access, id);
	const versions = await readAllVersions(access, id);
	const tip = version ?? openingVersionOf(work.head, await readDrafts(access, id));
	// When the version that should open cannot be read, the newest readable one opens; the next save still builds on the head.
	const opens = versions.find((one) => one.id === tip) ?? (version === undefined ? versions[0] : undefined);
	if (!opens) throw new StorageError('missing', `There is no readable version of ${id}`);
	const runningRow = v.safeParse(v.object({ mark: v.string() }), await access.get('running', id));
	const hasCrashed = runningRow.success && !marks.wasLeftNormally(id, runningRow.output.mark);
	const { known, parted } = await readOutboxRow(access, id);
	return {
		kind: 'loaded',
		work,
		version: opens,
		baseVersion: tip,
		hasCrashed,
		isSent: known.includes(tip),
		partedVersion: parted
	};
}
