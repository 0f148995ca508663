import { expect, test } from 'vitest';
import { dataImportLine, dataRowsExpression } from './data-file-code.ts';

test('the line that reads a file has a name that is no word of the language or of drawing', () => {
	expect(dataImportLine('menu-de-mardi.csv')).toBe("import menuDeMardiText from './menu-de-mardi.csv';");
	expect(dataImportLine('new.json')).toBe("import newData from './new.json';");
	expect(dataRowsExpression('text.csv')).toBe("textText.split('\\n')");
});
