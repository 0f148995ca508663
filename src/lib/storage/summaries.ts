import * as v from 'valibot';
import { parseDraft, openingVersionIdOf, type Version, type Work } from '#lib/domain/work.ts';
import { StorageError } from './failure.ts';
import { readForeignProgramSource, type RunningMarks } from './program-marks.ts';
import { readDrafts, readVersions, readWork, type RowAccess } from './rows.ts';
import type { LoadedWork, WorkSummary } from './storage.ts';
import { readOutboxRow } from './sync/outbox-row.ts';

export function matchesWorkFilter(work: Work, filter: { challenge?: string; kind?: Work['kind'] }): boolean {
	if (filter.kind !== undefined && work.kind !== filter.kind) return false;
	return filter.challenge === undefined || work.challenge?.id === filter.challenge;
}

export async function readAllVersions(access: RowAccess, workId: string): Promise<Version[]> {
	const drafts = (await access.getRowsOfWork('drafts', workId)).flatMap((row) => parseDraft(row)?.version ?? []);
	const versions = [...drafts, ...(await readVersions(access, workId))];
	return versions.sort((one, other) => other.savedAt - one.savedAt);
}

export async function summariseWork(access: RowAccess, work: Work): Promise<WorkSummary> {
	const openVersionId = openingVersionIdOf(work.head, await readDrafts(access, work.id));
	const versions = await readAllVersions(access, work.id);
	const openVersion = versions.find((version) => version.id === openVersionId);
	return { work, openVersion: openVersion ?? null, savedAt: openVersion?.savedAt ?? work.createdAt };
}

export async function loadWorkVersion(
	access: RowAccess,
	runningMarks: RunningMarks,
	id: string,
	version?: string
): Promise<LoadedWork> {
	const work = await readWork(access, id);
	const versions = await readAllVersions(access, id);
	const openVersionId = version ?? openingVersionIdOf(work.head, await readDrafts(access, id));
	// When the version that should open cannot be read, the newest readable one opens; the next save still builds on the head.
	const openVersion =
		versions.find((one) => one.id === openVersionId) ?? (version === undefined ? versions[0] : undefined);
	if (!openVersion) throw new StorageError('missing', `There is no readable version of ${id}`);
	const runningRow = v.safeParse(v.object({ mark: v.string() }), await access.get('running', id));
	const hasCrashed = runningRow.success && !runningMarks.wasLeftNormally(id, runningRow.output.mark);
	const { known, parted } = await readOutboxRow(access, id);
	return {
		kind: 'loaded',
		work,
		version: openVersion,
		baseVersion: openVersionId,
		hasCrashed,
		foreignSource: await readForeignProgramSource(access, id),
		isSent: known.includes(openVersionId),
		conflictVersion: parted
	};
}
