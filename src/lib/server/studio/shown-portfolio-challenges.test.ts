/** Tests that a portfolio's readers get the texts of its challenges, and of no others that its maker opened. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { storeTestClass } from '#lib/server/assignments/testing.ts';
import { work } from '#lib/server/db/schema/index.ts';
import { createFreshDatabase } from '#lib/server/db/testing/fresh-database.ts';
import { setWallOpen } from '#lib/server/wall/reports.ts';
import { putUpPortfolio } from '#lib/server/wall/put-up-portfolio.ts';
import { readPortfolio } from '#lib/server/wall/portfolio-queries.ts';
import { storeTestProject } from '#lib/server/wall/testing.ts';
import { listShownPortfolioChallenges } from './portfolio-challenges.ts';

test('readers of a portfolio get only the challenges of its works', async () => {
	const { database, close } = await createFreshDatabase('pglite');
	try {
		const { id: classId, students } = await storeTestClass(database, ['Loup', 'Hibou']);
		const [maker = { account: '' }, reader = { account: '' }] = students;
		await setWallOpen(database, classId, true);
		const testProject = await storeTestProject(database, [maker.account]);
		const makerPlace = { account: maker.account, classId };
		const listShownChallengeIds = async () => {
			const result = await putUpPortfolio(database, makerPlace, [{ ...testProject, sentence: '', cover: null }]);
			const id = result.kind === 'portfolio-put-up' ? result.portfolio : '';
			const portfolio = await readPortfolio(
				database,
				{ classId, portfolio: id },
				{ account: reader.account, isTeacher: false }
			);
			if (!portfolio) throw new Error('The portfolio is not there.');
			return (await listShownPortfolioChallenges(database, portfolio, 'fr')).map(({ id: challenge }) => challenge);
		};
		expect(await listShownChallengeIds()).toEqual([]);
		const challenge = { id: 'horodateur', version: '1', hash: 'unknown' };
		await database.update(work).set({ kind: 'challenge', challenge }).where(eq(work.id, testProject.work));
		expect(await listShownChallengeIds()).toEqual(['horodateur']);
	} finally {
		await close();
	}
});
