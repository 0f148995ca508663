import { expect, test } from 'vitest';
import { PROVIDE_DATA_FILES_FUNCTION_NAME } from '../../data-files.ts';
import { createDrawModule } from './index.ts';

const SHOP_TABLE_CELLS = [
	['name', 'price'],
	['bread', '1.2'],
	['milk', '?'],
	['bread', '2'],
	['tea', ' ']
];

type TestTable = ReturnType<ReturnType<typeof startReadingDataFiles>['p']['loadTable']>;

function startReadingDataFiles(language: 'fr' | 'en' = 'en') {
	const draw = createDrawModule({ language });
	draw.module[PROVIDE_DATA_FILES_FUNCTION_NAME]({
		texts: { 'shop.csv': 'name,price', 'broken.json': '{', 'town.json': '[1]', 'poem.txt': 'a\nb\n' },
		tables: { 'shop.csv': SHOP_TABLE_CELLS }
	});
	return { draw, p: draw.module };
}

test('a table is read by rows, columns and values, as in p5', () => {
	const table = startReadingDataFiles().p.loadTable('shop.csv', ',', 'header');
	expect([table.getRowCount(), table.getColumnCount()]).toEqual([4, 2]);
	expect(table.getRow(0).obj).toEqual({ name: 'bread', price: '1.2' });
	expect(table.getColumn('name')).toEqual(['bread', 'milk', 'bread', 'tea']);
	expect(table.findRow('bread', 'name')?.getNum('price')).toBe(1.2);
	expect(table.findRows('bread', 0)).toHaveLength(2);
	expect(table.findRow('juice', 'name')).toBeNull();
	expect(table.get(1, 'price')).toBe('?');
});

test('without a header, a table’s first line is a row and its columns have no names', () => {
	const table = startReadingDataFiles().p.loadTable('shop.csv');
	expect(table.columns).toEqual([]);
	expect(table.getString(0, 0)).toBe('name');
});

test.each([
	['en', 'header', (table: TestTable) => table.get(0, 'cost'), 'This table has no column “cost”. It has: name, price.'],
	['fr', 'csv', (table: TestTable) => table.get(0, 'price'), "Écris loadTable('shop.csv', 'header')"],
	['en', 'header', (table: TestTable) => table.getRow(4), 'This table has no row 4: they go from 0 to 3.'],
	['en', 'header', (table: TestTable) => table.get(0, 2), 'This table has no column 2: they go from 0 to 1.'],
	['en', 'header', (table: TestTable) => table.getNum(3, 'price'), 'this cell is empty'],
	[
		'fr',
		'header',
		(table: TestTable) => table.getNum(1, 'price'),
		'« ? », dans la colonne « price », n’est pas un nombre.'
	]
] as const)('a missing column, row or number of a table is explained, %s %s %s', (language, option, read, words) => {
	const table = startReadingDataFiles(language).p.loadTable('shop.csv', option);
	expect(() => read(table)).toThrow(words);
});

test('a missing or broken data file is named in the error', () => {
	const { p } = startReadingDataFiles('fr');
	expect(() => p.loadTable('tarifs.csv')).toThrow(
		'Il n’y a pas de fichier « tarifs.csv » dans ce projet. Il a : shop.csv.'
	);
	expect(() => p.loadJSON('broken.json')).toThrow('Le fichier « broken.json » n’est pas du JSON');
	expect(() => createDrawModule({ language: 'en' }).module.loadStrings('poem.txt')).toThrow(
		'Add it with the button “My files”'
	);
});

test('a callback gets the data after the running code, and before setup', async () => {
	const { p, draw } = startReadingDataFiles();
	const events: unknown[] = [];
	events.push(p.loadJSON('town.json', (data: unknown) => events.push(['given', data])));
	await Promise.resolve();
	p.loadStrings('poem.txt', (lines: unknown) => events.push(lines));
	draw.callWaitingCallbacks();
	expect(events).toEqual([[1], ['given', [1]], ['a', 'b']]);
});
