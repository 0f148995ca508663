import { parseWork } from '#lib/domain/work.ts';
import { replaceBoundWork } from './assignments.ts';
import { replaceWorkInPortfolio } from './portfolio-choice.ts';
import type { RemovedWork, WorkStorage } from './storage.ts';

export async function undoRemoval(
	storage: WorkStorage,
	removedWork: RemovedWork
): Promise<Awaited<ReturnType<WorkStorage['restoreRows']>>> {
	const restoreResult = await storage.restoreRows(removedWork);
	const removedId = parseWork(removedWork.work)?.id;
	const restoredId = restoreResult.kind === 'back' ? restoreResult.work?.id : undefined;
	const { account } = storage;
	if (account === null || removedId === undefined || restoredId === undefined || removedId === restoredId)
		return restoreResult;
	replaceWorkInPortfolio(account, removedId, restoredId);
	await replaceBoundWork(account, removedId, restoredId);
	return restoreResult;
}
