import { expect, test } from 'vitest';
import {
	writeDataCellExpression,
	writeDataImportLine,
	writeDataLoadingLine,
	writeDataRowsExpression,
	FRENCH_NUMBER_EXPRESSION
} from './data-file-code.ts';

test('the variable for a data file never has the name of a keyword or drawing function', () => {
	expect(writeDataImportLine('menu-de-mardi.csv')).toBe("import menuDeMardiText from './menu-de-mardi.csv';");
	expect(writeDataImportLine('new.json')).toBe("import newData from './new.json';");
	expect(writeDataRowsExpression('text.csv', ',')).toBe("textText.trim().split('\\n').map((row) => row.split(','))");
});

test('a page reads a table that a French spreadsheet saved, with semicolons and decimal commas', () => {
	const read = `const textText = 'jour;kilos\\nlundi;4,5\\n'; return ${writeDataRowsExpression('text.csv', ';')};`;
	expect(new Function(read)()).toEqual([
		['jour', 'kilos'],
		['lundi', '4,5']
	]);
	const readNumber = new Function('cell', `return ${FRENCH_NUMBER_EXPRESSION};`);
	expect(['4,5', '1 052,3', '1\u202f052'].map((cell) => readNumber(cell))).toEqual([4.5, 1052.3, 1052]);
	expect(writeDataRowsExpression('text.csv', '\t')).toContain("row.split('\\t')");
});

test('a sketch reads a table, JSON or text lines with the function for that kind', () => {
	expect(writeDataLoadingLine('menu-de-mardi.csv')).toBe(
		"const menuDeMardiTable = loadTable('menu-de-mardi.csv', 'header');"
	);
	expect(writeDataLoadingLine('new.json')).toBe("const newData = loadJSON('new.json');");
	expect(writeDataLoadingLine('poem.txt')).toBe("const poemLines = loadStrings('poem.txt');");
	expect(writeDataCellExpression('text.csv', "plat d'été")).toBe("textTable.get(0, 'plat d\\'été')");
});
