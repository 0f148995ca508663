import { expect, test } from 'vitest';
import { selectFilesThatChecksNeed } from './judging.ts';

const AUTHOR_FILES_BY_PATH = {
	'data/days.ts': '',
	'checks/tune.ts': "import { trays } from './main.ts';",
	'checks/build.ts': `import { near } from './near';\nimport{more}from"./more.ts";`,
	'checks/near.ts': "export * from './deep.js';",
	'checks/deep.ts': '',
	'checks/more.ts': '',
	'checks/held/build.ts': '',
	'checks/held/tune.ts': "const found = await import('./near.ts');"
};

test.each([
	[['checks/tune.ts'], ['data/days.ts', 'checks/tune.ts']],
	[['checks/build.ts'], ['data/days.ts', 'checks/build.ts', 'checks/near.ts', 'checks/deep.ts', 'checks/more.ts']],
	[['checks/held/tune.ts'], ['data/days.ts', 'checks/near.ts', 'checks/deep.ts', 'checks/held/tune.ts']],
	[[], ['data/days.ts']]
])('the checks %j can read the files %j', (checks, paths) =>
	expect(Object.keys(selectFilesThatChecksNeed(AUTHOR_FILES_BY_PATH, checks)).sort()).toEqual(paths.sort())
);

test('check files that import each other are both listed, without an endless loop', () => {
	const files = { 'checks/a.ts': "import './b.ts';", 'checks/b.ts': "import './a.ts';" };
	expect(selectFilesThatChecksNeed(files, ['checks/a.ts'])).toEqual(files);
});
